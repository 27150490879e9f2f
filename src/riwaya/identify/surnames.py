"""A surname alone: which of the people so named it means, and people of whom no fuller name is known."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from riwaya.arabic.frequencies import load_given_names
from riwaya.identify.causes import Cause, Reason
from riwaya.identify.evidence import Profile, log_odds, telling
from riwaya.identify.person import FIRST, Name, Person
from riwaya.identify.person_names import are_near, bare, is_known, split_name
from riwaya.identify.records import Chain

_COMPARED = 12
# A person must be named in full in some share of the articles that use the surname alone, or the name is another's.
_INTRODUCED = 0.05
# Log odds that a surname is somebody else's whom no article names in full, against one article without any evidence.
_ANOTHER = -1.5
_LIKELY, _CERTAIN = 0.75, 0.97
# Log odds of evidence at which two articles are as likely to mean one person by a surname alone as two: a surname of
# many, who stay apart below, and one of few, who stay apart only where much speaks against it.
_MANY, _FEW, _FEW_AT_LEAST = 0.0, -2.0, -4.0
_BY_SIZE = 0.35  # how much a person named often is likelier to be meant, by the log of the number of articles
_NOBODY, _LONELY = 0.6, 0.8  # scores of one who is alone with a name, and the most of a surname without a fuller one
_SHOWN = 0.5  # log odds of evidence that a word which is a first name too must have for itself


def place_alone(name: Name, members: list[Chain], persons: Sequence[Person]) -> list[Chain]:
    """Give chains of a surname alone to fuller names; return those that fit none clearly."""
    fitting = persons_of_surname(name, persons)
    profiles = [person.profile() for person in fitting]
    left: list[Chain] = []
    taken: dict[int, list[tuple[Chain, Reason]]] = defaultdict(list)
    for chain in members:
        index, reason = choose_person(chain, fitting, profiles, len(members))
        if reason.cause is Cause.SURNAME:
            taken[index].append((chain, reason))
        else:
            left.append(chain)
    for index, pairs in sorted(taken.items()):
        for chain, reason in pairs:
            fitting[index].add(name, [chain], reason.score or 0.0, reason)
    return left


def persons_of_surname(name: Name, persons: Sequence[Person]) -> list[Person]:
    """Return those of whom a surname alone may be said, the most named first."""
    if not name:
        return []
    alone = bare(name[0])
    fitting = [person for person in persons if alone in map(bare, person.surnames())]
    if not fitting:
        fitting = [person for person in persons if any(are_near(name[0], end) for end in person.surnames() if end)]
    fitting.sort(key=lambda person: (-len(person.chains), person.canonical()))
    return fitting[:_COMPARED]


def choose_person(
    chain: Chain, fitting: Sequence[Person], profiles: Sequence[Profile], alone: int
) -> tuple[int, Reason]:
    """Return the index of the likeliest person of a surname alone in this article, -1 if it can be none, and why.

    Whoever it is, it is meant only where the cause is `Cause.SURNAME`; the score is how likely.
    """
    possible = [index for index, person in enumerate(fitting) if not _contradicts(chain, person)]
    roles = {(role.key, role.nation) for role in telling(chain)}
    matching = [index for index in possible if not roles.isdisjoint(fitting[index].role_keys)]
    if len(matching) == 1:
        return matching[0], Reason(Cause.SURNAME, "", _CERTAIN, _LIKELY)
    possible = matching or possible
    if not possible:
        return -1, Reason(Cause.NATION)
    total = sum(len(person.chains) for person in fitting)
    evidence = {index: log_odds(chain, profiles[index]) for index in possible}
    weights = {index: math.exp(evidence[index]) * len(fitting[index].chains) / total for index in possible}
    best = max(possible, key=lambda index: (weights[index], -index))
    chance = weights[best] / (sum(weights.values()) + math.exp(_ANOTHER))
    cause, score = Cause.SURNAME, round(min(chance, _CERTAIN), 3)
    if chance < _LIKELY:
        cause = Cause.UNCLEAR
    elif len(fitting[best].chains) < _INTRODUCED * alone:
        cause = Cause.SELDOM
    elif _is_first_name(chain) and evidence[best] < _SHOWN and not (roles and len(possible) == 1):
        cause = Cause.FIRST_NAME
    return best, Reason(cause, "", score, _LIKELY)


def _contradicts(chain: Chain, person: Person) -> bool:
    """Return whether the article gives the name to another nation than the person's, or to a man that is a woman's."""
    if person.is_of_other_home(chain) or person.is_of_other_sex(chain):
        return True
    if not chain.roles or not person.nations:
        return False
    nations = {role.nation for role in telling(chain)}
    return bool(nations) and nations.isdisjoint(person.nations)


def _is_first_name(chain: Chain) -> bool:
    """Return whether a chain's only name is one that many bear as their first («محمد»), so that it names nobody."""
    parts = split_name(chain.name)
    word = parts[-1] if parts else ""
    return word in load_given_names()


def make_lonely(groups: Sequence[tuple[Name, list[Chain]]]) -> Iterator[Person]:
    """Yield persons of whom no fuller name is known: by spelling, nation and what else the articles say.

    Nothing but evidence says that two articles mean one person by a surname of many. A first name is nobody's.
    """
    persons: list[tuple[Person, Profile]] = []
    for name, members in groups:
        for chain in sorted(members, key=_by_evidence):
            if _is_first_name(chain):
                person = Person(discriminator=chain.article_id)
                person.add(name, [chain], _NOBODY)
                yield person
                continue
            place, chance, reason = _find_home(chain, name, persons[:_COMPARED])
            if place < 0:
                persons.append((Person(), Profile()))
            home, profile = persons[place]
            home.add(name, [chain], chance, reason)
            profile.take((chain,))
    yield from _tell_apart([person for person, _ in persons])


def _by_evidence(chain: Chain) -> tuple[int, int, str]:
    return -len(chain.roles), -len(chain.company), chain.id


def _find_home(chain: Chain, name: Name, persons: Sequence[tuple[Person, Profile]]) -> tuple[int, float, Reason]:
    """Return the index of the person whom the chain most likely names, with the probability; -1 if it is another."""
    even, needed = _bounds(name)
    evidence = {
        index: log_odds(chain, profile)
        for index, (person, profile) in enumerate(persons)
        if _may_be(chain, name, person)
    }
    likely = {
        index: odds + _BY_SIZE * math.log(persons[index][1].size) for index, odds in evidence.items() if odds > needed
    }
    if not likely:
        return -1, _NOBODY, FIRST
    best = max(likely, key=lambda index: (likely[index], -index))
    reason = Reason(Cause.LONELY, "", evidence[best], needed)
    return best, round(min(1 / (1 + math.exp(even - likely[best])), _LONELY), 3), reason


def _bounds(name: Name) -> tuple[float, float]:
    """Return the log odds at which it is even that two articles mean one person by a surname, and the least to join."""
    return (_MANY, _MANY) if _is_of_many(name) else (_FEW, _FEW_AT_LEAST)


def weigh_alone(chain: Chain, name: Name, person: Person) -> Reason:
    """Return whether a surname alone in an article can be that of a person of whom no fuller name is known, and why."""
    if _is_first_name(chain):
        return Reason(Cause.FIRST_NAME)
    if _contradicts(chain, person):
        return Reason(Cause.NATION)
    form = next(iter(person.names))
    if not _may_be(chain, name, person):
        return Reason(Cause.NAMES_APART, " ".join(form))
    needed = _bounds(name)[1]
    odds = log_odds(chain, person.profile())
    return Reason(Cause.BETTER if odds > needed else Cause.LITTLE, " ".join(form), odds, needed)


def _is_of_many(name: Name) -> bool:
    """Return whether lists of names hold a surname, so that many bear it."""
    return bool(name) and (is_known(name[0]) or name[0].removeprefix("ال") in load_given_names())


def _tell_apart(persons: Sequence[Person]) -> Iterator[Person]:
    """Yield persons, those who have another's name with the article that first names them to tell them by."""
    taken: set[Name] = set()
    for person in sorted(persons, key=lambda person: (-person.size, person.first)):
        if person.canonical() in taken:
            first = min(
                (chain for chain, _ in person.chains), key=lambda chain: (chain.published or "9", chain.article_id)
            )
            person.discriminator = first.article_id
        taken.add(person.canonical())
        yield person


def _may_be(chain: Chain, name: Name, person: Person) -> bool:
    form = next(iter(person.names))
    return (not name or not form or are_near(name[0], form[0])) and not _contradicts(chain, person)
