"""Words that are never speakers: such a reading is dropped, not shown."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told


@pytest.mark.parametrize(
    "text",
    [
        "وقال لأنهم فقراء إن الحكومة أهملتهم.",
        "وقال بعدها إن الحكومة أهملتهم.",
        "وأكد هويته أن الرجل معروف.",
        "وقال الأكثر تضررا إن الحكومة أهملتهم.",
        "وقال الحصول على المال إن الرجل معروف.",
    ],
)
def test_what_cannot_speak_is_no_speaker(text: str) -> None:
    assert told(text) == []


def test_nobody_is_said_to_have_said_what_is_denied() -> None:
    assert told("نفى المدرب أن يكون قد قال إن الفريق ضعيف.") == [("نفى", "المدرب", "يكون قد قال إن الفريق ضعيف")]


def test_a_reaction_is_no_reply() -> None:
    assert told("وكان رد فعل الوزير أن الأمر خطير.") == []


def test_a_man_named_like_a_condemnation_condemns_nothing() -> None:
    assert told("وقال دان براون إن الكتاب جديد.") == [("قال", "دان براون", "الكتاب جديد")]


def test_a_source_in_the_accusative_speaks_and_the_agency_is_told() -> None:
    found = told("قال الوزير إن الأمر خطير. لكن مصدرا في مكتبه قال لرويترز إن اللقاء تأجل.")
    assert found[-1] == ("قال", "مصدرا في مكتبه", "اللقاء تأجل")


def test_an_adverb_of_manner_is_no_speaker() -> None:
    assert told("وقال سريعاً إن الرجل معروف.") == [("قال", "", "الرجل معروف")]


@pytest.mark.parametrize(
    "text",
    [
        "ورفضت الشركة الإدلاء بمزيد من التعليقات بشأن الصفقة.",
        "رفضت محكمة محلية طلبا تقدم به محامي المتهم للإفراج عنه.",
        "ورفض قاضي المحكمة الطعن.",
    ],
)
def test_a_refusal_to_comment_and_a_ruling_say_nothing(text: str) -> None:
    assert told(text) == []


def test_who_hides_his_name_is_still_the_speaker_of_the_clause_behind() -> None:
    found = told("وقال دبلوماسيان، طلبوا التحفظ على هوياتهم، إن الاتصال جرى مساء.")
    assert found == [("قال", "دبلوماسيان", "الاتصال جرى مساء")]
