"""What the stages declare: everything required is made, and everything declared is run."""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest

from riwaya.compare import COMPARE_STORY, StoryAccount, StoryBundle
from riwaya.model import Page, Story
from riwaya.pipeline import stages
from riwaya.stage import StageDefinition

PACKAGES = ["extract", "annotate", "identify", "reuse", "stories", "compare"]


def test_a_stage_requires_only_pages_and_what_stages_before_it_add() -> None:
    made: set[type] = {Page}
    for stage in stages():
        assert set(stage.requires) <= made, stage.run
        made |= set(stage.adds)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_stage_that_a_package_offers_is_run(package: str) -> None:
    module = import_module(f"riwaya.{package}")
    offered = [value for value in vars(module).values() if isinstance(value, StageDefinition)]
    assert all(stage in stages() for stage in offered)


def _held(record_type: type) -> set[Any]:
    return {(get_args(hint) or (hint,))[0] for hint in get_type_hints(record_type).values()}


def test_a_comparison_is_given_what_it_requires_and_nothing_else() -> None:
    # The entities' own records stay out: one more name of one would have all its stories compared again.
    assert [field.name for field in fields(StoryBundle)] == ["story_id", "accounts"]
    assert set(COMPARE_STORY.requires) == _held(StoryAccount) | {Story}
