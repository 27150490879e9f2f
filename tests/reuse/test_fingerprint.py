"""Fingerprints: a shared run of words leaves a common value, whatever stands around it."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import Article, PublishedFrom
from riwaya.reuse import SHINGLE, WINDOW, fingerprint

_WORDS = ("مدينة", "قرية", "وزير", "حريق", "ميناء", "قافلة", "اجتماع", "رسالة", "جسر", "مصنع", "قطار", "سوق")
_SHARED = "أعلنت بلدية راسم أن أعمال الترميم في الجسر القديم ستبدأ مطلع الشهر المقبل وتستمر ثلاثة أسابيع على الأقل"


def _article(text: str) -> Article:
    return Article("a", "p", "s", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40), st.lists(st.sampled_from(_WORDS), max_size=40))
def test_a_shared_run_always_leaves_a_common_fingerprint(before: list[str], after: list[str]) -> None:
    assert len(_SHARED.split()) >= SHINGLE + WINDOW - 1
    one = fingerprint(_article(" ".join([*before, _SHARED, *after])))
    two = fingerprint(_article(" ".join([*after, _SHARED, *before])))
    assert set(one) & set(two)


def test_spelling_variants_and_marks_do_not_change_fingerprints() -> None:
    variant = _SHARED.replace("أعلنت", "اعلنت").replace("بلدية", "بلديّة").replace("القديم", "القديــم")
    assert fingerprint(_article(_SHARED)) == fingerprint(_article(variant))


def test_values_fit_a_signed_integer_column_and_are_sorted() -> None:
    values = fingerprint(_article(_SHARED))
    assert list(values) == sorted(set(values))
    assert all(0 <= value < 2**63 for value in values)


def test_a_text_shorter_than_a_shingle_has_none() -> None:
    assert fingerprint(_article("خبر قصير جدا")) == ()


def test_one_word_repeated_gives_one_value_in_linear_time() -> None:
    started = time.process_time()
    assert len(fingerprint(_article("كلمة " * 40_000))) == 1
    assert time.process_time() - started < 5
