"""Where a content ends: the quotation, the narrator's next clause, a closing attribution, the sentence."""

from __future__ import annotations

from collections.abc import Set

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.fronted import main_clause
from riwaya.annotate.statements.going_on import narrates, trails
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS
from riwaya.annotate.statements.narrator import is_adjunct
from riwaya.annotate.statements.reading import Reading

_LONGEST = 500
_SHORT_QUOTATION = 8
_STOPS = frozenset((",", ";", ":", ".", "-", "(", "[", "…", "*", "|", "؛"))


def content_end(reading: Reading, draft: Draft, splits: Set[int]) -> int:
    """Return one past the last token of the draft's content.

    Args:
        splits: tokens at which the narrator's own clauses or attributions begin.
    """
    sentence = reading.sentences[reading.sentence_of[draft.first]]
    limit = min(sentence[1], draft.first + _LONGEST)
    around = reading.quotation_of[draft.cue_token]
    if around >= 0 and draft.cue_token > reading.quotations[around].first:
        limit = min(limit, reading.quotations[around].last)
    quotation = draft.quotation
    nominal = draft.structure in ("object", "noun", "attached", "preposition", "complement")
    limit = main_clause(reading, draft, limit)
    if quotation is None:
        return _trimmed(reading, draft.first, _scan(reading, draft.first, limit, splits, nominal))
    if not quotation.closed:
        # Never closed: it ends with its line, or where the narrator speaks again.
        end = _scan(reading, draft.first, quotation.last + 1, splits, nominal)
        return _trimmed(reading, draft.first, max(end, draft.first + 1))
    close = quotation.last
    if close + 1 < limit and _goes_on(reading, draft, close):
        end = _scan(reading, close, limit, splits, nominal)
        if end > close + 1:
            return _trimmed(reading, draft.first, end)
    return _trimmed(reading, draft.first, max(close, draft.first + 1))


def _goes_on(reading: Reading, draft: Draft, close: int) -> bool:
    """Return whether a content that opens with a quotation goes on behind it («أن "خمسة" أشخاص ...»)."""
    following = reading.forms[close + 1]
    quotation = draft.quotation
    short = quotation is not None and quotation.last - quotation.first <= _SHORT_QUOTATION
    if draft.structure == "inside":
        return False
    if following == ",":
        after = reading.forms[close + 2] if close + 2 < len(reading.forms) else ""
        return draft.structure == "that" and after[:1] == "و" and after[1:] in COMPLEMENTISERS
    if reading.tokens[close + 1].kind == "mark":
        return False
    return short or draft.structure in ("that", "preposition", "object", "complement", "attached")


def _scan(reading: Reading, index: int, limit: int, splits: Set[int], nominal: bool) -> int:
    first = index
    while index < limit:
        if index > first and (index in splits or is_adjunct(reading, index)):
            return index
        if nominal and index > first and (narrates(reading, index) or trails(reading, index)):
            return index
        quotation = reading.opens_quotation(index)
        if quotation is not None and quotation.closed and quotation.last < limit:
            index = quotation.last
        index += 1
    return limit


def _trimmed(reading: Reading, first: int, end: int) -> int:
    """Drop final stops, and a closing mark whose opening one stands before the content."""
    while end > first + 1:
        form = reading.forms[end - 1]
        if form in _STOPS or form == "و" or (form == '"' and not _opened_inside(reading, first, end - 1)):
            end -= 1
        else:
            break
    return end


def _opened_inside(reading: Reading, first: int, mark: int) -> bool:
    number = reading.quotation_of[mark]
    return number >= 0 and reading.quotations[number].last == mark and reading.quotations[number].first >= first
