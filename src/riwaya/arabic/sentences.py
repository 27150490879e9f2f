"""Sentence spans. A newline always ends one; a stop inside an open quotation, a number or an initial does not."""

from __future__ import annotations

import re

from riwaya.model import Span

_OPEN, _CLOSE = "«“„", "»”"
_END = re.compile(r"[.!?؟…]+[\"”»'’)\]]*(?=\s|$)")
_ABBREVIATION = re.compile(r"(?:^|[\s(«“\"])(?:[^\W\d_]|د|أ|م|ص|ت|ج|ق|هـ|Mr|Dr|St|U\.S)\.$")


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`, without white space at their ends."""
    spans: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        spans.extend(_split_line(text, start, start + len(line)))
        start += len(line)
    return spans


def _split_line(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    depth, seen, begin = 0, start, start
    for match in _END.finditer(text, start, end):
        for character in text[seen : match.end()]:
            depth += (character in _OPEN) - (character in _CLOSE)
            depth = max(depth, 0)
        seen = match.end()
        if depth and "\n" not in text[match.end() : match.end() + 1] and _closes(text, match.end(), end):
            continue
        if _ABBREVIATION.search(text[max(begin, match.end() - 6) : match.end()]):
            continue
        _append(spans, text, begin, match.end())
        begin, depth = match.end(), 0
    _append(spans, text, begin, end)
    return spans


def _closes(text: str, start: int, end: int) -> bool:
    """Return whether an open quotation is closed later on the line."""
    return any(mark in text[start:end] for mark in _CLOSE)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
