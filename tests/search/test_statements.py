"""Statements of the demo newsroom by everything they can be asked for."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import add_to
from riwaya.errors import UsageError
from riwaya.model import Article, Entity, Statement, Story
from riwaya.search.statements import StatementQuery, list_statements
from riwaya.store.sqlite import SQLiteStore, open_store

EVERY = 10_000


def _found(store: SQLiteStore, **asked: object) -> list[Statement]:
    return [said.statement for said in list_statements(store, replace(StatementQuery(), **asked), limit=EVERY).shown]  # type: ignore[arg-type]


def test_without_a_question_all_are_listed_the_latest_article_first(demo_store: SQLiteStore) -> None:
    found = list_statements(demo_store, StatementQuery(), limit=EVERY)
    assert found.total == len(found.shown) == demo_store.count(Statement)
    published = [said.article.published for said in found.shown if said.article.published]
    assert published == sorted(published, reverse=True)
    oldest = list_statements(demo_store, StatementQuery(newest=False), limit=EVERY)
    assert [said.article.published for said in oldest.shown if said.article.published] == sorted(published)
    starts = [(said.article.id, said.statement.content.start) for said in found.shown]
    assert all(one[1] <= other[1] for one, other in pairwise(starts) if one[0] == other[0])


def test_a_limit_cuts_the_list_and_not_the_count(demo_store: SQLiteStore) -> None:
    found = list_statements(demo_store, StatementQuery(), limit=3)
    assert (len(found.shown), found.total) == (3, demo_store.count(Statement))


def test_what_is_below_the_score_is_counted(demo_store: SQLiteStore) -> None:
    scores = sorted(demo_store.values(Statement, "score"))
    least = scores[len(scores) // 2]
    found = list_statements(demo_store, StatementQuery(score=least), limit=EVERY)
    assert found.total == sum(score >= least for score in scores)
    assert found.total + found.less_sure == len(scores)
    denied = list_statements(demo_store, StatementQuery(score=least, forces=frozenset(("deny",))), limit=EVERY)
    assert denied.total + denied.less_sure == demo_store.count(Statement, force="deny")


@pytest.mark.parametrize("name", ["كمال الرشواني", "الرشواني", "كمال الرشوانى"])
def test_a_speaker_is_found_under_every_spelling_and_when_the_subject_is_elided(
    demo_store: SQLiteStore, name: str
) -> None:
    found = _found(demo_store, speaker=name)
    assert any(statement.implicit for statement in found)
    assert {statement.id for statement in found} == {s.id for s in _found(demo_store, speaker="كمال الرشواني")}


def test_a_speaker_is_found_by_the_id_of_the_entity(demo_store: SQLiteStore) -> None:
    (entity,) = [each for each in demo_store.select(Entity) if each.name == "كمال الرشواني"]
    assert _found(demo_store, speaker=entity.id)
    assert _found(demo_store, speaker=entity.id[:10]) == _found(demo_store, speaker=entity.id)


def test_force_mode_and_occasion_hold_together(demo_store: SQLiteStore) -> None:
    denied = _found(demo_store, forces=frozenset(("deny", "warn")))
    assert {statement.force for statement in denied} <= {"deny", "warn"}
    direct = _found(demo_store, forces=frozenset(("assert",)), modes=frozenset(("direct",)))
    assert direct
    assert all((s.force, s.mode.value) == ("assert", "direct") for s in direct)
    posts = _found(demo_store, occasions=frozenset(("post",)))
    assert posts
    assert all(s.occasion_kind == "post" for s in posts)


def test_outlet_days_and_story_hold_together(demo_store: SQLiteStore) -> None:
    articles = {article.id: article for article in demo_store.select(Article)}
    for statement in _found(demo_store, outlet="رواسي", after="2025-03-01", before="2025-04-10"):
        article = articles[statement.article_id]
        assert "رواسي" in article.outlet
        assert "2025-03-01" <= article.published[:10] <= "2025-04-10"
    story = max(demo_store.select(Story), key=lambda each: len(each.article_ids))
    assert {s.article_id for s in _found(demo_store, story=story.id[:8])} <= set(story.article_ids)
    with pytest.raises(UsageError, match="no story"):
        _found(demo_store, story="ffffffff")


def test_a_month_or_an_interval_of_days_touches_the_days_asked_for() -> None:
    from riwaya.search.statements import _within

    assert _within("2025-03", "2025-03-05", "2025-03-06")
    assert _within("2025-03-01/2025-03-10", "2025-03-10", "")
    assert not _within("2025-03-01/2025-03-10", "2025-03-11", "")
    assert not _within("2025-03-11T10:00", "", "2025-03-10")
    assert not _within("", "2025-03-10", "")
    assert _within("", "", "")


def test_words_are_found_in_what_is_said_in_other_inflections(demo_store: SQLiteStore) -> None:
    found = _found(demo_store, words="انسحاب")
    assert found
    assert any("الانسحاب" in statement.content_text for statement in found)
    assert all("انسحاب" in statement.content_text for statement in found)
    assert len(_found(demo_store, words="الانسحاب ستين")) < len(found)


def test_words_of_every_piece_of_a_broken_content_are_found(tmp_path: Path) -> None:
    text = '"السد آمن تماما ولا خطر عليه"، قال الوزير كريم النجار، "ولن نرحل عن القرية أبدا". ثم غادر القاعة وسط حشد.'
    (tmp_path / "page.html").write_text(
        f'<html lang="ar"><body><article><h1>السد والقرية</h1><p>{text}</p></article></body></html>', "utf-8"
    )
    add_to(tmp_path / "s.riwaya", tmp_path / "page.html")
    with closing(open_store(tmp_path / "s.riwaya")) as store:
        assert any(statement.content_rest for statement in _found(store))
        assert _found(store, words="السد نرحل")
        assert not _found(store, words="السد حشد")


def test_intermediaries_are_found_by_their_name(demo_store: SQLiteStore) -> None:
    articles = {article.id: article.text for article in demo_store.select(Article)}
    found = _found(demo_store, via="رواسي")
    assert found
    assert all(any("رواسي" in span.of(articles[s.article_id]) for span in s.via) for s in found)


def test_the_least_score_is_held(demo_store: SQLiteStore) -> None:
    found = _found(demo_store, score=0.9)
    assert found
    assert all(statement.score >= 0.9 for statement in found)


@pytest.mark.parametrize("asked", [{"speaker": "،"}, {"outlet": "،"}, {"words": "،"}, {"via": "،"}])
def test_a_question_without_a_word_is_a_wrong_call(demo_store: SQLiteStore, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        _found(demo_store, **asked)


def test_nobody_of_the_name_gives_nothing(demo_store: SQLiteStore) -> None:
    assert not _found(demo_store, speaker="لا أحد بهذا الاسم")
