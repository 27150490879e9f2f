"""What people decided, applied to what was decided automatically: constraints on the persons of joined blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from riwaya.identify.homonyms import choose_bearers
from riwaya.identify.person import Person
from riwaya.identify.person_names import name_behind, split_name
from riwaya.identify.records import Chain, Judged
from riwaya.model.judgements import Judgement, Verdict

_GONE = "what it names is not in the store"


@dataclass(frozen=True, slots=True)
class Settlement:
    """Judgements that can be applied together, and why the others cannot, by their ids."""

    applied: tuple[Judged, ...]
    troubled: dict[str, str]


class _Sets:
    """Sets of chains that must be one person."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        parent = self._parent.setdefault(item, item)
        while parent != self._parent[parent]:
            parent = self._parent[parent]
        self._parent[item] = parent
        return parent

    def holds(self, item: str) -> bool:
        """Return whether a judgement names an item."""
        return item in self._parent

    def join(self, items: Iterable[str]) -> None:
        first = ""
        for item in items:
            root = self.find(item)
            first = first or root
            self._parent[max(root, first)] = min(root, first)
            first = min(root, first)


def settle(judgements: Sequence[Judged]) -> Settlement:
    """Return which judgements hold together; those that contradict each other are all left out, none is half applied.

    A judgement one of whose sides names nothing any more dangles, and so does one on a part whose split does not hold.
    """
    troubled = {
        each.id: _GONE
        for each in judgements
        if not each.one or (each.verdict in (Verdict.MERGE, Verdict.SPLIT) and not each.other)
    }
    left = [each for each in _reunite(judgements) if each.id not in troubled]
    while True:
        splits = {each.id for each in left if each.verdict is Verdict.SPLIT}
        # First what names no part any more: it contradicts nothing.
        failing = {each.id: _GONE for each in left if not splits.issuperset(each.rests_on)}
        failing = failing or _contradictions(left, _join(left))
        if not failing:
            return Settlement(tuple(left), troubled)
        troubled |= failing
        left = [each for each in left if each.id not in failing]


def _reunite(judgements: Sequence[Judged]) -> list[Judged]:
    """Return the judgements, no split keeping its part from another part that a merge puts beside it.

    What was cut off second was in the rest of the first cut; the two parts can be one person all the same.
    """
    splits = {each.id: each for each in judgements if each.verdict is Verdict.SPLIT}
    for merge in judgements:
        parts = [name for name in merge.rests_on if name in splits] if merge.verdict is Verdict.MERGE else []
        for name in parts:
            beside = {chain for other in parts if other != name for chain in splits[other].one}
            rest = tuple(chain for chain in splits[name].other if chain not in beside)
            splits[name] = replace(splits[name], other=rest or splits[name].other)
    return [splits.get(each.id, each) for each in judgements]


def splits_behind(judgement: Judgement) -> tuple[str, ...]:
    """Return the splits whose parts a judgement names."""
    return tuple(sorted({mark.split for mark in (*judgement.one, *judgement.other) if mark.split}))


def _join(judgements: Sequence[Judged]) -> _Sets:
    joined = _Sets()
    for each in judgements:
        if each.verdict is Verdict.MERGE:
            joined.join((*each.one, *each.other))
        else:
            joined.join(each.one)
            for chain in each.other:
                joined.find(chain)
    return joined


def _contradictions(judgements: Sequence[Judged], joined: _Sets) -> dict[str, str]:
    """Return the ids of judgements that cannot hold together, each with those it contradicts."""
    by_root: dict[str, list[Judged]] = defaultdict(list)
    for each in judgements:
        for root in {joined.find(chain) for chain in (*each.one, *each.other)}:
            by_root[root].append(each)
    found: dict[str, set[str]] = defaultdict(set)
    for each in judgements:
        sides = [{joined.find(chain) for chain in side} for side in (each.one, each.other)]
        if each.verdict is Verdict.SPLIT and sides[0] & sides[1]:
            rivals = [
                other for root in sides[0] & sides[1] for other in by_root[root] if other.verdict is Verdict.MERGE
            ]
        elif each.verdict is Verdict.RENAME:
            rivals = [other for root in sides[0] for other in by_root[root] if _names_otherwise(each, other)]
        elif each.verdict is Verdict.REJECT:
            # Who was taken away cannot be made one with anybody after that: both would be gone.
            merges = (other for root in sides[0] for other in by_root[root] if other.verdict is Verdict.MERGE)
            rivals = [other for other in merges if other.made > each.made]
        else:
            rivals = []
        for rival in rivals:
            found[each.id].add(rival.id)
            found[rival.id].add(each.id)
    return {key: "contradicts " + ", ".join(name[:8] for name in sorted(names)) for key, names in found.items()}


def _names_otherwise(one: Judged, other: Judged) -> bool:
    """Return whether a rename is met by another name for the same person, or by the judgement that it is nobody."""
    if other.verdict is Verdict.REJECT:
        return True
    return other.verdict is Verdict.RENAME and other.name != one.name


def apply_judgements(persons: Sequence[Person], judged: Sequence[Judged]) -> list[Person]:
    """Return the persons as people decided; rejected ones are gone, the others keep all their chains.

    `judged` must hold together (`settle`). Chains that nobody judged stay with the person to whom they were given.
    """
    kept = list(persons)
    merges = [each for each in judged if each.verdict is Verdict.MERGE]
    splits = [each for each in judged if each.verdict is Verdict.SPLIT]
    bound = _join(judged)
    for split in splits:
        kept = _part(kept, split, bound)
    for merge in merges:
        kept = _unite(kept, {*merge.one, *merge.other})
    for split in splits:
        # A merge may bring sides of a split together by what the persons held besides.
        kept = _part(kept, split, bound)
    rejected = {chain for each in judged if each.verdict is Verdict.REJECT for chain in each.one}
    kept = [person for person in kept if not rejected & {chain.id for chain, _ in person.chains}]
    for rename in judged:
        if rename.verdict is Verdict.RENAME:
            # Of a person who was several, the name is that of the one whom most of its articles mean.
            held = _holders(kept, set(rename.one))
            if held:
                max(held, key=lambda person: _named(person, rename)).shown = rename.name
    return kept


def _named(person: Person, rename: Judged) -> tuple[int, int, str]:
    return sum(chain.id in rename.one for chain, _ in person.chains), person.size, person.first


def _holders(persons: Iterable[Person], chains: set[str]) -> list[Person]:
    return [person for person in persons if any(chain.id in chains for chain, _ in person.chains)]


def _part(persons: Sequence[Person], split: Judged, bound: _Sets) -> list[Person]:
    """Return the persons with the first side of a split taken out of whoever holds the second, as one person."""
    parted = {bound.find(chain) for chain in split.one}
    rest = set(split.other)
    chains = {chain.id: chain for person in persons for chain, _ in person.chains}
    bearers = [[chains[name] for name in side if name in chains] for side in (split.other, split.one)]
    out: list[tuple[Chain, float]] = []
    kept: list[Person] = []
    for person in persons:
        held = {chain.id for chain, _ in person.chains}
        if not held & rest:
            kept.append(person)
            continue
        fits = _fitting(person, bearers, bound)
        goes = [pair for pair in person.chains if bound.find(pair[0].id) in parted or pair[0].id in fits]
        out.extend(goes)
        kept.extend(_without(person, {chain.id for chain, _ in goes}))
    if not out:
        return kept
    home = next(iter(_holders(kept, set(split.one))), None)
    # Told by the split, so that what is left keeps its id whichever is named more.
    part = _remade([*(home.chains if home else ()), *out], discriminator=(home and home.discriminator) or split.id)
    return [*(each for each in kept if each is not home), part]


def _fitting(person: Person, bearers: Sequence[Sequence[Chain]], bound: _Sets) -> frozenset[str]:
    """Return the articles nobody judged, come since, that fit the part cut off better than what was left."""
    new = [chain for chain, _ in person.chains if len(split_name(chain.name)) > 1 and not bound.holds(chain.id)]
    if not new or not all(bearers):
        return frozenset()
    places = choose_bearers(person.canonical(), new, bearers)
    return frozenset(chain.id for chain, place in zip(new, places, strict=True) if place == 1)


def _without(person: Person, chains: set[str]) -> list[Person]:
    """Return the person without some chains; nobody if there are no others."""
    if not chains:
        return [person]
    left = [pair for pair in person.chains if pair[0].id not in chains]
    return [_remade(left, discriminator=person.discriminator)] if left else []


def _unite(persons: Sequence[Person], chains: set[str]) -> list[Person]:
    same = _holders(persons, chains)
    if len(same) < 2:
        return list(persons)
    gone = {id(person) for person in same}
    pairs = [pair for person in same for pair in person.chains]
    told_by = min(person.discriminator for person in same)
    return [*(person for person in persons if id(person) not in gone), _remade(pairs, discriminator=told_by)]


def _remade(pairs: Sequence[tuple[Chain, float]], *, discriminator: str = "") -> Person:
    """Return a person of these chains, each with its score; what a person decided is certain."""
    person = Person(discriminator=discriminator)
    for chain, score in sorted(pairs, key=lambda pair: pair[0].id):
        person.add(name_behind(split_name(chain.name)), [chain], score)
    return person


def select(judged: Iterable[Judged], holds: Callable[[str], bool]) -> tuple[Judged, ...]:
    """Return the judgements that name a chain which `holds`."""
    return tuple(each for each in judged if any(holds(chain) for chain in (*each.one, *each.other)))
