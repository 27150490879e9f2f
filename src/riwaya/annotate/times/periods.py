"""Periods of the calendar, from weeks to centuries, and their early or late parts."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.times.calendar import read_month_date
from riwaya.annotate.times.centuries import read_century, read_decade
from riwaya.annotate.times.days import read_day
from riwaya.annotate.times.figures import read_numeric, read_second_of_season
from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.mentioned import read_mentioned
from riwaya.annotate.times.moment import Moment
from riwaya.annotate.times.numerals import read_ordinal
from riwaya.annotate.times.steps import read_place
from riwaya.annotate.times.years import YEAR_WORDS, Found, read_year, read_year_phrase

_COUNTED = ("شخص", "جندي", "دولار", "متر", "كيلومتر", "كلم", "طن", "مقاتل", "عنصر", "فرد", "%", "صاروخ")
_KINDS_OF_YEAR = frozenset(
    ("الهجري", "الهجريه", "الميلادي", "الميلاديه", "الدراسي", "الدراسيه", "الجامعي", "الجامعيه", "المالي", "الماليه")
)
_MAGHREBI = ("ثلاثي", "سداسي")  # a quarter and a half year, elsewhere three and six of anything
_PARTS = {"0.25": (4, "Q"), "0.33": (3, "T"), "0.5": (2, "H")}


def read_marked_year(line: Line, index: int) -> Found | None:
    """Return «عام 2015», «العام 2015», «سنة ألفين وثمانية عشر», «العام الماضي», «هذا العام»."""
    this = line.sense(index, "this") is not None
    start = index + this
    if line.bare(start) not in YEAR_WORDS or line.read(start) is None:
        return None
    definite = line.definite(start)
    relation = line.relation(start + 1)
    if relation is not None and definite and not _general(line, start):
        year = read_year(line, relation[1], marked=False)  # «العام الجاري 2018»
        return year if year is not None else (Moment(shift=("Y", relation[0])), relation[1])
    if this:
        return (Moment(shift=("Y", 0)), start + 1) if definite else None
    following = line.skip(start + 1, "ال", "(")
    kind = line.form(following)
    if kind in _KINDS_OF_YEAR and definite:
        return _year_of_kind(line, following + 1, hijri=kind in ("الهجري", "الهجريه"))
    return read_year(line, following, marked=True)


def _year_of_kind(line: Line, index: int, *, hijri: bool) -> Found | None:
    """Return «العام الهجري 1439», «العام الدراسي 2017/2018», «السنة المالية 2018».

    «العام الدراسي المقبل» is no year that is known: they begin in other months everywhere.
    """
    year = read_numeric(line, index)
    if year is None or "/" not in year[0].value:
        year = read_year(line, index, marked=True)
    return None if year is None else (replace(year[0], hijri=hijri or year[0].hijri), year[1])


def _general(line: Line, start: int) -> bool:
    """Return whether «العام» means general here («الأمين العام الحالي»)."""
    before = line.readings[start - 1] if start else None
    return before is not None and "head" in before.senses


def read_bare_year(line: Line, index: int) -> Found | None:
    """Return a year in figures where the words around it show that it is one («منذ 2011», «(2011)»)."""
    reading = line.read(index)
    if reading is None or reading.number is None or len(reading.form) != 4 or not reading.form.isdecimal():
        return None
    hijri = 1300 <= reading.number <= 1500 and line.form(index + 1) in ("ه", "هجري", "هجريه")
    if hijri:
        return read_year(line, index, marked=False)
    if not 1900 <= reading.number < 2100 or (
        line.adjacent(index) and line.form(index - 1) in ("/", ".", "_", "#", "$")
    ):
        return None
    before = line.form(index - 1)
    after = line.form(index + 1)
    if _year_range(line, index):
        return read_year(line, index, marked=False)
    led = line.led(index, "before-year") or (before in ("ل", "ول") and line.adjacent(index))
    dated_back = before == "الي" and any(line.form(index - step) in words("goes-back") for step in range(2, 9))
    listed = after == "و" and _figure(line.form(index + 2)) > 0
    bracketed = before == "(" and (after in (")", "-") or listed)
    if bracketed or (before == "بين" and listed) or dated_back or _always_year(line, index):
        return read_year(line, index, marked=False)
    if led and _year_may_end(line, index + 1):
        return read_year(line, index, marked=False)
    return None


def _always_year(line: Line, index: int) -> bool:
    """Return whether only a year is written so: «منذ 1988 حزب»; 2000 may count things."""
    if line.form(index) == "2000" or not line.led(index, "always-before-year"):
        return False
    following = line.readings[index + 1] if index + 1 < len(line) else None
    form = line.form(index + 1)
    if following is not None and not {"unit", "scale"}.isdisjoint(following.senses):
        return False
    number = following is not None and "cardinal" in following.senses
    return number or (form not in _COUNTED and not form.endswith(("ه", "يا", "را", "لا")))


def _year_range(line: Line, index: int) -> bool:
    """Return whether the year stands at an end of a range («من 2011 إلى 2015», «2011-2015»)."""
    forms = [line.form(index + step) for step in (-2, -1, 0, 1, 2)]
    if forms[1] in ("الي", "حتي", "-") and _figure(forms[0]):
        return _figure(forms[0]) < _figure(forms[2])
    return forms[3] in ("الي", "حتي", "وحتي", "-") and 0 < _figure(forms[2]) < _figure(forms[4])


def _figure(form: str) -> int:
    """Return the number if it can be a year of our time, else 0."""
    return int(form) if form.isdecimal() and len(form) == 4 and "1900" <= form < "2100" else 0


def _year_may_end(line: Line, after: int) -> bool:
    """Return whether the next word cannot be what a number counts: none, a mark, a particle, a definite word."""
    form = line.form(after)
    if not form or form in words("after-year") or form.startswith(("ال", "و", "ف", "ب", "ل")):
        return True
    # «في 2018 بلغت»: a verb follows more often than not; a counted noun is a singular in -ا or a known unit.
    return form.startswith(("ي", "ت", "ا", "س")) and form not in ("الف", "امراه", "اسير", "انسان")


def read_relative_period(line: Line, index: int) -> Found | None:
    """Return «الأسبوع الماضي», «الشهر المقبل», «هذا الأسبوع», «القرن الماضي», «الصيف المقبل»."""
    this = line.sense(index, "this") is not None
    start = index + this
    unit = line.sense(start, "unit")
    season = line.sense(start, "season")
    if not line.definite(start) or ((unit is None or not unit.endswith("1")) and season is None):
        return None
    code = unit[:-1] if unit is not None else "Y"
    if code == "D" and line.form(index - 1) == "مثل":
        return None  # «في مثل هذا اليوم من عام 1977»
    if line.bare(start) == "الليله":
        return None  # a part of the day, with a value of its own
    if code in ("S", "m", "H"):
        return None
    relation = line.relation(start + 1)
    if relation is not None and not (code == "Y" and _general(line, start)):
        shift, end = relation
    elif this:
        shift, end = 0, start + 1
    else:
        return None
    if code == "Y" and season is not None:
        return Moment(period=season, relation=shift), end
    return Moment(shift=(code, shift)), end


def read_part_of_period(line: Line, index: int) -> Found | None:
    """Return «منتصف مايو», «مطلع العام», «أوائل هذا العام», «أواخر الشهر الماضي», «نهاية الأسبوع»."""
    modifier = line.sense(index, "edge")
    if modifier is None or line.definite(index):
        return None
    if line.bare(index) == "وسط" and line.read(index + 1) is None:
        return None
    if line.bare(index) == "مطلع" and line.form(index - 1) in words("who-is-informed"):
        return None  # «وفق مصدر مطلع الأحد»
    if line.bare(index) == "بدايه" and line.form(index + 1) == "من":
        return None  # «بداية من الأحد»: from then on
    inner = line.skip(index + 1, "من") if line.form(index + 1) == "من" else index + 1
    found = _period(line, inner)
    if found is None:
        found = _bare_period(line, inner, modifier)
    if found is None:
        return None
    moment, end = found
    if moment.shift is not None and moment.shift[0] == "W" and line.bare(index) == "نهايه":
        return replace(moment, period="WE"), end
    return replace(moment, modifier=modifier), end


def _bare_period(line: Line, index: int, modifier: str) -> Found | None:
    """Return «العام», «الشهر», «الأسبوع», «الصيف» as the running or nearest one, where an edge stands before it."""
    unit, season = line.sense(index, "unit"), line.sense(index, "season")
    if season is not None and line.definite(index) and line.form(index + 1) != "العربي":
        return Moment(period=season), index + 1
    if unit not in ("Y1", "M1", "W1") or not line.definite(index):
        return None
    if line.form(index + 1) in words("after-unclear-period") or read_place(line, index + 1) is not None:
        return None
    return Moment(shift=(unit[:-1], 0)), index + 1


def _period(line: Line, index: int) -> Found | None:
    for reader in (
        read_decade,
        read_century,
        read_mentioned,
        read_relative_period,
        read_marked_year,
        read_month_of,
        read_day,
        _figure_year,
    ):
        found = reader(line, index)
        if found is not None:
            return found
    return None


def _figure_year(line: Line, index: int) -> Found | None:
    return read_year(line, index, marked=False)


def read_month_of(line: Line, index: int) -> Found | None:
    """Return a month behind a word that calls for one, where even an ambiguous name is a month."""
    return read_month_date(line, index, expected=True)


def read_quarter(line: Line, index: int) -> Found | None:
    """Return «الربع الأول من 2018», «النصف الثاني من العام الماضي», «الربع الثالث», «الثلث الأخير من مايو»."""
    fraction = line.sense(index, "fraction")
    if fraction is None or not line.definite(index):
        return None
    ordinal = read_ordinal(line, index + 1)
    limit, letter = _PARTS[fraction]
    if ordinal is None and line.form(index + 1) == "الاخير":
        ordinal = limit, index + 2
    if ordinal is None:
        return None
    number, end = ordinal
    if not 1 <= number <= limit:
        return None
    maghrebi = line.bare(index).removeprefix("ال") in _MAGHREBI
    long = None if maghrebi else _part_of_long(line, end, number, limit)
    if long is not None or fraction == "0.33":
        return long
    year = _year_of_part(line, end)
    if year is not None:
        return replace(year[0], period=f"{letter}{number}"), year[1]
    if line.form(end) == "من":
        month = read_month_of(line, end + 1)
        if month is not None and letter == "H":
            return replace(month[0], modifier="early" if number == 1 else "late"), month[1]
        return None
    return (
        (Moment(period=f"Q{number}"), end)
        if letter == "Q" and not (maghrebi or line.form(end) in ("ساعه", "نهايي") or _is_of_match(line))
        else None
    )


def _year_of_part(line: Line, end: int) -> Found | None:
    """Return the year behind a quarter or a half: «من العام الماضي», «بالعام الماضي», «لهذا العام», «2016»."""
    form = line.form(end)
    if _figure(form) and line.form(end + 1) != "%":
        return read_year(line, end, marked=False)
    if form in ("من", "للعام", "لعام", *YEAR_WORDS):
        return read_year_phrase(line, end)
    reading = line.readings[end] if end < len(line) else None
    if reading is None or reading.prefix not in ("ل", "ب", "لل") or not {"unit", "this"} & reading.senses.keys():
        return None
    origin, line.origin = line.origin, end
    found = read_marked_year(line, end)
    line.origin = origin
    return found


def _is_of_match(line: Line) -> bool:
    """Return whether a line tells of a match, whose quarters are no part of a year: «سجل 20 نقطة في الربع الثالث»."""
    told = sum(token.form in words("of-match") for token in line.tokens)
    return told > 0 and all(token.form not in words("of-trade") for token in line.tokens)


def _part_of_long(line: Line, end: int, number: int, limit: int) -> Found | None:
    """Return the part of a decade or century, or the third of a month or year, as its early, middle or late part."""
    if line.form(end) != "من" or limit == 4:
        return None
    found = read_century(line, end + 1) or read_decade(line, end + 1)
    if found is None and limit == 3:
        found = read_relative_period(line, end + 1) or read_marked_year(line, end + 1) or read_month_of(line, end + 1)
        found = found or _figure_year(line, end + 1) or _bare_period(line, end + 1, "")
    if found is None:
        return None
    return replace(found[0], modifier="early" if number == 1 else "late" if number == limit else "mid"), found[1]


def read_first_quarter(line: Line, index: int) -> Found | None:
    """Return «الفصل الأول من 2018», «الفصل الثالث من العام الماضي»: a quarter, where a year stands behind it."""
    ordinal = read_ordinal(line, index + 1) if line.form(index) == "الفصل" else None
    if ordinal is None or not 1 <= ordinal[0] <= 4 or line.form(ordinal[1]) not in ("من", "للعام", "لعام"):
        return None
    year = read_year_phrase(line, ordinal[1])
    return None if year is None else (replace(year[0], period=f"Q{ordinal[0]}"), year[1])


def read_season(line: Line, index: int) -> Found | None:
    """Return «صيف 2017», «خريف العام الماضي», «شتاء عام 2010»."""
    season = line.sense(index, "season")
    if season is None:
        return None
    if line.definite(index):
        bare = line.form(index - 1) in words("before-season") and line.relation(index + 1) is None
        return (Moment(period=season), index + 1) if bare and line.form(index + 1) != "العربي" else None
    year = read_year_phrase(line, index + 1)
    if year is None:
        return None
    over = read_second_of_season(line, year[1], year[0].year)  # «شتاء 2015-2016»
    return replace(year[0], period=season), over
