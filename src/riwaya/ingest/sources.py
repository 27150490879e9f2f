"""Files behind the sources that a user names: files, folders, globs, standard input."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.errors import BadItem, Reason, UsageError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read.

    Attributes:
        name: the path as given, fit for printing.
        path: None for standard input.
        named: whether the user named this file (or a glob that matches it) rather than its folder.
    """

    name: str
    path: Path | None
    named: bool

    @property
    def resolved(self) -> Path:
        """Return the absolute path without links, as far as it can be known."""
        path = self.path or Path(STANDARD_INPUT)
        try:
            return path.resolve()
        except (OSError, RuntimeError):  # links in a circle
            return path.absolute()

    @property
    def key(self) -> str:
        """Return the last two parts of the resolved path: the same wherever the folder lies."""
        if self.path is None:
            return STANDARD_INPUT
        return "/".join(printable(part) for part in self.resolved.parts[-2:] if part != os.sep)


def check_sources(sources: Sequence[str]) -> list[str]:
    """Return the paths that the sources stand for: globs matched, in order.

    Raises:
        UsageError: no source, or one that matches nothing.
    """
    if not sources:
        raise UsageError("no source given")
    paths: list[str] = []
    for source in sources:
        if source == STANDARD_INPUT or _exists(source):
            paths.append(source)
            continue
        # Path.glob would take hidden files along and refuses absolute patterns.
        matches = sorted(glob.glob(source, recursive=True)) if "\0" not in source else []  # noqa: PTH207
        if not matches:
            wild = glob.has_magic(source)
            raise UsageError(f"{printable(source)}: {'matches nothing' if wild else 'no such file or folder'}")
        paths.extend(matches)
    return paths


def _exists(source: str) -> bool:
    try:
        return bool(source) and os.path.lexists(source)
    except ValueError:  # a NUL byte
        return False


def walk(paths: Sequence[str]) -> Iterator[Found | BadItem]:
    """Yield the files behind the paths, each once, folders in name order, hidden entries left out."""
    seen: set[Path] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            yield Found(STANDARD_INPUT, None, named=True)
            continue
        top = Path(path)
        entries = _walk_folder(top) if top.is_dir() else iter([Found(printable(path), top, named=True)])
        for entry in entries:
            if isinstance(entry, Found) and len(paths) > 1:
                if entry.resolved in seen:
                    continue
                seen.add(entry.resolved)
            yield entry


def _walk_folder(top: Path) -> Iterator[Found | BadItem]:
    """Yield the files of a folder; a folder reached again through a link is left out."""
    visited: set[tuple[int, int]] = set()
    pending = [top]
    count = 0
    while pending:
        folder = pending.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            names = sorted(child.name for child in folder.iterdir() if not child.name.startswith("."))
        except OSError as error:
            yield BadItem(printable(str(folder)), Reason.UNREADABLE, error.strerror or str(error))
            continue
        folders = []
        for name in names:
            path = folder / name
            kind = _kind(path)
            if kind == "folder":
                folders.append(path)
                continue
            count += 1
            if kind == "file":
                yield Found(printable(str(path)), path, named=False)
            else:
                yield BadItem(printable(str(path)), Reason.UNREADABLE, kind)
        pending.extend(reversed(folders))
    if not count:
        yield BadItem(printable(str(top)), Reason.EMPTY, "a folder without files")


def _kind(path: Path) -> str:
    """Return folder, file, or what keeps it from being read: opening a pipe could wait for ever."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return error.strerror or str(error)
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "not a regular file"


def printable(path: str) -> str:
    """Return a path as text that can be stored and printed, whatever bytes the name has."""
    return os.fsencode(path).decode("utf-8", "replace")
