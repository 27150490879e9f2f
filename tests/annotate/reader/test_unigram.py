from __future__ import annotations

import json

import pytest

from riwaya.annotate.reader.unigram import Unigram

PIECES = [["<s>", 0], ["<pad>", 0], ["</s>", 0], ["<unk>", 0], ["▁", -4], ["▁كتاب", -5], ["كتاب", -6], ["▁ك", -3],
          ["تاب", -3.5], ["ات", -2], ["ا", -3], ["ت", -3]]  # fmt: skip


def _tokenizer(**changes: object) -> Unigram:
    model = {"type": "Unigram", "unk_id": 3, "vocab": PIECES} | changes
    return Unigram(json.dumps({"model": model, "pre_tokenizer": {"type": "Metaspace"}}))


def _pieces(word: str) -> list[object]:
    return [PIECES[index][0] for index in _tokenizer().ids(word)]


def test_the_likeliest_pieces_win_over_the_longest() -> None:
    assert _pieces("كتاب") == ["▁كتاب"]
    assert _pieces("كتابات") == ["▁كتاب", "ات"]


def test_unknown_characters_in_a_row_are_one_piece() -> None:
    assert _pieces("ات中文ا") == ["▁", "ات", "<unk>", "ا"]


def test_an_empty_word_has_no_pieces() -> None:
    assert _pieces("") == []


def test_presentation_forms_are_read_as_letters() -> None:
    assert _pieces("ﻛﺘﺎﺏ") == ["▁كتاب"]


def test_another_kind_of_tokenizer_is_refused() -> None:
    with pytest.raises(ValueError, match="Unigram"):
        _tokenizer(type="BPE")
