"""Weekdays, days counted from today, and parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.times.calendar import read_day_month, read_month_date, read_named_day
from riwaya.annotate.times.figures import read_numeric
from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.mentioned import read_mentioned
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_ordinal
from riwaya.annotate.times.steps import read_place
from riwaya.annotate.times.years import Found
from riwaya.annotate.times.zones import read_zone

_NOON = ("الظهر", "الظهيره")
_HOUR = re.compile(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d))?")
_DAY = ("يوم", "نهار")
_EQUALS = frozenset(("الموافق", "المصادف"))
_SOME_NIGHT = frozenset(("التي", "الاولي", "الثانيه", "الاخيره"))
_WEEK = ("الاسبوع", "اسبوع")


def read_weekday(line: Line, index: int) -> Found | None:
    """Return «الخميس», «يوم الخميس الماضي», «الخميس 14 يونيو», «الثلاثاء من الأسبوع المقبل»."""
    index += line.sense(index, "this") is not None and line.definite(index + 1)
    marked = line.bare(index) in _DAY and line.read(index) is not None
    start = index + 1 if marked else index
    value = line.sense(start, "weekday")
    if value is None or not (marked or line.definite(start)):
        return None
    if line.form(index - 1) in words("except"):
        return None  # «كل يوم ما عدا الجمعة»
    if line.form(start + 1) in words("after-no-weekday") or (
        line.form(start - 1) in words("before-no-weekday") and not marked
    ):
        return None
    if line.form(start + 1) in ("عشر", "عشره"):
        return None
    return weekday_tail(line, start + 1, Moment(weekday=int(value)))


def weekday_tail(line: Line, end: int, moment: Moment) -> Found:
    """Return the weekday with what stands behind it: «الماضي», «من الأسبوع المقبل», a date, «صباحا»."""
    in_month = _nth_of_month(line, end, moment)
    if in_month is not None:
        return with_part_behind(line, in_month[1], in_month[0])
    if line.form(end) in ("التالي", "التاليه"):
        return with_part_behind(line, end + 1, replace(moment, follows=True))
    relation = line.relation(end)
    if relation is not None:
        moment, end = replace(moment, relation=relation[0]), relation[1]
    elif line.form(end) == "من" and line.form(end + 1) in _WEEK:
        relation = line.relation(end + 2)
        if relation is not None:
            moment, end = replace(moment, shift=("W", relation[0])), relation[1]
    dated = _date_behind(line, end)
    if dated is not None:
        moment = replace(dated[0], weekday=moment.weekday, relation=dated[0].relation or moment.relation)
        end = dated[1]
    return with_part_behind(line, end, moment)


def _nth_of_month(line: Line, end: int, moment: Moment) -> Found | None:
    """Return «الجمعة الأولى من رمضان», «الأحد الأخير من يونيو» from behind the weekday."""
    ordinal = read_ordinal(line, end)
    last = line.form(end) in ("الاخير", "الاخيره")
    if (ordinal is None and not last) or (ordinal is not None and not 1 <= ordinal[0] <= 5):
        return None
    nth, after = ordinal if ordinal is not None else (-1, end + 1)
    # «الاثنين الخامس من مارس» is first of all the fifth day of the month, «الجمعة الأولى» cannot be.
    day = nth if nth > 0 and not line.form(end).endswith(("ه", "ولي")) else None
    return read_month_of(line, after, replace(moment, nth=nth, day=day))


def read_month_of(line: Line, index: int, moment: Moment) -> Found | None:
    """Return the moment with the month that «من» or «في» joins to it: «من رمضان», «من الشهر الجاري»."""
    if line.form(index) not in ("من", "في"):
        return None
    month = read_month_date(line, index + 1, expected=True)
    if month is not None and month[0].day is None and not month[0].value:
        found = month[0]
        return replace(
            moment, month=found.month, year=found.year, hijri=found.hijri, relation=found.relation, shift=found.shift
        ), month[1]
    this = line.sense(index + 1, "this") is not None
    if line.form(index + 1 + this) != "الشهر":
        return None
    relation = line.relation(index + 2 + this)
    if relation is not None:
        return replace(moment, shift=("M", relation[0])), relation[1]
    return replace(moment, shift=("M", 0)), index + 2 + this


def _date_behind(line: Line, end: int) -> Found | None:
    """Return the date in apposition: «الخميس 14 يونيو», «الخميس، 14 يونيو», «الخميس (14 يونيو)»."""
    opened = line.form(end) == "("
    start = line.skip(end, "(", ",", "-", "في")
    same = line.skip(start, "الموافق", "المصادف")
    start = line.skip(same, "ل") if same > start else same
    origin = line.origin
    if same > start - 1 and line.form(same - 1) in _EQUALS:
        line.origin = start  # «الموافق للسادس من فبراير»
    found = read_numeric(line, start) or read_day_month(line, start)
    line.origin = origin
    if found is None or found[0].day is None or (opened and line.form(found[1]) != ")"):
        return None
    return found[0], found[1] + opened


def with_part_behind(line: Line, end: int, moment: Moment) -> Found:
    """Return the day with a part of the day that follows it: «الخميس صباحا», «الخميس مساء»."""
    if line.form(end) == "بعد" and line.form(end + 1) in _NOON:
        return replace(moment, part="AF"), end + 2
    part = line.sense(end, "adverb")
    return (replace(moment, part=part), end + 1) if part is not None else (moment, end)


def read_relative_day(line: Line, index: int) -> Found | None:
    """Return «أمس», «أول من أمس», «أمس الاثنين», «اليوم الأحد», «غدا», «بعد غد», «يوم أمس»."""
    start = index + 1 if line.bare(index) in _DAY and line.read(index) is not None else index
    offset, end = _day_offset(line, start)
    if offset is None:
        return None
    moment = Moment(shift=("D", offset))
    dayname = line.skip(end, ",") if line.sense(end + 1, "weekday") else end
    dayname = dayname + 1 if line.form(dayname) == "يوم" else dayname
    if line.form(end) == "(" and line.sense(end + 1, "weekday") is not None and line.form(end + 2) == ")":
        # «أمس (الأربعاء)»
        return Moment(shift=("D", offset), weekday=int(line.sense(end + 1, "weekday") or 0)), end + 3
    weekday = line.sense(dayname, "weekday")
    if weekday is not None and line.definite(dayname) and line.form(dayname + 1) not in ("عشر", "عشره"):
        named, end = weekday_tail(line, dayname + 1, Moment(weekday=int(weekday)))
        return (named if named.day is not None else replace(named, shift=("D", offset))), end
    dated = _date_behind(line, end) if line.form(end) != "في" else None
    if dated is not None:
        return dated
    return with_part_behind(line, end, moment)


def _day_offset(line: Line, start: int) -> tuple[int | None, int]:
    bare = line.bare(start)
    if line.read(start) is None:
        return None, start
    if bare == "اول":
        after = line.skip(start + 1, "من")
        return (-2, after + 1) if line.bare(after) in ("امس", "البارحه") else (None, start)
    if bare in ("قبل", "بعد"):
        start = line.skip(start + 1, "يوم") - 1
        following = line.sense(start + 1, "day")
        return (int(following) * 2, start + 2) if following in ("-1" if bare == "قبل" else "1",) else (None, start)
    if bare == "اليوم":
        throughout = line.form(start - 1) in ("طوال", "طيله") and line.sense(start + 1, "weekday") is None
        other = read_place(line, start + 1) is not None
        return (None, start) if throughout or other else (0, start + 1)
    value = line.sense(start, "day")
    if value is None or bare == "الغدا":
        return None, start
    if value == "-1" and line.form(start + 1) in ("الاول", "الاولي"):
        return -2, start + 2
    if value == "1" and bare in ("الغد",) and line.form(start - 1) in words("before-tomorrow-of-name"):
        return None, start
    return int(value), start + 1


def with_clock_behind(line: Line, moment: Moment, end: int) -> Found:
    """Return a full date with the hour printed behind it: «09/05/2018 14:30», «9 مايو، 2018 - 10:15»."""
    if moment.year is None or moment.day is None or moment.clock or moment.part:
        return moment, end
    start = line.skip(end, "-", ",", "|")
    hour = _HOUR.fullmatch(line.form(start))
    if hour is None or int(hour[1]) > 23 or line.sense(start + 1, "adverb"):
        return moment, end
    zone, end = read_zone(line, start + 1)
    clock = f"{int(hour[1]):02d}:{hour[2]}" + (f":{hour[3]}" if hour[3] else "")
    return replace(moment, clock=clock, zone=zone), end


def read_day(line: Line, index: int) -> Found | None:
    """Return any expression that names one day."""
    for reader in (read_relative_day, read_weekday, read_numeric, read_day_month, read_named_day, read_mentioned):
        found = reader(line, index)
        if found is not None:
            return found
    return None


def read_part(line: Line, index: int) -> Found | None:
    """Return a part of a day: «مساء الخميس», «فجر اليوم», «بعد ظهر أمس», «الليلة الماضية», «هذا المساء»."""
    midnight = read_midnight(line, index)
    if midnight is not None:
        return midnight
    if line.sense(index, "this") is not None:
        named = line.sense(index + 1, "part") if line.definite(index + 1) else None
        return None if named is None else (Moment(shift=("D", 0), part=named), index + 2)
    start, part = _part_word(line, index)
    if part is None:
        return None
    if line.definite(start - 1):
        return _definite_part(line, index, start, part)
    inner = start
    day = read_day(line, inner)
    if day is None or day[0].part or not day[0].is_day:
        return None
    moment, end = day
    if part == "NI" and moment.weekday is not None:
        end = _second_weekday(line, end)
    if part == "NI" and moment.hijri and moment.day is not None and line.bare(index) == "ليله":
        moment = replace(moment, offset=moment.offset - 1)  # the Hijri day begins with its night
    return replace(moment, part=part), end


def _part_word(line: Line, index: int) -> tuple[int, str | None]:
    if line.bare(index) == "بعد" and line.bare(index + 1) in ("ظهر", *_NOON) and line.read(index) is not None:
        return index + 2, "AF"
    if line.bare(index) in ("قبل", "قبيل") and line.bare(index + 1) in ("ظهر", *_NOON) and line.read(index) is not None:
        return index + 2, "MO"
    return index + 1, line.sense(index, "part")


def _definite_part(line: Line, index: int, end: int, part: str) -> Found | None:
    """Return «الليلة», «الليلة الماضية», «هذا الصباح», «في الصباح», «بعد الظهر»."""
    word = line.bare(end - 1)
    relation = line.relation(end)
    if word == "الليله":
        offset, after = relation or (0, end)
        if relation is None and line.form(index - 1) == "في":
            return None
        if relation is None and (line.form(end) in _SOME_NIGHT or read_place(line, end) is not None):
            return None
        return Moment(shift=("D", offset), part="NI"), after
    if end - index == 2 and part == "AF":
        return Moment(shift=("D", 0), part=part), end
    reading = line.readings[index]
    led = line.led(index, "before-part") or not line.form(index - 1) or (reading is not None and reading.prefix)
    if word in _NOON and line.led(index, "before-noon"):
        return Moment(shift=("D", 0), part=part), end
    if word in ("الصباح", "المساء") and led:
        return Moment(shift=("D", 0), part=part), end  # «الشيخ صباح الجابر الصباح» is a name
    return None


def _second_weekday(line: Line, end: int) -> int:
    """Return the index behind the second day of a night: «ليل السبت الأحد», «ليل السبت - الأحد», «على الأحد»."""
    start = line.skip(end, "-", "/", "علي", "الي")
    if line.form(end) == "الي" and line.form(line.origin - 1) == "من":
        return end  # «من ليل السبت إلى الأحد» is a range
    return start + 1 if line.sense(start, "weekday") is not None and line.definite(start) else end


def read_midnight(line: Line, index: int) -> Found | None:
    """Return «منتصف الليل», «منتصف ليل الخميس», «منتصف النهار»."""
    if line.bare(index) != "منتصف" or line.read(index) is None:
        return None
    word, end = line.form(index + 1), index + 2
    if word not in ("الليل", "ليل", "ليله", "النهار", "نهار"):
        return None
    clock = "12:00" if "نهار" in word else "00:00"
    day = read_day(line, end)
    if day is not None and day[0].is_day:
        # The midnight of a named day is the one that ends it: of «ليل السبت الأحد» too.
        return replace(day[0], clock="24:00" if clock == "00:00" else clock), _second_weekday(line, day[1])
    return (Moment(shift=("D", 0), relation=0, clock=clock), end) if word.startswith("ال") else None
