"""News agencies by the forms under which the Arabic press names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.arabic.normalise import fold_with_offsets
from riwaya.model import Span
from riwaya.tables import read_table

# Forms of two or three letters («واس», «تاس», «AP») are ordinary words or parts of other names in running text:
# there they count only behind «وكالة» or inside quotation marks or brackets.
_SAFE_LENGTH = 6
_NOUN = r"(?:[وفبلك]{0,2}(?:ال|ل)?وكال(?:ه|ات)(?: (?:ال)?انباء)?(?: \w+){0,3}? )"


_TITLED = re.compile(r"(?:^|[\s:|(،-])وكالة\s+([\w\s]{2,60})")
_TRADE = re.compile(r"(?:ال|لل)?(?:انباء|اخباريه|اعلام|رسميه|اخبار)")


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """An agency named in a text: its usual name and the span."""

    name: str
    span: Span


def named_agency(text: str) -> str:
    """Return the agency that a few words («وكالة الأناضول») name by a known form, "" if none."""
    return _known(text)[0]


def agency_in_credit(line: str) -> str:
    """Return the agency that a credit, byline, dateline or outlet's name is, "" if none.

    Here any «وكالة ...» is one; a known one goes before it, and both before «وكالات».
    """
    known, generic = _known(line)
    if known:
        return known
    match = _TITLED.search(line)
    words = [word for word in match.group(1).split() if not _TRADE.fullmatch(fold_name(word))] if match else []
    return " ".join(words) or generic


def is_generic(agency: str) -> bool:
    """Return whether a name only says that there were agencies."""
    return any(name == agency for _, name, generic in _table() if generic)


def _known(text: str) -> tuple[str, str]:
    """Return the known agency named, and the generic name."""
    folded = f" {_spread(fold_name(text))} "
    generic = ""
    for form, name, is_generic_form in _table():
        if f" {form} " in folded:
            if not is_generic_form:
                return name, generic
            generic = name
    return "", generic


def agencies_in_text(text: str) -> list[AgencyMention]:
    """Return the agencies named in running text, in order."""
    folded = fold_with_offsets(text)
    found = []
    for match in _pattern().finditer(folded.text):
        form = next(group for group in ("safe", "marked", "introduced") if match.group(group))
        name = _names()[_spread(fold_name(match.group(form)))]
        found.append(AgencyMention(name, Span(*folded.to_source(*match.span(form)))))
    return found


@cache
def _table() -> tuple[tuple[str, str, bool], ...]:
    """Return (folded form, name, generic), longest form first."""
    rows = [(_spread(fold_name(row["form"])), row["name"], row["generic"] == "1") for row in read_table("agencies.tsv")]
    return tuple(sorted(set(rows), key=lambda row: (-len(row[0]), row)))


@cache
def _names() -> dict[str, str]:
    return {form: name for form, name, _ in _table()}


@cache
def _pattern() -> re.Pattern[str]:
    forms = [form for form, _, generic in _table() if not generic]
    flexible = {form: re.escape(form).replace(r"\ ", r"[ .]{1,2}") for form in forms}
    safe = "|".join(flexible[form] for form in forms if len(form) >= _SAFE_LENGTH)
    every = "|".join(flexible[form] for form in forms)
    return re.compile(
        rf"\b[وفبلك]?(?P<safe>{safe})\b|(?<=[\"(])(?P<marked>{every})(?=[\")])"
        rf"|\b{_NOUN}[\"(]?(?P<introduced>{every})\b"
    )


def _spread(folded: str) -> str:
    """Return a folded form with dots and repeated spaces between initials made one space."""
    return " ".join(folded.replace(".", " ").split())
