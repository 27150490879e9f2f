"""An interval for an undated article, from its own clues and from dated articles that tell the same.

Every piece of evidence says how likely it is of an article of each day; together they weigh the days, and the interval
is the shortest stretch that holds nearly all of the weight. A term of office bounds it, a weekday picks days from it, a
dated account of the event narrows it to a day or two; and what contradicts the rest moves it less than the rest does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from riwaya.arabic.vectors import Array
from riwaya.model import (
    Bearing,
    Clue,
    ClueKind,
    Dating,
    DatingEvidence,
    Field,
    PublishedFrom,
)  # fmt: skip
from riwaya.model.interval import read_interval
from riwaya.stories.dating.choosing import chosen_clues
from riwaya.stories.dating.lags import Axis, likelihood, neighbour_likelihood, whole_axis

_SURE = 0.98
_SURE_OF_WRITTEN_DAY = 0.95
"""Where the words name the weekday of writing itself and an account of the event tells which week."""
_FITS = 0.08
"""Share of the best day's weight below which a day inside the interval is not among those named."""
_WIDEST = 731
_WIDEST_BY_ACCOUNTS = 31
"""Accounts of one event do not lie a month apart: a wider interval means that the event is not certain."""
_FEW_DAYS = 60
_LEAST_TIE = 0.7
_NEIGHBOURS = 5
_FURTHER = 0.3
"""Weight of a neighbour behind the first: those of one wrong event are wrong together."""
_COPY = 1.0
_CLASSES = (("copy", 1.0), ("story-98", 0.985), ("story-97", 0.97), ("story-90", 0.9), ("story-70", 0.7))


@dataclass(frozen=True, slots=True)
class DatedNeighbour:
    """Another article that is tied to the undated one, with its known publication."""

    article_id: str
    published: str
    title: str
    story: float


@dataclass(frozen=True, slots=True)
class Undated:
    """An undated article's evidence: the clues in its words, and its dated neighbours.

    Attributes:
        captured: ISO day of the capture, after which it was not published; "" if unknown.
    """

    article_id: str
    clues: tuple[Clue, ...]
    neighbours: tuple[DatedNeighbour, ...]
    captured: str = ""


def derive_dating(undated: Undated) -> Iterable[Dating]:
    """Yield the article's dating; none where the evidence does not bound an interval.

    Other accounts are heard first; where they leave more than a month, the article's own words and the offices in it
    stand alone, and may leave two years.
    """
    clues = chosen_clues(undated.clues)
    neighbours = _chosen_neighbours(undated.neighbours)
    if neighbours:
        found = _stretch(clues, neighbours, undated.captured)
        if found is not None and found.width <= _WIDEST_BY_ACCOUNTS:
            yield _dating(undated, found, clues, neighbours)
            return
    found = _stretch(clues, (), undated.captured) if clues else None
    if found is not None and found.width <= _WIDEST:
        yield _dating(undated, found, clues, ())


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The interval, and the days in it that fit, as places on the axis, in order."""

    low: int
    high: int
    days: tuple[int, ...]

    @property
    def width(self) -> int:
        return self.high - self.low + 1


def _stretch(clues: Sequence[Clue], neighbours: Sequence[DatedNeighbour], captured: str) -> _Stretch | None:
    weight = weigh_days(whole_axis(), clues, neighbours, captured)
    told = bool(neighbours) and any(clue.kind is ClueKind.WRITTEN_WEEKDAY for clue in clues)
    low, high = shortest_stretch(weight, _SURE_OF_WRITTEN_DAY if told else _SURE)
    stretch = weight[low : high + 1]
    if high - low > 4 * _WIDEST or stretch.max() <= 0:
        return None
    fitting = np.flatnonzero(stretch >= _FITS * stretch.max())
    return _Stretch(low, high, tuple(low + int(place) for place in fitting))


def _dating(undated: Undated, found: _Stretch, clues: Sequence[Clue], neighbours: Sequence[DatedNeighbour]) -> Dating:
    axis = whole_axis()
    few = len(found.days) <= _FEW_DAYS and 2 * len(found.days) <= found.width
    telling = _telling(found, clues, neighbours, undated.captured)
    own = not neighbours and not any(clue.kind is ClueKind.OFFICE for clue in telling)
    return Dating(
        undated.article_id,
        _iso(axis, found.low),
        _iso(axis, found.high),
        tuple(_iso(axis, place) for place in found.days) if few else (),
        PublishedFrom.DERIVED if own else PublishedFrom.INFERRED,
        (*map(_own_evidence, telling), *map(_neighbour_evidence, neighbours)),
    )


def _telling(found: _Stretch, clues: Sequence[Clue], neighbours: Sequence[DatedNeighbour], captured: str) -> list[Clue]:
    """Return the clues without which other days would fit; all of them where each can be spared alone."""
    telling = []
    for place, clue in enumerate(clues):
        others = [*clues[:place], *clues[place + 1 :]]
        if not others and not neighbours:
            return [clue]
        if _stretch(others, neighbours, captured) != found:
            telling.append(clue)
    return telling if telling or neighbours else list(clues)


def weigh_days(axis: Axis, clues: Sequence[Clue], neighbours: Sequence[DatedNeighbour], captured: str) -> Array:
    """Return the weight of each day of the axis; all together are 1."""
    log_weight = np.zeros(len(axis.ordinal), dtype=np.float64)
    for clue in clues:
        log_weight += np.log(likelihood(clue, axis))
    for rank, neighbour in enumerate(neighbours):
        interval = read_interval(neighbour.published)
        if interval is not None:
            bounds = interval.first_day.toordinal(), interval.last_day.toordinal()
            power = _FURTHER if rank else 1.0
            log_weight += power * np.log(neighbour_likelihood(tie_class(neighbour), *bounds, axis))
    weight = np.exp(log_weight - log_weight.max())
    if captured:
        weight = np.where(axis.ordinal > date.fromisoformat(captured[:10]).toordinal() + 1, 0.0, weight)
    total = weight.sum()
    return np.asarray(weight / total if total > 0 else weight, dtype=np.float64)


def shortest_stretch(weight: Array, share: float) -> tuple[int, int]:
    """Return first and last place of the shortest run of days that holds this share of the weight."""
    sums = np.concatenate(([0.0], np.cumsum(weight)))
    if sums[-1] < share:
        return 0, len(weight) - 1
    # For each start, the first end that reaches the share.
    ends = np.searchsorted(sums, sums[:-1] + share - 1e-12)
    possible = np.flatnonzero(ends < len(sums))
    best = possible[np.argmin(ends[possible] - possible)]
    return int(best), int(ends[best]) - 1


def tie_class(neighbour: DatedNeighbour) -> str:
    """Return the class of a tie whose lags are counted together."""
    return next((name for name, low in _CLASSES if neighbour.story >= low), "")


def _chosen_neighbours(neighbours: Iterable[DatedNeighbour]) -> list[DatedNeighbour]:
    near = [one for one in neighbours if one.story >= _LEAST_TIE and read_interval(one.published) is not None]
    return sorted(near, key=lambda one: (-one.story, one.article_id))[:_NEIGHBOURS]


def _iso(axis: Axis, place: int) -> str:
    return date.fromordinal(axis.first + place).isoformat()


def _own_evidence(clue: Clue) -> DatingEvidence:
    return DatingEvidence(clue.kind, clue.bearing, clue.field, clue.span, clue.text, clue.value, "")


def _neighbour_evidence(neighbour: DatedNeighbour) -> DatingEvidence:
    kind = ClueKind.COPY if neighbour.story >= _COPY else ClueKind.ACCOUNT
    return DatingEvidence(
        kind, Bearing.OPEN, Field.TITLE, None, neighbour.title, neighbour.published, neighbour.article_id
    )
