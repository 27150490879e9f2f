"""The public contract of exports, on the demo newsroom."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

from riwaya.annotate.statements.pieces import without_rest
from riwaya.attribution import EntityFinder
from riwaya.errors import StoreError, UsageError
from riwaya.export.formats import export_table
from riwaya.export.tables import TABLES, statement_row
from riwaya.model import Mode, Span, Statement
from riwaya.store.sqlite import SQLiteStore

# DESIGN, section 4: fields that checks outside the project rely on.
CONTRACT = {
    "articles": "id page_id source position outlet title authors dateline credits published published_from language "
    "text removed",
    "mentions": "id article_id field start end text kind entity_id score",
    "entities": "id kind name names name_en wikidata offices",
    "times": "id article_id start end text type value anchor",
    "statements": "id article_id start end content_start content_end content cue cue_start cue_end speaker "
    "speaker_entity_id implicit via addressee mode distance score",
    "events": "id article_id story_id type mode actors targets place time start end score",
    "passages": "id article_id start end other_article_id other_start other_end direction kind score",
    "origins": "article_id origin kind evidence score",
    "stories": "id title article_ids from to place storyline_id independent_origins",
    "storylines": "id title story_ids",
    "alignments": "story_id statement_id other_statement_id label score",
    "claims": "id story_id text speaker_entity_id accounts not_found",
    "rejections": "item stage reason detail",
}


def rows_of(store: SQLiteStore, table: str) -> list[dict[str, object]]:
    stream = io.StringIO()
    export_table(store, table, "jsonl", stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize("table", CONTRACT)
def test_every_table_has_the_contracts_fields(demo_store: SQLiteStore, table: str) -> None:
    assert set(CONTRACT[table].split()) <= {name for name, _ in TABLES[table].fields}
    for row in rows_of(demo_store, table):
        assert set(row) == {name for name, _ in TABLES[table].fields}


@pytest.mark.parametrize("table", ["mentions", "times", "quantities", "statements", "events", "passages"])
def test_spans_hold_the_text_that_they_claim(demo_store: SQLiteStore, table: str) -> None:
    articles = {row["id"]: row for row in rows_of(demo_store, "articles")}
    rows = rows_of(demo_store, table)
    assert rows
    for row in rows:
        text = articles[row["article_id"]][row.get("field", "text")]
        assert 0 <= row["start"] < row["end"] <= len(text)
        if "text" in row:
            assert text[row["start"] : row["end"]] == row["text"]
        if table == "statements":
            assert text[row["content_start"] : row["content_end"]] == row["content"]
            assert text[row["cue_start"] : row["cue_end"]] == row["cue"]
            assert all(text[via["start"] : via["end"]] == via["text"] for via in row["via"])


def test_references_lead_somewhere(demo_store: SQLiteStore) -> None:
    known = {
        name: {row["id"] for row in rows_of(demo_store, name)}
        for name in ("articles", "entities", "statements", "stories")
    }
    for row in rows_of(demo_store, "mentions"):
        assert row["entity_id"] in known["entities"] | {""}
    for row in rows_of(demo_store, "statements"):
        assert row["speaker_entity_id"] in known["entities"] | {""}
    for row in rows_of(demo_store, "alignments"):
        assert {row["statement_id"], row["other_statement_id"]} <= known["statements"]
        assert row["story_id"] in known["stories"]
    for row in rows_of(demo_store, "claims"):
        assert {part["article_id"] for part in row["accounts"]} | set(row["not_found"]) <= known["articles"]
    for row in rows_of(demo_store, "passages"):
        assert {row["article_id"], row["other_article_id"]} <= known["articles"]


@pytest.mark.parametrize("table", TABLES)
def test_parquet_and_csv_hold_what_json_lines_hold(demo_store: SQLiteStore, tmp_path: Path, table: str) -> None:
    rows = rows_of(demo_store, table)
    path = tmp_path / "it's.parquet"
    assert export_table(demo_store, table, "parquet", path) == len(rows)
    names = [name for name, _ in TABLES[table].fields]
    found = duckdb.sql(f"SELECT * FROM read_parquet('{str(path).replace(chr(39), chr(39) * 2)}')")
    assert found.columns == names
    assert [dict(zip(names, row, strict=True)) for row in found.fetchall()] == rows
    stream = io.StringIO()
    export_table(demo_store, table, "csv", stream)
    assert len(list(csv.DictReader(io.StringIO(stream.getvalue())))) == len(rows)


def test_wrong_calls_and_places_are_named(demo_store: SQLiteStore, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="articles"):
        export_table(demo_store, "nothing", "jsonl", io.StringIO())
    with pytest.raises(UsageError, match="parquet"):
        export_table(demo_store, "articles", "xml", io.StringIO())
    with pytest.raises(UsageError, match="-o"):
        export_table(demo_store, "articles", "parquet", io.StringIO())
    with pytest.raises(StoreError, match="cannot write"):
        export_table(demo_store, "articles", "jsonl", tmp_path / "no" / "where.jsonl")
    assert not list(tmp_path.iterdir())


def test_a_statement_lists_the_other_pieces_of_its_content() -> None:
    text = "«السد آمن»، قال الوزير، «ولن نخليه»."
    content, cue = Span(text.index("ولن"), text.rindex("»")), Span(text.index("قال"), text.index("قال") + 3)
    rest = Span(1, text.index("»"))
    said = Statement(
        "s", "a", Span(1, content.end), content, content.of(text), cue, "قال", None, "", True, (), None, Mode.DIRECT,
        (), "assert", 1.0, content_rest=(rest,),
    )  # fmt: skip
    row = statement_row(said, text, EntityFinder((), ()))
    assert (row["content"], row["content_rest"]) == ("ولن نخليه", [{"text": "السد آمن", "start": 1, "end": rest.end}])
    assert statement_row(without_rest(said), text, EntityFinder((), ()))["content_rest"] == []
