"""What lies at which spans, found again by any span that meets them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from riwaya.model import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Items by span."""

    def __init__(self, items: Iterable[tuple[Span, Item]] = ()) -> None:
        ordered = sorted(items, key=lambda pair: pair[0].start)
        self._starts = [span.start for span, _ in ordered]
        self._items = ordered
        self._longest = max((span.end - span.start for span, _ in ordered), default=0)

    def add(self, span: Span, item: Item) -> None:
        """Put an item at a span."""
        place = bisect_left(self._starts, span.start)
        self._starts.insert(place, span.start)
        self._items.insert(place, (span, item))
        self._longest = max(self._longest, span.end - span.start)

    def meeting(self, span: Span) -> list[tuple[Span, Item]]:
        """Return what overlaps a span, in order of the text."""
        first = bisect_left(self._starts, span.start - self._longest)
        near = self._items[first : bisect_left(self._starts, span.end)]
        return [(other, item) for other, item in near if other.overlaps(span)]


def length(span: Span) -> int:
    """Return how many characters a span has."""
    return span.end - span.start


def common(one: Span, other: Span) -> int:
    """Return how many characters two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
