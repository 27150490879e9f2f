"""Round trips over month systems and digits; resolution monotone in its anchor; no crash, linear time."""

from __future__ import annotations

import time as clock
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.times import find_times, read_anchor
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


@given(DAYS, st.sampled_from(["{2:04d}-{1:02d}-{0:02d}", "{0:02d}/{1:02d}/{2}", "{0:02d}-{1:02d}-{2}"]))
@settings(max_examples=80, deadline=None)
def test_a_date_in_figures_is_read_back(day: date, pattern: str) -> None:
    text = pattern.format(day.day, day.month, day.year)
    assert pairs(f"في {text}") == [(text, day.isoformat())]


RELATIVE = [
    "أمس", "غدا", "الخميس", "الأحد الماضي", "الأحد المقبل", "قال أمس الاثنين", "سيصل السبت", "الأسبوع الماضي",
    "الشهر المقبل", "العام الماضي", "قبل ثلاثة أيام", "قبل عامين", "في 14 يونيو", "في 31 ديسمبر الماضي", "في مايو",
    "سيعقد في مارس", "الربع الثالث", "الصيف الماضي", "في 10 رمضان", "منتصف الليل", "نهاية الأسبوع",
]  # fmt: skip


@given(st.sampled_from(RELATIVE), st.dates(date(1950, 1, 1), date(2060, 1, 1)), st.integers(0, 500))
@settings(max_examples=200, deadline=None)
def test_a_later_anchor_never_gives_an_earlier_time(text: str, first: date, days: int) -> None:
    (early,) = times(text, first.isoformat())
    (late,) = times(text, (first + timedelta(days)).isoformat())
    assert early.value <= late.value


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
    "piece", ["ألف ", "الخميس ", "و5 ", "3 و", "قبل ", "عام 2015 و", "5 - ", "سيصل ", "ونصف ", "10:30 من "]
)
def test_time_grows_linearly_with_hostile_text(piece: str) -> None:
    sample = document(piece * (200_000 // len(piece)))
    started = clock.process_time()
    find_times(sample, read_anchor("2018-05-10"))
    assert clock.process_time() - started < 5


@pytest.mark.parametrize("form", ["سيلتقي", "وستعقد", "سيصل"])
def test_future_verbs_are_seen(form: str) -> None:
    reading = read_word(form)
    assert reading is not None
    assert "future" in reading.senses


@pytest.mark.parametrize("form", ["سياسه", "ستين", "سيناء", "سنوات", "سيطره"])
def test_nouns_that_look_like_future_verbs_are_not_taken_for_them(form: str) -> None:
    reading = read_word(form)
    assert reading is None or "future" not in reading.senses
