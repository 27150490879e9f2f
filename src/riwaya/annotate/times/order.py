"""Weekdays and months listed together follow each other: «الخميس والجمعة», «من الأحد إلى الخميس», «أغسطس أو سبتمبر»."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from riwaya.annotate.times.anchor import Anchor
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.passages import Found
from riwaya.annotate.times.ranges import end_of_range, is_range
from riwaya.annotate.times.sharing import is_bare_month, is_linked, lists_weekdays
from riwaya.annotate.times.weekdays import last_weekday

_WEEK = timedelta(7)
_UNCLEAR = "XXXX-WXX-"
_MOST_LISTED = 7  # weekdays of one list
_IS_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_IS_MONTH = re.compile(r"\d{4}-\d{2}")
_DAY = len("2021-06-03")

Resolution = tuple[Found, Resolved]


def put_in_order(done: list[Resolution], item: Found, resolved: Resolved, anchor: Anchor) -> Resolved:
    """Return a weekday not before the one it is listed behind; in the past it is the ones before that are moved.

    Args:
        done: the resolutions so far; weekdays listed before the item are changed in place.
        item: what is resolved.
        resolved: its value when resolved alone.
        anchor: the day of writing. A list that begins with it goes on into the days to come («هدنة ليومي السبت والأحد»
            on a Saturday: so all ten such of February to May).
    """
    if done and _are_months(done[-1][0], item):
        return _put_months_in_order(done, resolved, anchor)
    if done and is_range(done[-1][0], item):
        resolved = end_of_range(done, item, resolved, anchor)
    if not done or not _is_listed(done[-1][0], item):
        return resolved
    before = done[-1][1]
    if resolved.value.startswith(_UNCLEAR) != before.value.startswith(_UNCLEAR):
        return _beside(done, item, resolved)
    if not _comes_before(resolved, before):
        return resolved
    today = anchor.day is not None and before.value[:_DAY] >= anchor.day.isoformat()
    if _looks_ahead(done[-1][0], today=today):
        return _moved(resolved, _WEEK)
    later, place = resolved, len(done) - 1
    while (
        place >= max(0, len(done) - _MOST_LISTED)
        and _comes_before(later, done[place][1])
        and _day_of_week(done[place][0]) is not None
    ):
        done[place] = done[place][0], _moved(done[place][1], -_WEEK)
        later = done[place][1]
        place -= 1
        if place < 0 or not _is_listed(done[place][0], done[place + 1][0]):
            break
    return resolved


def _beside(done: list[Resolution], item: Found, resolved: Resolved) -> Resolved:
    """Return a weekday of which nothing tells where it lies as the next behind the one it is listed with.

    Where it is the one before that is unclear, that one becomes the last up to the item.
    """
    first, before = done[-1]
    weekdays = _day_of_week(first) or 1, _day_of_week(item) or 1
    if not before.value.startswith(_UNCLEAR):
        day = last_weekday(weekdays[1], date.fromisoformat(before.value[:_DAY]) + _WEEK)
        return replace(resolved, value=day.isoformat() + resolved.value[len(_UNCLEAR) + 1 :])
    day = last_weekday(weekdays[0], date.fromisoformat(resolved.value[:_DAY]))
    done[-1] = first, replace(before, value=day.isoformat() + before.value[len(_UNCLEAR) + 1 :])
    return resolved


def _are_months(first: Found, second: Found) -> bool:
    moments = [item.expression.moment or Moment() for item in (first, second)]
    listed = first.line is second.line and is_linked(first, second)
    return listed and all(is_bare_month(moment) for moment in moments)


def _put_months_in_order(done: list[Resolution], second: Resolved, anchor: Anchor) -> Resolved:
    """Return the second of two months, a year on where it lies before the first («في أغسطس أو سبتمبر», in May).

    Of a range that runs on the day of writing the first is moved back («من يناير إلى مارس», in February).
    """
    first = done[-1][1]
    if not (_IS_MONTH.fullmatch(first.value) and _IS_MONTH.fullmatch(second.value)) or first.value <= second.value:
        return second
    earlier = _years_on(first, -1)
    if anchor.day is not None and earlier.value <= anchor.day.isoformat()[: len(earlier.value)] <= second.value:
        done[-1] = done[-1][0], earlier
        return second
    return _years_on(second, 1)


def _years_on(month: Resolved, years: int) -> Resolved:
    return replace(month, value=f"{int(month.value[:4]) + years:04d}{month.value[4:]}")


def _day_of_week(item: Found) -> int | None:
    """Return the weekday of an expression that tells no date with it."""
    moment = item.expression.moment or Moment()
    counted = moment.shift is not None and moment.shift[0] != "W"
    return None if counted or moment.day or moment.month or moment.follows else moment.weekday


def _is_listed(first: Found, second: Found) -> bool:
    days = _day_of_week(first), _day_of_week(second)
    return None not in days and days[0] != days[1] and _stand_together(first, second)


def _stand_together(first: Found, second: Found) -> bool:
    return first.line is second.line and (is_linked(first, second) or lists_weekdays(first, second))


def _comes_before(second: Resolved, first: Resolved) -> bool:
    """Return whether a day lies within the week before another; False where a page without a date gives none."""
    if not (_IS_DAY.match(first.value) and _IS_DAY.match(second.value)):
        return False
    days = [date.fromisoformat(one.value[:_DAY]) for one in (second, first)]
    return timedelta(0) < days[1] - days[0] < _WEEK


def _looks_ahead(first: Found, *, today: bool) -> bool:
    """Return whether a list goes on into days to come; of a week that is named, its first day may lie before Monday."""
    moment = first.expression.moment or Moment()
    if moment.relation is not None:
        return moment.relation > 0
    return moment.shift is None and (today or first.expression.outlook.looks_ahead)


def _moved(resolved: Resolved, by: timedelta) -> Resolved:
    day = date.fromisoformat(resolved.value[:_DAY]) + by
    return replace(resolved, value=day.isoformat() + resolved.value[_DAY:])
