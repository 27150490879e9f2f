"""Times that recur."""

from __future__ import annotations

from riwaya.annotate.times.lengths import MOST, make_length
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.numerals import read_cardinal


def read_set(line: Line, index: int) -> tuple[str, int] | None:
    """Return «يوميا», «كل أسبوع», «كل 4 سنوات», «كل يوم جمعة», «أيام الأحد» with its value."""
    adverbial = line.sense(index, "adverbial")
    if adverbial is not None:
        return adverbial, index + 1
    every = line.bare(index) == "كل" and line.read(index) is not None
    start = index + 1 if every else index
    day_word = line.bare(start) in ("يوم", "ايام")
    weekday = line.sense(start + day_word, "weekday")
    if weekday == "7" and every and not day_word:
        return None  # «كل أحد»: everyone
    if weekday is not None and (every or line.bare(start) == "ايام") and (day_word or not line.definite(start)):
        return (f"XXXX-WXX-{weekday}", start + day_word + 1) if line.definite(start + day_word) or every else None
    if not every or line.definite(start):
        return None
    part = line.sense(start, "part")
    if part is not None:
        return f"XXXX-XX-XXT{part}", start + 1
    unit = line.sense(start, "unit")
    if unit is not None and unit[-1] in "12" and line.form(start + 1) != "وانتم":
        return make_length(unit[:-1], int(unit[-1])).value, start + 1
    number = read_cardinal(line, start)
    unit = line.sense(number[1], "unit") if number is not None else None
    if number is None or unit is None or number[0] >= MOST:
        return None
    return make_length(unit[:-1], number[0]).value, number[1] + 1
