"""Words that say how contents compare: what befell those counted, what bounds a denial, what is no fact told."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.arabic.vectors import term_of
from riwaya.tables import read_table

FATES = ("killed", "injured", "missing", "held", "rescued", "displaced")
"""What befell those counted."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the folded words of one kind of `compared_words.tsv`."""
    return frozenset(fold(row["word"]) for row in read_table("compared_words.tsv") if row["kind"] == kind)


@cache
def _fates() -> dict[str, str]:
    return {word: fate for fate in FATES for word in words_of(fate)}


def fate_of(form: str) -> str:
    """Return what a folded word says befell somebody, with clitics or without, "" for nothing."""
    return _fates().get(form) or _fates().get(term_of(form), "")


def is_of(kind: str, form: str) -> bool:
    """Return whether a folded word is of a kind, with clitics or without."""
    return form in words_of(kind) or term_of(form) in words_of(kind)
