"""Places of the reviewed tables by every listed name: towns, provinces, regions, straits, islands, disputed areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.arabic.names import fold_name
from riwaya.errors import ResourceError
from riwaya.knowledge.names import aliases
from riwaya.tables import read_table

# What may stand before a place's name and means the same place; «مضيق» or «خليج» would make another one.
_HEADS = ("محافظه", "اقليم", "ولايه", "منطقه", "مقاطعه", "جزيره", "مدينه", "بلده")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the tables.

    Attributes:
        name: the usual Arabic name.
        country: ISO 3166 alpha-2, "" where states dispute it or several share it.
        location: latitude and longitude.
    """

    name: str
    name_en: str
    country: str
    location: tuple[float, float]
    wikidata: str


@lru_cache(maxsize=1 << 14)
def find_place(name: str) -> KnownPlace | None:
    """Return the place that a name is listed for, also behind «محافظة» or «إقليم»; None for any other name.

    Only listed names count: what merely looks like one is another place far more often than the same.
    """
    folded = fold_name(name)
    # A few aliases are a body's («قنا», the agency): one that names no place leaves the name as it is.
    other = aliases().get(folded, "")
    head, _, rest = folded.partition(" ")
    forms = (other, folded, rest if head in _HEADS else "")
    return next((_listed()[form] for form in forms if form in _listed()), None)


def all_places() -> Iterator[KnownPlace]:
    """Yield every place of the tables, once for each of its names."""
    yield from _listed().values()


@cache
def _listed() -> dict[str, KnownPlace]:
    """Return the places by folded name, of two those of regions."""
    try:
        return dict(_read("known_places.tsv")) | dict(_read("known_regions.tsv"))
    except (KeyError, ValueError) as error:
        raise ResourceError(f"the tables of places cannot be read ({error}); reinstall riwaya") from error


def _read(table: str) -> Iterator[tuple[str, KnownPlace]]:
    for row in read_table(table):
        location = (float(row["latitude"]), float(row["longitude"]))
        place = KnownPlace(row["name"], row["name_en"], row["country"], location, row.get("wikidata", ""))
        for name in (row["name"], *filter(None, row["names"].split("|"))):
            yield fold_name(name), place
