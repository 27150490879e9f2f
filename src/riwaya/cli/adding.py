"""Commands that write the store: add, demo."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from riwaya.cli.options import DEFAULT_STORE, JsonOption, StoreOption, writing
from riwaya.cli.output import print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from riwaya.config import Config
    from riwaya.pipeline import Progress, Tally

_REJECTIONS_SHOWN = 10
ReaderOption = Annotated[
    str | None,
    typer.Option(help="How to read: neural (finds more), rules (several times faster). Default: neural if installed."),
]


def add(  # noqa: PLR0913  (a parameter for each option)
    sources: Annotated[list[str] | None, typer.Argument(help="Files, folders, globs, or - for standard input.")] = None,
    store: StoreOption = DEFAULT_STORE,
    field_map: Annotated[str, typer.Option("--map", help="Columns of a table: title=headline,text=body.")] = "",
    config: Annotated[Path | None, typer.Option(help="Configuration file (TOML).")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes to use.")] = None,
    reader: ReaderOption = None,
    as_json: JsonOption = False,
) -> int:
    """Read pages and everything that follows from them; without a source, finish an interrupted run.

    Pages that the store knows are left alone, so the same command can be given again at any time; only another
    reader or other cues than last time read every article of the store again.

    \b
    Examples:
      riwaya add pages/ --store news.riwaya
      riwaya add feed.xml 'crawl-*.warc.gz'
      riwaya add coverage.csv --map title=headline,text=body,outlet=paper
      curl -s https://example.org/news.html | riwaya add -
    """
    from riwaya.errors import StoreError
    from riwaya.pipeline import run

    settings = load_settings(config, field_map=field_map, workers=workers, reader=reader)
    if not sources and not store.exists():
        raise StoreError(f"no store at {store}; `riwaya add SOURCE --store {store}` makes one")
    with writing(store, settings.store) as opened, _engine(settings) as engine, _progress(as_json) as progress:
        tally = run(opened, engine, _pages(sources or [], settings), config=settings, progress=progress)
    return _report_tally(tally, as_json=as_json, asked=bool(sources), store=store)


def demo(
    folder: Annotated[Path, typer.Option(help="Where the store and the report go.")] = Path("demo-out"),
    language: Annotated[str, typer.Option("--lang", help="Language of the report: ar or en.")] = "ar",
    as_json: JsonOption = False,
) -> int:
    """Run everything on the demo newsroom (invented outlets, people and countries) and print its report's path.

    \b
    Example:
      riwaya demo --folder my-demo
    """
    from importlib.resources import as_file, files

    from riwaya.cli.exporting import write_report
    from riwaya.errors import StoreError
    from riwaya.pipeline import run
    from riwaya.search.queries import list_stories

    settings = load_settings(None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make the folder {folder}: {error.strerror}") from error
    with (
        as_file(files("riwaya.resources") / "demo") as pages,
        writing(folder / "demo.riwaya", settings.store) as opened,
    ):
        with _engine(settings) as engine, _progress(as_json) as progress:
            tally = run(opened, engine, _pages([str(pages)], settings), config=settings, progress=progress)
        largest = max(list_stories(opened), key=lambda story: (len(story.article_ids), story.id))
        path = folder / "report.html"
        write_report(opened, largest, path, language=language, least=settings.show.score)
    if as_json:
        print_json({"report": str(path), "store": str(folder / "demo.riwaya"), "articles": tally.articles})
    else:
        _report_tally(tally, as_json=False, asked=True, store=folder / "demo.riwaya")
        print(f"\nThe story «{largest.title}» in {len(largest.article_ids)} accounts:\n  {path.resolve()}")
        print(f"More: riwaya stories --store {folder / 'demo.riwaya'}")
    return 0


def load_settings(
    path: Path | None, *, field_map: str = "", workers: int | None = None, reader: str | None = None
) -> Config:
    """Return the configuration of a file and the environment with what the command line says besides."""
    import os
    from dataclasses import replace

    from riwaya.annotate import is_neural
    from riwaya.annotate.statements.added_cues import read_added_cues
    from riwaya.config import load_config
    from riwaya.ingest import parse_field_map

    settings = load_config(path, os.environ)
    if field_map:
        settings = replace(settings, ingest=replace(settings.ingest, field_map=parse_field_map(field_map)))
    if workers is not None:
        settings = replace(settings, engine=replace(settings.engine, workers=workers))
    if reader is not None:
        settings = replace(settings, annotate=replace(settings.annotate, reader=reader))
    # An unknown reader is a wrong call before anything is opened.
    if not is_neural(settings.annotate) and settings.annotate.reader == "auto":
        print("riwaya: the trained reader is not installed: reading by rules, which find less", file=sys.stderr)
    for row in read_added_cues(settings.annotate.cues).refused:
        print(f"riwaya: annotate.cues, line {row.line} is left out: {row.reason}", file=sys.stderr)
    return settings


def _pages(sources: list[str], settings: Config) -> Iterator[Any]:
    from riwaya.ingest import read_sources

    return iter(read_sources(sources, settings.ingest)) if sources else iter(())


@contextmanager
def _engine(settings: Config) -> Iterator[Any]:
    from riwaya.engine.local import LocalEngine

    engine = LocalEngine(settings.engine)
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """Show a bar on a terminal; elsewhere say nothing until the end."""
    from riwaya.pipeline import no_progress

    if quiet or not sys.stderr.isatty():
        yield no_progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(phase: str, done: int, total: int | None) -> None:
            if phase not in tasks:
                tasks[phase] = bars.add_task(phase, total=total)
            bars.update(tasks[phase], completed=done, total=total)

        yield show


def _report_tally(tally: Tally, *, as_json: bool, asked: bool, store: Path) -> int:
    nothing = asked and not tally.articles and not tally.known
    if as_json:
        print_json(
            {"pages": tally.pages, "known": tally.known, "articles": tally.articles, "rejections": tally.rejections}
        )
    else:
        print(f"{tally.pages} new pages, {tally.articles} articles; {tally.known} pages known before")
        if tally.rejections:
            print(f"{len(tally.rejections)} rejected:", file=sys.stderr)
        for rejection in tally.rejections[:_REJECTIONS_SHOWN]:
            detail = f": {rejection.detail}" if rejection.detail else ""
            print(f"  {rejection.item}: {rejection.reason.value}{detail}", file=sys.stderr)
        if len(tally.rejections) > _REJECTIONS_SHOWN:
            everything = f"riwaya rejections --store {store}" if store.exists() else "the same command with --json"
            print(f"  ... and {len(tally.rejections) - _REJECTIONS_SHOWN} more: {everything}", file=sys.stderr)
    if nothing:
        made = "" if store.exists() else "; no store was made"
        print(f"riwaya: nothing usable in what was given{made}", file=sys.stderr)
    return 1 if nothing else 0
