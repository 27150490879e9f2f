"""What speaks for and against an article's naming somebody of the table of office-holders: offices, callings, lands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache, lru_cache

from riwaya.identify.callings import ORDINARY, Tie, calling_of, callings_of, plain, tie_of
from riwaya.identify.name_model import is_arabic
from riwaya.identify.person_names import split_name, surname
from riwaya.identify.records import Chain, SeenRole
from riwaya.identify.things import facts_of
from riwaya.knowledge.names import nation_name
from riwaya.knowledge.offices import Term, is_titled, known_offices
from riwaya.knowledge.people import is_leader
from riwaya.knowledge.roles import is_trade
from riwaya.knowledge.statuses import Status
from riwaya.model.interval import read_interval

_LINGERS = timedelta(days=31)
# What leaders are called beside and after their office.
_OF_LEADERS = frozenset(("crime", "business", "officer", "religion", "militant", "activist"))

interval_of = lru_cache(maxsize=1 << 13)(read_interval)


def agrees(role: SeenRole, chain: Chain, terms: Sequence[Term], *, common: bool = False) -> bool:
    """Return whether a role that an article gives is one of the terms', as it stood on the article's day."""
    interval = interval_of(chain.published)
    for term in terms:
        bare = not role.nation and not is_titled(term, role.key, "")
        if not may_be_titled(term, role.key, role.nation):
            continue
        if interval is None:
            if bare:
                continue
            return True
        start, end = term.start_days(), term.end_days()
        if role.status == Status.FORMER:
            fits = interval.last_day >= (end.first if end else start.first)
        elif role.status in (Status.DESIGNATE, Status.CANDIDATE):
            # Who was in office before may be called to it again; the day after the oath the title lingers.
            fits = (not bare and not common) or interval.first_day <= start.last + _LINGERS
        elif bare or common:
            # Without the nation the title is many men's, and so is the name: only the days of the term tell.
            fits = interval.last_day >= start.first and (end is None or interval.first_day <= end.last)
        else:
            # A text on the past calls people by what they were then.
            fits = interval.last_day >= start.first
        if fits:
            return True
    return False


def may_be_titled(term: Term, key: str, nation: str) -> bool:
    """Return whether a title names a term's office, without the nation too."""
    if is_titled(term, key, nation):
        return True
    office = known_offices().get(term.office)
    return not nation and office is not None and is_titled(term, key, office.of)


def may_be_of_home(role: SeenRole, chain: Chain, terms: Sequence[Term]) -> bool:
    """Return whether an article names the land of an office that it gives without the nation, or no land at all."""
    titled = [term for term in terms if may_be_titled(term, role.key, "")]
    return not any(map(_land, chain.company)) or _names_home(chain, titled)


def _names_home(chain: Chain, terms: Sequence[Term]) -> bool:
    """Return whether an article names whatever is of the offices' lands: a town, a body, another's office."""
    homes = {land for of in _nations(terms) if (land := _land(f"nation {of}"))}
    return not homes or not homes.isdisjoint(map(_land, chain.company))


def is_home_named(chain: Chain, terms: Sequence[Term]) -> bool:
    """Return whether an article names a nation whose office the terms are of."""
    near = {*chain.company, *(f"nation {role.nation}" for role in chain.roles)}
    return any({f"place @{of}", f"nation {of}"} & near for of in _nations(terms))


def is_spoken_against(chains: Sequence[Chain], terms: Sequence[Term]) -> bool:
    """Return whether half of the articles that give the person roles or a calling, or more, give somebody else's."""
    told = [(chain, (*chain.roles, *chain.past)) for chain in chains]
    told = [(chain, roles) for chain, roles in told if roles or callings_of(chain)]
    against = sum(_is_anothers_calling(chain, terms) or _are_anothers(roles, chain, terms) for chain, roles in told)
    return bool(told) and 2 * against >= len(told)


def _is_anothers_calling(chain: Chain, terms: Sequence[Term]) -> bool:
    """Return whether an article calls a person what no holder of the terms' offices is called, or tells of no land.

    An Arabic name with a calling beside it may be a namesake's where nothing says that it is of the offices' land.
    """
    tie = _tie(chain, terms)
    if tie is Tie.NEAR:
        return not _names_home(chain, terms) and is_arabic(surname(split_name(chain.name)))
    return is_refused(chain, terms)


def is_refused(chain: Chain, terms: Sequence[Term]) -> bool:
    """Return whether what an article calls a person is no calling of one who held the terms' offices.

    What very many are («المزارع فلان») never is. A head of state was an actor before, and a minister was a physician
    once, where the article names the state.
    """
    tie = _tie(chain, terms)
    callings = callings_of(chain)
    if tie in (None, Tie.SAME):
        return False
    begun = is_leader(chain.name) and callings.isdisjoint(_OF_LEADERS) and _has_begun(chain, terms)
    if tie is Tie.NEAR:
        elsewhere = not _names_home(chain, terms) and (begun or any(map(_land, chain.company)))
        return elsewhere and is_arabic(surname(split_name(chain.name)))
    return callings <= ORDINARY or begun or not is_home_named(chain, terms)


def _tie(chain: Chain, terms: Sequence[Term]) -> Tie | None:
    """Return how what an article calls a person goes with the terms' offices, None where it gives one of these."""
    callings = callings_of(chain)
    if not callings or any(agrees(role, chain, terms) for role in (*chain.roles, *chain.past)):
        return None
    return tie_of(callings, _callings_of(terms), -1)


def _are_anothers(roles: Sequence[SeenRole], chain: Chain, terms: Sequence[Term]) -> bool:
    """Return whether roles are a trade alone, offices of other nations, or the person's own at a time not theirs."""
    if not roles or any(agrees(role, chain, terms) for role in roles):
        return False
    home, nations = _nations(terms), {role.nation for role in roles if nation_name(role.nation)}
    if home and nations and not home & nations:
        return True
    titled = any(may_be_titled(term, role.key, role.nation) for role in roles for term in terms)
    return titled or all(is_trade(role.key) for role in roles)


def _callings_of(terms: Sequence[Term]) -> frozenset[str]:
    own = {calling_of(plain(term.title)) for term in terms if term.title}
    return frozenset(own.union(*(_callings_of_office(term.office) for term in terms)) - {""})


@cache
def _callings_of_office(key: str) -> frozenset[str]:
    office = known_offices().get(key)
    return frozenset(calling_of(plain(title)) for title in (office.titles[:1] if office else ()))


def _has_begun(chain: Chain, terms: Sequence[Term]) -> bool:
    interval = interval_of(chain.published)
    return interval is not None and any(interval.last_day >= term.start_days().last for term in terms)


def _nations(terms: Sequence[Term]) -> set[str]:
    of = {office.of for term in terms if (office := known_offices().get(term.office)) is not None}
    return {nation for nation in of if nation_name(nation)}


@lru_cache(maxsize=1 << 14)
def _land(block: str) -> str:
    """Return the country of a place, people or body, by its block («place موسكو»); "" of persons."""
    return "" if block.startswith("PER ") else facts_of(block, (block.partition(" ")[2],)).country
