"""From the parts of a time to its TIMEX3 value on a given day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from riwaya.annotate.times.anchor import Anchor
from riwaya.annotate.times.feasts import feast_day
from riwaya.annotate.times.hijri import hijri_century, hijri_day, hijri_month, hijri_year, is_hijri_year
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.weekdays import is_unclear, nearest_weekday, nth_weekday, weekday_day

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
# How far ahead a date without year or verb may lie before it is taken for last year's.
_DAYS_AHEAD, _MONTHS_AHEAD = 183, 3
_MONTHS_TO_SEASON = 5
_DAYS_LATE = 14
# How near the page a day must lie for its year to be beyond doubt.
_DAYS_SURE = 120


def resolve(moment: Moment, anchor: Anchor, *, outlook: Outlook) -> Resolved:
    """Return the value; with an interval as anchor, only what holds on every day of it."""
    if anchor.earliest is None or anchor.latest is None:
        return _resolve_on(moment, None, outlook)
    first = _resolve_on(moment, anchor.earliest, outlook)
    if anchor.earliest == anchor.latest or not first.anchored:
        return first
    # Resolution never goes back when its anchor goes on, so equal ends mean equal throughout.
    if _resolve_on(moment, anchor.latest, outlook).value == first.value:
        return first
    return replace(_resolve_on(moment, None, outlook), anchored=True)


def _resolve_on(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    if moment.value and not moment.value.isdecimal():
        known = moment.month is not None and moment.value[0].isdecimal()
        if today is None or not known or moment.value <= today.isoformat():
            return Resolved(moment.value, False)
        moment = replace(moment, value="")  # the event that bears the date had not happened yet
    read = _day if moment.is_day else _period
    if moment.clock == "00:00" and moment.relation == 0 and outlook is Outlook.AHEAD:
        moment = replace(moment, clock="24:00")  # «تنتهي الهدنة عند منتصف الليل»: the one to come
    return _with_time(moment, read(moment, today, outlook))


def _with_time(moment: Moment, found: Resolved) -> Resolved:
    """Return the day with the clock time or the part of the day."""
    if moment.clock:
        match = _CLOCK.fullmatch(moment.clock)
        midnight = moment.clock == "24:00"
        if match is None or int(match[1]) > 23 + midnight or int(match[2]) > 59 or int(match[3] or 0) > 59:
            return Resolved("", found.anchored, "impossible")
        return replace(found, value=f"{found.value}T{moment.clock}{moment.zone}") if not found.flag else found
    if moment.part and (found.value or not found.flag):
        return replace(found, value=f"{found.value}T{moment.part}")
    return found


def _day(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    if moment.feast:
        return feast_day(moment, today, outlook)
    if moment.nth is not None:
        return _nth(moment, today, outlook)
    if moment.day is not None and moment.month is not None:
        return _later(_month_day(moment, today, outlook), moment.offset)
    if moment.day is not None:
        return _day_of_month(moment, today)
    if moment.weekday is None:
        return _later(_counted_day(moment, today), moment.offset)
    if today is None or is_unclear(moment, today, outlook):
        return _later(Resolved(f"XXXX-WXX-{moment.weekday}", True), moment.offset)
    return _later(Resolved(weekday_day(moment, today, outlook).isoformat(), True), moment.offset)


def _nth(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    """Return the nth weekday of a month, or the day of that number where it is that weekday."""
    month = _period(replace(moment, weekday=None, nth=None, day=None), today, outlook)
    counted = nth_weekday(month, moment.weekday or 1, moment.nth or 1)
    start = month.value.partition("/")[0]
    if moment.day is None or len(start) not in (7, 10) or start.startswith("X"):
        return counted
    numbered = _shifted_day(date.fromisoformat(start if len(start) == 10 else f"{start}-01"), moment.day - 1).value
    if date.fromisoformat(numbered).isoweekday() == moment.weekday:
        return Resolved(numbered, month.anchored, month.flag)
    if counted.value:
        return counted
    other = nearest_weekday(moment.weekday or 1, date.fromisoformat(numbered)).isoformat()
    return Resolved(numbered, month.anchored, "weekday-mismatch", other=other)


def _later(found: Resolved, days: int) -> Resolved:
    """Return a day that lies so many days behind the one found («ثاني أيام العيد»)."""
    if not days or found.flag or not found.value:
        return found
    if found.value.startswith("X"):
        return replace(found, value="")
    return replace(found, value=_shifted_day(date.fromisoformat(found.value), days).value)


def _day_of_month(moment: Moment, today: date | None) -> Resolved:
    """Return a day of a month counted from the running one («العاشر من الشهر المقبل»)."""
    day = moment.day or 0
    if not 1 <= day <= 31:
        return Resolved("", True, "impossible")
    if today is None:
        return Resolved(f"XXXX-XX-{day:02d}", True)
    year, month = divmod(today.year * 12 + today.month - 1 + (moment.shift[1] if moment.shift else 0), 12)
    return _checked(Moment(month=month + 1, day=day, weekday=moment.weekday), year, anchored=True)


def _counted_day(moment: Moment, today: date | None) -> Resolved:
    return Resolved("", True) if today is None else _shifted_day(today, moment.shift[1] if moment.shift else 0)


def _shifted_day(today: date, days: int) -> Resolved:
    try:
        return Resolved((today + timedelta(days)).isoformat(), True)
    except OverflowError:
        return Resolved("", True, "out-of-range")


def _month_day(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    month, day = moment.month or 0, moment.day or 0
    if moment.hijri:
        return hijri_day(moment, today, outlook)
    if moment.year is not None:
        return _checked(moment, moment.year, anchored=False)
    if not _exists(2000, month, day):
        return Resolved("", False, "impossible")
    if today is None:
        return Resolved(f"XXXX-{month:02d}-{day:02d}", True)
    if moment.shift is not None:
        return _checked(moment, today.year + moment.shift[1], anchored=True)
    year = _year_of_day(month, day, today, outlook, moment.relation)
    if moment.weekday is not None:
        year = _year_of_weekday(moment, year, today, outlook)
    return _checked(moment, year, anchored=True)


def _year_of_weekday(moment: Moment, year: int, today: date, outlook: Outlook) -> int:
    """Return the year in which the named weekday fits, if the page leaves open which year is meant.

    A day near the page's own is that day whatever the weekday: a slip there is flagged.
    """
    month, day, weekday = moment.month or 0, moment.day or 0, moment.weekday or 0
    if abs((_safe_date(year, month, day) - today).days) <= _DAYS_SURE:
        return year
    years = (year, year - 1) if outlook is Outlook.OVER else (year, year - 1, year + 1)
    return next((near for near in years if _fits(near, month, day, weekday)), year)


def _year_of_day(month: int, day: int, today: date, outlook: Outlook, relation: int | None) -> int:
    place = (month, day)
    this = (today.month, today.day)
    if relation == 0:
        return today.year
    if relation == -1:
        return today.year if place < this else today.year - 1
    if relation == 1 or outlook is Outlook.AHEAD:
        # A plan for a day just past was written before it, or the page late: nobody means the day a year on.
        late = relation is None and 0 < (today - _safe_date(today.year, month, day)).days <= _DAYS_LATE
        return today.year if place >= this or late else today.year + 1
    for year in (today.year + 1, today.year):
        if (_safe_date(year, month, day) - today).days <= outlook.days_ahead(_DAYS_AHEAD):
            return year
    return today.year - 1


def _safe_date(year: int, month: int, day: int) -> date:
    return date(min(year, 9999), month, min(day, 28))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _fits(year: int, month: int, day: int, weekday: int) -> bool:
    return _exists(year, month, day) and date(year, month, day).isoweekday() == weekday


def _checked(moment: Moment, year: int, *, anchored: bool) -> Resolved:
    """Return the day if it exists, with a flag if the weekday named with it is another."""
    month, day = moment.month or 0, moment.day or 0
    if not 1 <= year <= 9999:
        return Resolved("", anchored, "out-of-range")
    if not _exists(year, month, day):
        return Resolved("", anchored, "impossible")
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if moment.weekday is None or _fits(year, month, day, moment.weekday):
        return Resolved(value, anchored)
    near = min(max(date(year, month, day), date.min + timedelta(3)), date.max - timedelta(3))
    return Resolved(value, anchored, "weekday-mismatch", other=nearest_weekday(moment.weekday, near).isoformat())


def _period(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    if moment.month is not None:
        return _month(moment, today, outlook)
    if moment.decade is not None or moment.century is not None:
        return _decade(moment, today)
    if moment.year is not None:
        if moment.hijri or is_hijri_year(moment.year, today):
            return hijri_year(moment.year)
        if not 1 <= moment.year <= 2999:
            return Resolved("", False, "out-of-range")
        return Resolved(_part_of_year(moment.year, moment.period), False)
    if moment.shift is not None:
        return _shifted(moment, moment.shift, today)
    return _running(moment, today, outlook)


def _part_of_year(year: int, period: str) -> str:
    """Return a year, or its quarter, half or season; of its first months («01/09») the interval."""
    first, _, last = period.partition("/")
    if last:
        return f"{year:04d}-{first}/{year:04d}-{last}"
    return f"{year:04d}" + (f"-{period}" if period else "")


def _running(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    """Return a quarter or a season without a year."""
    if today is None:
        return Resolved(f"XXXX-{moment.period}", True)
    year = today.year + (moment.relation or 0)
    months = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "WI": 1, "SP": 3, "SU": 6, "FA": 9}
    start = months.get(moment.period, 1)
    if (moment.relation == -1 and moment.period[0] != "Q" and today.month >= start + 3) or (
        moment.relation == 1 and today.month < start
    ):
        year = today.year
    elif moment.relation is None and today.month < start:
        # «دعاه لزيارة العاصمة في الخريف», said in July: the coming one, unless the verb is past and it is far off.
        season = moment.period[0] != "Q"
        coming = season and not outlook.looks_back and start - today.month <= _MONTHS_TO_SEASON
        year -= not (coming or (season and outlook.looks_ahead))
    elif moment.relation is None and outlook is Outlook.AHEAD and today.month >= start + 3 and moment.period[0] != "Q":
        year += 1
    return Resolved(f"{year:04d}-{moment.period}", True)


def _month(moment: Moment, today: date | None, outlook: Outlook) -> Resolved:
    month = moment.month or 0
    if moment.hijri:
        return hijri_month(moment, today, outlook)
    if not month:
        return Resolved("", False, "impossible")
    if moment.year is not None:
        known = 1 <= moment.year <= 9999
        return Resolved(f"{moment.year:04d}-{month:02d}", False) if known else Resolved("", False, "out-of-range")
    if today is None:
        return Resolved(f"XXXX-{month:02d}", True)
    if moment.shift is not None:
        return Resolved(f"{today.year + moment.shift[1]:04d}-{month:02d}", True)
    distance = month - today.month
    if moment.relation == 0:
        year = today.year
    elif moment.relation == -1:
        year = today.year if distance < 0 else today.year - 1
    elif moment.relation == 1:
        year = today.year if distance > 0 else today.year + 1
    elif outlook is Outlook.AHEAD:
        year = today.year if distance >= 0 else today.year + 1
    elif outlook.looks_back:
        year = today.year if distance <= 0 else today.year - 1
    else:
        year = (
            today.year - 1
            if distance > _MONTHS_AHEAD
            else today.year + 1
            if distance + 12 <= _MONTHS_AHEAD
            else today.year
        )
    return Resolved(f"{year:04d}-{month:02d}", True)


def _decade(moment: Moment, today: date | None) -> Resolved:
    if moment.shift is not None:
        if today is None:
            return Resolved("", True)
        century = today.year // 100 + moment.shift[1]
        return Resolved(f"{century:02d}{moment.decade}", True)
    if moment.decade is not None:
        return Resolved(f"{moment.decade}", False)
    return hijri_century(moment.century or 0) if moment.hijri else Resolved(f"{moment.century:02d}", False)


def _shifted(moment: Moment, shift: tuple[str, int], today: date | None) -> Resolved:
    unit, number = shift
    if today is None:
        return Resolved("", True)
    if unit == "W":
        first = _shifted_day(today, 7 * number)
        if first.flag:
            return first
        year, week, _ = date.fromisoformat(first.value).isocalendar()
        return Resolved(f"{year:04d}-W{week:02d}" + (f"-{moment.period}" if moment.period else ""), True)
    year, month = today.year, today.month
    if unit == "M":
        year, month = divmod(today.year * 12 + today.month - 1 + number, 12)
        value = f"{year:04d}-{month + 1:02d}"
    elif unit == "DE":
        year = year // 10 + number
        return Resolved(f"{year:03d}", True) if 0 < year < 1000 else Resolved("", True, "out-of-range")
    elif unit == "CE":
        year = year // 100 + number
        return Resolved(f"{year:02d}", True) if 0 < year < 100 else Resolved("", True, "out-of-range")
    else:
        year += number
        value = _part_of_year(year, moment.period)
    return Resolved(value, True) if 1 <= year <= 9999 else Resolved("", True, "out-of-range")
