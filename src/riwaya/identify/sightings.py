"""What the articles say of one person in each office: called so, called so once, still to come, begun and ended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from riwaya.identify.records import Chain, SeenChange, SeenRole
from riwaya.knowledge.dates import read_days
from riwaya.knowledge.roles import is_office
from riwaya.knowledge.statuses import Status
from riwaya.model.interval import read_interval

ANOTHER_TERM = timedelta(days=366)  # whoever is called so that long after an end has the office anew
_WIDEST = timedelta(days=31)
_CANDIDATES = ("مرشح", "مرشحه")  # for what, the article does not say
_IN_OFFICE = frozenset((Status.HELD.value, Status.ACTING.value, Status.OUTGOING.value))
# What one article says of an office outweighs its bare title there: «الرئيس المنتهية ولايته فلان ... الرئيس فلان».
_HELD, _EARLIER = Status.HELD.value, Status.EARLIER.value
_TELLING = (Status.OUTGOING.value, Status.ACTING.value, Status.DESIGNATE.value)

Key = tuple[str, str]
Sighting = tuple[SeenRole, date | None]


@dataclass(slots=True)
class Seen:
    """What the articles say of one person in one office."""

    held: list[Sighting] = field(default_factory=list)
    past: list[Sighting] = field(default_factory=list)
    coming: list[Sighting] = field(default_factory=list)
    changes: list[SeenChange] = field(default_factory=list)

    def weight(self) -> int:
        """Return how often the person is called so."""
        return len(self.held) + len(self.past) + len(self.coming)

    def title(self) -> str:
        """Return the most used title."""
        told = (*self.held, *self.past, *self.coming)
        return ranked(Counter(role.office for role, _ in told) or Counter(each.office for each in self.changes))[0]

    def called(self, title: str) -> Seen:
        """Return the same under another title."""
        held, past, coming = (
            [(replace(role, office=title), day) for role, day in side] for side in (self.held, self.past, self.coming)
        )
        return Seen(held, past, coming, [replace(change, office=title) for change in self.changes])

    def take(self, other: Seen) -> None:
        """Take in what was said of the same office in other words."""
        self.held.extend(other.held)
        self.past.extend(other.past)
        self.coming.extend(other.coming)
        self.changes.extend(other.changes)

    def one_by_one(self) -> Iterator[Seen]:
        """Yield what is said of the way to an office apart from what is said of the office itself.

        Whoever was called to it and has it since stands in both; that somebody in office runs for it again is no news.
        """
        first = min(days_of(self.held), default=None)
        there = bool(self.held or self.past or any(change.edge != "called" for change in self.changes))
        coming = [
            (role, day)
            for role, day in self.coming
            if not there or role.status == Status.DESIGNATE or (first is not None and day is not None and day < first)
        ]
        if coming:
            yield Seen(coming=coming, changes=[change for change in self.changes if change.edge == "called"])
        if there:
            yield Seen(self.held, self.past, [], [change for change in self.changes if change.edge != "called"])


def ranked(forms: Counter[str]) -> list[str]:
    """Return forms, the most frequent first."""
    return sorted(forms, key=lambda form: (-forms[form], form))


def days_of(roles: Sequence[Sighting]) -> list[date]:
    """Return the days of sightings in order."""
    return sorted(day for _, day in roles if day is not None)


def seen_day(chain: Chain) -> date | None:
    """Return the day of a chain's article, None where it is known to less than a month."""
    return _day_of(chain.published)


@lru_cache(maxsize=1 << 13)
def _day_of(published: str) -> date | None:
    interval = read_interval(published)
    if interval is None or interval.last_day - interval.first_day > _WIDEST:
        return None
    return interval.first_day


def collect(chains: Sequence[Chain]) -> dict[Key, Seen]:
    """Return what the articles say of a person, by the office's key and nation."""
    seen: dict[Key, Seen] = defaultdict(Seen)
    long_ago: list[SeenChange] = []
    for chain in chains:
        if not (chain.roles or chain.past or chain.changes):
            continue
        day = seen_day(chain)
        over = {(role.key, role.nation) for role in chain.past}
        for role in chain.roles:
            if role.status == _EARLIER or not is_office(role.key):
                continue
            if role.status == Status.HELD and any(key == role.key and of in ("", role.nation) for key, of in over):
                continue  # «الرئيس السابق فلان ... الرئيس فلان»
            status = _status_in(chain, role)
            known = role if role.status == status else replace(role, status=status)
            if status in _IN_OFFICE:
                ended = bool(chain.changes) and _is_over(chain, role, day)
                seen[(role.key, role.nation)].held.append((known, None if ended else day))
            elif role.key not in _CANDIDATES:
                seen[(role.key, role.nation)].coming.append((known, day))
        for role in chain.past:
            seen[(role.key, role.nation)].past.append((role, day))
        earlier = {role.mention_id for role in chain.roles if role.status == _EARLIER} if chain.changes else set()
        for change in chain.changes:
            if change.mention_id in earlier:
                long_ago.append(change)
                continue
            each = seen[(change.key, change.nation)]
            each.changes.append(change)
            if change.edge == "called":
                called = SeenRole(change.office, change.of, change.key, change.nation, change.mention_id)
                each.coming.append((replace(called, status=Status.DESIGNATE.value), day))
    for change in long_ago:
        # That somebody began long ago says nothing of today, and something of an office that he is said to have.
        if (change.key, change.nation) in seen:
            seen[(change.key, change.nation)].changes.append(change)
    _fill_nations(seen)
    return seen


def _status_in(chain: Chain, role: SeenRole) -> str:
    """Return how an article says an office is held, where it calls its holder by the bare title too."""
    status = role.status
    if status != _HELD or len(chain.roles) == 1 or {other.status for other in chain.roles} == {_HELD}:
        return status
    told = {other.status for other in chain.roles if _is_same(other, role)}
    began = any(change.edge == "start" and _is_same(change, role) for change in chain.changes)
    return next((one for one in _TELLING if one in told and not (one == Status.DESIGNATE and began)), status)


def _is_over(chain: Chain, role: SeenRole, day: date | None) -> bool:
    """Return whether an article tells that the office ended before its own day: its title is of the time before."""
    ends = [read_days(change.day) for change in chain.changes if change.edge == "end" and _is_same(change, role)]
    return day is not None and any(days is not None and days.last < day <= days.last + ANOTHER_TERM for days in ends)


def _is_same(one: SeenRole | SeenChange, role: SeenRole) -> bool:
    """Return whether an article means one office: whose it is it may say only once."""
    return one.key == role.key and (one.nation == role.nation or not (one.nation and role.nation))


def _fill_nations(seen: dict[Key, Seen]) -> None:
    """Count «الرئيس» with «الرئيس الفرنسي» where the person holds that office of one nation only."""
    for key, nation in sorted(seen):
        nations = [other for office, other in seen if office == key and other]
        if not nation and len(nations) == 1:
            seen[(key, nations[0])].take(seen.pop((key, "")))
