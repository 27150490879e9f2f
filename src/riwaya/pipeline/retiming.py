"""The times in undated articles, resolved against the days that were derived for them, and again when these change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.times import find_times
from riwaya.annotate.times.anchor import Anchor, read_anchor
from riwaya.model import Article, Dating, Event, Field, Statement, Time, TimeFrom
from riwaya.store.contract import Changes, Store


def resolve_times(store: Store, anchors: Mapping[str, Dating | None], changes: Changes) -> None:
    """Let the times of articles, and of what is said and done in them, be counted from the days derived for them.

    Args:
        anchors: by article id the dating to count from, None where there is none or none narrow enough.
    """
    articles = [article for article in store.select(Article, id=list(anchors)) if not article.published]
    old: dict[str, list[Time]] = defaultdict(list)
    for time in store.select(Time, article_id=[article.id for article in articles]):
        old[time.article_id].append(time)
    new = {article.id: _times(article, anchors[article.id]) for article in articles}
    key = {name: {time.id: time for time in times} for name, times in new.items()}
    moved = [name for name in new if key[name] != {time.id: time for time in old[name]}]
    changes.remove(Time, "article_id", moved)
    for name in moved:
        changes.records.extend(new[name])
    changes.records.extend(_moved_statements(store, moved, new))
    changes.records.extend(_moved_events(store, moved, old, key))


def _times(article: Article, dating: Dating | None) -> list[Time]:
    anchor = read_anchor(dating.published) if dating is not None else Anchor()
    documents = (Document.read(article, field) for field in (Field.TITLE, Field.TEXT))
    return [time for document in documents for time in find_times(document, anchor)]


def _moved_statements(store: Store, moved: Sequence[str], new: Mapping[str, Sequence[Time]]) -> Iterator[Statement]:
    values = {(name, time.span): time.value for name in moved for time in new[name] if time.field is Field.TEXT}
    for statement in store.select(Statement, article_id=list(moved)):
        value = values.get((statement.article_id, statement.time_span)) if statement.time_span else None
        if statement.time_from is TimeFrom.STATED and value and value != statement.time:
            yield replace(statement, time=value)


def _moved_events(
    store: Store, moved: Sequence[str], old: Mapping[str, Sequence[Time]], key: Mapping[str, Mapping[str, Time]]
) -> Iterator[Event]:
    """Yield the events whose time was a value that all times of that value have left for one other."""
    left: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in moved:
        for time in old[name]:
            left[name, time.value].add(key[name][time.id].value if time.id in key[name] else "")
    for event in store.select(Event, article_id=list(moved)):
        values = left.get((event.article_id, event.time), set())
        if event.time_from is TimeFrom.STATED and len(values) == 1 and values != {""} and values != {event.time}:
            yield replace(event, time=next(iter(values)))
