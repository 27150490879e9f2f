"""Times of a document: found by the scanner, resolved against the article's anchor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from riwaya.annotate.document import Document
from riwaya.annotate.times.anchor import Anchor, read_anchor
from riwaya.annotate.times.line import Line, lines_of
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.resolve import resolve
from riwaya.annotate.times.scan import Expression, scan
from riwaya.model import Span, Time

_SAME_SENTENCE_REACH = 12
_HEADING_WORDS = 3  # marks included


@dataclass(frozen=True, slots=True)
class _Found:
    line: Line
    expression: Expression


def find_times(document: Document, anchor: Anchor) -> list[Time]:
    """Return the time expressions of a document in text order, none overlapping, each with its value.

    Args:
        document: the field of an article to read.
        anchor: the article's publication; unknown leaves relative times without a value, or with a partial one.
    """
    found = _share_years([_Found(line, expression) for line in lines_of(document) for expression in scan(line)])
    anchor = _written_on(found, anchor)
    times: list[Time] = []
    last_day: tuple[_Found, Resolved] | None = None
    heading: tuple[_Found, Resolved] | None = None
    for item in found:
        if item.expression.moment is None:
            times.append(_time(document, item, Resolved(item.expression.value, False), anchor))
            continue
        if item.expression.moment.follows and last_day is None:
            continue
        resolved = _resolve(item, anchor, last_day, heading)
        times.append(_time(document, item, resolved, anchor))
        if (
            item.expression.moment.is_day
            and len(resolved.value) >= 10
            and not resolved.flag
            and read_anchor(resolved.value).day
        ):
            last_day = (item, resolved)
            heading = last_day if _is_heading(item) else None
    return times


def _share_years(found: list[_Found]) -> list[_Found]:
    """Return the expressions with the year of a range's end given to its start («بين يوليو وديسمبر 2015»)."""
    shared = list(found)
    for place in range(len(found) - 2, -1, -1):
        first, second = found[place], shared[place + 1]
        moment, other = first.expression.moment, second.expression.moment
        if moment is None or other is None or moment.month is None or other.month is None:
            continue
        if (moment.year, moment.shift, moment.relation, moment.value) != (None, None, None, "") or other.year is None:
            continue
        if first.line is second.line and _linked(first, second) and moment.hijri == other.hijri:
            year = other.year if moment.month <= other.month else other.year - 1
            shared[place] = replace(first, expression=replace(first.expression, moment=replace(moment, year=year)))
    return shared


def _linked(first: _Found, second: _Found) -> bool:
    """Return whether only «إلى», «حتى», «و» or a dash stand between two expressions."""
    between = first.line.tokens[first.expression.end : second.expression.start]
    reading = second.line.readings[second.expression.start]
    if not between:
        return reading is not None and reading.prefix == "و"
    return len(between) == 1 and between[0].form in ("الي", "حتي", "وحتي", "و", "-")


def _written_on(found: list[_Found], anchor: Anchor) -> Anchor:
    """Return the day the words were written on, where «أمس الاثنين» and the like all say that it is another one.

    A page republished later keeps its wording; then «اليوم» and «غدا» count from the day it was written.
    """
    if anchor.day is None:
        return anchor
    implied: set[date] = set()
    for item in found:
        moment = item.expression.moment
        if moment is None or moment.weekday is None or moment.day is not None or moment.shift is None:
            continue
        if moment.shift[0] == "D":
            day = date.fromisoformat(resolve(replace(moment, part="", clock=""), anchor, outlook=Outlook.OPEN).value)
            implied.add(day - timedelta(moment.shift[1]))
    return Anchor.on(implied.pop()) if len(implied) == 1 else anchor


def _is_heading(item: _Found) -> bool:
    """Return whether a line is little more than its day: what follows in a programme or list is on that day."""
    return len(item.line) <= item.expression.end - item.expression.start + _HEADING_WORDS


def _resolve(
    item: _Found,
    anchor: Anchor,
    last_day: tuple[_Found, Resolved] | None,
    heading: tuple[_Found, Resolved] | None,
) -> Resolved:
    moment = item.expression.moment or Moment()
    if moment.follows and last_day is not None:
        day_before = last_day[1].value[:10]
        found = resolve(moment, Anchor.on(date.fromisoformat(day_before)), outlook=Outlook.OPEN)
        return replace(found, counted_from=day_before)
    resolved = resolve(moment, anchor, outlook=item.expression.outlook)
    if moment.clock and moment.shift == ("D", 0) and moment.weekday is None and last_day is not None:
        # «الجمعة ... عند الساعة 04,00»: the day just named in the same sentence.
        before, day = last_day
        near = before.line is item.line and item.expression.start - before.expression.end <= _SAME_SENTENCE_REACH
        listed = heading is not None and item.expression.start <= 1 and before.line is not item.line
        if listed and heading is not None:
            day = heading[1]
        if not resolved.flag and (listed or (near and not _sentence_between(item, before))):
            return replace(
                resolved, value=day.value[:10] + "T" + resolved.value.partition("T")[2], anchored=day.anchored
            )
    return resolved


def _sentence_between(item: _Found, before: _Found) -> bool:
    tokens = item.line.tokens[before.expression.end : item.expression.start]
    return any(token.form in (".", "?", "!") for token in tokens)


def _time(document: Document, item: _Found, resolved: Resolved, anchor: Anchor) -> Time:
    line, expression = item.line, item.expression
    span = Span(line.word_start(expression.start), line.tokens[expression.end - 1].end)
    moment = expression.moment
    anchored_on = (resolved.counted_from or _written(anchor)) if resolved.anchored else ""
    return Time(
        id=Time.make_id(document.article.id, document.field, span),
        article_id=document.article.id,
        field=document.field,
        span=span,
        text=span.of(document.text),
        type=expression.type,
        value=resolved.value,
        anchor=anchored_on,
        modifier=moment.modifier if moment is not None else "",
        flag=resolved.flag,
    )


def _written(anchor: Anchor) -> str:
    """Return the anchor as Time.anchor shows it: the day, the interval, or "" where nothing is known."""
    if anchor.earliest is None or anchor.latest is None:
        return ""
    first, last = anchor.earliest.isoformat(), anchor.latest.isoformat()
    return first if first == last else f"{first}/{last}"
