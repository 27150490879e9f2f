"""Logistic regression by Newton's method: few features, so that nothing larger is needed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_STEPS = 40


def rounded(weights: Matrix) -> tuple[float, ...]:
    """Return weights as they are written down."""
    return tuple(round(float(weight), 2) for weight in weights)


def fit_logistic(rows: Matrix, right: Matrix, *, ridge: float) -> Matrix:
    """Return the weights of a penalised logistic regression, (features,).

    Args:
        rows: (examples, features), a column of ones among them.
        right: (examples,), 1 or 0.
        ridge: penalty on squared weights.
    """
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - right) + ridge * weights
        bend = (rows.T * (chances * (1 - chances))) @ rows + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights
