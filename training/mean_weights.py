"""The mean of the weights of several trainings of one descent: often better than each of them.

    python -m training.mean_weights B/reader.pt C/reader.pt -o D/reader.pt

Models that began from the same weights lie near each other; those of different beginnings have no useful mean.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch


def mean(parts: Sequence[Any]) -> Any:
    """Return nested tables of tensors averaged; whatever is no tensor of floats is that of the first."""
    first = parts[0]
    if isinstance(first, dict):
        return {key: mean([part[key] for part in parts]) for key in first}
    if torch.is_tensor(first) and first.is_floating_point():
        return torch.stack([part.float() for part in parts]).mean(0).to(first.dtype)
    return first


def main() -> int:
    """Average files of weights of one shape."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    read = [torch.load(path, map_location="cpu", weights_only=False) for path in options.weights]
    if any(one["shape"] != read[0]["shape"] for one in read):
        sys.exit("weights of different shapes have no mean")
    torch.save(mean(read), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
