"""Nouns that attribute: «قوله إن», «إعلان ترامب انسحاب ...», «تحذير روسيا من أن», «تصريحات الوزير بأن»."""

from __future__ import annotations

from riwaya.annotate.statements.contents import find_target
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.late_objects import late_object
from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    cue_forms,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.making import make_draft, speech_limit
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase, is_attached_l
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.relays import ascriber, sources_before
from riwaya.annotate.statements.second_phrases import object_behind
from riwaya.annotate.statements.sources import is_source_noun
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.subjects import find_subject
from riwaya.annotate.statements.support import lent_subject, subject_of_verb_before
from riwaya.annotate.statements.targets import Target
from riwaya.model import MentionKind

# What nobody has said: «عدم إعلان الوزارة», «قبل إعلان الوزارة».
_UNSAID = frozenset(
    ("عدم", "بعدم", "دون", "بدون", "انتظار", "بانتظار", "حق", "حال", "يجب", "ينبغي", "يمكن", "ضروره", "امكانيه")
) | frozenset(("موعد", "ترقب"))
_ANNOUNCED_WITHIN = 16
_DESCRIBED_WITHIN = 10
_PLURALS = ("ات", "وعود", "مزاعم", "توقع")
_TIGHT = 4  # tokens between whose announcement it is and what it announces
_WHEN = frozenset(("بعد", "بعيد", "مع", "غداه", "عقب", "اثر", "رغم", "قبيل", "منذ"))
_TELLING = frozenset(
    ("أكد", "أعلن", "هدد", "حذر", "تعهد", "رجح", "نفى", "طالب", "دعا", "شدد", "كشف", "اقترح", "استبعد", "اعترف", "لوح")
)
_SINCE = 5
_LEAST = 3
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
    if (lent := _lent(reading, hit, limit)) is not None:
        return lent
    index = hit.index + 1
    plural = reading.forms[hit.index].endswith(_PLURALS)
    if plural and index + 1 < limit and reading.forms[index] == "من" and begins_phrase(reading, index + 1, limit):
        index += 1  # «ترجيحات من الصحافة بأن»
    if index < limit and reading.forms[index] == "#":
        index += 1  # «إعلان #الجيش مقتل ...»
    if not begins_phrase(reading, index, limit):
        return None
    phrase = read_phrase(reading, index, limit, greedy=True)
    mention = reading.names_by_token.get(index)
    media = plural and is_source_noun(reading.forms[index])
    says = reading.forms[phrase.end : phrase.end + 1] in (("ان",), ("انه",), ("انها",), ("انهم",))
    if (
        not (media or says)
        and phrase.kind not in ("person", "people", "body", "name")
        and (mention is None or mention[1] is MentionKind.LOC)
    ):
        return None
    target = find_target(reading, hit, min(limit, hit.index + 30), False)
    if target is None and hit.form.cue.lemma == "أعلن":
        target = late_object(reading, hit, min(limit, hit.index + _ANNOUNCED_WITHIN))
    dated = target is not None and target.kind == "object" and reading.forms[phrase.end : phrase.end + 1] == ("في",)
    if hit.form.cue.lemma == "قال" and (target is None or target.kind != "that"):
        return None  # «قول الحقيقة»
    far = target is not None and target.mark - phrase.end > _TIGHT and target.kind != "that" and not dated
    if target is None or far or target.mark < phrase.end or target.kind in ("quote", "colon"):
        return None
    if hit.form.cue.lemma == "اتهم" and target.kind != "that":
        return _charge(reading, hit, target, phrase)
    if hit.form.cue.lemma in ("أدان", "دان") and reading.forms[phrase.end : phrase.end + 1] == ("في",):
        return None  # «إدانة الحزب في قضية فساد»
    calls = target.kind == "preposition" and hit.form.cue.lemma == "دعا" and target.mark - phrase.end <= 1
    if plural and not calls and (target.kind != "that" or target.mark - phrase.end > _TIGHT):
        return None  # «تهديدات المتطرفين» are no statement of their own, «تأكيدات الحكومة بأن» are
    if hit.form.cue.lemma == "صرح" and (target.kind != "that" or before in ("في", "خلال", "عبر")):
        return None  # «قال في تصريح صحفي»
    if target.kind == "that" and _is_described(reading, hit.index):
        return None  # «وصف الوزير إعلان الشركة بأنه ...»
    draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
    draft.splits, draft.structure, draft.gender = False, "noun", phrase.gender
    return draft


def _lent(reading: Reading, hit: Hit, limit: int) -> Draft | None:
    """Return «أطلق التنظيم تهديدات باستهداف ...», «تضمن البيان دعوة إلى ...», «سارعت الوزارة إلى نفي أن ...»."""
    lemma, behind = hit.form.cue.lemma, hit.index + 1
    if behind + 1 >= limit or is_definite(reading.forms[hit.index]) or lemma in ("صرح", "اتهم", "رجح", "توقع"):
        return None
    before = reading.forms[hit.index - 1] if hit.index else ""
    form, written = reading.forms[behind], reading.tokens[behind].text
    frames = hit.form.cue.frames
    denies = before == "الي" and "that" in frames and form in COMPLEMENTISERS
    if form in frames and reading.forms[behind + 1] not in COMPLEMENTISERS:
        form, written = reading.forms[behind + 1], reading.tokens[behind + 1].text
        noun = opens_proposition(form.removeprefix("ال"), written.removeprefix("ال"))
    elif "ب" in frames and form.startswith("ب") and len(form) > _LEAST:
        noun = opens_proposition(form[1:].removeprefix("ال"), written[1:].removeprefix("ال"))
    else:
        noun = False
    if not denies and not (noun and before not in words("preposition")):
        return None
    subject = subject_of_verb_before(reading, hit.index) if denies else lent_subject(reading, hit.index)
    target = find_target(reading, hit, min(limit, hit.index + 30), True) if subject is not None else None
    if subject is None or target is None or target.mark != behind:
        return None
    draft = make_draft(reading, hit, target, subject)
    draft.splits, draft.structure = False, "noun"
    return draft


def _charge(reading: Reading, hit: Hit, target: Target, phrase: Phrase) -> Draft | None:
    """Return «اتهام المعارضة القوات بشن هجوم»: who accuses and whom, not «أزمة اتهام روسيا بالتدخل»."""
    phrase = _before_accused(reading, phrase)
    accused = object_behind(reading, phrase, target.mark)
    if accused is None and is_attached_l(reading, phrase.end):
        accused = phrase.end  # «اتهام الحكومة لموسكو بشن هجوم»
    if accused is None or target.kind != "attached" or reading.forms[accused][0] in "وف":
        return None
    draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
    draft.first, draft.splits, draft.structure, draft.gender = accused, False, "noun", phrase.gender
    return draft


def _before_accused(reading: Reading, phrase: Phrase) -> Phrase:
    """Return indefinite accusers without the definite accused («مسعفين ومعارضين | القوات»)."""
    for place in range(phrase.first + 1, phrase.end):
        before = reading.forms[place - 1]
        if is_definite(reading.forms[place]) and not is_definite(before) and before.endswith(("ين", "ون")):
            return phrase.until(place)
    return phrase


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
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    if target is None:
        return None
    if target.kind == "object" and hit.form.cue.lemma != "أكد" and target.mark != hit.index + 1:
        return None
    if target.mark > hit.index + 1 and target.kind in ("preposition", "attached"):
        return None
    for place in range(hit.index - 1, max(first, hit.index - 26) - 1, -1):
        if reading.forms[place] in ("عن", "لسان") and begins_phrase(reading, place + 1, hit.index):
            phrase = read_phrase(reading, place + 1, hit.index, greedy=False)
            draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
            draft.splits, draft.structure = False, "relayed"
            about, between = sources_before(reading, place, first)
            _add_transmitter(reading, about, first, draft)
            draft.via = [*draft.via, *between]
            return draft
    ascribed = ascriber(reading, hit.index, first)
    if ascribed is not None:
        phrase, source = ascribed
        draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
        draft.splits, draft.structure, draft.via = False, "relayed", [source]
        return draft
    before = reading.forms[hit.index - 1] if hit.index else ""
    adjacent = target.kind == "that" and target.mark == hit.index + 1 and before not in _UNSAID
    told = target.mark == hit.index + 1 and _tells(reading, hit, target)
    if hit.form.cue.lemma != "قال" and not adjacent and not told:
        return None
    draft = make_draft(reading, hit, target, Subject(None, hit.index, "elided"))
    draft.splits = False
    return draft


def _tells(reading: Reading, hit: Hit, target: Target) -> bool:
    """Return whether a possessed noun tells what its owner said («مع تهديدها بحظر السفر», «بعد إعلانه انسحابه»)."""
    before = strip_conjunction(reading.forms[hit.index - 1]) if hit.index else ""
    if before == "من" and "بعد" in reading.forms[max(0, hit.index - _SINCE) : hit.index]:
        before = "بعد"  # «بعد يومين من كشفه عن ...»
    if before not in _WHEN or hit.joined or hit.form.cue.lemma not in _TELLING or target.quotation is not None:
        return False
    form, written = reading.forms[target.first], reading.tokens[target.first].text
    if target.kind == "attached":
        form, written = form[1:], written[1:]
    if is_definite(form):
        form, written = form[2:], written[2:]
    return opens_proposition(form, written)


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
