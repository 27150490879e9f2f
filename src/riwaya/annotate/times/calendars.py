"""One day in two calendars: «15 رمضان 1445 الموافق 25 مارس 2024»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.passages import Found
from riwaya.annotate.times.weekdays import nearest_weekday

_LINKS = frozenset(("الموافق", "المصادف", "الموافقه", "ل", ",", "(", ")", "/", "-"))
_EQUALS = frozenset(("الموافق", "المصادف", "الموافقه"))
_SIGHTING_DAYS = 2  # by which lands' calendars lie apart


def compare_calendars(found: list[tuple[Found, Resolved]]) -> list[tuple[Found, Resolved]]:
    """Return the times, a Hijri day by the Gregorian one that stands beside it as the same.

    Where they lie further apart than sighting explains, both keep their value, and the other's as other reading.
    """
    compared = list(found)
    for place, (first, second) in enumerate(pairwise(found)):
        if not _beside(first[0], second[0]):
            continue
        one, other = _day(first), _day(second)
        if one is None or other is None:
            continue
        if abs((one - other).days) <= _SIGHTING_DAYS:
            hijri, day = (place, other) if _moment(first[0]).hijri else (place + 1, one)
            compared[hijri] = _on_day(*found[hijri], day)
        else:
            for index, day in ((place, other), (place + 1, one)):
                item, resolved = found[index]
                compared[index] = item, replace(resolved, flag="dates-differ", other=day.isoformat())
    return compared


def _on_day(item: Found, resolved: Resolved, day: date) -> tuple[Found, Resolved]:
    """Return a Hijri day as the Gregorian one beside it, flagged where the weekday named with it is another."""
    weekday = _moment(item).weekday
    named = day if weekday is None else nearest_weekday(weekday, day)
    flag, other = ("weekday-mismatch", named.isoformat()) if named != day else ("", "")
    return item, replace(resolved, value=day.isoformat() + resolved.value[10:], flag=flag, other=other)


def _moment(item: Found) -> Moment:
    return item.expression.moment or Moment()


def _beside(first: Found, second: Found) -> bool:
    """Return whether two full days, one of each calendar, are joined as one: «الموافق», a bracket or a slash."""
    one, other = _moment(first), _moment(second)
    if first.line is not second.line or one.hijri == other.hijri:
        return False
    if one.day is None or other.day is None or one.month is None or other.month is None:
        return False
    line = first.line
    between = [line.form(index) for index in range(first.expression.end, second.expression.start)]
    swallowed = line.form(second.expression.start) in _EQUALS
    joined = swallowed or not _EQUALS.isdisjoint(between) or between in (["("], ["/"], ["-"])
    return joined and len(between) <= 3 and _LINKS.issuperset(between)


def _day(resolution: tuple[Found, Resolved]) -> date | None:
    value = resolution[1].value[:10]
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
