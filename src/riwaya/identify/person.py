"""A person in the making: chains of several articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.identify.evidence import telling
from riwaya.identify.records import Chain

Name = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """Chains that are one person, with what is known of them.

    Attributes:
        names: folded names with the number of chains.
        chains: with the probability that each belongs here.
        discriminator: the article's id where the name is too common to be joined across articles.
        shown: the name that people chose, "" if none.
        full_in: the articles that name the person in full.
    """

    names: Counter[Name] = field(default_factory=Counter)
    chains: list[tuple[Chain, float]] = field(default_factory=list)
    role_keys: Counter[tuple[str, str]] = field(default_factory=Counter)
    nations: Counter[str] = field(default_factory=Counter)
    discriminator: str = ""
    shown: str = ""
    full_in: set[str] = field(default_factory=set)

    def add(self, name: Name, chains: Sequence[Chain], score: float) -> None:
        """Take chains of one name in."""
        self.names[name] += len(chains)
        if len(name) > 1:
            self.full_in.update(chain.article_id for chain in chains)
        for chain in chains:
            self.chains.append((chain, score))
            self.role_keys.update({(role.key, role.nation) for role in chain.roles})
            self.nations.update({role.nation for role in telling(chain)})

    def canonical(self) -> Name:
        """Return the name behind the id: the most frequent of given name and surname, else the most frequent."""
        full = [name for name in self.names if len(name) > 1] or list(self.names)
        return min(full, key=lambda name: (-self.names[name], len(name), name))
