"""HTML pages to drafts of their articles with what their metadata says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from riwaya.errors import BadItem, Reason
from riwaya.extract.assemble import Given
from riwaya.extract.attributions import byline, caption, credit
from riwaya.extract.blocks import Block, read_blocks
from riwaya.extract.cleaning import Draft, Rules, judge, make_draft
from riwaya.extract.config import ExtractConfig
from riwaya.extract.date_lines import date_line, is_labelled_date, names_issue
from riwaya.extract.datelines import is_agency, is_dateline, is_person_shaped
from riwaya.extract.dates import DateBounds
from riwaya.extract.headings import HeadFinds
from riwaya.extract.lines import Line, arabic_share, ends_sentence, furniture_reason, word_count
from riwaya.extract.mainpart import choose_main, is_paragraph, main_text
from riwaya.extract.metadata import PageFacts, outlet_by_address, read_facts
from riwaya.extract.page_data import published_in_data
from riwaya.extract.page_days import (
    Place,
    is_bare_heading,
    is_day_above,
    is_day_of_text,
    is_day_of_update,
    is_of_article,
    is_told_of,
    read_above,
    read_moment,
)
from riwaya.extract.publication import Stated
from riwaya.extract.rows import sort_authors
from riwaya.extract.splitting import split_places
from riwaya.extract.tables import plain_form
from riwaya.extract.titles import same_title, split_page_title, title_affixes
from riwaya.model import PublishedSource

_HEAD_REACH = 6
_STUFFED_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)[^<>]{1500,}")
# Every element but those that carry text or facts of their own and end by themselves.
_CONTAINER = re.compile(r"</?(?!(?:p|h[1-6]|title|meta|script|style|br|time|link|img)\b)[a-zA-Z][^<>]*>")
_FOREIGN = frozenset(("related", "comments", "navigation", "share"))
_UNDATED = _FOREIGN | {"caption", "advert", "notice", "tags"}
"""Zones whose dates are not the article's: a picture's is when it was taken."""


def parse_html(text: str, item: str, config: ExtractConfig) -> Any:
    """Return the root of the parsed page.

    Raises:
        BadItem: if there is no element in it, or far more tags than any page of text has.
    """
    if text.count("<") > config.max_tags:
        raise BadItem(item, Reason.DAMAGED_MARKUP, f"more than {config.max_tags:,} tags")
    text = _STUFFED_TAG.sub(_without_attributes, text)
    root, too_deep = _parse(text)
    if too_deep:
        # The parser stops where elements nest too deep, and loses the rest: without containers nothing nests.
        root, too_deep = _parse(_CONTAINER.sub("<br>", text))
    if root is None:
        raise BadItem(item, Reason.DAMAGED_MARKUP, "no element can be read")
    return root


def _without_attributes(match: re.Match[str]) -> str:
    """Return a tag without its attributes if there are hundreds: the parser compares each with all others."""
    tag = match.group()
    return f"<{match['name']} " if tag.count("=") + tag.count(" ") > 600 else tag


def _parse(text: str) -> tuple[Any, bool]:
    """Return the root (None if there is none) and whether the parser gave up for depth or size."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def read_html(text: str, item: str, given: Given, config: ExtractConfig) -> tuple[PageFacts, list[Draft]]:
    """Return what the page's metadata says and the drafts of its articles, in page order.

    What a feed's entry gives beside its markup, such as outlet and title, outranks the markup.

    Raises:
        BadItem: if the markup cannot be read.
    """
    url, bounds = given.url, given.bounds
    root = parse_html(text, item, config)
    facts = read_facts(root, url, bounds)
    pictures = frozenset(filter(None, (plain_form(alt) for alt in root.xpath("//img/@alt | //amp-img/@alt")[:500])))
    blocks = read_blocks(root)
    kept = choose_main(blocks, main_text(root))
    facts.site = facts.site or given.outlet or split_page_title(facts.page_title, _first_heading(blocks))[1]
    several = _full_articles(blocks)
    if len(several) > 1:
        return facts, _several_drafts(blocks, several, facts, bounds)
    title = given.title or choose_title(facts, blocks, url)
    facts.published = facts.published or Stated(
        published_in_data(root, (title, *facts.titles), bounds), PublishedSource.DATA
    )
    rules = Rules(bounds=bounds, title=title, outlet=facts.site or outlet_by_address(url))
    finds = HeadFinds(title=title)
    lines = _lines(blocks, kept, rules, finds, pictures)
    return facts, _drafts(lines, rules, finds)


def _drafts(lines: list[Line], rules: Rules, finds: HeadFinds) -> list[Draft]:
    reasons = judge(lines, rules)
    places = split_places(lines, reasons, rules)
    drafts = []
    for start, end in zip([0, *places], [*places, len(lines)], strict=True):
        part = rules if start == 0 else replace(rules, title="")
        drafts.append(make_draft(lines[start:end], reasons[start:end], part))
    first = drafts[0].finds
    first.moments = finds.moments
    first.dated = [*first.dated, *finds.dated, *finds.late]
    first.beside = {**finds.beside, **first.beside}
    first.standfirst = finds.standfirst or first.standfirst
    first.updated = [*finds.updated, *first.updated]
    first.dateline = first.dateline or finds.dateline
    first.authors[:0] = [name for name in finds.authors if name not in first.authors]
    first.credits[:0] = [name for name in finds.credits if name not in first.credits]
    return drafts


def _lines(
    blocks: Sequence[Block],
    kept: Sequence[bool],
    rules: Rules,
    finds: HeadFinds,
    pictures: frozenset[str] = frozenset(),
) -> list[Line]:
    """Return all blocks as lines; those outside the article carry the reason, those of its head are read into `finds`."""  # noqa: E501
    places = [index for index, flag in enumerate(kept) if flag]
    titles = [index for index, block in enumerate(blocks) if rules.title and same_title(block.text, rules.title)]
    first, last = (places[0], places[-1]) if places else (0, -1)
    heading = _heading_place(blocks, kept, titles, first)
    lead = _lead_place(blocks, kept, first)
    # An article may stand in a box for events as a whole: its own box says nothing.
    homes = {blocks[place].event for place in (heading, lead) if blocks}
    lines = []
    for index, block in enumerate(blocks):
        zone = ""
        own = index >= heading or is_of_article(block, blocks[heading])
        boxed = bool(block.event and block.event not in homes) or (index > heading and is_bare_heading(block))
        near = heading - _HEAD_REACH <= index <= last + 3
        told = boxed or (near and is_told_of(blocks, index, titles, rules))
        if own and near and index <= last + 1 and block.zone not in _UNDATED:
            place = Place.of(index, lead if is_paragraph(blocks[lead]) else lead + 1, last)
            read_moment(block, finds, rules, told=told, place=place)
        if index < heading and is_day_above(block, rules):
            # What stands above the title may be the day the page was opened: it counts last, or not at all.
            zone = "date"
            says = is_labelled_date(block.text) or names_issue(block.text)
            if near and not told and block.zone not in _UNDATED and (own or says):
                read_above(block, finds, rules)
        elif block.update and not told and block.zone not in _UNDATED and is_day_of_update(block, rules):
            zone = "date"
        elif block.author and heading <= index <= first + 1 and block.zone == "" and _read_author(block, finds, rules):
            zone = "byline"
        elif not kept[index]:
            if near and block.zone not in _FOREIGN:
                among = index <= last and is_day_of_text(block, index, lead, rules)
                zone = "" if told or among else _read_outside(block, finds, rules, behind=index > last)
            zone = zone or _outside_reason(block, index, first, rules)
        elif (
            plain_form(block.text) in pictures
            and not ends_sentence(block.text)
            and not same_title(block.text, rules.title)
        ):
            zone = "caption"
        elif block.standfirst and not finds.standfirst and index < last and index <= first + 2 and len(places) > 2:
            finds.standfirst, zone = block.text, "title"
        bold = block.bold >= 0.9 * len(block.text.replace(" ", "")) and len(block.text) > 0
        lines.append(Line(block.text, block.heading, block.link_share, bold, zone, event=boxed))
    return lines


def _heading_place(blocks: Sequence[Block], kept: Sequence[bool], titles: Sequence[int], first: int) -> int:
    """Return the place of the title that the text stands under, that of the text's first block where there is none."""
    lead = _lead_place(blocks, kept, first)
    return max((index for index in titles if index <= max(first, lead)), default=first)


def _lead_place(blocks: Sequence[Block], kept: Sequence[bool], first: int) -> int:
    """Return the place of the article's first running text, that of its first block where it has none."""
    return next((index for index, flag in enumerate(kept) if flag and is_paragraph(blocks[index])), first)


def _read_author(block: Block, finds: HeadFinds, rules: Rules) -> bool:
    """Keep the people and agencies that a block names by its markup as authors; tell whether it holds nothing else."""
    written = byline(block.author) or block.author
    authors, dateline, sources = sort_authors((written,), (rules.outlet,))
    people = [name for name in authors if is_person_shaped(name)]
    if not (people or sources):
        return False
    finds.authors.extend(name for name in people if name not in finds.authors)
    finds.credits.extend(source for source in sources if source not in finds.credits)
    finds.dateline = finds.dateline or dateline
    return word_count(block.text) <= word_count(block.author) + 2


def _read_outside(block: Block, finds: HeadFinds, rules: Rules, *, behind: bool) -> str:
    """Return what a block beside the article is (date, byline, dateline, credit) and keep what it tells.

    Behind the article only what carries its label counts: the rest may speak of other articles.
    """
    value = date_line(block.text, rules.bounds) if block.zone not in _UNDATED else None
    if value is not None and (not behind or is_labelled_date(block.text)):
        finds.note_date(block.text, value, rules.bounds)
        return "date"
    name = "" if behind else byline(block.text)
    if name:
        finds.authors.extend([name] if not is_agency(name) else [])
        return "byline"
    dateline = not behind and word_count(block.text) > 1 and block.link_share < 0.5
    if dateline and is_dateline(block.text, outlet=rules.outlet):
        finds.note_dateline(block.text)
        return "dateline"
    labelled = "المصدر" in block.text
    sources = credit(block.text) if labelled or (arabic_share(block.text) > 0 and block.link_share < 0.5) else None
    if sources is not None:
        finds.credits.extend(sources)
        return "credit"
    return ""


def _outside_reason(block: Block, index: int, first: int, rules: Rules) -> str:
    if rules.title and same_title(block.text, rules.title):
        return "title"
    if block.zone:
        return block.zone
    own = furniture_reason(block.text) or ("caption" if caption(block.text) else "")
    if own:
        return own
    if arabic_share(block.text) == 0 and word_count(block.text) > 3:
        return "other-language"
    return "related" if index > first and word_count(block.text) >= 4 else "navigation"


def _first_heading(blocks: Sequence[Block]) -> str:
    """Return the page's main heading: the first of the highest level that has a few words."""
    headings = [block for block in blocks if 0 < block.heading <= 2 and not block.zone and word_count(block.text) >= 3]
    return min(headings, key=lambda block: block.heading).text if headings else ""


def choose_title(facts: PageFacts, blocks: Sequence[Block], url: str) -> str:
    """Return the page's title: its own heading where metadata confirms it (attributes lose quotation marks), else metadata's."""  # noqa: E501
    known = [facts.site, outlet_by_address(url)]
    stated = [
        title_affixes(title, known)[0]
        for title in [*facts.titles, split_page_title(facts.page_title, _first_heading(blocks))[0]]
        if title
    ]
    headings = [
        block
        for block in blocks
        if block.heading and block.zone not in ("related", "comments") and word_count(block.text) >= 2
    ]
    for title in stated:
        form = plain_form(title)
        for block in sorted(headings, key=lambda block: block.heading):
            own = plain_form(block.text)
            within = len(own.split()) >= 3 and own in form and 2 * len(own) >= len(form)
            cut = len(form.split()) >= 2 and own.startswith(form) and len(block.text) <= 250
            if same_title(title, block.text) or within or cut:
                return block.text
    usable = [
        title
        for title in stated
        if word_count(title) >= 2 and arabic_share(title) > 0 and not same_title(title, facts.site)
    ]
    return usable[0] if usable else _first_heading(blocks)


def _full_articles(blocks: Sequence[Block]) -> list[int]:
    """Return the numbers of the <article> elements that each hold a whole article: a heading and running text."""
    found = []
    inside: dict[int, list[Block]] = {}
    for block in blocks:
        if block.article >= 0 and block.zone not in ("comments", "related", "navigation"):
            inside.setdefault(block.article, []).append(block)
    for number, own in inside.items():
        paragraphs = [
            block
            for block in own
            if is_paragraph(block) and ends_sentence(block.text) and arabic_share(block.text) > 0.5
        ]
        if (
            len(paragraphs) >= 2
            and sum(len(block.text) for block in paragraphs) >= 250
            and any(block.heading in (1, 2) for block in own)
        ):
            found.append(number)
    return found


def _several_drafts(
    blocks: Sequence[Block], articles: Sequence[int], facts: PageFacts, bounds: DateBounds
) -> list[Draft]:
    """Return one draft for each of several <article> elements; what stands outside goes with the one before it."""
    starts: list[int] = [0]
    for number in articles[1:]:
        starts.append(next(index for index, block in enumerate(blocks) if block.article == number))
    drafts = []
    for number, start, end in zip(articles, starts, [*starts[1:], len(blocks)], strict=True):
        own = list(blocks[start:end])
        heading = next(block.text for block in own if block.article == number and block.heading in (1, 2))
        rules = Rules(bounds=bounds, title=heading, outlet=facts.site)
        finds = HeadFinds(title=heading)
        kept = [block.article == number and not block.zone and block.link_share < 0.5 for block in own]
        lines = _lines(own, kept, rules, finds)
        drafts.extend(_drafts(lines, rules, finds))
    return drafts
