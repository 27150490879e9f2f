"""A story's statements to alignments and claims: who is reported to have said the same thing, and where not."""

from __future__ import annotations

from riwaya.compare.evidence import StoryAccount, StoryBundle
from riwaya.compare.story import compare_story
from riwaya.model import Alignment, Article, Claim, Link, Mention, Quantity, Stage, Statement, Story, Time
from riwaya.stage import StageDefinition


def _bundle_name(bundle: StoryBundle) -> str:
    return bundle.story_id


COMPARE_STORY = StageDefinition(
    Stage.COMPARE,
    1,
    "group",
    (Story, Article, Statement, Mention, Quantity, Time, Link),
    (Alignment, Claim),
    compare_story,
    _bundle_name,
    large=True,
)

__all__ = ["COMPARE_STORY", "StoryAccount", "StoryBundle", "compare_story"]
