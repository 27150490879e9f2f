"""Full names of office-holders: «إسرائيل كاتس» is no state, «حسين أمير عبد اللهيان» no prince."""

from __future__ import annotations

from riwaya.annotate.mentions.lexicon import full_names, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Sheet


def find_known_names(sheet: Sheet) -> None:
    """Mark the full names of known persons on the sheet, so that no other rule takes their words for something else."""
    position = 0
    while position < len(sheet):
        position = max(position, _mark(sheet, position)) + 1


def _mark(sheet: Sheet, position: int) -> int:
    """Mark the longest known name that starts at a token; return its last token, -1 where none starts."""
    if not sheet.is_word(position) or sheet.tokens[position].text.endswith("ى"):
        return -1  # «على», not «علي»
    if position and sheet.same_line(position) and sheet.forms[position - 1] in words("bound"):
        return -1  # «خالد بن | محمد بن زايد»
    for prefix, form in prefix_readings(sheet.forms[position]):
        for name in full_names().get(form, ()):
            last = position + len(name) - 1
            if tuple(sheet.forms[position + 1 : last + 1]) != name[1:]:
                continue
            if all(sheet.same_line(index) for index in range(position + 1, last + 1)):
                sheet.know(position, last, prefix, form)
                return last
    return -1
