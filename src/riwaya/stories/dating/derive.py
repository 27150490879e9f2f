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
from riwaya.stories.dating.choosing import bounds_itself, chosen_clues
from riwaya.stories.dating.lags import Axis, likelihood, neighbour_likelihood, whole_axis

_SURE = 0.985
_SURE_OF_WRITTEN_DAY = 0.95
"""Where the words name the weekday of writing itself and a sure account of the event tells which week."""
_NEAR_CERTAIN = 0.985
_FITS = 0.08
"""Share of the best day's weight below which a day inside the interval is not among those named."""
_WIDEST = 731
_WIDEST_BY_ACCOUNTS = 21
"""Accounts of one event do not lie weeks apart: a wider interval means that the event is not certain."""
_FEW_DAYS = 60
_LEAST_TIE = 0.7
_NEIGHBOURS = 5
_FURTHER = 0.3
"""Weight of a neighbour behind the first: those of one wrong event are wrong together."""
_COPY = 1.0
_IMPOSSIBLE = -1e6
_DAY_LENGTH = 10
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

    Other accounts are heard first; where they leave more than three weeks, the article's own words and the offices in
    it stand alone, and may leave two years.
    """
    clues = chosen_clues(undated.clues)
    words = [np.log(likelihood(clue, whole_axis())) for clue in clues]
    neighbours = _chosen_neighbours(undated.neighbours)
    attempts = [(neighbours, _WIDEST_BY_ACCOUNTS)] if neighbours else []
    if bounds_itself(clues):
        attempts.append(([], _WIDEST))
    for heard, widest in attempts:
        evidence = _Evidence(clues, words, heard, _weigh_others(heard, undated.captured))
        found = evidence.stretch()
        if found is not None and found.width <= widest:
            yield _dating(undated.article_id, found, evidence)
            return


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The interval, and the days in it that fit, as places on the axis, in order."""

    low: int
    high: int
    days: tuple[int, ...]

    @property
    def width(self) -> int:
        return self.high - self.low + 1


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The clues that are heard, and the log weights of the days by each of them and by all other evidence together."""

    clues: Sequence[Clue]
    words: Sequence[Array]
    neighbours: Sequence[DatedNeighbour]
    others: Array

    def stretch(self, without: int | None = None) -> _Stretch | None:
        """Return the interval that all evidence leaves, or all but one clue; None where it leaves nearly anything."""
        heard = [place for place in range(len(self.clues)) if place != without]
        total = self.others + sum((self.words[place] for place in heard), np.zeros_like(self.others))
        weight = np.exp(total - total.max())
        near = bool(self.neighbours) and self.neighbours[0].story >= _NEAR_CERTAIN
        told = near and any(self.clues[place].kind is ClueKind.WRITTEN_WEEKDAY for place in heard)
        low, high = shortest_stretch(weight / weight.sum(), _SURE_OF_WRITTEN_DAY if told else _SURE)
        if high - low > 4 * _WIDEST:
            return None
        part = weight[low : high + 1]
        return _Stretch(low, high, tuple(low + int(place) for place in np.flatnonzero(part >= _FITS * part.max())))

    def telling(self, found: _Stretch) -> list[Clue]:
        """Return the clues without which other days would fit; all of them where each can be spared alone."""
        if len(self.clues) == 1 and not self.neighbours:
            return list(self.clues)
        telling = [clue for place, clue in enumerate(self.clues) if self.stretch(without=place) != found]
        return telling if telling or self.neighbours else list(self.clues)


def _weigh_others(neighbours: Sequence[DatedNeighbour], captured: str) -> Array:
    """Return the log weight of each day by the dated accounts and the day of capture."""
    axis = whole_axis()
    total = np.zeros(len(axis.ordinal), dtype=np.float64)
    for rank, neighbour in enumerate(neighbours):
        bounds = _local_days(neighbour.published)
        if bounds is not None:
            power = _FURTHER if rank else 1.0
            total += power * np.log(neighbour_likelihood(tie_class(neighbour), *bounds, axis))
    if captured:
        # A page captured on one side of the date line may carry the next day's date.
        latest = date.fromisoformat(captured[:_DAY_LENGTH]).toordinal() + 1
        total = np.where(axis.ordinal > latest, _IMPOSSIBLE, total)
    return total


def _local_days(published: str) -> tuple[int, int] | None:
    """Return the ordinals of the first and the last day of a publication, each by the clock of its outlet."""
    interval = read_interval(published)
    if interval is None:
        return None
    first, _, last = published.partition("/")
    days = [date.fromisoformat(part[:_DAY_LENGTH]).toordinal() for part in (first, last or first)]
    return min(days), max(days)


def _dating(article_id: str, found: _Stretch, evidence: _Evidence) -> Dating:
    axis = whole_axis()
    few = len(found.days) <= _FEW_DAYS and 2 * len(found.days) <= found.width
    telling = evidence.telling(found)
    own = not evidence.neighbours and not any(clue.kind is ClueKind.OFFICE for clue in telling)
    return Dating(
        article_id,
        _iso(axis, found.low),
        _iso(axis, found.high),
        tuple(_iso(axis, place) for place in found.days) if few else (),
        PublishedFrom.DERIVED if own else PublishedFrom.INFERRED,
        (*map(_own_evidence, telling), *map(_neighbour_evidence, evidence.neighbours)),
    )


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
