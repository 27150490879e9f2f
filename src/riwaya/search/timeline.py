"""What happened and was said when: a story's accounts, statements and events, or a person's, in order of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from riwaya.model import Article, Claim, Entity, Event, Link, Span, Statement, Story, TimeFrom
from riwaya.model.interval import Interval, read_interval, touches
from riwaya.search.excerpts import excerpt_of
from riwaya.search.reading import Account, read_accounts
from riwaya.search.story_view import view_story
from riwaya.search.sureness import DEFAULT_SCORE, is_sure
from riwaya.store.contract import Membership, Store

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(.*))?")
_PORTION = 200
_NEVER = Interval(datetime.max.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


class EntryKind(StrEnum):
    """What stands at a place of a timeline."""

    ACCOUNT = "account"
    EVENT = "event"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing at one time, in the words of one article.

    Attributes:
        when: as in `Time.value`, or an interval A/B, or ""; whole days where it has no clock.
        time_from: how that is known: of an account as its publication is, of others as in `TimeFrom`.
        excerpt: where in the article's text it stands; of an account its headline serves, or its first line.
        marked: what is said, or the event; None for an account.
        accounts: how many articles report the same thing said.
    """

    kind: EntryKind
    when: str
    time_from: str
    article: Article
    excerpt: tuple[Span, ...]
    marked: Span | None
    statement: Statement | None
    event: Event | None
    accounts: int

    @property
    def is_publication(self) -> bool:
        """Return whether `when` is the article's publication date."""
        return self.kind is EntryKind.ACCOUNT or self.time_from == TimeFrom.PUBLISHED


def read_when(value: str) -> Interval | None:
    """Return the stretch that a TIMEX3 value, an ISO instant or an interval A/B covers, None where it has no date."""
    known = read_interval(value)
    match = _VALUE.fullmatch(value)
    if known is not None or match is None:
        return known
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        start = datetime(year, month, day, tzinfo=UTC)
        if match[3]:
            end = start + timedelta(days=1)
        else:
            following = date(year + month // 12, month % 12 + 1, 1) if match[2] else date(year + 1, 1, 1)
            end = datetime(following.year, following.month, 1, tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return Interval(start, end - timedelta(seconds=1))


def story_timeline(store: Store, story: Story, *, least: float = DEFAULT_SCORE) -> list[TimelineEntry]:
    """Return a story's accounts, what was said by its claims (`least` as for `view_story`), and the events told."""
    view = view_story(store, story, least=least)
    articles = {account.article.id: account.article for account in view.accounts}
    entries = [_account_entry(account) for account in view.accounts]
    for row in view.claims:
        if row.shown is not None:
            told = sum(cell.relation is not None for cell in row.cells)
            entries.append(_statement_entry(articles[row.shown.article_id], row.shown, told))
    events = (_event_entry(account, event) for account in view.accounts for event in account.events)
    return in_order([*entries, *_told_once(events)])


def person_timeline(store: Store, entity: Entity) -> list[TimelineEntry]:
    """Return what a person (or body) said and what is reported done by or to them."""
    article_ids = sorted(set(store.values(Link, "article_id", entity_id=entity.id)))
    entries: list[TimelineEntry] = []
    for start in range(0, len(article_ids), _PORTION):
        for account in read_accounts(store, article_ids[start : start + _PORTION]):
            entries.extend(_of_person(account, entity))
    statements = [entry for entry in entries if entry.kind is EntryKind.STATEMENT]
    events = [entry for entry in entries if entry.kind is EntryKind.EVENT]
    return in_order([*_claimed_once(store, statements), *_told_once(events)])


def _of_person(account: Account, entity: Entity) -> Iterator[TimelineEntry]:
    finder = account.entities()
    for statement in account.statements:
        if finder.find(statement.speaker, statement.speaker_text) == entity.id:
            yield _statement_entry(account.article, statement, 1)
    for event in account.events:
        if any(
            finder.find(span, span.of(account.article.text)) == entity.id for span in (*event.actors, *event.targets)
        ):
            yield _event_entry(account, event)


def in_order(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """Return entries by time, those of no known day last; a stretch of days stands behind what is of its first day."""
    return sorted(entries, key=_order)


def _order(entry: TimelineEntry) -> tuple[date, date, Interval, str, str, Span]:
    interval = read_when(entry.when) or _NEVER
    place = entry.marked or Span(0, 1)
    return interval.first_day, interval.last_day, interval, entry.kind.value, entry.article.id, place


def within(entries: Iterable[TimelineEntry], after: str, before: str) -> list[TimelineEntry]:
    """Return the entries that touch the days asked for; «» asks for nothing."""
    if not (after or before):
        return list(entries)
    return [
        entry
        for entry in entries
        if (interval := read_when(entry.when)) is not None and touches(interval, after, before)
    ]


def part_entries(entries: Iterable[TimelineEntry], least: float) -> tuple[list[TimelineEntry], list[TimelineEntry]]:
    """Return the entries that are shown, and the statements that are less sure, each in the order given."""
    sure: list[TimelineEntry] = []
    less: list[TimelineEntry] = []
    for entry in entries:
        (sure if entry.statement is None or is_sure(entry.statement, least) else less).append(entry)
    return sure, less


def _account_entry(account: Account) -> TimelineEntry:
    article = account.article
    source = article.published_from.value
    return TimelineEntry(EntryKind.ACCOUNT, article.published, source, article, (), None, None, None, 1)


def _statement_entry(article: Article, statement: Statement, accounts: int) -> TimelineEntry:
    when = "" if statement.time.startswith("X") else statement.time
    excerpt = tuple(excerpt_of(article.text, statement))
    return TimelineEntry(
        EntryKind.STATEMENT, when, statement.time_from.value if when else "", article, excerpt, statement.content,
        statement, None, accounts,
    )  # fmt: skip


def _event_entry(account: Account, event: Event) -> TimelineEntry:
    when = "" if event.time.startswith("X") else event.time
    return TimelineEntry(
        EntryKind.EVENT, when, event.time_from.value if when else "", account.article, (event.span,), event.span, None,
        event, 1,
    )  # fmt: skip


def _told_once(events: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """Return events, those of one day, type and wording once, with the number of accounts that tell them."""
    told: dict[tuple[str, ...], list[TimelineEntry]] = {}
    for entry in events:
        if entry.event is None:
            continue
        text = entry.article.text
        actors = " ".join(span.of(text) for span in (*entry.event.actors, *entry.event.targets))
        told.setdefault((entry.when[:10], entry.event.type, entry.event.mode.value, actors), []).append(entry)
    return [_counted(group) for group in told.values()]


def _counted(group: Sequence[TimelineEntry]) -> TimelineEntry:
    first = group[0]
    return TimelineEntry(
        first.kind, first.when, first.time_from, first.article, first.excerpt, first.marked, first.statement,
        first.event, len({entry.article.id for entry in group}),
    )  # fmt: skip


def _claimed_once(store: Store, entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Return one entry for each claim, the one whose time is best known."""
    stories = set(store.values(Membership, "story_id", article_id={entry.article.id for entry in entries}))
    claim_of = {
        account.statement_id: claim.id
        for claim in store.select(Claim, story_id=sorted(stories))
        for account in claim.accounts
    }
    groups: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        if entry.statement is not None:
            groups.setdefault(claim_of.get(entry.statement.id, entry.statement.id), []).append(entry)
    return [_counted(sorted(group, key=lambda entry: (entry.time_from != "stated", _order(entry))))
            for group in groups.values()]  # fmt: skip
