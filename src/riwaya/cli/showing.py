"""Commands that read the store and print."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

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
from riwaya.cli.output import (
    clip,
    marked,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from riwaya.model import Entity, Office
    from riwaya.search.queries import PersonView

_FORMS = 8  # of a name in one line
_OFFICE_COLUMNS = ("from", "to", "", "seen in articles", "evidence", "office", "of")


def stories(
    store: StoreOption = DEFAULT_STORE,
    after: Annotated[str, typer.Option("--from", help="Stories of this day (YYYY-MM-DD) or later.")] = "",
    before: Annotated[str, typer.Option("--to", help="Stories of this day or earlier.")] = "",
    accounts: Annotated[int, typer.Option(min=1, help="With at least so many articles.")] = 1,
    limit: LimitOption = 50,
    as_json: JsonOption = False,
) -> int:
    """List stories, the latest first.

    \b
    Example:
      riwaya stories --from 2025-03-01 --accounts 3
    """
    from riwaya.export.tables import story_row
    from riwaya.search.queries import headline_outlets, list_stories

    check_days(after, before)
    with reading(store) as opened:
        found = list_stories(opened, after=after, before=before, accounts=accounts)
        outlets = headline_outlets(opened, found[:limit])
    if as_json:
        print_json([story_row(record) for record in found[:limit]])
        return 0
    rows = []
    for s in found[:limit]:
        headline = f"{s.title} [{outlets[s.id]}]" if outlets.get(s.id) else s.title
        rows.append((s.id[:8], s.start, s.end, len(s.article_ids), s.independent_origins, headline))
    print_table(rows, ("story", "from", "to", "articles", "origins", "headline of one account [outlet]"))
    if len(found) > limit:
        print(f"{len(found) - limit} more; --limit shows them")
    return 0


def check_days(after: str, before: str) -> None:
    """Let the days of --from and --to pass, each written as 2025-03-01 or not given.

    Raises:
        UsageError: for anything else, and where the first lies behind the last.
    """
    from riwaya.errors import UsageError

    for day in (after, before):
        _check_day(day)
    if after and before and before < after:
        raise UsageError(f"--from {after} lies behind --to {before}: no day is in between; turn them round")


def _check_day(day: str) -> None:
    from datetime import date

    from riwaya.errors import UsageError

    try:
        date.fromisoformat(day or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"{day} is no day; write it as 2025-03-01") from error


def person(
    name: Annotated[str, typer.Argument(help="A name, or a part of one; or an id, as lists show it.")],
    store: StoreOption = DEFAULT_STORE,
    score: ScoreOption = None,
    config: ConfigOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> int:
    """Show a person (or body, or place): names, labels by outlet, offices over time, statements, stories.

    Latin spellings and abbreviations find names too, by the tables. A name that only sounds like what is asked for is
    no answer: such names are listed with their ids, and the exit status is 1. Dates of offices come from the table of
    office-holders or from sentences of the articles; «seen» are the days of articles that call them so. All offices are
    shown, those that articles give with their words and the score of these.

    \b
    Examples:
      riwaya person "سليم الحداد"
      riwaya person Galant
    """
    from riwaya.search.queries import find_entities, sounding_like, view_person

    least = least_score(score, config)
    with reading(store) as opened:
        entities = find_entities(opened, name)
        if not entities:
            return _nobody(name, sounding_like(opened, name)[:limit], as_json=as_json)
        view = view_person(opened, entities[0])
    if as_json:
        print_json({"person": view, "also": _listed(entities[1:limit])})
        return 0
    title = "  ".join(filter(None, (view.entity.name, view.entity.name_en)))
    print(f"{title}\n{view.entity.kind.value}  {view.entity.id[:8]}  in {view.article_count} articles\n")
    labels = sorted(view.labels.items(), key=lambda item: -sum(item[1].values()))
    shown = [
        (sum(forms.values()), f"{outlet or '(outlet not known)'}: {_most(forms, _FORMS)}") for outlet, forms in labels
    ]
    print_table(shown[:limit], ("times", "outlet: what it calls them"))
    if len(labels) > limit:
        print(f"{len(labels) - limit} more outlets; --limit shows them")
    if view.entity.offices:
        print()
        print_table([_office_row(office) for office in view.entity.offices[:limit]], _OFFICE_COLUMNS)
        _print_evidence(view, limit)
    if view.statements:
        print()
        _print_statements(view, least, limit)
    print(f"\nstories: {' '.join(identity[:8] for identity in view.story_ids[:limit])}")
    if len(entities) > 1:
        print()
        print_table([(e.id[:8], e.kind.value, e.name) for e in entities[1:limit]], ("also", "kind", "name"))
    return 0


def _nobody(name: str, heard: Sequence[Entity], *, as_json: bool) -> int:
    """Say that nobody has the name, and list whose name sounds like it.

    Raises:
        RiwayaError: if nobody's does.
    """
    from riwaya.errors import RiwayaError

    if not heard:
        raise RiwayaError(f"nobody and nothing of the name {name} in this store")
    print(f"riwaya: no name in this store is written {name}; what sounds like it:", file=sys.stderr)
    if as_json:
        print_json({"person": None, "also": [], "sounds_like": _listed(heard)})
    else:
        print_table([(e.id[:8], e.kind.value, e.name) for e in heard], ("sounds like it", "kind", "name"))
    return RiwayaError.exit_status


def _listed(entities: Sequence[Entity]) -> list[dict[str, str]]:
    return [{"id": entity.id, "name": entity.name, "kind": entity.kind.value} for entity in entities]


def _print_statements(view: PersonView, least: float, limit: int) -> None:
    from riwaya.search.sureness import part_by_sureness

    sure, less_sure = part_by_sureness(view.statements, least)
    rows = [(s.article_id[:8], s.mode.value, clip(view.excerpts[s.id], 160)) for s in sure]
    if rows:
        print_table(rows[:limit], ("article", "mode", "statement in the article's words"))
    if len(rows) > limit:
        print(f"{len(rows) - limit} more; --limit shows them")
    if less_sure:
        print(less_sure_line(len(less_sure), least))


def _print_evidence(view: PersonView, limit: int) -> None:
    """Print what articles say of the offices: of each the first words, those that end it before those that give it."""
    rows = []
    for office in view.entity.offices[:limit]:
        told = [view.evidence[name] for name in office.evidence if name in view.evidence]
        if told:
            rows.append((f"{told[0].score:.2f}", told[0].article_id[:8], office.office, told[0].words))
    if rows:
        print()
        print_table(rows, ("score", "article", "office", "what the article says"))


def _office_row(office: Office) -> tuple[str, str, str, str, str, str, str]:
    """Return a term of office; what the table of office-holders says is told apart from what articles say."""
    tables = sorted({name.partition(":")[0] for name in office.evidence if name.startswith(("table:", "kb:"))})
    mentions = sum(":" not in name for name in office.evidence)
    evidence = " + ".join((*tables, *([f"{mentions} mentions"] if mentions else [])))
    seen = f"{office.seen_from} .. {office.seen_to}" if office.seen_from else ""
    end = office.end or (f"by {office.ended_by}" if office.ended_by else "")
    if office.doubted_end:
        end = f"{office.doubted_end}?"  # later articles gainsay it
    from riwaya.knowledge.statuses import Status

    over = bool(office.end) and office.end < date.today().isoformat()[: len(office.end)]
    had = office.status in (Status.HELD, Status.OUTGOING, Status.ACTING)
    status = Status.FORMER.value if over and had else office.status
    return office.start, end, status, seen, evidence, office.office, office.of


def _most(forms: dict[str, int], most: int) -> str:
    """Return the most frequent forms of a name, which stand first."""
    return "، ".join(list(forms)[:most]) + ("، …" if len(forms) > most else "")


def search(
    query: Annotated[str, typer.Argument(help="Words; those in quotation marks stand together.")],
    store: StoreOption = DEFAULT_STORE,
    after: Annotated[str, typer.Option("--from", help="Published this day (YYYY-MM-DD) or later.")] = "",
    before: Annotated[str, typer.Option("--to", help="Published this day or earlier.")] = "",
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> int:
    """Find articles that hold all the words, in whatever inflection.

    A name is found in all spellings that the store knows for the same person, body or place (a search for ترمب finds
    ترامب too). Where no article holds the words, names of the store that are spelled nearly so are tried.

    \b
    Examples:
      riwaya search 'سد "وزير الري"'
      riwaya search ترمب --from 2025-03-01 --to 2025-03-31
    """
    from riwaya.errors import RiwayaError
    from riwaya.search.queries import search_articles

    check_days(after, before)
    with reading(store) as opened:
        answer = search_articles(opened, query, limit=limit, after=after, before=before)
    if as_json:
        print_json(answer.hits)
        return 0
    if not answer.hits:
        raise RiwayaError(f"no article holds {query}")
    for word, forms in answer.spellings.items():
        print(f"{word}: also as {', '.join(forms)}", file=sys.stderr)
    for hit in answer.hits:
        found = hit.article
        print(f"{found.id[:8]}  {_day(found.published)}  {found.outlet} | {found.title}")
        if hit.spans:
            start = max(0, hit.spans[0].start - 60)
            shown = [(s.start - start, s.end - start) for s in hit.spans if s.end <= start + 160]
            print(f"          {marked(found.text[start : start + 160], shown)}".replace("\n", " "))
    return 0


def _day(published: str) -> str:
    """Return the day of a publication, or both ends where only an interval is known."""
    first, _, last = published.partition("/")
    return f"{first[:10]}/{last[:10]}" if last else first[:10] or "undated   "


def status(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> int:
    """Show how much of everything the store holds, and what is left undone.

    \b
    Example:
      riwaya status --json
    """
    from riwaya.model import Article, Claim, Entity, Mention, Page, Passage, Rejection, Statement, Story, Time
    from riwaya.store.contract import Pending

    kinds = (Page, Article, Rejection, Mention, Time, Statement, Entity, Passage, Story, Claim, Pending)
    with reading(store) as opened:
        counts = {kind.__name__.lower(): opened.count(kind) for kind in kinds}
    if as_json:
        print_json(counts)
        return 0
    print_table([(count, name) for name, count in counts.items()], ("count", "records"))
    if counts["pending"]:
        print(f"\nA run was interrupted: `riwaya add --store {store}` finishes it.")
    return 0


def rejections(store: StoreOption = DEFAULT_STORE, limit: LimitOption = 1000, as_json: JsonOption = False) -> int:
    """List what could not be used, with the stage and the reason.

    \b
    Example:
      riwaya rejections --json
    """
    from riwaya.model import Rejection

    with reading(store) as opened:
        found = list(opened.select(Rejection))
    if as_json:
        print_json(found)
        return 0
    rows = [(r.stage.value, r.reason.value, f"{r.item}  {r.detail}") for r in found[:limit]]
    print_table(rows, ("stage", "reason", "item"))
    if len(found) > limit:
        print(f"{len(found) - limit} more; --limit shows them")
    return 0
