"""What dated accounts tell of the day on which an undated one was published.

Each account is one way in which the day can be told: published with it, or some days before or behind. They compete
with each other and with the case that none of them is of the article's event, in which every day is alike; accounts of
one day add up. `dating_ties.tsv` has the odds, by the strength of the tie and the days between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from riwaya.arabic.vectors import Array
from riwaya.model.interval import read_interval
from riwaya.stories.dating.lags import Axis
from riwaya.tables import read_table

COPY = 1.0
_MOST = 40
_FAR = 1000
_DAY_LENGTH = 10


@dataclass(frozen=True, slots=True)
class DatedNeighbour:
    """Another article that is tied to the undated one, with its known publication."""

    article_id: str
    published: str
    title: str
    story: float


@dataclass(frozen=True, slots=True)
class _Odds:
    """Odds against no account of the event: a day, from `first` days before the account on; and of any other day."""

    first: int
    days: Array
    elsewhere: float


@cache
def _classes() -> tuple[tuple[float, ...], tuple[_Odds, ...]]:
    """Return the least strengths of the classes of ties, ascending, and the odds of each."""
    rows: dict[float, list[tuple[int, int, float]]] = {}
    for row in read_table("dating_ties.tsv"):
        rows.setdefault(float(row["story"]), []).append((int(row["from"]), int(row["to"]), float(row["odds"])))
    lowest = sorted(rows)
    return tuple(lowest), tuple(_spread(sorted(rows[strength])) for strength in lowest)


def _spread(bins: list[tuple[int, int, float]]) -> _Odds:
    near = [(first, last - first + 1, odds) for first, last, odds in bins if last - first < _FAR]
    elsewhere = sum(odds for first, last, odds in bins if last - first >= _FAR)
    return _Odds(near[0][0], np.concatenate([np.full(days, odds / days) for _, days, odds in near]), elsewhere)


def heard_accounts(neighbours: Iterable[DatedNeighbour]) -> list[DatedNeighbour]:
    """Return the accounts that are heard, the nearest first."""
    least = _classes()[0][0]
    near = [one for one in neighbours if one.story >= least and read_interval(one.published) is not None]
    return sorted(near, key=lambda one: (-one.story, one.article_id))[:_MOST]


def account_odds(neighbour: DatedNeighbour, axis: Axis) -> Array:
    """Return for each day the odds that the article was published on it, as this account tells."""
    lowest, classes = _classes()
    odds = classes[max(bisect_right(lowest, neighbour.story) - 1, 0)]
    found = np.full(len(axis.ordinal), odds.elsewhere * no_account(axis), dtype=np.float64)
    bounds = _local_days(neighbour.published)
    if bounds is None:
        return found
    length = bounds[1] - bounds[0] + 1
    for day in range(bounds[0], bounds[1] + 1):
        start = day + odds.first - axis.first
        low, high = max(start, 0), min(start + len(odds.days), len(found))
        if low < high:
            found[low:high] += odds.days[low - start : high - start] / length
    return found


def no_account(axis: Axis) -> float:
    """Return the weight of a day where no account is of the article's event."""
    return 1.0 / len(axis.ordinal)


def _local_days(published: str) -> tuple[int, int] | None:
    """Return the ordinals of the first and the last day of a publication, each by the clock of its outlet."""
    if read_interval(published) is None:
        return None
    first, _, last = published.partition("/")
    days = [date.fromisoformat(part[:_DAY_LENGTH]).toordinal() for part in (first, last or first)]
    return min(days), max(days)
