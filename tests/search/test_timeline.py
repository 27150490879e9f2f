"""Timelines: a story's or a person's accounts, statements and events in order of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Entity, Story
from riwaya.search.queries import find_entities
from riwaya.search.timeline import EntryKind, in_order, person_timeline, read_when, story_timeline, within
from riwaya.store.sqlite import SQLiteStore


@pytest.fixture
def largest(demo_store: SQLiteStore) -> Story:
    return max(demo_store.select(Story), key=lambda story: (len(story.article_ids), story.id))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-05-09", "2018-05-09", "2018-05-09"),
        ("2018-05-09TEV", "2018-05-09", "2018-05-09"),
        ("2018-05", "2018-05-01", "2018-05-31"),
        ("2018-12", "2018-12-01", "2018-12-31"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-05-09/2018-05-11", "2018-05-09", "2018-05-11"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str) -> None:
    interval = read_when(value)
    assert interval is not None
    assert (interval.first_day.isoformat(), interval.last_day.isoformat()) == (first, last)


@given(st.one_of(st.text(max_size=14), st.from_regex(r"\d{4}-\d{2}-\d{2}(T\w{0,6})?", fullmatch=True)))
def test_any_value_is_read_or_left(value: str) -> None:
    interval = read_when(value)
    assert interval is None or interval.start <= interval.end


def test_a_story_has_its_accounts_and_claims_in_order(demo_store: SQLiteStore, largest: Story) -> None:
    entries = story_timeline(demo_store, largest)
    assert {entry.article.id for entry in entries if entry.kind is EntryKind.ACCOUNT} == set(largest.article_ids)
    assert any(entry.kind is EntryKind.STATEMENT and entry.accounts > 1 for entry in entries)
    days = [interval.first_day for entry in entries if (interval := read_when(entry.when))]
    assert days == sorted(days)
    assert in_order(reversed(entries)) == entries


def test_a_persons_statements_are_theirs_and_told_once(demo_store: SQLiteStore) -> None:
    person: Entity = find_entities(demo_store, "نجاة الورداني")[0]
    entries = person_timeline(demo_store, person)
    said = [entry for entry in entries if entry.statement]
    assert said and len({entry.statement.id for entry in said if entry.statement}) == len(said)


def test_days_asked_for_keep_what_touches_them(demo_store: SQLiteStore, largest: Story) -> None:
    entries = story_timeline(demo_store, largest)
    assert within(entries, "", "") == entries
    day = next(interval.first_day.isoformat() for entry in entries if (interval := read_when(entry.when)))
    kept = within(entries, day, day)
    stretches = [read_when(entry.when) for entry in kept]
    assert kept and all(one and one.first_day.isoformat() <= day <= one.last_day.isoformat() for one in stretches)
    assert not within(entries, "2999-01-01", "")
