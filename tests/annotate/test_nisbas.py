"""Which countries are adjectives of nations, and which nations are ordinary words."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.nisbas import settle_nisbas
from riwaya.model import Field, MentionKind


def _kinds(text: str, word: str, kind: MentionKind) -> list[MentionKind]:
    """Return what a word is, that was read as a mention of one kind."""
    document = Document.read(article_of(text), Field.TEXT)
    return [one.kind for one in settle_nisbas(document, [mention_of(document, word, kind)])]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أصيب 17 جنديا سوريا في القصف.", "سوريا"),
        ("حصل نحو 56 ألف مواطنا سوريا على الجنسية.", "سوريا"),
        ("خفضت الوكالة تصنيف 17 بنكا تركيا أمس.", "تركيا"),
        ("أصيب خمسة وعشرون نازحا سوريا في القصف.", "سوريا"),
        ("احتجزت السلطات صحافيا ليبيا في المطار.", "ليبيا"),
        ("التقى وفدا روسيًا في القصر.", "روسيًا"),
    ],
)
def test_a_country_behind_a_counted_or_bearing_noun_is_an_adjective(text: str, word: str) -> None:
    assert _kinds(text, word, MentionKind.GPE) == [MentionKind.NORP]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("غادر إلى أوروبا، تحديدا بلغاريا، أمس.", "بلغاريا"),
        ("ودعا روسيا إلى بذل أقصى جهد.", "روسيا"),
        ("قال محذرا تركيا من الحرب.", "تركيا"),
        ("وتضم المجموعة أيضا نيجيريا وكرواتيا.", "نيجيريا"),
        ("التقى 17 وفدا وسوريا بينها.", "سوريا"),
        ("أصيب 17 جنديا في سوريا.", "سوريا"),
        ("تضم 20 عضوا، سوريا منهم.", "سوريا"),
    ],
)
def test_a_country_stays_one(text: str, word: str) -> None:
    assert _kinds(text, word, MentionKind.GPE) == [MentionKind.GPE]


def test_the_first_of_two_joined_countries_stays_one() -> None:
    document = Document.read(article_of("وصل وفدا روسيا وأوكرانيا إلى المدينة."), Field.TEXT)
    read = [mention_of(document, word, MentionKind.GPE) for word in ("روسيا", "أوكرانيا")]
    assert settle_nisbas(document, read) == read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وبلغ ثمنه 200 مليون جنيه إسترليني.", "جنيه"),
        ("ونزل الجنيه الأسترليني أمس.", "الأسترليني"),
        ("وخفضت الشركة أسعار الطلبة.", "الطلبة"),
        ("وقال إن إحدى طائراته العمودية أسقطت.", "العمودية"),
    ],
)
def test_money_people_of_a_kind_and_adjectives_of_ordinary_nouns_are_no_nation(text: str, word: str) -> None:
    assert _kinds(text, word, MentionKind.NORP) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وفاز النادي اللندني أمس.", "اللندني"),
        ("وقال الوزير السوري ذلك.", "السوري"),
        ("وتعرضت أقلية الكاولية للتهميش.", "الكاولية"),
        ("وانتخب الرئيس اليساري أمس.", "اليساري"),
        ("وفر الروهينغا إلى الجوار.", "الروهينغا"),
        ("وقالت الحكومة الفلسطنية ذلك.", "الفلسطنية"),
        ("وقال القائد الصعيدي ذلك.", "الصعيدي"),
        ("وفاز المرشح القبائلي أمس.", "القبائلي"),
    ],
)
def test_a_nation_or_a_towns_people_stays_one(text: str, word: str) -> None:
    assert _kinds(text, word, MentionKind.NORP) == [MentionKind.NORP]
