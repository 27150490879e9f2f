"""The one error tree. Every error carries the item it is about and a code from a closed list."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why an item could not be used: the closed list behind every rejection."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    UNKNOWN_FORMAT = "unknown-format"
    BAD_ENCODING = "bad-encoding"
    DAMAGED_ARCHIVE = "damaged-archive"
    DAMAGED_MARKUP = "damaged-markup"
    EXPANSION_LIMIT = "expansion-limit"
    MISSING_FIELD = "missing-field"
    BAD_ROW = "bad-row"
    NO_ARTICLE = "no-article"
    NOT_ARABIC = "not-arabic"
    WORKER_DIED = "worker-died"
    TOO_SLOW = "too-slow"
    UNSETTLED = "unsettled"


class RiwayaError(Exception):
    """Base of every error that Riwaya raises on purpose; its text is one line fit for a user."""

    exit_status = 1


class UsageError(RiwayaError):
    """A wrong call: unknown option value, missing source, a mapping without the mapped column."""

    exit_status = 2


class StoreError(RiwayaError):
    """The store cannot be opened, read or written (locked, read-only, full disk, not a store)."""


class ResourceError(RiwayaError):
    """A shipped table or model file is missing or damaged; the text says which and how to restore it."""


class BadItem(RiwayaError):
    """An item that a stage cannot use; the engine turns it into a Rejection, nothing else does.

    Attributes:
        item: what is rejected: a source, a page id, an article id.
        reason: why, from the closed list.
        detail: one line for a person.
    """

    def __init__(self, item: str, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{item}: {reason.value}" + (f": {detail}" if detail else ""))
        self.item = item
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[BadItem], tuple[str, Reason, str]]:
        return (BadItem, (self.item, self.reason, self.detail))
