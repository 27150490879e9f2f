"""Callings by the nouns of roles, and which of them one person may have."""

from __future__ import annotations

import pytest

from riwaya.identify.callings import Tie, calling_of, plain, tie_of
from riwaya.tables import read_table


@pytest.mark.parametrize(
    ("role", "calling"),
    [
        ("وزير الصحة", "state"),
        ("رئيس", "state"),
        ("رئيس التحرير", "press"),
        ("نائب رئيس النادي", "coach"),
        ("الممثلة", "stage"),
        ("ممثل الادعاء", ""),
        ("حارس المرمى", "player"),
        ("رائد الفضاء", "science"),
        ("الرائد", "officer"),
        ("نقيب الممثلين", "stage"),
        ("نقيب الصيادلة", "medicine"),
        ("النقيب", "officer"),
        ("عميد لكلية الحقوق", "scholar"),
        ("راعي الأغنام", "trade"),
        ("راعي الكنيسة", "religion"),
        ("طالب وزير الدفاع", ""),  # a verb
        ("رئيس القسم", ""),  # of a hospital, a bank, a paper
        ("مدير", ""),
    ],
)
def test_the_longest_noun_tells_the_calling_and_what_may_be_several_tells_none(role: str, calling: str) -> None:
    assert calling_of(plain(role)) == calling


def test_callings_go_together_the_better_the_more_time_lies_between() -> None:
    assert tie_of({"player"}, {"player", "press"}, 0) is Tie.SAME
    assert tie_of({"player"}, {"coach"}, 0) is Tie.NEAR
    assert tie_of({"medicine"}, {"state"}, 30) is Tie.LATER
    assert tie_of({"medicine"}, {"state"}, -1) is Tie.LATER
    assert tie_of({"state"}, {"medicine"}, 3000) is Tie.NEAR
    assert tie_of({"state"}, {"crime"}, 3000) is Tie.FAR
    assert tie_of({"state"}, set(), 0) is None


def test_every_tie_is_of_two_callings_of_the_table_and_stands_once() -> None:
    callings = {row["calling"] for row in read_table("callings.tsv")} - {"-"}
    ties = [frozenset((row["one"], row["other"])) for row in read_table("calling_ties.tsv")]
    assert all(len(tie) == 2 and tie <= callings for tie in ties)
    assert len(set(ties)) == len(ties)
    nouns = [plain(row["noun"]) for row in read_table("callings.tsv")]
    assert all(nouns)
