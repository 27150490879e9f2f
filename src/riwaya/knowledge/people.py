"""Names of the persons in the table of office-holders: other forms, Latin spellings, and which forms may be theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.arabic.latin import is_latin, plain_latin
from riwaya.arabic.names import fold_name, skeleton
from riwaya.tables import read_table

# A form that opens one part of a name with the word behind it («عبد الله», «بن سلمان», «أبو الغيط»).
_BOUND = frozenset(("ابا", "ابن", "ابو", "ابي", "ال", "بن", "عبد", "ولد", "دي", "دو", "فان", "فون", "آل", "ام"))
# «نورالدين», «عبدالله», «أبوالغيط» written as one word.
_GLUED = re.compile(r"\b(عبد|ابو|\w{3,}(?=الدين\b|الله\b))(ال\w{2,})")
_CLOSING = frozenset(("الدين", "الله"))
# Family names of languages that put them first.
_FAMILY_FIRST = frozenset(("كيم", "شي", "لي", "وانغ", "هو", "بان", "تشين", "ون", "وي", "يانغ", "جيانغ"))


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the table.

    Attributes:
        name: the usual Arabic name.
        names: other Arabic forms that folding and confused letters do not bring together with it.
        name_en: the usual Latin name.
        names_en: other Latin spellings.
    """

    name: str
    names: tuple[str, ...]
    name_en: str
    names_en: tuple[str, ...]


@cache
def known_people() -> dict[str, KnownPerson]:
    """Return the persons of the table of office-holders by their usual Arabic name."""
    english = {row["person"]: row["name_en"] for row in read_table("office_holders.tsv")}
    others = {row["person"]: row for row in read_table("person_forms.tsv")}
    return {
        name: KnownPerson(
            name,
            tuple(filter(None, others[name]["names"].split("|"))) if name in others else (),
            name_en,
            tuple(filter(None, others[name]["names_en"].split("|"))) if name in others else (),
        )
        for name, name_en in english.items()
    }


@lru_cache(maxsize=1 << 13)
def _parts(name: str) -> tuple[str, ...]:
    """Return the skeletons of a name's parts, compound ones whole."""
    parts: list[str] = []
    opening = ""
    for word in _GLUED.sub(r"\1 \2", fold_name(name)).split():
        if word in _BOUND:
            opening += word
        elif word in _CLOSING and parts and not opening:
            parts[-1] += skeleton(word)
        else:
            parts.append(skeleton(opening) + skeleton(word) if opening else skeleton(word))
            opening = ""
    return tuple(parts)


@lru_cache(maxsize=1 << 13)
def is_name_of(form: str, person: str) -> bool:
    """Return whether a form may name a person of the table: the whole name, a longer or shorter one, the surname alone.

    Letters that transliteration confuses count as one («جالانت» for «غالانت»).
    """
    known = known_people().get(person)
    names = (person, *known.names) if known else (person,)
    given = _parts(form)
    return bool(given) and any(_fits(given, _parts(name), fold_name(name)) for name in names)


@lru_cache(maxsize=1 << 13)
def bearers(form: str) -> frozenset[str]:
    """Return all persons of the table whom `is_name_of` says a form may name."""
    near = {person for part in _parts(form) for person in _people_by_part().get(part, ())}
    return frozenset(person for person in near if is_name_of(form, person))


@cache
def _people_by_part() -> dict[str, set[str]]:
    """Return the persons by each part of their names: whoever a form names has one of its parts."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in known_people().values():
        for name in (person.name, *person.names):
            for part in _parts(name):
                found[part].add(person.name)
    return dict(found)


def _fits(form: tuple[str, ...], name: tuple[str, ...], folded: str) -> bool:
    if form == name:
        return True
    if len(form) == 1:
        first = folded.split()[0] in _FAMILY_FIRST
        return form[0] in (name[:1] if first else name[1:])
    short, long = sorted((form, name), key=len)
    rest = iter(long)
    return len(short) > 1 and all(part in rest for part in short)


def opens_with_family(name: str) -> bool:
    """Return whether an Arabic name opens with the family's, as Korean and Chinese ones do."""
    return fold_name(name).split()[:1] != [] and fold_name(name).split()[0] in _FAMILY_FIRST


def people_named(name: str) -> tuple[str, ...]:
    """Return the persons of the table whom an Arabic form may name, or a Latin one whose words are in a Latin name."""
    if is_latin(name):
        wanted = set(plain_latin(name).split())
        return tuple(
            person.name
            for person in known_people().values()
            if any(wanted <= set(plain_latin(form).split()) for form in (person.name_en, *person.names_en))
        )
    named = bearers(name)
    return tuple(person for person in known_people() if person in named) if named else ()


_LEADING = frozenset(("head_of_state", "head_of_government", "leader", "supreme_leader", "president"))


@lru_cache(maxsize=1 << 13)
def is_leader(name: str) -> bool:
    """Return whether a full name is one of a leader of a state, government, party or movement in the table."""
    return _parts(name) in _leaders()


@cache
def _leaders() -> frozenset[tuple[str, ...]]:
    kinds = {row["office"]: row["kind"] for row in read_table("offices.tsv")}
    leaders = {row["person"] for row in read_table("office_holders.tsv") if kinds[row["office"]] in _LEADING}
    return frozenset(
        _parts(form) for person in leaders for form in (person, *known_people()[person].names) if " " in form
    )
