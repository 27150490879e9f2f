"""Latin queries: names of the store that they stand for by the tables, and those that only sound like them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from riwaya.arabic.latin import arabic_classes, is_latin, latin_classes, plain_latin
from riwaya.arabic.lemmas import search_form
from riwaya.arabic.names import fold_name, skeleton
from riwaya.arabic.sounds import sound_alike, sound_likeness
from riwaya.knowledge.people import KnownPerson, is_name_of, known_people, opens_with_family
from riwaya.knowledge.short_names import short_for
from riwaya.model import Entity, MentionKind
from riwaya.store.contract import Store

_MOST_SPELLINGS = 6
_SHORTEST = 3
_CONSONANTS = 3  # of the longest word: fewer leave too much open for the sound to tell
_LONG = 6  # letters of a word in which others than doubled ones may differ
_MOST_EDITS = 1
# Particles that Arabic writes together with the name behind, with the vowels that they may have there.
_LATIN_PARTICLES = {
    "le": ("lo", "le"), "de": ("do", "de"), "du": ("du",), "la": ("la",), "di": ("di",), "da": ("da",), "von": ("von",),
    "van": ("van",), "bu": ("bu",), "bou": ("bou",), "ben": ("ben",), "bin": ("bin",), "abu": ("abu",), "mac": ("mac",),
}  # fmt: skip
_ARTICLES = frozenset(("al", "el", "the", "of"))
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the tables know of a Latin query.

    Attributes:
        words: as `latin_words` gives them.
        english: Latin names of the nations, bodies and outlets that it is short for.
        names: folded Arabic names of those bodies and outlets.
        people: the persons of the table whom it names; where none is written so, those whose names are nearly so.
    """

    words: tuple[str, ...]
    english: frozenset[str]
    names: frozenset[str]
    people: tuple[KnownPerson, ...]


def is_latin_name(query: str) -> bool:
    """Return whether a query is in Latin letters throughout."""
    return is_latin(query) and not _ARABIC.search(query)


def is_named(query: str, entity: Entity) -> bool:
    """Return whether a Latin query names an entity: by the tables, or as articles write it in Latin letters.

    What an abbreviation stands for is all that it names («UN» is no Kim Jong-un), besides what is written just so.
    """
    asked = _read_query(query)
    if not asked.words:
        return False
    if asked.english:
        return stands_for(query, entity) or any(latin_words(name) == [*asked.words] for name in _latin_names(entity))
    if any(set(asked.words) <= set(latin_words(name)) for name in _latin_names(entity)):
        return True
    return _is_any(asked.people, entity)


def is_called(query: str, entity: Entity) -> bool:
    """Return whether an entity that a Latin query names is called just so: one word is not just any of its name.

    It is the whole name, the surname, or what articles call a person by; «Khan» is no Khan Yunis, «Michel» many men.
    """
    words = tuple(latin_words(query))
    if len(words) != 1 or stands_for(query, entity):
        return True
    names = [latin_words(name) for name in _latin_names(entity)]
    if [*words] in names:
        return True
    if entity.kind in (MentionKind.GPE, MentionKind.LOC):
        return False
    if entity.kind is not MentionKind.PER:
        return any(words[0] in name for name in names)
    place = 0 if opens_with_family(entity.name) else -1
    if any(name and name[place] == words[0] for name in names) or _is_any(tuple(_people_of(words[0])), entity):
        return True
    return any(_sounds_like(words, name) for name in entity.names if len(name.split()) == 1)


def is_heard(query: str, entity: Entity) -> bool:
    """Return whether one of an entity's Arabic names sounds like a Latin query."""
    words = _read_query(query).words
    return bool(words) and any(_sounds_like(words, name) for name in dict.fromkeys((entity.name, *entity.names)))


def stands_for(query: str, entity: Entity) -> bool:
    """Return whether a query is the table's abbreviation or other Latin name («UN», «Britain») of the entity."""
    asked = _read_query(query)
    if entity.kind is MentionKind.PER or not asked.english:
        return False
    return entity.name_en in asked.english or any(fold_name(name) in asked.names for name in entity.names)


def latin_words(text: str) -> list[str]:
    """Return the Latin words and numbers of a text, in lower case without diacritics; an article («al-») is none."""
    words = _WORD.findall(plain_latin(text))
    return [word for word in words if (is_latin(word) or word.isdigit()) and word not in _ARTICLES]


def latin_spellings(store: Store, words: Sequence[str]) -> dict[str, list[str]]:
    """Return for each Latin word the search forms of the words of names that it may spell, nearest first."""
    wanted = [word for word in words if is_latin(word) and len(word) >= _SHORTEST]
    found: dict[str, dict[str, float]] = {word: {} for word in words}
    for part in _name_parts(store) if wanted else ():
        for word in wanted:
            if _is_heard(word, part):
                form = search_form(part)
                found[word][form] = max(sound_likeness(word, part), found[word].get(form, 0.0))
    for word in wanted:
        found[word] |= dict.fromkeys(_listed_forms(word), 1.0)
    return {word: _nearest(forms) for word, forms in found.items()}


def _nearest(forms: dict[str, float]) -> list[str]:
    return sorted(forms, key=lambda form: (-forms[form], form))[:_MOST_SPELLINGS]


def _name_parts(store: Store) -> set[str]:
    names = (name for text in store.values(Entity, "names") for name in json.loads(text))
    return {part for name in names for part in name.split() if not is_latin(part)}


def _listed_forms(word: str) -> Iterable[str]:
    """Yield the search form of the surname of each person of the table whose Latin surname is the word."""
    for person in _people_of(word):
        # «King Salman» is «سلمان بن عبد العزيز»: of the Arabic words the one that sounds so, else the last.
        parts = fold_name(person.name).split()
        yield search_form(next((part for part in parts if sound_alike(word, part)), parts[-1]))


@lru_cache(maxsize=64)
def _read_query(query: str) -> _Asked:
    words = tuple(latin_words(query))
    meant = short_for(query)
    english = frozenset(each.name_en for each in meant)
    names = frozenset(fold_name(name) for each in meant for name in each.names)
    people = _people_named(words)
    if words and not people:
        people = tuple(person for person, forms in _people() if _is_near(words, person, forms))
    return _Asked(words, english, names, people)


@cache
def _people() -> tuple[tuple[KnownPerson, tuple[tuple[str, ...], ...]], ...]:
    """Return the persons of the table with the words of their Latin names."""
    return tuple(
        (person, tuple(tuple(latin_words(name)) for name in (person.name_en, *person.names_en)))
        for person in known_people().values()
    )


def _people_of(surname: str) -> list[KnownPerson]:
    return [person for person, names in _people() if any(name[-1:] == (surname,) for name in names)]


def _people_named(words: Sequence[str]) -> tuple[KnownPerson, ...]:
    """Return whom two Latin words or a surname name; a first name alone is too many men's."""
    if len(words) == 1:
        return tuple(_people_of(words[0]))
    return tuple(person for person, names in _people() if words and any(set(words) <= set(name) for name in names))


def _is_near(words: Sequence[str], person: KnownPerson, names: Sequence[Sequence[str]]) -> bool:
    """Return whether all words are spelled nearly like words of a Latin name, the surname among them, and sound so."""
    return any(
        all(any(_spell_one(word, other) for other in name) for word in words)
        and any(_spell_one(word, name[-1]) for word in words)
        for name in names
        if name
    ) and any(_sounds_like(words, form) for form in (person.name, *person.names))


def _spell_one(word: str, other: str) -> bool:
    """Return whether two Latin words are spellings of one name: «Galant» and «Gallant», no «Salem» and «Salim»."""
    one, two = _DOUBLED.sub(r"\1", word), _DOUBLED.sub(r"\1", other)
    if one == two:
        return True
    if min(len(one), len(two)) < _LONG or one[-1] != two[-1] or not latin_classes(one) & latin_classes(two):
        return False
    return DamerauLevenshtein.distance(one, two, score_cutoff=_MOST_EDITS) <= _MOST_EDITS


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


def _is_any(people: Sequence[KnownPerson], entity: Entity) -> bool:
    """Return whether an entity is one of the persons: by its Latin name, else by the fullest Arabic forms it has."""
    if entity.kind is not MentionKind.PER or not people:
        return False
    if entity.name_en:
        return any(person.name_en == entity.name_en for person in people)
    forms = [entity.name, *(name for name in entity.names if " " in name.strip())]
    return any(_may_name(form, person) for person in people for form in forms if form.strip())


def _may_name(form: str, person: KnownPerson) -> bool:
    """Return whether a form is a person's name that ends with the surname, in a spelling that leaves no doubt."""
    words = fold_name(form).split()
    least = _CONSONANTS if len(words) > 1 else _CONSONANTS + 1
    if not words or not any(_is_surname(words[-1], surname, least) for surname in _surnames(person)):
        return False
    return is_name_of(form, person.name)


def _is_surname(word: str, surname: str, least: int) -> bool:
    """Return whether a word is a surname, in another spelling only where it has so many consonants."""
    if word == surname:
        return True
    return word[-1] == surname[-1] and len(skeleton(word)) >= least and skeleton(word) == skeleton(surname)


@lru_cache(maxsize=1 << 10)
def _surnames(person: KnownPerson) -> frozenset[str]:
    return frozenset(fold_name(name).split()[-1] for name in (person.name, *person.names))


def _sounds_like(wanted: Sequence[str], name: str) -> bool:
    """Return whether the words sound like words of one name, in its order, one of them with consonants enough."""
    return any(_sound_in_order(words, name) for words in _joined(wanted))


def _sound_in_order(wanted: Sequence[str], name: str) -> bool:
    parts = iter([part for part in name.split() if not is_latin(part)])
    heard = [next((part for part in parts if sound_alike(word, part)), "") for word in wanted]
    return all(heard) and max(map(len, map(arabic_classes, heard)), default=0) >= _CONSONANTS


def _joined(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Yield words as they are and with a particle joined to what it stands before, as Arabic may («لوبان», «دوفيلبان»).

    The vowel of «Le» and «de» is written with a waw, whether they stand apart or not («Lepen»).
    """
    yield tuple(words)
    for place, word in enumerate(words):
        behind = words[place + 1 : place + 2]
        if behind and word in _LATIN_PARTICLES:
            for written in _LATIN_PARTICLES[word]:
                yield (*words[:place], f"{written}{behind[0]}", *words[place + 2 :])
        elif word.startswith("le") and len(word) > _SHORTEST + 1:
            yield (*words[:place], f"lo{word[2:]}", *words[place + 1 :])


def _is_heard(word: str, part: str) -> bool:
    return len(arabic_classes(part)) >= _CONSONANTS and sound_alike(word, part)
