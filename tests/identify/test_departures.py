"""An article that tells of somebody's leaving says of none of his offices that he has it still."""

from __future__ import annotations

import pytest
from tests.identify.test_terms import mention, tell

from riwaya.identify.terms import offices_over_time
from riwaya.model import MentionKind

NAME = "سليم الحداد"


def _status(text: str, role: str) -> list[str]:
    chain = tell(text, [mention(text, NAME, MentionKind.PER), mention(text, role, MentionKind.ROLE, NAME)])
    return [office.status for office in offices_over_time([chain])]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال عضو الأكاديمية سليم الحداد والذي استقال أمس إن الوضع صعب.", "عضو الأكاديمية"),
        ("أعلن سليم الحداد، مدير الشركة، استقالته.", "مدير الشركة"),
        ("واضطر سليم الحداد للاستقالة، وكان مدير الشركة.", "مدير الشركة"),
        ("وأحيل سليم الحداد، رئيس الأركان، إلى التقاعد.", "رئيس الأركان"),
        ("قبل الملك استقالة الأمير سليم الحداد مدير المركز.", "مدير المركز"),
        ("قال مدير المركز السابق سليم الحداد ذلك.", "مدير المركز السابق"),
    ],
)
def test_whoever_has_left_is_not_said_to_hold_an_office(text: str, role: str) -> None:
    assert "held" not in _status(text, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال وزير الري سليم الحداد إن المدير استقال.", "وزير الري"),
        ("طالب النواب باستقالة وزير الري سليم الحداد.", "وزير الري"),
        ("ووصف إقالة سليم الحداد لوزير ماليته بالخطأ، وهو الرئيس.", "الرئيس"),
        ("حذر رئيس المجلس كريم سعد أمس القصر من إقالة المدعي الخاص سليم الحداد.", "المدعي الخاص"),
    ],
)
def test_whose_leaving_is_another_s_or_only_wished_keeps_his_office(text: str, role: str) -> None:
    assert _status(text, role) == ["held"]


def test_an_article_that_calls_somebody_former_does_not_call_him_so_still() -> None:
    text = "قال مدير المركز السابق سليم الحداد نعم. ثم عاد مدير المركز إلى بيته."
    persons = [mention(text, NAME, MentionKind.PER)]
    roles = [mention(text, role, MentionKind.ROLE, NAME) for role in ("مدير المركز السابق", "مدير المركز")]
    chain = tell(text, [*persons, *roles])
    assert {office.status for office in offices_over_time([chain])} <= {"former"}
