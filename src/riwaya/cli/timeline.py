"""The command that prints and draws a timeline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.dating import publication_notes
from riwaya.cli.options import (
    DEFAULT_STORE,
    ConfigOption,
    JsonOption,
    LimitOption,
    ScoreOption,
    StoreOption,
    least_score,
    less_sure_line,
    reading,
)
from riwaya.cli.output import clip, marked_excerpt, moment, print_json, print_table

if TYPE_CHECKING:
    from riwaya.search.timeline import TimelineEntry
    from riwaya.store.contract import Store

_ID_LETTERS = frozenset("0123456789abcdef")
_SHORTEST_ID = 4
_MOST_HEARD = 5  # names that only sound like what is asked for


def timeline(  # noqa: PLR0913  (a parameter for each option)
    about: Annotated[str, typer.Argument(metavar="STORY|PERSON", help="Id of a story, or its beginning; or a name.")],
    store: StoreOption = DEFAULT_STORE,
    after: Annotated[str, typer.Option("--from", help="What was said or happened this day or later.")] = "",
    before: Annotated[str, typer.Option("--to", help="What was said or happened this day or earlier.")] = "",
    html: Annotated[Path | None, typer.Option("--html", help="Draw it: the HTML page to write.")] = None,
    language: Annotated[str, typer.Option("--lang", help="Language of the page: ar or en.")] = "ar",
    score: ScoreOption = None,
    config: ConfigOption = None,
    limit: LimitOption = 200,
    as_json: JsonOption = False,
) -> int:
    """Show what was said and done when: in a story, or by and to a person.

    The day is the one that the text names beside it, else that of the publication; which of them is said. Less sure
    statements are counted in the last line; the page has them in paler print.

    \b
    Examples:
      riwaya timeline 3f2a --html talks.html
      riwaya timeline "سليم الحداد" --from 2025-03-01
    """
    from riwaya.cli.showing import check_days
    from riwaya.search.timeline import part_entries, within

    least = least_score(score, config)
    check_days(after, before)
    with reading(store) as opened:
        title, entries = _entries(opened, about, least)
    entries = within(entries, after, before)
    if html is not None:
        _write(entries, html, title=title, language=language, least=least)
    entries, less_sure = part_entries(entries, least)
    if as_json:
        print_json([_row(entry) for entry in entries[:limit]])
        print(less_sure_line(len(less_sure), least), end="\n" if less_sure else "", file=sys.stderr)
        return 0
    if html is not None:
        print(html)
        return 0
    print(f"{title}\n")
    rows = [(_when(entry), _known_from(entry), entry.kind.value, entry.accounts, _what(entry)) for entry in entries]
    print_table(rows[:limit], ("when", "known from", "kind", "accounts", "outlet | in its words"))
    if len(rows) > limit:
        print(f"{len(rows) - limit} more; --limit shows them")
    if less_sure:
        print(less_sure_line(len(less_sure), least))
    return 0


def _entries(store: Store, about: str, least: float) -> tuple[str, list[TimelineEntry]]:
    """Return title and entries of the story with this id, or of the person of this name."""
    from riwaya.errors import RiwayaError, UsageError
    from riwaya.model import Story
    from riwaya.search.queries import find_entities, find_record, sounding_like
    from riwaya.search.timeline import person_timeline, story_timeline

    if len(about) >= _SHORTEST_ID and _ID_LETTERS.issuperset(about):
        try:
            story = find_record(store, Story, about, word="story")
        except UsageError:
            if not find_entities(store, about):
                raise
        else:
            return story.title or about, story_timeline(store, story, least=least)
    entities = find_entities(store, about)
    if not entities:
        heard = "; ".join(f"{each.id[:8]} {each.name}" for each in sounding_like(store, about)[:_MOST_HEARD])
        raise RiwayaError(
            f"no story, and nobody of the name {about} in this store"
            + (f"; what sounds like it: {heard}" if heard else "")
        )
    return entities[0].name, person_timeline(store, entities[0])


def _write(entries: list[TimelineEntry], path: Path, *, title: str, language: str, least: float) -> None:
    from riwaya.cli.interrupts import stop_tidily
    from riwaya.export.files import whole_file
    from riwaya.serve.timeline_page import render_timeline

    page = render_timeline(entries, title=title, language=language, least=least)
    stop_tidily()
    with whole_file(path) as aside:
        aside.write_text(page, encoding="utf-8")


def _when(entry: TimelineEntry) -> str:
    return moment(entry.when) if entry.when else "undated"


def _known_from(entry: TimelineEntry) -> str:
    """Return how the time is known, and what is wrong with the publication date where it is that date."""
    notes = publication_notes(entry.article) if entry.is_publication else []
    return ", ".join([entry.time_from or "-", *notes])


def _what(entry: TimelineEntry) -> str:
    article = entry.article
    if entry.marked is None:
        return f"{article.outlet} | {clip(article.title or article.text)}"
    pieces = entry.statement.pieces if entry.statement is not None else (entry.marked,)
    return f"{article.outlet} | {marked_excerpt(article.text, pieces, entry.excerpt)}"


def _row(entry: TimelineEntry) -> dict[str, object]:
    from riwaya.search.publication import publication_flag

    article, record = entry.article, entry.statement or entry.event
    return {
        "kind": entry.kind.value, "when": entry.when, "time_from": entry.time_from,
        "published_flag": publication_flag(article) if entry.is_publication else "", "article_id": article.id,
        "outlet": article.outlet, "title": article.title, "source": article.source, "accounts": entry.accounts,
        "id": record.id if record else article.id,
        "excerpt": " ".join(" […] ".join(span.of(article.text) for span in entry.excerpt).split()),
        "speaker": entry.statement.speaker_text if entry.statement else "",
        "score": entry.statement.score if entry.statement else None,
        "type": entry.event.type if entry.event else "",
    }  # fmt: skip
