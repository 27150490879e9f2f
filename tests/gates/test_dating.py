"""Derived dates on articles whose dates are hidden; skipped where the corpus is absent."""

from __future__ import annotations

import random

import pytest
from bench.data import ANT, read_lines
from bench.dating import measure, read_row

DAYS = ("2018-06-04", "2018-06-05", "2018-06-21", "2018-06-22", "2018-07-11", "2018-07-12")
FOLDS = 5
CONTAINED_FLOOR, NARROW_FLOOR, DATED_FLOOR = 0.97, 0.7, 0.15


@pytest.mark.skipif(not ANT.exists(), reason="the corpus is not beside the project")
def test_derived_intervals_hold_the_true_day_and_most_are_narrow() -> None:
    rows = [row for row in read_lines(ANT) if row["date"] in DAYS]
    made = {row["docno"]: found for row in rows if (found := read_row(row)) is not None}
    names = random.Random(5).sample(sorted(made), len(made))
    folds = [measure(made, names[fold::FOLDS]) for fold in range(FOLDS)]
    print(f"\nderived dates, {len(made)} articles of six days, a fifth of them hidden at a time:")
    print("\n".join(f"  {figures}" for figures in folds))
    dated = sum(figures.dated for figures in folds)
    assert sum(figures.contained for figures in folds) >= CONTAINED_FLOOR * dated
    assert sum(figures.narrow for figures in folds) >= NARROW_FLOOR * dated
    assert dated >= DATED_FLOOR * len(made)
