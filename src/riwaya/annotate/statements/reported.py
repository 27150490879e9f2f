"""Reported noun phrases: «أكد أهمية ...», «نفت الاتهامات», «طلب من الحكومة توضيح ...», «حمّلت حماس المسؤولية»."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.direct_objects import direct_object, may_open
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import (
    begins_phrase,
    is_attached_l,
    noun_of,
    skip_adverbs,
)
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.reported_nouns import behind_noun, is_subject, is_this_week, reported_here
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at

_APPOSITION = 10
_OFTEN = (("اكثر", "من", "مره"), ("اكثر", "من", "مناسبه"), ("في", "اكثر", "من"))
_PUBLISHED = frozenset(("نشر", "نقل", "بث", "عرض", "صدر"))  # «في بيان نشر على صفحته»
_SHOWN_WITHIN = 16
_COGNATES = frozenset(("نفيا", "رفضا", "انكارا", "شجبا"))
_MANNERS = frozenset(("بغضب", "بشده", "بقوه", "بحده", "بحزم", "بشكل", "بسخريه", "بصراحه", "باستمرار", "بعنف"))


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


def reported_phrase(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return the reported noun phrase behind the cue («أكد سوليفان خلال لقائه غانتس التزام الرئيس ...»)."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if index >= limit:
        return None
    bare = hit.form.part == "participle" or subject_before or hit.form.number == "p"
    index = _behind_manner(reading, hit, index, limit)
    if not bare and (behind := _behind_report(reading, index, limit)):
        return Target("object", behind, behind, None)
    if reported_here(reading, index) and (bare or not is_subject(reading, index)):
        return Target("object", index, index, None)
    if bare:
        blames = hit.form.cue.force in ("accuse", "deny", "praise")
        bound = index > hit.index + 1 or (subject_before and not is_subject(reading, index))
        fixed = blames and (is_definite(reading.forms[index]) or (bound and may_open(reading, index)))
        return Target("object", index, index, None) if fixed else behind_adjuncts(reading, index, limit)
    if not begins_phrase(reading, index, limit):
        return behind_adjuncts(reading, index, limit)
    phrase = read_phrase(reading, index, limit, greedy=True)
    if hit.form.cue.force in ("accuse", "deny", "praise"):
        direct = direct_object(reading, phrase, limit)
        if direct is not None:
            return direct
    return behind_adjuncts(reading, phrase.end, limit)


def _behind_manner(reading: Reading, hit: Hit, index: int, limit: int) -> int:
    """Return the token behind what says how it is denied («نفى نفيا قاطعا ...», «نفى بغضب ...»)."""
    if hit.form.cue.force not in ("accuse", "deny", "praise") or index + 2 >= limit:
        return index
    form, following = reading.forms[index], reading.forms[index + 1]
    cognate = form in _COGNATES and following.endswith("ا")
    manner = form[0] == "ب" and form in _MANNERS
    behind = index + 2 if cognate else index + 1 if manner else index
    return skip_adverbs(reading, behind, limit) if behind > index else index


def _behind_report(reading: Reading, index: int, limit: int) -> int:
    """Return the reported noun behind a report that is the subject («رجحت تقارير عدة إمكانية ...»), else 0."""
    noun = noun_of(reading.forms[index])
    if noun is None or noun[0] != "document" or not begins_phrase(reading, index, limit):
        return 0
    end = skip_adverbs(reading, read_phrase(reading, index, limit, greedy=True).end, limit)
    return end if index + 1 < end < limit and reported_here(reading, end) else 0


def behind_adjuncts(reading: Reading, index: int, limit: int) -> Target | None:
    """Skip dates and prepositional phrases between the speaker and the reported noun phrase."""
    reach = min(limit, index + 25)
    while index < reach:
        index = skip_adverbs(reading, index, reach)
        if index >= reach:
            return None
        if reported_here(reading, index):
            return Target("object", index, index, None)
        behind = _behind_adjunct(reading, index, reach, limit)
        if behind <= index:
            return None
        index = behind
    return None


def _behind_adjunct(reading: Reading, index: int, reach: int, limit: int) -> int:
    """Return the token behind the apposition, prepositional phrase, quotation or name at `index`; 0 if it is none."""
    form = reading.forms[index]
    if is_this_week(reading, index):
        return index + 2
    if reading.forms[index - 1] == "," and (behind_aside := _behind_apposition(reading, index, reach)):
        return behind_aside
    if reading.forms[index - 1] == "," and noun_of(form) and begins_phrase(reading, index, reach):
        return read_phrase(reading, index, reach, greedy=True).end  # «، مدير المرصد ...،»
    if reading.forms[index : index + 3] in _OFTEN:
        return index + (4 if form == "في" else 3)
    if form == "من" and index + 2 < reach and reading.forms[index + 1] in ("خلال", "قبل"):
        return behind_noun(reading, index + 2, reach)  # «نفت الشركة من خلال محاميها صحة الرواية»
    if form in words("preposition") and index + 1 < reach and reading.tokens[index + 1].kind != "mark":
        told = index + 2 < reach and reading.forms[index + 2] not in _PUBLISHED
        told = told and reading.forms[index + 2] not in words("occasion")  # «في ختام اجتماع»
        if reading.forms[index + 1] in words("vessel") and told and reported_here(reading, index + 2):
            return index + 2  # «أعلن في بيان تعليق الإجراءات»
        return behind_noun(reading, index + 1, reach)
    if form in words("preposition") and index + 2 < reach and reading.forms[index + 1] == "#":
        return index + 3
    if form in words("preposition") and (quotation := reading.opens_quotation(index + 1)) is not None:
        return quotation.last + 1 if quotation.closed and quotation.last + 1 < limit else 0  # «عبر "..."»
    verb = verb_at(reading, index)
    if verb is not None and verb.pronoun and begins_phrase(reading, index + 1, reach):
        return read_phrase(reading, index + 1, reach, greedy=True).end  # «في استطلاع أجرته الوكالة»
    if form == '"' and (quotation := reading.opens_quotation(index)) and quotation.last + 1 < limit:
        return quotation.last + 1
    if form.startswith(("لل", "بال")) or is_attached_l(reading, index) or (form[0] == "ب" and noun_of(form[1:])):
        return index + 1
    return reading.names_by_token[index].end if index in reading.names_by_token else 0


def _behind_apposition(reading: Reading, index: int, reach: int) -> int:
    """Return the reported noun right behind an apposition between commas («، أكبر حلفاء النظام، حدوث ...»), else 0."""
    for place in range(index + 1, min(index + _APPOSITION, reach - 1)):
        if reading.forms[place] == ",":
            return place + 1 if reported_here(reading, place + 1) else 0
        if not reading.is_word(place):
            return 0
    return 0
