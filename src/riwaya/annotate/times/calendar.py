"""Calendar dates in words: days, months, named days, in all orders."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.times.lexicon import MonthName, month_names, named_days, named_events, words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_cardinal, read_ordinal
from riwaya.annotate.times.steps import read_step
from riwaya.annotate.times.years import (
    Found,
    read_short_hijri_year,
    read_year,
    read_year_out_of_reach,
    read_year_phrase,
)

_MONTH_LINKS = ("الي", "حتي", "وحتي", "-", "او", "و", ",")
_FEMININE = ("ه", "ولي")
_MOST_MONTHS = 12  # of one list
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")


def read_month(line: Line, index: int) -> tuple[MonthName, int] | None:
    """Return the month named here, a doubled name («أيار/مايو»، «مايو (أيار)») taken whole."""
    name, end = _month_name(line, index)
    if name is None:
        return None
    other_start = end
    if line.form(other_start) in ("/", "(", "-", ",", "\\"):
        other_start += 1
    other, other_end = _month_name(line, other_start)
    if other is not None and other.month == name.month and not other.hijri and not name.hijri:
        closing = line.form(other_start - 1) == "(" and line.form(other_end) == ")"
        return replace(name, alone=True), other_end + closing
    return name, end


def _month_name(line: Line, index: int) -> tuple[MonthName | None, int]:
    first = line.sense(index, "month")
    if first is None:
        return None, index
    definite = line.definite(index)  # «الأب» is no month, «المحرم» is
    for name in month_names()[first]:
        end = index + 1 + len(name.rest)
        if all(line.form(index + 1 + place) == word for place, word in enumerate(name.rest)):
            return (None, index) if definite and not name.hijri else (name, end)
    return None, index


def read_day_month(line: Line, index: int) -> Found | None:
    """Return a day of a month: «14 يونيو 2018», «الخامس من مارس/ آذار الجاري», «يوم 9 حزيران الماضي»."""
    start = line.skip(index, "الموافق") if index != line.origin else index
    if line.bare(start) in ("يوم", "ليوم") and line.read(start) is not None:
        start = line.skip(start + 1, "ال")
    day, end = _day_number(line, start)
    if day is None:
        return _day_in_words(line, start) or _slashed_day(line, start)
    if line.form(end) == "(" and line.form(end + 1) == "من":
        month = read_month(line, end + 2)  # «في الثاني عشر (من حزيران/يونيو)»
        closed = month is not None and line.form(month[1]) == ")"
        return (Moment(day=day, month=month[0].month, hijri=month[0].hijri), month[1] + 1) if month and closed else None
    end = line.skip(end, "من", "-", "/") if line.form(end + 1) else end
    running = _running_month(line, end)
    if running is not None:
        return replace(running[0], day=day), running[1]
    if line.bare(end) == "شهر":
        end += 1
    month = read_month(line, end)
    if month is None:
        return None
    name, end = month
    if name.hijri and name.month == 2 and line.form(end - 2) == "-":
        return None  # a score: «2-صفر»
    other = _end_of_other_month(line, end, name, of_day=True)
    if other is not None:
        name, end = replace(name, month=0), other
    return _with_year(line, end, Moment(day=day, month=name.month, hijri=name.hijri), before=start)


def _end_of_other_month(line: Line, end: int, name: MonthName, *, of_day: bool) -> int | None:
    """Return the index behind a second name that is of another month: «3 آذار/مايو», «في أيار (يونيو)».

    Without a day only names of two lands are meant as one month: «مارس/أبريل» are two.
    """
    mark = line.form(end)
    other, after = _month_name(line, end + 1) if mark in ("/", "(") else (None, end)
    if other is None or other.hijri or name.hijri or (mark == "(" and line.form(after) != ")"):
        return None
    meant_as_one = of_day or other.levantine != name.levantine
    return after + (mark == "(") if meant_as_one and other.month != name.month else None


def _day_in_words(line: Line, start: int) -> Found | None:
    """Return a day counted in words: «خمسة وعشرين يناير»."""
    number = read_cardinal(line, start) if line.sense(start, "cardinal") is not None else None
    if number is None or not 1 <= number[0] <= 31 or line.definite(start):
        return None
    month = read_month(line, number[1])
    if month is None or month[0].hijri or not (month[0].alone or line.led(start, "before-day-number")):
        return None
    return _with_year(line, month[1], Moment(day=int(number[0]), month=month[0].month), before=start)


def _slashed_day(line: Line, start: int) -> Found | None:
    """Return a day and month in figures where a word calls for one: «يوم 22/4», «بتاريخ 3/5»."""
    written = _DAY_MONTH.fullmatch(line.form(start))
    if written is None or not 1 <= int(written[2]) <= 12 or line.adjacent(start + 1) is None:
        return None
    led = line.form(start - 1) in ("بتاريخ", "تاريخ", "الموافق") or line.bare(start - 1) in ("يوم", "ليوم")
    if not (led or line.led_by(start, "weekday")):
        return None
    return Moment(day=int(written[1]), month=int(written[2])), start + 1


def _running_month(line: Line, index: int) -> Found | None:
    """Return «الشهر الجاري» behind the number of its day («العاشر من الشهر المقبل», «20 من هذا الشهر»)."""
    start = index + 1 if line.sense(index, "this") is not None else index
    if line.form(start) == "منه":
        return Moment(shift=("M", 0), follows=True), start + 1  # «23 مارس ... وفي 27 منه»
    named = read_step(line, start)
    if named is not None and named.unit == "M":
        return Moment(shift=("M", named.number), follows=True), named.end
    if line.form(start) != "الشهر":
        return _month_unsaid(line, index)
    relation = line.sense(start + 1, "relative")
    if relation is not None:
        return Moment(shift=("M", int(relation))), start + 2
    return (Moment(shift=("M", 0)), start + 1) if start > index else None


def _month_unsaid(line: Line, index: int) -> Found | None:
    """Return «الجاري» right behind the number of a day, the word «الشهر» left out («في 22 الجاري», «20 من الجاري»)."""
    relation = line.sense(index, "relative")
    if relation is None or line.form(index) not in words("running-month"):
        return None
    figures = line.form(index - 1).isdecimal() and (
        line.led(index - 1, "before-day-number") or line.bare(index - 2) == "يوم" or line.led_by(index - 1, "weekday")
    )
    if line.form(index - 1) != "من" and not figures:
        return None
    return Moment(shift=("M", int(relation))), index + 1


def _day_number(line: Line, start: int) -> tuple[int | None, int]:
    reading = line.read(start)
    if reading is None:
        return None, start
    if reading.number is not None:
        if not reading.form.isdecimal() or len(reading.form) > 2:
            return None, start
        return int(reading.number), start + 1
    ordinal = read_ordinal(line, start)
    if ordinal is not None and ordinal[1] == start + 1 and line.form(start).endswith(_FEMININE):
        return None, start  # «المرحلة الأولى منه», «الأيام الأولى من الشهر الجاري»
    if ordinal is not None:
        before = line.readings[start - 1] if start else None
        counted = before is not None and (before.senses.get("unit") == "W1" or "fraction" in before.senses)
        return (None, start) if counted and line.definite(start - 1) else ordinal
    if line.bare(start) in ("اول", "فاتح", "الفاتح", "غره"):
        return 1, start + 1
    return None, start


def _with_year(line: Line, end: int, moment: Moment, *, before: int) -> Found:
    """Return the moment with the year, or the «الماضي» that stands for it, behind a month and its epithet."""
    epithet = moment.hijri and line.form(end) in words("month-epithet")  # «رمضان المبارك 1445»
    start = end + epithet
    relation = line.sense(start, "relative")
    if relation is not None and line.definite(start):
        return replace(moment, relation=int(relation)), start + 1
    year = read_year_phrase(line, start) or read_year_out_of_reach(line, start)
    if year is None and moment.day is None and not moment.hijri:
        year = _year_behind_in(line, start)
    if year is None and moment.hijri and moment.day is not None:
        year = read_short_hijri_year(line, start)
    if year is not None:
        named, end = year
        # A year behind a Hijri month is Hijri: «15 رمضان 1445».
        if moment.hijri and named.year is not None and named.year > 1700:
            # «عيد الفطر 2018»: the day that falls in that Gregorian year.
            return replace(moment, value=f"{named.year}"), end
        return replace(moment, year=named.year, shift=named.shift, follows=named.follows), end
    event = _event_before(line, before)
    value = named_events().get((event, moment.month or 0, moment.day or 0), "")
    if not value and event and moment.month and not moment.hijri and _event_sense(line, before) == "unclear":
        value = f"XXXX-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day else "")
    return replace(moment, value=value), end


def _year_behind_in(line: Line, index: int) -> Found | None:
    """Return the year of «مايو في 2017», as if «من» stood before it."""
    figures = line.form(index + 1)
    written = line.form(index) == "في" and figures.isdecimal() and figures[:2] in ("19", "20") and len(figures) == 4
    return read_year(line, index + 1, marked=False) if written else None


def _event_sense(line: Line, start: int) -> str:
    reading = line.readings[start - 1] if start else None
    return reading.senses.get("event", "") if reading is not None else ""


def _event_before(line: Line, start: int) -> str:
    """Return the word of an event's name before a date («هجمات 11 سبتمبر»), "" where there is none."""
    for index in (start - 1, start - 2):
        form = line.bare(index).removeprefix("ال") if index >= 0 else ""
        reading = line.readings[index] if index >= 0 else None
        if reading is not None and "event" in reading.senses:
            return reading.form
        if form not in ("يوم", "من"):
            break
    return ""


def read_month_date(line: Line, index: int, *, expected: bool = False) -> Found | None:
    """Return a month: «مايو الماضي», «شهر رمضان», «يونيو/حزيران 2017», «مارس 5، 2018»."""
    marked = line.bare(index) == "شهر" and line.read(index) is not None
    start = index + 1 if marked else index
    month = read_month(line, start)
    if month is None:
        return None
    name, end = month
    day = line.read(end)
    if day is not None and day.number is not None and day.form.isdecimal() and len(day.form) <= 2:
        year = read_year(line, end + 2, marked=False) if line.form(end + 1) == "," else None
        if year is not None:
            return Moment(day=int(day.number), month=name.month, year=year[0].year), year[1]
    other = _end_of_other_month(line, end, name, of_day=False)
    if other is not None:
        name, end = replace(name, month=0), other
    found, after = _with_year(line, end, Moment(month=name.month, hijri=name.hijri), before=start)
    doubled = end > start + 1 + len(name.rest)
    plain = after == end and not found.value and not doubled
    if plain and not marked and not expected and not _month_expected(line, index, name):
        return None
    return found, after


def _month_expected(line: Line, index: int, name: MonthName) -> bool:
    """Return whether the words around a bare month name show that a month is meant («في مايو»)."""
    before = line.form(index - 1)
    if before in words("before-month"):
        return True
    if _month_before(line, index) or (before in words("before-clear-month") and _month_behind(line, index, name)):
        return True  # «في فبراير ومارس», «من مارس إلى مايو»
    reading = line.readings[index]
    prefix = reading.prefix if reading is not None else ""
    return name.alone and (before in words("before-clear-month") or prefix in ("ل", "و", "ب"))


def _month_before(line: Line, index: int) -> bool:
    """Return whether a month is linked to one that is meant as one: «في فبراير ومارس», «من مارس إلى مايو»."""
    last = index - 1 if line.form(index - 1) in _MONTH_LINKS else index
    reading = line.readings[index]
    if last == index and (reading is None or reading.prefix != "و"):
        return False
    for _ in range(_MOST_MONTHS):
        first = _start_of_month(line, last)
        if first is None:
            return False
        if line.form(first - 1) in words("before-month") | words("before-clear-month"):
            return True
        reading = line.readings[first]
        last = first - (line.form(first - 1) == ",")
        if last == first and (reading is None or reading.prefix != "و"):
            return False
    return False


def _start_of_month(line: Line, end: int) -> int | None:
    """Return where the name of a month that ends before an index starts, None where there is none."""
    for first in (end - 1, end - 2):  # «تشرين الأول» has two words
        reading = line.readings[first] if first > 0 else None
        if reading is not None and "month" in reading.senses:
            return first
    return None


def _month_behind(line: Line, index: int, name: MonthName) -> bool:
    """Return whether a further month is linked to the one that starts here: «مارس إلى مايو», «مايو ويونيو»."""
    end = index + 1 + len(name.rest)
    linked = line.form(end) in _MONTH_LINKS
    reading = line.readings[end + linked] if end + linked < len(line) else None
    return (
        reading is not None
        and "month" in reading.senses
        and not reading.definite
        and (reading.prefix in ("", "و") if linked else reading.prefix == "و")
    )


def read_named_day(line: Line, index: int) -> Found | None:
    """Return a named day of the reviewed table: «عيد الفطر», «ذكرى النكبة», with a year behind it or not."""
    first = line.sense(index, "named")
    if first is None or line.form(index - 1) in words("before-no-named-day"):
        return None  # «سوق عيد الميلاد», «شجرة عيد الميلاد»
    for rest, named in named_days()[first]:
        end = index + 1 + len(rest)
        if all(line.form(index + 1 + place) == word for place, word in enumerate(rest)):
            if read_ordinal(line, end) is not None:
                return None
            return _with_year(line, end, named, before=index)
    return None
