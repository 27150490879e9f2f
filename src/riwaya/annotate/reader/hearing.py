"""Statements of the rules weighed by what the network hears there: cue, content and speaker.

The weights are fitted by `training/fit_statements.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log

import numpy as np

from riwaya.annotate.reader.decode import Floats
from riwaya.annotate.reader.learnt import chance, learnt
from riwaya.annotate.reader.reading import Reading
from riwaya.model import Span, Statement

_BOUND = 2e-3  # no single witness is surer than this
_HEARD = 0.5  # from here on the network hears a cue and a content too
# A statement must be likelier than this to be one: below, what is right is rarer than what is wrong.
LEAST = 0.4


@dataclass(frozen=True, slots=True)
class Heard:
    """Probabilities by the network, of one statement of the rules.

    Attributes:
        cue: that the surest word of its cue attributes.
        opens: that a content opens where its content does.
        within: the mean over its words that they are content.
        closes: that the content does not go on behind it.
        whole: that its words and no others are a content: of its least sure word and end.
        speaker: the mean over the speaker's words that they are a speaker; .5 where none is written at the cue.
    """

    cue: float
    opens: float
    within: float
    closes: float
    whole: float
    speaker: float


def weigh_statements(statements: Iterable[Statement], reading: Reading) -> list[Statement]:
    """Return the statements that are likely enough, with the scores that rules and network give them together.

    What the network has not read keeps the score of the rules.
    """
    found = []
    for statement in statements:
        if not reading.is_read(statement.content):
            found.append(statement)
            continue
        heard = hear(reading, statement)
        score = chance(learnt().statements, features(statement, heard))
        if score >= LEAST:
            both = min(heard.cue, heard.within) >= _HEARD
            found.append(replace(statement, score=round(score, 4), found_by="both" if both else "rules"))
    return found


def features(statement: Statement, heard: Heard) -> tuple[float, ...]:
    """Return what the weights are multiplied with, in the order of `StatementWeights`."""
    return (
        1.0,
        _log_odds(statement.score),
        _log_odds(heard.cue),
        _log_odds(heard.opens),
        heard.within,
        _log_odds(heard.closes),
        _log_odds(heard.whole),
        float(heard.whole >= _HEARD),
        _log_odds(heard.speaker),
        float(statement.implicit),
        float(statement.speaker is None),
    )


def hear(reading: Reading, statement: Statement) -> Heard:
    """Return what the network says of a statement's parts."""
    first, behind = reading.words_in(statement.content)
    opens, goes_on = _labels(reading, "cnt", first, 1), _labels(reading, "cnt", behind, 2)
    speaker = statement.speaker if not statement.implicit else None
    return Heard(
        cue=float(_inside(reading, "cue", statement.cue).max(initial=0)),
        opens=opens if first < behind else 0.0,
        within=_mean(_inside(reading, "cnt", statement.content)),
        closes=1 - goes_on,
        whole=reading.chance_of(first, behind, "cnt"),
        speaker=_mean(_inside(reading, "spk", speaker)) if speaker else 0.5,
    )


def _labels(reading: Reading, head: str, word: int, label: int) -> float:
    """Return the probability of a label at a word, 0 behind the last."""
    scores = reading.scores[head]
    return float(np.exp(scores[word, label])) if word < len(scores) else 0.0


def _inside(reading: Reading, head: str, span: Span) -> Floats:
    """Return the probabilities that the words of a span belong to a part, (words,)."""
    first, behind = reading.words_in(span)
    found: Floats = 1 - np.exp(reading.scores[head][first:behind, 0])
    return found


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else 0.0


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _BOUND), 1 - _BOUND)
    return log(chance / (1 - chance))
