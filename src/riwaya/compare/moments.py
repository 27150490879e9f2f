"""Whether two accounts measured at one moment: tolls, prices and wind speeds are soon other ones."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, timedelta

_DAY = len("2021-06-03")
_CLOSE = timedelta(minutes=10)  # a toll of breaking news is another one after half an hour


def same_moment(one: str, two: str, *, one_bulletin: bool) -> bool:
    """Return whether what changes by the hour is told as of one moment, given when both accounts were published.

    Where both hours are known they decide; else one day does, or neighbouring days on which both accounts have another
    figure in common (`one_bulletin`).
    """
    ours, theirs = _clock(one), _clock(two)
    if ours is not None and theirs is not None:
        if (ours.tzinfo is None) != (theirs.tzinfo is None):
            ours, theirs = ours.replace(tzinfo=None), theirs.replace(tzinfo=None)
        return abs(ours - theirs) <= _CLOSE
    first, second = _day(one), _day(two)
    if first is None or second is None:
        return one_bulletin
    return first == second or (one_bulletin and abs(first - second) <= timedelta(days=1))


def share_a_figure(ours: Set[tuple[str, float]], theirs: Set[tuple[str, float]], fate: str) -> bool:
    """Return whether both accounts count as many who met some other fate than this one."""
    return any(kind != fate and number > 1 for kind, number in ours & theirs)


def _clock(published: str) -> datetime | None:
    try:
        return datetime.fromisoformat(published) if len(published) > _DAY and "/" not in published else None
    except ValueError:
        return None


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:_DAY]) if "/" not in published else None
    except ValueError:
        return None
