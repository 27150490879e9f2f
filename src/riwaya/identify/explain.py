"""Why two names were taken for one person, or were not: what decided it, and where the articles say it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.identify.causes import Cause, Reason
from riwaya.identify.homonyms import evidence_of, weigh_bearers
from riwaya.identify.marks import differ_by_mark
from riwaya.identify.name_model import FEATURES, features, match_given, name_probability
from riwaya.identify.person import FIRST, Name, Person
from riwaya.identify.person_names import bare, given, is_known, is_nisba, name_behind, split_name, surname
from riwaya.identify.persons import JOINS, best_fitting, full_name_key, weigh_name, weigh_persons
from riwaya.identify.records import Chain
from riwaya.identify.surnames import choose_person, persons_of_surname, weigh_alone

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Step:
    """How one form came to its person: the reason, and in how many articles."""

    form: str
    reason: Reason
    articles: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """What decided whether two names are one person's, and what speaks for and against it.

    Attributes:
        form, other: the names compared, in the fullest form of most articles.
        one: whether the store has them as one person.
        reason: what decided.
        steps: of one person, how each form came to be the person's.
        probability: of the two names alone, nothing else being known.
        features: what the model of names saw, by name; noughts are left out.
        evidence: of one full name, what the articles say for one person (above nought) and for two, in log odds.
        differences: in what the names differ, in words.
        offices: offices that both bear, with articles of either side.
        nations: nations of the roles of either side that the other side does not share, "" sides where there are none.
        articles: some articles of each side.
    """

    form: str
    other: str
    one: bool
    reason: Reason
    steps: tuple[Step, ...]
    probability: float
    features: dict[str, float]
    evidence: dict[str, float]
    differences: tuple[str, ...]
    offices: dict[str, tuple[str, ...]]
    nations: tuple[str, str]
    articles: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the store holds of two lists of chains.

    Attributes:
        one: they are one entity.
        judged: a judgement that holds joins them, or parts them.
        persons: of the blocks of both, as they are without judgements.
    """

    one: bool
    judged: bool
    persons: Sequence[Person]


def explain(chains: Sequence[Chain], others: Sequence[Chain], decided: Decided) -> Explanation:
    """Return what decided whether chains of two names are one person's; neither list may be empty."""
    form, other = (_usual(side) for side in (chains, others))
    one, two = name_behind(split_name(form)), name_behind(split_name(other))
    seen = {name: round(value, 3) for name, value in zip(FEATURES, features(one, two), strict=True) if value}
    seen.pop("bias", None)
    reason = _why_one(chains, others, decided) if decided.one else _why_two(chains, others, decided)
    written = {" ".join(name_behind(split_name(chain.name))): chain.name
               for person in decided.persons for chain, _ in reversed(person.chains)}  # fmt: skip
    return Explanation(
        form=form,
        other=other,
        one=decided.one,
        reason=_shown(reason, written),
        steps=tuple(_steps([*chains, *others], decided.persons, written)) if decided.one else (),
        probability=round(name_probability(one, two), 3),
        features=seen,
        evidence=_evidence(chains, others),
        differences=tuple(_differences(one, two)),
        offices=_shared_offices(chains, others),
        nations=_apart(chains, others),
        articles=(_articles(chains), _articles(others)),
    )


def _why_one(chains: Sequence[Chain], others: Sequence[Chain], decided: Decided) -> Reason:
    if {chain.id for chain in chains} & {chain.id for chain in others}:
        return Reason(Cause.ARTICLE)
    home, other = (_home(side, decided.persons) for side in (chains, others))
    if home is None or home is not other:
        return Reason(Cause.JUDGED if decided.judged else Cause.UNKNOWN)
    reasons = [reason for side in (others, chains) for reason in _reasons(side, home) if reason is not FIRST]
    names = [_names(side) for side in (chains, others)]
    by_table = any(reason.cause is Cause.TABLE for reason in reasons)
    if names[0] == names[1] and all(len(name) > 1 for name in names[0]) and not by_table:
        reason = weigh_bearers(min(names[0]), others, chains)
        # Each article was weighed against those before it alone; of a name that all the press knows, none was.
        return reason if reason.cause is Cause.ARTICLES else Reason(Cause.ARTICLES)
    return reasons[0] if reasons else FIRST


def _evidence(chains: Sequence[Chain], others: Sequence[Chain]) -> dict[str, float]:
    """Return what the articles of one full name say for one person and for two; nothing of two names."""
    names = [_names(side) for side in (chains, others)]
    apart = {chain.article_id for chain in chains}.isdisjoint(chain.article_id for chain in others)
    if names[0] != names[1] or len(min(names[0])) < 2 or not apart:
        return {}
    return {term: round(score, 3) for term, score in evidence_of(min(names[0]), others, chains).items()}


def _steps(chains: Sequence[Chain], persons: Sequence[Person], written: Mapping[str, str]) -> list[Step]:
    """Return how each form came to be its person's, the most used first."""
    found: Counter[tuple[str, Reason]] = Counter()
    for person in _homes(chains, persons):
        for chain in {chain.id: chain for chain in chains}.values():
            if chain.id in person.reasons:
                found[chain.name, _shown(person.reasons[chain.id], written)] += 1
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0][0]))
    return [Step(form, reason, count) for (form, reason), count in ranked]


def _shown(reason: Reason, written: Mapping[str, str]) -> Reason:
    """Return a reason with its name as articles write it, its score rounded on its own side of the least."""
    score = reason.score
    if score is not None and reason.least is not None:
        score = (math.floor if score < reason.least else math.ceil)(score * 1000) / 1000
    return Reason(reason.cause, written.get(reason.form, reason.form), score, reason.least)


def _homes(chains: Sequence[Chain], persons: Sequence[Person]) -> list[Person]:
    held = {chain.id for chain in chains}
    return [person for person in persons if not held.isdisjoint(person.reasons)]


def _home(chains: Sequence[Chain], persons: Sequence[Person]) -> Person | None:
    """Return the person that most of the chains are of; judgements may have brought others' together."""
    return max(_homes(chains, persons), key=lambda person: len(_reasons(chains, person)), default=None)


def _reasons(chains: Sequence[Chain], person: Person) -> list[Reason]:
    return [person.reasons[chain.id] for chain in chains if chain.id in person.reasons]


def _names(chains: Sequence[Chain]) -> set[Name]:
    return {name_behind(split_name(chain.name)) for chain in chains}


def _why_two(chains: Sequence[Chain], others: Sequence[Chain], decided: Decided) -> Reason:
    if decided.judged:
        return Reason(Cause.SPLIT)
    home, elsewhere = (_home(side, decided.persons) for side in (chains, others))
    if home is None or elsewhere is None:
        return Reason(Cause.NO_PAIR)
    if home is elsewhere:
        return Reason(Cause.UNKNOWN)
    # The more frequent names are joined first, and the other is compared with the person whom they make.
    small, big = sorted((home, elsewhere), key=lambda person: (person.size, person.canonical()))
    if not small.blocks.keys() & big.blocks.keys():
        keys = [full_name_key(" ".join(person.canonical())) for person in (small, big)]
        if keys[0] != keys[1] or not keys[0]:
            return Reason(Cause.NO_PAIR)
        reason = weigh_persons(small, big)
        return Reason(Cause.BETTER, reason.form) if reason.cause in JOINS else reason
    alone = [person for person in (small, big) if len(person.canonical()) < 2]
    if len(alone) == 2:
        return weigh_alone(small.chains[0][0], small.canonical(), big)
    if alone:
        return _why_not_of_surname(alone[0], big if alone[0] is small else small, decided.persons)
    return _why_two_full(small, big, decided.persons)


def _why_two_full(small: Person, big: Person, persons: Sequence[Person]) -> Reason:
    """Return why two persons of one block with full names are two."""
    name = small.canonical()
    members = [chain for chain, _ in small.chains if name_behind(split_name(chain.name)) == name]
    if name in big.names:
        named = [chain for chain, _ in big.chains if len(split_name(chain.name)) > 1]
        reason = weigh_bearers(name, members, named)
        return Reason(Cause.BETTER, reason.form) if reason.cause is Cause.ARTICLES else reason
    reason = weigh_name(name, members, _in_full(big))
    if reason.cause not in JOINS:
        return reason
    if small.discriminator or big.discriminator:
        return Reason(Cause.NAMESAKE, reason.form)
    rivals = [person for person in persons if person is not small and len(person.canonical()) > 1]
    rivals = [person for person in rivals if weigh_name(name, members, _in_full(person)).cause in JOINS]
    if best_fitting(rivals) is None:
        return Reason(Cause.SEVERAL, " | ".join(" ".join(person.canonical()) for person in rivals))
    return Reason(Cause.BETTER, reason.form)


def _why_not_of_surname(alone: Person, person: Person, persons: Sequence[Person]) -> Reason:
    """Return why a surname alone was not taken for a person of a fuller name."""
    name = alone.canonical()
    named = [each for each in persons if len(each.canonical()) > 1]
    fitting = persons_of_surname(name, named)
    if not any(each is person for each in fitting):
        return Reason(Cause.NAMES_APART, " ".join(person.canonical()))
    profiles = [each.profile() for each in fitting]
    index, reason = choose_person(alone.chains[0][0], fitting, profiles, alone.size)
    form = " ".join(fitting[index].canonical()) if index >= 0 else ""
    if reason.cause is Cause.SURNAME or (index >= 0 and fitting[index] is not person):
        return Reason(Cause.BETTER if reason.cause is Cause.SURNAME else reason.cause, form)
    return Reason(reason.cause, form, reason.score, reason.least)


def _in_full(person: Person) -> Person:
    """Return a person with the full names alone, as other full names are compared with it."""
    full = Person(discriminator=person.discriminator)
    for chain, score in person.chains:
        name = name_behind(split_name(chain.name))
        if len(name) > 1:
            full.add(name, [chain], score)
    return full


def _differences(one: Name, other: Name) -> list[str]:
    """Return in words in what two names differ, beyond what the sounds of transliteration explain."""
    if one == other or not one or not other:
        return []
    found = []
    last, end = surname(one), surname(other)
    if differ_by_mark(one, other):
        found.append("a mark that tells father from son, or a ruler's number")
    if is_nisba(last, end):
        found.append(f"a name and the surname made of it: {last}, {end}")
    elif bare(last) != bare(end) and is_known(last) and is_known(end):
        found.append(f"two surnames, each a name of its own: {last}, {end}")
    first = match_given(given(one), given(other)) if given(one) and given(other) else None
    if first is not None and first.gender:
        found.append("a woman's and a man's first name")
    elif first is not None and first.known:
        found.append(f"two first names, each a name of its own: {' '.join(given(one))}, {' '.join(given(other))}")
    elif first is not None and first.hard:
        found.append(
            f"letters of the first names that no sound explains: {' '.join(given(one))}, {' '.join(given(other))}"
        )
    return found


def _usual(chains: Sequence[Chain]) -> str:
    forms = Counter(chain.name for chain in chains)
    return min(forms, key=lambda form: (-forms[form], form))


def _articles(chains: Sequence[Chain]) -> tuple[str, ...]:
    return tuple(sorted({chain.article_id for chain in chains})[:_SHOWN])


def _shared_offices(chains: Sequence[Chain], others: Sequence[Chain]) -> dict[str, tuple[str, ...]]:
    held: list[dict[tuple[str, str], dict[str, str]]] = []
    for side in (chains, others):
        offices: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for chain in side:
            for role in chain.roles:
                offices[(role.key, role.nation)][chain.article_id] = f"{role.office} {role.of}".strip()
        held.append(offices)
    shared = sorted(held[0].keys() & held[1].keys())
    return {
        next(iter(held[0][key].values())): (*sorted(held[0][key])[:_SHOWN], *sorted(held[1][key])[:_SHOWN])
        for key in shared
    }


def _apart(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[str, str]:
    one, two = ({role.nation for chain in side for role in chain.roles if role.nation} for side in (chains, others))
    if not one or not two or one & two:
        return ("", "")
    return (", ".join(sorted(one)), ", ".join(sorted(two)))
