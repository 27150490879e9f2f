"""Reading a store in portions: the records of many articles, an article's annotations together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from riwaya.attribution import EntityFinder
from riwaya.model import Article, Dating, Event, Link, Mention, Quantity, Statement, Time, dated, timed, timed_event
from riwaya.store.contract import Store

RecordType = TypeVar("RecordType")

_ARTICLES_A_PORTION = 400


@dataclass(frozen=True, slots=True)
class Account:
    """One article with everything found in it, in text order.

    `dating` is how the publication of an undated article was derived; `article` then has the derived interval.
    """

    article: Article
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    dating: Dating | None = None

    def entities(self) -> EntityFinder:
        """Return what tells the entity of any span of the text."""
        return EntityFinder(self.mentions, self.links)


def records_by_article(
    store: Store, record_type: type[RecordType], article_ids: Sequence[str]
) -> dict[str, list[RecordType]]:
    """Return the records of the given articles, grouped; articles without any have an empty list."""
    grouped: dict[str, list[RecordType]] = {article_id: [] for article_id in article_ids}
    for record in store.select(record_type, article_id=list(article_ids)):
        holder: Any = record
        grouped[holder.article_id].append(record)
    return grouped


def read_articles(store: Store, article_ids: Iterable[str]) -> dict[str, Article]:
    """Return the articles by id; undated ones with the interval that was derived for them."""
    ids = list(article_ids)
    datings = {dating.article_id: dating for dating in store.select(Dating, article_id=ids)}
    return {article.id: dated(article, datings.get(article.id)) for article in store.select(Article, id=ids)}


def read_accounts(store: Store, article_ids: Sequence[str]) -> list[Account]:
    """Return the accounts of the given articles, in the order of the ids; unknown ids are left out."""
    articles = read_articles(store, article_ids)
    datings = {dating.article_id: dating for dating in store.select(Dating, article_id=list(articles))}
    known = [article_id for article_id in article_ids if article_id in articles]
    mentions = records_by_article(store, Mention, known)
    links = records_by_article(store, Link, known)
    times = records_by_article(store, Time, known)
    quantities = records_by_article(store, Quantity, known)
    statements = records_by_article(store, Statement, known)
    events = records_by_article(store, Event, known)
    return [
        Account(
            article=articles[name],
            mentions=tuple(sorted(mentions[name], key=lambda record: (record.field, record.span))),
            links=tuple(links[name]),
            times=tuple(sorted(times[name], key=lambda record: (record.field, record.span))),
            quantities=tuple(sorted(quantities[name], key=lambda record: (record.field, record.span))),
            statements=tuple(
                timed(one, articles[name])
                for one in sorted(statements[name], key=lambda record: (record.content, record.cue))
            ),
            events=tuple(timed_event(one, articles[name]) for one in sorted(events[name], key=lambda one: one.span)),
            dating=datings.get(name),
        )
        for name in known
    ]


def article_portions(store: Store) -> Iterator[list[str]]:
    """Yield the ids of all articles, a few hundred at a time."""
    ids = store.values(Article, "id")
    while portion := list(islice(ids, _ARTICLES_A_PORTION)):
        yield portion
