"""What the words around a time say of it besides its value: early, late, about, before, after."""

from __future__ import annotations

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.pairs import YEAR_LINKS
from riwaya.annotate.times.passages import Found


def read_modifier(item: Found) -> str:
    """Return the modifier that stands beside an expression: about, early or late, and of years before or after.

    «نحو الساعة الثامنة», «في حدود الثامنة», «عام 1900 تقريبا»; «في وقت مبكر من صباح اليوم», «الصباح الباكر».
    """
    line, start, end = item.line, item.expression.start, item.expression.end
    moment = item.expression.moment
    within = line.form(start - 1) == "حدود" and line.form(start - 2) in ("في", "وفي")
    if line.form(start - 1) in words("about") or within or line.form(end) == "تقريبا":
        return "about"
    if moment is None and line.joined(end - 2, "vague") is not None:
        return "more"  # «أسبوع وبضعة أيام»
    if moment is not None and not moment.clock:
        side = _end_of_stretch(item)
        if side:
            return side
    if moment is None or moment.year is None or moment.month is not None or _lists_years(item):
        return ""
    return next((side for side in ("before", "after") if line.led(start, f"year-{side}")), "")


def _end_of_stretch(item: Found) -> str:
    """Return early or late as «في ساعة متأخرة من», «في وقت مبكر», «الباكر» beside a day or a part of it say."""
    line, start, moment = item.line, item.expression.start, item.expression.moment or Moment()
    if moment.part and line.form(item.expression.end) in words("early-part"):
        return "early"
    adjective = start - 1 - (line.form(start - 1) == "من")
    if line.bare(start - 1) == "ساعات":
        adjective = item.expression.end  # «ساعات الصباح الأولى»
    elif line.bare(adjective - 1) not in words("stretch-of-day"):
        return ""
    return next((side for side in ("early", "late") if line.form(adjective) in words(f"{side}-stretch")), "")


def _lists_years(item: Found) -> bool:
    """Return whether a further year is joined behind: «الثالث بعد 2006 و2010» comes after both, a rank and no time."""
    line, end = item.line, item.expression.end
    return line.form(end) in (*YEAR_LINKS, ",") and line.form(end + 1).isdecimal()
