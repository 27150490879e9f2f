"""What dated accounts tell of the day on which an undated one was published.

Each account is one way in which the day can be told: published with it, or some days before or behind. They compete
with each other and with the case that none of them is of the article's event, in which every day is alike; accounts of
one day add up. How much each is heard follows from in what the two are alike, and from how it stands among the other
accounts: nearest or far behind the nearest, of the days that most of the near ones are of or alone in its month, and
whether it shares what those of other days do not.
`dating_ties.tsv` has for each feature the weight in the log odds of each number of days between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt

from riwaya.arabic.vectors import Array
from riwaya.model.interval import read_interval
from riwaya.stories.dating.coverage import COVERAGE, coverage_features
from riwaya.stories.dating.lags import Axis
from riwaya.stories.dating.likeness import Likeness
from riwaya.tables import read_table

COPY = 1.0
FEATURES = (
    "always", "text", "lead", "title", "specific", "names", "weekday", "copied", "copy", "keys", "rare_text",
    "rare_lead", "rare_terms", "name_count", "own_rare", "outlet", "strength", "strength_squared",
    "their_title", "missing", "digits", "places", "same_day", "dates", "length",
    "rank", "behind_nearest", "nearest", "nearest_squared", "count", "of_its_days", "of_its_weeks", *COVERAGE,
)  # fmt: skip
"""Columns of `account_features`: those of the pair, then (from rank on) those of its place among all accounts."""
_LEAST_STORY = 0.03
_MOST = 60
_COPIED = 0.7
_STRONGEST = 8.0
_DAYS, _WEEKS = 1, 7
_LONGEST = 31  # days over which another article's own date may reach
_LOUDEST, _SOFTEST = 16.0, -30.0
_DAY_LENGTH = 10


@dataclass(frozen=True, slots=True)
class DatedNeighbour:
    """Another article that is tied to the undated one, with its known publication and in what both are alike."""

    article_id: str
    published: str
    title: str
    story: float
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class _Weights:
    """For each stretch of days between (the undated one's day less the other's), the weights of the features."""

    edges: npt.NDArray[np.int64]  # first day of each stretch, and the first behind the last
    weights: Array  # stretches x features


@cache
def _fitted() -> _Weights:
    rows = list(read_table("dating_ties.tsv"))
    stretches = sorted({(int(row["from"]), int(row["to"])) for row in rows})
    place = {stretch: number for number, stretch in enumerate(stretches)}
    weights = np.zeros((len(stretches), len(FEATURES)), dtype=np.float64)
    for row in rows:
        weights[place[int(row["from"]), int(row["to"])], FEATURES.index(row["feature"])] = float(row["weight"])
    return _Weights(np.array([*(first for first, _ in stretches), stretches[-1][1] + 1], dtype=np.int64), weights)


def heard_accounts(neighbours: Iterable[DatedNeighbour]) -> list[DatedNeighbour]:
    """Return the accounts that are heard, the nearest first; a text that is kept twice is heard once."""
    near = [one for one in neighbours if one.story >= _LEAST_STORY and _tells_days(one.published)]
    near.sort(key=lambda one: (-_strength(one.likeness), one.article_id))
    texts = {(one.published, one.likeness): one for one in reversed(near)}
    return [one for one in near if texts[one.published, one.likeness] is one][:_MOST]


def _tells_days(published: str) -> bool:
    if read_interval(published) is None:
        return False
    first, last = local_days(published)
    return last - first < _LONGEST


def _strength(likeness: Likeness) -> float:
    """Return the log odds that both tell one story, as far as their words tell."""
    if likeness.copied >= _COPIED:
        return _STRONGEST
    found = -7.3 + 4.2 * likeness.text + 4.6 * likeness.lead + 3.3 * likeness.title
    return min(found + 6.2 * likeness.specific + 2.4 * likeness.names + 0.7 * likeness.weekday, _STRONGEST)


def account_features(heard: Sequence[DatedNeighbour]) -> Array:
    """Return the features of the accounts that `heard_accounts` gives: float64[accounts, FEATURES]."""
    if not heard:
        return np.zeros((0, len(FEATURES)), dtype=np.float64)
    strength = np.array([_strength(one.likeness) for one in heard], dtype=np.float64)
    pairs = np.array(
        [_pair(one.likeness, log_odds) for one, log_odds in zip(heard, strength, strict=True)], dtype=np.float64
    )
    days = np.array([sum(local_days(one.published)) / 2 for one in heard], dtype=np.float64)
    share = np.exp(strength - strength.max())
    share /= share.sum()
    apart = np.abs(days[:, None] - days[None, :])
    nearest = strength.max()
    place = np.column_stack(
        (
            np.log1p(np.arange(len(heard))) - 2.0,
            strength - nearest + 2.0,
            np.full(len(heard), nearest - 3.0),
            np.full(len(heard), nearest * nearest / 10.0 - 1.0),
            np.full(len(heard), np.log1p(len(heard)) - 3.0),
            (apart <= _DAYS) @ share * 2.0 - 0.5,
            (apart <= _WEEKS) @ share * 2.0 - 0.8,
        )
    )
    return np.hstack((pairs, place, coverage_features([one.likeness for one in heard], days)))


def _pair(one: Likeness, strength: float) -> tuple[float, ...]:
    """Return the features of a pair, each of the order of one."""
    return (
        1.0, 2 * one.text, 2 * one.lead, 2 * one.title, 2 * one.specific, 2 * one.names, one.weekday, one.copied,
        float(one.copied >= _COPIED), float(np.log1p(one.keys)), 3 * one.rare_text, 3 * one.rare_lead,
        float(np.log1p(one.rare_terms)), one.name_count / 4, one.own_rare / 30, float(one.outlet),
        strength / 3, strength * strength / 20,
        2 * one.their_title - 1, 2 * one.missing - 1, float(np.log1p(one.digits)), float(np.log1p(one.places)),
        one.same_day, float(np.log1p(one.dates)) - 0.5, float(np.log((one.length + 20) / 200)),
    )  # fmt: skip


def account_odds(heard: Sequence[DatedNeighbour], axis: Axis) -> list[Array]:
    """Return for each heard account, and each day, the odds that the article was published on it, as it tells."""
    if not heard:
        return []
    fitted = _fitted()
    masses = np.exp(np.clip(account_features(heard) @ fitted.weights.T, _SOFTEST, _LOUDEST))
    density = masses / np.diff(fitted.edges)
    return [_spread(one, fitted.edges, row, axis) for one, row in zip(heard, density, strict=True)]


def _spread(neighbour: DatedNeighbour, edges: npt.NDArray[np.int64], density: Array, axis: Axis) -> Array:
    found = np.zeros(len(axis.ordinal), dtype=np.float64)
    start, end = local_days(neighbour.published)
    for day in range(start, end + 1):
        places = np.clip(edges + (day - axis.first), 0, len(found))
        for low, high, odds in zip(places[:-1], places[1:], density, strict=True):
            found[low:high] += odds / (end - start + 1)
    return found


def no_account(axis: Axis) -> float:
    """Return the weight of a day where no account is of the article's event."""
    return 1.0 / len(axis.ordinal)


def local_days(published: str) -> tuple[int, int]:
    """Return the ordinals of the first and the last day of a publication, each by the clock of its outlet."""
    first, _, last = published.partition("/")
    days = [date.fromisoformat(part[:_DAY_LENGTH]).toordinal() for part in (first, last or first)]
    return min(days), max(days)
