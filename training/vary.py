"""Other names in the same sentences: a reader that knows a small corpus's names by heart fails on all others."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from training.labels import ARTICLES, ENTITY_LABELS, SEGMENTS, Example

from riwaya.annotate.reader.words import PREFIXES, Word, read_words
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
_OPENS_PERSON = 1 << ENTITY_LABELS.index("B-PER")
_NATION, _IN_NATION = (1 << ENTITY_LABELS.index(f"{edge}-NORP") for edge in "BI")
_NISBA = re.compile(r"^(ال)?[ء-ي]{2,10}?(ي|يه|يين|يون)$")
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
    """Return the example with a part of its persons, states and nationalities renamed, each name alike throughout.

    Some states and nationalities get unknown names too, so that an unknown word is not a person by that alone; more
    than some cost three points on places.
    """
    masks = example.labels.get("entities")
    if masks is None:
        return example
    chosen: dict[str, str | None] = {}
    words = list(example.words)
    particles = list(example.labels.get("particles", [0] * len(words)))
    for index, word in enumerate(example.words):
        kind = _kind(masks, index, word)
        if not kind:
            continue
        if word.form not in chosen:
            share = rate if kind in ("given", "family") else rate / 4
            chosen[word.form] = _draw(chance, shared, kind, word.form) if chance.random() < share else None
        if (name := chosen[word.form]) is not None:
            words[index] = rename(word, name)
            particles[index] = sum(1 << SEGMENTS.index((PREFIXES[word.prefix], article)) for article in ARTICLES)
    labels = example.labels | {"particles": particles}
    return Example(words, example.scheme, labels, example.links, example.targets, example.source)


def _kind(masks: list[int], index: int, word: Word) -> str:
    """Return what kind of name a word may be given instead: given, family, state, nation, or "" for none."""
    mask = masks[index]
    if mask in _PERSON and word.form.isalpha() and word.form not in _FIXED and len(word.form) > 2:
        return "given" if mask == _OPENS_PERSON else "family"
    if mask == _STATE and (index + 1 == len(masks) or masks[index + 1] != _INSIDE):
        return "state"
    alone = mask == _NATION and (index + 1 == len(masks) or masks[index + 1] != _IN_NATION)
    return "nation" if alone and _NISBA.match(word.form) else ""


def _draw(chance: random.Random, shared: Path, kind: str, form: str) -> str:
    draw = chance.random()
    if kind == "nation" and (found := _NISBA.match(form)):
        stem = chance.choice(_places() if draw < 0.3 else _foreign(shared)).removeprefix("ال")
        return (found[1] or "") + stem.rstrip("اهةيى") + found[2].replace("يه", "ية")
    if kind == "state" and draw > 0.3:
        return chance.choice(_places())
    if draw < 0.06:
        name = list(chance.choice(_foreign(shared)))
        for _ in range(2):
            name[chance.randrange(len(name))] = chance.choice(_LETTERS)
        return "".join(name)
    if draw < 0.6:
        return chance.choice(_foreign(shared))
    return chance.choice(_given() if kind == "given" else _family())


def rename(word: Word, name: str) -> Word:
    """Return the word with another name behind its particles, as it would be read.

    The rules may leave a particle on a name they do not know, or take a letter off that is the name's own: the network
    has to find either.
    """
    read = read_words(PREFIXES[word.prefix] + name)
    if len(read) != 1:
        return replace(word, text=name, form=fold(name))
    return replace(read[0], outer=word.outer, start=word.start, end=word.end, place=word.place)
