"""Statements of a text, told as short tuples."""

from __future__ import annotations

from riwaya.annotate.document import Document
from riwaya.annotate.statements import find_statements
from riwaya.model import Article, Field, PublishedFrom, Statement


def article_of(text: str) -> Article:
    return Article(
        id=Article.make_id("page", 0),
        page_id="page",
        source="page.txt",
        position=0,
        outlet="",
        title="",
        standfirst="",
        authors=(),
        dateline="",
        credits=(),
        published="",
        published_from=PublishedFrom.UNKNOWN,
        language="ar",
        text=text,
        removed=(),
    )


def statements_of(text: str) -> list[Statement]:
    return find_statements(Document.read(article_of(text), Field.TEXT), ())


def told(text: str) -> list[tuple[str, str, str]]:
    """Return (cue, speaker, content) of each statement."""
    return [(item.cue_text, item.speaker_text, item.content_text) for item in statements_of(text)]
