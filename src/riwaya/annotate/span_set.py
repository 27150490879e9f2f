"""Spans by position, so that a long list of names costs no more a name than a short one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from riwaya.model import Span


class SpanSet:
    """Spans of one text, asked for what overlaps or holds another.

    Both questions take logarithmic time in the number of spans, besides those that are returned.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        # The furthest end of the spans up to each one: what lies in front and reaches no further is never looked at.
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def overlapping(self, span: Span) -> list[Span]:
        """Return the spans that share a character with one, in text order."""
        last = bisect_left(self._starts, span.end)
        first = bisect_right(self._ends, span.start, 0, last)
        return [other for other in self._spans[first:last] if other.overlaps(span)]

    def overlaps(self, span: Span) -> bool:
        """Return whether any span shares a character with one."""
        return bool(self.overlapping(span))

    def holds_more(self, span: Span) -> bool:
        """Return whether any span contains one and more than it."""
        return any(other != span and other.contains(span) for other in self.overlapping(span))
