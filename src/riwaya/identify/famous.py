"""Whom a surname alone means where nobody names the person in full: the one bearer in high office that day.

«ترامب» in a short piece of 2018 needs no office beside it. It is read so only where the table of offices has exactly
one bearer of note whose term covers the article's day, and nothing that the article says speaks against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from riwaya.arabic.frequencies import load_given_names
from riwaya.identify.callings import CALLED
from riwaya.identify.gender import MAN, WOMAN, gender_of_name
from riwaya.identify.lives import DIED, SPOKE
from riwaya.identify.name_model import is_arabic, is_native
from riwaya.identify.person_names import bare, block_key, is_known, split_name, surname
from riwaya.identify.records import Chain
from riwaya.identify.spelling import distance
from riwaya.identify.things import facts_of
from riwaya.knowledge.bodies import known_nations
from riwaya.knowledge.offices import Term, all_terms, is_titled, known_offices
from riwaya.knowledge.people import is_name_of, known_people
from riwaya.model.interval import read_interval

# Whom the press of other countries names by the surname alone.
_RULING = frozenset(("head_of_state", "head_of_government", "supreme_leader", "president"))
_OF_NOTE = _RULING | {"leader", "foreign_minister", "defence_minister"}
# What a paper may call a ruler besides.
_HONOURS = frozenset(("سيد", "سيده", "مستر", "سلطان", "قيصر", "ديكتاتور", "دكتاتور", "طاغيه"))
_LETTERS = 4
# What may lie between two spellings: in a name of so many letters as much for each, in a shorter one this at most.
_LONG, _A_LETTER, _ONE_VOWEL = 7, 0.075, 0.25
# Years before and after a term in which its holder is talked of, so that another bearer makes the name doubtful.
_AROUND = 10
# So many of the articles that are put together by a surname must mean the person.
_MOST = 0.8


def famous_bearer(chains: Sequence[Chain]) -> str:
    """Return the person of the table whom the articles' surname alone means, "" where that is not plain."""
    if not chains or not any(_bearers(chain.name) for chain in chains):
        return ""
    if any(" in " in chain.block for chain in chains):
        return ""  # two persons of the article bear the name
    meant = [_meant(chain) for chain in chains]
    found = {person for person, _ in meant if person}
    if len(found) != 1 or any(against for _, against in meant):
        return ""
    return found.pop() if sum(bool(person) for person, _ in meant) >= _MOST * len(meant) else ""


def _meant(chain: Chain) -> tuple[str, bool]:
    """Return whom one article means, "" if nobody of the table, and whether what it says speaks against that."""
    interval = _interval(chain.published)
    bearers = _bearers(chain.name)
    if interval is None or not bearers:
        return "", False
    year = interval.first_day.year
    if len({term.person for term in bearers if _is_near(term, year)}) != 1:
        return "", False
    held = [term for term in bearers if _kind(term) in _OF_NOTE and term.covers(interval.first_day) is True]
    if not held:
        return "", False
    if _is_told_small(chain) or not all(_agrees(role.key, role.nation, held) for role in (*chain.roles, *chain.past)):
        return "", True
    if (MAN if gender_of_name(held[0].person) == "f" else WOMAN) in chain.told:
        return "", True
    homes = {of for term in bearers if term.person == held[0].person and (of := _home(term))}
    rules = any(_kind(term) in _RULING for term in held)
    return (held[0].person, False) if _is_at_home(chain, homes, rules=rules) else ("", False)


def is_of_leader(name: str, person: str) -> bool:
    """Return whether somebody of note in the table, a man and not this person, has a surname alone."""
    holders = {term.person for term in _bearers(name) if _kind(term) in _OF_NOTE}
    return any(gender_of_name(each) != "f" and not is_name_of(person, each) for each in holders)


def _is_told_small(chain: Chain) -> bool:
    """Return whether an article tells of a trade, a victim or an age, as of nobody in high office."""
    return any(said not in (SPOKE, DIED, MAN, WOMAN) and not said.startswith(CALLED) for said in chain.told)


def _agrees(key: str, nation: str, terms: Sequence[Term]) -> bool:
    """Return whether a role is one of the terms', or a title that any ruler may be given."""
    if key in _HONOURS:
        return True
    nations = (nation,) if nation else ("", *(_of(term) for term in terms))
    return any(is_titled(term, key, of) for term in terms for of in nations)


def _is_at_home(chain: Chain, homes: Collection[str], *, rules: bool) -> bool:
    """Return whether the article names the person's country; of a ruler with a foreign name, or no country at all."""
    named = {country for key in chain.company if (country := _country(key))}
    if named & set(homes):
        return True
    return rules and not named and not is_arabic(split_name(chain.name)[-1])


@lru_cache(maxsize=1 << 14)
def _country(block: str) -> str:
    """Return the country of a place, people or body, by its block («place موسكو»); "" of persons."""
    group, _, key = block.partition(" ")
    return "" if group == "PER" else facts_of(block, (key,)).country


def _is_near(term: Term, year: int) -> bool:
    end = term.end_days()
    return term.start_days().first.year - _AROUND <= year and (end is None or year <= end.last.year + _AROUND)


@lru_cache(maxsize=1 << 13)
def _bearers(name: str) -> tuple[Term, ...]:
    """Return the terms of all who bear a surname alone; none of a name of many, and of one that is a first name too."""
    parts = split_name(name)
    if len(parts) != 1 or len(parts[0]) < _LETTERS:
        return ()
    word = parts[0]
    if is_known(word) or word.removeprefix("ال") in load_given_names():
        return ()
    return _by_surname().get(bare(word), ()) or _by_spelling(word)


def _by_spelling(word: str) -> tuple[Term, ...]:
    """Return the terms of all whose foreign surname another transliteration may have made this word («بلينكين»)."""
    if is_native(word):
        return ()
    form = bare(word)
    near = [other for other in _surnames_by_block().get(block_key((word,)), ()) if _is_one_sound(form, other)]
    return tuple(dict.fromkeys(term for other in near for term in _by_surname()[other]))


def _is_one_sound(one: str, other: str) -> bool:
    """Return whether two spellings differ in vowels and letters of one sound alone, in a short name in one vowel."""
    apart = distance(one, other)
    length = min(len(one), len(other))
    return not apart.hard and apart.cost <= (_ONE_VOWEL if length < _LONG else _A_LETTER * length)


@cache
def _surnames_by_block() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in _by_surname():
        if not is_native(name):
            found[block_key((name,))].append(name)
    return {key: tuple(names) for key, names in found.items()}


@cache
def _by_surname() -> dict[str, tuple[Term, ...]]:
    found: dict[str, dict[Term, None]] = defaultdict(dict)
    for term in all_terms():
        for name in (term.person, *known_people()[term.person].names):
            parts = split_name(name)
            if len(parts) > 1:
                found[bare(surname(parts))].setdefault(term)
    return {key: tuple(terms) for key, terms in found.items()}


def _kind(term: Term) -> str:
    return known_offices()[term.office].kind


def _home(term: Term) -> str:
    """Return the country of a term's office, "" of a body's that is no state."""
    nation = known_nations().get(_of(term))
    return nation.iso if nation else ""


def _of(term: Term) -> str:
    return known_offices()[term.office].of


_interval = lru_cache(maxsize=1 << 13)(read_interval)
