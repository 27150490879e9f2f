"""Whether an article tells that somebody has left office, by the words beside his name anywhere in it.

«واضطر فلان للاستقالة», «أقيل فلان الأحد», «إقالة فلان». Which of his offices it was, the words may not say: an article
that tells so says of none of them that he has it still.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.arabic.normalise import fold
from riwaya.identify.given import words_before
from riwaya.identify.told_over import is_open
from riwaya.model import Article, Field, Mention

_REACH = 60  # characters looked at on either side
_TITLES = r"(?: ال\w+){0,4}"
_LEFT = re.compile(
    rf"(?:^|\W)[وفبل]?(?:(?:استقال|استقالت|اقيل|اقيلت|تنحي|تنحت|ازيح|ازيحت|استقاله|اقاله|تنحيه|ازاحه|اطاحه|عزل|اعفاء)"
    rf"{_TITLES}|(?:الاطاحه|اطيح|اطاحت?(?: \w+){{1,4}}) ب) ?$"
)
_DISMISSAL = re.compile(r"اقاله|ازاحه|اطاحه|عزل|اعفاء")
_MADE_TO = re.compile(rf"(?:^|\W)[وفبل]?(?:اضطرت?|احيلت?|احاله|دفع){_TITLES} $")
_OUT = re.compile(r"^[^.\n]{0,25}?(?:للاستقاله|الي الاستقاله|علي الاستقاله|التقاعد|المعاش|للتنحي|الي التنحي)(?!\w)")
_WHO_LEFT = re.compile(
    r"^[ ،,)]*(?:و?(?:الذي|التي) )(?:(?:كان|كانت) )?(?:قد )?(?:اقيلت?|استقالت?|تنحي|تنحت|ازيحت?|اطيح ب(?:ه|ها)|"
    r"رحلت? عن|غادرت? (?:منصبه|منصبها|النادي|الفريق)|(?:اقال|عزل|اعفا)ت?(?:ه|ها))(?!\w)"
)
_OWN = re.compile(r"^[^.\n]{0,30}?(?: عن)? ب?استقالت(?:ه|ها)(?!\w)")
_OFFERS = re.compile(rf"(?:^|\W)[وف]?(?:اعلن|قدم|سلم|تقدم)ت?{_TITLES} $")


def has_left(article: Article, named: Sequence[Mention]) -> bool:
    """Return whether an article tells that the person of these mentions has left an office."""
    return any(_is_told_beside(article, mention) for mention in named)


def _is_told_beside(article: Article, mention: Mention) -> bool:
    text = article.text if mention.field is Field.TEXT else article.title
    start, end = mention.span.start, mention.span.end
    before = re.sub(r"[^\S\n]+", " ", fold(text[max(0, start - _REACH) : start]).replace("#", ""))
    behind = fold(text[end : end + _REACH])
    if _WHO_LEFT.match(behind):
        return True
    if _OFFERS.search(before) and _OWN.match(behind):
        return True
    if _MADE_TO.search(before) and _OUT.match(behind):
        return True
    left = _LEFT.search(before)
    # «إقالة ترامب لوزير خارجيته»: he dismisses
    if left is None or (_DISMISSAL.search(left[0]) and behind.startswith((" ل", " وزير", " رييس", " قايد", " مدير"))):
        return False
    return not is_open(words_before(text, start - len(before) + left.start()))
