"""Who held which office when: the reviewed table of terms, found by an office's title and a person's name.

`terms_named("وزير الدفاع الأميركي", "أوستن")` gives the terms in which Austin was secretary of defence, and
`possible_days` the days on which a text can have called him so. Terms without an end lasted when the table was closed
(`KNOWN_UNTIL`); of later days the table says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from riwaya.arabic.names import fold_name
from riwaya.errors import ResourceError
from riwaya.knowledge.dates import Days, read_days
from riwaya.knowledge.names import nation_name
from riwaya.knowledge.people import bearers, known_people
from riwaya.knowledge.roles import read_role
from riwaya.knowledge.statuses import Status
from riwaya.tables import read_table

KNOWN_UNTIL = date(2025, 12, 31)
_FEMININE = {
    "وزير": "وزيرة", "رئيس": "رئيسة", "محافظ": "محافظة", "حاكم": "حاكمة", "المتحدث": "المتحدثة", "الناطق": "الناطقة",
    "متحدث": "متحدثة", "السفير": "السفيرة", "سفير": "سفيرة", "المندوب": "المندوبة", "مندوب": "مندوبة",
    "نائب": "نائبة", "مدير": "مديرة", "مستشار": "مستشارة", "الرئيس": "الرئيسة", "زعيم": "زعيمة",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """An office of the table.

    Attributes:
        key: «us.defence_minister».
        of: the nation's key in nations.tsv, or a body's slug.
        kind: what several nations' offices have in common («defence_minister»).
        titles: Arabic titles without the nation's words where `of` is a nation, the usual one first.
    """

    key: str
    of: str
    kind: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One person's term in an office.

    Attributes:
        office: key of the office.
        person: the usual Arabic name.
        start, end: ISO, as precise as certain (year, month or day); `end` is "" where the term lasted on `KNOWN_UNTIL`.
        status: "", acting, shared (the office has several holders at once), rival (others claimed it at the time).
        title, of: the office in words, for a row of the user's own in an office that the table does not list.
        names, own: other names of the person, in a row of the user's own.
    """

    office: str
    person: str
    name_en: str
    start: str
    end: str
    status: str
    note: str
    title: str = ""
    of: str = ""
    names: tuple[str, ...] = ()
    own: bool = False

    def start_days(self) -> Days:
        """Return the days of which one is the first of the term."""
        days = read_days(self.start)
        if days is None:
            raise ResourceError(f"resources/office_holders.tsv: {self.start} is no date; reinstall riwaya")
        return days

    def end_days(self) -> Days | None:
        """Return the days of which one is the last of the term, None where it had not ended."""
        return read_days(self.end) if self.end else None

    def covers(self, day: date) -> bool | None:
        """Return whether the person held the office on a day, None where the table cannot tell."""
        start, end = self.start_days(), self.end_days()
        if day < start.first or (end is not None and day > end.last):
            return False
        if day < start.last or (end is not None and day >= end.first) or day > KNOWN_UNTIL:
            return None
        return True


@cache
def known_offices() -> dict[str, KnownOffice]:
    """Return the offices by key."""
    return {
        row["office"]: KnownOffice(row["office"], row["of"], row["kind"], tuple(row["titles"].split("|")))
        for row in read_table("offices.tsv")
    }


@cache
def all_terms() -> tuple[Term, ...]:
    """Return every term of the table, by office and start."""
    terms = (
        Term(row["office"], row["person"], row["name_en"], row["from"], row["to"], row["status"], row["note"])
        for row in read_table("office_holders.tsv")
    )
    return tuple(sorted(terms, key=lambda term: (term.office, term.start, term.person)))


@cache
def _terms_by_office() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in all_terms():
        found[term.office].append(term)
    return {office: tuple(terms) for office, terms in found.items()}


def terms_of(office: str) -> tuple[Term, ...]:
    """Return the terms of an office, given by its key, by start."""
    return _terms_by_office().get(office, ())


@cache
def _by_title() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return keys of offices by (office folded, nation), as `read_role` reads a title."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for office in known_offices().values():
        nation = office.of if nation_name(office.of) else ""
        for title in office.titles:
            for form in _genders(title):
                role = read_role(form)
                keys = found[(role.key, role.nation or nation)]
                if office.key not in keys:
                    keys.append(office.key)
    return {title: tuple(keys) for title, keys in found.items()}


def _genders(title: str) -> Iterator[str]:
    yield title
    head, _, rest = title.partition(" ")
    if head in _FEMININE:
        yield f"{_FEMININE[head]} {rest}".strip()


def find_offices(title: str) -> tuple[str, ...]:
    """Return the keys of the offices that a title names, whatever it says of their being held («وزير الدفاع السابق»).

    A title names several where one wording serves several offices; none where it names no nation or body.
    """
    role = read_role(title)
    return title_offices(role.key, role.nation)


def title_offices(key: str, nation: str) -> tuple[str, ...]:
    """Return the keys of the offices of the table for a title as `read_role` reads it: office and nation folded."""
    return _by_title().get((key, nation), ())


def own_office(key: str, nation: str) -> str:
    """Return the key of an office that no table lists, for a title as `read_role` reads it."""
    return f"own:{key}@{nation}"


def is_titled(term: Term, key: str, nation: str) -> bool:
    """Return whether a title, as `read_role` reads it, names the office of a term."""
    return term.office in title_offices(key, nation) or term.office == own_office(key, nation)


@lru_cache(maxsize=1 << 12)
def is_ever_titled(person: str, title: str) -> bool:
    """Return whether a name may be that of somebody in the table who holds or held an office that a title names.

    A title without a nation («الرئيس») names the office of every nation.
    """
    role = read_role(title)
    named = bearers(person)
    if not named:
        return False
    offices = {
        key
        for nation, keys in _by_office().get(role.key, ())
        if not role.nation or nation == role.nation
        for key in keys
    }
    return any(term.person in named for office in offices for term in terms_of(office))


@cache
def _by_office() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return nations and keys of the offices of one wording, by that."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for (office, nation), keys in _by_title().items():
        found[office].append((nation, keys))
    return dict(found)


@cache
def _homes() -> dict[str, frozenset[str]]:
    """Return the nations whose offices people of the table held, by their names and surnames, folded."""
    found: dict[str, set[str]] = defaultdict(set)
    people = known_people()
    for term in all_terms():
        nation = known_offices()[term.office].of
        known = people.get(term.person)
        for name in (term.person, *(known.names if known else ())):
            form = fold_name(name)
            for one in (form, form.rpartition(" ")[2]):
                found[one].add(nation if nation_name(nation) else "")
    return {name: frozenset(nations) for name, nations in found.items()}


def is_of_others(person: str, title: str) -> bool:
    """Return whether all of a name in the table held offices of other nations than a title says.

    Of whom the table knows only bodies' offices it says nothing.
    """
    nation = read_role(title).nation
    if nation not in _owners():
        return False  # «المنتمي لجماعة الإخوان المسلمين» names a faith
    homes = _homes().get(fold_name(person), frozenset()) - {""}
    return bool(homes) and nation not in homes


@cache
def _owners() -> frozenset[str]:
    return frozenset(office.of for office in known_offices().values())


def terms_named(title: str, person: str) -> tuple[Term, ...]:
    """Return the terms in the offices of a title whose holder may bear this name («أوستن», «لويد أوستن»)."""
    named = bearers(person)
    return tuple(term for office in find_offices(title) for term in terms_of(office) if term.person in named)


def possible_days(title: str, person: str) -> tuple[tuple[date | None, date | None], ...]:
    """Return the stretches of days on which a text can give a person this title; None: open to that side.

    «وزير الدفاع لويد أوستن» fits the days of his term at its widest; «السابق» any day from its end on, «المكلف» and
    «المنتخب» any before it began. An unknown title, or a name that no holder bears, gives nothing.
    """
    status = read_role(title).status
    found: list[tuple[date | None, date | None]] = []
    for term in terms_named(title, person):
        start, end = term.start_days(), term.end_days()
        if status in (Status.DESIGNATE, Status.CANDIDATE):
            found.append((None, start.last))
        elif status is Status.FORMER:
            # One who is still in office by the table may have left it since.
            found.append((end.first if end else KNOWN_UNTIL, None))
        else:
            found.append((start.first, end.last if end else None))
    return tuple(found)
