"""Nouns that attribute: «قوله إن», «إعلان ترامب انسحاب ...», «تحذير روسيا من أن», «تصريحات الوزير بأن»."""

from __future__ import annotations

from riwaya.annotate.statements.contents import find_target
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.late_objects import late_object
from riwaya.annotate.statements.lexicon import cue_forms, strip_conjunction
from riwaya.annotate.statements.making import make_draft, speech_limit
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.subjects import find_subject, speaker_span
from riwaya.model import MentionKind

# What nobody has said: «عدم إعلان الوزارة», «قبل إعلان الوزارة».
_UNSAID = frozenset(
    ("عدم", "بعدم", "دون", "بدون", "انتظار", "بانتظار", "حق", "حال", "يجب", "ينبغي", "يمكن", "ضروره", "امكانيه")
)
_ANNOUNCED_WITHIN = 16
_DESCRIBED_WITHIN = 10
_PLURALS = ("ات", "وعود", "مزاعم", "توقع")
_TIGHT = 4  # tokens between whose announcement it is and what it announces
_TRANSMITTERS = frozenset(("نقل", "أورد", "ذكر", "نقلا"))


def attributing_noun(reading: Reading, hit: Hit) -> Draft | None:
    """Return the draft of a noun that attributes: «قوله إن», «إعلان ترامب انسحاب ...», «تحذير روسيا من أن»."""
    limit = speech_limit(reading, hit.index)
    if hit.form.cue.lemma == "اتهم" and reading.forms[hit.index].startswith("اتهامه"):
        return None  # «اتهامه بالتجسس» accuses him
    if hit.form.pronoun:
        return _possessed(reading, hit, limit)
    before = reading.forms[hit.index - 1] if hit.index else ""
    if (hit.joined and hit.form.cue.lemma != "قال") or before in _UNSAID:
        return None
    index = hit.index + 1
    if not begins_phrase(reading, index, limit) or hit.form.cue.lemma == "قال":
        return None
    phrase = read_phrase(reading, index, limit, greedy=True)
    mention = reading.names_by_token.get(index)
    if phrase.kind not in ("person", "people", "body", "name") and (mention is None or mention[1] is MentionKind.LOC):
        return None
    target = find_target(reading, hit, min(limit, hit.index + 30), False)
    if target is None and hit.form.cue.lemma == "أعلن":
        target = late_object(reading, hit, min(limit, hit.index + _ANNOUNCED_WITHIN))
    dated = target is not None and target.kind == "object" and reading.forms[phrase.end : phrase.end + 1] == ("في",)
    far = target is not None and target.mark - phrase.end > _TIGHT and target.kind != "that" and not dated
    if target is None or far or target.mark < phrase.end or target.kind in ("quote", "colon"):
        return None
    if hit.form.cue.lemma == "اتهم" and target.kind != "that":
        return None  # «أزمة اتهام روسيا بالتدخل»
    if hit.form.cue.lemma in ("أدان", "دان") and reading.forms[phrase.end : phrase.end + 1] == ("في",):
        return None  # «إدانة الحزب في قضية فساد»
    if reading.forms[hit.index].endswith(_PLURALS) and (target.kind != "that" or target.mark - phrase.end > _TIGHT):
        return None  # «تهديدات المتطرفين» are no statement of their own, «تأكيدات الحكومة بأن» are
    if hit.form.cue.lemma == "صرح" and (target.kind != "that" or before in ("في", "خلال", "عبر")):
        return None  # «قال في تصريح صحفي»
    if target.kind == "that" and _is_described(reading, hit.index):
        return None  # «وصف الوزير إعلان الشركة بأنه ...»
    draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
    draft.splits, draft.structure, draft.gender = False, "noun", phrase.gender
    return draft


def _is_described(reading: Reading, index: int) -> bool:
    """Return whether a verb that describes stands before the noun, so that «بأنه» is its complement."""
    first = max(reading.sentences[reading.sentence_of[index]][0], index - _DESCRIBED_WITHIN)
    for form in reading.forms[first:index]:
        item = cue_forms().get(form) or cue_forms().get(strip_conjunction(form))
        if item is not None and item.part != "noun" and "describe" in item.cue.frames:
            return True
    return False


def _possessed(reading: Reading, hit: Hit, limit: int) -> Draft | None:
    """Return «نقلت سانا عن مصدر قوله إن ...», or a «قوله إن» of the last speaker."""
    target = find_target(reading, hit, min(limit, hit.index + 25), True)
    if target is None or (target.kind == "object" and hit.form.cue.lemma != "أكد"):
        return None
    if target.mark > hit.index + 1 and target.kind in ("preposition", "attached"):
        return None
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    for place in range(hit.index - 1, max(first, hit.index - 26) - 1, -1):
        if reading.forms[place] in ("عن", "لسان") and begins_phrase(reading, place + 1, hit.index):
            phrase = read_phrase(reading, place + 1, hit.index, greedy=False)
            draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
            draft.splits, draft.structure = False, "relayed"
            _add_transmitter(reading, place, first, draft)
            return draft
    before = reading.forms[hit.index - 1] if hit.index else ""
    adjacent = target.kind == "that" and target.mark == hit.index + 1 and before not in _UNSAID
    if hit.form.cue.lemma != "قال" and not adjacent:
        return None
    draft = make_draft(reading, hit, target, Subject(None, hit.index, "elided"))
    draft.splits = False
    return draft


def _add_transmitter(reading: Reading, about: int, first: int, draft: Draft) -> None:
    """Add who passes the words on: the subject of the نقل before عن."""
    for place in range(about - 1, max(first, about - 20) - 1, -1):
        form = reading.forms[place]
        item, joined = cue_forms().get(form), ""
        if item is None and form[0] in "وف":
            item, joined = cue_forms().get(form[1:]), form[0]
        if item is not None and item.cue.lemma in _TRANSMITTERS and item.part in ("past", "present"):
            hit = Hit(place, reading.tokens[place].start, item, joined)
            source = find_subject(reading, hit, about)
            draft.begins, draft.splits = source.begins, bool(joined) or source.begins == first
            if source.phrase is not None and source.position != "elided":
                draft.via = [speaker_span(reading, source.phrase)]
            return
