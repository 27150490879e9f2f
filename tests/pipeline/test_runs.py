"""Whole runs: killed, repeated, in another order, a page at a time: always the same records."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import DEMO, add_to
from riwaya.config import Config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.model import Article, Claim, Page, Rejection, Stage, Story
from riwaya.pipeline import finish, note_changed_stages, run
from riwaya.store.contract import TABLES, Changes, Pending, Setting
from riwaya.store.sqlite import SQLiteStore, open_store

# Enough of the newsroom to touch every stage: two events, a copy, a page without a date, a rejected one.
PART = ["rawasi", "hasad", "maydan", "rejected"]


def records_of(path: Path) -> dict[str, list[object]]:
    """Return all records of a store but the page bytes, table by table."""
    store = open_store(path)
    try:
        return {spec.name: list(store.select(spec.record_type)) for spec in TABLES if spec.record_type is not Page}
    finally:
        store.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "whole.riwaya"
    add_to(path, *(DEMO / name for name in PART))
    return path


def test_a_run_makes_stories_claims_and_rejections_and_leaves_nothing_pending(whole: Path) -> None:
    records = records_of(whole)
    assert len(records["stories"]) >= 3
    assert any(len(claim.accounts) > 1 for claim in records["claims"] if isinstance(claim, Claim))
    assert {record.stage for record in records["rejections"] if isinstance(record, Rejection)} == {Stage.EXTRACT}
    assert not records["pending"]


def test_the_same_pages_again_change_nothing(whole: Path) -> None:
    before = records_of(whole)
    add_to(whole, *(DEMO / name for name in PART))
    assert records_of(whole) == before


def test_pages_added_one_at_a_time_in_any_order_give_the_same_records(whole: Path, tmp_path: Path) -> None:
    pages = sorted(path for name in PART for path in (DEMO / name).iterdir() if path.is_file())
    random.Random(7).shuffle(pages)
    path = tmp_path / "single.riwaya"
    for page in pages:
        add_to(path, page)
    expected, found = records_of(whole), records_of(path)
    for name in expected:
        assert found[name] == expected[name], name


@pytest.mark.parametrize("delay", [1.2, 2.5, 4.0])
def test_a_run_that_is_killed_and_repeated_ends_with_the_same_records(
    whole: Path, tmp_path: Path, delay: float
) -> None:
    path = tmp_path / "killed.riwaya"
    command = [sys.executable, "-m", "riwaya.cli", "add", *(str(DEMO / name) for name in PART), "--store", str(path)]
    environment = os.environ | {"RIWAYA_ENGINE_CHUNK": "2"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
                               start_new_session=True)  # fmt: skip
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    add_to(path, *(DEMO / name for name in PART))
    expected, found = records_of(whole), records_of(path)
    for name in expected:
        assert found[name] == expected[name], name


class _StopAfter(SQLiteStore):
    """A store that fails like a killed process after so many changes."""

    def __init__(self, inner: SQLiteStore, changes: int) -> None:
        self.__dict__.update(inner.__dict__)
        self._left = changes

    def apply(self, changes: Changes) -> None:
        if self._left == 0:
            raise KeyboardInterrupt
        self._left -= 1
        super().apply(changes)


def test_a_run_stopped_between_any_two_changes_goes_on_to_the_same_records(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "stopped.riwaya"
    engine = LocalEngine(LocalConfig(workers=1))
    from riwaya.ingest import read_sources

    for changes in range(1, 9):
        store = open_store(path, write=True)
        pages = read_sources([str(DEMO / name) for name in PART], Config().ingest)
        with contextlib.suppress(KeyboardInterrupt):
            run(_StopAfter(store, changes % 3), engine, pages, config=Config())
        store.close()
    add_to(path, *(DEMO / name for name in PART))
    expected, found = records_of(whole), records_of(path)
    for name in expected:
        assert found[name] == expected[name], name


def test_a_raised_version_runs_its_stage_again_and_changes_nothing_that_it_makes_alike(whole: Path) -> None:
    before = records_of(whole)
    for stage in Stage:
        store = open_store(whole, write=True)
        store.apply(Changes(records=[Setting(f"version:{stage.value}", "0")]))
        note_changed_stages(store)
        pending = store.count(Pending)
        assert pending or stage is Stage.INGEST or not store.count(Article)
        engine = LocalEngine(LocalConfig(workers=1))
        run(store, engine, [], config=Config())
        store.close()
    assert records_of(whole) == before


def test_finishing_with_nothing_pending_does_nothing(whole: Path) -> None:
    before = records_of(whole)
    store = open_store(whole, write=True)
    finish(store, LocalEngine(LocalConfig(workers=1)))
    store.close()
    assert records_of(whole) == before


def test_every_article_is_in_exactly_one_story(whole: Path) -> None:
    records = records_of(whole)
    told = [identity for story in records["stories"] if isinstance(story, Story) for identity in story.article_ids]
    assert sorted(told) == sorted(article.id for article in records["articles"] if isinstance(article, Article))
