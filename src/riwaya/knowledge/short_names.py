"""Abbreviations and other well-known Latin names of nations, bodies and outlets: «UN», «ISIS», «Britain», «AFP»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.latin import plain_latin
from riwaya.errors import ResourceError
from riwaya.knowledge.bodies import known_nations, known_outlets, named_bodies
from riwaya.tables import read_table

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a short name stands for: its Latin name in the tables, and its Arabic ones; a nation has none here."""

    name_en: str
    names: tuple[str, ...]


def short_for(text: str) -> tuple[Meant, ...]:
    """Return what a Latin abbreviation or short name stands for, one or more, none if the table does not have it."""
    return _short_names().get(_key(text), ())


def _key(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain_latin(text.replace(".", ""))))


@cache
def _short_names() -> dict[tuple[str, ...], tuple[Meant, ...]]:
    known = {
        "nation": {key: Meant(nation.name_en, ()) for key, nation in known_nations().items()},
        "body": {body.name: Meant(body.name_en, (body.name, *body.names)) for body in named_bodies()},
        "outlet": {body.name: Meant(body.name_en, (body.name, *body.names)) for body in known_outlets()},
    }
    found: dict[tuple[str, ...], tuple[Meant, ...]] = {}
    for row in read_table("latin_short.tsv"):
        meant = known.get(row["kind"], {}).get(row["name"])
        if meant is None:
            raise ResourceError(f"resources/latin_short.tsv: no {row['kind']} {row['name']}; reinstall riwaya")
        found[_key(row["short"])] = (*found.get(_key(row["short"]), ()), meant)
    return found
