"""Folded names and their skeletons."""

from __future__ import annotations

import pytest

from riwaya.arabic.names import fold_name, skeleton


def test_folds_spelling_and_punctuation() -> None:
    assert fold_name("#عاصي_الوادي") == fold_name("عاصي  الوادي")


@pytest.mark.parametrize(("one", "other"), [("غانتس", "جانتس"), ("بلينكن", "بلينكين"), ("الوادي", "وادي")])
def test_transliterations_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
