"""Days, weeks, months and years counted from now by a duration: «قبل ثلاثة أيام», «بعد عامين من الآن»."""

from __future__ import annotations

from riwaya.annotate.times.lengths import read_length
from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment


def read_distance(line: Line, index: int, *, future: bool) -> tuple[Moment, int] | None:
    """Return «قبل ثلاثة أيام», «قبل نحو عامين», and «بعد أسبوع» where the sentence looks ahead."""
    word = line.bare(index)
    if line.read(index) is None or word not in ("قبل", "بعد"):
        return None
    start, modifier = index + 1, ""
    if line.form(start) in words("about"):
        start, modifier = start + 1, "about"
    elif line.form(start) in ("اكثر", "اقل") and line.form(start + 1) == "من":
        modifier = "before" if line.form(start) == "اكثر" else "after"
        start += 2
    found = read_length(line, start)
    if found is None or found[0].number is None or found[0].unit not in ("D", "W", "M", "Y", "DE"):
        return None
    length, end = found
    behind = line.skip(end, "تقريبا", "فقط", "بالضبط")
    event = line.form(behind + 1)
    if line.form(behind) == "علي" and (
        event in words("counted-to") or (event.endswith(("ه", "ها", "هم")) and len(event) > 4)
    ):
        return None  # «قبل ثلاثة أسابيع على دخول الرسوم»
    if line.form(behind) == "من":
        if line.form(behind + 1) not in ("الان", "اليوم"):
            return None
        end = behind + 2
    elif word == "بعد" and not future:
        return None
    amount = found[0].number * (10 if length.unit == "DE" else 1)
    unit = "Y" if length.unit == "DE" else length.unit
    return Moment(shift=(unit, -amount if word == "قبل" else amount), modifier=modifier), end
