"""The encoder's tokenizer: a word to the ids of its likeliest pieces (Kudo 2018, "Subword regularization").

The shipped `tokenizer.json` is the format of the `tokenizers` package, and ids are the same as its own. One word at a
time is all the reader needs; that package would bring a web client and forty megabytes for it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from typing import Any

_SPACE = "▁"
_BLANKS = re.compile(r"\s+")
_PARTS = re.compile(f"{_SPACE}[^{_SPACE}]*")
_UNKNOWN_PENALTY = 10.0


class Unigram:
    """Pieces with their log probabilities.

    Args:
        description: the text of a `tokenizer.json` with NFKC, Metaspace and a Unigram model.

    Raises:
        ValueError, KeyError, TypeError: if it is none.
    """

    def __init__(self, description: str) -> None:
        read: dict[str, Any] = json.loads(description)
        model = read["model"]
        if model["type"] != "Unigram" or read["pre_tokenizer"]["type"] != "Metaspace":
            raise ValueError("not a Unigram tokenizer")
        self._unknown = int(model["unk_id"])
        self._pieces = {piece: (index, float(score)) for index, (piece, score) in enumerate(model["vocab"])}
        self._longest_from: dict[str, int] = {}  # the length of the longest piece that begins with a letter
        for piece in self._pieces:
            self._longest_from[piece[:1]] = max(len(piece), self._longest_from.get(piece[:1], 0))
        self._unknown_score = min(score for _, score in self._pieces.values()) - _UNKNOWN_PENALTY
        # News repeats its words.
        self.ids = lru_cache(maxsize=1 << 16)(self._read_ids)

    def _read_ids(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces, in order; () for an empty one."""
        text = _BLANKS.sub(_SPACE, unicodedata.normalize("NFKC", word))
        if text and not text.startswith(_SPACE):
            text = _SPACE + text
        if text.find(_SPACE, 1) < 0:
            return tuple(self._split(text))
        return tuple(index for part in _PARTS.findall(text) for index in self._split(part))

    def _split(self, text: str) -> list[int]:
        """Return the pieces of the path with the highest sum of scores; unknown characters in a row are one piece."""
        size, pieces = len(text), self._pieces
        scores = [0.0] + [float("-inf")] * size
        arrived: list[tuple[int, int]] = [(0, 0)] * (size + 1)  # (start, id) of the best last piece up to here
        for start in range(size):
            till_here = scores[start]
            for end in range(start + 1, min(size, start + self._longest_from.get(text[start], 1)) + 1):
                piece = pieces.get(text[start:end])
                if piece is not None and till_here + piece[1] > scores[end]:
                    scores[end] = till_here + piece[1]
                    arrived[end] = (start, piece[0])
            if text[start] not in pieces and till_here + self._unknown_score > scores[start + 1]:
                scores[start + 1] = till_here + self._unknown_score
                arrived[start + 1] = (start, self._unknown)
        found: list[int] = []
        end = size
        while end > 0:
            end, index = arrived[end]
            if index != self._unknown or not found or found[-1] != self._unknown:
                found.append(index)
        return found[::-1]
