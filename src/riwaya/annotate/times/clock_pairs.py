"""Two clock times that share what one of them says: «من 5 إلى 6 مساء», «بين الثالثة والخامسة فجرا»."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.clock import Face, hour_of_day, marks_hour, read_face, read_whole_clock, written
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.years import Found

_NOON = 12
_REACH = 6  # back to the figures of the first hour
_LINKS = ("الي", "حتي", "وحتي", "-", "و")


def read_first_clock(line: Line, index: int) -> Found | None:
    """Return the first of two clock times, with the part of the day, the zone and the day of the second."""
    marked = marks_hour(line, index)
    first = read_face(line, index + marked, marked=marked > 0)
    if first is None or not (marked or line.led(index, "before-hour")):
        return None
    start = line.skip(first.end, *_LINKS)
    joined = line.readings[start] if start < len(line) else None
    if start == first.end and (joined is None or joined.prefix != "و"):
        return None
    origin, line.origin = line.origin, start
    second = read_whole_clock(line, start)
    line.origin = origin
    if second is None or not (second.part or second.moment.zone) or first.hour > 24:
        return None
    # «من 11 إلى 1 ظهرا»: an hour that is later on the dial lies before the part's turn.
    earlier = (first.hour % 12, first.minute) < (second.face.hour % 12, second.face.minute)
    part = second.part if earlier else ""
    return replace(second.moment, clock=written(first, part)), first.end


def read_second_clock(line: Line, end: int, first: Moment) -> tuple[Moment, int] | None:
    """Return the bare hour that ends a range: 4 of «الساعة 1 بعد الظهر إلى 4»."""
    if line.form(end) not in ("الي", "حتي", "وحتي"):
        return None
    origin, line.origin = line.origin, end + 1
    face = None if read_whole_clock(line, end + 1) is not None else read_face(line, end + 1, marked=False)
    line.origin = origin
    if face is None or face.hour > 12 or not _ends(line, face):
        return None
    began = int(first.clock[:2])
    told = began > _NOON and any(line.form(index)[:2] == first.clock[:2] for index in range(end - _REACH, end))
    afternoon = hour_of_day(face.hour, "AF")
    # «من 22:00 حتى 6:00» is told by the dial of 24 hours; of «من 7 مساء إلى 6» no six in the evening is left.
    hour = afternoon if face.hour <= began < afternoon and not told else face.hour
    return replace(first, clock=f"{hour:02d}:{face.minute:02d}"), face.end


def _ends(line: Line, face: Face) -> bool:
    after = line.form(face.end)
    return not after or not (after[0].isalnum() or after == "%")
