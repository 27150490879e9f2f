"""Responses out of WARC files.

The records are cut here and each is handed to fastwarc alone: given a stream, fastwarc ends (and in places panics) at
the first damaged record, and a crawl's other records are worth having.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from fastwarc.warc import ArchiveIterator, WarcRecordType

from riwaya.errors import BadItem, Reason
from riwaya.ingest.config import IngestConfig
from riwaya.ingest.streams import Blob, ByteStream

_HEADER_LIMIT = 65_536
_PAGE_TYPES = re.compile(r"text/(?:html|plain)|application/xhtml\+xml|\s*(?:;|$)", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Response:
    """One captured response: its decoded body, and what was said about it."""

    number: int
    url: str
    captured: str
    charset: str
    content: bytes


def read_responses(blob: Blob, config: IngestConfig) -> Iterator[Response | BadItem]:
    """Yield the HTML and text responses with status 200, a BadItem for each damaged record.

    Requests, redirections, pictures, scripts and style sheets are passed over.

    Raises:
        BadItem: what the stream raises (a file cut off within compressed data), EMPTY without any response.
    """
    number = found = 0
    while True:
        header = _read_header(blob.stream)
        if not header:
            break
        number += 1
        fields = _fields(header)
        length = fields.get("content-length", b"")
        if not header.startswith(b"WARC/") or not length.isdigit() or len(length) > 15:
            yield _bad(blob, number, Reason.DAMAGED_ARCHIVE, "not a record; going on at the next one")
            _resynchronise(blob.stream)
            found += 1
            continue
        if fields.get("warc-type", b"").lower() != b"response":
            complete = blob.stream.skip(int(length)) == int(length)
            outcome = None
        else:
            complete, outcome = _read_response(blob, number, (header, fields, int(length)), config)
        if not complete:
            yield _bad(blob, number, Reason.DAMAGED_ARCHIVE, "the file ends within this record")
            return
        if outcome is not None:
            found += 1
            yield outcome
    if not found:
        raise blob.reject(Reason.EMPTY, "no HTML or text response with status 200")


def _bad(blob: Blob, number: int, reason: Reason, detail: str) -> BadItem:
    return BadItem(f"{blob.name}#{number}", reason, f"record {number}: {detail}")


def _read_header(stream: ByteStream) -> bytes:
    """Return the header of the next record, b"" at the end; a line that begins none is returned alone."""
    line = stream.readline(_HEADER_LIMIT)
    while line and not line.strip():
        line = stream.readline(_HEADER_LIMIT)
    if not line.startswith(b"WARC/"):
        return line
    header = bytearray(line)
    while (line := stream.readline(_HEADER_LIMIT)).strip() and len(header) < _HEADER_LIMIT:
        header += line
    return bytes(header)


def _fields(header: bytes) -> dict[str, bytes]:
    """Return the fields of a record's header by their names in lower case."""
    pairs = (line.partition(b":") for line in header.split(b"\n")[1:])
    return {name.strip().lower().decode("ascii", "replace"): value.strip() for name, colon, value in pairs if colon}


def _resynchronise(stream: ByteStream) -> None:
    """Go to the next line that begins a record."""
    while not stream.peek(5).startswith(b"WARC/") and stream.peek(1):
        stream.skip_line()


def _read_response(
    blob: Blob, number: int, record: tuple[bytes, dict[str, bytes], int], config: IngestConfig
) -> tuple[bool, Response | BadItem | None]:
    """Return whether the record is all there, and its outcome: None for one that is not meant to be read."""
    header, fields, length = record
    if length > config.max_page_bytes + _HEADER_LIMIT:
        complete = blob.stream.skip(length) == length
        return complete, _bad(blob, number, Reason.TOO_LARGE, f"{length} bytes")
    body = blob.stream.read(length)
    if len(body) < length:
        return False, None
    raw = header + b"\r\n" + body + b"\r\n\r\n"
    try:
        payload, content_type = _decode(raw, "all", config.max_page_bytes)
    except (OSError, ValueError):
        # A body that is not compressed as its header says was stored unpacked.
        try:
            payload, content_type = _decode(raw, "none", config.max_page_bytes)
        except (OSError, ValueError) as error:
            return True, _bad(blob, number, Reason.DAMAGED_ARCHIVE, str(error))
    if payload is None or not _PAGE_TYPES.match(content_type):
        return True, None
    if len(payload) > config.max_page_bytes:
        return True, _bad(blob, number, Reason.EXPANSION_LIMIT, f"a body of more than {config.max_page_bytes} bytes")
    charset = _CHARSET.search(content_type)
    return True, Response(
        number,
        fields.get("warc-target-uri", b"").decode("utf-8", "replace").strip("<> "),
        fields.get("warc-date", b"").decode("ascii", "replace"),
        charset[1] if charset else "",
        payload,
    )


def _decode(raw: bytes, decoding: Literal["all", "none"], limit: int) -> tuple[bytes | None, str]:
    """Return the body (at most one byte above the limit) and its declared type; no body unless the status is 200."""
    for record in ArchiveIterator(BytesIO(raw), record_types=WarcRecordType.response, auto_decode=decoding):
        headers = record.http_headers
        if headers is None or headers.status_code != 200:
            return None, ""
        return record.reader.read(limit + 1), headers.get("Content-Type") or ""
    return None, ""
