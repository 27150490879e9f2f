from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.charsets import MIXED, decode_page

WORDS = st.lists(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ،؛؟«»", min_size=1, max_size=9), min_size=1, max_size=30)


@given(WORDS, WORDS)
def test_words_of_either_character_set_come_out_as_written(new: list[str], old: list[str]) -> None:
    data = " ".join(new).encode() + b"\n" + " ".join(f"{word}ال" for word in old).encode("cp1256")
    assert decode_page(data, MIXED) == " ".join(new) + "\n" + " ".join(f"{word}ال" for word in old)


@given(st.binary(max_size=300))
def test_any_bytes_give_text(data: bytes) -> None:
    assert isinstance(decode_page(data, MIXED), str)
    assert isinstance(decode_page(data, "no-such-set"), str)
