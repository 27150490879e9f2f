"""The label sets of the heads, and spans turned into labels of words and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from riwaya.annotate.reader.words import PREFIXES, PRONOUNS, Word

ENTITY_TYPES = ("PER", "ORG", "LOC", "GPE", "NORP", "OUTLET", "EVENT", "MISC")
SPEECH = ("CUE", "CNT", "SPK", "VIA", "ADR")
ENTITY_LABELS = ("O", *(f"{edge}-{kind}" for kind in ENTITY_TYPES for edge in "BI"))
SPAN_LABELS = ("O", "B", "I")
ARTICLES = ("", "ال")
SEGMENTS = tuple((prefix, article) for prefix in PREFIXES for article in ARTICLES)
HEADS: dict[str, int] = {
    "entities": len(ENTITY_LABELS),
    "inner": len(ENTITY_LABELS),
    "roles": 3,
    **{kind.lower(): 3 for kind in SPEECH},
    "particles": len(SEGMENTS),
    "pronouns": len(PRONOUNS),
}
# A person's name as one decision: how many words it has, where it opens; 0 where none does.
PERSONS = "persons"
MOST_SPAN = 8
# How much the rules' own reading of a word's clitics weighs: the heads only say where it is wrong.
PRIOR = 5.0
# Who is tied to whom: a role to its holder, the parts of a statement to its cue.
LINKS = (("roles", "PER"), ("spk", "CUE"), ("cnt", "CUE"), ("via", "CUE"), ("adr", "CUE"))
SCHEMES = ("", "own", "cleananercorp", "wojood")


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `start` to `end`, the types it may have (one where the source is exact), its key."""

    start: int
    end: int
    types: frozenset[str]
    key: str = ""


@dataclass(slots=True)
class Example:
    """Words to learn from.

    Attributes:
        words: in order.
        scheme: index into SCHEMES, whose conventions the labels follow.
        labels: by head, a bit mask of the labels allowed at each word; 0 where nothing is known. A head that the
            source does not annotate is missing.
        links: (index into LINKS, word that opens the tied span, words that open the spans it is tied to).
        targets: by index into LINKS, the words that open spans that could be tied to.
        source: where it is from, for reports.
    """

    words: list[Word]
    scheme: int
    labels: dict[str, list[int]]
    links: list[tuple[int, int, tuple[int, ...]]] = field(default_factory=list)
    targets: dict[str, list[int]] = field(default_factory=dict)
    source: str = ""


def rule_segments(words: Sequence[Word]) -> tuple[list[int], list[int]]:
    """Return the rules' reading of each word as indices into SEGMENTS and PRONOUNS."""
    return [2 * word.prefix + word.article for word in words], [word.pronoun for word in words]


def outermost(spans: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Return the spans that lie in no other one, and those that lie in exactly one; the others are left out.

    A span that crosses the end of an earlier one is left out too.
    """
    outer: list[Span] = []
    inner: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
        elif span.end <= outer[-1].end and (not inner or span.start >= inner[-1].end):
            inner.append(span)
    return outer, inner


def covered(span: Span, words: Sequence[Word]) -> range:
    """Return the indices of the words whose letters (particles aside) the span overlaps."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    last = low
    while last < len(words) and words[last].start < span.end:
        last += 1
    return range(low, last)


def mark(spans: Iterable[Span], words: Sequence[Word], labels: Sequence[str]) -> list[int]:
    """Return the masks of a BIO head: `labels` is ENTITY_LABELS or SPAN_LABELS."""
    masks = [1] * len(words)
    place = {label: index for index, label in enumerate(labels)}
    for span in spans:
        for order, index in enumerate(covered(span, words)):
            edge = "I" if order else "B"
            names = [f"{edge}-{kind}" for kind in span.types] if len(labels) > 3 else [edge]
            masks[index] = sum(1 << place[name] for name in names)
    return masks


def mark_segments(spans: Iterable[Span], words: Sequence[Word]) -> list[int]:
    """Return masks of the particles head where a name's first letter shows what is attached; 0 elsewhere."""
    masks = [0] * len(words)
    for span in spans:
        found = covered(span, words)
        if not found:
            continue
        index, word = found[0], words[found[0]]
        particles = len(_taken(word, span.start))
        if span.start < word.outer or particles > 3 or word.end - span.start < 2:
            continue
        letters = _taken(word, span.start)
        prefix, article = (letters[:-1], "ال") if letters.endswith("لل") else (letters, "")
        options = [(prefix, "ال")] if article else [(prefix, "ال"), (prefix, "")]
        masks[index] = sum(1 << SEGMENTS.index(option) for option in options if option in SEGMENTS)
    return masks


def _taken(word: Word, start: int) -> str:
    """Return the letters of the word before `start`, as far as the word's own record shows them."""
    if start <= word.outer:
        return ""
    if start == word.start:
        prefix = PREFIXES[word.prefix]
        # Behind «لل» the article has been restored in the encoded text.
        return prefix + "ل" if word.start - word.outer > len(prefix) else prefix
    if word.start == word.outer:
        return word.text[: start - word.outer]
    return "?" * 4
