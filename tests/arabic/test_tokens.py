"""Tokens and their offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مُؤكِّدًا ذلك", ["مُؤكِّدًا", "ذلك"]),
        ("#عاصي_الحلاني", ["#", "عاصي_الحلاني"]),
        ("#رؤية_2030", ["#", "رؤية_2030"]),
        ("و500 من الـ20", ["و", "500", "من", "الـ", "20"]),
        ("٣٫٥ مليار", ["٣٫٥", "مليار"]),
        ("10/5/2018 3:30", ["10/5/2018", "3:30"]),
        ("رحلة MH370.", ["رحلة", "MH370", "."]),
        ("لـ“القبة”", ["لـ", "“", "القبة", "”"]),
        ("على https://t.co/abc?x=1. ثم", ["على", "https://t.co/abc?x=1", ".", "ثم"]),
        ("كتب الى user@mail.example اليوم", ["كتب", "الى", "user@mail.example", "اليوم"]),
        ("pic.twitter.com/aB3 نعم", ["pic.twitter.com/aB3", "نعم"]),
        ("\u200fحم\u200fاس\u200f", ["حم\u200fاس"]),
    ],
)
def test_splits_as_the_press_writes(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == expected


def test_tells_kinds_apart() -> None:
    assert [token.kind for token in tokenise("قال 5 ، https://a.example/x")] == ["word", "number", "mark", "address"]


@given(st.text(max_size=200))
def test_tokens_are_slices_of_the_text_in_order(text: str) -> None:
    position = 0
    for token in tokenise(text):
        assert token.start >= position
        assert text[token.start : token.end] == token.text
        position = token.end


@pytest.mark.parametrize("piece", ["a@", "a.", "http://", "1,", "ا\u064b", "a/", "_", "ا\u200f", "www.", "ـ"])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    tokenise(piece * (200_000 // len(piece)) + "@")
    assert time.process_time() - started < 4
