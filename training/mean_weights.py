"""The mean of the weights of several trainings of one descent: often better than each of them.

    python -m training.mean_weights B/reader.pt C/reader.pt -o D/reader.pt
    python -m training.mean_weights narrow.pt reader.pt --first .7 --layers 10 -o mean.pt

Models that began from the same weights lie near each other; those of different beginnings have no useful mean. One that
some layers were taken out of (`training.train_reader --layers`) has the mean with what is left of where it began.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from training.model import Reader, load_model, save_model, thin_out
from training.train_reader import LAYERS


def mean(parts: Sequence[Reader], first: float) -> Reader:
    """Return a reader like the first with the mean of all weights.

    Args:
        first: the share of the first; the others have equal shares of the rest.

    Raises:
        ValueError: if they are not of one shape.
    """
    tables = [part.state_dict() for part in parts]
    if any(_shapes(table) != _shapes(tables[0]) for table in tables):
        raise ValueError("weights of different shapes have no mean")
    shares = [first] + [(1 - first) / (len(parts) - 1)] * (len(parts) - 1)
    weights: dict[str, Tensor] = {
        key: sum((share * table[key] for share, table in zip(shares, tables, strict=True)), torch.zeros(()))
        for key in tables[0]
    }
    parts[0].load_state_dict(weights)
    return parts[0]


def _shapes(table: dict[str, Tensor]) -> dict[str, torch.Size]:
    return {key: one.shape for key, one in table.items()}


def main() -> int:
    """Average files of weights of one shape."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--first", type=float, help="share of the first, otherwise that of all the others")
    parser.add_argument("--layers", type=int, choices=sorted(LAYERS), help="thin those out that have more")
    options = parser.parse_args()
    if len(options.weights) < 2:
        parser.error("one file has no mean")
    parts = [load_model(path) for path in options.weights]
    if options.layers:
        most = options.layers
        parts = [thin_out(part, LAYERS[most]) if part.encoder.shape.layers > most else part for part in parts]
    try:
        found = mean(parts, options.first or 1 / len(parts))
    except ValueError as error:
        sys.exit(str(error))
    save_model(found, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
