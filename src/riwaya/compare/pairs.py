"""Whether two statements report the same thing said, and how the two reports relate."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.compare.clashes import Clash, find_clash
from riwaya.compare.facts import Facts
from riwaya.compare.polarity import opposite
from riwaya.compare.speaker import words_in_common
from riwaya.compare.topic import specific_weights
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
_ONE_SPEAKER = 0.6
_ALL_ELSE = 0.5
_HALF = 0.5
_HEAD, _HEADS = 3, 1
_LITTLE_ELSE = 0.7
_ADDED = 0.3


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
    clash: Clash  # another number, day, or a no against a yes
    names: float
    cue: float  # cosine of the cues' stems: «أدان» and «أدانت»
    covered: float  # share of the larger content's weight that stands in the smaller
    ratio: float  # logarithm of the longer content's length over the shorter's
    shared: int  # terms in common that are no names
    said_of_it: float  # share of the smaller content's weight, names aside, that stands in the larger
    specific: float  # weight in common that is neither of names nor of the story's topic
    specific_share: float  # its share of the smaller content's
    heads: int  # how many of the first words of each, which tell the act, stand in the other


def measure(one: Facts, two: Facts, cosine: float, topic: Mapping[str, float]) -> Likeness:
    """Return what two statements have in common; `cosine` is that of their terms."""
    first, second = specific_weights(one, topic), specific_weights(two, topic)
    specific = sum(weight for term, weight in first.items() if term in second)
    least = min(sum(first.values()), sum(second.values()))
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
        clash=find_clash(one, two),
        names=len(one.names & two.names) / names if names else 0.0,
        cue=sum(weight * dict(two.cue).get(stem, 0.0) for stem, weight in one.cue),
        covered=shared / larger if larger else 0.0,
        ratio=abs(math.log(max(one.words, 1) / max(two.words, 1))),
        shared=len(common),
        said_of_it=sum(one.proposition[term] for term in common) / proposition if proposition else 0.0,
        specific=specific,
        specific_share=specific / least if least else 0.0,
        heads=_heads(one, two) + _heads(two, one),
    )


def aligned_probability(likeness: Likeness) -> float:
    """Return the probability that the two statements report the same thing said.

    The weights of content, speaker and cue are fitted on pairs that people had aligned over eight events, each judged
    by weights fitted on the others; those of entities, names and numbers are set by hand, smaller than any of them.
    """
    log_odds = -6.85 + 2.8 * likeness.cosine + 4.0 * likeness.grams + 3.4 * likeness.contained
    log_odds += 3.15 * likeness.speaker + 1.1 * likeness.cue
    log_odds += 0.3 * likeness.numbers + 0.3 * likeness.names
    # What both tell of one matter differs just in what clashes, so that fewer words can agree.
    log_odds += 2.0 * (likeness.clash is Clash.FRAMED and likeness.speaker >= _ONE_SPEAKER)
    log_odds -= 1.5 * likeness.other_entity * (1.0 - likeness.speaker)
    return 1.0 / (1.0 + math.exp(-log_odds))


def judge_label(one: Facts, two: Facts, likeness: Likeness) -> Label:
    """Return how two aligned statements relate.

    A contradiction is only called where all else is alike: the same matter with another number, another day, or a yes
    against a no. What has been brought up to date is a part.
    """
    if likeness.clash is Clash.FRAMED and likeness.speaker >= _ONE_SPEAKER:
        return Label.CONTRADICT
    if likeness.clash in (Clash.FRAMED, Clash.CONFLICT) and likeness.cosine >= (
        _SAME_MATTER_OF_ONE if likeness.speaker == 1.0 else _SAME_MATTER
    ):
        return Label.CONTRADICT
    if likeness.clash is Clash.LOOSE and likeness.covered >= _ALL_ELSE and likeness.cosine >= _SAME_MATTER:
        return Label.CONTRADICT
    # One content stands in the other, which has more; or neither covers the other.
    larger = likeness.contained - likeness.covered > _ADDED or likeness.clash is not Clash.NONE
    return Label.PART if larger or 1.33 - 2.36 * likeness.covered - 1.25 * likeness.grams > 0 else Label.SAME


def is_aligned(one: Facts, two: Facts, likeness: Likeness, label: Label) -> bool:
    """Return whether the pair is alike enough to be shown with this label.

    What two known speakers said is only compared where they can be one. A part must hold something of what the whole
    says of its names: speaker and topic in common make none.
    """
    if one.speaker.words and two.speaker.words and likeness.speaker < _SAME_SPEAKER:
        return False
    if likeness.clash is Clash.APART:
        return False
    if label is not Label.CONTRADICT and opposite(one.polarity, two.polarity):
        return False
    if label is Label.PART and not _is_held(likeness):
        return False
    return aligned_probability(likeness) >= _least_probability(likeness, label)


def _is_held(likeness: Likeness) -> bool:
    """Return whether the larger content holds something of the smaller that is neither names nor the story's topic."""
    held = likeness.shared + likeness.numbers >= _PART_SHARED and (
        likeness.said_of_it >= _PART_CONTAINED or likeness.shared > _PART_SHARED
    )
    beyond_topic = (
        likeness.specific + likeness.numbers >= 1.0
        or likeness.specific_share >= _PART_CONTAINED
        or likeness.said_of_it >= _HALF
    )
    return held and beyond_topic


def _least_probability(likeness: Likeness, label: Label) -> float:
    """Return the probability from which a pair is shown with a label; more where they tell of different acts."""
    if label is Label.PART:
        return _PART_ALIGNED if likeness.heads >= _HEADS else _LITTLE_ELSE
    beyond_topic = label is Label.CONTRADICT or likeness.specific_share >= _PART_CONTAINED
    return ALIGNED if beyond_topic else _LITTLE_ELSE


def _heads(one: Facts, two: Facts) -> int:
    return sum(stem in two.stems for stem in list(one.said)[:_HEAD])


def _equal_measure(one: Facts, two: Facts) -> bool:
    return bool({measure.value for measure in one.measures} & {measure.value for measure in two.measures})
