"""What the ingest stage can be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IngestConfig:
    """Limits and the field map of the ingest stage.

    Attributes:
        field_map: (our field, column) pairs that outrank the names recognised by themselves.
        max_page_bytes: a page, a row or a record above this is rejected as too large.
        max_document_bytes: a JSON document that must be held whole (an object with articles inside).
        max_spool_bytes: an archive within a stream is put on disk up to this size, because reading it needs seeking.
        free_expansion_bytes: so much may come out of any compressed file.
        max_expansion_ratio: beyond the free part, so many bytes may come out for each byte that went in.
        max_nesting: layers of compression: a gzip file within a zip archive has two.
    """

    field_map: tuple[tuple[str, str], ...] = ()
    max_page_bytes: int = 20_000_000
    max_document_bytes: int = 64_000_000
    max_spool_bytes: int = 2_000_000_000
    free_expansion_bytes: int = 32_000_000
    max_expansion_ratio: int = 200
    max_nesting: int = 2
