"""Values of table cells, JSON members and feed elements as the strings that our fields hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from riwaya.ingest.charset import detect_charset

_NOTHING = frozenset({"nan", "none", "null", "n/a", "nat", "<na>", "undefined"})
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d|UTC|GMT))?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?")
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4}\s+\d{1,2}:\d\d")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_NAMING = ("name", "text", "value", "content", "#text", "@value", "rendered", "title", "$date", "url", "@id")
_LONGEST_LIST = 5_000
_QUOTED = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")
_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table|blockquote|figure|article|section|html|body)\s*>"
    r"|<(?:br|img|p|hr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def as_text(value: object) -> str:
    """Return a body or any other value as a string, character for character.

    A list of paragraphs is joined by newlines, of an object its name or its text serves; "" for what holds no text.
    """
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, bytes):
        return value.decode(detect_charset(value) or "utf-8", "replace")
    if isinstance(value, (list, tuple)):
        return "\n".join(filter(None, (as_text(item) for item in value if isinstance(item, (str, bytes, dict)))))
    if isinstance(value, dict):
        parts = (value.get(name) for name in _NAMING)
        return next((as_text(part) for part in parts if isinstance(part, (str, bytes)) and part), "")
    if isinstance(value, bool) or value is None or (isinstance(value, float) and value != value):
        return ""
    return str(value)


def as_line(value: object) -> str:
    """Return a short value on one line, "" for the usual ways to write nothing."""
    line = _UNPRINTABLE.sub(" ", as_text(value)).strip()
    return "" if line.casefold() in _NOTHING else line


def as_list(value: object) -> list[str]:
    """Return names: of a list, of a list written as text, or of names separated by semicolons."""
    if isinstance(value, (list, tuple)):
        return _distinct(name for item in value for name in as_list(item))
    line = as_line(value)
    if line.startswith("[") and line.endswith("]") and len(line) < _LONGEST_LIST:
        return _distinct((single or double).replace("\\", "") for single, double in _QUOTED.findall(line))
    return _distinct(re.split("[;؛]", line))


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in map(str.strip, names) if name))


def is_html(text: str) -> bool:
    """Return whether a row's text is marked up."""
    return _TAG.search(text) is not None


def as_published(value: object) -> str:
    """Return a date or time in ISO form where its writing leaves no doubt, else as written."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_epoch(value)
    line = as_line(value)
    if found := _ISO.fullmatch(line):
        return _from_iso(found[1], found[2] or "", found[3] or "")
    if re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", line):
        return _from_epoch(float(line))
    if found := _COMPACT.fullmatch(line):
        clock = f"{found[4]}:{found[5]}:{found[6]}" if found[4] else ""
        return _from_iso(f"{found[1]}-{found[2]}-{found[3]}", clock, "Z" if line.endswith("Z") else "") or line
    if _MAIL.match(line):
        try:
            return parsedate_to_datetime(line).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            return line
    return line


def _from_iso(day: str, clock: str, zone: str) -> str:
    if zone in ("UTC", "GMT"):
        zone = "Z"
    elif zone[1:].isdigit():
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    return f"{day}T{clock}{zone}" if clock else day


def _from_epoch(value: float) -> str:
    """Return an instant for seconds or milliseconds since 1970 between 1980 and 2100, "" for any other number."""
    if value != value:
        return ""
    seconds = value / 1000 if value > 1e11 else value
    if 315_532_800 <= seconds <= 4_102_444_800:
        return datetime.fromtimestamp(int(seconds), UTC).isoformat().replace("+00:00", "Z")
    return as_published(str(int(value))) if 19_000_101 <= value <= 21_001_231 else ""


def choose_published(candidates: Sequence[tuple[int, object]]) -> str:
    """Return the publication date out of several columns.

    The best-ranked column says the day; among those that agree the one with time and zone is taken, and a time of day
    in a column of its own is added.

    Args:
        candidates: (rank, value), best rank first.
    """
    values = [(rank, text) for rank, value in candidates if (text := as_published(value))]
    dated = [(rank, text) for rank, text in values if _ISO.fullmatch(text)]
    clocks = [text for _, text in values if _CLOCK.fullmatch(text)]
    if not dated:
        return next((text for _, text in values if text not in clocks), "")
    day = dated[0][1][:10]
    best = max((text for _, text in dated if text.startswith(day)), key=len)
    if len(best) == 10 and clocks:
        clock = clocks[0] if clocks[0].index(":") == 2 else f"0{clocks[0]}"
        return f"{best}T{clock}"
    return best
