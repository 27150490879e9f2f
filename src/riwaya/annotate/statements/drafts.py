"""A statement in the making: cue, speaker and content as tokens, before nesting and ids."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.phrase_starts import Phrase
from riwaya.annotate.statements.quotations import Quotation
from riwaya.model import Span


@dataclass(slots=True)
class Draft:
    """A statement in the making.

    Attributes:
        hit: the cue; None for an adverbial attribution.
        cue: its characters.
        begins: first token of the clause that the cue heads: where the content of a statement before it ends.
        splits: the clause is the narrator's own, so it ends the content before it.
        first, end: tokens of the content.
        quotation: the quotation that opens with the content.
        speaker: None where nothing names it.
        elided: the speaker stands in an earlier clause.
        structure: how cue and content are joined, for the score.
        rest: tokens (first, one past the last) of the content's other pieces.
    """

    hit: Hit | None
    cue: Span
    cue_token: int
    begins: int
    splits: bool
    first: int
    end: int
    quotation: Quotation | None
    speaker: Span | None
    gender: str
    number: str
    elided: bool
    structure: str
    force: str
    prior: float
    addressee: Span | None = None
    via: list[Span] = field(default_factory=list)
    rest: list[tuple[int, int]] = field(default_factory=list)

    def agrees(self, gender: str, number: str) -> bool:
        """Return whether a noun of this gender and number may be the subject that the cue does not name."""
        if self.number in ("p", "d"):
            return number != "s"
        return not self.gender or not gender or self.gender == gender


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of a cue's subject.

    Attributes:
        phrase: None where it is elided.
        begins: first token of the clause.
        position: after, before, relative or elided.
    """

    phrase: Phrase | None
    begins: int
    position: str
