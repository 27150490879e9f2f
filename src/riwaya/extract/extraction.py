"""One page in, its articles out."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.arabic.charsets import decode_page
from riwaya.errors import BadItem, Reason
from riwaya.extract.assemble import Given, finish
from riwaya.extract.cleaning import Rules
from riwaya.extract.config import ExtractConfig
from riwaya.extract.dates import DateBounds, parse_month, parse_published
from riwaya.extract.html import read_html
from riwaya.extract.metadata import PageFacts, outlet_by_address, outlet_of_page
from riwaya.extract.plain import breadcrumb_outlet, read_plain, read_row_text, without_controls
from riwaya.extract.publication import Stated
from riwaya.extract.rows import name_list, read_row, sort_authors, text_field
from riwaya.model import Article, Page, PublishedSource

_DEFAULT = ExtractConfig()


def extract(page: Page, config: ExtractConfig = _DEFAULT) -> tuple[Article, ...]:
    """Return the articles of a page, in page order, each with every block that was taken out and why.

    Raises:
        BadItem: EMPTY, TOO_LARGE, DAMAGED_MARKUP, BAD_ROW, NO_ARTICLE or NOT_ARABIC.
    """
    if len(page.content) > config.max_bytes:
        raise BadItem(
            page.source, Reason.TOO_LARGE, f"{len(page.content):,} bytes, at most {config.max_bytes:,} are read"
        )
    if not page.content.strip(b" \t\r\n\0"):
        raise BadItem(page.source, Reason.EMPTY, "the page holds nothing")
    bounds = DateBounds(config.earliest_year, config.latest_year, page.captured)
    if page.media_type == "application/json":
        return _from_row(page, config, bounds)
    text = without_controls(decode_page(page.content, page.charset))
    if not text.strip():
        raise BadItem(page.source, Reason.EMPTY, "the page holds no characters")
    if page.media_type == "text/html":
        return _from_html(page, text, Given(url=page.url, bounds=bounds), config)
    if text.count("\n") + text.count("\r") > config.max_lines:
        raise BadItem(page.source, Reason.TOO_LARGE, f"more than {config.max_lines:,} lines")
    outlet = outlet_by_address(page.url) or breadcrumb_outlet(text)
    drafts = read_plain(text, Rules(bounds=bounds, outlet=outlet))
    return finish(page, drafts, Given(url=page.url, outlet=outlet, bounds=bounds), config)


def _from_html(page: Page, text: str, given: Given, config: ExtractConfig) -> tuple[Article, ...]:
    known = replace(given, url=given.url or page.url)
    facts, drafts = read_html(text, page.source, known, config)
    return finish(page, drafts, _with_facts(given, facts, page), config)


def _with_facts(given: Given, facts: PageFacts, page: Page) -> Given:
    """Return what is given, completed by what the page says of itself."""
    address = given.url or facts.url
    authors, dateline, sources = sort_authors(tuple(facts.authors), (facts.site, outlet_by_address(address)))
    return replace(
        given,
        source=given.source or facts.url or page.url,
        url=address,
        outlet=given.outlet or outlet_of_page(facts.site, facts.url or address),
        description=facts.description,
        published=given.published or facts.published,
        updated=facts.updated,
        authors=given.authors or authors,
        dateline=given.dateline or dateline,
        credits=(*given.credits, *sources),
    )


def _from_row(page: Page, config: ExtractConfig, bounds: DateBounds) -> tuple[Article, ...]:
    row = read_row(page)
    given = _row_given(row, page, bounds)
    text, markup = text_field_as_given(row, "text"), text_field_as_given(row, "html")
    if text.strip():
        if text.count("\n") > config.max_lines:
            raise BadItem(page.source, Reason.TOO_LARGE, f"more than {config.max_lines:,} lines")
        draft = read_row_text(
            without_controls(text), Rules(bounds=bounds, title=given.title, outlet=given.outlet, row=True)
        )
        return finish(page, [draft], given, config)
    if not markup.strip():
        raise BadItem(page.source, Reason.EMPTY, "the row has no text")
    return _from_html(page, without_controls(markup), given, config)


def text_field_as_given(row: dict[str, object], name: str) -> str:
    """Return a text field with its white space, "" where it is none."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _whole(standfirst: str) -> str:
    """Return a standfirst, "" for a feed's teaser that breaks off («... إلى [...]»): it is the text's beginning."""
    return "" if re.search(r"(?:\.\.\.|…)\s*\]?\s*$", standfirst) else standfirst


def _row_published(value: object, bounds: DateBounds) -> str:
    """Return the day that a row gives, or the days of its month («2017-03»)."""
    return parse_published(value, bounds) or parse_month(value, bounds)


def _row_given(row: dict[str, object], page: Page, bounds: DateBounds) -> Given:
    outlet = text_field(row, "outlet")
    url = text_field(row, "url") or page.url
    authors, dateline, sources = sort_authors(name_list(row, "authors"), (outlet, outlet_by_address(url)))
    return Given(
        source=url,
        url=url,
        outlet=outlet or outlet_by_address(url),
        title=text_field(row, "title"),
        standfirst=_whole(text_field(row, "standfirst")),
        dateline=text_field(row, "dateline") or dateline,
        published=Stated(_row_published(row.get("published"), bounds), PublishedSource.ROW),
        authors=authors,
        credits=(*name_list(row, "credits"), *sources),
        bounds=bounds,
    )
