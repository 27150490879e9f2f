"""The mode of a content whose ends somebody else has set: by its quotation marks alone."""

from __future__ import annotations

from riwaya.model import Mode, Span

_NEAR = 8  # characters between a content and its marks
_OPENING, _CLOSING = frozenset('«‹“„‟"'), frozenset('»›”"')


def mode_by_marks(text: str, content: Span) -> Mode:
    """Return the mode that the quotation marks round and inside a content give."""
    before = _as_mark(text[max(0, content.start - _NEAR) : content.start].rstrip()[-2:])[-1:]
    after = _as_mark(text[content.end : content.end + _NEAR].lstrip(" .،")[:2])[:1]
    if before in _OPENING and (after in _CLOSING or content.of(text).count('"') % 2):
        return Mode.DIRECT
    if before in _OPENING and _stays_open(text, content):
        return Mode.DIRECT
    return Mode.MIXED if set(content.of(text)) & (_OPENING | _CLOSING) else Mode.INDIRECT


def _as_mark(written: str) -> str:
    """Return a double mark for two single ones («''قال''»)."""
    return '"' if written in ("''", "‘‘", "’’") else written


def _stays_open(text: str, content: Span) -> bool:
    """Return whether a quotation that opens before a content is never closed on its line."""
    line = text.rfind("\n", 0, content.start) + 1
    end = text.find("\n", content.end)
    opened = text[line : content.start]
    if opened.rstrip().endswith('"') and opened.count('"') % 2 == 0:
        return False  # that mark closes another quotation
    return not any(mark in _CLOSING for mark in text[content.start : end if end >= 0 else len(text)])
