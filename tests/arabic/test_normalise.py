"""Folding and its offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.normalise import fold, fold_with_offsets

PRESS = st.text(
    alphabet="أإآىيةهكپ١٢۳۴،؛؟“”«»\"'ﷲﻻﷺﹰﷻ\u064b\u0651\u0640\u200f\u200c\u202b\ufeffابتث .\nAbÉ\u00a0…", max_size=80
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أُوستِن", "اوستن"),
        ("مـــحمد", "محمد"),
        ("إلى الآن", "الي الان"),
        ("مؤتمرٌ", "موتمر"),
        ("ﷲ", "الله"),
        ("ﻻ", "لا"),
        ("\u200fحماس\u200e", "حماس"),
        ("١٤٠٠ و۳۵", "1400 و35"),
        ("“قال”", '"قال"'),
        ("کیان", "كيان"),
        ("سنة، نعم؟", "سنه, نعم?"),
        ("هـٰذا", "هذا"),
    ],
)
def test_folds_what_writers_vary(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(PRESS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(PRESS)
def test_every_folded_character_points_at_its_source(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    for index, character in enumerate(folded.text):
        start, end = folded.to_source(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert character in fold(text[start:end])


@given(PRESS, st.data())
def test_source_ranges_survive_the_way_there_and_back(text: str, data: st.DataObject) -> None:
    folded = fold_with_offsets(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = folded.to_folded(start, end)
    assert folded.text[first:last] == fold(text[start:end])
    if first < last:
        again = folded.to_source(first, last)
        assert folded.to_folded(*again) == (first, last)


def test_folding_takes_linear_time() -> None:
    started = time.process_time()
    fold_with_offsets("ﷲ\u064bا" * 70_000)
    assert time.process_time() - started < 2
