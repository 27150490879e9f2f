"""The other pieces of a content in pieces: a quotation that its cue breaks, a clause with an attribution in its middle.

Only where form and marks make it sure: a wrong piece is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.statements.attributions import Attribution
from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, strip_conjunction, words
from riwaya.annotate.statements.quotations import Quotation
from riwaya.annotate.statements.quoted import is_clause
from riwaya.annotate.statements.reading import Reading, is_time
from riwaya.annotate.statements.sources import goes_on
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import Span, Statement

_LEAST_QUOTED = 3  # words: less is a name or a term
_MOST = 8  # quotations beside one another: more are a list
_LEAST_BESIDE = 2  # of a quotation beside another one
_SHORT_ATTRIBUTION = 3  # tokens of one that no mark sets apart («بحسب الأمم المتحدة»)
_LEAST_WORDS = 2  # of a piece of a clause
_LEAST_NOMINAL = 4  # words: less without a verb is a place
_SHORTEST_GOVERNED = 3  # letters: «به» is none
OPENING = 10  # words of a clause that an attribution may break off
_LONGEST_BEFORE = 20  # words of a clause whose verb an attribution parts from its object
_BETWEEN = 8  # tokens between speaker and the next piece («قال الوزير في مؤتمر صحفي، "..."»)
_APART = frozenset((",", "-", "–", "—"))
_GOVERNED = frozenset(("عن", "الي", "علي", "عبر"))
_STOPS = frozenset((",", ";", ".", "؛"))
_NOTED_WITHIN = 4  # tokens from here to «أن»
_NOTING = frozenset(("غير", "الا", "بيد", "علما", "يبدو", "ويبدو", "يذكر", "ويذكر", "تجدر", "وتجدر", "يشار", "ويشار"))
_OPENERS = frozenset(("لكن", "ولكن", "كما", "فيما", "وفيما", "بينما", "وبينما", "حيث"))
_CLOSING = frozenset((*_APART, "!", "?", "…"))


def broken_quotation(reading: Reading, draft: Draft) -> list[tuple[int, int]]:
    """Return the tokens of the quotation on the other side of cue and speaker («"..."، قال فلان، "..."»)."""
    quotation = draft.quotation
    if quotation is None or not quotation.closed or draft.speaker is None or draft.elided or draft.hit is None:
        return []
    if draft.structure == "before":
        other = _behind_speaker(reading, draft, draft.speaker)
    elif draft.structure == "quote" and not draft.hit.joined and draft.speaker.start > draft.cue.start:
        other = _before_cue(reading, draft, quotation)
    else:
        other = None
    if other is None or not _says_enough(reading, quotation, _LEAST_QUOTED):
        return []
    begun = draft.structure == "quote" and is_clause(reading, other)  # «"إن الحكومة"، يقول الوزير، "لن تتراجع"»
    if not begun and not _says_enough(reading, other, _LEAST_QUOTED):
        return []
    return [inside(reading, other)]


def beside(reading: Reading, chosen: Quotation, pieces: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Return the tokens of the other quotations that stand beside the chosen one on its line, names left out."""
    if len(pieces) > _MOST or not _says_enough(reading, chosen, _LEAST_QUOTED):
        return []
    first, last = reading.tokens[chosen.first], reading.tokens[chosen.last]
    return [
        inside(reading, piece)
        for piece in pieces
        if piece is not chosen
        and _says_enough(reading, piece, _LEAST_BESIDE)
        and "\n" not in reading.text[last.end : reading.tokens[piece.first].start]
        and "\n" not in reading.text[reading.tokens[piece.last].end : first.start]
    ]


def joined_to(reading: Reading, quotation: Quotation) -> Quotation | None:
    """Return the quotation that «و» or «أو» joins to one («تقول: "..."، و"..."»)."""
    place = quotation.last + 1
    place += reading.forms[place : place + 1] == (",",)
    if not quotation.closed or reading.forms[place : place + 1] not in (("و",), ("او",)):
        return None
    joined = reading.opens_quotation(place + 1)
    enough = joined is not None and joined.closed and _says_enough(reading, joined, _LEAST_QUOTED)
    return joined if enough else None


def inside(reading: Reading, quotation: Quotation) -> tuple[int, int]:
    """Return the tokens between the marks, without a stop at their end."""
    end = quotation.last
    while end > quotation.first + 2 and reading.forms[end - 1] in _STOPS:
        end -= 1
    return quotation.first + 1, end


def _before_cue(reading: Reading, draft: Draft, quotation: Quotation) -> Quotation | None:
    """Return the quotation that opens the sentence and ends, with a mark, right before the cue."""
    first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
    opening = reading.opens_quotation(first)
    if opening is None or not opening.closed or opening.last >= draft.cue_token:
        return None
    between = reading.forms[opening.last + 1 : draft.cue_token]
    marked = reading.forms[opening.last - 1] in _CLOSING or bool(between)
    introduced = first > 0 and reading.forms[first - 1] == ":"
    goes_on = reading.forms[quotation.first - 1] != ":"
    return opening if marked and goes_on and not introduced and _APART.issuperset(between) else None


def _behind_speaker(reading: Reading, draft: Draft, speaker: Span) -> Quotation | None:
    """Return the quotation that follows on the speaker, no other cue and no word behind it."""
    end = reading.sentences[reading.sentence_of[draft.cue_token]][1]
    place = bisect_left(reading.document.token_starts, max(speaker.end, draft.cue.end))
    start = place
    while place < min(end, start + _BETWEEN) and reading.forms[place] != '"':
        if strip_conjunction(reading.forms[place]) in cue_forms() or reading.forms[place] in (*COMPLEMENTISERS, ":"):
            return None
        place += 1
    quotation = reading.opens_quotation(place) if place < end else None
    if quotation is None or not quotation.closed or quotation.last >= end:
        return None
    apart = place == start or reading.forms[place - 1] in _APART
    behind = quotation.last + 1
    return quotation if apart and (behind >= end or not reading.is_word(behind)) else None


def _says_enough(reading: Reading, quotation: Quotation, least: int) -> bool:
    return sum(reading.is_word(place) for place in range(quotation.first + 1, quotation.last)) >= least


def piece_before(reading: Reading, attribution: Attribution, first: int) -> list[tuple[int, int]]:
    """Return the clause that an attribution breaks off, its content being what follows.

    Args:
        first: where the clause begins.
    """
    if attribution.first - first < _LEAST_WORDS or attribution.end + _LEAST_WORDS >= len(reading.forms):
        return []
    before, behind = _marks(reading, attribution)
    first = _behind_opener(reading, first)
    matching = before in _APART and before == behind
    following = reading.forms[attribution.end]
    # «أودى الانهيار بحسب مسعفين بحياة أربعين شخصا»
    short = attribution.first - first <= OPENING and attribution.end - attribution.first <= _SHORT_ATTRIBUTION
    governed = before not in _APART and short and _is_governed(reading, attribution.end)
    if not matching and not (governed and following.startswith("ب")):
        return []
    spoken = [place for place in range(first, attribution.first) if reading.is_word(place)]
    # «بورت سودان - وفقا لمسؤولين - أغلق الطريق»: a dateline.
    nominal = all(verb_at(reading, place) is None for place in spoken)
    dateline = attribution.leads and len(spoken) < _LEAST_NOMINAL and nominal
    # «وأضاف الحداد - بحسب الوكالة - إن ...» is another's statement.
    # «وسجلت البلاد، بحسب بيانات رسمية، 300 إصابة» is the narrator's, though «سجل أن» may report.
    counted = reading.tokens[attribution.end + (reading.forms[attribution.end] == before)].kind == "number"
    near = (attribution.first - 1,) if counted else (first, attribution.first - 1)
    says = any(strip_conjunction(reading.forms[place]) in cue_forms() for place in near)
    return [] if len(spoken) < _LEAST_WORDS or dateline or says else [(first, attribution.first)]


def _behind_opener(reading: Reading, first: int) -> int:
    """Return where a clause begins behind the words that tie it to what was told («غير أن القضية ...»)."""
    near = reading.forms[first + 1 : first + _NOTED_WITHIN]
    if reading.forms[first] in _NOTING and "ان" in near:
        return first + near.index("ان") + 2
    return first + (reading.forms[first] in _OPENERS)


def piece_behind(reading: Reading, attribution: Attribution, bounds: tuple[int, int]) -> list[tuple[int, int]]:
    """Return what an attribution between two marks interrupts, its content being the clause before it.

    Args:
        bounds: where that clause begins, and where the sentence, or the narrator's next clause, ends what follows.
    """
    first, end = bounds
    before, behind = _marks(reading, attribution)
    if before not in _APART or before != behind:
        return []
    place = attribution.end + (reading.forms[attribution.end] == behind)
    while place + 1 < end and is_time(reading.forms[place]) and reading.forms[place + 1] == before:
        place += 2  # «وفق ما أوردت الصحيفة، الخميس، عبر ...»
    if end - place < _LEAST_WORDS or attribution.first - first > _LONGEST_BEFORE:
        return []
    # «لتحدد، كما ذكر المتحدث، طموحاتها»: a verb at the end wants what follows.
    wanting = verb_at(reading, attribution.first - 2) is not None and goes_on(reading, place)
    opening = attribution.first - first <= OPENING
    follows = _is_governed(reading, place) or _is_owed_number(reading, (first, attribution.first), place)
    return [(place, end)] if wanting or (opening and follows) else []


def _is_owed_number(reading: Reading, clause: tuple[int, int], place: int) -> bool:
    """Return whether a clause that opens with its verb still wants the number here («بلغ عدد الضحايا، ...، 45»)."""
    first, end = clause
    counted = any(reading.tokens[at].kind == "number" for at in range(first, end))
    return reading.tokens[place].kind == "number" and verb_at(reading, first) is not None and not counted


def _marks(reading: Reading, attribution: Attribution) -> tuple[str, str]:
    """Return what stands right before an attribution and right behind it."""
    behind = reading.forms[attribution.end] if attribution.end < len(reading.forms) else ""
    before = reading.forms[attribution.first - 1] if attribution.first else ""
    return before, behind if behind in _APART else reading.forms[attribution.end - 1]


def _is_governed(reading: Reading, place: int) -> bool:
    """Return whether a prepositional phrase stands here that a verb asks for («عن مقتل», «على كامل القرية»)."""
    form = reading.forms[place]
    if form in _GOVERNED:
        return reading.is_word(place + 1) and reading.forms[place + 1] not in COMPLEMENTISERS
    plain = not any(form in words(kind) for kind in ("conjunction", "preposition", "trailing", "b_word", "b_adjunct"))
    return plain and form.startswith("ب") and len(form) > _SHORTEST_GOVERNED


def without_repeated(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, those without their rest of which another says a piece."""
    contents = {statement.content.start for statement in statements}
    return [
        without_rest(each) if any(piece.start in contents for piece in each.content_rest) else each
        for each in statements
    ]


def without_rest(statement: Statement) -> Statement:
    """Return a statement with the one piece of its content alone."""
    parts = [statement.content, statement.cue]
    if statement.speaker is not None and not statement.implicit:
        parts.append(statement.speaker)
    span = Span(min(part.start for part in parts), max(part.end for part in parts))
    return replace(statement, span=span, content_rest=())


def spans_of(reading: Reading, pieces: Sequence[tuple[int, int]], others: Sequence[Span]) -> tuple[Span, ...]:
    """Return the characters of the pieces in text order, none where one meets another part of the statement."""
    spans = sorted(reading.span(first, end) for first, end in pieces if first < end)
    taken = [*others]
    for span in spans:
        if any(span.overlaps(other) for other in taken):
            return ()
        taken.append(span)
    return tuple(spans)
