"""Zones of clock times: «بتوقيت غرينتش», «ت غ», «بالتوقيت المحلي», «GMT+3»."""

from __future__ import annotations

from riwaya.annotate.times.line import Line

_ZONE_WORDS = ("بتوقيت", "توقيت")
_SECOND_WORDS = ("المكرمه", "الصيفي", "المحلي", "المحتله", "الشرقي", "الشتوي")
_HOURS = 15


def read_zone(line: Line, end: int) -> tuple[str, int]:
    """Return the zone's suffix («Z», «+03:00», "" where its offset is not known) and the index behind its words."""
    start = line.skip(end, "(")
    closing = start - end
    form = line.form(start)
    if form in ("gmt", "utc"):
        return _shifted(line, start + 1, closing)
    if form == "ت":
        letter = start + 1 + (line.form(start + 1) == ".")
        return _shifted(line, letter + 1, closing) if line.form(letter) == "غ" else ("", end)
    if form == "بالتوقيت":
        return _close(line, "", start + 2, closing) if line.form(start + 1).isalpha() else ("", end)
    if form not in _ZONE_WORDS:
        return "", end
    name = line.form(start + 1)
    if name in ("gmt", "utc"):
        return _shifted(line, start + 2, closing)
    reading = line.read(start + 1)
    if reading is None or "zone" not in reading.senses:
        # An unknown town's time: its words belong to the expression, its offset is not known.
        return _close(line, "", start + 2, closing) if name.isalpha() else ("", end)
    after = start + 2 + (line.form(start + 2) in _SECOND_WORDS)
    if reading.senses["zone"] == "Z":
        return _shifted(line, after, closing)
    return _close(line, reading.senses["zone"], after, closing)


def _shifted(line: Line, index: int, closing: int) -> tuple[str, int]:
    """Return Greenwich's zone, with the hours that «+3» behind it adds."""
    sign, hours = line.form(index), line.form(index + 1)
    if (
        sign in ("+", "-")
        and hours.isdecimal()
        and len(hours) <= 2
        and int(hours) < _HOURS
        and line.adjacent(index + 1)
    ):
        return _close(line, f"{sign}{int(hours):02d}:00" if int(hours) else "Z", index + 2, closing)
    return _close(line, "Z", index, closing)


def _close(line: Line, zone: str, end: int, closing: int) -> tuple[str, int]:
    return zone, end + (closing and line.form(end) == ")")
