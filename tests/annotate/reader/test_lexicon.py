from __future__ import annotations

import pytest

from riwaya.annotate.reader.lexicon import NAME_LETTERS, UNSEEN, WORD_LETTERS, Lexicon

LEXICON = Lexicon("form\tbits\nوزير\t400000\nالوزير\t1\nقال\t80\n", "letters\tlog_ratio\n^سل\t2\nسلي\t2\n^مت\t-3\n")


def test_a_form_has_its_own_bits_and_those_without_its_article() -> None:
    assert LEXICON.bits("الوزير") == 0x400001
    assert LEXICON.bits("قال") == 0x80


def test_an_unseen_form_tells_by_its_letters_whether_it_may_be_a_name() -> None:
    assert LEXICON.bits("سليم") == 1 << UNSEEN | 1 << NAME_LETTERS
    assert LEXICON.bits("متر") == 1 << UNSEEN | 1 << WORD_LETTERS
    assert LEXICON.bits("هدير") == 1 << UNSEEN


def test_what_is_no_word_has_no_bits() -> None:
    assert LEXICON.bits("12") == LEXICON.bits('"') == 0


def test_a_damaged_row_is_refused() -> None:
    with pytest.raises(ValueError, match="two columns"):
        Lexicon("form\tbits\nقال\n", "letters\tlog_ratio\n")
