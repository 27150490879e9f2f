"""The map part: a page's way to everything that can be said of it alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from riwaya.annotate import AnnotateConfig, annotate, annotate_stage
from riwaya.annotate.clues import read_clues
from riwaya.extract import ExtractConfig, extract
from riwaya.identify import (
    Chain,
    add_office_news,
    chain_mentions,
    full_name_key,
    is_person_block,
    link_thing,
    part_governments,
)
from riwaya.model import (
    Alignment,
    Article,
    Claim,
    Clue,
    Dating,
    Event,
    Link,
    Mention,
    Origin,
    Page,
    Passage,
    Quantity,
    Stage,
    Statement,
    Story,
    Time,
)
from riwaya.model.schema import dump_text
from riwaya.pipeline.dating import date_work
from riwaya.pipeline.telling import group_work
from riwaya.reuse import fingerprint
from riwaya.search.forms import search_forms
from riwaya.search.publication import lies_ahead
from riwaya.stage import StageDefinition
from riwaya.store.contract import (
    Changes,
    Evidence,
    Fingerprint,
    LookupKey,
    Membership,
    MovedLink,
    NameKey,
    Naming,
    Pending,
    Roster,
    SearchText,
    Store,
    Tie,
)
from riwaya.stories import ArticleReading, make_dossier

ORIGIN_PREFIX = "origin:"
# What is removed with an article before it is read again.
_OF_AN_ARTICLE = (
    Mention,
    Time,
    Quantity,
    Statement,
    Event,
    Link,
    Dating,
    Evidence,
    MovedLink,
    NameKey,
    Naming,
    Fingerprint,
    LookupKey,
    Origin,
    Passage,
    SearchText,
)


@dataclass(frozen=True, slots=True)
class PageReader:
    """Reads pages with one configuration; picklable, so that any engine can carry it."""

    config: ExtractConfig
    annotate: AnnotateConfig

    def __call__(self, page: Page) -> Iterable[Any]:
        """Yield the page's articles and all that follows from each alone."""
        for article in extract(page, self.config):
            yield article
            yield from read_article(article, self.annotate)


@dataclass(frozen=True, slots=True)
class ArticleReader:
    """Reads articles again with one configuration; picklable."""

    config: AnnotateConfig

    def __call__(self, article: Article) -> Iterable[Any]:
        """Yield all that follows from the article alone."""
        return read_article(article, self.config)


def read_page_stage(config: ExtractConfig, annotation: AnnotateConfig | None = None) -> StageDefinition[Page, Any]:
    """Return the stage that does everything a page needs before articles meet."""
    reader = PageReader(config, annotation or AnnotateConfig())
    return StageDefinition(Stage.EXTRACT, 1, "map", (Page,), (Article,), reader, _page_name)


def read_article_stage(config: AnnotateConfig) -> StageDefinition[Article, Any]:
    """Return the stage that reads an article again."""
    definition = annotate_stage(config)
    return StageDefinition(
        Stage.ANNOTATE, definition.version, "map", (Article,), definition.adds, ArticleReader(config), _article_name
    )


def read_article(article: Article, config: AnnotateConfig) -> Iterator[Any]:
    """Yield an article's annotations, its evidence for the group stages, and the work it causes there."""
    annotations = tuple(annotate(article, config))
    yield from annotations
    mentions = tuple(record for record in annotations if isinstance(record, Mention))
    times = tuple(record for record in annotations if isinstance(record, Time))
    statements = tuple(record for record in annotations if isinstance(record, Statement))
    # A day that has not come dates nobody's office and ties no articles: for what articles tell together there is none.
    known = replace(article, published="") if lies_ahead(article.published) else article
    chains = add_office_news(chain_mentions(known, mentions, statements), known, mentions, times)
    for chain in part_governments(chains, known, mentions, statements):
        yield from _identity_work(chain)
    for value in fingerprint(article):
        yield Fingerprint(value, article.id)
    yield Pending(Stage.REUSE, article.id)
    clues = () if known.published else read_clues(known, mentions)
    dossier = make_dossier(known, _reading(annotations, mentions, clues))
    yield Evidence(Stage.STORIES, dossier.first_day, article.id, "", dump_text(dossier))
    undated = int(not dossier.first_day)
    for key in dossier.keys:
        yield LookupKey(undated, key, article.id)
    yield Pending(Stage.STORIES, article.id)
    yield SearchText(article.id, search_forms(article.title), search_forms(f"{article.standfirst}\n{article.text}"))


def _identity_work(chain: Chain) -> Iterator[Any]:
    """Yield what the group part of identify needs of a chain, and that it has to run."""
    if is_person_block(chain.block):
        yield Evidence(Stage.IDENTIFY, chain.block, chain.article_id, chain.id, dump_text(chain))
        if key := full_name_key(chain.name):
            yield NameKey(key, chain.block, chain.name, chain.article_id)
    else:
        yield from link_thing(chain)
        for surface in chain.surfaces:
            yield Naming(chain.block, chain.kind.value, surface.form, chain.article_id, surface.count)
    yield Pending(Stage.IDENTIFY, chain.block)


def _reading(annotations: tuple[Any, ...], mentions: tuple[Mention, ...], clues: tuple[Clue, ...]) -> ArticleReading:
    return ArticleReading(
        mentions=mentions,
        times=tuple(record for record in annotations if isinstance(record, Time)),
        statements=tuple(record for record in annotations if isinstance(record, Statement)),
        quantities=tuple(record for record in annotations if isinstance(record, Quantity)),
        clues=clues,
    )


def origin_work(article_id: str) -> Pending:
    """Return the work of tracing an article's origin; it shares its stage with finding passages, so has a prefix."""
    return Pending(Stage.REUSE, ORIGIN_PREFIX + article_id)


def forget_articles(store: Store, changes: Changes, article_ids: list[str]) -> None:
    """Add to `changes` the removal of all that was read from the articles, and the work that causes."""
    evidence = store.rows(Evidence, "stage", "key", article_id=article_ids)
    persons = sorted({key for stage, key in evidence if stage == Stage.IDENTIFY})
    changes.remove(Roster, "block", persons)
    blocks = set(store.values(Naming, "block", article_id=article_ids))
    changes.records.extend(Pending(Stage.IDENTIFY, block) for block in (*persons, *sorted(blocks)))
    stories = set(store.values(Membership, "story_id", article_id=article_ids))
    changes.records.extend(Pending(Stage.COMPARE, story) for story in sorted(stories))
    for passage in store.select(Passage, other_article_id=article_ids):
        changes.records.append(origin_work(passage.article_id))
    for record_type in _OF_AN_ARTICLE:
        changes.remove(record_type, "article_id", article_ids)
    changes.remove(Passage, "other_article_id", article_ids)
    changes.run_again(Stage.ANNOTATE, article_ids)


def forget_pages(store: Store, changes: Changes, pages: list[Page]) -> None:
    """Add to `changes` the removal of the pages' articles and rejections, before they are extracted again.

    Which articles a page holds may then be another matter, so their ties and memberships go too.
    """
    ids = list(store.values(Article, "id", page_id=[page.id for page in pages]))
    changes.records.extend((*group_work(store, ids), *date_work(store, ids)))
    forget_articles(store, changes, ids)
    changes.remove(Article, "id", ids)
    for column in ("article_id", "other_article_id"):
        changes.remove(Tie, column, ids)
    changes.remove(Membership, "article_id", ids)
    stories = store.select(Story, id=set(store.values(Membership, "story_id", article_id=ids)))
    empty = [story.id for story in stories if not set(story.article_ids) - set(ids)]
    changes.remove(Story, "id", empty)
    for record_type in (Alignment, Claim):
        changes.remove(record_type, "story_id", empty)
    changes.run_again(Stage.EXTRACT, [page.source for page in pages])


def _page_name(page: Page) -> str:
    return page.source


def _article_name(article: Article) -> str:
    return article.id
