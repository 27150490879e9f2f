"""Times of a document: found by the scanner, resolved against the article's anchor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from riwaya.annotate.document import Document
from riwaya.annotate.times.anchor import Anchor, read_anchor
from riwaya.annotate.times.antecedents import Antecedents
from riwaya.annotate.times.calendars import compare_calendars
from riwaya.annotate.times.grain import granularity
from riwaya.annotate.times.line import lines_of
from riwaya.annotate.times.modifiers import read_modifier
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.order import put_in_order
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.passages import Found, Passages, read_passages, spoken_on
from riwaya.annotate.times.resolve import resolve
from riwaya.annotate.times.scan import scan
from riwaya.annotate.times.sharing import share
from riwaya.annotate.times.written import Written
from riwaya.model import Span, Time

_SAME_SENTENCE_REACH = 12
_HEADING_WORDS = 3  # marks included

_Resolution = tuple[Found, Resolved]


def find_times(document: Document, anchor: Anchor) -> list[Time]:
    """Return the time expressions of a document in text order, none overlapping, each with its value.

    Args:
        document: the field of an article to read.
        anchor: the article's publication; unknown leaves relative times without a value, or with a partial one.
    """
    return read_times(document, anchor)[0]


def read_times(document: Document, anchor: Anchor) -> tuple[list[Time], Written]:
    """Return the times as `find_times` does, and which parts of the text its words say were written on another day."""
    found = share([Found(line, expression) for line in lines_of(document) for expression in scan(line)], anchor)
    passages = read_passages(found, anchor)
    times = [
        _time(document, item, resolved, passages.anchor(item))
        for item, resolved in compare_calendars(_resolve_all(found, passages))
    ]
    return times, passages.written(found, len(document.text), anchor)


def _resolve_all(found: list[Found], passages: Passages) -> list[_Resolution]:
    """Return the expressions with their values, each in the light of the day named before it."""
    done: list[_Resolution] = []
    last_day: _Resolution | None = None
    told_day: _Resolution | None = None  # the last one outside quotation marks
    heading: _Resolution | None = None
    named = Antecedents()
    for item in found:
        moment = item.expression.moment
        if moment is None:
            done.append((item, Resolved(item.expression.value, False)))
            continue
        anchor = passages.anchor(item)
        said = spoken_on(item, told_day, anchor)
        if moment.follows:
            counted = _count(item, named.before(item), said or anchor)
            if counted is None:
                done += _inside(item, anchor)
                continue
            item, resolved = counted
        else:
            resolved = _resolve(item, said or anchor, last_day, heading)
        if moment.feast == "eid" and not resolved.value:
            continue
        if said is not None and resolved.anchored and not resolved.counted_from:
            resolved = replace(resolved, counted_from=_written(said))
        resolved = put_in_order(done, item, resolved, anchor)
        done.append((item, resolved))
        named.note(item, resolved)
        if moment.is_day and len(resolved.value) >= 10 and not resolved.flag and read_anchor(resolved.value).day:
            last_day = (item, resolved)
            told_day = told_day if item.quoted else last_day
            heading = last_day if _is_heading(item) else None
    return done


def _is_heading(item: Found) -> bool:
    """Return whether a line is little more than its day: what follows in a programme or list is on that day."""
    return len(item.line) <= item.expression.end - item.expression.start + _HEADING_WORDS


def _resolve(item: Found, anchor: Anchor, last_day: _Resolution | None, heading: _Resolution | None) -> Resolved:
    moment = item.expression.moment or Moment()
    resolved = resolve(moment, anchor, outlook=item.expression.outlook)
    if last_day is None or resolved.flag or item.says_day:
        return resolved
    # «الجمعة ... عند الساعة 04,00», «الجمعة ... وفي المساء»: the day just named in the same sentence.
    before, day = last_day
    near = before.line is item.line and item.expression.start - before.expression.end <= _SAME_SENTENCE_REACH
    listed = heading is not None and item.expression.start <= 1 and before.line is not item.line
    if listed and heading is not None:
        day = heading[1]
    if (moment.clock or _is_bare_part(item)) and (listed or (near and not _sentence_between(item, before))):
        return replace(resolved, value=day.value[:10] + "T" + resolved.value.partition("T")[2], anchored=day.anchored)
    return resolved


def _count(item: Found, named: tuple[date, str] | None, anchor: Anchor) -> _Resolution | None:
    """Return a time counted from the one named before it: «اليوم التالي», «الأحد التالي», «27 منه», «العام نفسه».

    Where the text names none, a day and month are of no year («5 مايو من العام نفسه»).
    """
    moment = item.expression.moment or Moment()
    if named is None:
        if moment.month is None:
            return None
        # «5 مايو من العام نفسه»: of which year the text does not tell.
        plain = replace(moment, follows=False, shift=None)
        return item, resolve(plain, Anchor(None, None), outlook=item.expression.outlook)
    day, written = named
    if moment.year is not None or moment.relation is not None:
        other = Moment(
            year=moment.year, shift=None if moment.relation is None else ("Y", moment.relation), month=day.month
        )
        other = replace(other, day=day.day) if moment.shift == ("D", 0) else other
        return item, resolve(other, anchor, outlook=Outlook.OPEN)
    if moment.weekday is not None:
        moment = replace(moment, relation=1)
    found = resolve(moment, Anchor.on(day), outlook=Outlook.OPEN)
    return item, replace(found, anchored=True, counted_from=written)


def _inside(item: Found, anchor: Anchor) -> list[_Resolution]:
    """Return what stands within an expression that counts from nothing: «يومين» of «بعدها بيومين», «عام 2020»."""
    line, expression = item.line, item.expression
    inner = (Found(line, found) for found in scan(line, expression.start + 1, expression.end))
    return [
        (
            found,
            Resolved(found.expression.value, False)
            if moment is None
            else resolve(moment, anchor, outlook=Outlook.OPEN),
        )
        for found in inner
        if (moment := found.expression.moment) is None or not moment.follows
    ]


def _is_bare_part(item: Found) -> bool:
    """Return whether an expression is «الصباح», «المساء» or «بعد الظهر», of whatever day; «الليلة» is of today."""
    first = item.line.bare(item.expression.start)
    return first in ("الصباح", "المساء") or (
        first in ("بعد", "قبل") and item.expression.end - item.expression.start == 2
    )


def _sentence_between(item: Found, before: Found) -> bool:
    tokens = item.line.tokens[before.expression.end : item.expression.start]
    return any(token.form in (".", "?", "!") for token in tokens)


def _time(document: Document, item: Found, resolved: Resolved, anchor: Anchor) -> Time:
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
        modifier=(moment.modifier if moment is not None else "") or read_modifier(item),
        flag=resolved.flag,
        granularity=granularity(resolved.value, expression.type),
        other_value=resolved.other,
    )


def _written(anchor: Anchor) -> str:
    """Return the anchor as Time.anchor shows it: the day, the interval, or "" where nothing is known."""
    if anchor.earliest is None or anchor.latest is None:
        return ""
    first, last = anchor.earliest.isoformat(), anchor.latest.isoformat()
    return first if first == last else f"{first}/{last}"
