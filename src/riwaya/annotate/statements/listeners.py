"""To whom something was said, where the words round the cue tell it: «لرويترز», «أمام النواب», «مقابلة مع ...»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS
from riwaya.annotate.statements.listener_checks import (
    bare_noun,
    is_no_listener,
    mended,
    name_before,
    names_medium,
    opposes,
    token_at,
    with_own_name,
)
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.outlet_datives import REPORTERS, STAFF, outlet_end
from riwaya.annotate.statements.phrase_starts import RELATIVES, begins_phrase, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import Span, Statement

_REACH = 45
_BY_WITH = frozenset(("interview", "call", "broadcast"))  # «مقابلة مع قناة», «اتصال مع نظيره»
_TO_OUTLET = frozenset(("interview", "remarks", "statement", "call"))  # «تصريح لصحيفة», but «بيان للوزارة» is its own
_BEFORE = frozenset(("speech", "testimony", "remarks"))
_WITH = frozenset(("مع", "معه", "معها", "معهم"))
_ADDRESSING = frozenset(("مخاطبا", "مخاطبه", "مخاطبين"))
_MARKS = frozenset((",", '"', ":", "-", "(", ")", "."))


@dataclass(frozen=True, slots=True)
class _Window:
    """The tokens between a cue and what points at its content."""

    first: int
    mark: int


def with_addressees(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with addressees that their surroundings name, and without those that are none."""
    found = []
    for given in statements:
        statement = with_own_name(reading, given)
        addressee = mended(reading, statement.addressee)
        if addressee is not None and is_no_listener(reading, statement, addressee):
            addressee = None
        addressee = addressee or _by_occasion(reading, statement) or _in_window(reading, statement)
        if addressee is not None and any(addressee.overlaps(part) for part in _parts(statement)):
            addressee = None
        found.append(statement if addressee == statement.addressee else replace(statement, addressee=addressee))
    return found


def _parts(statement: Statement) -> list[Span]:
    speaker = [statement.speaker] if statement.speaker is not None else []
    return [*statement.pieces, statement.cue, *speaker]


def _by_occasion(reading: Reading, statement: Statement) -> Span | None:
    """Return whom the occasion names: «مقابلة مع», «تصريح لصحيفة», «كلمة أمام», «رسالة إلى»."""
    occasion, kind = statement.occasion, statement.occasion_kind
    if occasion is None:
        return None
    first, end = token_at(reading, occasion.start), bisect_left(reading.document.token_starts, occasion.end)
    if first and reading.forms[first - 1] == "امام":
        return occasion
    limit = reading.sentences[reading.sentence_of[first]][1]
    for place in range(first + 1, end):
        form = reading.forms[place]
        linked = (
            (form == "مع" and kind in _BY_WITH)
            or (form == "امام" and kind in _BEFORE)
            or (form == "الي" and kind == "message")
        )
        if linked and begins_phrase(reading, place + 1, limit):
            return speaker_span(reading, read_phrase(reading, place + 1, max(end, place + 2), greedy=False))
        if kind in _TO_OUTLET and names_medium(reading, place):
            return _dative(reading, place, limit)
    if kind in _BY_WITH and end + 1 < limit and verb_at(reading, end) is not None:
        for place in range(end + 1, min(end + 4, limit)):
            if reading.forms[place] in _WITH and begins_phrase(reading, place + 1, limit):
                # «مقابلة أجرتها معه صحيفة ...»
                return speaker_span(reading, read_phrase(reading, place + 1, limit, greedy=False))
    return None


def _in_window(reading: Reading, statement: Statement) -> Span | None:
    """Return whom «ل», «أمام» or «مخاطبا» between cue and content name."""
    window = _window(reading, statement)
    if window is None:
        return None
    for place in range(window.first, window.mark):
        form = reading.forms[place]
        if form in RELATIVES:
            return None
        if form == "امام" and opposes(reading, window.first, place):
            continue
        if form in ("امام", *_ADDRESSING) and begins_phrase(reading, place + 1, window.mark):
            phrase = read_phrase(reading, place + 1, window.mark, greedy=False)
            noun = noun_of(reading.forms[place + 1])
            somebody = noun is not None and noun[0] in ("people", "body", "person")
            if somebody or place + 1 in reading.names_by_token or form in _ADDRESSING:
                return speaker_span(reading, phrase)
        writer = is_definite(form) and outlet_end(reading, place + 1, window.mark) > place + 1  # «الكاتب لـ"النهر"»
        if form.removeprefix("ال") in REPORTERS and not writer:
            return None
        if names_medium(reading, place) and reading.forms[place - 1] not in STAFF:
            return _dative(reading, place, window.mark)
        if form.startswith("لل") and _hears(reading, place, window):
            return _dative(reading, place, window.mark)
    return None


def _hears(reading: Reading, place: int, window: _Window) -> bool:
    """Return whether «للصحفيين» or «للقاضي» stands right before the content, and completes no title."""
    noun = noun_of(bare_noun(reading.forms[place]))
    if noun is None or skip_adverbs(reading, place + 1, window.mark) < window.mark:
        return False
    name = name_before(reading, place)
    ended = reading.forms[place - 1] == "," or (name is not None and name.end == place)
    return noun[0] == "people" or (noun[0] in ("person", "body") and (ended or place == window.first))


def _window(reading: Reading, statement: Statement) -> _Window | None:
    """Return the tokens between cue and content, the complementiser and the marks before the content left out."""
    starts = reading.document.token_starts
    first = bisect_left(starts, statement.cue.end)
    mark = bisect_left(starts, statement.content.start)
    if statement.content < statement.cue:
        # «"..."، قال الوزير لرويترز»
        mark = reading.sentences[reading.sentence_of[max(first - 1, 0)]][1]
        mark = min(mark, first + _REACH // 3)
    while mark > first and (reading.forms[mark - 1] in _MARKS or reading.forms[mark - 1] in COMPLEMENTISERS):
        mark -= 1
    return _Window(first, mark) if first < mark <= first + _REACH else None


def _dative(reading: Reading, place: int, limit: int) -> Span:
    """Return the noun phrase behind «ل»."""
    if reading.forms[place] == "ل":
        quotation = reading.opens_quotation(place + 1)
        if quotation is not None and quotation.last > place + 2:
            return reading.span(place + 2, quotation.last)
        name = reading.names_by_token.get(place + 1)
        end = name.end if name is not None else place + 2
        while end < limit and reading.tokens[end].text[:1].isascii() and reading.is_word(end):
            end += 1
        return reading.span(place + 1, end)
    phrase = read_phrase(reading, place, limit, greedy=False)
    end = max(phrase.end, place + 1)
    while end > place + 1 and not reading.is_word(end - 1) and reading.forms[end - 1] != '"':
        end -= 1
    return Span(reading.tokens[place].start + 1, reading.tokens[end - 1].end)
