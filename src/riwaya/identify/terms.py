"""The offices of a person over time: from the table of office-holders where it knows them, else from the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from riwaya.identify.person_names import split_name
from riwaya.identify.records import Chain, SeenChange, SeenRole
from riwaya.identify.sightings import ANOTHER_TERM, Key, Seen, Sighting, collect, days_of, ranked
from riwaya.knowledge.bodies import known_nations
from riwaya.knowledge.dates import read_days
from riwaya.knowledge.names import find_nation, nation_name, plain_name
from riwaya.knowledge.offices import Term, all_terms, is_titled, known_offices
from riwaya.knowledge.role_nations import is_of_state
from riwaya.knowledge.roles import read_role
from riwaya.knowledge.statuses import Status
from riwaya.model import Office

_EVIDENCE = 50
# An article may still call somebody by an office a few days after the term ended.
_LATE = timedelta(days=7)
_LEAVING = timedelta(days=31)  # that long after «المنتهية ولايته» the bare title says nothing of another term
_AHEAD = timedelta(days=366)


def offices_over_time(chains: Sequence[Chain], terms: Sequence[Term] = ()) -> tuple[Office, ...]:
    """Return the offices of the person of these chains: those of the table by date, then others, the most seen first.

    `terms` are the person's terms in the table, as `recognise` gives them.
    """
    seen = collect(chains)
    known = list(terms)
    found: list[Office] = []
    _fill_from_table(seen, known)
    _fill_heads(seen, known)
    rest: dict[Key, Seen] = {}
    alone = all(len(split_name(surface.form)) == 1 for chain in chains for surface in chain.surfaces)
    for key in sorted(seen, key=lambda key: (-seen[key].weight(), key)):
        if not any(is_titled(term, *key) for term in known) and not _is_anothers(key, seen[key], known, alone=alone):
            rest[key] = seen[key]
    for term in sorted(known, key=lambda term: (term.start, term.office)):
        mine = [seen[key] for key in sorted(seen) if is_titled(term, *key)]
        found.append(_from_table(term, mine, [other for other in known if other.office == term.office]))
    found.extend(_to_come(seen, known))
    found.sort(key=lambda office: office.start or office.seen_from)
    found.extend(office for key, each in rest.items() for office in _learned(key, each))
    return tuple(found)


def _to_come(seen: Mapping[Key, Seen], known: Sequence[Term]) -> Iterator[Office]:
    """Yield the offices of a known person to which articles say that they were called, chosen or put forward."""
    left = sorted(key for key in seen if seen[key].coming)
    for office in sorted({term.office for term in known}):
        terms = [term for term in known if term.office == office]
        keys = [key for key in left if any(is_titled(term, *key) for term in terms)]
        coming = [(role, day) for key in keys for role, day in seen[key].coming if role.nation or _is_near(day, terms)]
        left = [key for key in left if key not in keys]
        if coming:
            calls = [change for key in keys for change in seen[key].changes if change.edge == "called"]
            part = Seen(coming=coming, changes=calls)
            yield replace(_as_told(keys[0], part), start=_edge(part, "called"))


def _is_near(day: date | None, terms: Sequence[Term]) -> bool:
    """Return whether a term begins within the year after a day: «الرئيس المنتخب» alone is said of many."""
    return day is not None and any(-_LATE <= term.start_days().last - day <= _AHEAD for term in terms)


def _fill_from_table(seen: dict[Key, Seen], known: Sequence[Term]) -> None:
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
            seen.setdefault((key, own[0]), Seen()).take(left)


def _fill_heads(seen: dict[Key, Seen], known: Sequence[Term]) -> None:
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
            seen.setdefault(key, Seen()).take(seen.pop((head, "")).called(title))


def _is_anothers(key: Key, seen: Seen, known: Sequence[Term], *, alone: bool) -> bool:
    """Return whether an office is not a known person's: another state's, or one that somebody else held on those days.

    «التقى الرئيس عباس السفير الأميركي» is easily misread; an office that nobody held harms more than one missing. Who
    bears a surname alone is no more than that, as «أوباما، الرئيس الرابع والأربعين» is; a full name may be misspelt.
    """
    homes = {office.of for term in known if (office := known_offices().get(term.office)) is not None}
    homes = {of for of in homes if _is_state(of)}
    title, nation = key
    if homes and _is_state(nation) and nation not in homes:
        return True
    if not homes and not (alone and _is_state(nation)):
        return False
    days = days_of(seen.held)
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


def _from_table(term: Term, seen: Sequence[Seen], siblings: Sequence[Term]) -> Office:
    """Return a term of the table with the mentions that fit it, of several terms by their articles' days."""
    held = [pair for each in seen for pair in each.held]
    fits = {day: _fits(term, day, alone=len(siblings) == 1) for day in {day for _, day in held}}
    mine = [(role, day) for role, day in held if fits[day]]
    past = [role for each in seen for role, day in each.past if _is_over(term, day, alone=len(siblings) == 1)]
    office = known_offices().get(term.office)
    titles = _titles(role for role, _ in mine) or _titles(past)
    title = office.titles[0] if office else term.title
    if titles and (office is None or nation_name(office.of)):
        title = ranked(titles)[0]
    days = {day for _, day in mine if day is not None}
    evidence = sorted({role.mention_id for role in (*(role for role, _ in mine), *past)})[:_EVIDENCE]
    return Office(
        title,
        nation_name(office.of) if office else term.of,
        term.start,
        term.end,
        (*evidence, f"{'kb' if term.own else 'table'}:{term.office}:{term.start}"),
        term.status or ("outgoing" if _is_leaving(term, mine) else "held"),
        min(days).isoformat() if days else "",
        max(days).isoformat() if days else "",
    )


def _titles(roles: Iterable[SeenRole]) -> Counter[str]:
    titles: Counter[str] = Counter()
    for title, count in Counter([role.office for role in roles]).items():
        titles[plain_name(title)] += count
    return titles


def _is_leaving(term: Term, seen: Sequence[Sighting]) -> bool:
    """Return whether the last articles of a term call it near its end, and it ended within the year after them."""
    days, end = days_of(seen), term.end_days()
    return bool(days) and end is not None and end.last - days[-1] <= _AHEAD and _manner(seen) == Status.OUTGOING


def _fits(term: Term, day: date | None, *, alone: bool) -> bool:
    return alone if day is None else term.covers(day) is not False


def _is_over(term: Term, day: date | None, *, alone: bool) -> bool:
    end = term.end_days()
    return alone if day is None or end is None else end.first <= day


def _learned(key: Key, seen: Seen) -> Iterator[Office]:
    """Yield the offices that the articles alone know: what one is called to, and has from another day on, is two."""
    parts = list(seen.one_by_one())
    for part in parts:
        office = _as_told(key, part)
        if office.status == Status.DESIGNATE:
            began = _edges(parts[-1])[0] if part is not parts[-1] else ""
            office = replace(office, start=_edge(part, "called"), end=began)
        yield office


def _as_told(key: Key, seen: Seen) -> Office:
    """Return an office with the days and the status that articles give it."""
    told = [role for role, _ in (*seen.held, *seen.past)] or [role for role, _ in seen.coming]
    roles: list[SeenRole | SeenChange] = [*told] or [*seen.changes]
    of = nation_name(key[1]) or ranked(Counter(role.of for role in roles if role.of) or Counter([""]))[0]
    office, of = _named(Counter(plain_name(role.office) for role in roles), key[1], of)
    status = _status(seen)
    start, end, doubted = _edges(seen)
    days = days_of(seen.held if seen.held else seen.coming)
    if end:
        days = [day for day in days if day <= _last(end)]  # a title lingers
    ids = {role.mention_id for role in (*roles, *seen.changes)}
    # What says that it is over stands first.
    telling = {role.mention_id for role, _ in seen.past} | {
        each.mention_id for each in seen.changes if each.edge == "end"
    }
    proof = sorted(ids & telling) if end or status == Status.FORMER else []
    first, last = (days[0].isoformat(), days[-1].isoformat()) if days else ("", "")
    over = days_of(seen.past)
    by = over[0].isoformat() if over and status == Status.FORMER and not end else ""
    evidence = (*proof, *sorted(ids.difference(proof)))[:_EVIDENCE]
    return Office(office, of, start, end, evidence, status, first, last, by, doubted)


def _named(forms: Counter[str], nation: str, of: str) -> tuple[str, str]:
    """Return the most used wording of an office, and the state whose it is.

    Where it is no state's the nation is told in the office's own words or not at all («رئيس المفوضية الأوروبية»).
    """
    told = Counter({form: forms[form] for form in forms if nation and find_nation(form.split())[2] == nation})
    fullest = ranked(told)[0] if told else ranked(forms)[0]
    if of and is_of_state(fullest):
        return ranked(forms)[0], of
    return fullest, ""


def _status(seen: Seen) -> str:
    """Return how the person stands to an office after the last article; former and current titles may be days apart."""
    held, over = days_of(seen.held), days_of(seen.past)
    if seen.past and (not seen.held or (held and over and over[0] > held[-1])):
        return Status.FORMER.value
    if seen.held or (seen.changes and not seen.coming):
        return _manner(seen.held)
    return max(seen.coming, key=lambda pair: (pair[1] or date.min, pair[0].status))[0].status


def _manner(held: Sequence[Sighting]) -> str:
    """Return how an office is held after the last article that says it: a bare title soon after says nothing else."""
    plain = max((day for role, day in held if role.status == Status.HELD and day), default=date.min)
    for status, lingers in ((Status.OUTGOING, _LEAVING), (Status.ACTING, timedelta(0))):
        days = [day or date.min for role, day in held if role.status == status]
        if days and plain <= max(days) + (lingers if max(days) > date.min else timedelta(0)):
            return status.value
    return Status.HELD.value


def _edges(seen: Seen) -> tuple[str, str, str]:
    """Return the beginning and the end that articles tell, and an end that others gainsay.

    What the articles call the person before, or later, outweighs one sentence on a beginning or an end; of an end no
    fewer articles must say that it came than call the person so later.
    """
    telling = {change.mention_id for change in seen.changes}  # the very words that the date is of
    days = days_of([pair for pair in seen.held if pair[0].mention_id not in telling])
    start, end, doubted = _edge(seen, "start"), _edge(seen, "end"), ""
    if start and days and days[0] < _first(start):
        start = ""
    if end:
        later = {day for day in days if day - _LATE > _last(end)}
        ends = {change.mention_id for change in seen.changes if change.edge == "end"}
        over = {day for day in days_of(seen.past) if day >= _first(end)}
        if later and len(ends) + len(over) <= len(later):
            end, doubted = "", end if min(later) - ANOTHER_TERM <= _last(end) else ""
    return ("", "", doubted) if start and end and _last(end) < _first(start) else (start, end, doubted)


def _edge(seen: Seen, edge: str) -> str:
    """Return the day that most articles give for an edge, "" where they give none or differ."""
    days = Counter(change.day for change in seen.changes if change.edge == edge)
    first = ranked(days)
    if not first or (len(first) > 1 and days[first[0]] == days[first[1]]):
        return ""
    return first[0]


def _first(day: str) -> date:
    days = read_days(day)
    return days.first if days else date.min


def _last(day: str) -> date:
    days = read_days(day)
    return days.last if days else date.max
