"""Fits what dated accounts tell of an undated article's day, for `dating_ties.tsv`.

    python -m training.fit_ties FIRST_DAY LAST_DAY NUMBER > src/riwaya/resources/dating_ties.tsv

Articles of the days, drawn by a seed, are taken as undated among all others (`bench/dating.py`). Every dated account of
an article is one way to tell its day and «no account near» another; the weights are those under which the true days
are likeliest, given what the articles' own words say. Each article counts once in each of several stores, so that the
odds hold for stores of months and of days, dense and sparse: among all others; among those of two stretches of ten
days, of which one holds it; among a quarter of the others; as the newest, among those of its day and before; and, at
a lower weight, with the accounts around its day gone, where only «no account near» is right, and as a page of another
time, to which no account leads. Articles of half a month before the first day are read too, none behind the last.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from bench.dating import Sample, read_days, tie, undated

from riwaya.stories.dating.accounts import FEATURES, account_features, heard_accounts
from riwaya.stories.dating.choosing import chosen_clues
from riwaya.stories.dating.lags import likelihood, whole_axis

_EDGES = np.array((-183, -31, -14, -7, -3, -1, 0, 1, 2, 4, 8, 15, 32, 184), dtype=np.int64)
_ROUNDS, _STEP, _RIDGE = 300, 0.06, 2e-4
_SOFTEST, _LOUDEST = -30.0, 16.0
_FARTHEST = 40.0  # log likelihood by which words may tell against a day
_STRETCH = 10
_BEFORE = 15  # days before the first whose articles are accounts
_SEED = 32
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Gone = Callable[[str, str], bool]
_Case = tuple[Numbers, Numbers, Places, float, float]


@dataclass(frozen=True, slots=True)
class Cases:
    """Articles, each in one store, with all their accounts: arrays of one row an account or of one an article.

    Attributes:
        features: accounts x features; words: accounts x stretches, the mean likelihood of the days that an account
            and a stretch lead to, against that of the true day.
        bins: the stretch that leads to the true day, -1 if none does.
        article: the article of each account.
        words_of_all: the sum over all days, and weight: what the article counts, a row an article.
    """

    features: Numbers
    words: Numbers
    bins: Places
    article: Places
    words_of_all: Numbers
    weight: Numbers


def cases(sample: Sample) -> Cases:
    """Return the cases of a sample, each article in each of the stores."""
    names = sorted(sample.read)
    rows = [row for name in sample.ties for row in _cases_of(sample, name, names)]
    article = np.repeat(np.arange(len(rows)), [len(row[2]) for row in rows])
    return Cases(
        np.concatenate([row[0] for row in rows]),
        np.concatenate([row[1] for row in rows]),
        np.concatenate([row[2] for row in rows]),
        article,
        np.array([row[3] for row in rows]),
        np.array([row[4] for row in rows]),
    )


def _cases_of(sample: Sample, name: str, names: Sequence[str]) -> Iterator[_Case]:
    axis = whole_axis()
    day = date.fromisoformat(sample.read[name].day).toordinal()
    if not axis.first <= day <= int(axis.ordinal[-1]):
        return
    words = np.zeros(len(axis.ordinal))
    for clue in chosen_clues(sample.read[name].undated.clues):
        words += np.log(likelihood(clue, axis))
    against = np.exp(np.clip(words - words[day - axis.first], -_FARTHEST, _FARTHEST))
    sums = np.concatenate(([0.0], np.cumsum(against)))
    for weight, gone, led in _stores(sample, name, day, names):
        heard = heard_accounts(undated(sample, name, gone).neighbours)
        days = np.array([_ordinal(sample, one.article_id) for one in heard], dtype=np.int64)
        places = np.clip(days[:, None] + _EDGES[None, :] - axis.first, 0, len(against))
        means = (sums[places[:, 1:]] - sums[places[:, :-1]]) / np.diff(_EDGES)
        lags = day - days
        bins = np.searchsorted(_EDGES, lags, side="right") - 1
        bins[(lags < _EDGES[0]) | (lags >= _EDGES[-1]) | (not led)] = -1
        yield account_features(heard), means, bins, float(against.sum()), weight


def _stores(sample: Sample, name: str, day: int, names: Sequence[str]) -> Iterator[tuple[float, Gone, bool]]:
    """Yield the stores an article is taken as undated in: what it counts in each, which others it lacks, and whether
    an account may lead to its day.

    Args:
        names: all articles, in order.
    """
    chance = random.Random(f"{_SEED} {name}")
    # The other stretch is any, not one drawn for an account in it: most stretches have none that misleads.
    elsewhere = _ordinal(sample, chance.choice(names))
    starts = day - chance.randrange(_STRETCH), elsewhere - chance.randrange(_STRETCH)
    kept = {other for other, _, _ in sample.ties[name] if chance.random() < 0.25}

    def outside(_: str, other: str) -> bool:
        return not any(start <= _ordinal(sample, other) < start + _STRETCH for start in starts)

    def near(reach: int) -> Gone:
        return lambda _, other: abs(_ordinal(sample, other) - day) <= reach

    yield 1.0, lambda _, other: False, True
    yield 1.0, outside, True
    yield 0.5, lambda _, other: other not in kept, True
    yield 0.5, lambda _, other: _ordinal(sample, other) > day, True
    yield 0.15, near(5), True
    yield 0.05, near(15), False
    yield 0.15, lambda own, other: outside(own, other) or near(5)(own, other), True


def _ordinal(sample: Sample, name: str) -> int:
    return date.fromisoformat(sample.read[name].day).toordinal()


def fit(found: Cases) -> Numbers:
    """Return the weights: stretches x features. Adam (Kingma and Ba, 2015) on the log likelihood of the true days."""
    weights = np.zeros((len(_EDGES) - 1, len(FEATURES)))
    weights[:, 0] = -4.0
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for number in range(1, _ROUNDS + 1):
        slope = _slope(found, weights) + _RIDGE * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        step = _STEP if number < 0.7 * _ROUNDS else 0.3 * _STEP
        weights = weights - step * (first / (1 - 0.9**number)) / (np.sqrt(second / (1 - 0.99**number)) + 1e-9)
    return weights


def _slope(found: Cases, weights: Numbers) -> Numbers:
    """Return the slope of the mean negative log likelihood of the true days."""
    count, flat = len(found.weight), 1.0 / len(whole_axis().ordinal)
    masses = np.exp(np.clip(found.features @ weights.T, _SOFTEST, _LOUDEST))
    near = np.flatnonzero(found.bins >= 0)
    right = np.zeros(len(masses))
    right[near] = masses[near, found.bins[near]] / np.diff(_EDGES)[found.bins[near]]
    true = np.bincount(found.article, right, count) + flat
    all_days = np.bincount(found.article, (masses * found.words).sum(axis=1), count) + flat * found.words_of_all
    slope = masses * found.words * (found.weight / all_days)[found.article][:, None]
    slope[near, found.bins[near]] -= (right * (found.weight / true)[found.article])[near]
    return np.asarray(slope.T @ found.features / found.weight.sum(), dtype=np.float64)


def table(weights: Numbers) -> Sequence[str]:
    """Return the lines of the table."""
    return [
        f"{feature}\t{start}\t{end - 1}\t{weight:.4f}"
        for (start, end), row in zip(pairwise(_EDGES), weights, strict=True)
        for feature, weight in zip(FEATURES, row, strict=True)
    ]


def main() -> None:
    """Print the table."""
    first, last, number = sys.argv[1:4]
    before = date.fromisoformat(first) - timedelta(days=_BEFORE)
    read = read_days([(before.isoformat(), last)])
    inside = sorted(name for name, one in read.items() if first <= one.day <= last)
    drawn = random.Random(_SEED).sample(inside, min(int(number), len(inside)))
    print("feature\tfrom\tto\tweight", *table(fit(cases(tie(read, drawn)))), sep="\n")


if __name__ == "__main__":
    main()
