"""The first of two times that share what follows: «بين 3 و7 مارس», «عامي 2015 و2016», «يومي السبت والأحد»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.calendar import read_day_month, read_month_date
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.years import Found, read_year

YEAR_LINKS = ("و", "-", "او")
_LINKS = ("-", "الي", "حتي", "و", "او")


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
    listed = line.bare(index) != "ايام" or line.joined(start + 1, "weekday") is not None
    if pair == "D" and line.sense(start, "weekday") is not None and listed:
        return Moment(weekday=int(line.sense(start, "weekday") or 1)), start + 1
    reading = line.read(start)
    if reading is None or reading.number is None or not reading.form.isdecimal() or len(reading.form) > 2:
        return None
    second = start + 1
    if line.form(second) in _LINKS:
        second += 1
    else:
        joined = line.readings[second] if second < len(line) else None
        if joined is None or joined.prefix != "و":
            return None
    if not (
        pair == "D"
        or line.form(index - 1) in ("بين", "من", "وبين", "يومي", "ومن", "في", "ايام")
        or line.form(start + 1) == "-"
    ):
        return None
    return _shared_month(line, start, second, int(reading.number))


def _shared_month(line: Line, start: int, second: int, day: int) -> Found | None:
    origin, line.origin = line.origin, second
    found = read_day_month(line, second)
    line.origin = origin
    if found is None or found[0].day is None:
        return None
    return replace(found[0], day=day, value="", weekday=None), start + 1


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
