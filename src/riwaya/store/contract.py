"""What every store offers: atomic change sets in, records out. Backends know tables; nobody else does.

Besides the public records a store keeps what group stages need to run again on a part of the data: evidence under
keys, fingerprints, links between articles, and the list of pending work. All of it goes through the same change
sets, so that a run that is killed leaves either a page with all its records and pending work, or no trace of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from riwaya.model import (
    Alignment,
    Article,
    Claim,
    Dating,
    Entity,
    Event,
    Link,
    Mention,
    Origin,
    Page,
    Passage,
    Quantity,
    Rejection,
    Stage,
    Statement,
    Story,
    Storyline,
    Time,
)
from riwaya.model.judgements import Judgement
from riwaya.model.knowledge import KnowledgeRow

RecordType = TypeVar("RecordType")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a group stage needs of an article, as JSON text, under the key it groups by."""

    stage: Stage
    key: str
    article_id: str
    item: str  # tells several of one article under one key apart
    data: str


@dataclass(frozen=True, slots=True)
class Naming:
    """How often an article names what a block stands for by one form; the block's entity is named by their sums."""

    block: str
    kind: str
    form: str
    article_id: str
    count: int


@dataclass(frozen=True, slots=True)
class NameKey:
    """A full name of a person in an article: by the letters in `key` it is found from another block."""

    key: str
    block: str
    name: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One signature of an article's text (63-bit)."""

    value: int
    article_id: str


@dataclass(frozen=True, slots=True)
class LookupKey:
    """What an article can be found by when days do not tell; `undated` is 1 for an article without a date."""

    undated: int
    key: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles, ids in ascending order, with the probabilities that they tell one story, one storyline.

    `bond` is 1 where the tie is strong enough to connect a component.
    """

    article_id: str
    other_article_id: str
    story: float
    storyline: float
    bond: int


@dataclass(frozen=True, slots=True)
class Membership:
    """An article's story."""

    article_id: str
    story_id: str


@dataclass(frozen=True, slots=True)
class BlockEntity:
    """An entity that was resolved from a name block, to be replaced when the block runs again."""

    block: str
    entity_id: str


@dataclass(frozen=True, slots=True)
class Roster:
    """The persons of a name block as they were found last, as JSON text, so that only what differs is done again.

    A block without one is resolved as if for the first time; whoever changes a chain that was resolved takes it away.
    """

    block: str
    data: str


@dataclass(frozen=True, slots=True)
class MovedLink:
    """A mention of a body, place or other thing that a judgement took from its block's entity, with that block."""

    mention_id: str
    article_id: str
    block: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A key on which a stage still has to run."""

    stage: Stage
    key: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One named value of the store, such as the version of a stage that made its records."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SearchText:
    """An article's search forms, separated by spaces, for the full-text index."""

    article_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A record type's table: its name, its key and the column lists that are looked up."""

    record_type: type
    name: str
    key: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()


TABLES: tuple[TableSpec, ...] = (
    TableSpec(Page, "pages", ("id",)),
    TableSpec(Article, "articles", ("id",), (("page_id",), ("published",))),
    TableSpec(Rejection, "rejections", ("item", "stage", "reason", "detail")),
    TableSpec(Mention, "mentions", ("id",), (("article_id",),)),
    TableSpec(Time, "times", ("id",), (("article_id",),)),
    TableSpec(Quantity, "quantities", ("id",), (("article_id",),)),
    TableSpec(Statement, "statements", ("id",), (("article_id",),)),
    TableSpec(Event, "events", ("id",), (("article_id",),)),
    TableSpec(Link, "links", ("mention_id",), (("entity_id",), ("article_id",))),
    TableSpec(Entity, "entities", ("id",), (("name",),)),
    TableSpec(Passage, "passages", ("id",), (("article_id",), ("other_article_id",))),
    TableSpec(Origin, "origins", ("article_id",)),
    TableSpec(Story, "stories", ("id",), (("storyline_id",),)),
    TableSpec(Storyline, "storylines", ("id",)),
    TableSpec(Alignment, "alignments", ("story_id", "statement_id", "other_statement_id")),
    TableSpec(Claim, "claims", ("id",), (("story_id",),)),
    TableSpec(Dating, "datings", ("article_id",)),
    TableSpec(Evidence, "evidence", ("stage", "key", "article_id", "item"), (("article_id",),)),
    # In the order of its sums, so that they are made while reading.
    TableSpec(Naming, "namings", ("block", "kind", "form", "article_id"), (("article_id",),)),
    TableSpec(Fingerprint, "fingerprints", ("value", "article_id"), (("article_id",),)),
    TableSpec(LookupKey, "lookup_keys", ("undated", "key", "article_id"), (("article_id",),)),
    TableSpec(Tie, "ties", ("article_id", "other_article_id"), (("article_id", "bond"), ("other_article_id", "bond"))),
    TableSpec(Membership, "memberships", ("article_id",), (("story_id",),)),
    TableSpec(BlockEntity, "block_entities", ("block", "entity_id"), (("entity_id",),)),
    TableSpec(Roster, "rosters", ("block",)),
    TableSpec(MovedLink, "moved_links", ("mention_id",), (("article_id",), ("block",))),
    TableSpec(NameKey, "name_keys", ("key", "block", "name", "article_id"), (("block",), ("article_id",))),
    TableSpec(Judgement, "judgements", ("id",)),
    TableSpec(KnowledgeRow, "knowledge", ("id", "block"), (("block",),)),
    TableSpec(Pending, "pending", ("stage", "key")),
    TableSpec(Setting, "settings", ("name",)),
)


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows of a record type whose columns hold one of the given rows of values."""

    record_type: type
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(slots=True)
class Changes:
    """One atomic change: removals are applied first, then records replace those with the same key."""

    removals: list[Removal] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)

    def remove(self, record_type: type, column: str, values: Sequence[Any]) -> None:
        """Remove the rows of `record_type` whose `column` holds one of `values`."""
        if values:
            self.removals.append(Removal(record_type, (column,), tuple((value,) for value in values)))

    def run_again(self, stage: Stage, items: Sequence[str]) -> None:
        """Take away the rejections that a stage made of items which it will see again."""
        if items:
            self.removals.append(Removal(Rejection, ("item", "stage"), tuple((item, stage.value) for item in items)))

    def done(self, stage: Stage, keys: Sequence[str]) -> None:
        """Take keys off the pending work of a stage."""
        if keys:
            self.removals.append(Removal(Pending, ("stage", "key"), tuple((stage.value, key) for key in keys)))


class Store(Protocol):
    """A store of records."""

    def apply(self, changes: Changes) -> None:
        """Make the whole change or none of it."""

    def select(self, record_type: type[RecordType], **filters: Any) -> Iterator[RecordType]:
        """Yield the records whose columns equal the filters (a list or set: any of its values), by key."""

    def values(self, record_type: type, column: str, **filters: Any) -> Iterator[Any]:
        """Yield one column of the records that `select` would yield."""

    def rows(self, record_type: type, *columns: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield the records that `select` would yield as rows (`to_row`): much faster where there are very many.

        With `columns`, rows of those alone.
        """

    def packed(self, record_type: type, *columns: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield what `rows` would yield of these columns, the last one's text as UTF-8 bytes."""

    def distinct(self, record_type: type, *columns: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield what `rows` would yield of these columns, each row once, in no order."""

    def count(self, record_type: type, **filters: Any) -> int:
        """Return how many records `select` would yield."""

    def totals(self, record_type: type, columns: Sequence[str], of: str, **filters: Any) -> Iterator[tuple[Any, ...]]:
        """Yield for each combination of `columns` among what `select` would yield: them, and the sum of column `of`."""

    def search(self, match: Sequence[Sequence[str]], limit: int) -> list[str]:
        """Return ids of articles that hold every phrase (a list of search forms), best first."""

    def close(self) -> None:
        """Release the store; what was applied stays."""
