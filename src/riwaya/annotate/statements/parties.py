"""Where the second of two parties begins behind a demand: «دعا رئيس غرفة التجارة | المصارف إلى»."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.statements.complements import is_accusative
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import (
    PERIOD_PARTS,
    PERIODS,
    RELATIVES,
    Phrase,
    is_attached_l,
    is_owned,
    is_preposition,
    noun_of,
)
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.arabic.frequencies import load_frequencies, load_name_counts
from riwaya.model import MentionKind

_FARTHEST = 20  # tokens from the verb to what is demanded
_PARTIES = frozenset(("people", "body"))
_PLACED = frozenset((MentionKind.GPE, MentionKind.ORG))
_BELONGING = frozenset(("في", "لدي", "من"))
_DAYS = frozenset(("الايام", "الاونه", "الساعات", "حسابه", "حسابها", "تويتر", "فيسبوك", "صفحته", "صفحتها"))
_PLURAL = re.compile("الا..ا.")  # «الأطراف»
# «رئيس الوزراء», «مجلس النواب» are one: no adjective of many people follows.
_CHAMBERS = frozenset(("الوزراء", "النواب", "الشيوخ", "الامناء", "الاعيان"))
MINISTRIES = frozenset(("الخارجيه", "الداخليه", "الماليه"))  # «السياسة الخارجية»: an adjective there
_STANCES = frozenset(("المعارضه", "المقاومه", "المعارض"))
# Nouns beside «اتحاد» and «رجال» that agree with nothing before them.
_PEOPLE = frozenset(("الجميع", "العرب", "الشركاء", "الجنود", "المرضي", "البنوك", "المصارف", "الفرقاء", "الاهالي"))
_COMMON = 20  # articles in which a word is part of a name


def before_party(reading: Reading, phrase: Phrase, limit: int) -> Phrase | None:
    """Return the subject of a demand up to a second party behind it, None where none is sure.

    Args:
        phrase: the noun phrase that was read behind the verb, which may be too short or hold both.
        limit: first token of what points at the content.
    """
    place = _second_party(reading, phrase, limit)
    if place is None or place == phrase.end or (place > phrase.end and is_accusative(reading, phrase.end)):
        return None
    if place < phrase.end:
        return phrase.until(place)
    again = read_phrase(reading, phrase.first, place, greedy=False)
    name = again.name if again.end == place else phrase.first
    holder = reading.person_before(place)
    if holder is not None and holder[0] > phrase.first and not _is_governed(reading, holder[0]):
        name = holder[0]
    return replace(again, end=place, name=name)


def _second_party(reading: Reading, phrase: Phrase, limit: int) -> int | None:
    """Return the last token at which another party can begin."""
    first = phrase.first
    while limit > first and reading.forms[limit - 1] == ",":
        limit -= 1
    if limit - first > _FARTHEST:
        return None
    inside, found = first, None
    for place in range(first, limit):
        form = reading.forms[place]
        dated = is_time(form) or (form in PERIODS and reading.forms[place + 1] in PERIOD_PARTS)
        dated = dated and (form != "العام" or not is_definite(reading.forms[place - 1]))  # «الأمين العام»
        if not reading.is_word(place) or form in RELATIVES or form in COMPLEMENTISERS or dated:
            return None
        if place > first and _is_adjunct(reading, place, limit):
            break
        mention = reading.names_by_token.get(place)
        starts = place >= inside or is_left_over(reading, place, inside)
        if mention is not None:
            inside = max(inside, mention.end)
        joined = form[0] == "و" and (mention is None or mention.offset)
        if place == first or not starts or joined or not _is_closed(reading, phrase, place):
            continue
        if found != place - 1 and _is_party(reading, phrase, place):
            found = place  # «الدول الأعضاء» are one
    return found


def _is_adjunct(reading: Reading, place: int, limit: int) -> bool:
    """Return whether the token opens where or when it was said («عبر حسابه», «في تصريح»), not whose office it is."""
    form = reading.forms[place]
    if form in words("b_adjunct") or (form[0] == "و" and form[1:] in words("preposition")):
        return place not in reading.names_by_token
    if not is_preposition(reading, place) or place + 1 >= limit:
        return False
    following = reading.forms[place + 1]
    bare = next((following[: -len(end)] for end in ("ها", "هم", "ه") if following.endswith(end)), following)
    held = {following, bare, bare.removesuffix("ت") + "ه", following.removeprefix("ال")}
    said = any(not held.isdisjoint(words(kind)) for kind in ("occasion", "vessel", "time_unit"))
    return form not in _BELONGING or said or following in PERIODS or following in _DAYS or is_time(following)


def is_left_over(reading: Reading, place: int, end: int) -> bool:
    """Return whether a name was read one word too far: «سامي الحداد | المصارف», «غرفة التجارة | التجار»."""
    form = reading.forms[place]
    many = (noun_of(form) or ("",))[0] == "people" or bool(_PLURAL.fullmatch(form))
    many = many or (form.endswith("ين") and not form.endswith("يين") and len(form) > 5)
    adjective = place + 2 == end and reading.forms[place + 1].endswith(("ي", "يه"))  # «الأطراف الليبية»
    return (place + 1 == end or adjective) and is_definite(form) and many and load_name_counts().get(form, 0) < _COMMON


def _is_closed(reading: Reading, phrase: Phrase, place: int) -> bool:
    """Return whether what stands before a token takes no genitive and governs nothing."""
    before = reading.forms[place - 1]
    if is_preposition(reading, place - 1) or (is_attached_l(reading, place - 1) and not is_definite(before[1:])):
        return before.startswith("لل") and place - 1 > phrase.first
    if is_definite(before) or (is_owned(before) and noun_of(before) is None):
        return True
    ended = any(
        (name := reading.names_by_token.get(at)) is not None and name.end == place
        for at in range(max(phrase.first, place - 6), place)
    )
    named = phrase.first < phrase.name < place - 1 and place <= phrase.end and noun_of(before) is None
    derived = before.endswith("يه") and before[:-1] in load_frequencies()  # «حقوقية», but not «حماية»
    nisba = (before.endswith("ي") or derived) and len(before) > 3 and place - 1 > phrase.first
    nisba = nisba and noun_of(before) is None and noun_of(before[:-1]) is None  # «كبار مديري ...»
    return ended or named or nisba


def _is_party(reading: Reading, phrase: Phrase, place: int) -> bool:
    """Return whether a body, people, a place or a second person begins at a token, and no adjective or title."""
    form = reading.forms[place]
    name = reading.names_by_token.get(place)
    noun = noun_of(form)
    if is_preposition(reading, place) or is_attached_l(reading, place) or form in words("stop"):
        return False
    if form in MINISTRIES and is_definite(reading.forms[place - 1]):
        return False
    if name is not None and not name.offset and name.kind in _PLACED:
        return not (name.kind is MentionKind.GPE and is_definite(form) and form.endswith(("ي", "يه")))
    if name is not None and name.kind is MentionKind.PER and name.offset == 0:
        return phrase.kind in _PARTIES and not _is_holder(reading, phrase, place)
    if form in _STANCES:
        return phrase.gender == "m" and form.endswith("ه") and not reading.forms[place - 1].endswith("ه")
    if noun is not None and noun[0] in _PARTIES:
        return True
    if noun is not None:
        return phrase.kind in _PARTIES and place + 1 < len(reading.forms)
    if not is_definite(form):
        return False
    if form.endswith("ين") and len(form) > 5:
        return _are_many(reading, phrase, place)
    return form in _PEOPLE or bool(_PLURAL.fullmatch(form))


def _are_many(reading: Reading, phrase: Phrase, place: int) -> bool:
    """Return whether a plural in «ين» is a noun: it agrees with nobody before it («الصحفيين | المستقلين»)."""
    form = reading.forms[place]
    noun = noun_of(form[:-2] + "ون")
    if noun is not None and noun[0] == "people" and not form.endswith("يين"):
        return True
    return not any(
        at.endswith(("ون", "ين")) or at == "الاخوان" or (at not in _CHAMBERS and (noun_of(at) or ("",))[0] == "people")
        for at in reading.forms[phrase.first : place]
    )


def _is_holder(reading: Reading, phrase: Phrase, place: int) -> bool:
    """Return whether a title stands before a name, so that it is its holder's («رئيس الوزراء السابق سامي الحداد»)."""
    nouns = (noun_of(form.removeprefix("و")) for form in reading.forms[phrase.first : place])
    return any(noun is not None and noun[0] == "person" for noun in nouns)


def _is_governed(reading: Reading, place: int) -> bool:
    """Return whether a name is the genitive of what stands before it («حملة سامي الحداد»)."""
    before = reading.forms[place - 1]
    noun = noun_of(before)
    return not is_definite(before) and noun is not None
