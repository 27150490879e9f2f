"""What stands beside a name of the calling, the death and the doings of its bearer."""

from __future__ import annotations

import pytest

from riwaya.identify.lives import tell
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span

NAME = "سامر الشجراوي"


def told(text: str) -> tuple[str, ...]:
    start = text.index(NAME)
    mention = Mention("m", "a", Field.TEXT, Span(start, start + len(NAME)), NAME, MentionKind.PER, "", 0.9)
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    return tell(article, [mention])


@pytest.mark.parametrize(
    ("text", "calling"),
    [
        (f"قضت المحكمة بسجن المتهم {NAME} سنتين.", "crime"),
        (f"أجلت المحكمة محاكمة {NAME} المتهم بقتل جاره.", "crime"),
        (f"شكا تاجر الأقمشة {NAME} من الركود.", "trade"),
        (f"رأى المحلل السياسي {NAME} أن الوقت حان.", "scholar"),  # no politician
        (f"قال خطيب الجامع الكبير الشيخ {NAME} كلمة.", "religion"),
        (f"قتل {NAME}، وهو ضابط في الجيش، أمس.", "officer"),
        (f"حضر {NAME}، الباحث في المركز، الندوة.", "scholar"),
    ],
)
def test_a_noun_beside_the_name_tells_the_calling(text: str, calling: str) -> None:
    assert f"called {calling}" in told(text)


@pytest.mark.parametrize(
    "text", [f"حضرت زوجة المتهم {NAME} الجلسة.", f"حضر {NAME}، وزير الدفاع نبيل الكرمي غائبا.", f"أمام {NAME} مهلة."]
)
def test_what_may_be_anothers_noun_tells_none(text: str) -> None:
    assert not [said for said in told(text) if said.startswith("called")]


def test_a_death_is_told_with_the_age() -> None:
    assert told(f"توفي الشاعر {NAME} أمس عن عمر ناهز 78 عاما.") == ("called letters", "died", "age 78")
    assert "died" in told(f"لقيت الطالبة {NAME} مصرعها في حادث.")
    assert "died" in told(f"رحل الشاعر {NAME} عن 66 عاما.")


@pytest.mark.parametrize(
    "text",
    [f"اقترب رحيل المدرب {NAME} عن النادي.", f"نجا من محاولة اغتيال {NAME} اثنان."],
)
def test_who_leaves_a_club_or_is_shot_at_does_not_die(text: str) -> None:
    assert "died" not in told(text)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (f"نعى اللاعبون {NAME}، الذي عثر عليه متوفيا في غرفته.", True),
        (f"أكدت مصادر أن القائد {NAME}، قتل مع سبعة آخرين.", True),
        (f"نعى رئيس الوزراء {NAME} الراحل نبيل الكرمي.", False),
    ],
)
def test_who_is_found_dead_has_died_and_who_mourns_has_not(text: str, dead: bool) -> None:
    assert ("died" in told(text)) is dead


def test_who_speaks_is_alive() -> None:
    assert "spoke" in told(f"قال المهندس {NAME} إن العمل انتهى.")
    assert "spoke" not in told(f"صدر كتاب عن {NAME} أمس.")


@pytest.mark.parametrize(
    "text",
    [
        f"قتل المقاتل في فصيل معارض {NAME} بقصف في إدلب.",
        f"قتل {NAME} (33 عاما) برصاص مجهولين.",
        f"قتل الجيش القيادي {NAME} في غارة.",
        f"شيع أهالي البلدة القائد الميداني {NAME} الذي قتل أمس.",
        f"تحدثوا عن {NAME} الذي اغتالته جماعة مسلحة.",
        f"زار ابنه في ذكرى رحيل المفكر {NAME} قبره.",
        f"صدر بعد وفاة {NAME} كتاب.",
        f"نعت نقابة الصحفيين الزميل المصور {NAME}.",
        f"عرض فيلم عن الرئيس الراحل {NAME} أمس.",
    ],
)
def test_whoever_is_killed_mourned_or_remembered_is_dead(text: str) -> None:
    assert "died" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"قتل {NAME} زوجته.",
        f"قتل الشاب {NAME} جاره بسكين.",
        f"قتل {NAME}، 33 عاما، زوجته خنقا.",
        f"قال {NAME} الذي قتل ابنه في الحرب.",
        f"نجا الرجل من محاولة قتل {NAME} أمس.",
        f"مقتل شقيق {NAME} في غارة.",
        f"مقتل عشرات على يد {NAME}.",
        f"نعى وزير الثقافة {NAME} الشاعر.",
        f"نفى شائعة وفاة {NAME} أمس.",
    ],
)
def test_who_kills_mourns_or_loses_somebody_is_alive(text: str) -> None:
    assert "died" not in told(text)


def test_a_death_long_past_tells_no_year_of_birth() -> None:
    assert "age 70" not in told(f"أقيم حفل في ذكرى وفاة {NAME} عن 70 عاما.")


def test_who_scores_is_a_player() -> None:
    assert "called player" in told(f"سجل {NAME} (19 عاما) هدفين.")
    assert "called player" not in told(f"سجل {NAME} شهادته أمام المحكمة.")


def test_what_somebody_is_made_is_the_calling_and_an_adverb_is_none() -> None:
    assert told(f"عين الأمير {NAME} سفيرا لدولة قطر لدى اليابان.") == ("called state",)
    assert told(f"انتخب المجلس {NAME} عميدا لكلية الحقوق.") == ("called scholar",)
    assert told(f"خرج {NAME} إعلاميا ليؤكد ذلك.") == ()
    assert told(f"تم تعيين {NAME} رئيسا للنصر.") == ()
