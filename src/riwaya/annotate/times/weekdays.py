"""Which day a weekday means: by the words beside it, by the verb, by its place in a month."""

from __future__ import annotations

import re
from datetime import date, timedelta

from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook

# How many days ahead a weekday may lie; the six days before the last of them are the others.
_WEEKDAY_AHEAD = {
    Outlook.OVER: 0,
    Outlook.BEHIND: 0,
    Outlook.REPORTED: 1,  # nobody calls a day by its bare name six days later: it is tomorrow
    Outlook.OPEN: 1,
    Outlook.SCHEDULED: 4,
    Outlook.DUE: 5,
    Outlook.AHEAD: 6,
}
# A page may be republished days after the day its words were written on, seldom before it.
_REPUBLISHED_WITHIN = 5
# Without a verb near, a weekday two days ahead is as often the one five days ago.
_UNCLEAR_AHEAD = 2
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def weekday_day(moment: Moment, today: date, outlook: Outlook) -> date:
    """Return the day the weekday names: by «الماضي / المقبل», by «أمس / اليوم / غدا», else by the verb."""
    weekday = moment.weekday or 1
    if moment.shift is not None and moment.shift[0] == "W":
        monday = today - timedelta(today.weekday()) + timedelta(7 * moment.shift[1])
        return monday + timedelta(weekday - 1)
    if moment.shift is not None and moment.shift[0] == "D":
        # Republished pages keep yesterday's wording, so a named weekday outranks the page's own date.
        latest = today + timedelta(moment.shift[1] + 6 - _REPUBLISHED_WITHIN)
        return last_weekday(weekday, latest)
    relation = moment.relation or 0
    if relation < 0:
        return last_weekday(weekday, today - timedelta(1)) + timedelta(7 * (relation + 1))
    if relation > 0:
        return last_weekday(weekday, today + timedelta(7)) + timedelta(7 * (relation - 1))
    return last_weekday(weekday, today + timedelta(_WEEKDAY_AHEAD[outlook]))


def is_unclear(moment: Moment, today: date, outlook: Outlook) -> bool:
    """Return whether nothing tells on which side of the page a weekday lies."""
    if outlook not in (Outlook.OPEN, Outlook.REPORTED) or moment.shift is not None or moment.relation is not None:
        return False
    return (moment.weekday or 1) == (today + timedelta(_UNCLEAR_AHEAD)).isoweekday()


def last_weekday(weekday: int, latest: date) -> date:
    """Return the last such weekday up to a day."""
    return latest - timedelta((latest.isoweekday() - weekday) % 7)


def nearest_weekday(weekday: int, day: date) -> date:
    """Return the such weekday at most three days from a day."""
    return day + timedelta((weekday - day.isoweekday() + 3) % 7 - 3)


def nth_weekday(month: Resolved, weekday: int, nth: int) -> Resolved:
    """Return the nth such weekday (-1: the last) of a month given as «2018-06» or as the interval of its days."""
    start, _, end = month.value.partition("/")
    written = _MONTH.fullmatch(start)
    if written and not end:
        first = date(int(written[1]), int(written[2]), 1)
        last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    elif end:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    else:
        return Resolved("", month.anchored, month.flag)
    if nth < 0:
        found = last_weekday(weekday, last)
    else:
        found = last_weekday(weekday, first + timedelta(6)) + timedelta(7 * (nth - 1))
    if not first <= found <= last:
        return Resolved("", month.anchored, "impossible")
    return Resolved(found.isoformat(), month.anchored, month.flag)
