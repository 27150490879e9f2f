"""Names by which a text says that a person is known: «المصور سمير الوادي المعروف بـ"نجمة"»."""

from __future__ import annotations

from riwaya.annotate.mentions.lexicon import words
from riwaya.annotate.mentions.outlets import closing_mark
from riwaya.annotate.mentions.sheet import Candidate, Sheet
from riwaya.model import MentionKind

_REACH = 8  # tokens between the name and «المعروف»
_LONGEST = 3


def find_nicknames(sheet: Sheet) -> None:
    """Add what stands behind «المعروف بـ», «الملقب بـ» where the name before it is a person's."""
    ends: dict[int, MentionKind] = {
        found.last: found.kind for found in sheet.found if found.kind in (MentionKind.PER, MentionKind.ORG)
    }
    held = {
        index for found in sheet.found if found.kind is MentionKind.PER for index in range(found.first, found.last + 1)
    }
    for position, form in enumerate(sheet.forms):
        if form.removeprefix("و") not in words("alias_cues") or not _names_person(sheet, ends, position):
            continue
        first, last = _read_nickname(sheet, position + 1)
        if last >= first and not any(index in held for index in range(first, last + 1)):
            sheet.add(Candidate(first, last, 0, MentionKind.PER, 0.8))


def _names_person(sheet: Sheet, ends: dict[int, MentionKind], position: int) -> bool:
    """Return whether the nearest name in front, on the same line, is a person's."""
    for index in range(position - 1, max(-1, position - 1 - _REACH), -1):
        if index in ends:
            return ends[index] is MentionKind.PER
        if not sheet.same_line(index + 1) or sheet.forms[index] == ".":
            return False
    return False


def _read_nickname(sheet: Sheet, link: int) -> tuple[int, int]:
    """Return the tokens of the nickname behind «بـ» or «باسم», (0, -1) where there is none."""
    if sheet.form(link) not in words("alias_links"):
        return 0, -1
    first = link + 1
    if sheet.form(first) == ":":
        first += 1
    if end := closing_mark(sheet, first):
        return (first + 1, end - 1) if end - first - 1 <= _LONGEST else (0, -1)
    name = sheet.names[first] if sheet.is_word(first) else None
    if name is None or sheet.is_definite(first) or name.common > 60 or sheet.taken[first] is not None:
        return 0, -1
    return first, first
