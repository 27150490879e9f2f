"""What the reader finds in a text. Offsets count code points; scores are calibrated probabilities."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A name: PER, ORG, LOC, GPE, NORP, OUTLET, EVENT or MISC. No attached particle belongs to its span."""

    span: Span
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """A role or title («وزير الدفاع الأميركي») and the name of the person who holds it, None where nobody is named."""

    span: Span
    score: float
    holder: Span | None
    holder_score: float


@dataclass(frozen=True, slots=True)
class SpeechPart:
    """A part of reported speech.

    Attributes:
        kind: CUE, CNT (content), SPK (speaker), VIA (intermediary) or ADR (addressee).
        cue: the cue that it belongs to; its own span for a CUE, None where no cue is near.
        cue_score: the probability of that tie.
    """

    kind: str
    span: Span
    score: float
    cue: Span | None
    cue_score: float


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one text, each part in text order.

    Attributes:
        entities: names that lie in no other name.
        inner: names inside those (a nation in a body's name).
        roles: with their holders.
        speech: cues, then the parts tied to them.
    """

    entities: tuple[Named, ...]
    inner: tuple[Named, ...]
    roles: tuple[Role, ...]
    speech: tuple[SpeechPart, ...]
