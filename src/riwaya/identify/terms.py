"""The offices of a person over time: from the table of office-holders where it knows them, else from the articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from riwaya.identify.records import Chain, SeenChange, SeenRole
from riwaya.knowledge.bodies import known_nations
from riwaya.knowledge.dates import read_days
from riwaya.knowledge.names import nation_name, plain_name
from riwaya.knowledge.offices import Term, all_terms, is_titled, known_offices
from riwaya.knowledge.roles import Status, is_office, read_role
from riwaya.model import Office
from riwaya.model.interval import read_interval

_EVIDENCE = 50
_HELD = frozenset((Status.HELD, Status.ACTING, Status.OUTGOING))
# An article may still call somebody by an office a few days after the term ended.
_LATE = timedelta(days=7)
_WIDEST = timedelta(days=31)
_AHEAD = timedelta(days=366)
_CANDIDATES = ("مرشح", "مرشحه")  # for what, the article does not say

Key = tuple[str, str]


@dataclass(slots=True)
class _Seen:
    """What the articles say of one person in one office."""

    held: list[tuple[SeenRole, date | None]] = field(default_factory=list)
    past: list[tuple[SeenRole, date | None]] = field(default_factory=list)
    coming: list[tuple[SeenRole, date | None]] = field(default_factory=list)
    changes: list[SeenChange] = field(default_factory=list)

    def weight(self) -> int:
        return len(self.held) + len(self.past) + len(self.coming)

    def days(self) -> list[date]:
        return _days(self.held)

    def title(self) -> str:
        """Return the most used title."""
        told = (*self.held, *self.past, *self.coming)
        return _ranked(Counter(role.office for role, _ in told) or Counter(each.office for each in self.changes))[0]

    def called(self, title: str) -> _Seen:
        """Return the same under another title."""
        held, past, coming = (
            [(replace(role, office=title), day) for role, day in side] for side in (self.held, self.past, self.coming)
        )
        return _Seen(held, past, coming, [replace(change, office=title) for change in self.changes])

    def take(self, other: _Seen) -> None:
        self.held.extend(other.held)
        self.past.extend(other.past)
        self.coming.extend(other.coming)
        self.changes.extend(other.changes)


def offices_over_time(chains: Sequence[Chain], terms: Sequence[Term] = ()) -> tuple[Office, ...]:
    """Return the offices of the person of these chains: those of the table by date, then others, the most seen first.

    `terms` are the person's terms in the table, as `recognise` gives them.
    """
    seen = _collect(chains)
    known = list(terms)
    found: list[Office] = []
    _fill_from_table(seen, known)
    _fill_heads(seen, known)
    rest: dict[Key, _Seen] = {}
    for key in sorted(seen, key=lambda key: (-seen[key].weight(), key)):
        if not any(is_titled(term, *key) for term in known) and not _is_anothers(key, seen[key], known):
            rest[key] = seen[key]
    for term in sorted(known, key=lambda term: (term.start, term.office)):
        mine = [seen[key] for key in sorted(seen) if is_titled(term, *key)]
        found.append(_from_table(term, mine, [other for other in known if other.office == term.office]))
    found.extend(_to_come(seen, known))
    found.sort(key=lambda office: office.start or office.seen_from)
    found.extend(_learned(key, each) for key, each in rest.items())
    return tuple(found)


def _to_come(seen: Mapping[Key, _Seen], known: Sequence[Term]) -> Iterator[Office]:
    """Yield the offices of a known person to which articles say that they were called, chosen or put forward."""
    left = sorted(key for key in seen if seen[key].coming)
    for office in sorted({term.office for term in known}):
        terms = [term for term in known if term.office == office]
        keys = [key for key in left if any(is_titled(term, *key) for term in terms)]
        coming = [(role, day) for key in keys for role, day in seen[key].coming if role.nation or _is_near(day, terms)]
        left = [key for key in left if key not in keys]
        if coming:
            yield _learned(keys[0], _Seen(coming=coming))


def _is_near(day: date | None, terms: Sequence[Term]) -> bool:
    """Return whether a term begins within the year after a day: «الرئيس المنتخب» alone is said of many."""
    return day is not None and any(-_LATE <= term.start_days().last - day <= _AHEAD for term in terms)


def seen_day(chain: Chain) -> date | None:
    """Return the day of a chain's article, None where it is known to less than a month."""
    return _day_of(chain.published)


@lru_cache(maxsize=1 << 13)
def _day_of(published: str) -> date | None:
    interval = read_interval(published)
    if interval is None or interval.last_day - interval.first_day > _WIDEST:
        return None
    return interval.first_day


def _collect(chains: Sequence[Chain]) -> dict[Key, _Seen]:
    seen: dict[Key, _Seen] = defaultdict(_Seen)
    for chain in chains:
        day = seen_day(chain)
        for role in chain.roles:
            if is_office(role.key) and role.status in _HELD:
                seen[(role.key, role.nation)].held.append((role, day))
            elif is_office(role.key) and role.key not in _CANDIDATES:
                seen[(role.key, role.nation)].coming.append((role, day))
        for role in chain.past:
            seen[(role.key, role.nation)].past.append((role, day))
        for change in chain.changes:
            seen[(change.key, change.nation)].changes.append(change)
    _fill_nations(seen)
    return seen


def _fill_nations(seen: dict[Key, _Seen]) -> None:
    """Count «الرئيس» with «الرئيس الفرنسي» where the person holds that office of one nation only."""
    for key, nation in sorted(seen):
        nations = [other for office, other in seen if office == key and other]
        if not nation and len(nations) == 1:
            seen[(key, nations[0])].take(seen.pop((key, "")))


def _fill_from_table(seen: dict[Key, _Seen], known: Sequence[Term]) -> None:
    """Count titles of a known person without a nation for their own office; drop those of a nation that is not theirs.

    «الرئيس» beside the name of a known president is no other office, and «الرئيس» of another nation is a neighbour's.
    """
    nations = {term.office: office.of for term in known if (office := known_offices().get(term.office)) is not None}
    for key, nation in sorted(seen):
        own = sorted({of for of in nations.values() if any(is_titled(term, key, of) for term in known)})
        if not own or nation in own:
            continue
        left = seen.pop((key, nation))
        if not nation:
            seen.setdefault((key, own[0]), _Seen()).take(left)


def _fill_heads(seen: dict[Key, _Seen], known: Sequence[Term]) -> None:
    """Count «الوزير السابق» with the one ministry that the person is said to have had, or that the table gives."""
    for head in sorted(key for key, nation in seen if not nation and " " not in key):
        offices = [office for term in known if (office := known_offices().get(term.office)) is not None]
        titles = {(read_role(office.titles[0]).key, office.of): office.titles[0] for office in offices}
        told = {key: seen[key].title() for key in sorted(seen)}
        fuller = [
            {key: title for key, title in each.items() if key[0].startswith(f"{head} ")} for each in (told, titles)
        ]
        chosen = fuller[0] or fuller[1]
        named = {tuple(term.office for term in known if is_titled(term, *key)) or key for key in chosen}
        if len(named) == 1:
            key, title = next(iter(chosen.items()))
            seen.setdefault(key, _Seen()).take(seen.pop((head, "")).called(title))


def _is_anothers(key: Key, seen: _Seen, known: Sequence[Term]) -> bool:
    """Return whether an office is not a known person's: another state's, or one that somebody else held on those days.

    «التقى الرئيس عباس السفير الأميركي» is easily misread; an office that nobody held harms more than one missing.
    """
    homes = {office.of for term in known if (office := known_offices().get(term.office)) is not None}
    homes = {of for of in homes if _is_state(of)}
    title, nation = key
    if not homes or (_is_state(nation) and nation not in homes):
        return bool(homes)
    days = seen.days()
    names = {term.person for term in known}
    held = [term for of in ({nation} if nation else homes) for term in _titled(title, of) if term.person not in names]
    return bool(days) and any(all(term.covers(day) is True for day in days) for term in held)


def _is_state(nation: str) -> bool:
    known = known_nations().get(nation)
    return known is not None and bool(known.iso)


@lru_cache(maxsize=1 << 12)
def _titled(office: str, of: str) -> tuple[Term, ...]:
    """Return the terms of the table that a title of a nation names."""
    return tuple(term for term in all_terms() if is_titled(term, office, of))


def _ranked(forms: Counter[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-forms[form], form))


def _from_table(term: Term, seen: Sequence[_Seen], siblings: Sequence[Term]) -> Office:
    """Return a term of the table with the mentions that fit it, of several terms by their articles' days."""
    held = [pair for each in seen for pair in each.held]
    mine = [(role, day) for role, day in held if _fits(term, day, alone=len(siblings) == 1)]
    past = [role for each in seen for role, day in each.past if _is_over(term, day, alone=len(siblings) == 1)]
    office = known_offices().get(term.office)
    titles = Counter(plain_name(role.office) for role, _ in mine) or Counter(plain_name(role.office) for role in past)
    title = office.titles[0] if office else term.title
    if titles and (office is None or nation_name(office.of)):
        title = _ranked(titles)[0]
    days = sorted(day for _, day in mine if day is not None)
    evidence = sorted({role.mention_id for role in (*(role for role, _ in mine), *past)})[:_EVIDENCE]
    return Office(
        title,
        nation_name(office.of) if office else term.of,
        term.start,
        term.end,
        (*evidence, f"{'kb' if term.own else 'table'}:{term.office}:{term.start}"),
        term.status or "held",
        days[0].isoformat() if days else "",
        days[-1].isoformat() if days else "",
    )


def _fits(term: Term, day: date | None, *, alone: bool) -> bool:
    return alone if day is None else term.covers(day) is not False


def _is_over(term: Term, day: date | None, *, alone: bool) -> bool:
    end = term.end_days()
    return alone if day is None or end is None else end.first <= day


def _learned(key: Key, seen: _Seen) -> Office:
    """Return an office that the articles alone know."""
    told = [role for role, _ in (*seen.held, *seen.past)] or [role for role, _ in seen.coming]
    roles: list[SeenRole | SeenChange] = [*told] or [*seen.changes]
    office = _ranked(Counter(plain_name(role.office) for role in roles))[0]
    of = nation_name(key[1]) or _ranked(Counter(role.of for role in roles if role.of) or Counter([""]))[0]
    status = _status(seen)
    days = seen.days() if seen.held else _days(seen.coming)
    start, end = _edges(seen)
    ids = {role.mention_id for role in (*roles, *seen.changes)}
    first, last = (days[0].isoformat(), days[-1].isoformat()) if days else ("", "")
    over = _days(seen.past)
    by = over[0].isoformat() if over and status == Status.FORMER and not end else ""
    return Office(office, of, start, end, tuple(sorted(ids)[:_EVIDENCE]), status, first, last, by)


def _status(seen: _Seen) -> str:
    """Return how the person stands to an office after the last article; former and current titles may be days apart."""
    held, over = seen.days(), _days(seen.past)
    if seen.past and (not seen.held or (held and over and over[0] > held[-1])):
        return Status.FORMER.value
    if seen.held or seen.changes:
        acting = bool(seen.held) and all(role.status == Status.ACTING for role, _ in seen.held)
        return Status.ACTING.value if acting else Status.HELD.value
    return max(seen.coming, key=lambda pair: (pair[1] or date.min, pair[0].status))[0].status


def _edges(seen: _Seen) -> tuple[str, str]:
    """Return the beginning and the end that articles tell.

    What the articles call the person later, or called before, outweighs one sentence on a beginning or an end.
    """
    telling = {change.mention_id for change in seen.changes}  # the very words that the date is of
    days = _days([pair for pair in seen.held if pair[0].mention_id not in telling])
    start, end = _edge(seen, "start"), _edge(seen, "end")
    if start and days and days[0] < _first(start):
        start = ""
    if end and days and days[-1] > _last(end) + _LATE:
        end = ""
    return ("", "") if start and end and _last(end) < _first(start) else (start, end)


def _days(roles: Sequence[tuple[SeenRole, date | None]]) -> list[date]:
    return sorted(day for _, day in roles if day is not None)


def _edge(seen: _Seen, edge: str) -> str:
    """Return the day that most articles give for an edge, "" where they give none or differ."""
    days = Counter(change.day for change in seen.changes if change.edge == edge)
    ranked = _ranked(days)
    if not ranked or (len(ranked) > 1 and days[ranked[0]] == days[ranked[1]]):
        return ""
    return ranked[0]


def _first(day: str) -> date:
    days = read_days(day)
    return days.first if days else date.min


def _last(day: str) -> date:
    days = read_days(day)
    return days.last if days else date.max
