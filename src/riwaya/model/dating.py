"""When an undated article was published: clues in its text, and the interval that follows from all evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from riwaya.model.annotations import Event, EventMode, Field, Statement, TimeFrom
from riwaya.model.pages import Article, PublishedFrom
from riwaya.model.spans import Span


class ClueKind(StrEnum):
    """What a clue says of the day of publication."""

    WRITTEN_WEEKDAY = "written-weekday"  # «اليوم الأحد», «أمس السبت»: the weekday of the day it was written
    WRITTEN_DAY = "written-day"  # «اليوم 9 يونيو 2024», «أمس الأحد 9 يونيو»: that day, the year may be missing
    WEEKDAY = "weekday"  # «الخميس»
    DAY = "day"  # «9 يونيو 2024»
    DAY_OF_YEAR = "day-of-year"  # «9 يونيو»: without its year
    MONTH = "month"  # «يونيو 2024»
    MONTH_OF_YEAR = "month-of-year"  # «يونيو الماضي»
    YEAR = "year"  # «2024»
    OFFICE = "office"  # who is said to hold an office
    ACCOUNT = "account"  # another article on the same event, whose day is known
    COPY = "copy"  # one with the same text
    NUMBER = "number"  # one of the same host whose address has the number before or behind


class Bearing(StrEnum):
    """Which way the words look from the day of writing to the time they name."""

    PAST = "past"  # by the verb
    LAST = "last"  # «الماضي»
    OPEN = "open"
    THIS = "this"  # «الجاري»
    NEXT = "next"  # «المقبل»
    AHEAD = "ahead"  # by the verb


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of an article that tell of the day it was written.

    Attributes:
        value: TIMEX3, XXXX for a year that is not given, XXXX-WXX-7 for a weekday; of an office `from/to`,
            several terms separated by |.
        weekday: named with a day of the year, 1 (Monday) to 7, 0 if none.
    """

    kind: ClueKind
    bearing: Bearing
    value: str
    weekday: int
    field: Field
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class DatingEvidence:
    """One reason behind a derived interval: words of the article, or another article whose day is known.

    Attributes:
        field, span, text: the words; `span` is None where the evidence is another article.
        says: the value they give (see `Clue.value`), or the other article's publication.
        other_article_id: "" where the evidence is the article's own words.
    """

    kind: ClueKind
    bearing: Bearing
    field: Field
    span: Span | None
    text: str
    says: str
    other_article_id: str


@dataclass(frozen=True, slots=True)
class Dating:
    """The days on which an undated article can have been published, and why.

    Attributes:
        earliest, latest: ISO days; both "" where the evidence does not bound the interval.
        days: the days between them that fit, where they are few (the Sundays of a month), else empty.
        published_from: derived where the article's own words tell, inferred where other articles or offices do.
    """

    article_id: str
    earliest: str
    latest: str
    days: tuple[str, ...]
    published_from: PublishedFrom
    evidence: tuple[DatingEvidence, ...]

    @property
    def published(self) -> str:
        """The value for `Article.published`: a day, an interval A/B, or ""."""
        return self.earliest if self.earliest == self.latest else f"{self.earliest}/{self.latest}"


def dated(article: Article, dating: Dating | None) -> Article:
    """Return the article with the derived interval in place of an unknown publication; others as they are."""
    if dating is None or article.published or not dating.published:
        return article
    return replace(article, published=dating.published, published_from=dating.published_from)


_DERIVED = (PublishedFrom.DERIVED, PublishedFrom.INFERRED)


_WEEKDAY = re.compile(r"XXXX-WXX-[1-7](?:T.*)?")
_BACK = {"اليوم": 0, "أمس": 1, "امس": 1, "البارحة": 1}
_WEEK = 7


def timed(statement: Statement, article: Article) -> Statement:
    """Return a statement of an article as `dated` gives it, said when the article was published as far as is known.

    A weekday that fits several weeks of the interval says no day, but that it was said then: «اليوم الأحد» within the
    interval, «أمس» a day before it, any other weekday from a week before it on.
    """
    if not _is_about(article):
        return statement
    if not statement.time and statement.time_from is TimeFrom.UNKNOWN:
        return replace(statement, time=article.published, time_from=TimeFrom.DERIVED)
    if not _WEEKDAY.fullmatch(statement.time):
        return statement
    words = statement.time_span.of(article.text).split() if statement.time_span else []
    back = next((_BACK[word] for word in words if word in _BACK), None)
    first, last = (_WEEK, 0) if back is None else (back, back)
    return replace(statement, time=_earlier(article.published, first, last), time_from=TimeFrom.DERIVED)


def timed_event(event: Event, article: Article) -> Event:
    """Return an event of an article as `dated` gives it, one of a weekday of no known week put to the interval and the week before."""  # noqa: E501
    unknown = event.mode is EventMode.HAPPENED and _WEEKDAY.fullmatch(event.time)
    if not _is_about(article) or not unknown:
        return event
    return replace(event, time=_earlier(article.published, _WEEK, 0), time_from=TimeFrom.DERIVED)


def _is_about(article: Article) -> bool:
    """Return whether the publication is known from evidence, or as the month that a row gives."""
    return article.published_from in _DERIVED or "/" in article.published


def _earlier(published: str, first: int, last: int) -> str:
    """Return a day or interval with its bounds moved back by so many days."""
    start, _, end = published.partition("/")
    moved = [date.fromisoformat(start) - timedelta(first), date.fromisoformat(end or start) - timedelta(last)]
    return moved[0].isoformat() if moved[0] == moved[1] else f"{moved[0].isoformat()}/{moved[1].isoformat()}"
