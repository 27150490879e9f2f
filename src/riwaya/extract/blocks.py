"""The visible text of an HTML page as blocks in page order, each with what the markup says of it.

Walked without recursion: hostile pages nest thousands of levels deep.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree

from riwaya.extract.moments import (
    has_other_role,
    has_own_days,
    is_named_publication,
    published_moment,
    speaks_of_article,
    speaks_of_dates,
    updated_moment,
)

_SKIPPED = frozenset(["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "select", "option", "optgroup", "datalist", "textarea", "head", "link", "meta", "title", "map", "area", "progress", "meter", "dialog"])  # fmt: skip  # noqa: E501
_INLINE = frozenset(["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "img", "amp-img", "picture", "source", "input", "button", "svg", "center-inline"])  # fmt: skip  # noqa: E501
_BOLD = frozenset(["b", "strong"])
_PARTS = frozenset(["p", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"])
_TAG_ZONES = {"nav": "navigation", "footer": "navigation", "figcaption": "caption", "figure": "caption",
              "aside": "related", "button": "share", "menu": "navigation"}  # fmt: skip
_NAME_ZONES = (
    ("comments", re.compile(r"(?:^|[-_ ])(?:comments?|comment-?list|comment-?form|commentlist|respond|disqus\w*|fb-comments|replies|taaliqat)(?=$|[-_ ])")),  # noqa: E501
    ("related", re.compile(r"(?:^|[-_ ])(?:related|relatednews|related-?(?:posts?|news|articles?|stories|topics)|read-?more|readmore|read-?also|see-?also|more-?(?:news|stories|articles|from)|most-?(?:read|viewed|popular)|"  # noqa: E501
                           r"mostread|recommend(?:ed|ations?)?|you-?may|also-?like|latest(?:-?news)?|popular(?:-?posts)?|trending|taboola\w*|outbrain\w*|mgid\w*|sidebar|side-?bar|widget-?area|jp-relatedposts)(?=$|[-_ ])")),  # noqa: E501
    ("share", re.compile(r"(?:^|[-_ ])(?:share|sharing|sharebar|share-?(?:bar|buttons?|icons?|links?|this|box)|social|social-?(?:share|media|icons|links)|socials|addthis\w*|a2a\w*|sharedaddy|addtoany\w*|article-tools|print)(?=$|[-_ ])")),  # noqa: E501
    ("navigation", re.compile(r"(?:^|[-_ ])(?:breadcrumbs?|nav|navbar|navigation|menu|main-?menu|topbar|top-?bar|pagination|pager|footer|site-footer|site-header|masthead|skip-link|ticker|news-?ticker|breaking(?:-?news)?|urgent(?:-?news)?|cookie\w*)(?=$|[-_ ])")),  # noqa: E501
    ("caption", re.compile(r"(?:^|[-_ ])(?:caption|captions|wp-caption-text|image-?caption|photo-?caption|img-?caption|figcaption|photo-?credit|image-?credit)(?=$|[-_ ])")),  # noqa: E501
    ("advert", re.compile(r"(?:^|[-_ ])(?:ads?|advert|advertisement|adsbygoogle|ad-?(?:container|slot|unit|banner|wrapper|box)|banner-?ad|dfp|gpt-ad|sponsor(?:ed)?|promo(?:tion)?)(?=$|[-_ ])")),  # noqa: E501
    # What is dated here is no article: an event, a person, this very day.
    ("notice", re.compile(r"(?:^|[-_ ])(?:event-?(?:date|time)|start-?date|end-?date|birth-?date|photo-?date|deadline-?date|count-?down|"  # noqa: E501
                          r"match-?(?:date|time)|todays?(?:-?date)?|current-?date|date-?now|weather|prayer(?:-?times?)?)(?=$|[-_ ])")),  # noqa: E501
    ("notice", re.compile(r"(?:^|[-_ ])(?:newsletter|subscribe|subscription|app-?(?:banner|promo|download)|download-?app|follow-?us|paywall|gdpr|copyright|disclaimer)(?=$|[-_ ])")),  # noqa: E501
    ("tags", re.compile(r"(?:^|[-_ ])(?:tags?|tag-?list|article-?tags|post-?tags|keywords|tagcloud|hashtags?)(?=$|[-_ ])")),  # noqa: E501
)  # fmt: skip
_STANDFIRST = re.compile(
    r"(?:^|[-_ ])(?:standfirst|excerpt|subtitle|sub-title|subheadline|deck|dek|chapeau|summary|teaser)(?=$|[-_ ])"
)
_OWN_LINE = re.compile(r"date|(?:^|[-_ ])(?:by|byline|author|writer|published|posted)(?=$|[-_ ])")
_AUTHOR = re.compile(r"(?:^|[-_ ])(?:author|authors|byline|by-line|writer|reporter)(?:-?name)?(?=$|[ ])")
_AUTHOR_SIZE = 80


@dataclass(slots=True)
class Block:
    """One run of text between block boundaries.

    Attributes:
        text: white space collapsed as a browser shows it.
        tag: the block element it stands in; heading: its level or 0.
        zone: what the markup says it is ("" for nothing); zone_root: which element says so.
        linked: characters inside links; bold: characters in emphasis; size: all characters.
        container: which element the block's own element stands in.
        article: number of the innermost <article> element, -1 for none.
        around: which element the container stands in.
        dated: its element's names speak of a date; posted: of this article's own.
        moment: machine-readable publication time inside it, as written; named: by what is called a publication.
        update: machine-readable time of an update inside it, as written.
        event: the element around it whose days are an event's, a person's, an embedded post's or a table's, 0 for none.
        table: the innermost table around it, 0 for none.
        standfirst: its element's names say that it sums the article up.
        author: who wrote the article, as an element in it or around it says by its role or name.
    """

    text: str
    tag: str
    heading: int
    zone: str
    zone_root: int
    linked: int
    bold: int
    container: int
    around: int
    article: int
    dated: bool
    posted: bool
    moment: str
    standfirst: bool
    author: str = ""
    named: bool = False
    update: str = ""
    event: int = 0
    table: int = 0

    @property
    def link_share(self) -> float:
        """Share of the text inside links."""
        return min(1.0, self.linked / max(1, len(self.text)))


@dataclass(slots=True)
class _State:
    """Where the walk stands: one entry an open element."""

    tag: str
    container: int
    around: int
    zone: str
    zone_root: int
    article: int
    link: bool
    bold: bool
    heading: int
    dated: bool
    inline: bool = False
    standfirst: bool = False
    posted: bool = False
    event: int = 0
    table: int = 0


@dataclass(slots=True)
class _Walker:
    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    moment: str = ""
    named: bool = False
    update: str = ""
    foreign: int = 0
    headed: set[int] = field(default_factory=set)
    author: str = ""

    def add(self, text: str | None, state: _State) -> None:
        if not text:
            return
        self.pieces.append(text)
        size = len(text.strip())
        self.linked += size if state.link else 0
        self.bold += size if state.bold else 0

    def flush(self, state: _State) -> None:
        """End the current block, as the element in `state` begins, ends or is broken."""
        text = re.sub(r"[ \t\r\n\f\v]+", " ", "".join(self.pieces)).strip()
        if text:
            self.blocks.append(
                Block(
                    text, state.tag, state.heading, state.zone, state.zone_root, self.linked, self.bold,
                    state.container, state.around, state.article, state.dated, state.posted, self.moment,
                    state.standfirst, self.author, self.named, self.update, self.foreign or state.event, state.table,
                )
            )  # fmt: skip
            self.moment = self.author = self.update = ""
            self.named = False
        self.pieces, self.linked, self.bold, self.foreign = [], 0, 0, 0


def read_blocks(root: Any) -> list[Block]:
    """Return the blocks of the parsed page in order."""
    walker = _Walker()
    stack = [_State("body", 0, 0, "", 0, -1, False, False, 0, False)]
    skipping, count = 0, 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not skipping:
                walker.add(element.tail, stack[-1])
            continue
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if skipping:
            skipping += 1 if event == "start" else -1
            if not skipping:
                walker.add(element.tail, stack[-1])
            continue
        if event == "start":
            if tag in _SKIPPED:
                skipping = 1
                continue
            count += 1
            _open(walker, stack, element, tag, count)
        else:
            state = stack.pop()
            if not state.inline:
                walker.flush(state)
            walker.add(element.tail, stack[-1])
    walker.flush(stack[0])
    for block in walker.blocks:
        block.event = block.event or (block.table if block.table in walker.headed else 0)
    return walker.blocks


def _open(walker: _Walker, stack: list[_State], element: Any, tag: str, number: int) -> None:
    outer = stack[-1]
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300].lower()
    # Date and byline often stand side by side in one line; each is a block of its own.
    inline = tag in _INLINE and not (names.strip() and tag == "span" and _OWN_LINE.search(names))
    if not inline or tag == "br":
        walker.flush(outer)
    zone, zone_root = outer.zone, outer.zone_root
    if tag not in ("html", "body", "main", "article") and (own := _zone(tag, names)):
        zone, zone_root = own, number
    heading = (
        int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else (outer.heading if inline else 0)
    )
    within = inline or tag in _PARTS
    stack.append(
        _State(
            tag=outer.tag if inline else tag,
            container=outer.container if within else 0 if tag in ("html", "body") else number,
            around=outer.around if within else outer.container,
            zone=zone,
            zone_root=zone_root,
            article=number if tag == "article" else outer.article,
            link=outer.link or (tag == "a" and bool(element.get("href"))),
            bold=outer.bold or tag in _BOLD,
            heading=heading,
            dated=(outer.dated and inline) or tag == "time" or speaks_of_dates(names),
            inline=inline,
            standfirst=(outer.standfirst and inline) or bool(names.strip() and _STANDFIRST.search(names)),
            posted=outer.posted or (tag not in ("html", "body") and speaks_of_article(names)),
            event=outer.event or (number if has_own_days(tag, names) else 0),
            table=number if tag == "table" else outer.table,
        )
    )
    if tag == "th":
        walker.headed.add(outer.table)
    _read_moments(walker, element, tag, names, number)
    walker.author = _author(element, names) or walker.author
    walker.add(element.text, stack[-1])


def _read_moments(walker: _Walker, element: Any, tag: str, names: str, number: int) -> None:
    """Keep what an element says for machines of when the text before the next block boundary was published."""
    value = published_moment(element, tag, names, inline=tag in _INLINE)
    named = bool(value) and is_named_publication(element, names)
    if value and (named or not walker.named):
        walker.moment, walker.named = value, named
    walker.update = updated_moment(element, tag, names) or walker.update
    if has_other_role(element, names):
        walker.foreign = number


def _author(element: Any, names: str) -> str:
    """Return the short text of an element that says of itself that it names the author, "" for any other."""
    roles = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
    if "author" not in roles and not (names.strip() and _AUTHOR.search(names)):
        return ""
    pieces: list[str] = []
    for piece in islice(element.itertext(), 20):
        pieces.append(piece.strip())
        if sum(map(len, pieces)) > _AUTHOR_SIZE:
            return ""
    return " ".join(" ".join(pieces).split())


def _zone(tag: str, names: str) -> str:
    if tag in _TAG_ZONES:
        return _TAG_ZONES[tag]
    if names.strip():
        for zone, pattern in _NAME_ZONES:
            if pattern.search(names):
                return zone
    return ""
