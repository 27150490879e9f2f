"""Surnames of office-holders behind their title that elsewhere are words («الرئيس الإيراني رئيسي»)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from riwaya.annotate.mentions.sheet import FULL_NAME, Candidate, Sheet
from riwaya.arabic.normalise import fold
from riwaya.knowledge.offices import terms_named
from riwaya.knowledge.people import known_people
from riwaya.model import MentionKind

_LETTERS = 4


def find_titled_names(sheet: Sheet) -> None:
    """Add the surnames that stand right behind an office which the table gives to somebody so named."""
    for place, found in enumerate(list(sheet.found)):
        behind = found.last + 1
        if found.kind is not MentionKind.ROLE or found.holder != -1 or not _may_be_name(sheet, behind):
            continue
        title = sheet.document.text[sheet.start_of(found) : sheet.tokens[found.last].end]
        form = sheet.forms[behind]
        if any(_surname(term.person) == form for term in terms_named(title, form)):
            sheet.add(Candidate(behind, behind, 0, MentionKind.PER, FULL_NAME))
            sheet.found[place] = replace(found, holder=behind)


def _may_be_name(sheet: Sheet, position: int) -> bool:
    if not sheet.is_word(position) or not sheet.same_line(position) or position in sheet.known:
        return False
    return sheet.forms[position] in _surnames() and sheet.taken[position] is None


@cache
def _surnames() -> frozenset[str]:
    found = (_surname(name) for name in known_people() if " " in name)
    return frozenset(form for form in found if len(form) >= _LETTERS)


def _surname(name: str) -> str:
    return fold(name).split()[-1]
