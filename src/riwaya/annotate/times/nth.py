"""Days told by their place: «أول يوم جمعة من رمضان», «ثاني أيام عيد الفطر», «أول أيام رمضان»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.calendar import read_month_date, read_named_day
from riwaya.annotate.times.days import read_month_of
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.years import Found


def read_nth(line: Line, index: int) -> Found | None:
    """Return the first, second ... last weekday of a month, or day of a feast or a month."""
    nth = line.sense(index, "nth")
    if nth is None or line.definite(index):
        return None
    start = line.skip(index + 1, "يوم", "ايام")
    weekday = line.sense(start, "weekday")
    if weekday is not None:
        return read_month_of(line, start + 1, Moment(weekday=int(weekday), nth=int(nth)))
    if start == index + 1 or int(nth) < 0:
        return None
    start = line.skip(start, "من", "في", "شهر")
    start = line.skip(start, "شهر")
    feast = read_named_day(line, start) or read_the_feast(line, start)
    if feast is not None:
        return replace(feast[0], offset=feast[0].offset + int(nth) - 1), feast[1]
    month = read_month_date(line, start, expected=True)
    if month is None or month[0].day is not None or month[0].value:
        return None
    return replace(month[0], day=int(nth)), month[1]


def read_the_feast(line: Line, index: int) -> Found | None:
    """Return «العيد» of the two that are meant by it, the one about which the page was written."""
    bare = line.form(index) == "العيد" and not line.form(index + 1).startswith("ال")  # «العيد الوطني»
    return (Moment(feast="eid"), index + 1) if bare else None


def read_eve(line: Line, index: int) -> Found | None:
    """Return «عشية عيد الأضحى», «ليلة العيد», «وقفة العيد» as the day before: a night belongs to the day behind it."""
    if line.sense(index, "eve") is None or line.definite(index):
        return None
    feast = read_named_day(line, index + 1) or read_the_feast(line, index + 1)
    if feast is None or feast[0].weekday is not None:
        return None
    part = line.sense(index, "part") or ""
    return replace(feast[0], offset=feast[0].offset - 1, part=part), feast[1]
