"""The first of two times that share what follows: «بين 3 و7 مارس», «عامي 2015 و2016», «يومي السبت والأحد»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.calendar import read_day_month, read_month_date
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_ordinal
from riwaya.annotate.times.years import Found, read_year

YEAR_LINKS = ("و", "-", "او")
_LINKS = ("-", "الي", "حتي", "وحتي", "و", "او")
_RANGE = ("-", "الي", "حتي", "وحتي")
_BETWEEN = ("بين", "وبين")
_MOST_DAYS = 10  # of one list
_LAST_DAY = 31


def read_first_of_pair(line: Line, index: int) -> Found | None:
    """Return the first member, with the month and year taken from the second."""
    pair = line.sense(index, "pair")
    if pair == "Y":
        return _year_pair(line, index + 1)
    if pair == "M":
        return read_month_date(line, index + 1, expected=True)
    start = index + 1 if pair == "D" else index
    if pair not in (None, "D"):
        return None
    listed = line.bare(index) != "ايام" or line.lists_weekday(start + 1)
    if pair == "D" and line.sense(start, "weekday") is not None and listed:
        return Moment(weekday=int(line.sense(start, "weekday") or 1)), start + 1
    return _day_of_list(line, start, marked=pair == "D")


def _day_of_list(line: Line, index: int, *, marked: bool) -> Found | None:
    """Return a day whose month stands behind the last of its list: «5 و6 و7 يونيو», «بين الثالث والسابع من مارس»."""
    first = _day_number(line, index)
    if first is None:
        return None
    led = marked or line.led(index, "before-listed-day") or line.led_by(index, "weekday")
    if not led and (line.form(first[1]) != "-" or not line.form(index).isdecimal()):
        return None
    end, last = first[1], first[0]
    for _ in range(_MOST_DAYS if led else 1):
        start = _next_member(line, end, comma=led)
        if start is None:
            return None
        found = _month_behind(line, start)
        if found is not None:
            ranged = line.form(first[1]) in _RANGE or line.form(index - 1) in _BETWEEN
            return _with_month_of(found, first[0], ranged=ranged), first[1]
        following = _day_number(line, start)
        if following is None or following[0] <= last:
            return None
        last, end = following
    return None


def read_next_of_list(line: Line, end: int) -> tuple[int, Found] | None:
    """Return where the next day of a list starts, and the day, behind one that was read: 6 of «5 و6 و7 يونيو».

    The last of a list, with its month, is a day by itself.
    """
    start = _next_member(line, end, comma=True)
    found = None if start is None else _day_of_list(line, start, marked=True)
    return None if start is None or found is None else (start, found)


def _day_number(line: Line, index: int) -> tuple[int, int] | None:
    """Return the day of the month that starts here, in figures or told by its ordinal, and the index behind it."""
    origin, line.origin = line.origin, index
    reading, ordinal = line.read(index), read_ordinal(line, index)
    line.origin = origin
    if ordinal is not None:
        return ordinal if 1 <= ordinal[0] <= _LAST_DAY and not line.form(index).endswith("ه") else None
    if reading is None or reading.number is None or not reading.form.isdecimal() or len(reading.form) > 2:
        return None
    return int(reading.number), index + 1


def _next_member(line: Line, end: int, *, comma: bool) -> int | None:
    """Return where the next member of a list starts, None where nothing links one to what ends here."""
    start = end + 1 if line.form(end) in _LINKS or (comma and line.form(end) == ",") else end
    start = line.skip(start, "و") if line.form(end) == "," else start
    joined = line.readings[start] if start < len(line) else None
    return start if start > end or (joined is not None and joined.prefix == "و") else None


def _month_behind(line: Line, start: int) -> Moment | None:
    origin, line.origin = line.origin, start
    found = read_day_month(line, start)
    line.origin = origin
    return None if found is None or found[0].day is None else found[0]


def _with_month_of(last: Moment, day: int, *, ranged: bool) -> Moment:
    """Return a day with the month of the last of its list; the month before where a range begins on a later day."""
    first = replace(last, day=day, value="", weekday=None)
    if not ranged or last.month is None or last.day is None or day <= last.day:
        return first
    year = last.year - 1 if last.year is not None and last.month == 1 else last.year
    return replace(first, month=(last.month - 2) % 12 + 1, year=year)


def _year_pair(line: Line, start: int) -> Found | None:
    found = read_year(line, start, marked=True)
    return found if found is not None and found[0].year is not None and found[0].year >= 1000 else None


def read_second_year(line: Line, index: int) -> Found | None:
    """Return the year that «و» joins to a pair's first («عامي 2015 و2016»)."""
    reading = line.readings[index] if index < len(line) else None
    start = index
    if line.form(index) in YEAR_LINKS:
        start += 1
    elif line.form(index) == "," and _listed(line, index + 1):
        start += 1 + (line.form(index + 1) == "و")
    elif reading is None or reading.prefix != "و":
        return None
    origin, line.origin = line.origin, start
    in_words = line.sense(start, "scale") is not None or line.sense(start, "dual") is not None
    found = read_year(line, start, marked=False) if in_words or len(line.bare(start)) == 4 else None
    line.origin = origin
    return found


def _listed(line: Line, index: int) -> bool:
    """Return whether a year and then a further one, or an end, stand here: «2014، 2015، و2016»."""
    start = line.skip(index, "و")
    after = line.form(start + 1)
    return len(line.form(start)) == 4 and line.form(start)[:2] in ("19", "20") and after in ("", ",", "و", ".", ")")
