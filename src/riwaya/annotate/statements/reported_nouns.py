"""Nouns that carry a proposition where they are reported: «أهمية ...», «رفضها», «التوصل إلى ...»."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import opens_proposition, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import (
    ELATIVES,
    noun_of,
)
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.verbs import verb_at

_WEEKS = frozenset(("الاسبوع", "الشهر", "العام", "الصباح", "المساء", "اليوم", "السنه", "الاثناء", "المره", "الليله"))
_OFTEN = (("اكثر", "من", "مره"), ("اكثر", "من", "مناسبه"), ("في", "اكثر", "من"))
_DURING = frozenset(("ختام", "نهايه", "مستهل", "خلال", "اثناء", "عقب"))


def is_plain_opener(reading: Reading, index: int) -> bool:
    """Return whether the token is a listed noun that carries propositions («أهمية», «رفضها»)."""
    form = reading.forms[index]
    openers = words("opener")
    return form in openers or any(
        form.endswith(suffix) and form.removesuffix(suffix) in openers for suffix in ("ه", "ها", "هم")
    )


def is_subject(reading: Reading, index: int) -> bool:
    """Return whether a speaker noun stands there, so that it is no reported one."""
    form = reading.forms[index]
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form == "ذلك" and (noun_of(following) or ("",))[0] in ("person", "body"):
        return True  # «أعلن ذلك مدير الشركة»
    if form in words("demonstrative") and is_definite(following):
        return noun_of(following) is not None and following[2:] not in words("opener")  # «أعلنت تلك القوات سيطرتها»
    return noun_of(form) is not None and form not in words("opener")


def reported_here(reading: Reading, index: int) -> bool:
    """Return whether a noun that may carry a proposition stands there."""
    form = reading.forms[index]
    often = reading.forms[index : index + 3] in _OFTEN
    if not reading.is_word(index) or index in reading.names_by_token or is_this_week(reading, index) or often:
        return False
    before = reading.forms[index - 1] if index else ""
    verb = verb_at(reading, index)
    if before in _DURING or (verb is not None and verb.pronoun and noun_of(before) is not None):
        return False  # «في ختام اجتماع», «لقطات بثها التلفزيون»
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form in ("تنظيم", "تطبيق") and index + 1 not in reading.names_by_token:
        return following != '"' and not is_definite(following)  # «تنظيم انتخابات», but «تنظيم "القاعدة"»
    if opens_proposition(form, reading.tokens[index].text):
        return True
    return is_definite(form) and opens_proposition(form[2:], reading.tokens[index].text[2:])


def is_this_week(reading: Reading, index: int) -> bool:
    """Return whether «هذا» only dates («هذا الأسبوع»)."""
    return (
        reading.forms[index] in ("هذا", "هذه")
        and reading.forms[index + 1 : index + 2] != ()
        and (reading.forms[index + 1] in _WEEKS)
    )


def behind_noun(reading: Reading, index: int, limit: int) -> int:
    """Return the end of the noun phrase behind a preposition: bare nouns up to the definite one that closes them."""
    place = index
    if place + 1 < limit and reading.forms[place] in ELATIVES and reading.forms[place + 1] in words("occasion"):
        return place + 2  # «خلال أول مقابلة»
    while place + 1 < limit and not is_definite(reading.forms[place]) and place not in reading.names_by_token:
        if reading.forms[place].endswith(("ه", "ها", "هم", "هما")) or not is_definite(reading.forms[place + 1]):
            break
        place += 1
    return read_phrase(reading, place, limit, greedy=True).end
