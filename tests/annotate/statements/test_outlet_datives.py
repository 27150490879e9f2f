"""Whom a source speaks to behind «ل» ends the source, and is the addressee; an opponent or a time is none."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.model import Field, Statement
from riwaya.search.excerpts import written_name


def _statements(text: str) -> list[Statement]:
    document = Document.read(article_of(text), Field.TEXT)
    return find_statements(document, find_mentions(document))


TOLD = [
    ("قال مصدر عسكري للأناضول إن الطريق آمن.", "مصدر عسكري", "الأناضول"),
    ("قال مسؤول يمني لـ «الوطن» إن الميناء فتح.", "مسؤول يمني", "الوطن"),
    ("وقال نائب سابق للشرق الأوسط إن القانون عطل.", "نائب سابق", "الشرق الأوسط"),
    ("وقال ضابط في القوة للجزيرة إن الهدنة خرقت.", "ضابط في القوة", "الجزيرة"),
    ("وأفادت مصادر طبية ومحلية للجزيرة بأن القصف توقف.", "مصادر طبية ومحلية", "الجزيرة"),
    ("وقال البائع أبو ربيع لـ«الحياة»: «لا زبائن».", "أبو ربيع", "الحياة"),
    ("قالت فتاة للمنظمة إنها فقدت أهلها.", "فتاة", "المنظمة"),
    ('أوضح المهندس في هيئة المياه ماجد الكيلاني لـ"الوادي اليوم" أن الخزان جف.', "ماجد الكيلاني", "الوادي اليوم"),
    ("وأوضح الكاتب لـ«الشرق الأوسط» أن روايته اكتملت.", "الكاتب", "الشرق الأوسط"),
    ("أوعز رئيس الحكومة لوزارة المالية بصرف الرواتب.", "رئيس الحكومة", "وزارة المالية"),
]


@pytest.mark.parametrize(("text", "speaker", "addressee"), TOLD)
def test_whom_a_source_tells_is_no_part_of_it(text: str, speaker: str, addressee: str) -> None:
    statement = _statements(text)[0]
    assert statement.speaker_text == speaker
    assert statement.addressee is not None
    assert written_name(text, statement.addressee) == addressee


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال مبعوث للأمم المتحدة إن الهدنة هشة.", "مبعوث للأمم المتحدة"),
        ("قال مراسل لـ«الوطن» إن القصف مستمر.", "مراسل لـ«الوطن»"),
    ],
)
def test_whom_an_office_serves_stays_with_it(text: str, speaker: str) -> None:
    assert _statements(text)[0].speaker_text == speaker


NOBODY = [
    "قال سامي الحداد بعد مباراة فريقه أمام تونس إن اللاعبين متعبون.",
    "قال المدرب عقب الفوز أمام الجزائر إن التأهل قريب.",
    "قال المهاجم بعد ثنائية أمام تونس إن الفريق يستحق.",
    "أقرت الشركة للمرة الثانية بأن السجلات سرقت.",
    "وعد المرشح في حال فوزه بأن يخفض الضرائب.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_an_opponent_or_a_circumstance_is_not_addressed(text: str) -> None:
    (statement,) = _statements(text)
    assert statement.addressee is None
    assert "حال" not in statement.speaker_text


def test_a_year_is_not_addressed() -> None:
    (statement,) = _statements("دعا الزعيم عام 1957 أمام البرلمان إلى الوحدة.")
    assert statement.addressee is not None
    assert statement.addressee.of("دعا الزعيم عام 1957 أمام البرلمان إلى الوحدة.") == "البرلمان"


def test_in_the_course_of_an_answer_is_no_exhibition() -> None:
    (statement,) = _statements("وقال الوزير، في معرض رده على سؤال، إن الاتفاق لم يوقع.")
    assert statement.occasion is None
