"""Pages as captured, the articles read from them, and what could not be used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from riwaya.errors import Reason
from riwaya.model.spans import content_id


class Stage(StrEnum):
    """The stages a page goes through, in order (DESIGN: the way of a page)."""

    INGEST = "ingest"
    EXTRACT = "extract"
    ANNOTATE = "annotate"
    IDENTIFY = "identify"
    REUSE = "reuse"
    STORIES = "stories"
    COMPARE = "compare"


class PublishedFrom(StrEnum):
    """How an article's publication date is known, best first."""

    STATED = "stated"  # the page or its metadata says so
    URL = "url"  # the address holds it
    DERIVED = "derived"  # computed from dated evidence in the text
    INFERRED = "inferred"  # follows from other articles or from offices held
    UNKNOWN = "unknown"


class PublishedSource(StrEnum):
    """Which place of a page or row gives the publication date that is stated there or held by the address."""

    JSON_LD = "json-ld"
    META = "meta"
    DATA = "data"  # the JSON that the page draws itself from
    TIME = "time"  # a time element
    TEXT = "text"  # a line that people read
    ROW = "row"  # a field of a table's row or of a feed's entry
    ADDRESS = "address"
    JSON_LD_UPDATE = "json-ld-update"  # when the article was changed, where nothing tells more
    META_UPDATE = "meta-update"
    TEXT_UPDATE = "text-update"
    NONE = ""


class OtherDate(StrEnum):
    """What gives the date that contradicts a publication date."""

    ADDRESS = "address"
    PAGE = "page"
    WEEKDAY = "weekday"  # named beside the date, and not its own
    CALENDAR = "calendar"  # the Hijri date beside it, another day
    NONE = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as captured.

    Attributes:
        id: content hash of `key` and `content`: two captures of one URL are two pages.
        key: what identifies the place apart from its bytes: the URL, else the last two path parts, so that
            the same file added from another folder or machine is the same page.
        source: as shown to people: the URL where known, else the path as given.
        url: where the page was published, "" if the capture does not say.
        captured: ISO 8601 instant of the capture, "" if unknown (never the clock of this run).
        media_type: detected, not trusted: text/html, text/plain, or application/json for a table's row or
            a feed's entry, whose content is a JSON object of the fields url, outlet, title, published, text,
            authors, standfirst, language (absent where the row has none).
        charset: detected, "" where the media type fixes it.
        content: the bytes.
    """

    id: str
    key: str
    source: str
    url: str
    captured: str
    media_type: str
    charset: str
    content: bytes

    @staticmethod
    def make_id(key: str, content: bytes) -> str:
        """Return the page's id."""
        return content_id("page", key, content)


@dataclass(frozen=True, slots=True)
class Removed:
    """A block that extraction took out of the text: the text as it stood and why.

    `reason` is one of related, share, comments, navigation, credit, dateline, caption, advert, notice, tags,
    byline, date, title, second-article, other-language.
    """

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page.

    Attributes:
        id: content hash of page id and position.
        source: URL where known (the page's own canonical address first), else the page's path.
        position: from 0, within the page.
        outlet: name as the page gives it, else from the address; "" if unknown.
        dateline: «واشنطن | جو-برس», as written.
        credits: as written behind «المصدر:» and the like: what the article says it comes from.
        published: YYYY-MM-DD, a date-time, an interval A/B, or "".
        text: body text, paragraphs separated by newlines; all spans count code points of it.
        removed: what was taken out, in page order.
        published_source: the place that gives `published`, "" where it is derived or unknown.
        published_other: a date that contradicts `published`: the address's where the page states one, the page's where
            `published` is the address's, the day that the weekday or the Hijri date beside it says where that is
            another; "" where there is none. `published_other_from` says which of them it is.
    """

    id: str
    page_id: str
    source: str
    position: int
    outlet: str
    title: str
    standfirst: str
    authors: tuple[str, ...]
    dateline: str
    credits: tuple[str, ...]
    published: str
    published_from: PublishedFrom
    language: str
    text: str
    removed: tuple[Removed, ...]
    published_other: str = ""
    published_source: PublishedSource = PublishedSource.NONE
    published_other_from: OtherDate = OtherDate.NONE

    @staticmethod
    def make_id(page_id: str, position: int) -> str:
        """Return the article's id."""
        return content_id("article", page_id, position)


@dataclass(frozen=True, slots=True)
class Rejection:
    """What could not be used, at which stage and why; nothing disappears silently."""

    item: str
    stage: Stage
    reason: Reason
    detail: str
