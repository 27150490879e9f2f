"""Commands that write files from the store: report, export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.interrupts import stop_tidily
from riwaya.cli.options import (
    DEFAULT_STORE,
    ConfigOption,
    JsonOption,
    ScoreOption,
    StoreOption,
    least_score,
    reading,
)
from riwaya.cli.output import print_json

if TYPE_CHECKING:
    from riwaya.model import Story
    from riwaya.store.contract import Store


def report(  # noqa: PLR0913  (a parameter for each option)
    story: Annotated[str, typer.Argument(help="Id of a story, or its beginning.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")],
    store: StoreOption = DEFAULT_STORE,
    language: Annotated[str, typer.Option("--lang", help="ar or en.")] = "ar",
    score: ScoreOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> int:
    """Write a story's report: one page that needs nothing else, Arabic and right to left by default.

    Less sure statements stand apart there, folded and paler, with their scores.

    \b
    Example:
      riwaya report 3f2a -o talks.html
    """
    from riwaya.model import Story as StoryRecord
    from riwaya.search.queries import find_record

    least = least_score(score, config)
    with reading(store) as opened:
        found = find_record(opened, StoryRecord, story, word="story")
        write_report(opened, found, output, language=language, least=least)
    if as_json:
        print_json({"story": found.id, "report": str(output)})
    else:
        print(output)
    return 0


def write_report(store: Store, story: Story, path: Path, *, language: str, least: float) -> None:
    """Write the report of a story to a file; what has a score below `least` is set apart there.

    Raises:
        UsageError: for a language that the report does not come in.
        StoreError: if the file cannot be written.
    """
    from riwaya.export.files import whole_file
    from riwaya.search.story_view import view_story
    from riwaya.serve.report import render_report

    page = render_report(view_story(store, story, least=least), language=language, least=least)
    stop_tidily()
    with whole_file(path) as aside:
        aside.write_text(page, encoding="utf-8")


def export(
    table: Annotated[str, typer.Argument(help="articles, mentions, entities, times, statements, events, stories ...")],
    store: StoreOption = DEFAULT_STORE,
    format_name: Annotated[str, typer.Option("--format", "-f", help="jsonl, csv or parquet.")] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write; else standard output.")] = None,
    as_json: JsonOption = False,
) -> int:
    """Write one table, a record a line, by the published contract.

    \b
    Examples:
      riwaya export statements --format jsonl -o statements.jsonl
      riwaya export articles --format parquet -o articles.parquet
    """
    from riwaya.export.formats import export_table

    if output:
        stop_tidily()
    with reading(store) as opened:
        count = export_table(opened, table, format_name, output if output else sys.stdout)
    if as_json and output:
        print_json({"table": table, "rows": count, "file": str(output)})
    elif output:
        print(f"{count} rows: {output}")
    return 0
