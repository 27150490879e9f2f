"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from riwaya.store.sqlite import SQLiteStore, StoreConfig

DEFAULT_STORE = Path("news.riwaya")

StoreOption = Annotated[
    Path, typer.Option("--store", "-s", envvar="RIWAYA_STORE", help="The store: one file.", show_default=True)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, help="Print at most so many.")]


@contextmanager
def reading(path: Path) -> Iterator[SQLiteStore]:
    """Open a store for reading, and close it."""
    from riwaya.store.sqlite import open_store

    store = open_store(path)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(path: Path, config: StoreConfig) -> Iterator[SQLiteStore]:
    """Open a store for writing, made if it is missing, and close it."""
    from riwaya.store.sqlite import open_store

    store = open_store(path, write=True, config=config)
    try:
        yield store
    finally:
        store.close()
