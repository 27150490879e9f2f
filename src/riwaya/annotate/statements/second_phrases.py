"""The object behind a subject: «وصف الوزير، في بيان له، الهجوم بأنه ...», «اتهمت واشنطن للمرة الأولى موسكو بـ ...»."""

from __future__ import annotations

from riwaya.annotate.statements.appositions import behind_asides
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase, is_manner, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.targets import Target

_BRACKET = 8  # tokens of a bracket behind a name
TIMES = frozenset(("للمره", "لليوم", "للعام", "للشهر", "للاسبوع"))
_SAID_IN = frozenset(("في", "خلال", "عبر", "ضمن"))
_WHAT = frozenset(("ما", "من"))


def object_behind(reading: Reading, phrase: Phrase, limit: int) -> int | None:
    """Return the first token of the noun phrase that follows the subject, across asides and adjuncts.

    Args:
        phrase: the first noun phrase behind the verb.
        limit: first token of what points at the content.
    """
    closed = phrase.name > phrase.first and reading.forms[phrase.name - 1] == ","
    first = phrase.end if closed else behind_asides(reading, phrase.end, limit)
    for short in (False, True):
        place = _behind_adjuncts(reading, first, limit, short=short)
        if begins_phrase(reading, place, limit):
            return place
        if place < limit and reading.forms[place] in _WHAT and place + 1 < limit:
            return place  # «وصف الوزير ما حدث بأنه ...»
    return None


def complement_alone(reading: Reading, target: Target) -> Target:
    """Return what something is said to be, without «بأنه» or «بـ» before it."""
    first = target.first
    if reading.forms[first] in COMPLEMENTISERS or reading.forms[first] in ("ب", "بـ"):
        first += 1
    quotation = reading.opens_quotation(first)
    return Target(target.kind, target.mark, first + (quotation is not None), quotation or target.quotation)


def is_interrupted(reading: Reading, index: int, mark: int) -> bool:
    """Return whether where it was said stands between what is described and how («السد، في خطاب له، بأنه»).

    Args:
        index: first token of what is described.
        mark: first token of how it is described.
    """
    for place in range(index + 1, mark - 1):
        form, following = reading.forms[place], reading.forms[place + 1]
        stem = next((following.removesuffix(end) for end in ("ها", "هم", "ه") if following.endswith(end)), following)
        held = form in _SAID_IN and not words("occasion").isdisjoint((following.removeprefix("ال"), following, stem))
        aside = reading.forms[place - 1] == "," and reading.forms[mark - 1] == ","
        own = place + 3 == mark and reading.forms[place + 2] in ("له", "لها", "لهم")
        if held and (aside or own):
            return True
    return False


def skip_phrases(reading: Reading, index: int, limit: int) -> int:
    """Return the first token behind dates and prepositional phrases («في التاسع من نيسان»)."""
    while index + 1 < limit and reading.forms[index] in words("preposition"):
        index = skip_adverbs(reading, read_phrase(reading, index + 1, limit, greedy=True).end, limit)
    return index


def _behind_adjuncts(reading: Reading, place: int, limit: int, *, short: bool) -> int:
    """Return the token behind dates, brackets, adverbs and prepositional phrases.

    Args:
        short: «في بيان التهديدات» is «في بيان» and an object.
    """
    while place < limit and reading.forms[place] != "ما":
        behind = skip_adverbs(reading, place, limit)
        if behind < limit:
            behind = _behind_one(reading, behind, limit, short=short)
        if behind == place:
            break
        place = behind
    return place


def _behind_one(reading: Reading, place: int, limit: int, *, short: bool) -> int:
    form = reading.forms[place]
    following = reading.forms[place + 1] if place + 1 < limit else ""
    if place in reading.passed_on or form in words("pronoun_word"):
        return place + 1
    if form == "(":
        close = next((at for at in range(place + 1, min(limit, place + _BRACKET)) if reading.forms[at] == ")"), None)
        return place if close is None else close + 1
    if form in TIMES or form == "بشكل":
        return min(limit, place + 2)
    if form in words("preposition") and following:
        if short and form in _SAID_IN and following in words("vessel"):
            return place + 2
        end = read_phrase(reading, place + 1, limit, greedy=True).end
        while end < limit and _is_adjective(reading.forms[end]):
            end += 1  # «في تصريحات صحفية»
        return end
    return place + 1 if is_manner(reading, place) else place


def _is_adjective(form: str) -> bool:
    return not is_definite(form) and form.endswith(("ي", "يه")) and len(form) > 3 and form not in words("preposition")
