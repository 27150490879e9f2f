"""Fathers and sons of one name."""

from __future__ import annotations

import pytest

from riwaya.identify.marks import differ_by_mark
from riwaya.identify.name_model import name_probability
from riwaya.identify.person_names import name_behind, split_name
from riwaya.identify.same_article import join_names


@pytest.fixture(autouse=True)
def a_leader(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("marks", "same_article"):
        monkeypatch.setattr(f"riwaya.identify.{module}.is_leader", lambda name: name == "فالدير غرشتاين")


def test_a_leaders_son_of_his_name_is_another_person() -> None:
    father, son = split_name("فالدير غرشتاين"), split_name("فالدير غرشتاين الابن")
    assert differ_by_mark(father, son)
    assert name_probability(father, son) == 0.0
    home = join_names([son, father, split_name("غرشتاين الابن"), split_name("غرشتاين")])
    assert home[split_name("غرشتاين الابن")] == son
    assert home[split_name("غرشتاين")] == father


def test_without_the_father_in_the_article_the_surname_alone_is_not_the_sons() -> None:
    assert join_names([split_name("فالدير غرشتاين الابن"), ("غرشتاين",)])[("غرشتاين",)] == ("غرشتاين",)


def test_whoever_no_leader_is_named_like_is_one_person_with_and_without_the_mark() -> None:
    one, other = split_name("توريد هولبيك"), split_name("توريد هولبيك الابن")
    assert not differ_by_mark(one, other)
    assert join_names([one, other])[one] == other


def test_father_and_son_are_two_people_and_junior_is_the_son() -> None:
    father, son = split_name("توريد هولبيك الأب"), split_name("توريد هولبيك الابن")
    assert differ_by_mark(father, son)
    assert split_name("توريد هولبيك جونيور") == son
    assert split_name("هولبيك جونيور") == ("هولبيك", "جونيور")


def test_a_surname_with_a_mark_may_be_whoever_has_both() -> None:
    assert name_probability(split_name("هولبيك الابن"), split_name("توريد هولبيك الابن")) == 0.9
    assert name_probability(split_name("هولبيك الابن"), split_name("توريد هولبيك")) == 0.0


def test_father_of_a_president_of_his_name_is_not_the_president() -> None:
    assert name_behind(split_name("جورج هربرت ووكر بوش")) == split_name("جورج بوش الأب")
