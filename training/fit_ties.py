"""Fits what a tie to a dated article tells of an undated one's day, for `dating_ties.tsv`.

    python -m training.fit_ties FIRST_DAY LAST_DAY NUMBER > src/riwaya/resources/dating_ties.tsv

Articles of the days, drawn by a seed, are taken as undated among all others (`bench/dating.py`). Of each, every dated
account it is tied to is one way to tell its day and «no account near» another; how often each was the right one gives
the odds, by the strength of the tie and the days between. Each article counts a second time, at a lower weight, with
the accounts around its day gone: then only «no account near» is right.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from bench.dating import Sample, read_days, tie

from riwaya.stories.dating.lags import whole_axis

_STRENGTHS = (0.03, 0.27, 0.7, 0.9, 0.97, 0.985, 0.995, 1.0)
_EDGES = (-92, -31, -14, -7, -3, -2, -1, 0, 1, 2, 3, 4, 8, 15, 32, 93)
_ROUNDS, _PRIOR = 60, 0.2
_GONE_DAYS, _GONE_WEIGHT = 15, 0.3
_SEED = 32
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Case:
    """One article: how many ties of each class it has, class and bin of those near its day, and what it counts."""

    ties: Numbers
    classes: Places
    bins: Places
    weight: float


def cases(sample: Sample) -> list[Case]:
    """Return the cases of a sample, each article with and without the accounts around its day."""
    found = []
    for name, ties in sample.ties.items():
        day = date.fromisoformat(sample.read[name].day).toordinal()
        strong = [(other, story) for other, story in ties if story >= _STRENGTHS[0]]
        lags = np.array([day - date.fromisoformat(sample.read[other].day).toordinal() for other, _ in strong], int)
        classes = np.searchsorted(_STRENGTHS, [story for _, story in strong], side="right") - 1
        for weight, kept in ((1.0, lags < np.inf), (_GONE_WEIGHT, np.abs(lags) > _GONE_DAYS)):
            near = kept & (lags >= _EDGES[0]) & (lags < _EDGES[-1])
            counts = np.bincount(classes[kept], minlength=len(_STRENGTHS)).astype(np.float64)
            bins = np.searchsorted(_EDGES, lags[near], side="right") - 1
            found.append(Case(counts, classes[near], bins, weight))
    return found


def fit(found: Sequence[Case]) -> Numbers:
    """Return the odds by class and bin."""
    lengths = np.diff(_EDGES).astype(np.float64)
    shares = np.tile(lengths / lengths.sum(), (len(_STRENGTHS), 1))
    logs = np.linspace(-3.0, 4.0, len(_STRENGTHS))
    flat = 1.0 / len(whole_axis().ordinal)
    for _ in range(_ROUNDS):
        counted = np.tile(_PRIOR * lengths / lengths.sum() * len(lengths), (len(_STRENGTHS), 1))
        slope, curve = np.zeros_like(logs), np.ones_like(logs)
        odds = np.exp(logs)
        for case in found:
            ways = odds[case.classes] * shares[case.classes, case.bins] / lengths[case.bins]
            right = ways / (ways.sum() + flat) * case.weight
            np.add.at(counted, (case.classes, case.bins), right)
            expected = odds * case.ties / ((odds * case.ties).sum() + 1.0)
            slope += np.bincount(case.classes, right, len(logs)) - case.weight * expected
            curve += case.weight * expected * (1.0 - expected)
        shares = counted / counted.sum(axis=1, keepdims=True)
        logs += np.clip(slope / curve, -1.0, 1.0)
    return np.asarray(np.exp(logs)[:, None] * shares, dtype=np.float64)


def main() -> None:
    """Print the table."""
    first, last, number = sys.argv[1:4]
    read = read_days([("2010-01-01", "2030-01-01")])
    inside = sorted(name for name, one in read.items() if first <= one.day <= last)
    odds = fit(cases(tie(read, random.Random(_SEED).sample(inside, int(number)))))
    print("story\tfrom\tto\todds")
    for strength, row in zip(_STRENGTHS, odds, strict=True):
        for (start, end), value in zip(pairwise(_EDGES), row, strict=True):
            print(f"{strength}\t{start}\t{end - 1}\t{value:.4g}")


if __name__ == "__main__":
    main()
