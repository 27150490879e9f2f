"""Hijri days, months and years as Gregorian values.

1343 to 1500 by the Umm al-Qura calendar (hijridate); earlier years by the tabular calendar (civil epoch, 30-year
cycle; Reingold and Dershowitz, Calendrical Calculations), flagged, since what was kept then lay a day or two off it.
A Hijri month or year is written as the ISO interval of the Gregorian days that it covers.
"""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.weekdays import nearest_weekday

_FIRST, _LAST = 1343, 1500
_HALF_YEAR = 177
_MONTH = timedelta(days=28)
_EPOCH = date(622, 7, 19).toordinal() - 1  # 1 Muharram 1 is 19 July 622 of the Gregorian reckoning
_TABULAR = "tabular"
# «عام 1439» is a Hijri year where it lies so near the running one; without a page's date, in our own half century.
_HIJRI_BACK, _HIJRI_ON, _HIJRI_NOW = 50, 6, range(1400, 1450)


def tabular(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a date of the tabular Hijri calendar."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_EPOCH + days)


def _month_length(year: int, month: int) -> int:
    if year >= _FIRST:
        return int(Hijri(year, month, 1).month_length())
    return 30 if month % 2 or (month == 12 and (14 + 11 * year) % 30 < 11) else 29


def to_gregorian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day, None where the tables do not reach or the month has no such day."""
    if not 1 <= year <= _LAST or not 1 <= month <= 12:
        return None
    if not 1 <= day <= _month_length(year, month):
        return None
    if year < _FIRST:
        return tabular(year, month, day)
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
        reachable = year is not None and 1 <= year <= _LAST
        return Resolved("", moment.year is None, "impossible" if reachable else "out-of-range")
    flag, named = _TABULAR if year is not None and year < _FIRST else "", found
    if moment.weekday is not None:
        named = nearest_weekday(moment.weekday, found)
    if abs((named - found).days) <= 1:
        # Lands begin their months by sighting, a day from each other: the weekday tells which day was meant.
        return Resolved(named.isoformat(), moment.year is None, flag)
    return Resolved(found.isoformat(), moment.year is None, "weekday-mismatch", other=named.isoformat())


def _year(moment: Moment, today: date, outlook: Outlook) -> int | None:
    """Return the Hijri year: «من العام الحالي» counts from the running one, else the nearest that fits."""
    if moment.shift is not None and moment.shift[0] == "Y":
        this = hijri_year_of(today)
        return None if this is None else this + moment.shift[1]
    return _nearest_year(moment, today, outlook)


def _in_gregorian_year(year: int, month: int, day: int) -> Resolved:
    """Return the Hijri day that falls in a Gregorian year («عيد الفطر 2018»), the first of two."""
    start = hijri_year_of(date(year, 1, 1)) if 1925 <= year <= 2076 else None
    for candidate in (start, start + 1) if start is not None else ():
        found = to_gregorian(candidate, month, day)
        if found is not None and found.year == year:
            return Resolved(found.isoformat(), False)
    return Resolved("", False, "out-of-range")


def hijri_year_of(day: date) -> int | None:
    """Return the Hijri year that runs on a Gregorian day, None outside the tables."""
    if not date(1925, 1, 1) <= day <= date(2077, 1, 1):
        return None
    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


def _nearest_year(moment: Moment, today: date, outlook: Outlook) -> int | None:
    """Return the Hijri year meant: by «الماضي / المقبل» and the verb, else the one nearest to today."""
    this, relation = hijri_year_of(today), moment.relation
    month, day = moment.month or 0, moment.day or 1
    if this is None:
        return None
    in_year = {year: to_gregorian(year, month, day) for year in (this - 1, this, this + 1)}
    known = {year: found for year, found in in_year.items() if found is not None}
    if not known:
        return this
    if relation == 1 or (relation is None and outlook is Outlook.AHEAD):
        # A month that runs is still the one meant by «سيعود في رمضان».
        late = timedelta(0) if relation == 1 or moment.day is not None else _MONTH
        return min((year for year, found in known.items() if found + late >= today), default=max(known))
    if relation == -1:
        return max((year for year, found in known.items() if found <= today), default=min(known))
    ahead = timedelta(outlook.days_ahead(_HALF_YEAR))
    return max((year for year, found in known.items() if found - today <= ahead), default=min(known))


def hijri_month(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    """Return the interval of a Hijri month."""
    month, year = moment.month or 0, moment.year
    if moment.value:
        first_day = _in_gregorian_year(int(moment.value), month, 1).value
        year = hijri_year_of(date.fromisoformat(first_day)) if first_day else 0
    if year is None:
        if today is None:
            return Resolved("", True)
        year = _year(moment, today, outlook)
    first = to_gregorian(year, month, 1) if year is not None else None
    if first is None or year is None:
        return Resolved("", moment.year is None and not moment.value, "out-of-range")
    last = first + timedelta(_month_length(year, month) - 1)
    flag = _TABULAR if year < _FIRST else ""
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", moment.year is None and not moment.value, flag)


def hijri_year(year: int) -> Resolved:
    """Return the interval of a Hijri year."""
    first = to_gregorian(year, 1, 1)
    last = to_gregorian(year, 12, 29)
    if first is None or last is None:
        return Resolved("", False, "out-of-range")
    last += timedelta(_month_length(year, 12) - 29)
    return Resolved(f"{first.isoformat()}/{last.isoformat()}", False, _TABULAR if year < _FIRST else "")


def hijri_century(number: int) -> Resolved:
    """Return the interval of a Hijri century, by the hundreds of its years («القرن الثالث الهجري»: 2)."""
    first, last = hijri_year(100 * number + 1), hijri_year(100 * number + 100)
    if not first.value or not last.value:
        return Resolved("", False, "out-of-range")
    return Resolved(f"{first.value.partition('/')[0]}/{last.value.partition('/')[2]}", False, first.flag)


def is_hijri_year(year: int, today: date | None) -> bool:
    """Return whether «عام 1439» is of the Hijri calendar: near its running year, which no Gregorian one there is."""
    running = hijri_year_of(today) if today is not None else None
    if running is None:
        return today is None and year in _HIJRI_NOW
    return running - _HIJRI_BACK <= year <= running + _HIJRI_ON
