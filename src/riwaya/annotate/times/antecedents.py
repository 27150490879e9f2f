"""What a text has named so far that later words count from: its last day, week, month and year."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import SENTENCE_MARKS, Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.outcome import Resolved
from riwaya.annotate.times.passages import Found

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:-[QH]\d|-SP|-SU|-FA|-WI)?(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_RULES = re.compile(r"[وف]?(?:ي|ت)(?:بدا|نتهي|ستمر|متد|عقد|جري|قام|صدر|نص)")
_UNTIL = frozenset(("حتي", "الي"))
_CALENDAR_UNITS = frozenset("MY")
_SENTENCES_APART = 1
_REACH = 8  # of a comparison, in words


class Antecedents:
    """The last times of a text, by the unit that they name."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[Found, str]] = {}

    def note(self, item: Found, resolved: Resolved) -> None:
        """Keep a time that was resolved, for what counts from its day, its month or its year."""
        moment = item.expression.moment
        if moment is None or resolved.flag or (moment.clock and not item.says_day and moment.shift == ("D", 0)):
            return
        week, written = _WEEK.fullmatch(resolved.value), _VALUE.fullmatch(resolved.value)
        if week:
            self._last["W"] = item, date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat()
        elif written is None or moment.hijri:
            # The months and years of another calendar are not kept, nor those before them meant.
            for unit in "MY":
                self._last.pop(unit, None)
        if written is None:
            return
        if written[3]:
            self._last["D"] = self._last["W"] = item, resolved.value[:10]
        if moment.hijri or not _names_year(moment):
            return
        self._last["Y"] = item, written[1]
        if written[2]:
            self._last["M"] = item, resolved.value[:7]

    def before(self, item: Found) -> tuple[date, str] | None:
        """Return the day that an expression counts from, and as much of it as the text has named."""
        moment = item.expression.moment or Moment()
        unit = moment.shift[0] if moment.shift is not None else "D"
        named = self._last.get(unit)
        if named is None or (named[0].quoted and not item.quoted):
            return None
        apart = sentences_between(named[0], item)
        if apart > _SENTENCES_APART or (_is_previous(item, unit) and (apart or _is_compared(named[0]))):
            return None  # «العام السابق» alone is often the last one
        if _is_of_any_year(item):
            return None
        value = named[1]
        day = date.fromisoformat(value + "-01-01"[len(value) - 10 :] if len(value) < 10 else value)
        return day, value


def _names_year(moment: Moment) -> bool:
    """Return whether an expression names more than a day of the running weeks: a month, a year, a part of one."""
    counted = moment.shift is not None and moment.shift[0] in _CALENDAR_UNITS
    return moment.month is not None or moment.year is not None or bool(moment.period) or counted


def _is_previous(item: Found, unit: str) -> bool:
    """Return whether an expression is «الشهر السابق» or «العام السابق»."""
    moment = item.expression.moment or Moment()
    back = moment.shift is not None and moment.shift[1] < 0 and unit in _CALENDAR_UNITS
    return back and item.line.form(item.expression.end - 1) in words("previous-time")


def _is_of_any_year(item: Found) -> bool:
    """Return whether a rule tells of a year after another: «تبدأ في يوليو وتنتهي في يونيو من العام التالي»."""
    line, start = item.line, item.expression.start
    moment = item.expression.moment or Moment()
    if moment.shift is None or moment.shift[0] != "Y" or moment.shift[1] <= 0:
        return False
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        reading = line.readings[index]
        if line.form(index) in SENTENCE_MARKS or (reading is not None and "past" in reading.senses):
            return False
        if _RULES.fullmatch(line.form(index)):
            return True
    return line.form(start - 1) in _UNTIL


def _is_compared(item: Found) -> bool:
    """Return whether a time is only one that another is held against: «مقارنة بعام 2016», «أعلى مستوى منذ مارس»."""
    start = item.expression.start
    return any(item.line.form(index) in words("compared") for index in range(max(0, start - _REACH), start))


def sentences_between(first: Found, second: Found) -> int:
    """Return how many ends of sentences or lines stand between two expressions."""
    start, end = first.expression.end, second.expression.start
    if first.line is second.line:
        return _marks(first.line, start, end)
    behind = first.line.tokens[-1].end
    between = second.line.text[behind : second.line.tokens[0].start]
    last = first.line.form(len(first.line) - 1) in SENTENCE_MARKS
    lines = 1 if not between.strip() else 2
    return _marks(first.line, start, len(first.line) - last) + _marks(second.line, 0, end) + lines


def _marks(line: Line, start: int, end: int) -> int:
    """Return how many sentences end there; of several marks in a row the last counts."""
    ends = (line.tokens[index].form in SENTENCE_MARKS for index in range(start, end))
    return sum(first and not second for first, second in pairwise((*ends, False)))
