"""Numbers and ordinals at a position of a line, in digits or words."""

from __future__ import annotations

from riwaya.annotate.times.line import Line

# No number has more parts; a text of «ألف ألف ألف» must not be read again and again to its end.
_MOST_PARTS = 12


def read_cardinal(line: Line, index: int) -> tuple[float, int] | None:
    """Return the number that starts here and the index behind it («ألفين وثمانية عشر», «75 مليون», «11»)."""
    reading = line.read(index)
    if reading is None:
        return None
    if reading.number is not None:
        return _scaled(line, index + 1, reading.number)
    first = _step(line, index, joined=False)
    if first is None:
        return None
    group, end = first
    total = 0.0
    for _ in range(_MOST_PARTS):
        scale = line.sense(end, "scale")
        if scale is not None and not line.definite(end):
            total, group, end = total + group * float(scale), 0.0, end + 1
        following = _step(line, end, joined=True)
        if following is None or not _descends(group or total, following[0]):
            return total + group, end
        group, end = group + following[0], following[1]
    return total + group, end


def _descends(before: float, value: float) -> bool:
    """Return whether a joined part can belong to the number: its place is still free («خمسة وعشرين», «مئة وخمسة»)."""
    if value < 10:
        return before % 10 == 0
    if value < 100:
        return before % 100 < 10 if before >= 10 else value % 10 == 0
    return value < before and before % 10 ** len(str(int(value))) == 0


def _scaled(line: Line, end: int, value: float) -> tuple[float, int]:
    scale = line.sense(end, "scale")
    if scale is not None and not line.definite(end):
        return value * float(scale), end + 1
    return value, end


def _step(line: Line, index: int, *, joined: bool) -> tuple[float, int] | None:
    """Return one part: a unit, a teen, a tens word, hundreds, a dual or a lone scale word."""
    look_up = line.joined if joined else line.sense
    teen = look_up(index, "teen")
    if teen is not None and line.form(index + 1) in ("عشر", "عشره"):
        return float(teen) + 10, index + 2
    for kind in ("cardinal", "dual"):
        value = look_up(index, kind)
        if value is not None:
            return _continue(line, index + 1, float(value))
    value = look_up(index, "scale")
    if value is None or (line.definite(index) and not joined):
        return None
    return float(value), index + 1


def _continue(line: Line, end: int, value: float) -> tuple[float, int]:
    """Return the part with «عشر» or «مئة» behind a unit taken in."""
    if 3 <= value <= 9:
        if line.form(end) in ("عشر", "عشره"):
            return value + 10, end + 1
        if line.form(end) in ("ميه", "مايه"):
            return value * 100, end + 1
    return value, end


def read_ordinal(line: Line, index: int) -> tuple[int, int] | None:
    """Return the definite ordinal that starts here («الخامس والعشرين», «الحادي عشر», «الثلاثين»)."""
    if not line.definite(index):
        return None
    unit = line.sense(index, "ordinal")
    if unit is not None:
        if line.form(index + 1) in ("عشر", "عشره"):
            return int(unit) % 10 + 10, index + 2
        tens = line.joined(index + 1, "cardinal")
        if tens in ("20", "30", "40", "50", "60", "70", "80", "90") and line.definite(index + 1):
            return int(unit) % 10 + int(tens), index + 2
        return (int(unit), index + 1) if unit != "11" else None
    tens = line.sense(index, "cardinal")
    return (int(tens), index + 1) if tens is not None and tens in ("20", "30") else None


def read_ascending(line: Line, index: int) -> tuple[float, int] | None:
    """Return a year whose units stand before its thousand: «خمس وتسعين وتسعمئة وألف»."""
    first = _step(line, index, joined=False) if line.sense(index, "scale") is None else None
    if first is None or first[0] >= 1000:
        return None
    total, end = first
    for _ in range(_MOST_PARTS):
        following = _step(line, end, joined=True)
        if following is None:
            return None
        total, end = total + following[0], following[1]
        if following[0] == 1000:
            return (total, end) if total > 1000 else None
        if following[0] > 1000:
            return None
    return None
