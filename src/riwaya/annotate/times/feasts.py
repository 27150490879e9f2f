"""Feasts that no fixed day of a calendar gives: those counted from Easter, and those of calendars not known here.

`Moment.feast` is "eid" («العيد» alone),
"western" or "eastern" (counted from that Easter), "churches" (of either, by who writes) or "moving".
The western computus is the anonymous Gregorian one, the eastern Meeus's Julian one (Meeus, Astronomical Algorithms).
"""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.times.hijri import hijri_year_of, to_gregorian
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook

_YEARS = range(1583, 3000)  # of the Gregorian reform, and as far as any text looks
_HALF_YEAR = 183
_EIDS = ((10, 1), (12, 10))
_EID_WITHIN = 21  # days


def feast_day(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    """Return the value of a feast; where the churches differ, the western day with the eastern as other reading."""
    if moment.feast == "eid":
        return _eid(moment, today)
    if moment.feast == "moving":
        return Resolved("" if moment.year is None else f"{moment.year:04d}", False, "moving")
    year, anchored = moment.year, False
    if year is None:
        if today is None:
            return Resolved("", True)
        year, anchored = _year(moment, today, outlook), True
    if year not in _YEARS:
        return Resolved("", anchored, "out-of-range")
    western = western_easter(year) + timedelta(moment.offset)
    eastern = eastern_easter(year) + timedelta(moment.offset)
    if moment.feast == "eastern":
        return Resolved(eastern.isoformat(), anchored)
    if moment.feast == "western" or western == eastern:
        return Resolved(western.isoformat(), anchored)
    return Resolved(western.isoformat(), anchored, "dates-differ", other=eastern.isoformat())


def _eid(moment: Moment, today: date | None) -> Resolved:
    """Return the day of the nearer of the two feasts, without a value where neither is near."""
    year = hijri_year_of(today) if today is not None else None
    if today is None or year is None:
        return Resolved("", True)
    days = (to_gregorian(near, month, day) for near in (year - 1, year, year + 1) for month, day in _EIDS)
    nearest = min((day for day in days if day is not None), key=lambda day: abs((day - today).days))
    if abs((nearest - today).days) > _EID_WITHIN:
        return Resolved("", True)
    return Resolved((nearest + timedelta(moment.offset)).isoformat(), True)


def _year(moment: Moment, today: date, outlook: Outlook) -> int:
    if moment.shift is not None and moment.shift[0] == "Y":
        return today.year + moment.shift[1]
    reckon = eastern_easter if moment.feast == "eastern" else western_easter
    near = {year: reckon(year) + timedelta(moment.offset) for year in range(today.year - 1, today.year + 2)}
    if moment.relation == 0:
        return today.year
    if moment.relation == 1 or (moment.relation is None and outlook is Outlook.AHEAD):
        return min(year for year, day in near.items() if day >= today)
    if moment.relation == -1:
        return max(year for year, day in near.items() if day <= today)
    ahead = outlook.days_ahead(_HALF_YEAR) if outlook is Outlook.OVER else _HALF_YEAR
    return max(year for year, day in near.items() if (day - today).days <= ahead)


def western_easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian reckoning."""
    century, rest = divmod(year, 100)
    golden = year % 19
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Return Easter Sunday of the Julian reckoning, as a day of the Gregorian calendar."""
    epact = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + sunday + 114, 31)
    behind = year // 100 - year // 400 - 2  # days that the Julian calendar lags
    return date(year, month, day + 1) + timedelta(behind)
