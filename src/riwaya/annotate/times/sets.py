"""Times that recur."""

from __future__ import annotations

from riwaya.annotate.times.calendar import read_month
from riwaya.annotate.times.clock import read_whole_clock
from riwaya.annotate.times.lengths import MOST, make_length
from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_cardinal

_REACH_OF_SERVICE = 8

Set = tuple[str, int]


def read_set(line: Line, index: int) -> Set | None:
    """Return «يوميا», «كل أسبوع», «كل 4 سنوات», «كل يوم جمعة الساعة 8 مساء», «مساء كل خميس» with its value."""
    found = _with_part(line, index) or _recurring(line, index) or _times_within(line, index)
    found = found or _nth_of_each(line, index)
    return None if found is None else _with_exception(line, _with_clock(line, found))


def _with_exception(line: Line, found: Set) -> Set:
    """Return the set with the days that are taken out of it: «كل يوم ما عدا الجمعة والسبت». No value can tell them."""
    value, end = found
    start = line.skip(end, "ما", ",", "في")
    start = line.skip(start, "ما")
    if line.form(start) not in words("except"):
        return found
    start = line.skip(start + 1, "يوم", "ايام", "يومي")
    if line.sense(start, "weekday") is None:
        return found
    while line.lists_weekday(start + 1):
        start += 1 + (line.form(start + 1) == ",")
    return value, start + 1


def read_yearly(line: Line, end: int, moment: Moment) -> Set | None:
    """Return the set that «من كل عام» or «من كل أسبوع» makes of the day before it («15 مايو من كل عام»)."""
    start = line.skip(end, "من", "في")
    if line.form(start) != "كل" or moment.year is not None or moment.shift is not None or moment.hijri:
        return None
    unit = line.sense(start + 1, "unit")
    value = ""
    if unit == "Y1" and moment.month and moment.weekday is None:
        value = f"XXXX-{moment.month:02d}" + ("" if moment.day is None else f"-{moment.day:02d}")
    elif unit == "W1" and moment.weekday is not None and moment.month is None:
        value = f"XXXX-WXX-{moment.weekday}"
    return (value, start + 2) if value else None


def read_clock_of_set(line: Line, index: int) -> Set | None:
    """Return a clock time with the set behind it: «الساعة 9 صباحا كل يوم أحد», «التاسعة من مساء كل أحد»."""
    clock = read_whole_clock(line, index)
    if clock is None or (clock.moment.shift, clock.moment.weekday) != (("D", 0), None):
        return None
    start = line.skip(clock.end, "من")
    behind = start + (line.form(start) != "كل" and line.sense(start, "part") is not None)
    recurs = line.form(behind) in ("كل", "ايام") or line.sense(behind, "adverbial") is not None
    found = _recurring(line, behind) if recurs else None
    if found is None or not _takes_clock(found[0]):
        return None
    hour = clock.moment.clock
    if behind > start and line.sense(start, "part") in ("AF", "EV") and int(hour[:2]) < 12:
        hour = f"{int(hour[:2]) + 12}{hour[2:]}"
    return _timed(found[0], hour), found[1]


def _with_part(line: Line, index: int) -> Set | None:
    """Return «مساء كل خميس», «صباح كل يوم»."""
    part = line.sense(index, "part")
    if part is None or line.definite(index) or line.form(index + 1) != "كل":
        return None
    found = _recurring(line, index + 1)
    return None if found is None or not _takes_clock(found[0]) else (_timed(found[0], part), found[1])


def _times_within(line: Line, index: int) -> Set | None:
    """Return «مرتين في الأسبوع», «ثلاث مرات كل شهر»; «مرتين في الأسبوع الأخير» is of one week."""
    number = read_cardinal(line, index)
    start = index if number is None else number[1]
    if line.sense(start, "times") is None or line.definite(start):
        return None
    start = line.skip(start + 1, "واحده")
    if line.form(start) == "كل":
        return _recurring(line, start)
    unit = line.sense(start + 1, "unit") if line.form(start) in ("في", "خلال") else None
    if unit is None or unit[-1] != "1" or not line.definite(start + 1):
        return None
    end = line.skip(start + 2, "الواحد", "الواحده")
    if end == start + 2 and _says_which(line, end):
        return None
    return make_length(unit[:-1], 1).value, end


def _nth_of_each(line: Line, index: int) -> Set | None:
    """Return «أول اثنين من كل شهر»: once in each, whose day no value of a set can tell."""
    if line.sense(index, "nth") is None or line.definite(index):
        return None
    start = line.skip(index + 1, "يوم")
    if line.sense(start, "weekday") is None or line.form(start + 1) not in ("من", "في"):
        return None
    return _recurring(line, start + 2) if line.form(start + 2) == "كل" else None


def _says_which(line: Line, index: int) -> bool:
    """Return whether a word tells which week is meant: «الأسبوع الماضي», «العام 2015», «اليوم نفسه»."""
    form, reading = line.form(index), line.readings[index] if index < len(line) else None
    known = reading is not None and not {"month", "cardinal", "relative"}.isdisjoint(reading.senses)
    return known or form.startswith("ال") or form[:1].isdigit() or form in ("نفسه", "نفسها", "ذاته", "ذاتها")


def _takes_clock(value: str) -> bool:
    return value == "P1D" or value.startswith("XXXX-WXX-")


def _timed(value: str, time: str) -> str:
    return f"{'XXXX-XX-XX' if value == 'P1D' else value}T{time}"


def _with_clock(line: Line, found: Set) -> Set:
    """Return the set with the clock time behind it taken in."""
    value, end = found
    if not _takes_clock(value):
        return found
    start = line.skip(end, "في", "عند", ",", "من")
    if line.bare(start) != "الساعه" and start == end:
        return found
    origin, line.origin = line.origin, start
    clock = read_whole_clock(line, start)
    line.origin = origin
    if clock is None or (clock.moment.shift, clock.moment.weekday) != (("D", 0), None):
        return found
    return _timed(value, clock.moment.clock), clock.end


def _recurring(line: Line, index: int) -> Set | None:
    adverbial = line.sense(index, "adverbial")
    if adverbial is not None:
        return adverbial, index + 1
    every = line.bare(index) == "كل" and line.read(index) is not None
    start = index + 1 if every else index
    day_word = line.bare(start) in ("يوم", "ايام")
    weekday = line.sense(start + day_word, "weekday")
    if weekday == "7" and every and not day_word and not _sunday(line, start):
        return None  # «كل أحد»: everyone
    if weekday is not None and (every or line.bare(start) == "ايام") and (day_word or not line.definite(start)):
        if not every and line.lists_weekday(start + 2):
            return None  # «أيام الأحد والاثنين والثلاثاء»: days of one week
        return (f"XXXX-WXX-{weekday}", start + day_word + 1) if line.definite(start + day_word) or every else None
    if not every or line.definite(start):
        return None
    month = read_month(line, start)
    if month is not None:
        return (f"XXXX-{month[0].month:02d}", month[1]) if month[0].alone and not month[0].hijri else None  # «كل أب»
    part, season = line.sense(start, "part"), line.sense(start, "season")
    if part is not None or season is not None:
        return f"XXXX-XX-XXT{part}" if part is not None else f"XXXX-{season}", start + 1
    unit = line.sense(start, "unit")
    if unit is not None and unit[-1] in "12" and line.form(start + 1) != "وانتم":
        return make_length(unit[:-1], int(unit[-1])).value, start + 1
    number = read_cardinal(line, start)
    unit = line.sense(number[1], "unit") if number is not None else None
    if number is None or unit is None or number[0] >= MOST:
        return None
    return make_length(unit[:-1], number[0]).value, number[1] + 1


def _sunday(line: Line, start: int) -> bool:
    """Return whether the words around «كل أحد» show that not everyone is meant: «صباح كل أحد», «كل أحد وخميس»."""
    before = line.readings[start - 2] if start >= 2 else None
    if before is not None and "part" in before.senses:
        return True
    behind = line.readings[start + 1] if start + 1 < len(line) else None
    if behind is not None and ("adverb" in behind.senses or ("weekday" in behind.senses and behind.prefix == "و")):
        return True
    near = range(max(0, start - _REACH_OF_SERVICE), min(len(line), start + _REACH_OF_SERVICE))
    return line.form(start + 1) == "الساعه" or any(line.form(index) in words("of-sunday") for index in near)


def read_next_of_set(line: Line, end: int, value: str) -> Set | None:
    """Return the weekday that «و» joins to one that recurs, with its part of the day: «مساء كل اثنين وخميس»."""
    reading = line.readings[end] if end < len(line) else None
    if not value.startswith("XXXX-WXX-") or reading is None or reading.prefix != "و" or reading.definite:
        return None
    weekday = reading.senses.get("weekday")
    if weekday is None:
        return None
    own = _with_clock(line, (f"XXXX-WXX-{weekday}", end + 1))
    time = value.partition("T")[2]
    return own if own[1] > end + 1 or not time else (_timed(own[0], time), own[1])
