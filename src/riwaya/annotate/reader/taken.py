"""Spans that are used already, and how far others meet them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from riwaya.model import Span


class Taken:
    """Spans that are used already."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def shared(self, span: Span) -> float:
        """Return the greatest share of characters, of the longer one's, that one of them has in common with a span."""
        return max((_share(span, other) for other in self._near(span)), default=0.0)

    def meeting(self, span: Span) -> int:
        """Return how many of them overlap a span."""
        return sum(other.overlaps(span) for other in self._near(span))

    def _near(self, span: Span) -> list[Span]:
        first = bisect_left(self._starts, span.start - self._longest)
        return self._spans[first : bisect_left(self._starts, span.end)]


def _share(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(one.end - one.start, other.end - other.start, 1)
