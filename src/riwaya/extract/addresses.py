"""The day of publication that an address holds: in parts of its own or at the head of the slug.

A date among the words of a slug is what the article is about («remembering-2011-01-25», «حرب-7-10-2023»), so it
tells nothing of when the article appeared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from riwaya.extract.dates import DateBounds, possible_day

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_IN_PARTS = re.compile(rf"(?<![^/]){_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![^/])")
_DAY_FIRST_IN_PARTS = re.compile(rf"(?<![^/])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{_YEAR}(?![^/])")
# What stands before a day in one part of an address: nothing, a number, or a word for what all pages there are.
_KIND = (
    r"(?:\d+[-_.])?(?:(?:[a-z]{1,2}|art|con|doc|new|news|articles?|story|stories|posts?|items?|reports?|archive|issues?|pages?|details|"
    r"date|day|live|blog|videos?|photos?|صفحه|عدد|العدد)[-_.]?)?"
)
_AT_HEAD = re.compile(rf"{_KIND}{_YEAR}(?P<mark>[-_.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)")
# Some agencies run date and item number together: 202003171044893040.
_COMPACT = re.compile(rf"{_KIND}{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:\d{{4}}|\d{{6}}|\d{{10}})?(?!\d)")
_BEHIND = re.compile(rf"\d+[-_.]{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:\.\w{{2,5}})?")
# Day first: as events are written, so it must stand alone or with numbers.
_DAY_FIRST = re.compile(
    rf"(?:\d+[-_.])?(?P<day>\d{{1,2}})(?P<mark>[-_.])(?P<month>\d{{1,2}})(?P=mark){_YEAR}(?:[-_.]\d+)*(?:\.[a-z]{{2,5}})?"
)


def date_in_address(url: str, bounds: DateBounds) -> str:
    """Return the day that a URL's path holds (/2018/05/09/, 20180509, 9-5-2018), "" if none or several.

    Parts of their own outrank the head of a slug.
    """
    path = unquote(re.sub(r"^[a-z]+://[^/]*", "", url).split("?")[0].split("#")[0]).lower()
    for days in (_days_of_parts(path), _days_of_slugs(path)):
        admitted = {day for day in days if bounds.admit(day)}
        if admitted:
            return admitted.pop().isoformat() if len(admitted) == 1 else ""
    return ""


def _days_of_parts(path: str) -> Iterator[date]:
    found = list(_IN_PARTS.finditer(path)) or list(_DAY_FIRST_IN_PARTS.finditer(path))
    yield from (day for match in found if (day := _day(match)))


def _days_of_slugs(path: str) -> Iterator[date]:
    for part in path.split("/"):
        match = _AT_HEAD.match(part) or _COMPACT.match(part) or _BEHIND.fullmatch(part) or _DAY_FIRST.fullmatch(part)
        if match and (day := _day(match)):
            yield day


def _day(match: re.Match[str]) -> date | None:
    return possible_day(int(match["year"]), int(match["month"]), int(match["day"]))
