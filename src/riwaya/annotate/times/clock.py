"""Times of the clock, with parts of the day and zones."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.times.calendar import Found
from riwaya.annotate.times.days import read_day
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_cardinal, read_ordinal

_FIGURES = re.compile(r"(\d{1,2})[:.,](\d{2})(?::(\d{2}))?")
_SECONDS = re.compile(r"(?<=:\d\d):\d\d$")
_MINUTES = {"النصف": 30, "نصف": 30, "الربع": 15, "ربع": 15, "الثلث": 20, "ثلث": 20, "ربعا": 15, "ثلثا": 20}
_ZONE_WORDS = ("بتوقيت", "توقيت")


def read_clock(line: Line, index: int) -> Found | None:
    """Return «الساعة 3:30 بتوقيت غرينتش», «14:00 ت غ», «السابعة والنصف مساء», «الساعة الثامنة من صباح اليوم»."""
    marked = line.bare(index) == "الساعه" and line.read(index) is not None
    start = index + marked
    face = _face(line, start, marked=marked)
    if face is None:
        return None
    hour, minute, end, written = face
    seconds = _SECONDS.search(line.form(start))
    part, end = _part(line, end)
    zone, after = _zone(line, end)
    shown = marked or part or after > end or (written and line.form(index - 1) in ("عند", "الساعه"))
    if not shown and not (line.form(end) == "من" and line.sense(end + 1, "part") is not None):
        return None
    clock = f"{_hour(hour, part) if hour < 25 else hour}:{minute:02d}" + (seconds[0] if seconds else "")
    moment = Moment(shift=("D", 0), clock=clock, zone=zone)
    return _with_day(line, after, moment, part)


def _face(line: Line, start: int, *, marked: bool) -> tuple[int, int, int, bool] | None:
    """Return hour, minute, the index behind, and whether both stand in figures."""
    reading = line.read(start)
    if reading is None:
        return None
    figures = _FIGURES.fullmatch(reading.form)
    if figures:
        return int(figures[1]), int(figures[2]), start + 1, ":" in reading.form
    if reading.number is not None and reading.form.isdecimal():
        if len(reading.form) == 4 and marked:
            return int(reading.form[:2]), int(reading.form[2:]), start + 1, True
        if len(reading.form) > 2:
            return None
        return _minutes(line, int(reading.number), start + 1)
    ordinal = read_ordinal(line, start)
    hour = ordinal[0] if ordinal is not None else 1 if line.form(start) == "الواحده" else None
    if hour is None or hour > 12:
        return None
    return _minutes(line, hour, ordinal[1] if ordinal is not None else start + 1)


def _minutes(line: Line, hour: int, end: int) -> tuple[int, int, int, bool]:
    form = line.form(end)
    if form.startswith("و") and form[1:] in _MINUTES:
        return hour, _MINUTES[form[1:]], end + 1, False
    if form == "و" and line.form(end + 1) in _MINUTES:
        return hour, _MINUTES[line.form(end + 1)], end + 2, False
    if form == "الا" and line.form(end + 1) in _MINUTES:
        return hour - 1, 60 - _MINUTES[line.form(end + 1)], end + 2, False
    if line.joined(end, "cardinal") is not None or (form == "و" and line.form(end + 1).isdecimal()):
        end_before, end = end, line.skip(end, "و")
        origin, line.origin = line.origin, end
        minutes = read_cardinal(line, end)
        line.origin = origin
        if minutes is not None and minutes[0] < 60 and line.sense(minutes[1], "unit") in ("m1", "mX"):
            return hour, int(minutes[0]), minutes[1] + 1, False
        end = end_before
    return hour, 0, end, False


def _part(line: Line, end: int) -> tuple[str, int]:
    """Return the part of the day behind a clock time: «مساء», «بعد الظهر», «بعد منتصف الليل»."""
    adverb = line.sense(end, "adverb")
    if adverb is not None and line.form(end) not in ("مساء", "صباح"):
        return adverb, end + 1
    if line.form(end) == "مساء" and read_day(line, end + 1) is None:
        return "EV", end + 1
    if line.form(end) == "بعد" and line.form(end + 1) == "الظهر":
        return "AF", end + 2
    if line.form(end) == "بعد" and line.form(end + 1) == "منتصف" and line.form(end + 2) in ("الليل", "ليل"):
        return "NI", end + 3
    return "", end


def _zone(line: Line, end: int) -> tuple[str, int]:
    """Return the zone's suffix and the index behind it: «بتوقيت غرينتش», «ت غ», «بالتوقيت المحلي», «GMT+3»."""
    start = line.skip(end, "(")
    closing = start - end
    form = line.form(start)
    if form in ("gmt", "utc"):
        return _close(line, "Z", start + 1, closing)
    if form == "ت" and line.form(start + 1) == "غ":
        return _close(line, "Z", start + 2, closing)
    if form == "بالتوقيت":
        return _close(line, "", start + 2, closing)
    if form not in _ZONE_WORDS:
        return "", end
    name = line.form(start + 1)
    reading = line.read(start + 1)
    if reading is None or "zone" not in reading.senses:
        # An unknown town's time: its words belong to the expression, its offset is not known.
        return _close(line, "", start + 2, closing) if name.isalpha() else ("", end)
    after = start + 2 + (line.form(start + 2) in ("المكرمه", "الصيفي", "المحلي"))
    return _close(line, reading.senses["zone"], after, closing)


def _close(line: Line, zone: str, end: int, closing: int) -> tuple[str, int]:
    return zone, end + (closing and line.form(end) == ")")


def _hour(hour: int, part: str) -> str:
    if (part in ("EV", "AF") and hour < 12) or (part == "MI" and 1 <= hour <= 4) or (part == "NI" and 6 <= hour <= 11):
        hour += 12
    elif part in ("NI", "MO") and hour == 12:
        hour = 0
    return f"{hour:02d}"


def _with_day(line: Line, end: int, moment: Moment, part: str) -> Found:
    """Return the clock time on the day that follows it: «الساعة 3:30 من مساء الأربعاء», «8 صباحا يوم الخميس»."""
    start = line.skip(end, "من", ",") if line.form(end) == "من" else end
    named_part = line.sense(start, "part")
    inner = start + 1 if named_part is not None and not line.definite(start) else start
    if line.form(start) == "بعد" and line.form(start + 1) == "ظهر":
        named_part, inner = "AF", start + 2
    day = read_day(line, inner)
    if day is None or not day[0].is_day or day[0].clock:
        return moment, end
    clock = moment.clock
    hour, minute = clock.split(":", 1)
    if named_part is not None and inner > start:
        clock = f"{_hour(int(hour), named_part)}:{minute}"
    return replace(day[0], clock=clock, zone=moment.zone, part=""), day[1]
