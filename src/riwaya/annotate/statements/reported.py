"""Reported noun phrases: «أكد أهمية ...», «نفت الاتهامات», «طلب من الحكومة توضيح ...», «حمّلت حماس المسؤولية»."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase, is_attached_l, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.targets import Target, behind

_HIDING = frozenset(("عدم", "حجب", "اخفاء", "ابقاء", "الكشف", "كشف", "ذكر", "الافصاح", "نشر", "استخدام"))
_WEEKS = frozenset(("الاسبوع", "الشهر", "العام", "الصباح", "المساء", "اليوم", "السنه", "الاثناء", "المره", "الليله"))
_LEVELLED_WITHIN = 14
_APPOSITION = 10
_SHOWN_WITHIN = 16
_ASKED_WITHIN = 12
_ASIDE = 8  # tokens between whom a demand addresses and what it demands
_BLAME = ("مسوولي", "المسوولي", "بالمسوولي", "اللوم", "باللوم", "اللايمه", "باللايمه", "تبع")


def is_feeling(reading: Reading, index: int) -> bool:
    """Return whether the token names a feeling or stance that is uttered by being shown («أبدى استعداده»)."""
    form = reading.forms[index]
    stems = [form, *(form.removesuffix(suffix) for suffix in ("ه", "ها", "هم", "هما", "ا"))]
    return any(stem in words("feeling") or (stem[-1:] == "ت" and stem[:-1] + "ه" in words("feeling")) for stem in stems)


def shown(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the feeling or stance that somebody shows («أبدت الوزيرة تفاؤلا حيال ...»)."""
    for place in range(hit.index + 1, min(limit, hit.index + _SHOWN_WITHIN)):
        if is_feeling(reading, place):
            return Target("object", place, place, None)
        if not reading.is_word(place) and reading.forms[place] not in (",", "#", '"', "(", ")"):
            return None
        if reading.forms[place] in COMPLEMENTISERS:
            return None
    return None


def is_plain_opener(reading: Reading, index: int) -> bool:
    """Return whether the token is a listed noun that carries propositions («أهمية», «رفضها»)."""
    form = reading.forms[index]
    openers = words("opener")
    return form in openers or any(
        form.endswith(suffix) and form.removesuffix(suffix) in openers for suffix in ("ه", "ها", "هم")
    )


def reported_phrase(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return the reported noun phrase behind the cue («أكد سوليفان خلال لقائه غانتس التزام الرئيس ...»)."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if index >= limit:
        return None
    bare = hit.form.part == "participle" or subject_before
    if _reported_here(reading, index) and (bare or not _is_subject(reading, index)):
        return Target("object", index, index, None)
    if bare:
        blames = hit.form.cue.force in ("accuse", "deny", "praise")
        fixed = blames and (is_definite(reading.forms[index]) or (index > hit.index + 1 and _may_open(reading, index)))
        return Target("object", index, index, None) if fixed else _behind_adjuncts(reading, index, limit)
    if not begins_phrase(reading, index, limit):
        return _behind_adjuncts(reading, index, limit)
    phrase = read_phrase(reading, index, limit, greedy=True)
    if hit.form.cue.force in ("accuse", "deny", "praise"):
        direct = _direct_object(reading, phrase, limit)
        if direct is not None:
            return direct
    return _behind_adjuncts(reading, phrase.end, limit)


def _direct_object(reading: Reading, phrase: Phrase, limit: int) -> Target | None:
    """Return a definite object behind a subject whose end is sure («نفت موسكو الاتهامات»)."""
    named = any(
        name.end == phrase.end for name in map(reading.names_by_token.get, range(phrase.first, phrase.end)) if name
    )
    if phrase.end + 1 < limit and reading.forms[phrase.end] == "," and is_definite(reading.forms[phrase.end + 1]):
        behind_aside = _comma_behind(reading, phrase.end + 1, limit)
        if behind_aside:
            return Target("object", behind_aside, behind_aside, None)  # «، القائم بالأعمال، جهود ...»
    closed = is_definite(reading.forms[phrase.end - 1]) and phrase.kind in ("person", "people", "body", "document")
    end = skip_adverbs(reading, phrase.end, limit)
    if phrase.end < end < limit and is_definite(reading.forms[end]):
        return Target("object", end, end, None)
    if phrase.end < limit and (
        is_definite(reading.forms[phrase.end]) or ((named or closed) and _may_open(reading, phrase.end))
    ):
        return Target("object", phrase.end, phrase.end, None)
    single = phrase.first + 1
    if phrase.name == phrase.first and phrase.kind == "" and single < phrase.end and is_definite(reading.forms[single]):
        mention = reading.names_by_token.get(phrase.first)
        if mention is not None and mention[0] == single:
            return Target("object", single, single, None)
    return None


def _comma_behind(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind the comma that closes an apposition, where an object may stand, else 0."""
    for place in range(index, min(index + _APPOSITION, limit - 1)):
        if reading.forms[place] == ",":
            following = place + 1
            return following if is_definite(reading.forms[following]) or _may_open(reading, following) else 0
    return 0


def _may_open(reading: Reading, index: int) -> bool:
    """Return whether any bare noun may be what is rejected or condemned, its subject being sure."""
    form = reading.forms[index]
    other = form in words("preposition") or form in words("stop") or _is_verb(form) or is_time(form)
    return reading.is_word(index) and not other and form[0] not in "وفبل" and form not in words("conjunction")


def _is_verb(form: str) -> bool:
    item = cue_forms().get(form)
    return item is not None and item.part != "noun"


def _is_subject(reading: Reading, index: int) -> bool:
    form = reading.forms[index]
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form == "ذلك" and not is_definite(following) and noun_of(following) is not None:
        return True  # «أعلن ذلك مدير الشركة»
    if form in words("demonstrative") and is_definite(following):
        return noun_of(following) is not None and following[2:] not in words("opener")  # «أعلنت تلك القوات سيطرتها»
    return noun_of(form) is not None and form not in words("opener")


def _reported_here(reading: Reading, index: int) -> bool:
    form = reading.forms[index]
    if not reading.is_word(index) or index in reading.names_by_token or _is_this_week(reading, index):
        return False
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form in ("تنظيم", "تطبيق") and index + 1 not in reading.names_by_token:
        return following != '"' and not is_definite(following)  # «تنظيم انتخابات», but «تنظيم "القاعدة"»
    if opens_proposition(form, reading.tokens[index].text):
        return True
    return is_definite(form) and opens_proposition(form[2:], reading.tokens[index].text[2:])


def _is_this_week(reading: Reading, index: int) -> bool:
    """Return whether «هذا» only dates («هذا الأسبوع»)."""
    return (
        reading.forms[index] in ("هذا", "هذه")
        and reading.forms[index + 1 : index + 2] != ()
        and (reading.forms[index + 1] in _WEEKS)
    )


def _behind_adjuncts(reading: Reading, index: int, limit: int) -> Target | None:
    """Skip dates and prepositional phrases between the speaker and the reported noun phrase."""
    reach = min(limit, index + 25)
    while index < reach:
        index = skip_adverbs(reading, index, reach)
        if index >= reach:
            return None
        if _reported_here(reading, index):
            return Target("object", index, index, None)
        behind = _behind_adjunct(reading, index, reach, limit)
        if behind <= index:
            return None
        index = behind
    return None


def _behind_adjunct(reading: Reading, index: int, reach: int, limit: int) -> int:
    """Return the token behind the apposition, prepositional phrase, quotation or name at `index`; 0 if it is none."""
    form = reading.forms[index]
    if _is_this_week(reading, index):
        return index + 2
    if reading.forms[index - 1] == "," and (behind_aside := _behind_apposition(reading, index, reach)):
        return behind_aside
    if reading.forms[index - 1] == "," and noun_of(form) and begins_phrase(reading, index, reach):
        return read_phrase(reading, index, reach, greedy=True).end  # «، مدير المرصد ...،»
    if form in words("preposition") and index + 1 < reach and reading.tokens[index + 1].kind != "mark":
        if reading.forms[index + 1] in words("vessel") and index + 2 < reach and _reported_here(reading, index + 2):
            return index + 2  # «أعلن في بيان تعليق الإجراءات»
        return _behind_noun(reading, index + 1, reach)
    if form in words("preposition") and index + 2 < reach and reading.forms[index + 1] == "#":
        return index + 3
    if form == '"' and (quotation := reading.opens_quotation(index)) and quotation.last + 1 < limit:
        return quotation.last + 1
    if form.startswith(("لل", "بال")) or is_attached_l(reading, index) or (form[0] == "ب" and noun_of(form[1:])):
        return index + 1
    return reading.names_by_token[index].end if index in reading.names_by_token else 0


def _behind_apposition(reading: Reading, index: int, reach: int) -> int:
    """Return the reported noun right behind an apposition between commas («، أكبر حلفاء النظام، حدوث ...»), else 0."""
    for place in range(index + 1, min(index + _APPOSITION, reach - 1)):
        if reading.forms[place] == ",":
            return place + 1 if _reported_here(reading, place + 1) else 0
        if not reading.is_word(place):
            return 0
    return 0


def _behind_noun(reading: Reading, index: int, limit: int) -> int:
    """Return the end of the noun phrase behind a preposition: bare nouns up to the definite one that closes them."""
    place = index
    while place + 1 < limit and not is_definite(reading.forms[place]) and place not in reading.names_by_token:
        if reading.forms[place].endswith(("ه", "ها", "هم", "هما")) or not is_definite(reading.forms[place + 1]):
            break
        place += 1
    return read_phrase(reading, place, limit, greedy=True).end


def asked(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return what is asked for: «طلب من الحكومة توضيح ...», «طلبت من السلطات أن ...», «طلبت موسكو استجواب ...»."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if index < limit and reading.forms[index] in ("منه", "منها", "منهم"):
        index = skip_adverbs(reading, index + 1, limit)
    if index >= limit or hit.form.pronoun:
        return None
    if stays_unnamed(reading, index):
        return None
    if _reported_here(reading, index) and not _is_subject(reading, index):
        return Target("object", index, index, None)
    for place in range(index, min(index + _ASKED_WITHIN, limit - 1)):
        if reading.forms[place] == "من" and begins_phrase(reading, place + 1, limit):
            target = _asked_of(reading, place, limit)
            if target is not None:
                return target
    if not subject_before and begins_phrase(reading, index, limit):
        index = read_phrase(reading, index, limit, greedy=True).end
    if index + 1 < limit and reading.forms[index] in COMPLEMENTISERS:
        return behind(reading, "that", index, index + 1, limit)
    return _behind_adjuncts(reading, index, min(limit, index + _ASIDE))


def _asked_of(reading: Reading, index: int, limit: int) -> Target | None:
    """Return what «من» and whom it names leave to be asked for."""
    end = skip_adverbs(reading, read_phrase(reading, index + 1, limit, greedy=True).end, limit)
    for place in range(end, min(end + 12, limit)):
        if reading.forms[place] in COMPLEMENTISERS and reading.forms[place - 1] not in words("no_complement"):
            return behind(reading, "that", index, place + 1, limit)
        if place == end and _reported_here(reading, place):
            return Target("object", index, place, None)
    return None


def stays_unnamed(reading: Reading, index: int) -> bool:
    """Return whether a source will not be named («طلب عدم نشر اسمه», «رفض ذكر اسمه»), which is no part of the news."""
    window = reading.forms[index : index + 6]
    return any(form.startswith(("اسم", "هويت")) for form in window) and window[0] in _HIDING


def demanded(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return the verbal noun that «طالب» governs without ب («طالب المجتمع الدولي مرارا توفير حماية»)."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if begins_phrase(reading, index, limit):
        index = read_phrase(reading, index, limit, greedy=True).end
        if not subject_before and begins_phrase(reading, index, limit) and not _reported_here(reading, index):
            index = read_phrase(reading, index, limit, greedy=True).end
    return _behind_adjuncts(reading, index, min(limit, index + _ASIDE))


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


def blamed(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return «حركة حماس المسؤولية» behind «حمّلت» or «أصابع الاتهام إلى ...» behind «وجهت»."""
    if hit.form.cue.lemma == "وجه" and (levelled := _levelled(reading, hit, limit)):
        return levelled
    for index in range(hit.index + 1, min(limit, hit.index + 25)):
        form = reading.forms[index]
        if form in ("التي", "الذي", "ما", "مما"):
            return None  # «السفن التي تحمل موادا ..., ما يجعلها تتحمل المسؤولية»
        if form == "اصابع" or (strip_conjunction(form).startswith(_BLAME) and hit.form.cue.lemma != "وجه"):
            break
    else:
        return None
    if form == "اصابع":
        return Target("object", index, index, None)
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
