"""What an article says, besides the name, for its person being one that other articles name.

A logistic regression on the company kept, offices, nations and time, fitted to articles that name a person in full, the
name being hidden (`training/fit_evidence.py`); its log odds are for even odds before.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from riwaya.errors import ResourceError
from riwaya.identify.records import Chain, SeenRole
from riwaya.tables import read_table

FEATURES = (
    "bias", "persons", "bodies", "places", "no_company", "shares", "office", "office_word", "nation", "other_nation",
    "other_office", "months", "undated",
)  # fmt: skip
_SEEN = 200  # of a person's articles, enough to know the company


@dataclass(slots=True)
class Profile:
    """What is known of a person from articles; the first two hundred, so that a head of state costs no more."""

    size: int = 0
    company: Counter[str] = field(default_factory=Counter)
    offices: Counter[tuple[str, str]] = field(default_factory=Counter)
    nations: Counter[str] = field(default_factory=Counter)
    days: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, chains: Sequence[Chain]) -> Profile:
        """Return the profile of chains."""
        profile = cls()
        for chain in chains[:_SEEN]:
            profile.add(chain)
        return profile

    def add(self, chain: Chain) -> None:
        """Take a chain in."""
        if self.size >= _SEEN:
            return
        self.size += 1
        self.company.update(chain.company)
        self.offices.update({(role.key, role.nation) for role in chain.roles})
        self.nations.update({role.nation for role in chain.roles if role.nation})
        day = _day(chain.published[:10])
        if day:
            self.days.append(day)


def features(chain: Chain, profile: Profile) -> tuple[float, ...]:
    """Return the values of `FEATURES` for a chain beside a person's other articles."""
    shares = {key: profile.company[key] / max(profile.size, 1) for key in chain.company if key in profile.company}
    counts = Counter(key.split(" ", 1)[0] for key in shares)
    roles = {(role.key, role.nation) for role in chain.roles}
    nations = {role.nation for role in chain.roles if role.nation}
    same_office = bool(roles & profile.offices.keys())
    words = {key.split()[0] for key, _ in roles if key} & {key.split()[0] for key, _ in profile.offices if key}
    day = _day(chain.published[:10])
    gap = min((abs(day - other) for other in profile.days), default=-1) if day else -1
    return (
        1.0,
        math.log1p(counts["PER"]),
        math.log1p(counts["body"] + counts["thing"]),
        math.log1p(counts["place"] + counts["nation"]),
        float(not chain.company or not profile.company),
        math.sqrt(sum(shares.values()) / max(len(chain.company), 1)),
        float(same_office and bool(nations & profile.nations.keys())),
        float(bool(words)),
        float(bool(nations & profile.nations.keys())),
        float(bool(nations) and bool(profile.nations) and not nations & profile.nations.keys()),
        float(bool(roles) and bool(profile.offices) and not words),
        math.log1p(max(gap, 0) / 30),
        float(gap < 0),
    )


def log_odds(chain: Chain, profile: Profile) -> float:
    """Return the log odds, before even, that a chain's person is the profile's; nought where nothing is known."""
    if not (chain.company or chain.roles) or not (profile.company or profile.offices):
        return 0.0
    return sum(weight * value for weight, value in zip(_weights(), features(chain, profile), strict=True))


@cache
def _weights() -> tuple[float, ...]:
    table = {row["feature"]: row["weight"] for row in read_table("evidence_model.tsv")}
    try:
        return tuple(float(table[name]) for name in FEATURES)
    except (KeyError, ValueError) as error:
        raise ResourceError(f"resources/evidence_model.tsv cannot be read ({error}); reinstall riwaya") from error


@lru_cache(maxsize=1 << 12)
def _day(text: str) -> int:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return 0


def telling(chain: Chain) -> list[SeenRole]:
    """Return the roles that few can hold: those with a nation."""
    return [role for role in chain.roles if role.nation]
