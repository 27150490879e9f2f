"""Other spellings of a query's names: those that the store knows for the same entity, and near ones as a last resort.

«ترمب» and «ترامب» are one person's name to the stage that resolves names, and two words to a full-text index.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from rapidfuzz.distance import DamerauLevenshtein

from riwaya.arabic.latin import may_be_one
from riwaya.arabic.lemmas import search_form
from riwaya.arabic.names import fold_name, skeleton
from riwaya.arabic.normalise import fold
from riwaya.model import Entity
from riwaya.store.contract import Store

_MOST_SPELLINGS = 6
_MOST_QUERIES = 32
_SHORTEST = 3  # letters of a name that has other spellings; of a skeleton, for near ones
_MOST_EDITS = 2
_LATIN = re.compile("[a-z]")


def known_spellings(store: Store, words: Sequence[str]) -> dict[str, list[str]]:
    """Return for each word (a search form) the search forms of its other spellings among the names of its entities.

    In the same script a spelling has the word's consonants («ترامب» for «ترمب»); in another one it has the word's
    place in a name of as many words, or both end their names («Trump» for «ترامب»).
    """
    wanted = {word for word in words if len(word) >= _SHORTEST}
    found: dict[str, dict[str, None]] = {word: {} for word in words}
    for forms in _names_holding(store, wanted) if wanted else ():
        names = [fold_name(form).split() for form in forms]
        for name in names:
            for place, part in enumerate(reversed(name)):
                word = part if part in wanted else search_form(part)
                if word in wanted:
                    others = (spelling for other in names for spelling in _aligned(part, place, len(name), other))
                    found[word] |= dict.fromkeys(form for form in map(search_form, others) if form != word)
    return {word: list(forms)[:_MOST_SPELLINGS] for word, forms in found.items()}


def near_spellings(store: Store, words: Sequence[str]) -> dict[str, list[str]]:
    """Return for each word the nearest words of names in the store with its consonants; for queries that find nothing.

    Not for others: «سعد» and «سعيد» are two names.
    """
    keys = {word: skeleton(word) for word in words}
    wanted = {key for key in keys.values() if len(key) >= _SHORTEST}
    parts = {part for text in store.values(Entity, "names") for part in fold_name(text).split()} if wanted else set()
    near: dict[str, list[tuple[int, str]]] = {word: [] for word in words}
    for part in parts:
        key = skeleton(part)
        for word in words if key in wanted else ():
            edits = DamerauLevenshtein.distance(word, search_form(part), score_cutoff=_MOST_EDITS)
            if keys[word] == key and 0 < edits <= _MOST_EDITS:
                near[word].append((edits, search_form(part)))
    return {
        word: list(dict.fromkeys(form for _, form in sorted(found)))[:_MOST_SPELLINGS] for word, found in near.items()
    }


def respelled(phrases: Sequence[Sequence[str]], spellings: dict[str, list[str]]) -> list[list[list[str]]]:
    """Return the query in every combination of spellings, the given one first; a bounded number of them."""
    ways = []
    for phrase in phrases:
        choices = product(*([word, *spellings.get(word, ())] for word in phrase))
        ways.append([list(way) for way in islice(choices, _MOST_QUERIES)])
    return [list(way) for way in islice(product(*ways), _MOST_QUERIES)]


def _names_holding(store: Store, words: set[str]) -> Iterator[list[str]]:
    """Yield the names of each entity one of whose names may hold one of the words."""
    columns = zip(store.values(Entity, "names"), store.values(Entity, "name_en"), strict=True)
    for names, english in columns:
        folded = fold(f"{names} {english}")
        if any(word in folded for word in words):
            yield [*json.loads(names), *([english] if english else [])]


def _aligned(part: str, place: int, length: int, other: Sequence[str]) -> Iterator[str]:
    """Yield the words of another name that spell the part, which stands `place` words before the end of its own."""
    if bool(_LATIN.search(part)) == bool(_LATIN.search("".join(other))):
        yield from (word for word in other if word != part and skeleton(word) == skeleton(part))
    elif (len(other) == length or (place == 0 and other)) and _sound_alike(part, other[-1 - place]):
        # «Mohammed bin Salman» ends otherwise than «محمد بن سلمان بن عبد العزيز».
        yield other[-1 - place]


def _sound_alike(part: str, other: str) -> bool:
    return may_be_one(part, other) or may_be_one(other, part)
