"""The subject of a demand ends where a second party begins, behind adjectives, names and what completes a title."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.model import Field, Statement


def _last(text: str) -> Statement:
    document = Document.read(article_of(text), Field.TEXT)
    return find_statements(document, find_mentions(document))[-1]


DIVIDED = [
    (
        "دعا الأمين العام لمنظمة الدول المصدرة الأطراف اليمنية إلى التهدئة.",
        "الأمين العام لمنظمة الدول المصدرة",
        "الأطراف اليمنية",
    ),
    ("دعت المفوضة السامية لحقوق الإنسان سلمى الكيلاني السلطات إلى التحقيق.", "سلمى الكيلاني", "السلطات"),
    ("طالب التيار الليبي المعارض مجلس الأمن بالتحرك.", "التيار الليبي المعارض", "مجلس الأمن"),
    ("دعا خطيب المسجد الكبير المسلمين إلى التسامح.", "خطيب المسجد الكبير", "المسلمين"),
    ("دعا رئيس غرفة الصناعة التجار إلى خفض الأسعار.", "رئيس غرفة الصناعة", "التجار"),
    ("حذر أطباء العيون المرضى من العدسات.", "أطباء العيون", "المرضى"),
    ("حث شيوخ القبائل الأهالي على الصلح.", "شيوخ القبائل", "الأهالي"),
    ("حذر الخبير الأمني المتقاعد الشرطة من التسرع.", "الخبير الأمني المتقاعد", "الشرطة"),
    ("دعت الكاتبة النسوية المعارضة النساء إلى الاقتراع.", "الكاتبة النسوية المعارضة", "النساء"),
    ("دعا رئيس المجلس البلدي قادة الأحزاب المحلية إلى الحوار.", "رئيس المجلس البلدي", "قادة الأحزاب المحلية"),
    ("دعا قائد الجيش اللبناني العسكريين إلى اليقظة.", "قائد الجيش اللبناني", "العسكريين"),
    ("دعا سفير باريس لدى الأمم المتحدة موسكو إلى الهدنة.", "سفير باريس لدى الأمم المتحدة", "موسكو"),
    ("أبلغت مريم عثمان وزيرة الزراعة البرلمان أن الموسم ضعيف.", "مريم عثمان", "البرلمان"),
    ('وخاطب الرئيس الجنود قائلا: "أنتم سند الوطن".', "الرئيس", "الجنود"),
    ("وأفاد شهود عيان وكالة الأناضول بأن الجسر سقط.", "شهود عيان", "وكالة الأناضول"),
    ("وأفاد المتحدث رويترز بأن الجسر سقط.", "المتحدث", "رويترز"),
]


@pytest.mark.parametrize(("text", "speaker", "addressee"), DIVIDED)
def test_a_second_party_is_who_is_addressed(text: str, speaker: str, addressee: str) -> None:
    statement = _last(text)
    assert statement.speaker_text == speaker
    assert statement.addressee is not None
    assert statement.addressee.of(text) == addressee


WHOLE = [
    ("دعا رئيس اتحاد المحامين العرب إلى مؤتمر عاجل.", "رئيس اتحاد المحامين العرب"),
    ("دعا تجمع المهنيين السودانيين إلى إضراب عام.", "تجمع المهنيين السودانيين"),
    ("دعت هيئة علماء المسلمين إلى الصلح.", "هيئة علماء المسلمين"),
    ("دعا حزب العهد الشعبي المعارض إلى انتخابات مبكرة.", "حزب العهد الشعبي المعارض"),
    ("دعا وزير الدولة ومسؤولة السياسة الخارجية إلى تحقيق.", "وزير الدولة ومسؤولة السياسة الخارجية"),
    ("طالب الأمين العام للجامعة العربية بتحقيق دولي.", "الأمين العام للجامعة العربية"),
]


@pytest.mark.parametrize(("text", "speaker"), WHOLE)
def test_an_adjective_of_many_is_no_second_party(text: str, speaker: str) -> None:
    statement = _last(text)
    assert (statement.speaker_text, statement.addressee) == (speaker, None)


def test_who_is_addressed_by_a_carried_verb_does_not_speak() -> None:
    statement = _last('قال الرئيس إن الوضع صعب. وخاطب الشعب قائلا: "اصبروا".')
    assert statement.speaker_text == "الرئيس"
