"""Verbs of swearing: «حلف» is an alliance as well, but not where an oath follows («حلف فلان اليمين»)."""

from __future__ import annotations

from riwaya.annotate.mentions.sheet import Sheet

OATHS = frozenset(("اليمين", "القسم"))
_SWEARS = frozenset(("حلف", "حلفت", "ادي", "ادت", "اقسم", "اقسمت", "تودي", "يودي", "يحلف", "تحلف"))
_REACH = 8  # tokens of a name with its titles


def swears(sheet: Sheet, position: int) -> bool:
    """Return whether a verb of swearing stands there, its oath behind it in the same line."""
    form = sheet.form(position)
    if form not in _SWEARS and (form[:1] not in "وف" or form[1:] not in _SWEARS):
        return False
    for index in range(position + 1, min(position + 1 + _REACH, len(sheet))):
        if not sheet.same_line(index):
            return False
        if sheet.form(index) in OATHS:
            return True
    return False
