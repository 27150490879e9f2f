"""Sentence spans."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.sentences import split_sentences

GOLDEN = [
    ["وصل د. سامر الوادي إلى رأس النهر.", "ثم غادر."],
    ["بلغت النسبة 3.5 في المئة.", "وقال أ. ف. الكرمي إنها أقل."],
    ["قال «نعم. ثم لا. ثم نعم.»", "وخرج."],
    ["قال “لن نقبل. هذا قرارنا”.", "ثم صمت."],
    ['أكد "هذا. وذاك" مرارا.', "وانتهى."],
    ["قال “لن نقبل هذا.", "ثم صمت.", "وخرج"],
    ["(انتهى الاجتماع. لم يعلق أحد) بحسب المصدر.", "ثم غادروا."],
    ["سأله (من أنت؟) فسكت.", "ومضى."],
    ["انتهى الاجتماع.", "(لم يعلق أحد.)", "وغادروا."],
    ["بدأ الحفل (الجمعة.", "ثم انتهى متأخرا."],
    ["في عام 580 ق.م. بنيت المدينة.", "وهدمت سنة 200 ق.م.", "وبقيت."],
    ["شركة (Apple Inc. الأميركية) ربحت.", "وخسرت Google Inc.", "وربحت غيرها."],
    ["لم يعد الحزب حليفا له.", "وهذا ما وعد به.", "سألناه: أيعود أم لا.", "فسكت."],
    ["وصل ود. سامر الوادي إلى المدينة.", "وغادر."],
    ["بثت قناة سي. بي. سي الخبر.", "وقال إتش. آر. الوادي إنه صحيح."],
    ["تبلغ المساحة 120 كم.", "وهي جبلية."],
    ["ربحت شركة أجنحة Inc. أمس.", "وفرحت."],
    ["هل وصل الوفد؟", "نعم!", "وصل"],
    ["قالها ثم... سكت طويلا.", "ومضى"],
    ["في عام 1445 هـ.", "وفي العام التالي"],
    ["عرض فيلم «من هناك؟» في المدينة.", "وفاز"],
    ["نقلت الضفاف.نت الخبر.", "وأكدته"],
    ["1. أولا نعم.", "2. ثانيا لا."],
]


@pytest.mark.parametrize("sentences", GOLDEN, ids=lambda sentences: sentences[0][:20])
def test_splits_a_paragraph(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in split_sentences(text)] == sentences


def test_a_missing_space_behind_the_stop_still_ends_a_sentence() -> None:
    text = "وصل الوفد إلى العاصمة.وقال الوزير نعم"
    assert [span.of(text) for span in split_sentences(text)] == ["وصل الوفد إلى العاصمة.", "وقال الوزير نعم"]


def test_a_newline_always_ends_a_sentence() -> None:
    text = "عنوان بلا نقطة\nقال «بداية بلا\nنهاية»"
    assert [span.of(text) for span in split_sentences(text)] == ["عنوان بلا نقطة", "قال «بداية بلا", "نهاية»"]


@given(st.text(alphabet='ابت .!؟…«»“”"\n10د)(', max_size=120))
def test_sentences_cover_every_visible_character_once(text: str) -> None:
    spans = split_sentences(text)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))  # noqa: RUF007


@pytest.mark.parametrize("piece", ["«. ", '. " ', "“", ".", "د. ", "«» ", '؟" ', "5 ق.م. ", "(. ", "(.) ", "x Inc. "])
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    split_sentences(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 4
