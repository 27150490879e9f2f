"""How many persons a role's noun counts, and what it is called of one («وزيرا الخارجية», «النائبان الديمقراطيان»)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from riwaya.arabic.names import fold_name
from riwaya.knowledge.names import without_article
from riwaya.tables import read_table

# Plurals that no ending makes of their singular.
_BROKEN = {
    "وزراء": "وزير", "روساء": "رييس", "نواب": "نايب", "امناء": "امين", "سفراء": "سفير", "قناصل": "قنصل",
    "مدراء": "مدير", "قاده": "قايد", "زعماء": "زعيم", "حكام": "حاكم", "ولاه": "والي", "اعضاء": "عضو", "وكلاء": "وكيل",
}  # fmt: skip
_SEVERAL = re.compile(r"^(ال\w{2,})(?:ان|ين|ون)$")  # an adjective of theirs
_DUAL, _PLURAL = ("ان", "ين", "ا", "ي"), ("ون", "ين", "و", "ي")


class Number(StrEnum):
    """How many persons a role's noun counts."""

    ONE = "one"
    TWO = "two"
    MANY = "many"


@cache
def office_words() -> dict[str, str]:
    """Return the office nouns in the singular as they are written, by their folded form without articles."""
    rows = read_table("role_words.tsv")
    forms = [row["form"] for row in rows if row["kind"] == "office" and row["number"] == "s"]
    return {" ".join(map(without_article, fold_name(form).split())): form for form in reversed(forms)}


@cache
def _singulars() -> dict[str, tuple[Number, str]]:
    """Return the number and the singular of office nouns in the dual and plural, by their folded form."""
    found: dict[str, tuple[Number, str]] = {}
    for row in read_table("role_words.tsv"):
        form = fold_name(row["form"])
        if row["kind"] != "office" or row["number"] == "s" or " " in form or form in office_words():
            continue
        number, endings = (Number.TWO, _DUAL) if row["number"] == "d" else (Number.MANY, _PLURAL)
        stems = [form.removesuffix(ending) for ending in endings if form.endswith(ending)]
        stem = next((stem for stem in stems if stem in office_words()), _BROKEN.get(form, ""))
        if stem:
            found[form] = (number, office_words()[stem])
    # The dual in every case, also of nouns that the table has only in one.
    for word, written in office_words().items():
        if " " not in word:
            for ending in _DUAL[:2]:
                found.setdefault(f"{word}{ending}", (Number.TWO, written))
    return found


def number_of(text: str) -> Number:
    """Return how many persons a role's first word counts."""
    return _number(text)[0]


def singular(text: str) -> str:
    """Return a role with its noun in the singular («وزير الخارجية» of «وزيرا الخارجية»), any other as it is."""
    _, noun = _number(text)
    return " ".join((noun, *text.split()[1:])) if noun else text


def as_ones(text: str) -> str:
    """Return a role in the singular with the adjectives of several in it too («النائب الديمقراطيان»)."""
    head, *words = text.split()
    if head.startswith("ال"):
        count = next((place for place, word in enumerate(words) if not _SEVERAL.match(word)), len(words))
        words[:count] = [_SEVERAL.sub(r"\1", word) for word in words[:count]]
    return " ".join((head, *words))


@lru_cache(maxsize=1 << 12)
def _number(text: str) -> tuple[Number, str]:
    words = text.split()
    if not words:
        return Number.ONE, ""
    form = fold_name(words[0])
    bare = without_article(form)
    number, noun = _singulars().get(bare, (Number.ONE, ""))
    if number is Number.TWO and bare != form and not bare.endswith("ن"):
        return Number.ONE, ""  # «المنافس الرئيسي»: what stands before a complement has no article
    if len(words) > 1 and fold_name(words[1]).startswith("لل") and bare.endswith("ا"):
        return Number.ONE, noun  # «وزيراً للخارجية» is one
    return number, f"ال{noun}" if noun and bare != form else noun
