"""Latin and Arabic spellings of one name have the same consonants, those of two names seldom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.latin import arabic_classes, is_latin, latin_classes, may_be_one, plain_latin
from riwaya.arabic.sounds import sound_alike, sound_likeness


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
    assert sound_alike(latin, arabic)


def test_other_names_are_not() -> None:
    assert not may_be_one("Gantz", "غالانت")
    assert not may_be_one("Trump", "تيرمبل")
    assert not may_be_one("Yao", "ياو")  # no consonant to go by


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("Biden", "العابدين"), ("Austin", "اشتون"), ("Rubio", "روب"), ("Netanyahu", "أنطونيو"), ("Haniyeh", "أني")],
)
def test_equal_consonants_do_not_sound_alike_with_other_vowels(latin: str, arabic: str) -> None:
    assert not sound_alike(latin, arabic)


def test_a_last_consonant_may_be_silent() -> None:
    assert sound_alike("Godard", "غودار")


def test_diacritics_do_not_count() -> None:
    assert plain_latin("Yıldırım Łódź") == "yildirim lodz"
    assert is_latin("Ömer")
    assert not is_latin("عمر 2024")


@given(st.text(max_size=40))
def test_any_text_has_classes(text: str) -> None:
    assert all(way.isalpha() for way in latin_classes(text))
    assert arabic_classes(text).isascii()
    assert 0.0 <= sound_likeness(text, text) <= 1.0
