"""What a role's words say of office, nation and status."""

from __future__ import annotations

import pytest

from riwaya.knowledge.roles import Status, read_role


@pytest.mark.parametrize(
    ("text", "key", "nation", "status"),
    [
        ("وزير الدفاع الأميركي", "وزير دفاع", "united states", Status.HELD),
        ("وزير خارجية الولايات المتحدة", "وزير خارجيه", "united states", Status.HELD),
        ("وزير الدفاع الأمريكي السابق", "وزير دفاع", "united states", Status.FORMER),
        ("الرئيس المصري المعزول", "رييس", "egypt", Status.FORMER),
        ("الرئيس الفلسطيني الراحل", "رييس", "palestine", Status.FORMER),
        ("رئيس الوزراء اللبناني المكلف", "رييس وزراء", "lebanon", Status.DESIGNATE),
        ("الرئيس الأميركي المنتخب", "رييس", "united states", Status.DESIGNATE),
        ("الرئيس اللبناني المنتهية ولايته", "رييس", "lebanon", Status.OUTGOING),
        ("وزير الدفاع الأميركي بالوكالة", "وزير دفاع", "united states", Status.ACTING),
        ("القائم بأعمال وزير الدفاع الأميركي", "وزير دفاع", "united states", Status.ACTING),
        ("رئيس الحكومة المكلفة من البرلمان", "رييس حكومه مكلفه من برلمان", "", Status.HELD),
        ("الرئيس وزير التجارة التونسي", "وزير تجاره", "tunisia", Status.HELD),
        ("الوزير رئيس الوفد", "رييس وفد", "", Status.HELD),
        ("المدير العام", "مدير عام", "", Status.HELD),
        ("رئيس الحكومة اللبنانية المستقيلة", "رييس وزراء", "lebanon", Status.OUTGOING),
        ("رئيس حكومة تصريف الأعمال العراقية", "رييس وزراء", "iraq", Status.OUTGOING),
        ("وزير الري في حكومة تصريف الأعمال", "وزير ري", "", Status.OUTGOING),
        ("وزير سابق للطاقة", "وزير طاقه", "", Status.FORMER),
        ("سفير سابق", "سفير", "", Status.FORMER),
        ("رئيس الحكومة المكلف بتشكيل الحكومة الجديدة", "رييس وزراء", "", Status.DESIGNATE),
        ("الوزير المكلف بملف المياه", "وزير مكلف بملف مياه", "", Status.HELD),
    ],
)
def test_a_role_is_read(text: str, key: str, nation: str, status: Status) -> None:
    role = read_role(text)
    assert (role.key, role.nation, role.status) == (key, nation, status)
