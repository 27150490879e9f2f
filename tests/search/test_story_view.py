"""Stories as their readers see them: which statement stands for a claim, and what rests on less sure ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cli.test_commands import riwaya
from riwaya.model import Claim, Label, Statement, Story
from riwaya.search.story_view import ClaimRow, view_story
from riwaya.search.sureness import DEFAULT_SCORE
from riwaya.store.contract import Changes
from riwaya.store.sqlite import SQLiteStore, open_store


@pytest.fixture
def path(demo_path: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "scored.riwaya"
    shutil.copy(demo_path, copied)
    return copied


@pytest.fixture
def store(path: Path) -> Iterator[SQLiteStore]:
    opened = open_store(path, write=True)
    yield opened
    opened.close()


def find_row(store: SQLiteStore, label: Label) -> ClaimRow:
    """Return the first claim that several accounts report, one of them as `label` says."""
    for story in sorted(store.select(Story), key=lambda story: story.id):
        for row in view_story(store, story, least=0).claims:
            said = [cell for cell in row.cells if cell.statement]
            if row.shown and len(said) > 1 and label in {cell.relation for cell in said}:
                return row
    raise AssertionError(f"no claim of the demo is told as {label}")


def find_again(store: SQLiteStore, row: ClaimRow, least: float = DEFAULT_SCORE) -> ClaimRow:
    (story,) = store.select(Story, id=row.claim.story_id)
    return next(each for each in view_story(store, story, least=least).claims if each.claim.id == row.claim.id)


def score(store: SQLiteStore, row: ClaimRow, less_sure: set[str]) -> None:
    """Make the statements behind a claim sure, but some."""
    held = [cell.statement for cell in row.cells if cell.statement]
    scored: list[Statement] = [replace(each, score=0.31 if each.id in less_sure else 0.97) for each in held]
    store.apply(Changes(records=scored))


def test_a_sure_statement_stands_for_its_claim_before_one_in_the_claim_s_own_words(store: SQLiteStore) -> None:
    row = find_row(store, Label.PART)
    assert row.shown is not None and row.shown.content_text == row.claim.text
    score(store, row, {row.shown.id})
    sure = find_again(store, row)
    assert sure.shown is not None
    assert sure.shown.id != row.shown.id and sure.shown.score > DEFAULT_SCORE
    assert sure.excerpt[0].start <= sure.shown.content.start
    # Where all are sure, or none is, the claim's own words stand.
    for shown in (find_again(store, row, 0).shown, find_again(store, row, 1).shown):
        assert shown is not None and shown.id == row.shown.id


@pytest.mark.parametrize("own", [True, False])
def test_a_contradiction_that_rests_on_a_less_sure_statement_is_marked(
    store: SQLiteStore, path: Path, own: bool
) -> None:
    row = find_row(store, Label.CONTRADICT)

    def shown(*options: str) -> str:
        return riwaya("story", row.claim.story_id, *options, "--store", path).stdout.decode()

    score(store, row, set())
    surely = shown().splitlines().count(_CONFLICT)
    score(
        store,
        row,
        {cell.statement.id for cell in row.cells if cell.statement and (cell.relation is Label.CONTRADICT) == own},
    )
    doubtful = find_again(store, row)
    marked = [cell.relation for cell in doubtful.cells if doubtful.is_doubtful(cell, DEFAULT_SCORE)]
    assert marked and set(marked) == {Label.CONTRADICT}
    lines = shown().splitlines()
    assert lines.count(_CONFLICT) == surely - 1
    assert "Where accounts contradict each other (less sure):" in lines
    assert any("  (less sure 0.31) " in line for line in lines)
    assert any("? contradicts (less sure)" in line for line in lines)
    assert "less sure" not in shown("--score", "0")


_CONFLICT = "Where accounts contradict each other:"


def test_every_claim_that_is_shown_has_a_sure_statement_to_show(demo_store: SQLiteStore) -> None:
    assert demo_store.count(Claim)
    for story in demo_store.select(Story):
        for row in view_story(demo_store, story).parted(DEFAULT_SCORE)[0]:
            assert row.shown is not None and row.shown.score >= DEFAULT_SCORE
