"""The weights of what network and rules say together, from the file beside the network they were fitted with."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import astuple, dataclass, fields
from functools import cache
from math import exp
from pathlib import Path

from riwaya.annotate.reader.files import MERGING, damaged, installed_folder


@dataclass(frozen=True, slots=True)
class MentionWeights:
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
        person, place, body: where that is its kind.
        as_person, as_place, as_body: times the log odds of the network's probability of that kind.
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
    person: float
    place: float
    body: float
    as_person: float
    as_place: float
    as_body: float


@dataclass(frozen=True, slots=True)
class SpeechWeights:
    """Of a logistic regression on what speaks for a proposed statement; see `statements.features`.

    Attributes:
        bias: of every proposal.
        ruled, rule: where the rules have a statement at its cue, and times the log odds of their score.
        listed, cue_part, content_part: where the network chose its content, and times the log odds of cue and content.
        agreed: where rules and network have the same content.
        exchanged: where the rules' statement has the network's content.
        cue, opens, within, closes, whole, speaker: times what the network hears in its words (`hearing.Heard`).
        likeliest: where no other content is likelier.
        implicit, nobody: where no speaker is written at the cue, or anywhere.
        direct, mixed: where it is quoted, wholly or in part; `direct_rule`: times the log odds of the rules' score.
        rules_differ, network_differs: where they propose another content at its cue.
        covered: where another statement says most of its content.
        words: times the log of the number of words of its content.
    """

    bias: float
    ruled: float
    rule: float
    listed: float
    cue_part: float
    content_part: float
    agreed: float
    exchanged: float
    cue: float
    opens: float
    within: float
    closes: float
    whole: float
    likeliest: float
    speaker: float
    implicit: float
    nobody: float
    direct: float
    mixed: float
    direct_rule: float
    rules_differ: float
    network_differs: float
    covered: float
    words: float


@dataclass(frozen=True, slots=True)
class Learnt:
    """The weights of names and roles, and of statements: for a right content, for a right speaker too.

    Each in the order of its features.
    """

    names: tuple[float, ...]
    roles: tuple[float, ...]
    contents: tuple[float, ...]
    statements: tuple[float, ...]


FEATURES = {"names": MentionWeights, "roles": MentionWeights, "contents": SpeechWeights, "statements": SpeechWeights}


def chance(weights: tuple[float, ...], values: tuple[float, ...]) -> float:
    """Return the probability that a logistic regression gives."""
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, values, strict=True))))


@cache
def learnt() -> Learnt:
    """Return the weights that were shipped with the network.

    Raises:
        ResourceError: if their file is missing or damaged.
    """
    return read_learnt(installed_folder())


def read_learnt(folder: Path) -> Learnt:
    """Return the weights in a model's folder.

    Raises:
        ResourceError: if their file is missing or damaged.
    """
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    try:
        with folder.joinpath(MERGING).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                rows[row["of"]][row["feature"]] = float(row["weight"])
        return Learnt(**{name: astuple(kind(**rows[name])) for name, kind in FEATURES.items()})
    except FileNotFoundError as error:
        raise damaged(folder, MERGING, "is missing") from error
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise damaged(folder, MERGING, f"cannot be used ({error})") from error


def write_learnt(folder: Path, found: Learnt) -> None:
    """Write the weights into a model's folder; it is to be sealed again."""
    lines = ["of\tfeature\tweight\n"]
    for name, kind in FEATURES.items():
        weights = zip(fields(kind), getattr(found, name), strict=True)
        lines.extend(f"{name}\t{field.name}\t{weight:.2f}\n" for field, weight in weights)
    folder.joinpath(MERGING).write_text("".join(lines), "utf-8", newline="\n")
