"""How far a time that an article names lies from the day of its publication, for every day it may have been published.

A lag is counted in the clue's own unit (days, months, years, or days of the week), positive where publication comes
later. `dating_lags.tsv` has how often each lag was counted on dated articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt

from riwaya.arabic.vectors import Array
from riwaya.model import Bearing, Clue, ClueKind, Field
from riwaya.tables import read_table

Integers = npt.NDArray[np.int64]

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2040, 12, 31)
_LEAP = 2000
_PASSED = (Bearing.PAST, Bearing.LAST)
_COMING = (Bearing.NEXT, Bearing.AHEAD)
_DAYS_SLIPPED, _MONTHS_SLIPPED = 20, 1  # a «past» day of the year may lie so far ahead, by a slip of the verb
_WEEKDAY_SLIP = 0.03
_FLOOR = 1e-7
_PLACES = ((100, "lead"), (200, "head"), (400, "upper"), (800, "middle"))  # characters of the text before its end
_PLACED = (Bearing.PAST, Bearing.OPEN)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days on which an article may have been published, as arrays of equal length."""

    ordinal: Integers
    weekday: Integers
    month: Integers  # months since year 0
    year: Integers

    @property
    def first(self) -> int:
        """The ordinal of the first day."""
        return int(self.ordinal[0])


@cache
def whole_axis() -> Axis:
    """Return all days that are considered."""
    ordinal = np.arange(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1, dtype=np.int64)
    days = [date.fromordinal(int(number)) for number in ordinal]
    return Axis(
        ordinal,
        np.array([day.isoweekday() for day in days], dtype=np.int64),
        np.array([day.year * 12 + day.month - 1 for day in days], dtype=np.int64),
        np.array([day.year for day in days], dtype=np.int64),
    )


def lag_name(clue: Clue) -> tuple[str, str]:
    """Return kind and direction under which a clue's lags are counted; a written day without its year is its own."""
    kind, bearing = clue.kind, clue.bearing
    if kind is ClueKind.WRITTEN_WEEKDAY:
        return kind.value, ""
    if kind is ClueKind.WRITTEN_DAY:
        return kind.value, "yearless" if clue.value.startswith("X") else ""
    if kind in (ClueKind.DAY, ClueKind.MONTH, ClueKind.YEAR):
        return kind.value, "ahead" if bearing in _COMING else "past"
    return kind.value, bearing.value


def lag_place(clue: Clue) -> str:
    """Return where in its article a clue stands, "" if its lags are counted alike everywhere.

    The weekday that a lead names is that of the day or of the one before; one further down may be days back. Other
    clues are too few, or their lags do not differ so.
    """
    if clue.kind is not ClueKind.WEEKDAY or clue.bearing not in _PLACED:
        return ""
    if clue.field is Field.TITLE:
        return "title"
    return next((name for end, name in _PLACES if clue.span.start < end), "late")


def lags(clue: Clue, axis: Axis) -> Integers:
    """Return the lag of a clue for every day of the axis."""
    value = clue.value
    if clue.kind in (ClueKind.WRITTEN_WEEKDAY, ClueKind.WEEKDAY):
        return (axis.weekday - int(value[-1])) % 7
    if clue.kind is ClueKind.YEAR:
        return axis.year - int(value)
    if clue.kind is ClueKind.MONTH:
        return axis.month - (int(value[:4]) * 12 + int(value[5:7]) - 1)
    if clue.kind is ClueKind.MONTH_OF_YEAR:
        low = _lowest(clue.bearing, 12, _MONTHS_SLIPPED)
        return (axis.month - (int(value[5:7]) - 1) - low) % 12 + low
    if value.startswith("X"):
        return _yearly(axis, int(value[5:7]), int(value[8:10]), _lowest(clue.bearing, 365, _DAYS_SLIPPED))
    return axis.ordinal - date.fromisoformat(value).toordinal()


def _lowest(bearing: Bearing, period: int, slipped: int) -> int:
    """Return the lowest lag of a yearless time: its occurrence before, behind or nearest the day of publication."""
    if bearing in _PASSED:
        return -slipped
    return slipped - period + 1 if bearing in _COMING else -(period // 2)


def _yearly(axis: Axis, month: int, day: int, low: int) -> Integers:
    """Return the lag from the occurrence of a day of the year that `low` selects."""
    years = np.arange(axis.year[0] - 1, axis.year[-1] + 2)
    occurrences = np.array([_in_year(int(year), month, day) for year in years], dtype=np.int64)
    # The last occurrence whose lag is `low` at least.
    place = np.searchsorted(occurrences, axis.ordinal - low, side="right") - 1
    return axis.ordinal - occurrences[np.maximum(place, 0)]


def _in_year(year: int, month: int, day: int) -> int:
    leap = date(_LEAP, month, day)
    return date(year, month, min(leap.day, 28) if month == 2 else leap.day).toordinal()


def likelihood(clue: Clue, axis: Axis) -> Array:
    """Return how likely an article of each day is to hold the clue, up to a factor."""
    if clue.kind is ClueKind.OFFICE:
        return _within(clue.value, axis)
    found = lags(clue, axis)
    density = _density((*lag_name(clue), lag_place(clue)), found)
    if clue.weekday and clue.value.startswith("XXXX-") and clue.kind in (ClueKind.DAY_OF_YEAR, ClueKind.WRITTEN_DAY):
        named = (axis.ordinal - found - 1) % 7 + 1
        density = density * np.where(named == clue.weekday, 1.0, _WEEKDAY_SLIP)
    return density


_OFFICE_SLACK, _OFFICE_DOUBT = 0.0001, 0.005
"""How likely a day outside a term is against one inside, at most; and all days outside together."""


def _within(terms: str, axis: Axis) -> Array:
    """Return 1 for the days of one's terms of office, little outside: tables err, and so do writers of titles.

    They err as often for a term of weeks, so the days outside share what doubt there is: how many are considered does
    not matter.
    """
    inside = np.zeros(len(axis.ordinal), dtype=np.bool_)
    for term in terms.split("|"):
        start, _, end = term.partition("/")
        low = date.fromisoformat(start).toordinal() if start else axis.first
        high = date.fromisoformat(end).toordinal() if end else int(axis.ordinal[-1])
        inside |= (axis.ordinal >= low) & (axis.ordinal <= high)
    held = int(inside.sum())
    slack = min(_OFFICE_SLACK, _OFFICE_DOUBT * held / max(len(inside) - held, 1)) if held else 1.0
    return np.where(inside, 1.0, slack)


@dataclass(frozen=True, slots=True)
class _Histogram:
    """Frequencies a lag, of bins in ascending order without gaps."""

    starts: Integers
    density: Array
    last: int


@cache
def _histograms() -> dict[tuple[str, str, str], _Histogram]:
    rows: dict[tuple[str, str, str], list[tuple[int, int, float]]] = defaultdict(list)
    for row in read_table("dating_lags.tsv"):
        name = row["kind"], row["direction"], row["place"]
        rows[name].append((int(row["from"]), int(row["to"]), float(row["share"])))
    return {name: _histogram(sorted(bins)) for name, bins in rows.items()}


def _histogram(bins: Sequence[tuple[int, int, float]]) -> _Histogram:
    return _Histogram(
        np.array([start for start, _, _ in bins], dtype=np.int64),
        np.array([share / (end - start + 1) for start, end, share in bins], dtype=np.float64),
        bins[-1][1],
    )


def _density(name: tuple[str, str, str], found: Integers) -> Array:
    histogram = _histograms().get(name)
    if histogram is None:
        return np.ones(len(found), dtype=np.float64)
    place = np.searchsorted(histogram.starts, found, side="right") - 1
    known = (place >= 0) & (found <= histogram.last)
    return np.where(known, np.maximum(histogram.density[np.maximum(place, 0)], _FLOOR), _FLOOR)
