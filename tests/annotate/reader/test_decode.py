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
    names_heard_twice,
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


def _heard(labels: dict[int, int], lengths: dict[int, int], words: int = 5) -> list[tuple[int, int, int, float]]:
    """Return what is found of five words: by labels (1 B, 2 I of persons; 3 B, 4 I of bodies), and lengths of names."""
    by_word, as_whole = np.full((words, 5), -9, np.float32), np.full((words, 9), -9, np.float32)
    by_word[range(words), [labels.get(word, 0) for word in range(words)]] = 0
    as_whole[range(words), [lengths.get(word, 0) for word in range(words)]] = 0
    found = names_heard_twice(log_softmax(by_word), log_softmax(as_whole), 0)
    return [(*name[:3], round(name[3], 1)) for name in found]


def test_a_person_is_found_where_both_ways_of_reading_agree() -> None:
    assert _heard({1: 1, 2: 2}, {1: 2}) == [(1, 3, 0, 1.0)]


def test_a_person_that_only_one_way_of_reading_finds_is_half_as_sure() -> None:
    assert _heard({1: 1, 2: 2}, {}) == [(1, 3, 0, 0.5)]
    assert _heard({}, {1: 2}) == [(1, 3, 0, 0.5)]


def test_other_names_need_no_second_reading() -> None:
    assert _heard({1: 3, 2: 4}, {}) == [(1, 3, 1, 1.0)]


def test_a_persons_score_is_the_mean_of_both_readings() -> None:
    by_word, as_whole = np.zeros((2, 3), np.float32), np.zeros((2, 9), np.float32)
    by_word[0], by_word[1] = np.log([0.1, 0.8, 0.1]), np.log([0.9, 0.05, 0.05])
    as_whole[0, 1] = np.log(32)  # 32 of 40
    found = names_heard_twice(log_softmax(by_word), log_softmax(as_whole), 0)
    assert [name[:3] for name in found] == [(0, 1, 0)]
    assert np.isclose(found[0][3], 0.8, atol=1e-3)


def test_of_names_that_overlap_the_likelier_is_taken() -> None:
    by_word = log_softmax(np.log(np.array([[0.02, 0.9, 0.02, 0.04, 0.02], [0.3, 0.02, 0.66, 0.01, 0.01]], np.float32)))
    as_whole = np.full((2, 9), -9, np.float32)
    as_whole[0, 2] = as_whole[1, 0] = 0
    assert [name[:2] for name in names_heard_twice(by_word, log_softmax(as_whole), 0)] == [(0, 2)]


def test_a_name_longer_than_the_longest_is_heard_word_by_word_alone() -> None:
    labels = {0: 1} | dict.fromkeys(range(1, 10), 2)
    assert _heard(labels, {}, words=12) == [(0, 10, 0, 0.5)]
