"""Who held an office that is asked for when an article appeared: by the terms of the store, and by the article."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.knowledge.dates import read_days
from riwaya.knowledge.offices import title_offices
from riwaya.knowledge.roles import Role, is_office, read_role
from riwaya.knowledge.statuses import Status
from riwaya.model import Entity, Link, Mention, MentionKind, Office
from riwaya.model.interval import Interval, read_interval
from riwaya.store.contract import Store

_HELD = frozenset((Status.HELD, Status.ACTING, Status.OUTGOING))
_TABLES = ("table:", "kb:")


def read_office(text: str) -> Role | None:
    """Return the office that a question names, None where its words begin with none."""
    role = read_role(text)
    return role if is_office(role.key) else None


def is_titled_so(asked: Role, title: str) -> bool:
    """Return whether a title names the office asked for: of its nation, if the question has one, held or over as there.

    A title without a nation is no answer to a question with one: whose minister «الوزير» is, it does not say.
    """
    role = read_role(title)
    if asked.nation and role.nation != asked.nation:
        return False
    if (role.status in _HELD) != (asked.status in _HELD) or (asked.status not in _HELD and role.status != asked.status):
        return False
    return role.key == asked.key or (bool(asked.nation) and not _offices(role).isdisjoint(_offices(asked)))


def _offices(role: Role) -> frozenset[str]:
    return frozenset(title_offices(role.key, role.nation))


class Holders:
    """Tells who holds the office asked for in each article."""

    def __init__(self, store: Store, asked: Role) -> None:
        """Read every entity that ever held the office, and every mention of it."""
        self._asked = asked
        self._terms: dict[str, list[Office]] = {}
        for entity in store.select(Entity):
            if terms := [office for office in entity.offices if self._is_office(office)]:
                self._terms[entity.id] = terms
        self._called: dict[str, set[str]] = {}
        columns = ("article_id", "holder_id", "text")
        for article_id, holder, text in store.rows(Mention, *columns, kind=MentionKind.ROLE.value):
            if is_titled_so(asked, text):
                self._called.setdefault(article_id, set()).add(holder)

    def article_ids(self, store: Store) -> set[str]:
        """Return the articles that name the office or somebody who ever held it."""
        named = store.values(Link, "article_id", entity_id=sorted(self._terms)) if self._terms else ()
        return {*self._called, *named}

    def in_article(self, article_id: str, published: str, links: Iterable[Link]) -> set[str]:
        """Return the entities that hold the office in an article: it calls them so, or their term has its day."""
        called = self._called.get(article_id, set())
        interval = read_interval(published)
        return {
            link.entity_id
            for link in links
            if link.mention_id in called
            or (interval and any(self._covers(term, interval) for term in self._terms.get(link.entity_id, ())))
        }

    def _is_office(self, office: Office) -> bool:
        role = read_role(office.office)
        if not role.nation and office.of:
            role = read_role(f"{office.office} {office.of}")
        held = Role(role.office, role.of, role.key, role.nation, self._asked.status)
        if self._asked.nation and held.nation != self._asked.nation:
            return False
        return held.key == self._asked.key or not _offices(held).isdisjoint(_offices(self._asked))

    def _covers(self, office: Office, interval: Interval) -> bool:
        """Return whether an office was held, or over if that is asked, on the days of an article."""
        listed = any(name.startswith(_TABLES) for name in office.evidence)
        ended = read_days(office.end) if office.end else None
        if self._asked.status is Status.FORMER:
            return ended is not None and interval.first_day > ended.last
        if self._asked.status not in _HELD or (not listed and office.status not in _HELD):
            return False
        # What only articles know lasts as long as they say so.
        start = read_days(office.start or office.seen_from)
        end = ended if ended or listed else read_days(office.seen_to)
        if start is None or (end is None and not listed):
            return False
        return interval.last_day >= start.first and (end is None or interval.first_day <= end.last)
