"""Golden pairs for numbers in digits, in words and mixed."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.numbers import find_numbers

GOLDEN = [
    ("ثلاثة آلاف", [("ثلاثة آلاف", 3000)]),
    ("مئتان وخمسون", [("مئتان وخمسون", 250)]),
    ("عشرين", [("عشرين", 20)]),
    ("مليون ونصف", [("مليون ونصف", 1_500_000)]),
    ("مليون ونصف المليون دولار", [("مليون ونصف المليون", 1_500_000)]),
    ("ألفي شخص", [("ألفي", 2000)]),
    ("مليارين", [("مليارين", 2e9)]),
    ("3 ملايين و500 ألف", [("3 ملايين و500 ألف", 3_500_000)]),
    ("75 مليون دولار", [("75 مليون", 75e6)]),
    ("1,400 صاروخ", [("1,400", 1400)]),
    ("1.400 صاروخ", [("1.400", 1400)]),
    ("1.425 مليون", [("1.425 مليون", 1_425_000)]),
    ("٣٫٥ مليار", [("٣٫٥ مليار", 3.5e9)]),
    ("2,5 مليون", [("2,5 مليون", 2.5e6)]),
    ("10 000 شخص", [("10 000", 10_000)]),
    ("ألف ومئتان وخمسة وثلاثون", [("ألف ومئتان وخمسة وثلاثون", 1235)]),
    ("خمسمائة وثلاثة وعشرين", [("خمسمائة وثلاثة وعشرين", 523)]),
    ("اثني عشر ألفا", [("اثني عشر ألفا", 12_000)]),
    ("قائدا وأحد عشر لاعبا", [("أحد عشر", 11)]),
    ("ثلاث عشرة مدينة", [("ثلاث عشرة", 13)]),
    ("مليونا دولار", [("مليونا", 2e6)]),
    ("20 ألفا من الجنود", [("20 ألفا", 20_000)]),
    ("نصف مليون", [("نصف مليون", 500_000)]),
    ("بثلاثة وخمسين", [("ثلاثة وخمسين", 53)]),
    ("الأيام الثلاثة الماضية", [("ثلاثة", 3)]),
    ("مِئَتَيْن وخَمْسين", [("مِئَتَيْن وخَمْسين", 250)]),
    ("تسعمئة وتسعة وتسعون ألفا وتسعمئة", [("تسعمئة وتسعة وتسعون ألفا وتسعمئة", 999_900)]),
    ("بين ثلاثة وأربعة", [("ثلاثة", 3), ("أربعة", 4)]),
    ("ستة قتلى وعشرون جريحا", [("ستة", 6), ("عشرون", 20)]),
    ("مئة وألف", [("مئة", 100), ("ألف", 1000)]),
    ("قمة الـ20", [("20", 20)]),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_reads_a_number_with_its_span(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(number.span.of(text), number.value) for number in find_numbers(text)] == expected


@pytest.mark.parametrize(
    "text",
    ["مئات الآلاف", "يوم الاثنين", "خمس السكان", "10/5/2018", "192.168.1.2", "نصف", "أحد المسؤولين", "ثلاثة أرباع", ""],
)
def test_leaves_out_what_is_no_cardinal(text: str) -> None:
    assert find_numbers(text) == []


@given(st.text(alphabet="0123456789.,/ وثلاةآفأمينعشربه ", max_size=60))
def test_numbers_are_ordered_and_apart_on_any_text(text: str) -> None:
    numbers = find_numbers(text)
    assert all(left.span.end <= right.span.start for left, right in pairwise(numbers))


@pytest.mark.parametrize("piece", ["ألف ", "و", "مليون ونصف ", "1 000 ", "ثلاثة و", "1,"])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    find_numbers(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 5
