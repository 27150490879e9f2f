"""Fit the weights by which articles are tied to stories (`riwaya.stories.weights`) on people's grouping of articles.

Prints, for stories and storylines, the logistic weights of text, lead, title, names and days between, once with every
story and once without those of 30 articles or more. Usage: `python training/fit_stories.py GOLD.jsonl TEXTS.jsonl.xz`
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from riwaya.annotate import annotate
from riwaya.model import Article, Mention, PublishedFrom, Time
from riwaya.stories import ArticleReading, Dossier, make_dossier
from riwaya.stories.features import WindowIndex

_FEATURES = ("text", "lead", "title", "names", "gap")
_LARGE = 30
Array = npt.NDArray[np.float64]


def main(gold_path: str, texts_path: str) -> None:
    """Read both files, fit, print."""
    gold = {row["docno"]: row for row in map(json.loads, Path(gold_path).read_text("utf-8").splitlines())}
    dossiers = read_dossiers(gold, texts_path)
    pairs, features = collect_pairs(dossiers)
    for name in ("story", "storyline"):
        groups = [gold[dossier.article_id][name] or gold[dossier.article_id]["story"] for dossier in dossiers]
        sizes = Counter(groups)
        together = np.array([groups[one] == groups[two] for one, two in pairs], dtype=np.float64)
        # A group of n articles has about n * n pairs: the square root of the others' number lets each count alike.
        weights = np.array(
            [
                max(sizes[groups[one]] - 1, 1) ** -0.5 if same else 1.0
                for (one, _), same in zip(pairs, together, strict=True)
            ]
        )
        for limit in (len(dossiers) + 1, _LARGE):
            kept = np.array([max(sizes[groups[one]], sizes[groups[two]]) < limit for one, two in pairs])
            fitted = fit_logistic(features[kept], together[kept], weights[kept])
            print(
                name,
                f"groups below {limit}:",
                dict(zip(("constant", *_FEATURES), fitted.round(2).tolist(), strict=True)),
            )


def read_dossiers(wanted: dict[str, dict[str, str]], texts_path: str) -> list[Dossier]:
    """Return the dossiers of the wanted articles."""
    dossiers = []
    with lzma.open(texts_path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["docno"] in wanted:
                article = Article(
                    row["docno"], "", row["url"], 0, row["src"], row["title"], "", (), "", (), row["date"],
                    PublishedFrom.STATED, "ar", row["text"], (),
                )  # fmt: skip
                records = list(annotate(article))
                mentions = tuple(record for record in records if isinstance(record, Mention))
                times = tuple(record for record in records if isinstance(record, Time))
                dossiers.append(make_dossier(article, ArticleReading(mentions, times)))
    return dossiers


def collect_pairs(dossiers: list[Dossier]) -> tuple[list[tuple[int, int]], Array]:
    """Return all pairs of dossiers that have anything in common, with their features, one row a pair."""
    index = WindowIndex(dossiers)
    pairs: list[tuple[int, int]] = []
    rows = []
    for row in range(len(dossiers)):
        found = index.features(row)
        later = found.rows > row
        pairs.extend((row, int(other)) for other in found.rows[later])
        rows.append(np.stack([getattr(found, name)[later] for name in _FEATURES], axis=1))
    return pairs, np.concatenate(rows)


def fit_logistic(features: Array, labels: Array, weights: Array, *, ridge: float = 0.3) -> Array:
    """Return constant and weights of a logistic regression, by Newton's method."""
    design = np.column_stack([np.ones(len(features)), features])
    penalty = np.eye(design.shape[1]) * ridge
    penalty[0, 0] = 0.0
    fitted = np.zeros(design.shape[1])
    for _ in range(30):
        probability = 1.0 / (1.0 + np.exp(-design @ fitted))
        gradient = design.T @ (weights * (probability - labels)) + penalty @ fitted
        curvature = (design * (weights * probability * (1.0 - probability))[:, None]).T @ design + penalty
        fitted -= np.linalg.solve(curvature, gradient)
    return fitted


if __name__ == "__main__":
    main(*sys.argv[1:3])
