"""Stems of predicates: «وقّعا», «يوقعون» and «توقيع» are one, for asking whether two contents speak of one act."""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.arabic.vectors import term_of

# Number, person and the feminine; only where three letters are left.
_ENDING = re.compile(r"(?<=\w{3})(?:تا|وا|ون|ان|ين|ات|نا|ت|ه|ا)$")
_SILENT_LETTERS = re.compile(r"[اأإآءئؤى]")
_WEAK_INSIDE = re.compile(r"(?<=\w)[يو](?=\w)")
_BARE = 3


@lru_cache(maxsize=1 << 16)
def stem_of(form: str) -> str:
    """Return a folded word's letters without clitics, inflection, the letter of the present and long vowels.

    Coarser than a lemma: it is only asked of words that stand in like places of two like contents.
    """
    stem = _ENDING.sub("", term_of(form))
    stem = _SILENT_LETTERS.sub("", stem) or stem
    for _ in range(2):
        if len(stem) >= _BARE and stem[0] in ("يتن" if len(stem) > _BARE else "يت"):
            stem = stem[1:]
    if len(stem) > _BARE:
        stem = _WEAK_INSIDE.sub("", stem)
    return stem
