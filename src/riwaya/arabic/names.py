"""Folded forms of names for matching across spellings."""

from __future__ import annotations

import re

from riwaya.arabic.normalise import fold

_DOUBLED = re.compile(r"(.)\1+")
_GAPS = re.compile(r"[\W_]+")
_SKELETON = str.maketrans(
    {"ا": None, "و": None, "ي": None, "ء": None, "ه": None, "غ": "ج", "ق": "ج", "ط": "ت", "ص": "س", "ث": "س",
     "ض": "د", "ظ": "د", "ذ": "د", "ز": "س", "خ": "ح", "ك": "ج"}
)  # fmt: skip


def fold_name(name: str) -> str:
    """Return the name folded, with single spaces and no punctuation."""
    folded = fold(name)
    # One word, as most are, has nothing to part.
    return folded if folded.isalnum() else _GAPS.sub(" ", folded).strip()


def skeleton(word: str) -> str:
    """Return the consonants of a folded word with letters that transliteration confuses made one."""
    folded = fold_name(word)
    bare = folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded
    result = bare.translate(_SKELETON)
    squeezed = _DOUBLED.sub(r"\1", result)
    return squeezed or bare
