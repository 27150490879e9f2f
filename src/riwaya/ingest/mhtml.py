"""The page in a web archive saved by a browser (MHTML: a MIME message with the page and its pictures).

Read by hand rather than with the standard mail parser, which raises many kinds of errors on damaged messages.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from riwaya.errors import Reason
from riwaya.ingest.streams import Blob

_DEPTH = 4
_PARTS = 2_000
_HEADER_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_FOLDED = re.compile(rb"\r?\n[ \t]+")
_BOUNDARY = re.compile(r"""boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page itself: bytes, the address it was saved from, when, and the character set declared for it."""

    content: bytes
    url: str
    captured: str
    charset: str


def read_mhtml(blob: Blob, message: bytes) -> SavedPage:
    """Return the page in a MIME message.

    Raises:
        BadItem: DAMAGED_MARKUP where no HTML or text part can be found.
    """
    top, _ = _split_header(message)
    for headers, body in _parts(message, _DEPTH):
        kind = headers.get("content-type", "text/plain").lower()
        if not kind.startswith(("text/html", "application/xhtml", "text/plain")):
            continue
        charset = _CHARSET.search(kind)
        address = top.get("snapshot-content-location") or headers.get("content-location") or top.get("content-location")
        return SavedPage(
            _decode(body, headers.get("content-transfer-encoding", "").lower()),
            address if address and "://" in address and not address.startswith("cid:") else "",
            _captured(top.get("date", "")),
            charset[1] if charset else "",
        )
    raise blob.reject(Reason.DAMAGED_MARKUP, "a web archive without a page")


def _split_header(part: bytes) -> tuple[dict[str, str], bytes]:
    """Return the header fields (lower-case names, unfolded) and the body."""
    found = _HEADER_END.search(part)
    head, body = (part[: found.start()], part[found.end() :]) if found else (part[:8192], b"")
    headers: dict[str, str] = {}
    for line in _FOLDED.sub(b" ", head[:65_536]).splitlines():
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers, body


def _parts(message: bytes, depth: int) -> Iterator[tuple[dict[str, str], bytes]]:
    """Yield the leaves of a message, pages before plain text."""
    headers, body = _split_header(message.lstrip())
    boundary = _BOUNDARY.search(headers.get("content-type", ""))
    if not headers.get("content-type", "").lower().startswith("multipart/") or boundary is None or not depth:
        yield headers, body
        return
    mark = b"--" + (boundary[1] or boundary[2]).encode("utf-8", "replace")
    leaves = [leaf for piece in body.split(mark, _PARTS)[1:] if piece[:2] != b"--" for leaf in _parts(piece, depth - 1)]
    yield from sorted(leaves, key=lambda leaf: "html" not in leaf[0].get("content-type", "").lower())


def _decode(body: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return b""
    return body


def _captured(value: str) -> str:
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
