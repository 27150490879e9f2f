"""Dates as precise as they are certain: «2014», «2014-08» and «2014-08-31» as the days that they may stand for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The first and the last day that a date may stand for."""

    first: date
    last: date


@lru_cache(maxsize=1 << 13)
def read_days(text: str) -> Days | None:
    """Return the days that an ISO year, month or day may stand for, None if it is no possible date."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(group) if group else 0 for group in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Days(first, last)
