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


def test_quotation_that_closes_a_sentence_is_found_behind_when_it_was_said() -> None:
    text = 'وقال المدرب للصحفيين بعدما خسر فريقه أمام ضيفه "يجب أن نعترف بأننا لم نلعب جيدا".'
    assert told(text) == [("قال", "المدرب", "يجب أن نعترف بأننا لم نلعب جيدا")]


def test_quoted_abbreviation_that_begins_like_a_conjunction_is_a_name() -> None:
    text = 'وقالت شبكة التلفزة "ان.تي.في" إن الإجراءات الأمنية مشددة.'
    assert [(cue, content) for cue, _, content in told(text)] == [("قالت", "الإجراءات الأمنية مشددة")]


def test_announced_possession_is_a_statement() -> None:
    text = "أعلن مدرب المنتخب سليم الحداد الخميس تشكيلته النهائية للبطولة."
    assert [content for _, _, content in told(text)] == ["تشكيلته النهائية للبطولة"]


def test_noun_of_saying_with_its_speaker_and_a_clause_attributes() -> None:
    text = "ووقعت الهجمات بعد يومين من قول وزير الدفاع إن الحدود آمنة."
    assert told(text) == [("قول", "وزير الدفاع", "الحدود آمنة")]
    assert told("وهو مستعد دائما لقول الحقيقة.") == []


def test_announcement_with_a_clause_may_be_anybodys() -> None:
    text = "ووصل اللاعب غداة إعلان ناديه أنه سيجري جراحة."
    assert told(text) == [("إعلان", "ناديه", "سيجري جراحة")]


def test_charge_may_name_the_accused_behind_a_preposition() -> None:
    text = "وناقش المجلس اتهام الحكومة لموسكو بشن هجوم على المدينة."
    assert [(cue, speaker) for cue, speaker, _ in told(text)] == [("اتهام", "الحكومة")]


def test_news_that_came_in_answers_nobody() -> None:
    text = "ووردت أنباء تفيد بأن الطريق مغلق."
    assert [(cue, content) for cue, _, content in told(text)] == [("تفيد", "الطريق مغلق")]
