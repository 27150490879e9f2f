"""Floor on labelled pairs of names (bench/gold/name_pairs.tsv), half of them hard negatives; the test half counts."""

from __future__ import annotations

import csv
from pathlib import Path

from riwaya.identify.name_model import name_probability
from riwaya.identify.person_names import name_behind, split_name

_PAIRS = Path(__file__).parents[2] / "bench" / "gold" / "name_pairs.tsv"


def test_pairs_of_names_that_the_model_was_not_fitted_to() -> None:
    with _PAIRS.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert len(rows) >= 2000
    assert sum(row["same"] == "0" for row in rows) >= 0.45 * len(rows)
    held = [row for row in rows if row["part"] == "test"]
    found = [
        name_probability(name_behind(split_name(row["left"])), name_behind(split_name(row["right"]))) >= 0.5
        for row in held
    ]
    hits = sum(row["same"] == "1" for row, same in zip(held, found, strict=True) if same)
    precision, recall = hits / sum(found), hits / sum(row["same"] == "1" for row in held)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"name pairs, test half ({len(held)}): F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f})")
    assert f1 >= 0.97
