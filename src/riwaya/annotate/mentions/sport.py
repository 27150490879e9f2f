"""Whether an article tells of sport: there «العين» and «ليون» are clubs, «الفريق» a team and «حارس» plays in goal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import words
from riwaya.arabic.normalise import fold
from riwaya.model import Field

_LOOKED_AT, _LEAST = 600, 3  # words of a text, and words of sport among them, that make it an account of sport
_LEAST_OF_ALL = 4  # those counted that other accounts have now and then
_LONGEST = 12  # letters of a word with the blank behind it, more than enough on average
_WORD = re.compile(r"\w+")
_NOW_AND_THEN = frozenset((
    "القدم", "مباريات", "المباريات", "المونديال", "مونديال", "فريقه", "ناديه", "ملعب", "الدقيقه", "بالدوري", "للدوري",
    "لاعبي", "اللاعبين", "شباك", "ضيفه", "مضيفه", "مباراته", "المرحله", "بفارق", "ترتيب",
))  # fmt: skip


def tells_of_sport(document: Document) -> bool:
    """Return whether the article is an account of sport; its title is of what its text is of."""
    own = _is_of_sport(token.form for token in document.tokens[:_LOOKED_AT])
    return own or (document.field is Field.TITLE and _is_text_of_sport(document.article.text))


@lru_cache(maxsize=16)
def _is_text_of_sport(text: str) -> bool:
    return _is_of_sport(_WORD.findall(fold(text[: _LOOKED_AT * _LONGEST]))[:_LOOKED_AT])


def _is_of_sport(forms: Iterable[str]) -> bool:
    own = others = 0
    for form in forms:
        own += form in words("sport")
        others += form in _NOW_AND_THEN
    return own >= _LEAST or (own > 0 and own + others >= _LEAST_OF_ALL)
