"""Two people with one name: the articles that name them are parted where what else they say speaks for two."""

from __future__ import annotations

import math
from collections.abc import Sequence

from riwaya.identify.evidence import Profile, log_odds
from riwaya.identify.name_model import is_arabic, is_native
from riwaya.identify.person_names import is_known, surname
from riwaya.identify.records import Chain

# Log odds that another bearer turns up, against one article of a bearer known: of two Arabic first names side by side
# («محمد صالح»), of an Arabic surname that lists of names hold, of any other.
_COMMON, _LISTED, _RARE = -0.7, -2.2, -3.2
_BY_SIZE = 0.35  # how much a bearer named often is likelier to be meant, by the log of the number of articles
_BEARERS = 30
_WELL_KNOWN = 100


def part_homonyms(name: tuple[str, ...], chains: Sequence[Chain]) -> list[list[Chain]]:
    """Return the chains of one full name by bearer, the most named first; their order does not matter.

    Articles that say most come first; each goes to the bearer whom its company, offices and time fit best, or to a new
    one.
    """
    if len(chains) < 2:
        return [list(chains)]
    another = _log_odds_of_another(name)
    if another == _RARE and len(chains) > _WELL_KNOWN:
        # All the press means one person; looking at each of thousands of articles would part nobody.
        return [sorted(chains, key=_by_evidence)]
    bearers: list[tuple[Profile, list[Chain]]] = []
    for chain in sorted(chains, key=_by_evidence):
        scores = [
            log_odds(chain, profile) + _BY_SIZE * math.log(len(held)) for profile, held in bearers[:_BEARERS]
        ]  # fmt: skip
        best = max(range(len(scores)), key=scores.__getitem__, default=-1)
        if best < 0 or scores[best] < another:
            bearers.append((Profile(), []))
            best = len(bearers) - 1 if len(bearers) <= _BEARERS else 0
        profile, held = bearers[best]
        profile.add(chain)
        held.append(chain)
    parted = [held for _, held in bearers if held]
    return sorted(parted, key=lambda held: (-len(held), min(chain.id for chain in held)))


def _log_odds_of_another(name: tuple[str, ...]) -> float:
    if len(name) == 2 and all(is_native(part) for part in name):
        return _COMMON
    return _LISTED if is_known(surname(name)) and is_arabic(surname(name)) else _RARE


def _by_evidence(chain: Chain) -> tuple[int, int, str]:
    return -len(chain.roles), -len(chain.company), chain.id
