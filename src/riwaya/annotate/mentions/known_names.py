"""Full names of office-holders: «إسرائيل كاتس» is no state, «حسين أمير عبد اللهيان» no prince."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from riwaya.annotate.mentions.lexicon import Phrase, full_names, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Sheet


def find_known_names(sheet: Sheet) -> None:
    """Mark the full names of known persons on the sheet, so that no other rule takes their words for something else."""
    last = -1
    for position, form in enumerate(sheet.forms):
        names = _names_from(form)
        if names and position > last:
            last = _mark(sheet, position, names)


def _mark(sheet: Sheet, position: int, names: Iterable[tuple[int, Phrase]]) -> int:
    """Mark the longest of the known names that stands at a token; return its last token, -1 where none does."""
    if not sheet.is_word(position) or sheet.tokens[position].text.endswith("ى"):
        return -1  # «على», not «علي»
    if position and sheet.same_line(position) and sheet.forms[position - 1] in words("bound"):
        return -1  # «خالد بن | محمد بن زايد»
    for prefix, name in names:
        last = position + len(name) - 1
        if tuple(sheet.forms[position + 1 : last + 1]) != name[1:]:
            continue
        if all(sheet.same_line(index) for index in range(position + 1, last + 1)):
            sheet.know(position, last, prefix, name[0])
            return last
    return -1


@lru_cache(maxsize=1 << 16)
def _names_from(form: str) -> tuple[tuple[int, Phrase], ...]:
    """Return (letters in front, name) of every known name that a form may begin."""
    return tuple((prefix, name) for prefix, bare in prefix_readings(form) for name in full_names().get(bare, ()))
