"""How sure a possible mention is, all witnesses heard; the weights are fitted by `training/fit_merging.py`."""

from __future__ import annotations

from riwaya.annotate.reader.evidence import SETTLED, Candidate, log_odds
from riwaya.annotate.reader.learnt import chance, learnt
from riwaya.model import MentionKind

_LISTED = {MentionKind.GPE, MentionKind.LOC, MentionKind.NORP, MentionKind.OUTLET}
_KINDS = (
    frozenset({MentionKind.PER}),
    frozenset({MentionKind.GPE, MentionKind.LOC}),
    frozenset({MentionKind.ORG, MentionKind.OUTLET}),
)


def features(candidate: Candidate) -> tuple[float, ...]:
    """Return what the weights are multiplied with, in the order of `MentionWeights`."""
    ruled = candidate.rule > 0
    network = log_odds(candidate.network)
    kinds = [float(candidate.kind in kinds) for kinds in _KINDS]
    return (
        1.0,
        network,
        float(candidate.found),
        float(ruled),
        log_odds(candidate.rule) if ruled else 0.0,
        candidate.against,
        0.0 if candidate.elsewhere is None else log_odds(candidate.elsewhere),
        candidate.longer,
        candidate.longer if ruled else 0.0,
        *candidate.by_rules,
        float(ruled and candidate.kind in _LISTED),
        *kinds,
        *(network * kind for kind in kinds),
    )


def weigh(candidate: Candidate) -> float:
    """Return the probability that a candidate is a mention."""
    if not candidate.seen or candidate.rule >= SETTLED:
        return candidate.rule
    weights = learnt().roles if candidate.kind is MentionKind.ROLE else learnt().names
    return chance(weights, features(candidate))
