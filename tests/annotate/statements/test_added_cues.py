"""Cues that users add to the shipped ones."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.statements.reading_aid import article_of, told

from riwaya.annotate import AnnotateConfig, annotate, annotate_stage
from riwaya.annotate.statements.added_cues import COLUMNS, read_added_cues
from riwaya.annotate.statements.lexicon import cue_forms, using_cues
from riwaya.errors import UsageError
from riwaya.model import Statement

HEADER = "\t".join(COLUMNS)
ROW = "جأر\tجأر\tيجأر\tجائر\t\tthat quote\tdemand\t0.9"
TEXT = "وجأر النائب بأن الجسر مغلق. وقال الوزير إن الجسر آمن."


def _table(*rows: str) -> str:
    return "\n".join([HEADER, *rows]) + "\n"


def _statements(cues: str) -> list[tuple[str, str]]:
    found = annotate(article_of(TEXT), AnnotateConfig(reader="rules", cues=cues))
    return [(item.cue_text, item.force) for item in found if isinstance(item, Statement)]


def test_an_added_cue_is_found_in_all_its_forms_and_only_where_it_was_added() -> None:
    assert _statements("") == [("قال", "assert")]
    assert _statements(_table(ROW)) == [("جأر", "demand"), ("قال", "assert")]
    assert _statements("") == [("قال", "assert")]
    with using_cues(read_added_cues(_table(ROW)).rows):
        assert {"جار", "جارت", "يجار", "يجارون"} <= cue_forms().keys()
    assert "يجارون" not in cue_forms()


def test_an_added_cue_outranks_a_shipped_one() -> None:
    assert _statements(_table("قال\tقال\tيقول\t\t\tthat quote\twarn\t0.9")) == [("قال", "warn")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (ROW + "\tx", "9 columns"),
        ("جأر\tجأر", "2 columns"),
        ("\tجأر\tيجأر\t\t\tthat\tassert\t0.9", "no lemma"),
        ("جأر\t\t\t\t\tthat\tassert\t0.9", "no form"),
        ("جأر\tجأر به\tيجأر\t\t\tthat\tassert\t0.9", "one Arabic word"),
        ("جأر\tshout\tيجأر\t\t\tthat\tassert\t0.9", "one Arabic word"),
        ("جأر\tجأر\tتجأر\t\t\tthat\tassert\t0.9", "begins with ي"),
        ("جأر\tجأر\tيجأر\t\tnoun\tthat\tassert\t0.9", "nouns"),
        ("جأر\tجأر\tيجأر\t\t\tthat loudly\tassert\t0.9", "loudly"),
        ("جأر\tجأر\tيجأر\t\t\t\tassert\t0.9", "frames"),
        ("جأر\tجأر\tيجأر\t\t\tthat\tshout\t0.9", "force"),
        ("جأر\tجأر\tيجأر\t\t\tthat\tassert\tnan", "prior"),
        ("جأر\tجأر\tيجأر\t\t\tthat\tassert\t1.5", "prior"),
        ("صاح\tصاح\tيصيح\t\t\tthat\tassert\t0.9", "earlier"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number_and_the_rest_is_used(row: str, reason: str) -> None:
    good = "صاح\tصاح\tيصيح\t\t\tthat\tassert\t0.9"
    cues = read_added_cues(_table("# ours", "", good, row, "نادى\tنادى\tينادي\t\t\tب\tdemand\t0.8"))
    assert [values[0] for values in cues.rows] == ["صاح", "نادى"]
    (refused,) = cues.refused
    assert refused.line == 5
    assert reason in refused.reason


def test_columns_may_stand_in_another_order_and_others_are_a_wrong_call() -> None:
    turned = "\n".join("\t".join(reversed(line.split("\t"))) for line in (HEADER, ROW))
    assert read_added_cues(turned).rows == read_added_cues(_table(ROW)).rows
    with pytest.raises(UsageError, match="lemma"):
        read_added_cues("word\tforce\nجأر\tassert")


def test_the_version_of_the_stage_follows_the_usable_rows() -> None:
    def version(cues: str) -> object:
        return annotate_stage(AnnotateConfig(reader="rules", cues=cues)).version

    assert version("") == version(HEADER) == version(_table("wrong"))
    assert version(_table(ROW)) != version("")
    assert version(_table(ROW)) == version(_table("# a note", ROW, "wrong"))
    assert version(_table(ROW)) != version(_table(ROW.replace("0.9", "0.8")))


@given(st.text(max_size=80))
def test_any_text_is_used_or_refused(text: str) -> None:
    with suppress(UsageError):
        read_added_cues(text)
    cues = read_added_cues(_table(text.replace("\n", " ")))
    assert len(cues.rows) + len(cues.refused) <= 1


def test_shipped_rows_would_pass() -> None:
    from riwaya.tables import read_table

    rows = ["\t".join(row[name] for name in COLUMNS) for row in read_table("speech_cues.tsv")]
    assert not read_added_cues(_table(*rows)).refused
    assert told(TEXT)
