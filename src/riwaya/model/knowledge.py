"""Rows that users add to the tables of who is who."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnowledgeRow:
    """A user's own row, kept in the store.

    Attributes:
        id: content hash of what makes the row one of its kind: office, person and first day, or the body's name.
        kind: term (of office) or body.
        block: the name block whose entities it may concern.
        source: the file's name and the line, as given.
        data: the term or body as JSON text.
    """

    id: str
    kind: str
    block: str
    source: str
    data: str
