"""What speaks for one bearer of a full name and for two: company, callings, lands, years of life.

A logistic regression beside which stand the years of life, of which too few articles tell to fit them
(`training/fit_namesakes.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from functools import cache
from operator import mul

from riwaya.identify.callings import Tie, tie_of
from riwaya.identify.evidence import FEATURES, Profile, day_number, features, read_weights
from riwaya.identify.records import Chain
from riwaya.identify.said import Said

TERMS = (*FEATURES, "thin", "calling", "calling_near", "lands", "lands_apart", "local_apart", "elsewhere")
_MONTHS = FEATURES.index("months")
_OTHER_OFFICE = FEATURES.index("other_office")
_NATION = FEATURES.index("nation")
# Who is in the news stays there for weeks; how far apart articles lie beyond that says nothing.
_LONG_AGO = math.log1p(1)
# Callings that are known where they are practised.
_LOCAL = frozenset(("trade", "school", "medicine", "court", "crime", "law", "engineer", "religion"))
_ABROAD = frozenset(("player", "coach"))
# Log odds, not fitted. Callings that do not go together: of those who have callings in two articles a hundredth of one
# person's pairs and half of any two people's, and most of the hundredth are slips or namesakes.
UNLIKELY = {Tie.LATER: -3.3, Tie.FAR: -4.3}
# Callings that nobody has so young, and how young.
_GROWN = frozenset((
    "state", "court", "law", "medicine", "scholar", "science", "religion", "coach", "business", "letters", "engineer",
))  # fmt: skip
_YOUNG = 21
# Ages that do not fit, an age in common, somebody dead who speaks later, a victim or child who
# holds an office, two articles of which each surely names one person of the table.
OTHER_AGE, SAME_AGE, DEAD_BEFORE, PRIVATE, KNOWN = -5.0, 1.5, -2.5, -3.5, 6.0
# One article surely names a person of the table, and what the other says is not said of that person.
NOT_KNOWN = -5.0
CONTRADICTIONS = frozenset(
    (*(f"calling_{tie}" for tie in UNLIKELY), "other_age", "too_young", "dead_before", "private", "not_known")
)
_YEARS, _DAYS = 2, 30
_THIN_APART = 0.25


def values(chain: Chain, profile: Profile, one: Said, other: Said, *, countries: bool = True) -> tuple[float, ...]:
    """Return the values of `TERMS` for an article beside others.

    Args:
        chain, profile: the article's, and of the others.
        one, other: what the article says, and the others say.
        countries: as in `riwaya.identify.evidence.features`.
    """
    return _values(chain, profile, one, other, _tie(chain, profile, one, other), countries=countries)


def _values(
    chain: Chain, profile: Profile, one: Said, other: Said, tie: Tie | None, *, countries: bool
) -> tuple[float, ...]:
    shared = list(features(chain, profile, countries=countries))
    shared[_MONTHS] = min(shared[_MONTHS], _LONG_AGO)
    named = min(len(chain.company), profile.named / max(profile.size, 1))
    # Of a name of thousands, articles that name little beside it are no likelier to mean one person.
    thin = 1 / (1 + named) if countries or not named else 0.0
    shared[_OTHER_OFFICE] = 0.0  # callings tell it better: «الدكتور» is a minister too
    if tie in UNLIKELY:
        countries = False  # a country has ministers and doctors of one name
        shared[_NATION] = 0.0
        thin *= _THIN_APART  # articles that name little beside them are two people's as well
    both = bool(one.lands) and bool(other.lands)
    apart = both and one.lands.isdisjoint(other.lands)
    local = apart and any(said.callings and said.callings <= _LOCAL for said in (one, other))
    return (
        *shared, thin, *(float(tie is each) for each in (Tie.SAME, Tie.NEAR)),
        float(countries and both and not apart), float(apart), float(local), float(_is_elsewhere(one, other)),
    )  # fmt: skip


def _is_elsewhere(one: Said, other: Said) -> bool:
    """Return whether one's own country is none of those that the other's articles name; players play abroad."""
    callings = one.callings | other.callings
    if not callings or not _ABROAD.isdisjoint(callings):
        return False
    pairs = ((one.countries, other.lands | other.countries), (other.countries, one.lands | one.countries))
    return any(bool(home) and bool(lands) and home.isdisjoint(lands) for home, lands in pairs)


def _tie(chain: Chain, profile: Profile, one: Said, other: Said) -> Tie | None:
    """Return how the callings go together, the nearest of the others' articles being the time between."""
    if not one.callings or not other.callings:
        return None
    day = day_number(chain.published[:10])
    return tie_of(one.callings, other.callings, profile.days_from(day) if day else -1)


def told(chain: Chain, profile: Profile, one: Said, other: Said, *, countries: bool = True) -> list[tuple[str, float]]:
    """Return what speaks for one person (above nought) and for two, by term: log odds, before even."""
    tie = _tie(chain, profile, one, other)
    given = _values(chain, profile, one, other, tie, countries=countries)
    return [*zip(TERMS, map(mul, _weights(), given), strict=True), *_unfitted(chain, profile, one, other, tie)]


def _unfitted(chain: Chain, profile: Profile, one: Said, other: Said, tie: Tie | None) -> Iterator[tuple[str, float]]:
    if tie in UNLIKELY:
        yield f"calling_{tie}", UNLIKELY[tie]
    if one.births and other.births:
        near = min(abs(left - right) for left in one.births for right in other.births)
        yield ("other_age", OTHER_AGE) if near > _YEARS else ("age", SAME_AGE)
    if _speaks_after(one, other) or _speaks_after(other, one):
        yield "dead_before", DEAD_BEFORE
    if _is_too_young(chain, profile, one, other):
        yield "too_young", OTHER_AGE
    elif (one.private and "state" in other.callings) or (other.private and "state" in one.callings):
        yield "private", PRIVATE
    if one.known & other.known:
        yield "known", KNOWN
    elif one.known & other.refused or other.known & one.refused:
        yield "not_known", NOT_KNOWN


def _is_too_young(chain: Chain, profile: Profile, one: Said, other: Said) -> bool:
    """Return whether whose age one side tells was too young then for the callings that the other side tells."""
    day = day_number(chain.published[:10])
    if not day or not profile.days:
        return False
    sides = ((one, other, profile.days[-1]), (other, one, day))
    return any(
        told.births and grown.callings and grown.callings <= _GROWN and _year(last) - min(told.births) < _YOUNG
        for told, grown, last in sides
    )


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _speaks_after(dead: Said, alive: Said) -> bool:
    """Return whether somebody speaks or acts more than a month after the first article on the death."""
    if not dead.died or not alive.alive:
        return False
    return day_number(max(alive.alive)) - day_number(min(dead.died)) > _DAYS


@cache
def _weights() -> tuple[float, ...]:
    return read_weights("namesake_model.tsv", TERMS)
