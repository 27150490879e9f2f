"""Fingerprints of a text by winnowing over word shingles.

S. Schleimer, D. S. Wilkerson, A. Aiken: Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD 2003.
Any run of `WINDOW + SHINGLE - 1` words that two texts share leaves at least one fingerprint in common.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from riwaya.arabic.tokens import tokenise
from riwaya.model import Article

SHINGLE = 6
WINDOW = 12
_MULTIPLIER = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_POSITIVE = np.uint64((1 << 63) - 1)


def fingerprint(article: Article) -> tuple[int, ...]:
    """Return the distinct fingerprints of the article's text, ascending; empty for one shorter than a shingle."""
    forms = [token.form for token in tokenise(article.text) if token.kind != "mark"]
    if len(forms) < SHINGLE:
        return ()
    return winnow(shingle_hashes(forms))


def shingle_hashes(forms: list[str]) -> np.ndarray:
    """Return one 63-bit hash for each shingle of `SHINGLE` consecutive words."""
    words = np.fromiter((_hash_word(form) for form in forms), dtype=np.uint64, count=len(forms))
    count = len(forms) - SHINGLE + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        hashes = hashes * np.uint64(_MULTIPLIER) + words[place : place + count]
    hashes = (hashes ^ (hashes >> np.uint64(31))) * _MIX
    hashes ^= hashes >> np.uint64(29)
    return hashes & _POSITIVE


def winnow(hashes: np.ndarray) -> tuple[int, ...]:
    """Return the distinct minima of all windows of `WINDOW` hashes, ascending."""
    if len(hashes) <= WINDOW:
        return (int(hashes.min()),)
    minima = sliding_window_view(hashes, WINDOW).min(axis=1)
    return tuple(int(value) for value in np.unique(minima))


@lru_cache(maxsize=200_000)
def _hash_word(form: str) -> int:
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
