"""Which day a passage was written or spoken on, where that is not the page's day."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, timedelta

from riwaya.annotate.times.anchor import Anchor, read_anchor
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.resolve import resolve
from riwaya.annotate.times.scan import Expression

_TODAY = ("اليوم", "الليله")
_SAID_WITHIN = 30  # tokens between the day of an utterance and its quotation


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its line."""

    line: Line
    expression: Expression

    @property
    def quoted(self) -> bool:
        """Whether it stands inside quotation marks."""
        return bisect_left(self.line.quotes, self.expression.start) % 2 == 1

    @property
    def says_day(self) -> bool:
        """Whether its own words name a day or today («8 مساء اليوم»), so that no neighbour lends it one."""
        moment = self.expression.moment
        if moment is None or moment.shift != ("D", 0) or moment.weekday is not None:
            return True
        within = range(self.expression.start, self.expression.end)
        return any(self.line.bare(index) in _TODAY or self.line.sense(index, "this") is not None for index in within)


@dataclass(frozen=True, slots=True)
class Passages:
    """The anchor of every line: its own where its words tell the day they were written on, else the page's.

    Attributes:
        page: the anchor of lines that tell nothing.
        own: the anchor of lines that do, by the line's identity.
    """

    page: Anchor
    own: dict[int, Anchor]

    def anchor(self, line: Line) -> Anchor:
        """Return the anchor of a line."""
        return self.own.get(id(line), self.page)


def read_passages(found: list[Found], anchor: Anchor) -> Passages:
    """Return the days that «أمس الاثنين» and the like say a page, or a stretch copied into it, was written on.

    A page republished later keeps its wording: where all such words agree on one day, the whole page was written
    then. Where they do not, it joins stretches of different days, and each line keeps its own.
    """
    if anchor.day is None:
        return Passages(anchor, {})
    found = [item for item in found if not item.quoted]  # what is quoted was said on some other day
    implied: dict[int, set[date]] = {}
    for item in found:
        moment = item.expression.moment
        if moment is None or moment.weekday is None or moment.day is not None or moment.shift is None:
            continue
        if moment.shift[0] == "D":
            day = date.fromisoformat(resolve(replace(moment, part="", clock=""), anchor, outlook=Outlook.OPEN).value)
            implied.setdefault(id(item.line), set()).add(day - timedelta(moment.shift[1]))
    days = set().union(*implied.values())
    if len(days) == 1:
        return Passages(Anchor.on(days.pop()), {})
    own = {line: Anchor.on(next(iter(told))) for line, told in implied.items() if len(told) == 1}
    return Passages(anchor, own)


def spoken_on(item: Found, day: tuple[Found, Resolved] | None, anchor: Anchor) -> Anchor | None:
    """Return the day of the utterance that an expression is quoted from: «قال الأربعاء: "نعود غدا"».

    Only for words that count from the speaker's day, inside quotation marks that open behind a day just named.
    """
    moment = item.expression.moment
    if day is None or moment is None or moment.weekday is not None or anchor.day is None:
        return None
    if moment.shift is None or moment.shift[0] != "D" or day[0].line is not item.line:
        return None
    line, start = item.line, item.expression.start
    opened = line.quotes[bisect_left(line.quotes, start) - 1] if item.quoted else -1
    if not day[0].expression.end <= opened <= day[0].expression.end + _SAID_WITHIN:
        return None
    between = {line.form(index) for index in range(day[0].expression.end, opened)}
    said = read_anchor(day[1].value)
    if said.day is None or said.day > anchor.day or not between.isdisjoint((".", "?", "!", '"')):
        return None
    return said
