"""Where a content ends: the quotation, the narrator's next clause, a closing attribution, the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.fronted import main_clause
from riwaya.annotate.statements.going_on import narrates, trails
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, strip_conjunction
from riwaya.annotate.statements.narrator import is_adjunct
from riwaya.annotate.statements.phrase_starts import RELATIVES
from riwaya.annotate.statements.pieces import beside, joined_to
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.verbs import verb_at

_LONGEST = 500
_SHORT_QUOTATION = 8
_SAYING = frozenset(("قال", "قالت", "قالوا", "يقول", "تقول", "يقولون"))
_THEN = frozenset(("ثم", "بين", "قبل", "بعد", "عندما", "حين", "وسط", "خلال", "اثناء", "بينما", "امام"))
_HANGING = frozenset(("و", "من", "في", "عن", "الي", "بل", "ثم"))
_STOPS = frozenset((",", ";", ":", ".", "-", "(", "[", "…", "*", "|", "؛"))


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where contents may end within their sentences.

    Attributes:
        splits: tokens at which the narrator's own clauses or attributions begin.
        asides: relative pronoun before another's cue («التي تعتبرها الحكومة ...») → one past what that one says.
    """

    splits: Set[int]
    asides: Mapping[int, int]


def content_end(reading: Reading, draft: Draft, breaks: Breaks) -> int:
    """Return one past the last token of the draft's content."""
    sentence = reading.sentences[reading.sentence_of[draft.first]]
    limit = min(sentence[1], draft.first + _LONGEST)
    around = reading.quotation_of[draft.cue_token]
    if around >= 0 and draft.cue_token > reading.quotations[around].first:
        limit = min(limit, reading.quotations[around].last)
    quotation = draft.quotation
    nominal = draft.structure in ("object", "noun", "attached", "preposition", "complement")
    limit = main_clause(reading, draft, limit)
    if quotation is None:
        return _trimmed(reading, draft.first, _scan(reading, draft.first, limit, breaks, nominal))
    if not quotation.closed:
        # Never closed: it ends with its line, or where the narrator speaks again.
        end = _scan(reading, draft.first, quotation.last + 1, breaks, nominal)
        return _trimmed(reading, draft.first, max(end, draft.first + 1))
    close = quotation.last
    if close + 1 < limit and _goes_on(reading, draft, close):
        end = _scan(reading, close, limit, breaks, nominal)
        if end > close + 1:
            return _trimmed(reading, draft.first, end)
    return _trimmed(reading, draft.first, max(close, draft.first + 1))


def relative_before(reading: Reading, draft: Draft) -> int | None:
    """Return the relative pronoun whose clause the narrator's cue heads, None where there is none."""
    place = draft.cue_token - 1
    if place > 0 and reading.forms[place] in ("قد", "كان", "كانت"):
        place -= 1
    finite = draft.hit is not None and draft.hit.form.part in ("past", "present")
    shown = draft.structure == "that" or not draft.elided  # «الذي يعتبر السلطة العليا» is passive
    if not (finite and shown) or place < 0 or reading.forms[place] not in RELATIVES or reading.quotation_of[place] >= 0:
        return None
    return place


def take_longest_piece(reading: Reading, draft: Draft) -> None:
    """Move a draft to the longest of quotations side by side («قال: "لا". "لم نتفق على شيء"»), the others its rest."""
    quotation = draft.quotation
    if draft.structure not in ("quote", "colon") or quotation is None or draft.first != quotation.first + 1:
        return
    size = quotation.last - quotation.first
    pieces = [quotation]
    while quotation.closed:
        place = quotation.last + 1
        place += reading.forms[place : place + 1] in ((",",), (".",))
        following = reading.opens_quotation(place)
        if following is None or not following.closed or _is_answered_for(reading, following.last + 1):
            break
        quotation = following
        pieces.append(quotation)
        if quotation.last - quotation.first > size:
            size = quotation.last - quotation.first
            draft.quotation, draft.first = quotation, quotation.first + 1
    joined = joined_to(reading, quotation)
    if joined is not None and not _is_answered_for(reading, joined.last + 1):
        pieces.append(joined)
    draft.rest = beside(reading, draft.quotation or quotation, pieces)


def _is_answered_for(reading: Reading, place: int) -> bool:
    """Return whether a cue stands right behind a quotation, which is its own then («"..."، قال الوزير»)."""
    near = reading.forms[place : place + 2]
    return any(strip_conjunction(form) in cue_forms() for form in near)


def _goes_on(reading: Reading, draft: Draft, close: int) -> bool:
    """Return whether a content that opens with a quotation goes on behind it («أن "خمسة" أشخاص ...»)."""
    following = reading.forms[close + 1]
    quotation = draft.quotation
    short = quotation is not None and quotation.last - quotation.first <= _SHORT_QUOTATION
    only_quotes = draft.structure == "quote" and draft.hit is not None and draft.hit.form.cue.frames == {"quote"}
    if draft.structure == "inside" or only_quotes:
        return False  # «هتف "عاش النهر" لدى وصوله»
    if following == ",":
        after = reading.forms[close + 2] if close + 2 < len(reading.forms) else ""
        return draft.structure == "that" and after[:1] == "و" and after[1:] in COMPLEMENTISERS
    if reading.tokens[close + 1].kind == "mark":
        return False
    if draft.structure == "quote" and following in _THEN:
        return False  # «قائلا "ابتعدي" ثم نظر إلى ابنتها»
    return short or draft.structure in ("that", "preposition", "object", "complement", "attached")


def _scan(reading: Reading, index: int, limit: int, breaks: Breaks, nominal: bool) -> int:
    first = index
    while index < limit:
        if index in breaks.asides and _tells_more(reading, index, (first, limit), breaks, nominal=nominal):
            return index
        if index > first and (index in breaks.splits or is_adjunct(reading, index, nominal=nominal)):
            return index
        if nominal and index > first and (narrates(reading, index, first) or trails(reading, index, first)):
            return index
        quotation = reading.opens_quotation(index)
        if quotation is not None and quotation.closed and quotation.last < limit:
            index = quotation.last
        index += 1
    return limit


def _tells_more(reading: Reading, index: int, bounds: tuple[int, int], breaks: Breaks, *, nominal: bool) -> bool:
    """Return whether a relative clause is the narrator's: what another says of the last word, behind a whole clause."""
    first, limit = bounds
    if index <= first + 1 or breaks.asides[index] < limit - 2:
        return False
    said = reading.forms[index - 1] == "," and reading.forms[index + 1] in _SAYING
    return nominal or (said and any(verb_at(reading, place) is not None for place in range(first, index)))


def _trimmed(reading: Reading, first: int, end: int) -> int:
    """Return where a content ends without final stops, and a closing mark whose opening one stands before it."""
    while end > first + 1:
        form = reading.forms[end - 1]
        if form in _STOPS or form in _HANGING or (form == '"' and not _opened_inside(reading, first, end - 1)):
            end -= 1
        else:
            break
    return end


def _opened_inside(reading: Reading, first: int, mark: int) -> bool:
    number = reading.quotation_of[mark]
    return number >= 0 and reading.quotations[number].last == mark and reading.quotations[number].first >= first
