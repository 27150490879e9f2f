"""The embedded store: one SQLite file in WAL mode, so that readers never wait for the writer."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from riwaya.errors import StoreError
from riwaya.model import Page
from riwaya.model.schema import columns_of, from_row, to_row
from riwaya.store.contract import TABLES, Changes, Removal, SearchText, TableSpec
from riwaya.store.migrate import APPLICATION_ID, migrate

RecordType = TypeVar("RecordType")

_VALUES_A_QUERY = 500
_ROWS_A_FETCH = 1000
_ROOM = 2**18  # bytes: its journal and shared memory need that at least


@dataclass(frozen=True, slots=True)
class StoreConfig:
    """How a store is opened.

    Attributes:
        wait_seconds: how long to wait for another program that writes the same store.
    """

    wait_seconds: float = 10.0


def open_store(path: str | Path, *, write: bool = False, config: StoreConfig | None = None) -> SQLiteStore:
    """Open the store at `path`, making or migrating it when opened for writing.

    Raises:
        StoreError: if it is missing (for reading), locked, read-only, damaged, or made by a newer version.
    """
    place = Path(path)
    if not write and str(path) != ":memory:" and not place.exists():
        raise StoreError(f"no store at {place}; `riwaya add SOURCE --store {place}` makes one")
    if str(path) != ":memory:" and not place.parent.is_dir():
        raise StoreError(f"no folder {place.parent} to hold the store")
    if str(path) != ":memory:" and place.exists() and not place.is_file():
        raise StoreError(f"the store {place} is not a file")
    with _plain_errors(place):
        connection = _connect(place, write=write, wait=(config or StoreConfig()).wait_seconds)
        try:
            migrate(connection, write=write)
            if write:
                # A store that cannot be written is said so now, not after an hour of reading pages.
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
        except BaseException:
            connection.close()
            raise
    return SQLiteStore(connection, place, write=write)


def _connect(place: Path, *, write: bool, wait: float) -> sqlite3.Connection:
    if write:
        connection = sqlite3.connect(place, timeout=wait, isolation_level=None)
        if str(place) != ":memory:":
            mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
            if mode != "wal":
                raise StoreError(f"the store {place} is on a file system without shared memory (journal mode {mode})")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA cache_size=-65536")
        return connection
    address = place.resolve().as_uri()
    try:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=wait, isolation_level=None)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A WAL store in a folder that cannot be written has no place for its shared memory; nobody can write it either.
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    return connection


@contextmanager
def _plain_errors(place: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file into one clear line; a wrong query stays a bug."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            raise StoreError(f"the store {place} is locked by another program; try again when it is done") from error
        if "readonly" in text or "read-only" in text:
            raise StoreError(f"the store {place} is read-only") from error
        if "full" in text or ("disk I/O" in text and _is_full(place)):
            raise StoreError(
                f"no space left on the disk that holds {place}; what was stored before is intact"
            ) from error
        if "unable to open" in text:
            raise StoreError(f"cannot open the store {place}: {text}") from error
        if "disk I/O" in text:
            raise StoreError(f"cannot read or write the store {place}: {text}") from error
        raise
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error) or "malformed" in str(error):
            raise StoreError(f"{place} is not a Riwaya store, or is damaged: {error}") from error
        raise


def _is_full(place: Path) -> bool:
    """Return whether the disk has no room for the files beside a store: SQLite calls that an I/O error, too."""
    return shutil.disk_usage(place.parent).free < _ROOM


class SQLiteStore:
    """A `Store` in one SQLite file."""

    def __init__(self, connection: sqlite3.Connection, place: Path, *, write: bool) -> None:
        self._connection = connection
        self._place = place
        self._write = write

    def apply(self, changes: Changes) -> None:
        """Make the whole change or none of it (one transaction)."""
        with _plain_errors(self._place):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                for removal in changes.removals:
                    self._remove(removal)
                for record_type, records in _by_type(changes.records):
                    self._insert(record_type, records)
                self._connection.execute("COMMIT")
            except BaseException:
                # After a full disk SQLite has rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _remove(self, removal: Removal) -> None:
        if removal.record_type is SearchText:
            self._unindex([row[0] for row in removal.rows])
            return
        condition = " AND ".join(f'"{column}" = ?' for column in removal.columns)
        table = _spec(removal.record_type).name
        self._connection.executemany(f'DELETE FROM "{table}" WHERE {condition}', removal.rows)

    def _insert(self, record_type: type, records: Iterable[Any]) -> None:
        if record_type is SearchText:
            self._index(records)
            return
        rows = map(_page_row, records) if record_type is Page else map(to_row, records)
        self._connection.executemany(_insert_text(record_type), rows)

    def _index(self, texts: Iterable[SearchText]) -> None:
        for text in texts:
            self._unindex([text.article_id])
            cursor = self._connection.execute("INSERT INTO searched(article_id) VALUES (?)", (text.article_id,))
            self._connection.execute(
                "INSERT INTO search(rowid, title, text) VALUES (?, ?, ?)", (cursor.lastrowid, text.title, text.text)
            )

    def _unindex(self, article_ids: Sequence[str]) -> None:
        for article_id in article_ids:
            self._connection.execute(
                "DELETE FROM search WHERE rowid IN (SELECT number FROM searched WHERE article_id = ?)", (article_id,)
            )
            self._connection.execute("DELETE FROM searched WHERE article_id = ?", (article_id,))

    def select(self, record_type: type[RecordType], **filters: Any) -> Iterator[RecordType]:
        """Yield the records whose columns equal the filters (a list or set: any of its values), by key."""
        for row in self.rows(record_type, **filters):
            yield from_row(record_type, row)

    def values(self, record_type: type, column: str, **filters: Any) -> Iterator[Any]:
        """Yield one column of the records that `select` would yield."""
        for row in self._rows(record_type, f'"{column}"', filters):
            yield row[0]

    def rows(self, record_type: type, *columns: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the records that `select` would yield as rows (`to_row`): much faster where there are very many.

        With `columns`, rows of those alone; a page's content is then still packed.
        """
        names = ", ".join(f'"{name}"' for name in columns or (column.name for column in columns_of(record_type)))
        for row in self._rows(record_type, names, filters):
            yield _unpacked(row) if record_type is Page and not columns else row

    def packed(self, record_type: type, *columns: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield what `rows` would yield of these columns, the last one's text as UTF-8 bytes.

        Text that is to be decoded as JSON need not become a string first.
        """
        names = ", ".join(f'"{column}"' for column in columns[:-1])
        yield from self._rows(record_type, f'{names}, CAST("{columns[-1]}" AS BLOB)', filters)

    def distinct(self, record_type: type, *columns: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield what `rows` would yield of these columns, each row once, in no order.

        The column whose filter holds several values must be among `columns`.
        """
        names = ", ".join(f'"{column}"' for column in columns)
        yield from self._rows(record_type, f"DISTINCT {names}", filters, suffix="")

    def count(self, record_type: type, **filters: Any) -> int:
        """Return how many records `select` would yield."""
        return sum(row[0] for row in self._rows(record_type, "count(*)", filters, suffix=""))

    def totals(self, record_type: type, columns: Sequence[str], of: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield for each combination of `columns` among what `select` would yield: them, and the sum of column `of`.

        The column whose filter holds several values must be among `columns`.
        """
        names = ", ".join(f'"{column}"' for column in columns)
        yield from self._rows(record_type, f'{names}, sum("{of}")', filters, suffix=f" GROUP BY {names}")

    def _rows(
        self, record_type: type, names: str, filters: dict[str, Any], *, suffix: str | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Yield rows; one filter may hold any number of values, which are asked for in portions."""
        spec = _spec(record_type)
        single = {column: value for column, value in filters.items() if not isinstance(value, (list, set, tuple))}
        several = [(column, value) for column, value in filters.items() if column not in single]
        if len(several) > 1:
            raise ValueError("only one filter of a selection may hold several values")
        conditions = [f'"{column}" = ?' for column in single]
        if suffix is None:
            suffix = " ORDER BY " + ", ".join(f'"{column}"' for column in spec.key)
        for portion in _portions(several[0][1] if several else None):
            wanted = conditions + ([f'"{several[0][0]}" IN ({",".join("?" * len(portion))})'] if several else [])
            where = " WHERE " + " AND ".join(wanted) if wanted else ""
            query = f'SELECT {names} FROM "{spec.name}"{where}{suffix}'
            with _plain_errors(self._place):
                cursor = self._connection.execute(query, (*single.values(), *portion))
            while rows := self._fetch(cursor):
                yield from rows

    def _fetch(self, cursor: sqlite3.Cursor) -> list[tuple[Any, ...]]:
        # Most of a damaged store shows only here. Not around the yield: an error there is the reader's.
        with _plain_errors(self._place):
            return cursor.fetchmany(_ROWS_A_FETCH)

    def search(self, match: Sequence[Sequence[str]], limit: int) -> list[str]:
        """Return ids of articles that hold every phrase (a list of search forms), best first."""
        phrases = ['"' + " ".join(form.replace('"', "") for form in phrase) + '"' for phrase in match if phrase]
        if not phrases:
            return []
        query = (
            "SELECT article_id FROM search JOIN searched ON searched.number = search.rowid "
            "WHERE search MATCH ? ORDER BY bm25(search, 4.0, 1.0), article_id LIMIT ?"
        )
        with _plain_errors(self._place):
            return [row[0] for row in self._connection.execute(query, (" AND ".join(phrases), limit))]

    def close(self) -> None:
        """Release the store; after writing, everything is in the one file."""
        if self._write and str(self._place) != ":memory:":
            with _plain_errors(self._place):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()


def _by_type(records: Iterable[Any]) -> Iterator[tuple[type, list[Any]]]:
    """Group records of one type, since rows of one table go in together many times faster than mixed ones."""
    grouped: dict[type, list[Any]] = {}
    for record in records:
        grouped.setdefault(type(record), []).append(record)
    yield from grouped.items()


def _portions(values: Iterable[Any] | None) -> Iterator[tuple[Any, ...]]:
    if values is None:
        yield ()
        return
    wanted = sorted(set(values))
    for start in range(0, len(wanted), _VALUES_A_QUERY):
        yield tuple(wanted[start : start + _VALUES_A_QUERY])


@cache
def _spec(record_type: type) -> TableSpec:
    return next(spec for spec in TABLES if spec.record_type is record_type)


@cache
def _insert_text(record_type: type) -> str:
    columns = columns_of(record_type)
    names = ", ".join(f'"{column.name}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    return f'INSERT OR REPLACE INTO "{_spec(record_type).name}" ({names}) VALUES ({marks})'


def _page_row(page: Page) -> tuple[Any, ...]:
    # Pages are most of a store's bytes and are read again only when extraction changes.
    *head, content = to_row(page)
    return (*head, zlib.compress(content, 6))


def _unpacked(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:-1], zlib.decompress(row[-1]))


__all__ = ["APPLICATION_ID", "SQLiteStore", "StoreConfig", "open_store"]
