"""How well found statements agree with gold ones: detection, content, speaker, chain, mode.

Contents are matched one to one within an article, best overlap first. Overlap is the number of tokens that both
cover, divided by the tokens of the longer one; at least `OVERLAP` makes a match, and equal spans (white space and
marks at the edges aside) an exact one. A statement is detected where contents match, or what is left is paired by
contents that share a token or cues that overlap. Speaker, chain and mode are judged on matched statements alone:

- speaker: the folded words of one name all occur in the other («بلينكن», «أنتوني بلينكن»), or the gold names whom a
  description stands for and that name agrees; exact where the words are equal;
- chain: as many intermediaries, each right by the same rule, in the same order;
- mode: equal.

By mode, recall counts the gold statements of a mode and precision the found ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from riwaya.annotate.statements.written_names import name_at
from riwaya.arabic.names import fold_name
from riwaya.arabic.tokens import tokenise
from riwaya.model import Mode, Span, Statement

OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Judged:
    """What is compared of a statement, found or gold.

    Attributes:
        cue: None where it is not known.
        resolved: of a gold one, the name behind a described speaker.
    """

    content: Span
    speaker: str
    via: tuple[str, ...]
    mode: Mode
    cue: Span | None = None
    resolved: str = ""

    @staticmethod
    def of(statement: Statement, text: str) -> Judged:
        """Return what is compared of a found statement of a text."""
        via = tuple(name_at(text, span) for span in statement.via)
        return Judged(statement.content, statement.speaker_text, via, statement.mode, statement.cue)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An article's gold and found statements in pairs of indices.

    Attributes:
        matched: contents that agree.
        detected: those, and what else meets in content or cue.
    """

    matched: tuple[tuple[int, int], ...]
    detected: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Rates:
    """Precision and recall where gold and found statements are grouped each by their own property."""

    gold: int = 0
    found: int = 0
    recalled: int = 0
    confirmed: int = 0

    @property
    def precision(self) -> float:
        """Share of found statements of the group that match a gold one."""
        return self.confirmed / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of gold statements of the group that a found one matches."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Counts:
    """Counts over articles.

    Attributes:
        gold, found: statements of each side.
        detected: pairs that meet in content or cue.
        matched: pairs at the overlap; the other counts are out of these.
    """

    gold: int = 0
    found: int = 0
    detected: int = 0
    matched: int = 0
    exact: int = 0
    speaker: int = 0
    speaker_exact: int = 0
    chain: int = 0
    mode: int = 0
    missed: list[Judged] = field(default_factory=list)
    wrong: list[Judged] = field(default_factory=list)
    modes: dict[Mode, Rates] = field(default_factory=lambda: {mode: Rates() for mode in Mode})

    @property
    def precision(self) -> float:
        """Share of found statements that are in the gold."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of gold statements that were found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall at the overlap."""
        return 2 * self.matched / (self.found + self.gold) if self.found + self.gold else 0.0

    @property
    def exact_f1(self) -> float:
        """F1 that asks for equal contents."""
        return 2 * self.exact / (self.found + self.gold) if self.found + self.gold else 0.0

    @property
    def detection_f1(self) -> float:
        """F1 of finding a statement at all."""
        return 2 * self.detected / (self.found + self.gold) if self.found + self.gold else 0.0

    def share(self, name: str) -> float:
        """Return the share of matched statements that are right in `speaker`, `chain`, `mode` or `speaker_exact`."""
        return float(getattr(self, name)) / self.matched if self.matched else 0.0


def covered_tokens(text: str, spans: Iterable[Span]) -> list[frozenset[int]]:
    """Return for each span the starts of the words and numbers it covers."""
    starts = [token.start for token in tokenise(text) if token.kind != "mark"]
    return [frozenset(start for start in starts if span.start <= start < span.end) for span in spans]


def same_name(first: str, second: str) -> bool:
    """Return whether the words of one name all occur in the other; two missing names are the same."""
    one, other = _name_words(first), _name_words(second)
    if not one or not other:
        return not one and not other
    return one <= other or other <= one


def _name_words(name: str) -> set[str]:
    return {word.removeprefix("ال") if len(word) > 4 else word for word in fold_name(name).split()}


def match(
    text: str, gold: Sequence[Judged], found: Sequence[Judged], overlap: float = OVERLAP
) -> list[tuple[int, int]]:
    """Return matched (gold, found) indices, each used once, best overlap first."""
    one, other = covered_tokens(text, [g.content for g in gold]), covered_tokens(text, [f.content for f in found])
    pairs = []
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            shared = len(left & right)
            if shared and shared / max(len(left), len(right)) >= overlap:
                agree = same_speaker(gold[i], found[j])
                pairs.append((-shared / max(len(left), len(right)), not agree, i, j))
    return _one_to_one(pairs, (), len(gold), len(found))


def compare(text: str, gold: Sequence[Judged], found: Sequence[Judged]) -> Comparison:
    """Return the pairs of an article's statements."""
    matched = match(text, gold, found)
    one, other = covered_tokens(text, [g.content for g in gold]), covered_tokens(text, [f.content for f in found])
    pairs = []
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            shared = len(left & right)
            left_cue, right_cue = gold[i].cue, found[j].cue
            met = left_cue is not None and right_cue is not None and left_cue.overlaps(right_cue)
            if shared or met:
                # The same cue tells more than a few shared words: contents may lie in one another.
                pairs.append((-shared / max(len(left), len(right), 1) - met, False, i, j))
    return Comparison(tuple(matched), tuple(_one_to_one(pairs, matched, len(gold), len(found))))


def _one_to_one(
    pairs: list[tuple[float, bool, int, int]], kept: Sequence[tuple[int, int]], gold: int, found: int
) -> list[tuple[int, int]]:
    """Return the kept pairs and, best first, those of the others whose sides are still free."""
    matched = list(kept)
    free_gold = set(range(gold)) - {i for i, _ in kept}
    free_found = set(range(found)) - {j for _, j in kept}
    for _, _, i, j in sorted(pairs):
        if i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            matched.append((i, j))
    return matched


def same_speaker(gold: Judged, found: Judged) -> bool:
    """Return whether the found speaker is the gold one, as written there or as resolved."""
    return same_name(gold.speaker, found.speaker) or (
        gold.resolved != "" and found.speaker != "" and same_name(gold.resolved, found.speaker)
    )


def same_chain(gold: Judged, found: Judged) -> bool:
    """Return whether two statements came through the same intermediaries in the same order."""
    return len(gold.via) == len(found.via) and all(map(same_name, gold.via, found.via))


def count(text: str, gold: Sequence[Judged], found: Sequence[Judged], counts: Counts) -> Comparison:
    """Add one article to `counts`."""
    comparison = compare(text, gold, found)
    add(text, (gold, found), comparison, counts)
    return comparison


def add(text: str, sides: tuple[Sequence[Judged], Sequence[Judged]], comparison: Comparison, counts: Counts) -> None:
    """Add one article that was compared to `counts`; `sides` are its gold and its found statements."""
    gold, found = sides
    tokens = covered_tokens(text, [g.content for g in gold]), covered_tokens(text, [f.content for f in found])
    counts.gold += len(gold)
    counts.found += len(found)
    counts.matched += len(comparison.matched)
    counts.detected += len(comparison.detected)
    for i, j in comparison.matched:
        left, right = gold[i], found[j]
        counts.exact += tokens[0][i] == tokens[1][j]
        counts.speaker += same_speaker(left, right)
        counts.speaker_exact += _name_words(left.speaker) == _name_words(right.speaker)
        counts.chain += same_chain(left, right)
        counts.mode += left.mode == right.mode
    recalled, confirmed = {i for i, _ in comparison.matched}, {j for _, j in comparison.matched}
    counts.missed += [item for i, item in enumerate(gold) if i not in recalled]
    counts.wrong += [item for j, item in enumerate(found) if j not in confirmed]
    for i, item in enumerate(gold):
        counts.modes[item.mode].gold += 1
        counts.modes[item.mode].recalled += i in recalled
    for j, item in enumerate(found):
        counts.modes[item.mode].found += 1
        counts.modes[item.mode].confirmed += j in confirmed
