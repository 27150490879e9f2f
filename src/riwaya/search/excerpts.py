"""A statement in the source's own words: from its first word to its last, nothing dropped and nothing put in."""

from __future__ import annotations

import re

from riwaya.model import Span, Statement

_LONGEST_GAP = 160  # characters between cue and content that are shown; the speaker's title stands there
_TIE = re.compile(r"(?<!\w)(?:[بلو]?[أإا]نّ?(?:ه|ها|هم|هما|نا|ني|ي)?|إلى|على|عن|من)[\s:]+$")
_CLOSING = "\"”»’'›)]"
_OPENING = "\"“«‘'‹(["
_PARTNER = {"”": "“", "»": "«", "’": "‘", "›": "‹", ")": "(", "]": "["}


def excerpt_of(text: str, statement: Statement) -> list[Span]:
    """Return the stretch of the text from cue to content (or the other way round), all its pieces, marks included.

    Where the cue stands behind («… وفقا لمصدر طبي»), whom it names belongs to it.
    Several stretches where so much stands between that the reader would lose the thread; each is whole in itself.
    """
    cue = _with_conjunction(text, statement.cue)
    speaker = statement.speaker
    if statement.content < statement.cue and speaker and 0 <= speaker.start - cue.end <= _LONGEST_GAP:
        cue = Span(cue.start, speaker.end)
    content = _with_quotes(text, statement.content)
    first, *others = sorted((cue, content, *(_with_quotes(text, piece) for piece in statement.content_rest)))
    stretches = [first]
    for part in others:
        if part.start - stretches[-1].end <= _LONGEST_GAP:
            stretches[-1] = _with_quotes(text, Span(stretches[-1].start, max(stretches[-1].end, part.end)))
        else:
            stretches.append(_with_complementiser(text, part) if part == content else part)
    return stretches


def excerpt_text(text: str, statement: Statement) -> str:
    """Return the excerpt of a statement as one line."""
    return " ".join(" […] ".join(span.of(text) for span in excerpt_of(text, statement)).split())


def written_name(text: str, span: Span) -> str:
    """Return the words of a span on one line, with the article that «للقناة» writes into one letter."""
    name = " ".join(span.of(text).split())
    return "ا" + name if name.startswith("ل") and text[max(0, span.start - 1) : span.start] == "ل" else name


def _with_conjunction(text: str, cue: Span) -> Span:
    """Return the cue from the beginning of its word: «وقال» is written with its و."""
    start = cue.start
    while start and text[start - 1].isalpha():
        start -= 1
    return Span(start, cue.end)


def _with_complementiser(text: str, content: Span) -> Span:
    """Return the content with the word that ties it to its cue, where one stands right before it («أن», «إلى»)."""
    before = _TIE.search(text[max(0, content.start - 12) : content.start])
    return Span(content.start - len(before.group()), content.end) if before else content


def _with_quotes(text: str, span: Span) -> Span:
    """Return the span with the quotation marks that stand against it on either side and those that it leaves open."""
    start, end = span.start, span.end
    while start and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING and _is_open(text[start:end], text[end]):
        end += 1
    return Span(start, end)


def _is_open(text: str, mark: str) -> bool:
    """Return whether the text opens a quotation that the mark closes."""
    partner = _PARTNER.get(mark)
    return text.count(partner) > text.count(mark) if partner else text.count(mark) % 2 == 1
