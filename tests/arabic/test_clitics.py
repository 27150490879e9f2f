"""Attached particles and pronouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.clitics import bare_form, prefix_candidates, split_clitics
from riwaya.arabic.frequencies import document_frequency
from riwaya.arabic.normalise import fold


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("وقال", "و+قال"),
        ("وزير", "وزير"),
        ("للوزير", "ل+ال+وزير"),
        ("والوزراء", "و+ال+وزراء"),
        ("بالولايات", "ب+ال+ولايات"),
        ("ولبنان", "و+لبنان"),
        ("للبنان", "ل+لبنان"),
        ("التقى", "التقي"),
        ("والتقى", "و+التقي"),
        ("ألمانيا", "المانيا"),
        ("غالانت", "غالانت"),
        ("باريس", "باريس"),
        ("بلاده", "بلاد-ه"),
        ("مدينته", "مدينه-ه"),
        ("مدينة", "مدينه"),
        ("مستواها", "مستوي-ها"),
        ("زملائه", "زملاء-ه"),
        ("وزملاؤه", "و+زملاء-ه"),
        ("بأنها", "ب+ان-ها"),
        ("لهم", "ل-هم"),
        ("فيها", "في-ها"),
        ("وسيلتقي", "و+س+يلتقي"),
        ("لكن", "لكن"),
        ("سيتم", "س+يتم"),
        ("ستين", "ستين"),
        ("لعلاج", "ل+علاج"),
        ("لاجئي", "لاجيي"),
        ("بوادي", "ب+وادي"),
        ("وادي", "وادي"),
        ("والدي", "والدي"),
        ("لمسلحي", "ل+مسلحي"),
        ("سأبقى", "س+ابقي"),
        ("والتهم", "و+ال+تهم"),
        ("وأردفت", "و+اردفت"),
        ("كورونا", "كورونا"),
        ("للذين", "ل+الذين"),
        ("ولله", "و+ل+الله"),
        ("وكأنه", "و+ك+ان-ه"),
        ("كان", "كان"),
        ("والتزامها", "و+التزام-ها"),
        ("بالتزاماتها", "ب+التزامات-ها"),
        ("والتهمة", "و+ال+تهمه"),
        ("التماسك", "ال+تماسك"),
        ("سيقتلونهم", "س+يقتلون-هم"),
        ("فسيدخلونها", "ف+س+يدخلون-ها"),
        ("فليعلم", "ف+ل+يعلم"),
        ("فالنازحون", "ف+ال+نازحون"),
        ("سينمائيون", "سينماييون"),
        ("سنتهم", "سنه-هم"),
        ("فليمنغ", "فليمنغ"),
        ("فالنسيا", "فالنسيا"),
    ],
)
def test_reads_common_words_of_the_press(word: str, reading: str) -> None:
    found = split_clitics(word)
    assert "+".join((*found.prefixes, "-".join((found.stem, *found.suffixes)))) == reading


def test_an_unknown_name_stays_whole_unless_the_caller_knows_it() -> None:
    assert split_clitics("لغرشتاين").prefixes == ()
    found = split_clitics("لغرشتاين", known={"غرشتاين"})
    assert (found.prefixes, found.stem, found.start) == (("ل",), "غرشتاين", 1)


@pytest.mark.parametrize(("query", "written"), [("مدينة", "ومدينتهم"), ("حكومة", "بالحكومة"), ("وزير", "للوزير")])
def test_a_query_finds_the_word_with_its_clitics(query: str, written: str) -> None:
    assert bare_form(query) == bare_form(written)


@given(st.text(alphabet="ابتهيوفلكنمسةأ", max_size=12))
def test_the_stem_stands_inside_the_word(word: str) -> None:
    found = split_clitics(word)
    assert 0 <= found.start <= found.end <= len(word)
    shared = min(2, found.end - found.start) - 1
    if "لل" in fold(word)[:3] and found.stem.startswith("ال"):
        return  # «لله» holds one letter of «الله» fewer
    assert found.stem[:shared] == fold(word)[found.start : found.start + shared]


@given(st.text(alphabet="ابتهيوفلكنم", min_size=1, max_size=12))
def test_the_bare_word_is_always_a_candidate(word: str) -> None:
    candidates = prefix_candidates(word)
    assert candidates[0] == ("", word)
    assert all(prefix + rest == word for prefix, rest in candidates)


def test_frequent_words_have_greater_document_frequency() -> None:
    assert 0 < document_frequency("قططقط") < document_frequency("وزير") < document_frequency("في") <= 1
