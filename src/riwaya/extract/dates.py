"""Publication dates as pages write them, to ISO 8601. Nothing is guessed: no date is better than a wrong one."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from riwaya.arabic.normalise import fold

_MONTHS = (
    "يناير|كانون2|كانون الثاني|كانون ثاني|جانفي|جانفيي|january|jan|janvier",
    "فبراير|شباط|فيفري|فيبراير|february|feb|fevrier|février",
    "مارس|آذار|اذار|مارث|march|mar|mars",
    "أبريل|إبريل|ابريل|نيسان|أفريل|april|apr|avril",
    "مايو|أيار|ايار|ماي|may|mai",
    "يونيو|يونيه|حزيران|جوان|june|jun|juin",
    "يوليو|يوليه|يوليوز|تموز|جويلية|july|jul|juillet",
    "أغسطس|آب|أوت|غشت|اغسطس|أغشت|august|aug|aout|août",
    "سبتمبر|أيلول|شتنبر|شتمبر|ايلول|september|sept|sep|septembre",
    "أكتوبر|اكتوبر|تشرين1|تشرين الأول|تشرين أول|اوكتوبر|october|oct|octobre",
    "نوفمبر|تشرين2|تشرين الثاني|تشرين ثاني|نونبر|november|nov|novembre",
    "ديسمبر|كانون1|كانون الأول|كانون أول|دجنبر|دجمبر|december|dec|decembre|décembre",
)
_HIJRI_MONTHS = (
    "محرم|المحرم", "صفر", "ربيع الأول|ربيع أول", "ربيع الآخر|ربيع الثاني|ربيع آخر|ربيع ثاني",
    "جمادى الأولى|جمادى الأول|جماد الأول|جماد أول", "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جماد الثاني|جماد الآخر",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة|ذي القعدة|ذوالقعدة|ذى القعدة", "ذو الحجة|ذي الحجة|ذوالحجة|ذى الحجة",
)  # fmt: skip
_WEEKDAYS = ("الاثنين|الإثنين|monday", "الثلاثاء|الثلثاء|tuesday", "الأربعاء|الاربعاء|wednesday", "الخميس|thursday",
             "الجمعة|friday", "السبت|saturday", "الأحد|sunday")  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateBounds:
    """Years outside which a date is impossible, and the day of capture ("" if unknown), after which nothing is published."""  # noqa: E501

    earliest_year: int = 1990
    latest_year: int = 2040
    captured: str = ""

    def admit(self, day: date) -> bool:
        """Return whether an article can have been published that day."""
        if not self.earliest_year <= day.year <= self.latest_year:
            return False
        # A page captured on one side of the date line may carry the next day's date.
        return not self.captured or day.isoformat() <= _day_after(self.captured)


def _day_after(captured: str) -> str:
    try:
        return (date.fromisoformat(captured[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return "9999"


_CLOCK_REACH = 60
_BESIDE = 24
_CALENDARS_APART = 3  # days that calendars of two countries, and those who copy them, may differ


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its ISO value and where it stands (offsets of the folded text)."""

    value: str
    start: int
    end: int


@cache
def _names(table: tuple[str, ...]) -> dict[str, int]:
    return {" ".join(fold(name).split()): index for index, names in enumerate(table) for name in names.split("|")}


@cache
def _alternatives(table: tuple[str, ...]) -> str:
    names = sorted(_names(table), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


def month_names(*, hijri: bool = False) -> str:
    """Return the alternatives of a pattern for folded names of months."""
    return _alternatives(_HIJRI_MONTHS if hijri else _MONTHS)


# Cities and countries that keep one offset all year round; others' clocks stay the source's own.
_STEADY_ZONES = {
    "+01:00": "تونس|الجزاير",
    "+03:00": "مكه المكرمه|مكه|السعوديه|المملكه|الرياض|الدوحه|قطر|الكويت|بغداد|العراق|المنامه|البحرين|صنعاء|عدن|اليمن",
    "+04:00": "ابوظبي|ابو ظبي|دبي|الامارات|مسقط|سلطنه عمان",
}
_NAMED_ZONE = r"ب?(?:ال)?توقيت\s+(?:مدينه\s+)?(?:" + "|".join(_STEADY_ZONES.values()) + r")(?!\w)"
_ZONE = (
    r"z\b|(?:gmt|utc)?\s*[+-]\d{2}:?\d{2}(?!\d)|(?:gmt|utc)\s*[+-]\d{1,2}(?![\d:])|gmt\b(?!\s*[+-])|utc\b(?!\s*[+-])"
    rf"|بتوقيت غرينتش|غرينتش|جرينتش|ت\.?غ|{_NAMED_ZONE}"
)
# «14h30», «09 و 15 دقيقة», «14 سا 30»: as the Maghreb writes.
_MINUTES = r"(?:[:.]|\s?h\s?|\s?سا\s?|\s*و\s*(?=\d{2}\s*(?:دقيقه|دقايق|د(?!\w))))"
_HALF = r"a\.?m\b\.?|p\.?m\b\.?|زوالا|بعد الزوال|بعد الظهر|قبل الظهر|صباحا|مساء(?:ا)?|ظهرا|عصرا|ليلا|ص(?!\w)|م(?!\w)"
_TIME = (
    # «25/03/2024 م 10:30 ص»: of the Christian era.
    r"(?:\s*(?:م|ميلادي|ميلاديه)(?=\s*[-,|–/،]?\s*\d))?"
    r"(?P<clock>(?:\s*(?:[-,|–/،]|t(?=\d)|at|في|علي|الساعه|ساعه|تمام|:|عند)\s*){0,4}\s*"
    rf"(?P<hour>\d{{1,2}}){_MINUTES}(?P<minute>\d{{2}})(?!\d)(?::(?P<second>\d{{2}})(?:\.\d{{1,9}})?)?"
    rf"(?:\s*(?:دقيقه|دقايق|mn|min|د(?!\w)))?(?:\s*(?P<half>{_HALF}))?(?:\s*\(?\s*(?P<zone>{_ZONE}))?)?"
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    months, hijri = _alternatives(_MONTHS), _alternatives(_HIJRI_MONTHS)
    month = rf"(?P<month>(?<!\w)(?:{months})(?!\w))(?:\s*[/(\-]\s*(?:{months})(?!\w)\s*\)?)?\.?"
    year = r"(?P<year>(?:19|20)\d{2})(?!\d)"
    separator = r"[\s,،./\-]*"
    return (
        ("iso", re.compile(rf"(?<!\d){year}(?P<mark>\s?[-/.]\s?)(?P<number>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d){_TIME}")),  # noqa: E501
        ("hijri", re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:من\s+)?(?P<hmonth>{hijri}){separator}(?P<hyear>1[34]\d{{2}})\s*(?:هـ|ه(?!\w)|h\b|هجر\w*)?")),  # noqa: E501
        ("hijri", re.compile(r"(?<!\d)(?P<day>\d{1,2})[-/](?P<hnumber>\d{1,2})[-/](?P<hyear>1[34]\d{2})\s*(?:هـ|ه(?!\w)|هجر\w*)")),  # noqa: E501
        ("hijri", re.compile(r"(?<!\d)(?P<hyear>1[34]\d{2})[-/](?P<hnumber>\d{1,2})[-/](?P<day>\d{1,2})\s*(?:هـ|ه(?!\w)|هجر\w*)")),  # noqa: E501
        ("named", re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{separator}(?:من\s+|of\s+)?(?:شهر\s+)?{month}{separator}{year}{_TIME}")),  # noqa: E501
        ("named", re.compile(rf"{month}{separator}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){separator}{year}{_TIME}")),
        ("day-first", re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?P<mark>\s?[-/.]\s?)(?P<number>\d{{1,2}})(?P=mark){year}{_TIME}")),  # noqa: E501
    )  # fmt: skip


@cache
def _clock_before() -> re.Pattern[str]:
    """Return what matches a clock right before a date: «02:20 م | الثلاثاء 03 مايو 2022»."""
    weekdays = _alternatives(_WEEKDAYS)
    return re.compile(
        r"(?<![\d:/.-])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![\d:])"
        rf"(?:\s*(?P<half>{_HALF}))?(?:\s*\(?\s*(?P<zone>{_ZONE})\s*\)?)?"
        rf"\s*[|,،–—-]?\s*(?:(?:يوم\s+)?(?:{weekdays})\s*[|,،–-]?\s*)?$"
    )


def find_dates(text: str, bounds: DateBounds) -> list[FoundDate]:
    """Return the full dates (day, month and year) that `text` states, in order of place.

    A numeric date is day first unless that is impossible or contradicts a weekday beside it. A Hijri date counts
    only where a Hijri month or «هـ» says so.
    """
    found = _all_dates(fold(text), bounds)
    return [one for kind, one in found if kind != "hijri" or _converted(one, found) is None]


def blank_dates(text: str, bounds: DateBounds) -> str:
    """Return `text` folded, with «§» for each full date in it, a Hijri one beside its Gregorian one too."""
    folded = fold(text)
    for _, one in reversed(_all_dates(folded, bounds)):
        folded = f"{folded[: one.start]} § {folded[one.end :]}"
    return folded


def _all_dates(folded: str, bounds: DateBounds) -> list[tuple[str, FoundDate]]:
    found: list[tuple[str, FoundDate]] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(folded):
            if _overlaps(taken, match.span()):
                continue
            insort(taken, match.span())
            value = _value(kind, match, folded, bounds)
            if value:
                found.append((kind, FoundDate(value, match.start(), match.end())))
    return sorted(found, key=lambda item: item[1].start)


def _overlaps(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Return whether a span overlaps one of those taken, which are in order and apart."""
    place = bisect_left(taken, span)
    return any(start < span[1] and span[0] < end for start, end in taken[max(0, place - 1) : place + 1])


def _converted(hijri: FoundDate, found: Sequence[tuple[str, FoundDate]]) -> FoundDate | None:
    """Return the Gregorian date beside a Hijri one: «15 رمضان 1445هـ الموافق 25 مارس 2024م»; None where none is.

    It says the clock and needs no conversion; calendars of two countries differ by a day.
    """
    place = bisect_left(found, hijri.start, key=lambda item: item[1].start)
    for kind, other in found[max(0, place - 1) : place + 2]:
        if kind != "hijri" and max(other.start - hijri.end, hijri.start - other.end) <= _BESIDE:
            return other
    return None


def _ordinal(value: str) -> int:
    return date.fromisoformat(value[:10]).toordinal()


def _value(kind: str, match: re.Match[str], folded: str, bounds: DateBounds) -> str:
    groups = match.groupdict()
    if kind == "hijri":
        day = _from_hijri(groups)
        return day.isoformat() if day and bounds.admit(day) else ""
    year, first = int(groups["year"]), int(groups["day"])
    if kind == "named":
        day = possible_day(year, _names(_MONTHS)[" ".join(groups["month"].split())] + 1, first)
    else:
        second = int(groups["number"])
        day = possible_day(year, second, first) or (possible_day(year, first, second) if kind == "day-first" else None)
        swapped = possible_day(year, first, second) if kind == "day-first" else None
        weekday = _weekday(folded[max(0, match.start() - 20) : match.start()])
        if day and swapped and weekday is not None and day.weekday() != weekday == swapped.weekday():
            day = swapped
    if day is None or not bounds.admit(day):
        return ""
    if not groups.get("hour"):
        before = _clock_before().search(folded[max(0, match.start() - _CLOCK_REACH) : match.start()])
        groups |= before.groupdict() if before else {}
    return day.isoformat() + _clock(groups)


def possible_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(text: str) -> int | None:
    names = re.findall(_alternatives(_WEEKDAYS), text)
    return _names(_WEEKDAYS)[names[-1]] if names else None


def day_of_weekday(text: str, published: str) -> str:
    """Return the nearest day of the weekday that a date line names where the line's date is of another, else "".

    A line with several weekdays tells nothing.
    """
    named = {
        _names(_WEEKDAYS)[name] for name in re.findall(rf"(?<!\w)(?:{_alternatives(_WEEKDAYS)})(?!\w)", fold(text))
    }
    day = date.fromisoformat(published[: len("2021-06-03")])
    if len(named) != 1 or day.weekday() in named:
        return ""
    return (day + timedelta((named.pop() - day.weekday() + 3) % 7 - 3)).isoformat()


def day_of_hijri(text: str, published: str, bounds: DateBounds) -> str:
    """Return the day of the Hijri date that a line gives beside its date where that is another day, else ""."""
    found = _all_dates(fold(text), bounds)
    for kind, one in found:
        other = _converted(one, found) if kind == "hijri" else None
        if other is not None and other.value[:10] == published[:10]:
            return one.value if abs(_ordinal(one.value) - _ordinal(published)) > _CALENDARS_APART else ""
    return ""


def _from_hijri(groups: dict[str, str | None]) -> date | None:
    from hijridate import Hijri

    month = groups.get("hmonth")
    number = _names(_HIJRI_MONTHS)[" ".join(month.split())] + 1 if month else int(groups.get("hnumber") or 0)
    try:
        gregorian = Hijri(int(groups["hyear"] or 0), number, int(groups["day"] or 0)).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)


def _clock(groups: dict[str, str | None]) -> str:
    """Return "Thh:mm:ss" with the offset where one is stated, "" where no time of day is."""
    if not groups.get("hour"):
        return ""
    hour, minute, second = int(groups["hour"] or 0), int(groups["minute"] or 0), int(groups["second"] or 0)
    half = (groups.get("half") or "").replace(".", "")
    if half:
        after_noon = (
            half in ("pm", "مساءا", "مساء", "م", "عصرا", "زوالا", "بعد الزوال", "بعد الظهر")
            or (half in ("ظهرا", "ليلا") and hour not in (11, 12, 1, 2))
            or (half == "ظهرا" and hour < 3)
        )
        if after_noon and hour < 12:
            hour += 12
        elif not after_noon and half in ("am", "ص", "صباحا", "ليلا") and hour == 12:
            hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02}:{minute:02}:{second:02}{_offset(groups.get('zone') or '')}"


def _offset(zone: str) -> str:
    if not zone:
        return ""
    for offset, names in _STEADY_ZONES.items():
        if re.search(rf"توقيت\s+(?:مدينه\s+)?(?:{names})$", zone):
            return offset
    sign = re.search(r"([+-])(\d{1,2})(?::?(\d{2}))?$", zone)
    if sign is None:
        return "Z"
    minutes = sign[3] or "00"
    return f"{sign[1]}{int(sign[2]):02}:{minutes}" if int(sign[2]) <= 14 and int(minutes) < 60 else ""


def parse_published(value: object, bounds: DateBounds) -> str:
    """Return the ISO form of a metadata or table value: ISO 8601, RFC 2822, seconds since 1970, or written words.

    Returns "" for anything that is not one full, possible date.
    """
    if isinstance(value, bool) or value is None:
        return ""
    text = str(value).strip()[:200]
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", text):
        return _from_epoch(text, bounds)
    compact = re.fullmatch(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?", text)
    if compact:
        text = f"{compact[1]}-{compact[2]}-{compact[3]}" + (
            f"T{compact[4]}:{compact[5]}:{compact[6] or '00'}{compact[7] or ''}" if compact[4] else ""
        )
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d{2}) (\d{1,2}:\d{2}:\d{2} [AP]M)", text)
    if american:
        # Only the American form has seconds and AM: machines wrote it, whatever the page's language.
        text = f"{american[3]}-{american[1]}-{american[2]} {american[4]}"
    if re.match(r"[A-Za-z]{3},?\s+\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d", text):
        return _from_mail_date(text, bounds)
    found = find_dates(text, bounds)
    return found[0].value if found else ""


def parse_month(value: object, bounds: DateBounds) -> str:
    """Return the days of a month given alone («2017-03») as `A/B`, "" where it is none."""
    match = re.fullmatch(r"\s*((?:19|20)\d{2})-(\d{2})\s*", str(value))
    first = possible_day(int(match[1]), int(match[2]), 1) if match else None
    if first is None or not bounds.admit(first):
        return ""
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return f"{first.isoformat()}/{last.isoformat()}"


def _from_epoch(text: str, bounds: DateBounds) -> str:
    seconds = float(text) / (1000 if len(text) >= 12 and "." not in text else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if bounds.admit(moment.date()) else ""


def _from_mail_date(text: str, bounds: DateBounds) -> str:
    try:
        moment = parsedate_to_datetime(text)
        written = moment.isoformat().replace("+00:00", "Z")
    except (ValueError, IndexError, TypeError, OverflowError):
        return ""
    return written if bounds.admit(moment.date()) else ""
