"""Printing: JSON, and borderless tables with Arabic in the last column (terminals order it badly elsewhere)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from riwaya.model.schema import dump

if TYPE_CHECKING:
    from riwaya.model import Span, Statement

_MARK_START, _MARK_END = "\x1b[1;33m", "\x1b[0m"


def print_json(value: Any) -> None:
    """Print a value made of records and plain types as JSON."""
    print(json.dumps(dump(value), ensure_ascii=False, indent=2))


def print_table(rows: Sequence[Sequence[Any]], headings: Sequence[str]) -> None:
    """Print rows under headings, columns aligned, the last one as long as it is."""
    texts = [[str(heading) for heading in headings], *[[_cell(value) for value in row] for row in rows]]
    widths = [max(len(row[place]) for row in texts) for place in range(len(headings) - 1)]
    for row in texts:
        lead = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=False))
        print(f"{lead}  {row[-1]}".rstrip())


def _cell(value: Any) -> str:
    return " ".join(str(value).split()) or "-"


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with its spans marked: in colour on a terminal, by ⟦ ⟧ elsewhere."""
    opening, closing = (_MARK_START, _MARK_END) if sys.stdout.isatty() else ("⟦", "⟧")
    parts, position = [], 0
    for start, end in sorted(spans):
        if start >= position:
            parts += [text[position:start], opening, text[start:end], closing]
            position = end
    return "".join(parts) + text[position:]


def marked_statements(text: str, statements: Sequence[Statement], others: Sequence[Span] = ()) -> str:
    """Return a text with what is said between ⟦ and ⟧ under its number, from 1; cues in ‹ ›, other spans in ⦗ ⦘.

    Contents may lie in one another; on a terminal the marks are in colour.
    """
    colour = sys.stdout.isatty()
    edges: list[tuple[int, int, int, str]] = []  # where, closing before opening, the longest outermost, what
    for number, statement in enumerate(statements, start=1):
        for piece in statement.pieces:
            edges += _edges(piece, f"⟦{number} ", "⟧")
    for cue in dict.fromkeys(statement.cue for statement in statements):
        edges += _edges(cue, "‹", "›")
    for span in others:
        edges += _edges(span, "⦗", "⦘")
    parts, position = [], 0
    for place, _, _, mark in sorted(edges):
        parts += [text[position:place], f"{_MARK_START}{mark}{_MARK_END}" if colour else mark]
        position = place
    return "".join(parts) + text[position:]


def _edges(span: Span, opening: str, closing: str) -> list[tuple[int, int, int, str]]:
    length = span.end - span.start
    return [(span.start, 1, -length, opening), (span.end, 0, length, closing)]


def clip(text: str, length: int = 90) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def marked_excerpt(text: str, pieces: Sequence[Span], excerpt: Sequence[Span], length: int = 200) -> str:
    """Return stretches of a text on one line with what is said marked, each at most so long, « […] » between them.

    Args:
        pieces: of what is said, in text order; a stretch too long for all of its pieces is parted behind each.
    """
    shown = []
    for start, stretch_end in _stretches(excerpt, [piece.end for piece in pieces[:-1]], length):
        end = min(stretch_end, start + length)
        parts = [(max(piece.start, start) - start, min(piece.end, end) - start) for piece in pieces]
        within = [part for part in parts if part[0] < part[1]]
        shown.append(marked(text[start:end], within) + "…" * (end < stretch_end))
    return " ".join(" […] ".join(shown).split())


def _stretches(excerpt: Sequence[Span], cuts: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    for span in excerpt:
        start = span.start
        for cut in cuts:
            if span.end - start > length and start < cut < span.end:
                yield start, cut
                start = cut
        yield start, span.end


def speaker_label(statement: Statement | None) -> str:
    """Return the speaker as the account writes it; one that only the context gives is marked so."""
    if statement is None or not statement.speaker_text:
        return "(speaker not recognised)"
    if statement.implicit:
        return f"(subject not named; from the context: {statement.speaker_text})"
    return statement.speaker_text


def moment(when: str) -> str:
    """Return a publication date for the terminal, where a table's columns leave no room for invisible characters."""
    from riwaya.serve.moments import moment_text
    from riwaya.serve.words import WORDS

    return (
        moment_text(when, WORDS["en"]).replace("\u2066", "").replace("\u2069", "").replace("\u00a0", " ") or "undated"
    )
