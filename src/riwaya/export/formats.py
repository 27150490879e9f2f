"""Writing a table as JSON lines, CSV or Parquet; a file appears whole or not at all."""

from __future__ import annotations

import csv
import errno
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from riwaya.errors import UsageError
from riwaya.export.files import whole_file
from riwaya.export.tables import TABLES, Row, Table
from riwaya.store.contract import Store

_LONGEST_LINE = 1 << 28

FORMATS = ("jsonl", "csv", "parquet")


def export_table(store: Store, name: str, format_name: str, output: Path | IO[str]) -> int:
    """Write one table to a path, or (not for Parquet) to an open text stream; return the number of rows.

    Raises:
        UsageError: for an unknown table or format, or Parquet to a stream.
        StoreError: if the output cannot be written.
    """
    if name not in TABLES:
        raise UsageError(f"no table {name}; there are {', '.join(TABLES)}")
    if format_name not in FORMATS:
        raise UsageError(f"no format {format_name}; there are {', '.join(FORMATS)}")
    table = TABLES[name]
    rows = ({field: row.get(field) for field, _ in table.fields} for row in table.rows(store))
    if not isinstance(output, Path):
        if format_name == "parquet":
            raise UsageError("Parquet needs a file: give one with -o")
        return _WRITERS[format_name](rows, output, table)
    if format_name == "parquet" and output.exists() and not (output.is_file() or output.is_dir()):
        raise UsageError("Parquet needs a file: give one with -o")
    with whole_file(output) as aside:
        if format_name == "parquet":
            return _write_parquet(rows, aside, table)
        with aside.open("w", encoding="utf-8", newline="") as stream:
            return _WRITERS[format_name](rows, stream, table)


def _write_jsonl(rows: Iterable[Row], stream: IO[str], table: Table) -> int:
    count = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def _write_csv(rows: Iterable[Row], stream: IO[str], table: Table) -> int:
    names = [name for name, _ in table.fields]
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
        count += 1
    return count


def _cell(value: Any) -> Any:
    """Return lists as JSON text: a cell holds one value."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value


def _write_parquet(rows: Iterable[Row], path: Path, table: Table) -> int:
    import duckdb

    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in table.fields)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        lines = Path(folder) / "rows.jsonl"
        with lines.open("w", encoding="utf-8") as stream:
            count = _write_jsonl(rows, stream, table)
        with duckdb.connect() as connection:
            source = _quoted(lines)
            options = f"format = 'newline_delimited', columns = {{{columns}}}, maximum_object_size = {_LONGEST_LINE}"
            read = f"read_json({source}, {options})"
            try:
                connection.execute(f"COPY (SELECT * FROM {read}) TO {_quoted(path)} (FORMAT parquet, COMPRESSION zstd)")
            except duckdb.IOException as error:
                raise OSError(errno.EIO, str(error).splitlines()[0]) from error
    return count


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


_WRITERS = {"jsonl": _write_jsonl, "csv": _write_csv}
