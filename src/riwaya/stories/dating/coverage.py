"""What an account shares with the undated one that accounts of other days do not: an affair's rounds differ in this.

All accounts of an affair share its names and its words. The figures, places and turns of one round are shared by those
of its day, so a term counts the more the fewer days the accounts are of that have it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from riwaya.arabic.vectors import Array
from riwaya.stories.dating.likeness import Likeness

COVERAGE = ("contrast", "contrast_of_best", "cover", "cover_of_day", "cover_of_day_alone", "uncovered")
"""Columns of `coverage_features`: terms shared, weighed by how few days have them, also against the best account; the
share of all terms that any account shares which this one, and accounts of its day and those beside it, share, and which
they alone do; and the share of the undated one's terms that no account has."""
_LITTLE = 1e-9


def coverage_features(heard: Sequence[Likeness], days: Array) -> Array:
    """Return the features of some accounts by the telling terms they share: float64[accounts, COVERAGE].

    Args:
        days: the day of each account.
    """
    weights = dict(pair for one in heard for pair in one.shared)
    column = {term: place for place, term in enumerate(sorted(weights))}
    weight = np.array([weights[term] for term in column], dtype=np.float64)
    has = np.zeros((len(heard), len(column)), dtype=np.float64)
    for row, one in enumerate(heard):
        has[row, [column[term] for term, _ in one.shared]] = 1.0
    each, place = np.unique(days, return_inverse=True)
    of_day = np.zeros((len(each), len(column)), dtype=np.float64)
    np.maximum.at(of_day, place, has)
    beside = (np.abs(each[:, None] - each[None, :]) <= 1).astype(np.float64)
    count, near = of_day.sum(axis=0), beside @ of_day
    contrast = has @ (weight * np.log((len(each) + 1) / np.maximum(count, 1.0)))
    shared = weight.sum() + _LITTLE
    own = max((one.own_weight for one in heard), default=0.0) + _LITTLE
    return np.column_stack(
        (
            np.log1p(contrast) / 1.5 - 0.5,
            contrast / (contrast.max(initial=0.0) + 0.5) - 0.5,
            has @ weight / shared * 2 - 1,
            ((near > 0) @ weight / shared * 2 - 1)[place],
            (((near == count) & (of_day > 0)) @ weight / shared * 2 - 0.5)[place],
            np.full(len(heard), 1 - 2 * shared / own),
        )
    )
