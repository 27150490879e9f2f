"""Latin queries find persons by the tables' Latin names, by near spellings, by sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import add_to
from riwaya.model import Entity, MentionKind
from riwaya.search.latin import latin_rank
from riwaya.search.queries import find_entities, search_articles
from riwaya.store.sqlite import SQLiteStore, open_store

PAGE = """عنوان الخبر الأول

قال وزير الدفاع الإسرائيلي يوآف غالانت إن القوات باقية. وأضاف غالانت أن الأمر واضح للجميع في هذا اليوم الطويل.
والتقى غالانت الوزير سليم الكردلي في المدينة، وقال الكردلي إن الطريق مفتوح أمام السيارات منذ الصباح.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SQLiteStore:
    folder = tmp_path_factory.mktemp("latin")
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    path: Path = folder / "s.riwaya"
    add_to(path, folder / "one.txt")
    return open_store(path)


@pytest.mark.parametrize("query", ["Gallant", "Galant", "Yoav Galant", "galant"])
def test_a_known_person_is_found_under_any_usual_spelling(store: SQLiteStore, query: str) -> None:
    found = find_entities(store, query)
    assert found[0].name == "يوآف غالانت"
    assert found[0].name_en == "Yoav Gallant"
    assert search_articles(store, query.split()[-1]).hits


def test_a_person_of_no_table_is_found_by_sound(store: SQLiteStore) -> None:
    assert find_entities(store, "Kurdali")[0].name == "سليم الكردلي"
    assert search_articles(store, "Kurdali").hits


def test_what_no_name_sounds_like_is_not_found(store: SQLiteStore) -> None:
    assert not find_entities(store, "Netanyahu")
    assert not search_articles(store, "Netanyahu").hits


def test_the_listed_name_ranks_before_the_near_one_and_the_sound() -> None:
    person = Entity("e", MentionKind.PER, "يوآف غالانت", ("يوآف غالانت",), "Yoav Gallant", "", ())
    assert latin_rank("Gallant", person) == 0
    assert latin_rank("Galant", person) in (0, 1)
    assert latin_rank("Ghalant", person) in (1, 2)
    assert latin_rank("Gantz", person) is None
