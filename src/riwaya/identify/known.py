"""Which person of the table of office-holders the chains of one person name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from riwaya.arabic.frequencies import load_given_names
from riwaya.identify.aliases import thing_key
from riwaya.identify.famous import famous_bearer
from riwaya.identify.marks import differ_by_mark
from riwaya.identify.name_model import is_arabic
from riwaya.identify.person_names import block_key, is_known, is_nisba, name_behind, split_name, surname
from riwaya.identify.records import Chain, SeenRole
from riwaya.identify.spelling import distance
from riwaya.identify.table_evidence import (
    agrees,
    interval_of,
    is_home_named,
    is_refused,
    is_spoken_against,
    may_be_of_home,
    may_be_titled,
)
from riwaya.knowledge.offices import Term, all_terms, is_titled
from riwaya.knowledge.own import uncorrected
from riwaya.knowledge.people import is_name_of, known_people, opens_with_family
from riwaya.knowledge.roles import Role
from riwaya.knowledge.statuses import Status

Names = tuple[str, ...]
Candidate = tuple[tuple[Term, ...], Names]
_NAMES = 5  # of the most frequent full names that are compared
# What may lie between two transliterations of one name, by its letters: one vowel of four, or two sounds made one.
_A_LETTER = 0.075


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
    """Return all terms of the person of the table whom the chains name, none where that is not sure enough.

    Sure is a full name with an office that agrees, and the very name of the table where nothing speaks against it;
    where no article has a full name, the surname with an office, of its nation and day, that only one such held, or
    the surname of the one in high office that day.
    `own` are terms of the user's, which count like those of the table.
    """
    names = _full_names(chains)
    keys = _keys(chains, names)
    if not names:
        candidates = _with_own(_in_blocks(keys), own) if own else _in_blocks(keys)
        return _by_surname(chains, candidates) or _by_fame(chains, own)
    found = _find(names, _with_own(_in_blocks(keys), own)) if own else _find_in_table(names, keys)
    for each in found.fitting:
        if _some_agree(chains, each.terms, common=each.common, exact=each.exact):
            return each.terms
    same = [terms for terms, owned in found.owned if _is_own_name(owned, chains, terms)]
    return same[0] if len(same) == 1 else ()


def refused(chain: Chain) -> frozenset[str]:
    """Return whom of the table an article's full name might mean if what it says did not speak against that."""
    names = _full_names([chain])
    fitting = _find_in_table(names, _keys([chain], names)).fitting if names else ()
    return frozenset(each.terms[0].person for each in fitting if is_refused(chain, each.terms))


@dataclass(frozen=True, slots=True)
class _Fitting:
    """A person of the table whom full names may mean.

    Attributes:
        common: each of the names that may is likely to have many bearers.
        exact: one of them is the table's very own.
    """

    terms: tuple[Term, ...]
    common: bool
    exact: bool


class _Owned(Enum):
    """How a full name is the table's own: by itself, or where the articles name the person's nation."""

    SURELY = auto()
    AT_HOME = auto()


@dataclass(frozen=True, slots=True)
class _Found:
    """Who of the table full names may mean by their letters; `owned`: those whose very own the most frequent one is."""

    fitting: tuple[_Fitting, ...]
    owned: tuple[tuple[tuple[Term, ...], _Owned], ...]


@lru_cache(maxsize=1 << 14)
def _find_in_table(names: Names, keys: frozenset[str]) -> _Found:
    return _find(names, _in_blocks(keys))


def _find(names: Names, candidates: Sequence[Candidate]) -> _Found:
    """Return who of the candidates full names may mean, the one whom the most frequent name may mean first."""
    named: list[tuple[int, _Fitting]] = []
    for terms, forms in candidates:
        fitting = [name for name in names if any(_may_name(name, form) for form in forms)]
        if fitting:
            # Two persons of the table may have been judged one: whoever is named most gives the name.
            exact = any(split_name(name) in map(split_name, forms) for name in fitting)
            named.append((names.index(fitting[0]), _Fitting(terms, all(map(_is_common, fitting)), exact)))
    named.sort(key=lambda pair: pair[0])
    owned = tuple((terms, own) for terms, forms in candidates if (own := _owned(names[0], forms)))
    return _Found(tuple(each for _, each in named), owned)


@lru_cache(maxsize=1 << 15)
def _may_name(name: str, form: str) -> bool:
    """Return whether a full name may be the table's: by its letters, unless they are another's («باقر», «باقري»)."""
    parts, other = name_behind(split_name(name)), split_name(form)
    return is_name_of(name, form) and not is_nisba(surname(parts), surname(other)) and not differ_by_mark(parts, other)


def holds_office(name: str, role: Role, published: str) -> bool:
    """Return whether somebody in the table whom a name may mean holds an office when an article appears, or held it."""
    interval = interval_of(published)
    for person in _persons_by_block().get(block_key(split_name(name)), ()):
        if not is_name_of(name, person):
            continue
        for term in _terms_by_person()[person]:
            if not may_be_titled(term, role.key, role.nation):
                continue
            if interval is None or interval.last_day >= term.start_days().first:
                return True
    return False


def _forms(person: str, terms: Sequence[Term]) -> tuple[str, ...]:
    known = known_people().get(person)
    return (person, *(known.names if known else ()), *(form for term in terms for form in term.names))


def _some_agree(chains: Sequence[Chain], terms: Sequence[Term], *, common: bool, exact: bool) -> bool:
    """Return whether an article gives one of the terms' offices; a common name's while the term lasts.

    «وزير الخارجية علي يوسف» of a text on Sudan is not «محمود علي يوسف» of Djibouti: where the name is not the table's
    very own (`exact`), an office without its nation counts in a text on the office's land.
    """
    pairs = ((role, chain) for chain in chains for role in (*chain.roles, *chain.past))
    return any(
        agrees(role, chain, terms, common=common) and (exact or bool(role.nation) or may_be_of_home(role, chain, terms))
        for role, chain in pairs
    )


def agreeing(chains: Sequence[Chain], terms: Sequence[Term]) -> int:
    """Return how many articles give a person one of the terms' offices, as it stood on their day."""
    return sum(any(agrees(role, chain, terms) for role in (*chain.roles, *chain.past)) for chain in chains)


def _is_common(name: str) -> bool:
    """Return whether a full name is likely to have many bearers: it ends with a first name («محمد إبراهيم»)."""
    return split_name(name)[-1] in load_given_names()


def _by_surname(chains: Sequence[Chain], candidates: Sequence[Candidate]) -> tuple[Term, ...]:
    """Return the terms of the one person with the surname alone whose office some article gives in its own days."""
    fitting = [
        terms
        for terms, forms in candidates
        if any(is_name_of(chain.name, form) for chain in chains for form in forms)
        and any(_holds_now(role, chain, terms) for chain in chains for role in chain.roles)
        and not is_spoken_against(chains, terms)
    ]
    return fitting[0] if len(fitting) == 1 else ()


def _by_fame(chains: Sequence[Chain], own: Sequence[Term]) -> tuple[Term, ...]:
    person = famous_bearer(chains)
    return uncorrected(_terms_by_person()[person], own) if person else ()


def _holds_now(role: SeenRole, chain: Chain, terms: Sequence[Term]) -> bool:
    interval = interval_of(chain.published)
    if interval is None or role.status in (Status.DESIGNATE, Status.CANDIDATE):
        return False
    # A title that needs no nation says whose office it is («مبعوث الأمم المتحدة إلى سوريا»).
    return any(
        is_titled(term, role.key, role.nation) and term.covers(interval.first_day) is not False for term in terms
    )


def _is_own_name(owned: _Owned, chains: Sequence[Chain], terms: Sequence[Term]) -> bool:
    """Return whether no namesake is likely to bear a full name that is the table's very own."""
    if is_spoken_against(chains, terms):
        return False
    return owned is _Owned.SURELY or any(is_home_named(chain, terms) for chain in chains)


def _owned(name: str, forms: Names) -> _Owned | None:
    """Return how a name is the very own of somebody who has these in the table, None where it is not.

    A name that ends with a surname of the lists may be many men's, and another spelling another name.
    """
    parts = split_name(name)
    listed = is_known(surname(parts))
    exact = parts in {split_name(form) for form in forms}
    # «نواف» and «نايف» are two Arabic names, «كراسنر» and «كراشنر» one foreign name.
    spelt = not listed and not is_arabic(surname(parts)) and _is_spelling(name, forms)
    if _is_common(name) or not (exact or spelt):
        return None
    if split_name(forms[0]) == parts and any(split_name(form) == (*parts, "الابن") for form in forms):
        return None  # the name is his father's too: «جورج بوش»
    return _Owned.SURELY if exact and not (listed and is_arabic(surname(parts))) else _Owned.AT_HOME


def _is_spelling(name: str, forms: Names) -> bool:
    """Return whether a name is one of the forms, part for part, but for letters that transliteration confuses.

    Not a name of East Asia, of which a vowel makes another: «ليو تشينغ» is not «لي تشيانغ».
    """
    return any(
        len(split_name(form)) == len(split_name(name))
        and _may_name(name, form)
        and not opens_with_family(form)
        and _is_one_sound("".join(split_name(name)), "".join(split_name(form)))
        for form in forms
    )


def _is_one_sound(one: str, other: str) -> bool:
    apart = distance(one, other)
    return not apart.hard and apart.cost <= _A_LETTER * min(len(one), len(other))


def latin_name(terms: Sequence[Term]) -> str:
    """Return the Latin name of the person whose terms these are, "" without any: who is not sure has neither."""
    return terms[0].name_en if terms else ""


def _full_names(chains: Sequence[Chain]) -> Names:
    """Return the full names that articles write, the most frequent first."""
    if len(chains) == 1:
        name = chains[0].name
        return (name,) if len(split_name(name)) > 1 else ()
    names = Counter([chain.name for chain in chains])
    full = [name for name in names if len(split_name(name)) > 1]
    return tuple(sorted(full, key=lambda name: (-names[name], name))[:_NAMES])


def _keys(chains: Sequence[Chain], names: Sequence[str]) -> frozenset[str]:
    """Return the keys of the blocks in which the table's persons may stand whom chains and their full names mean."""
    return _keys_of(frozenset([chain.block for chain in chains]), tuple(names))


@lru_cache(maxsize=1 << 13)
def _keys_of(blocks: frozenset[str], names: Names) -> frozenset[str]:
    own = [block.removeprefix("PER ") for block in blocks]
    return frozenset((*own, *(block_key(split_name(name)) for name in names)))


@lru_cache(maxsize=1 << 13)
def _in_blocks(keys: frozenset[str]) -> tuple[Candidate, ...]:
    """Return the terms, with all forms of the name, of everybody in the blocks."""
    names = {name for key in keys for name in _persons_by_block().get(key, ())}
    held = ((name, _terms_by_person()[name]) for name in sorted(names))
    return tuple((terms, _forms(name, terms)) for name, terms in held)


def _with_own(known: Sequence[Candidate], own: Sequence[Term]) -> list[Candidate]:
    """Return the table's persons and the user's, whose rows stand in place of those that they correct."""
    mine: dict[str, list[Term]] = defaultdict(list)
    for term in own:
        mine[term.person].append(term)
    found: list[Candidate] = []
    for table, forms in known:
        person = forms[0]
        if terms := (*uncorrected(table, own), *mine.pop(person, ())):
            found.append((terms, _forms(person, terms)))
    found.extend((tuple(rows), _forms(person, rows)) for person, rows in sorted(mine.items()))
    return found
