"""How fine a value is: the smallest unit that it names."""

from __future__ import annotations

import re

from riwaya.model import TimeType

_SHAPES = (
    (re.compile(r".*T\d\d:\d\d:\d\d.*"), "second"),
    (re.compile(r".*T\d\d:\d\d.*"), "minute"),
    (re.compile(r".*T[A-Z]{2}"), "part"),
    (re.compile(r"[\dX]{4}-W[\dX]{2}-[1-7]"), "day"),
    (re.compile(r"[\dX]{4}-[\dX]{2}-\d\d"), "day"),
    (re.compile(r"\d{4}-W\d\d(-WE)?"), "week"),
    (re.compile(r"[\dX]{4}-Q[1-4]"), "quarter"),
    (re.compile(r"[\dX]{4}-H[12]"), "half"),
    (re.compile(r"[\dX]{4}-(SP|SU|FA|WI)"), "season"),
    (re.compile(r"[\dX]{4}-\d\d(/\d{4}-\d\d)?"), "month"),
    (re.compile(r"(BC)?\d{4}(/\d{4})?"), "year"),
    (re.compile(r"\d{3}"), "decade"),
    (re.compile(r"(BC)?\d{2}"), "century"),
)
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_MONTHS_OF_YEAR = 12
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century"}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}


def granularity(value: str, kind: TimeType) -> str:
    """Return the finest unit of a value, "" for a set and where there is none."""
    if not value or kind is TimeType.SET:
        return ""
    if kind is TimeType.DURATION:
        return _of_length(value)
    days = _DAYS.fullmatch(value)
    if days:  # a Hijri month, year or century
        months = _months(days[2]) - _months(days[1])
        return "month" if months <= 1 else "year" if months <= _MONTHS_OF_YEAR else "century"
    return next((name for shape, name in _SHAPES if shape.fullmatch(value)), "")


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _of_length(value: str) -> str:
    units = _UNITS if "T" not in value else _TIME_UNITS
    letters = re.findall(r"CE|DE|[YMWDHS]", value.rpartition("T")[2] if "T" in value else value[1:])
    return units.get(letters[-1], "") if letters else ""
