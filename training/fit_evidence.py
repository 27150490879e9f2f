"""Fit what company, offices, nations and time say of a person whose name is hidden.

Reads the chains of a store that holds many articles (`python -m training.fit_evidence STORE`) and writes
`src/riwaya/resources/evidence_model.tsv`. Positive pairs: an article against others that name the same rare full name.
Negative ones: against the articles of somebody with the same surname, or else with the same first name, or named as
often.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from training.logistic import fit_logistic

from riwaya.identify import Chain
from riwaya.identify.evidence import FEATURES, Profile, features
from riwaya.identify.person_names import is_known, split_name, surname
from riwaya.model import Stage
from riwaya.model.schema import load_text
from riwaya.store.contract import Evidence
from riwaya.store.sqlite import open_store

ROOT = Path(__file__).resolve().parents[1]
_PAIRS, _RIDGE = 12000, 1.0


def read_chains(path: Path) -> list[Chain]:
    """Return the persons' chains of a store."""
    store = open_store(path)
    rows = store.select(Evidence, stage=Stage.IDENTIFY)
    chains = [load_text(Chain, row.data) for row in rows]
    store.close()
    return chains


def make_pairs(chains: Sequence[Chain], generator: random.Random) -> Iterator[tuple[tuple[float, ...], float]]:
    """Yield features and labels, one positive and one negative pair at a time."""
    people: dict[tuple[str, ...], list[Chain]] = defaultdict(list)
    for chain in chains:
        parts = split_name(chain.name)
        if len(parts) > 1:
            people[parts].append(chain)
    kept = sorted(name for name, held in people.items() if len(held) > 1 and not is_known(surname(name)))
    by_part: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted(people):
        for part in (surname(name), name[0]):
            by_part[part].append(name)
    made = 0
    while made < _PAIRS:
        name = generator.choice(kept)
        chain = generator.choice(people[name])
        others = [other for other in people[name] if other.article_id != chain.article_id]
        like = [other for part in (surname(name), name[0]) for other in by_part[part] if other != name]
        rival = people[generator.choice(like or kept)]
        size = generator.choice((1, 2, 5, 20, 100))
        rivals = [other for other in rival if other.article_id != chain.article_id]
        if not others or not rivals:
            continue
        yield features(chain, Profile.of(generator.sample(others, min(size, len(others))))), 1.0
        yield features(chain, Profile.of(generator.sample(rivals, min(size, len(rivals))))), 0.0
        made += 1


def fit_and_write(pairs: Iterator[tuple[Sequence[float], float]], names: Sequence[str], table: str) -> None:
    """Fit on two thirds of the pairs, report on the rest, write the weights of the features as a table of resources."""
    rows = list(pairs)
    given, labels = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    held = len(rows) * 2 // 3
    weights = fit_logistic(given[:held], labels[:held], ridge=_RIDGE)
    chance = 1 / (1 + np.exp(-given[held:] @ weights))
    right = (chance > 0.5) == (labels[held:] > 0.5)
    bins = np.minimum((chance * 10).astype(int), 9)
    gap = sum(abs((chance[bins == each] - labels[held:][bins == each]).sum()) for each in range(10)) / len(chance)
    print(f"accuracy {right.mean():.4f}, calibration {gap:.4f}")
    lines = [f"{name}\t{weight:.4f}\n" for name, weight in zip(names, weights, strict=True)]
    print("".join(lines))
    path = ROOT / "src" / "riwaya" / "resources" / table
    path.write_text("feature\tweight\n" + "".join(lines), encoding="utf-8")


def main() -> None:
    """Fit the evidence of two articles for one person."""
    fit_and_write(make_pairs(read_chains(Path(sys.argv[1])), random.Random(5)), FEATURES, "evidence_model.tsv")


if __name__ == "__main__":
    main()
