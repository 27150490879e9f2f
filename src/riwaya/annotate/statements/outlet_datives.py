"""Whom a source speaks to, behind «ل»: an outlet in marks or with an article («لـ"النهر"», «للأناضول»), a body."""

from __future__ import annotations

from functools import cache

from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.phrase_starts import LONGEST_QUOTED_NAME, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.arabic.normalise import fold
from riwaya.knowledge.bodies import known_outlets
from riwaya.model import MentionKind

REPORTERS = frozenset(("مراسل", "مراسله", "مراسلنا", "مندوب", "موفد", "محرر", "محرره", "مقدم", "مذيع", "كاتب"))
STAFF = REPORTERS | {"متحدث", "متحدثه", "مدير", "رييس"}
# Whoever serves or belongs to a body may be said with «ل»: «مبعوث للأمم المتحدة», «قيادي للحزب».
_OFFICES = STAFF | frozenset(
    (
        "مستشار", "مستشاره", "ناطق", "ناطقه", "ممثل", "ممثله", "مبعوث", "نايب", "قايد", "سفير", "سفيره", "وزير",
        "امين", "عضو", "زعيم", "قيادي", "مرشح", "مفوض", "منسق", "مساعد", "وكيل", "محام", "محامي", "محاميه", "سكرتير",
        "موسس", "عميد", "لاعب", "مدرب", "مالك", "مشجع", "داعم", "مناصر", "طبيب", "مهندس", "خبير", "قنصل", "حارس",
        "رسول", "حليف", "انصار", "اعضاء", "قاده", "ممثلون", "ممثلو", "مستشارون", "وفد", "نشطاء", "ناشط", "موظف",
        "موظفون", "عامل", "عمال", "جندي", "جنود", "مقاتل", "مقاتلون", "حراس", "عناصر", "ضحايا",
    )
)  # fmt: skip
# Whom such a one serves, follows or is near to may be said with «ل» and his name: «المستشار السابق لترامب».
_BOUND = frozenset(
    (
        "مستشار", "مستشاره", "محام", "محامي", "محاميه", "ناطق", "ناطقه", "متحدث", "متحدثه", "ممثل", "ممثله", "مبعوث",
        "مبعوثه", "نايب", "مساعد", "مساعده", "معاون", "وكيل", "سكرتير", "سكرتيره", "مدير", "مديره", "مدرب", "طبيب",
        "طبيبه", "حارس", "سايق", "مرافق", "مترجم", "كاتب", "رسول", "حليف", "شريك", "منافس", "خصم", "صديق", "صديقه",
        "زميل", "زميله", "زوج", "زوجه", "طليقه", "مناصر", "داعم", "مويد", "انصار", "مستشارون", "محامون", "مويدون",
        "اصدقاء", "مساعدون",
    )
)  # fmt: skip
_NEAR = frozenset(("مقرب", "مقربه", "مقربون", "مقربين", "موال", "موالون", "موالين", "مواليه", "تابع", "تابعه"))


@cache
def _outlets() -> frozenset[tuple[str, ...]]:
    """Return the folded words of each outlet's name that begins with the article."""
    names = (name for outlet in known_outlets() for name in (outlet.name, *outlet.names))
    return frozenset(tuple(fold(name).split()) for name in names if name.startswith("ال"))


def outlet_end(reading: Reading, index: int, limit: int) -> int:
    """Return one past an outlet's name with «ل» at a token («لـ"النهر"», «للشرق الأوسط»), or the token itself."""
    if index >= limit:
        return index
    form = reading.forms[index]
    if form == "ل" and index + 1 < limit:
        quotation = reading.opens_quotation(index + 1)
        if quotation is not None and quotation.closed and quotation.last - index <= LONGEST_QUOTED_NAME:
            return min(quotation.last + 1, limit)
        name = reading.names_by_token.get(index + 1)
        return name.end if name is not None and name.kind is MentionKind.OUTLET else index
    name = reading.names_by_token.get(index)
    if form.startswith("ل") and name is not None and name.offset and name.kind is MentionKind.OUTLET:
        return name.end
    if form.startswith("لل"):
        for words in _outlets():
            if ("ال" + form[2:], *reading.forms[index + 1 : index + len(words)]) == words:
                return index + len(words)
    return index


def is_told(reading: Reading, first: int, index: int, limit: int) -> bool:
    """Return whether «ل» names whom an indefinite source speaks to, not whom it belongs to.

    Args:
        first: first token of the source («مصدر أمني», «امرأة»).
        index: token with «ل».
        limit: first token of what points at what is said.
    """
    head = _head(reading, first)
    if is_definite(head) or first in reading.names_by_token:
        return False
    if outlet_end(reading, index, limit) > index:
        return head not in REPORTERS
    form = reading.forms[index]
    if head in _OFFICES:
        return False
    noun = noun_of("ال" + form[2:]) if form.startswith("لل") else None
    return noun is not None and noun[0] == "body" and index + 1 == limit


def _head(reading: Reading, first: int) -> str:
    form = reading.forms[first]
    return form if noun_of(form) is not None else strip_conjunction(form)


def serves_person(reading: Reading, first: int, index: int) -> bool:
    """Return whether «ل» or «ب» before a person's name says whom a title's bearer serves, not whom he speaks to.

    «المستشار السابق | لترامب» and «محام | لترامب» serve him, «المحامي | لترامب» speaks to him.

    Args:
        first: first token of the phrase with the title.
        index: token of the name and its particle.
    """
    nouns = [strip_conjunction(reading.forms[first]), *reading.forms[first + 1 : index]]
    plain = {noun.removeprefix("ال") for noun in nouns}
    loose = index - first > 1 or not is_definite(nouns[0])
    return not plain.isdisjoint(_NEAR) or (loose and not plain.isdisjoint(_BOUND))
