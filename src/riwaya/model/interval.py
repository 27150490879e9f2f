"""The publication interval behind `Article.published`: a day, an instant or `A/B`, as instants in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The earliest and the latest instant that the evidence allows, both in UTC."""

    start: datetime
    end: datetime

    @property
    def first_day(self) -> date:
        """The day of the earliest instant."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The day of the latest instant."""
        return self.end.date()

    def before(self, other: Interval) -> bool:
        """Return whether every instant of this one is earlier than every instant of `other`."""
        return self.end < other.start


def read_interval(published: str) -> Interval | None:
    """Return the interval of a `published` value: `YYYY-MM-DD`, a date-time or `A/B`; None if there is none.

    A date stands for its whole day; a date-time without an offset counts as UTC, to the minute.
    """
    first, _, last = published.partition("/")
    start, end = _read_instant(first, last=False), _read_instant(last or first, last=True)
    if start is None or end is None or end < start:
        return None
    return Interval(start, end)


def touches(interval: Interval, after: str, before: str) -> bool:
    """Return whether an interval touches the days from `after` to `before`, each an ISO day or "" for no bound."""
    first, last = interval.first_day.isoformat(), interval.last_day.isoformat()
    return (not after or last >= after) and (not before or first <= before)


def _read_instant(text: str, *, last: bool) -> datetime | None:
    try:
        if len(text) == 10:
            day = datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
            return day + timedelta(hours=23, minutes=59, seconds=59) if last else day
        instant = datetime.fromisoformat(text)
        return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
