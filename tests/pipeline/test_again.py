"""What was read is read again: what is gone leaves nothing behind, and an interrupt in between changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import riwaya.extract
from conftest import DEMO, add_to
from riwaya.config import Config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.errors import Reason
from riwaya.model import Article, Page, Passage, Rejection, Stage, Story, Storyline
from riwaya.pipeline import finish, reading, run, telling, tracing
from riwaya.store.contract import Changes, Evidence, Fingerprint, Membership, Pending, Setting, Tie
from riwaya.store.sqlite import SQLiteStore, open_store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.riwaya"
    add_to(path, DEMO / "hasad", DEMO / "rejected")
    return path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Iterator[SQLiteStore]:
    path = tmp_path / "again.riwaya"
    shutil.copy(made, path)
    opened = open_store(path, write=True)
    yield opened
    opened.close()


def engine() -> LocalEngine:
    return LocalEngine(LocalConfig(workers=1))


def test_an_article_that_its_page_no_longer_holds_leaves_no_story(
    store: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = next(store.select(Article))
    extract = riwaya.extract.extract

    def without(page: Page, config: Any) -> Any:
        return iter(()) if page.id == gone.page_id else extract(page, config)

    monkeypatch.setattr(reading, "extract", without)
    store.apply(Changes(records=[Pending(Stage.EXTRACT, gone.page_id)]))
    run(store, engine(), [], config=Config())
    told = {article_id for story in store.select(Story) for article_id in story.article_ids}
    assert told == set(store.values(Article, "id")) == set(store.values(Membership, "article_id"))
    assert gone.id not in told
    assert not store.count(Pending)


def test_reading_a_page_again_keeps_what_other_stages_rejected_of_it(store: SQLiteStore) -> None:
    page = next(page for page in store.select(Page) if store.count(Rejection, item=page.source))
    other = Rejection(page.source, Stage.INGEST, Reason.MISSING_FIELD, "cut off")
    before = list(store.select(Rejection))
    store.apply(Changes(records=[other, Pending(Stage.EXTRACT, page.id)]))
    run(store, engine(), [], config=Config())
    assert sorted(map(str, store.select(Rejection))) == sorted(map(str, [*before, other]))


def test_a_stage_that_changed_makes_its_part_of_each_article_again(
    store: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.count(Evidence, stage=Stage.IDENTIFY)
    assert store.count(Fingerprint)
    monkeypatch.setattr(reading, "chain_mentions", lambda *_: ())
    monkeypatch.setattr(reading, "fingerprint", lambda *_: ())
    versions = [Setting(f"version:{stage}", "0") for stage in (Stage.IDENTIFY, Stage.REUSE)]
    store.apply(Changes(records=[*versions]))
    run(store, engine(), [], config=Config())
    assert not store.count(Evidence, stage=Stage.IDENTIFY)
    assert not store.count(Fingerprint)


@pytest.mark.parametrize("killed", [False, True])
def test_a_tie_that_vanishes_takes_its_storyline_along_even_when_killed_in_between(
    store: SQLiteStore, monkeypatch: pytest.MonkeyPatch, *, killed: bool
) -> None:
    alone = [story for story in store.select(Story) if not story.storyline_id]
    one, two = sorted(story.article_ids[0] for story in alone[:2])
    with monkeypatch.context() as patched:
        patched.setattr(telling, "_tie", lambda *_: None)
        store.apply(Changes(records=[Tie(one, two, 0.1, 0.99, 1), Pending(Stage.STORIES, one)]))
        finish(store, engine())
    lines = {story.storyline_id for story in store.select(Story) if {one, two} & set(story.article_ids)}
    assert len(lines) == 1
    assert "" not in lines
    store.apply(Changes(records=[Pending(Stage.STORIES, one)]))
    if killed:
        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(telling, "_group", _interrupt)
            finish(store, engine())
    finish(store, engine())
    assert not {story.storyline_id for story in store.select(Story)} & lines
    assert not lines & set(store.values(Storyline, "id"))
    assert not store.count(Pending)


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt


def test_a_value_that_becomes_common_is_forgotten_for_older_articles_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "_COMMON_VALUE", 3)
    shared = "اندلع حريق كبير في مستودع للأخشاب قرب ميناء راسم فجر الأحد وأصيب ثلاثة عمال نقلوا إلى المستشفى العام"
    for number in range(6):
        text = f"{shared} كما قال شاهد رقمه {number} في حي {'بجدهز'[number % 5] * 4}، وانتهى الأمر عند الظهر."
        (tmp_path / f"{number}.txt").write_text(f"حريق في ميناء راسم {number}\n\n{text}\n", "utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    add_to(tmp_path / "batch.riwaya", *files)
    for file in files:
        add_to(tmp_path / "single.riwaya", file)
    found = [list(open_store(tmp_path / f"{name}.riwaya").select(Passage)) for name in ("batch", "single")]
    assert found[0] == found[1]
