"""What the stages declare: everything required is made, and everything declared is run."""

from __future__ import annotations

from importlib import import_module

import pytest

from riwaya.model import Page
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
