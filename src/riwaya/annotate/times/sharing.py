"""What neighbours share: the year of a range's end, the week before its days, the part of the day before its hour."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.times.anchor import Anchor
from riwaya.annotate.times.appositions import lend_days
from riwaya.annotate.times.clock import hour_of_day
from riwaya.annotate.times.line import SENTENCE_MARKS
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.passages import Found
from riwaya.model import TimeType

_LONG_PAST, _TOLD_WITHIN = 3, 30
_LINKS = ("الي", "حتي", "وحتي", "و", "او", "-", "/")
_UNTIL = ("الي", "حتي", "وحتي")
_RECURRING = "XXXX-WXX-"
_RECURRING_MONTH = re.compile(r"XXXX-\d\d")
_SINCE = ("منذ", "ومنذ")
_BEFORE_DAYS = frozenset(("بين", "من", "في", "يوم"))
_BEFORE_HOURS = frozenset(("عند", "في", "حوالي", "نحو", ",", "تمام"))


def share(found: list[Found], anchor: Anchor) -> list[Found]:
    """Return the expressions, each with what only its neighbour says."""
    shared = list(found)
    for place in range(len(found) - 2, -1, -1):
        shared[place] = _from_end(shared[place], shared[place + 1], anchor)
    for place in range(1, len(found)):
        shared[place] = _from_start(shared[place - 1], shared[place])
    return agree_on_weekdays(_lend_years(lend_days(shared), anchor))


def _lend_years(found: list[Found], anchor: Anchor) -> list[Found]:
    """Return the expressions, a month without year given that of a story long past that the line has just told.

    «اعتقلت في 11 أكتوبر 2011 ... وقدمت اللائحة في نوفمبر»; of the last years a month may be the running one's.
    """
    lent: list[Found] = []
    told: Found | None = None
    for item in found:
        moment = item.expression.moment
        if moment is not None and (moment.month is not None or moment.year is not None) and not moment.hijri:
            if moment.year is not None:
                past = anchor.earliest is not None and moment.year <= anchor.earliest.year - _LONG_PAST
                told = item if past else None
            elif told is not None and _takes_year(item, told):
                year = told.expression.moment.year if told.expression.moment else None
                item = _with(item, replace(moment, year=year))
        lent.append(item)
    return lent


def _takes_year(item: Found, told: Found) -> bool:
    moment = item.expression.moment or Moment()
    open_year = (moment.shift, moment.relation, moment.weekday, moment.value) == (None, None, None, "")
    month_told = told.expression.moment is not None and told.expression.moment.month is not None
    if not month_told and not _goes_on_in(item, told):
        return False
    near = item.line is told.line and item.expression.start - told.expression.end <= _TOLD_WITHIN
    later = (moment.month or 0) >= (told.expression.moment.month or 0) if told.expression.moment else False
    return open_year and near and later and not item.expression.outlook.looks_ahead


def _goes_on_in(item: Found, told: Found) -> bool:
    """Return whether a month goes on in the year that its own sentence tells: «في 2014 سيطر، وفي يونيو أعلن»."""
    line, start = item.line, item.expression.start
    between = (line.form(index) for index in range(told.expression.end, start))
    return line.form(start - 1) == "وفي" and item.line is told.line and SENTENCE_MARKS.isdisjoint(between)


def agree_on_weekdays(found: list[Found]) -> list[Found]:
    """Return the expressions, a bare weekday looking ahead where another mention of it in the text does.

    «يبحث الوزراء الاثنين ... وسيقررون الاثنين»: a text means one Monday, unless it says which.
    """
    ahead = {
        moment.weekday: Outlook.DUE if item.expression.outlook is Outlook.DUE else Outlook.SCHEDULED
        for item in found
        if (moment := item.expression.moment)
        and moment.weekday
        and is_bare_weekday(moment)
        and item.expression.outlook.looks_ahead
    }
    return [
        replace(item, expression=replace(item.expression, outlook=ahead[moment.weekday]))
        if (moment := item.expression.moment)
        and moment.weekday is not None
        and moment.weekday in ahead
        and is_bare_weekday(moment)
        and item.expression.outlook is Outlook.OPEN
        else item
        for item in found
    ]


def _from_end(first: Found, second: Found, anchor: Anchor) -> Found:
    """Return a range's start with the year or the day of its end («بين يوليو وديسمبر 2015», «من 3 مساء حتى 4 غدا»)."""
    moment, other = first.expression.moment, second.expression.moment
    if moment is None or first.line is not second.line:
        return first
    if other is None:
        return _as_set(first, moment, second) if is_linked(first, second) else first
    if not is_linked(first, second) and not lists_weekdays(first, second):
        return first
    if moment.clock and other.clock and not first.says_day:
        return _with(first, replace(other, clock=moment.clock, zone=moment.zone or other.zone))
    if is_bare_weekday(moment) and other.weekday is not None and (other.day, other.month) == (None, None):
        return _from_weekday(first, moment, other, anchor)
    if moment.month is None or other.month is None or other.year is None or moment.hijri != other.hijri:
        return first
    if (moment.year, moment.shift, moment.relation, moment.value) != (None, None, None, ""):
        return first
    year = other.year if moment.month <= other.month else other.year - 1
    return _with(first, replace(moment, year=year))


def _as_set(first: Found, moment: Moment, second: Found) -> Found:
    """Return a weekday or month as one that recurs with the next: «الاثنين والخميس من كل أسبوع»."""
    timed = second.expression.type is TimeType.SET and "T" in second.expression.value
    if timed and moment.clock and not first.says_day:
        # «من التاسعة صباحا حتى الخامسة مساء يوميا»
        value = f"{second.expression.value.partition('T')[0]}T{moment.clock}"
        return replace(first, expression=replace(first.expression, type=TimeType.SET, moment=None, value=value))
    value, every = second.expression.value, second.line.bare(second.expression.start) == "كل"
    if value.startswith(_RECURRING) and not every and is_bare_weekday(moment):
        value = f"{_RECURRING}{moment.weekday}{value[len(_RECURRING) + 1 :]}"
    elif _RECURRING_MONTH.fullmatch(value) and not every and is_bare_month(moment):
        value = f"XXXX-{moment.month:02d}"
    else:
        return first
    return replace(first, expression=replace(first.expression, type=TimeType.SET, moment=None, value=value))


def _from_weekday(first: Found, moment: Moment, last: Moment, anchor: Anchor) -> Found:
    """Return a weekday with «المقبلين», «الماضي» or «من الأسبوع المقبل» of the one that it is listed with.

    What began («منذ الثلاثاء حتى الخميس المقبل», «بدأ من الأحد إلى ...») or begins on the day of writing does not lie
    ahead as its end does.
    """
    line, expression = first.line, first.expression
    ranged = line.form(expression.end) in _UNTIL
    began = expression.outlook.looks_back or line.form(expression.start - 1) in _SINCE
    today = anchor.day is not None and anchor.day.isoweekday() == moment.weekday
    if (last.relation or 0) > 0 and ranged and (began or today):
        return first
    if last.relation is not None:
        return _with(first, replace(moment, relation=last.relation))
    week = last.shift is not None and last.shift[0] == "W"
    return _with(first, replace(moment, shift=last.shift)) if week else first


def _from_start(first: Found, second: Found) -> Found:
    """Return an expression with the week or the part of the day that stands before it."""
    moment, other = first.expression.moment, second.expression.moment
    if other is None or first.line is not second.line:
        return second
    if moment is None:
        return _hour_of_set(first, second, other)
    between = [first.line.form(index) for index in range(first.expression.end, second.expression.start)]
    if is_bare_weekday(other) and moment.shift is not None and moment.shift[0] == "W" and not moment.period:
        # «الأسبوع المقبل بين الأربعاء والجمعة»
        near = (len(between) <= 1 and _BEFORE_DAYS.issuperset(between)) if moment.weekday is None else True
        if near and (moment.weekday is None or is_linked(first, second)):
            return _with(second, replace(other, shift=moment.shift))
    bare_hour = bool(other.clock) and not second.says_day and not _says_part(second)
    if moment.part and not moment.clock and bare_hour and len(between) <= 2 and _BEFORE_HOURS.issuperset(between):
        # «مساء اليوم عند الساعة 8»
        hour = hour_of_day(int(other.clock[:2]), moment.part)
        return _with(second, replace(other, clock=f"{hour:02d}{other.clock[2:]}"))
    return second


def _hour_of_set(first: Found, second: Found, other: Moment) -> Found:
    """Return the hour that ends what recurs daily as a set too: «يوميا من الساعة 9 صباحا حتى الخامسة مساء»."""
    expression = first.expression
    dated = other.day is not None and other.month is not None and not other.hijri
    yearly = expression.value == "P1Y" and (other.year, other.shift, other.relation) == (None, None, None)
    beside = first.line.form(expression.end) == "في" and second.expression.start == expression.end + 1
    if expression.type is TimeType.SET and dated and yearly and beside:  # «كل عام في 15 مايو»
        value = f"XXXX-{other.month:02d}-{other.day:02d}"
        return replace(second, expression=replace(second.expression, type=TimeType.SET, moment=None, value=value))
    timed = expression.type is TimeType.SET and "T" in expression.value
    if not timed or not other.clock or second.says_day or not is_linked(first, second):
        return second
    value = f"{expression.value.partition('T')[0]}T{other.clock}"
    return replace(second, expression=replace(second.expression, type=TimeType.SET, moment=None, value=value))


def is_bare_month(moment: Moment) -> bool:
    """Return whether only a month is named, without its year or «الماضي»."""
    said = (moment.shift, moment.relation, moment.day, moment.weekday, moment.year)
    return bool(moment.month) and said == (None,) * 5 and not moment.value and not moment.hijri


def is_bare_weekday(moment: Moment) -> bool:
    """Return whether only a weekday is named, without its date or «الماضي»."""
    said = (moment.shift, moment.relation, moment.day, moment.month, moment.year)
    return moment.weekday is not None and said == (None,) * 5


def _says_part(item: Found) -> bool:
    """Return whether the words of a clock time themselves tell its part of the day, or its zone."""
    moment = item.expression.moment or Moment()
    readings = item.line.readings[item.expression.start : item.expression.end]
    kinds = (reading.senses for reading in readings if reading is not None)
    return bool(moment.zone) or any("adverb" in senses or "part" in senses for senses in kinds)


def _with(item: Found, moment: Moment) -> Found:
    return replace(item, expression=replace(item.expression, moment=moment))


def is_linked(first: Found, second: Found) -> bool:
    """Return whether only «إلى», «حتى», «و», «أو», a dash or a slash stand between two expressions."""
    between = first.line.tokens[first.expression.end : second.expression.start]
    reading = second.line.readings[second.expression.start]
    if not between:
        return reading is not None and reading.prefix == "و"
    return len(between) == 1 and between[0].form in _LINKS


def lists_weekdays(first: Found, second: Found) -> bool:
    """Return whether a comma lists two weekdays: a further one stands behind («الأحد، الاثنين والثلاثاء»)."""
    between = [token.form for token in first.line.tokens[first.expression.end : second.expression.start]]
    days = [item.expression.moment.weekday if item.expression.moment else None for item in (first, second)]
    return between == [","] and None not in days and first.line.lists_weekday(second.expression.end)
