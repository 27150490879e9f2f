"""Users' own rows for the tables: a CSV file with our column names, or an export of Wikidata's query service.

A row that cannot be used is refused with its line and the reason; the others are kept.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

from riwaya.arabic.latin import is_latin, plain_latin
from riwaya.arabic.names import fold_name
from riwaya.knowledge.bodies import known_nations
from riwaya.knowledge.dates import read_days
from riwaya.knowledge.names import nation_key, nation_name
from riwaya.knowledge.offices import KNOWN_UNTIL, Term, find_offices, known_offices, own_office, terms_of
from riwaya.knowledge.people import is_name_of
from riwaya.knowledge.roles import is_office, read_role
from riwaya.tables import read_table

_FIELD_LIMIT = 20_000
_COLUMNS = {
    "person": ("person", "personlabel", "holder", "holderlabel", "itemlabel", "humanlabel"),
    "name_en": ("name_en", "personlabel_en", "personlabelen", "itemlabel_en", "itemlabelen", "english"),
    "office": ("office", "position", "positionlabel", "officelabel", "title"),
    "of": ("of", "country", "countrylabel", "ofcountrylabel", "jurisdictionlabel", "body"),
    "from": ("from", "start", "start_date", "startdate", "starttime", "start_time", "start time"),
    "to": ("to", "end", "end_date", "enddate", "endtime", "end_time", "end time"),
    "start_precision": ("start_precision", "startprecision"),
    "end_precision": ("end_precision", "endprecision"),
    "status": ("status",),
    "note": ("note",),
    "names": ("names", "aliases"),
    "name": ("name", "bodylabel"),
}
_ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/")
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?")
_EARLIEST = 1800  # year: what lies before it is a slip («0024»)
_LENGTHS = {"9": 4, "10": 7, "11": 10}  # Wikidata's precision: year, month, day
_SEVERAL = frozenset(("shared", "rival"))  # of such terms an office has two at once
_STATUSES = frozenset(("", "acting", *_SEVERAL))


@dataclass(frozen=True, slots=True)
class OwnBody:
    """A user's row on a body; `country`: the nation's key, "" for an international one."""

    name: str
    names: tuple[str, ...]
    name_en: str
    country: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not used: its line in the file, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that is used, with its line; `remark`: what its writer may want to look at again, "" if nothing."""

    line: int
    row: Term | OwnBody
    remark: str = ""


class _BadRowError(ValueError):
    """Why a row is refused."""


def read_own(content: bytes, today: date | None = None) -> Iterator[Kept | Refused]:
    """Yield the rows of a CSV file, kept or refused, in the file's order; a bad header refuses the file as line 1.

    A term that begins after `today` (the clock's, if not given) is remarked on.
    """
    text, first = _decode(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(first))
    numbered = _rows(reader)
    head = next(numbered, None)
    if head is None or isinstance(head, Refused):
        yield Refused(1, "no header row")
        return
    columns = _read_header(head[1])
    if not ({"person", "office", "from"} <= columns.keys() or {"name"} <= columns.keys()):
        yield Refused(1, "columns person, office, from (terms of office) or name, name_en (bodies) are needed")
        return
    seen: dict[tuple[str, ...], int] = {}
    kept: list[Kept] = []
    today = today or datetime.now(UTC).date()
    for found in numbered:
        if isinstance(found, Refused):
            yield found
            continue
        line, cells = found
        if not any(cell.strip() for cell in cells):
            continue
        try:
            row = _read_row(cells, columns, len(head[1]))
            key = row_key(row)
            if key in seen:
                raise _BadRowError(f"the same as line {seen[key]}")
            remarks = _remarks(row, today) if isinstance(row, Term) else []
        except _BadRowError as error:
            yield Refused(line, str(error))
            continue
        seen[key] = line
        remarks += [f"line {each.line}: {also}" for each in kept if (also := same_term(row, each.row))]
        kept.append(Kept(line, row, "; ".join(remarks)))
        yield kept[-1]


def row_key(row: Term | OwnBody) -> tuple[str, ...]:
    """Return what makes a row one of its kind."""
    return ("term", row.office, row.person, row.start) if isinstance(row, Term) else ("body", row.name)


def same_term(row: Term | OwnBody, other: Term | OwnBody) -> str:
    """Return how another row of the user's looks like the same term with other dates, "" if it does not."""
    if not isinstance(row, Term) or not isinstance(other, Term) or row == other:
        return ""
    if row.office != other.office or not _is_of(row, other) or not (row.start == other.start or _meet(row, other)):
        return ""
    return f"the same holder and office, {_days(other)}"


def corrects(own: Term, term: Term) -> bool:
    """Return whether a row of the user's stands in place of a term of the tables: one holder, one office, one time."""
    if own.office != term.office or not _is_of(own, term):
        return False
    return own.start == term.start or _meet(own, term)


def uncorrected(terms: Iterable[Term], own: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms of the tables in whose place no row of the user's stands."""
    mine = list(own)
    return tuple(term for term in terms if not any(corrects(row, term) for row in mine))


def is_called(row: Term, name: str) -> bool:
    """Return whether a row's person may be called so, in Arabic or by words of the Latin name."""
    if is_latin(name):
        return set(plain_latin(name).split()) <= set(plain_latin(row.name_en).split())
    return any(is_name_of(name, form) for form in (row.person, *row.names))


def _is_of(row: Term, term: Term) -> bool:
    """Return whether two terms are one person's; a surname alone may be another's."""
    if row.person == term.person:
        return True
    return min(len(row.person.split()), len(term.person.split())) > 1 and is_name_of(row.person, term.person)


def _remarks(term: Term, today: date) -> list[str]:
    """Return what stands against a row, or only beside the tables.

    Dates to come, an office that is none of the tables', another holder, other dates of the same holder.

    Raises:
        _BadRowError: if the tables have the row.
    """
    remarks = []
    if term.start_days().first > today:
        remarks.append(f"from {term.start} is yet to come")
    if term.title:
        return [*remarks, f"not an office of the tables: {' '.join(filter(None, (term.title, term.of)))}"]
    same = [each for each in terms_of(term.office) if corrects(term, each)]
    if any(_says_no_more(term, each) for each in same):
        raise _BadRowError("the table that comes with Riwaya has this term")
    if same:
        remarks.append(f"used in place of the tables' {', '.join(_days(each) for each in same)}")
    if term.status not in _SEVERAL:
        others = [
            each for each in terms_of(term.office) if each.status not in _SEVERAL and not _is_of(term, each)
        ]  # fmt: skip
        holders = [f"{each.person} ({_days(each)})" for each in others if _meet(each, term)]
        remarks += [f"the tables have another holder then: {', '.join(holders)}"] if holders else []
    return remarks


def _says_no_more(row: Term, term: Term) -> bool:
    """Return whether a row's dates and status are the table's, or those less precisely."""
    if row.status != term.status and row.status:
        return False
    return term.start.startswith(row.start) and (not row.end or term.end.startswith(row.end))


def _days(term: Term) -> str:
    return f"{term.start} .. {term.end}".rstrip()


def _meet(one: Term, other: Term) -> bool:
    """Return whether two terms certainly ran on a same day other than one's last and the other's first."""
    first = max(one.start_days().last, other.start_days().last)
    ends = [days.first for days in (one.end_days(), other.end_days()) if days is not None]
    return first < min((*ends, KNOWN_UNTIL))


def _decode(content: bytes) -> tuple[str, str]:
    """Return the text and its first line; bytes that are no UTF-8 stay visible as lone surrogates."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = content.decode("utf-16", "replace")
    else:
        text = content.decode("utf-8-sig", "surrogateescape")
    return text, text.partition("\n")[0]


def _delimiter(first: str) -> str:
    return max(",;\t", key=first.count)


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]] | Refused]:
    """Yield (first line, cells) of each row."""
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Refused(line, f"no CSV row: {error}")
        else:
            yield line, cells
        line = int(getattr(reader, "line_num", line)) + 1


def _read_header(cells: list[str]) -> dict[str, list[int]]:
    """Return the places of the columns by what they hold, labels before Wikidata's addresses."""
    names = [cell.strip().lower().lstrip("?") for cell in cells]
    found: dict[str, list[int]] = {}
    for field, known in _COLUMNS.items():
        places = [place for place, name in enumerate(names) if name in known]
        if places:
            found[field] = sorted(places, key=lambda place: not names[place].endswith("label"))
    return found


def _read_row(cells: list[str], columns: dict[str, list[int]], width: int) -> Term | OwnBody:
    if len(cells) != width:
        raise _BadRowError(f"{len(cells)} columns, the header has {width}")
    if any("\udc80" <= character <= "\udcff" for cell in cells for character in cell):
        raise _BadRowError("not UTF-8")
    if any("\ufffd" in cell for cell in cells):
        raise _BadRowError("damaged characters")
    if any(len(cell) > _FIELD_LIMIT for cell in cells):
        raise _BadRowError("a cell is too long")

    def cell(field: str) -> str:
        texts = (cells[place].strip() for place in columns.get(field, ()))
        return next((text for text in texts if text and not _ENTITY.match(text)), "")

    names = tuple(filter(None, (name.strip() for name in cell("names").split("|"))))
    if "person" not in columns:
        return _read_body(cell("name"), names, cell("name_en"), cell("of"))
    status = cell("status").lower()
    if status not in _STATUSES:
        raise _BadRowError(f"status {status}: one of acting, shared, rival, or nothing")
    person = _arabic(cell("person"), "person")
    term = _read_office(cell("office"), cell("of"))
    start = _read_date(cell("from"), cell("start_precision"), "from")
    end = _read_date(cell("to"), cell("end_precision"), "to") if cell("to") else ""
    term = replace(term, person=person, name_en=cell("name_en"), start=start, end=end, status=status)
    ends = term.end_days()
    if ends is not None and ends.last < term.start_days().first:
        raise _BadRowError(f"{end} is before {start}")
    return replace(term, note=cell("note"), names=names, own=True)


def _read_body(name: str, names: tuple[str, ...], english: str, country: str) -> OwnBody:
    nation = _nation(country) if country else ""
    if country and not nation:
        raise _BadRowError(f"unknown country {country}")
    return OwnBody(_arabic(name, "name"), names, english, nation)


def _arabic(text: str, field: str) -> str:
    if not re.search("[ء-ي]", text):
        raise _BadRowError(f"no Arabic name in {field}")
    return " ".join(text.split())


def _nation(country: str) -> str:
    """Return the nation's key of an Arabic or Latin name or an ISO code, "" if none."""
    for nation in known_nations().values():
        if country.casefold() in (nation.iso.casefold(), nation.name_en.casefold(), nation.key):
            return nation.key
    return nation_key(country)


def _read_office(office: str, of: str) -> Term:
    """Return a term without person and dates, in an office of the table or of the user's own."""
    if office in known_offices():
        return Term(office, "", "", "", "", "", "")
    role = read_role(office)
    nation = role.nation or (_nation(of) if of else "")
    country = nation_name(nation)
    listed = find_offices(office) or (find_offices(f"{office} {country}") if country else ())
    if len(listed) == 1:
        return Term(listed[0], "", "", "", "", "", "")
    body = any(word in _body_heads() for word in role.key.split()[1:-1])  # «رئيس بلدية الرياحين» names it itself
    if not is_office(role.key) or not (nation or body):
        raise _BadRowError(f"unknown office {' '.join(filter(None, (office, of)))}".rstrip())
    return Term(own_office(role.key, nation), "", "", "", "", "", "", role.office, country)


@cache
def _body_heads() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("body_heads.tsv"))


def _read_date(text: str, precision: str, field: str) -> str:
    """Return an ISO year, month or day."""
    instant = _INSTANT.fullmatch(text)
    if instant is not None:
        # Wikidata writes a year as its first of January; without the precision no more than the year is sure.
        unsure = 4 if instant[1].endswith("-01-01") else 7 if instant[1].endswith("-01") else 10
        text = instant[1][: _LENGTHS.get(precision, unsure)]
    if not text:
        raise _BadRowError(f"no date in {field}")
    text = "".join(str(unicodedata.digit(character, character)) for character in text)  # «٢٠٢٠-٠١»
    if read_days(text) is None:
        raise _BadRowError(f"{field}: {text[:40]} is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    if int(text[:4]) < _EARLIEST:
        raise _BadRowError(f"{field}: {text[:40]} is before {_EARLIEST}, when no press told of anybody's office")
    return text
