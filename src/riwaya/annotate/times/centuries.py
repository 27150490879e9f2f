"""Decades and centuries."""

from __future__ import annotations

from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_ordinal
from riwaya.annotate.times.years import Found, before_christ

_LIFE = ("عمره", "عمرها", "العمر", "عمر", "عمرهم", "عمرهن")


def read_decade(line: Line, index: int) -> Found | None:
    """Return «تسعينيات القرن الماضي», «الستينات»; a person's years of age are none («في العشرينيات من عمره»)."""
    decade = line.sense(index, "decade")
    if decade is None:
        return _counted_decade(line, index)
    end = index + 1
    if line.form(end) in _LIFE or (line.form(end) == "من" and line.form(end + 1) in _LIFE):
        return None
    century = read_century(line, end + 1 if line.form(end) == "من" else end)
    if century is not None and (century[0].hijri or century[0].value):
        return None
    if century is not None and century[0].century is not None:
        return Moment(decade=century[0].century * 10 + int(decade)), century[1]
    if century is not None and century[0].shift is not None:
        return Moment(shift=century[0].shift, decade=int(decade)), century[1]
    return (Moment(decade=190 + int(decade)), end) if line.definite(index) and int(decade) >= 3 else None


def _counted_decade(line: Line, index: int) -> Found | None:
    """Return «العقد الأول من القرن الحالي», «العقد الأخير من القرن العشرين»."""
    if line.sense(index, "unit") != "DE1" or not line.definite(index):
        return None
    ordinal = read_ordinal(line, index + 1)
    if ordinal is None and line.form(index + 1) == "الاخير":
        ordinal = 10, index + 2
    if ordinal is None or not 1 <= ordinal[0] <= 10 or line.form(ordinal[1]) != "من":
        return None
    century = read_century(line, ordinal[1] + 1)
    if century is None or century[0].hijri or century[0].value:
        return None
    number = ordinal[0] - 1
    if century[0].century is not None:
        return Moment(decade=century[0].century * 10 + number), century[1]
    return Moment(shift=century[0].shift, decade=number), century[1]


def read_century(line: Line, index: int) -> Found | None:
    """Return «القرن الماضي», «القرن التاسع عشر», «القرن الـ19», «القرن الرابع الميلادي»."""
    if line.sense(index, "unit") != "CE1" or not line.definite(index):
        return None
    relation = line.sense(index + 1, "relative")
    if relation is not None:
        return Moment(shift=("CE", int(relation))), index + 2
    ordinal = read_ordinal(line, index + 1)
    start = line.skip(index + 1, "ال")
    reading = line.read(start)
    if ordinal is None and line.form(index + 1) == "الواحد" and line.joined(index + 2, "cardinal") == "20":
        ordinal = 21, index + 3
    if ordinal is None and reading is not None and reading.number is not None:
        ordinal = int(reading.number), start + 1
    if ordinal is None or not 1 <= ordinal[0] <= 22:
        return None
    number, end = ordinal
    if line.form(end) in ("الهجري", "للهجره", "هجري"):
        return Moment(century=number - 1, hijri=True), end + 1
    before = before_christ(line, end)
    if before > end or line.form(end) in ("قبل", "ق"):
        return (Moment(value=f"BC{number - 1:02d}"), before) if before > end else None
    return Moment(century=number - 1), end + (line.form(end) in ("الميلادي", "للميلاد"))
