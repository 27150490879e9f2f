"""Places named by what they are: «مدينة X», «قرية X», «مطار X», «شارع X»."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.mentions.lexicon import nation_words, role_words, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Candidate, Sheet
from riwaya.model import MentionKind

_COMMON = 3000  # «مطار الضمير»: behind an indefinite noun of this kind a definite one is its name


def find_headed_places(sheet: Sheet) -> None:
    """Add settlements without their head noun and landmarks with it."""
    for position in range(len(sheet) - 1):
        head = _read_head(sheet.forms[position])
        if head is None or sheet.taken[position] is not None or not sheet.is_word(position):
            continue
        prefix, settlement = head
        if settlement:
            _read_settlement(sheet, position)
        else:
            _read_landmark(sheet, position, prefix)


@lru_cache(maxsize=1 << 16)
def _read_head(form: str) -> tuple[int, bool] | None:
    """Return (letters in front, whether of a settlement) of a head noun of places, None where a form is none."""
    for prefix, rest in prefix_readings(form):
        if rest in words("settlement_heads") or rest in words("landmark_heads"):
            return prefix, rest in words("settlement_heads")
    return None


def _read_settlement(sheet: Sheet, position: int) -> None:
    first = position + 1
    if sheet.form(first) in ('"', "("):
        first += 1
    end = _name_end(sheet, first)
    if end >= first and sheet.taken[first] is None:
        score = 0.8 if first == position + 1 else 0.75
        sheet.take(Candidate(first, end, 0, MentionKind.GPE, score))


def _read_landmark(sheet: Sheet, position: int, prefix: int) -> None:
    first = position + 1
    if sheet.inside[first]:
        return
    taken = sheet.taken[first] in (MentionKind.GPE, MentionKind.LOC)
    end = first if taken else _name_end(sheet, first)
    while taken and end + 1 < len(sheet) and sheet.inside[end + 1]:
        end += 1
    if end >= first:
        while end + 1 < len(sheet) and sheet.form(end + 1) in words("landmark_adjectives"):
            end += 1
        # A place of the tables behind such a noun leaves no doubt («سهل نينوى»).
        sheet.add(Candidate(position, end, prefix, MentionKind.LOC, 0.93 if taken else 0.75))


def _name_end(sheet: Sheet, first: int) -> int:
    """Return the last token of a proper name of at most three words, `first` - 1 where none starts."""
    end = first
    while end < len(sheet) and end - first < 3 and _is_proper(sheet, end, first):
        end += 1
    return end - 1


def _is_proper(sheet: Sheet, position: int, first: int) -> bool:
    if not sheet.is_word(position) or (position > first and not sheet.same_line(position)):
        return False
    form, name = sheet.forms[position], sheet.names[position]
    if sheet.taken[position] is not None or form in nation_words() or (form.removeprefix("ال"),) in role_words():
        return False
    if name.prefix or form in words("also_nouns"):
        return False
    if form.startswith("ال"):
        # «مدينة الصدر» and «بلدة الشحيل», but neither «المدينة القديمة» nor «منطقة الشرق».
        led = sheet.form(first - 1).removeprefix("ب").removeprefix("ل") in words("sites")
        return position == first and name.common < (_COMMON if led else 60) and form not in words("landmark_adjectives")
    return name.unseen or name.listed_only or (name.known and name.common < 30 and position > first)
