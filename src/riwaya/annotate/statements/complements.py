"""Where what a thing is held to be begins: «| خطأ فادحا», «| "تحذيرا"», «| بأنه ...», «| آخر بقايا ...»."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, words
from riwaya.annotate.statements.phrase_starts import is_attached_l, is_owned, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite, is_time

_LEAST = 3
_LONGEST_NAME = 6  # tokens of a quoted name inside the object, marks counted
_BRACKET = 8  # tokens
_LONG_OBJECT = 3  # tokens before a comma behind which the complement may stand
_JOINTS = frozenset((",", "#", "_"))
SELF = frozenset(("نفسه", "نفسها", "انفسهم", "نفسيهما"))
FOREMOST = frozenset(("اوايل", "اهم", "ابرز", "افضل", "اكبر", "اكثر", "اخطر", "اشد", "اوحش", "اسوا"))
_FIRST = FOREMOST | {"اخر", "اول", "احد", "احدي"}  # «يعتبر السكان الجبل آخر ...»


def complement_at(
    reading: Reading, index: int, limit: int, *, near: int | None = None, described: bool = False
) -> int | None:
    """Return the first token of what something is held to be: a quotation, an indefinite accusative, or «بـ ...».

    Args:
        index: behind the first token of the object.
        near: first token behind the verb, where a pronoun is the object.
        described: the verb takes «بـ» or «بأن».
    """
    place = index
    while place < limit:
        form = reading.forms[place]
        if form in ('"', "("):
            inner = _behind_part(reading, place, index, limit)
            if inner is None:
                quotation = reading.opens_quotation(place)
                named = quotation is not None and reading.forms[quotation.last + 1 : quotation.last + 2] == ("ان",)
                named = named or noun_of(reading.forms[place - 1]) is not None
                return place if quotation is not None and quotation.closed and not named else None
            place = inner
            continue
        if not reading.is_word(place) and form not in _JOINTS and not _is_year(reading, place):
            return None
        if not described and near is None and place > index and _is_likened(reading, place):
            return place
        if described and (form in COMPLEMENTISERS or (form.startswith("ب") and form not in words("b_word"))):
            return None if form in words("b_adjunct") else place
        if form in COMPLEMENTISERS or form in words("clause_opener") or is_other_cue(reading, place):
            return None
        if not described and _holds(reading, place, index, near):
            return place
        place += 1
    return None


def _holds(reading: Reading, place: int, index: int, near: int | None) -> bool:
    """Return whether the token itself is what the object is held to be."""
    form = reading.forms[place]
    if is_accusative(reading, place):
        return True
    if near is None:
        apart = place > index and (_is_foremost(reading, place) or _is_behind_comma(reading, place, index))
        return apart or is_feminine_accusative(reading, place, index)
    behind_subject = place > near and not is_definite(form) and form.endswith("ه")
    return behind_subject and place not in reading.names_by_token and form not in words("preposition")


def _is_year(reading: Reading, place: int) -> bool:
    return reading.tokens[place].kind == "number"


def _behind_part(reading: Reading, place: int, index: int, limit: int) -> int | None:
    """Return the token behind a bracket or a quoted name that belongs to the object, None where there is none.

    A quoted name completes the object's first noun; behind another one the complement is quoted («خطوة "خطيرة"»).
    """
    if reading.forms[place] == "(":
        return _behind_bracket(reading, place, limit)
    quotation = reading.opens_quotation(place)
    before = reading.forms[place - 1]
    if quotation is None or not quotation.closed or quotation.last - place > _LONGEST_NAME:
        return None
    named = place == index and (noun_of(before) is not None or _is_bare_noun(reading, place - 1))
    return quotation.last + 1 if named and quotation.last + 2 < limit else None


def _behind_bracket(reading: Reading, place: int, limit: int) -> int:
    ends = (at + 1 for at in range(place + 1, min(limit, place + _BRACKET)) if reading.forms[at] == ")")
    return next(ends, place + 1)


def _is_bare_noun(reading: Reading, place: int) -> bool:
    """Return whether a noun without article stands there that a quoted name completes («جبهة "الوادي"»)."""
    form = reading.forms[place]
    closed = is_definite(form) or is_owned(form) or place in reading.names_by_token
    return reading.is_word(place) and form.endswith("ه") and not closed and form not in words("demonstrative")


def _is_closed(reading: Reading, place: int) -> bool:
    """Return whether a definite word, a name or a bracket ends the object right before the token."""
    near = range(max(0, place - 6), place)
    named = any(name.end == place for at in near if (name := reading.names_by_token.get(at)) is not None)
    before = reading.forms[place - 1]
    return named or is_definite(before) or is_owned(before) or before in (")", '"')


def _is_foremost(reading: Reading, place: int) -> bool:
    """Return whether «آخر بقايا ...» or «أهم الجبهات» tells what the thing before is held to be."""
    form, following = reading.forms[place], reading.forms[place + 1 : place + 2]
    construct = following != () and reading.is_word(place + 1) and following[0] not in words("preposition")
    return form in _FIRST and construct and _is_closed(reading, place)


def _is_behind_comma(reading: Reading, place: int, index: int) -> bool:
    """Return whether an indefinite noun behind the comma that closes a long object judges it («، إشارة إلى ...»)."""
    form, following = reading.forms[place], reading.forms[place + 1 : place + 2]
    if reading.forms[place - 1] != "," or place - index <= _LONG_OBJECT or not following or is_definite(form):
        return False
    if not form.endswith("ه") or form[0] in "وفبل" or is_time(form) or place in reading.names_by_token:
        return False
    if form in words("preposition") or is_owned(form) or is_other_cue(reading, place):
        return False
    governs = following[0] in ("الي", "علي", "في", "من") or is_attached_l(reading, place + 1)
    return governs or (following[0].endswith("ه") and not is_definite(following[0]))


def _is_likened(reading: Reading, place: int) -> bool:
    """Return whether «غير شرعي», «بمثابة ...» or «كـ"..."» tells what the thing before is held to be."""
    form, following = reading.forms[place], reading.forms[place + 1 : place + 2]
    if not _is_closed(reading, place):
        return False  # «في تصريح غير مسبوق»
    if form == "غير" and following and following[0] not in COMPLEMENTISERS:
        return True
    return form == "بمثابه" or (form in ("ك", "كـ") and following == ('"',))


def is_feminine_accusative(reading: Reading, index: int, first: int) -> bool:
    """Return whether an indefinite feminine noun follows a definite one or a name («تعتبر الحركة جماعة "إرهابية"»)."""
    form, before = reading.forms[index], index - 1
    named = index in reading.names_by_token and noun_of(form) is None
    if is_definite(form) or not form.endswith("ه") or named or is_time(form):
        return False
    closes = any(name.end == index for place in range(first - 1, index) if (name := reading.names_by_token.get(place)))
    shown = reading.forms[before] in ("ذلك", "هذا", "هذه", "تلك") or is_owned(reading.forms[before])
    return (
        (closes or shown or is_definite(reading.forms[before]))
        and form not in words("preposition")
        and len(form) > _LEAST
    )


def is_other_cue(reading: Reading, place: int) -> bool:
    """Return whether the form of another cue stands there, no noun that only looks so."""
    form = reading.forms[place]
    if reading.tokens[place].text.endswith("ة"):
        return False  # «دعاة» is no «دعاه»
    item = cue_forms().get(form[1:] if form[0] in "وف" else form)
    return item is not None and item.part != "noun"


def is_accusative(reading: Reading, index: int) -> bool:
    """Return whether an indefinite noun or adjective in the accusative stands there («جزءا», «تحذيراً»)."""
    form = reading.forms[index]
    if (
        index in reading.names_by_token
        or form in words("no_accusative")
        or is_time(form)
        or is_definite(form)
        or len(form) < _LEAST
    ):
        return False
    if form.endswith(("ها", "هما", "كما", "نا")):
        return False  # «في بيانها»
    return form.endswith("ا") and form not in words("preposition") and form not in words("conjunction")
