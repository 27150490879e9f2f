from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Account, Claim, Label, Mode, Removed, Span, Statement
from riwaya.model.schema import columns_of, dump_text, from_row, load_text, to_row

spans = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
words = st.text(max_size=12)
statements = st.builds(
    Statement, id=words, article_id=words, span=spans, content=spans, content_text=words, cue=spans, cue_text=words,
    speaker=st.none() | spans, speaker_text=words, implicit=st.booleans(), via=st.lists(spans, max_size=3).map(tuple),
    addressee=st.none() | spans, mode=st.sampled_from(Mode), distance=st.lists(spans, max_size=2).map(tuple),
    force=words, score=st.floats(0, 1), occasion=st.none() | spans, occasion_kind=words,
)  # fmt: skip


@given(statements)
def test_a_record_comes_back_from_its_row_and_from_its_json(statement: Statement) -> None:
    row = to_row(statement)
    assert len(row) == len(columns_of(Statement))
    assert from_row(Statement, row) == statement
    assert load_text(Statement, dump_text(statement)) == statement


CONTENT, CUE = Span(0, 10), Span(12, 15)
BROKEN = Statement(
    "s", "a", Span(0, 40), CONTENT, "", CUE, "", None, "", True, (), None, Mode.DIRECT, (), "assert", 1.0,
    content_rest=(Span(17, 25), Span(30, 40)),
)  # fmt: skip


def test_a_content_in_pieces_comes_back_and_its_pieces_are_in_text_order() -> None:
    assert from_row(Statement, to_row(BROKEN)) == BROKEN
    assert load_text(Statement, dump_text(BROKEN)) == BROKEN
    assert replace(BROKEN, content=Span(26, 29)).pieces == (Span(17, 25), Span(26, 29), Span(30, 40))
    assert replace(BROKEN, content_rest=()).pieces == (CONTENT,)


@pytest.mark.parametrize(
    "rest",
    [
        (Span(8, 11),),  # in the content
        (Span(14, 20),),  # in the cue
        (Span(30, 41),),  # outside of the statement
        (Span(30, 40), Span(17, 25)),  # not in order
        (Span(17, 25), Span(24, 40)),  # one in the other
    ],
)
def test_a_rest_that_can_be_none_is_refused(rest: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="not the rest of a content"):
        replace(BROKEN, content_rest=rest)
    text = dump_text(replace(BROKEN, content_rest=())).replace('"content_rest":[]', f'"content_rest":{dump_text(rest)}')
    with pytest.raises(ValueError, match="not the rest of a content"):
        load_text(Statement, text)


def test_nested_records_come_back() -> None:
    claim = Claim("1", "2", "نص", "", (Account("a", "s", Label.PART),), ("b",))
    assert from_row(Claim, to_row(claim)) == claim
    assert load_text(Removed, dump_text(Removed("x", "share"))) == Removed("x", "share")


def test_a_span_field_becomes_two_columns_named_after_it() -> None:
    names = [column.name for column in columns_of(Statement)]
    assert names[2:6] == ["start", "end", "content_start", "content_end"]
