"""Which chains of one name block are one person.

Chains are grouped by their folded name first; only distinct names are compared, and each of them with the most
frequent persons alone, so that ten thousand chains of one name cost no more than reading them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain as joined
from itertools import islice
from operator import attrgetter

from riwaya.identify.callings import callings_of
from riwaya.identify.causes import Cause, Reason
from riwaya.identify.evidence import telling
from riwaya.identify.famous import famous_bearer
from riwaya.identify.homonyms import choose_bearers, part_homonyms
from riwaya.identify.known import recognise
from riwaya.identify.name_model import name_probability
from riwaya.identify.near_names import speak_for_two
from riwaya.identify.person import FIRST, FORMS, Name, Person
from riwaya.identify.person_names import (
    bare,
    given,
    is_known,
    letters_key,
    name_behind,
    split_name,
    surname,
)
from riwaya.identify.records import Chain
from riwaya.identify.said import home_states
from riwaya.identify.same_holder import join_known
from riwaya.identify.surnames import make_lonely, place_alone
from riwaya.identify.table_evidence import is_refused
from riwaya.knowledge.people import is_name_of

_COMPARED = 30
# So likely must two names of one set of letters be one, for their blocks to be resolved together.
_BRIDGE = 0.9
_TOLD = 100  # articles, enough to tell a person's home
_BY_FAME = 0.7  # score of a surname alone that means whom the table has in high office that day
# Of a name that may be the person's: enough by itself, enough where an office is shared, out of the question.
SURE_NAMES, POSSIBLE_NAMES, _IMPOSSIBLE = 0.6, 0.15, 0.04
JOINS = frozenset((Cause.NAMES, Cause.OFFICE, Cause.LETTERS))


def resolve_persons(chains: Sequence[Chain]) -> list[Person]:
    """Return the persons of a block; the order of the chains does not matter."""
    groups: dict[Name, list[Chain]] = defaultdict(list)
    for chain in sorted(chains, key=attrgetter("id")):
        groups[name_behind(split_name(chain.name))].append(chain)
    full: list[tuple[Name, list[Chain]]] = []
    namesakes: dict[Name, list[Person]] = {}
    for name in _by_weight(groups):
        if len(name) > 1:
            most, *others = part_homonyms(name, groups[name])
            full.append((name, most))
            namesakes[name] = [_namesake(name, members) for members in others]
    persons = [*_join_full(full, namesakes), *(person for name in namesakes for person in namesakes[name])]
    lonely: list[tuple[Name, list[Chain]]] = []
    for name in _by_weight(groups):
        left = place_alone(name, groups[name], persons) if len(name) <= 1 else []
        if left:
            lonely.append((name, left))
    return join_known(_join_famous(persons, list(make_lonely(lonely))))


def _join_famous(persons: list[Person], lone: Sequence[Person]) -> list[Person]:
    """Return all persons, those of a surname alone that means somebody of the table joined with whom it means."""
    found = list(persons)
    homes: dict[str, Person] = {}
    for person in lone:
        known = famous_bearer([chain for chain, _ in person.chains])
        home = (homes.get(known) or _named_in_full(known, persons)) if known else None
        if home is None:
            found.append(person)
            home = person
        else:
            for chain, score in person.chains:
                home.add(
                    name_behind(split_name(chain.name)), [chain], min(score, _BY_FAME), Reason(Cause.FAMOUS, known)
                )
        if known:
            homes[known] = home
    return found


def _named_in_full(known: str, persons: Sequence[Person]) -> Person | None:
    """Return who is surely the person of the table among those named in full, None where nobody or several are."""
    fitting = [person for person in persons if is_name_of(" ".join(person.canonical()), known)]
    sure = [
        person
        for person in fitting
        if (terms := recognise([chain for chain, _ in person.chains])) and terms[0].person == known
    ]
    return sure[0] if len(sure) == 1 else None


def _namesake(name: Name, members: Sequence[Chain]) -> Person:
    """Return another bearer of a name, told from the most named one by the earliest article."""
    first = min(members, key=lambda chain: (chain.published or "9", chain.article_id))
    person = Person(discriminator=first.article_id)
    person.add(name, members, 0.8)
    return person


def join_blocks(persons: Sequence[Person]) -> list[Person]:
    """Return the persons of several blocks with those joined whose names have the same letters and are one name.

    «دارا خسرو شاهي» and «دارا خسروشاهي» end in two surnames, and «أويد لوستن» in another than «لويد أوستن».
    """
    kept: list[Person] = []
    by_letters: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(persons, key=lambda person: (-person.size, person.canonical(), person.discriminator)):
        name = person.canonical()
        weighed = ((other, weigh_persons(person, other)) for other in by_letters[letters_key(name)])
        home, reason = next(((other, why) for other, why in weighed if why.cause in JOINS), (None, FIRST))
        if home is None:
            kept.append(person)
            by_letters[letters_key(name)].append(person)
            continue
        home.take(person, reason)
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


def weigh_persons(person: Person, other: Person) -> Reason:
    """Return whether two persons of different blocks have one name, and what decides; no block holds both."""
    form = " ".join(other.canonical())
    if person.blocks.keys() & other.blocks.keys():
        return Reason(Cause.BETTER, form)
    if person.discriminator or other.discriminator:
        return Reason(Cause.NAMESAKE, form)
    if len(person.canonical()) < 2:
        return Reason(Cause.NO_PAIR, form)
    if person.nations and other.nations and person.nations.isdisjoint(other.nations):
        return Reason(Cause.STATES, form)
    chance = name_probability(person.canonical(), other.canonical())
    return Reason(Cause.LETTERS if chance >= _BRIDGE else Cause.NAMES_APART, form, chance, _BRIDGE)


def _by_weight(groups: dict[Name, list[Chain]]) -> list[Name]:
    return sorted(groups, key=lambda name: (-len(groups[name]), name))


def _join_full(groups: Sequence[tuple[Name, list[Chain]]], namesakes: Mapping[Name, Sequence[Person]]) -> list[Person]:
    """Return persons made of full names: the most frequent first, each further name to the best that fits.

    Where that is one of several bearers of the form that it is like, each article goes to the bearer whom it fits best.
    """
    persons: list[Person] = []
    by_part: dict[str, list[Person]] = defaultdict(list)
    for name, members in groups:
        fitting: list[Person] = []
        reasons: dict[int, Reason] = {}
        for candidate in _candidates(name, by_part, persons):
            if not _may_be_named(name, candidate):
                continue
            named_so = [other for form in candidate.names for other in namesakes.get(form, ())]
            reason = weigh_name(name, members, candidate, named_so)
            if reason.cause in JOINS:
                fitting.append(candidate)
                reasons[id(candidate)] = reason
        person = best_fitting(fitting)
        if person is None:
            person = Person()
            persons.append(person)
            for part in set(given(name)):
                by_part[part[:2]].append(person)
        reason = reasons.get(id(person), FIRST)
        others = [other for form in person.names if " ".join(form) == reason.form for other in namesakes.get(form, ())]
        if others:
            _share_out(name, members, (person, *others), reason)
        else:
            person.add(name, members, 0.97 if name in person.names or not person.names else 0.9, reason)
    return persons


def _share_out(name: Name, members: Sequence[Chain], bearers: Sequence[Person], reason: Reason) -> None:
    """Give articles that write a name otherwise to those of its bearers whom they fit best."""
    held = [[chain for chain, _ in person.chains] for person in bearers]
    for chain, place in zip(members, choose_bearers(name, members, held), strict=True):
        bearers[place].add(name, [chain], 0.9, reason)


def _candidates(name: Name, by_part: Mapping[str, list[Person]], persons: list[Person]) -> Iterable[Person]:
    """Return persons worth comparing, each once: those with a like given name, then the most frequent of all."""
    alike = [by_part[part[:2]][:_COMPARED] for part in given(name) if part[:2] in by_part]
    return dict.fromkeys(joined.from_iterable((*alike, persons[:_COMPARED])))


def _may_be_named(name: Name, person: Person) -> bool:
    """Return whether `weigh_name` may join a name by its letters: with most of hundreds of persons it may not."""
    best = 0.0
    for form in islice(person.names, FORMS):
        chance = name_probability(name, form)
        if chance < _IMPOSSIBLE:
            return False
        best = max(best, chance)
    return best >= POSSIBLE_NAMES


def weigh_name(name: Name, members: Sequence[Chain], person: Person, namesakes: Sequence[Person] = ()) -> Reason:
    """Return whether a full name can be the person's, and what decides: no form of the person's may speak against it.

    What articles say may fit one of the person's `namesakes` instead.

    «ترامب» and «ترمب» are both names of the press; where spellings alone leave a doubt, one office held by both bearers
    takes it away.
    """
    chances: list[tuple[float, Name]] = []
    for form in islice(person.names, FORMS):  # the most frequent forms
        chances.append((name_probability(name, form), form))
        if chances[-1][0] < _IMPOSSIBLE:
            return _reason(Cause.NAMES_APART, chances[-1], _IMPOSSIBLE)
    best, worst = max(chances), min(chances)
    told = _in_one_article(name, members, person)
    if told and min(told)[0] < _BRIDGE:
        return _reason(Cause.ONE_ARTICLE, min(told), _BRIDGE)  # it keeps them apart
    if _are_of_two_states(members, person):
        return _reason(Cause.STATES, best, None)
    if best[0] >= SURE_NAMES and _is_of_another_calling(members, person):
        return _reason(Cause.CALLINGS, best, None)
    # An article that writes both has said that they are one.
    doubted = (
        best[0] >= SURE_NAMES
        and not told
        and all(speak_for_two(name, members, best[1], _chains_of(bearer)) for bearer in (person, *namesakes))
    )
    if best[0] >= SURE_NAMES and worst[0] >= POSSIBLE_NAMES and not doubted:
        return _reason(Cause.NAMES, best, SURE_NAMES)
    rare = not is_known(surname(name)) and any(bare(surname(name)) == bare(surname(form)) for form in person.names)
    if best[0] >= POSSIBLE_NAMES and _share_office(members, person, rare=rare):
        return _reason(Cause.OFFICE, best, POSSIBLE_NAMES)
    if best[0] >= SURE_NAMES:
        return _reason(Cause.DOUBT, best, None) if doubted else _reason(Cause.DOUBT, worst, POSSIBLE_NAMES)
    return _reason(Cause.DOUBT if best[0] >= POSSIBLE_NAMES else Cause.NAMES_APART, best, SURE_NAMES)


def _in_one_article(name: Name, members: Sequence[Chain], person: Person) -> list[tuple[float, Name]]:
    """Return how likely a name is one with each that the person has in an article which writes both in full."""
    shared = {chain.article_id for chain in members} & person.full_in
    chains = (chain for chain, _ in person.chains if chain.article_id in shared) if shared else ()
    forms = {name_behind(split_name(chain.name)) for chain in chains}
    return [(name_probability(name, form), form) for form in forms if len(form) > 1]


def _reason(cause: Cause, weighed: tuple[float, Name], least: float | None) -> Reason:
    return Reason(cause, " ".join(weighed[1]), weighed[0], least)


def _chains_of(person: Person) -> list[Chain]:
    return [chain for chain, _ in person.chains[:_TOLD]]


def _are_of_two_states(members: Sequence[Chain], person: Person) -> bool:
    """Return whether all that articles say of a name's home and of the person's is two states'."""
    own = home_states(members)
    theirs = home_states(_chains_of(person)) if own else own
    return bool(theirs) and own.isdisjoint(theirs)


def _is_of_another_calling(members: Sequence[Chain], person: Person) -> bool:
    """Return whether the person is one of the table, of whom what articles say beside another spelling is not said."""
    if not all(map(callings_of, members[:_TOLD])):
        return False  # an article that says nothing of that speaks against nobody
    terms = recognise(_chains_of(person))
    return bool(terms) and all(is_refused(chain, terms) for chain in members[:_TOLD])


def _share_office(members: Sequence[Chain], person: Person, *, rare: bool) -> bool:
    """Return whether the chains hold an office of the person's; of a rare surname any office of the nation will do."""
    roles = [role for chain in members for role in telling(chain)]
    if any((role.key, role.nation) in person.role_keys for role in roles):
        return True
    return rare and any(role.nation in person.nations for role in roles)


def best_fitting(persons: Sequence[Person]) -> Person | None:
    """Return the clearly most frequent person, None where two are equally likely."""
    ranked = sorted(persons, key=lambda person: -len(person.chains))
    if len(ranked) > 1 and len(ranked[0].chains) < 3 * len(ranked[1].chains):
        return None
    return ranked[0] if ranked else None
