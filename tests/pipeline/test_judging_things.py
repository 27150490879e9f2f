"""Judgements on bodies and places in a store."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import DEMO, add_to
from riwaya.config import Config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.errors import UsageError
from riwaya.model import Article, Entity, Link, MentionKind, Stage
from riwaya.model.judgements import Judgement, Verdict
from riwaya.pipeline import finish, judgement_book, no_progress
from riwaya.pipeline.adding import read_again
from riwaya.store.contract import BlockEntity, Changes, MovedLink, Pending
from riwaya.store.sqlite import SQLiteStore, open_store


def engine() -> LocalEngine:
    return LocalEngine(LocalConfig(workers=1))


def most_named(store: SQLiteStore, kind: MentionKind) -> list[Entity]:
    found = list(store.select(Entity, kind=kind.value))
    return sorted(found, key=lambda entity: (-store.count(Link, entity_id=entity.id), entity.id))


def mentions(store: SQLiteStore, entity: str) -> set[str]:
    return set(store.values(Link, "mention_id", entity_id=entity))


def snapshot(store: SQLiteStore) -> tuple[list[str], list[str], int, int]:
    moved = store.count(MovedLink)
    made = sum(1 for block in store.values(BlockEntity, "block") if not block.startswith("PER "))
    return sorted(map(str, store.select(Entity))), sorted(map(str, store.select(Link))), moved, made


def judge(store: SQLiteStore, verdict: Verdict, *entities: Entity, name: str = "", half: bool = False) -> Judgement:
    sides = [judgement_book.chains_of(store, each) for each in entities]
    if half:
        sides = [sides[0][::2], sides[0][1::2]]
    one, other = (*sides, [])[:2]
    made = judgement_book.judge(store, verdict, (one, other), name=name or entities[0].name, made="2031-05-04", note="")
    judgement_book.keep(store, made)
    judgement_book.settle_down(store, engine())
    assert not store.count(Pending)
    return made


def undo(store: SQLiteStore, *made: Judgement) -> None:
    for each in made:
        judgement_book.undo(store, each.id)
        judgement_book.settle_down(store, engine())


def read_everything_again(store: SQLiteStore) -> None:
    articles = list(store.values(Article, "id"))
    store.apply(Changes(records=[Pending(Stage.ANNOTATE, article) for article in articles]))
    read_again(store, engine(), config=Config(), progress=no_progress)
    finish(store, engine())


@pytest.mark.parametrize("kind", [MentionKind.ORG, MentionKind.GPE])
def test_a_merge_joins_mentions_and_names_and_undoing_it_leaves_no_trace(store: SQLiteStore, kind: MentionKind) -> None:
    before = snapshot(store)
    one, other = most_named(store, kind)[:2]
    both = mentions(store, one.id) | mentions(store, other.id)
    made = judge(store, Verdict.MERGE, one, other)
    ids = {entity.id for entity in store.select(Entity)}
    assert len({one.id, other.id} & ids) == 1
    (kept,) = {one.id, other.id} & ids
    assert mentions(store, kept) == both
    (entity,) = store.select(Entity, id=kept)
    assert set(one.names) | set(other.names) == set(entity.names)
    undo(store, made)
    assert snapshot(store) == before


def test_a_split_makes_two_and_both_can_be_named(store: SQLiteStore) -> None:
    before = snapshot(store)
    body = most_named(store, MentionKind.ORG)[0]
    every = mentions(store, body.id)
    assert len(judgement_book.chains_of(store, body)) > 1
    first = judge(store, Verdict.SPLIT, body, half=True)
    (other,) = set(store.values(Link, "entity_id", mention_id=sorted(every))) - {body.id}
    assert mentions(store, body.id) | mentions(store, other) == every
    (part,) = store.select(Entity, id=other)
    second = judge(store, Verdict.RENAME, part, name="الهيئة الأخرى")
    assert [entity.name for entity in store.select(Entity, id=other)] == ["الهيئة الأخرى"]
    assert [entity.name for entity in store.select(Entity, id=body.id)] == [body.name]
    undo(store, second, first)
    assert snapshot(store) == before


def test_a_merge_with_the_part_that_a_split_took_out_moves_that_part_alone(store: SQLiteStore) -> None:
    before = snapshot(store)
    body, neighbour = most_named(store, MentionKind.ORG)[:2]
    every = mentions(store, body.id)
    first = judge(store, Verdict.SPLIT, body, half=True)
    kept = mentions(store, body.id)
    (part,) = (each for each in store.select(Entity) if mentions(store, each.id) == every - kept)
    second = judge(store, Verdict.MERGE, neighbour, part)
    assert mentions(store, body.id) == kept
    assert mentions(store, neighbour.id) >= every - kept
    with pytest.raises(UsageError, match="contradicts"):
        judge(store, Verdict.MERGE, neighbour, body)
    undo(store, second, first)
    assert snapshot(store) == before


def test_what_is_rejected_leads_nowhere_until_that_is_taken_back(store: SQLiteStore) -> None:
    before = snapshot(store)
    place = most_named(store, MentionKind.GPE)[0]
    made = judge(store, Verdict.REJECT, place)
    assert not mentions(store, place.id)
    assert not store.count(Entity, id=place.id)
    undo(store, made)
    assert snapshot(store) == before


def test_judgements_survive_reading_everything_again_and_another_store(store: SQLiteStore, tmp_path: Path) -> None:
    one, other = most_named(store, MentionKind.ORG)[:2]
    place = most_named(store, MentionKind.GPE)[0]
    judge(store, Verdict.MERGE, one, other)
    judge(store, Verdict.RENAME, place, name="الاسم المختار")
    judge(store, Verdict.SPLIT, most_named(store, MentionKind.GPE)[1], half=True)
    judged = snapshot(store)
    read_everything_again(store)
    assert snapshot(store) == judged
    fresh = tmp_path / "fresh.riwaya"
    add_to(fresh, DEMO)
    text = judgement_book.written(store.select(Judgement))
    opened = open_store(fresh, write=True)
    try:
        taken, refused = judgement_book.take_in(opened, text)
        judgement_book.settle_down(opened, engine())
        assert (len(taken), refused) == (3, [])
        assert snapshot(opened) == judged
        assert {each.state for each in judgement_book.listed(opened)} == {"applied"}
    finally:
        opened.close()


def test_a_person_and_a_body_cannot_be_one(store: SQLiteStore) -> None:
    person, body = most_named(store, MentionKind.PER)[0], most_named(store, MentionKind.ORG)[0]
    with pytest.raises(UsageError, match="a person and what is no person"):
        judge(store, Verdict.MERGE, person, body)


def split_off(store: SQLiteStore, body: Entity) -> tuple[Judgement, Entity]:
    out = judgement_book.chains_of(store, body)[0]
    made = judge(store, Verdict.SPLIT, body, half=True)
    (part,) = set(store.values(Link, "entity_id", mention_id=list(out.mention_ids)))
    return made, next(iter(store.select(Entity, id=part)))


def without_marks(store: SQLiteStore, judgement: Judgement) -> Judgement:
    """Make a judgement one of a store or file of before, which does not say of which split it names the part."""
    one, other = (tuple(replace(mark, split="") for mark in side) for side in (judgement.one, judgement.other))
    old = replace(judgement, one=one, other=other)
    store.apply(Changes(records=[old]))
    return old


@pytest.mark.parametrize("kind", [MentionKind.ORG, MentionKind.GPE, MentionKind.PER])
@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.RENAME, Verdict.MERGE])
@pytest.mark.parametrize("old", [False, True])
def test_what_was_judged_of_a_part_is_not_said_of_the_whole_when_its_split_is_taken_back(
    store: SQLiteStore, kind: MentionKind, verdict: Verdict, old: bool
) -> None:
    before = snapshot(store)
    body, neighbour = most_named(store, kind)[:2]
    first, part = split_off(store, body)
    second = judge(store, verdict, *((neighbour, part) if verdict is Verdict.MERGE else (part,)), name="الجزء")
    judged = snapshot(store)
    assert {mark.split for mark in (*second.one, *second.other)} >= {first.id}
    if old:
        second = without_marks(store, second)
    undo(store, first)
    assert snapshot(store) == before
    (listed,) = judgement_book.listed(store)
    assert (listed.judgement.id, listed.state) == (second.id, "what it names is not in the store")
    assert judgement_book.resting_on(store, first) == [listed.judgement]
    judgement_book.keep(store, first)
    judgement_book.settle_down(store, engine())
    assert snapshot(store) == judged
    undo(store, first, second)
    assert snapshot(store) == before


def test_a_name_of_the_whole_stays_when_its_split_is_taken_back_and_the_part_s_name_is_another(
    store: SQLiteStore,
) -> None:
    body = most_named(store, MentionKind.ORG)[0]
    judge(store, Verdict.RENAME, body, name="اسم الكل")
    named = snapshot(store)
    first, part = split_off(store, body)
    judge(store, Verdict.RENAME, next(iter(store.select(Entity, id=body.id))), name="اسم الكل")
    undo(store, first)
    assert snapshot(store) == named
    assert part.id not in set(store.values(Entity, "id"))


def test_a_file_says_of_which_part_its_judgements_are_in_whatever_order_they_stand(
    store: SQLiteStore, demo_path: Path, tmp_path: Path
) -> None:
    first, part = split_off(store, most_named(store, MentionKind.ORG)[0])
    second = judge(store, Verdict.REJECT, part)
    judged = snapshot(store)
    for number, held in enumerate(([second, first], [second])):
        path = tmp_path / f"{number}.riwaya"
        shutil.copy(demo_path, path)
        opened = open_store(path, write=True)
        try:
            before = snapshot(opened)
            taken, refused = judgement_book.take_in(opened, judgement_book.written(held))
            judgement_book.settle_down(opened, engine())
            assert len(taken) == len(held)
            assert len(refused) == (0 if first in held else 1)
            assert snapshot(opened) == (judged if first in held else before)
        finally:
            opened.close()
