"""What comes out of gzip, bzip2, xz and zip, within the expansion limits."""

from __future__ import annotations

import bz2
import lzma
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Protocol

from riwaya.errors import BadItem, Reason
from riwaya.ingest.config import IngestConfig
from riwaya.ingest.streams import Blob, ByteStream, Pull

_XZ_MEMORY = 256_000_000  # bytes; `xz -9` needs 65 MB, a hostile header may ask for 4 GB
# zipfile raises RuntimeError for a missing password and for a method that it does not know.
_BROKEN = (zlib.error, lzma.LZMAError, zipfile.BadZipFile, EOFError, OSError, ValueError, struct.error, RuntimeError)
# Documents that are zip archives inside: their members are not pages.
_OFFICE_MEMBERS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/container.xml"})


class _Decompressor(Protocol):
    """What the three standard decompressors have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


_MAKERS: dict[str, Callable[[], _Decompressor]] = {
    "gzip": lambda: zlib.decompressobj(wbits=31),
    "bzip2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY),
}


class _Expander:
    """A gzip, bzip2 or xz stream on its way out, its members one after another."""

    def __init__(self, source: Blob, make: Callable[[], _Decompressor]) -> None:
        self._source = source
        self._make = make
        self._decompressor = make()
        self._pending = b""

    def pull(self, size: int) -> bytes:
        """Return the next bytes that come out, b"" at the end.

        Raises:
            BadItem: DAMAGED_ARCHIVE, EXPANSION_LIMIT, or what the source raises.
        """
        try:
            data = self._advance(size)
        except (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
            raise self._source.reject(Reason.DAMAGED_ARCHIVE, str(error)) from error
        self._source.budget.expand(len(data))
        return data

    def _advance(self, size: int) -> bytes:
        while True:
            if self._decompressor.eof and not self._next_member():
                return b""
            data = self._pending or self._source.stream.read_some()
            expanded = self._decompressor.decompress(data, size)
            self._pending = getattr(self._decompressor, "unconsumed_tail", b"")
            if expanded:
                return expanded
            if not data and not self._decompressor.eof:
                raise self._source.reject(Reason.DAMAGED_ARCHIVE, "ends in the middle of the compressed data")

    def _next_member(self) -> bool:
        """Begin the member behind the finished one; zero bytes may pad its start."""
        rest = self._decompressor.unused_data.lstrip(b"\0")
        while not rest:
            data = self._source.stream.read_some()
            if not data:
                return False
            rest = data.lstrip(b"\0")
        self._decompressor = self._make()
        self._pending = rest
        return True


def open_compressed(blob: Blob, method: str, config: IngestConfig) -> Blob:
    """Return what a gzip, bzip2 or xz blob holds.

    Args:
        blob: the compressed bytes.
        method: gzip, bzip2 or xz.
        config: gives the nesting limit.

    Raises:
        BadItem: EXPANSION_LIMIT for too many layers.
    """
    _check_depth(blob, config)
    expander = _Expander(blob, _MAKERS[method])
    stem, _, suffix = blob.hint.rpartition(".")
    hint = {"tgz": f"{stem}.tar"}.get(suffix.lower(), stem) if stem else blob.hint
    return replace(blob, hint=hint, stream=ByteStream(expander.pull), path=None, depth=blob.depth + 1)


def read_members(blob: Blob, config: IngestConfig) -> Iterator[Blob | BadItem]:
    """Yield the members of a zip archive in its own order, and a BadItem for each that cannot be opened.

    Raises:
        BadItem: the archive itself is damaged, too deep, too large to spool, or an office document.
    """
    _check_depth(blob, config)
    with _seekable(blob, config) as handle:
        try:
            archive = zipfile.ZipFile(handle)
        except _BROKEN as error:
            raise blob.reject(Reason.DAMAGED_ARCHIVE, str(error)) from error
        with archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            names = {info.filename for info in members}
            if names & _OFFICE_MEMBERS:
                raise blob.reject(Reason.UNKNOWN_FORMAT, "an office document or program, not an archive of pages")
            members = [info for info in members if not _is_hidden(info.filename)]
            if not members:
                raise blob.reject(Reason.EMPTY, "an archive without members")
            unread = blob.path.stat().st_size if blob.path is not None else 0
            blob.budget.consumed = 0 if unread else blob.budget.consumed
            for info in members:
                # Counted member by member, so that sound ones do not pay for a bomb; never more than the file has.
                blob.budget.consume(min(info.compress_size, unread))
                unread -= min(info.compress_size, unread)
                yield from _open_member(blob, archive, info)


def _open_member(blob: Blob, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Blob | BadItem]:
    shown = info.filename.encode("utf-8", "replace").decode("utf-8")
    member = replace(blob, name=f"{blob.name}!{shown}", key=f"{blob.key}!{shown}", hint=shown.rpartition("/")[2])
    try:
        handle = archive.open(info)
    except _BROKEN as error:
        locked = info.flag_bits & 1
        yield member.reject(Reason.UNREADABLE if locked else Reason.DAMAGED_ARCHIVE, str(error))
        return
    with handle:
        stream = ByteStream(_pull_from_member(member, handle))
        yield replace(member, named=False, stream=stream, path=None, depth=blob.depth + 1)


def _pull_from_member(member: Blob, handle: IO[bytes]) -> Pull:
    def pull(size: int) -> bytes:
        try:
            data = handle.read(size)
        except _BROKEN as error:
            raise member.reject(Reason.DAMAGED_ARCHIVE, str(error)) from error
        member.budget.expand(len(data))
        return data

    return pull


def _is_hidden(name: str) -> bool:
    # A member of «..» is read like any other: nothing is ever written where a member's name says.
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))


def _check_depth(blob: Blob, config: IngestConfig) -> None:
    if blob.depth >= config.max_nesting:
        raise blob.reject(Reason.EXPANSION_LIMIT, f"more than {config.max_nesting} layers of compression")


@contextmanager
def _seekable(blob: Blob, config: IngestConfig) -> Iterator[IO[bytes]]:
    """Give a seekable file of the blob's bytes: the file itself, or a copy on disk of what a stream holds."""
    if blob.path is not None:
        with blob.path.open("rb") as handle:
            yield handle
        return
    with tempfile.TemporaryFile() as copy:
        spool(blob, copy, config)
        copy.seek(0)
        yield copy


def spool(blob: Blob, target: IO[bytes], config: IngestConfig) -> None:
    """Copy the blob's bytes to a file on disk.

    Raises:
        BadItem: TOO_LARGE above `max_spool_bytes`; or what the stream raises.
    """
    size = 0
    while data := blob.stream.read_some():
        size += len(data)
        if size > config.max_spool_bytes:
            raise blob.reject(Reason.TOO_LARGE, f"more than {config.max_spool_bytes} bytes")
        target.write(data)
    target.flush()


@contextmanager
def on_disk(blob: Blob, suffix: str, config: IngestConfig) -> Iterator[Path]:
    """Give a path, free of wildcard characters, at which the blob's bytes can be read."""
    with tempfile.TemporaryDirectory(prefix="riwaya-") as folder:
        path = Path(folder) / f"source{suffix}"
        if blob.path is not None:
            path.symlink_to(blob.path.resolve())
        else:
            with path.open("wb") as target:
                spool(blob, target, config)
        yield path
