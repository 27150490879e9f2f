"""Stores of earlier schemas keep what they hold."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from riwaya.model import Field, Mode, Span, Statement, Time, TimeType
from riwaya.model.schema import columns_of, to_row
from riwaya.store.contract import Changes
from riwaya.store.migrate import APPLICATION_ID, migrations
from riwaya.store.sqlite import open_store


def test_statements_of_schema_1_have_no_occasion(tmp_path: Path) -> None:
    path = tmp_path / "old.riwaya"
    span = Span(0, 3)
    statement = Statement(
        "s", "a", span, span, "نصّ", Span(4, 6), "قا", None, "", True, (), None, Mode.DIRECT, (), "assert", 0.9
    )
    later = ("occasion", "found_by", "time", "content_rest")
    old = [column.name for column in columns_of(Statement) if not column.name.startswith(later)]
    with sqlite3.connect(path) as connection:
        connection.executescript(migrations()[0])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        names, marks = ", ".join(f'"{name}"' for name in old), ", ".join("?" for _ in old)
        connection.execute(f"INSERT INTO statements ({names}) VALUES ({marks})", to_row(statement)[: len(old)])
    store = open_store(path, write=True)
    assert list(store.select(Statement)) == [statement]
    store.close()


def test_statements_of_schema_12_have_one_piece_and_new_ones_keep_theirs(tmp_path: Path) -> None:
    path = tmp_path / "old.riwaya"
    span = Span(0, 20)
    whole = Statement(
        "s", "a", span, Span(0, 3), "نصّ", Span(4, 6), "قا", None, "", True, (), None, Mode.DIRECT, (), "assert", 0.9
    )
    old = [column.name for column in columns_of(Statement) if column.name != "content_rest"]
    with sqlite3.connect(path) as connection:
        for script in migrations()[:12]:
            connection.executescript(script)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 12")
        names, marks = ", ".join(f'"{name}"' for name in old), ", ".join("?" for _ in old)
        connection.execute(f"INSERT INTO statements ({names}) VALUES ({marks})", to_row(whole)[: len(old)])
    broken = replace(whole, id="t", content_rest=(Span(7, 9), Span(12, 20)))
    store = open_store(path, write=True)
    store.apply(Changes(records=[broken]))
    store.close()
    store = open_store(path, write=False)
    assert list(store.select(Statement)) == [whole, broken]
    store.close()


def test_times_of_schema_2_say_no_granularity_and_no_other_value(tmp_path: Path) -> None:
    path = tmp_path / "old.riwaya"
    time = Time("t", "a", Field.TEXT, Span(0, 3), "أمس", TimeType.DATE, "2018-05-09", "2018-05-10", "", "")
    old = [column.name for column in columns_of(Time)][:-2]
    with sqlite3.connect(path) as connection:
        for script in migrations()[:2]:
            connection.executescript(script)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 2")
        names, marks = ", ".join(f'"{name}"' for name in old), ", ".join("?" for _ in old)
        connection.execute(f"INSERT INTO times ({names}) VALUES ({marks})", to_row(time)[: len(old)])
    store = open_store(path, write=True)
    assert list(store.select(Time)) == [time]
    store.close()
