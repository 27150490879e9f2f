"""Entries of RSS and Atom feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from riwaya.errors import BadItem, Reason
from riwaya.ingest.charset import detect_charset
from riwaya.ingest.config import IngestConfig
from riwaya.ingest.rows import Row
from riwaya.ingest.streams import Blob
from riwaya.ingest.values import as_line, is_html

_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^<>\[]|\[[^\]]*\])*>", re.IGNORECASE)
_PROLOGUE_LIMIT = 8192
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
# What feedparser is known to let out on damaged input; it has no error of its own.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OverflowError)


def read_feed(blob: Blob, config: IngestConfig) -> Iterator[Row | BadItem]:
    """Yield the entries of a feed as rows.

    The content of an entry is its text, else its summary; markup stays markup.

    Raises:
        BadItem: TOO_LARGE, BAD_ENCODING, DAMAGED_MARKUP, EMPTY; or what the stream raises.
    """
    import feedparser  # slow to import, and only feeds need it

    content = blob.read_whole(config.max_page_bytes)
    charset = detect_charset(content)
    if not charset:
        raise blob.reject(Reason.BAD_ENCODING, "no character set makes text of it")
    # The declaration may name another character set, and a document type may define entities without end.
    text = _without_prologue(content.decode(charset, "replace"))
    try:
        parsed = feedparser.parse(
            text.encode("utf-8", "replace"),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except _BROKEN as error:
        raise blob.reject(Reason.DAMAGED_MARKUP, f"not readable as a feed: {error}") from error
    if not parsed.entries:
        raise blob.reject(Reason.EMPTY, "a feed without entries")
    for number, entry in enumerate(parsed.entries, start=1):
        yield Row(number, "entry", _entry_values(parsed.feed, entry))


def _without_prologue(text: str) -> str:
    """Return a feed without its declaration and its document type, both of which stand before the first element."""
    text = text.lstrip("\ufeff \t\r\n")
    if found := _DECLARATION.match(text[:_PROLOGUE_LIMIT]):
        text = text[found.end() :]
    start = text[:_PROLOGUE_LIMIT].upper().find("<!DOCTYPE")
    if start >= 0 and (found := _DOCTYPE.match(text, start)):
        text = text[:start] + text[found.end() :]
    return text


def _entry_values(feed: Mapping[str, object], entry: Mapping[str, object]) -> dict[str, object]:
    contents = entry.get("content")
    bodies = [part for part in contents if isinstance(part, dict)] if isinstance(contents, list) else []
    full = next((str(part["value"]) for part in bodies if str(part.get("value") or "").strip()), "")
    summary = entry.get("summary")
    summary = summary if isinstance(summary, str) and summary.strip() else ""
    body = full or summary
    source = entry.get("source")
    detail = summary if full and summary.strip() != full.strip() and not _is_marked_up(summary) else ""
    authors = entry.get("authors")
    return {
        "url": as_line(entry.get("link")) or as_line(entry.get("id")),
        "outlet": as_line(source.get("title") if isinstance(source, dict) else "") or as_line(feed.get("title")),
        "title": entry.get("title"),
        "published": entry.get("published") or entry.get("updated"),
        "html" if _is_marked_up(body) else "text": body,
        "standfirst": detail,
        "authors": [name for name in authors if name]
        if isinstance(authors, list) and any(authors)
        else entry.get("author"),
        "language": feed.get("language"),
    }


def _is_marked_up(text: str) -> bool:
    return is_html(text) or _ENTITY.search(text) is not None
