"""A person in the making: chains of several articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from riwaya.identify.causes import Cause, Reason
from riwaya.identify.evidence import SEEN, Profile
from riwaya.identify.gender import MAN, WOMAN, settled
from riwaya.identify.person_names import surname
from riwaya.identify.records import JOINED, Bearer, Chain

Name = tuple[str, ...]
ALONE = "\0"
"""A name part that no text holds: keeps a relative's first name, or another's surname, from joining a fuller name."""
OPEN = (ALONE, ALONE)
"""Behind a name that may be either of two persons of the article."""
FIRST = Reason(Cause.FIRST)
FORMS = 5  # of a person's name, the most frequent ones, to which another is compared
_SEXES = frozenset((MAN, WOMAN))


@dataclass(slots=True, eq=False)
class Person:
    """Chains that are one person, with what is known of them.

    Attributes:
        names: folded names with the number of chains.
        chains: with the probability that each belongs here.
        discriminator: the article's id where the name is too common to be joined across articles.
        shown: the name that people chose, "" if none.
        homes: states whose adjective articles set before the name.
        sexes: `MAN` and `WOMAN`, with the articles that tell it.
        full_in: the articles that name the person in full.
        size: the number of chains, also of those that are not at hand.
        blocks: of the chains, with their numbers.
        first: the least id of a chain.
        bearers: the persons of single blocks that were joined; `entity_id` is that of the run before, if any.
        reasons: why each chain belongs here, by its id.
    """

    names: Counter[Name] = field(default_factory=Counter)
    chains: list[tuple[Chain, float]] = field(default_factory=list)
    role_keys: set[tuple[str, str]] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    sexes: Counter[str] = field(default_factory=Counter)
    discriminator: str = ""
    shown: str = ""
    full_in: set[str] = field(default_factory=set)
    size: int = 0
    blocks: Counter[str] = field(default_factory=Counter)
    first: str = ""
    bearers: list[Bearer] = field(default_factory=list)
    reasons: dict[str, Reason] = field(default_factory=dict)
    _profile: Profile | None = None
    _surnames: tuple[str, ...] = ()

    def add(self, name: Name, chains: Sequence[Chain], score: float, reason: Reason = FIRST) -> None:
        """Take chains of one name in."""
        ids = [chain.id for chain in chains]
        self.reasons.update(dict.fromkeys(ids, reason))
        self.names[name] += len(chains)
        self._count([chain.block for chain in chains], ids)
        if len(name) > 1:
            self.full_in.update([chain.article_id for chain in chains])
        self.chains.extend([(chain, score) for chain in chains])
        roles = {(role.key, role.nation) for chain in chains for role in chain.roles}
        self.role_keys |= roles
        self.nations.update([nation for _, nation in roles if nation])
        self.homes.update([home for chain in chains for home in chain.homes])
        for chain in chains:
            if chain.told:
                for sex in _SEXES.intersection(chain.told):
                    self.sexes[sex] += 1

    def profile(self) -> Profile:
        """Return what articles say of the person; only those that came since it was last asked are looked at."""
        if self._profile is None:
            self._profile = Profile()
        self._profile.take([chain for chain, _ in self.chains[self._profile.size : SEEN]])
        return self._profile

    def surnames(self) -> tuple[str, ...]:
        """Return what may stand alone for each of the first forms of the name, "" where nothing may."""
        if len(self._surnames) < min(len(self.names), FORMS):
            # «نيمار الأب» is not whom the name alone means.
            self._surnames = tuple(surname(form) if form[-1] != "الاب" else "" for form in islice(self.names, FORMS))
        return self._surnames

    def _count(self, blocks: Sequence[str], chains: Sequence[str]) -> None:
        self.size += len(chains)
        self.blocks.update(blocks)
        self.first = min(self.first or "\uffff", min(chains, default="\uffff"))

    @classmethod
    def of(cls, bearer: Bearer, chains: Mapping[str, Chain]) -> Person:
        """Return the person of a bearer found before; without chains unless all are at hand."""
        apart = replace(bearer, joined=False) if bearer.joined else bearer  # who takes whom in is asked again
        person = cls(names=Counter(dict(bearer.names)), nations=set(bearer.nations), bearers=[apart])
        person.discriminator = bearer.discriminator
        person._count([bearer.block] * len(bearer.members), [identity for identity, _ in bearer.members])
        if all(identity in chains for identity, _ in bearer.members):
            person.chains = [(chains[identity], score) for identity, score in bearer.members]
        return person

    def is_of_other_home(self, chain: Chain) -> bool:
        """Return whether an article calls its person by another nation's adjective than all that call this one so."""
        return bool(chain.homes) and bool(self.homes) and self.homes.isdisjoint(chain.homes)

    def is_of_other_sex(self, chain: Chain) -> bool:
        """Return whether an article speaks of its person as of a man, and others of this one as of a woman, or so."""
        if not chain.told:
            return False
        other = {"m": WOMAN, "f": MAN, "": ""}[settled(self.sexes[MAN], self.sexes[WOMAN])]
        return other in chain.told

    def bear(self, block: str, number: int) -> None:
        """Note what the person is in one block, before blocks are joined."""
        members = tuple((chain.id, score) for chain, score in self.chains)
        names = tuple(self.names.items())
        self.bearers = [Bearer(block, number, names, tuple(sorted(self.nations)), self.discriminator, members)]

    def take(self, other: Person, reason: Reason) -> None:
        """Take in what another block has of the same person."""
        self.reasons |= {chain: reason if why is FIRST else why for chain, why in other.reasons.items()}
        self.names.update(other.names)
        self.nations.update(other.nations)
        self.chains.extend((chain, min(score, JOINED)) for chain, score in other.chains)
        self.size += other.size
        self.blocks.update(other.blocks)
        self.first = min(self.first, other.first)
        self.bearers.extend(replace(bearer, joined=True) for bearer in other.bearers)

    def links(self) -> list[tuple[str, float]]:
        """Return the ids of all chains, at hand or not, with the scores of their links."""
        return [pair for bearer in self.bearers for pair in bearer.links()]

    def canonical(self) -> Name:
        """Return the name behind the id: the most frequent of given name and surname, else the most frequent."""
        full = [name for name in self.names if len(name) > 1] or list(self.names)
        return min(full, key=lambda name: (-self.names[name], len(name), name))
