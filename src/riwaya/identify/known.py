"""Which person of the table of office-holders the chains of one person name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.names import fold_name
from riwaya.identify.aliases import thing_key
from riwaya.identify.person_names import block_key, split_name
from riwaya.identify.records import Chain, SeenRole
from riwaya.knowledge.offices import Term, all_terms, is_titled, known_offices
from riwaya.knowledge.own import uncorrected
from riwaya.knowledge.people import KnownPerson, is_name_of, known_people
from riwaya.knowledge.roles import Status
from riwaya.model.interval import read_interval

_NAMES = 5  # of the most frequent full names that are compared


@cache
def _persons_by_block() -> dict[str, tuple[str, ...]]:
    """Return the persons of the table by the block keys of all their names."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in known_people().values():
        for name in (person.name, *person.names):
            key = block_key(split_name(name))
            if person.name not in found[key]:
                found[key].append(person.name)
    return {key: tuple(names) for key, names in found.items()}


@cache
def _terms_by_person() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in all_terms():
        found[term.person].append(term)
    return {person: tuple(terms) for person, terms in found.items()}


def person_blocks(name: str) -> tuple[str, ...]:
    """Return the keys of the blocks in which chains that name a person so may stand."""
    parts = split_name(name)
    return (f"PER {block_key(parts)}",) if parts else ()


def body_block(name: str) -> str:
    """Return the key of the block of a body."""
    return f"body {thing_key(name)}"


def recognise(chains: Sequence[Chain], own: Sequence[Term] = ()) -> tuple[Term, ...]:
    """Return all terms of the person of the table whom the chains name; none unless a name and an office agree.

    `own` are terms of the user's, which count like those of the table.
    """
    names = _full_names(chains)
    for person, terms in _candidates(chains, own):
        forms = (person, *(form for term in terms for form in term.names))
        if not any(is_name_of(name, form) for name in names for form in forms):
            continue
        if any(_agrees(role, chain, terms) for chain in chains for role in (*chain.roles, *chain.past)):
            return terms
    return ()


def latin_name(chains: Sequence[Chain], terms: Sequence[Term]) -> str:
    """Return the Latin name of the chains' person, "" if the table has none.

    Where no office agrees, the whole name must, and end with a name that is nobody's first name: two men called
    «محمد إبراهيم» are two.
    """
    if terms:
        return terms[0].name_en
    for name in _full_names(chains):
        parts = split_name(name)
        if parts[-1] in load_given_names():
            continue
        for person in _same_block(chains):
            if fold_name(name) in {fold_name(form) for form in (person.name, *person.names)}:
                return person.name_en
    return ""


def _full_names(chains: Sequence[Chain]) -> list[str]:
    names = Counter(chain.name for chain in chains if len(split_name(chain.name)) > 1)
    return sorted(names, key=lambda name: (-names[name], name))[:_NAMES]


def _same_block(chains: Sequence[Chain]) -> Iterable[KnownPerson]:
    keys = {chain.block.removeprefix("PER ") for chain in chains}
    keys |= {block_key(split_name(name)) for name in _full_names(chains)}
    names = {name for key in keys for name in _persons_by_block().get(key, ())}
    return [known_people()[name] for name in sorted(names)]


def _candidates(chains: Sequence[Chain], own: Sequence[Term]) -> Iterable[tuple[str, tuple[Term, ...]]]:
    mine: dict[str, list[Term]] = defaultdict(list)
    for term in own:
        mine[term.person].append(term)
    for person in _same_block(chains):
        yield person.name, (*uncorrected(_terms_by_person()[person.name], own), *mine.pop(person.name, ()))
    for name, terms in sorted(mine.items()):
        yield name, tuple(terms)


_interval = lru_cache(maxsize=1 << 13)(read_interval)


def _agrees(role: SeenRole, chain: Chain, terms: Sequence[Term]) -> bool:
    """Return whether a role that an article gives is one of the terms', as it stood on the article's day."""
    interval = _interval(chain.published)
    for term in terms:
        office = known_offices().get(term.office)
        bare = not role.nation and office is not None and is_titled(term, role.key, office.of)
        if not bare and not is_titled(term, role.key, role.nation):
            continue
        if interval is None:
            if bare:
                continue
            return True
        start, end = term.start_days(), term.end_days()
        if role.status == Status.FORMER:
            fits = interval.last_day >= (end.first if end else start.first)
        elif role.status == Status.DESIGNATE:
            fits = interval.first_day <= start.last
        elif bare:
            # Without the nation the title is many men's: only the days of the term tell.
            fits = interval.last_day >= start.first and (end is None or interval.first_day <= end.last)
        else:
            # A text on the past calls people by what they were then.
            fits = interval.last_day >= start.first
        if fits:
            return True
    return False
