"""A range ends no earlier than it begins: «من غد حتى السبت», «من الثامنة مساء حتى السادسة صباحا»."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from riwaya.annotate.times.anchor import Anchor
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.passages import Found

_UNTIL = frozenset(("الي", "حتي", "وحتي", "ولغايه", "لغايه"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}.*|T[A-Z]{2})?")
_LENGTH = len("2021-06-03")
_WEEK = 7

Resolution = tuple[Found, Resolved]


def is_range(first: Found, second: Found) -> bool:
    """Return whether only «حتى» or «إلى» stands between two times."""
    start, end = first.expression.end, second.expression.start
    return first.line is second.line and end == start + 1 and first.line.form(start) in _UNTIL


def end_of_range(done: list[Resolution], item: Found, resolved: Resolved, anchor: Anchor) -> Resolved:
    """Return the end of a range whose start is the last resolved, one of them moved where they run backwards.

    An hour is of the morrow, a weekday a week on; of two days without year the one further from the page moves.
    """
    before, first = done[-1]
    if not (_DAY.fullmatch(first.value) and _DAY.fullmatch(resolved.value)) or first.value <= resolved.value:
        return resolved
    one, other = (found.expression.moment or Moment() for found in (before, item))
    days = (_day(first) - _day(resolved)).days
    if one.clock and other.clock and not days:
        told = other.zone != one.zone or other.weekday is not None or other.month is not None
        return resolved if told and not _shares_day(one, other) else _moved(resolved, 1)
    if other.weekday is not None and (other.day, other.month, other.relation, other.shift) == (None,) * 4:
        return _moved(resolved, _WEEK * -(-days // _WEEK)) if days > 0 else resolved
    if _is_yearless(one) and _is_yearless(other):
        page = anchor.day
        if page is not None and abs((_day(first) - page).days) < abs((_day(resolved) - page).days):
            return _year_on(resolved, 1)
        done[-1] = before, _year_on(first, -1)
    return resolved


def _shares_day(one: Moment, other: Moment) -> bool:
    return replace(one, clock=other.clock, zone=other.zone) == other and one.zone in ("", other.zone)


def _is_yearless(moment: Moment) -> bool:
    said = (moment.year, moment.relation, moment.shift, moment.weekday)
    return moment.day is not None and moment.month is not None and said == (None,) * 4 and not moment.hijri


def _day(resolved: Resolved) -> date:
    return date.fromisoformat(resolved.value[:_LENGTH])


def _moved(resolved: Resolved, days: int) -> Resolved:
    day = _day(resolved) + timedelta(days)
    return replace(resolved, value=day.isoformat() + resolved.value[_LENGTH:])


def _year_on(resolved: Resolved, years: int) -> Resolved:
    """Return a day some years on, itself where that year has no such day."""
    try:
        moved = _day(resolved).replace(year=_day(resolved).year + years)
    except ValueError:
        return resolved
    return replace(resolved, value=moved.isoformat() + resolved.value[_LENGTH:])
