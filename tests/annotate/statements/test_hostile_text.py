from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.statements.reading_aid import article_of, statements_of

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.model import Statement

WORDS = [
    "قال", "وقالت", "وأكد", "الوزير", "وزارة", "إن", "أن", "بأن", "إنه", "على", "عن", "من", "إلى", '"', "«",
    "»", "“", "”", ":", "،", ".", "\n", "بحسب", "وفقاً", "لوزارة", "مضيفاً", "الذي", "كان", "قد", "نقلت",
    "قوله", "إعلان", "جاء", "في", "بيان", "و", "ـ", "(", ")", "لم", "حمّلت", "المسؤولية", "طلب", "ما", "علي",
    "رفضه", "بدعم", "#", "12",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from([" ", ""]))
@settings(max_examples=250, deadline=None)
def test_spans_always_stand_in_the_text(words: list[str], joint: str) -> None:
    text = joint.join(words)
    seen = set()
    for item in statements_of(text):
        assert item.content_text == item.content.of(text) != ""
        assert item.cue_text == item.cue.of(text) != ""
        assert not item.cue.overlaps(item.content)
        assert item.span.contains(item.content)
        assert item.span.contains(item.cue)
        assert 0.0 <= item.score <= 1.0
        for span in (*item.via, *item.distance, *filter(None, (item.speaker, item.addressee))):
            assert span.end <= len(text)
        assert item.id not in seen
        seen.add(item.id)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_error(text: str) -> None:
    statements_of(text)


@pytest.mark.parametrize(
    "text", ["وصفها ب", "وصفه الوزير ب", "يصفهما إن", "القرار الذي يصفه بأن", "ويعتبر", "الهدنة تعتبر"]
)
def test_a_teaser_cut_off_behind_a_cue_is_read_without_error(text: str) -> None:
    assert statements_of(text) == []


HOSTILE = {
    "unclosed quotations": 'كلمة "نص قال الوزير إن ',
    "nested quotations": "« نص وقال ”",
    "cues": "قال الوزير إن ",
    "attributions": "بحسب الوزير ",
    "chains": "نقلت وكالة عن مصدر قوله إن ",
    "nouns": "إعلان الوزير انسحاب ",
    "lines": 'قال "نص\nنص" ثم\n',
    "commas": "قال الوزير، ",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_length_only(kind: str) -> None:
    piece = HOSTILE[kind]

    def measured(characters: int) -> float:
        text = piece * (characters // len(piece))
        start = time.process_time()
        statements_of(text)
        return time.process_time() - start

    measured(2_000)
    small, large = measured(30_000), measured(120_000)
    assert large < max(10 * small, 1.0)


def _read_whole(text: str) -> tuple[float, int]:
    """Return the processor time of the whole stage by the rules, and the number of statements."""
    start = time.process_time()
    found = list(annotate(article_of(text), AnnotateConfig(reader="rules")))
    return time.process_time() - start, sum(isinstance(record, Statement) for record in found)


def _long_article(characters: int) -> str:
    """Return an article of paragraphs that differ in numbers, names and quotations."""
    names = ("ريما الحداد", "سامر الخوري", "هالة المنذري", "كمال الرشواني")
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        number = len(paragraphs)
        name = names[number % len(names)]
        paragraphs.append(
            f"وقال {name} في اجتماع اللجنة رقم {number} إن الجسر آمن، مضيفا أن «المياه تكفي {number} أسرة في المدينة» "
            f"حتى نهاية الشهر. ونقلت صحيفة المدى عن حارس في الميناء قوله إن الأعمال بدأت الاثنين بحسب الخطة {number}."
        )
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)


def test_an_article_of_200000_characters_takes_four_times_as_long_as_one_of_50000() -> None:
    _read_whole(_long_article(2_000))
    small, few = _read_whole(_long_article(50_000))
    large, many = _read_whole(_long_article(200_000))
    assert many > 3 * few > 600
    assert large < max(8 * small, 4.0)


@pytest.mark.parametrize("marks", ['"', "«", "“", "'", '«“"', "”»"])
def test_5000_quotation_marks_none_of_them_closed_are_no_trouble(marks: str) -> None:
    def text_with(count: int) -> str:
        return "".join(f"قال الوزير رقم {place} {marks[place % len(marks)]}إن الجسر آمن " for place in range(count))

    _read_whole(text_with(50))
    small, _ = _read_whole(text_with(1_250))
    large, _ = _read_whole(text_with(5_000))
    assert large < max(8 * small, 4.0)


def test_an_opening_mark_alone_and_a_thousand_paragraphs_behind_it_end_with_the_paragraph() -> None:
    text = "قال الوزير: «الجسر آمن تماما منذ أمس\n" + "وصلت الحافلات إلى المدينة صباح اليوم.\n" * 1_000
    found = statements_of(text)
    assert found
    assert all(item.content.end <= text.index("\n") for item in found)
