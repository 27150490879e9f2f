"""The command that says why names were taken for one person, and how an entity is found by id or name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.options import DEFAULT_STORE, JsonOption, StoreOption, reading
from riwaya.cli.output import print_json

if TYPE_CHECKING:
    from riwaya.identify import Chain
    from riwaya.model import Entity
    from riwaya.store.sqlite import SQLiteStore

PersonArgument = Annotated[
    str, typer.Argument(metavar="WHO", help="A person, body or place: id, its beginning, or the name.")
]


def why(
    person: PersonArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another form of the name, or another.")] = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> int:
    """Say why names were taken for one, or two persons were not: what the score saw, and in which articles.

    The names of a body or place are one by their words, by the tables or by a judgement.

    \b
    Example:
      riwaya judge why "سليم الحداد" "سليم حداد"
    """
    from riwaya.cli.output import clip
    from riwaya.identify.explain import explain
    from riwaya.model import MentionKind
    from riwaya.pipeline.judgement_book import chains_of, merges_of

    with reading(store) as opened:
        entity = find_entity(opened, person)
        if entity.kind is not MentionKind.PER:
            return _why_thing(opened, entity, as_json=as_json)
        pairs = _compared(opened, chains_of(opened, entity), other)
        judged = [merges_of(opened, *pair) for pair in pairs]
    found = [explain(one, two) for one, two in pairs]
    if as_json:
        print_json(found)
        return 0
    if not found:
        print(f"{entity.name}: one full name in one article; nothing was joined")
    for each, merges in zip(found, judged, strict=True):
        print(f"\n{each.form} | {each.other}\n  by the names alone: {each.probability:.2f}")
        print("  " + clip(", ".join(f"{name} {value:g}" for name, value in each.features.items()), 400))
        score = (
            f"{each.score:.2f}" if each.score is not None else "ruled out (one article names both, or callings differ)"
        )
        print(f"  decided by {each.decided}: {score}; at least {each.least:.2f} joins")
        for merge in merges:
            print(f"  one by judgement {merge.id[:8]} of {merge.made[:10]}" + (f": {merge.note}" if merge.note else ""))
        for office, where in each.offices.items():
            print(f"  both: {office} (articles {' '.join(name[:8] for name in where)})")
        if any(each.nations):
            print(f"  apart: {each.nations[0]} against {each.nations[1]}")
        print("  articles: " + " | ".join(" ".join(name[:8] for name in side) for side in each.articles))
    return 0


def _why_thing(store: SQLiteStore, entity: Entity, *, as_json: bool) -> int:
    from riwaya.cli.output import print_table
    from riwaya.identify.explain import explain_names
    from riwaya.pipeline.judgement_book import chains_of

    found = explain_names(chains_of(store, entity))
    if as_json:
        print_json(found)
        return 0
    rows = [(each.form, each.count, each.key, each.reason, " ".join(name[:8] for name in each.articles))
            for each in found]  # fmt: skip
    print_table(rows, ("name", "mentions", "key", "why", "articles"))
    return 0


def _compared(store: SQLiteStore, chains: list[Chain], other: str) -> list[tuple[list[Chain], list[Chain]]]:
    """Return the pairs of chain lists to explain: with another person, with a form, or all forms with the usual one."""
    from collections import defaultdict

    from riwaya.arabic.names import fold_name
    from riwaya.pipeline.judgement_book import chains_of

    forms: dict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        forms[fold_name(chain.name)].append(chain)
    ranked = sorted(forms.values(), key=lambda held: (-len(held), held[0].name))
    wanted = fold_name(other)
    if not other:
        alike = ranked[0] if ranked else []
        # One full name everywhere: then articles are told from one another.
        return [(ranked[0], held) for held in ranked[1:]] or ([(alike[:1], alike[1:])] if len(alike) > 1 else [])
    if wanted in forms:
        rest = [held for held in ranked if held is not forms[wanted]]
        return [((rest or ranked)[0], forms[wanted])]
    return [(ranked[0], chains_of(store, find_entity(store, other)))]


def find_entity(store: SQLiteStore, text: str) -> Entity:
    """Return the person, body or place of an id, of its beginning, or of a name that only one bears.

    Raises:
        UsageError: if there is none, or more than one.
    """
    from riwaya.errors import UsageError
    from riwaya.search.queries import find_entities

    found = find_entities(store, text)
    if not _is_surname_of_several(found, text.strip()):
        for narrower in (
            [each for each in found if text.strip() in (each.name, *each.names)],
            [each for each in found if text.strip() == each.name],
        ):
            found = narrower if narrower and len(found) > 1 else found
    if len(found) != 1:
        shown = "; ".join(f"{each.id[:8]} {each.name} ({each.kind})" for each in found[:8])
        raise UsageError(f"{len(found) or 'none'} called {text}" + (f": {shown}; say which by its id" if found else ""))
    return found[0]


def _is_surname_of_several(found: list[Entity], text: str) -> bool:
    """Return whether a text is one word that ends the names of several persons, so that it says nobody."""
    from riwaya.model import MentionKind

    persons = (each for each in found if each.kind is MentionKind.PER)
    bearers = [each for each in persons if any(text == name.split()[-1] for name in (each.name, *each.names))]
    return len(text.split()) == 1 and len(bearers) > 1
