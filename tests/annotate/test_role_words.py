"""The table of words that say what a person is."""

from __future__ import annotations

import pytest

from riwaya.tables import read_table


@pytest.mark.parametrize(
    ("word", "gender"),
    [("زوج", "m"), ("زوجها", "m"), ("زوجته", "f"), ("والدته", "f"), ("شقيقته", "f"), ("نجله", "m"), ("نظيرته", "f")],
)
def test_a_word_of_kinship_has_the_gender_of_whom_it_names(word: str, gender: str) -> None:
    assert {row["gender"] for row in read_table("role_words.tsv") if row["form"] == word} == {gender}


def test_no_word_is_listed_twice() -> None:
    forms = [row["form"] for row in read_table("role_words.tsv")]
    assert len(forms) == len(set(forms))
