"""Whatever piece of press language a page ends in, annotate reads it: one bad page must not stop a run."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate import annotate
from riwaya.extract import ExtractConfig, extract
from riwaya.ingest import IngestConfig, read_sources
from riwaya.model import Article, Field, Page, PublishedFrom, Span


def _demo_lines() -> list[str]:
    lines = []
    for item in read_sources([str(files("riwaya") / "resources" / "demo")], IngestConfig()):
        if isinstance(item, Page) and "rejected" not in item.source:
            for article in extract(item, ExtractConfig()):
                lines += [article.title, *article.text.split("\n")]
    return sorted({line for line in lines if line.strip()})


LINES = _demo_lines()
pieces = st.tuples(st.sampled_from(LINES), st.integers(0, 60), st.integers(0, 60))


@given(pieces, pieces)
@settings(max_examples=150, deadline=None)
def test_any_words_of_a_line_are_read_with_spans_inside_them(
    title: tuple[str, int, int], body: tuple[str, int, int]
) -> None:
    cut = [" ".join(line.split()[start : start + length]) for line, start, length in (title, body)]
    article = Article(
        "a", "p", "s", 0, "ضفاف", cut[0], "", (), "", (), "2031-04-06", PublishedFrom.STATED, "ar", cut[1], ()
    )
    for record in annotate(article):
        text = cut[0] if getattr(record, "field", Field.TEXT) is Field.TITLE else cut[1]
        assert isinstance(record.span, Span)
        assert 0 <= record.span.start < record.span.end <= len(text)


@pytest.mark.parametrize(
    "last",
    [
        "إقالة وزير ل",
        "قال الوزير معتبرا",
        "وزير الدفاع #",
        "قال إن",
        "أعلن وزير «",
        "في 12",
        'وقال الوزير ل"" إن السد آمن',
    ],
)
def test_a_text_may_end_anywhere(last: str) -> None:
    article = Article("a", "p", "s", 0, "ضفاف", last, "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", last, ())
    list(annotate(article))
