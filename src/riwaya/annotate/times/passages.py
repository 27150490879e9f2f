"""Which day a passage was written or spoken on, where that is not the page's day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from riwaya.annotate.times.anchor import Anchor, read_anchor
from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import SENTENCE_MARKS, Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.resolve import resolve
from riwaya.annotate.times.scan import Expression
from riwaya.annotate.times.written import Written
from riwaya.model import Span

_TODAY = ("اليوم", "الليله")
_SAID_WITHIN = 30  # tokens between the day of an utterance and its quotation
_GOES_ON_WITHIN = 8  # tokens between two quotations of one utterance
_PUT_OUT_WITHIN = 1  # days between writing and page on all pages of the press seen, but where they join stretches
_MOST_QUOTATIONS = 8  # of one utterance


@dataclass(frozen=True, slots=True)
class Found:
    """An expression with its line."""

    line: Line
    expression: Expression

    @property
    def position(self) -> int:
        """Where in the text it starts."""
        return self.line.tokens[self.expression.start].start

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
    """The anchor of every expression: of its stretch where words there tell the day it was written on, else the page's.

    Attributes:
        page: the anchor of what tells nothing.
        own: the anchor of lines that do, by the line's identity.
        since: (where in the text a copied stretch starts, its anchor); it goes on to the end.
    """

    page: Anchor
    own: dict[int, Anchor]
    since: tuple[int, Anchor] | None = None

    def anchor(self, item: Found) -> Anchor:
        """Return the anchor of an expression."""
        if self.since is not None and item.position >= self.since[0]:
            return self.since[1]
        return self.own.get(id(item.line), self.page)

    def written(self, found: Iterable[Found], length: int, published: Anchor) -> Written:
        """Return on which day the parts of a text of this length were written, where the page is of another."""
        lines = {id(item.line): item.line.tokens for item in found}
        told = [(Span(lines[key][0].start, lines[key][-1].end), anchor) for key, anchor in self.own.items()]
        if self.since is not None:
            told.append((Span(self.since[0], length), self.since[1]))
        elif self.page != published:
            told.append((Span(0, length), self.page))
        known = ((span, anchor.day.isoformat()) for span, anchor in told if anchor.day and anchor != published)
        return Written(tuple(sorted(known)))


def read_passages(found: list[Found], anchor: Anchor) -> Passages:
    """Return the days that «أمس الاثنين» and the like say a page, or a stretch copied into it, was written on.

    A page put out again a day later keeps its wording: where all such words agree on the day before or after the
    page's, the whole page was written then. Where the day they agree on is further off, what stands before the
    first of them may be the page's own. Where they differ, the page joins stretches, and each line keeps its own.
    """
    if anchor.day is None:
        return Passages(anchor, {})
    found = [item for item in found if not item.quoted]  # what is quoted was said on some other day
    implied: dict[int, set[date]] = {}
    first: Found | None = None
    for item in found:
        moment = item.expression.moment
        if moment is None or moment.weekday is None or moment.day is not None or moment.shift is None:
            continue
        if moment.shift[0] == "D":
            day = date.fromisoformat(resolve(replace(moment, part="", clock=""), anchor, outlook=Outlook.OPEN).value)
            implied.setdefault(id(item.line), set()).add(day - timedelta(moment.shift[1]))
            first = first or item
    days = set().union(*implied.values())
    if len(days) == 1 and first is not None:
        written = days.pop()
        if abs((written - anchor.day).days) <= _PUT_OUT_WITHIN:
            return Passages(Anchor.on(written), {})
        return Passages(anchor, {}, (_sentence_start(first), Anchor.on(written)))
    own = {line: Anchor.on(next(iter(told))) for line, told in implied.items() if len(told) == 1}
    return Passages(anchor, own)


def _sentence_start(item: Found) -> int:
    """Return where in the text the sentence of an expression starts."""
    line, index = item.line, item.expression.start
    while index and line.form(index - 1) not in SENTENCE_MARKS:
        index -= 1
    return line.tokens[index].start


def spoken_on(item: Found, day: tuple[Found, Resolved] | None, anchor: Anchor) -> Anchor | None:
    """Return the day of the utterance that an expression is quoted from: «قال الأربعاء: "التقينا أمس ونعود غدا"».

    Args:
        item: an expression; only what counts from the speaker's day, inside quotation marks, has such a day.
        day: the last day named outside quotation marks; the quotation opens behind it or goes on from one that does.
        anchor: the day the line was written on.
    """
    moment = item.expression.moment
    if day is None or moment is None or anchor.day is None or not item.quoted:
        return None
    if not _counts_from_speaker(moment, item.expression.outlook) or day[0].line is not item.line:
        return None
    line = item.line
    opened = bisect_left(line.quotes, item.expression.start) - 1
    if not _is_said_behind(line, day[0].expression.end, opened):
        return None
    said = read_anchor(day[1].value)
    return None if said.day is None or said.day > anchor.day else said


def _counts_from_speaker(moment: Moment, outlook: Outlook) -> bool:
    """Return whether a time is counted from the day of speaking: «غدا», «الأسبوع المقبل», «سنعود الأحد»."""
    if moment.follows or moment.year is not None:
        return False
    if moment.weekday is None or moment.month is not None:
        return moment.shift is not None or moment.month is not None
    return moment.shift is None and (moment.relation is not None or outlook is Outlook.AHEAD)


def _is_said_behind(line: Line, day_end: int, opened: int) -> bool:
    """Return whether the quotation opened by a mark of the line is of the day that ends at a token.

    Its own mark stands in the sentence of that day, or each quotation between goes on from the one before it
    («"...". وأضاف "..."»).
    """
    first = bisect_left(line.quotes, day_end)
    # Where a mark is missing somewhere, only the quotation right behind the day is sure to be one.
    if first > opened or (opened - first) // 2 >= (1 if len(line.quotes) % 2 else _MOST_QUOTATIONS):
        return False
    start = line.quotes[first]
    before = {line.form(index) for index in range(day_end, min(start, day_end + _SAID_WITHIN + 1))}
    if start > day_end + _SAID_WITHIN or not before.isdisjoint(SENTENCE_MARKS):
        return False
    return all(
        _goes_on(line, line.quotes[place - 1] + 1, line.quotes[place]) for place in range(first + 2, opened + 1, 2)
    )


def _goes_on(line: Line, closed: int, opened: int) -> bool:
    """Return whether the words between two quotations say that the speaker went on: «وأضاف», «متابعا», «وأن»."""
    if opened - closed > _GOES_ON_WITHIN:
        return False
    between = {line.form(index) for index in range(closed, opened)}
    return between <= {",", "و"} or not between.isdisjoint(words("speaker-goes-on"))
