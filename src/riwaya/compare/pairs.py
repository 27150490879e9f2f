"""Whether two statements report the same thing said, and how the two reports relate."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.compare.facts import Facts, Measure
from riwaya.compare.speaker import words_in_common
from riwaya.model import Label

ALIGNED = 0.38
"""Probability from which two statements count as aligned: above the best for F1, because a false one misleads."""
_PART_ALIGNED = 0.42
"""The same for a pair of which one is a part: who speaks and of what makes up more of its likeness."""
_SAME_SPEAKER = 0.3
_PART_SHARED = 2
_PART_CONTAINED = 0.3
_SAME_MATTER = 0.5
_SAME_MATTER_OF_ONE = 0.4  # where the speaker is the same
_DAY = len("2021-06-03")
_ROUNDING = 0.05
_ADDED = 0.3
_SAME_PROPOSITION = 0.5


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
    conflict: float  # numbers with the same unit that cannot both be right
    names: float
    cue: float  # cosine of the cues' stems: «أدان» and «أدانت»
    covered: float  # share of the larger content's weight that stands in the smaller
    ratio: float  # logarithm of the longer content's length over the shorter's
    shared: int  # terms in common that are no names
    said_of_it: float  # share of the smaller content's weight, names aside, that stands in the larger


def measure(one: Facts, two: Facts, cosine: float) -> Likeness:
    """Return what two statements have in common; `cosine` is that of their terms."""
    shared = sum(weight for term, weight in one.weights.items() if term in two.weights)
    smaller, larger = sorted((sum(one.weights.values()), sum(two.weights.values())))
    grams = len(one.grams & two.grams)
    known = bool(one.speaker.entity_id and two.speaker.entity_id)
    same = known and one.speaker.entity_id == two.speaker.entity_id
    names = min(len(one.names), len(two.names))
    common = [term for term in one.proposition if term in two.proposition]
    proposition = min(sum(one.proposition.values()), sum(two.proposition.values()))
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
        cue=sum(weight * dict(two.cue).get(stem, 0.0) for stem, weight in one.cue),
        covered=shared / larger if larger else 0.0,
        ratio=abs(math.log(max(one.words, 1) / max(two.words, 1))),
        shared=len(common),
        said_of_it=sum(one.proposition[term] for term in common) / proposition if proposition else 0.0,
    )


def aligned_probability(likeness: Likeness) -> float:
    """Return the probability that the two statements report the same thing said.

    The weights of content, speaker and cue are fitted on pairs that people had aligned over eight events, each judged
    by weights fitted on the others; those of entities, names and numbers are set by hand, smaller than any of them.
    """
    log_odds = -6.85 + 2.8 * likeness.cosine + 4.0 * likeness.grams + 3.4 * likeness.contained
    log_odds += 3.15 * likeness.speaker + 1.1 * likeness.cue
    log_odds += 0.3 * likeness.numbers + 0.3 * likeness.names
    log_odds -= 1.5 * likeness.other_entity * (1.0 - likeness.speaker)
    return 1.0 / (1.0 + math.exp(-log_odds))


def judge_label(one: Facts, two: Facts, likeness: Likeness) -> Label:
    """Return how two aligned statements relate.

    A contradiction is only called where all else is alike: the same matter with another number, another day, or a yes
    against a no.
    """
    conflict = likeness.conflict or _days_conflict(one, two) or _denies(one, two, likeness)
    if conflict and likeness.cosine >= (_SAME_MATTER_OF_ONE if likeness.speaker == 1.0 else _SAME_MATTER):
        return Label.CONTRADICT
    # One content stands in the other, which has more; or neither covers the other.
    larger = likeness.contained - likeness.covered > _ADDED
    return Label.PART if larger or 1.33 - 2.36 * likeness.covered - 1.25 * likeness.grams > 0 else Label.SAME


def is_aligned(one: Facts, two: Facts, likeness: Likeness, label: Label) -> bool:
    """Return whether the pair is alike enough to be shown with this label.

    What two known speakers said is only compared where they can be one. A part must hold something of what the whole
    says of its names: speaker and topic in common make none.
    """
    if one.speaker.words and two.speaker.words and likeness.speaker < _SAME_SPEAKER:
        return False
    probability = aligned_probability(likeness)
    if label is not Label.CONTRADICT and _opposite(one, two):
        return False
    if label is not Label.PART:
        return probability >= ALIGNED
    held = likeness.shared + likeness.numbers >= _PART_SHARED and (
        likeness.said_of_it >= _PART_CONTAINED or likeness.shared > _PART_SHARED
    )
    return held and probability >= _PART_ALIGNED


def measures_conflict(one: Facts, two: Facts) -> bool:
    """Return whether both contents hold one number of some kind, and the two cannot both be right.

    A toll that another day or a rise lies behind has been brought up to date.
    """
    later = one.published[:_DAY] != two.published[:_DAY] or one.rising or two.rising
    for ours, theirs in _counterparts(one.measures, two.measures):
        toll = bool(ours.harm or theirs.harm)
        if not _compatible(ours, theirs) and not (toll and later):
            return True
    return False


def _counterparts(ours: Sequence[Measure], theirs: Sequence[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """Yield the measures that are the only ones of their unit, or of their harm, on both sides."""
    for name in ("unit", "harm"):
        for kind in sorted({getattr(measure, name) for measure in ours} - {""}):
            first = [measure for measure in ours if getattr(measure, name) == kind]
            second = [measure for measure in theirs if getattr(measure, name) == kind]
            if len(first) == len(second) == 1 and (
                not first[0].harm or not second[0].harm or first[0].harm == second[0].harm
            ):
                yield first[0], second[0]


def _compatible(one: Measure, two: Measure) -> bool:
    """Return whether both numbers can be right: equal, one rounded, or a bound that the other keeps."""
    low, high = (one, two) if one.value <= two.value else (two, one)
    if low.modifier == "more" or high.modifier == "less":
        return True
    return high.value - low.value <= _ROUNDING * abs(high.value)


def _days_conflict(one: Facts, two: Facts) -> bool:
    """Return whether both contents name one day, and not the same one.

    Two equal weekdays agree even where they were resolved a week apart: the articles may be days apart themselves.
    """
    if len(one.named_days) != 1 or len(two.named_days) != 1:
        return False
    (our_weekday, ours), (their_weekday, theirs) = (*one.named_days, *two.named_days)
    if our_weekday and their_weekday:
        return our_weekday != their_weekday
    if our_weekday or their_weekday:
        return date.fromisoformat(ours).isoweekday() != date.fromisoformat(theirs).isoweekday()
    return ours != theirs


def _denies(one: Facts, two: Facts, likeness: Likeness) -> bool:
    """Return whether one content denies just what the other says."""
    if one.denied and two.denied:
        return False  # «لن نسمح بأن يضيع» and «لن يضيع» deny at different places and say the same
    if (one.denied & two.asserted and two.plain) or (two.denied & one.asserted and one.plain):
        return not one.denying and not two.denying
    denial, other = (one, two) if one.denying else (two, one)
    plain = denial.denying and not other.denying and denial.plain and other.plain
    return plain and other.statement.force == "assert" and likeness.covered >= _SAME_PROPOSITION


def _opposite(one: Facts, two: Facts) -> bool:
    """Return whether one content denies what the other has, and two denials do not cancel out."""
    crossing = one.denied & two.asserted or two.denied & one.asserted
    return bool(crossing) and len(one.denied) % 2 != len(two.denied) % 2


def _equal_measure(one: Facts, two: Facts) -> bool:
    return bool({measure.value for measure in one.measures} & {measure.value for measure in two.measures})
