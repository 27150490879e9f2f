"""To whom something was said, where the words round the cue tell it: «لرويترز», «أمام النواب», «مقابلة مع ...»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    cue_forms,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import RELATIVES, begins_phrase, is_preposition, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Name, Reading, is_definite
from riwaya.annotate.statements.subjects import speaker_span
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind, Span, Statement

_REACH = 45
_BY_WITH = frozenset(("interview", "call", "broadcast"))  # «مقابلة مع قناة», «اتصال مع نظيره»
_TO_OUTLET = frozenset(("interview", "remarks", "statement", "call"))  # «تصريح لصحيفة», but «بيان للوزارة» is its own
_BEFORE = frozenset(("speech", "testimony", "remarks"))
_WITH = frozenset(("مع", "معه", "معها", "معهم"))
_MEDIA = frozenset(
    ("وسايل", "صحفيين", "صحافيين", "اعلاميين", "مراسلين", "برنامج", "نشره", "محطه", "قناتي", "صحيفتي", "شبكتي", "قنوات")
)
_REPORTERS = frozenset(("مراسل", "مراسله", "مراسلنا", "مندوب", "موفد", "محرر", "محرره", "مقدم", "مذيع", "كاتب"))
_STAFF = _REPORTERS | {"متحدث", "متحدثه", "مدير", "رييس"}
_PRONOUNS = frozenset(("اياه", "اياها", "اياهم", "اياهما", "له", "لها", "لهم", "لهما", "لي", "لنا"))
_THINGS = frozenset(("الامر", "ذلك", "هذا", "هذه", "الوضع", "ما"))
_LONGEST = 8  # tokens of a name
_QUANTIFIERS = frozenset(("كل", "جميع", "بعض", "كافه", "ساير", "معظم"))
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
        statement = _with_own_name(reading, given)
        addressee = _whole(reading, _behind_name(reading, statement.addressee))
        if addressee is not None and _is_none(reading, statement, addressee):
            addressee = None
        addressee = addressee or _by_occasion(reading, statement) or _in_window(reading, statement)
        if addressee is not None and any(addressee.overlaps(part) for part in _parts(statement)):
            addressee = None
        found.append(statement if addressee == statement.addressee else replace(statement, addressee=addressee))
    return found


def _with_own_name(reading: Reading, statement: Statement) -> Statement:
    """Return the statement spoken by the name that stands behind its title («دعا الأمين العام ... ريما الحداد إلى»).

    A lone title and name behind the cue are its subject, not whom it addresses.
    """
    addressee = statement.addressee
    if addressee is None or not statement.implicit:
        return statement
    first, place = bisect_left(reading.document.token_starts, statement.cue.end), _token(reading, addressee.start)
    name = reading.names_by_token.get(place)
    noun = noun_of(reading.forms[first]) if first < place else None
    if noun is None or noun[0] != "person" or name is None or name.kind is not MentionKind.PER or name.offset:
        return statement
    if any(not reading.is_word(between) for between in range(first, place)):
        return statement
    return replace(
        statement,
        span=Span(min(statement.span.start, addressee.start), max(statement.span.end, addressee.end)),
        speaker=addressee,
        speaker_text=addressee.of(reading.text),
        implicit=False,
        addressee=None,
    )


def _parts(statement: Statement) -> list[Span]:
    speaker = [statement.speaker] if statement.speaker is not None else []
    return [statement.content, statement.cue, *speaker]


def _token(reading: Reading, place: int) -> int:
    """Return the token at a character."""
    return bisect_right(reading.document.token_starts, place) - 1


def _is_none(reading: Reading, statement: Statement, addressee: Span) -> bool:
    """Return whether what was taken for the addressee is a thing, a name's apposition or a title's complement."""
    first = _token(reading, addressee.start)
    form = reading.forms[first]
    if form in _PRONOUNS or form in _THINGS:
        return True
    name = reading.names_by_token.get(first)
    if name is None and noun_of(form) is None and form not in _QUANTIFIERS and verb_at(reading, first) is not None:
        return True
    adjective = is_definite(form) and form.endswith("يه") and (name is None or name.kind is MentionKind.NORP)
    if adjective and first and reading.forms[first - 1] == '"':
        return True  # «منظمة "النهر" البريطانية»
    before = reading.forms[first - 1] if first else ""
    cue_end = bisect_left(reading.document.token_starts, statement.cue.end)
    between = reading.forms[cue_end:first]
    if before == "مع" and any(form in RELATIVES for form in between):
        return True  # «الصحفي الذي أجرى مقابلة مع ...»
    if any(form.removeprefix("ال") in _REPORTERS for form in between):
        return True  # «مراسل البيت الأبيض لشبكة ...»
    if form[:1] == "ب" and form not in words("b_word") and first not in reading.names_by_token:
        return True
    if addressee.start > reading.tokens[first].start:
        name = reading.names_by_token.get(first)
        place = name is not None and name.kind in (MentionKind.GPE, MentionKind.LOC)
        return place or _completes_title(reading, first)  # «الرئيس المشارك ... لمدينة النهر»
    return _is_apposition(reading, statement, addressee)


def _behind_name(reading: Reading, addressee: Span | None) -> Span | None:
    """Return the addressee without the end of the name that it cuts in two («تحث النهر لاب الشركات على»)."""
    if addressee is None:
        return None
    first, end = _token(reading, addressee.start), bisect_left(reading.document.token_starts, addressee.end)
    name = _name_before(reading, first)
    if name is None or name.end <= first:
        return addressee
    return Span(reading.tokens[name.end].start, addressee.end) if name.end < end else None


def _name_before(reading: Reading, place: int) -> Name | None:
    """Return the name that begins before a token and reaches it, or ends right before."""
    for first in range(max(0, place - _LONGEST), place):
        name = reading.names_by_token.get(first)
        if name is not None and name.end >= place:
            return name
    return None


def _whole(reading: Reading, addressee: Span | None) -> Span | None:
    """Return «كل الدول» for «كل»."""
    if addressee is None:
        return None
    first, end = _token(reading, addressee.start), bisect_left(reading.document.token_starts, addressee.end)
    limit = reading.sentences[reading.sentence_of[first]][1]
    if end != first + 1 or reading.forms[first] not in _QUANTIFIERS or not begins_phrase(reading, end, limit):
        return addressee
    return Span(addressee.start, speaker_span(reading, read_phrase(reading, end, limit, greedy=True)).end)


def _completes_title(reading: Reading, place: int) -> bool:
    """Return whether «ل...» belongs to the title before it («المحامي الخاص لسامر», «مراسل لوكالة ...»)."""
    before = reading.forms[place - 1] if place else ""
    if before in _STAFF:
        return True
    if place - 1 in reading.names_by_token or noun_of(before) is not None or _names_medium(reading, place):
        return False
    noun = noun_of(_without_l(reading.forms[place]))
    many = noun is not None and noun[0] == "people"
    bare = reading.forms[place].removeprefix("ل")
    named = _name_before(reading, place) is not None
    if (
        not named
        and not is_definite(before)
        and reading.is_word(place - 1)
        and strip_conjunction(before) not in cue_forms()
    ):
        return True  # «اختبار للدم», «وكيل أعمال لسامر»
    return (not many and is_definite(before)) or opens_proposition(bare, reading.tokens[place].text[1:])


def _is_apposition(reading: Reading, statement: Statement, addressee: Span) -> bool:
    """Return whether a name and a title stand side by side («الأمين العام ريما الحداد»): one person, the speaker."""
    speaker = statement.speaker
    if speaker is None or statement.implicit or not speaker < addressee:
        return False
    between = range(bisect_left(reading.document.token_starts, speaker.end), _token(reading, addressee.start))
    if between and (not is_preposition(reading, between[0]) or any(not reading.is_word(place) for place in between)):
        return False  # «المبعوث الدولي إلى المدينة سامر الحداد» has but a complement between
    named, titled = [], []
    for span in (speaker, addressee):
        tokens = range(_token(reading, span.start), bisect_left(reading.document.token_starts, span.end))
        name = reading.names_by_token.get(tokens[0])
        named.append(name is not None and name.kind is MentionKind.PER)
        nouns = (noun_of(reading.forms[place].removeprefix("و")) for place in tokens)
        titled.append(any(noun is not None and noun[0] == "person" for noun in nouns))
    return named[0] is not named[1] and titled[named.index(False)]


def _by_occasion(reading: Reading, statement: Statement) -> Span | None:
    """Return whom the occasion names: «مقابلة مع», «تصريح لصحيفة», «كلمة أمام», «رسالة إلى»."""
    occasion, kind = statement.occasion, statement.occasion_kind
    if occasion is None:
        return None
    first, end = _token(reading, occasion.start), bisect_left(reading.document.token_starts, occasion.end)
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
        if kind in _TO_OUTLET and _names_medium(reading, place):
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
        if form in ("امام", *_ADDRESSING) and begins_phrase(reading, place + 1, window.mark):
            phrase = read_phrase(reading, place + 1, window.mark, greedy=False)
            noun = noun_of(reading.forms[place + 1])
            somebody = noun is not None and noun[0] in ("people", "body", "person")
            if somebody or place + 1 in reading.names_by_token or form in _ADDRESSING:
                return speaker_span(reading, phrase)
        if form.removeprefix("ال") in _REPORTERS:
            return None
        if _names_medium(reading, place) and reading.forms[place - 1] not in _STAFF:
            return _dative(reading, place, window.mark)
        if form.startswith("لل") and _hears(reading, place, window):
            return _dative(reading, place, window.mark)
    return None


def _hears(reading: Reading, place: int, window: _Window) -> bool:
    """Return whether «للصحفيين» or «للقاضي» stands right before the content, and completes no title."""
    noun = noun_of(_without_l(reading.forms[place]))
    if noun is None or skip_adverbs(reading, place + 1, window.mark) < window.mark:
        return False
    name = _name_before(reading, place)
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


def _without_l(form: str) -> str:
    return "ال" + form[2:] if form.startswith("لل") else form.removeprefix("ل")


def _names_medium(reading: Reading, place: int) -> bool:
    """Return whether «ل» with an outlet, a listed medium or a name in Latin letters stands there."""
    form = reading.forms[place]
    if not form.startswith("ل") or not reading.is_word(place):
        return False
    if form == "ل":
        following = place + 1
        if following >= len(reading.forms):
            return False
        before = place - 1
        if (
            is_definite(reading.forms[before])
            and before not in reading.names_by_token
            and not noun_of(reading.forms[before])
        ):
            return False  # «المديرة العامة لـ"النهر"»
        latin = reading.tokens[following].text[:1].isascii() and reading.tokens[following].text[:1].isalpha()
        name = reading.names_by_token.get(following)
        if name is not None and name.kind is MentionKind.OUTLET:
            return True
        quotation = reading.opens_quotation(following)
        return latin or (quotation is not None and quotation.closed and quotation.last - following <= 5)
    name = reading.names_by_token.get(place)
    if name is not None:
        return name.offset == 1 and name.kind is MentionKind.OUTLET
    bare = _without_l(form).removeprefix("ال")
    return len(form) > 3 and (bare in words("medium") or bare in _MEDIA) and form not in words("l_word")


def _dative(reading: Reading, place: int, limit: int) -> Span:
    """Return the noun phrase behind «ل»."""
    if reading.forms[place] == "ل":
        quotation = reading.opens_quotation(place + 1)
        if quotation is not None:
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
