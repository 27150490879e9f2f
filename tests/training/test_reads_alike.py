"""What the network learnt from and what it reads are made alike: training's words and decoding are the product's."""

from __future__ import annotations

import sys
from dataclasses import astuple
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from conftest import DEMO
from riwaya.annotate.reader import decode, words
from training import decode as learnt_decode
from training import pieces as learnt


def _agree(text: str) -> None:
    ours, theirs = words.read_words(text), learnt.read_words(text)
    assert [astuple(word) for word in ours] == [astuple(word) for word in theirs]
    sizes = [1 + len(word.text) // 4 for word in ours]
    for most in (7, 40):
        packed = list(words.pack_sentences(text, ours, sizes, most=most))
        assert packed == list(learnt.pack_sentences(text, theirs, sizes, most=most))


def test_words_and_passages_of_the_demo_newsroom() -> None:
    pages = sorted(path for path in DEMO.rglob("*") if path.suffix in (".html", ".txt"))
    assert pages
    for page in pages:
        _agree(page.read_text("utf-8", "replace"))


@given(st.text(st.sampled_from("وفبلكسالمدينةأؤىًّ ـ\u200f\n .،«»\"'1٢x😀#_"), max_size=120))
def test_words_and_passages_of_any_text(text: str) -> None:
    _agree(text)


@given(st.integers(1, 12), st.integers(0, 10_000))
def test_paths(size: int, seed: int) -> None:
    scores = decode.log_softmax(np.random.default_rng(seed).normal(scale=3, size=(size, 7)).astype(np.float32))
    path = decode.legal_path(scores)
    assert path.tolist() == learnt_decode.legal_path(scores).tolist()
    assert list(decode.path_spans(path)) == list(learnt_decode.path_spans(path))
