"""Commands by which people correct who is who."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.explaining import PersonArgument, why
from riwaya.cli.options import DEFAULT_STORE, JsonOption, StoreOption, reading
from riwaya.cli.output import print_json, print_table

if TYPE_CHECKING:
    from riwaya.identify import Chain
    from riwaya.model import Entity
    from riwaya.model.judgements import Verdict
    from riwaya.store.sqlite import SQLiteStore

NoteOption = Annotated[str, typer.Option(help="Why, in your words; kept with the judgement.")]

judge = typer.Typer(
    help="Correct who is who; judgements are kept beside the data and applied on every run.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
judge.command()(why)


@judge.command()
def merge(
    person: PersonArgument, other: PersonArgument, store: StoreOption = DEFAULT_STORE, note: NoteOption = ""
) -> int:
    """Say that two persons, or two names of a body or place, are one.

    \b
    Example:
      riwaya judge merge 3f2a 77ab --note "same spokesman, two spellings"
    """
    from riwaya.errors import UsageError
    from riwaya.model.judgements import Verdict
    from riwaya.search.queries import find_entity

    with _judging(store) as opened:
        one, two = find_entity(opened, person), find_entity(opened, other)
        if one.id == two.id:
            raise UsageError(f"{person} and {other} are one already: {one.name} ({one.id[:8]})")
        _keep(opened, Verdict.MERGE, (one, two), note=note)
    return 0


@judge.command()
def split(  # noqa: PLR0913  (a parameter for each option)
    person: PersonArgument,
    store: StoreOption = DEFAULT_STORE,
    articles: Annotated[str, typer.Option(help="Ids of articles, or their beginnings, separated by commas.")] = "",
    form: Annotated[str, typer.Option(help="Articles that write the name so.")] = "",
    outlet: Annotated[str, typer.Option(help="Articles of this outlet.")] = "",
    passage: Annotated[str, typer.Option(help="Words of the text around the name: these mentions alone.")] = "",
    note: NoteOption = "",
) -> int:
    """Say that in some articles the name is another's, or in a passage of one.

    \b
    Examples:
      riwaya judge split "سليم الحداد" --articles 77ab,3f2a
      riwaya judge split "سليم الحداد" --passage "المزارع سليم الحداد"
    """
    from riwaya.errors import UsageError
    from riwaya.model.judgements import Verdict
    from riwaya.pipeline.judgement_book import chains_of, part_chains
    from riwaya.search.queries import find_entity

    wanted = tuple(part.strip() for part in articles.split(",") if part.strip())
    if not (wanted or form or outlet or passage.strip()):
        raise UsageError("say which articles or which words: --articles, --form, --outlet or --passage")
    with _judging(store) as opened:
        entity = find_entity(opened, person)
        chains = chains_of(opened, entity)
        out = [chain for chain in chains if _is_chosen(chain, wanted, form, outlet)]
        rest = [chain for chain in chains if chain not in out]
        if passage.strip():
            out, left = part_chains(opened, entity, out, passage)
            rest = [*left, *rest]
        if not out or not rest:
            if len(chains) == 1 and not passage:
                raise UsageError(
                    f"one article names {entity.name}; --passage parts the mentions within it, "
                    "`judge reject` takes the person away"
                )
            where = (
                f"the mentions of {entity.name} in the {len(chains)} articles"
                if passage
                else (f"the {len(chains)} articles on {entity.name}")
            )
            raise UsageError(f"{'none' if not out else 'all'} of {where} are so")
        _keep(opened, Verdict.SPLIT, (entity, entity), chains=(out, rest), note=note)
    return 0


@judge.command()
def rename(
    person: PersonArgument,
    name: Annotated[str, typer.Argument(help="The name to show.")],
    store: StoreOption = DEFAULT_STORE,
    note: NoteOption = "",
) -> int:
    """Say by which name a person, body or place is shown.

    \b
    Example:
      riwaya judge rename 3f2a "سليم الحداد"
    """
    from riwaya.errors import UsageError
    from riwaya.model.judgements import Verdict
    from riwaya.search.queries import find_entity

    if not name.strip():
        raise UsageError("an empty name")
    with _judging(store) as opened:
        _keep(opened, Verdict.RENAME, (find_entity(opened, person), None), name=" ".join(name.split()), note=note)
    return 0


@judge.command()
def reject(person: PersonArgument, store: StoreOption = DEFAULT_STORE, note: NoteOption = "") -> int:
    """Say that what was taken for a person, body or place is none; its mentions lead nowhere then.

    \b
    Example:
      riwaya judge reject 3f2a
    """
    from riwaya.model.judgements import Verdict
    from riwaya.search.queries import find_entity

    with _judging(store) as opened:
        _keep(opened, Verdict.REJECT, (find_entity(opened, person), None), note=note)
    return 0


@judge.command()
def undo(
    judgement: Annotated[str, typer.Argument(help="Id of a judgement, or its beginning.")],
    store: StoreOption = DEFAULT_STORE,
) -> int:
    """Take a judgement back.

    \b
    Example:
      riwaya judge undo 9c1d
    """
    from riwaya.pipeline import judgement_book

    with _judging(store) as opened:
        gone = judgement_book.undo(opened, judgement)
        _resolve(opened)
        idle = judgement_book.resting_on(opened, gone)
    print(f"taken back: {gone.verdict.value} {gone.name}")
    if idle:
        named = ", ".join(f"{each.id[:8]} {each.verdict.value}" for each in idle)
        print(f"no longer applied, since made on the part that it split off: {named}")
    return 0


@judge.command("list")
def list_judgements(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> int:
    """List judgements, the latest first, each with its state: applied, or why it is not.

    \b
    Example:
      riwaya judge list --json
    """
    from riwaya.pipeline.judgement_book import listed

    with reading(store) as opened:
        found = listed(opened)
    if as_json:
        print_json(found)
        return 0
    rows = [
        (each.judgement.id[:8], each.judgement.made[:10], each.judgement.verdict.value, each.state,
         " | ".join(filter(None, (each.judgement.name, each.judgement.note))))
        for each in found
    ]  # fmt: skip
    print_table(rows, ("judgement", "made", "verdict", "state", "of whom | why"))
    return 0


@judge.command("export")
def export_judgements(
    store: StoreOption = DEFAULT_STORE,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; else standard output.")] = None,
) -> int:
    """Write judgements to a file that others can import.

    \b
    Example:
      riwaya judge export -o judgements.jsonl
    """
    from riwaya.errors import UsageError
    from riwaya.model.judgements import Judgement
    from riwaya.pipeline.judgement_book import written

    with reading(store) as opened:
        text = written(opened.select(Judgement))
    if output is None:
        sys.stdout.write(text)
    else:
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise UsageError(f"{output} cannot be written: {error.strerror or error}") from error
    return 0


@judge.command("import")
def import_judgements(
    file: Annotated[Path, typer.Argument(help="What `riwaya judge export` wrote.")],
    store: StoreOption = DEFAULT_STORE,
) -> int:
    """Take judgements of a file in; each line that cannot be kept or applied is named with the reason.

    \b
    Example:
      riwaya judge import judgements.jsonl
    """
    from riwaya.errors import UsageError
    from riwaya.pipeline.judgement_book import take_in

    try:
        text = file.read_bytes().decode("utf-8-sig", "surrogateescape")
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error}") from error
    with _judging(store) as opened:
        fresh, refused = take_in(opened, text)
        _resolve(opened)
    for refusal in refused:
        print(f"riwaya: {file}, line {refusal.line}: {refusal.reason}", file=sys.stderr)
    print(f"{len(fresh)} new judgements")
    return 1 if refused and not fresh else 0


def _is_chosen(chain: Chain, articles: tuple[str, ...], form: str, outlet: str) -> bool:
    if articles and not chain.article_id.startswith(articles):
        return False
    if form and form not in {surface.form for surface in chain.surfaces}:
        return False
    return not outlet or chain.outlet == outlet


def _keep(
    store: SQLiteStore,
    verdict: Verdict,
    persons: tuple[Entity, Entity | None],
    *,
    chains: tuple[list[Chain], list[Chain]] | None = None,
    name: str = "",
    note: str,
) -> None:
    from datetime import UTC, datetime

    from riwaya.pipeline import judgement_book

    one, other = persons
    if chains is None:
        chains = (judgement_book.chains_of(store, one), judgement_book.chains_of(store, other) if other else [])
    names = [one.name, other.name] if other is not None and other.id != one.id else [one.name]
    made = datetime.now(UTC).isoformat(timespec="seconds")
    judgement = judgement_book.judge(store, verdict, chains, name=name or " | ".join(names), made=made, note=note)
    judgement_book.keep(store, judgement)
    _resolve(store)
    print(f"{judgement.id[:8]}  {verdict.value}  {judgement.name}")


def _resolve(store: SQLiteStore) -> None:
    from riwaya.engine.local import LocalConfig, LocalEngine
    from riwaya.pipeline.judgement_book import settle_down

    engine = LocalEngine(LocalConfig(workers=1))
    try:
        settle_down(store, engine)
    finally:
        engine.close()


@contextmanager
def _judging(path: Path) -> Iterator[SQLiteStore]:
    """Open a store that is there for writing."""
    from riwaya.errors import StoreError
    from riwaya.store.sqlite import open_store

    if not path.exists():
        raise StoreError(f"there is no store {path}")
    store = open_store(path, write=True)
    try:
        yield store
    finally:
        store.close()
