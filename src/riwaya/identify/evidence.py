"""What an article says, besides the name, for its person being one that other articles name.

A logistic regression on the company kept, offices, nations and time, fitted to articles that name a person in full, the
name being hidden (`training/fit_evidence.py`); its log odds are for even odds before.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from operator import mul

from riwaya.errors import ResourceError
from riwaya.identify.records import Chain, SeenRole
from riwaya.tables import read_table

FEATURES = (
    "bias", "persons", "bodies", "places", "no_company", "shares", "office", "office_word", "nation", "other_nation",
    "other_office", "months", "undated",
)  # fmt: skip
_GROUPS = {"PER": 0, "body": 1, "thing": 1, "place": 2, "nation": 2}
_NO_GROUP = 3
_COUNTRY = ("nation ", "place @")
SEEN = 200  # of a person's articles, enough to know the company


@dataclass(slots=True)
class Profile:
    """What is known of a person from articles; the first two hundred, so that a head of state costs no more."""

    size: int = 0
    named: int = 0  # of the company, over all articles
    company: Counter[str] = field(default_factory=Counter)
    offices: set[tuple[str, str]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    days: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, chains: Sequence[Chain]) -> Profile:
        """Return the profile of chains."""
        profile = cls()
        profile.take(chains)
        return profile

    def take(self, chains: Sequence[Chain]) -> None:
        """Take chains in, as far as there is room."""
        chains = chains[: SEEN - self.size]
        if not chains:
            return
        self.size += len(chains)
        company = [key for chain in chains for key in chain.company]
        self.named += len(company)
        self.company.update(company)
        roles = {(role.key, role.nation) for chain in chains for role in chain.roles}
        if roles:
            self.offices |= roles
            self.words.update([_first_word(key) for key, _ in roles if key])
            self.nations.update([nation for _, nation in roles if nation])
        self.days.extend([day for chain in chains if (day := day_number(chain.published[:10]))])
        self.days.sort()

    def days_from(self, day: int) -> int:
        """Return how many days lie between a day and the nearest of the articles, -1 where none has a date."""
        if not self.days:
            return -1
        place = bisect_left(self.days, day)
        if place == len(self.days):
            return day - self.days[-1]
        after = self.days[place] - day
        return min(after, day - self.days[place - 1]) if place else after


def features(chain: Chain, profile: Profile, *, countries: bool = True) -> tuple[float, ...]:
    """Return the values of `FEATURES` for a chain beside a person's other articles.

    Without `countries`, a country or nation that both name is nothing in common.
    """
    counts = [0] * (_NO_GROUP + 1)
    seen = 0
    company = profile.company
    for key in [key for key in chain.company if key in company]:
        group, is_country = _group_of(key)
        seen += company[key] if countries or not is_country else 0
        counts[group] += 1
    same_office = shared_word = shared_nation = False
    roles = chain.roles
    nations: list[str] = []
    if roles:
        nations = [role.nation for role in roles if role.nation]
        same_office = not profile.offices.isdisjoint([(role.key, role.nation) for role in roles])
        shared_word = not profile.words.isdisjoint([_first_word(role.key) for role in roles if role.key])
        shared_nation = not profile.nations.isdisjoint(nations)
    day = day_number(chain.published[:10])
    gap = profile.days_from(day) if day else -1
    return (
        1.0,
        math.log1p(counts[0]),
        math.log1p(counts[1]),
        math.log1p(counts[2]),
        float(not chain.company or not profile.company),
        math.sqrt(seen / max(profile.size, 1) / max(len(chain.company), 1)),
        float(same_office and shared_nation),
        float(shared_word),
        float(shared_nation),
        float(bool(nations) and bool(profile.nations) and not shared_nation),
        float(bool(roles) and bool(profile.offices) and not shared_word),
        math.log1p(max(gap, 0) / 30),
        float(gap < 0),
    )


@lru_cache(maxsize=1 << 15)
def _group_of(key: str) -> tuple[int, bool]:
    """Return as what a block is counted that an article names beside a person, and whether it is a country's."""
    return _GROUPS.get(key.partition(" ")[0], _NO_GROUP), key.startswith(_COUNTRY)


@lru_cache(maxsize=1 << 12)
def _first_word(key: str) -> str:
    return key.split()[0]


def log_odds(chain: Chain, profile: Profile, *, countries: bool = True) -> float:
    """Return the log odds, before even, that a chain's person is the profile's; nought where nothing is known."""
    if not (chain.company or chain.roles) or not (profile.company or profile.offices):
        return 0.0
    return float(sum(map(mul, _weights(), features(chain, profile, countries=countries))))


@cache
def _weights() -> tuple[float, ...]:
    return read_weights("evidence_model.tsv", FEATURES)


def read_weights(table: str, names: Sequence[str]) -> tuple[float, ...]:
    """Return the weights of a fitted table, in the order of the names.

    Raises:
        ResourceError: if one is missing or no number.
    """
    rows = {row["feature"]: row["weight"] for row in read_table(table)}
    try:
        return tuple(float(rows[name]) for name in names)
    except (KeyError, ValueError) as error:
        raise ResourceError(f"resources/{table} cannot be read ({error}); reinstall riwaya") from error


@lru_cache(maxsize=1 << 12)
def day_number(text: str) -> int:
    """Return the ordinal of an ISO day, 0 for anything else."""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return 0


def telling(chain: Chain) -> list[SeenRole]:
    """Return the roles that few can hold: those with a nation."""
    return [role for role in chain.roles if role.nation]
