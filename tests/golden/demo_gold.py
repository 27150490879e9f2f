"""The demo newsroom's golden records, typed: what Riwaya should make of the pages it ships.

`tests/golden/demo/README.md` explains the tables. A page is named by its path inside the demo folder; an
entry of the feed is `wire/feed.xml#N`, counted from 0 in the order of the file.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "demo"
DEMO = Path(str(files("riwaya"))) / "resources" / "demo"

_INLINE = re.compile(r"</?(?:a|b|em|strong|font|span|u)\b[^>]*>")
_MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|</?[A-Za-z!?][^>]*>|<!\[CDATA\[|\]\]>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article expected from a page; `date` is the true day, `published` what the page lets one know."""

    page: str
    position: int
    title: str
    outlet: str
    outlet_forms: tuple[str, ...]
    authors: tuple[str, ...]
    date: str
    published: str
    published_from: str
    dateline: str
    standfirst: str
    credits: tuple[str, ...]
    charset: str
    first: str
    last: str
    not_in_text: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement by the annotation guide; `index` is its number within its page."""

    page: str
    index: int
    speaker: str
    resolved: str | None
    implicit: bool
    via: tuple[str, ...]
    cue: str
    cue_nth: int
    mode: str
    content: str
    nth: int
    addressee: str | None


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One time expression with its ISO 8601 / TIMEX3 value."""

    page: str
    text: str
    nth: int
    value: str


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """A person under one name for the whole demo, and the forms one page writes."""

    page: str
    canonical: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldOffice:
    """An office held, as at least one page supports it; `labels` are the outlets' titles for it."""

    holder: str
    of: str
    labels: tuple[str, ...]
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class GoldStory:
    """The pages on one event; a page's second article is `page@1`."""

    story: str
    title: str
    storyline: str | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A passage of `page` that goes back to `other_page`, each in its own wording."""

    page: str
    other_page: str
    direction: str
    kind: str
    excerpt: str
    other_excerpt: str


@dataclass(frozen=True, slots=True)
class GoldOrigin:
    """What an account goes back to, and whether it says so; pages not listed are not annotated."""

    page: str
    origin: str
    kind: str
    credited: bool


@dataclass(frozen=True, slots=True)
class GoldAlignment:
    """A pair of statements of different accounts, by page and index."""

    page: str
    index: int
    other_page: str
    other_index: int
    label: str
    content: str
    other_content: str


@dataclass(frozen=True, slots=True)
class GoldRejection:
    """A page that yields no article, and the reason."""

    page: str
    reason: str


@dataclass(frozen=True, slots=True)
class DemoGold:
    """Every table; which pages and stories are annotated in full, the properties say."""

    articles: tuple[GoldArticle, ...]
    statements: tuple[GoldStatement, ...]
    times: tuple[GoldTime, ...]
    people: tuple[GoldPerson, ...]
    offices: tuple[GoldOffice, ...]
    stories: tuple[GoldStory, ...]
    passages: tuple[GoldPassage, ...]
    origins: tuple[GoldOrigin, ...]
    alignments: tuple[GoldAlignment, ...]
    rejections: tuple[GoldRejection, ...]

    @property
    def statement_pages(self) -> frozenset[str]:
        """Return the pages whose statements are all listed."""
        return frozenset(statement.page for statement in self.statements)

    @property
    def time_pages(self) -> frozenset[str]:
        """Return the pages whose time expressions are all listed."""
        return frozenset(time.page for time in self.times)

    @property
    def aligned_stories(self) -> frozenset[str]:
        """Return the stories whose aligned pairs are all listed (pairs of other stories are unknown)."""
        aligned = {alignment.page for alignment in self.alignments}
        return frozenset(story.story for story in self.stories if aligned & set(story.pages))

    def article(self, page: str, position: int = 0) -> GoldArticle:
        """Return one article's gold."""
        return next(each for each in self.articles if (each.page, each.position) == (page, position))


def locate(text: str, string: str, nth: int = 1) -> tuple[int, int]:
    """Return the code-point span of the nth occurrence (from 1) of a string, overlapping ones counted.

    Raises:
        ValueError: if the text holds fewer occurrences.
    """
    start = -1
    for _ in range(nth):
        start = text.index(string, start + 1)
    return start, start + len(string)


def page_file(page: str) -> Path:
    """Return the file that holds a page."""
    return DEMO / page.partition("#")[0]


def visible_text(page: str, charset: str) -> str:
    """Return all a page's file says to a reader: decoded, tags and scripts dropped, entities resolved."""
    decoded = page_file(page).read_bytes().decode(charset)
    return decoded if page.endswith(".txt") else html.unescape(_MARKUP.sub("\n", _INLINE.sub("", decoded)))


def _rows(table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((GOLD / f"{table}.json").read_text(encoding="utf-8"))
    return [{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows]


@cache
def load_gold() -> DemoGold:
    """Return the golden records of the demo newsroom."""
    return DemoGold(
        articles=tuple(GoldArticle(**row) for row in _rows("articles")),
        statements=tuple(GoldStatement(**row) for row in _rows("statements")),
        times=tuple(GoldTime(**row) for row in _rows("times")),
        people=tuple(GoldPerson(**row) for row in _rows("people")),
        offices=tuple(GoldOffice(**row) for row in _rows("offices")),
        stories=tuple(GoldStory(**row) for row in _rows("stories")),
        passages=tuple(GoldPassage(**row) for row in _rows("passages")),
        origins=tuple(GoldOrigin(**row) for row in _rows("origins")),
        alignments=tuple(GoldAlignment(**row) for row in _rows("alignments")),
        rejections=tuple(GoldRejection(**row) for row in _rows("rejections")),
    )
