"""The words and the digits that numbers are written with, folded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Kind = Literal["unit", "ten", "teen", "hundred", "scale", "digits", "half"]


UNITS = {
    "واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "اثنا": 2, "اثني": 2, "اثنتا": 2,
    "اثنتي": 2, "ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6, "سبع": 7,
    "سبعه": 7, "ثمان": 8, "ثماني": 8, "ثمانيه": 8, "تسع": 9, "تسعه": 9, "عشر": 10, "عشره": 10,
}  # fmt: skip
TEEN_HEADS = {"احد": 1, "احدي": 1} | {form: value for form, value in UNITS.items() if value not in (1, 10)}
# Before tens alone («سبعا وعشرين»): by themselves they are times («ثلاثا»), one of many («أحد») or something else.
BEFORE_TENS = {
    "احد": 1, "احدي": 1, "واحدا": 1, "ثلاثا": 3, "اربعا": 4, "خمسا": 5, "ستا": 6, "سبعا": 7, "ثمانيا": 8, "تسعا": 9,
}  # fmt: skip
ONLY_IN_TEENS = {"اثنا", "اثني", "اثنتا", "اثنتي"}
_TENS = {
    stem + ending: value
    for stem, value in zip(("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"), range(20, 100, 10), strict=True)
    for ending in ("ون", "ين")
}
_HUNDREDS = {"ميه": 100, "مايه": 100} | {
    stem + ending: 200 for stem in ("ميت", "مايت") for ending in ("ان", "ين", "ا", "ي")
} | {
    stem + ending: value
    for stem, value in zip(
        ("ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "ثماني", "تسع"),
        (300, 400, 500, 600, 700, 800, 800, 900),
        strict=True,
    )
    for ending in ("ميه", "مايه")
}  # fmt: skip
_SCALES = {  # singular forms, duals, plurals
    1e3: (("الف", "الفا"), ("الفان", "الفين", "الفي"), ("الاف",)),
    1e6: (("مليون", "مليونا"), ("مليونان", "مليونين", "مليوني"), ("ملايين", "مليونات")),
    1e9: (("مليار", "مليارا", "بليون", "بليونا"), ("ملياران", "مليارين", "ملياري", "بليونين"), ("مليارات", "بلايين")),
    1e12: (("تريليون", "تريليونا", "ترليون"), ("تريليونان", "تريليونين", "تريليوني"), ("تريليونات", "ترليونات")),
}
_FRACTIONS = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3, "ثلثا": 2 / 3, "ثلثي": 2 / 3}
PARTS = {"ارباع": 4, "اخماس": 5, "اثلاث": 3, "اعشار": 10}  # «ثلاثة أرباع»
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*$")
_MOST_DIGITS = 18  # of a numeral that is a number: a longer row of them counts nothing, and soon has no finite value
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$")


def _lexicon() -> dict[str, tuple[Kind, float, bool, bool]]:
    entries: dict[str, tuple[Kind, float, bool, bool]] = {}
    for form, value in UNITS.items():
        entries[form] = ("unit", value, False, False)
    for form, value in _TENS.items():
        entries[form] = ("ten", value, False, False)
    for form, value in _HUNDREDS.items():
        entries[form] = ("hundred", value, False, value == 200)
    for scale, (singular, dual, plural) in _SCALES.items():
        entries |= dict.fromkeys(singular, ("scale", scale, False, False))
        entries |= dict.fromkeys(dual, ("scale", scale, False, True))
        entries |= dict.fromkeys(plural, ("scale", scale, True, False))
    for form, share in _FRACTIONS.items():
        entries[form] = ("half", share, False, False)
    return entries


LEXICON = _lexicon()


def parse_reversed(groups: Sequence[str], *, scaled: bool) -> float | None:
    """Return the value of groups of digits with «ر» between them, which agencies write from the last to the first.

    «7ر269» is 269.7, «17ر2111» 2111.17; «432ر690ر29» is 29,690,432, and so is a single group of three, «225ر29»,
    without a scale or a percentage behind it (`scaled`: «423ر2 مليون» is 2.423 million). None for other groups.
    """
    if sum(map(len, groups)) > _MOST_DIGITS:
        return None
    if len(groups) > 2 or (len(groups[0]) == 3 and not scaled):
        if all(len(group) == 3 for group in groups[:-1]) and len(groups[-1]) <= 3:
            return float("".join(reversed(groups)))
        return None
    return float(f"{groups[1]}.{groups[0]}")


def parse_digits(form: str, *, scaled: bool = False) -> float | None:
    """Return the value of a folded numeral with separators, None for a date, a time, an address or a row of digits.

    Args:
        form: folded digits with «.» and «,».
        scaled: a scale follows («1.425 مليون»), so that one point is a decimal point.
    """
    if not _DIGITS.match(form) or sum(map(str.isdigit, form)) > _MOST_DIGITS:
        return None
    grouped = _GROUPED.match(form)
    if grouped and not form.startswith("0"):
        separator = grouped.group(1)
        # «1.400 صاروخ» is a thousand and more: nobody writes a decimal's last zero.
        single_point = separator == "." and form.count(".") == 1
        if not single_point or (not scaled and form.endswith("0")):
            return float(form.replace(separator, ""))
    marks = [character for character in form if character in ".,"]
    if len(marks) <= 1:
        return float(form.replace(",", "."))
    # «1.234.567,89» and «1,234,567.89»: the last mark is the decimal one if it stands once.
    if marks.count(marks[-1]) == 1 and len(set(marks[:-1])) == 1:
        return float(form.replace(marks[0], "").replace(marks[-1], "."))
    return None
