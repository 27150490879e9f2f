"""Latin queries: names of the store that a Latin spelling may stand for, by the tables and by transliteration."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz.fuzz import ratio

from riwaya.arabic.clitics import search_form
from riwaya.arabic.latin import is_latin, latin_classes, likeness, may_be_one, plain_latin
from riwaya.arabic.names import fold_name
from riwaya.knowledge.people import KnownPerson, known_people
from riwaya.model import Entity
from riwaya.store.contract import Store

_MOST_SPELLINGS = 6
_LIKE = 0.5  # likeness to the romanised form below which equal consonants are chance
_BEHIND = 0.15  # so much less like than the best one is another name
_NEAR = 75.0  # likeness in per cent of two Latin spellings with equal consonants
_SHORTEST = 3
_ARTICLES = frozenset(("al", "el", "the", "of"))
_WORD = re.compile(r"[^\W\d_]+")


def latin_rank(query: str, entity: Entity) -> int | None:
    """Return how well a Latin query names an entity: 0 its Latin name, 1 a near one, 2 by sound, None not at all."""
    wanted = latin_words(query)
    if not wanted:
        return None
    for name in _latin_names(entity):
        words = latin_words(name)
        if all(word in words for word in wanted):
            return 0
    for name in _latin_names(entity):
        words = latin_words(name)
        if all(any(_spell_one(word, other) for other in words) for word in wanted):
            return 1
    if any(_sounds_like(wanted, name) for name in (entity.name, *entity.names)):
        return 2
    return None


def latin_words(text: str) -> list[str]:
    """Return the Latin words of a text, in lower case without diacritics; an article («al-») is none."""
    words = _WORD.findall(plain_latin(text))
    return [word for word in words if is_latin(word) and word not in _ARTICLES]


def latin_spellings(store: Store, words: Sequence[str]) -> dict[str, list[str]]:
    """Return for each Latin word the search forms of the words of names that it may spell, nearest first."""
    wanted = [word for word in words if is_latin(word) and len(word) >= _SHORTEST]
    found: dict[str, dict[str, float]] = {word: {} for word in words}
    for part in _name_parts(store) if wanted else ():
        for word in wanted:
            if may_be_one(word, part) and (score := likeness(word, part)) >= _LIKE:
                form = search_form(part)
                found[word][form] = max(score, found[word].get(form, 0.0))
    for word in wanted:
        for form in _listed_forms(word):
            found[word].setdefault(form, 1.0)
    return {word: _nearest(forms) for word, forms in found.items()}


def _nearest(forms: dict[str, float]) -> list[str]:
    """Return the likeliest forms: beside «نتنياهو» no «انطوان», though both have the consonants of Netanyahu."""
    best = max(forms.values(), default=0.0)
    likely = [form for form in forms if forms[form] >= best - _BEHIND]
    return sorted(likely, key=lambda form: (-forms[form], form))[:_MOST_SPELLINGS]


def _name_parts(store: Store) -> set[str]:
    names = (name for text in store.values(Entity, "names") for name in json.loads(text))
    return {part for name in names for part in fold_name(name).split() if not is_latin(part)}


def _listed_forms(word: str) -> Iterable[str]:
    """Yield the search form of the surname of each person of the table whose Latin surname is the word."""
    for person in known_people().values():
        for name in (person.name_en, *person.names_en):
            words = latin_words(name)
            if words and words[-1] == word:
                # «King Salman» is «سلمان بن عبد العزيز»: of the Arabic words the one that sounds so, else the last.
                parts = fold_name(person.name).split()
                yield search_form(next((part for part in parts if may_be_one(word, part)), parts[-1]))


def _latin_names(entity: Entity) -> Iterable[str]:
    if entity.name_en:
        yield entity.name_en
        person = known_people().get(entity.name) or _by_english().get(entity.name_en)
        if person is not None and person.name_en == entity.name_en:
            yield from person.names_en
    yield from (name for name in entity.names if is_latin(name))


@cache
def _by_english() -> dict[str, KnownPerson]:
    return {person.name_en: person for person in known_people().values()}


def _spell_one(word: str, other: str) -> bool:
    return bool(latin_classes(word) & latin_classes(other)) and ratio(word, other) >= _NEAR


def _sounds_like(wanted: Sequence[str], name: str) -> bool:
    parts = [part for part in fold_name(name).split() if not is_latin(part)]
    likes = [max((likeness(word, part) for part in parts if may_be_one(word, part)), default=0.0) for word in wanted]
    return bool(likes) and min(likes) >= _LIKE
