"""Times counted from one that the text has named: «اليوم نفسه», «صباح اليوم التالي», «بعدها بيومين»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.lengths import read_length
from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.steps import read_place, read_step
from riwaya.annotate.times.years import YEAR_WORDS, Found, read_year_phrase

_THAT = frozenset(("ذلك", "هذا", "هذه", "تلك"))
_UNITS = frozenset(("D", "W", "M", "Y", "DE"))
_YEARS_OF_DECADE = 10
_NIGHT = "الليله"


def read_mentioned(line: Line, index: int) -> Found | None:
    """Return «اليوم نفسه», «نفس الشهر», «العام التالي», «الليلة ذاتها», «الشهر نفسه من العام الماضي»."""
    step = read_step(line, index)
    if step is None:
        return None
    night = _NIGHT in (line.bare(index), line.form(index + 1))
    moment = Moment(shift=(step.unit, step.number), follows=True, part="NI" if night else "")
    return (
        _of_year(line, step.end, moment) if step.number == 0 and step.unit in "DM" and not night else (moment, step.end)
    )


def read_mentioned_part(line: Line, index: int) -> Found | None:
    """Return «المساء نفسه», «الصباح التالي»: a part of the day named before, or of the one beside it."""
    same = line.sense(index, "same") is not None
    part = line.sense(index + same, "part")
    if part is None or not line.definite(index + same):
        return None
    told = (0, index + 2) if same else read_place(line, index + 1)
    return None if told is None else (Moment(shift=("D", told[0]), part=part, follows=True), told[1])


def _of_year(line: Line, end: int, moment: Moment) -> Found:
    """Return the same day or month with the other year behind it: «الشهر نفسه من العام الماضي»."""
    if line.form(end) not in ("من", *YEAR_WORDS):
        return moment, end
    year = read_year_phrase(line, end)
    if year is None:
        return moment, end
    named, after = year
    if named.follows:
        steps = named.shift[1] if named.shift is not None else 0
        return (replace(moment, shift=("M", 12 * steps)), after) if moment.shift == ("M", 0) else (moment, end)
    return replace(moment, year=named.year, relation=named.shift[1] if named.shift is not None else None), after


def read_length_away(line: Line, index: int) -> Found | None:
    """Return «بعدها بيومين», «قبل ذلك بنحو عامين», «بعد أسبوع من ذلك»."""
    found = _behind_pronoun(line, index) or _before_that(line, index)
    if found is None:
        return None
    (unit, number, modifier), end = found
    if line.sense(index, "away") == "-1" or line.bare(index) == "قبل":
        number = -number
    return Moment(shift=(unit, number), follows=True, modifier=modifier), end


_Away = tuple[tuple[str, int, str], int]


def _behind_pronoun(line: Line, index: int) -> _Away | None:
    """Return the length that «ب» joins to «بعدها» or «قبل ذلك»."""
    start = index + 1
    if line.sense(index, "away") is None:
        if line.bare(index) not in ("بعد", "قبل") or line.form(start) not in _THAT or line.read(index) is None:
            return None
        start += 1
    reading = line.readings[start] if start < len(line) else None
    if line.form(start) == "ب":
        return _length(line, start + 1, "")
    if reading is None or reading.prefix != "ب":
        return None
    if reading.form in words("about"):
        return _length(line, start + 1, "about")
    return _length(line, start, "")


def _before_that(line: Line, index: int) -> _Away | None:
    """Return the length between «بعد» and «من ذلك»."""
    if line.bare(index) not in ("بعد", "قبل") or line.read(index) is None:
        return None
    about = line.form(index + 1) in words("about")
    found = _length(line, index + 1 + about, "about" if about else "")
    if found is None or line.form(found[1]) != "من" or line.form(found[1] + 1) not in ("ذلك", "هذا"):
        return None
    behind = line.readings[found[1] + 2] if found[1] + 2 < len(line) else None
    named = behind is not None and behind.definite  # «بعد يومين من هذا اللقاء»
    return None if named or line.form(found[1] + 2).startswith("ال") else (found[0], found[1] + 2)


def _length(line: Line, start: int, modifier: str) -> _Away | None:
    """Return unit and number of the length that starts here, «ب» attached to it or not."""
    origin, line.origin = line.origin, start
    found = read_length(line, start)
    line.origin = origin
    if found is None or found[0].number is None or found[0].unit not in _UNITS:
        return None
    length, end = found
    decades = length.unit == "DE"
    number = (found[0].number or 0) * (_YEARS_OF_DECADE if decades else 1)
    return ("Y" if decades else length.unit, number, modifier), end
