"""The weights of the evidence: logistic functions of a pair's features.

Fitted on pairs of articles of two days in May 2018 that people had grouped by event and by thread, then balanced
between the one great event of those days and all others: the words of a great event are common in its month, so that
specific words tell against it, while for all others they tell most. The weight of the days between two articles is that
of the first day, carried on. Where a date is missing the fit without the great event holds, and the constant is lowered
until, against all 25,822 articles of six months taken as undated, five articles bond with their own story for each one
that bonds with another month's.
"""

from __future__ import annotations

import numpy as np

from riwaya.arabic.vectors import Array
from riwaya.stories.features import Features


def story_probability(features: Features) -> Array:
    """Return the probability that each pair tells one story."""
    dated = -6.2 + 8.4 * features.text + 5.3 * features.lead + 5.9 * features.title
    dated += 1.0 * features.names - 1.1 * features.gap
    undated = -7.3 + 4.2 * features.text + 4.6 * features.lead + 3.3 * features.title
    undated += 6.2 * features.specific + 2.4 * features.names + 0.7 * features.weekday
    return _logistic(np.where(features.dated > 0, dated, undated))


def storyline_probability(features: Features) -> Array:
    """Return the probability that each pair belongs to one longer thread."""
    log_odds = -6.8 + 14.0 * features.text + 9.5 * features.lead + 10.3 * features.title - 0.2 * features.gap
    return _logistic(log_odds - 1.5 * (1.0 - features.dated))


def _logistic(log_odds: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(-log_odds)), dtype=np.float64)
