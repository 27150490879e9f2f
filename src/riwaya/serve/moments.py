"""Publication times for people: the clock as the article gives it, and whose clock it is."""

from __future__ import annotations

import re

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$")


def moment_text(when: str, words: dict[str, str]) -> str:
    """Return an ISO date, date-time or interval with the zone of its clock named, as the source's own where unknown."""
    if "/" in when:
        return " – ".join(moment_text(part, words) for part in when.split("/"))
    found = _MOMENT.match(when)
    if found is None:
        return when
    day, clock, zone = found.groups()
    # No break before the zone: an offset alone on the next line belongs to no clock.
    zone_text = _zone_text(zone, words).replace(" ", "\u00a0")
    return f"{day} {clock}\u00a0{zone_text}" if clock else day


def _zone_text(zone: str | None, words: dict[str, str]) -> str:
    if zone is None:
        return words["zone_source"]
    if zone == "Z" or zone[1:] == "00:00":
        return words["zone_utc"]
    hours, minutes = zone[1:].split(":")
    # The sign goes with the digits, wherever the line runs.
    offset = f"\u2066{zone[0]}{int(hours)}{'' if minutes == '00' else f':{minutes}'}\u2069"
    return words["zone_offset"].replace("{offset}", offset)
