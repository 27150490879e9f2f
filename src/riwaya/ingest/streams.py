"""Byte streams read once, forwards, within limits; what they cannot give becomes a BadItem."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from riwaya.errors import BadItem, Reason
from riwaya.ingest.config import IngestConfig

CHUNK = 65_536

Pull = Callable[[int], bytes]


class ByteStream:
    """Bytes from a pull function, with look-ahead.

    `pull(size)` gives between one and `size` bytes (or a few more), b"" at the end, or raises BadItem. What came
    before such an error is given first; then the error is raised, in place of a piece cut short by it.
    """

    def __init__(self, pull: Pull) -> None:
        self._pull = pull
        self._buffer = bytearray()
        self._start = 0
        self._ended = False
        self._error: BadItem | None = None

    def _fill(self, size: int) -> None:
        """Have `size` bytes ahead unless the stream ends first."""
        if self._start and len(self._buffer) - self._start < size:
            del self._buffer[: self._start]
            self._start = 0
        while not self._ended and len(self._buffer) - self._start < size:
            try:
                data = self._pull(CHUNK)
            except BadItem as error:
                self._error, data = error, b""
            self._ended = not data
            self._buffer += data

    def _take(self, size: int, *, whole: bool) -> bytes:
        """Take what is at hand, at most `size` bytes; where `whole` is set, less only at a sound end."""
        data = bytes(self._buffer[self._start : self._start + size])
        if self._error is not None and (not data or (whole and len(data) < size)):
            raise self._error
        self._start += len(data)
        return data

    def holds_more_than(self, size: int) -> bool:
        """Return whether more than `size` bytes are left."""
        self._fill(size + 1)
        return len(self._buffer) - self._start > size

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes (fewer at the end) without taking them."""
        self._fill(size)
        if self._error is not None and len(self._buffer) == self._start:
            raise self._error
        return bytes(self._buffer[self._start : self._start + size])

    def read(self, size: int) -> bytes:
        """Take the next `size` bytes, fewer only at the end."""
        self._fill(size)
        return self._take(size, whole=True)

    def read_some(self, size: int = CHUNK) -> bytes:
        """Take what is at hand, at most `size` bytes; b"" at the end."""
        self._fill(1)
        return self._take(size, whole=False)

    def readline(self, limit: int) -> bytes:
        """Take up to and including the next newline, at most `limit` bytes; b"" at the end."""
        searched, ahead = 0, CHUNK
        while True:
            self._fill(min(ahead, limit))
            found = self._buffer.find(b"\n", self._start + searched)
            available = len(self._buffer) - self._start
            if found >= 0:
                return self._take(min(found + 1 - self._start, limit), whole=True)
            if self._ended or available >= limit:
                return self._take(limit, whole=True)
            searched, ahead = available, available + CHUNK

    def skip_line(self) -> None:
        """Drop everything up to and including the next newline."""
        while (piece := self.readline(CHUNK)) and not piece.endswith(b"\n"):
            pass

    def skip(self, size: int) -> int:
        """Drop `size` bytes and return how many there were."""
        left = size
        while left and (data := self.read_some(min(left, CHUNK))):
            left -= len(data)
        return size - left


class ExpansionBudget:
    """How many bytes may still come out of one compressed file, all its layers together."""

    def __init__(self, item: str, config: IngestConfig) -> None:
        self._item = item
        self._ratio = config.max_expansion_ratio
        self.free = config.free_expansion_bytes
        self.consumed = 0
        self.expanded = 0
        self.exhausted = False

    @property
    def allowed(self) -> int:
        """Return how many bytes may have come out by now."""
        return max(self.free, self._ratio * self.consumed)

    def consume(self, size: int) -> None:
        """Count bytes read from the file itself."""
        self.consumed += size

    def expand(self, size: int) -> None:
        """Count bytes that came out.

        Raises:
            BadItem: EXPANSION_LIMIT.
        """
        self.expanded += size
        if self.expanded > self.allowed:
            self.exhausted = True
            detail = f"{self.consumed} bytes expand to more than {self.allowed}"
            raise BadItem(self._item, Reason.EXPANSION_LIMIT, detail)


@dataclass(frozen=True, slots=True)
class Blob:
    """One thing to read: a file, standard input, what a compressed file holds, a member of an archive.

    Attributes:
        name: as shown to people; `path!member` for a member of an archive.
        key: the page key where no URL is known.
        hint: file name whose extension may help, compression suffixes taken off.
        named: whether the user named this very file, rather than a folder or an archive that holds it.
        stream: its bytes.
        path: the plain file on disk, if these bytes are one.
        depth: layers of compression taken off so far.
        budget: of the outermost file.
    """

    name: str
    key: str
    hint: str
    named: bool
    stream: ByteStream
    path: Path | None
    depth: int
    budget: ExpansionBudget

    @property
    def extension(self) -> str:
        """Return the lower-case extension of the hint, without a dot."""
        return self.hint.rpartition(".")[2].lower() if "." in self.hint else ""

    def reject(self, reason: Reason, detail: str = "") -> BadItem:
        """Return the error that says this blob cannot be used."""
        return BadItem(self.name, reason, detail)

    def read_whole(self, limit: int) -> bytes:
        """Return all bytes.

        Raises:
            BadItem: TOO_LARGE, or EXPANSION_LIMIT where the size comes from a compression bomb.
        """
        content = self.stream.read(limit + 1)
        if len(content) > limit:
            self.drain()
            raise self.reject(Reason.TOO_LARGE, f"more than {limit} bytes")
        return content

    def drain(self) -> None:
        """Expand a little further, so that a compression bomb is called one whatever it starts with."""
        if self.depth:
            self.stream.skip(min(self.budget.allowed, 2 * self.budget.free) + CHUNK)


def pull_from_file(handle: BinaryIO, name: str, budget: ExpansionBudget) -> Pull:
    """Return a pull function over an open file that turns its failures into UNREADABLE."""

    def pull(size: int) -> bytes:
        try:
            data = handle.read(size) or b""
        except OSError as error:
            raise BadItem(name, Reason.UNREADABLE, error.strerror or str(error)) from error
        budget.consume(len(data))
        return data

    return pull
