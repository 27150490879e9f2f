"""Whether an addressee that was read is one, where it ends, and whether «ل...» names a medium."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from riwaya.annotate.statements.lexicon import (
    cue_forms,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.outlet_datives import REPORTERS, STAFF, is_told, outlet_end
from riwaya.annotate.statements.parties import is_left_over
from riwaya.annotate.statements.phrase_starts import RELATIVES, begins_phrase, is_preposition, noun_of
from riwaya.annotate.statements.reading import Name, Reading, is_definite
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind, Span, Statement

_MEDIA = frozenset(
    ("وسايل", "صحفيين", "صحافيين", "اعلاميين", "مراسلين", "برنامج", "نشره", "محطه", "قناتي", "صحيفتي", "شبكتي", "قنوات")
)
_MATCHES = frozenset(
    (
        "مباراه", "مباراته", "مباراتها", "مباريات", "فوز", "انتصار", "خساره", "هزيمه", "تعادل", "مواجهه", "مواجهته",
        "هدف", "هدفي", "هدفه", "ثناييه", "ثلاثيه", "نزال", "ديربي", "كلاسيكو", "سقوط", "تعثر", "اخفاق", "تاهل",
    )
)  # fmt: skip
_SCORES = ("فوزه", "فوزنا", "خسارت", "هزيمت", "تعادله", "انتصاره", "فريق", "منتخب", "سقوطه", "تعثره")
_PRONOUNS = frozenset(("اياه", "اياها", "اياهم", "اياهما", "له", "لها", "لهم", "لهما", "لي", "لنا"))
_THINGS = frozenset(("الامر", "ذلك", "هذا", "هذه", "الوضع", "ما"))
_YEARS = frozenset(("عام", "سنه", "العام"))  # «دعا الزعيم عام 1957 أمام البرلمان إلى»
_YEAR = re.compile("1[0-9]{3}|20[0-9]{2}")
_LONGEST = 8  # tokens of a name
_QUANTIFIERS = frozenset(("كل", "جميع", "بعض", "كافه", "ساير", "معظم"))


def mended(reading: Reading, addressee: Span | None) -> Span | None:
    """Return an addressee that begins where a name ends, and goes on behind «كل»."""
    return _whole(reading, _behind_name(reading, addressee))


def with_own_name(reading: Reading, statement: Statement) -> Statement:
    """Return the statement spoken by the name that stands behind its title («دعا الأمين العام ... ريما الحداد إلى»).

    A lone title and name behind the cue are its subject, not whom it addresses.
    """
    addressee = statement.addressee
    if addressee is None or not statement.implicit:
        return statement
    first, place = bisect_left(reading.document.token_starts, statement.cue.end), token_at(reading, addressee.start)
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


def token_at(reading: Reading, place: int) -> int:
    """Return the token at a character."""
    return bisect_right(reading.document.token_starts, place) - 1


def is_no_listener(reading: Reading, statement: Statement, addressee: Span) -> bool:
    """Return whether what was taken for the addressee is a thing, a name's apposition or a title's complement."""
    first = token_at(reading, addressee.start)
    form = reading.forms[first]
    if form in _PRONOUNS or form in _THINGS or form in _YEARS or _YEAR.fullmatch(form):
        return True
    if first and reading.forms[first - 1] in ("حال", "حاله"):
        return True  # «وعد المرشح في حال فوزه بأن»
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
    if form[:1] == "ل" and any(word.removeprefix("ال") in REPORTERS for word in between):
        return True  # «مراسل البيت الأبيض لشبكة ...»
    if form[:1] == "ب" and form not in words("b_word") and (name is None or name.offset):
        return True  # «مسؤولة السياسة بالاتحاد الأوروبي»
    if addressee.start > reading.tokens[first].start:
        source = token_at(reading, statement.speaker.start) if statement.speaker and not statement.implicit else first
        told = outlet_end(reading, first, len(reading.forms)) > first
        if told and is_told(reading, source, first, len(reading.forms)):
            return False  # «مسؤول محلي للشرق الأوسط»
        name = reading.names_by_token.get(first)
        place = name is not None and name.kind in (MentionKind.GPE, MentionKind.LOC)
        return place or _completes_title(reading, first)  # «الرئيس المشارك ... لمدينة النهر»
    return _is_apposition(reading, statement, addressee)


def _behind_name(reading: Reading, addressee: Span | None) -> Span | None:
    """Return the addressee without the end of the name that it cuts in two («تحث النهر لاب الشركات على»)."""
    if addressee is None:
        return None
    first, end = token_at(reading, addressee.start), bisect_left(reading.document.token_starts, addressee.end)
    name = name_before(reading, first)
    if name is None or name.end <= first:
        return addressee
    if is_left_over(reading, first, name.end):
        return addressee
    return Span(reading.tokens[name.end].start, addressee.end) if name.end < end else None


def name_before(reading: Reading, place: int) -> Name | None:
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
    first, end = token_at(reading, addressee.start), bisect_left(reading.document.token_starts, addressee.end)
    limit = reading.sentences[reading.sentence_of[first]][1]
    if end != first + 1 or reading.forms[first] not in _QUANTIFIERS or not begins_phrase(reading, end, limit):
        return addressee
    return Span(addressee.start, speaker_span(reading, read_phrase(reading, end, limit, greedy=True)).end)


def _completes_title(reading: Reading, place: int) -> bool:
    """Return whether «ل...» belongs to the title before it («المحامي الخاص لسامر», «مراسل لوكالة ...»)."""
    before = reading.forms[place - 1] if place else ""
    if before in STAFF:
        return True
    if place - 1 in reading.names_by_token or noun_of(before) is not None or names_medium(reading, place):
        return False
    noun = noun_of(bare_noun(reading.forms[place]))
    many = noun is not None and noun[0] == "people"
    bare = reading.forms[place].removeprefix("ل")
    named = name_before(reading, place) is not None
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
    between = range(bisect_left(reading.document.token_starts, speaker.end), token_at(reading, addressee.start))
    if between and (not is_preposition(reading, between[0]) or any(not reading.is_word(place) for place in between)):
        return False  # «المبعوث الدولي إلى المدينة سامر الحداد» has but a complement between
    named, titled = [], []
    for span in (speaker, addressee):
        tokens = range(token_at(reading, span.start), bisect_left(reading.document.token_starts, span.end))
        name = reading.names_by_token.get(tokens[0])
        named.append(name is not None and name.kind is MentionKind.PER)
        nouns = (noun_of(reading.forms[place].removeprefix("و")) for place in tokens)
        titled.append(any(noun is not None and noun[0] == "person" for noun in nouns))
    if named[0] and _is_titled(reading, statement, token_at(reading, speaker.start)):
        return False  # «أبلغ الوزير سامي الحداد السفير الفرنسي»: he has his title, the other is told
    return named[0] is not named[1] and titled[named.index(False)]


def _is_titled(reading: Reading, statement: Statement, place: int) -> bool:
    """Return whether a title stands between a cue that names whom it tells and the speaker's name."""
    cue = token_at(reading, statement.cue.start)
    item = cue_forms().get(strip_conjunction(reading.forms[cue]))
    if item is None or "target" not in item.cue.frames:
        return False
    nouns = (noun_of(reading.forms[at]) for at in range(cue + 1, place))
    return any(noun is not None and noun[0] == "person" for noun in nouns)


def opposes(reading: Reading, first: int, place: int) -> bool:
    """Return whether «أمام» names an opponent («مباراة فريقه أمام ...», «الفوز أمام ...»): a match stands before it."""
    before = (form.removeprefix("ال") for form in reading.forms[first:place])
    return any(form in _MATCHES or form.startswith(_SCORES) for form in before)


def bare_noun(form: str) -> str:
    """Return the folded noun behind an attached «ل», with the article that «لل» hides."""
    return "ال" + form[2:] if form.startswith("لل") else form.removeprefix("ل")


def names_medium(reading: Reading, place: int) -> bool:
    """Return whether «ل» with an outlet, a listed medium or a name in Latin letters stands there."""
    form = reading.forms[place]
    if not form.startswith("ل") or not reading.is_word(place):
        return False
    if form == "ل":
        following = place + 1
        if following >= len(reading.forms):
            return False
        before = place - 1
        ended = noun_of(reading.forms[before]) is not None or name_before(reading, before + 1) is not None
        if is_definite(reading.forms[before]) and not ended:
            return False  # «المديرة العامة لـ"النهر"»
        latin = reading.tokens[following].text[:1].isascii() and reading.tokens[following].text[:1].isalpha()
        name = reading.names_by_token.get(following)
        if name is not None and name.kind is MentionKind.OUTLET:
            return True
        quotation = reading.opens_quotation(following)
        return latin or (quotation is not None and quotation.closed and quotation.last - following <= 5)
    name = reading.names_by_token.get(place)
    if name is not None:
        return name.offset > 0 and name.kind is MentionKind.OUTLET
    bare = bare_noun(form).removeprefix("ال")
    return len(form) > 3 and (bare in words("medium") or bare in _MEDIA) and form not in words("l_word")
