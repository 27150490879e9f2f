"""Weeks of a month and the first months of a year."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.calendar import read_month_date
from riwaya.annotate.times.days import read_month_of
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_cardinal, read_ordinal
from riwaya.annotate.times.years import Found, read_year_phrase

_MONTHS = 12
_MODIFIERS = {1: "early", 2: "mid", 3: "mid", 4: "late", 5: "late"}


def read_week_of(line: Line, index: int) -> Found | None:
    """Return «الأسبوع الأول من أكتوبر» as the month or year with a modifier: outlets count weeks differently."""
    if line.sense(index, "unit") != "W1" or not line.definite(index):
        return None
    ordinal = read_ordinal(line, index + 1)
    last = line.form(index + 1) == "الاخير"
    number, end = ordinal if ordinal is not None else (4, index + 2)
    if (ordinal is None and not last) or number not in _MODIFIERS or line.form(end) != "من":
        return None
    found = read_month_date(line, end + 1, expected=True)
    if found is not None and found[0].day is None:
        return replace(found[0], modifier=_MODIFIERS[number]), found[1]
    month = read_month_of(line, end, Moment())
    if month is not None:
        return replace(month[0], modifier=_MODIFIERS[number]), month[1]
    year = read_year_phrase(line, end)
    early = number <= 2 and not last
    return None if year is None else (replace(year[0], modifier="early" if early else "late" if last else ""), year[1])


def read_first_months(line: Line, index: int) -> Found | None:
    """Return «الأشهر الستة الأولى من 2017» as its half, «الثلاثة الأولى» as its quarter, else the months' interval."""
    if line.sense(index, "unit") != "MX" or not line.definite(index):
        return None
    number = read_cardinal(line, index + 1)
    if number is None or line.form(number[1]) != "الاولي":
        return None
    return _months_of_year(line, int(number[0]), number[1] + 1)


def read_first_of_months(line: Line, index: int) -> Found | None:
    """Return «أول سبعة أشهر من 2022» as the interval of its months."""
    number = read_cardinal(line, index + 1) if line.sense(index, "nth") == "1" else None
    if number is None or line.definite(index) or line.sense(number[1], "unit") != "MX":
        return None
    return _months_of_year(line, int(number[0]), number[1] + 1)


def _months_of_year(line: Line, number: int, end: int) -> Found | None:
    year = read_year_phrase(line, end)
    if year is None or not 1 < number < _MONTHS:
        return None
    period = {3: "Q1", 6: "H1"}.get(number, f"01/{number:02d}")
    return replace(year[0], period=period), year[1]
