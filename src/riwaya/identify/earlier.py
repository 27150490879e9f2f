"""Whether a sentence calls somebody by an office on a day long before the article's: «وفي عام 2005 التقى الوزير فلان».

«رابع رئيس للبلدية» does not say when. Whether the office is still held, such a sentence leaves open. Only a date that
surely sets the scene is taken: one that opens the sentence or stands right behind the office or the name, and in «تولى
فلان منصب المدير ... عام 1966» any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from riwaya.arabic.normalise import fold
from riwaya.identify.given import Manner, manner_of
from riwaya.identify.sightings import ANOTHER_TERM
from riwaya.knowledge.dates import read_days
from riwaya.model import Article, Field, Mention, Time
from riwaya.model.interval import read_interval

LASTS = timedelta(days=8 * 365)
"""Whoever was given an office longer ago is not said to have it still, as few offices last so long."""

LONG_AGO = timedelta(days=20 * 365)
"""A sentence that names a day longer ago before an office tells of then, whatever its words."""

_REACH = 240  # characters of a sentence
_SENTENCE = re.compile(r"[.؟?!؛\n]")
_WHEN = (
    r"(?:(?:في|خلال|مع|ب?حلول|عام|العام|سنه|شهر|يوم|مساء|صباح|فجر|مطلع|نهايه|بدايه|اواخر|اوايل|منتصف|صيف|خريف|شتاء"
    r"|ربيع|ليله|تاريخ|بتاريخ) ?)*"
)
_OPENS = re.compile(rf"^[\W\d]*[وف]?{_WHEN}$")
_BEHIND = re.compile(rf"^[ ،,(]*{_WHEN}$")
# «اسم رابع رئيس بلدية», «أول رئيسة في البلاد»
_COUNTED = re.compile(r"(?:^|\W)[وفبلك]?(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اخر) $")
# Nobody leads any more what is no more.
_PAST_STATE = re.compile(r"(?:^| )(?:ال)?(?:سوفيتي|سوفياتي|سوفييتي|نازي|فاشي|عثماني|يوغوسلافي|اتحاد السوف\w+)ه?(?!\w)")
_SINCE = re.compile(r"(?:^|\W)[وف]?(?:منذ|من|اعتبارا|ابتداء|بدءا)(?!\w)")


def is_told_of_earlier(article: Article, role: Mention, holder: Mention | None, times: Sequence[Time]) -> bool:
    """Return whether a sentence gives an office on an earlier day and leaves open who has it now.

    Args:
        article: that both stand in.
        role: the office.
        holder: the person who is given it, None where nobody stands beside it.
        times: of the article.
    """
    published = read_interval(article.published)
    if published is None or role.field is not Field.TEXT:
        return False
    if _PAST_STATE.search(fold(role.text)):
        return True
    if _COUNTED.search(fold(article.text[max(0, role.span.start - 12) : role.span.start])):
        return True
    both = [role, *([holder] if holder is not None and holder.field is role.field else [])]
    start, end = min(each.span.start for each in both), max(each.span.end for each in both)
    text = article.text
    ahead = text[max(0, start - _REACH) : start]
    opens = max((told.end() for told in _SENTENCE.finditer(ahead)), default=0) + start - len(ahead)
    closing = _SENTENCE.search(text, end, end + _REACH)
    closes = closing.start() if closing else min(len(text), end + _REACH)
    given = holder is not None and manner_of(article, role, holder) is Manner.GIVEN
    for time in times:
        if time.field is not role.field or not opens <= time.span.start < closes:
            continue
        before = fold(text[opens : time.span.start])
        if given:
            if _is_before(time, published.first_day - LASTS) and not _SINCE.search(before[-12:]):
                return True
        elif time.span.end <= start and _is_before(time, published.first_day - LONG_AGO):
            if not _SINCE.search(before[-12:]):
                return True
        elif _is_before(time, published.first_day - ANOTHER_TERM):
            if start <= time.span.start < end:
                return True  # «مرشح المعارضة في انتخابات 2013»
            scene = time.span.end <= start and _OPENS.match(before)
            beside = time.span.start >= end and _BEHIND.match(fold(text[end : time.span.start]))
            if scene or beside:
                return True
    return False


def _is_before(time: Time, day: date) -> bool:
    days = read_days(time.value[:10])
    return days is not None and days.last < day
