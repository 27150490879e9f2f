"""Judgements in a store: they survive every re-run and another store, and can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import DEMO, add_to
from riwaya.config import Config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.errors import Reason, UsageError
from riwaya.model import Article, Entity, Link, Rejection
from riwaya.model.judgements import Judgement, Verdict
from riwaya.pipeline import judgement_book, run
from riwaya.store.contract import Changes, Pending, Setting
from riwaya.store.sqlite import SQLiteStore, open_store

ONE, OTHER = "فيكتور هالدن", "إيلينا ساندفيك"


def engine() -> LocalEngine:
    return LocalEngine(LocalConfig(workers=1))


def find(store: SQLiteStore, name: str) -> Entity:
    return next(entity for entity in store.select(Entity, kind="PER") if name in (entity.name, *entity.names))


def snapshot(store: SQLiteStore) -> tuple[list[str], list[str]]:
    return sorted(map(str, store.select(Entity))), sorted(map(str, store.select(Link)))


def judge(store: SQLiteStore, verdict: Verdict, *names: str, name: str = "") -> Judgement:
    one, other = (*(judgement_book.chains_of(store, find(store, each)) for each in names), [])[:2]
    made = judgement_book.judge(
        store, verdict, (one, other), name=name or " | ".join(names), made="2031-05-04", note=""
    )
    judgement_book.keep(store, made)
    judgement_book.settle_down(store, engine())
    return made


def split(store: SQLiteStore, name: str) -> tuple[Judgement, set[str]]:
    chains = judgement_book.chains_of(store, find(store, name))
    out = chains[::2]
    made = judgement_book.judge(store, Verdict.SPLIT, (out, chains[1::2]), name=name, made="2031-05-04", note="")
    judgement_book.keep(store, made)
    judgement_book.settle_down(store, engine())
    return made, {chain.article_id for chain in out}


def test_a_merge_joins_all_mentions_and_undoing_it_leaves_no_trace(store: SQLiteStore) -> None:
    before = snapshot(store)
    expected = {
        name for each in (ONE, OTHER) for name in store.values(Link, "mention_id", entity_id=find(store, each).id)
    }
    made = judge(store, Verdict.MERGE, ONE, OTHER)
    merged = find(store, ONE)
    assert merged.id == find(store, OTHER).id
    assert set(store.values(Link, "mention_id", entity_id=merged.id)) == expected
    assert not store.count(Pending)
    judgement_book.undo(store, made.id[:10])
    judgement_book.settle_down(store, engine())
    assert snapshot(store) == before
    assert not store.count(Judgement)


def test_judgements_survive_reading_everything_again(store: SQLiteStore) -> None:
    judge(store, Verdict.MERGE, ONE, OTHER)
    _, out = split(store, "كمال الرشواني")
    judge(store, Verdict.RENAME, "ماتياس رينبرغ", name="ماتياس ك. رينبرغ")
    judge(store, Verdict.REJECT, "جاسم بوشهاب")
    after = snapshot(store)
    store.apply(Changes(records=[Setting("version:annotate", "0"), Setting("version:identify", "0")]))
    run(store, engine(), [], config=Config())
    assert snapshot(store) == after
    assert find(store, ONE).id == find(store, OTHER).id
    persons = [entity for entity in store.select(Entity, kind="PER") if "كمال الرشواني" in entity.names]
    assert {frozenset(store.values(Link, "article_id", entity_id=each.id)) for each in persons} >= {frozenset(out)}
    assert find(store, "ماتياس ك. رينبرغ").names[0] == "ماتياس رينبرغ"
    assert not [entity for entity in store.select(Entity) if entity.name == "جاسم بوشهاب"]


def test_an_exported_file_gives_a_new_store_the_same_people(store: SQLiteStore, tmp_path: Path) -> None:
    judge(store, Verdict.MERGE, ONE, OTHER)
    split(store, "كمال الرشواني")
    text = judgement_book.written(store.select(Judgement))
    # The pages come from another place, and the judgements before half of them.
    shutil.copytree(DEMO, tmp_path / "pages" / DEMO.name)
    pages = sorted(path for path in (tmp_path / "pages" / DEMO.name).iterdir())
    add_to(tmp_path / "new.riwaya", *pages[: len(pages) // 2])
    new = open_store(tmp_path / "new.riwaya", write=True)
    fresh, _ = judgement_book.take_in(new, text)
    judgement_book.settle_down(new, engine())
    new.close()
    add_to(tmp_path / "new.riwaya", *pages)
    new = open_store(tmp_path / "new.riwaya", write=True)
    assert len(fresh) == 2
    assert judgement_book.take_in(new, text) == ([], [])
    ids = {id_: i for i, id_ in enumerate(sorted(store.values(Article, "id")))}
    assert ids.keys() == set(new.values(Article, "id"))
    assert snapshot(new) == snapshot(store)
    new.close()


def test_a_judgement_of_what_is_not_there_is_reported_and_applied_to_nothing(store: SQLiteStore) -> None:
    before = snapshot(store)
    chains = judgement_book.chains_of(store, find(store, ONE))
    made = judgement_book.judge(store, Verdict.REJECT, (chains[:1], []), name=ONE, made="2031-05-04", note="")
    mark = made.one[0]
    lost = (type(mark)("0" * 16, "elsewhere", 0, mark.field, mark.form, mark.nth),)
    dangling = Judgement(Judgement.make_id(Verdict.REJECT, lost, (), ONE), Verdict.REJECT, lost, (), ONE, "", "")
    fresh, refused = judgement_book.take_in(store, judgement_book.written([dangling]))
    assert [each.id for each in fresh] == [dangling.id]
    assert [(each.line, each.reason) for each in refused] == [(2, "what it names is not in the store")]
    judgement_book.settle_down(store, engine())
    assert snapshot(store) == before
    assert [each.state for each in judgement_book.listed(store)] == ["what it names is not in the store"]
    (rejection,) = [each for each in store.select(Rejection) if each.reason is Reason.UNSETTLED]
    assert dangling.id in rejection.item


def test_a_contradiction_is_refused_and_damaged_lines_are_named(store: SQLiteStore) -> None:
    made, _ = split(store, "كمال الرشواني")
    before = snapshot(store)
    merge = Judgement(
        Judgement.make_id(Verdict.MERGE, made.one, made.other, ""), Verdict.MERGE, made.one, made.other, "", "", ""
    )
    with pytest.raises(UsageError, match="contradicts"):
        judgement_book.keep(store, merge)
    forged = judgement_book.written([made]).splitlines()[1].replace('"split"', '"merge"')
    text = judgement_book.written([merge]) + "no json\n" + forged + "\n"
    fresh, refused = judgement_book.take_in(store, text)
    assert fresh == []
    assert [each.line for each in refused] == [2, 3, 4]
    assert snapshot(store) == before
    assert [each.id for each in store.select(Judgement)] == [made.id]


def test_another_name_for_a_person_replaces_the_one_before(store: SQLiteStore) -> None:
    judge(store, Verdict.RENAME, ONE, name="هالدن الأول")
    judge(store, Verdict.RENAME, ONE, name="هالدن الآخر")
    assert find(store, ONE).name == "هالدن الآخر"
    assert store.count(Judgement) == 1
