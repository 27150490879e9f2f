"""How sure a possible mention is, all witnesses heard; the weights are fitted by `training/fit_merging.py`."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from riwaya.annotate.reader.evidence import Candidate, log_odds
from riwaya.model import MentionKind


@dataclass(frozen=True, slots=True)
class Weights:
    """Of a logistic regression on log odds.

    Attributes:
        bias: of every candidate.
        network: times the log odds of the network's probability.
        found: where the network would have chosen it.
        ruled: where the rules found it.
        rule: times the log odds of the rules' score.
        against: times the score of what the rules say instead.
    """

    bias: float
    network: float
    found: float
    ruled: float
    rule: float
    against: float


NAMES = Weights(bias=-0.41, network=0.79, found=-0.18, ruled=0.05, rule=0.85, against=0.0)
ROLES = Weights(bias=0.01, network=0.69, found=-0.66, ruled=0.96, rule=0.17, against=-0.65)


def features(candidate: Candidate) -> tuple[float, float, float, float, float, float]:
    """Return what the weights are multiplied with, in the order of their names."""
    ruled = candidate.rule > 0
    return (
        1.0,
        log_odds(candidate.network),
        float(candidate.found),
        float(ruled),
        log_odds(candidate.rule) if ruled else 0.0,
        candidate.against,
    )


def weigh(candidate: Candidate) -> float:
    """Return the probability that a candidate is a mention."""
    if not candidate.seen:
        return candidate.rule
    weights = ROLES if candidate.kind is MentionKind.ROLE else NAMES
    bias, network, found, ruled, rule, against = features(candidate)
    total = (
        weights.bias * bias
        + weights.network * network
        + weights.found * found
        + weights.ruled * ruled
        + weights.rule * rule
        + weights.against * against
    )
    return 1 / (1 + exp(-total))
