"""The group part of reuse: passages that new articles share with others, then the origins of all concerned.

With the origins the times of copied stretches are counted from the days of the articles they come from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from riwaya.engine.contract import Engine
from riwaya.model import Article, Mention, Origin, Passage, Stage, Statement
from riwaya.pipeline.progress import Progress
from riwaya.pipeline.reading import ORIGIN_PREFIX, origin_work
from riwaya.pipeline.retiming import resolve_copied
from riwaya.reuse import COMPARE_PAIR, MINIMUM_SHARED, TRACE_ORIGIN, AccountEvidence, ArticlePair, Neighbour
from riwaya.search.reading import records_by_article
from riwaya.store.contract import Changes, Fingerprint, Membership, Pending, Store

_ARTICLES_A_CHANGE = 200
# A value that so many articles hold is a formula of the trade, not a trace of copying.
_COMMON_VALUE = 150


def trace(store: Store, engine: Engine, progress: Progress) -> None:
    """Find the passages of every pending article, then the origins and times that they may have changed."""
    fresh_keys = _pending(store)
    _trace_crossed(store, fresh_keys)
    keys = _pending(store)
    waiting = set(keys)
    for start in range(0, len(keys), _ARTICLES_A_CHANGE):
        fresh = keys[start : start + _ARTICLES_A_CHANGE]
        waiting.difference_update(fresh)
        changes = Changes()
        for outcome in engine.run(COMPARE_PAIR, _pairs(store, fresh, waiting)):
            changes.records.extend(outcome.kept)
            changes.records.extend(origin_work(passage.article_id) for passage in outcome.records)
        changes.records.extend(origin_work(key) for key in fresh)
        changes.done(Stage.REUSE, fresh)
        store.apply(changes)
        progress("copies", min(start + _ARTICLES_A_CHANGE, len(keys)), len(keys))
    _trace_origins(store, engine, progress)


def _pending(store: Store) -> list[str]:
    return [key for key in store.values(Pending, "key", stage=Stage.REUSE) if not key.startswith(ORIGIN_PREFIX)]


def _trace_crossed(store: Store, fresh: Sequence[str]) -> None:
    """Make work of the older articles that hold a value which is common only since the fresh ones came.

    Else what was found by that value before would stay, and the passages would depend on the order of adding.
    """
    new = set(fresh)
    crossed: set[str] = set()
    for start in range(0, len(fresh), _ARTICLES_A_CHANGE):
        values = set(store.values(Fingerprint, "value", article_id=list(fresh[start : start + _ARTICLES_A_CHANGE])))
        for holders in _holders(store, values).values():
            older = set(holders) - new
            if len(older) <= _COMMON_VALUE < len(holders):
                crossed |= older
    ids = sorted(crossed)
    changes = Changes()
    for found in store.select(Passage, other_article_id=ids):
        changes.records.append(origin_work(found.article_id))
    for column in ("article_id", "other_article_id"):
        changes.remove(Passage, column, ids)
    changes.records.extend(Pending(Stage.REUSE, article_id) for article_id in ids)
    store.apply(changes)


def _holders(store: Store, values: set[int]) -> dict[int, list[str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for value, article_id in store.rows(Fingerprint, "value", "article_id", value=values):
        holders[value].append(article_id)
    return holders


def _pairs(store: Store, fresh: Sequence[str], waiting: set[str]) -> Iterator[ArticlePair]:
    """Yield the pairs to verify: each once, with the later of its two articles to be done."""
    wanted = _candidates(store, fresh, waiting)
    first_ids = sorted(wanted)
    for start in range(0, len(first_ids), _ARTICLES_A_CHANGE // 4):
        portion = first_ids[start : start + _ARTICLES_A_CHANGE // 4]
        ids = {*portion, *chain.from_iterable(wanted[article_id] for article_id in portion)}
        articles = {article.id: article for article in store.select(Article, id=ids)}
        for first in portion:
            for second in sorted(wanted[first]):
                yield ArticlePair(articles[first], articles[second])


def _candidates(store: Store, fresh: Sequence[str], waiting: set[str]) -> dict[str, set[str]]:
    """Return for each fresh article those that share enough fingerprints and are not still waiting themselves."""
    own: dict[str, set[int]] = defaultdict(set)
    for record in store.select(Fingerprint, article_id=list(fresh)):
        own[record.article_id].add(record.value)
    holders = _holders(store, set().union(*own.values()))
    wanted: dict[str, set[str]] = defaultdict(set)
    for article_id in fresh:
        shared = Counter(
            other
            for value in own[article_id]
            if len(holders[value]) <= _COMMON_VALUE
            for other in holders[value]
            if other != article_id and other not in waiting
        )
        for other, count in shared.items():
            if count >= MINIMUM_SHARED and article_id not in wanted.get(other, ()):
                wanted[article_id].add(other)
    return wanted


def _trace_origins(store: Store, engine: Engine, progress: Progress) -> None:
    keys = [key for key in store.values(Pending, "key", stage=Stage.REUSE) if key.startswith(ORIGIN_PREFIX)]
    remaining = iter(keys)
    done = 0
    while portion := list(islice(remaining, _ARTICLES_A_CHANGE)):
        ids = [key.removeprefix(ORIGIN_PREFIX) for key in portion]
        old = {origin.article_id: origin for origin in store.select(Origin, article_id=ids)}
        changes = Changes()
        for outcome in engine.run(TRACE_ORIGIN, _accounts(store, ids)):
            changes.records.extend([outcome.rejection] if outcome.rejection else [])
            for origin in outcome.records:
                if origin != old.get(origin.article_id):
                    # How many independent origins a story has depends on it.
                    changes.records.extend((origin, Pending(Stage.STORIES, origin.article_id)))
        moved = resolve_copied(store, ids, changes)
        stories = set(store.values(Membership, "story_id", article_id=moved))
        changes.records.extend(Pending(Stage.COMPARE, story_id) for story_id in sorted(stories))
        changes.done(Stage.REUSE, portion)
        store.apply(changes)
        done += len(portion)
        progress("origins", done, len(keys))


def _accounts(store: Store, ids: Sequence[str]) -> Iterator[AccountEvidence]:
    articles = {article.id: article for article in store.select(Article, id=list(ids))}
    passages = records_by_article(store, Passage, ids)
    statements = records_by_article(store, Statement, ids)
    mentions = records_by_article(store, Mention, ids)
    others = {passage.other_article_id for found in passages.values() for passage in found}
    neighbours = {
        article.id: Neighbour(article.id, article.outlet, article.credits, article.dateline, article.published)
        for article in store.select(Article, id=others)
    }
    for article_id in articles:
        found = passages[article_id]
        near = sorted({passage.other_article_id for passage in found} & neighbours.keys())
        yield AccountEvidence(
            article=articles[article_id],
            statements=tuple(sorted(statements[article_id], key=lambda record: (record.content, record.cue))),
            mentions=tuple(sorted(mentions[article_id], key=lambda record: (record.field, record.span))),
            passages=tuple(sorted(found, key=lambda record: (record.span, record.other_article_id))),
            neighbours=tuple(neighbours[other] for other in near),
        )
