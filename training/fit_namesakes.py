"""Fit what company, offices, callings and lands say for one bearer of a full name, the name being hidden.

Reads the chains of a store that holds many articles (`python -m training.fit_namesakes STORE`) and writes
`src/riwaya/resources/namesake_model.tsv`. Pairs are those of `training/fit_evidence.py`, but for the company: some of
it is left out by chance, so that short articles count as well as long ones; and half of the rivals are anybody, as
namesakes are.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_
from pathlib import Path

from training.fit_evidence import fit_and_write, read_chains

from riwaya.identify import Chain
from riwaya.identify.contrast import TERMS, values
from riwaya.identify.evidence import Profile
from riwaya.identify.person_names import is_known, split_name, surname
from riwaya.identify.said import Said

_PAIRS = 16000
_SIZES = (1, 1, 1, 2, 5)
_FULL = 16


def _thinned(chain: Chain, generator: random.Random) -> Chain:
    """Return a chain of which as much of the company is kept as a shorter article would have."""
    size = min(generator.choice((0, 1, 2, 4, 8, _FULL, _FULL)), len(chain.company))
    kept = sorted(generator.sample(range(len(chain.company)), size))
    return replace(chain, company=tuple(chain.company[place] for place in kept))


def make_pairs(chains: Sequence[Chain], generator: random.Random) -> Iterator[tuple[tuple[float, ...], float]]:
    """Yield features and labels, one positive and one negative pair at a time."""
    people: dict[tuple[str, ...], list[Chain]] = defaultdict(list)
    for chain in chains:
        parts = split_name(chain.name)
        if len(parts) > 1:
            people[parts].append(chain)
    kept = sorted(name for name, held in people.items() if len(held) > 1 and not is_known(surname(name)))
    anybody = sorted(people)
    by_part: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in anybody:
        for part in (surname(name), name[0]):
            by_part[part].append(name)
    made = 0
    while made < _PAIRS:
        name = generator.choice(kept)
        chain = generator.choice(people[name])
        others = [other for other in people[name] if other.article_id != chain.article_id]
        like = [other for part in (surname(name), name[0]) for other in by_part[part] if other != name]
        rival = people[generator.choice(like if like and made % 2 else anybody)]
        rivals = [other for other in rival if other.article_id != chain.article_id]
        if not others or not rivals or rival is people[name]:
            continue
        size = generator.choice(_SIZES)
        chain = _thinned(chain, generator)
        for held, label in ((others, 1.0), (rivals, 0.0)):
            beside = [_thinned(each, generator) for each in generator.sample(held, min(size, len(held)))]
            yield values(chain, Profile.of(beside), Said.of(chain), reduce(or_, map(Said.of, beside))), label
        made += 1


def main() -> None:
    """Fit what speaks for one bearer of a full name."""
    fit_and_write(make_pairs(read_chains(Path(sys.argv[1])), random.Random(5)), TERMS, "namesake_model.tsv")


if __name__ == "__main__":
    main()
