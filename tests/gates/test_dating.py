"""Derived dates on articles whose dates are hidden; skipped where the corpus is absent."""

from __future__ import annotations

import random

import pytest
from bench.data import ANT
from bench.dating import measure, read_days, tie

STRETCHES = (("2018-06-04", "2018-06-06"), ("2018-07-11", "2018-07-12"))
MEASURED = 300
CONTAINED_FLOOR, DATED_FLOOR, NARROW_FLOOR, NARROW_RIGHT_FLOOR = 0.97, 0.7, 0.53, 0.96


@pytest.mark.skipif(not ANT.exists(), reason="the corpus is not beside the project")
def test_derived_intervals_hold_the_true_day_and_some_are_narrow() -> None:
    read = read_days(STRETCHES)
    figures = measure(tie(read, random.Random(5).sample(sorted(read), min(MEASURED, len(read)))))
    print(f"\nderived dates, {len(read)} articles of five days, each hidden alone:\n  {figures}")
    assert figures.contained >= CONTAINED_FLOOR * figures.dated
    assert figures.dated >= DATED_FLOOR * figures.with_evidence
    assert figures.narrow >= NARROW_FLOOR * figures.with_evidence
    assert figures.narrow_right >= NARROW_RIGHT_FLOOR * figures.narrow
