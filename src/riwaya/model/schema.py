"""One definition per record gives its SQL columns, its rows and its JSON form; the dataclass is that definition.

A `Span` field becomes two integer columns («span» gives start and end, «content» gives content_start and
content_end); enumerations and strings become text; tuples and nested records become JSON text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from riwaya.model.spans import Span

RecordType = TypeVar("RecordType")


@dataclass(frozen=True, slots=True)
class Column:
    """One SQL column: its name and its SQLite type (TEXT, INTEGER, REAL, BLOB)."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class _FieldCodec:
    """How one dataclass field goes to its columns and back."""

    name: str
    columns: tuple[Column, ...]
    encode: Callable[[Any], tuple[Any, ...]]
    decode: Callable[..., Any]


def columns_of(record_type: type) -> tuple[Column, ...]:
    """Return the SQL columns of a record type, in field order."""
    return tuple(column for codec in _codecs(record_type) for column in codec.columns)


def to_row(record: Any) -> tuple[Any, ...]:
    """Return the record's values in the order of `columns_of` its type."""
    row: list[Any] = []
    for codec in _codecs(type(record)):
        row.extend(codec.encode(getattr(record, codec.name)))
    return tuple(row)


def from_row(record_type: type[RecordType], row: tuple[Any, ...]) -> RecordType:
    """Return the record that `to_row` turned into `row`."""
    values = []
    position = 0
    for codec in _codecs(record_type):
        width = len(codec.columns)
        values.append(codec.decode(*row[position : position + width]))
        position += width
    return record_type(*values)


def dump(value: Any) -> Any:
    """Return a value made of records, tuples and plain types as JSON-ready lists and dictionaries."""
    return msgspec.to_builtins(value, str_keys=True)


def dump_text(value: Any) -> str:
    """Return `dump(value)` as compact JSON text; characters stay as they are."""
    return _ENCODER.encode(value).decode()


def load_text(record_type: type[RecordType], text: str | bytes) -> RecordType:
    """Return the record whose `dump_text` is `text`; its UTF-8 bytes are read faster.

    Raises:
        msgspec.ValidationError: (a ValueError) if it is the text of no such record.
    """
    hint: Any = record_type
    loaded: RecordType = _decoder(hint).decode(text)
    return loaded


_ENCODER = msgspec.json.Encoder()


@cache
def _decoder(hint: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(hint)


_CODECS: dict[Any, tuple[_FieldCodec, ...]] = {}


def _codecs(record_type: Any) -> tuple[_FieldCodec, ...]:
    """Return the codecs of a record type's fields, worked out once a type."""
    if record_type not in _CODECS:
        hints = get_type_hints(record_type)
        _CODECS[record_type] = tuple(_codec(field.name, hints[field.name]) for field in fields(record_type))
    return _CODECS[record_type]


def _codec(name: str, hint: Any) -> _FieldCodec:
    inner, optional = _without_none(hint)
    if inner is Span:
        prefix = "" if name == "span" else f"{name}_"
        columns = (Column(f"{prefix}start", "INTEGER"), Column(f"{prefix}end", "INTEGER"))
        return _FieldCodec(name, columns, _encode_span, _decode_span)
    if inner in _PLAIN and not optional:
        return _FieldCodec(name, (Column(name, _PLAIN[inner]),), lambda value: (value,), inner)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return _FieldCodec(name, (Column(name, "TEXT"),), lambda value: (value.value,), inner)
    return _FieldCodec(name, (Column(name, "TEXT"),), lambda value: (dump_text(value),), _decoder(hint).decode)


_PLAIN: dict[Any, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", bytes: "BLOB"}


def _encode_span(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _decode_span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _without_none(hint: Any) -> tuple[Any, bool]:
    """Return the type inside `X | None`, and whether None was allowed."""
    if get_origin(hint) in (Union, UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        if len(kinds) == 1:
            return kinds[0], True
    return hint, False
