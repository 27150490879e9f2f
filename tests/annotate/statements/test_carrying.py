"""Speakers of cues without a subject: who was the subject last, never across a disagreement."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "قال الوزير سامي الحداد إن الاتفاق جيد. وذهب النائب كريم النجار إلى أبعد من ذلك وقال إن الاتفاق ممتاز.",
            "كريم النجار",
        ),
        (
            "رحبت الحكومة بالاتفاق. ونشر النائب كريم النجار تغريدة يقول فيها إنه ضعيف، مضيفا أن الشعب يرفضه.",
            "كريم النجار",
        ),
        ("وقال سامي الحداد إن الزيارة مفيدة. وتحدث الرئيس مراد عن العلاقات وأثنى على مضيفيه.", "مراد"),
        (
            'اتهم سامي الحداد جيرانه بالكذب. وسجلت وزارة الخارجية إعجابها بالصورة وردت عليها بالقول: "شكرا لكم".',
            "وزارة الخارجية",
        ),
        ("وقالت النائبة هدى سالم إن القرار ظالم، وهو ما نفاه الحداد قائلا إن القرار عادل.", "الحداد"),
    ],
)
def test_a_verb_with_its_own_subject_between_gives_the_speaker(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker


def test_no_speaker_is_carried_across_a_disagreement() -> None:
    assert told("وقالت النائبة هدى سالم إن القرار ظالم. وأضاف أن الأمر خطير.")[-1][1] == ""


def test_a_verb_that_goes_on_passes_over_who_did_not_speak() -> None:
    text = "قال النائب سامي سالم إن القرار ظالم. وزار الوزير كريم حداد المدينة.\nوأضاف أن الأمر خطير."
    assert told(text)[-1] == ("أضاف", "سامي سالم", "الأمر خطير")


def test_a_conjunction_that_stands_apart_opens_a_clause_of_the_same_speaker() -> None:
    text = "و قال الوزير سامي الحداد ان الاتفاق يشمل 96 اسيرا، و اضاف ان السد آمن."
    assert told(text) == [("قال", "سامي الحداد", "الاتفاق يشمل 96 اسيرا"), ("اضاف", "سامي الحداد", "السد آمن")]


def test_a_verbal_noun_with_its_adjective_is_a_body_that_speaks() -> None:
    text = "وكانت الحماية المدنية أعلنت في وقت سابق مقتل 14 شخصا."
    assert told(text) == [("أعلنت", "الحماية المدنية", "مقتل 14 شخصا")]
