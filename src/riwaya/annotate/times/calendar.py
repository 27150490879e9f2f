"""Calendar dates in all orders: days, months, years, weekdays, named days."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.times.lexicon import MonthName, month_names, named_days, named_events, words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_cardinal, read_ordinal

Found = tuple[Moment, int]
_MONTH_YEAR = re.compile(r"(\d{1,2})/((?:19|20)\d{2})")
YEAR_WORDS = ("عام", "سنه", "العام", "السنه")
_SLASHED = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{1,4})")
_YEAR = range(1000, 2200)


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
    for name in month_names()[first]:
        end = index + 1 + len(name.rest)
        if all(line.form(index + 1 + place) == word for place, word in enumerate(name.rest)):
            return name, end
    return None, index


def read_year(line: Line, index: int, *, marked: bool) -> tuple[Moment, int] | None:
    """Return the year that starts here: «2015», «2015م», «1439 هـ», and in words where `marked` by «عام»."""
    reading = line.read(index)
    if reading is None:
        return None
    if reading.number is not None and not reading.form.isdecimal():
        return None
    number = read_cardinal(line, index) if marked or reading.number is not None else None
    if number is None or number[0] != int(number[0]):
        return None
    year, end = int(number[0]), number[1]
    if reading.number is not None:
        year, end = int(reading.number), index + 1
    hijri = line.form(end) in ("ه", "هجري", "هجريه", "للهجره")
    if hijri or line.form(end) in ("م", "ميلادي", "ميلاديه"):
        end += 1
    if marked and reading.number is not None and 30 <= year < 100 and len(reading.form) == 2:
        return Moment(year=1900 + year), end  # «عام 67»
    if marked and 0 < year < 100:
        return None
    low = 100 if marked and reading.number is not None else 1300 if hijri else _YEAR.start
    if not low <= year < _YEAR.stop and not (marked and reading.number is not None):
        return None
    return Moment(year=year, hijri=hijri), end


def read_year_phrase(line: Line, index: int) -> Found | None:
    """Return the year behind a month or a period: «2018», «عام 2018», «من العام الماضي», «من هذا العام»."""
    start = line.skip(index, ",") if line.read(index + 1) and line.form(index + 1).isdecimal() else index
    start = line.skip(start, "من")
    this = line.sense(start, "this") is not None
    if this:
        start += 1
    if line.form(start) in YEAR_WORDS:
        relation = line.relation(start + 1)
        if relation is not None and line.definite(start):
            return Moment(shift=("Y", relation[0])), relation[1]
        found = read_year(line, start + 1, marked=True)
        if found is not None:
            return found
        if this and line.definite(start):
            return Moment(shift=("Y", 0)), start + 1
        if start > index and line.form(start) in ("العام", "السنه"):
            # «الربع الأول من العام»: the running year, unless the text says which one it means.
            unclear = line.form(start + 1) in ("نفسه", "ذاته", "التالي", "نفسها", "السابق", "المالي", "الدراسي")
            return None if unclear else (Moment(shift=("Y", 0)), start + 1)
        return None
    return None if this else read_year(line, start, marked=False)


def read_day_month(line: Line, index: int) -> Found | None:
    """Return a day of a month: «14 يونيو 2018», «الخامس من مارس/ آذار الجاري», «يوم 9 حزيران الماضي»."""
    start = line.skip(index, "الموافق") if index != line.origin else index
    if line.bare(start) in ("يوم", "ليوم") and line.read(start) is not None:
        start = line.skip(start + 1, "ال")
    day, end = _day_number(line, start)
    if day is None:
        return None
    end = line.skip(end, "من", "-", "/") if line.form(end + 1) else end
    running = _running_month(line, end)
    if running is not None:
        return Moment(day=day, shift=running[0].shift), running[1]
    if line.bare(end) == "شهر":
        end += 1
    month = read_month(line, end)
    if month is None:
        return None
    name, end = month
    if name.hijri and name.month == 2 and line.form(end - 2) == "-":
        return None  # a score: «2-صفر»
    return _with_year(line, end, Moment(day=day, month=name.month, hijri=name.hijri), before=start)


def _running_month(line: Line, index: int) -> Found | None:
    """Return «الشهر الجاري» behind the number of its day («العاشر من الشهر المقبل», «20 من هذا الشهر»)."""
    start = index + 1 if line.sense(index, "this") is not None else index
    if line.form(start) != "الشهر":
        return None
    relation = line.sense(start + 1, "relative")
    if relation is not None:
        return Moment(shift=("M", int(relation))), start + 2
    return (Moment(shift=("M", 0)), start + 1) if start > index else None


def _day_number(line: Line, start: int) -> tuple[int | None, int]:
    reading = line.read(start)
    if reading is None:
        return None, start
    if reading.number is not None:
        if not reading.form.isdecimal() or len(reading.form) > 2:
            return None, start
        return int(reading.number), start + 1
    ordinal = read_ordinal(line, start)
    if ordinal is not None:
        before = line.readings[start - 1] if start else None
        counted = before is not None and (before.senses.get("unit") == "W1" or "fraction" in before.senses)
        return (None, start) if counted and line.definite(start - 1) else ordinal
    if line.bare(start) in ("اول", "فاتح", "الفاتح", "غره"):
        return 1, start + 1
    return None, start


def _with_year(line: Line, end: int, moment: Moment, *, before: int) -> Found:
    """Return the moment with the year, or the «الماضي» that stands for it, behind a month."""
    relation = line.sense(end, "relative")
    if relation is not None and line.definite(end):
        return replace(moment, relation=int(relation)), end + 1
    year = read_year_phrase(line, end)
    if year is not None:
        named, end = year
        # A year behind a Hijri month is Hijri: «15 رمضان 1445».
        if moment.hijri and named.year is not None and named.year > 1700:
            # «عيد الفطر 2018»: the day that falls in that Gregorian year.
            return replace(moment, value=f"{named.year}"), end
        return replace(moment, year=named.year, shift=named.shift), end
    event = _event_before(line, before)
    value = named_events().get((event, moment.month or 0, moment.day or 0), "")
    if not value and event and not moment.hijri and _event_sense(line, before) == "unclear":
        value = f"XXXX-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day else "")
    return replace(moment, value=value), end


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
    reading = line.readings[index]
    prefix = reading.prefix if reading is not None else ""
    return name.alone and (before in words("before-clear-month") or prefix in ("ل", "و", "ب"))


def read_numeric(line: Line, index: int) -> Found | None:
    """Return a date in figures: «14-09-2023», «9/5/2018», «2018-03-05»; day before month unless impossible."""
    reading = line.read(index)
    if reading is None or not reading.form[:1].isdecimal():
        return None
    monthly = _MONTH_YEAR.fullmatch(reading.form)
    if monthly and 1 <= int(monthly[1]) <= 12 and line.form(index - 1) != ".":
        return Moment(year=int(monthly[2]), month=int(monthly[1])), index + 1
    slashed = _SLASHED.fullmatch(reading.form)
    if slashed:
        return _numeric(line, (slashed[1], slashed[3], slashed[4]), index + 1)
    forms = [line.form(index + step) for step in range(5)]
    parts = (reading.form, forms[2], forms[4])
    if forms[1] != forms[3] or forms[1] not in ("-", "/") or not all(part.isdecimal() for part in parts):
        return None
    # Apart from each other only where nothing else is written so: «15 / 8 / 1436».
    together = all(line.adjacent(index + step) for step in range(1, 5))
    if not (together or (forms[1] == "/" and len(forms[4]) == 4)) or max(len(part) for part in parts) > 5:
        return None
    return _numeric(line, parts, index + 5)


def _numeric(line: Line, parts: tuple[str, str, str], end: int) -> Found | None:
    first, second, third = parts
    if len(first) == 4 and len(third) <= 2:
        first, third = third, first
    elif len(first) > 2 or len(third) not in (4, 5):
        return None
    day, month, year = int(first), int(second), int(third)
    if month > 12 >= day:
        day, month = month, day
    hijri = 1300 <= year <= 1500
    if line.form(end) in (("ه", "هجري") if hijri else ("م",)):
        end += 1
    return Moment(year=year, month=month, day=day, hijri=hijri), end


def read_named_day(line: Line, index: int) -> Found | None:
    """Return a named day of the reviewed table: «عيد الفطر», «ذكرى النكبة», with a year behind it or not."""
    first = line.sense(index, "named")
    if first is None or line.form(index - 1) in words("before-no-named-day"):
        return None  # «سوق عيد الميلاد», «شجرة عيد الميلاد»
    for rest, hijri, month, day in named_days()[first]:
        end = index + 1 + len(rest)
        if all(line.form(index + 1 + place) == word for place, word in enumerate(rest)):
            if read_ordinal(line, end) is not None:
                return None
            moment, after = _with_year(line, end, Moment(month=month, day=day, hijri=hijri), before=index)
            return moment, after
    return None
