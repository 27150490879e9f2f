"""What he says of whom a spokesman tells: «قال المتحدث إن الرئيس أكد ...، مشددا على ...», «... قلق، ويدعو ...»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, noun_of
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.arabic.normalise import fold
from riwaya.model import MentionKind, Span

_SPOKESMEN = ("متحدث", "ناطق")
_GOING_ON = frozenset(("أضاف", "تابع", "أردف", "استطرد", "واصل", "ختم", "قال", "مضى"))
_WITHIN = 60  # tokens from the reported clause's subject to a verb that goes on with it


def is_spokesman(reading: Reading, draft: Draft) -> bool:
    """Return whether a spokesman speaks: he tells what another says, so what goes on is mostly the other's."""
    if draft.speaker is None:
        return False
    head = fold(draft.speaker.of(reading.text)).split()[:1]
    return bool(head) and head[0].removeprefix("ال").startswith(_SPOKESMEN)


def is_person(reading: Reading, span: Span) -> bool:
    """Return whether the words name or describe a person."""
    first = bisect_right(reading.document.token_starts, span.start) - 1
    name = reading.names_by_token.get(first)
    named = name is not None and name.kind is MentionKind.PER
    return named or (noun_of(reading.forms[first]) or ("",))[0] == "person"


def told_of(reading: Reading, draft: Draft, earlier: Sequence[Draft]) -> tuple[Span, list[Span]] | None:
    """Return the subject of the reported clause with which a verb in the present goes on, and through whom it comes.

    Who only tells in the past does not go on in the present: «قال المتحدث إن الأمين العام قلق، ويدعو الأطراف إلى».
    """
    if draft.hit is None or draft.hit.form.part != "present" or draft.hit.joined != "و":
        return None
    sentence = reading.sentence_of[draft.cue_token]
    for outer in reversed(earlier[-2:]):
        hit = outer.hit
        if hit is None or hit.form.part != "past" or outer.structure != "that" or outer.speaker is None:
            continue
        near = reading.sentence_of[outer.cue_token] == sentence and draft.cue_token - outer.first <= _WITHIN
        if not near or draft.hit.form.cue.lemma in _GOING_ON or not is_spokesman(reading, outer):
            return None
        opened = reading.forms[outer.first - 1] in ("ان", "بان")
        if not opened or not begins_phrase(reading, outer.first, draft.cue_token):
            return None
        marked = range(outer.first + 1, draft.cue_token)
        limit = next((at for at in marked if reading.forms[at] == '"'), draft.cue_token)
        phrase = read_phrase(reading, outer.first, limit, greedy=False)
        name = reading.names_by_token.get(phrase.name) or reading.names_by_token.get(phrase.first)
        person = phrase.kind == "person" or (name is not None and name.kind is MentionKind.PER)
        if not person or not draft.agrees(phrase.gender, "s"):
            return None
        return speaker_span(reading, phrase), [*outer.via, outer.speaker]
    return None
