"""Hijri days, months and years as Gregorian values (Umm al-Qura, 1343 to 1500; hijridate).

A Hijri month or year is written as the ISO interval of the Gregorian days that it covers.
"""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook

_FIRST, _LAST = 1343, 1500
_HALF_YEAR = timedelta(days=177)


def to_gregorian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day, None where the tables do not reach or the month has no such day."""
    if not _FIRST <= year <= _LAST or not 1 <= month <= 12:
        return None
    if not 1 <= day <= Hijri(year, month, 1).month_length():
        return None
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def hijri_day(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    """Return the value of a day of a Hijri month."""
    month, day = moment.month or 0, moment.day or 0
    if not 1 <= day <= 30:
        return Resolved("", False, "impossible")
    if moment.value:
        return _in_gregorian_year(int(moment.value), month, day)
    year = moment.year
    if year is None:
        if today is None:
            return Resolved("", True)
        year = _year(moment, today, outlook)
    found = to_gregorian(year, month, day) if year else None
    if found is None:
        reachable = year is not None and _FIRST <= year <= _LAST
        return Resolved("", moment.year is None, "impossible" if reachable else "out-of-range")
    mismatch = moment.weekday is not None and moment.weekday != found.isoweekday()
    return Resolved(found.isoformat(), moment.year is None, "weekday-mismatch" if mismatch else "")


def _year(moment: Moment, today: date, outlook: Outlook) -> int | None:
    """Return the Hijri year: «من العام الحالي» counts from the running one, else the nearest that fits."""
    if moment.shift is not None and moment.shift[0] == "Y":
        this = _hijri_year(today)
        return None if this is None else this + moment.shift[1]
    return _nearest_year(moment.month or 0, moment.day or 1, today, outlook, moment.relation)


def _in_gregorian_year(year: int, month: int, day: int) -> Resolved:
    """Return the Hijri day that falls in a Gregorian year («عيد الفطر 2018»), the first of two."""
    start = _hijri_year(date(year, 1, 1)) if 1925 <= year <= 2076 else None
    for candidate in (start, start + 1) if start is not None else ():
        found = to_gregorian(candidate, month, day)
        if found is not None and found.year == year:
            return Resolved(found.isoformat(), False)
    return Resolved("", False, "out-of-range")


def _hijri_year(day: date) -> int | None:
    if not date(1925, 1, 1) <= day <= date(2077, 1, 1):
        return None
    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


def _nearest_year(month: int, day: int, today: date, outlook: Outlook, relation: int | None) -> int | None:
    """Return the Hijri year meant: by «الماضي / المقبل» and the verb, else the one nearest to today."""
    this = _hijri_year(today)
    if this is None:
        return None
    in_year = {year: to_gregorian(year, month, day) for year in (this - 1, this, this + 1)}
    known = {year: found for year, found in in_year.items() if found is not None}
    if not known:
        return this
    if relation == 1 or (relation is None and outlook is Outlook.AHEAD):
        return min((year for year, found in known.items() if found >= today), default=max(known))
    if relation == -1 or (relation is None and outlook is Outlook.BEHIND):
        return max((year for year, found in known.items() if found <= today), default=min(known))
    return max((year for year, found in known.items() if found - today <= _HALF_YEAR), default=min(known))


def hijri_month(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    """Return the interval of a Hijri month."""
    month, year = moment.month or 0, moment.year
    if moment.value:
        first_day = _in_gregorian_year(int(moment.value), month, 1).value
        year = _hijri_year(date.fromisoformat(first_day)) if first_day else 0
    if year is None:
        if today is None:
            return Resolved("", True)
        year = _year(moment, today, outlook)
    first = to_gregorian(year, month, 1) if year is not None else None
    if first is None or year is None:
        return Resolved("", moment.year is None and not moment.value, "out-of-range")
    last = first + timedelta(Hijri(year, month, 1).month_length() - 1)
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", moment.year is None and not moment.value)


def hijri_year(year: int) -> Resolved:
    """Return the interval of a Hijri year."""
    first = to_gregorian(year, 1, 1)
    last = to_gregorian(year, 12, 29)
    if first is None or last is None:
        return Resolved("", False, "out-of-range")
    last += timedelta(Hijri(year, 12, 1).month_length() - 29)
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", False)
