"""How well found statements agree with gold ones: content, speaker, chain, mode.

Contents are matched one to one within an article, best overlap first. Overlap is the number of tokens that both
cover, divided by the tokens of the longer one; at least `OVERLAP` makes a match, and equal spans (white space and
marks at the edges aside) an exact one. Speaker, chain and mode are judged on matched statements alone:

- speaker: the folded words of one name all occur in the other («بلينكن», «أنتوني بلينكن»); exact where they are equal;
- chain: as many intermediaries, each right by the same rule, in the same order;
- mode: equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from riwaya.arabic.names import fold_name
from riwaya.arabic.tokens import tokenise
from riwaya.model import Mode, Span

OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Judged:
    """What is compared of a statement, found or gold."""

    content: Span
    speaker: str
    via: tuple[str, ...]
    mode: Mode


@dataclass(slots=True)
class Counts:
    """Counts over articles.

    Attributes:
        gold, found: statements of each side.
        matched: pairs at the overlap; the other counts are out of these.
    """

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    speaker: int = 0
    speaker_exact: int = 0
    chain: int = 0
    mode: int = 0
    missed: list[Judged] = field(default_factory=list)
    wrong: list[Judged] = field(default_factory=list)

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
                agree = same_name(gold[i].speaker, found[j].speaker)
                pairs.append((-shared / max(len(left), len(right)), not agree, i, j))
    matched: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            matched.append((i, j))
    return matched


def count(text: str, gold: Sequence[Judged], found: Sequence[Judged], counts: Counts) -> None:
    """Add one article to `counts`."""
    pairs = match(text, gold, found)
    tokens = covered_tokens(text, [g.content for g in gold]), covered_tokens(text, [f.content for f in found])
    counts.gold += len(gold)
    counts.found += len(found)
    counts.matched += len(pairs)
    for i, j in pairs:
        left, right = gold[i], found[j]
        counts.exact += tokens[0][i] == tokens[1][j]
        counts.speaker += same_name(left.speaker, right.speaker)
        counts.speaker_exact += _name_words(left.speaker) == _name_words(right.speaker)
        counts.chain += len(left.via) == len(right.via) and all(map(same_name, left.via, right.via))
        counts.mode += left.mode == right.mode
    counts.missed += [item for i, item in enumerate(gold) if i not in {pair[0] for pair in pairs}]
    counts.wrong += [item for j, item in enumerate(found) if j not in {pair[1] for pair in pairs}]
