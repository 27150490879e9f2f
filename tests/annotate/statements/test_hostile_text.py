from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.statements.reading_aid import statements_of

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
