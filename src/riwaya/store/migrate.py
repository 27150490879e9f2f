"""The store's schema, versioned: numbered SQL files applied in order, each in one transaction."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

from riwaya.errors import StoreError

APPLICATION_ID = 0x52495741  # "RIWA": tells a store from any other SQLite file


def migrations() -> list[str]:
    """Return the SQL text of every migration, in order; number n makes schema version n."""
    folder = files("riwaya.store") / "migrations"
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".sql"))
    return [(folder / name).read_text("utf-8") for name in names]


def migrate(connection: sqlite3.Connection, *, write: bool) -> None:
    """Bring an open store to this version's schema.

    Raises:
        StoreError: if it is no Riwaya store, is newer than this program, or is older and opened for reading.
    """
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and application != APPLICATION_ID:
        raise StoreError("the file is an SQLite database, but not a Riwaya store")
    steps = migrations()
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(steps):
        raise StoreError(f"the store was made by a newer Riwaya (schema {version}, this one knows {len(steps)})")
    if version < len(steps) and not write:
        raise StoreError("the store has an older schema, or is empty; `riwaya add` brings it up to date")
    for number, step in enumerate(steps[version:], start=version + 1):
        _apply(connection, step, number)


def _apply(connection: sqlite3.Connection, step: str, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have migrated while this one waited for the lock.
        if connection.execute("PRAGMA user_version").fetchone()[0] >= number:
            connection.execute("ROLLBACK")
            return
        for statement in _statements(step):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(step: str) -> list[str]:
    lines = [line for line in step.splitlines() if not line.lstrip().startswith("--")]
    return [statement for part in "\n".join(lines).split(";") if (statement := part.strip())]
