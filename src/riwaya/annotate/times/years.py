"""Years in figures and in words, of both calendars."""

from __future__ import annotations

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_ascending, read_cardinal
from riwaya.annotate.times.steps import read_step

Found = tuple[Moment, int]
YEAR_WORDS = ("عام", "سنه", "العام", "السنه")
_OF_YEAR = (*YEAR_WORDS, "لعام", "لسنه", "للعام", "للسنه")
_IN_YEAR = ("بالعام", "بالسنه")
_MOST_DIGITS = 18  # no number of more is read; none of as many is a year
_ERAS = ("م", "ميلادي", "ميلاديه", "ه", "هجري", "هجريه", "للميلاد", "للهجره")
_YEAR = range(1000, 2200)


def read_year(line: Line, index: int, *, marked: bool) -> tuple[Moment, int] | None:
    """Return the year that starts here: «2015», «2015م», «1439 هـ», and in words where `marked` by «عام»."""
    reading = line.read(index)
    if reading is None:
        return None
    if reading.number is not None and not reading.form.isdecimal():
        return None
    spoken = not marked and _is_spoken_year(line, index)
    number = read_cardinal(line, index) if marked or spoken or reading.number is not None else None
    if marked:
        number = read_ascending(line, index) or number
    if number is None or number[0] != int(number[0]):
        return None
    year, end = int(number[0]), number[1]
    if reading.number is not None:
        year, end = int(reading.number), index + 1
    if line.form(end) in ("قضاييه", "قضايي"):
        return None  # «لسنة 75 قضائية» is a court's own count
    era = before_christ(line, end) if marked else end
    if era > end:
        return Moment(value=f"BC{year:04d}"), era
    hijri = line.form(end) in ("ه", "هجري", "هجريه", "للهجره")
    if hijri or line.form(end) in ("م", "ميلادي", "ميلاديه"):
        end += 1
    if marked and reading.number is not None and 30 <= year < 100 and len(reading.form) == 2:
        return Moment(year=1900 + year), end  # «عام 67»
    if marked and 30 <= year < 100 and end > index + 1 and year % 10:
        return Moment(year=1900 + year), end  # «عام سبعة وستين»
    if marked and 0 < year < 100:
        return None
    low = 100 if marked and (reading.number is not None or year % 100) else 1 if hijri else _YEAR.start
    if not low <= year < _YEAR.stop and not (marked and reading.number is not None):
        return None
    return Moment(year=year, hijri=hijri), end


def _is_spoken_year(line: Line, index: int) -> bool:
    """Return whether a thousand or two with more behind it stands here («7 فبراير ألفين وثمانية عشر»)."""
    if line.bare(index) not in ("الف", "الفين", "الفان") or line.definite(index):
        return False
    number = read_cardinal(line, index)
    return number is not None and 1500 <= number[0] < _YEAR.stop and number[0] % 1000 > 0


def before_christ(line: Line, end: int) -> int:
    """Return the index behind «قبل الميلاد», «ق.م», «ق م»; the index itself where neither stands."""
    if line.form(end) == "قبل" and line.form(end + 1) in ("الميلاد", "ميلاد"):
        return end + 2
    letter = end + 1 + (line.form(end + 1) == ".")
    return letter + 1 if line.form(end) == "ق" and line.form(letter) == "م" else end


def read_year_phrase(line: Line, index: int) -> Found | None:
    """Return the year behind a month or a period: «2018», «عام 2018», «لعام 2018», «من العام الماضي»."""
    comma = line.read(index + 1) and (line.form(index + 1).isdecimal() or _is_spoken_year(line, index + 1))
    start = line.skip(index, ",") if comma else index
    start = line.skip(start, "من")
    this = line.sense(start, "this") is not None
    if this:
        start += 1
    origin = line.origin
    if line.form(start) in _IN_YEAR:
        line.origin = start  # «14 يوليو بالعام ذاته»
    named = read_step(line, start)
    line.origin = origin
    if named is not None and named.unit == "Y":
        return Moment(shift=("Y", named.number), follows=True), named.end
    if line.form(start) in _OF_YEAR:
        relation = line.relation(start + 1)
        if relation is not None and line.definite(start):
            return Moment(shift=("Y", relation[0])), relation[1]
        found = read_year(line, start + 1, marked=True)
        if found is not None:
            return found
        if this and line.definite(start):
            return Moment(shift=("Y", 0)), start + 1
        if start > index and line.form(start) in ("العام", "السنه"):
            # «الربع الأول من العام»: the running year, unless the text says which one it means.
            return (
                None if line.form(start + 1) in words("after-unclear-period") else (Moment(shift=("Y", 0)), start + 1)
            )
        return None
    return None if this else read_year(line, start, marked=False)


def read_year_out_of_reach(line: Line, index: int) -> Found | None:
    """Return a year that no calendar of the press has, right behind a month: «5 مايو 99999», «15 مايو 0».

    Left unread, the day would get the year that the page suggests. What counts a noun is none: «5 مايو 12000 شخص».
    """
    start = line.skip(index, ",")
    reading = line.read(start)
    if reading is None or not reading.form.isdecimal():
        return None
    year, after = int(reading.form[:_MOST_DIGITS]), start + 1
    if 0 < year < _YEAR.stop or not _nothing_counted(line, after):
        return None
    return Moment(year=year), line.skip(after, *_ERAS)


def read_short_hijri_year(line: Line, index: int) -> Found | None:
    """Return the two figures that stand for a Hijri year behind its month («5 ذو القعدة 99») and count nothing."""
    form = line.form(index)
    if len(form) != 2 or not form.isdecimal() or int(form) < 50 or not _nothing_counted(line, index + 1):
        return None
    return Moment(year=1300 + int(form), hijri=True), index + 1


def _nothing_counted(line: Line, after: int) -> bool:
    """Return whether what follows a number is no counted noun: nothing, a mark, a particle, a definite word, a verb."""
    form = line.form(after)
    if not form or form in words("after-number-of-nothing") or form in _ERAS or line.definite(after):
        return True
    reading = line.readings[after]
    return form.startswith("ال") or (reading is not None and not {"past", "future"}.isdisjoint(reading.senses))
