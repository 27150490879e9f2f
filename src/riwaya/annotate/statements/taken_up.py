"""Statements that take up the words before them: «تتهم واشنطن طهران بتسليحهم، وهو ما تنفيه طهران»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms
from riwaya.annotate.statements.making import make_draft
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.unspoken import is_somebody

_TAKEN_UP = frozenset(("نفى", "أنكر", "رفض", "أكد", "كذب", "دحض", "فند"))
_HEADS = frozenset(("وهو", "وهي", "وهذا", "هذا", "وذلك"))
_NEAR = 3  # tokens between what is taken up and «وهو»
_LEAST = 4
_NEIGHBOURS = 8


def drafts_taken_up(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of «وهو ما نفته ...», whose content is what the same sentence reports before.

    Args:
        drafts: those found so far, in order of their cue, their ends known.
    """
    found: list[Draft] = []
    places = [draft.cue_token for draft in drafts]
    for index, form in enumerate(reading.forms):
        if form not in ("ما", "الذي", "التي", "امر") or index < _LEAST or index + 2 >= len(reading.forms):
            continue
        mark = _mark(reading, index)
        if mark is None or reading.quotation_of[index] >= 0:
            continue
        middle = bisect_left(places, index)
        near = drafts[max(0, middle - _NEIGHBOURS) : middle]
        draft = _taken_up(reading, index + 1, mark, near)
        if draft is not None:
            found.append(draft)
    return found


def _mark(reading: Reading, index: int) -> int | None:
    """Return the first token of «وهو ما», «الأمر الذي», «وهو أمر»."""
    before = reading.forms[index - 1]
    if reading.forms[index] in ("ما", "امر"):  # «وهو أمر نفاه الوزير»
        return index - 1 if before in _HEADS else None
    if before not in ("الامر", "الاتهامات", "الاتهام"):
        return None
    start = index - 2 if reading.forms[index - 2] in _HEADS else index - 1
    return start if start < index - 1 or reading.forms[start - 1] in (",", '"', ")") else None


def _taken_up(reading: Reading, verb: int, mark: int, near: Sequence[Draft]) -> Draft | None:
    item = cue_forms().get(reading.forms[verb])
    if item is None or item.part not in ("past", "present") or item.cue.lemma not in _TAKEN_UP:
        return None
    first, end = reading.sentences[reading.sentence_of[verb]]
    subject = skip_adverbs(reading, verb + 1, end)
    while subject < end and reading.forms[subject] in ("عليه", "عليها"):
        subject += 1
    if not begins_phrase(reading, subject, end):
        return None
    phrase = read_phrase(reading, subject, end, greedy=False)
    rest = reading.forms[phrase.end : min(end, phrase.end + _LEAST)]
    speaker = Subject(phrase, mark, "after")
    known = is_somebody(reading, speaker) or is_definite(reading.forms[phrase.first])
    if not known or any(form in COMPLEMENTISERS or form == '"' for form in rest):
        return None
    earlier = [draft for draft in near if draft.first >= first and 0 <= mark - draft.end <= _NEAR]
    start, stop, quotation = first, mark, None
    if earlier:
        start, stop, quotation = earlier[-1].first, earlier[-1].end, earlier[-1].quotation
    while stop > start and not reading.is_word(stop - 1) and reading.forms[stop - 1] not in ('"', ")"):
        stop -= 1
    if stop - start < (1 if earlier else _LEAST):
        return None
    draft = make_draft(
        reading, Hit(verb, reading.tokens[verb].start, item, ""), Target("resumed", verb, start, quotation), speaker
    )
    draft.end, draft.splits = stop, True
    return draft
