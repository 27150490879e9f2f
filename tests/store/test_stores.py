"""One contract for all stores, on a real file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from riwaya.errors import Reason, StoreError
from riwaya.model import Page, Rejection, Span, Stage, Time, TimeType
from riwaya.model.annotations import Field
from riwaya.model.schema import columns_of
from riwaya.store.contract import TABLES, Changes, NameKey, Naming, Pending, SearchText
from riwaya.store.migrate import migrations
from riwaya.store.sqlite import SQLiteStore, StoreConfig, open_store


def page(number: int) -> Page:
    content = f"صفحة {number}".encode()
    return Page(
        Page.make_id(f"k{number}", content), f"k{number}", f"{number}.txt", "", "", "text/plain", "utf-8", content
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.riwaya"


@pytest.fixture
def store(path: Path) -> Iterator[SQLiteStore]:
    opened = open_store(path, write=True)
    yield opened
    opened.close()


def test_records_come_back_equal_and_in_key_order(store: SQLiteStore) -> None:
    pages = [page(number) for number in range(30)]
    store.apply(Changes(records=[*pages]))
    assert list(store.select(Page)) == sorted(pages, key=lambda record: record.id)
    assert list(store.select(Page, id=[pages[3].id, pages[5].id])) == sorted(pages[3:6:2], key=lambda r: r.id)
    assert store.count(Page, key="k7") == 1


def test_distinct_yields_each_row_of_the_columns_once(store: SQLiteStore) -> None:
    names = [("k1", "b1", "n1", "a1"), ("k1", "b1", "n1", "a2"), ("k1", "b2", "n2", "a1"), ("k2", "b3", "n3", "a1")]
    store.apply(Changes(records=[NameKey(*name) for name in names]))
    found = list(store.distinct(NameKey, "key", "block", "name", key=["k1"]))
    assert sorted(found) == [("k1", "b1", "n1"), ("k1", "b2", "n2")]


def test_packed_rows_are_the_rows_with_the_last_text_as_its_bytes(store: SQLiteStore) -> None:
    store.apply(Changes(records=[NameKey("k1", "b1", "سدران", "a1"), NameKey("k1", "b1", "حرون", "a2")]))
    found = list(store.packed(NameKey, "article_id", "name", key=["k1"]))
    rows = store.rows(NameKey, "article_id", "name", key=["k1"])
    assert found == [(article, name.encode()) for article, name in rows]


def test_totals_are_sums_over_the_rows_that_share_the_columns(store: SQLiteStore) -> None:
    rows = [("b1", "سدران", "a1", 2), ("b1", "سدران", "a2", 3), ("b1", "السدران", "a2", 1), ("b2", "سدران", "a1", 7)]
    store.apply(Changes(records=[Naming(block, "GPE", form, article, count) for block, form, article, count in rows]))
    found = store.totals(Naming, ("block", "form"), "count", block=["b1"])
    assert sorted(found) == [("b1", "السدران", 1), ("b1", "سدران", 5)]


def test_the_same_record_again_changes_nothing(store: SQLiteStore) -> None:
    store.apply(Changes(records=[page(1)]))
    store.apply(Changes(records=[page(1)]))
    assert store.count(Page) == 1


def test_a_change_that_fails_leaves_no_trace(store: SQLiteStore) -> None:
    class Unknown:
        pass

    with pytest.raises(TypeError):
        store.apply(Changes(records=[page(1), Unknown()]))
    assert store.count(Page) == 0


def test_pending_work_is_taken_off_by_stage_and_key(store: SQLiteStore) -> None:
    store.apply(Changes(records=[Pending(Stage.REUSE, "a"), Pending(Stage.STORIES, "a"), Pending(Stage.REUSE, "b")]))
    changes = Changes()
    changes.done(Stage.REUSE, ["a"])
    store.apply(changes)
    assert list(store.select(Pending)) == [Pending(Stage.REUSE, "b"), Pending(Stage.STORIES, "a")]


def test_search_finds_phrases_and_forgets_replaced_texts(store: SQLiteStore) -> None:
    store.apply(Changes(records=[SearchText("one", "عنوان", "وزير دفاع نهر"), SearchText("two", "وزير", "دفاع جسر")]))
    assert store.search([["وزير", "دفاع"]], 10) == ["one"]
    assert store.search([["دفاع"], ["وزير"]], 10) == ["two", "one"]
    store.apply(Changes(records=[SearchText("one", "", "جسر")]))
    assert store.search([["نهر"]], 10) == []
    changes = Changes()
    changes.remove(SearchText, "article_id", ["one"])
    store.apply(changes)
    assert store.search([["جسر"]], 10) == ["two"]


def test_migrated_tables_have_the_columns_of_their_records(path: Path, store: SQLiteStore) -> None:
    with sqlite3.connect(path) as connection:
        for spec in TABLES:
            rows = connection.execute(f'PRAGMA table_info("{spec.name}")').fetchall()
            assert [(row[1], row[2]) for row in rows] == [(c.name, c.type) for c in columns_of(spec.record_type)]


def test_an_older_store_is_migrated_when_written_and_refused_when_read(path: Path) -> None:
    store = open_store(path, write=True)
    record = Time("t", "a", Field.TEXT, Span(0, 3), "أمس", TimeType.DATE, "2025-03-01", "2025-03-02", "", "")
    store.apply(Changes(records=[record]))
    store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 0")
        names = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'index')")
        ]
        for name in names:
            if not name.startswith(("sqlite_", "search_")) and name != "times":
                kind = "INDEX" if "_by_" in name else "TABLE"
                connection.execute(f'DROP {kind} IF EXISTS "{name}"')
        connection.execute("DROP TABLE times")
    with pytest.raises(StoreError, match="older"):
        open_store(path)
    reopened = open_store(path, write=True)
    assert reopened.count(Time) == 0
    reopened.close()


def test_a_newer_store_is_refused(path: Path, store: SQLiteStore) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    with pytest.raises(StoreError, match="newer"):
        open_store(path)


def test_what_is_no_store_is_named_in_one_line(tmp_path: Path) -> None:
    junk = tmp_path / "junk"
    junk.write_bytes(b"not a database at all" * 100)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE x (y)")
    for place in (junk, other):
        with pytest.raises(StoreError, match=r"^[^\n]+$"):
            open_store(place, write=True)
    with pytest.raises(StoreError, match="no store at"):
        open_store(tmp_path / "absent")
    with pytest.raises(StoreError, match="no folder"):
        open_store(tmp_path / "no" / "where", write=True)


def test_a_store_damaged_behind_its_first_rows_is_named_in_one_line(path: Path) -> None:
    store = open_store(path, write=True)
    store.apply(Changes(records=[Pending(Stage.COMPARE, f"{number:08}") for number in range(20_000)]))
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size - size // 2))
    damaged = open_store(path)
    rows = damaged.rows(Pending)
    next(rows)
    with pytest.raises(StoreError, match=r"^[^\n]+damaged[^\n]+$"):
        list(rows)
    damaged.close()


def test_what_a_reader_raises_between_rows_stays_its_own_error(store: SQLiteStore) -> None:
    store.apply(Changes(records=[page(1)]))
    rows = store.rows(Page)
    next(rows)
    error = sqlite3.DatabaseError("malformed")
    assert isinstance(rows, Generator)
    with pytest.raises(sqlite3.DatabaseError) as raised:
        rows.throw(error)
    assert raised.value is error


def test_a_locked_store_is_said_to_be_locked(path: Path, store: SQLiteStore) -> None:
    blocker = sqlite3.connect(path, isolation_level=None)
    second = open_store(path, write=True, config=StoreConfig(wait_seconds=0.05))
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        second.apply(Changes(records=[page(1)]))
    with pytest.raises(StoreError, match="locked"):
        open_store(path, write=True, config=StoreConfig(wait_seconds=0.05))
    blocker.execute("ROLLBACK")
    second.apply(Changes(records=[page(1)]))
    second.close()
    blocker.close()


def test_readers_see_what_is_committed_while_a_writer_works(path: Path, store: SQLiteStore) -> None:
    store.apply(Changes(records=[page(1)]))
    reader = open_store(path)
    store.apply(Changes(records=[page(2)]))
    assert reader.count(Page) == 2
    reader.close()


def test_a_full_disk_is_said_in_one_line_and_harms_nothing(path: Path) -> None:
    store = open_store(path, write=True)
    store.apply(Changes(records=[page(1)]))
    store._connection.execute("PRAGMA max_page_count = 60")
    many = [Rejection(f"{number}" * 400, Stage.INGEST, Reason.EMPTY, "") for number in range(2000)]
    with pytest.raises(StoreError, match="no space left"):
        store.apply(Changes(records=[*many]))
    assert list(store.select(Page)) == [page(1)]
    assert store.count(Rejection) == 0
    store.close()


def test_a_writer_killed_in_the_middle_leaves_whole_changes_only(path: Path) -> None:
    script = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_stores import page
from riwaya.model import Stage
from riwaya.store.contract import Changes, Pending
from riwaya.store.sqlite import open_store
store = open_store({str(path)!r}, write=True)
for number in range(10**6):
    store.apply(Changes(records=[page(number), Pending(Stage.REUSE, f"k{{number}}")]))
    if number == 30:
        print("go", flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=os.environ.copy())
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    store = open_store(path, write=True)
    keys = {record.key for record in store.select(Page)}
    assert len(keys) >= 31
    assert keys == {record.key for record in store.select(Pending)}
    store.close()
