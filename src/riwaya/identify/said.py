"""What articles say of one person beside the company kept: offices, callings, nations, lands, years of life."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from operator import or_
from typing import NamedTuple

from riwaya.identify.aliases import place_key, thing_key
from riwaya.identify.callings import ORDINARY, callings_of
from riwaya.identify.described import AGED, DEAD
from riwaya.identify.known import recognise, refused
from riwaya.identify.lives import DIED, SPOKE
from riwaya.identify.records import Chain, SeenRole
from riwaya.identify.things import facts_of
from riwaya.knowledge.bodies import known_outlets
from riwaya.knowledge.places import all_places
from riwaya.knowledge.roles import is_office

_AT_HOME = frozenset(("وزير", "نايب", "محافظ", "عمده", "والي", "حاكم", "متحدث", "ناطق", "رييس"))
_OF_TOWNS = frozenset(("محافظ", "عمده", "والي", "حاكم", "بلديه", "مدينه", "ولايه", "اقليم", "مقاطعه"))
_YOUNG = 21
_TOLD = 100  # articles, enough to tell a person's home


class Said(NamedTuple):
    """What articles say of one person.

    Attributes:
        articles: their ids.
        offices: told by more than their noun.
        callings: as `riwaya.identify.callings` has them.
        nations: whose offices the person holds at home.
        births: years of birth by the ages told.
        homes: states whose adjective stands before the name.
        countries: those (ISO) of homes and of all roles.
        lands: countries of whatever else the articles name.
        died: days of articles that tell of the death.
        alive: days of articles in which the person speaks or acts.
        private: an article speaks of somebody of an everyday calling, or dead or young and of none.
        known: who of the table of office-holders an article surely names.
        refused: whose name it bears of them, though what an article says is not said of them.
    """

    articles: frozenset[str]
    offices: frozenset[str]
    callings: frozenset[str]
    nations: frozenset[str]
    births: frozenset[int]
    homes: frozenset[str]
    countries: frozenset[str]
    lands: frozenset[str]
    died: frozenset[str]
    alive: frozenset[str]
    private: bool
    known: frozenset[str]
    refused: frozenset[str]

    @classmethod
    @lru_cache(maxsize=1 << 12)
    def of(cls, chain: Chain) -> Said:
        """Return what one article says."""
        day = frozenset((chain.published[:10],)) if chain.published[:4].isdecimal() else frozenset()
        died = DIED in chain.told or DEAD in chain.told
        callings = callings_of(chain)
        terms = recognise([chain])
        return cls(
            frozenset((chain.article_id,)),
            _offices(chain),
            callings,
            _state_nations(chain),
            _births(chain),
            frozenset(chain.homes),
            _countries(chain),
            lands_of(chain),
            day if died else frozenset(),
            day if SPOKE in chain.told and not died else frozenset(),
            _is_private(chain, callings),
            frozenset(term.person for term in terms[:1]),
            frozenset() if terms else refused(chain),
        )

    def __or__(self, other: Said) -> Said:
        return Said(*map(or_, self, other))


def _countries(chain: Chain) -> frozenset[str]:
    nations = {*chain.homes, *(role.nation for role in chain.roles if role.nation)}
    return frozenset(filter(None, (_land_of(f"nation {nation}") for nation in nations)))


def lands_of(chain: Chain) -> frozenset[str]:
    """Return the countries (ISO) of the places, nations and bodies that an article names beside a person."""
    return frozenset(filter(None, map(_land_of, chain.company)))


@lru_cache(maxsize=1 << 15)
def _land_of(key: str) -> str:
    group, _, rest = key.partition(" ")
    if group == "place" and not rest.startswith("@"):
        return _lands_of_places().get(rest, "")
    return "" if group == "body" and rest in _outlets() else facts_of(key, ()).country


@cache
def _lands_of_places() -> dict[str, str]:
    return {place_key(place): place.country for place in all_places()}


@cache
def _outlets() -> frozenset[str]:
    return frozenset(thing_key(outlet.name) for outlet in known_outlets())


def _offices(chain: Chain) -> frozenset[str]:
    """Return the offices of an article that are told by more than their noun: «وزير الكهرباء والطاقة» by two words."""
    keys = {role.key for role in chain.roles if " " in role.key and is_office(role.key)}
    return frozenset(" ".join(key.split()[:2]) for key in keys)


def _state_nations(chain: Chain) -> frozenset[str]:
    """Return the nations whose offices an article gives to a person; an ambassador's may be another than his own."""
    return frozenset(role.nation for role in chain.roles if role.nation and _is_at_home(role))


def _is_at_home(role: SeenRole) -> bool:
    """Return whether a role is a state's; «عمدة كيتو» is of a town, which no table of nations holds."""
    words = role.key.split()[:2]
    return words[0] in _AT_HOME and not (role.nation.startswith("?") and not _OF_TOWNS.isdisjoint(words))


def home_states(chains: Sequence[Chain]) -> frozenset[str]:
    """Return the nations whose adjective or whose office at home articles give to a name."""
    return frozenset().union(*(_state_nations(chain).union(chain.homes) for chain in chains[:_TOLD]))


def _is_private(chain: Chain, callings: frozenset[str]) -> bool:
    if callings or chain.roles:
        return bool(callings) and callings <= ORDINARY
    ages = [int(said.removeprefix(AGED)) for said in chain.told if said.startswith(AGED)]
    return DEAD in chain.told or any(age < _YOUNG for age in ages)


def _births(chain: Chain) -> frozenset[int]:
    """Return the years in which somebody of the ages told was born."""
    if not chain.published[:4].isdecimal():
        return frozenset()
    year = int(chain.published[:4])
    return frozenset(year - int(said.removeprefix(AGED)) for said in chain.told if said.startswith(AGED))
