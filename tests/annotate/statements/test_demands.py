"""Whom a demand or an accusation goes to is not who makes it."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of

from riwaya.search.excerpts import written_name

DEMANDS = [
    ("ورحبت الجمعية بالحكم وطالبت السلطات المحلية بإطلاق سراحه.", "الجمعية", "السلطات المحلية"),
    ("وقال الوزير إن الوضع صعب ودعا النائبة إلى الهدوء.", "الوزير", "النائبة"),
    ("وقالت النائبة إن الوضع صعب وحثت المسؤولين على الهدوء.", "النائبة", "المسؤولين"),
    ("ودعت الحكومة المجتمع الدولي إلى التدخل.", "الحكومة", "المجتمع الدولي"),
    ("وكان التقرير يدعو الوزارة إلى الكف عن البناء.", "التقرير", "الوزارة"),
]


@pytest.mark.parametrize(("text", "speaker", "addressee"), DEMANDS)
def test_the_object_of_a_demand_is_its_addressee(text: str, speaker: str, addressee: str) -> None:
    statement = statements_of(text)[-1]
    assert statement.speaker_text == speaker
    assert statement.addressee is not None
    assert statement.addressee.of(text) == addressee


def test_a_nominative_behind_the_demand_is_its_subject() -> None:
    (statement,) = statements_of("واتهم سفراء غربيون لدى المنظمة النظام بعرقلة عمل البعثة.")
    assert statement.speaker_text == "سفراء غربيون لدى المنظمة"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ووعد المرشح بخفض الضرائب، وطالب نواب من المعارضة باستقالة الوزير.", "نواب من المعارضة"),
        ("وقال الوزير إن الوضع صعب، واتهم الجانبان الوسطاء بالانحياز.", "الجانبان"),
    ],
)
def test_two_who_do_it_and_people_that_nothing_defines_are_the_subject(text: str, speaker: str) -> None:
    assert statements_of(text)[-1].speaker_text == speaker


def test_an_object_pronoun_leaves_the_noun_behind_it_as_subject() -> None:
    (statement,) = statements_of("وتريد الشرطة استجواب الرجال الذين يتهمهم القضاء بالفساد.")
    assert (statement.speaker_text, statement.content_text) == ("القضاء", "بالفساد")


def test_a_verb_in_the_wrong_gender_has_the_noun_as_its_object() -> None:
    text = "وقال الوزير إن البث توقف. ووصف القناة بأنها كاذبة."
    assert statements_of(text)[-1].speaker_text == "الوزير"


def test_an_addressee_keeps_its_article_which_the_particle_hides() -> None:
    text = "وقال سامي الحداد للصحفيين إن الطريق مغلق."
    addressee = statements_of(text)[0].addressee
    assert addressee is not None
    assert addressee.of(text) == "لصحفيين"
    assert written_name(text, addressee) == "الصحفيين"
