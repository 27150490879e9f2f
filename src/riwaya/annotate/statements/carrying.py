"""Speakers of cues without a written subject: carried from the clause or sentence before, by agreement."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import words
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.turns import find_turns
from riwaya.annotate.statements.vessels import vessel_owner
from riwaya.model import Span

_KEPT = 6
_FAR_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible antecedent."""

    span: Span
    gender: str
    number: str
    sentence: int
    said: bool


def carry_speakers(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give every draft with an elided subject its speaker, in place.

    A finite verb with a subject of its own between two statements makes that subject the only possible speaker.
    """
    recent: deque[_Candidate] = deque(maxlen=_KEPT)
    turns = find_turns(reading, drafts)
    place = 0
    previous: Draft | None = None
    for draft in drafts:
        number = reading.sentence_of[draft.cue_token]
        if previous is not None and reading.sentence_of[previous.cue_token] != number:
            previous = None
        while place < len(turns) and turns[place].token < draft.cue_token:
            turn = turns[place]
            sentence = reading.sentence_of[turn.token]
            recent.append(_Candidate(turn.span, turn.gender, turn.number, sentence, False))
            if sentence == number:
                previous = None
            place += 1
        if draft.elided and draft.speaker is None:
            _resolve(reading, draft, previous, recent, number)
        quoted = reading.quotation_of[draft.cue_token] >= 0
        if draft.speaker is not None and draft.structure != "noun" and not quoted:
            recent.append(_Candidate(draft.speaker, draft.gender, draft.number, number, True))
            previous = draft


def _resolve(reading: Reading, draft: Draft, previous: Draft | None, recent: deque[_Candidate], sentence: int) -> None:
    """Give one draft its speaker."""
    owner = _vessel_before(reading, draft)
    if owner is not None:
        draft.speaker = owner
        return
    participle = draft.hit is not None and draft.hit.form.part == "participle"
    if previous is not None and previous.speaker is not None:
        agrees = _agrees(draft, previous.gender, previous.number)
        if agrees or reading.quotation_of[draft.cue_token] >= 0:
            draft.speaker, draft.number = previous.speaker, draft.number or previous.number
            if participle and draft.begins > previous.cue_token and draft.begins < previous.end:
                draft.via = list(previous.via)
            return
    for candidate in reversed(recent):
        if sentence - candidate.sentence > _FAR_SENTENCES:
            break
        if _agrees(draft, candidate.gender, candidate.number):
            draft.speaker = candidate.span
            return
        if not candidate.said or _paragraph_between(reading, candidate, draft):
            return


def _paragraph_between(reading: Reading, candidate: _Candidate, draft: Draft) -> bool:
    """Return whether a line ends between a subject and the cue."""
    return "\n" in reading.text[candidate.span.end : draft.cue.start]


def _agrees(draft: Draft, gender: str, number: str) -> bool:
    if draft.number in ("p", "d"):
        return number != "s" or draft.number == "d"
    return not draft.gender or not gender or draft.gender == gender


def _vessel_before(reading: Reading, draft: Draft) -> Span | None:
    """Return whose «تصريحات لفلان قال فيها» or «في بيان صادر عن الوزارة قالت» this is."""
    first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
    after = reading.forms[draft.cue_token + 1] if draft.cue_token + 1 < len(reading.forms) else ""
    near = draft.cue_token - first <= 10
    if after not in ("فيه", "فيها", "فيهما") and not near:
        return None
    for place in range(draft.cue_token - 1, max(first, draft.cue_token - 10) - 1, -1):
        if reading.forms[place].removeprefix("ال") in words("vessel"):
            owner = vessel_owner(reading, place, draft.cue_token)
            return _bare(reading, max(owner.name, owner.first), owner.end) if owner is not None else None
    return None


def _bare(reading: Reading, first: int, end: int) -> Span:
    start = reading.tokens[first].start
    form = reading.forms[first]
    attached = form.startswith("ل") and form not in words("l_word") and first not in reading.names_by_token
    return Span(start + 1 if attached and len(form) > 3 else start, reading.tokens[end - 1].end)
