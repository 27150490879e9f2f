"""Latin and Arabic spellings of one name have the same consonants, those of two names seldom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.latin import arabic_classes, is_latin, latin_classes, likeness, may_be_one, plain_latin


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Gantz", "غانتس"),
        ("Galant", "غالانت"),
        ("Gallant", "جالانت"),
        ("Trump", "ترامب"),
        ("Trump", "ترمب"),
        ("Blinken", "بلينكين"),
        ("Erdoğan", "أردوغان"),
        ("Khamenei", "خامنئي"),
        ("Qaddafi", "القذافي"),
        ("al-Haddad", "الحداد"),
        ("Elghaoui", "الغاوي"),
    ],
)
def test_spellings_of_one_name_may_be_one(latin: str, arabic: str) -> None:
    assert may_be_one(latin, arabic)
    assert likeness(latin, arabic) > 0.4


def test_other_names_are_not() -> None:
    assert not may_be_one("Gantz", "غالانت")
    assert not may_be_one("Trump", "تيرمبل")
    assert not may_be_one("Yao", "ياو")  # no consonant to go by


def test_diacritics_do_not_count() -> None:
    assert plain_latin("Yıldırım Łódź") == "yildirim lodz"
    assert is_latin("Ömer")
    assert not is_latin("عمر 2024")


@given(st.text(max_size=40))
def test_any_text_has_classes(text: str) -> None:
    assert all(way.isalpha() for way in latin_classes(text))
    assert arabic_classes(text).isascii()
    assert 0.0 <= likeness(text, text) <= 1.0
