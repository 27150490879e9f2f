"""The mode of a content whose ends somebody else has set: by its quotation marks alone."""

from __future__ import annotations

from riwaya.model import Mode, Span

_OPENING, _CLOSING = frozenset('«‹“„‟"'), frozenset('»›”"')


def mode_by_marks(text: str, content: Span) -> Mode:
    """Return the mode that the quotation marks round and inside a content give."""
    before, after = text[: content.start].rstrip()[-1:], text[content.end :].lstrip(" .،")[:1]
    if before in _OPENING and (after in _CLOSING or content.of(text).count('"') % 2):
        return Mode.DIRECT
    return Mode.MIXED if set(content.of(text)) & (_OPENING | _CLOSING) else Mode.INDIRECT
