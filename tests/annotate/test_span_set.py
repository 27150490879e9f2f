"""Spans by position answer as a look at each of them does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.annotate.span_set import SpanSet
from riwaya.model import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_a_set_finds_what_overlaps_and_what_holds_more(spans: list[Span], asked: Span) -> None:
    found = SpanSet(spans)
    assert found.overlapping(asked) == sorted(span for span in spans if span.overlaps(asked))
    assert found.overlaps(asked) == any(span.overlaps(asked) for span in spans)
    assert found.holds_more(asked) == any(span != asked and span.contains(asked) for span in spans)
