"""Two people of one name in one article, parted by a judgement."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import add_to
from riwaya.config import Config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.errors import UsageError
from riwaya.model import Entity, Link, Mention
from riwaya.model.judgements import Judgement, Verdict
from riwaya.pipeline import judgement_book, run
from riwaya.pipeline.judging import Bench
from riwaya.store.contract import Changes, Pending, Setting
from riwaya.store.sqlite import SQLiteStore, open_store

NAME = "سليم الكردلي"
FIRST = (
    "قال النائب سليم الكردلي إن المزارعين يعانون من الجفاف. وأضاف الكردلي أن الحكومة لا تسمع.\n"
    "وفي حادث آخر توفي رجل يدعى سليم الكردلي في قرية بعيدة. وقال جيران سليم الكردلي إنه كان طيبا."
)
SECOND = "قال النائب سليم الكردلي إن المجلس سيجتمع غدا. وأكد الكردلي أن الموازنة جاهزة."
STRETCH = "توفي رجل يدعى سليم الكردلي في قرية بعيدة.  وقال جيران سليم الكردلي"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    rows = [
        {"url": f"https://a.example/{number}", "outlet": "الضفاف", "title": "خبر", "text": text, "published": day}
        for number, (text, day) in enumerate(((FIRST, "2031-05-04"), (SECOND, "2031-05-05")))
    ]
    source = folder / "two.jsonl"
    source.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    add_to(folder / "two.riwaya", source)
    return folder / "two.riwaya"


@pytest.fixture
def store(plain: Path, tmp_path: Path) -> Iterator[SQLiteStore]:
    shutil.copy(plain, tmp_path / "judged.riwaya")
    opened = open_store(tmp_path / "judged.riwaya", write=True)
    yield opened
    opened.close()


def engine() -> LocalEngine:
    return LocalEngine(LocalConfig(workers=1))


def part(store: SQLiteStore, passage: str) -> Judgement:
    """Split the person who has most mentions by a passage."""
    entity = people(store)[0]
    sides = judgement_book.part_chains(store, entity, judgement_book.chains_of(store, entity), passage)
    made = judgement_book.judge(
        store, Verdict.SPLIT, sides, name=NAME, made=f"2031-05-{10 + store.count(Judgement)}", note=""
    )
    judgement_book.keep(store, made)
    judgement_book.settle_down(store, engine())
    return made


def people(store: SQLiteStore) -> list[Entity]:
    found = [entity for entity in store.select(Entity, kind="PER") if NAME in entity.names]
    return sorted(found, key=lambda entity: (-store.count(Link, entity_id=entity.id), entity.id))


def told(store: SQLiteStore) -> list[list[tuple[int, str]]]:
    """Return what leads to each person of the name: places and words in the first article, of most mentions first."""
    starts = {mention.id: (mention.span.start, mention.text) for mention in store.select(Mention)}
    held: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in store.select(Link, entity_id=[entity.id for entity in people(store)]):
        held[link.entity_id].append(starts[link.mention_id])
    return sorted((sorted(places) for places in held.values()), key=lambda places: -len(places))


FARMER = [(FIRST.index(NAME, 60), NAME), (FIRST.rindex(NAME), NAME)]


def test_the_mentions_in_a_passage_become_another_person(store: SQLiteStore) -> None:
    assert len(told(store)) == 1
    part(store, STRETCH)
    member, farmer = told(store)
    assert [place for place in farmer if place[1] == NAME] == FARMER
    assert not {place for place in member if place in FARMER}
    assert len(member) > 4
    assert not store.count(Pending)


def test_the_parts_survive_reading_everything_again_and_another_store(store: SQLiteStore, plain: Path) -> None:
    part(store, STRETCH)
    after = told(store)
    store.apply(Changes(records=[Setting("version:annotate", "0"), Setting("version:identify", "0")]))
    run(store, engine(), [], config=Config())
    assert told(store) == after
    other = open_store(shutil.copy(plain, plain.with_name("other.riwaya")), write=True)
    fresh, refused = judgement_book.take_in(other, judgement_book.written(store.select(Judgement)))
    judgement_book.settle_down(other, engine())
    assert (len(fresh), refused, told(other)) == (1, [], after)
    other.close()


def test_undoing_makes_one_person_of_them_again(store: SQLiteStore) -> None:
    before = sorted(map(str, store.select(Link))), sorted(map(str, store.select(Entity)))
    made = part(store, STRETCH)
    judgement_book.undo(store, made.id)
    judgement_book.settle_down(store, engine())
    assert (sorted(map(str, store.select(Link))), sorted(map(str, store.select(Entity)))) == before


def test_parts_taken_out_one_by_one_can_be_made_one_but_not_with_what_they_were_taken_from(store: SQLiteStore) -> None:
    part(store, "رجل يدعى سليم الكردلي")
    part(store, "جيران سليم الكردلي")
    member, one, other = people(store)
    sides = judgement_book.chains_of(store, one), judgement_book.chains_of(store, other)
    merge = judgement_book.judge(store, Verdict.MERGE, sides, name=NAME, made="2031-06-01", note="")
    judgement_book.keep(store, merge)
    judgement_book.settle_down(store, engine())
    assert [place for place in told(store)[1] if place[1] == NAME] == FARMER
    sides = judgement_book.chains_of(store, member), judgement_book.chains_of(store, people(store)[1])
    with pytest.raises(UsageError, match="contradicts"):
        judgement_book.keep(
            store, judgement_book.judge(store, Verdict.MERGE, sides, name=NAME, made="2031-06-02", note="")
        )


def test_a_split_that_does_not_hold_cuts_nothing(store: SQLiteStore) -> None:
    split = part(store, STRETCH)
    against = Judgement("0" * 20, Verdict.MERGE, split.one, split.other, NAME, "2031-06-01", "")
    bench = Bench(store, [split, against])
    assert bench.settlement.troubled.keys() == {split.id, against.id}
    assert not bench.settlement.applied
    assert not bench.cuts.splits()


def test_a_passage_that_no_mention_stands_in_parts_nothing(store: SQLiteStore) -> None:
    (entity,) = people(store)
    chains = judgement_book.chains_of(store, entity)
    assert judgement_book.part_chains(store, entity, chains, "في قرية بعيدة") == ([], chains)
    inside, rest = judgement_book.part_chains(store, entity, chains, SECOND)
    assert (len(inside), len(rest)) == (1, 1)
    assert inside[0] in chains
