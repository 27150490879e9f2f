"""Logits to spans: the best legal path of BIO labels, scores, particles and ties. Plain numpy, as at run time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def log_softmax(logits: Floats) -> Floats:
    """Return log probabilities along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def legal_path(scores: Floats) -> NDArray[np.int64]:
    """Return the best path of labels O, B-x, I-x, B-y, I-y ... where I-x only follows B-x or I-x.

    `scores` is (words, labels), log probabilities. The labels that are best word by word are the best path where they
    are legal, as nearly always; else Viterbi settles it.
    """
    best = scores.argmax(axis=1)
    inside = (best > 0) & (best % 2 == 0)
    before = np.concatenate([[0], best[:-1]])
    illegal = inside & (before != best) & (before != best - 1)
    if not illegal.any():
        return best
    # A run between two words that are O by far cannot touch the others.
    sure = scores[:, 0] > np.log(0.999)
    path = best.copy()
    for index in np.flatnonzero(illegal):
        start, end = index, index
        while start > 0 and not sure[start - 1]:
            start -= 1
        while end < len(best) and not sure[end]:
            end += 1
        path[start:end] = _viterbi(scores[start:end])
    return path


def _viterbi(scores: Floats) -> NDArray[np.int64]:
    words, labels = scores.shape
    allowed = np.zeros((labels, labels), np.float32)
    for label in range(2, labels, 2):
        allowed[:, label] = -np.inf
        allowed[label, label] = allowed[label - 1, label] = 0
    total = scores[0].copy()
    total[2::2] = -np.inf
    back = np.zeros((words, labels), np.int64)
    for index in range(1, words):
        options = total[:, None] + allowed
        back[index] = options.argmax(axis=0)
        total = options.max(axis=0) + scores[index]
    path = np.zeros(words, np.int64)
    path[-1] = total.argmax()
    for index in range(words - 1, 0, -1):
        path[index - 1] = back[index, path[index]]
    return path


def path_spans(path: Sequence[int] | NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Yield (first word, behind the last, type) of a legal path; type 0 is the first of the label set."""
    start, kind = -1, -1
    for index, label in enumerate(path):
        opens = label % 2 == 1
        if start >= 0 and (label == 0 or opens):
            yield start, index, kind
            start = -1
        if opens:
            start, kind = index, int(label - 1) // 2
    if start >= 0:
        yield start, len(path), kind


def span_score(scores: Floats, start: int, end: int, kind: int) -> float:
    """Return the probability of a span: that of its least sure word (`scores` are calibrated log probabilities)."""
    chosen = scores[start:end, 2 + 2 * kind].copy()
    chosen[0] = scores[start, 1 + 2 * kind]
    return float(np.exp(chosen.min()))


def link_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of signed distances in words (target minus source), 0 to 14."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1)), 7).astype(np.int64)
    return np.where(distance < 0, -size, size) + 7


def link_probabilities(query: Floats, keys: Floats, bias: Floats, distance: NDArray[np.int64]) -> Floats:
    """Return the probabilities of no tie and of each target for one span.

    Args:
        query: (width,) of the span's first word.
        keys: (targets, width) of the targets' first words.
        bias: (15,) by bucket.
        distance: (targets,) in words, target minus source.
    """
    scores = keys @ query / np.sqrt(len(query)) + bias[link_bucket(distance)]
    return np.exp(log_softmax(np.concatenate([[0.0], scores]).astype(np.float32)))
