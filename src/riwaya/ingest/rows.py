"""Rows of tables, JSON objects and feed entries as pages whose content is a canonical JSON object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from riwaya.errors import BadItem, Reason, UsageError
from riwaya.ingest.config import IngestConfig
from riwaya.ingest.fields import Columns, describe_columns, resolve_columns
from riwaya.ingest.streams import Blob
from riwaya.ingest.values import as_line, as_list, as_text, choose_published, is_html
from riwaya.model import Page

MEDIA_TYPE = "application/json"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+|(?:[\w-]+\.)+[A-Za-z]{2,}/\S*")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_LINES = ("title", "language", "dateline")
_WRAPPERS = ("_source", "article", "document", "data", "fields", "item")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` counts from 1 as `unit` says (a table's row below the header, a line, an entry)."""

    number: int
    unit: str
    values: Mapping[str, object]


def read_rows(blob: Blob, rows: Iterable[Row | BadItem], config: IngestConfig) -> Iterator[Page | BadItem]:
    """Yield a page for every row with a text, a BadItem for every other."""
    for row in rows:
        if isinstance(row, BadItem):
            yield row
            continue
        try:
            yield make_page(blob, row, config)
        except BadItem as bad:
            yield bad


def row_item(blob: Blob, number: int) -> str:
    """Return what a row is called in a rejection."""
    return f"{blob.name}#{number}"


def require_columns(blob: Blob, columns: Columns, names: Iterable[str]) -> None:
    """Check a table's columns before its rows are read.

    Raises:
        UsageError: the user named this file and mapped a column that it lacks.
        BadItem: MISSING_FIELD: the same in a folder or an archive, or no column holds a text.
    """
    if columns.missing:
        field, column = columns.missing[0]
        message = f"no column {column!r} (mapped to {field}); the columns are {describe_columns(names)}"
        if blob.named:
            raise UsageError(f"{blob.name}: {message}")
        raise blob.reject(Reason.MISSING_FIELD, message)
    if not columns.has_text:
        raise blob.reject(Reason.MISSING_FIELD, f"no text column among {describe_columns(names)}")


def make_page(blob: Blob, row: Row, config: IngestConfig) -> Page:
    """Return the page of one row.

    Raises:
        BadItem: MISSING_FIELD for a row without text, TOO_LARGE.
    """
    values = unwrap(row.values)
    columns = resolve_columns(tuple(values), config.field_map)
    fields = _read_fields(values, columns)
    item = row_item(blob, row.number)
    if not (fields.keys() & {"text", "html"}):
        known = f"no text among {describe_columns(values)}" if not columns.has_text else "no text"
        raise BadItem(item, Reason.MISSING_FIELD, f"{row.unit} {row.number}: {known}")
    captured = _captured(values, columns)
    content = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8")
    if len(content) > config.max_page_bytes:
        detail = f"{row.unit} {row.number}: more than {config.max_page_bytes} bytes"
        raise BadItem(item, Reason.TOO_LARGE, detail)
    url = fields.get("url", "")
    url = url if isinstance(url, str) else ""
    key = url or blob.key
    return Page(
        id=Page.make_id(key, content),
        key=key,
        source=url or blob.name.partition("!")[0],
        url=url,
        captured=captured,
        media_type=MEDIA_TYPE,
        charset="",
        content=content,
    )


def unwrap(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return the article of an object that wraps it (a search engine's dump), else the object itself."""
    if resolve_columns(tuple(values)).has_text and any(not isinstance(value, dict) for value in values.values()):
        return values
    for name in _WRAPPERS:
        inner = values.get(name)
        if isinstance(inner, dict) and resolve_columns(tuple(map(str, inner))).has_text:
            return inner
    return values


def _read_fields(values: Mapping[str, object], columns: Columns) -> dict[str, str | list[str]]:
    fields: dict[str, str | list[str]] = {}
    for field in _LINES:
        fields[field] = _first(field, values, columns)
    fields["standfirst"] = next(filter(str.strip, _texts("standfirst", values, columns)), "").strip()
    fields["published"] = choose_published(
        [(rank, values.get(column)) for rank, column in columns.by_field.get("published", ())]
    )
    for field in ("authors", "credits"):
        lists = (as_list(values.get(column)) for _, column in columns.by_field.get(field, ()))
        fields[field] = next(filter(None, lists), [])
    lines = [as_line(values.get(column)) for _, column in columns.by_field.get("outlet", ())]
    fields["outlet"] = next((line for line in lines if line and "://" not in line), "")
    addresses = [as_line(values.get(column)) for _, column in columns.by_field.get("url", ())]
    # Some tables keep the address in a column called "source".
    fields["url"] = next((line for line in [*addresses, *lines] if _ADDRESS.fullmatch(line)), "")
    body = next((text for text in _texts("text", values, columns) if _says_something(text)), "")
    markup = next((text for text in _texts("html", values, columns) if _says_something(text)), "")
    if body and is_html(body):
        body, markup = "", body
    fields["text"], fields["html"] = body, "" if body else markup
    return {field: value for field, value in fields.items() if value}


def _first(field: str, values: Mapping[str, object], columns: Columns) -> str:
    return next(filter(None, (as_line(values.get(column)) for _, column in columns.by_field.get(field, ()))), "")


def _texts(field: str, values: Mapping[str, object], columns: Columns) -> Iterator[str]:
    return (as_text(values.get(column)) for _, column in columns.by_field.get(field, ()))


def _says_something(text: str) -> bool:
    return bool(text.strip()) and bool(as_line(text))


def _captured(values: Mapping[str, object], columns: Columns) -> str:
    value = choose_published([(rank, values.get(column)) for rank, column in columns.by_field.get("captured", ())])
    return value if _INSTANT.fullmatch(value) else ""
