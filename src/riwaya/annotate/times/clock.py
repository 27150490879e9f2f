"""Times of the clock, with parts of the day and zones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from riwaya.annotate.times.days import read_day, read_midnight
from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_cardinal, read_ordinal
from riwaya.annotate.times.years import Found
from riwaya.annotate.times.zones import read_zone

_FIGURES = re.compile(r"(\d{1,2})[:.,](\d{2})(?::(\d{2}))?")
_FEWEST_MINUTES = 5  # told without the word for them
_MINUTES = {"النصف": 30, "نصف": 30, "الربع": 15, "ربع": 15, "الثلث": 20, "ثلث": 20, "ربعا": 15, "ثلثا": 20}


# What may stand right before an hour: a day, another hour, a month.
_BEFORE_HOUR = frozenset(("weekday", "day", "ordinal", "month", "relative", "adverb", "part", "future", "past"))


@dataclass(frozen=True, slots=True)
class Face:
    """What a clock shows: hour, minute, «:ss» or "", the index behind, and how it is written.

    Attributes:
        coloned: in figures with a colon, which little else is.
        worded: with minutes in words («والنصف»), which nothing else has.
    """

    hour: int
    minute: int
    end: int
    seconds: str = ""
    coloned: bool = False
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the clock that was read: its face, its part of the day, its moment, and the index behind it."""

    face: Face
    part: str
    moment: Moment
    end: int


def read_clock(line: Line, index: int) -> Found | None:
    """Return «الساعة 3:30 بتوقيت غرينتش», «14:00 ت غ», «السابعة والنصف مساء», «الساعة الثامنة من صباح اليوم»."""
    clock = read_whole_clock(line, index)
    return None if clock is None else (clock.moment, clock.end)


def read_whole_clock(line: Line, index: int) -> Clock | None:
    """Return the time of the clock that starts here, if the words around it show that it is one."""
    marked = marks_hour(line, index)
    face = read_face(line, index + marked, marked=marked > 0)
    if face is None:
        return None
    midnight = _at_midnight(line, face)
    if midnight is not None:
        return Clock(face, "NI", *midnight)
    part, end = _part(line, face.end)
    zone, after = read_zone(line, end)
    day, day_part, last = _day_behind(line, after)
    part = part or day_part
    if day is not None and after == end:
        zone, last = read_zone(line, last)  # «الخامسة مساء اليوم الخميس بتوقيت ...»
    if not (marked or after > end or _shown(line, index, face, part)):
        return None
    # A number is no hour before the part of another day: «قتل 4 مساء الأحد».
    if not marked and line.form(index - 1) == "-" and line.form(index - 2).isdecimal() and not face.coloned:
        return None  # a score: «2-1 مساء الأحد»
    behind = (day_part and end == face.end) or line.form(face.end) == "في"
    if not marked and behind and not (face.coloned or _led(line, index)):
        return None
    moment = replace(day or Moment(shift=("D", 0)), clock=written(face, part), zone=zone, part="")
    return Clock(face, part, moment, last)


def _at_midnight(line: Line, face: Face) -> Found | None:
    """Return the twelfth hour with «من منتصف الليل» or «منتصف ليل الخميس» behind it as that midnight (or noon)."""
    if (face.hour, face.minute) != (12, 0):
        return None
    start = line.skip(face.end, "من", "عند", "بعد")
    found = read_midnight(line, start)
    if found is None:
        return None
    zone, end = read_zone(line, found[1])
    return replace(found[0], zone=zone, relation=None), end


def marks_hour(line: Line, index: int) -> int:
    """Return how many tokens announce an hour here: «الساعة» one, «الساعة الـ» two, others none."""
    if line.bare(index) != "الساعه" or line.read(index) is None:
        return 0
    return 2 if line.form(index + 1) == "ال" else 1


def _shown(line: Line, index: int, face: Face, part: str) -> bool:
    """Return whether a face without «الساعة» is one: «المرتبة السابعة مساء», «الملكة فلانة الثانية مساء» are none."""
    if line.definite(index) and not face.worded and not _hour_may_follow(line, index):
        return False
    part_before = line.readings[index - 1] if index else None
    led = line.form(index - 1) in ("عند", "الساعه") or line.form(index - 1) == "الظهر"
    led = led or (part_before is not None and "part" in part_before.senses)
    return (
        bool(part)
        or (face.worded and line.definite(index))
        or (face.coloned and led)
        or _before_its_part(line, face.end)
    )


def _hour_may_follow(line: Line, index: int) -> bool:
    """Return whether an hour told by its ordinal can stand behind the word before: no noun that it may belong to."""
    before = line.readings[index - 1] if index else None
    form = line.form(index - 1)
    reading = line.readings[index]
    if not form or not form[0].isalpha() or line.led(index, "before-hour") or (reading is not None and reading.prefix):
        return True
    if before is not None and not _BEFORE_HOUR.isdisjoint(before.senses):
        return True
    return form.startswith(("ي", "ت")) and len(form) >= 4


def _before_its_part(line: Line, end: int) -> bool:
    return line.form(end) == "من" and line.sense(end + 1, "part") is not None and not line.definite(end + 1)


def _led(line: Line, index: int) -> bool:
    return line.definite(index) or line.led(index, "before-hour")


def read_face(line: Line, start: int, *, marked: bool) -> Face | None:
    """Return hour and minute in figures or words; `marked` where «الساعة» stands before them."""
    face = _read_face(line, start, marked=marked)
    return None if face is None else _less_minutes(line, face)


def _less_minutes(line: Line, face: Face) -> Face:
    """Return the face with «إلا خمس دقائق» taken off it."""
    if line.form(face.end) != "الا":
        return face
    minutes = read_cardinal(line, face.end + 1)
    if minutes is None or not 0 < minutes[0] < 60 or line.sense(minutes[1], "unit") not in ("m1", "mX"):
        return face
    total = (face.hour * 60 + face.minute - int(minutes[0])) % (24 * 60)
    return replace(face, hour=total // 60, minute=total % 60, end=minutes[1] + 1, worded=True)


def _read_face(line: Line, start: int, *, marked: bool) -> Face | None:
    reading = line.read(start)
    if reading is None:
        return None
    figures = _FIGURES.fullmatch(reading.form)
    if figures:
        seconds = f":{figures[3]}" if figures[3] else ""
        return Face(int(figures[1]), int(figures[2]), start + 1, seconds, ":" in reading.form)
    if reading.number is not None and reading.form.isdecimal():
        if len(reading.form) == 4 and marked:
            return Face(int(reading.form[:2]), int(reading.form[2:]), start + 1)
        return _minutes(line, int(reading.number), start + 1) if len(reading.form) <= 2 else None
    ordinal = read_ordinal(line, start)
    hour = ordinal[0] if ordinal is not None else 1 if line.form(start) == "الواحده" else None
    if hour is None or hour > 12 or not line.form(start).endswith("ه"):
        return None  # hours are feminine: «عبدالله الثاني مساء اليوم» is none
    return _minutes(line, hour, ordinal[1] if ordinal is not None else start + 1)


def _minutes(line: Line, hour: int, end: int) -> Face:
    form = line.form(end)
    if form.startswith("و") and form[1:] in _MINUTES:
        return Face(hour, _MINUTES[form[1:]], end + 1, worded=True)
    if form == "و" and line.form(end + 1) in _MINUTES:
        return Face(hour, _MINUTES[line.form(end + 1)], end + 2, worded=True)
    if form == "الا" and line.form(end + 1) in _MINUTES:
        return Face((hour - 1) % 12 or 12, 60 - _MINUTES[line.form(end + 1)], end + 2, worded=True)
    in_words = line.joined(end, "cardinal") is not None
    if in_words or (form == "و" and line.form(end + 1).isdecimal()):
        counted = line.skip(end, "و")
        origin, line.origin = line.origin, counted
        minutes = read_cardinal(line, counted)
        line.origin = origin
        if minutes is not None and 0 < minutes[0] < 60:
            said = line.sense(minutes[1], "unit") in ("m1", "mX")
            # «السابعة وخمسة وثلاثين مساء»; but «بين 5 و6 مساء» are two hours.
            told = in_words and (_part(line, minutes[1])[0] or _before_its_part(line, minutes[1]))
            if said or (told and minutes[0] >= _FEWEST_MINUTES):
                return Face(hour, int(minutes[0]), minutes[1] + said, worded=said)
    return Face(hour, 0, end)


def _part(line: Line, end: int) -> tuple[str, int]:
    """Return the part of the day behind a clock time: «مساء», «بعد الظهر», «بعد منتصف الليل»."""
    adverb = line.sense(end, "adverb")
    if adverb is not None and (line.form(end) != "مساء" or read_day(line, end + 1) is None):
        return adverb, end + 1
    if line.form(end) in ("بعد", "قبل") and line.form(end + 1) in ("الظهر", "الظهيره"):
        return "AF" if line.form(end) == "بعد" else "MO", end + 2
    if line.form(end) == "في" and line.definite(end + 1) and line.bare(end + 1) != "الليله":
        in_part = line.sense(end + 1, "part")
        return (in_part, end + 2) if in_part is not None else ("", end)
    if line.form(end) == "بعد" and line.form(end + 1) == "منتصف" and line.form(end + 2) in ("الليل", "ليل"):
        return "NI", end + 3
    return "", end


def hour_of_day(hour: int, part: str) -> int:
    """Return the hour of 24 that an hour of a part of the day is («الثامنة مساء»: 20)."""
    if (part in ("EV", "AF") and hour < 12) or (part == "MI" and 1 <= hour <= 4) or (part == "NI" and 6 <= hour <= 11):
        return hour + 12
    return 0 if part in ("NI", "MO") and hour == 12 else hour


def written(face: Face, part: str) -> str:
    """Return the clock as «hh:mm» or «hh:mm:ss», an impossible hour as it is."""
    hour = hour_of_day(face.hour, part) if face.hour < 25 else face.hour
    return f"{hour:02d}:{face.minute:02d}{face.seconds}"


def _day_behind(line: Line, end: int) -> tuple[Moment | None, str, int]:
    """Return the day that follows, its part, the index behind: «من مساء الأربعاء», «مساء اليوم», «يوم الخميس»."""
    start = line.skip(end, "من")
    if line.form(start) in words("this-part"):
        this = line.sense(start + 1, "part") if line.definite(start + 1) else None
        return (None, "", end) if this is None else (Moment(shift=("D", 0)), this, start + 2)
    if line.form(start) == ",":
        dated = read_day(line, start + 1)
        full = dated is not None and dated[0].month is not None and not dated[0].clock and not dated[0].part
        return (dated[0], "", dated[1]) if dated is not None and full else (None, "", end)
    part = line.sense(start, "part")
    inner = start + 1 if part is not None and not line.definite(start) else start
    if line.form(start) in ("بعد", "قبل") and line.form(start + 1) == "ظهر":
        part, inner = "AF" if line.form(start) == "بعد" else "MO", start + 2
    if part is not None and line.definite(start) and start > end:
        return None, "", end
    day = read_day(line, inner)
    if day is None or not day[0].is_day or day[0].clock or day[0].follows:
        return None, "", end
    return day[0], day[0].part or (part if part is not None and inner > start else ""), day[1]
