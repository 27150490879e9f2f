"""When an article was published, by the best of what its page says: the value, where it stands, what contradicts it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from riwaya.model import OtherDate, PublishedFrom, PublishedSource

_DAY = len("2021-06-03")
_NEW_YEAR = re.compile(r"\d{4}-01-01(?:T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a page states, "" for none, and the place that states it."""

    value: str = ""
    source: PublishedSource = PublishedSource.NONE

    def __bool__(self) -> bool:
        return bool(self.value)


NOT_STATED = Stated()


@dataclass(frozen=True, slots=True)
class PageDates:
    """The dates of one article, by trust.

    Attributes:
        given: of metadata, of the page's data or of a row.
        by_address: the day that the address holds, "" for none.
        visible: of time elements and date lines, in page order.
        updates: of what tells when the article was changed.
        beside: by a date, the day that the weekday or the Hijri date beside it says where that is another.
    """

    given: Stated = NOT_STATED
    by_address: str = ""
    visible: tuple[Stated, ...] = ()
    updates: tuple[Stated, ...] = ()
    beside: Mapping[str, tuple[str, OtherDate]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """The publication date, how and from where it is known, and the date that contradicts it, as `Article` has them."""

    value: str = ""
    known: PublishedFrom = PublishedFrom.UNKNOWN
    source: PublishedSource = PublishedSource.NONE
    other: str = ""
    other_from: OtherDate = OtherDate.NONE


def choose_publication(dates: PageDates) -> Publication:
    """Return the publication: metadata outrank the address, the address what can be read, that an update."""
    found = _choose(dates)
    if found.other or not found.value:
        return found
    other = dates.beside.get(found.value[:_DAY])
    return Publication(found.value, found.known, found.source, *other) if other else found


def _choose(dates: PageDates) -> Publication:
    visible = [stated for stated in dates.visible if stated]
    if "/" in dates.given.value:
        return _choose_in_month(dates)
    if dates.given and not _is_placeholder(dates):
        other = _contradicting(dates.given.value, [dates.by_address])
        return _stated(dates.given, other, OtherDate.ADDRESS)
    if dates.by_address and not _is_first_of_year(dates.by_address, visible):
        exact = next((stated for stated in visible if stated.value.startswith(dates.by_address)), None)
        if exact is not None:
            return _stated(exact)
        other = _contradicting(dates.by_address, [stated.value for stated in visible])
        source = PublishedSource.ADDRESS
        return Publication(
            dates.by_address, PublishedFrom.URL, source, other, OtherDate.PAGE if other else OtherDate.NONE
        )
    best = next((stated for stated in (*visible, *dates.updates) if stated), None)
    return Publication() if best is None else _stated(best)


def _choose_in_month(dates: PageDates) -> Publication:
    """Return the day that the page tells within the month of a row; the days of that month where it tells none."""
    first, _, last = dates.given.value.partition("/")
    finer = _choose(replace(dates, given=NOT_STATED))
    if finer.value and first <= finer.value[:_DAY] <= last:
        return finer
    return _stated(dates.given, dates.by_address, OtherDate.ADDRESS)


def _stated(stated: Stated, other: str = "", other_from: OtherDate = OtherDate.NONE) -> Publication:
    return Publication(
        stated.value, PublishedFrom.STATED, stated.source, other, other_from if other else OtherDate.NONE
    )


def _contradicting(published: str, others: Sequence[str]) -> str:
    """Return the first of other dates where none of them is of the same day; zones shift a day by one."""
    known = [other for other in others if other]
    return "" if any(_days_apart(published, other) <= 1 for other in known) else next(iter(known), "")


def _days_apart(one: str, other: str) -> int:
    first, second = (date.fromisoformat(value[:_DAY]) for value in (one, other))
    return abs((first - second).days)


def _is_first_of_year(by_address: str, visible: Sequence[Stated]) -> bool:
    """Return whether an address gives a year as its first day, while the page tells another day of that year."""
    same = [stated for stated in visible if stated.value[:4] == by_address[:4]]
    told = any(stated.value[:_DAY] == by_address for stated in visible)
    return by_address.endswith("-01-01") and bool(same) and not told


def _is_placeholder(dates: PageDates) -> bool:
    """Return whether metadata give the year alone, as its first day, while the page or its address tell another day."""
    if not _NEW_YEAR.fullmatch(dates.given.value):
        return False
    others = [*(stated.value for stated in dates.visible), dates.by_address]
    return any(other and other[:_DAY] != dates.given.value[:_DAY] for other in others)
