"""Statements of rarer make: what somebody holds, claims, condemns, and nouns of saying with their speaker."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told

Told = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ويتوقع المنظمون أن تمتلئ القاعة.", [("يتوقع", "المنظمون", "تمتلئ القاعة")]),
        ("يرجح محللون أن ترتفع الأسعار.", [("يرجح", "محللون", "ترتفع الأسعار")]),
        ("يتوقع وصول الوفد غدا.", []),
        ("يذكر أن الوفد وصل أمس.", []),
    ],
)
def test_a_mostly_impersonal_form_needs_somebody_behind_it(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ويعتبر آخرون الموسيقى عملا لا يليق.", [("يعتبر", "آخرون", "الموسيقى عملا لا يليق")]),
        ("وهدمت القرية التي اعتبرتها الحكومة غير قانونية.", [("اعتبرتها", "الحكومة", "غير قانونية")]),
        ("وهو ما اعتبره الوزير تصعيدا جديدا.", [("اعتبره", "الوزير", "تصعيدا جديدا")]),
        ("كما اعتبرتها صحيفة النهار عام 2010 أجمل الجزر.", [("اعتبرتها", "صحيفة النهار", "أجمل الجزر")]),
        ("واعتبر الوزير في تصريح غير مسبوق أن القرار خاطئ.", [("اعتبر", "الوزير", "القرار خاطئ")]),
        ("يعتبر الملعب الأكبر في البلاد.", []),
        (
            "وجاء القرار ردا على ما تعتبره الحكومة ممارسات غير عادلة.",
            [("تعتبره", "الحكومة", "ممارسات غير عادلة")],
        ),
    ],
)
def test_what_somebody_holds_a_thing_to_be_is_said(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقد تبنى تنظيم النسر هذا الهجوم.", [("تبنى", "تنظيم النسر", "هذا الهجوم")]),
        ("وتبنى البرلمان قرارا جديدا.", []),
        (
            "ندد مسؤولون محليون الأربعاء بتصريحات الوزير.",
            [("ندد", "مسؤولون محليون", "بتصريحات الوزير")],
        ),
    ],
)
def test_attacks_are_claimed_and_deeds_condemned(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وإزاء دعوات ناشطين إلى إنهاء الحصار، قال الوزير إن الأمر يدرس.", ("دعوات", "ناشطين", "إنهاء الحصار")),
        ("وأطلق التنظيم تهديدات باستهداف الملاعب.", ("تهديدات", "التنظيم", "باستهداف الملاعب")),
        ("وتضمن البيان الختامي دعوة إلى توفير الحماية.", ("دعوة", "البيان الختامي", "توفير الحماية")),
        ("وسارعت الوزارة إلى نفي أن تكون أغلقت المعبر.", ("نفي", "الوزارة", "تكون أغلقت المعبر")),
    ],
)
def test_a_noun_of_saying_has_the_speaker_of_its_verb(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('أجابه الوزير: "سنرى ما يمكن فعله".', ("أجابه", "الوزير", "سنرى ما يمكن فعله")),
        (
            "وأوقف الطبيب الذي تتهمه الحكومة بأنه العقل المدبر للانقلاب.",
            ("تتهمه", "الحكومة", "العقل المدبر للانقلاب"),
        ),
    ],
)
def test_a_pronoun_may_stand_for_who_is_answered_or_accused(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", ["تفاقمت أزمة اتهام المدير بالتدخل.", "اعتقل بعد رفضه التوقيع على الوثيقة."])
def test_a_noun_without_speaker_or_speech_tells_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال المدرب إن الأمر صعب. وزاد: نلعب كل يومين.", ("زاد", "المدرب", "نلعب كل يومين")),
        ("قال الوزير إن الأمر صعب. ومضى للقول إن الحل قريب.", ("للقول", "الوزير", "الحل قريب")),
        (
            "تميل البلدية نحو فكرة السماح للمتاجر بالعمل ليلا، هكذا صرح المحافظ.",
            ("هكذا صرح", "المحافظ", "تميل البلدية نحو فكرة السماح للمتاجر بالعمل ليلا"),
        ),
    ],
)
def test_less_usual_ways_to_attribute_are_found(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text)[-1] == expected
