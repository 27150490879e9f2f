"""One pass over a line: at every word that can start an expression, the longest that the grammar reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from riwaya.annotate.times.calendar import read_day_month, read_month_date, read_named_day
from riwaya.annotate.times.centuries import read_century, read_decade
from riwaya.annotate.times.clock import read_clock
from riwaya.annotate.times.clock_pairs import read_first_clock, read_second_clock
from riwaya.annotate.times.context import is_name
from riwaya.annotate.times.days import (
    read_part,
    read_relative_day,
    read_weekday,
    with_clock_behind,
)
from riwaya.annotate.times.distances import read_distance
from riwaya.annotate.times.figures import read_numeric
from riwaya.annotate.times.governed import is_over
from riwaya.annotate.times.lengths import read_length
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.mentioned import read_length_away, read_mentioned, read_mentioned_part
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.nth import read_eve, read_nth
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.pairs import YEAR_LINKS, read_first_of_pair, read_next_of_list, read_second_year
from riwaya.annotate.times.periods import (
    read_bare_year,
    read_first_quarter,
    read_marked_year,
    read_part_of_period,
    read_quarter,
    read_relative_period,
    read_season,
)
from riwaya.annotate.times.sets import read_clock_of_set, read_next_of_set, read_set, read_yearly
from riwaya.annotate.times.tense import read_outlook
from riwaya.annotate.times.weeks import read_first_months, read_first_of_months, read_week_of
from riwaya.model import TimeType

Reader = Callable[[Line, int], tuple[Moment, int] | None]


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens start to end of a line: a moment to be resolved, or a duration or set that has its value already."""

    start: int
    end: int
    type: TimeType
    moment: Moment | None
    value: str = ""
    outlook: Outlook = Outlook.OPEN


_READERS: dict[str, tuple[Reader, ...]] = {
    "weekday": (read_weekday,),
    "month": (read_month_date,),
    "unit": (
        read_marked_year,
        read_relative_period,
        read_century,
        read_weekday,
        read_relative_day,
        read_day_month,
        read_first_clock,
        read_clock,
        read_month_date,
        read_decade,
        read_mentioned,
        read_week_of,
        read_first_months,
    ),
    "part": (read_part, read_mentioned_part),
    "same": (read_mentioned, read_mentioned_part),
    "away": (read_length_away,),
    "lead": (read_part, read_relative_day, read_length_away),
    "edge": (read_part_of_period, read_part),
    "day": (read_relative_day,),
    "ordinal": (read_relative_day, read_day_month, read_first_clock, read_clock, read_first_of_pair),
    "cardinal": (read_day_month, read_first_clock, read_clock),
    "nth": (read_nth, read_first_of_months),
    "eve": (read_eve,),
    "fraction": (read_quarter,),
    "season": (read_season, read_relative_period),
    "quarter": (read_first_quarter,),
    "decade": (read_decade,),
    "this": (read_relative_period, read_marked_year, read_part, read_weekday),
    "named": (read_named_day,),
    "pair": (read_first_of_pair,),
    "first": (read_day_month,),
}
_FIGURES: tuple[Reader, ...] = (
    read_numeric,
    read_day_month,
    read_first_clock,
    read_clock,
    read_bare_year,
    read_first_of_pair,
)
_FIRST_KINDS = ("named", "eve")
_LENGTH_KINDS = frozenset(("unit", "cardinal", "scale", "dual", "teen", "vague", "fraction"))
_STARTERS = frozenset(_READERS) | _LENGTH_KINDS | {"adverbial", "every", "times"}


def scan(line: Line, first: int = 0, last: int | None = None) -> Iterator[Expression]:
    """Yield the expressions that start between two indexes of a line, left to right, none overlapping."""
    index, last = first, len(line) if last is None else last
    while index < last:
        reading = line.readings[index]
        if reading is None or (not reading.form[0].isdecimal() and _STARTERS.isdisjoint(reading.senses)):
            index += 1
            continue
        line.origin = index
        found = _longest(line, index)
        if found is None or is_name(line, found.start, found.end, length=found.moment is None):
            index += 1 if found is None else found.end - index
            continue
        yield found
        index = found.end
        for following in _further(line, found):
            yield following
            index = following.end


def _further(line: Line, first: Expression) -> Iterator[Expression]:
    """Yield what stands behind an expression in one list or range with it and needs it to be read."""
    yield from _further_years(line, first)
    yield from _further_days(line, first)
    yield from _further_clock(line, first)
    yield from _further_sets(line, first)


def _further_sets(line: Line, first: Expression) -> Iterator[Expression]:
    """Yield the weekdays that recur with the first: «كل اثنين وخميس»."""
    start, following = first.end, read_next_of_set(line, first.end, first.value)
    while following is not None:
        value, end = following
        yield Expression(start, end, TimeType.SET, None, value)
        start, following = end, read_next_of_set(line, end, value)


def _further_years(line: Line, first: Expression) -> Iterator[Expression]:
    """Yield the years that follow a year: «عامي 2015 و2016», «2011-2015»."""
    end = first.end
    while first.moment is not None and first.moment.year is not None and first.moment.month is None:
        found = read_second_year(line, end)
        if found is None:
            return
        start = end
        while line.form(start) in (*YEAR_LINKS, ","):
            start += 1
        end = found[1]
        yield Expression(start, end, TimeType.DATE, found[0])


def _further_days(line: Line, first: Expression) -> Iterator[Expression]:
    """Yield the days of a list behind its first that have their month behind the last: 6 of «5 و6 و7 يونيو»."""
    end = first.end
    while first.moment is not None and first.moment.day is not None and not first.moment.clock:
        following = read_next_of_list(line, end)
        if following is None:
            return
        start, (moment, end) = following
        yield Expression(start, end, TimeType.DATE, moment, outlook=first.outlook)


def _further_clock(line: Line, first: Expression) -> Iterator[Expression]:
    """Yield the bare hour that ends a range of clock times."""
    if first.moment is not None and first.moment.clock:
        found = read_second_clock(line, first.end, first.moment)
        if found is not None:
            yield Expression(first.end + 1, found[1], TimeType.TIME, found[0], outlook=first.outlook)


def _longest(line: Line, index: int) -> Expression | None:
    reading = line.readings[index]
    if reading is None:
        return None
    best: tuple[Moment, int] | None = None
    readers: list[Reader] = list(_FIGURES) if reading.form[0].isdecimal() else []
    # Of two readings of one length the first counts: «ليلة رأس السنة» has a day of its own.
    readers += [reader for kind in _FIRST_KINDS if kind in reading.senses for reader in _READERS[kind]]
    readers += [reader for kind in reading.senses if kind not in _FIRST_KINDS for reader in _READERS.get(kind, ())]
    for reader in readers:
        found = reader(line, index)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    if "lead" in reading.senses:
        future = read_outlook(line, index, index).looks_ahead
        distance = read_distance(line, index, future=future)
        if distance is not None and (best is None or distance[1] > best[1]):
            best = distance
    length = _value_only(line, index, best)
    if length is not None and (best is None or length.end > best[1]):
        return length
    if best is None:
        return None
    moment, end = with_clock_behind(line, *best)
    timed = bool(moment.clock or moment.part)
    return Expression(
        index,
        end,
        TimeType.TIME if timed else TimeType.DATE,
        moment,
        outlook=Outlook.OVER
        if is_over(line, index, end, moment)
        else read_outlook(line, index, end, far=moment.weekday is not None),
    )


def _value_only(line: Line, index: int, best: tuple[Moment, int] | None) -> Expression | None:
    """Return the set or the duration that starts here, or the set that the words behind a moment make of it."""
    found = read_set(line, index)
    if found is None and best is not None:
        daily = line.sense(best[1], "adverbial") is not None
        recurs = daily or line.form(best[1]) in ("كل", "من", "في", "ايام")
        found = (read_yearly(line, best[1], best[0]) if recurs else None) or (
            read_clock_of_set(line, index) if recurs and best[0].clock else None
        )
    if found is not None:
        return Expression(index, found[1], TimeType.SET, None, found[0])
    length = read_length(line, index)
    if length is None:
        return None
    return Expression(index, length[1], TimeType.DURATION, None, length[0].value)
