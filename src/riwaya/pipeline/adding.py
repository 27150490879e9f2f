"""Taking pages in: known ones are left alone, the others read and stored, each page whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from riwaya.config import Config
from riwaya.engine.contract import Engine, Outcome
from riwaya.model import Article, Page, Rejection, Stage
from riwaya.pipeline.progress import Progress
from riwaya.pipeline.reading import forget_articles, forget_pages, read_article_stage, read_page_stage
from riwaya.store.contract import Changes, Pending, Store

_PAGES_A_CHANGE = 64


@dataclass(slots=True)
class Tally:
    """What a run met."""

    pages: int = 0
    known: int = 0
    articles: int = 0
    rejections: list[Rejection] = field(default_factory=list)


def add_pages(
    store: Store, engine: Engine, items: Iterable[Page | Rejection], *, config: Config, progress: Progress
) -> Tally:
    """Read and store the pages that the store does not know yet; what was stored before an interrupt stays."""
    tally = Tally()
    stage = read_page_stage(config.extract, config.annotate)
    changes = Changes()
    waiting = 0
    try:
        for outcome in engine.run(stage, _unknown_pages(store, items, tally, changes)):
            # One call, so that an interrupt falls before or after a page, never inside it.
            changes.records.extend((outcome.item, *outcome.kept))
            _count(outcome, tally)
            waiting += 1
            if waiting >= _PAGES_A_CHANGE:
                store.apply(changes)
                changes.removals.clear()
                changes.records.clear()
                waiting = 0
            progress("pages", tally.pages + tally.known, None)
    finally:
        # Also on an interrupt: what has been read is whole, and need not be read again.
        store.apply(changes)
    return tally


def _count(outcome: Outcome[Page, object], tally: Tally) -> None:
    tally.pages += 1
    tally.articles += sum(isinstance(record, Article) for record in outcome.records)
    tally.rejections.extend([outcome.rejection] if outcome.rejection else [])


def _unknown_pages(store: Store, items: Iterable[Page | Rejection], tally: Tally, changes: Changes) -> Iterator[Page]:
    """Yield pages that are new; note rejections of ingestion on the way."""
    source = iter(items)
    seen: set[str] = set()
    while portion := list(islice(source, _PAGES_A_CHANGE)):
        rejected = [item for item in portion if isinstance(item, Rejection)]
        tally.rejections.extend(rejected)
        changes.records.extend(rejected)
        pages = [item for item in portion if isinstance(item, Page)]
        known = set(store.values(Page, "id", id=[page.id for page in pages]))
        for page in pages:
            if page.id in known or page.id in seen:
                tally.known += 1
            else:
                seen.add(page.id)
                yield page


def read_again(store: Store, engine: Engine, *, config: Config, progress: Progress) -> None:
    """Do the reading that is pending since a stage of it changed: whole pages, or articles alone."""
    stage = read_page_stage(config.extract, config.annotate)
    total = store.count(Pending, stage=Stage.EXTRACT)
    done = 0
    while keys := list(islice(store.values(Pending, "key", stage=Stage.EXTRACT), _PAGES_A_CHANGE)):
        changes = Changes()
        pages = list(store.select(Page, id=keys))
        forget_pages(store, changes, pages)
        for outcome in engine.run(stage, pages):
            changes.records.extend(outcome.kept)
        changes.done(Stage.EXTRACT, keys)
        store.apply(changes)
        done += len(keys)
        progress("pages", done, total)
    _annotate_again(store, engine, config, progress)


def _annotate_again(store: Store, engine: Engine, config: Config, progress: Progress) -> None:
    stage = read_article_stage(config.annotate)
    total = store.count(Pending, stage=Stage.ANNOTATE)
    done = 0
    while keys := list(islice(store.values(Pending, "key", stage=Stage.ANNOTATE), _PAGES_A_CHANGE)):
        changes = Changes()
        forget_articles(store, changes, keys)
        for outcome in engine.run(stage, store.select(Article, id=keys)):
            changes.records.extend(outcome.kept)
        changes.done(Stage.ANNOTATE, keys)
        store.apply(changes)
        done += len(keys)
        progress("articles", done, total)
