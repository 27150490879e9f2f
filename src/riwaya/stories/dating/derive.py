"""An interval for an undated article, from its own clues and from dated articles that tell the same.

Every piece of evidence says how likely it is of an article of each day; together they weigh the days. Where a week
holds most of the weight the interval is cut from it, else it is the shortest stretch that holds nearly all. A term of
office bounds it, a weekday picks days from it, a dated account of the event narrows it to a day or two; and what
contradicts the rest moves it less than the rest does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from riwaya.arabic.vectors import Array
from riwaya.model import (
    Bearing,
    Clue,
    ClueKind,
    Dating,
    DatingEvidence,
    Field,
    PublishedFrom,
)  # fmt: skip
from riwaya.stories.dating.accounts import COPY, DatedNeighbour, account_odds, heard_accounts, no_account
from riwaya.stories.dating.choosing import chosen_clues
from riwaya.stories.dating.lags import Axis, likelihood, whole_axis
from riwaya.stories.dating.numbers import NumberedPage, numbered_odds

_STEPS = ((7, 0.825, 0.985), (31, 0.97, 0.99), (185, 0.99, 0.99))
"""Days, the weight that must lie within so many for the interval to be that narrow, and the weight it is cut to."""
_KEPT = 0.9995
"""Share of its own weight that a stretch keeps where it holds less than it would be cut to."""
_SURE = 0.99
_FITS = 0.08
"""Share of the best day's weight below which a day inside the interval is not among those named."""
_WIDEST, _WIDEST_PICKED = 731, 1461
"""Days that an interval may span; and where the days in it that fit are a tenth of them at most."""
_PICKED = 10
_FEW_DAYS = 209
"""Days that are named: as many as the Sundays of four years."""
_TELLS = 0.03
"""Share of the interval's weight from which an account is named as evidence."""
_MOST_NAMED = 5
_IMPOSSIBLE = -1e6
_DAY_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Undated:
    """An undated article's evidence: the clues in its words, and its dated neighbours.

    Attributes:
        captured: ISO day of the capture, after which it was not published; "" if unknown.
        numbered: the dated pages of its host whose addresses bear the numbers nearest to that of its own.
    """

    article_id: str
    clues: tuple[Clue, ...]
    neighbours: tuple[DatedNeighbour, ...]
    captured: str = ""
    numbered: tuple[NumberedPage, ...] = ()


def derive_dating(undated: Undated) -> Iterable[Dating]:
    """Yield the article's dating; none where the evidence leaves more than two years, or four of few days."""
    axis = whole_axis()
    clues = chosen_clues(undated.clues)
    neighbours = heard_accounts(undated.neighbours)
    odds = account_odds(neighbours, axis)
    by_number = numbered_odds(undated.numbered, axis)
    evidence = _Evidence(
        clues,
        [np.log(likelihood(clue, axis)) for clue in clues],
        neighbours,
        odds,
        np.log(sum(odds, np.full(len(axis.ordinal), no_account(axis)))),
        _latest(undated.captured, axis),
        () if by_number is None else undated.numbered,
        np.zeros(len(axis.ordinal)) if by_number is None else np.log(by_number),
    )
    found = evidence.stretch()
    if found is not None:
        yield _dating(undated.article_id, found, evidence)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The interval, and the days in it that fit, as places on the axis, in order."""

    low: int
    high: int
    days: tuple[int, ...]

    @property
    def width(self) -> int:
        return self.high - self.low + 1


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The clues and accounts that are heard, with what each of them says of every day, and the last day possible."""

    clues: Sequence[Clue]
    words: Sequence[Array]
    neighbours: Sequence[DatedNeighbour]
    odds: Sequence[Array]
    accounts: Array  # the log of the odds of all accounts, and of none, together
    possible: Array
    numbered: Sequence[NumberedPage]
    by_number: Array  # the log of what their numbers say of every day

    def weights(self, without: int | None = None) -> Array:
        """Return the weights of the days, by all evidence or by all but one clue."""
        heard = (words for place, words in enumerate(self.words) if place != without)
        total = sum(heard, self.accounts + self.possible + self.by_number)
        weight = np.exp(total - total.max())
        return np.asarray(weight / weight.sum(), dtype=np.float64)

    def stretch(self, without: int | None = None) -> _Stretch | None:
        """Return the interval that all evidence leaves, or all but one clue; None where it leaves nearly anything."""
        weight = self.weights(without)
        low, high = narrowest(weight)
        found = _Stretch(
            low, high, tuple(low + int(place) for place in np.flatnonzero(_fitting(weight[low : high + 1])))
        )
        picked = _PICKED * len(found.days) <= found.width
        return found if found.width <= (_WIDEST_PICKED if picked else _WIDEST) else None

    def telling(self, found: _Stretch) -> list[Clue]:
        """Return the clues without which other days would fit; all of them where each can be spared alone."""
        if len(self.clues) == 1 and not self.neighbours and not self.numbered:
            return list(self.clues)
        telling = [clue for place, clue in enumerate(self.clues) if self.stretch(without=place) != found]
        return telling if telling or self.numbered or self.named(found) else list(self.clues)

    def beside(self, found: _Stretch) -> list[NumberedPage]:
        """Return the pages of the numbers before and behind the article's own where they tell of the interval."""
        weight = np.exp(self.by_number)
        if not self.numbered or 2 * weight[found.low : found.high + 1].max() < weight.max():
            return []
        ordered = sorted(self.numbered, key=lambda page: page.ahead)
        below = [page for page in ordered if page.ahead <= 0]
        return [*below[-1:], *ordered[len(below) : len(below) + 1]]

    def named(self, found: _Stretch) -> list[DatedNeighbour]:
        """Return the accounts that give the interval its weight, the heaviest first, a few at most."""
        axis = whole_axis()
        words = sum(self.words, np.zeros(len(axis.ordinal)))[found.low : found.high + 1]
        shape = np.exp(words - words.max())
        parts = [float((odds[found.low : found.high + 1] * shape).sum()) for odds in self.odds]
        whole = sum(parts) + no_account(axis) * float(shape.sum())
        ranked = sorted(range(len(parts)), key=lambda place: (-parts[place], place))[:_MOST_NAMED]
        return [self.neighbours[place] for place in ranked if parts[place] >= _TELLS * whole]


def _fitting(weight: Array) -> npt.NDArray[np.bool_]:
    """Return the days that fit: all of them where those that stand out hold less than half of the weight."""
    fitting = weight >= _FITS * weight.max()
    return fitting if 2 * weight[fitting].sum() >= weight.sum() else np.ones(len(weight), dtype=np.bool_)


def _latest(captured: str, axis: Axis) -> Array:
    """Return the log weight of each day by the day of capture."""
    if not captured:
        return np.zeros(len(axis.ordinal), dtype=np.float64)
    # A page captured on one side of the date line may carry the next day's date.
    latest = date.fromisoformat(captured[:_DAY_LENGTH]).toordinal() + 1
    return np.where(axis.ordinal > latest, _IMPOSSIBLE, 0.0)


def _dating(article_id: str, found: _Stretch, evidence: _Evidence) -> Dating:
    axis = whole_axis()
    few = len(found.days) <= _FEW_DAYS and 2 * len(found.days) <= found.width
    telling = evidence.telling(found)
    named = evidence.named(found)
    beside = evidence.beside(found)
    own = not named and not beside and not any(clue.kind is ClueKind.OFFICE for clue in telling)
    return Dating(
        article_id,
        _iso(axis, found.low),
        _iso(axis, found.high),
        tuple(_iso(axis, place) for place in found.days) if few else (),
        PublishedFrom.DERIVED if own else PublishedFrom.INFERRED,
        (*map(_own_evidence, telling), *map(_numbered_evidence, beside), *map(_neighbour_evidence, named)),
    )


def shortest_stretch(weight: Array, share: float) -> tuple[int, int]:
    """Return first and last place of the shortest run of days that holds this share of the weight."""
    sums = np.concatenate(([0.0], np.cumsum(weight)))
    if sums[-1] < share:
        return 0, len(weight) - 1
    # For each start, the first end that reaches the share.
    ends = np.searchsorted(sums, sums[:-1] + share - 1e-12)
    possible = np.flatnonzero(ends < len(sums))
    best = possible[np.argmin(ends[possible] - possible)]
    return int(best), int(ends[best]) - 1


def narrowest(weight: Array) -> tuple[int, int]:
    """Return first and last place of the interval: a few days where they hold most of the weight, else nearly all."""
    sums = np.concatenate(([0.0], np.cumsum(weight)))
    for days, share, cut in _STEPS:
        held = sums[days:] - sums[:-days]
        start = int(held.argmax())
        if held[start] >= share * sums[-1]:
            kept = min(_KEPT * held[start], cut * sums[-1])
            low, high = shortest_stretch(weight[start : start + days], kept)
            return start + low, start + high
    return shortest_stretch(weight, _SURE)


def _iso(axis: Axis, place: int) -> str:
    return date.fromordinal(axis.first + place).isoformat()


def _own_evidence(clue: Clue) -> DatingEvidence:
    return DatingEvidence(clue.kind, clue.bearing, clue.field, clue.span, clue.text, clue.value, "")


def _numbered_evidence(page: NumberedPage) -> DatingEvidence:
    return DatingEvidence(ClueKind.NUMBER, Bearing.OPEN, Field.TITLE, None, page.title, page.published, page.article_id)


def _neighbour_evidence(neighbour: DatedNeighbour) -> DatingEvidence:
    kind = ClueKind.COPY if neighbour.story >= COPY else ClueKind.ACCOUNT
    return DatingEvidence(
        kind, Bearing.OPEN, Field.TITLE, None, neighbour.title, neighbour.published, neighbour.article_id
    )
