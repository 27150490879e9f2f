"""Derived dates on articles whose dates are hidden; skipped where the corpus is absent."""

from __future__ import annotations

import random

import pytest
from bench.data import ANT
from bench.dating import Sample, measure, number, read_days, tie

STRETCHES = (("2018-06-04", "2018-06-06"), ("2018-07-11", "2018-07-12"))
MEASURED = 300
CONTAINED_FLOOR, DATED_FLOOR, NARROW_FLOOR, NARROW_RIGHT_FLOOR = 0.975, 0.7, 0.53, 0.97
NUMBERED_CONTAINED_FLOOR, NUMBERED_NARROW_FLOOR = 0.98, 0.78


@pytest.fixture(scope="module")
def sample() -> Sample:
    if not ANT.exists():
        pytest.skip("the corpus is not beside the project")
    read = read_days(STRETCHES)
    return tie(read, random.Random(5).sample(sorted(read), min(MEASURED, len(read))))


def test_derived_intervals_hold_the_true_day_and_some_are_narrow(sample: Sample) -> None:
    figures = measure(sample)
    print(f"\nderived dates, {len(sample.read)} articles of five days, each hidden alone:\n  {figures}")
    assert figures.contained >= CONTAINED_FLOOR * figures.dated
    assert figures.dated >= DATED_FLOOR * figures.with_evidence
    assert figures.narrow >= NARROW_FLOOR * figures.with_evidence
    assert figures.narrow_right >= NARROW_RIGHT_FLOOR * figures.narrow


def test_numbers_in_addresses_date_most_pages_and_seldom_wrongly(sample: Sample) -> None:
    figures = measure(number(sample))
    print(f"\nthe number in the address known:\n  {figures}")
    assert figures.contained >= NUMBERED_CONTAINED_FLOOR * figures.dated
    assert figures.narrow >= NUMBERED_NARROW_FLOOR * figures.with_evidence
