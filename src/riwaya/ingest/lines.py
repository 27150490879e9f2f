"""Decoded text out of a byte stream: line by line, or in pieces; each line may turn out in another character set."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.ingest.charset import declared_charset, detect_charset, is_utf8
from riwaya.ingest.streams import CHUNK, ByteStream


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line: number from 1, text with its line end, whether it was cut at the limit."""

    number: int
    text: str
    cut: bool


def to_narrow(stream: ByteStream) -> ByteStream:
    """Return the stream without a byte order mark, and in UTF-8 if it was UTF-16 or UTF-32."""
    charset = detect_charset(stream.peek(CHUNK))
    if charset == "utf-8-sig":
        stream.read(len(codecs.BOM_UTF8))
        return stream
    if not charset.startswith(("utf-16", "utf-32")):
        return stream
    decoder = codecs.getincrementaldecoder(charset)("replace")

    def pull(size: int) -> bytes:
        while data := stream.read_some(size):
            if text := decoder.decode(data):
                return text.encode("utf-8", "replace")
        return decoder.decode(b"", final=True).encode("utf-8", "replace")

    return ByteStream(pull)


def read_lines(stream: ByteStream, limit: int) -> Iterator[Line]:
    """Yield the lines of a stream; one longer than `limit` bytes is cut and its rest dropped.

    A line that is not UTF-8 is read in the one other character set that the beginning, or the first such line, shows.
    """
    fallback = detect_charset(stream.peek(CHUNK))
    fallback = "" if fallback.startswith("utf") else fallback
    number = 0
    while raw := stream.readline(limit):
        number += 1
        cut = len(raw) >= limit and not raw.endswith(b"\n")
        if cut:
            stream.skip_line()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            if cut and is_utf8(raw):
                text = raw.decode("utf-8", "ignore")
            else:
                fallback = fallback or detect_charset(raw)
                text = raw.decode(fallback or "utf-8", "replace")
        yield Line(number, text, cut)


def read_pieces(stream: ByteStream) -> Iterator[str]:
    """Yield the text of a stream in pieces; its character set is decided at the first piece that is not ASCII."""
    while (data := stream.read_some()) and data.isascii():
        yield data.decode("ascii")
    if not data:
        return
    ahead = data + stream.peek(CHUNK)
    charset = detect_charset(ahead, declared_charset(ahead)) or "utf-8"
    decoder = codecs.getincrementaldecoder(charset)("replace")
    while data:
        yield decoder.decode(data)
        data = stream.read_some()
    yield decoder.decode(b"", final=True)
