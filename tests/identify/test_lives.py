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
    [f"اقترب رحيل المدرب {NAME} عن النادي.", f"نجا من محاولة اغتيال {NAME} اثنان.", f"صدر بعد وفاة {NAME} كتاب."],
)
def test_who_leaves_a_club_or_is_shot_at_does_not_die_and_a_death_long_past_has_no_day(text: str) -> None:
    assert "died" not in told(text)


def test_who_speaks_is_alive() -> None:
    assert "spoke" in told(f"قال المهندس {NAME} إن العمل انتهى.")
    assert "spoke" not in told(f"صدر كتاب عن {NAME} أمس.")
