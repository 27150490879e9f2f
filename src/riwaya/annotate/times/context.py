"""Words that look like a time but belong to a name or another meaning."""

from __future__ import annotations

from riwaya.annotate.times.lexicon import Reading, words
from riwaya.annotate.times.line import Line


def is_name(line: Line, start: int, end: int, *, length: bool) -> bool:
    """Return whether the expression is part of a name or means something else; a length is part of no name."""
    if end - start == 1 and line.bare(start) == "اليوم":
        return _today_elsewhere(line, start)
    noun = start - 1 - (line.form(start - 1) == '"' and start > 1)
    before = line.readings[noun] if start else None
    dated = line.tokens[start].kind == "number" or line.sense(start, "month") or line.sense(start, "ordinal")
    if before is not None and dated and not length and not before.definite and _is_named_by_day(before):
        return True  # «ميدان 7 أبريل», «صحيفة 14 أكتوبر»; but «أغلق الميدان 7 أبريل»
    reading = line.readings[start]
    if reading is not None and "weekday" in reading.senses and end - start == 1:
        return _is_outlet(line, start)
    return "_" in (line.form(start - 1), line.form(end)) and (line.adjacent(start) or line.adjacent(end))


def _is_named_by_day(noun: Reading) -> bool:
    """Return whether a word is of what bears a day as its name: a place, a body, a team, an outlet."""
    return noun.senses.get("event") == "name" or "outlet" in noun.senses


def _today_elsewhere(line: Line, start: int) -> bool:
    """Return whether «اليوم» is a counted day or the end of an outlet's name («المصري اليوم», «اليوم الأول»)."""
    after = line.form(start + 1)
    if after in words("after-counted-day") or after in ("العاشره",):
        return True
    if line.form(start - 1) in ("ذلك", "نفس", "هذا", "في") or line.form(start - 1).startswith("بي_"):
        return line.form(start - 1) != "هذا" or line.form(start - 2) == "مثل"
    if line.form(start - 1) in words("before-outlet-today"):
        return (
            line.form(start - 1) in ("المصري", "راي", "روسيا", "يو", "عين")
            or _is_outlet(line, start - 1)
            or after in ('"', ")")
        )
    return _is_outlet(line, start)


def _is_outlet(line: Line, start: int) -> bool:
    """Return whether a word for an outlet stands right before, a quotation mark between or not."""
    for index in range(start - 1, max(-1, start - 4), -1):
        reading = line.readings[index]
        if reading is not None and "outlet" in reading.senses and not reading.definite:
            return index == start - 1 or line.form(index + 1) in ('"', "(", "'", "«") or index == start - 2
        if line.form(index) in (",", ".", ":"):
            return False
    return False
