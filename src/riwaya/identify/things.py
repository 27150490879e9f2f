"""What the tables know of a body or place: Latin name, country, coordinates, Wikidata id."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from riwaya.errors import ResourceError
from riwaya.identify.aliases import place_key, thing_key
from riwaya.knowledge.bodies import known_nations, known_outlets, named_bodies, pattern_name
from riwaya.knowledge.own import OwnBody
from riwaya.knowledge.places import KnownPlace, find_place
from riwaya.tables import read_table

_SAMPLE = "france"  # a state for which a pattern's key is read; any will do


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a thing; `country`: ISO 3166 alpha-2, `location`: latitude and longitude, empty if unknown."""

    name_en: str = ""
    wikidata: str = ""
    country: str = ""
    location: tuple[float, ...] = ()


def facts_of(block: str, names: tuple[str, ...]) -> Facts:
    """Return what the tables know of the thing with a block's key («place @france», «body خارجيه @egypt»).

    A people has the country of its nation, region or town alone («nation france»: «الفرنسيون» are not France).
    """
    group, _, key = block.partition(" ")
    if group == "place":
        return _place_facts(key, names)
    if group == "body":
        return _body_facts(key)
    return Facts(country=_country_of_people(key)) if group == "nation" else Facts()


def _country_of_people(key: str) -> str:
    """Return the country of a people by its nation, its region («اسكتلندي») or its town («بيروتي»), "" if unknown."""
    nation = known_nations().get(key)
    if nation is not None and nation.iso:
        return nation.iso
    stem = key.removesuffix("ي")
    homes = (nation.country,) if nation else (stem, f"{stem}ه", f"{key}ا", f"ال{stem}", f"ال{stem}ه")
    known = (find_place(home) for home in homes) if nation or stem != key else iter(())
    return next((place.country for place in known if place is not None), "")


def with_own(facts: Facts, own: OwnBody) -> Facts:
    """Return the facts with what the user's own row says in their place."""
    nation = known_nations().get(own.country)
    return replace(facts, name_en=own.name_en or facts.name_en, country=nation.iso if nation else facts.country)


def _place_facts(key: str, names: tuple[str, ...]) -> Facts:
    if key.startswith("@"):
        nation = known_nations().get(key[1:])
        if nation is None:
            return Facts()
        # «القرم» and «اسكتلندا» have adjectives as nations have, but are regions.
        region = None if nation.iso else find_place(nation.country)
        return _of_place(region) if region else Facts(nation.name_en, "", nation.iso)
    if key in _told_apart():
        return _told_apart()[key]
    place = find_place(names[0]) if names else None
    # «بانغي» out of «بانغي-ري» has the key of the whole.
    return _of_place(place) if place and place_key(place) == key else Facts()


def _of_place(place: KnownPlace) -> Facts:
    return Facts(place.name_en, place.wikidata, place.country, place.location)


def _body_facts(key: str) -> Facts:
    known = _bodies().get(key)
    if known is not None:
        return known
    stem, _, nation_key = key.rpartition(" @")
    nation = known_nations().get(nation_key)
    if nation is None:
        return Facts()
    english = next((pattern_name(pattern, nation) for pattern in _patterns().get(stem, ())), "")
    return Facts(english, "", nation.iso)


@cache
def _bodies() -> dict[str, Facts]:
    """Return the named bodies by key."""
    nations = known_nations()
    return {
        thing_key(body.name): Facts(body.name_en, "", nations[body.country].iso if body.country in nations else "")
        for body in (*known_outlets(), *named_bodies())
    }


@cache
def _patterns() -> dict[str, tuple[str, ...]]:
    """Return Latin patterns by the key that their Arabic names have without the nation."""
    found: dict[str, tuple[str, ...]] = {}
    nation = known_nations()[_SAMPLE]
    for row in read_table("body_patterns.tsv"):
        name = row["pattern"].format(m="الفرنسي", f="الفرنسية", c=nation.country)
        stem = thing_key(name).removesuffix(f" @{_SAMPLE}")
        found[stem] = (*found.get(stem, ()), row["name_en"] + "\t" + row["countries"])
    return found


@cache
def _told_apart() -> dict[str, Facts]:
    """Return the places whose name another place has too, by the keys that tell them apart."""
    try:
        rows = read_table("ambiguous_places.tsv")
        return {row["key"]: _facts(row) for row in rows if not row["state"]}
    except (KeyError, ValueError) as error:
        raise ResourceError(f"resources/ambiguous_places.tsv cannot be read ({error}); reinstall riwaya") from error


def _facts(row: dict[str, str]) -> Facts:
    location = (float(row["latitude"]), float(row["longitude"]))
    return Facts(row["name_en"], row["wikidata"], row["country"], location)
