"""What a model says of itself: its heads, their labels and temperatures, its ties."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_VERSION = 2


@dataclass(frozen=True, slots=True)
class Head:
    """Columns [begin, end) of the logits.

    Attributes:
        labels: in the order of the columns; of the head of particles, pairs (particles, article).
        temperature: what logits are divided by, so that scores are probabilities.
    """

    begin: int
    end: int
    labels: tuple[Any, ...]
    temperature: float

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types behind labels O, B-x, I-x, B-y ...; one nameless type of labels O, B, I."""
        return tuple(label.partition("-")[2] for label in self.labels[1::2])


@dataclass(frozen=True, slots=True)
class Description:
    """The contents of `labels.json` that reading needs.

    Attributes:
        most_subtokens: of a passage.
        most_subtokens_of_a_word: what is beyond is cut off.
        opening, closing: ids of the marks at both ends of a passage.
        features: bits of a word.
        prefixes: particles, by their number.
        prior: added to the logit of the pronoun that the rules read, taken off that of the other choice of article.
        schemes: the conventions of annotation that the network knows; the product's are "own".
        heads: by name.
        links: names of the heads whose spans are tied, in the order of the model's ties.
        distances: (links, buckets) biases by distance.
    """

    most_subtokens: int
    most_subtokens_of_a_word: int
    opening: int
    closing: int
    features: int
    prefixes: tuple[str, ...]
    prior: float
    schemes: tuple[str, ...]
    heads: dict[str, Head]
    links: tuple[str, ...]
    distances: NDArray[np.float32]


def read_description(text: str) -> Description:
    """Return the description in a `labels.json`.

    Raises:
        ValueError, KeyError, TypeError: if something is missing, or it is of another version.
    """
    read: dict[str, Any] = json.loads(text)
    if read["version"] != _VERSION:
        raise ValueError(f"of version {read['version']}, not {_VERSION}")
    heads = {
        name: Head(
            head["begin"],
            head["end"],
            tuple(label if isinstance(label, str) else tuple(label) for label in head["labels"]),
            float(head["temperature"]),
        )
        for name, head in read["heads"].items()
    }
    return Description(
        most_subtokens=read["most_subtokens"],
        most_subtokens_of_a_word=read["most_subtokens_of_a_word"],
        opening=read["bos"],
        closing=read["eos"],
        features=read["features"],
        prefixes=tuple(read["prefixes"]),
        prior=float(read.get("prior", 0.0)),
        schemes=tuple(read["schemes"]),
        heads=heads,
        links=tuple(link["from"] for link in read["links"]),
        distances=np.array([link["distances"] for link in read["links"]], np.float32),
    )
