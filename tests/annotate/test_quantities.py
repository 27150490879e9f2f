"""Numbers with what they count or measure."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.document import Document
from riwaya.annotate.quantities import find_quantities
from riwaya.annotate.times import find_times, read_anchor
from riwaya.model import Article, Field, PublishedFrom, Quantity


def _quantities(text: str) -> list[Quantity]:
    article = Article("a", "p", "s", 0, "o", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    document = Document.read(article, Field.TEXT)
    return find_quantities(document, find_times(document, read_anchor("2018-05-10")))


GOLDEN = [
    ("أطلقوا أكثر من 1400 صاروخ", ("أكثر من 1400 صاروخ", 1400, "صاروخ", "more")),
    ("بقيمة 75 مليون دولار", ("75 مليون دولار", 75e6, "دولار", "")),
    ("ارتفع 12.5% هذا الشهر", ("12.5%", 12.5, "%", "")),
    ("نحو 60 في المئة", ("نحو 60 في المئة", 60, "%", "about")),
    ("وحضر ما لا يقل عن 370 متطوعا", ("ما لا يقل عن 370 متطوعا", 370, "متطوع", "more")),
    ("قتل سبعة أشخاص", ("سبعة أشخاص", 7, "شخص", "")),
    ("قتل 17 قتيلا", ("17 قتيلا", 17, "قتيل", "")),
    ("أسروا جنديين قرب الحدود", ("جنديين", 2, "جندي", "")),
    ("بينهم 13 من المدنيين", ("13 من المدنيين", 13, "مدني", "")),
    ("أقل من ثلاثة آلاف مقعد", ("أقل من ثلاثة آلاف مقعد", 3000, "مقعد", "less")),
    ("و33 نقابة محلية", ("33 نقابة", 33, "نقابة", "")),
    ("سجلت سبعا وعشرين إصابة", ("سبعا وعشرين إصابة", 27, "إصابة", "")),
    ("في إحدى وثلاثين دولة", ("إحدى وثلاثين دولة", 31, "دولة", "")),
    ("بلغ الدين ألف مليار دولار", ("ألف مليار دولار", 1e12, "دولار", "")),
    ("بقيمة ثلاثة أرباع مليون دولار", ("ثلاثة أرباع مليون دولار", 750_000, "دولار", "")),
    # Agencies write a decimal from its last part to its first, and thousands likewise.
    ("ارتفع 7ر2 بالمئة", ("7ر2 بالمئة", 2.7, "%", "")),
    ("خسائر بلغت 7ر269 مليون دولار", ("7ر269 مليون دولار", 269.7e6, "دولار", "")),
    ("إنتاج 423ر2 مليون برميل", ("423ر2 مليون برميل", 2.423e6, "برميل", "")),
    ("شن التحالف 225ر29 غارة", ("225ر29 غارة", 29_225, "غارة", "")),
    ("استورد 432ر690ر29 طنا", ("432ر690ر29 طنا", 29_690_432, "طن", "")),
    ("نسبة 12.500 في المئة", ("12.500 في المئة", 12.5, "%", "")),
    ("زاد عشرة في المئة مقارنة بالعام الماضي", ("عشرة في المئة", 10, "%", "")),
    ("دفع $25 مليون للنادي", ("$25 مليون", 25e6, "دولار", "")),
    ("دفع 25 مليون $ للنادي", ("25 مليون $", 25e6, "دولار", "")),
    ("غرامة قدرها €300", ("€300", 300, "يورو", "")),
    ("بنسبة %46 من الأصوات", ("%46", 46, "%", "")),
    ("ضبط نصف طن من القمح", ("نصف طن", 0.5, "طن", "")),
    ("ضبط نحو طن ونصف الطن من القمح", ("نحو طن ونصف الطن", 1.5, "طن", "about")),
    ("على بعد خمسة كيلومترات ونصف", ("خمسة كيلومترات ونصف", 5.5, "كيلومتر", "")),
    ("سجلت الحرارة -5 درجات", ("-5 درجات", -5, "درجة", "")),
    ("سجلت سالب خمس درجات", ("سالب خمس درجات", -5, "درجة", "")),
    ("بلغت 15 درجة مئوية تحت الصفر", ("15 درجة مئوية تحت الصفر", -15, "درجة", "")),
    ("على مساحة 400 كيلومتر مربع", ("400 كيلومتر مربع", 400, "كيلومتر مربع", "")),
    ("تزن 41 كيلو غراما", ("41 كيلو غراما", 41, "كيلوغرام", "")),
    ("على بعد 20 كيلو مترا", ("20 كيلو مترا", 20, "كيلومتر", "")),
    ("جمع من 5 إلى 10 آلاف مقاتل", ("10 آلاف مقاتل", 10_000, "مقاتل", "less")),
    ("حضر 20-30 ألف شخص", ("30 ألف شخص", 30_000, "شخص", "less")),
    ("أصيب شرطيان بجروح", ("شرطيان", 2, "شرطي", "")),
    ("قطع ٤٥ كيلومترا", ("٤٥ كيلومترا", 45, "كيلومتر", "")),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_quantity_has_value_unit_and_modifier(text: str, expected: tuple[str, float, str, str]) -> None:
    (quantity,) = _quantities(text)
    assert (quantity.text, quantity.value, quantity.unit, quantity.modifier) == expected


@pytest.mark.parametrize(
    "text",
    [
        "بعد 11 يوما من الحصار",
        "في 14 مايو 2018",
        "المادة 5 من القانون",
        "في الدقيقة 65 من المباراة",
        "فاز 3-1 على ضيفه",
        "سجل 51 بضربة رأس",
        "عشرات القتلى",
        "بلغ ربع النهائي ثم نصف النهائي",
        "ثلثا السكان",
        "نفت حركة طالبان ذلك",
    ],
)
def test_times_and_bare_numbers_are_no_quantities(text: str) -> None:
    assert _quantities(text) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "أكثر",
                "من",
                "5",
                "ألف",
                "مليون",
                "شخصا",
                "جنديين",
                "%",
                "في",
                "المئة",
                "لا",
                "يقل",
                "عن",
                "و",
                "ب",
                "نحو",
                "17",
                "يوما",
                "\n",
                "الـ",
                "٣",
            ]
        ),
        max_size=20,
    )
)
@settings(max_examples=150, deadline=None)
def test_spans_are_ordered_and_hold_their_text(words: list[str]) -> None:
    text = " ".join(words)
    found = _quantities(text)
    assert [quantity.text for quantity in found] == [quantity.span.of(text) for quantity in found]
    assert all(left.span < right.span for left, right in itertools.pairwise(found))
