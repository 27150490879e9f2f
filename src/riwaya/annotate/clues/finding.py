"""Clues to the day of writing: time expressions read without any anchor, each with the way it looks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from riwaya.annotate.document import Document
from riwaya.annotate.times.anchor import Anchor
from riwaya.annotate.times.line import Line, lines_of
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.resolve import resolve
from riwaya.annotate.times.scan import Expression, scan
from riwaya.model import Bearing, Clue, ClueKind, Span

_KINDS = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), ClueKind.DAY),
    (re.compile(r"XXXX-\d{2}-\d{2}"), ClueKind.DAY_OF_YEAR),
    (re.compile(r"XXXX-WXX-[1-7]"), ClueKind.WEEKDAY),
    (re.compile(r"\d{4}-\d{2}"), ClueKind.MONTH),
    (re.compile(r"XXXX-\d{2}"), ClueKind.MONTH_OF_YEAR),
    (re.compile(r"\d{4}"), ClueKind.YEAR),
)
_STRETCH = re.compile(r"(\d{4})-\d{2}-\d{2}/\1-\d{2}-\d{2}")
_BEARINGS = {
    Outlook.OVER: Bearing.PAST, Outlook.BEHIND: Bearing.PAST, Outlook.REPORTED: Bearing.PAST,
    Outlook.OPEN: Bearing.OPEN, Outlook.SCHEDULED: Bearing.OPEN, Outlook.DUE: Bearing.OPEN,
    Outlook.AHEAD: Bearing.AHEAD,
}  # fmt: skip
_RELATIONS = {-1: Bearing.LAST, 0: Bearing.THIS, 1: Bearing.NEXT}
_MOST = 40  # clues of an article; a chronicle of hundreds of dates says no more than its first and last


def find_clues(document: Document) -> list[Clue]:
    """Return the clues of a document in text order, at most `_MOST`."""
    clues: list[Clue] = []
    for line in lines_of(document):
        for expression in scan(line):
            clue = _clue(document, line, expression)
            if clue is not None:
                clues.append(clue)
    return clues if len(clues) <= _MOST else _chosen(clues)


def _chosen(clues: list[Clue]) -> list[Clue]:
    """Return the first clues and, of the rest, the one with the latest value of each kind."""
    kept = clues[: _MOST - len(ClueKind)]
    latest = {clue.kind: clue for clue in sorted(clues[len(kept) :], key=lambda clue: clue.value)}
    return kept + [clue for clue in clues[len(kept) :] if latest.get(clue.kind) is clue]


def _clue(document: Document, line: Line, expression: Expression) -> Clue | None:
    moment = expression.moment
    if moment is None or moment.follows or moment.value:
        return None
    offset = _offset(line, expression)
    bare = replace(moment, part="", clock="", zone="", shift=None if moment.is_day else moment.shift)
    found = resolve(bare, Anchor(), outlook=Outlook.OPEN)
    if found.flag == "impossible" or (bare == Moment() and offset is None):
        return None
    kind, value = _kind(found.value)
    if kind is None:
        return None
    if offset is not None:
        kind, value = _written(kind, value, offset)
        if kind is None:
            return None
    weekday = moment.weekday or 0
    span = Span(line.word_start(expression.start), line.tokens[expression.end - 1].end)
    if offset is not None and weekday:
        weekday = (weekday - offset - 1) % 7 + 1
    return Clue(kind, _bearing(moment, expression), value, weekday, document.field, span, span.of(document.text))


def _kind(value: str) -> tuple[ClueKind | None, str]:
    """Return kind and value of a clue; a Hijri month is of the year that all its days lie in."""
    stretch = _STRETCH.fullmatch(value)
    if stretch:
        return ClueKind.YEAR, stretch[1]
    named = value.partition("-Q")[0].partition("-H")[0]
    return next(((kind, named) for pattern, kind in _KINDS if pattern.fullmatch(named)), (None, ""))


def _offset(line: Line, expression: Expression) -> int | None:
    """Return how many days from the day of writing the words name, where they begin with «اليوم», «أمس» and the like.

    Only where a weekday or a date stands with them: «أمس» alone tells nothing of the calendar.
    """
    moment = expression.moment or Moment()
    if moment.shift is not None and moment.shift[0] == "D" and moment.weekday is not None:
        return moment.shift[1]
    if moment.day is None:
        return None
    for index in range(expression.start, min(expression.start + 3, expression.end)):
        word = line.bare(index)
        if word == "اليوم":
            return 0
        value = line.sense(index, "day")
        if value is not None:
            return int(value) * (2 if index > expression.start and line.bare(index - 1) in ("اول", "قبل", "بعد") else 1)
    return None


def _written(kind: ClueKind, value: str, offset: int) -> tuple[ClueKind | None, str]:
    """Return the clue to the day of writing itself."""
    if kind is ClueKind.WEEKDAY:
        return ClueKind.WRITTEN_WEEKDAY, f"XXXX-WXX-{(int(value[-1]) - offset - 1) % 7 + 1}"
    if kind is ClueKind.DAY:
        day = date.fromisoformat(value)
        # No page was written near either end of the calendar, where there is no day before or behind.
        known = date.min.year < day.year < date.max.year
        return (ClueKind.WRITTEN_DAY, (day - timedelta(offset)).isoformat()) if known else (None, "")
    if kind is ClueKind.DAY_OF_YEAR:
        # 2000 has a 29 February.
        day = date.fromisoformat(f"2000{value[4:]}") - timedelta(offset)
        return ClueKind.WRITTEN_DAY, f"XXXX{day.isoformat()[4:]}"
    return None, ""


def _bearing(moment: Moment, expression: Expression) -> Bearing:
    if moment.relation is not None and abs(moment.relation) > 1:
        return Bearing.PAST if moment.relation < 0 else Bearing.AHEAD  # «الخميس قبل الماضي» is not the last one
    if moment.relation is not None:
        return _RELATIONS.get(max(-1, min(1, moment.relation)), Bearing.OPEN)
    if moment.shift is not None and moment.shift[0] == "W":
        return _RELATIONS.get(max(-1, min(1, moment.shift[1])), Bearing.OPEN)
    return _BEARINGS[expression.outlook]
