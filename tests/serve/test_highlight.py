from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Mode, Span, Statement
from riwaya.serve.highlight import Mark, context_of, cut, statement_marks

TEXT = "قال الوزير إن السد آمن، وأضاف أن المياه انحسرت."


@given(st.lists(st.tuples(st.integers(0, 46), st.integers(1, 12), st.sampled_from("abc"))))
def test_segments_put_together_are_the_text_and_carry_the_marks_over_them(drawn: list[tuple[int, int, str]]) -> None:
    marks = [
        Mark(Span(start, min(start + length, len(TEXT))), kind) for start, length, kind in drawn if start < len(TEXT)
    ]
    segments = cut(TEXT, marks)
    assert "".join(segment.text for segment in segments) == TEXT
    position = 0
    for segment in segments:
        covering = {mark.kind for mark in marks if mark.span.start <= position < mark.span.end}
        assert set(segment.kinds) == covering
        position += len(segment.text)


def test_a_part_is_cut_with_marks_that_reach_beyond_it() -> None:
    segments = cut(TEXT, [Mark(Span(0, len(TEXT)), "a")], Span(4, 10))
    assert [(segment.text, segment.kinds) for segment in segments] == [("الوزير", ("a",))]


def test_no_text_gives_no_segments() -> None:
    assert cut("", []) == []


def test_every_piece_of_what_is_said_is_marked() -> None:
    text = "وأسفر الانهيار، وفق الهيئة، عن جرح ثلاثة."
    pieces = [Span(text.index(part), text.index(part) + len(part)) for part in ("وأسفر الانهيار", "عن جرح ثلاثة")]
    cue = Span(text.index("وفق"), text.index("وفق") + 3)
    said = Statement(
        "s", "a", Span(0, len(text)), pieces[1], "", cue, "", None, "", True, (), None, Mode.INDIRECT, (), "", 1.0,
        content_rest=(pieces[0],),
    )  # fmt: skip
    shown = [part.text for part in cut(text, statement_marks(said)) if "content" in part.kinds]
    assert shown == ["وأسفر الانهيار", "عن جرح ثلاثة"]


SENTENCES = [Span(0, 9), Span(10, 19), Span(20, 29), Span(30, 39)]
LINES = "aaaaaaaa. bbbbbbbb. cccccccc.\ndddddddd."


@pytest.mark.parametrize(
    ("said", "context"),
    [
        (Span(12, 15), Span(0, 29)),
        (Span(12, 25), Span(0, 29)),
        (Span(32, 35), Span(30, 39)),
        (Span(0, 9), Span(0, 19)),
        (Span(9, 10), Span(9, 10)),
        (Span(2, 35), Span(0, 39)),
    ],
)
def test_a_context_is_the_sentences_said_and_their_neighbours_on_the_line(said: Span, context: Span) -> None:
    statement = Statement("s", "a", said, said, "", said, "", None, "", False, (), None, Mode.INDIRECT, (), "", 1.0)
    assert context_of(LINES, SENTENCES, statement) == context
