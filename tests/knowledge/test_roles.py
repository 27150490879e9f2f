"""What a role's words say of office, nation and status."""

from __future__ import annotations

import pytest

from riwaya.knowledge.roles import is_office, read_role
from riwaya.knowledge.statuses import Status


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
        ("رئيس الحكومة اللبنانية المستقيل", "رييس وزراء", "lebanon", Status.OUTGOING),
        ("رئيس الوزراء المقال", "رييس وزراء", "", Status.FORMER),
        ("وزير الدفاع المستقيل", "وزير دفاع", "", Status.FORMER),
        ("رئيس حكومة تصريف الأعمال العراقية", "رييس وزراء", "iraq", Status.OUTGOING),
        ("وزير الري في حكومة تصريف الأعمال", "وزير ري", "", Status.OUTGOING),
        ("وزير سابق للطاقة", "وزير طاقه", "", Status.FORMER),
        ("سفير سابق", "سفير", "", Status.FORMER),
        ("رئيس الحكومة المكلف بتشكيل الحكومة الجديدة", "رييس وزراء", "", Status.DESIGNATE),
        ("الوزير المكلف بملف المياه", "وزير مكلف بملف مياه", "", Status.HELD),
        ("الوزير المكلف شؤون الأنهار", "وزير مكلف شوون انهار", "", Status.HELD),
        ("مدير الجامعة المكلف", "مدير جامعه", "", Status.ACTING),
        ("الرئيس المكلف", "رييس", "", Status.DESIGNATE),
        ("رئيس الوزراء المعين", "رييس وزراء", "", Status.DESIGNATE),
        ("وزيرة الخارجية المعينة", "وزيره خارجيه", "", Status.DESIGNATE),
        ("المدير المعين", "مدير", "", Status.HELD),
        ("رئيس الوزراء المعين من البرلمان", "رييس وزراء من برلمان", "", Status.HELD),
        ("رئيس الحكومة المتخلي", "رييس وزراء", "", Status.OUTGOING),
        ("رئيس البرلمان المنحل", "رييس برلمان", "", Status.FORMER),
        ("قائد المنتخب الأرجنتيني", "قايد منتخب", "argentina", Status.HELD),
        ("رئيس فرنسا المنتخب", "رييس", "france", Status.DESIGNATE),
        ("سفيراً لدى اليابان", "سفير لدي يابان", "", Status.HELD),
        ("مديراً عاماً", "مدير عام", "", Status.HELD),
        ("الأمين العام بالنيابة", "امين عام", "", Status.ACTING),
        ("الرئيسة الكورية الجنوبية المعزولة", "رييسه", "south korea", Status.FORMER),
        ("الرئيس اللبناني المنتهي الولاية", "رييس", "lebanon", Status.OUTGOING),
        ("وزير العدل في لبنان", "وزير عدل", "lebanon", Status.HELD),
        ("ممثلة المنظمة في لبنان", "ممثله منظمه في لبنان", "", Status.HELD),
        ("سفيرة واشنطن", "سفيره", "united states", Status.HELD),
        ("رئيس الجامعة الأميركية في بيروت", "رييس جامعه اميركيه في بيروت", "", Status.HELD),
        ("رئيسا لوزراء لبنان", "رييس وزراء", "lebanon", Status.HELD),
        ("وزير الدولة للشؤون الخارجية", "وزير دوله شوون خارجيه", "", Status.HELD),
        ("رئيس الدولة", "رييس", "", Status.HELD),
        ("وزير خارجيته", "وزير خارجيه", "", Status.HELD),
        ("رئيس وزرائها السابق", "رييس وزراء", "", Status.FORMER),
        ("وزير الطاقة", "وزير طاقه", "", Status.HELD),
    ],
)
def test_a_role_is_read(text: str, key: str, nation: str, status: Status) -> None:
    role = read_role(text)
    assert (role.key, role.nation, role.status) == (key, nation, status)


@pytest.mark.parametrize(
    ("text", "office", "of"),
    [
        # A state's own office is told without the state ...
        ("وزير الخارجية الأميركي", "وزير الخارجية", "الأميركي"),
        ("رئيس هيئة الأركان الأميركية", "رئيس هيئة الأركان", "الأميركية"),
        ("رئيس الدولة الجزائرية", "رئيس الدولة", "الجزائرية"),
        # ... a body's name and a place are whole.
        ("رئيس نادي الهلال السعودي", "رئيس نادي الهلال السعودي", ""),
        ("رئيس تحرير صحيفة القدس العربي", "رئيس تحرير صحيفة القدس العربي", ""),
        ("رئيس المنظمة المصرية لحقوق الإنسان", "رئيس المنظمة المصرية لحقوق الإنسان", ""),
        ("نقيب الأطباء في تونس", "نقيب الأطباء في تونس", ""),
        ("السفير الأميركي في القاهرة", "السفير الأميركي في القاهرة", ""),
        ("وزيرة خارجية الاتحاد الأوروبي", "وزيرة خارجية الاتحاد الأوروبي", ""),
        ("وزيرة الدولة لشؤون الأنهار", "وزيرة الدولة لشؤون الأنهار", ""),
    ],
)
def test_an_office_is_shown_whole(text: str, office: str, of: str) -> None:
    role = read_role(text)
    assert (role.office, role.of) == (office, of)


def test_of_a_body_or_profession_a_rank_is_an_office() -> None:
    assert all(is_office(read_role(text).key) for text in ("نقيب الأطباء", "عميد كلية الطب", "مفتي المدينة"))
    assert not any(is_office(read_role(text).key) for text in ("العميد الركن", "النقيب", "عقيد متقاعد"))
