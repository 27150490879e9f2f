"""On which day the parts of a text were written, where that is not the day of its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.model import Span


@dataclass(frozen=True, slots=True)
class Written:
    """The stretches of a text that were written on another day than its page is of, in text order, with the ISO day."""

    stretches: tuple[tuple[Span, str], ...] = ()

    def day(self, position: int) -> str:
        """Return the day on which the text at a position was written, "" where that is the page's."""
        return next((day for span, day in self.stretches if span.start <= position < span.end), "")

    def besides(self, others: Iterable[tuple[Span, str]]) -> Written:
        """Return it with further stretches, which hold where it has none itself."""
        return Written((*self.stretches, *others))
