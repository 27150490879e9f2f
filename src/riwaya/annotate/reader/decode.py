"""Logits to spans: the best legal path of labels, scores, ties. Training measures with this module too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_SURELY_OUTSIDE = float(np.log(0.999))
_EVEN = float(np.log(0.5))
# Least mean of both: F1 of the dev parts is flat from .35 to .45.
_HEARD = 0.4
_MOST_BUCKET = 7


def log_softmax(logits: Floats) -> Floats:
    """Return log probabilities along the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def legal_path(scores: Floats) -> NDArray[np.int64]:
    """Return the best path of labels O, B-x, I-x, B-y, I-y ... where I-x only follows B-x or I-x.

    Args:
        scores: (words, labels) log probabilities.
    """
    best: NDArray[np.int64] = scores.argmax(axis=1)
    inside = (best > 0) & (best % 2 == 0)
    before = np.concatenate([[0], best[:-1]])
    illegal = np.flatnonzero(inside & (before != best) & (before != best - 1))
    if not len(illegal):
        # What is best word by word is the best path where it is legal, as nearly always.
        return best
    # A run between two words that are surely outside cannot touch the others.
    edges = np.flatnonzero(scores[:, 0] > _SURELY_OUTSIDE)
    path = best.copy()
    done = 0
    for index in illegal:
        if index < done:
            continue
        at = int(np.searchsorted(edges, index))
        start = int(edges[at - 1]) + 1 if at else 0
        done = int(edges[at]) if at < len(edges) else len(best)
        path[start:done] = _viterbi(scores[start:done])
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
    for index, label in enumerate(path.tolist() if isinstance(path, np.ndarray) else path):
        opens = label % 2 == 1
        if start >= 0 and (label == 0 or opens):
            yield start, index, kind
            start = -1
        if opens:
            start, kind = index, (label - 1) // 2
    if start >= 0:
        yield start, len(path), kind


def span_score(scores: Floats, start: int, end: int, kind: int) -> float:
    """Return the probability of a span: that of its least sure word (`scores` are calibrated log probabilities)."""
    chosen = scores[start:end, 2 + 2 * kind].copy()
    chosen[0] = scores[start, 1 + 2 * kind]
    return float(np.exp(chosen.min()))


def range_score(scores: Floats, start: int, end: int, kind: int) -> float:
    """Return the probability of a span and that it ends there."""
    score = span_score(scores, start, end, kind)
    return min(score, 1 - float(np.exp(scores[end, 2 + 2 * kind]))) if end < len(scores) else score


def names_heard_twice(labels: Floats, lengths: Floats, people: int) -> list[tuple[int, int, int, float]]:
    """Return (first word, behind the last, type, score) of names, persons being read word by word and as a whole.

    Word by word a name's ends are two decisions of many («ماريا شارابوفا | سيرينا وليامز»), as a whole they are one. A
    person's score is the mean of both. Of names that overlap the likelier is taken.

    Args:
        labels: (words, labels) log probabilities of O, B-x, I-x, B-y ...
        lengths: (words, 1 + longest) log probabilities that no person's name opens at a word, or one of so many words.
        people: the type of persons.
    """
    runs = list(path_spans(legal_path(labels)))
    names = [(*run, span_score(labels, *run)) for run in runs if run[2] != people]
    ranges = {run[:2] for run in runs if run[2] == people}
    best = lengths[:, 1:].argmax(axis=1) + 1
    opens = np.flatnonzero(lengths[np.arange(len(best)), best] > _EVEN)
    wholes = zip(opens.tolist(), (opens + best[opens]).tolist(), strict=True)
    ranges |= {(first, behind) for first, behind in wholes if behind <= len(best)}
    for first, behind in ranges:
        whole = float(np.exp(lengths[first, behind - first])) if behind - first < lengths.shape[1] else 0.0
        score = (whole + range_score(labels, first, behind, people)) / 2
        if score > _HEARD:
            names.append((first, behind, people, score))
    chosen: list[tuple[int, int, int, float]] = []
    for name in sorted(names, key=lambda name: (-name[3], name[0])):
        if all(name[1] <= other[0] or other[1] <= name[0] for other in chosen):
            chosen.append(name)
    return sorted(chosen)


def link_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of signed distances in words (target minus source), 0 to 14."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1)), _MOST_BUCKET).astype(np.int64)
    found: NDArray[np.int64] = np.where(distance < 0, -size, size) + _MOST_BUCKET
    return found


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
