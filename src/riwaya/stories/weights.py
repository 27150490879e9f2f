"""The weights of the evidence: logistic functions of a pair's features."""

from __future__ import annotations

import numpy as np

from riwaya.arabic.vectors import Array
from riwaya.stories.features import Features


def story_probability(features: Features) -> Array:
    """Return the probability that each pair tells one story."""
    log_odds = -5.0 + 9.0 * features.text + 4.0 * features.lead + 2.0 * features.title + 2.0 * features.names
    log_odds = log_odds - 0.8 * features.gap - 1.0 * (1.0 - features.dated)
    return 1.0 / (1.0 + np.exp(-log_odds))


def storyline_probability(features: Features) -> Array:
    """Return the probability that each pair belongs to one longer thread."""
    log_odds = -4.0 + 9.0 * features.text + 4.0 * features.lead + 2.0 * features.names - 0.2 * features.gap
    return 1.0 / (1.0 + np.exp(-log_odds))
