"""A day told behind what it belongs to: «19,00 (16,00 ت غ) من مساء الأحد», «الأحد والاثنين 1 و2 ديسمبر»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.clock import hour_of_day
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.passages import Found

_AFTER_BRACKET = frozenset((")", "من", ",", "في"))
_BEFORE_DATES = frozenset((",", "الموافق", "الموافقين", "("))
_FEAST_IS = frozenset(("في", "الموافق", "المصادف", "("))
_MOST_LISTED = 7
_HALF_DAY = 12


def lend_days(found: list[Found]) -> list[Found]:
    """Return the expressions, each with the day that is told for it behind it."""
    lent = list(found)
    for place in range(1, len(found)):
        if lent[place].line is not lent[place - 1].line:
            continue
        _to_clocks(lent, place)
        _to_weekdays(lent, place)
        _to_feast(lent, place)
    return lent


def _moment(item: Found) -> Moment:
    return item.expression.moment or Moment()


def _between(first: Found, second: Found) -> list[str]:
    return [first.line.form(index) for index in range(first.expression.end, second.expression.start)]


def _with(item: Found, moment: Moment, like: Found) -> Found:
    return replace(item, expression=replace(item.expression, moment=moment, outlook=like.expression.outlook))


def _to_clocks(lent: list[Found], place: int) -> None:
    """Give an hour, and the same in another zone in brackets, the day behind both."""
    if place < 2 or lent[place - 2].line is not lent[place].line:
        return
    first, second, day = lent[place - 2 : place + 1]
    told = _moment(day)
    if not told.is_day or told.clock or told.follows or _between(first, second) != ["("]:
        return
    between = _between(second, day)
    if between[:1] != [")"] or not _AFTER_BRACKET.issuperset(between):
        return
    if any(not _moment(item).clock or item.says_day for item in (first, second)):
        return
    lent[place - 2] = _with(first, _timed(first, told), day)
    lent[place - 1] = _with(second, _timed(second, told), day)
    before = _moment(second).zone == "Z" and int(_moment(second).clock[:2]) - _hour(lent[place - 2]) >= _HALF_DAY
    if before:  # past midnight there, the evening before in Greenwich
        lent[place - 1] = _with(second, replace(_timed(second, told), offset=told.offset - 1), day)


def _hour(item: Found) -> int:
    return int(_moment(item).clock[:2])


def _timed(item: Found, day: Moment) -> Moment:
    moment, hour = _moment(item), _hour(item)
    if item.line.bare(item.expression.start) == "منتصف":
        return replace(day, clock="24:00" if not hour else moment.clock, zone=moment.zone, part="")
    if day.part and not moment.zone and hour <= _HALF_DAY:
        hour = hour_of_day(hour, day.part)
    return replace(day, clock=f"{hour:02d}{moment.clock[2:]}", zone=moment.zone, part="")


def _to_weekdays(lent: list[Found], place: int) -> None:
    """Give weekdays listed together the dates listed behind them, as many."""
    if _moment(lent[place]).day is None or _moment(lent[place]).month is None:
        return
    for number in range(2, _MOST_LISTED + 1):
        start = place - 2 * number + 1
        if start < 0 or lent[start].line is not lent[place].line:
            return
        weekdays, dates = lent[start : start + number], lent[start + number : place + 1]
        if all(_is_date(item) for item in dates) and all(_is_weekday(item) for item in weekdays):
            if _BEFORE_DATES.issuperset(_between(weekdays[-1], dates[0])):
                for index, (weekday, day) in enumerate(zip(weekdays, dates, strict=True)):
                    moment = replace(_moment(day), weekday=_moment(weekday).weekday)
                    lent[start + index] = _with(weekday, moment, day)
            return


def _is_date(item: Found) -> bool:
    moment = _moment(item)
    return moment.day is not None and moment.month is not None and moment.weekday is None and not moment.value


def _is_weekday(item: Found) -> bool:
    moment = _moment(item)
    return moment.weekday is not None and (moment.day, moment.month, moment.shift) == (None, None, None)


def _to_feast(lent: list[Found], place: int) -> None:
    """Give a feast the date that is told for it: «عيد الميلاد في السابع من يناير»."""
    feast, day = lent[place - 1], lent[place]
    reading = feast.line.readings[feast.expression.start]
    if reading is None or "named" not in reading.senses or not _is_date(day) or _moment(feast).year is not None:
        return
    between = _between(feast, day)
    if len(between) == 1 and between[0] in _FEAST_IS and not _moment(feast).offset and not _moment(feast).part:
        lent[place - 1] = _with(feast, _moment(day), day)
