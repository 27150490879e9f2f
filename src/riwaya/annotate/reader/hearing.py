"""What the network says of the parts of a statement that rules or network propose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from riwaya.annotate.reader.decode import Floats
from riwaya.annotate.reader.reading import Reading
from riwaya.model import Span, Statement


@dataclass(frozen=True, slots=True)
class Heard:
    """Probabilities by the network, of one statement.

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
