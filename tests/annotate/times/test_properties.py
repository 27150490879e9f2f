"""Round trips over month systems and digits; resolution monotone in its anchor; no crash, linear time."""

from __future__ import annotations

import time as clock
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hijridate import Hijri
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.times import find_times, read_anchor
from riwaya.annotate.times.hijri import tabular
from riwaya.annotate.times.lexicon import read_word

from .support import document, pairs, times

SYSTEMS = {
    "egyptian": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "levantine": [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ],
    "moroccan": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "ماي",
        "يونيو",
        "يوليوز",
        "غشت",
        "شتنبر",
        "أكتوبر",
        "نونبر",
        "دجنبر",
    ],
    "tunisian": [
        "جانفي",
        "فيفري",
        "مارس",
        "أفريل",
        "ماي",
        "جوان",
        "جويلية",
        "أوت",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
}
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(
    DAYS, st.sampled_from(sorted(SYSTEMS)), st.booleans(), st.sampled_from(["{} {} {}", "{} {}، {}", "{} من {} عام {}"])
)
@settings(max_examples=150, deadline=None)
def test_a_written_date_is_read_back(day: date, system: str, indic: bool, pattern: str) -> None:
    text = pattern.format(day.day, SYSTEMS[system][day.month - 1], day.year)
    text = text.translate(ARABIC_INDIC) if indic else text
    found = [value for _, value in pairs(f"حدث ذلك في {text}.")]
    assert found == [day.isoformat()]


HIJRI = [
    "محرم", "صفر", "ربيع الأول", "ربيع الثاني", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
    "ذي القعدة", "ذي الحجة",
]  # fmt: skip
DOUBLED = [
    f"{levantine}/{egyptian}" for levantine, egyptian in zip(SYSTEMS["levantine"], SYSTEMS["egyptian"], strict=True)
]


@given(DAYS, st.booleans(), st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_date_with_its_month_in_two_systems_is_read_back(day: date, turned: bool, indic: bool) -> None:
    month = DOUBLED[day.month - 1]
    month = "/".join(reversed(month.split("/"))) if turned else month
    text = f"{day.day} {month} {day.year}"
    text = text.translate(ARABIC_INDIC) if indic else text
    assert pairs(f"حدث ذلك في {text}.") == [(text, day.isoformat())]


@given(st.integers(1343, 1499), st.integers(1, 12), st.integers(1, 28), st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_hijri_date_is_read_as_its_day_of_the_official_table(year: int, month: int, day: int, indic: bool) -> None:
    found = Hijri(year, month, day).to_gregorian()
    text = f"{day} {HIJRI[month - 1]} {year} هـ"
    text = text.translate(ARABIC_INDIC) if indic else text
    assert pairs(f"في {text}") == [(text, f"{found.year:04d}-{found.month:02d}-{found.day:02d}")]


@given(st.integers(1, 1342), st.integers(1, 12), st.integers(1, 29))
@settings(max_examples=80, deadline=None)
def test_hijri_days_before_the_tables_follow_each_other(year: int, month: int, day: int) -> None:
    assert tabular(year, month, day + 1) - tabular(year, month, day) == timedelta(1)
    following = tabular(year + month // 12, month % 12 + 1, 1)
    assert following - tabular(year, month, 1) in (timedelta(29), timedelta(30))


@given(st.integers(1500, 2099))
@settings(max_examples=100, deadline=None)
def test_a_year_in_words_is_read_back(year: int) -> None:
    if year % 100 in (0, 11, 12) or 10 < year % 100 < 20:
        return  # their words are tried one by one among the expressions
    thousands = "ألفين" if year >= 2000 else "ألف"
    hundreds = {0: "", 5: "وخمسمئة", 6: "وستمئة", 7: "وسبعمئة", 8: "وثمانمئة", 9: "وتسعمئة"}[year // 100 % 10]
    units = ["", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"][year % 10]
    tens = ["", "عشرة", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"][year // 10 % 10]
    words = " ".join(part for part in (thousands, hundreds, units and f"و{units}", tens and f"و{tens}") if part)
    assert pairs(f"عام {words}") == [(f"عام {words}", str(year))]


HOURS = [
    "الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة",
    "الحادية عشرة", "الثانية عشرة",
]  # fmt: skip


@given(st.integers(1, 12), st.sampled_from(["صباحا", "مساء"]), st.sampled_from([0, 15, 30]))
@settings(max_examples=60, deadline=None)
def test_an_hour_in_words_is_read_back(hour: int, part: str, minute: int) -> None:
    names = [
        "الواحدة",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
        "السابعة",
        "الثامنة",
        "التاسعة",
        "العاشرة",
    ]
    name = [*names, "الحادية عشرة", "الثانية عشرة"][hour - 1]
    text = f"الساعة {name}{ {0: '', 15: ' والربع', 30: ' والنصف'}[minute] } {part}"
    value = hour % 12 + (12 if part == "مساء" else 0)
    value = 12 if (hour, part) == (12, "مساء") else value
    assert pairs(text) == [(text, f"2018-05-10T{value:02d}:{minute:02d}")]


@given(DAYS, st.sampled_from(["{2:04d}-{1:02d}-{0:02d}", "{0:02d}/{1:02d}/{2}", "{0:02d}-{1:02d}-{2}"]))
@settings(max_examples=80, deadline=None)
def test_a_date_in_figures_is_read_back(day: date, pattern: str) -> None:
    text = pattern.format(day.day, day.month, day.year)
    assert pairs(f"في {text}") == [(text, day.isoformat())]


RELATIVE = [
    "أمس", "غدا", "الخميس", "الأحد الماضي", "الأحد المقبل", "قال أمس الاثنين", "سيصل السبت", "الأسبوع الماضي",
    "الشهر المقبل", "العام الماضي", "قبل ثلاثة أيام", "قبل عامين", "في 14 يونيو", "في 31 ديسمبر الماضي", "في مايو",
    "سيعقد في مارس", "الربع الثالث", "الصيف الماضي", "في 10 رمضان", "منتصف الليل", "نهاية الأسبوع", "في 22 الجاري",
    "الخميس قبل الماضي", "الأحد الأول من يونيو", "آخر جمعة من رمضان", "عيد الفطر", "ثاني أيام عيد الأضحى", "شم النسيم",
    "في عيد الفصح", "أعلن عن هدنة في عيد الفطر", "سيعود في رمضان", "بعد سنة ونصف من الآن", "السابعة مساء الخميس",
    "على أن يعود السبت", "العقد الماضي", "مطلع العام",
]  # fmt: skip


@given(st.sampled_from(RELATIVE), st.dates(date(1950, 1, 1), date(2060, 1, 1)), st.integers(0, 500))
@settings(max_examples=200, deadline=None)
def test_a_later_anchor_never_gives_an_earlier_time(text: str, first: date, days: int) -> None:
    (early,) = times(text, first.isoformat())
    (late,) = times(text, (first + timedelta(days)).isoformat())
    unclear = "XXXX"  # a weekday of which nothing tells on which side of the page it lies
    assert early.value <= late.value or unclear in (early.value[:4], late.value[:4])


PIECES = [
    "الخميس", "يوم", "أمس", "14", "من", "مايو", "2018", "و", "ألف", "قبل", "ثلاثة", "أيام", "الساعة", "3:30", "-", "/",
    "كانون", "الثاني", "رمضان", "هـ", "صباح", "الأول", "عام", "\n", "٣١", "²", "9" * 30, "الـ", "سيصل", "كل", "،", "(",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=25),
    st.sampled_from(["2018-05-10", "", "2018-01-01/2018-02-01", "0001-01-01", "9999-12-31"]),
)
@settings(max_examples=300, deadline=None)
def test_any_mixture_gives_ordered_disjoint_spans_of_the_text(pieces: list[str], published: str) -> None:
    text = " ".join(pieces)
    found = times(text, published)
    for item in found:
        assert item.text == item.span.of(text)
        assert "\n" not in item.text
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str) -> None:
    times(text)


@pytest.mark.parametrize(
    "piece",
    [
        "ألف ",
        "الخميس ",
        "و5 ",
        "3 و",
        "قبل ",
        "عام 2015 و",
        "5 - ",
        "سيصل ",
        "ونصف ",
        "10:30 من ",
        'قال الأحد "غدا ',
        '"اليوم ',
        "خمس وتسعين و",
        "الساعة 5 إلى ",
        "15 مايو من كل ",
        "في 23 مارس و27 منه ",
        "الجمعة الأولى من ",
        "عيد ",
    ],
)
def test_time_grows_linearly_with_hostile_text(piece: str) -> None:
    sample = document(piece * (200_000 // len(piece)))
    started = clock.process_time()
    find_times(sample, read_anchor("2018-05-10"))
    assert clock.process_time() - started < 5


@pytest.mark.parametrize("form", ["سيلتقي", "وستعقد", "سيصل", "سيرد", "ستواصل", "سينعقد"])
def test_future_verbs_are_seen(form: str) -> None:
    reading = read_word(form)
    assert reading is not None
    assert "future" in reading.senses


@pytest.mark.parametrize("form", ["سياسه", "ستين", "سيناء", "سنوات", "سيطره", "ستوكهولم", "سيبيريا", "ستافان", "سيدني"])
def test_nouns_that_look_like_future_verbs_are_not_taken_for_them(form: str) -> None:
    reading = read_word(form)
    assert reading is None or "future" not in reading.senses
