"""Sparse term vectors of texts: search forms weighted by rarity in the press, and an inverted index over many."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from riwaya.arabic.clitics import bare_form
from riwaya.arabic.frequencies import document_frequency
from riwaya.arabic.tokens import Token

Array = npt.NDArray[np.float64]
Vector = tuple[tuple[str, float], ...]

_SILENT = 0.3
"""Share of articles from which a word says nothing about what an article is about."""
_TELLING = 0.1
"""Share up to which words weigh the same. The words of a great event are common in its month: a weight that goes on
falling with frequency would take from them just what tells that event from the others."""

_RAREST = 0.0004
"""Share below which a word is no more specific: misspellings are the rarest of all."""


@lru_cache(maxsize=300_000)
def term_of(form: str) -> str:
    """Return the search form of a folded word."""
    return bare_form(form)


@lru_cache(maxsize=300_000)
def rarity(form: str) -> float:
    """Return the weight of a folded word from the shipped document frequencies: 0 to 1, 0 for a common word.

    A word is as common as its commonest writing: with and without the article, with and without clitics.
    """
    if len(form) < 2:
        return 0.0
    term = term_of(form)
    share = max(document_frequency(form), document_frequency(term), document_frequency("ال" + term))
    if share >= _SILENT:
        return 0.0
    return min(math.log(_SILENT / share) / math.log(_SILENT / _TELLING), 1.0)


@lru_cache(maxsize=300_000)
def specificity(form: str) -> float:
    """Return how much a folded word narrows down what an article is about: 0 to 1, by the logarithm of its rarity."""
    if rarity(form) == 0.0:
        return 0.0
    term = term_of(form)
    share = max(document_frequency(form), document_frequency(term), document_frequency("ال" + term), _RAREST)
    return math.log(_SILENT / share) / math.log(_SILENT / _RAREST)


def weigh_terms(tokens: Iterable[Token], limit: int, weigh: Callable[[str], float] = rarity) -> Vector:
    """Return the `limit` heaviest terms of the tokens, heaviest first, scaled to unit length together."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for token in tokens:
        if token.kind == "mark":
            continue
        weight = weigh(token.form)
        if weight > 0:
            term = term_of(token.form)
            counts[term] += 1
            weights[term] = min(weights.get(term, weight), weight)
    return scale({term: (1.0 + math.log(count)) * weights[term] for term, count in counts.items()}, limit)


def scale(weighted: Mapping[str, float], limit: int) -> Vector:
    """Return the heaviest `limit` entries, heaviest first, scaled to unit length together."""
    kept = sorted(weighted.items(), key=lambda entry: (-entry[1], entry[0]))[:limit]
    norm = math.sqrt(sum(weight * weight for _, weight in kept))
    return tuple((term, round(weight / norm, 4)) for term, weight in kept) if norm else ()


class SparseIndex:
    """Sparse vectors by term, for the products of one vector with all of them."""

    def __init__(self, vectors: Sequence[Iterable[tuple[Hashable, float]]]) -> None:
        self.count = len(vectors)
        self._terms: dict[Hashable, int] = {}
        rows: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        for row, vector in enumerate(vectors):
            for term, weight in vector:
                columns.append(self._terms.setdefault(term, len(self._terms)))
                rows.append(row)
                weights.append(weight)
        order = np.argsort(np.array(columns, dtype=np.int64), kind="stable")
        self._rows = np.array(rows, dtype=np.int64)[order]
        self._weights = np.array(weights, dtype=np.float64)[order]
        counts = np.bincount(np.array(columns, dtype=np.int64), minlength=len(self._terms))
        self._starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)

    def product(self, vector: Iterable[tuple[Hashable, float]]) -> Array:
        """Return the inner product of `vector` with every vector of the index: float64[count]."""
        rows: list[npt.NDArray[np.int64]] = []
        weights: list[Array] = []
        for term, weight in vector:
            column = self._terms.get(term)
            if column is not None:
                part = slice(self._starts[column], self._starts[column + 1])
                rows.append(self._rows[part])
                weights.append(self._weights[part] * weight)
        if not rows:
            return np.zeros(self.count)
        return np.bincount(np.concatenate(rows), np.concatenate(weights), self.count).astype(np.float64)
