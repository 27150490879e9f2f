"""Events coded by PLOVER from a table of triggers."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.document import Document
from riwaya.model import Event, Mention, Time


def find_events(document: Document, mentions: Sequence[Mention], times: Sequence[Time]) -> list[Event]:
    """Return the events that a document reports."""
    return []
