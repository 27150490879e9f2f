"""Seed-and-extend alignment of two sequences of word forms: exact runs, then chains of runs with small gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SEED = 4
MAXIMUM_OCCURRENCES = 3
MAXIMUM_GAP = 6


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Equal words: `length` words from `first` in one text and from `second` in the other."""

    first: int
    second: int
    length: int

    @property
    def first_end(self) -> int:
        """End in the first text, exclusive."""
        return self.first + self.length

    @property
    def second_end(self) -> int:
        """End in the second text, exclusive."""
        return self.second + self.length


@dataclass(frozen=True, slots=True)
class Chain:
    """Runs in the order of both texts, with small gaps between them."""

    runs: tuple[Run, ...]

    @property
    def matched(self) -> int:
        """Number of equal words."""
        return sum(run.length for run in self.runs)

    @property
    def first(self) -> tuple[int, int]:
        """Word range in the first text."""
        return self.runs[0].first, self.runs[-1].first_end

    @property
    def second(self) -> tuple[int, int]:
        """Word range in the second text."""
        return self.runs[0].second, self.runs[-1].second_end


def align(first: Sequence[str], second: Sequence[str], minimum: int) -> list[Chain]:
    """Return chains of at least `minimum` equal words that overlap in neither text, in order of the first.

    Seeds that a text repeats more than `MAXIMUM_OCCURRENCES` times are left out, so that the work grows with the
    texts' lengths and not with their product.
    """
    chains = [chain for chain in _chain(_runs(first, second)) if chain.matched >= minimum]
    chains.sort(key=lambda chain: (-chain.matched, chain.first, chain.second))
    taken_first, taken_second = bytearray(len(first)), bytearray(len(second))
    kept = []
    for chain in chains:
        rest = _free(chain, taken_first, taken_second)
        if rest is None or rest.matched < minimum:
            continue
        kept.append(rest)
        for taken, (start, end) in ((taken_first, rest.first), (taken_second, rest.second)):
            taken[start:end] = b"\x01" * (end - start)
    return sorted(kept, key=lambda chain: chain.first)


def equal_runs(first: Sequence[str], second: Sequence[str], minimum: int) -> list[Run]:
    """Return the runs of at least `minimum` words that are the same in both, in order of the first."""
    return [run for chain in align(first, second, minimum) for run in chain.runs if run.length >= minimum]


def _free(chain: Chain, taken_first: bytearray, taken_second: bytearray) -> Chain | None:
    """Return the chain's longest stretch of runs that no longer chain has taken."""
    best: list[Run] = []
    current: list[Run] = []
    best_words = words = 0
    for run in chain.runs:
        clear = not any(taken_first[run.first : run.first_end]) and not any(taken_second[run.second : run.second_end])
        if current and not (
            clear
            and not any(taken_first[current[-1].first_end : run.first])
            and not any(taken_second[current[-1].second_end : run.second])
        ):
            current, words = [], 0
        if clear:
            current.append(run)
            words += run.length
        if words > best_words:
            best, best_words = current, words
    return Chain(tuple(best)) if best else None


def _runs(first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """Return maximal runs of equal words that hold a seed, by position in the first text."""
    places = _seeds(second)
    own = _seeds(first)
    reached: dict[int, int] = {}
    runs = []
    for start in range(len(first) - SEED + 1):
        seed = tuple(first[start : start + SEED])
        where = places.get(seed)
        if where is None or len(where) > MAXIMUM_OCCURRENCES or len(own[seed]) > MAXIMUM_OCCURRENCES:
            continue
        for other in where:
            if reached.get(other - start, -1) > start:
                continue
            run = _extend(first, second, start, other, reached.get(other - start, 0))
            reached[other - start] = run.first_end
            runs.append(run)
    return sorted(runs)


def _seeds(forms: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(forms) - SEED + 1):
        where = places.setdefault(tuple(forms[start : start + SEED]), [])
        if len(where) <= MAXIMUM_OCCURRENCES:
            where.append(start)
    return places


def _extend(first: Sequence[str], second: Sequence[str], start: int, other: int, floor: int) -> Run:
    """Return the maximal run through a seed; it reaches back no further than `floor`, where the last one ended."""
    end, other_end = start + SEED, other + SEED
    while end < len(first) and other_end < len(second) and first[end] == second[other_end]:
        end, other_end = end + 1, other_end + 1
    while start > floor and other > 0 and first[start - 1] == second[other - 1]:
        start, other = start - 1, other - 1
    return Run(start, other, end - start)


def _chain(runs: list[Run]) -> list[Chain]:
    """Join each run to the nearest earlier chain that ends at most `MAXIMUM_GAP` words before it in both texts."""
    chains: list[list[Run]] = []
    active: list[list[Run]] = []
    for run in runs:
        active = [chain for chain in active if run.first - chain[-1].first_end <= MAXIMUM_GAP]
        fitting = [chain for chain in active if _follows(chain[-1], run)]
        if fitting:
            best = min(fitting, key=lambda chain: (_gap(chain[-1], run), chain[0]))
            best.append(_trim(best[-1], run))
        else:
            chains.append([run])
            active.append(chains[-1])
    return [Chain(tuple(chain)) for chain in chains]


def _gap(last: Run, run: Run) -> int:
    return max(run.first - last.first_end, 0) + max(run.second - last.second_end, 0)


def _follows(last: Run, run: Run) -> bool:
    """Return whether the run continues the chain: behind it in both texts, overlapping by less than half a seed."""
    overlap = max(last.first_end - run.first, last.second_end - run.second, 0)
    return overlap < run.length and overlap <= SEED // 2 and run.second - last.second_end <= MAXIMUM_GAP


def _trim(last: Run, run: Run) -> Run:
    overlap = max(last.first_end - run.first, last.second_end - run.second, 0)
    return Run(run.first + overlap, run.second + overlap, run.length - overlap)
