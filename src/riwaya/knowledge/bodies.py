"""Bodies of the reviewed tables: named ones, and those that every state has by pattern («وزارة الدفاع الفرنسية»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.tables import read_table

_SHORT = 3


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of the tables.

    Attributes:
        name: the usual Arabic name.
        names: other Arabic names of the same body.
        country: the nation's key in nations.tsv, "" for an international body.
        kind: ministry, government, parliament, army, movement, organisation, company, club ...
    """

    name: str
    names: tuple[str, ...]
    name_en: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class KnownClub:
    """A sports club.

    Attributes:
        name: the usual Arabic name.
        names: other names of the club and of nothing else.
        in_sport: those of its names, the usual one too, that mean it in accounts of sport alone («جيرونا», «الوصل»).
        country: the nation's key in nations.tsv.
    """

    name: str
    names: tuple[str, ...]
    in_sport: tuple[str, ...]
    name_en: str
    country: str


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation's forms that names of bodies are built with, the usual ones first."""

    key: str
    iso: str
    country: str
    adjectives: tuple[str, ...]
    name_en: str


@cache
def known_nations() -> dict[str, Nation]:
    """Return the nations that have a country, by key."""
    return {
        row["nation"]: Nation(
            row["nation"],
            row["iso"],
            row["country"].split("|")[0],
            tuple(filter(None, row["adjective"].split("|"))),
            row["name_en"],
        )
        for row in read_table("nations.tsv")
        if row["country"]
    }


@cache
def known_bodies() -> tuple[KnownBody, ...]:
    """Return every body of the tables, the named ones first."""
    return (*named_bodies(), *_by_pattern())


@cache
def known_outlets() -> tuple[KnownBody, ...]:
    """Return the outlets and agencies of the table, with their home country."""
    return _read("known_outlets.tsv")


@cache
def body_aliases() -> dict[str, str]:
    """Return the folded usual name by each other folded name of a named body or outlet.

    Outlets' abbreviations that may be a word («بنا», «واع») are left out.
    """
    outlets = {
        fold_name(name): fold_name(outlet.name)
        for outlet in known_outlets()
        for name in outlet.names
        if len(name) > _SHORT
    }
    return outlets | {fold_name(name): fold_name(body.name) for body in named_bodies() for name in body.names}


@cache
def named_bodies() -> tuple[KnownBody, ...]:
    """Return the bodies that the tables name one by one, sports clubs behind the others."""
    clubs = (
        KnownBody(
            club.name,
            (*club.names, *(name for name in club.in_sport if name != club.name)),
            club.name_en,
            club.country,
            "club",
        )
        for club in known_clubs()
    )
    return (*_read("known_bodies.tsv"), *clubs)


@cache
def known_clubs() -> tuple[KnownClub, ...]:
    """Return the sports clubs of the table."""
    return tuple(
        KnownClub(row["name"], _listed(row["names"]), _listed(row["in_sport"]), row["name_en"], row["country"])
        for row in read_table("clubs.tsv")
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _read(table: str) -> tuple[KnownBody, ...]:
    return tuple(
        KnownBody(row["name"], _listed(row["names"]), row["name_en"], row["country"], row["kind"])
        for row in read_table(table)
    )


def _by_pattern() -> Iterator[KnownBody]:
    taken = {fold_name(name) for body in named_bodies() for name in (body.name, *body.names)}
    nations = [nation for nation in known_nations().values() if nation.iso and nation.adjectives]
    for row in read_table("body_patterns.tsv"):
        for nation in nations:
            if not _applies(row["countries"], nation.iso):
                continue
            forms = [_fill(row["pattern"], nation.country, adjective) for adjective in nation.adjectives]
            if fold_name(forms[0]) not in taken:
                english = row["name_en"].format(en=nation.name_en)
                yield KnownBody(forms[0], tuple(dict.fromkeys(forms[1:])), english, nation.key, row["kind"])


def pattern_name(pattern: str, nation: Nation) -> str:
    """Return the Latin name that a pattern («Army of {en}», tab, its states) gives a nation's body, "" if none."""
    english, _, countries = pattern.partition("\t")
    return english.format(en=nation.name_en) if nation.iso and _applies(countries, nation.iso) else ""


def _applies(countries: str, code: str) -> bool:
    """Return whether a pattern holds for a state: «*-US» is every one but the United States."""
    if countries.startswith("*"):
        return code not in countries.split("-")[1:]
    return code in countries.split()


def _fill(pattern: str, country: str, adjective: str) -> str:
    """Return a pattern with the adjective, both words of a two-word one agreeing («الكورية الشمالية»)."""
    masculine = " ".join(f"ال{word}" for word in adjective.split())
    feminine = " ".join(f"ال{word}ة" for word in adjective.split())
    return pattern.format(m=masculine, f=feminine, c=country)
