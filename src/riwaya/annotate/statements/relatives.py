"""Whose name closes a phrase of two persons: «والدة الطفل سامي», «محامي المتهم سامي», «أنصار الزعيم سامي»."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.phrase_starts import is_owned, noun_of
from riwaya.annotate.statements.ranks import RANKS
from riwaya.annotate.statements.reading import Reading, is_definite

_KIN = frozenset(
    (
        "والد", "والده", "ام", "اب", "ابن", "ابنه", "نجل", "نجله", "شقيق", "شقيقه", "اخ", "اخت", "زوج", "زوجه", "ارمله",
        "عم", "عمه", "خال", "خاله", "جد", "جده", "حفيد", "حفيده", "خطيب", "خطيبه", "طليق", "طليقه", "صديق", "صديقه",
        "زميل", "زميله", "جار", "جاره", "ابناء", "اقارب", "اهالي", "انصار", "اتباع", "مويدو", "معجبو", "محبو",
    )
)  # fmt: skip
# Whom they serve is named behind them only where he is called something («محامي المتهم سامي», «محامي الدفاع سامي»).
_SERVING = frozenset(("محامي", "محاميه", "محامو", "طبيب", "طبيبه", "سايق", "مرافق", "مترجم", "سكرتير", "سكرتيره"))


def is_relative(reading: Reading, first: int) -> bool:
    """Return whether a noun names somebody by another («والدة», «محامي»), without the article or a pronoun."""
    form = reading.forms[first]
    head = form if form in _KIN | _SERVING else strip_conjunction(form)
    agent = {form, head} & {"وكيل", "وكيله"} and reading.forms[first + 1 : first + 2] == ("اعمال",)
    own = is_owned(form) and not reading.tokens[first].text.endswith("ة")
    return (bool(agent) or head in _KIN | _SERVING) and not own


def names_another(reading: Reading, first: int, name: int) -> bool:
    """Return whether a name that closes a phrase is that of whom its head is a relative, friend or servant.

    Args:
        first: the head's token.
        name: the name's first token.
    """
    if not is_relative(reading, first) or name - first < 2:
        return False
    kin = reading.forms[first] in _KIN or strip_conjunction(reading.forms[first]) in _KIN
    for place in range(name - 1, first, -1):
        between = reading.forms[place]
        if between in RANKS:
            return False  # «طبيب المنتخب البروفسور سامي»
        noun = noun_of(between)
        if noun is not None and is_definite(between):
            return noun[0] == "person"
        adjective = is_definite(between) and between.endswith(("ي", "يه"))
        if not adjective and is_definite(between) and kin and place == first + 1:
            return True  # «والدة الفتى سامي»
    return False
