"""An office in a sentence on a day long past says nothing of who has it now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.identify.test_terms import make_chain, mention, offices, tell

from riwaya.identify.terms import offices_over_time
from riwaya.model import MentionKind

NAME = "سليم الحداد"


def _offices(text: str, role: str) -> list[tuple[str, str]]:
    """Return the offices and their status of who is named in a text of 2025; dates stand in angle brackets."""
    chain = tell(text, [mention(text, NAME, MentionKind.PER), mention(text, role, MentionKind.ROLE, NAME)])
    return [(office.office, office.status) for office in offices_over_time([chain])]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("وفي عام <2005> التقى وزير الري سليم الحداد قادة القرى.", "وزير الري"),
        ("<2005>، زار وزير الري سليم الحداد القرية.", "وزير الري"),
        ("أعجب به وزير الري سليم الحداد عام <2005>، فقربه.", "وزير الري"),
        ("اسم الشارع الذي يحمل اسم رابع رئيس للبلدية سليم الحداد.", "رئيس للبلدية"),
        ("وعام <1992>، عين سليم الحداد مديرا لمركز النهر.", "مديرا لمركز النهر"),
        ("تولى سليم الحداد منصب مدير المركز بعد اعتزاله في <1966>.", "مدير المركز"),
    ],
)
def test_an_office_told_of_a_day_long_past_is_not_said_to_be_held(text: str, role: str) -> None:
    assert _offices(text, role) == []


@pytest.mark.parametrize(
    ("text", "role", "office"),
    [
        ("وقال وزير الري سليم الحداد إن الجفاف الذي بدأ عام <2005> انتهى.", "وزير الري", "وزير الري"),
        ("منذ عام <2005> يرفض وزير الري سليم الحداد ذلك.", "وزير الري", "وزير الري"),
        ("وفي آذار <2025-03> التقى وزير الري سليم الحداد قادة القرى.", "وزير الري", "وزير الري"),
        ("تولى سليم الحداد منصب مدير المركز في <2021>.", "مدير المركز", "مدير المركز"),
    ],
)
def test_an_office_told_of_today_or_since_some_day_is_held(text: str, role: str, office: str) -> None:
    assert _offices(text, role) == [(office, "held")]


def test_a_surname_alone_has_no_office_that_the_table_gives_to_another_on_that_day() -> None:
    chain = make_chain("أوباما", "رييس", "united states", "2018-04-10")
    assert not offices(chain)
    full = replace(chain, name="سالم الحداد", surfaces=(replace(chain.surfaces[0], form="سالم الحداد"),))
    assert offices(full)  # he may be misspelt


def test_the_office_of_whoever_has_died_is_over() -> None:
    text = "توفي وزير الري سليم الحداد أمس في منزله."
    chain = tell(text, [mention(text, NAME, MentionKind.PER), mention(text, "وزير الري", MentionKind.ROLE, NAME)])
    assert [(office.office, office.status) for office in offices_over_time([chain])] == [("وزير الري", "former")]
