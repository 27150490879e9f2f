"""How what is asked for names an entity, and which comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.errors import UsageError
from riwaya.model import Entity, Link, MentionKind, Office
from riwaya.search.queries import find_entities, find_entity
from riwaya.store.contract import Changes
from riwaya.store.sqlite import SQLiteStore, open_store

PER, GPE, ORG = MentionKind.PER, MentionKind.GPE, MentionKind.ORG
MINISTER = Office("وزير الدفاع", "إسرائيل", "2020", "2021", (), "held")


def make_entity(identity: str, kind: MentionKind, *names: str, english: str = "", offices: bool = False) -> Entity:
    return Entity(identity, kind, names[0], names, english, "", (MINISTER,) if offices else ())


@pytest.fixture
def store(tmp_path: Path) -> SQLiteStore:
    opened = open_store(tmp_path / "named.riwaya", write=True)
    rows = [
        (make_entity("g1", GPE, "إسرائيل", english="Israel"), 1),
        (make_entity("p1", PER, "حانان ملدرسون", offices=True), 9),
        (make_entity("p2", PER, "سالم إسرائيل"), 8),
        (make_entity("p3", PER, "توريد غرشتاين", "غرشتاين", english="Toryd Gershtein"), 3),
        (make_entity("g2", GPE, "غرشتاين"), 5),
        (make_entity("p4", PER, "نديم الكرمي", "الكرمي"), 2),
        (make_entity("p5", PER, "هدى الكرمي"), 2),
        (make_entity("p6", PER, "سامر نبيل"), 2),
        (make_entity("g3", GPE, "سامر نبيل"), 2),
    ]
    records: list[object] = [entity for entity, _ in rows]
    records += [
        Link(f"{entity.id} {number}", f"a{number}", entity.id, 0.9) for entity, count in rows for number in range(count)
    ]
    opened.apply(Changes(records=records))
    return opened


def ids(store: SQLiteStore, name: str) -> list[str]:
    return [entity.id for entity in find_entities(store, name)]


def test_a_state_asked_by_its_name_comes_before_persons_of_that_name_and_its_ministers(store: SQLiteStore) -> None:
    assert ids(store, "إسرائيل") == ["g1", "p2", "p1"]
    assert find_entity(store, "إسرائيل").id == "g1"


def test_whom_the_table_knows_comes_before_a_stray_place_of_the_name_for_every_command(store: SQLiteStore) -> None:
    assert ids(store, "غرشتاين") == ["p3", "g2"]
    assert find_entity(store, "غرشتاين").id == "p3"


@pytest.mark.parametrize(("name", "listed"), [("الكرمي", ("p4", "p5")), ("سامر نبيل", ("p6", "g3"))])
def test_a_name_of_several_is_refused_with_their_ids(store: SQLiteStore, name: str, listed: tuple[str, ...]) -> None:
    with pytest.raises(UsageError) as refused:
        find_entity(store, name)
    assert all(identity in str(refused.value) for identity in listed)


def test_an_office_is_nobody_s_name(store: SQLiteStore) -> None:
    assert ids(store, "وزير الدفاع") == ["p1"]
    with pytest.raises(UsageError, match="an office is nobody's name"):
        find_entity(store, "وزير الدفاع")
