"""Sources to pages: each thing is looked at, unpacked where it is packed, and read by the reader of its kind."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from riwaya.arabic.charsets import MIXED
from riwaya.errors import BadItem, Reason
from riwaya.ingest.charset import detect_charset, error_share, is_mixed
from riwaya.ingest.compression import open_compressed, read_members
from riwaya.ingest.config import IngestConfig
from riwaya.ingest.feeds import read_feed
from riwaya.ingest.mhtml import read_mhtml
from riwaya.ingest.objects import read_objects
from riwaya.ingest.parquet import read_parquet
from riwaya.ingest.rows import Row, read_rows
from riwaya.ingest.sniff import HEAD, Kind, Sniffed, sniff
from riwaya.ingest.sources import Found, check_sources, walk
from riwaya.ingest.streams import Blob, ByteStream, ExpansionBudget, pull_from_file
from riwaya.ingest.tables import read_table
from riwaya.ingest.warc import Response, read_responses
from riwaya.model import Page, Rejection, Stage

_COMPRESSED = {Kind.GZIP: "gzip", Kind.BZIP2: "bzip2", Kind.XZ: "xz"}
_ROWS: dict[Kind, Callable[[Blob, IngestConfig], Iterator[Row | BadItem]]] = {
    Kind.TABLE: read_table,
    Kind.JSON: read_objects,
    Kind.PARQUET: read_parquet,
    Kind.FEED: read_feed,
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_MOST_DAMAGE = 0.1  # share of replacement characters among the non-ASCII ones


def read_sources(sources: Sequence[str], config: IngestConfig) -> Iterator[Page | Rejection]:
    """Return the pages of files, folders, globs and "-" (standard input), and a rejection for all that is none.

    Reads forwards and holds one page at a time. The sources are checked at once, before the first page is asked for.

    Raises:
        UsageError: a source matches nothing (at once); a file that the user named lacks a mapped column (on reading).
    """
    return _read_all(check_sources(sources), config)


def _read_all(paths: list[str], config: IngestConfig) -> Iterator[Page | Rejection]:
    for found in walk(paths):
        if isinstance(found, BadItem):
            yield _rejection(found)
            continue
        try:
            if found.path is None:
                yield from _read_handle(found, sys.stdin.buffer, config)
            else:
                with found.path.open("rb", buffering=0) as handle:
                    yield from _read_handle(found, handle, config)
        except OSError as error:
            yield _rejection(BadItem(found.name, Reason.UNREADABLE, error.strerror or str(error)))


def _read_handle(found: Found, handle: BinaryIO | io.FileIO, config: IngestConfig) -> Iterator[Page | Rejection]:
    budget = ExpansionBudget(found.name, config)
    path = found.path if found.path is not None and found.path.is_file() else None
    name = found.path.name if found.path is not None else ""
    stream = ByteStream(pull_from_file(handle, found.name, budget))
    blob = Blob(found.name, found.key, name, found.named, stream, path, 0, budget)
    yield from _read_blob(blob, config)


def _read_blob(blob: Blob, config: IngestConfig) -> Iterator[Page | Rejection]:
    """Yield what a blob holds; whatever is wrong with it becomes a rejection behind what was good."""
    try:
        for outcome in _read_kind(blob, config):
            yield _rejection(outcome) if isinstance(outcome, BadItem) else outcome
    except BadItem as bad:
        yield _rejection(bad)


def _read_kind(blob: Blob, config: IngestConfig) -> Iterator[Page | Rejection | BadItem]:
    sniffed = sniff(blob.stream.peek(HEAD), blob.extension)
    kind = sniffed.kind
    if kind is Kind.EMPTY and not blob.stream.holds_more_than(HEAD):
        raise blob.reject(Reason.EMPTY)
    if kind in (Kind.UNKNOWN, Kind.EMPTY):
        blob.drain()
        raise blob.reject(Reason.UNKNOWN_FORMAT, sniffed.problem or "nothing but white space at its beginning")
    if kind in _COMPRESSED:
        yield from _read_blob(open_compressed(blob, _COMPRESSED[kind], config), config)
    elif kind is Kind.ZIP:
        yield from _read_archive(blob, config)
    elif kind is Kind.WARC:
        yield from _read_warc(blob, config)
    elif kind in _ROWS:
        yield from read_rows(blob, _ROWS[kind](blob, config), config)
    else:
        content = blob.read_whole(config.max_page_bytes)
        if kind is Kind.MHTML:
            saved = read_mhtml(blob, content)
            yield _make_page(blob, Response(0, saved.url, saved.captured, saved.charset, saved.content))
        else:
            yield _make_page(blob, Response(0, "", "", "", content), sniffed)


def _read_archive(blob: Blob, config: IngestConfig) -> Iterator[Page | Rejection | BadItem]:
    for member in read_members(blob, config):
        if isinstance(member, BadItem):
            yield member
            continue
        yield from _read_blob(member, config)
        if blob.budget.exhausted:  # every further member would only say so again
            return


def _read_warc(blob: Blob, config: IngestConfig) -> Iterator[Page | BadItem]:
    for response in read_responses(blob, config):
        if isinstance(response, BadItem):
            yield response
            continue
        try:
            yield _make_page(blob, response)
        except BadItem as bad:
            item = response.url or f"{blob.name}#{response.number}"
            yield BadItem(item, bad.reason, bad.detail)


def _make_page(blob: Blob, capture: Response, sniffed: Sniffed | None = None) -> Page:
    """Return the page of captured bytes, sniffed here unless they were before.

    Raises:
        BadItem: EMPTY, UNKNOWN_FORMAT, BAD_ENCODING.
    """
    content = capture.content
    sniffed = sniffed or sniff(content[:HEAD], "" if capture.url else blob.extension)
    kind = sniffed.kind
    if kind is Kind.EMPTY:
        raise blob.reject(Reason.EMPTY)
    if kind not in (Kind.HTML, Kind.TEXT, Kind.MHTML, Kind.TABLE, Kind.JSON):
        raise blob.reject(Reason.UNKNOWN_FORMAT, sniffed.problem or f"not a page but {kind.name.lower()}")
    charset = sniffed.charset if len(content) <= HEAD else ""
    charset = charset or detect_charset(content, capture.charset)
    if is_mixed(content):
        charset = MIXED
    elif not charset or error_share(content, charset) > _MOST_DAMAGE:
        raise blob.reject(Reason.BAD_ENCODING, "no character set makes text of it")
    key = capture.url or blob.key
    return Page(
        id=Page.make_id(key, content),
        key=key,
        source=capture.url or blob.name,
        url=capture.url,
        captured=capture.captured,
        media_type="text/html" if kind is Kind.HTML else "text/plain",
        charset=charset,
        content=content,
    )


def _rejection(bad: BadItem) -> Rejection:
    """Return the rejection with its texts on one line and free of what cannot be stored."""
    return Rejection(_line(bad.item, 2000), Stage.INGEST, bad.reason, _line(bad.detail, 500))


def _line(text: str, limit: int) -> str:
    return _CONTROL.sub(" ", text[:limit]).encode("utf-8", "replace").decode("utf-8").strip()
