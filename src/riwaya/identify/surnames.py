"""A surname alone: which of the people so named it means, and people of whom no fuller name is known."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from riwaya.arabic.frequencies import load_given_names
from riwaya.identify.evidence import Profile, log_odds, telling
from riwaya.identify.person import Name, Person
from riwaya.identify.person_names import are_near, bare, split_name, surname
from riwaya.identify.records import Chain

_COMPARED = 12
_FORMS = 5
# A person must be named in full in some share of the articles that use the surname alone, or the name is another's.
_INTRODUCED = 0.05
# Log odds that a surname is somebody else's whom no article names in full, against one article without any evidence.
_ANOTHER = -1.5
_LIKELY, _CERTAIN = 0.75, 0.97
_SHOWN = 0.5  # log odds of evidence that a word which is a first name too must have for itself


def place_alone(name: Name, members: list[Chain], persons: Sequence[Person]) -> list[Chain]:
    """Give chains of a surname alone to fuller names; return those that fit none clearly."""
    fitting = [person for person in persons if _has_surname(person, name, exactly=True)]
    fitting = fitting or [person for person in persons if _has_surname(person, name, exactly=False)]
    fitting.sort(key=lambda person: (-len(person.chains), person.canonical()))
    fitting = fitting[:_COMPARED]
    profiles = [Profile.of([chain for chain, _ in person.chains]) for person in fitting]
    left: list[Chain] = []
    taken: dict[int, list[tuple[Chain, float]]] = defaultdict(list)
    for chain in members:
        index, chance = _choose_person(chain, fitting, profiles, len(members))
        if index < 0:
            left.append(chain)
        else:
            taken[index].append((chain, chance))
    for index, pairs in sorted(taken.items()):
        for chain, chance in pairs:
            fitting[index].add(name, [chain], chance)
    return left


def _has_surname(person: Person, name: Name, *, exactly: bool) -> bool:
    # «نيمار الأب» is not whom the name alone means.
    surnames = [surname(form) for form in islice(person.names, _FORMS) if form[-1] != "الاب"]
    if not name:
        return False
    return any(bare(form) == bare(name[0]) if exactly else are_near(name[0], form) for form in surnames)


def _choose_person(
    chain: Chain, fitting: Sequence[Person], profiles: Sequence[Profile], alone: int
) -> tuple[int, float]:
    """Return the index of the person whom a surname alone names in this article and how likely; -1 if none is clear."""
    possible = [index for index, person in enumerate(fitting) if not _contradicts(chain, person)]
    roles = {(role.key, role.nation) for role in telling(chain)}
    matching = [index for index in possible if roles & fitting[index].role_keys.keys()]
    if len(matching) == 1:
        return matching[0], _CERTAIN
    possible = matching or possible
    if not possible:
        return -1, 0.0
    total = sum(len(person.chains) for person in fitting)
    evidence = {index: log_odds(chain, profiles[index]) for index in possible}
    weights = {index: math.exp(evidence[index]) * len(fitting[index].chains) / total for index in possible}
    best = max(possible, key=lambda index: (weights[index], -index))
    chance = weights[best] / (sum(weights.values()) + math.exp(_ANOTHER))
    if chance < _LIKELY or len(fitting[best].chains) < _INTRODUCED * alone:
        return -1, 0.0
    if _is_first_name(chain) and evidence[best] < _SHOWN and not (roles and len(possible) == 1):
        return -1, 0.0
    return best, round(min(chance, _CERTAIN), 3)


def _contradicts(chain: Chain, person: Person) -> bool:
    """Return whether the article gives the name to another nation than the person's."""
    nations = {role.nation for role in telling(chain)}
    return bool(nations) and bool(person.nations) and not nations & person.nations.keys()


def _is_first_name(chain: Chain) -> bool:
    """Return whether a chain's only name is one that many bear as their first («محمد»), so that it names nobody."""
    parts = split_name(chain.name)
    word = parts[-1] if parts else ""
    return word in load_given_names()


def make_lonely(groups: Sequence[tuple[Name, list[Chain]]]) -> Iterator[Person]:
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
