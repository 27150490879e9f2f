"""Commands on the tables of who is who: the reviewed ones, and the user's own rows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.options import DEFAULT_STORE, JsonOption, StoreOption, reading
from riwaya.cli.output import print_json, print_table

if TYPE_CHECKING:
    from riwaya.knowledge.offices import Term
    from riwaya.knowledge.own import OwnBody
    from riwaya.store.sqlite import SQLiteStore

_SHOWN = 20  # rows refused or remarked on
_ID_SHOWN = 8

kb = typer.Typer(
    help="Who is who: the tables of offices, their holders and bodies, and your own rows, kept in the store.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@kb.command()
def add(
    file: Annotated[Path, typer.Argument(help="A CSV file in UTF-8.")],
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> int:
    """Add your own rows; they count from now on, and every later run keeps them.

    Terms of office: columns person, office, from, and if you like of, to, name_en, names (other forms, with | between),
    status, note. `office` is an Arabic title («وزير الدفاع الأميركي») or a key that `riwaya kb list` shows; dates are
    YYYY, YYYY-MM or YYYY-MM-DD. Bodies: columns name, name_en, names, country. An export of Wikidata's query service
    with the labels of person, position, country, start and end is read as it is. A row that cannot be used is refused
    with its line and the reason, the others are kept. Other dates than the tables' for the same holder and office count
    in place of theirs; that is said too, as are an office of your own, another holder then, and dates to come.

    \b
    Example:
      riwaya kb add ministers.csv --store news.riwaya
    """
    from riwaya.errors import RiwayaError
    from riwaya.knowledge.own import Kept, Refused, read_own
    from riwaya.pipeline.knowing import keep_rows, remark_beside_own

    try:
        content = file.read_bytes()
    except OSError as error:
        raise RiwayaError(f"cannot read {file}: {error.strerror}") from error
    found = list(read_own(content))
    rows = [each for each in found if isinstance(each, Kept)]
    refused = [each for each in found if isinstance(each, Refused)]
    kept = 0
    if rows:
        with _changing(store) as opened:
            rows = remark_beside_own(opened, rows)
            refused += keep_rows(opened, rows, file.name)
            kept = len(found) - len(refused)
    refused.sort(key=lambda each: each.line)
    lines = {each.line for each in refused}
    remarked = [each for each in rows if each.remark and each.line not in lines]
    if as_json:
        remarks = [{"line": each.line, "remark": each.remark} for each in remarked]
        print_json({"kept": kept, "refused": refused, "remarks": remarks})
        return 0 if kept or not refused else 1
    print(f"{kept} rows kept")
    _tell("of them to look at again", [(each.line, each.remark) for each in remarked], file.name)
    _tell("refused", [(each.line, each.reason) for each in refused], file.name)
    return 0 if kept or not refused else 1


def _tell(title: str, rows: list[tuple[int, str]], name: str) -> None:
    """Print to standard error what is to be said of rows, given by their lines; of many the first."""
    if rows:
        print(f"{len(rows)} {title}:", file=sys.stderr)
    for line, text in rows[:_SHOWN]:
        print(f"  {name}, line {line}: {text}", file=sys.stderr)
    if len(rows) > _SHOWN:
        print(f"  ... and {len(rows) - _SHOWN} more: --json lists them", file=sys.stderr)


@kb.command("list")
def list_rows(
    title: Annotated[
        str, typer.Argument(help="A title («وزير الدفاع الأميركي») or a person; without, your rows.")
    ] = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> int:
    """List your own rows, or who held an office, or which offices a person held.

    \b
    Examples:
      riwaya kb list
      riwaya kb list "وزير الخارجية الأميركي"
      riwaya kb list Gantz
    """
    from riwaya.model.knowledge import KnowledgeRow
    from riwaya.pipeline.knowing import read_row

    own: dict[str, tuple[str, Term | OwnBody]] = {}
    if store.exists():
        with reading(store) as opened:
            own = {row.id: (row.source, read_row(row)) for row in opened.select(KnowledgeRow)}
    if title:
        return _list_terms(title, own, as_json=as_json)
    if as_json:
        print_json([{"id": name, "source": source, "row": row} for name, (source, row) in own.items()])
        return 0
    _print_counts()
    print()
    rows = [(name[:_ID_SHOWN], source, _words(row)) for name, (source, row) in own.items()]
    print_table(rows, ("id", "from", "your rows"))
    return 0


@kb.command()
def remove(
    rows: Annotated[list[str], typer.Argument(help="Ids of your rows as `kb list` shows them, or their beginnings.")],
    store: StoreOption = DEFAULT_STORE,
) -> int:
    """Take your own rows out again; what they said is undone at once.

    \b
    Example:
      riwaya kb remove 3f2a77ab
    """
    from riwaya.errors import UsageError
    from riwaya.model.knowledge import KnowledgeRow
    from riwaya.pipeline.knowing import remove_rows

    with _changing(store) as opened:
        known = sorted(set(opened.values(KnowledgeRow, "id")))
        chosen = []
        for wanted in rows:
            fitting = [name for name in known if name.startswith(wanted)]
            if len(fitting) != 1:
                raise UsageError(f"no row of yours {wanted}" if not fitting else f"{len(fitting)} rows begin {wanted}")
            chosen.append(fitting[0])
        remove_rows(opened, chosen)
    print(f"{len(set(chosen))} rows removed")
    return 0


def _list_terms(title: str, own: dict[str, tuple[str, Term | OwnBody]], *, as_json: bool) -> int:
    from riwaya.errors import RiwayaError
    from riwaya.knowledge.offices import Term, all_terms, find_offices, known_offices, own_office
    from riwaya.knowledge.own import is_called, uncorrected
    from riwaya.knowledge.people import people_named
    from riwaya.knowledge.roles import read_role

    role = read_role(title)
    offices = {title} if title in known_offices() else {*find_offices(title), own_office(role.key, role.nation)}
    mine = [row for _, row in own.values() if isinstance(row, Term)]
    terms = (*uncorrected(all_terms(), mine), *mine)
    found = [term for term in terms if term.office in offices]
    if not found:
        people = {*people_named(title), *(row.person for row in mine if is_called(row, title))}
        found = [term for term in terms if term.person in people]
    if not found:
        raise RiwayaError(f"no office and nobody in the tables or your rows is called {title}")
    if as_json:
        print_json(found)
        return 0
    rows = [
        (term.start, term.end, term.status, f"{term.title} {term.of}".strip() or term.office, _called(term))
        for term in found
    ]
    print_table(sorted(rows), ("from", "to", "", "office", "person"))
    return 0


def _called(term: Term) -> str:
    return f"{term.person}  {term.name_en}".rstrip()


def _print_counts() -> None:
    from riwaya.knowledge.bodies import known_bodies, known_nations
    from riwaya.knowledge.offices import all_terms, known_offices

    counts = (
        (len(all_terms()), "terms of office"),
        (len(known_offices()), "offices"),
        (len(known_bodies()), "bodies"),
        (len(known_nations()), "countries"),
    )
    print_table(counts, ("count", "in the tables that come with Riwaya"))


def _words(row: Term | OwnBody) -> str:
    from riwaya.knowledge.offices import Term, known_offices

    if not isinstance(row, Term):
        return f"{row.name}  {row.name_en}  {row.country}".rstrip()
    office = known_offices().get(row.office)
    title = f"{row.title} {row.of}".strip() or (f"{office.titles[0]} ({row.office})" if office else row.office)
    return f"{row.person}  {row.name_en}: {title}, {row.start} .. {row.end}".rstrip()


@contextmanager
def _changing(path: Path) -> Iterator[SQLiteStore]:
    """Open a store that is there for writing; what the change concerns is resolved again before it closes."""
    from riwaya.engine.local import LocalConfig, LocalEngine
    from riwaya.errors import StoreError
    from riwaya.pipeline import finish
    from riwaya.store.sqlite import open_store

    if not path.exists():
        raise StoreError(f"no store at {path}; `riwaya add SOURCE --store {path}` makes one")
    store = open_store(path, write=True)
    engine = LocalEngine(LocalConfig(workers=1))
    try:
        yield store
        finish(store, engine)
    finally:
        engine.close()
        store.close()
