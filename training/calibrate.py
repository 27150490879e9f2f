"""Temperatures that make the scores probabilities, one a head, fitted on dev parts that nothing was learnt from.

    python -m training.calibrate OUT/student.pt -o OUT/temperatures.json

Prints a reliability table for entities: mean score and share right, by tenths of the score.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from training.batches import Pieces
from training.corpora import Passage
from training.evaluate_reader import open_reader
from training.labels import ENTITY_TYPES, HEADS, PERSONS, Example, outermost
from training.lexicon import freeze_lexicon
from training.measure import Reading, examples_of, join_readings, offset_of
from training.model import span_targets
from training.reliability import Row, by_tenths
from training.train_reader import load_gold

from riwaya.annotate.reader.decode import log_softmax, names_heard_twice
from training import corpora

_GRID = np.exp(np.linspace(np.log(0.5), np.log(4.0), 43))


def fit_temperature(logits: NDArray[np.float32], masks: NDArray[np.int64]) -> float:
    """Return the temperature under which the allowed labels are likeliest."""
    allowed = (masks[:, None] >> np.arange(logits.shape[1])) & 1 > 0
    best, lowest = 1.0, float("inf")
    for temperature in _GRID:
        chances = np.exp(log_softmax((logits / temperature).astype(np.float32)))
        loss = -np.log(np.maximum((chances * allowed).sum(axis=1), 1e-9)).mean()
        if loss < lowest:
            best, lowest = float(temperature), float(loss)
    return best


def reliability(passages: list[Passage], readings: list[Reading], temperatures: dict[str, float]) -> list[Row]:
    """Return (mean score, share right, number) of entities by tenths of the score."""
    pairs: list[tuple[float, bool]] = []
    for passage, reading in zip(passages, readings, strict=True):
        outer, _ = outermost(span for span in passage.spans if span.types <= set(ENTITY_TYPES))
        gold = {(span.start, span.end, next(iter(span.types))) for span in outer}
        labels, lengths = (
            log_softmax((reading.logits[head] / temperatures[head]).astype(np.float32))
            for head in ("entities", PERSONS)
        )
        for start, end, kind, score in names_heard_twice(labels, lengths, ENTITY_TYPES.index("PER")):
            span = (offset_of(reading, start), reading.example.words[end - 1].end, ENTITY_TYPES[kind])
            pairs.append((score, span in gold))
    return by_tenths(pairs)


def _fit_lengths(examples: Sequence[Example], readings: Sequence[Reading]) -> float:
    """Return the temperature of persons' names as a whole."""
    logits, masks = [], []
    for example, reading in zip(examples, readings, strict=True):
        wanted, known = (part[0].numpy() for part in span_targets(torch.tensor([example.labels["entities"]])))
        logits.append(reading.logits[PERSONS][: len(wanted)][known])
        masks.append(1 << wanted[known])
    return fit_temperature(np.concatenate(logits), np.concatenate(masks))


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    freeze_lexicon(options.weights.parent)
    pieces = Pieces(Tokenizer.from_file(str(options.weights.with_name("tokenizer.json"))))
    read = open_reader(options.weights, pieces)
    passages = load_gold(options.gold, "dev", options.shared)
    passages += corpora.read_sentences(Path(__file__).parent / "sentences", "dev")
    grouped = examples_of(passages, "own", pieces)
    flat = [example for parts in grouped for example in parts]
    by_part = read(flat)
    temperatures = {}
    for head in HEADS:
        pairs = [
            (reading.logits[head], example.labels.get(head, [])) for reading, example in zip(by_part, flat, strict=True)
        ]
        logits = np.concatenate([values[: len(masks)] for values, masks in pairs])
        masks = np.concatenate([np.array(masks, np.int64) for _, masks in pairs])
        temperatures[head] = fit_temperature(logits[masks > 0], masks[masks > 0]) if (masks > 0).any() else 1.0
    temperatures[PERSONS] = _fit_lengths(flat, by_part)
    options.output.write_text(json.dumps(temperatures, indent=1) + "\n", "utf-8")
    print(temperatures)
    readings = iter(by_part)
    joined = [join_readings([next(readings) for _ in parts]) for parts in grouped]
    for row in reliability(passages, joined, temperatures):
        print("score {:.3f} right {:.3f} of {}".format(*row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
