"""Times that are counted again when more is known than the article alone tells: its day, or whence it was copied.

Undated articles get theirs counted from the days that were derived for them, copied stretches from the day of the
article they come from; and again when either changes, so that what is no longer known is undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.occurrences import time_events, time_statements
from riwaya.annotate.times import anchor_of, find_times, read_anchor
from riwaya.annotate.times.anchor import Anchor
from riwaya.model import Article, Dating, Event, Field, Passage, Stage, Statement, Time
from riwaya.pipeline.copied import TimedText, keep_days, sources
from riwaya.search.reading import records_by_article
from riwaya.store.contract import Changes, Evidence, Removal, Store

_COPIED = "copied"


def resolve_times(store: Store, anchors: Mapping[str, Dating | None], changes: Changes) -> None:
    """Let the times of undated articles, and of what is said and done in them, be counted from the days derived.

    Args:
        anchors: by article id the dating to count from, None where there is none or none narrow enough.
    """
    texts: dict[str, TimedText] = {}
    titles: dict[str, Sequence[Time]] = {}
    for article in store.select(Article, id=list(anchors)):
        if not article.published:
            dating = anchors[article.id]
            anchor = read_anchor(dating.published) if dating is not None else Anchor()
            texts[article.id] = TimedText.read(article, anchor)
            titles[article.id] = find_times(Document.read(article, Field.TITLE), anchor)
    _replace(store, texts, titles, changes)


def resolve_copied(store: Store, article_ids: Sequence[str], changes: Changes) -> list[str]:
    """Let the times of copied stretches be counted from the days of the articles they come from; return who changed.

    Args:
        article_ids: articles whose passages may be others than before.
    """
    passages = records_by_article(store, Passage, article_ids)
    others = {one.other_article_id for found in passages.values() for one in found}
    known = {article.id: article for article in store.select(Article, id={*article_ids, *others})}
    before = set(store.values(Evidence, "article_id", stage=Stage.REUSE, key=_COPIED, article_id=list(article_ids)))
    read: dict[str, TimedText] = {}
    texts: dict[str, TimedText] = {}
    copied: list[str] = []
    for name in [name for name in article_ids if name in known]:
        given = sources(known[name], passages[name], known)
        if given or name in before:
            read |= {one.id: TimedText.read(one, anchor_of(one)) for one in given if one.id not in read}
            alone = TimedText.read(known[name], anchor_of(known[name]))
            text = keep_days(alone, passages[name], {one.id: read[one.id] for one in given})
            copied += [name] if text != alone else []
            texts |= {name: text} if text != alone or name in before else {}
    # What has been counted otherwise than the article alone would be is noted, to be undone when its source goes.
    rows = tuple((Stage.REUSE.value, _COPIED, name) for name in sorted(before))
    changes.removals.extend([Removal(Evidence, ("stage", "key", "article_id"), rows)] if rows else [])
    changes.records.extend(Evidence(Stage.REUSE, _COPIED, name, "", "") for name in copied)
    return _replace(store, texts, {}, changes)


def _replace(
    store: Store, texts: Mapping[str, TimedText], titles: Mapping[str, Sequence[Time]], changes: Changes
) -> list[str]:
    """Add to `changes` the times of articles that are others than before, and what was said and done then.

    Returns the articles of which any is.
    """
    times = records_by_article(store, Time, list(texts))
    statements = records_by_article(store, Statement, list(texts))
    events = records_by_article(store, Event, list(texts))
    moved = []
    for name, text in texts.items():
        old = {time.id: time for time in times[name] if time.field is Field.TEXT or name in titles}
        new = {time.id: time for time in (*titles.get(name, ()), *text.times)}
        changes.remove(Time, "id", sorted(old.keys() - new.keys()))
        records: list[Time | Statement | Event] = [time for time in new.values() if time != old.get(time.id)]
        said = time_statements(text.document, statements[name], text.times, text.written)
        done = time_events(text.document, events[name], text.times, text.written)
        records.extend(one for before, one in zip(statements[name], said, strict=True) if one != before)
        records.extend(one for before, one in zip(events[name], done, strict=True) if one != before)
        changes.records.extend(records)
        moved += [name] if records or old.keys() != new.keys() else []
    return moved
