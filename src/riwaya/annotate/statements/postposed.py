"""Quotations that stand before their cue («"..."، قال فلان»), and those with which he goes on behind it."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.ensuing import ensues
from riwaya.annotate.statements.lexicon import cue_forms
from riwaya.annotate.statements.making import make_draft
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, skip_adverbs
from riwaya.annotate.statements.pieces import inside
from riwaya.annotate.statements.quotations import Quotation
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.targets import Target

_BETWEEN = frozenset((",", "-", "–", "—", "هكذا", "كما"))
_SHORTEST = 3  # tokens from one mark to the other
_ONE_WORD = 2
_ALONE = frozenset((".", "وهو", "وهي", "بينما", "فيما"))  # what follows a verb whose subject is not named
_MOST_PIECES = 4  # quotations in a row that go on: more are a list
_LEAST_WORDS = 2
_STOPS = frozenset((".", "!", "?", "…"))


def postposed(reading: Reading, hit: Hit, limit: int, *, shortest: int = _SHORTEST) -> Draft | None:
    """Return the draft of «"..."، قال فلان»: the quotation that opens the sentence stands before its cue.

    Args:
        limit: one past the last token that the cue may reach.
        shortest: tokens from one mark to the other.
    """
    if "quote" not in hit.form.cue.frames or hit.form.pronoun:
        return None
    quotation = _quotation_before(reading, hit.index, shortest)
    if quotation is None:
        return None
    after = skip_adverbs(reading, hit.index + 1, limit)
    if begins_phrase(reading, after, limit):
        subject = Subject(read_phrase(reading, after, limit, greedy=False), hit.index, "after")
    elif after >= limit or reading.forms[after] in _ALONE:
        subject = Subject(None, hit.index, "elided")  # «"..."، تقول وهي تبكي»
    else:
        return None
    draft = make_draft(reading, hit, Target("before", hit.index, quotation.first + 1, quotation), subject)
    draft.splits = True
    return draft


def _quotation_before(reading: Reading, cue: int, shortest: int) -> Quotation | None:
    """Return the quotation that opens the cue's sentence and ends right before the cue."""
    first = reading.sentences[reading.sentence_of[cue]][0]
    place = cue - 1
    while place > first and reading.forms[place] in _BETWEEN:
        place -= 1
    quotation = reading.opens_quotation(first)
    ends = quotation is not None and quotation.closed and quotation.last == place
    return quotation if quotation is not None and ends and quotation.last - first >= shortest else None


def postposed_alone(reading: Reading, hit: Hit, mark: int, limit: int) -> Draft | None:
    """Return the draft of a quotation before a cue where another verb of speech takes the words behind it.

    Args:
        mark: first token of what points at the words behind.
        limit: one past the last token that the cue may reach.
    """
    return postposed(reading, hit, limit, shortest=_ONE_WORD) if _says_again(reading, hit, mark) else None


def _says_again(reading: Reading, hit: Hit, mark: int) -> bool:
    """Return whether another verb of speech takes what follows: «"..."، قالت الأم، ثم أضافت: "..."»."""
    for place in range(hit.index + 2, mark):
        form, before = reading.forms[place], reading.forms[place - 1]
        item = cue_forms().get(form)
        then = before == "ثم" or (before == "ان" and reading.forms[place - 2] in ("قبل", "وقبل"))
        if item is None or not then:
            item = cue_forms().get(form[1:])
            then = item is not None and (form[0] in "وف" or (form[0] == "ل" and ensues(reading, place, item)))
        finite = item is not None and item.part in ("past", "present") and item.third and not item.pronoun
        if then and finite and item is not None and "quote" in item.cue.frames:
            return True
    return False


def add_continued(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give the drafts of «"..."، قال فلان. "..."» the quotations that follow alone in the same paragraph.

    Args:
        drafts: those of the document in order of their cues.
    """
    last = {reading.sentence_of[draft.cue_token]: draft for draft in drafts}
    for number, draft in last.items():
        if draft.structure == "before":
            draft.rest = [*draft.rest, *_continued(reading, number)]


def _continued(reading: Reading, number: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, end in reading.sentences[number + 1 : number + 1 + _MOST_PIECES]:
        quotation = reading.opens_quotation(first)
        same = "\n" not in reading.text[reading.tokens[first - 1].end : reading.tokens[first].start]
        if quotation is None or not quotation.closed or not same:
            break
        if any(form not in _STOPS for form in reading.forms[quotation.last + 1 : end]):
            break
        piece = inside(reading, quotation)
        if sum(reading.is_word(place) for place in range(*piece)) < _LEAST_WORDS:
            break
        found.append(piece)
    return found
