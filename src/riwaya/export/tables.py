"""The public contract: what each exported table holds. Fields are added freely, never renamed or taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from riwaya.attribution import EntityFinder
from riwaya.model import (
    Alignment,
    Claim,
    Dating,
    Entity,
    Event,
    Field,
    Link,
    Mention,
    Origin,
    Passage,
    Quantity,
    Rejection,
    Span,
    Statement,
    Story,
    Storyline,
    Time,
    timed,
    timed_event,
)
from riwaya.model.schema import dump
from riwaya.search.excerpts import written_name
from riwaya.search.publication import publication_flag
from riwaya.search.reading import article_portions, read_articles, records_by_article
from riwaya.store.contract import Store

Row = dict[str, Any]

_TEXT, _INTEGER, _REAL, _BOOLEAN, _TEXTS = "VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR[]"
_REALS = "DOUBLE[]"
_SPAN = 'STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT)[]'


@dataclass(frozen=True, slots=True)
class Table:
    """An exported table: its fields with their column types, and its rows."""

    name: str
    fields: tuple[tuple[str, str], ...]
    rows: Callable[[Store], Iterator[Row]]


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    """Return (name, type) pairs from «name name:type ...»; a field without a type is text."""
    kinds = {
        "": _TEXT,
        "int": _INTEGER,
        "real": _REAL,
        "bool": _BOOLEAN,
        "texts": _TEXTS,
        "reals": _REALS,
        "spans": _SPAN,
    }
    kinds["removed"] = 'STRUCT("text" VARCHAR, "reason" VARCHAR)[]'
    kinds["offices"] = (
        'STRUCT("office" VARCHAR, "of" VARCHAR, "from" VARCHAR, "to" VARCHAR, "evidence" VARCHAR[], '
        '"status" VARCHAR, "seen_from" VARCHAR, "seen_to" VARCHAR, "ended_by" VARCHAR, "doubted_end" VARCHAR)[]'
    )
    kinds["via"] = 'STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT, "entity_id" VARCHAR)[]'
    kinds["evidence"] = 'STRUCT("start" BIGINT, "end" BIGINT)[]'
    kinds["accounts"] = 'STRUCT("article_id" VARCHAR, "statement_id" VARCHAR, "relation" VARCHAR)[]'
    kinds["datings"] = (
        'STRUCT("kind" VARCHAR, "bearing" VARCHAR, "field" VARCHAR, "start" BIGINT, "end" BIGINT, "text" VARCHAR, '
        '"says" VARCHAR, "other_article_id" VARCHAR)[]'
    )
    pairs = [part.partition(":") for part in text.split()]
    return tuple((name, kinds[kind]) for name, _, kind in pairs)


def _plain(record_type: type[Any]) -> Callable[[Store], Iterator[Row]]:
    """Return the rows of a record type whose fields are exported as they are, its span as start and end."""

    def rows(store: Store) -> Iterator[Row]:
        for record in store.select(record_type):
            row = dump(record)
            if "span" in row:
                row |= row.pop("span")
            yield row

    return rows


def _articles(store: Store) -> Iterator[Row]:
    for ids in article_portions(store):
        for article in read_articles(store, ids).values():
            yield dump(article) | {"published_flag": publication_flag(article)}


def _datings(store: Store) -> Iterator[Row]:
    for row in _plain(Dating)(store):
        for evidence in row["evidence"]:
            span = evidence.pop("span") or {"start": None, "end": None}
            evidence |= span
        yield row


def _mentions(store: Store) -> Iterator[Row]:
    for ids in article_portions(store):
        entity_of = {link.mention_id: link.entity_id for link in store.select(Link, article_id=ids)}
        for records in records_by_article(store, Mention, ids).values():
            for mention in sorted(records, key=lambda record: (record.field, record.span, record.kind)):
                row = dump(mention)
                yield row | row.pop("span") | {"entity_id": entity_of.get(mention.id, "")}


def _times(store: Store) -> Iterator[Row]:
    # The contract's offsets are into the text; what a headline says stays in the store.
    return (row for row in _plain(Time)(store) if row.pop("field") == Field.TEXT)


def _quantities(store: Store) -> Iterator[Row]:
    return (row for row in _plain(Quantity)(store) if row.pop("field") == Field.TEXT)


def _entities(store: Store) -> Iterator[Row]:
    for entity in store.select(Entity):
        row = dump(entity)
        row["offices"] = [
            {
                "office": o.office,
                "of": o.of,
                "from": o.start,
                "to": o.end,
                "evidence": list(o.evidence),
                "status": o.status,
                "seen_from": o.seen_from,
                "seen_to": o.seen_to,
                "ended_by": o.ended_by,
                "doubted_end": o.doubted_end,
            }
            for o in entity.offices
        ]
        yield row


def _statements(store: Store) -> Iterator[Row]:
    for ids in article_portions(store):
        articles = read_articles(store, ids)
        mentions, links = records_by_article(store, Mention, ids), records_by_article(store, Link, ids)
        for article_id, records in records_by_article(store, Statement, ids).items():
            finder = EntityFinder(mentions[article_id], links[article_id])
            for statement in sorted(records, key=lambda record: (record.content, record.cue)):
                article = articles[article_id]
                yield statement_row(timed(statement, article), article.text, finder)


def statement_row(statement: Statement, text: str, finder: EntityFinder) -> Row:
    """Return a statement by the public contract; `finder` knows its article's entities."""
    speaker, addressee, occasion = statement.speaker, statement.addressee, statement.occasion
    said_by = finder.find(speaker, statement.speaker_text)
    return {
        "id": statement.id, "article_id": statement.article_id,
        "start": statement.span.start, "end": statement.span.end,
        "content_start": statement.content.start, "content_end": statement.content.end,
        "content": statement.content_text,
        "content_rest": [_located(span, text) for span in statement.content_rest],
        "cue": statement.cue_text, "cue_start": statement.cue.start, "cue_end": statement.cue.end,
        "speaker": statement.speaker_text, "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None, "speaker_entity_id": said_by,
        "implicit": statement.implicit,
        "via": [_located(span, text) | {"entity_id": finder.find(span, span.of(text))} for span in statement.via],
        "addressee": written_name(text, addressee) if addressee else None,
        "addressee_entity_id": finder.find(addressee, addressee.of(text) if addressee else ""),
        "occasion": occasion.of(text) if occasion else None,
        "occasion_start": occasion.start if occasion else None, "occasion_end": occasion.end if occasion else None,
        "occasion_kind": statement.occasion_kind,
        "mode": statement.mode.value, "distance": [_located(span, text) for span in statement.distance],
        "time": statement.time, "time_from": statement.time_from.value,
        "time_start": statement.time_span.start if statement.time_span else None,
        "time_end": statement.time_span.end if statement.time_span else None,
        "force": statement.force, "score": statement.score, "found_by": statement.found_by,
    }  # fmt: skip


def _located(span: Span, text: str) -> Row:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _events(store: Store) -> Iterator[Row]:
    story_of = {article: story.id for story in store.select(Story) for article in story.article_ids}
    for ids in article_portions(store):
        articles = read_articles(store, ids)
        for article_id, records in records_by_article(store, Event, ids).items():
            text = articles[article_id].text
            for found in sorted(records, key=lambda record: record.span):
                event = timed_event(found, articles[article_id])
                yield {
                    "id": event.id, "article_id": article_id, "story_id": story_of.get(article_id, ""),
                    "type": event.type, "mode": event.mode.value,
                    "actors": [span.of(text) for span in event.actors],
                    "targets": [span.of(text) for span in event.targets],
                    "place": event.place.of(text) if event.place else "", "time": event.time,
                    "time_from": event.time_from.value,
                    "start": event.span.start, "end": event.span.end, "score": event.score,
                }  # fmt: skip


def _passages(store: Store) -> Iterator[Row]:
    for row in _plain(Passage)(store):
        other = row.pop("other_span")
        yield row | {"other_start": other["start"], "other_end": other["end"]}


def _stories(store: Store) -> Iterator[Row]:
    return (story_row(story) for story in store.select(Story))


def story_row(story: Story) -> Row:
    """Return a story by the public contract: its days are called from and to."""
    row: Row = dump(story)
    return {key: row.pop(old) for key, old in (("from", "start"), ("to", "end"))} | row


_ARTICLE_FIELDS = (
    "id page_id source position:int outlet title standfirst authors:texts dateline credits:texts published "
    "published_from published_source published_flag published_other published_other_from language text removed:removed"
)
_DATING_FIELDS = "article_id earliest latest days:texts published_from evidence:datings"
_STATEMENT_FIELDS = (
    "id article_id start:int end:int content_start:int content_end:int content cue cue_start:int cue_end:int speaker "
    "speaker_start:int speaker_end:int speaker_entity_id implicit:bool via:via addressee addressee_entity_id mode "
    "distance:spans force score:real found_by occasion occasion_start:int occasion_end:int occasion_kind "
    "time time_from time_start:int time_end:int content_rest:spans"
)
_PASSAGE_FIELDS = (
    "id article_id start:int end:int other_article_id other_start:int other_end:int direction kind score:real"
)
_EVENT_FIELDS = (
    "id article_id story_id type mode actors:texts targets:texts place time start:int end:int score:real time_from"
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("articles", _fields(_ARTICLE_FIELDS), _articles),
        Table("datings", _fields(_DATING_FIELDS), _datings),
        Table(
            "mentions",
            _fields("id article_id field start:int end:int text kind entity_id score:real holder_id"),
            _mentions,
        ),
        Table(
            "entities",
            _fields("id kind name names:texts name_en wikidata offices:offices country location:reals"),
            _entities,
        ),
        Table(
            "times",
            _fields("id article_id start:int end:int text type value anchor modifier flag granularity other_value"),
            _times,
        ),
        Table("quantities", _fields("id article_id start:int end:int text value:real unit modifier"), _quantities),
        Table("statements", _fields(_STATEMENT_FIELDS), _statements),
        Table("events", _fields(_EVENT_FIELDS), _events),
        Table("passages", _fields(_PASSAGE_FIELDS), _passages),
        Table("origins", _fields("article_id origin kind evidence:evidence score:real"), _plain(Origin)),
        Table(
            "stories",
            _fields("id title article_ids:texts from to place storyline_id independent_origins:int"),
            _stories,
        ),
        Table("storylines", _fields("id title story_ids:texts"), _plain(Storyline)),
        Table("alignments", _fields("story_id statement_id other_statement_id label score:real"), _plain(Alignment)),
        Table("claims", _fields("id story_id text speaker_entity_id accounts:accounts not_found:texts"), _plain(Claim)),
        Table("rejections", _fields("item stage reason detail"), _plain(Rejection)),
    )
}
