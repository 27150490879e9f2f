from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.annotate.reader.words import (
    GLUED,
    LINE_START,
    PREFIXES,
    PRONOUNS,
    QUOTE,
    pack_sentences,
    read_words,
)
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import DOUBLED

ANYTHING = st.text(st.sampled_from("وفبلكسالمدينةأؤىًّ ـ\u200f\u064e\n .،«»\"'1٢x😀ﷺ\x00#_"), max_size=80) | st.text(
    max_size=40
)


@pytest.mark.parametrize(
    ("written", "prefix", "encoded", "own"),
    [
        ("وقال", "و", "قال", "قال"),
        ("للحكومة", "ل", "الحكومة", "حكومة"),
        ("بالقاهرة", "ب", "القاهرة", "القاهرة"),
        ("وزير", "", "وزير", "وزير"),
        ("وَقَالَ", "و", "قال", "قَالَ"),
        ("القاهرة", "", "القاهرة", "القاهرة"),
    ],
)
def test_particles_come_off_and_the_article_stays(written: str, prefix: str, encoded: str, own: str) -> None:
    (word,) = read_words(written)
    assert (PREFIXES[word.prefix], word.text, written[word.start : word.end]) == (prefix, encoded, own)


def test_places_tell_line_starts_glued_words_and_quotation_marks() -> None:
    words = read_words("قال: «نعم»\nثم")
    bits = [tuple(bit for bit in (LINE_START, GLUED, QUOTE) if word.place >> bit & 1) for word in words]
    assert bits == [(LINE_START,), (GLUED,), (QUOTE,), (GLUED,), (GLUED, QUOTE), (LINE_START,)]


@given(ANYTHING)
def test_words_stand_in_order_and_hold_their_own_letters(text: str) -> None:
    end = 0
    for word in read_words(text):
        assert end <= word.outer <= word.start < word.end <= len(text)
        end = word.end
        written = fold(text[word.start : word.end])
        if text[word.start : word.end] in DOUBLED:
            written = '"'
        assert word.form == "www" or word.form.removeprefix("ال").startswith(written.removeprefix("ال")[:30])


@given(ANYTHING, st.integers(1, 12))
def test_passages_cover_every_word_once_and_keep_to_their_size(text: str, most: int) -> None:
    words = read_words(text)
    sizes = [1 + len(word.text) % 3 for word in words]
    ranges = list(pack_sentences(text, words, sizes, most=most))
    assert [index for first, behind in ranges for index in range(first, behind)] == list(range(len(words)))
    assert all(sum(sizes[first:behind]) <= most or behind == first + 1 for first, behind in ranges)


@pytest.mark.parametrize("text", ["ا" * 200_000, "وال" * 60_000, "و " * 100_000, "\u064e" * 200_000, "«" * 200_000])
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    words = read_words(text)
    assert time.process_time() - start < 10
    assert all(len(word.text) <= 40 for word in words)


def test_what_the_rules_read_of_article_and_pronoun_is_kept() -> None:
    read = {word.text: (word.article, PRONOUNS[word.pronoun]) for word in read_words("للحكومة حكومتها مدينة")}
    assert read == {"الحكومة": (1, ""), "حكومتها": (0, "ها"), "مدينة": (0, "")}
