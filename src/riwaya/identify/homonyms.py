"""Two people with one name: the articles that name them are parted where what else they say speaks for two.

A rare name is one person's unless much speaks against it. Of a name that many bear, articles are joined that have
something in common, and nobody is a doctor in one and a minister in the other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from riwaya.identify.causes import Cause, Reason
from riwaya.identify.described import AGED
from riwaya.identify.evidence import Profile, log_odds
from riwaya.identify.name_model import is_arabic, is_native
from riwaya.identify.person_names import is_known, surname
from riwaya.identify.records import Chain
from riwaya.knowledge.people import is_leader, people_named
from riwaya.knowledge.roles import is_office

# Log odds that another bearer turns up, against one article of a bearer known: of two Arabic first names side by side
# («محمد صالح»), of an Arabic surname that lists of names hold, of any other.
_COMMON, _LISTED, _RARE = -0.7, -2.2, -3.2
_BY_SIZE = 0.35  # how much a bearer named often is likelier to be meant, by the log of the number of articles
_BEARERS = 30
_WELL_KNOWN = 100
_SHARED = 2  # of whom and what else two articles name, enough for two callings to be one person's
_YOUNG, _YEARS = 21, 2
# Log odds that two articles mean one person whom each calls by another nation's adjective; some have two homes.
_OTHER_HOME = -3.0

_STATE = frozenset(("وزير", "نايب", "سفير", "محافظ", "عمده", "والي", "حاكم", "متحدث", "ناطق", "رييس", "قاضي", "مدعي"))
_AT_HOME = _STATE - {"سفير", "قاضي", "مدعي"}
_CALLINGS = {
    "sport": frozenset(("لاعب", "مهاجم", "مدافع", "حارس", "مدرب", "هداف", "ملاكم", "عداء", "جناح", "ظهير", "حكم")),
    "art": frozenset(("مطرب", "مغني", "مغن", "فنان", "مخرج", "موسيقار", "عازف", "رسام", "راقص")),
    "medicine": frozenset(("طبيب", "جراح")),
}
_CLUBS = frozenset(("نادي", "منتخب", "فريق", "اتحاد", "رابطه", "تحرير"))


@dataclass(frozen=True, slots=True)
class _Said:
    """What articles say of one person, other than the company."""

    articles: frozenset[str]
    offices: frozenset[str]
    callings: frozenset[str]
    nations: frozenset[str]
    births: frozenset[int]
    homes: frozenset[str]

    @classmethod
    def of(cls, chain: Chain) -> _Said:
        return cls(
            frozenset((chain.article_id,)),
            _offices(chain),
            _callings(chain),
            _state_nations(chain),
            _births(chain),
            frozenset(chain.homes),
        )

    def __or__(self, other: _Said) -> _Said:
        return _Said(
            self.articles | other.articles,
            self.offices | other.offices,
            self.callings | other.callings,
            self.nations | other.nations,
            self.births | other.births,
            self.homes | other.homes,
        )


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
    bearers: list[tuple[Profile, _Said, list[Chain]]] = []
    for chain in sorted(chains, key=_by_evidence):
        said = _Said.of(chain)
        scores = [
            _weigh(chain, profile, said, known, kind) + _BY_SIZE * math.log(len(held))
            for profile, known, held in bearers[:_BEARERS]
        ]
        best = max(range(len(scores)), key=scores.__getitem__, default=-1)
        if best < 0 or scores[best] < kind.another:
            bearers.append((Profile(), said, []))
            best = len(bearers) - 1
        profile, known, held = bearers[best]
        profile.add(chain)
        held.append(chain)
        bearers[best] = (profile, known | said, held)
    parted = [held for _, _, held in bearers]
    return sorted(parted, key=lambda held: (-len(held), min(chain.id for chain in held)))


def choose_bearers(name: tuple[str, ...], chains: Sequence[Chain], bearers: Sequence[Sequence[Chain]]) -> list[int]:
    """Return which of several bearers of a full name each chain of another spelling fits best, the first of equals."""
    kind = _Rarity.of(name)
    known = [
        (Profile.of(held), reduce(or_, map(_Said.of, held[:_WELL_KNOWN])), _BY_SIZE * math.log(len(held)))
        for held in bearers[:_BEARERS]
    ]
    found = []
    for chain in chains:
        said = _Said.of(chain)
        scores = [_weigh(chain, profile, said, other, kind) + size for profile, other, size in known]
        found.append(max(range(len(scores)), key=scores.__getitem__))
    return found


def weigh_bearers(name: tuple[str, ...], chains: Sequence[Chain], others: Sequence[Chain]) -> Reason:
    """Return what decides whether a chain is the others' bearer of a full name: the best log odds, and the least."""
    kind = _Rarity.of(name)
    profile, known = Profile.of(others), reduce(or_, map(_Said.of, others))
    size = _BY_SIZE * math.log(profile.size)
    weighed = [(_weigh(chain, profile, _Said.of(chain), known, kind), chain) for chain in chains[:_WELL_KNOWN]]
    odds, chain = max(weighed, key=lambda pair: pair[0])
    if math.isinf(odds):
        within = _Said.of(chain).articles <= known.articles
        return Reason(Cause.ONE_ARTICLE if within else Cause.CALLINGS, " ".join(name), None, kind.another)
    cause = Cause.ARTICLES if odds + size >= kind.another else Cause.OTHER_ARTICLES
    return Reason(cause, " ".join(name), odds + size, kind.another)


def _weigh(chain: Chain, profile: Profile, one: _Said, other: _Said, kind: _Rarity) -> float:
    """Return the log odds that a chain is a bearer's; what two people alone can be called rules it out.

    Lists hold few Arabic surnames, so that none is as rare as a foreign one that they lack.
    """
    if one.articles <= other.articles:
        return -math.inf  # the article itself parts them
    two = _are_two(one, other) if kind.arabic else _hold_apart(one, other) and not people_named(chain.name)
    if two and _shared(chain, profile) < _SHARED:
        return -math.inf
    home = _OTHER_HOME if one.homes and other.homes and not one.homes & other.homes else 0.0
    if kind.another < _COMMON:
        return home + log_odds(chain, profile)
    # A country in common says nothing of a name that thousands of its people bear, unless they hold one office.
    return home + log_odds(chain, profile, countries=bool(one.offices & other.offices))


def _are_two(one: _Said, other: _Said) -> bool:
    if one.callings and other.callings and not one.callings & other.callings:
        both = one.callings | other.callings
        if "state" in both or "private" not in both:  # a player may be young, an official is no farmer
            return True
    if one.nations and other.nations and not one.nations & other.nations:
        return True
    return any(abs(left - right) > _YEARS for left in one.births for right in other.births)


def _hold_apart(one: _Said, other: _Said) -> bool:
    """Return whether two articles give a foreign name offices of two states, or the one an office, the other a sport.

    Other callings may be one person's: actors govern, and singers are somebody's victims.
    """
    if one.nations and other.nations:
        return not one.nations & other.nations
    both = {"state", "sport"}
    return one.callings | other.callings >= both and not one.callings & other.callings & both


def _shared(chain: Chain, profile: Profile) -> int:
    return sum(key in profile.company for key in chain.company if key.startswith(("PER ", "body ")))


def _offices(chain: Chain) -> frozenset[str]:
    """Return the offices of an article that are told by more than their noun: «وزير الكهرباء والطاقة» by two words."""
    keys = {role.key for role in chain.roles if " " in role.key and is_office(role.key)}
    return frozenset(" ".join(key.split()[:2]) for key in keys)


def _callings(chain: Chain) -> frozenset[str]:
    """Return the walks of life that an article gives to a person, those alone that hardly go together."""
    words = [role.key.split() for role in chain.roles if role.key]
    found = {calling for key in words for calling, heads in _CALLINGS.items() if key[0] in heads}
    if any(key[0] in _STATE and not _CLUBS.intersection(key) for key in words):
        found.add("state")
    return frozenset(found or (("private",) if _is_private(chain) else ()))


def _is_private(chain: Chain) -> bool:
    """Return whether an article speaks of somebody dead, young or of a trade, and of no office."""
    ages = [int(said.removeprefix(AGED)) for said in chain.told if said.startswith(AGED)]
    return any(age < _YOUNG for age in ages) or any(not said.startswith(AGED) for said in chain.told)


def _state_nations(chain: Chain) -> frozenset[str]:
    """Return the nations whose offices an article gives to a person; an ambassador's may be another than his own."""
    return frozenset(
        role.nation for role in chain.roles if role.nation and not _AT_HOME.isdisjoint(role.key.split()[:1])
    )


def home_states(chains: Sequence[Chain]) -> frozenset[str]:
    """Return the nations whose adjective or whose office at home articles give to a name."""
    return frozenset().union(*(_state_nations(chain).union(chain.homes) for chain in chains[:_WELL_KNOWN]))


def _births(chain: Chain) -> frozenset[int]:
    """Return the years in which somebody of the ages told was born."""
    if not chain.published[:4].isdecimal():
        return frozenset()
    year = int(chain.published[:4])
    return frozenset(year - int(said.removeprefix(AGED)) for said in chain.told if said.startswith(AGED))


def log_odds_of_another(name: tuple[str, ...]) -> float:
    """Return the log odds that another bearer of a full name turns up, against one article of a bearer known.

    Two articles whose evidence is less are taken for two people's.
    """
    if is_leader(" ".join(name)):
        return _RARE
    if len(name) == 2 and all(is_native(part) for part in name) and not _is_family_of_few(name[1]):
        return _COMMON
    return _LISTED if is_known(surname(name)) and is_arabic(surname(name)) else _RARE


def _is_family_of_few(part: str) -> bool:
    """Return whether a surname opens like a kunya and goes on with no first name («أبو الغيط», but «أبو زيد»)."""
    opening, _, rest = part.partition(" ")
    return opening == "ابو" and not is_native(rest) and not is_native(rest.removeprefix("ال"))


def _by_evidence(chain: Chain) -> tuple[int, int, str]:
    return -len(chain.roles), -len(chain.company), chain.id
