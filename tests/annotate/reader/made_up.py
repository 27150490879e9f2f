"""A network without weights: numbers that depend on each word and its neighbours in a passage, and on nothing else."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from functools import cache

import numpy as np

from riwaya.annotate.reader.description import Description, read_description
from riwaya.annotate.reader.network import Outputs
from riwaya.annotate.reader.words import PREFIXES, PRONOUNS, Word

TYPES = ("PER", "ORG", "LOC", "GPE", "NORP", "OUTLET", "EVENT", "MISC")
_NAMES = ["O", *(f"{edge}-{kind}" for kind in TYPES for edge in "BI")]
_HEADS = {
    "entities": _NAMES,
    "inner": _NAMES,
    **{name: ["O", "B", "I"] for name in ("roles", "cue", "cnt", "spk", "via", "adr")},
    "particles": [[prefix, article] for prefix in PREFIXES for article in ("", "ال")],
    "pronouns": list(PRONOUNS),
    "persons": [str(words) for words in range(9)],
}


def describe(**changes: object) -> str:
    begin, heads = 0, {}
    for name, labels in _HEADS.items():
        heads[name] = {"begin": begin, "end": begin + len(labels), "labels": labels, "temperature": 1.0}
        begin += len(labels)
    links = [{"from": name, "distances": [0.0] * 15} for name in ("roles", "spk", "cnt", "via", "adr")]
    made = {
        "version": 2, "most_subtokens": 24, "most_subtokens_of_a_word": 8, "bos": 0, "pad": 1, "eos": 2,
        "features": 32, "prefixes": PREFIXES, "schemes": ["", "own"], "heads": heads, "links": links,
    }  # fmt: skip
    return json.dumps(made | changes, ensure_ascii=False)


DESCRIPTION = read_description(describe())
WIDTH = max(head.end for head in DESCRIPTION.heads.values())


def outputs(words: int) -> Outputs:
    """Return numbers that say O everywhere."""
    logits = np.zeros((words, WIDTH), np.float32)
    for head in DESCRIPTION.heads.values():
        logits[:, head.begin] = 9
    return Outputs(logits, np.zeros((words, 5, 4), np.float32), np.zeros((words, 5, 4), np.float32))


def say(found: Outputs, head: str, index: int, label: object, strength: float = 20.0) -> None:
    """Make a word's label likely; persons that are named word by word are as likely as a whole."""
    part = DESCRIPTION.heads[head]
    found.logits[index, part.begin + part.labels.index(label)] = strength
    if head == "entities":
        _say_persons(found)


def _say_persons(found: Outputs) -> None:
    names, persons = DESCRIPTION.heads["entities"], DESCRIPTION.heads["persons"]
    labels = [names.labels[column] for column in found.logits[:, names.begin : names.end].argmax(axis=1)]
    found.logits[:, persons.begin : persons.end] = 0
    for first, label in enumerate(labels):
        behind = first + 1
        while label == "B-PER" and behind < len(labels) and labels[behind] == "I-PER":
            behind += 1
        words = behind - first if label == "B-PER" else 0
        found.logits[first, persons.begin + words] = found.logits[first, names.begin : names.end].max()


@cache
def _numbers(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(scale=3, size=WIDTH + 40)


class MadeUp:
    """What `read_text` needs of a network."""

    description: Description = DESCRIPTION

    def __init__(self) -> None:
        self.runs = 0

    def sizes(self, words: Sequence[Word]) -> list[int]:
        return [max(1, min(8, len(word.text) // 3)) for word in words]

    def run(self, words: Sequence[Word]) -> Outputs:
        self.runs += 1
        rows = []
        for index, word in enumerate(words):
            near = (word.form, str(word.place), words[index - 1].form if index else "")
            rows.append(_numbers(zlib.crc32("|".join(near).encode("utf-8", "surrogatepass")) % 997))
        found = np.array(rows, np.float32)
        shape = (len(words), 5, 4)
        return Outputs(found[:, :WIDTH], found[:, WIDTH : WIDTH + 20].reshape(shape), found[:, -20:].reshape(shape))
