"""The score of a statement: the cue's prior joined with how content and speaker were found."""

from __future__ import annotations

from math import exp, log

from riwaya.annotate.statements.drafts import Draft

# Log-odds by how the content was found.
_STRUCTURE = {
    "that": 1.0, "inside": 1.2, "quote": 1.2, "colon": 0.6, "before": 0.6, "preposition": 0.4, "attached": 0.2,
    "object": 0.1, "complement": 0.2, "noun": -0.6, "relayed": 0.8, "adverbial": 0.0,
}  # fmt: skip


def score_of(draft: Draft) -> float:
    """Return the probability that this is a statement with this content and speaker."""
    prior = min(max(draft.prior, 0.02), 0.98)
    odds = 0.5 * log(prior / (1 - prior)) + _STRUCTURE.get(draft.structure, 0.0)
    if draft.speaker is None:
        odds -= 1.0
    elif draft.elided:
        odds -= 0.3
    if draft.end - draft.first < 2:
        odds -= 0.5
    return round(1 / (1 + exp(-odds)), 4)
