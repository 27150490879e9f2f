"""Which chains of one name block are one person.

Chains are grouped by their folded name first; only distinct names are compared, and each of them with the most
frequent persons alone, so that ten thousand chains of one name cost no more than reading them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from riwaya.arabic.frequencies import load_given_names
from riwaya.identify.name_model import name_probability
from riwaya.identify.person_names import (
    are_near,
    bare,
    given,
    is_known,
    letters_key,
    name_behind,
    split_name,
    surname,
)
from riwaya.identify.records import Chain, SeenRole

Name = tuple[str, ...]
_COMPARED = 30
# So likely must two names of one set of letters be one, for their blocks to be resolved together.
_BRIDGE = 0.9
_FORMS = 5
# A surname alone goes to one of several persons only where that one stands in so large a share of the articles.
_DOMINANT = 0.9
# Of a name that may be the person's: enough by itself, enough where an office is shared, out of the question.
_SURE, _POSSIBLE, _IMPOSSIBLE = 0.6, 0.15, 0.04
# A person must be named in full in some share of the articles that use the surname alone, or the name is another's.
_INTRODUCED = 0.05


@dataclass(slots=True)
class Person:
    """Chains that are one person, with what is known of them.

    Attributes:
        names: folded names with the number of chains.
        chains: with the probability that each belongs here.
        discriminator: the article's id where the name is too common to be joined across articles.
        shown: the name that people chose, "" if none.
    """

    names: Counter[Name] = field(default_factory=Counter)
    chains: list[tuple[Chain, float]] = field(default_factory=list)
    role_keys: Counter[tuple[str, str]] = field(default_factory=Counter)
    nations: Counter[str] = field(default_factory=Counter)
    discriminator: str = ""
    shown: str = ""

    def add(self, name: Name, chains: Sequence[Chain], score: float) -> None:
        """Take chains of one name in."""
        self.names[name] += len(chains)
        for chain in chains:
            self.chains.append((chain, score))
            self.role_keys.update({(role.key, role.nation) for role in chain.roles})
            self.nations.update({role.nation for role in _telling(chain)})

    def canonical(self) -> Name:
        """Return the name behind the id: the most frequent of given name and surname, else the most frequent."""
        full = [name for name in self.names if len(name) > 1] or list(self.names)
        return min(full, key=lambda name: (-self.names[name], len(name), name))


def resolve_persons(chains: Sequence[Chain]) -> list[Person]:
    """Return the persons of a block; the order of the chains does not matter."""
    groups: dict[Name, list[Chain]] = defaultdict(list)
    for chain in sorted(chains, key=lambda chain: chain.id):
        groups[name_behind(split_name(chain.name))].append(chain)
    persons = _join_full([(name, groups[name]) for name in _by_weight(groups) if len(name) > 1])
    alone = [(name, groups[name]) for name in _by_weight(groups) if len(name) <= 1]
    lonely: list[tuple[Name, list[Chain]]] = []
    for name, members in alone:
        left = _place_alone(name, members, persons)
        if left:
            lonely.append((name, left))
    return persons + list(_make_lonely(lonely))


def join_blocks(persons: Sequence[Person]) -> list[Person]:
    """Return the persons of several blocks with those joined whose names have the same letters and are one name.

    «دارا خسرو شاهي» and «دارا خسروشاهي» end in two surnames, and «أويد لوستن» in another than «لويد أوستن».
    """
    kept: list[Person] = []
    by_letters: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(persons, key=lambda person: (-len(person.chains), person.canonical(), person.discriminator)):
        name = person.canonical()
        home = next((other for other in by_letters[letters_key(name)] if _are_one(person, other)), None)
        if home is None:
            kept.append(person)
            by_letters[letters_key(name)].append(person)
            continue
        for form, count in person.names.items():
            home.names[form] += count
        home.chains.extend((chain, min(score, 0.9)) for chain, score in person.chains)
        home.role_keys.update(person.role_keys)
        home.nations.update(person.nations)
    return kept


_LETTERS = 5  # so many consonants a name must have to be looked for in other blocks


def full_name_key(name: str) -> str:
    """Return the letters by which a full name is found in other blocks, "" for a name too short for that."""
    parts = name_behind(split_name(name))
    key = letters_key(parts)
    return key if len(parts) > 1 and len(key) > _LETTERS else ""


def are_one_name(name: str, other: str) -> bool:
    """Return whether two full names of two blocks are so surely one that the blocks are resolved together."""
    return name_probability(name_behind(split_name(name)), name_behind(split_name(other))) >= _BRIDGE


def _are_one(person: Person, other: Person) -> bool:
    """Return whether two persons of different blocks have one name; no block holds both."""
    if {chain.block for chain, _ in person.chains} & {chain.block for chain, _ in other.chains}:
        return False
    if person.discriminator or other.discriminator or len(person.canonical()) < 2:
        return False
    if person.nations and other.nations and not person.nations.keys() & other.nations.keys():
        return False
    return name_probability(person.canonical(), other.canonical()) >= _BRIDGE


def _by_weight(groups: dict[Name, list[Chain]]) -> list[Name]:
    return sorted(groups, key=lambda name: (-len(groups[name]), name))


def _join_full(groups: Sequence[tuple[Name, list[Chain]]]) -> list[Person]:
    """Return persons made of full names: the most frequent first, each further name to the best that fits."""
    persons: list[Person] = []
    by_part: dict[str, list[Person]] = defaultdict(list)
    for name, members in groups:
        fitting = [person for person in _candidates(name, by_part, persons) if _fits(name, members, person)]
        person = _best(fitting)
        if person is None:
            person = Person()
            persons.append(person)
            for part in set(given(name)):
                by_part[part[:2]].append(person)
        person.add(name, members, 0.97 if name in person.names or not person.names else 0.9)
    return persons


def _candidates(name: Name, by_part: dict[str, list[Person]], persons: Sequence[Person]) -> Iterator[Person]:
    """Yield persons worth comparing, each once: those with a like given name, then the most frequent of all."""
    seen: set[int] = set()
    for part in given(name):
        for person in by_part.get(part[:2], ())[:_COMPARED]:
            if id(person) not in seen:
                seen.add(id(person))
                yield person
    for person in persons[:_COMPARED]:
        if id(person) not in seen:
            seen.add(id(person))
            yield person


def _fits(name: Name, members: Sequence[Chain], person: Person) -> bool:
    """Return whether a full name can be the person's: no form that the person has may speak against it.

    «ترامب» and «ترمب» are both names of the press; where spellings alone leave a doubt, one office held by both bearers
    takes it away.
    """
    chances = [name_probability(name, form) for form in islice(person.names, _FORMS)]  # the most frequent forms
    if min(chances) < _IMPOSSIBLE:
        return False
    if max(chances) >= _SURE and min(chances) >= _POSSIBLE:
        return True
    rare = not is_known(surname(name)) and any(bare(surname(name)) == bare(surname(form)) for form in person.names)
    return max(chances) >= _POSSIBLE and _share_office(members, person, rare=rare)


def _share_office(members: Sequence[Chain], person: Person, *, rare: bool) -> bool:
    """Return whether the chains hold an office of the person's; of a rare surname any office of the nation will do."""
    roles = [role for chain in members for role in _telling(chain)]
    if any((role.key, role.nation) in person.role_keys for role in roles):
        return True
    return rare and any(role.nation in person.nations for role in roles)


def _telling(chain: Chain) -> list[SeenRole]:
    """Return the roles that few can hold: those with a nation."""
    return [role for role in chain.roles if role.nation]


def _best(persons: Sequence[Person]) -> Person | None:
    """Return the clearly most frequent person, None where two are equally likely."""
    ranked = sorted(persons, key=lambda person: -len(person.chains))
    if len(ranked) > 1 and len(ranked[0].chains) < 3 * len(ranked[1].chains):
        return None
    return ranked[0] if ranked else None


def _place_alone(name: Name, members: list[Chain], persons: Sequence[Person]) -> list[Chain]:
    """Give chains of a surname alone to fuller names; return those that fit none clearly."""
    fitting = [person for person in persons if _has_surname(person, name, exactly=True)]
    fitting = fitting or [person for person in persons if _has_surname(person, name, exactly=False)]
    fitting.sort(key=lambda person: (-len(person.chains), person.canonical()))
    total = sum(len(person.chains) for person in fitting)
    left: list[Chain] = []
    taken: dict[int, list[Chain]] = defaultdict(list)
    for chain in members:
        choice = _choose_person(chain, fitting, total, len(members))
        if choice is None:
            left.append(chain)
        else:
            taken[choice].append(chain)
    for index, chains in sorted(taken.items()):
        fitting[index].add(name, chains, 0.85)
    return left


def _has_surname(person: Person, name: Name, *, exactly: bool) -> bool:
    surnames = [surname(form) for form in islice(person.names, _FORMS)]
    if not name:
        return False
    return any(bare(form) == bare(name[0]) if exactly else are_near(name[0], form) for form in surnames)


def _choose_person(chain: Chain, fitting: Sequence[Person], total: int, alone: int) -> int | None:
    """Return the index of the person whom a surname alone names in this article, None where that is not clear."""
    possible = [index for index, person in enumerate(fitting[:_COMPARED]) if not _contradicts(chain, person)]
    roles = {(role.key, role.nation) for role in _telling(chain)}
    if roles:
        matching = [index for index in possible if any(role in fitting[index].role_keys for role in roles)]
        if len(matching) == 1:
            return matching[0]
        possible = matching or possible
    if not possible:
        return None
    first = fitting[possible[0]]
    if len(first.chains) < _INTRODUCED * alone:
        return None
    if len(possible) == 1 and (total == len(first.chains) or roles):
        return possible[0] if len(first.chains) > 1 or not _is_first_name(chain) or roles else None
    return possible[0] if len(first.chains) >= _DOMINANT * total and not _is_first_name(chain) else None


def _contradicts(chain: Chain, person: Person) -> bool:
    """Return whether the article gives the name to another nation than the person's."""
    nations = {role.nation for role in _telling(chain)}
    return bool(nations) and bool(person.nations) and not nations & person.nations.keys()


def _is_first_name(chain: Chain) -> bool:
    """Return whether a chain's only name is one that many bear as their first («محمد»), so that it names nobody."""
    parts = split_name(chain.name)
    word = parts[-1] if parts else ""
    return word in load_given_names()


def _make_lonely(groups: Sequence[tuple[Name, list[Chain]]]) -> Iterator[Person]:
    """Yield persons of whom no fuller name is known: by spelling and nation, a common first name by article."""
    persons: list[Person] = []
    for name, members in groups:
        for chain in members:
            if _is_first_name(chain):
                person = Person(discriminator=chain.article_id)
                person.add(name, [chain], 0.6)
                yield person
                continue
            home = next((person for person in persons[:_COMPARED] if _may_be(chain, name, person)), None)
            if home is None:
                home = Person()
                persons.append(home)
            home.add(name, [chain], 0.7)
    yield from persons


def _may_be(chain: Chain, name: Name, person: Person) -> bool:
    form = next(iter(person.names))
    return (not name or are_near(name[0], form[0])) and not _contradicts(chain, person)
