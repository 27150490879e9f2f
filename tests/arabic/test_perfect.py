"""Which words are verbs in the perfect."""

from __future__ import annotations

import pytest

from riwaya.arabic.perfect import is_perfect


@pytest.mark.parametrize("form", ["افتتح", "افتتحت", "وافتتح", "نددت", "ونظمت", "تجددت", "اعتقلوا", "انسحب", "استضاف"])
def test_perfects_of_all_persons_are_known_with_and_without_a_conjunction(form: str) -> None:
    assert is_perfect(form)


@pytest.mark.parametrize("form", ["اتوقع", "اعود", "تستعد", "يفتتح", "تسلم", "نحاول"])
def test_what_may_be_a_present_is_no_perfect(form: str) -> None:
    assert not is_perfect(form)


@pytest.mark.parametrize("form", ["زالت", "ليست", "بيروت", "وقت", "بيت", "انترنت", "الوقت", "سلطات", "افتتاح", "و", ""])
def test_nouns_names_and_what_goes_on_are_no_perfect(form: str) -> None:
    assert not is_perfect(form)
