"""What names a source behind «بحسب» and «وفقا لـ», how far it reaches, and whether the clause goes on behind it."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.statements.lexicon import opens_proposition, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import ELATIVES, Phrase, begins_phrase, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.verbs import verb_at
from riwaya.arabic.frequencies import load_frequencies, load_name_counts

_FEW = 30  # articles in which a word is part of a name
_PLURAL = 5
_SOURCE_WITHIN = 8
_SO = frozenset(("فان", "فانه", "فانها", "فانهم", "فقد"))
_DESCRIBED_WITHIN = 12
_APPOSED = frozenset(
    ("الذي", "التي", "الذين", "الامر", "بينهم", "بينها", "ابرزها", "ابرزهم", "منهم", "منها", "اي", "غير", "سواء")
) | {"خاصه", "لا"}


def goes_on(reading: Reading, place: int) -> bool:
    """Return whether the clause that an attribution interrupts goes on at `place` («أعدت لندن، بحسب مصدر، مسودة ...»).

    A new clause, an adjunct, an apposition to the source or a stop leaves the clause before it whole.
    """
    form = reading.forms[place]
    quotation = reading.opens_quotation(place)
    if quotation is not None:
        return quotation.closed
    if form in ("عن", "الي") or reading.tokens[place].kind == "number":
        return True
    closed = form in words("conjunction") or form in words("preposition") or form in words("clause_opener")
    if not reading.is_word(place) or closed or form[0] in "وف" or form in _APPOSED or is_time(form):
        return False
    if form in words("trailing") or form.startswith(("لل", "بال")) or verb_at(reading, place) is not None:
        return False
    if (noun_of(form[1:]) or ("",))[0] == "body" and form[0] == "ل" and form not in words("l_word"):
        return False  # whom the source told: «وفق ما صرح به الوزير، لوكالة الأنباء»
    if (noun_of(form) or ("",))[0] == "person" or form == "مقارنه":
        return False  # an apposition: «بحسب فلان، مؤسس المدونة»
    if form.endswith("ا") and not is_definite(form):
        return False  # a participle or an adverb: «، مشيرا إلى»
    return place in reading.names_by_token or is_definite(form) or begins_phrase(reading, place, len(reading.forms))


def behind_relative(reading: Reading, index: int, limit: int) -> int:
    """Return the comma behind who made the source («وفقا لحصيلة نشرها الصندوق، ...»), else `index`."""
    verb = verb_at(reading, index) if index < limit else None
    described = verb is not None and verb.pronoun
    if not described and reading.forms[index : index + 1] not in (("التي",), ("الذي",)):
        return index
    for place in range(index + 1, min(limit, index + _DESCRIBED_WITHIN)):
        if reading.forms[place] == "," or reading.forms[place] in ("فقد", "فان"):
            return place
    return index


def tells_so(reading: Reading, index: int, limit: int) -> bool:
    """Return whether «فإن» behind a comma opens what a leading source tells («وبحسب عملاق التقنية، فإن ...»)."""
    for place in range(index + 1, min(limit - 1, index + _SOURCE_WITHIN)):
        if reading.forms[place] == ",":
            return reading.forms[place + 1] in _SO
        if not reading.is_word(place) or verb_at(reading, place) is not None:
            return False
    return False


def is_owned(reading: Reading, place: int, limit: int) -> bool:
    """Return whether a definite noun or a name follows («قرار القاضي»)."""
    following = place + 1
    return following < limit and (is_definite(reading.forms[following]) or following in reading.names_by_token)


def with_owner(reading: Reading, phrase: Phrase, limit: int) -> Phrase:
    """Return the phrase with whose estimate it is («تقديرات وزارة المالية», «آخر حصيلة»)."""
    last = phrase.end - 1
    if is_definite(reading.forms[last]) or not begins_phrase(reading, phrase.end, limit):
        return phrase
    owner = noun_of(reading.forms[phrase.end]) is not None or phrase.end in reading.names_by_token
    if phrase.end - phrase.first == 1 and (owner or is_source_noun(reading.forms[phrase.end])):
        return replace(phrase, end=read_phrase(reading, phrase.end, limit, greedy=False).end)
    return phrase


def is_source(reading: Reading, place: int, form: str, limit: int) -> bool:
    """Return whether a word names a source: people, a body, a document, an estimate, or an unknown name.

    Args:
        form: the word at `place` without an attached ل.
    """
    following = reading.forms[place + 1] if place + 1 < limit else ""
    if form in words("demonstrative") or form in ELATIVES or form in words("some"):
        return is_source_noun(following)
    if is_source_noun(form):
        return True
    if form.endswith("ي") and is_definite(following) and noun_of(form[:-1] + "و") is not None:
        return True  # «موظفي المدرسة»
    name = load_name_counts().get(form, 0) >= _FEW or form not in load_frequencies()
    if not name or not reading.is_word(place) or is_definite(form) or form in words("conjunction"):
        return False
    attached = reading.forms[place] != form  # «لمات غاسنيه»
    return (attached or begins_phrase(reading, place, limit)) and not opens_proposition(
        form, reading.tokens[place].text
    )


def is_source_noun(form: str) -> bool:
    """Return whether a word, with the article or not, names people, a body, a document or an estimate."""
    bare = form.removeprefix("ال") if is_definite(form) else form
    if form.startswith("م") and form.endswith("ين") and len(form) > _PLURAL:
        return True  # «متابعين», «مطلعين»
    plural = bare[:-2] + "ون" if bare.endswith("ين") and len(bare) > 4 else bare
    return noun_of(bare) is not None or noun_of(plural) is not None or bare in words("source_word")
