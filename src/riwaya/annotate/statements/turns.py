"""Main clauses of narration that name a new subject, between one statement and the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import cue_forms, narration_verbs, past_forms, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, skip_adverbs
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.subjects import speaker_span
from riwaya.model import MentionKind, Span

_REACH = 20
_BEFORE = frozenset(
    ("كما", "فيما", "بينما", "وفيما", "وبينما", "لكن", "ولكن", "وقد", "قد", "فقد", "ثم", "وكان", "وكانت")
)


class Turn(NamedTuple):
    """A finite verb with its own subject, outside what is quoted or reported."""

    token: int
    span: Span
    gender: str
    number: str


@cache
def _subject_verbs() -> dict[str, tuple[str, bool]]:
    """Return folded past forms in the third person singular → (gender, an object pronoun is attached)."""
    found = {form: (gender, False) for form, gender in narration_verbs().items()}
    for verb in words("turn_verb"):
        for form, gender, number in past_forms(verb):
            if number == "s":
                found.setdefault(form, (gender, False))
    for form, item in cue_forms().items():
        if item.part == "past" and item.third and item.number == "s":
            found.setdefault(form, (item.gender, item.pronoun))
    return found


def find_turns(reading: Reading, drafts: Sequence[Draft]) -> list[Turn]:
    """Return the narrator's clauses with a subject of their own, in text order."""
    change = [0] * (len(reading.forms) + 1)
    for draft in drafts:
        change[draft.first] += 1
        change[max(draft.end, draft.first)] -= 1
    cues = {draft.cue_token for draft in drafts}
    found: list[Turn] = []
    inside = 0
    for index in range(len(reading.forms)):
        inside += change[index]
        if inside or index in cues or reading.quotation_of[index] >= 0 or index in reading.passed_on:
            continue
        turn = _turn_at(reading, index)
        if turn is not None:
            found.append(turn)
    return found


def _turn_at(reading: Reading, index: int) -> Turn | None:
    form = reading.forms[index]
    verbs = _subject_verbs()
    joined = form not in verbs and form[0] in "وف" and form[1:] in verbs
    verb = verbs.get(form[1:] if joined else form)
    if verb is None or not (joined or _opens_clause(reading, index, pronoun=verb[1])):
        return None
    limit = min(reading.sentences[reading.sentence_of[index]][1], index + _REACH)
    after = skip_adverbs(reading, index + 1, limit)
    if not begins_phrase(reading, after, limit):
        return None
    phrase = read_phrase(reading, after, limit, greedy=True)
    mention = reading.names_by_token.get(phrase.name) or reading.names_by_token.get(phrase.first)
    named = mention is not None and mention.kind not in (MentionKind.LOC, MentionKind.MISC)
    # Behind «وهو ما نفاه» the object is the pronoun, so that a definite noun can only be the subject.
    pronominal = verb[1] and reading.forms[after].startswith("ال")
    if not (named or pronominal or phrase.kind in ("person", "people", "body", "document", "name")):
        return None
    return Turn(index, speaker_span(reading, phrase), verb[0], "p" if phrase.kind == "people" else "s")


def _opens_clause(reading: Reading, index: int, *, pronoun: bool) -> bool:
    first = reading.sentences[reading.sentence_of[index]][0]
    before = reading.forms[index - 1] if index > first else ""
    return before in _BEFORE or (pronoun and before == "ما") or skip_adverbs(reading, first, index) == index
