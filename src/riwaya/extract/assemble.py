"""From drafts to articles: dates with how they are known, names put in order, languages checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riwaya.errors import BadItem, Reason
from riwaya.extract.addresses import date_in_address
from riwaya.extract.cleaning import Draft
from riwaya.extract.config import ExtractConfig
from riwaya.extract.dates import DateBounds
from riwaya.extract.language import detect_language
from riwaya.extract.publication import NOT_STATED, PageDates, Stated, choose_publication
from riwaya.extract.tables import canonical_outlet, plain_form
from riwaya.model import Article, Page, PublishedSource, Removed


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a page's article besides its lines: metadata or a row's fields. Empty where unknown.

    Attributes:
        published, updated: with the place that states them.
        text: the article's text where it must stay as given, None to join the draft's lines.
    """

    source: str = ""
    url: str = ""
    outlet: str = ""
    title: str = ""
    standfirst: str = ""
    description: str = ""
    dateline: str = ""
    language: str = ""
    published: Stated = NOT_STATED
    updated: Stated = NOT_STATED
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    bounds: DateBounds = field(default_factory=DateBounds)


def finish(page: Page, drafts: Sequence[Draft], given: Given, config: ExtractConfig) -> tuple[Article, ...]:
    """Return the articles of a page's drafts; drafts without text are left out.

    Raises:
        BadItem: NO_ARTICLE where no draft has text, NOT_ARABIC where none is in an accepted language, TOO_LARGE.
    """
    articles: list[Article] = []
    refused: list[str] = []
    for draft in drafts[: config.max_articles]:
        text = "\n".join(draft.body())
        if len(text) < config.min_characters:
            refused.append("")
            continue
        if len(text) > config.max_characters:
            detail = f"a text of {len(text):,} characters, at most {config.max_characters:,} are read"
            raise BadItem(page.source, Reason.TOO_LARGE, detail)
        language = given.language or detect_language(text)
        if language not in config.languages:
            refused.append(language)
            continue
        articles.append(make_article(page, draft, text, replace_language(given, language), len(articles)))
    if articles:
        return tuple(articles)
    languages = [language for language in refused if language]
    if languages:
        raise BadItem(page.source, Reason.NOT_ARABIC, f"the text is in {languages[0]}")
    raise BadItem(page.source, Reason.NO_ARTICLE, "no running text found")


def replace_language(given: Given, language: str) -> Given:
    """Return `given` with the language found."""
    return replace(given, language=language)


def make_article(page: Page, draft: Draft, text: str, given: Given, position: int) -> Article:
    """Return the article of one draft. Page-wide facts describe the first article only; a further one has its own head."""  # noqa: E501
    finds, first = draft.finds, position == 0
    publication = choose_publication(_page_dates(draft, given, first=first))
    title = (given.title if first else "") or finds.title
    standfirst = given.standfirst if first and given.standfirst else finds.standfirst
    return Article(
        id=Article.make_id(page.id, position),
        page_id=page.id,
        source=given.source or page.url or page.source,
        position=position,
        outlet=canonical_outlet(given.outlet or finds.outlet),
        title=title,
        standfirst=standfirst or (_description(given.description, title, text) if first else ""),
        authors=_distinct(given.authors if first and given.authors else finds.authors),
        dateline=(given.dateline if first else "") or finds.dateline,
        credits=_distinct([*(given.credits if first else ()), *finds.credits]),
        published=publication.value,
        published_from=publication.known,
        language=given.language,
        text=text,
        removed=_removed(draft),
        published_other=publication.other,
        published_source=publication.source,
        published_other_from=publication.other_from,
    )


def _page_dates(draft: Draft, given: Given, *, first: bool) -> PageDates:
    """Return the dates of a draft; what the page says as a whole is of its first article only."""
    finds = draft.finds
    moments = [Stated(value, PublishedSource.TIME) for value in finds.moments]
    updated = (given.updated,) if first else ()
    return PageDates(
        given=given.published if first else NOT_STATED,
        by_address=date_in_address(given.url, given.bounds) if first and given.url else "",
        visible=(*moments, *(Stated(value, PublishedSource.TEXT) for value in finds.dated)),
        updates=(*updated, *(Stated(value, PublishedSource.TEXT_UPDATE) for value in finds.updated)),
        beside=finds.beside,
    )


def _description(description: str, title: str, text: str) -> str:
    """Return a page's description as standfirst where it is one: about this article, and no cut-off copy of its text."""  # noqa: E501
    words = plain_form(description).split()
    if len(words) < 6 or len(description) > 600 or plain_form(title) == " ".join(words):
        return ""
    opening = plain_form(text[:4000])
    if any(
        " ".join(words[place : place + 6]) in opening for place in (0, 3, 6) if place + 4 <= len(words)
    ) or re.search(r"(?:\.\.\.|…)\s*$", description):
        return ""
    shared = {word for word in words if len(word) > 3} & {
        word for word in plain_form(f"{title} {text[:1500]}").split() if len(word) > 3
    }
    return description if len(shared) >= 4 else ""


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        cleaned = " ".join(name.split())
        if cleaned:
            found.setdefault(plain_form(cleaned) or cleaned, cleaned)
    return tuple(found.values())


def _removed(draft: Draft) -> tuple[Removed, ...]:
    """Return what was taken out, in page order; neighbours with one reason are one block."""
    blocks: list[tuple[str, list[str]]] = []
    previous = -2
    for index, (line, reason) in enumerate(zip(draft.lines, draft.reasons, strict=True)):
        if not reason:
            continue
        if blocks and previous == index - 1 and blocks[-1][0] == reason:
            blocks[-1][1].append(line.text)
        else:
            blocks.append((reason, [line.text]))
        previous = index
    return tuple(Removed("\n".join(texts), reason) for reason, texts in blocks)
