"""Clues in an undated article's words to the day on which it was published."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.clues.finding import find_clues
from riwaya.annotate.clues.offices import find_office_clues
from riwaya.annotate.document import Document
from riwaya.model import Article, Clue, Field, Mention


def read_clues(article: Article, mentions: Sequence[Mention]) -> tuple[Clue, ...]:
    """Return all clues of an article: times in its title and text, then the offices of those it names."""
    times = [clue for field in (Field.TITLE, Field.TEXT) for clue in find_clues(Document.read(article, field))]
    return (*times, *find_office_clues(mentions))


__all__ = ["find_clues", "find_office_clues", "read_clues"]
