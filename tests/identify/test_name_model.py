"""Pairs of names: spellings of one name against different names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.identify.name_model import FEATURES, features, name_probability
from riwaya.identify.person_names import name_behind, split_name
from riwaya.identify.spelling import distance


def probability(one: str, other: str) -> float:
    return name_probability(name_behind(split_name(one)), name_behind(split_name(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("توريد غرشتاين", "توريد جرشتين"),
        ("فاسيل غرتشنيك", "فاسيل جرتشنك"),
        ("عادل أبو الغصن", "عادل أبوالغصن"),
        ("سليم عبد الرزاق", "سليم عبدالرزاق"),
        ("جان لو بريتون", "جان لوبريتون"),
        ("هيلينا برديسا", "ه. برديسا"),
        ("هيلينا مارتا برديسا", "هيلينا برديسا"),
        ("لويد غارستن", "غويد لارستن"),
        ("بيل ملدرسون", "وليام ملدرسون"),
        ("ليث المرزبان", "ليث مرزبان"),
    ],
)
def test_spellings_of_one_name_are_likely(one: str, other: str) -> None:
    assert probability(one, other) > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ياريف غانتس", "ياريف غالانت"),
        ("سمير ملدرسون", "سامر ملدرسون"),
        ("كريم الوردي", "كريمة الوردي"),
        ("نديم الكرمي", "هدى الكرمي"),
        ("ليث سعد الكرمي", "سعد الكرمي"),
        ("هيلينا برديسا", "م. برديسا"),
    ],
)
def test_different_names_are_unlikely(one: str, other: str) -> None:
    assert probability(one, other) < 0.5


NAMES = st.lists(st.text("ابتجدرسشعغفقكلمنهوي", min_size=1, max_size=7), min_size=1, max_size=5).map(tuple)


@given(NAMES, NAMES)
def test_the_order_of_two_names_does_not_matter(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert name_probability(one, other) == pytest.approx(name_probability(other, one))
    assert len(features(one, other)) == len(FEATURES)
    assert 0 <= name_probability(one, other) <= 1


@given(st.text("ابتجدرسشعغفقكلمنهوي", max_size=30), st.text("ابتجدرسشعغفقكلمنهوي", max_size=30))
def test_distance_is_symmetric_and_nought_for_equals(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert distance(one, one).cost == 0


def test_one_sound_costs_less_than_another_letter() -> None:
    assert distance("غانت", "جانت").cost < distance("غانت", "رانت").cost


@pytest.mark.parametrize(
    ("one", "other"),
    [("كيم يونغ شول", "كيم يونغ تشول"), ("شي جين بينغ", "شي جينبينغ"), ("عبد الرحمان السالمي", "عبد الرحمن السالمي")],
)
def test_two_spellings_of_one_syllable_are_one_name(one: str, other: str) -> None:
    assert name_probability(split_name(one), split_name(other)) > 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [("كيم دونغ شول", "كيم يونغ تشول"), ("شي دونغ بينغ", "شي يونغ بينغ"), ("سامر باقر", "سامر باقري")],
)
def test_names_of_syllables_or_of_a_first_name_that_differ_are_two(one: str, other: str) -> None:
    assert name_probability(split_name(one), split_name(other)) < 0.04


def test_one_korean_name_is_written_in_several_ways() -> None:
    assert name_probability(split_name("كيم يونغ شول"), split_name("كيم يونج تشول")) > 0.6
