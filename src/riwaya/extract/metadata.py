"""What the head of an HTML page says of its article: meta elements, JSON-LD, links. Said, not guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from riwaya.extract.dates import DateBounds, parse_published
from riwaya.extract.publication import NOT_STATED, Stated
from riwaya.extract.tables import canonical_outlet, outlet_of_host
from riwaya.model import PublishedSource

_ARTICLE_TYPES = re.compile(r"(?:article|blogposting|report|liveblogposting|newsitem|webpage)$", re.IGNORECASE)
_PUBLISHED_KEYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate",  # noqa: E501
    "publish_date", "publish-date", "published_date", "published-date", "publication_date", "article:published", "date_published",  # noqa: E501
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc.created", "cxenseparse:recs:publishtime",  # noqa: E501
    "parsely-pub-date", "sailthru.date", "article.published", "article_date_original", "og:pubdate", "citation_publication_date",  # noqa: E501
    "datecreated", "article:published_date", "published", "displaydate", "date",
)  # fmt: skip
_MODIFIED_KEYS = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)
_MAX_SCRIPT = 400_000


@dataclass(slots=True)
class PageFacts:
    """What a page's metadata says; empty where it says nothing.

    Attributes:
        titles: by trust: JSON-LD headline, og:title, twitter:title, <title>.
        published, updated: with the element that states them.
        site: the outlet's name; url: the canonical address.
    """

    titles: list[str] = field(default_factory=list)
    page_title: str = ""
    description: str = ""
    site: str = ""
    url: str = ""
    authors: list[str] = field(default_factory=list)
    published: Stated = NOT_STATED
    updated: Stated = NOT_STATED


def read_facts(root: Any, base: str, bounds: DateBounds) -> PageFacts:
    """Return what the metadata of the parsed page says; `base` resolves relative addresses."""
    metas = _meta_values(root)
    nodes = sorted(_article_nodes(root), key=lambda item: "webpage" in str(item.get("@type")).lower())
    node = nodes[0] if nodes else {}
    facts = PageFacts()
    title = root.find(".//title")
    facts.page_title = _clean(title.text_content() if title is not None else "")[:400]
    facts.titles = [value for value in (_clean(node.get("headline")), _clean(metas.get("og:title")), _clean(metas.get("twitter:title")),  # noqa: E501
                                        _clean(metas.get("title"))) if value]  # fmt: skip
    facts.description = _clean(metas.get("og:description") or metas.get("description") or node.get("description"))
    facts.site = _site_name(metas, node)
    facts.url = _address(root, metas, base)
    facts.authors = _authors(metas, nodes)
    facts.published = Stated(
        _first_date([item.get("datePublished") for item in nodes], bounds), PublishedSource.JSON_LD
    ) or Stated(_first_date([metas.get(key) for key in _PUBLISHED_KEYS], bounds), PublishedSource.META)
    facts.updated = Stated(
        _first_date([item.get("dateModified") for item in nodes], bounds), PublishedSource.JSON_LD_UPDATE
    ) or Stated(_first_date([metas.get(key) for key in _MODIFIED_KEYS], bounds), PublishedSource.META_UPDATE)
    return facts


def _clean(value: object) -> str:
    return " ".join(unescape(value).replace("\xa0", " ").split()) if isinstance(value, str) else ""


def _meta_values(root: Any) -> dict[str, str]:
    """Return the first value of every meta element by lower-case name, property or itemprop."""
    values: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for key in (element.get(attribute) or "").lower().split()[:4]:
                if key == "og:site_name" and _is_address(values.get(key, "http://")):
                    values[key] = content
                values.setdefault(key, content)
    return values


def _is_address(text: str) -> bool:
    return bool(
        re.match(
            r"(?:https?:)?//|www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|ae|sa|eg|ma|tn|dz|jo|lb|iq|ly|ps|qa)(?:/|$)",
            text.strip(),
            re.IGNORECASE,
        )
    )


def _site_name(metas: dict[str, str], node: dict[str, Any]) -> str:
    publisher = node.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else None
    for value in (
        metas.get("og:site_name"),
        name,
        metas.get("application-name"),
        metas.get("apple-mobile-web-app-title"),
    ):
        cleaned = _clean(value)
        if cleaned and not _is_address(cleaned) and len(cleaned) <= 80:
            return cleaned
    return ""


def _address(root: Any, metas: dict[str, str], base: str) -> str:
    """Return the canonical address of the page: link, og:url, else where it was captured."""
    canonical = ""
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            canonical = (element.get("href") or "").strip()
            break
    for value in (canonical, metas.get("og:url", "")):
        try:
            address = urljoin(base, value) if value else ""
            parts = urlsplit(address)
        except ValueError:
            continue
        # A canonical link to the front page is a template's mistake and names no article.
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return address
    return ""


def _authors(metas: dict[str, str], nodes: list[dict[str, Any]]) -> list[str]:
    names: list[str] = []
    for node in nodes[:1]:
        author = node.get("author")
        for item in author if isinstance(author, list) else [author]:
            name = item.get("name") if isinstance(item, dict) else item
            names.extend([name] if isinstance(name, str) else [])
    names = names or [metas.get("author", ""), metas.get("article:author", "")][:1]
    return [
        name for name in map(_clean, names) if name and not _is_address(name) and "@" not in name and len(name) <= 80
    ]


def _first_date(values: list[Any], bounds: DateBounds) -> str:
    for value in values:
        found = parse_published(value, bounds) if isinstance(value, str | int | float) else ""
        if found:
            return found
    return ""


def _article_nodes(root: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD nodes that describe the page's article; broken JSON gives its plain fields only."""
    for count, element in enumerate(root.iter("script")):
        if count > 400:
            return
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        text = (element.text or "")[:_MAX_SCRIPT]
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            yield from _broken_node(text)
            continue
        yield from _walk(data)


def _walk(data: Any) -> Iterator[dict[str, Any]]:
    pending = [data]
    for _ in range(200):
        if not pending:
            return
        item = pending.pop(0)
        if isinstance(item, list):
            pending.extend(item[:50])
        elif isinstance(item, dict):
            kinds = item.get("@type")
            if any(
                isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield item
            # Lists of other articles hang on itemListElement and the like, which are not followed.
            pending.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(item.get(key), list | dict)
            )


def _broken_node(text: str) -> Iterator[dict[str, Any]]:
    if not re.search(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting)"', text):
        return
    found = {
        key: match[1]
        for key in ("datePublished", "dateModified")
        if (match := re.search(rf'"{key}"\s*:\s*"([^"\\]{{4,60}})"', text))
    }
    if found:
        yield found


def outlet_by_address(url: str) -> str:
    """Return the outlet's name by the reviewed table of domains, else the bare host name, "" without an address."""
    try:
        parts = urlsplit(unquote(url))
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    first = parts.path.strip("/").split("/")[0].lower()
    return outlet_of_host(host, first) or host.removeprefix("www.")


def outlet_of_page(site: str, url: str) -> str:
    """Return the outlet of a page that names itself `site` ("" if it does not) and stands at `url`.

    The reviewed table of domains outranks a name in Latin letters that no table knows; an Arabic one is the page's own.
    """
    named, by_address = canonical_outlet(site), outlet_by_address(url)
    foreign = named == site and not re.search("[\u0621-\u064a]", site)
    return by_address if foreign and ("." not in by_address or not site) else named
