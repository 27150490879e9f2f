"""Articles to stories and storylines.

How the pipeline uses it: `make_dossier` for each article (map). For the articles that are new, gather the dossiers of
all days in `reach(dossier)` and, for undated ones (and for dated fresh ones among the undated known), those that share
at least `MINIMUM_SHARED_KEYS` of their `keys`; `link_window` gives the ties. The components that bonds connect
(`is_bond` of a tie) and that touch a new article go through `group_component` with all ties between their articles.
Groups that are new, or hold an article whose dossier or origin is, go through `describe_story` with their `Origin`
records, which `independent_origins` counts; `join_thread` gives the stories of a thread their storyline. Every tie is a
function of its two dossiers and every group one of its component, so the order of adding is no matter.
"""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Article, Dating, Mention, Origin, Quantity, Stage, Statement, Story, Time
from riwaya.stage import StageDefinition
from riwaya.stories.dating import (
    SEARCHED,
    DatedNeighbour,
    NumberedPage,
    Undated,
    address_number,
    derive_dating,
    likenesses,
    pages_around,
    tells_day,
)
from riwaya.stories.describe import describe_story, join_thread
from riwaya.stories.dossier import make_dossier
from riwaya.stories.evidence import ArticleReading, ArticleTie, Component, Dossier, StoryEvidence, Thread, Window
from riwaya.stories.features import MINIMUM_SHARED_KEYS, REACH_DAYS
from riwaya.stories.grouping import group_component, is_bond
from riwaya.stories.link import link_window, reach, shares_keys


def read_dossier(item: tuple[Article, ArticleReading]) -> Iterable[Dossier]:
    """Yield the article's dossier (map)."""
    yield make_dossier(*item)


def _item_name(item: tuple[Article, ArticleReading]) -> str:
    return item[0].id


def _window_name(window: Window) -> str:
    return window.key


def _component_name(component: Component) -> str:
    return component.name


def _undated_name(undated: Undated) -> str:
    return undated.article_id


def _story_name(evidence: StoryEvidence) -> str:
    return evidence.name


MAKE_DOSSIER = StageDefinition(
    Stage.STORIES, 4, "map", (Article, Mention, Time, Statement, Quantity), (Dossier,), read_dossier, _item_name
)
LINK_WINDOW = StageDefinition(
    Stage.STORIES, 1, "group", (Dossier,), (ArticleTie,), link_window, _window_name, large=True
)
DATE_ARTICLE = StageDefinition(
    Stage.STORIES, 8, "group", (Dossier, ArticleTie), (Dating,), derive_dating, _undated_name
)
GROUP_COMPONENT = StageDefinition(
    Stage.STORIES, 1, "group", (ArticleTie,), (Thread,), group_component, _component_name, large=True
)
DESCRIBE_STORY = StageDefinition(
    Stage.STORIES, 1, "group", (Thread, Dossier, Origin, Dating), (Story,), describe_story, _story_name
)

__all__ = [
    "DATE_ARTICLE", "DESCRIBE_STORY", "GROUP_COMPONENT", "LINK_WINDOW", "MAKE_DOSSIER", "MINIMUM_SHARED_KEYS",
    "REACH_DAYS", "SEARCHED", "ArticleReading", "ArticleTie", "Component", "DatedNeighbour", "Dossier", "NumberedPage",
    "StoryEvidence", "Thread", "Undated", "Window", "address_number", "derive_dating", "describe_story",
    "group_component", "is_bond", "join_thread", "likenesses", "link_window", "make_dossier", "pages_around", "reach",
    "read_dossier", "shares_keys", "tells_day",
]  # fmt: skip
