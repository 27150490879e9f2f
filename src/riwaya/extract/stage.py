"""The extract stage as engines run it."""

from __future__ import annotations

from riwaya.extract.extraction import extract
from riwaya.model import Article, Page, Stage
from riwaya.stage import StageDefinition


def _source(page: Page) -> str:
    return page.source


EXTRACT: StageDefinition[Page, Article] = StageDefinition(
    name=Stage.EXTRACT, version=7, kind="map", requires=(Page,), adds=(Article,), run=extract, name_item=_source
)
