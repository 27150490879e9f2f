"""Other names in the same sentences: a reader that knows a small corpus's names by heart fails on all others."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from training.labels import ARTICLES, ENTITY_LABELS, SEGMENTS, Example
from training.pieces import PREFIXES, Word, read_words

from riwaya.arabic.normalise import fold
from riwaya.tables import read_table

# Parts that every name may have: they stay.
_FIXED = frozenset([
    "بن", "ابن", "بنت", "بو", "ابو", "ام", "ال", "ولد", "عبد", "الله", "الدين",
    "فان", "دي", "دو", "دا", "لا", "لو", "سي",
])  # fmt: skip
_ARABIC = re.compile(r"^[ء-ي]{3,12}$")
_LETTERS = "ابتجحدرسشعفقكلمنهوي"
_PERSON = {1 << ENTITY_LABELS.index(f"{edge}-PER") for edge in "BI"}
_STATE = 1 << ENTITY_LABELS.index("B-GPE")
_INSIDE = 1 << ENTITY_LABELS.index("I-GPE")


@cache
def _given() -> list[str]:
    return [
        row["form"] for row in read_table("name_parts.tsv") if int(row["given"]) >= 30 and _ARABIC.match(row["form"])
    ]


@cache
def _family() -> list[str]:
    rows = read_table("name_parts.tsv")
    return [row["form"] for row in rows if int(row["family"]) >= 30 and _ARABIC.match(row["form"])]


@cache
def _foreign(shared: Path) -> list[str]:
    """Return transliterated names of persons and the like, as lists hold them."""
    folder = shared / "data/names"
    names: set[str] = set()
    for line in (folder / "google_ar2en/ar2en.txt").read_text("utf-8").splitlines():
        names.add(line.partition("\t")[0])
    for line in (folder / "netranslit/data/wd_arabic.normalized.aligned.tokens").read_text("utf-8").splitlines():
        names.add(line.split("\t")[1].replace(" ", ""))
    names = {name for name in names if _ARABIC.match(name)}
    return sorted(names)


@cache
def _places() -> list[str]:
    rows = read_table("places.tsv")
    return [row["name"] for row in rows if re.match(r"^[ء-ي]{4,12}$", row["name"])]


def vary_names(example: Example, chance: random.Random, *, shared: Path, rate: float) -> Example:
    """Return the example with a part of its persons and single-word states renamed, each name alike throughout."""
    masks = example.labels.get("entities")
    if masks is None:
        return example
    chosen: dict[str, str | None] = {}
    words = list(example.words)
    particles = list(example.labels.get("particles", [0] * len(words)))
    for index, mask in enumerate(masks):
        word = words[index]
        person = mask in _PERSON and word.form.isalpha() and word.form not in _FIXED and len(word.form) > 2
        state = mask == _STATE and (index + 1 == len(masks) or masks[index + 1] != _INSIDE)
        if not (person or state):
            continue
        key = word.form
        if key not in chosen:
            opens = mask == 1 << ENTITY_LABELS.index("B-PER")
            share = rate if person else rate / 3
            chosen[key] = _draw(chance, shared, opens=opens, person=person) if chance.random() < share else None
        if (name := chosen[key]) is not None:
            words[index] = rename(word, name)
            particles[index] = sum(1 << SEGMENTS.index((PREFIXES[word.prefix], article)) for article in ARTICLES)
    labels = example.labels | {"particles": particles}
    return Example(words, example.scheme, labels, example.links, example.targets, example.source)


def _draw(chance: random.Random, shared: Path, *, opens: bool, person: bool) -> str:
    if not person:
        return chance.choice(_places())
    draw = chance.random()
    if draw < 0.06:
        name = list(chance.choice(_foreign(shared)))
        for _ in range(2):
            name[chance.randrange(len(name))] = chance.choice(_LETTERS)
        return "".join(name)
    if draw < 0.6:
        return chance.choice(_foreign(shared))
    return chance.choice(_given() if opens else _family())


def rename(word: Word, name: str) -> Word:
    """Return the word with another name behind its particles, as it would be read.

    The rules may leave a particle on a name they do not know, or take a letter off that is the name's own: the network
    has to find either.
    """
    read = read_words(PREFIXES[word.prefix] + name)
    if len(read) != 1:
        return replace(word, text=name, form=fold(name))
    return replace(read[0], outer=word.outer, start=word.start, end=word.end, place=word.place)
