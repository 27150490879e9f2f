"""Statements, reports and speeches that carry words: «جاء في بيان للوزارة أن ...», «تصريحات لفلان قال فيها»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.statements.contents import find_target
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.lexicon import cue_forms, past_forms, strip_conjunction, words
from riwaya.annotate.statements.making import make_draft, speech_limit
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import ELATIVES, Phrase, begins_phrase, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.topics import agrees
from riwaya.annotate.statements.turns import turn_at
from riwaya.annotate.statements.verbs import verb_at
from riwaya.arabic.normalise import fold
from riwaya.model import Span

_VESSEL_WITHIN = 25
_ISSUED_WITHIN = 14
_WRITTEN = frozenset(("كتبه", "كتبها", "كتبته", "كتبتها", "خطه", "خطها", "دونه", "القاه", "القاها", "القتها", "القته"))
PUBLISHING = frozenset(("نشر", "نشرت", "بث", "بثت", "اورد", "اوردت", "نقل", "نقلت", "تنشر", "ينشر"))
_INTERVIEWS = frozenset(("مقابله", "حوار", "حديث", "لقاء"))
_MADE = ("كتب", "قدم", "وضع", "القي", "سجل", "رفع", "قام", "حرر", "دون", "اعد", "تلا", "وزع", "سلم", "صاغ")
ISSUING = frozenset(("اصدر", "اصدرت", "وجه", "وجهت", "كتب", "كتبت", "اطلق", "اطلقت", "ارسل", "ارسلت", "بعث", "بعثت"))
# Whoever does this to a text speaks in it; who publishes it may pass on another's.
MAKING = ISSUING | {form for verb in _MADE for form, _, _ in past_forms(verb)}
# A letter that was sent to somebody is not his.
_SENT = frozenset(
    ("موجه", "موجهه", "موجها", "الموجه", "الموجهه", "مرسله", "المرسله", "وجهها", "وجهه", "وجهتها", "وجهته")
)


def build_vessels(reading: Reading) -> list[Draft]:
    """Return the drafts of «جاء في بيان للوزارة أن ...»."""
    found: list[Draft] = []
    for index, form in enumerate(reading.forms[:-3]):
        if form in ("جاء", "وجاء", "ورد", "وورد") and reading.forms[index + 1] in ("في", "فيه", "فيها"):
            draft = _vessel(reading, index) if reading.forms[index + 1] == "في" else _told_in_it(reading, index)
            if draft is not None:
                found.append(draft)
        elif form in ("جاء", "وجاء", "ورد", "وورد") and reading.forms[index + 1 : index + 3] == ("علي", "لسان"):
            draft = _on_lips(reading, index)
            if draft is not None:
                found.append(draft)
        elif form in _WRITTEN and index:
            draft = _written_by(reading, index)
            if draft is not None:
                found.append(draft)
    return found


def _written_by(reading: Reading, index: int) -> Draft | None:
    """Return «نشرت الصحيفة نصا كتبه فلان: "..."», whose verb names the author and no words but those behind it."""
    limit = speech_limit(reading, index)
    if not _is_vessel(reading.forms[index - 1]) or not begins_phrase(reading, index + 1, limit):
        return None
    phrase = read_phrase(reading, index + 1, limit, greedy=False)
    if reading.forms[phrase.end : phrase.end + 1] not in ((":",), ('"',)):
        return None
    hit = Hit(index, reading.tokens[index].start, cue_forms()["كتب"], "")
    target = find_target(reading, hit, limit, True)
    if target is None or target.quotation is None or target.mark != phrase.end:
        return None
    draft = make_draft(reading, hit, target, Subject(phrase, index, "after"))
    publisher = issuer(reading, index - 1, PUBLISHING)
    draft.via = [publisher[0]] if publisher is not None else []
    return draft


def _is_vessel(form: str) -> bool:
    """Return whether a word is a text, with the article or in the accusative («نصا», «المقال»)."""
    bare = form.removeprefix("ال")
    known = words("vessel") | words("vessel_owned")
    noun = noun_of(bare) or noun_of(bare.removesuffix("ا"))
    return bare in known or bare.removesuffix("ا") in known or (noun is not None and noun[0] == "document")


def issuer(reading: Reading, vessel: int, verbs: frozenset[str]) -> tuple[Span, str] | None:
    """Return who issues the text before which he is named, and the verb's gender («أصدرت الوزارة بيانا جاء فيه»)."""
    first = reading.sentences[reading.sentence_of[vessel]][0]
    for place in range(vessel - 1, max(first, vessel - _ISSUED_WITHIN) - 1, -1):
        if strip_conjunction(reading.forms[place]) not in verbs:
            continue
        turn, verb = turn_at(reading, place), verb_at(reading, place)
        if turn is not None:
            return (turn.span, turn.gender) if turn.span.end <= reading.tokens[vessel].start else None
        subject = skip_adverbs(reading, place + 1, vessel)
        if verb is None or not begins_phrase(reading, subject, vessel):
            return None
        phrase = read_phrase(reading, subject, vessel, greedy=False)  # «نشرت صفحة البلدية تغريدة قالت فيها»
        if phrase.kind == "" and phrase.end < vessel and is_definite(reading.forms[phrase.end]):
            phrase = replace(phrase, end=phrase.end + 1)
        return (speaker_span(reading, phrase), verb.gender) if agrees(reading, phrase, verb) else None
    return None


def _vessel(reading: Reading, index: int) -> Draft | None:
    vessel = index + 2
    if reading.forms[vessel] in ELATIVES or reading.forms[vessel] in words("some"):
        vessel += 1  # «جاء في إحدى الرسائل»
    bare = reading.forms[vessel].removeprefix("ال")
    noun = noun_of(bare)
    document = noun is not None and noun[0] == "document"
    medium = (bare in words("medium") or document) and reading.forms[vessel] not in words("no_speaker")
    if bare not in words("vessel") and bare not in words("vessel_owned") and not medium:
        return None
    start = reading.tokens[index].start + (1 if reading.forms[index].startswith(("وج", "وو")) else 0)
    hit = Hit(index, start, cue_forms()["قال"], "و")
    target = find_target(reading, hit, speech_limit(reading, index), True)
    if target is None or (medium and bare not in words("vessel") and target.kind not in ("that", "colon", "quote")):
        return None
    owner = vessel_owner(reading, vessel, target.mark)
    phrase = owner or read_phrase(reading, vessel, target.mark, greedy=False)
    draft = make_draft(reading, hit, target, Subject(phrase, index, "after"))
    draft.cue = Span(start, reading.tokens[vessel if owner else vessel - 1].end)
    draft.prior, draft.splits = 0.93, True
    return draft


def _on_lips(reading: Reading, index: int) -> Draft | None:
    """Return «جاء على لسان الناطق باسم الحزب أن ...»."""
    limit = speech_limit(reading, index)
    if not begins_phrase(reading, index + 3, limit) or reading.forms[max(0, index - 1)] in ("ما", "كما"):
        return None  # «ما جاء على لسان الوزير كذب»
    start = reading.tokens[index].start + (1 if reading.forms[index].startswith(("وج", "وو")) else 0)
    hit = Hit(index, start, cue_forms()["قال"], "و")
    target = find_target(reading, hit, limit, True)
    if target is None or target.kind not in ("that", "colon", "quote", "inside"):
        return None
    phrase = read_phrase(reading, index + 3, target.mark, greedy=False)
    draft = make_draft(reading, hit, target, Subject(phrase, index, "after"))
    draft.cue = Span(start, reading.tokens[index + 2].end)
    draft.prior, draft.splits = 0.93, True
    return draft


def _told_in_it(reading: Reading, index: int) -> Draft | None:
    """Return «بيان للوزارة، جاء فيه: ...»: the vessel stands before."""
    first = reading.sentences[reading.sentence_of[index]][0]
    for vessel in range(index - 1, max(first, index - _VESSEL_WITHIN) - 1, -1):
        bare = reading.forms[vessel].removeprefix("ال").removesuffix("ا")
        if bare in words("vessel") or bare in words("vessel_owned"):
            break
    else:
        return None
    hit = Hit(index, reading.tokens[index].start, cue_forms()["قال"], "")
    target = find_target(reading, hit, speech_limit(reading, index), True)
    if target is None or target.mark > index + 3:
        return None
    phrase = vessel_owner(reading, vessel, index) or read_phrase(reading, vessel, vessel + 1, greedy=False)
    draft = make_draft(reading, hit, target, Subject(phrase, index, "relative"))
    draft.cue = reading.span(index, index + 2)
    issued = issuer(reading, vessel, ISSUING) if phrase.first == vessel else None
    if issued is not None:
        draft.speaker = issued[0]
    return draft


def vessel_owner(reading: Reading, vessel: int, limit: int) -> Phrase | None:
    """Return whose statement it is: «بيان صادر عن الخارجية», «بيان لحماس», «بيان البيت الأبيض»."""
    for place in range(vessel + 1, min(limit, vessel + 6)):
        form = reading.forms[place]
        if form == "عن" and reading.forms[place - 1].startswith(("صادر", "صدر", "صادره", "صدرت")):
            return read_phrase(reading, place + 1, limit, greedy=False) if place + 1 < limit else None
        if form.startswith("ل") and len(form) > 3 and form not in words("l_word"):
            if reading.forms[place - 1] in _SENT:
                return None  # «رسالة موجهة للرئيس»
            return read_phrase(reading, place, limit, greedy=True)
        if form in ("حول", "بشان"):
            return None  # «مقالا حول زيارة للوزير» is about him
        if form == "مع" and _is_interview(reading.forms[vessel]) and begins_phrase(reading, place + 1, limit):
            asked = read_phrase(reading, place + 1, limit, greedy=True)
            return asked if asked.kind in ("person", "name") else None  # «مقابلة مع قناة النهر» is not hers
    follows = vessel + 1
    if follows >= limit or is_definite(reading.forms[vessel]) or not begins_phrase(reading, follows, limit):
        return None
    named = noun_of(reading.forms[follows]) is not None or follows in reading.names_by_token
    return read_phrase(reading, follows, limit, greedy=False) if named else None


def _is_interview(form: str) -> bool:
    return form.removeprefix("ال").removesuffix("ا") in _INTERVIEWS


def vessel_maker(reading: Reading, vessel: int, limit: int) -> tuple[Phrase, str] | None:
    """Return by whom a clause behind it says the vessel was made, and the gender its verb gives the maker.

    «تصريحات أدلى بها فلان», «كلمة ألقاها فلان», «تصريحات من جانب فلان».
    """
    for place in range(vessel + 1, min(limit - 1, vessel + 4)):
        after = place + 1
        if reading.forms[place] == "من" and reading.forms[after] in ("جانب", "قبل", "طرف"):
            return _named_at(reading, after + 1, limit, "")
        verb = verb_at(reading, place)
        if verb is None:
            continue
        if not verb.pronoun:
            if reading.forms[after] not in ("به", "بها"):
                return None
            after += 1
        return _named_at(reading, skip_adverbs(reading, after, limit), limit, verb.gender)
    return None


def _named_at(reading: Reading, place: int, limit: int, gender: str) -> tuple[Phrase, str] | None:
    if place >= limit or not begins_phrase(reading, place, limit):
        return None
    return read_phrase(reading, place, limit, greedy=False), gender


def passes_on(reading: Reading, outer: Draft) -> bool:
    """Return whether the outer speaker is a medium or a document."""
    if outer.speaker is None:
        return False
    words_of = [fold(word).strip('"()').removeprefix("ال") for word in outer.speaker.of(reading.text).split()]
    return any(word in words("medium") or (noun_of(word) or ("", ""))[0] == "document" for word in words_of[:2])
