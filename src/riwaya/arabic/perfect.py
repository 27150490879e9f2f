"""Which written words are verbs in the perfect, third person: «افتتح», «نددت», «اعتقلوا».

Two things tell: counts of where a form stands (`finite_verbs.tsv`), and the feminine ending beside the same form
without it in the press. What may as well be a present («تسلم», «أعود») is not taken.
"""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.arabic.frequencies import load_frequencies, load_name_counts
from riwaya.tables import read_table

_LEAST = 4
_OFTEN = 8  # articles that must hold a form before it tells anything
_RARELY = 40  # a noun takes the article at least once in so many articles
_FEW_NAMES = 20
_PRESENT = ("ي", "ت", "ن", "سي", "ست", "سن", "لاي", "لات")
_ENDINGS = ("ت", "وا", "ه", "ها", "هم", "هما")  # of a person or an object that no «I» of the present has
# Nouns, an imperative, perfects that tell of what goes on, and foreign names in -t.
_NOT_PAST = frozenset(
    (
        "خلفها",
        "سببها",
        "انظروا",
        "ليست",
        "زالت",
        "مازال",
        "مازالت",
        "لازال",
        "لازالت",
        "بيروت",
        "ستريت",
        "سبورت",
        "ماركت",
        "بيرت",
    )
)


@lru_cache(maxsize=50_000)
def is_perfect(form: str) -> bool:
    """Return whether a folded word, «و» or «ف» attached or not, is a verb in the perfect wherever it stands."""
    return _is_bare(form) or (form[:1] in ("و", "ف") and _is_bare(form[1:]))


def _is_bare(form: str) -> bool:
    if form in _NOT_PAST or len(form) < _LEAST - 1:
        return False
    return _is_feminine(form) or (form in _finite() and not form.startswith(_PRESENT) and not _is_first_person(form))


@cache
def _finite() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("finite_verbs.tsv"))


def _is_feminine(form: str) -> bool:
    """Return whether the word ends in the feminine ت of a verb: it takes no article and is met without the ending."""
    counts = load_frequencies()
    found = counts.get(form, 0)
    if len(form) < _LEAST or found < _OFTEN or not form.endswith("ت") or form.endswith("ات"):
        return False
    if form.startswith(("ال", "ي")) or counts.get("ال" + form, 0) * _RARELY >= found:
        return False
    return load_name_counts().get(form, 0) < _FEW_NAMES and any(_is_met(form[:-1] + weak) for weak in ("", "ي", "ا"))


def _is_first_person(form: str) -> bool:
    """Return whether a word with an alef in front may be «I do»: no feminine of a perfect is met beside it."""
    if not form.startswith("ا") or form.endswith(_ENDINGS):
        return False
    stem = form[:-1] if form[-1] in "يا" else form
    return load_frequencies().get(stem + "ت", 0) < _OFTEN // 2


def _is_met(form: str) -> bool:
    return load_frequencies().get(form, 0) >= _OFTEN
