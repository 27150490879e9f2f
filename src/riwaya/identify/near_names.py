"""How much articles must have in common for two full names that are not quite one to be one person's.

«ريكس تيلرسون» and «ريكس تيليرسون» are one name unless much speaks against it. «جيمس كيم» and «جيمس كومي» are as near by
their letters, and two names: short ones of which a vowel makes another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.identify.homonyms import fits_bearer, log_odds_of_another
from riwaya.identify.name_model import is_arabic, is_native, match_given
from riwaya.identify.person_names import bare, given, is_known, nominative, surname
from riwaya.identify.records import Chain
from riwaya.identify.spelling import distance

# What lies between two names, by letter of the shorter: up to the first they are two spellings of one, beyond the
# second most are two names.
_SPELLING, _NEAR = 0.04, 0.06
# Log odds that articles must give for one person: for two spellings, less than for one name, which nobody spells in two
# ways if many bear it; for names that are near; for short ones of which another vowel makes another («بيكر», «بوكر»);
# and for those that are two by their letters, or Arabic: «الخالد» and «الخالدي» are two families.
_LESS, _NEARLY, _SOME, _MUCH = -1.0, -1.0, 0.0, 0.5
_SHORT, _ANOTHER_VOWEL = 4, 0.3
_VOWELS = re.compile("[اوي]")
_ENOUGH = 20  # articles, those that say most first: a head of state must cost one page no more


def speak_for_two(
    name: tuple[str, ...], chains: Sequence[Chain], form: tuple[str, ...], others: Sequence[Chain]
) -> bool:
    """Return whether articles have too little in common for their names, near as these are, to be one person's.

    Args:
        name, chains: a full name and the articles that write it.
        form, others: another person's name, and that person's articles.
    """
    return not fits_bearer(name, chains[:_ENOUGH], others[:_ENOUGH], needed_odds(name, form))


def needed_odds(name: tuple[str, ...], form: tuple[str, ...]) -> float:
    """Return the log odds, by what articles say, from which two full names are taken for one person's."""
    one, other = tuple(map(nominative, name)), tuple(map(nominative, form))
    last, end = _joined(surname(one)), _joined(surname(other))
    family = distance(last, end).cost
    apart = family + match_given(given(one), given(other)).cost
    by_letter = apart / max(min(len(_joined("".join(one))), len(_joined("".join(other)))), 1)
    if by_letter > _NEAR or (apart and _are_arabic(one, other)):
        return _MUCH
    short = min(len(last), len(end)) <= _SHORT and _VOWELS.sub("", last) == _VOWELS.sub("", end)
    if short and family >= _ANOTHER_VOWEL and any(map(is_known, given(one))):  # «إيلون موسك» is nobody but «ماسك»
        return _SOME
    if by_letter > _SPELLING:
        return _NEARLY
    return max(log_odds_of_another(name), log_odds_of_another(form)) + _LESS


def _are_arabic(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names open with Arabic first names and at least one ends in a family's that is Arabic."""
    last, end = surname(one), surname(other)
    short, long = sorted((last, end), key=len)
    families = any(is_arabic(each) or is_known(each) for each in (last, end)) or long == f"{short}ي"
    return families and is_native(one[0]) and is_native(other[0])


def _joined(part: str) -> str:
    return bare(part).replace(" ", "")
