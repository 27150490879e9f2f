"""Keys of bodies, places and nations: one key for all the names of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from riwaya.arabic.names import fold_name
from riwaya.knowledge.bodies import KnownBody, body_aliases, known_outlets, named_bodies
from riwaya.knowledge.names import (
    DEFENCE,
    aliases,
    bare_aliases,
    find_nation,
    nation_key,
    nation_name,
    plain_name,
    without_article,
)
from riwaya.knowledge.places import KnownPlace, find_place
from riwaya.knowledge.roles import Role, is_office, read_role, unlisted_nation

__all__ = [
    "Role",
    "adherents",
    "is_common",
    "is_office",
    "members_body",
    "nation_key",
    "nation_name",
    "place_key",
    "plain_name",
    "read_role",
    "thing_key",
    "unlisted_nation",
]

_HEADS = ("وزاره", "دوله", "مدينه", "وكاله", "صحيفه", "قناه", "موقع", "جريده", "حركه", "حزب", "شبكه", "منظمه", "محافظه")
# What stands for a body that only the article's context names.
_COMMON = frozenset((
    "اتحاد", "اداره", "استخبارات", "اعلي", "امن", "برلمان", "بلديه", "بنك", "جامعه", "جمعيه", "جمهوريه", "جيش",
    "حركه", "حزب", "حكومه", "خارجيه", "داخليه", "دفاع", "رياسه", "سفاره", "سلطات", "شرطه", "شركه", "شيوخ",
    "صحه", "صحيفه", "عام", "عامه", "عدل", "فريق", "قناه", "قوات", "لجنه", "ماليه", "مجلس", "محكمه", "مخابرات",
    "مركزي", "مفوضيه", "منتخب", "منظمه", "نادي", "نواب", "نيابه", "هيءه", "هييه", "وزاره", "وزراء", "وطني",
    "وطنيه", "وكاله",
))  # fmt: skip
# «الأمن الفلسطيني» are forces, «وزارة الأمن» is a ministry: without its head it would be another body.
_HEADED = frozenset(("امن", "شرطه"))


def adherents(name: str) -> str:
    """Return what «الحوثيون», «الحوثيين» and «الحوثية» have in common: their singular without the article."""
    words = [word.removeprefix("ال") if len(word) > 4 else word for word in fold_name(name).split()]
    for place, word in enumerate(words):
        ending = next((end for end in ("يون", "يين", "يات", "يه", "يا", "يان") if word.endswith(end)), "")
        if ending and len(word) - len(ending) >= 2:
            words[place] = word.removesuffix(ending) + "ي"
    return " ".join(words)


def members_body(name: str) -> str:
    """Return the body whose members a name means in any inflection («الحوثيين», «الحوثية»), "" if none."""
    return _bodies_by_members().get(adherents(name), "")


@cache
def _bodies_by_members() -> dict[str, str]:
    """Return the bodies that an alias calls by the plural of their members («الحوثيون»), by what all forms share."""
    names = {fold_name(body.name): body.name for body in named_bodies()}
    return {
        adherents(alias): names[name]
        for alias, name in aliases().items()
        if name in names and alias.endswith("ون") and " " not in alias and adherents(alias).endswith("ي")
    }


def place_key(place: KnownPlace) -> str:
    """Return the key that all listed names of a place share."""
    return " ".join(without_article(word) for word in fold_name(place.name).split())


@lru_cache(maxsize=1 << 14)
def thing_key(name: str, *, place: bool = False) -> str:
    """Return the key of a body, place or outlet: its words without articles and head noun, its nation as one word.

    «وزارة الخارجية الأميركية», «الخارجية الأمريكية» and «وزارة خارجية الولايات المتحدة» have one key. `place`: a word
    that names or describes a nation alone is that nation, and all listed names of a place are one place.
    """
    folded = fold_name(name)
    if not place and folded.removeprefix("ال") != folded and folded.removeprefix("ال") in _never_definite():
        return folded  # «الفتح» is a club or an alliance, not «فتح»
    folded = aliases().get(folded, folded)
    if place and (nation := nation_key(folded)):
        return f"@{nation}"
    if place and (known := find_place(name)) is not None:
        return place_key(known)
    words = [without_article(word) for word in folded.split()]
    folded = bare_aliases().get(" ".join(words), folded)
    if not place:
        # The name that the table of bodies gives may be another's name in the table of aliases.
        folded = body_aliases().get(folded, folded)
        folded = aliases().get(folded, folded)
        folded = _without_own_nation(folded)
    words, nation = _without_nation(folded.split())
    words = [without_article(word) for word in words]
    if len(words) + bool(nation) > 1 and words and words[0] in _HEADS:
        words = _without_head(words)
    key = " ".join(words)
    return f"{key} @{nation}" if nation else key


def _without_own_nation(folded: str) -> str:
    """Return a listed body's name without its home's adjective behind it: «البيت الأبيض الأمريكي» is «البيت الأبيض».

    An outlet of one word with the article has its head noun before it: «قناة الجزيرة القطرية», but «المدن اللبنانية».
    """
    words = folded.split()
    start, end, nation = find_nation(words)
    if not nation or end != len(words) or not all(word.startswith("ال") for word in words[start:]):
        return folded
    name = " ".join(words[:start])
    headed = words[0] in _HEADS
    for known in (name, " ".join(words[1:start]) if headed else ""):
        told = headed or start > 1 or not name.startswith("ال")
        if (known, nation) in _homes() or (told and (known, nation) in _outlet_homes()):
            usual = aliases().get(known) or body_aliases().get(known, known)
            return aliases().get(usual, usual)
    return folded


@cache
def _never_definite() -> frozenset[str]:
    """Return the one-word names of movements and outlets that never take the article («فتح», «أمل», «سبق»)."""
    written: dict[str, set[str]] = defaultdict(set)
    for body in (*named_bodies(), *known_outlets()):
        for name in (body.name, *body.names):
            words = fold_name(name).split()
            own = words[1:] if len(words) > 1 and words[0] in _HEADS else words
            if len(own) == 1:
                never = body.kind == "movement" or body in known_outlets()
                written[own[0].removeprefix("ال")].add(own[0] if never else "")
    return frozenset(word for word, forms in written.items() if forms == {word})


@cache
def _homes() -> frozenset[tuple[str, str]]:
    """Return the folded names that one listed body alone bears, with its home's nation; clubs share theirs."""
    listed = [body for body in named_bodies() if body.kind != "club"]
    aliased = {(alias, find_nation(name.split())[2]) for alias, name in aliases().items()}
    return _single({pair for pair in aliased if pair[1] and not nation_key(pair[0])} | _names_at_home(listed))


@cache
def _outlet_homes() -> frozenset[tuple[str, str]]:
    return _single(_names_at_home(known_outlets()))


def _names_at_home(bodies: Iterable[KnownBody]) -> set[tuple[str, str]]:
    return {(fold_name(name), body.country) for body in bodies if body.country for name in (body.name, *body.names)}


def _single(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return the pairs whose name no other pair has."""
    homes: dict[str, set[str]] = defaultdict(set)
    for name, home in pairs:
        homes[name].add(home)
    told = {name: found for name, found in homes.items() if len(found) == 1 and not is_common(name)}
    return frozenset((name, min(found)) for name, found in told.items() if not nation_key(name))


def _without_head(words: list[str]) -> list[str]:
    """Return a name's words without its head noun, a ministry of the army as that of defence."""
    rest = words[1:]
    if words[0] == "وزاره" and rest and rest[0] in DEFENCE:
        return ["دفاع", *rest[1:]]
    return words if not rest or rest[0] in _HEADED else rest


def is_common(key: str) -> bool:
    """Return whether a body's key names no particular body («الوزارة», «وزارة الداخلية»)."""
    return "@" not in key and all(word in _COMMON for word in key.split())


def _without_nation(words: list[str]) -> tuple[list[str], str]:
    start, end, nation = find_nation(words)
    return (words[:start] + words[end:], nation) if nation else (words, "")
