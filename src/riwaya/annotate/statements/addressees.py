"""To whom something is said, and whom an accusation names."""

from __future__ import annotations

from riwaya.annotate.statements.appositions import behind_asides
from riwaya.annotate.statements.asking import ABOUT
from riwaya.annotate.statements.complements import SELF
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.lexicon import words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, is_attached_l, skip_adverbs
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.second_phrases import (
    TIMES,
    complement_alone,
    is_interrupted,
    object_behind,
    skip_phrases,
)
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.targets import Target
from riwaya.model import MentionKind, Span


def addressed(reading: Reading, hit: Hit, target: Target, index: int) -> Span | None:
    """Return whom a demand or warning goes to; whom an accusation names belongs to its content."""
    phrase = read_phrase(reading, index, target.mark, greedy=False)
    if hit.form.cue.lemma in ("اتهم", "هدد", "توعد"):
        return None
    return speaker_span(reading, phrase)


def add_addressee(reading: Reading, hit: Hit, target: Target, subject: Subject, draft: Draft) -> None:
    """Find the addressee between the cue and its content, and widen an accusation by whom it accuses."""
    index = hit.index + 1
    if subject.position == "after" and subject.phrase is not None:
        index = subject.phrase.end
    if hit.form.cue.lemma == "وصف" and target.mark - 1 > hit.index - 1 and reading.forms[target.mark - 1] in SELF:
        draft.first, draft.quotation = target.mark - 1, None  # «وصف نفسه بأنه ...»
        return
    index = skip_adverbs(reading, behind_asides(reading, index, target.mark), target.mark)
    source = subject.phrase is not None and (subject.position != "after" or subject.phrase.kind in ("person", "people"))
    if source and hit.form.cue.lemma == "أفاد" and _is_medium(reading, index, target.mark):
        draft.addressee = addressed(reading, hit, target, index)  # «أفاد شهود عيان وكالة النهر بأن»
        return
    if "target" in hit.form.cue.frames or "describe" in hit.form.cue.frames:
        index = skip_phrases(reading, index, target.mark)
        if subject.position == "after" and subject.phrase is not None:
            index = object_behind(reading, subject.phrase, target.mark) or index
        described = hit.form.cue.lemma == "وصف" and index < target.mark and reading.forms[index] == "ما"
        if described or begins_phrase(reading, index, target.mark):
            if hit.form.cue.lemma == "وصف" and is_interrupted(reading, index, target.mark):
                alone = complement_alone(reading, target)  # «وصف السد، في خطاب له، بأنه ...»
                draft.first, draft.quotation = alone.first, alone.quotation
                return
            if hit.form.cue.lemma in ("اتهم", "وصف") and target.kind in ("attached", "that", "complement"):
                draft.first, draft.quotation = index, None
                return
            draft.addressee = addressed(reading, hit, target, index)
            return
    if "ask" in hit.form.cue.frames and target.mark + 1 < draft.first:
        asked = target.mark + 1
        if reading.forms[asked] in ABOUT:
            draft.addressee = reading.span(asked, draft.first)  # «طلبت من نحو عشرة آلاف شخص مغادرة ...»
        else:
            draft.addressee = speaker_span(reading, read_phrase(reading, asked, draft.first, greedy=True))
        return
    for place in range(index, target.mark):
        form = reading.forms[place]
        mention = reading.names_by_token.get(place)
        known = mention is not None and mention.offset > 0
        told = form.startswith("ل") and form not in TIMES and form.removeprefix("لل") not in words("time_unit")
        if told and (known or is_attached_l(reading, place)) and place - index < 8:
            before = reading.forms[place - 1]
            occasion = before in ("مقابله", "حديث", "تصريح", "تصريحات", "حوار")
            if occasion or place == index:
                draft.addressee = _dative(reading, place, target.mark)
                return
        if form == "مع" and reading.forms[place - 1] in ("مقابله", "حوار", "حديث", "لقاء") and place + 1 < target.mark:
            draft.addressee = speaker_span(reading, read_phrase(reading, place + 1, target.mark, greedy=False))
            return


def _dative(reading: Reading, place: int, limit: int) -> Span:
    phrase = read_phrase(reading, place, limit, greedy=False)
    return Span(reading.tokens[place].start + 1, reading.tokens[phrase.end - 1].end)


def _is_medium(reading: Reading, index: int, limit: int) -> bool:
    """Return whether an outlet stands at a token, by its kind or name."""
    if index >= limit:
        return False
    name = reading.names_by_token.get(index)
    outlet = name is not None and name.kind is MentionKind.OUTLET and name.offset == 0
    return outlet or reading.forms[index] in words("medium")
