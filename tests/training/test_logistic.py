from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from training.logistic import fit_logistic  # noqa: E402


def test_shares_without_a_feature_are_their_own_log_odds() -> None:
    right = np.array([1.0] * 30 + [0.0] * 10)
    (bias,) = fit_logistic(np.ones((40, 1)), right, ridge=1e-9)
    assert bias == pytest.approx(np.log(3))


def test_weights_behind_drawn_labels_are_found_again_and_a_ridge_shrinks_them() -> None:
    generator = np.random.default_rng(4)
    rows = np.column_stack([np.ones(4000), generator.normal(size=(4000, 2))])
    wanted = np.array([-0.5, 1.5, 0.0])
    right = (generator.random(4000) < 1 / (1 + np.exp(-rows @ wanted))).astype(float)
    assert fit_logistic(rows, right, ridge=1.0) == pytest.approx(wanted, abs=0.15)
    assert np.abs(fit_logistic(rows, right, ridge=1000.0)).max() < 1.0
