"""What an article's times are resolved against: its publication, as exactly as it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from riwaya.model import Article

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


# So far from the ends of the calendar that no expression counted from the day can leave it by days or weeks.
_PLAUSIBLE = range(1000, 9000)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first and the last day on which the text can have been written; None where nothing is known."""

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError("an anchor has both bounds or none")
        if any(day is not None and day.year not in _PLAUSIBLE for day in (self.earliest, self.latest)):
            raise ValueError(f"no page is as old or as new: {self.earliest}/{self.latest}")
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"anchor ends before it starts: {self.earliest}/{self.latest}")

    @property
    def day(self) -> date | None:
        """The day itself, where it is known exactly."""
        return self.earliest if self.earliest == self.latest else None

    @staticmethod
    def on(day: date) -> Anchor:
        """Return the anchor of a known day."""
        return Anchor(day, day)


def read_anchor(published: str) -> Anchor:
    """Return the anchor of a date, a date-time, an interval A/B or ""; unknown where it cannot be read."""
    bounds = [_read_day(part) for part in published.split("/")] if published else []
    if not 1 <= len(bounds) <= 2 or bounds[0] is None or bounds[-1] is None or bounds[0] > bounds[-1]:
        return Anchor()
    return Anchor(bounds[0], bounds[-1])


def anchor_of(article: Article) -> Anchor:
    """Return the anchor of an article: its publication."""
    return read_anchor(article.published)


def _read_day(text: str) -> date | None:
    match = _DATE.match(text)
    if match is None:
        return None
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
    return day if day.year in _PLAUSIBLE else None
