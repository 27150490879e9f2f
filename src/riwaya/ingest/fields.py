"""Which column of a table holds which of our fields: by the field map, else by usual names in English and Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.arabic.normalise import fold
from riwaya.errors import UsageError
from riwaya.tables import read_table

FIELDS = (
    "url", "outlet", "title", "published", "text", "html", "authors", "standfirst", "language", "credits", "dateline",
    "captured",
)  # fmt: skip
_DELIMITERS = (",", ";", "\t", "|")
_NOT_NAME = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table by our fields.

    Attributes:
        by_field: our field → (rank, column) pairs, best first.
        missing: (our field, column) pairs of the field map that this table lacks.
    """

    by_field: Mapping[str, tuple[tuple[int, str], ...]]
    missing: tuple[tuple[str, str], ...]

    @property
    def has_text(self) -> bool:
        """Return whether some column holds an article's text."""
        return "text" in self.by_field or "html" in self.by_field

    @property
    def used(self) -> tuple[str, ...]:
        """Return the columns that serve, each once."""
        return tuple(dict.fromkeys(column for pairs in self.by_field.values() for _, column in pairs))


@cache
def _names() -> dict[str, tuple[str, int, int]]:
    """Return folded column name → (our field, rank, place within the rank)."""
    table: dict[str, tuple[str, int, int]] = {}
    for row in read_table("field_names.tsv"):
        for place, name in enumerate(row["names"].split()):
            table.setdefault(_fold_name(name), (row["field"], int(row["rank"]), place))
    return table


@lru_cache(maxsize=4096)
def _fold_name(column: str) -> str:
    """Return a column's name without case, word separators and the Arabic article."""
    name = _NOT_NAME.sub("", fold(column[:200])).lower()
    return name[2:] if name.startswith("ال") and len(name) > 4 else name


@lru_cache(maxsize=4096)
def resolve_columns(columns: tuple[str, ...], field_map: tuple[tuple[str, str], ...] = ()) -> Columns:
    """Return which of `columns` serve which field.

    A mapped column serves its field alone and no other field; the order within a field is by the table of names.
    """
    mapped: dict[str, tuple[tuple[int, str], ...]] = {}
    missing = []
    for field, wanted in field_map:
        column = _find(wanted, columns)
        if column is None:
            missing.append((field, wanted))
        else:
            mapped[field] = (*mapped.get(field, ()), (0, column))
    taken = {column for pairs in mapped.values() for _, column in pairs}
    found: dict[str, list[tuple[int, int, int, str]]] = {}
    for position, column in enumerate(columns):
        if column not in taken and (known := _names().get(_fold_name(column))) is not None:
            found.setdefault(known[0], []).append((known[1], known[2], position, column))
    if "html" in mapped or "text" in mapped:  # whoever names the body's column does not want another one
        found.pop("text", None)
        found.pop("html", None)
    recognised = {
        field: tuple((rank, column) for rank, _, _, column in sorted(places)) for field, places in found.items()
    }
    return Columns(recognised | mapped, tuple(missing))


def _find(wanted: str, columns: tuple[str, ...]) -> str | None:
    if wanted in columns:
        return wanted
    folded = [column for column in columns if column.strip().casefold() == wanted.strip().casefold()]
    return folded[0] if folded else None


def looks_like_header(line: str) -> bool:
    """Return whether a first line is the header of a table of articles: a text column and another known one."""
    delimiter = pick_delimiter(line)
    names = [cell.strip().strip('"') for cell in line.split(delimiter)]
    if not 2 <= len(names) <= 200 or any(len(name) > 60 for name in names):
        return False
    columns = resolve_columns(tuple(names))
    return columns.has_text and len(columns.used) >= 2


def pick_delimiter(header: str) -> str:
    """Return the delimiter that splits a header into the most names known to us, or simply the most names."""

    def worth(delimiter: str) -> tuple[int, int]:
        names = [cell.strip().strip('"') for cell in header.split(delimiter)]
        return (sum(1 for name in names if _fold_name(name) in _names()), len(names))

    return max(_DELIMITERS, key=worth)


def parse_field_map(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a field map written `title=headline,text=body`.

    Raises:
        UsageError: no such field, a part without `=`, a field given twice.
    """
    pairs: list[tuple[str, str]] = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if not (equals and name and column):
            raise UsageError(f"--map: {part!r} is not of the form field=column")
        known = _names().get(_fold_name(name))
        field = name if name in FIELDS else known[0] if known else ""
        if not field:
            raise UsageError(f"--map: no field {name!r}; the fields are {', '.join(FIELDS)}")
        if field in dict(pairs):
            raise UsageError(f"--map: the field {field!r} is given twice")
        pairs.append((field, column))
    if not pairs:
        raise UsageError("--map: empty; write for example title=headline,text=body")
    return tuple(pairs)


def describe_columns(columns: Iterable[str]) -> str:
    """Return column names for a message, not too many."""
    names = list(columns)
    return ", ".join(name[:60] for name in names[:30]) + (f" and {len(names) - 30} more" if len(names) > 30 else "")
