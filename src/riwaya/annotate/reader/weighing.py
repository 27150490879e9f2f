"""How sure a possible mention is, all witnesses heard; the weights are fitted by `training/fit_merging.py`."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from math import exp

from riwaya.annotate.reader.evidence import Candidate, log_odds
from riwaya.model import MentionKind

_LISTED = {MentionKind.GPE, MentionKind.LOC, MentionKind.NORP, MentionKind.OUTLET}


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
        elsewhere: times the log odds of the network's mean probability in the other places of a name.
        longer: times the network's probability of the full name that a name in one word is a part of.
        carried: times the same where the rules found the name in one word.
        alike: times the rules' highest score of the same words, as the same kind, anywhere in the text.
        unlike: likewise, as another kind.
        listed: where the rules found a place, nation or outlet: kinds that they read from tables.
    """

    bias: float
    network: float
    found: float
    ruled: float
    rule: float
    against: float
    elsewhere: float
    longer: float
    carried: float
    alike: float
    unlike: float
    listed: float


NAMES = Weights(
    bias=-0.43,
    network=0.74,
    found=0.09,
    ruled=-0.11,
    rule=0.57,
    against=-0.27,
    elsewhere=0.13,
    longer=0.61,
    carried=0.32,
    alike=0.39,
    unlike=0.46,
    listed=0.41,
)
ROLES = Weights(
    bias=-0.21,
    network=0.75,
    found=-0.27,
    ruled=0.2,
    rule=0.42,
    against=-0.33,
    elsewhere=0.0,
    longer=0.0,
    carried=0.0,
    alike=0.0,
    unlike=0.0,
    listed=0.0,
)
_NAMES, _ROLES = astuple(NAMES), astuple(ROLES)


def features(candidate: Candidate) -> tuple[float, ...]:
    """Return what the weights are multiplied with, in the order of their names."""
    ruled = candidate.rule > 0
    return (
        1.0,
        log_odds(candidate.network),
        float(candidate.found),
        float(ruled),
        log_odds(candidate.rule) if ruled else 0.0,
        candidate.against,
        0.0 if candidate.elsewhere is None else log_odds(candidate.elsewhere),
        candidate.longer,
        candidate.longer if ruled else 0.0,
        *candidate.by_rules,
        float(ruled and candidate.kind in _LISTED),
    )


def weigh(candidate: Candidate) -> float:
    """Return the probability that a candidate is a mention."""
    if not candidate.seen:
        return candidate.rule
    weights = _ROLES if candidate.kind is MentionKind.ROLE else _NAMES
    total = sum(weight * value for weight, value in zip(weights, features(candidate), strict=True))
    return 1 / (1 + exp(-total))
