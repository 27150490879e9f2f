"""Articles and documents for the tests of times."""

from __future__ import annotations

from riwaya.annotate.document import Document
from riwaya.annotate.times import find_times, read_anchor
from riwaya.model import Article, Field, PublishedFrom, Time

PAGE = "2018-05-10"  # a Thursday


def document(text: str, published: str = PAGE) -> Document:
    """Return the document of an article with this text."""
    article = Article(
        "a", "p", "s", 0, "o", "", "", (), "", (), published, PublishedFrom.STATED, "ar", text, ()
    )  # fmt: skip
    return Document.read(article, Field.TEXT)


def times(text: str, published: str = PAGE) -> list[Time]:
    """Return the times of a text."""
    return find_times(document(text, published), read_anchor(published))


def pairs(text: str, published: str = PAGE) -> list[tuple[str, str]]:
    """Return text and value of the times of a text."""
    return [(time.text, time.value) for time in times(text, published)]
