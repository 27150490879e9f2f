"""What the number in a page's address tells of its day: outlets number their pages in the order they make them.

«skynews.example/world/1044435» was made behind 1044430 and before 1044441 of the same host, and where these are dated
so is it, to days. Numbers that do not follow the days around them (drawn at random, or of several counters) are not
heard.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np

from riwaya.arabic.vectors import Array
from riwaya.model.interval import read_interval
from riwaya.stories.dating.accounts import local_days
from riwaya.stories.dating.lags import Axis

_AROUND = 5
"""Pages that are heard on either side."""
SEARCHED = 12
"""Pages on either side that those are chosen from: no other bears on what is heard."""
_MOST_OF_A_NUMBER = 2
_NUMBER = re.compile(r"(?<![^\W_]|%)\d{5,12}(?![^\W_])")
_DATE = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?")
_HOST = re.compile(r"^(?:www|m|amp|mobile)\.")
_NEAREST = 3
_SLACK = 1
_LOOSE_DAYS, _ONE_OUT_OF = 2, 8
_INSIDE, _BESIDE, _NEAR = 0.985, 0.008, 7
"""Share of pages between the days of the middle ones of the three nearest on either side, a day more on each; and of
those outside that lie within so many days (BBC and Sky News Arabia, February to May 2018: .990 and .999 inside)."""
_LONGEST = 1


@dataclass(frozen=True, slots=True)
class NumberedPage:
    """A dated page whose address has a number of the series of the undated one's.

    Attributes:
        ahead: its number less the undated one's.
    """

    article_id: str
    published: str
    title: str
    ahead: int


def address_number(address: str) -> tuple[str, int] | None:
    """Return host and number of a web address; None where it has no number, several, or a date."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    found = set(_NUMBER.findall(f"{parts.path}?{parts.query}"))
    if len(found) != 1 or _DATE.fullmatch(number := found.pop()):
        return None
    return _HOST.sub("", parts.hostname), int(number)


def pages_around(number: int, own: str, series: Sequence[tuple[int, str, str, str]]) -> tuple[NumberedPage, ...]:
    """Return the dated pages nearest to a number on either side; none where the numbers are sections', not pages'.

    Args:
        own: the article the number is of, which is left out.
        series: number, article id, publication and title of the dated pages of a host, in order.
    """
    place = bisect_left(series, (number + 1,))
    sides = series[max(place - SEARCHED, 0) : place][::-1], series[place : place + SEARCHED]
    near: list[NumberedPage] = []
    for side in sides:
        others = [page for page in side if page[1] != own]
        # A page may be kept twice, as captured on two days or at two addresses.
        first = {page[0]: page for page in reversed(others)}
        if _MOST_OF_A_NUMBER * len(first) < len(others):
            return ()
        nearest = sorted(first.values(), key=lambda page: abs(page[0] - number))[:_AROUND]
        near += [NumberedPage(name, published, title, other - number) for other, name, published, title in nearest]
    return tuple(sorted(near, key=lambda page: page.ahead))


def tells_day(published: str) -> bool:
    """Return whether a publication is known to the day, or to the two that a time zone leaves."""
    if read_interval(published) is None:
        return False
    first, last = local_days(published)
    return last - first <= _LONGEST


def numbered_odds(pages: Sequence[NumberedPage], axis: Axis) -> Array | None:
    """Return how likely the page is of each day by the pages around it; None where they do not tell."""
    ordered = sorted(pages, key=lambda page: page.ahead)
    days = [local_days(page.published) for page in ordered]
    below = [day for day, page in zip(days, ordered, strict=True) if page.ahead <= 0]
    above = days[len(below) :]
    if min(len(below), len(above)) < _NEAREST or not _in_order(days):
        return None
    edges = (sorted(below[-_NEAREST:])[_NEAREST // 2], sorted(above[:_NEAREST])[_NEAREST // 2])
    low, high = min(first for first, _ in edges) - _SLACK, max(last for _, last in edges) + _SLACK
    far = np.maximum(np.maximum(low - axis.ordinal, axis.ordinal - high), 0)
    shares = ((far == 0, _INSIDE), ((far > 0) & (far <= _NEAR), _BESIDE), (far > _NEAR, 1 - _INSIDE - _BESIDE))
    return np.asarray(sum(np.where(days, share / max(int(days.sum()), 1), 0.0) for days, share in shares))


def _in_order(days: Sequence[tuple[int, int]]) -> bool:
    """Return whether days follow the numbers, give or take a day or two, but for one page of so many.

    Days at random do so for one in thousands of series.
    """
    longest: list[int] = []  # of the runs in order that end with each page
    for place, (first, _) in enumerate(days):
        before = (longest[at] for at in range(place) if days[at][1] - first <= _LOOSE_DAYS)
        longest.append(1 + max(before, default=0))
    return len(days) - max(longest, default=0) <= len(days) // _ONE_OUT_OF
