"""The command that says why names were taken for one person, body or place, or for two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.options import DEFAULT_STORE, JsonOption, StoreOption, reading
from riwaya.cli.output import clip, print_json, print_table

if TYPE_CHECKING:
    from riwaya.identify.causes import Reason
    from riwaya.model import Entity
    from riwaya.pipeline.explaining import RoleWhy, Side, Why
    from riwaya.store.sqlite import SQLiteStore

PersonArgument = Annotated[
    str, typer.Argument(metavar="WHO", help="A person, body or place: id, its beginning, or the name.")
]
_STEPS = 12


def why(
    person: Annotated[str, typer.Argument(metavar="WHO", help="An id, a name in any form, or a role («الوزير»).")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another form of the name, or another.")] = "",
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> int:
    """Say why names were taken for one, or two were not: what decided it, with which score, and in which articles.

    The names of a body or place are one by their words, by the tables or by a judgement. Of a role's words, it says
    whom each article was taken to mean by them.

    \b
    Examples:
      riwaya judge why "سليم الحداد" "سليم حداد"
      riwaya judge why "الوزير"
    """
    from riwaya.errors import UsageError
    from riwaya.model import MentionKind
    from riwaya.pipeline.explaining import Side, called, explain_pairs
    from riwaya.pipeline.judgement_book import chains_of
    from riwaya.search.queries import find_entity

    with reading(store) as opened:
        try:
            entity = find_entity(opened, person)
        except UsageError:
            if roles := _roles(opened, person, other):
                return _print_roles(roles, as_json=as_json)
            raise
        one = Side(entity, tuple(chains_of(opened, entity)))
        inside = called(one, other) if other else None
        second = inside
        if other and not (inside and inside.chains):
            found = find_entity(opened, other)
            second = Side(found, tuple(chains_of(opened, found)))
        if MentionKind.PER not in {entity.kind, (second or one).entity.kind}:
            return _why_things(one, second or one, as_json=as_json)
        if second and (entity.kind is MentionKind.PER) is not (second.entity.kind is MentionKind.PER):
            raise UsageError(
                f"{entity.name} is {entity.kind}, {second.entity.name} {second.entity.kind}: never compared"
            )
        found_whys = explain_pairs(opened, _pairs(one, second, person))
    if as_json:
        print_json([_row(each) for each in found_whys])
        return 0
    print(f"{entity.name}  {entity.id[:8]}")
    if not found_whys:
        print("one full name in one article; nothing was joined")
    for each in found_whys:
        _print_why(each)
    return 0


def _pairs(one: Side, second: Side | None, asked: str) -> list[tuple[Side, Side]]:
    """Return what is to be compared: two persons, two forms of one, or all forms of one with the usual one."""
    from riwaya.pipeline.explaining import Side, called, spelled

    if second is not None and second.entity.id != one.entity.id:
        return [(called(one, asked) if called(one, asked).chains else one, second)]
    if second is not None and len(second.chains) < len(one.chains):
        mine = called(one, asked).chains
        rest = tuple(chain for chain in mine or one.chains if mine or chain not in second.chains)
        return [(Side(one.entity, rest), second)]
    forms = spelled(one)
    if len(forms) > 1:
        return [(forms[0], form) for form in forms[1:]]
    # One full name everywhere: then articles are told from one another.
    whole = forms[0] if forms else one
    return [(Side(one.entity, whole.chains[:1]), Side(one.entity, whole.chains[1:]))] if len(whole.chains) > 1 else []


def _row(why: Why) -> dict[str, object]:
    from dataclasses import fields

    explained = {field.name: getattr(why.explanation, field.name) for field in fields(why.explanation)}
    return {"entities": [why.one.id, why.other.id], **explained, "judgements": [each.id for each in why.judgements]}


def _print_why(why: Why) -> None:
    each = why.explanation
    ids = why.one.id[:8] if each.one else f"{why.one.id[:8]} and {why.other.id[:8]}"
    print(f"\n{each.form} | {each.other}: {'one person' if each.one else 'two persons'} ({ids})")
    print(f"  {_because(each.reason)}")
    for judgement in why.judgements:
        told = f": {judgement.note}" if judgement.note else ""
        word = "one" if each.one else "two"
        print(f"  {word} by judgement {judgement.id[:8]} of {judgement.made[:10]}{told}")
    for step in each.steps[:_STEPS]:
        print(f"  {step.form} ({step.articles} articles): {_because(step.reason)}")
    if each.differences:
        print(f"  the names differ in {'; '.join(each.differences)}")
    print(f"  by the names alone: {each.probability:.2f}")
    print("  " + clip(", ".join(f"{name} {value:g}" for name, value in each.features.items()), 400))
    if each.evidence:
        told = ", ".join(f"{name} {value:g}" for name, value in each.evidence.items())
        print("  by what the articles say: " + clip(told, 400))
    for office, where in each.offices.items():
        print(f"  both: {office} (articles {' '.join(name[:8] for name in where)})")
    if any(each.nations):
        print(f"  nations: {each.nations[0]} | {each.nations[1]}")
    print("  articles: " + " | ".join(" ".join(name[:8] for name in side) for side in each.articles))


def _because(reason: Reason) -> str:
    """Return a reason in words, with the other name and the score that decided."""
    words = reason.cause.value + (f" [{reason.form}]" if reason.form else "")
    if reason.score is None:
        return words
    least = f" (at least {reason.least:.2f} is needed)" if reason.least is not None else ""
    return f"{words}: {reason.score:.3f}{least}"


def _why_things(one: Side, other: Side, *, as_json: bool) -> int:
    from riwaya.identify.explain_things import explain_names

    sides = [one] if other.entity.id == one.entity.id else [one, other]
    found = [(side.entity, explain_names(side.chains)) for side in sides]
    if as_json:
        print_json([reason for _, reasons in found for reason in reasons])
        return 0
    if len(sides) > 1:
        names = " and ".join(f"{entity.name} ({entity.id[:8]})" for entity, _ in found)
        mine, theirs = ({reason.key for reason in reasons} for _, reasons in found)
        because = (
            "a judgement told articles of one key apart"
            if mine & theirs
            else "their keys differ, and no table and no judgement joins them"
        )
        print(f"{names} are two: {because}")
    rows = [(entity.id[:8], each.form, each.count, each.key, each.reason, " ".join(name[:8] for name in each.articles))
            for entity, reasons in found for each in reasons]  # fmt: skip
    print_table(rows, ("id", "name", "mentions", "key", "why", "articles"))
    return 0


def _roles(store: SQLiteStore, text: str, other: str) -> list[RoleWhy]:
    from riwaya.model import Link
    from riwaya.pipeline.explaining import explain_roles
    from riwaya.search.queries import find_entity

    named: list[str] = []
    if other:
        entity: Entity = find_entity(store, other)
        named = sorted(set(store.values(Link, "article_id", entity_id=entity.id)))
    return explain_roles(store, text, articles=named)


def _print_roles(roles: list[RoleWhy], *, as_json: bool) -> int:
    if as_json:
        print_json(roles)
        return 0
    rows = [(each.article_id[:8], each.start, f"{each.entity_id[:8]} {each.name}" if each.name else "nobody",
             each.cause.value if each.cause else "", each.text) for each in roles]  # fmt: skip
    print_table(rows, ("article", "at", "taken for", "why", "role"))
    return 0
