"""From drafts to records: spans, mode by quotation marks, distance, score."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.annotate.statements.confidence import score_of
from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import words
from riwaya.annotate.statements.phrase_starts import noun_of
from riwaya.annotate.statements.pieces import spans_of
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.written_names import name_at
from riwaya.model import Mode, Span, Statement

_SCARE_TOKENS = 3
_DISTANCING = ("زعم", "ادعى")
_SO_CALLED = frozenset(
    ("سماه", "سماها", "اسماه", "اسماها", "سمته", "وصفه", "وصفها", "وصفته", "وصفتها", "اعتبره", "اعتبرها", "يسمي")
)


def to_statement(reading: Reading, draft: Draft) -> Statement | None:
    """Return the record of a draft, or None where its content is empty."""
    article = reading.document.article
    content = _content(reading, draft)
    if content is None or draft.cue.overlaps(content):
        return None
    speaker = draft.speaker
    if speaker is not None and speaker.overlaps(draft.cue):
        speaker = None
    parts = [content, draft.cue] + ([speaker] if speaker is not None and not draft.elided else [])
    rest = spans_of(reading, draft.rest, [*parts, *draft.via])
    parts.extend(rest)
    span = Span(min(part.start for part in parts), max(part.end for part in parts))
    return Statement(
        id=Statement.make_id(article.id, content, draft.cue),
        article_id=article.id,
        span=span,
        content=content,
        content_text=content.of(reading.text),
        cue=draft.cue,
        cue_text=draft.cue.of(reading.text),
        speaker=speaker,
        speaker_text=name_at(reading.text, speaker) if speaker is not None else "",
        implicit=draft.elided,
        via=tuple(dict.fromkeys(link for link in draft.via if link != speaker)),
        addressee=draft.addressee,
        mode=_mode(reading, draft, content),
        distance=_distance(reading, draft, content),
        force=draft.force,
        score=score_of(draft),
        content_rest=rest,
    )


def _content(reading: Reading, draft: Draft) -> Span | None:
    """Return the content's characters, without quotation marks that enclose all of it."""
    first, end = draft.first, draft.end
    quotation = draft.quotation
    if quotation is not None and end > quotation.last + 1 and first == quotation.first + 1:
        first = quotation.first
    elif quotation is not None and not quotation.closed:
        end = max(end, first + 1)
    opening = reading.opens_quotation(first) if first < end else None
    if opening is not None and opening.closed and opening.last == end - 1 and end - first > 2:
        first, end = first + 1, end - 1
    if first >= end or not any(reading.tokens[place].kind != "mark" for place in range(first, min(end, first + 8))):
        return None
    return reading.span(first, end)


def _mode(reading: Reading, draft: Draft, content: Span) -> Mode:
    """Return direct where all of the content stands inside quotation marks, mixed where a part does."""
    starts = reading.document.token_starts
    first, end = bisect_left(starts, content.start), bisect_left(starts, content.end)
    quotation = draft.quotation
    if quotation is not None and quotation.first < first and end <= quotation.last + 1:
        return Mode.DIRECT
    around = reading.quotation_of[first]
    if around >= 0 and reading.forms[first] != '"' and reading.quotations[around].last >= end - 1:
        return Mode.DIRECT
    if first and reading.forms[first - 1] == '"' and end < len(reading.forms) and reading.forms[end] == '"':
        return Mode.DIRECT
    return Mode.MIXED if any(form == '"' for form in reading.forms[first:end]) else Mode.INDIRECT


def _distance(reading: Reading, draft: Draft, content: Span) -> tuple[Span, ...]:
    """Return the spans by which the article keeps its distance from the words."""
    starts = reading.document.token_starts
    first, end = bisect_left(starts, content.start), bisect_left(starts, content.end)
    found: list[Span] = []
    if draft.hit is not None and draft.hit.form.cue.lemma in _DISTANCING:
        found.append(draft.cue)
    for place in range(first, end):
        form = reading.forms[place]
        if form in _SO_CALLED:
            found.append(reading.span(place, place + 1))
        elif form == '"':
            quotation = reading.opens_quotation(place)
            if quotation is None or not quotation.closed or quotation.last >= end:
                continue
            inner = quotation.last - place - 1
            before = reading.forms[place - 1] if place else ""
            of_body = (noun_of(before) or ("", ""))[0] == "body"  # «وكالة "النهر"» is a name
            if 0 < inner <= _SCARE_TOKENS and not of_body and before not in words("contraction"):
                found.append(reading.span(place + 1, quotation.last))
    after = [reading.forms[place] for place in range(end, min(end + 4, len(reading.forms)))]
    if "حد" in after and "علي" in after:
        place = end + after.index("علي")
        found.append(reading.span(place, min(place + 3, len(reading.forms))))
    return tuple(found)
