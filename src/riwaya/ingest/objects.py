"""Articles out of JSON: one object, an array, an object with articles inside, or one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from riwaya.errors import BadItem, Reason
from riwaya.ingest.config import IngestConfig
from riwaya.ingest.fields import resolve_columns
from riwaya.ingest.lines import Line, read_lines, read_pieces, to_narrow
from riwaya.ingest.rows import Row, require_columns, row_item, unwrap
from riwaya.ingest.streams import CHUNK, Blob, ByteStream

_FIRST_ROWS = 100  # the columns of a stream of objects are those of its first rows
_LISTS = ("articles", "items", "results", "data", "docs", "hits", "news", "entries", "@graph")
_SEPARATORS = re.compile(r"[\s,]*")
_NEXT_OBJECT = re.compile(r"\}\s*,\s*(?=\{)")
# Errors of the standard decoder at which more text may help; any other near the end of what was read, too.
_UNFINISHED = ("Unterminated string", "Invalid \\escape", "Invalid \\uXXXX")


def _read_integer(digits: str) -> int | str:
    # Python refuses to read or write integers of thousands of digits.
    return int(digits) if len(digits) < 20 else digits


_DECODER = json.JSONDecoder(strict=False, parse_int=_read_integer)


def read_objects(blob: Blob, config: IngestConfig) -> Iterator[Row | BadItem]:
    """Yield the objects that may be articles, a BadItem for what should be one and is not.

    Raises:
        BadItem: DAMAGED_MARKUP, TOO_LARGE, MISSING_FIELD, EMPTY; or what the stream raises.
        UsageError: a mapped column is missing in all of the first hundred objects.
    """
    stream = to_narrow(blob.stream)
    while stream.peek(1).isspace():
        stream.read(1)
    if stream.peek(1) == b"[":
        rows = _read_array(blob, stream, config)
    elif _is_one_a_line(stream, blob.extension, config):
        rows = _read_lines_of_objects(blob, stream, config)
    else:
        rows = _read_document(blob, stream, config)
    first = list(islice(rows, _FIRST_ROWS))
    if not first:
        raise blob.reject(Reason.EMPTY, "no object")
    _require_mapped(blob, first, config)
    yield from chain(first, rows)


def _require_mapped(blob: Blob, first: list[Row | BadItem], config: IngestConfig) -> None:
    objects = [unwrap(row.values) for row in first if isinstance(row, Row)]
    if config.field_map and objects:
        names = tuple(dict.fromkeys(name for values in objects for name in values))
        columns = resolve_columns(names, config.field_map)
        if columns.missing:
            require_columns(blob, columns, names)


def _parse(text: str) -> object:
    """Return the value that `text` holds.

    Raises:
        ValueError: it holds none, or one nested too deeply.
    """
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _is_one_a_line(stream: ByteStream, extension: str, config: IngestConfig) -> bool:
    """Return whether the first or the second line is an object of its own with more behind or before it."""
    head = stream.peek(CHUNK)
    if b"\n" not in head:
        head = stream.peek(2 * config.max_page_bytes)
        if b"\n" not in head and len(head) > config.max_page_bytes:  # too long a row, or one long document
            return extension in ("jsonl", "ndjson")
    lines = [line.strip() for line in head.splitlines()[:200]]
    lines = [line for line in lines if line][:3]
    if len(lines) == 1:
        return False
    return any(line.startswith(b"{") and line.rstrip(b",").endswith(b"}") and _holds(line) for line in lines[:2])


def _holds(line: bytes) -> bool:
    try:
        return isinstance(_parse(line.decode("utf-8", "replace").rstrip(",")), dict)
    except ValueError:
        return False


def _read_lines_of_objects(blob: Blob, stream: ByteStream, config: IngestConfig) -> Iterator[Row | BadItem]:
    for line in read_lines(stream, config.max_page_bytes):
        if line.text.strip():
            yield _read_line(blob, line)


def _read_line(blob: Blob, line: Line) -> Row | BadItem:
    item = row_item(blob, line.number)
    if line.cut:
        return BadItem(item, Reason.TOO_LARGE, f"line {line.number}: too long")
    try:
        value = _parse(line.text.strip().rstrip(","))
    except ValueError as error:
        return BadItem(item, Reason.BAD_ROW, f"line {line.number}: {error}")
    if not isinstance(value, dict):
        return BadItem(item, Reason.BAD_ROW, f"line {line.number}: not an object")
    return Row(line.number, "line", value)


def _read_document(blob: Blob, stream: ByteStream, config: IngestConfig) -> Iterator[Row | BadItem]:
    limit = config.max_document_bytes
    if stream.holds_more_than(limit):
        blob.drain()
        raise blob.reject(Reason.TOO_LARGE, f"one JSON object of more than {limit} bytes; write one object a line")
    text = "".join(read_pieces(stream))
    try:
        value = _parse(text)
    except ValueError as error:
        raise blob.reject(Reason.DAMAGED_MARKUP, f"not JSON: {error}") from error
    rows = _find_rows(value, config) if isinstance(value, dict) else None
    if rows is None:
        raise blob.reject(Reason.MISSING_FIELD, "JSON without articles")
    for number, row in enumerate(rows, start=1):
        yield Row(number, "item", row)


def _find_rows(value: dict[str, object], config: IngestConfig) -> list[dict[str, object]] | None:
    """Return the articles in a document: itself, the objects of a list in it, or of a table by columns."""
    if _has_text(value, config):
        body = next((value[name] for name in resolve_columns(tuple(value), config.field_map).used), None)
        return _by_columns(value) if isinstance(body, dict) and _is_numbered(body) else [value]
    if (rows := _search(value, config, 3)) is not None:
        return rows
    members = list(value.values())
    if members and all(isinstance(member, dict) for member in members):
        inner = [member for member in members if isinstance(member, dict)]
        if any(_has_text(member, config) for member in inner):
            return inner
    return [value]


def _search(value: Mapping[str, object], config: IngestConfig, depth: int) -> list[dict[str, object]] | None:
    """Return the first list of objects with texts, lists under a usual name first."""
    names = [*(name for name in _LISTS if name in value), *(name for name in value if name not in _LISTS)]
    for name in names:
        member = value[name]
        if isinstance(member, list):
            objects = [item for item in member if isinstance(item, dict)]
            if any(_has_text(unwrap(item), config) for item in objects[:_FIRST_ROWS]):
                return objects
        elif isinstance(member, dict) and depth:
            found = _search(member, config, depth - 1)
            if found is not None:
                return found
    return None


def _has_text(value: Mapping[str, object], config: IngestConfig) -> bool:
    columns = resolve_columns(tuple(value), config.field_map)
    bodies = (*columns.by_field.get("text", ()), *columns.by_field.get("html", ()))
    return any(isinstance(value.get(column), (str, list)) or _is_numbered(value.get(column)) for _, column in bodies)


def _is_numbered(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(str(name).isdigit() for name in value)


def _by_columns(value: Mapping[str, object]) -> list[dict[str, object]]:
    """Return the rows of a table written column by column ({"title": {"0": ...}, "text": {"0": ...}})."""
    columns = {name: member for name, member in value.items() if isinstance(member, dict)}
    numbers = dict.fromkeys(number for member in columns.values() for number in member)
    return [{name: member.get(number) for name, member in columns.items()} for number in numbers]


class _ArrayReader:
    """The part of an array's text at hand."""

    def __init__(self, stream: ByteStream) -> None:
        self._pieces = read_pieces(stream)
        self.text = ""
        self.position = 0
        self.ended = False
        self.error: BadItem | None = None

    def grow(self, size: int) -> None:
        """Read about `size` more characters."""
        parts = [self.text[self.position :]]
        got = 0
        while got < size and not self.ended:
            try:
                piece = next(self._pieces, None)
            except BadItem as error:  # what came before is read first
                self.error, piece = error, None
            self.ended = piece is None
            parts.append(piece or "")
            got += len(piece or "")
        self.text, self.position = "".join(parts), 0

    def skip_separators(self) -> str:
        """Go to the next element and return its first character, "" at the end."""
        while True:
            found = _SEPARATORS.match(self.text, self.position)
            self.position = found.end() if found else self.position
            if self.position < len(self.text) or self.ended:
                return self.text[self.position : self.position + 1]
            self.grow(CHUNK)

    def skip_to_next_object(self) -> None:
        """Go to the next `{` that stands behind a `},`, or to the end."""
        while True:
            if found := _NEXT_OBJECT.search(self.text, self.position):
                self.position = found.end()
                return
            if self.ended:
                self.position = len(self.text)
                return
            self.position = max(self.position, len(self.text) - 64)
            self.grow(CHUNK)


def _read_array(blob: Blob, stream: ByteStream, config: IngestConfig) -> Iterator[Row | BadItem]:
    """Yield the objects of an array without holding it; behind a damaged one it goes on at the next."""
    stream.read(1)
    reader = _ArrayReader(stream)
    number = 0
    while (first := reader.skip_separators()) != "]":
        if not first:
            yield reader.error or blob.reject(Reason.DAMAGED_MARKUP, "the JSON array ends too early")
            return
        ahead = len(reader.text) - reader.position
        try:
            value, end = _DECODER.raw_decode(reader.text, reader.position)
        except (ValueError, RecursionError) as error:
            if _may_go_on(error, reader) and ahead <= config.max_page_bytes:
                reader.grow(max(CHUNK, ahead))
                continue
            number += 1
            reason = Reason.TOO_LARGE if ahead > config.max_page_bytes else Reason.BAD_ROW
            yield BadItem(row_item(blob, number), reason, f"item {number}: {error}")
            reader.position += 1
            reader.skip_to_next_object()
            continue
        number += 1
        reader.position = end
        if isinstance(value, dict):
            yield Row(number, "item", value)
        else:
            yield BadItem(row_item(blob, number), Reason.BAD_ROW, f"item {number}: not an object")


def _may_go_on(error: Exception, reader: _ArrayReader) -> bool:
    if reader.ended or not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith(_UNFINISHED) or error.pos >= len(reader.text) - 16
