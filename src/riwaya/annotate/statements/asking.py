"""Requests and charges: «طلب من الحكومة توضيح ...», «حمّلت حماس المسؤولية», «وجّه اتهامات إلى ... بـ»."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import RELATIVES, begins_phrase, is_attached_l, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.reported import behind_adjuncts
from riwaya.annotate.statements.reported_nouns import is_subject, reported_here
from riwaya.annotate.statements.targets import Target, behind

_HIDING = frozenset(("عدم", "التحفظ", "حجب", "اخفاء", "ابقاء", "الكشف", "كشف", "ذكر", "الافصاح", "نشر", "استخدام"))
_ASKED_WITHIN = 12
_LEVELLED_WITHIN = 14
_BLAME = ("مسوولي", "المسوولي", "بالمسوولي", "اللوم", "باللوم", "اللايمه", "باللايمه", "تبع")
_SUBJECT_WITHIN = 22
_ANSWERED_WITHIN = 6
_ANSWERING = frozenset(("أجاب", "خاطب", "أخبر", "أبلغ"))
_APPEALED_WITHIN = 10
_ALL = frozenset(("بجميع", "بكافه", "بكل", "بساير", "بابناء"))
_CLAIMED_WITHIN = 14
_CLAIMED = frozenset(
    ("هجوم", "هجمات", "هجومين", "عمليه", "عمليات", "تفجير", "تفجيرات", "تفجيرين", "اعتداء", "اعتداءات", "اغتيال")
) | frozenset(("مسووليه", "مسووليته", "مسووليتها", "قصف", "انفجار", "استهداف", "اطلاق"))
ABOUT = frozenset(("نحو", "حوالي", "قرابه", "زهاء"))
_COUNTED_WITHIN = 7
_ASIDE = 8  # tokens between whom a demand addresses and what it demands


def asked(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return what is asked for: «طلب من الحكومة توضيح ...», «طلبت من السلطات أن ...», «طلبت موسكو استجواب ...»."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if index < limit and reading.forms[index] in ("منه", "منها", "منهم", "منا", "مني"):
        index = skip_adverbs(reading, index + 1, limit)
    if index >= limit or hit.form.pronoun:
        return None
    if stays_unnamed(reading, index):
        return None
    quotation = reading.opens_quotation(index)
    if quotation is not None and index == hit.index + 1 and quotation.first + 1 < quotation.last:
        return Target("quote", index, index + 1, quotation)
    if reported_here(reading, index) and not is_subject(reading, index):
        return Target("object", index, index, None)
    for place in range(index, min(index + _ASKED_WITHIN, limit - 1)):
        counted = place + 2 < limit and reading.forms[place + 1] in ABOUT
        if reading.forms[place] == "من" and (counted or begins_phrase(reading, place + 1, limit)):
            target = _asked_of(reading, place, limit)
            if target is not None:
                return target
    if not subject_before and begins_phrase(reading, index, limit):
        index = read_phrase(reading, index, limit, greedy=True).end
    quotation = reading.opens_quotation(index) if index < limit else None
    if quotation is not None and quotation.first + 2 < quotation.last:
        first = index + 1 + (reading.forms[index + 1] in COMPLEMENTISERS)
        return Target("quote", index, first, quotation)  # «طلبت الوزارة "أن يعلن ..."»
    if index + 1 < limit and reading.forms[index] in COMPLEMENTISERS:
        return behind(reading, "that", index, index + 1, limit)
    return behind_adjuncts(reading, index, min(limit, index + _ASIDE))


def before_asked(reading: Reading, hit: Hit, limit: int) -> int:
    """Return where who is asked or instructed begins, so that the subject ends there, else `limit`."""
    near = range(hit.index + 2, min(limit, hit.index + _SUBJECT_WITHIN))
    if "ask" in hit.form.cue.frames:  # «طلبت الوزيرة من السفير ...»
        return next((at for at in near if reading.forms[at] == "من"), limit)
    if hit.form.cue.lemma == "أوعز":  # «أوعز رئيس الوزراء لوزارة الداخلية بـ»
        return next((at for at in near if is_attached_l(reading, at)), limit)
    return limit


def appealed(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return what an appeal calls for behind those to whom it goes («أهابت الوزارة بالسائقين توخي الحذر»)."""
    for place in range(hit.index + 1, min(limit - 1, hit.index + _APPEALED_WITHIN)):
        form = reading.forms[place]
        if form in COMPLEMENTISERS or (not reading.is_word(place) and form != ","):
            return None
        if form.startswith("بال") or form in _ALL or (form[0] == "ب" and noun_of(form[1:]) is not None):
            construct = form in _ALL and place + 2 < limit and is_definite(reading.forms[place + 2])
            return _called_for(reading, place + 1 + construct, limit)  # «بجميع وسائل الإعلام»
    return None


def _called_for(reading: Reading, place: int, limit: int) -> Target | None:
    """Return what stands behind definite words that name whom an appeal goes to."""
    while place < limit and is_definite(strip_conjunction(reading.forms[place])) and not reported_here(reading, place):
        place += 1
    if place + 1 >= limit:
        return None
    form = reading.forms[place]
    if form in COMPLEMENTISERS or form in ("الي", ":"):
        return behind(reading, "that" if form in COMPLEMENTISERS else "preposition", place, place + 1, limit)
    if form == '"':
        return behind(reading, "quote", place, place, limit)
    named = form in words("preposition") or not reading.is_word(place)
    return None if named else Target("object", place, place, None)


def _asked_of(reading: Reading, index: int, limit: int) -> Target | None:
    """Return what «من» and whom it names leave to be asked for."""
    end = skip_adverbs(reading, _behind_asked(reading, index + 1, limit), limit)
    for place in range(end, min(end + 12, limit)):
        if reading.forms[place] in COMPLEMENTISERS and reading.forms[place - 1] not in words("no_complement"):
            return behind(reading, "that", index, place + 1, limit)
        if place == end and (reported_here(reading, place) or _is_noun(reading.forms[place])):
            return Target("object", index, place, None)
        quotation = reading.opens_quotation(place) if place == end else None
        if quotation is not None and quotation.first + 1 < quotation.last:
            return Target("quote", index, place + 1, quotation)  # «طلب من الشرطة "حماية كاملة"»
    return None


def _behind_asked(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind whom a request goes to («من نحو عشرة آلاف شخص», «من المحكمة الدولية في المدينة»)."""
    if reading.forms[index] in ABOUT:
        near = range(index + 2, min(limit, index + _COUNTED_WITHIN))
        return next((place for place in near if reported_here(reading, place)), limit)
    end = read_phrase(reading, index, limit, greedy=True).end
    placed = reading.names_by_token.get(end + 1) if end + 2 < limit and reading.forms[end] in ("في", "لدي") else None
    return placed.end if placed is not None and placed.end < limit else end


def _is_noun(form: str) -> bool:
    """Return whether a definite word can be no adjective of whoever is asked («الحد من التخصيب»)."""
    return is_definite(form) and not form.endswith(("ي", "ين", "ون", "يه", "ات"))


def stays_unnamed(reading: Reading, index: int) -> bool:
    """Return whether a source will not be named («طلب عدم نشر اسمه», «رفض ذكر اسمه»), which is no part of the news."""
    window = reading.forms[index : index + 6]
    return any(form.startswith(("اسم", "هوي")) for form in window) and window[0] in _HIDING


def demanded(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return the verbal noun that «طالب» governs without ب («طالب المجتمع الدولي مرارا توفير حماية»)."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if begins_phrase(reading, index, limit):
        index = read_phrase(reading, index, limit, greedy=True).end
        if not subject_before and begins_phrase(reading, index, limit) and not reported_here(reading, index):
            index = read_phrase(reading, index, limit, greedy=True).end
    return behind_adjuncts(reading, index, min(limit, index + _ASIDE))


def _levelled(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return whom «وجّه اتهامات إلى» or «وجّه انتقادات لـ» names, with what he is charged with."""
    for index in range(hit.index + 1, min(limit, hit.index + _LEVELLED_WITHIN)):
        if reading.forms[index] in words("charge"):
            if reading.forms[index - 1] == "اصابع":
                return None
            break
    else:
        return None
    for place in range(index + 1, min(index + 5, limit - 1)):
        form = reading.forms[place]
        if form in ("الي", "من", "ضد"):
            return behind(reading, "preposition", index, place + 1, limit)
        if form.startswith("ل") and is_attached_l(reading, place):
            return Target("attached", index, place, None)
    return None


def _laid_on(reading: Reading, index: int, limit: int) -> Target | None:
    """Return on whom the blame is laid («أنحى باللائمة على الحكومة في ...»)."""
    for place in range(index + 1, min(index + 4, limit - 1)):
        if reading.forms[place] == "علي":
            return behind(reading, "preposition", index, place + 1, limit)
    return None


def blamed(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return «حركة حماس المسؤولية» behind «حمّلت» or «أصابع الاتهام إلى ...» behind «وجهت»."""
    if hit.form.cue.lemma == "وجه" and (levelled := _levelled(reading, hit, limit)):
        return levelled
    for index in range(hit.index + 1, min(limit, hit.index + 25)):
        form = reading.forms[index]
        if form in ("التي", "الذي") and "," in reading.forms[index : min(limit, index + _LEVELLED_WITHIN)]:
            continue  # «الحكومة التي يقودها فلان، ومقرها المدينة، الحركة المسؤولية»
        if form in ("التي", "الذي", "ما", "مما"):
            return None  # «السفن التي تحمل موادا ..., ما يجعلها تتحمل المسؤولية»
        if form == "اصابع" or (strip_conjunction(form).startswith(_BLAME) and hit.form.cue.lemma != "وجه"):
            break
    else:
        return None
    if form == "اصابع":
        return Target("object", index, index, None)
    if strip_conjunction(form).startswith("ب") and (blamed_on := _laid_on(reading, index, limit)):
        return blamed_on
    for place in range(hit.index + 1, index):
        quotation = reading.opens_quotation(place)
        if quotation is not None and quotation.last > index and place + 1 < index:
            return Target("quote", place, place + 1, quotation)
    first = skip_adverbs(reading, hit.index + 1, limit)
    if hit.form.part != "participle" and begins_phrase(reading, first, index):
        phrase = read_phrase(reading, first, index, greedy=True)
        rest = skip_adverbs(reading, phrase.end, index)
        # Someone must be made responsible: where «المسؤولية» follows one noun phrase, that is whom.
        if (rest == index and not is_definite(form)) or begins_phrase(reading, rest, index):
            first = rest
    quotation = reading.opens_quotation(first)
    return Target("object", first, first + (quotation is not None), quotation)


def answered(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the words behind a colon with which somebody answers him («أجابه الوزير: "..."»)."""
    before = reading.forms[hit.index - 1] if hit.index else ""
    if hit.form.cue.lemma not in _ANSWERING or before in RELATIVES or before in ("ما", "مما", "كما"):
        return None
    for place in range(hit.index + 1, min(limit - 1, hit.index + _ANSWERED_WITHIN)):
        if reading.forms[place] == ":":
            return behind(reading, "colon", place, place + 1, limit)
        if not reading.is_word(place):
            return None
    return None


def claimed(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the attack that somebody claims («تبنى التنظيم الهجوم», «تبنت الجماعة مسؤولية التفجير»)."""
    for index in range(hit.index + 1, min(limit, hit.index + _CLAIMED_WITHIN)):
        form = reading.forms[index]
        if form == "," or not reading.is_word(index):
            if form not in ('"', "#", "_", "(", ")", ","):
                return None
            continue
        bare = form.removeprefix("ال") if is_definite(form) else form
        if bare in _CLAIMED and reading.forms[index - 1] not in words("preposition"):
            pointed = reading.forms[index - 1] in words("demonstrative")
            first = index - 1 if pointed and index - 1 > hit.index else index
            return Target("object", first, first, None)
        if form in COMPLEMENTISERS or form in words("clause_opener"):
            return None
    return None
