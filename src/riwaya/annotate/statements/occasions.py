"""Where a statement's occasion is looked for: beside its cue, before its clause, behind its content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.occasion_phrases import (
    Occasion,
    kind_of_document,
    kinds_of_verbs,
    occasion_at,
    phrase_end,
    span_of,
    vessel_at,
    vessels,
)
from riwaya.annotate.statements.phrase_starts import RELATIVES
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.verbs import verb_at
from riwaya.arabic.normalise import fold
from riwaya.model import Statement

_REACH = 45  # tokens between a cue and its occasion; titles and names stand there
_BEHIND = 4  # marks and «وذلك» between a content and where it was said
_SPEAKING = ("تحدث", "يتحدث", "تتحدث", "متحدث", "ادلي", "القي", "كان", "كانت", "كتب", "قال", "يقول")
_SAID_SO = frozenset(("جاء", "وجاء", "جاءت", "وجاءت"))
_SO = frozenset(("ذلك", "هذا", "هذه", "كلام", "تصريحات", "تصريح", "حديث", "اقوال"))
_WEAK = frozenset(("remarks", "website", "event"))  # another kind in the same place says more
_DOCUMENTS = frozenset(("statement", "report", "message", "article", "post"))
_SAYING = frozenset(("قايلا", "قايله", "قايلين"))
_POINTERS = frozenset(("فيها", "فيه", "خلالها", "خلاله"))
_BACK = 25  # tokens before a cue in which «فيها» finds its noun
_CLOSING = frozenset(('"', ",", ".", "-", ")", ":", "..."))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where contents begin and end in a document, in tokens and in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]


def with_occasions(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with the occasions that the text gives beside their cues."""
    token = reading.document.token_starts
    places = _Places(
        tuple(sorted(bisect_left(token, statement.content.start) for statement in statements)),
        tuple(sorted(bisect_left(token, statement.content.end) for statement in statements)),
    )
    found = []
    for statement in statements:
        occasion = _find(reading, statement, places)
        span = span_of(reading, occasion) if occasion is not None else None
        if occasion is not None and not any(span and span.overlaps(piece) for piece in statement.content_rest):
            statement = replace(statement, occasion=span, occasion_kind=occasion.kind)
        found.append(statement)
    return found


def _find(reading: Reading, statement: Statement, places: _Places) -> Occasion | None:
    token = reading.document.token_starts
    cue, cue_end = bisect_right(token, statement.cue.start) - 1, bisect_left(token, statement.cue.end)
    end = bisect_left(token, statement.content.end)
    beside = (
        _in_cue(reading, cue, cue_end)
        or _pointed_back_to(reading, cue, cue_end)
        or _after(reading, cue, cue_end, places)
    )
    if beside is not None and beside.kind not in _WEAK:
        return beside
    other = (
        _before(reading, statement, cue, places)
        or (_behind(reading, end) if end > cue else None)
        or _by_speaker(reading, statement)
        or _by_verb(reading, cue)
        or (None if statement.via else _said_so(reading, max(end, cue_end)))  # it is the outermost who said so
    )
    return beside if beside is not None and (other is None or other.kind in _WEAK) else other


def _in_cue(reading: Reading, cue: int, end: int) -> Occasion | None:
    """Return «بيان» of the cue «جاء في بيان»."""
    for place in range(cue, end - 1):
        found = occasion_at(reading, place, end)
        if found is not None:
            return occasion_at(reading, place, reading.sentences[reading.sentence_of[cue]][1])
    return None


def _pointed_back_to(reading: Reading, cue: int, end: int) -> Occasion | None:
    """Return what «فيها» behind a cue stands for: «نشر تدوينة على حسابه يدعو فيها»."""
    pointer = next((form for form in reading.forms[end : end + 2] if form in _POINTERS), "")
    if not pointer:
        return None
    first = max(reading.sentences[reading.sentence_of[cue]][0], cue - _BACK)
    for place in range(cue - 1, first - 1, -1):
        form = reading.forms[place].removesuffix("ا")  # «ألقى خطابا»
        feminine = form.endswith(("ه", "ات", "تها", "ته", "تهم"))
        if form in vessels() and feminine is pointer.endswith("ها"):
            return vessel_at(reading, place, cue)
    return None


def _after(reading: Reading, cue: int, first: int, places: _Places) -> Occasion | None:
    """Return the occasion between a cue and what follows: its own content, another statement's, the sentence's end."""
    following = bisect_left(places.starts, first)
    limit = min(reading.sentences[reading.sentence_of[cue]][1], first + _REACH)
    if following < len(places.starts):
        limit = min(limit, places.starts[following])
    weak: Occasion | None = None
    for place in range(first, limit):
        if reading.quotation_of[place] != reading.quotation_of[cue]:
            continue
        if reading.forms[place] in RELATIVES and not _speaks(reading, place + 1, limit):
            break
        found = occasion_at(reading, place, limit)
        if found is not None and found.kind not in _WEAK:
            return found
        weak = weak or found
    return weak


def _speaks(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a relative clause tells of speaking («الذي كان يتحدث في مؤتمر»)."""
    return index < limit and reading.forms[index] in _SPEAKING


def _before(reading: Reading, statement: Statement, cue: int, places: _Places) -> Occasion | None:
    """Return the occasion at the head of the clause: «وفي كلمة له أمام المجلس، قال ...»."""
    token = reading.document.token_starts
    limit = cue
    if statement.speaker is not None and not statement.implicit:
        limit = min(limit, bisect_right(token, statement.speaker.start) - 1)
    start = reading.sentences[reading.sentence_of[cue]][0]
    earlier = bisect_right(places.ends, cue) - 1
    if earlier >= 0:
        start = max(start, places.ends[earlier])
    for place in range(max(start, cue - _REACH), limit):
        told = place > start + 1 and reading.forms[place - 1] in _SO and reading.forms[place - 2] in _SAID_SO
        opens = place == start or not reading.is_word(place - 1) or told
        if not opens or reading.quotation_of[place] != reading.quotation_of[cue]:
            continue
        found = occasion_at(reading, place, cue)
        if found is not None and not _other_verb(reading, found.end, limit):
            return found
    return None


def _other_verb(reading: Reading, first: int, end: int) -> bool:
    """Return whether another clause stands between an occasion and its cue; «في بيان أصدره» is none."""
    for place in range(first, end):
        verb = verb_at(reading, place)
        if verb is not None and not verb.pronoun and reading.forms[place - 1] not in RELATIVES:
            return True
    return False


def _behind(reading: Reading, end: int) -> Occasion | None:
    """Return the occasion right behind a content: «"..."، في تصريح لقناة ...», «...، وذلك خلال مؤتمر صحفي»."""
    place, last = end, min(len(reading.forms), end + _BEHIND)
    while place < last and (reading.forms[place] in _CLOSING or reading.forms[place] in ("وذلك", "ذلك")):
        place += 1
    if place == end or place >= len(reading.forms) or reading.sentence_of[place] != reading.sentence_of[end - 1]:
        return None
    found = occasion_at(reading, place, reading.sentences[reading.sentence_of[place]][1])
    # «في رسالة مبطنة إلى» behind a content is a figure of speech more often than a letter.
    if found is None or found.kind == "message":
        return None
    # What follows an indirect content may still tell of its matter («... وذلك خلال مهرجان»).
    quoted = '"' in reading.forms[end:place] or reading.forms[end - 1] == '"'
    return found if quoted or found.kind not in ("event", "meeting") else None


def _by_speaker(reading: Reading, statement: Statement) -> Occasion | None:
    """Return the document that speaks itself: «وقال البيان», «بحسب التقرير»."""
    if statement.speaker is None or statement.implicit:
        return None
    token = reading.document.token_starts
    first = bisect_right(token, statement.speaker.start) - 1
    kind = kind_of_document(fold(statement.speaker_text.split()[0]))
    if kind not in _DOCUMENTS:
        return None
    end = phrase_end(reading, first, bisect_left(token, statement.speaker.end))
    return Occasion(first, end, kind, statement.speaker.start - token[first])


def _by_verb(reading: Reading, cue: int) -> Occasion | None:
    """Return the verb that itself tells the occasion: «غرّد», «غرّد ... قائلا»."""
    first = cue
    if reading.forms[cue] in _SAYING:
        first = max(cue - _REACH, reading.sentences[reading.sentence_of[cue]][0])
    for place in range(cue, first - 1, -1):
        form = strip_conjunction(reading.forms[place])
        if form in kinds_of_verbs():
            joined = len(reading.forms[place]) - len(form)
            return Occasion(place, place + 1, kinds_of_verbs()[form], joined)
    return None


def _said_so(reading: Reading, end: int) -> Occasion | None:
    """Return the occasion of «جاء ذلك خلال ...» in the sentence behind a statement's."""
    following = reading.sentence_of[min(end, len(reading.forms)) - 1] + 1
    if following >= len(reading.sentences):
        return None
    first, last = reading.sentences[following]
    if last - first < 4 or reading.forms[first] not in _SAID_SO:
        return None
    told = reading.forms[first + 1]
    if told not in _SO and not told.startswith(("تصريح", "اقوال", "كلام")):
        return None
    for place in range(first + 2, min(last, first + 12)):
        found = occasion_at(reading, place, last)
        if found is not None:
            return found
    return None
