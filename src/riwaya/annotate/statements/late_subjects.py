"""Who acts in a clause of narration where the subject stands last, and the person whom a subject meets or names.

«افتتح المعرض محافظ المدينة سامي الحداد» is the governor's act: things do not speak. «التقى الوزير السفيرة ليلى حداد»
tells of two, one of whom the next verb may mean.
"""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, past_forms, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import RELATIVES, Phrase, begins_phrase, is_owned, is_preposition, noun_of
from riwaya.annotate.statements.ranks import RANKS
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.topics import agrees
from riwaya.annotate.statements.verbs import FiniteVerb, verb_at
from riwaya.model import MentionKind

_FARTHEST = 8
_LEAST_PLURAL = 5


def _past(*verbs: str) -> frozenset[str]:
    """Return the folded past forms of the third person of verbs."""
    return frozenset(form for verb in verbs for form, _, _ in past_forms(verb))


# Verbs that take no person as their object, so that one behind an adjunct is who acts («وصل إلى بيروت المبعوث»).
_INTRANSITIVE = _past(
    "وصل", "شارك", "حضر", "تحدث", "تكلم", "خطب", "جلس", "وقف", "عاد", "جاء", "توجه", "انضم", "ظهر", "سافر", "خرج",
    "حاضر", "اسهم", "ساهم",
)  # fmt: skip
_WAS = frozenset(("كان", "وكان", "كانت", "وكانت"))
# Verbs of those who lead a body («قاد الوفد النائب»).
_LEADING = _past("قاد", "تراس", "راس", "تقدم", "تولي") | {"يقود", "يتراس", "يراس", "يتقدم", "يتولي"}
# Verbs that take a person as their object («التقى», «نعى»).
_MEETING = _past(
    "التقي", "استقبل", "قابل", "زار", "نعي", "هنا", "عين", "كرم", "كلف", "اقال", "ودع", "سال", "حاور", "رافق", "عزي",
    "كافا", "قلد", "بايع", "رثي", "شيع", "استدعي", "استضاف",
)  # fmt: skip
_HONORIFICS = RANKS | words("name_kept") | {"الشيخ", "الشيخه", "الامير", "الاميره", "المطران", "الاب", "الحاجه"}
_RULERS = frozenset(("الملك", "السلطان", "الرييس", "البابا"))


def late_subject(reading: Reading, index: int, bounds: tuple[int, int], verb: FiniteVerb) -> Phrase | None:
    """Return the person behind the object or the adjunct of a verb, where nothing before him can be its subject.

    Args:
        index: the verb.
        bounds: the first token behind it, and one past the last it may use.
    """
    first, limit = bounds
    if first + 1 >= limit or not reading.is_word(first) or verb.pronoun:
        return None
    if index and is_preposition(reading, index - 1):
        return None  # «على حكم المباراة»: a referee, no verb
    if not _leaves_room(reading, index, first, limit):
        return None
    for place in range(first + 1, min(limit, first + _FARTHEST)):
        form = reading.forms[place]
        if not reading.is_word(place) or form in COMPLEMENTISERS or form in RELATIVES or form in words("stop"):
            return None
        if _is_person(reading, place):
            if _is_client(reading, place, limit):
                continue
            titled = noun_of(form) is not None
            plain = not any(is_preposition(reading, at) for at in range(first, place))
            return _closed(reading, place, limit, verb) if titled or plain else None
        if verb_at(reading, place) is not None and not is_preposition(reading, place) and not is_definite(form):
            return None
        if form[0] in "وف" and noun_of(form) is None and noun_of(form[1:]) is not None:
            return None
    return None


def _leaves_room(reading: Reading, index: int, first: int, limit: int) -> bool:
    """Return whether what begins behind the verb is its object or an adjunct that lets the subject follow."""
    form, behind = reading.forms[index], reading.forms[first]
    own = behind in words("b_word") or behind in words("l_word") or noun_of(behind) is not None
    if is_preposition(reading, first) or (behind[0] in "بل" and not own):  # «بزوجته»
        received = _is_one_of(form, _WAS) and reading.forms[first + 1].startswith("استقبال")
        return received or _is_one_of(form, _INTRANSITIVE)
    return begins_phrase(reading, first, limit) and _is_thing(reading, first, leads=_is_one_of(form, _LEADING))


def _is_thing(reading: Reading, first: int, *, leads: bool) -> bool:
    """Return whether a noun that cannot speak begins here, or the body that somebody leads."""
    form = reading.forms[first]
    mention = reading.names_by_token.get(first)
    if mention is not None and mention.kind is not MentionKind.MISC:
        return False
    noun = noun_of(form)
    if noun is not None:
        return noun[0] == "document" or (leads and noun[0] == "body")
    return not (is_definite(form) and form.endswith("ون") and len(form) > _LEAST_PLURAL)


def _is_person(reading: Reading, place: int) -> bool:
    """Return whether a person's title or name begins at the token, nothing attached before it."""
    mention = reading.names_by_token.get(place)
    if mention is not None and mention.kind is MentionKind.PER:
        return True
    noun = noun_of(reading.forms[place]) if not is_preposition(reading, place) else None  # «أمام»
    return noun is not None and noun[0] in ("person", "people")


def _is_client(reading: Reading, place: int, limit: int) -> bool:
    """Return whether a preposition governs the person, another's title right behind («عن المتهم المحامي»)."""
    following = noun_of(reading.forms[place + 1]) if place + 1 < limit else None
    titled = following is not None and following[0] == "person" and is_definite(reading.forms[place + 1])
    governed = is_preposition(reading, place - 1) or reading.forms[place - 1] == "استقبال"
    return governed and titled and is_definite(reading.forms[place]) and reading.forms[place + 1] not in _HONORIFICS


def _is_one_of(form: str, verbs: frozenset[str]) -> bool:
    return form in verbs or strip_conjunction(form) in verbs


def _closed(reading: Reading, place: int, limit: int, verb: FiniteVerb) -> Phrase | None:
    """Return the person at the token where the noun before it is complete, so that he is no genitive of it."""
    mention = reading.names_by_token.get(place)
    before = reading.names_by_token.get(place - 1)
    located = before is not None and before.kind in (MentionKind.GPE, MentionKind.LOC, MentionKind.ORG)
    complete = located or is_definite(reading.forms[place - 1]) or is_owned(reading.forms[place - 1])
    if not complete or (mention is not None and mention.offset):
        return None
    phrase = read_phrase(reading, place, limit, greedy=False)
    named = phrase.kind == "name" or phrase.name > phrase.first
    construct = not is_definite(reading.forms[place]) and phrase.end > place + 1
    if phrase.kind not in ("person", "name") or not (named or construct):
        return None
    return phrase if agrees(reading, phrase, verb, sure=True) else None


def without_met(reading: Reading, index: int, phrase: Phrase, verb: FiniteVerb) -> Phrase:
    """Return the subject without the person whom it meets or names («نعى وزير الثقافة الفنان الراحل»)."""
    if phrase.kind != "person":
        return phrase
    meets = _is_one_of(reading.forms[index], _MEETING)
    head = reading.forms[phrase.first]
    for place in range(phrase.first + 1, phrase.end):
        form = reading.forms[place]
        noun = noun_of(form)
        if noun is None or noun[0] != "person" or not is_definite(form):
            continue
        if not (is_definite(reading.forms[place - 1]) or place - 1 in reading.names_by_token):
            continue  # «محامي المتهم»
        other = noun[1] == "f" and phrase.gender == "m" == verb.gender and form not in _HONORIFICS
        ruled = head in _RULERS or not (is_definite(head) or form in _HONORIFICS)
        if other or (meets and (ruled or form not in _HONORIFICS)):
            return phrase.until(place)
    return phrase


def met_person(reading: Reading, index: int, phrase: Phrase, limit: int) -> Phrase | None:
    """Return the titled person right behind the subject of a verb that takes one as its object."""
    place = phrase.end
    if place >= limit or not _is_one_of(reading.forms[index], _MEETING):
        return None
    noun = noun_of(reading.forms[place])
    if noun is None or noun[0] != "person" or not noun[1]:
        return None
    met = read_phrase(reading, place, limit, greedy=True)
    return met if met.kind == "person" else None
