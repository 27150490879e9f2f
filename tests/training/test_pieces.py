from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from training.lexicon import NATION_ADJECTIVE, UNSEEN, word_bits  # noqa: E402
from training.vary import rename  # noqa: E402

from riwaya.annotate.reader.words import PREFIXES, pack_sentences, read_words  # noqa: E402

_PRESS = st.text(alphabet="ابتلوفسكمينهةأإ ،.«»\n1ُaـ", max_size=80)


def test_particles_are_taken_off_and_the_article_comes_back_behind_a_doubled_lam() -> None:
    words = read_words("قال للحكومة ولبنان")
    assert [word.text for word in words] == ["قال", "الحكومة", "لبنان"]
    assert [PREFIXES[word.prefix] for word in words] == ["", "ل", "و"]
    assert [("قال للحكومة ولبنان"[word.start : word.end]) for word in words] == ["قال", "حكومة", "لبنان"]


def test_vowel_marks_are_not_encoded_but_keep_their_place() -> None:
    text = "والعُماني"
    (word,) = read_words(text)
    assert word.text == "العماني"
    assert text[word.start : word.end] == "العُماني"


def test_another_name_behind_a_particle_is_read_as_the_rules_would_read_it() -> None:
    word = read_words("قال لسليم")[1]
    assert PREFIXES[word.prefix] == "ل"
    known, unknown = rename(word, "محمد"), rename(word, "زغملقطش")
    assert (PREFIXES[known.prefix], known.text) == ("ل", "محمد")
    assert (PREFIXES[unknown.prefix], unknown.text) == ("", "لزغملقطش")
    assert (known.start, known.end) == (word.start, word.end)


def test_nisba_forms_are_known_and_invented_words_are_not() -> None:
    assert word_bits("السعوديه") >> NATION_ADJECTIVE & 1
    assert word_bits("زغملقطش") >> UNSEEN & 1


@given(_PRESS)
@settings(deadline=None, max_examples=60)
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for word in read_words(text):
        assert end <= word.outer <= word.start < word.end <= len(text)
        assert word.text
        end = word.end


@given(_PRESS, st.integers(1, 12))
@settings(deadline=None, max_examples=60)
def test_passages_cover_all_words_once_and_stay_short(text: str, most: int) -> None:
    words = read_words(text)
    ranges = list(pack_sentences(text, words, [1] * len(words), most=most))
    assert [index for first, last in ranges for index in range(first, last)] == list(range(len(words)))
    assert all(last - first <= most for first, last in ranges)
