from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of, told

from riwaya.model import Mode

GOLDEN = [
    ("وقال وزير الزراعة إن موسم القمح جيد.", ("قال", "وزير الزراعة", "موسم القمح جيد")),
    ("وأكدت الوزارة أن المخزون يكفي عاما، مضيفة أنها لن ترفع الأسعار.", ("أكدت", "الوزارة", "المخزون يكفي عاما")),
    ("وأكد الوزير أهمية حماية الغابات في الشمال.", ("أكد", "الوزير", "أهمية حماية الغابات في الشمال")),
    ("وشدد الوزير على ضرورة أن تبدأ الأشغال فورا.", ("شدد", "الوزير", "ضرورة أن تبدأ الأشغال فورا")),
    ("ودعت المنظمة إلى وقف القتال فورا.", ("دعت", "المنظمة", "وقف القتال فورا")),
    ("وطالبت النقابة بزيادة الأجور.", ("طالبت", "النقابة", "بزيادة الأجور")),
    ("وحذرت الهيئة من أن المياه قد ترتفع.", ("حذرت", "الهيئة", "المياه قد ترتفع")),
    ("وأعرب الرئيس عن قلقه من الجفاف.", ("أعرب", "الرئيس", "قلقه من الجفاف")),
    ("ونفت الحكومة أن تكون قد أغلقت الميناء.", ("نفت", "الحكومة", "تكون قد أغلقت الميناء")),
    ("وأدانت الرئاسة استهداف السفينة.", ("أدانت", "الرئاسة", "استهداف السفينة")),
    ("ووصف الوزير الاتفاق بأنه تاريخي.", ("وصف", "الوزير", "الاتفاق بأنه تاريخي")),
    ("وقالت الوزارة إنها ستفتح الجسر غدا.", ("قالت", "الوزارة", "ستفتح الجسر غدا")),
    ("وقال الوزير: «سنبدأ غدا. لن ننتظر أحدا».", ("قال", "الوزير", "سنبدأ غدا. لن ننتظر أحدا")),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_content_is_bounded(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text)[0] == expected


def test_trailing_adjuncts_of_the_narrator_stay_outside() -> None:
    text = "وقال الوزير إن الجسر آمن، وذلك في كلمة ألقاها مساء. وقالت الهيئة إن السد ممتلئ وسط مخاوف من الفيضان."
    assert [content for _, _, content in told(text)] == ["الجسر آمن", "السد ممتلئ"]


def test_coordinated_cues_are_separate_statements() -> None:
    text = "وقال المدير إن المصنع سيغلق، وأضاف أن العمال سينقلون، كما طالب بدعم القطاع."
    assert [cue for cue, _, _ in told(text)] == ["قال", "أضاف", "طالب"]
    assert {speaker for _, speaker, _ in told(text)} == {"المدير"}


@pytest.mark.parametrize(
    "text",
    [
        'وقال الوزير "لن نتراجع عن قرارنا هذا".',
        "وقال الوزير «لن نتراجع عن قرارنا هذا».",
        "وقال الوزير “لن نتراجع عن قرارنا هذا”.",
        "وقال الوزير ”لن نتراجع عن قرارنا هذا“.",
        "وقال الوزير إن «لن نتراجع عن قرارنا هذا».",
    ],
)
def test_all_kinds_of_quotation_marks_are_read(text: str) -> None:
    (statement,) = statements_of(text)
    assert statement.content_text == "لن نتراجع عن قرارنا هذا"
    assert statement.mode is Mode.DIRECT


def test_quotation_never_closed_is_direct_to_the_end_of_its_paragraph() -> None:
    first, second = statements_of('وقال الوزير: "لن نتراجع أبدا.\nوأضاف أن القرار نهائي.')
    assert (first.content_text, first.mode) == ("لن نتراجع أبدا", Mode.DIRECT)
    assert second.content_text == "القرار نهائي"


def test_quotation_over_two_paragraphs_is_one_content() -> None:
    (statement,) = statements_of("وقال الوزير: «لن نتراجع.\nنحن ماضون في عملنا».\nثم غادر القاعة.")
    assert statement.content_text == "لن نتراجع.\nنحن ماضون في عملنا"


def test_quotation_before_its_cue_is_found() -> None:
    assert told('"لن نتراجع عن القرار أبدا"، قال وزير النقل.') == [("قال", "وزير النقل", "لن نتراجع عن القرار أبدا")]


def test_partly_quoted_content_is_mixed_and_a_short_term_is_distance() -> None:
    (statement,) = statements_of('وقال الوزير إن الخطة "جريئة" ولا رجعة عنها.')
    assert statement.mode is Mode.MIXED
    assert [span.of('وقال الوزير إن الخطة "جريئة" ولا رجعة عنها.') for span in statement.distance] == ["جريئة"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "وصل الوزير إلى العاصمة والتقى نظيره وبحثا ملف المياه.",
        "ولم يعلن الفريق عن موعد المباراة.",
        "يذكر أن المدينة تقع على الساحل.",
        "ويعتقد أن المركب غرق.",
        "سيعلن الوزير غدا عن خطته.",
        "تبين أن المركب قديم.",
        "وبينما كان الوزير في الطريق بين المدينتين وقع الحادث.",
        "بدأت حملة انتخابية لفتت الأنظار في المدينة.",
    ],
)
def test_narration_gives_no_statement(text: str) -> None:
    assert statements_of(text) == []
