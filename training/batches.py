"""Examples to tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor
from training.encoder import FEATURES
from training.labels import LINKS, Example, rule_segments
from training.lexicon import word_bits

BOS, PAD, EOS = 0, 1, 2
MOST_SUBTOKENS = 8  # of one word: a name has fewer, and nothing is learnt from an endless one


@dataclass(slots=True)
class Links:
    """Ties to score: kind (index into LINKS), row of the batch, word, targets (-1: none), which are right."""

    kind: Tensor
    row: Tensor
    at: Tensor
    targets: Tensor
    right: Tensor


@dataclass(slots=True)
class Batch:
    """Tensors of some examples.

    Attributes:
        ids, mask, word_of, opens: (batch, subtokens): piece, whether there is one, its word (the last row of
            `features` for the marks at both ends), whether it is its word's first.
        features, prefixes: (batch, words + 1, ...): lexicon bits and particles of each word; a last row of zeros.
        first: (batch, words) position of each word's first subtoken.
        schemes: (batch,).
        labels: by head (batch, words), bit masks of allowed labels, 0 for unknown.
        words: (batch, words), whether there is a word.
        rules: twice (batch, words): the rules' particles and pronouns, as labels of these heads.
    """

    ids: Tensor
    mask: Tensor
    word_of: Tensor
    opens: Tensor
    features: Tensor
    prefixes: Tensor
    first: Tensor
    schemes: Tensor
    words: Tensor
    rules: tuple[Tensor, Tensor]
    labels: dict[str, Tensor]
    links: Links
    examples: list[Example] = field(default_factory=list)


class Pieces:
    """Subtoken ids of words, remembered."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def ids(self, text: str) -> list[int]:
        """Return the ids of one word's subtokens, at least one, at most MOST_SUBTOKENS."""
        found = self._known.get(text)
        if found is None:
            found = self._tokenizer.encode([text], is_pretokenized=True).ids[:MOST_SUBTOKENS] or [3]
            self._known[text] = found
        return found

    def sizes(self, example: Example) -> list[int]:
        """Return how many subtokens each word has."""
        return [len(self.ids(word.text)) for word in example.words]


def make_batch(examples: list[Example], pieces: Pieces) -> Batch:
    """Return the tensors of the examples."""
    encoded = [[pieces.ids(word.text) for word in example.words] for example in examples]
    rows, words = len(examples), max(len(example.words) for example in examples)
    tokens = max(sum(map(len, parts)) for parts in encoded) + 2
    ids = torch.full((rows, tokens), PAD)
    word_of = torch.full((rows, tokens), words)
    opens = torch.zeros((rows, tokens), dtype=torch.long)
    bits = torch.zeros((rows, words + 1), dtype=torch.long)
    prefixes = torch.zeros((rows, words + 1), dtype=torch.long)
    first = torch.zeros((rows, words), dtype=torch.long)
    rules = torch.zeros((2, rows, words), dtype=torch.long)
    there = torch.zeros((rows, words), dtype=torch.bool)
    for row, (example, parts) in enumerate(zip(examples, encoded, strict=True)):
        flat, owners, starts = [BOS], [words], []
        for index, part in enumerate(parts):
            starts.append(len(flat))
            flat += part
            owners += [index] * len(part)
        flat.append(EOS)
        ids[row, : len(flat)] = torch.tensor(flat)
        word_of[row, : len(owners)] = torch.tensor(owners)
        opens[row, starts] = 1
        count = len(parts)
        first[row, :count] = torch.tensor(starts)
        there[row, :count] = True
        rules[:, row, :count] = torch.tensor(rule_segments(example.words))
        bits[row, :count] = torch.tensor([word_bits(word.form) | word.place for word in example.words])
        prefixes[row, :count] = torch.tensor([word.prefix for word in example.words])
    features = ((bits[:, :, None] >> torch.arange(FEATURES)) & 1).float()
    schemes = torch.tensor([example.scheme for example in examples])
    labels = _labels(examples, words)
    return Batch(
        ids=ids,
        mask=ids != PAD,
        word_of=word_of,
        opens=opens,
        features=features,
        prefixes=prefixes,
        first=first,
        schemes=schemes,
        words=there,
        rules=(rules[0], rules[1]),
        labels=labels,
        links=_links(examples),
        examples=examples,
    )


def _labels(examples: list[Example], words: int) -> dict[str, Tensor]:
    labels: dict[str, Tensor] = {}
    for row, example in enumerate(examples):
        for head, masks in example.labels.items():
            if head not in labels:
                labels[head] = torch.zeros((len(examples), words), dtype=torch.long)
            labels[head][row, : len(masks)] = torch.tensor(masks)
    return labels


def _links(examples: list[Example]) -> Links:
    rows: list[tuple[int, int, int, list[int], tuple[int, ...]]] = []
    for row, example in enumerate(examples):
        for kind, at, holders in example.links:
            targets = example.targets[LINKS[kind][1]]
            rows.append((kind, row, at, targets, holders))
    width = max((len(targets) for *_, targets, _ in rows), default=1) or 1
    targets = torch.full((len(rows), width), -1)
    right = torch.zeros((len(rows), width + 1), dtype=torch.bool)
    for index, (_, _, _, found, holders) in enumerate(rows):
        targets[index, : len(found)] = torch.tensor(found, dtype=torch.long)
        for holder in holders:
            right[index, 1 + found.index(holder)] = True
        right[index, 0] = not holders
    column = [torch.tensor([row[place] for row in rows], dtype=torch.long) for place in (0, 1, 2)]
    return Links(column[0], column[1], column[2], targets, right)


def plan_batches(sizes: Sequence[int], *, budget: int, chance: random.Random | None) -> Iterator[list[int]]:
    """Yield the indices of examples of like length, at most `budget` subtokens with padding; shuffled by `chance`."""
    order = sorted(range(len(sizes)), key=lambda index: (sizes[index] + (chance.random() * 30 if chance else 0), index))
    batches: list[list[int]] = []
    for index in order:
        if batches and (len(batches[-1]) + 1) * max(sizes[index], sizes[batches[-1][0]]) <= budget:
            batches[-1].append(index)
        else:
            batches.append([index])
    if chance:
        chance.shuffle(batches)
    yield from batches
