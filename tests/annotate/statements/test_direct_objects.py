"""What is denied or condemned stands behind its subject, which may have clauses, asides and adverbs of its own."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of, told

OBJECTS = [
    ("نفى مسؤولون في الحلف الذي تقوده الرياض أنباء عن سقوط طائرة.", "أنباء عن سقوط طائرة"),
    ("ونفى مسؤولون في الحلف الذي تقوده الرياض عقد هذه المحادثات.", "عقد هذه المحادثات"),
    ("ونفى المتحدث باسم الشركة التي تدير المطار وقوع أي حادث.", "وقوع أي حادث"),
    ("ورفض النائب في البرلمان الذي تسيطر عليه المعارضة مشروع القانون.", "مشروع القانون"),
    ("ووصف شهود عيان ما حدث بأنه مجزرة.", "ما حدث بأنه مجزرة"),
    ("ورفض الوزير كافة الاتهامات الموجهة إليه.", "كافة الاتهامات الموجهة إليه"),
    ("ونفى الوزير جميع الاتهامات.", "جميع الاتهامات"),
    ("ونفى الوزير المزاعم بأنه تلقى رشوة.", "المزاعم بأنه تلقى رشوة"),
    ("وينفي الوزير نفيا قاطعا هذه الاتهامات.", "هذه الاتهامات"),
    ("ونفى الوزير - الذي كان محور القضية - لمس اللوحة.", "لمس اللوحة"),
    ('وأدان الوزير "المجازر" في المدينة.', '"المجازر" في المدينة'),
    ('ونفى الوزير، في مقابلة عبر "النهر" تلك التهم.', "تلك التهم"),
    ("وطلبت الوزيرة من نحو عشرة آلاف شخص مغادرة منازلهم.", "مغادرة منازلهم"),
    ("وتوقع البنك كذلك سعرا للخام عند ستين دولارا.", "سعرا للخام عند ستين دولارا"),
    ("وأكد الأمير خلال أول مقابلة له على براءته.", "براءته"),
    ("وعرض الضابط أن يبادل نفسه برهينة.", "يبادل نفسه برهينة"),
    ("ودعت المنظمة الأوروبية للسلامة الجوية (النهر)، شركات الطيران إلى توخي الحذر.", "توخي الحذر"),
]


@pytest.mark.parametrize(("text", "content"), OBJECTS)
def test_an_object_begins_behind_the_whole_subject(text: str, content: str) -> None:
    assert [found[2] for found in told(text)] == [content]


def test_who_denies_what_is_alleged_is_not_named_by_the_allegation() -> None:
    assert [found[1] for found in told("ونفى الوزير المزاعم بأنه تلقى رشوة.")] == ["الوزير"]


def test_a_request_to_a_number_of_people_goes_to_them() -> None:
    text = "وطلبت الوزيرة من نحو عشرة آلاف شخص مغادرة منازلهم."
    (statement,) = statements_of(text)
    assert statement.addressee is not None
    assert statement.addressee.of(text) == "نحو عشرة آلاف شخص"
