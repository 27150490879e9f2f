"""Whether two statements report the same thing said, and how the two reports relate."""

from __future__ import annotations

import math
from dataclasses import dataclass

from riwaya.compare.facts import Facts
from riwaya.compare.speaker import words_in_common
from riwaya.model import Label

ALIGNED = 0.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two statements have in common, each from 0 to 1."""

    cosine: float
    grams: float
    contained: float  # share of the smaller content's weight that stands in the larger
    speaker: float  # words in common between the speakers' names
    same_entity: float
    other_entity: float
    numbers: float  # an equal number
    conflict: float  # numbers with the same unit and none of them equal
    names: float


def measure(one: Facts, two: Facts, cosine: float) -> Likeness:
    """Return what two statements have in common; `cosine` is that of their terms."""
    shared = sum(weight for term, weight in one.weights.items() if term in two.weights)
    smaller = min(sum(one.weights.values()), sum(two.weights.values()))
    grams = len(one.grams & two.grams)
    known = bool(one.speaker.entity_id and two.speaker.entity_id)
    same = known and one.speaker.entity_id == two.speaker.entity_id
    names = min(len(one.names), len(two.names))
    return Likeness(
        cosine=cosine,
        grams=2.0 * grams / max(len(one.grams) + len(two.grams), 1),
        contained=shared / smaller if smaller else 0.0,
        speaker=1.0 if same else words_in_common(one.speaker, two.speaker),
        same_entity=float(same),
        other_entity=float(known and not same),
        numbers=float(_equal_measure(one, two)),
        conflict=float(measures_conflict(one, two)),
        names=len(one.names & two.names) / names if names else 0.0,
    )


def aligned_probability(likeness: Likeness) -> float:
    """Return the probability that the two statements report the same thing said."""
    log_odds = -4.5 + 3.0 * likeness.cosine + 3.0 * likeness.grams + 2.5 * likeness.contained
    log_odds += 2.0 * likeness.speaker + 0.5 * likeness.same_entity - 1.0 * likeness.other_entity
    log_odds += 0.5 * likeness.numbers + 0.5 * likeness.names
    return 1.0 / (1.0 + math.exp(-log_odds))


def judge_label(one: Facts, two: Facts, likeness: Likeness) -> Label:
    """Return how two aligned statements relate."""
    if likeness.conflict and likeness.cosine >= 0.5:
        return Label.CONTRADICT
    longer, shorter = max(one.words, two.words), max(min(one.words, two.words), 1)
    return Label.PART if longer / shorter >= 1.6 else Label.SAME


def measures_conflict(one: Facts, two: Facts) -> bool:
    """Return whether the contents hold numbers with the same unit, and for that unit none that is equal."""
    for unit in {measure.unit for measure in one.measures if measure.unit}:
        ours = {measure.value for measure in one.measures if measure.unit == unit}
        theirs = {measure.value for measure in two.measures if measure.unit == unit}
        if theirs and not ours & theirs:
            return True
    return False


def _equal_measure(one: Facts, two: Facts) -> bool:
    return bool({measure.value for measure in one.measures} & {measure.value for measure in two.measures})
