"""Two people with one name: the articles that name them are parted where what else they say speaks for two.

A rare name is one person's unless much speaks against it: callings that do not go together, other countries, other
years of life. Of a name that many bear, articles are joined that have something in common.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from riwaya.identify.causes import Cause, Reason
from riwaya.identify.contrast import CONTRADICTIONS, told
from riwaya.identify.evidence import Profile
from riwaya.identify.name_model import is_arabic, is_native
from riwaya.identify.person_names import is_known, surname
from riwaya.identify.records import Chain
from riwaya.identify.said import Said
from riwaya.knowledge.people import is_leader, people_named

# Log odds that another bearer turns up, against one article of a bearer known: of two Arabic first names side by side
# («محمد صالح»), of an Arabic surname that lists of names hold, of an Arabic first name and any other surname, of any
# other name.
_COMMON, _LISTED, _NATIVE, _RARE = -0.25, -1.9, -2.4, -3.4
_BY_SIZE = 0.35  # how much a bearer named often is likelier to be meant, by the log of the number of articles
_BEARERS = 30
_WELL_KNOWN = 100
_SHARED = 2  # of whom and what else two articles name, enough for two callings to be one person's
# Log odds that two articles mean one person whom each calls by another nation's adjective; some have two homes.
_OTHER_HOME = -5.0


@dataclass(frozen=True, slots=True)
class _Rarity:
    """How rare a full name is: the log odds that another bearer turns up, and whether it is Arabic throughout."""

    another: float
    arabic: bool

    @classmethod
    def of(cls, name: tuple[str, ...]) -> _Rarity:
        return cls(log_odds_of_another(name), is_arabic(surname(name)) and is_native(name[0]))


def part_homonyms(name: tuple[str, ...], chains: Sequence[Chain]) -> list[list[Chain]]:
    """Return the chains of one full name by bearer, the most named first; their order does not matter.

    Articles that say most come first; each goes to the bearer whom its company, offices and time fit best, or to a new
    one.
    """
    if len(chains) < 2:
        return [list(chains)]
    kind = _Rarity.of(name)
    if (
        kind.another == _RARE
        and len(chains) > _WELL_KNOWN
        and len({chain.article_id for chain in chains}) == len(chains)
    ):
        # All the press means one person; looking at each of thousands of articles would part nobody.
        return [sorted(chains, key=_by_evidence)]
    bearers: list[tuple[Profile, Said, list[Chain]]] = []
    for chain in sorted(chains, key=_by_evidence):
        said = Said.of(chain)
        scores = [
            _weigh(chain, profile, said, known, kind) + _BY_SIZE * math.log(len(held))
            for profile, known, held in bearers[:_BEARERS]
        ]
        best = max(range(len(scores)), key=scores.__getitem__, default=-1)
        if best < 0 or scores[best] < kind.another:
            bearers.append((Profile(), said, []))
            best = len(bearers) - 1
        profile, known, held = bearers[best]
        profile.take((chain,))
        held.append(chain)
        bearers[best] = (profile, known | said, held)
    parted = [held for _, _, held in bearers]
    return sorted(parted, key=lambda held: (-len(held), min(chain.id for chain in held)))


def choose_bearers(name: tuple[str, ...], chains: Sequence[Chain], bearers: Sequence[Sequence[Chain]]) -> list[int]:
    """Return which of several bearers of a full name each chain of another spelling fits best, the first of equals."""
    kind = _Rarity.of(name)
    known = [
        (Profile.of(held), reduce(or_, map(Said.of, held[:_WELL_KNOWN])), _BY_SIZE * math.log(len(held)))
        for held in bearers[:_BEARERS]
    ]
    found = []
    for chain in chains:
        said = Said.of(chain)
        scores = [_weigh(chain, profile, said, other, kind) + size for profile, other, size in known]
        found.append(max(range(len(scores)), key=scores.__getitem__))
    return found


def weigh_bearers(name: tuple[str, ...], chains: Sequence[Chain], others: Sequence[Chain]) -> Reason:
    """Return what decides whether a chain is the others' bearer of a full name: the best log odds, and the least."""
    odds, terms, kind = _best_terms(name, chains, others)
    if math.isinf(odds):
        within = any(chain.article_id == other.article_id for chain in chains for other in others)
        return Reason(Cause.ONE_ARTICLE if within else Cause.CALLINGS, " ".join(name), None, kind.another)
    apart = Cause.CALLINGS if terms.keys() & CONTRADICTIONS else Cause.OTHER_ARTICLES
    return Reason(Cause.ARTICLES if odds >= kind.another else apart, " ".join(name), odds, kind.another)


def fits_bearer(name: tuple[str, ...], chains: Sequence[Chain], others: Sequence[Chain], least: float) -> bool:
    """Return whether the log odds of a chain that it is the others' bearer of a full name are so much at least."""
    kind = _Rarity.of(name)
    profile, known = _gather(tuple(others))
    by_size = _BY_SIZE * math.log(profile.size)
    weighed = (_weigh(chain, profile, Said.of(chain), known, kind) + by_size for chain in chains[:_WELL_KNOWN])
    return any(odds >= least for odds in weighed)


def evidence_of(name: tuple[str, ...], chains: Sequence[Chain], others: Sequence[Chain]) -> dict[str, float]:
    """Return what speaks for one bearer of a full name (above nought) and for two, of the chain that speaks most."""
    return {term: score for term, score in _best_terms(name, chains, others)[1].items() if score}


def _best_terms(
    name: tuple[str, ...], chains: Sequence[Chain], others: Sequence[Chain]
) -> tuple[float, dict[str, float], _Rarity]:
    """Return the log odds of the chain that is the others' bearer most likely, and what they are made of."""
    kind = _Rarity.of(name)
    profile, known = _gather(tuple(others))
    best = (-math.inf, dict[str, float]())
    for chain in chains[:_WELL_KNOWN]:
        said = Said.of(chain)
        terms = dict(_terms(chain, profile, said, known, kind)) | {"by_size": _BY_SIZE * math.log(profile.size)}
        odds = -math.inf if _are_two(chain, profile, said, known, kind) else sum(terms.values())
        best = max(best, (odds, terms), key=lambda pair: pair[0]) if best[1] else (odds, terms)
    return *best, kind


@lru_cache(maxsize=1 << 9)
def _gather(chains: tuple[Chain, ...]) -> tuple[Profile, Said]:
    """Return what is known of a person from articles; many names are compared with one person, who stays the same."""
    return Profile.of(chains), reduce(or_, map(Said.of, chains))


def _weigh(chain: Chain, profile: Profile, one: Said, other: Said, kind: _Rarity) -> float:
    """Return the log odds that a chain is a bearer's; what two people alone can be called rules it out."""
    if _are_two(chain, profile, one, other, kind):
        return -math.inf
    return sum([score for _, score in _terms(chain, profile, one, other, kind)])


def _are_two(chain: Chain, profile: Profile, one: Said, other: Said, kind: _Rarity) -> bool:
    """Return whether an article parts two bearers itself, or two articles give offices at home in two states.

    Lists hold few Arabic surnames, so that none is as rare as a foreign one that they lack.
    """
    if one.articles <= other.articles:
        return True
    if not one.nations or not other.nations or one.nations & other.nations or one.known & other.known:
        return False
    return (kind.arabic or not people_named(chain.name)) and _shared(chain, profile) < _SHARED


def _terms(chain: Chain, profile: Profile, one: Said, other: Said, kind: _Rarity) -> list[tuple[str, float]]:
    # A country in common says nothing of a name that thousands of its people bear, unless they hold one office.
    countries = kind.another < _COMMON or bool(one.offices & other.offices)
    terms = told(chain, profile, one, other, countries=countries)
    if one.homes and other.homes and not one.homes & other.homes:
        terms.append(("other_home", _OTHER_HOME))
    return terms


def _shared(chain: Chain, profile: Profile) -> int:
    return sum(key in profile.company for key in chain.company if key.startswith(("PER ", "body ")))


def log_odds_of_another(name: tuple[str, ...]) -> float:
    """Return the log odds that another bearer of a full name turns up, against one article of a bearer known.

    Two articles whose evidence is less are taken for two people's.
    """
    if is_leader(" ".join(name)):
        return _RARE
    if len(name) == 2 and all(is_native(part) for part in name) and not _is_family_of_few(name[1]):
        return _COMMON
    if is_known(surname(name)) and is_arabic(surname(name)):
        return _LISTED
    return _NATIVE if is_native(name[0]) else _RARE


def _is_family_of_few(part: str) -> bool:
    """Return whether a surname opens like a kunya and goes on with no first name («أبو الغيط», but «أبو زيد»)."""
    opening, _, rest = part.partition(" ")
    return opening == "ابو" and not is_native(rest) and not is_native(rest.removeprefix("ال"))


def _by_evidence(chain: Chain) -> tuple[int, int, str]:
    return -len(chain.roles), -len(chain.company), chain.id
