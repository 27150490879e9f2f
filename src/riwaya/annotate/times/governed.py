"""Whether a time is surely over: it stands behind «منذ», or is the day of a perfect verb of its own clause.

A past verb alone does not tell («أعلن إجراء الانتخابات في 24 يونيو»): between the verb and its own day stand only the
doer and the place, and nothing that has a day of its own, opens another clause or tells of plans.
"""

from __future__ import annotations

from riwaya.annotate.times.lexicon import Reading, words
from riwaya.annotate.times.line import SENTENCE_MARKS, Line
from riwaya.annotate.times.moment import Moment

_REACH = 9
_REACH_OF_DOER = 3
_REACH_OF_CONDITION = 3
_FIGURES_OF_YEAR = 4
_LETTERS_OF_NOUN = 3
_VERBS = ("happened", "took-place", "no-day-of-its-own")
_SINCE = frozenset(("منذ", "ومنذ", "فمنذ", "مذ"))
_ON = frozenset(("في", "وفي", "بتاريخ"))
_NO_DAY_OF = frozenset(("من", "عن", "الي", "حتي", "قبل", "بعد", "بين", "بحلول", "و", "او"))
_ACROSS = frozenset((",", ";", ":", '"', "(", ")", "-", "/", "ان", "بان", "لكن", "فيما", "بينما", "عن", "قبل", "حتي"))
_MOVES_ON = frozenset(("future", "past", "break", "unit", "month", "weekday", "relative", "named"))


def is_over(line: Line, start: int, end: int, moment: Moment) -> bool:
    """Return whether what stands around an expression says that it lies in the past, where it does not say itself."""
    if moment.year is not None or moment.relation is not None:
        return False
    if moment.day is not None and moment.month is not None and line.bare(start - 1) in words("struck"):
        return True  # «بعد هجوم 7 أكتوبر»: of no attack is the day known before
    if moment.value:
        return False
    if line.form(start - 1) in _SINCE:
        return True
    if moment.day is None or moment.month is None:
        return False
    return _is_since_event(line, start) or _is_day_of_verb(line, start, end) or _opens_past(line, start, end)


def _is_since_event(line: Line, start: int) -> bool:
    """Return whether the day is that of what stands behind «منذ»: «منذ اندلاع الحرب في 7 أكتوبر»."""
    behind = start - 1 if line.form(start - 1) in _ON else start
    for index in range(behind - 1, max(-1, behind - 1 - _REACH), -1):
        if line.form(index) in _SINCE:
            return index < behind - 1
        if _leads_away(line, index):
            return False
    return False


def _is_day_of_verb(line: Line, start: int, end: int) -> bool:
    """Return whether the day tells when the verb before it took place."""
    behind = _place_before(line, start)
    if behind is None or line.form(end) in words("of-own-day"):
        return False  # «حددت المحكمة يوم 20 يونيو موعدا»
    own_day = False
    for index in range(behind - 1, max(-1, behind - 1 - _REACH), -1):
        verb = _verb(line, index)
        if verb in words("took-place") or (verb in words("happened") and not own_day):
            return _is_told(line, index, noun=verb in words("verb-or-noun"))
        reading = line.readings[index]
        if reading is not None and _is_perfect(reading) and not own_day and _is_doer(line, index + 1, behind):
            short = len(verb) <= _LETTERS_OF_NOUN  # «رفض» is a noun as well
            return verb not in words("no-day-of-its-own") and _is_told(line, index, noun=short)
        if _leads_away(line, index):
            return False
        own_day = own_day or line.bare(index) in words("of-own-day") or line.form(index) in words("of-own-day")
    return False


def _place_before(line: Line, start: int) -> int | None:
    """Return where the words before an adverbial day end, None where it is no adverbial («حتى 20 يونيو»)."""
    if line.form(start - 1) in _ON:
        return start - 1
    reading = line.readings[start]
    if reading is None or reading.prefix or line.form(start - 1) in _NO_DAY_OF:
        return None
    return None if reading.senses.keys().isdisjoint(("unit", "weekday", "part")) else start


def _verb(line: Line, index: int) -> str:
    """Return the word without «و», «ف» and the ending of the plural."""
    form = line.form(index).removesuffix("وا")
    known = any(form in words(use) for use in _VERBS)
    return form[1:] if not known and form[:1] in ("و", "ف") else form


def _is_perfect(reading: Reading) -> bool:
    return "past" in reading.senses and reading.prefix in ("", "و", "ف")  # «لنقل السفارة»


def _is_doer(line: Line, first: int, end: int) -> bool:
    """Return whether only a definite doer stands between a verb and its day: «أعلن الجيش اللبناني في 10 يوليو»."""
    between = range(first, end)
    return 0 < len(between) <= _REACH_OF_DOER and all(line.form(index).startswith("ال") for index in between)


def _is_told(line: Line, index: int, *, noun: bool) -> bool:
    """Return whether a verb tells what was: under no condition, and where its form may be a noun («تأجيل عقد القمة»)
    only where a verb stands.
    """
    before = [line.form(place) for place in range(max(0, index - _REACH_OF_CONDITION), index)]
    if not words("not-yet").isdisjoint(before):
        return False
    return not noun or not before or before[-1] in SENTENCE_MARKS or before[-1] in words("before-verb")


def _leads_away(line: Line, index: int) -> bool:
    """Return whether a word opens another clause, tells of a plan or names a time of its own."""
    form = line.form(index)
    if form in SENTENCE_MARKS or form in _ACROSS or form in words("inner-clause") or form.startswith(("ل", "ول")):
        return True  # «لعقد»: what is still to be done
    reading = line.readings[index]
    if reading is None or reading.number is not None:
        return reading is not None and len(reading.form) == _FIGURES_OF_YEAR
    return not reading.senses.keys().isdisjoint(_MOVES_ON)


def _opens_past(line: Line, start: int, end: int) -> bool:
    """Return whether a day opens its sentence and a perfect verb follows: «وفي 23 سبتمبر، أسقطت طائرة»."""
    first = start - 1 if line.form(start - 1) in _ON else start
    if first > 0 and line.form(first - 1) not in SENTENCE_MARKS:
        return False
    end = line.skip(end, ",", ":")
    reading = line.readings[end] if end < len(line) else None
    verb = _verb(line, end)
    told = reading is not None and _is_perfect(reading) and verb not in words("no-day-of-its-own")
    return told and verb not in words("verb-or-noun")
