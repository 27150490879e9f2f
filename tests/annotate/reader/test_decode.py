from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from riwaya.annotate.reader.decode import (
    legal_path,
    link_bucket,
    link_probabilities,
    log_softmax,
    path_spans,
    span_score,
)


def _legal(path: tuple[int, ...]) -> bool:
    return all(
        label == 0 or label % 2 == 1 or (before in (label, label - 1))
        for before, label in zip((0, *path), path, strict=False)
    )


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_path_is_the_best_of_all_legal_ones(words: int, seed: int) -> None:
    scores = log_softmax(np.random.default_rng(seed).normal(scale=3, size=(words, 5)).astype(np.float32))
    best = max(
        (path for path in product(range(5), repeat=words) if _legal(path)),
        key=lambda path: sum(scores[index, label] for index, label in enumerate(path)),
    )
    found = legal_path(scores)
    assert _legal(tuple(found))
    total = sum(float(scores[index, label]) for index, label in enumerate(best))
    assert np.isclose(sum(float(scores[index, label]) for index, label in enumerate(found)), total, atol=0.02 * words)


def test_a_path_gives_its_spans() -> None:
    assert list(path_spans([0, 1, 2, 1, 0, 3, 4, 4])) == [(1, 3, 0), (3, 4, 0), (5, 8, 1)]


def test_a_span_is_as_likely_as_its_least_sure_word() -> None:
    scores = np.log(np.array([[0.1, 0.9, 0.0001], [0.3, 0.1, 0.6], [0.9, 0.05, 0.05]], np.float32))
    assert np.isclose(span_score(scores, 0, 2, 0), 0.6)


def test_many_words_that_break_the_rule_take_linear_time() -> None:
    scores = np.full((40_000, 17), -5, np.float32)
    scores[:, 2] = -0.1
    scores[1::2, 4] = 0
    assert len(legal_path(scores)) == 40_000


def test_distances_fall_into_buckets_by_sign_and_size() -> None:
    assert link_bucket(np.array([-500, -1, 0, 1, 3, 500])).tolist() == [0, 6, 7, 8, 9, 14]


def test_the_nearer_of_two_like_targets_is_likelier_where_the_bias_says_so() -> None:
    bias = np.zeros(15, np.float32)
    bias[link_bucket(np.array([1]))] = 3
    chances = link_probabilities(np.ones(4, np.float32), np.ones((2, 4), np.float32), bias, np.array([1, 40], np.int64))
    assert np.isclose(chances.sum(), 1)
    assert chances.argmax() == 1
