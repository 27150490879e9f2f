"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.interrupts import stop_tidily

if TYPE_CHECKING:
    from riwaya.store.sqlite import SQLiteStore, StoreConfig

DEFAULT_STORE = Path("news.riwaya")

StoreOption = Annotated[
    Path, typer.Option("--store", "-s", envvar="RIWAYA_STORE", help="The store: one file.", show_default=True)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
ScoreOption = Annotated[
    float | None,
    typer.Option(
        "--score", min=0, max=1, envvar="RIWAYA_SHOW_SCORE",
        help="Show what is at least so probable; 0 shows all. Default: show.score of the configuration, else 0.8.",
    ),
]  # fmt: skip
ConfigOption = Annotated[Path | None, typer.Option("--config", help="Configuration file (TOML).")]
LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, help="Print at most so many.")]


def least_score(score: float | None, config: Path | None) -> float:
    """Return from which score on statements are shown: as asked for, as a configuration says, or as is usual."""
    from riwaya.search.sureness import DEFAULT_SCORE

    if score is not None or config is None:
        return DEFAULT_SCORE if score is None else score
    from riwaya.config import load_config

    return load_config(config, {}).show.score


def less_sure_line(count: int, least: float) -> str:
    """Return the line that says how many less sure statements are not shown; "" where there are none."""
    if not count:
        return ""
    statements = "1 less sure statement" if count == 1 else f"{count} less sure statements"
    return f"{statements} (score below {least:g}) not shown; --score 0 shows all"


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
    """Open a store for writing, made if it is missing, and close it; a new one that no article came into goes again."""
    from riwaya.model import Article
    from riwaya.store.sqlite import open_store

    made_here = not path.exists()
    stop_tidily(stores=True)
    kept = False
    try:
        store = open_store(path, write=True, config=config)
        try:
            yield store
        finally:
            try:
                kept = not made_here or store.count(Article) > 0
            finally:
                store.close()
    finally:
        if made_here and not kept:
            _remove_unless_used(path)


def _remove_unless_used(path: Path) -> None:
    """Remove a store's file, unless another process has it open: the last one to close it removes the files beside."""
    if path.exists() and not any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-shm")):
        path.unlink()
