"""Keys and plain names of bodies."""

from __future__ import annotations

import pytest

from riwaya.identify.aliases import nation_key, plain_name, thing_key


@pytest.mark.parametrize(
    "name", ["وزارة الجيش الإسرائيلية", "وزارة جيش الاحتلال", "وزارة الأمن الإسرائيلية", "وزارة أمن الاحتلال"]
)
def test_labels_of_a_ministry_of_defence_are_neither_the_army_nor_its_displayed_name(name: str) -> None:
    assert thing_key(name) == thing_key("وزارة الدفاع الإسرائيلية")
    assert thing_key(name) not in (thing_key("الجيش الإسرائيلي"), thing_key("جيش الاحتلال"))
    assert plain_name(name) == "وزارة الدفاع الإسرائيلية"


def test_a_ministry_of_the_army_is_one_of_defence_in_any_nation() -> None:
    assert thing_key("وزارة الجيش اليونانية") == thing_key("وزارة الدفاع اليونانية")
    assert thing_key("وزارة الجيش") == thing_key("وزارة الدفاع")
    assert plain_name("وزارة الجيش اليونانية") == "وزارة الدفاع اليونانية"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزارة الأمن الصينية", "الأمن الصيني"),
        ("جبهة النصرة", "هيئة تحرير الشام"),
        ("المجلس الانتقالي", "المجلس الانتقالي الجنوبي"),
    ],
)
def test_two_bodies_keep_two_keys(one: str, other: str) -> None:
    assert thing_key(one) != thing_key(other)


@pytest.mark.parametrize("name", ["منظمة البلدان المصدرة للبترول", "منظمة الدول المصدرة للنفط", "الأوبك"])
def test_opec_has_one_key(name: str) -> None:
    assert thing_key(name) == thing_key("أوبك")


def test_a_country_behind_a_particle_is_the_country() -> None:
    assert thing_key("ليونان", place=True) == thing_key("اليونان", place=True)
    assert nation_key("لبنان") != nation_key("ليونان")


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("البيت الأبيض الأمريكي", "البيت الأبيض"),
        ("الكرملين الروسي", "الكرملين"),
        ("حركة حماس الفلسطينية", "حماس"),
        ("الكنيست الإسرائيلي", "الكنيست"),
        ("صحيفة هآرتس الإسرائيلية", "هآرتس"),
        ("قناة الجزيرة القطرية", "الجزيرة"),
    ],
)
def test_the_adjective_of_its_own_home_makes_no_other_body(name: str, same: str) -> None:
    assert thing_key(name) == thing_key(same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حزب الله العراقي", "حزب الله"),
        ("طالبان الباكستانية", "طالبان"),
        ("الأهلي المصري", "الأهلي السعودي"),
        ("المدن اللبنانية", "المدن"),
        ("العربية السعودية", "العربية"),
    ],
)
def test_another_nation_s_adjective_and_words_that_may_be_something_else_do(one: str, other: str) -> None:
    assert thing_key(one) != thing_key(other)


@pytest.mark.parametrize(("club", "movement"), [("الفتح", "حركة فتح"), ("الأمل", "حركة أمل")])
def test_a_movement_whose_name_never_takes_the_article_is_none_that_has_it(club: str, movement: str) -> None:
    assert thing_key(club) != thing_key(movement)
    assert thing_key(movement.split()[1]) == thing_key(movement)
