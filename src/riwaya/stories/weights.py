"""The weights of the evidence: logistic functions of a pair's features.

Fitted on pairs of articles of two days in May 2018 that people had grouped by event and by thread, every story counting
about alike whatever its size; the days between two articles only seldom exceeded one there, so that their weight is the
fitted one of the first day, carried on. `training/fit_ties.py` repeats it.
"""

from __future__ import annotations

import numpy as np

from riwaya.arabic.vectors import Array
from riwaya.stories.features import Features

_UNDATED = 1.5
"""What a missing date costs: the other article may be of any time, and most that share this much are."""


def story_probability(features: Features) -> Array:
    """Return the probability that each pair tells one story."""
    log_odds = -6.2 + 9.2 * features.text + 5.6 * features.lead + 6.6 * features.title - 1.2 * features.gap
    return _logistic(log_odds - _UNDATED * (1.0 - features.dated))


def storyline_probability(features: Features) -> Array:
    """Return the probability that each pair belongs to one longer thread."""
    log_odds = -6.8 + 14.0 * features.text + 9.5 * features.lead + 10.3 * features.title - 0.2 * features.gap
    return _logistic(log_odds - _UNDATED * (1.0 - features.dated))


def _logistic(log_odds: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(-log_odds)), dtype=np.float64)
