"""A quotation right behind a cue is what was said, even a short one that the narrator goes on from."""

from __future__ import annotations

import pytest

from .reading_aid import statements_of, told

BEFORE = "وقال وزير الري سليم الحداد إن السد آمن. "


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('وأضاف الحداد "علاقاتنا تدهورت مجددا" بعد طرد الدبلوماسيين.', "علاقاتنا تدهورت مجددا"),
        ('وأضاف "إننا بحاجة إلى خرائط" وإلى فتح نقاش مع البلدية.', "إننا بحاجة إلى خرائط"),
        ('وأضاف الحداد "لن نقبل ذلك" بعد مغادرة القاعة.', "لن نقبل ذلك"),
    ],
)
def test_a_short_quotation_that_says_something_is_the_content(text: str, content: str) -> None:
    assert content in [said for _, _, said in told(BEFORE + text)]


def test_a_name_in_quotation_marks_stays_the_speaker() -> None:
    found = told('قالت "حركة النهر" في بيان إن السد آمن.')
    assert [(speaker, content) for _, speaker, content in found] == [("حركة النهر", "السد آمن")]


@pytest.mark.parametrize("marks", ["’‘", "‘’", "''"])
def test_single_quotation_marks_quote_too(marks: str) -> None:
    text = f"وقال الوزير سليم الحداد في ختام الجلسة: {marks[0]}لست مذنبا في شيء{marks[1]}، وغادر القاعة."
    assert "لست مذنبا في شيء" in [said for _, _, said in told(text)]


@pytest.mark.parametrize("marks", ["''", "’’", "‘‘"])
def test_single_marks_typed_twice_quote_as_double_ones_do(marks: str) -> None:
    text = f"وقال المدير: {marks}إن الشركة ستفتح فرعا{marks}، ثم غادر."
    assert [(item.content_text, item.mode.value) for item in statements_of(text)] == [("الشركة ستفتح فرعا", "direct")]


def test_mirrored_marks_quote_too() -> None:
    found = told("وقال المدير »إن الشركة ستفتح فرعا جديدا« في المدينة.")
    assert [said for _, _, said in found] == ["الشركة ستفتح فرعا جديدا"]


def test_a_quotation_whose_paragraphs_each_open_anew_is_one() -> None:
    lines = ['وقال الوزير: "نرفض هذا القرار.', '"ونطالب بسحبه فورا.', '"ولن نقبل أي ضغوط".']
    assert [said for _, _, said in told("\n".join(lines))] == ["\n".join(lines).removeprefix('وقال الوزير: "')[:-2]]


def test_a_new_quotation_behind_one_never_closed_is_its_own() -> None:
    text = 'وقال الوزير: "نرفض هذا القرار.\n"سنعمل معا في كل مكان"، قال المدير سامي الحداد.'
    assert [said for _, _, said in told(text)] == ["نرفض هذا القرار", "سنعمل معا في كل مكان"]


def test_apostrophes_of_names_quote_nothing() -> None:
    text = "قال الوزير إن شركة L'Oréal و'النهر' وقعتا عقدا."
    assert [said for _, _, said in told(text)] == ["شركة L'Oréal و'النهر' وقعتا عقدا"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('وقال الوزير لقناة "النهر" المحلية "لقد اتفقنا على إطار" للعمل.', '"لقد اتفقنا على إطار" للعمل'),
        ('وقال رامي الحداد الخبير لدى "دار النهر للبحوث المالية" للأوراق: "السوق هادئة جدا".', "السوق هادئة جدا"),
        ('وأتى رد الوزير ليقول: "السد آمن تماما اليوم".', "السد آمن تماما اليوم"),
        ('وكان رامي قد هتف "عاش النهر" لدى وصوله وغنى "موطني".', "عاش النهر"),
    ],
)
def test_the_words_are_found_behind_names_in_marks_and_verbs_of_purpose(text: str, content: str) -> None:
    assert content in [said for _, _, said in told(text)]


def test_of_quotations_side_by_side_the_longest_is_the_content() -> None:
    found = told('وكتب الوزير سليم الحداد: "فكر بإنصاف". "فكر بعاطفة أيضا فكلماتك لها عواقب".')
    assert [content for _, _, content in found] == ["فكر بعاطفة أيضا فكلماتك لها عواقب"]


def test_attention_is_drawn_to_what_is_said_only_with_a_clause() -> None:
    assert [said for _, _, said in told("ولفت اللاعب الأنظار إلى موهبته.")] == []
    assert [said for _, _, said in told("ولفت الوزير الانتباه إلى أن السد آمن.")] == ["السد آمن"]


def test_a_leading_source_tells_its_clause_before_the_next_cue() -> None:
    text = "وبحسب عملاق التقنية، فإن الرابط سيظهر في أعلى الصفحة، مشيرا إلى أن العمل مستمر."
    assert ("بحسب", "الرابط سيظهر في أعلى الصفحة") in [(cue, said) for cue, _, said in told(text)]
