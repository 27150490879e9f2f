"""Which written words behave like verbs: no article before them, and the other forms of a verb beside them."""

from __future__ import annotations

from functools import lru_cache

from riwaya.arabic.frequencies import load_frequencies, load_name_counts

_LEAST = 3
_OFTEN = 8  # articles that must hold a form before it tells anything
_RARELY = 40  # a noun takes the article at least once in so many articles
_FEW_NAMES = 20


@lru_cache(maxsize=20000)
def conjugates(form: str) -> bool:
    """Return whether a folded word without a conjunction is by its use in the press a finite verb.

    It takes no article, and it stands beside another person of the same tense: «استلم» beside «استلمت», «تريد» beside
    «يريد». Evidence: counts of written forms, see `riwaya.arabic.frequencies`.
    """
    counts = load_frequencies()
    if len(form) < _LEAST or counts.get(form, 0) < _OFTEN or form.startswith("ال") or form.endswith("ات"):
        return False
    if form.endswith("ا") and not form.endswith("وا"):
        return False  # an accusative: «تصميما»
    if counts.get("ال" + form, 0) * _RARELY >= counts[form] or load_name_counts().get(form, 0) >= _FEW_NAMES:
        return False
    if form[:2] in ("سي", "ست"):
        return _is_present(form[1:])
    if form[0] in "يت" and _is_present(form):
        return True
    if counts.get(form + "ت", 0) >= _OFTEN // 2:
        return True
    base = form.removesuffix("وا").removesuffix("ت")
    return base != form and any(_is_past(base + weak) for weak in ("", "ي", "ا"))


def _is_present(form: str) -> bool:
    """Return whether the word is written with both prefixes of the third person."""
    counts = load_frequencies()
    other = ("ت" if form[0] == "ي" else "ي") + form[1:]
    return len(form) > _LEAST and counts.get(other, 0) >= _OFTEN // 2 and "ال" + other not in counts


def _is_past(base: str) -> bool:
    """Return whether a past form without its ending is written as one, too."""
    counts = load_frequencies()
    return counts.get(base, 0) >= _OFTEN and counts.get("ال" + base, 0) * _RARELY < counts[base]
