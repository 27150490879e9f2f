"""Fit the model of two names to the train half of `bench/gold/name_pairs.tsv`; say how it does on the test half.

Writes `src/riwaya/resources/name_model.tsv`. A ridge keeps weights small; probabilities are calibrated by the same
likelihood.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from riwaya.identify.name_model import FEATURES, features
from riwaya.identify.person_names import name_behind, split_name

ROOT = Path(__file__).resolve().parents[1]
_RIDGE = 8e-4
_STEPS = 1500
_UNITS = 16

Matrix = NDArray[np.float64]


def read_pairs(part: str) -> tuple[Matrix, Matrix, list[dict[str, str]]]:
    """Return features, labels and rows of one half."""
    with (ROOT / "bench" / "gold" / "name_pairs.tsv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["part"] == part]
    values = [
        features(name_behind(split_name(row["left"])), name_behind(split_name(row["right"]))) for row in rows
    ]  # fmt: skip
    return np.array(values), np.array([float(row["same"]) for row in rows]), rows


def fit(values: Matrix, labels: Matrix, *, seed: int = 1) -> list[Matrix]:
    """Return the weights of one hidden layer (inner, offset, outer, bias), by Adam on the penalised likelihood."""
    generator = np.random.default_rng(seed)
    width = values.shape[1]
    weights = [
        generator.normal(0, 0.3, (width, _UNITS)),
        np.zeros(_UNITS),
        generator.normal(0, 0.3, _UNITS),
        np.zeros(1),
    ]
    mean, square = [np.zeros_like(each) for each in weights], [np.zeros_like(each) for each in weights]
    for step in range(1, _STEPS + 1):
        hidden = np.tanh(values @ weights[0] + weights[1])
        error = (1 / (1 + np.exp(-(hidden @ weights[2] + weights[3][0]))) - labels) / len(labels)
        back = np.outer(error, weights[2]) * (1 - hidden * hidden)
        slopes = [
            values.T @ back + _RIDGE * weights[0], back.sum(0), hidden.T @ error + _RIDGE * weights[2],
            np.array([error.sum()]),
        ]  # fmt: skip
        for place, slope in enumerate(slopes):
            mean[place] = 0.9 * mean[place] + 0.1 * slope
            square[place] = 0.999 * square[place] + 0.001 * slope**2
            rate = np.sqrt(square[place] / (1 - 0.999**step)) + 1e-8
            weights[place] = weights[place] - 0.01 * (mean[place] / (1 - 0.9**step)) / rate
    return weights


def score(values: Matrix, weights: list[Matrix]) -> Matrix:
    """Return log odds."""
    result: Matrix = np.tanh(values @ weights[0] + weights[1]) @ weights[2] + weights[3][0]
    return result


def calibration(scores: Matrix, labels: Matrix) -> float:
    """Return the expected calibration error over ten bins."""
    chance = 1 / (1 + np.exp(-scores))
    bins = np.minimum((chance * 10).astype(int), 9)
    gaps = [abs((chance[bins == each] - labels[bins == each]).sum()) for each in range(10)]
    return float(sum(gaps) / len(labels))


def judge(scores: Matrix, labels: Matrix) -> tuple[float, float, float]:
    """Return F1, precision and recall at even odds."""
    found = scores > 0
    hits = float((found * labels).sum())
    precision, recall = hits / max(found.sum(), 1), hits / labels.sum()
    return 2 * precision * recall / (precision + recall), precision, recall


def main() -> None:
    """Fit, report, write; of the test half only counts are shown."""
    values, labels, rows = read_pairs("train")
    # A feature that the train half hardly knows stays small.
    mean, spread = values.mean(0), np.maximum(values.std(0), 0.05)
    mean[0], spread[0] = 0.0, 1.0
    weights = fit((values - mean) / spread, labels)
    scores = score((values - mean) / spread, weights)
    print("train F1 {:.4f} P {:.4f} R {:.4f}".format(*judge(scores, labels)))
    for row, value, label in zip(rows, scores, labels, strict=True):
        if (value > 0) != (label > 0):
            print(f"  {row['left']} / {row['right']}: {row['same']} ({value:.1f}, {row['kind']})")
    held, truth, rows = read_pairs("test")
    scores = score((held - mean) / spread, weights)
    print(
        "test F1 {:.4f} P {:.4f} R {:.4f}".format(*judge(scores, truth)),
        f"calibration {calibration(scores, truth):.3f}",
    )
    right = (scores > 0) == (truth > 0)
    print(
        "wrong:", dict(Counter((row["kind"], row["same"]) for row, good in zip(rows, right, strict=True) if not good))
    )
    table = {"mean": mean, "spread": spread, "offset": weights[1], "outer": weights[2], "threshold": weights[3]}
    table |= dict(zip(FEATURES, weights[0], strict=True))
    lines = [f"{name}\t{' '.join(f'{value:.5f}' for value in row)}\n" for name, row in table.items()]
    path = ROOT / "src" / "riwaya" / "resources" / "name_model.tsv"
    path.write_text("row\tvalues\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
