"""The only place that lists the stages in order, and says what runs again when one of them changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from riwaya.annotate import AnnotateConfig, annotate_stage
from riwaya.compare import COMPARE_STORY
from riwaya.config import Config
from riwaya.engine.contract import Engine
from riwaya.extract import EXTRACT
from riwaya.identify import NAME_THING, RESOLVE_BLOCK
from riwaya.model import Article, Page, Rejection, Stage, Story
from riwaya.pipeline.adding import Tally, add_pages, read_again
from riwaya.pipeline.comparing import compare
from riwaya.pipeline.identifying import identify
from riwaya.pipeline.progress import Progress, no_progress
from riwaya.pipeline.telling import tell
from riwaya.pipeline.tracing import trace
from riwaya.reuse import COMPARE_PAIR, TRACE_ORIGIN
from riwaya.stage import StageDefinition
from riwaya.store.contract import Changes, Pending, Setting, Store
from riwaya.stories import DATE_ARTICLE, DESCRIBE_STORY, GROUP_COMPONENT, LINK_WINDOW, MAKE_DOSSIER


def stages(config: AnnotateConfig | None = None) -> tuple[StageDefinition[Any, Any], ...]:
    """Return the stages in the order in which they run.

    Evidence that group stages keep of an article is made with its annotations.
    """
    return (
        EXTRACT,
        annotate_stage(config or AnnotateConfig()),
        MAKE_DOSSIER,
        RESOLVE_BLOCK,
        NAME_THING,
        COMPARE_PAIR,
        TRACE_ORIGIN,
        LINK_WINDOW,
        DATE_ARTICLE,
        GROUP_COMPONENT,
        DESCRIBE_STORY,
        COMPARE_STORY,
    )


def run(
    store: Store, engine: Engine, items: Iterable[Page | Rejection], *, config: Config, progress: Progress = no_progress
) -> Tally:
    """Bring new pages and everything they touch into the store, and whatever earlier runs left undone.

    Killed at any point and run again, it ends with the same records as a run that was not killed.
    """
    note_changed_stages(store, config.annotate)
    read_again(store, engine, config=config, progress=progress)
    tally = add_pages(store, engine, items, config=config, progress=progress)
    finish(store, engine, progress=progress)
    return tally


def finish(store: Store, engine: Engine, *, progress: Progress = no_progress) -> None:
    """Run the group stages on whatever is pending."""
    identify(store, engine, progress)
    trace(store, engine, progress)
    tell(store, engine, progress)
    compare(store, engine, progress)


def note_changed_stages(store: Store, config: AnnotateConfig | None = None) -> None:
    """Make work of everything that a stage's new version may change; the stages behind follow from its records."""
    definitions = stages(config)
    versions = {
        stage.value: ".".join(str(definition.version) for definition in definitions if definition.name is stage)
        for stage in Stage
    }
    known = {setting.name: setting.value for setting in store.select(Setting)}
    changed = [stage for stage in Stage if known.get(f"version:{stage}", versions[stage]) != versions[stage]]
    changes = Changes()
    for stage in changed:
        _note(store, changes, stage)
    changes.records.extend(Setting(f"version:{stage}", version) for stage, version in versions.items())
    if changed or not known:
        store.apply(changes)


def _note(store: Store, changes: Changes, stage: Stage) -> None:
    articles = list(store.values(Article, "id"))
    if stage in (Stage.INGEST, Stage.EXTRACT):
        changes.records.extend(Pending(Stage.EXTRACT, page_id) for page_id in store.values(Page, "id"))
    elif stage in (Stage.ANNOTATE, Stage.IDENTIFY, Stage.REUSE, Stage.STORIES):
        # What these stages need of an article alone (chains, fingerprints, dossiers) is made with its annotations.
        changes.records.extend(Pending(Stage.ANNOTATE, article_id) for article_id in articles)
    elif stage is Stage.COMPARE:
        changes.records.extend(Pending(Stage.COMPARE, story_id) for story_id in store.values(Story, "id"))


__all__ = ["Progress", "Tally", "finish", "no_progress", "note_changed_stages", "run", "stages"]
