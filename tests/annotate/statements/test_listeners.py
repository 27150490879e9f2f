"""To whom something was said."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of, statements_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.model import Field


def _addressees(text: str) -> list[str]:
    return [item.addressee.of(text) if item.addressee else "" for item in statements_of(text)]


def _named(text: str) -> list[tuple[str, str]]:
    """Return speakers and addressees where the names in the text are known."""
    document = Document.read(article_of(text), Field.TEXT)
    found = find_statements(document, find_mentions(document))
    return [(item.speaker_text, item.addressee.of(text) if item.addressee else "") for item in found]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("وقال الوزير لصحيفة المدى إن الجسر آمن.", "صحيفة المدى"),
        ("وقال المدير العام في الوزارة، سامر الحداد، للصحفيين إن الجسر آمن.", "لصحفيين"),
        ("وقال خبراء قانونيون للصحيفة إن الجسر آمن.", "لصحيفة"),
        ("وقال والد الطفل لـ CNN إن الجسر آمن.", "CNN"),
        ("وقال الوزير في مقابلة مع قناة النهر إن الجسر آمن.", "قناة النهر"),
        ("وقال الوزير في مقابلة أجرتها معه صحيفة المدى إن الجسر آمن.", "صحيفة المدى"),
        ("وقال الوزير في تصريح لصحيفة المدى إن الجسر آمن.", "صحيفة المدى"),
        ("وقال الوزير في كلمة أمام البرلمان إن الجسر آمن.", "البرلمان"),
        ("وقال الشاهد أمام المحكمة إن الجسر انهار.", "المحكمة"),
        ("وقال الوزير في رسالة إلى نظيره إن الجسر آمن.", "نظيره"),
        ("وطالب الوزير الشركة بإصلاح الجسر.", "الشركة"),
        ("ودعا الوزير كل الدول إلى وقف القصف.", "كل الدول"),
    ],
)
def test_an_addressee_is_found_where_the_text_names_one(text: str, addressee: str) -> None:
    assert _addressees(text) == [addressee]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت المديرة العامة لـ\"النهر\" إن الجسر آمن.",
        "وقال مراسل الوزارة لشبكة النهر إن الجسر آمن.",
        "وقال الصحفي الذي أجرى مقابلة مع الوزير إن الجسر آمن.",
        "وقال الوزير في بيان للوزارة إن الجسر آمن.",
        "وقال الوزير في مؤتمر صحفي مع نظيره إن الجسر آمن.",
        "وقال الوزير إنه تحدث لصحيفة المدى.",
    ],
)  # fmt: skip
def test_a_title_s_complement_and_another_s_talk_name_no_addressee(text: str) -> None:
    assert not any(_addressees(text))


@pytest.mark.parametrize(
    ("text", "speaker", "addressee"),
    [
        ("وأبلغ مصدر أمني وكالة رويترز بأن القوات انسحبت.", "مصدر أمني", "وكالة رويترز"),
        ('وأبلغ مسؤول كبير صحيفة "النهر" أن المحادثات توقفت.', "مسؤول كبير", 'صحيفة "النهر"'),
        ("وأخبر شهود عيان قناة الجزيرة أن الطريق مغلق.", "شهود عيان", "قناة الجزيرة"),
        ("وأبلغ مراسل صحيفة النهر الوزارة أن الطريق مغلق.", "مراسل صحيفة النهر", "الوزارة"),
        ("وأبلغ الوزير كريم النجار السفير الفرنسي بأن بلاده ترفض القرار.", "كريم النجار", "السفير الفرنسي"),
    ],
)
def test_who_tells_and_who_is_told_are_two_where_both_stand_behind_the_verb(
    text: str, speaker: str, addressee: str
) -> None:
    assert _named(text) == [(speaker, addressee)]


def test_whom_the_next_cue_names_is_not_this_one_s_listener() -> None:
    assert _addressees("ونفى المدير تلك المزاعم، وقال لصحيفة المدى إن الجسر آمن.") == ["", "صحيفة المدى"]


def test_an_outlet_behind_a_lone_particle_is_found_and_one_behind_a_pronoun() -> None:
    assert _named("وقال سامر الحداد، عضو المجلس، لـ بي بي سي إن الجسر آمن.") == [("سامر الحداد", "بي بي سي")]
    assert _addressees("وقال الوزير في تصريح له لشبكة النهر إن الجسر آمن.") == ["شبكة النهر"]


def test_a_place_behind_a_title_is_governed_and_not_spoken_to() -> None:
    assert _named("وقال الرئيس المشارك للمجلس، سامر الحداد، لبغداد إن الجسر آمن.")[0][1] == ""


def test_a_name_beside_its_title_is_the_speaker() -> None:
    text = "ودعا الأمين العام لاتحاد الصيادين نادر الشمري إلى خفض رسوم الميناء."
    assert _named(text) == [("نادر الشمري", "")]
