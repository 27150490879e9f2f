"""Dates in figures: days, months and years parted by slashes, dots and dashes."""

from __future__ import annotations

import re

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.years import Found

_YEAR_OF_TWO = re.compile(r"((?:19|20)\d\d)/((?:19|20)?\d\d)")
_YEAR_MONTH = re.compile(r"((?:19|20)\d{2})/(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})/((?:19|20)\d{2})")
_CODE_MARKS = (":", "(", "#", "-")
_WORDS_OF_CODE = 2  # between «رقم» and its figures
_DIGITS_OF_YEAR = 4
_SLASHED = re.compile(r"(\d{1,4})([/.])(\d{1,2})\2(\d{1,5})")


def read_numeric(line: Line, index: int) -> Found | None:
    """Return a date in figures: «14-09-2023», «9/5/2018», «2018-03-05»; day before month unless impossible."""
    reading = line.read(index)
    if reading is None or not reading.form[:1].isdecimal():
        return None
    if _is_code(line, index):
        return None  # «القرار 5/2018», «هاتف: 05-06-2012»
    of_two = _month_or_two_years(line, index, reading.form) or _two_years_of_season(line, index)
    if of_two is not None:
        return of_two
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


def _is_code(line: Line, index: int) -> bool:
    """Return whether the words before figures say that they number a thing: a law, a file, a telephone, a model.

    Behind «رقم» and «هاتف» a word may tell of what or whose («رقم القضية: 05-06-2012»), but none that leads to a date.
    """
    start = index - (line.form(index - 1) in _CODE_MARKS)
    if line.led(start, "before-number") or line.led(start, "before-code"):
        return True
    for between in range(1, _WORDS_OF_CODE + 1):
        if line.form(start - between) in words("before-date") or not line.form(start - between).isalpha():
            return False
        if line.led(start - between, "before-code"):
            return True
    return False


def _month_or_two_years(line: Line, index: int, form: str) -> Found | None:
    """Return «5/2018» and, led by a word, «2018/5»; «2017/2018» as the interval of a season's two years."""
    monthly = _MONTH_YEAR.fullmatch(form)
    if monthly and 1 <= int(monthly[1]) <= 12 and line.form(index - 1) != ".":
        return Moment(year=int(monthly[2]), month=int(monthly[1])), index + 1
    two = _YEAR_OF_TWO.fullmatch(form)
    if two and int(two[2]) % 100 == (int(two[1]) + 1) % 100:
        return Moment(value=f"{two[1]}/{int(two[1]) + 1}"), index + 1
    monthly = _YEAR_MONTH.fullmatch(form)
    if monthly and 1 <= int(monthly[2]) <= 12 and line.form(index - 1) in words("before-month"):
        return Moment(year=int(monthly[1]), month=int(monthly[2])), index + 1
    return None


def _two_years_of_season(line: Line, index: int) -> Found | None:
    """Return «موسم 2016 - 2017», «العام الدراسي 2017-18» as the interval of its two years."""
    year = line.form(index)
    if len(year) != _DIGITS_OF_YEAR or not year.isdecimal() or line.bare(index - 1) not in words("of-two-years"):
        return None
    end = read_second_of_season(line, index + 1, int(year))
    return (Moment(value=f"{year}/{int(year) + 1}"), end) if end > index + 1 else None


def read_second_of_season(line: Line, end: int, year: int | None) -> int:
    """Return the index behind the year that follows a year of a season («2016-2017», «2017-18»), else the same."""
    second = line.form(end + 1)
    if year is None or line.form(end) != "-" or not second.isdecimal() or len(second) not in (2, _DIGITS_OF_YEAR):
        return end
    return end + 2 if int(second) == (year + 1) % 10 ** len(second) else end


def _numeric(line: Line, parts: tuple[str, str, str], end: int) -> Found | None:
    first, second, third = parts
    year_first = len(first) == 4 and len(third) <= 2
    if year_first:
        first, third = third, first  # «2022-13-05»: behind the year no country writes the day first
    elif len(first) > 2 or len(third) not in (4, 5):
        return None
    day, month, year = int(first), int(second), int(third)
    if not year_first and month > 12 >= day:
        day, month = month, day
    hijri = 1300 <= year <= 1500
    if line.form(end) in (("ه", "هجري") if hijri else ("م",)):
        end += 1
    return Moment(year=year, month=month, day=day, hijri=hijri), end
