from __future__ import annotations

from pathlib import Path

import pytest

from conftest import add_to
from riwaya.search.queries import search_articles
from riwaya.search.spellings import respelled
from riwaya.store.sqlite import SQLiteStore, open_store

PAGES = {
    "one": "قال الرئيس مارتن برامت إن المحادثات مستمرة. وأضاف برامت أن الوفد باق في العاصمة يومين.",
    "two": "أعلن الرئيس مارتن برمت استئناف المحادثات في العاصمة. وأكد برمت أن الموعد لم يتغير بعد.",
    "three": "قال المدرب حسن العوفي إن الفريق جاهز للمباراة. وأضاف العوفي أن اللاعبين بخير جميعاً.",
    "four": "قال الوزير حسين الكردلي إن الطريق مفتوح. وأضاف الكردلي أن الأشغال انتهت قبل الموعد.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SQLiteStore:
    folder = tmp_path_factory.mktemp("spellings")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(f"عنوان الخبر الأول\n\n{text}\n", encoding="utf-8")
    path: Path = folder / "s.riwaya"
    add_to(path, *(folder / f"{name}.txt" for name in PAGES))
    return open_store(path)


def words_found(store: SQLiteStore, query: str) -> set[str]:
    return {span.of(hit.article.text) for hit in search_articles(store, query).hits for span in hit.spans}


def test_a_name_is_found_in_every_spelling_that_the_store_knows(store: SQLiteStore) -> None:
    assert {"برامت", "برمت"} <= words_found(store, "برمت")
    assert words_found(store, "برمت") == words_found(store, "برامت")
    assert search_articles(store, "برمت").spellings == {"برمت": ["برامت"]}


def test_a_spelling_counts_inside_a_quoted_phrase_too(store: SQLiteStore) -> None:
    assert words_found(store, '"مارتن برمت"') == {"مارتن برامت", "مارتن برمت"}


def test_names_of_different_people_with_the_same_consonants_stay_apart(store: SQLiteStore) -> None:
    assert words_found(store, "حسن") == {"حسن"}
    assert words_found(store, "حسين") == {"حسين"}


def test_a_spelling_that_stands_nowhere_finds_the_nearest_name(store: SQLiteStore) -> None:
    assert words_found(store, "الكرديلي") == {"الكردلي"}
    assert not search_articles(store, "قرنفلة").hits


def test_combinations_of_spellings_are_bounded_and_begin_with_the_query_as_given() -> None:
    ways = respelled([["ا", "ب"], ["ج"]], {word: [f"{word}{n}" for n in range(6)] for word in "ابج"})
    assert ways[0] == [["ا", "ب"], ["ج"]]
    assert len(ways) == 32
    assert len(respelled([["ا"] * 30], {"ا": ["ب", "ج"]})) == 32
