"""Cutting a text at the borders of overlapping marks, and a statement's surroundings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from riwaya.model import Span, Statement


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be shown: its kind (a CSS class) and a hint for whoever points at it."""

    span: Span
    kind: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks throughout."""

    text: str
    kinds: tuple[str, ...]
    hint: str


def cut(text: str, marks: Sequence[Mark], within: Span | None = None) -> list[Segment]:
    """Return `text` (or a part of it) as segments; marks may overlap, and may reach beyond the part."""
    if not text:
        return []
    part = within or Span(0, len(text))
    reaching = sorted((mark for mark in marks if mark.span.overlaps(part)), key=lambda mark: mark.span)
    borders = {part.start, part.end}
    for mark in reaching:
        borders |= {max(mark.span.start, part.start), min(mark.span.end, part.end)}
    ordered = sorted(borders)
    segments = []
    active: list[Mark] = []
    position = 0
    for start, end in pairwise(ordered):
        active = [mark for mark in active if mark.span.end > start]
        while position < len(reaching) and reaching[position].span.start <= start:
            if reaching[position].span.end > start:
                active.append(reaching[position])
            position += 1
        kinds = tuple(sorted({mark.kind for mark in active}))
        hint = " · ".join(dict.fromkeys(mark.hint for mark in active if mark.hint))
        segments.append(Segment(text[start:end], kinds, hint))
    return segments


def context_of(text: str, sentences: Sequence[Span], statement: Statement) -> Span:
    """Return the sentences that hold a statement, with the one before and the one after on the same line.

    `sentences` are all of the text's, in order.
    """
    first = bisect_right(sentences, statement.span.start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, statement.span.end, key=lambda sentence: sentence.start) - 1
    if first > last:
        return statement.span
    if first > 0 and "\n" not in text[sentences[first - 1].end : sentences[first].start]:
        first -= 1
    if last + 1 < len(sentences) and "\n" not in text[sentences[last].end : sentences[last + 1].start]:
        last += 1
    return Span(sentences[first].start, sentences[last].end)


def statement_marks(statement: Statement) -> list[Mark]:
    """Return the marks of a statement's parts."""
    marks = [*(Mark(piece, "content") for piece in statement.pieces), Mark(statement.cue, "cue")]
    if statement.speaker is not None:
        marks.append(Mark(statement.speaker, "speaker"))
    marks += [Mark(span, "via") for span in statement.via]
    marks += [Mark(span, "distance") for span in statement.distance]
    return marks
