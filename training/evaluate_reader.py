"""Figures of a model, on the dev parts or (once per finished model) on the held-out parts.

python -m training.evaluate_reader OUT/student.pt --gold bench/gold --part dev
python -m training.evaluate_reader OUT/export/reader.onnx --gold bench/gold --part test
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from training.batches import Pieces
from training.corpora import Passage, split_example
from training.export_reader import open_session, read_with_session
from training.labels import Example
from training.lexicon import freeze_lexicon
from training.measure import (
    BIAS,
    MOST,
    Counts,
    Reading,
    Reads,
    compare_caraner,
    compare_cleananercorp,
    compare_own,
    compare_wojood,
    read_examples,
    read_passages,
    segmentation_accuracy,
)
from training.model import load_model
from training.train_reader import load_gold

from riwaya.annotate.reader.words import pack_sentences
from training import corpora


def open_reader(weights: Path, pieces: Pieces) -> Reads:
    """Return what reads examples with a torch model (.pt) or an exported one (.onnx)."""
    if weights.suffix == ".onnx":
        description = json.loads(weights.with_name("labels.json").read_text("utf-8"))
        BIAS[0] = np.array([link["distances"] for link in description["links"]], np.float32)
        session = open_session(weights)
        return lambda examples: read_with_session(session, examples, pieces)
    model = load_model(weights)
    BIAS[0] = model.distances.detach().numpy()
    return lambda examples: read_examples(model, examples, pieces)


def show(name: str, counts: Counts) -> None:
    """Print a set's figures."""
    precision, recall, score = counts.scores()
    print(f"{name}: P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * score:.1f} | {counts.line()}", flush=True)


def measure(read: Reads, pieces: Pieces, options: argparse.Namespace) -> None:
    """Print the figures of every set."""
    shared, test = options.shared, options.part == "test"
    clean = corpora.read_cleananercorp(shared, options.part)
    for scheme in ("cleananercorp", "own"):
        readings = read_passages(read, clean, "cleananercorp", pieces, as_scheme=scheme)
        show(f"CLEANANERCorp {options.part} (read as {scheme})", compare_cleananercorp(clean, readings))
    wojood = corpora.read_wojood(shared, "test" if test else "val")
    for scheme in ("wojood", "own"):
        show(
            f"Wojood (read as {scheme})",
            compare_wojood(wojood, read_passages(read, wojood, "wojood", pieces, as_scheme=scheme)),
        )
    if test:
        caraner = corpora.read_caraner(shared)
        for scheme in ("cleananercorp", "own"):
            readings = read_passages(read, caraner, "", pieces, as_scheme=scheme)
            show(f"CAraNER (read as {scheme})", compare_caraner(caraner, readings))
    own = [] if test else corpora.read_sentences(Path(__file__).parent / "sentences", "dev")
    gold = load_gold(options.gold, "test" if test else "dev", shared)
    for name, passages in (("own sentences", own), ("own articles", gold)):
        if passages:
            _show_own(name, passages, read_passages(read, passages, "own", pieces, as_scheme="own"))
    _show_segmentation(read, pieces, shared, options.part)


def _show_own(name: str, passages: Sequence[Passage], readings: Sequence[Reading]) -> None:
    """Print the figures of every head, then those of entities by domain."""
    for head, counts in compare_own(passages, readings).items():
        show(f"{name} {head}", counts)
    for domain in sorted({passage.domain for passage in passages}):
        chosen = [index for index, passage in enumerate(passages) if passage.domain == domain]
        part = compare_own([passages[index] for index in chosen], [readings[index] for index in chosen])
        show(f"{name} entities in {domain} ({len(chosen)})", part["entities"])


def _show_segmentation(read: Reads, pieces: Pieces, shared: Path, part: str) -> None:
    examples: list[Example] = []
    for example in corpora.read_wikinews(shared, "test" if part == "test" else "train"):
        ranges = pack_sentences("", example.words, pieces.sizes(example), most=MOST)
        examples.extend(split_example(example, ranges))
    readings: Sequence[Reading] = read(examples)
    accuracy, total = segmentation_accuracy(readings, examples)
    print(f"segmentation, WikiNews {part}: {100 * accuracy:.2f} of {total}")


def main() -> int:
    """Measure a model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    freeze_lexicon(options.weights.parent)
    pieces = Pieces(Tokenizer.from_file(str(options.weights.with_name("tokenizer.json"))))
    measure(open_reader(options.weights, pieces), pieces, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
