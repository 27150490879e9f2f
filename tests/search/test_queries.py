from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from conftest import add_to
from riwaya.model import Article, Entity, Story
from riwaya.search.queries import find_entities, headline_outlets, search_articles
from riwaya.store.sqlite import SQLiteStore, open_store


class _AddedTo:
    """A store into which somebody else adds or takes an article between any two questions."""

    def __init__(self, store: SQLiteStore, missing: str) -> None:
        self._store = store
        self._missing = missing
        self._asked = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def values(self, record_type: type, column: str, **filters: Any) -> Iterator[Any]:
        self._asked += 1
        kept = set(filters["id"]) - {self._missing} if self._asked == 1 else filters["id"]
        return self._store.values(record_type, column, id=sorted(kept))


def test_the_outlet_of_a_story_s_headline_is_found_while_another_program_writes(demo_store: SQLiteStore) -> None:
    stories = list(demo_store.select(Story))
    titled = {article.id: article for article in demo_store.select(Article)}
    outlets = headline_outlets(_AddedTo(demo_store, stories[0].article_ids[0]), stories)
    assert outlets == headline_outlets(demo_store, stories)
    for story in stories:
        named = {titled[name].outlet for name in story.article_ids if titled[name].title == story.title}
        assert outlets[story.id] in (named or {""})


def test_a_search_within_days_finds_what_was_published_on_them_in_the_same_order(demo_store: SQLiteStore) -> None:
    everything = [hit.article for hit in search_articles(demo_store, "هضبة", limit=100).hits]
    day = sorted(article.published[:10] for article in everything)[len(everything) // 2]
    early = [hit.article for hit in search_articles(demo_store, "هضبة", limit=100, before=day).hits]
    late = [hit.article for hit in search_articles(demo_store, "هضبة", limit=100, after=day).hits]
    assert early and late and {a.id for a in early} | {a.id for a in late} == {a.id for a in everything if a.published}
    assert [a.id for a in early] == [a.id for a in everything if a in early]
    assert len(search_articles(demo_store, "هضبة", limit=1, after=day).hits) == 1


def test_a_name_that_could_be_an_id_is_looked_up_as_a_name_where_no_id_begins_so(demo_store: SQLiteStore) -> None:
    assert not [each.id for each in demo_store.select(Entity) if each.id.startswith("fada")]
    assert find_entities(demo_store, "fada") == find_entities(demo_store, "Fada")


def test_a_body_is_found_by_the_other_spelling_of_its_nation(tmp_path: Path) -> None:
    text = "قالت وزارة الخارجية الأمريكية إن الجسر آمن، وأوضحت الوزارة أن السد مغلق."
    (tmp_path / "page.html").write_text(
        f'<html lang="ar"><body><article><h1>الجسر والسد</h1><p>{text}</p></article></body></html>', "utf-8"
    )
    add_to(tmp_path / "s.riwaya", tmp_path / "page.html")
    with closing(open_store(tmp_path / "s.riwaya")) as store:
        assert [entity.name for entity in find_entities(store, "وزارة الخارجية الأميركية")] == [
            "وزارة الخارجية الأمريكية"
        ]


def test_the_beginning_of_an_id_finds_all_that_have_it(demo_store: SQLiteStore) -> None:
    every = {each.id for each in demo_store.select(Entity)}
    one = min(every)
    assert {each.id for each in find_entities(demo_store, one[:4])} == {name for name in every if name[:4] == one[:4]}
