"""Names of outlets by their head nouns: «صحيفة "X"», «وكالة الأنباء السورية الرسمية», «قناتي "X" و"Y"»."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.mentions.lexicon import nation_words, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Candidate, Sheet
from riwaya.model import MentionKind

_BROADCASTERS = ("الاذاعه", "التلفزيون", "التلفزيون")


@lru_cache(maxsize=1 << 16)
def is_outlet_head(form: str) -> bool:
    """Return whether a form is a noun for an outlet, particles attached or not."""
    return any(rest in words("outlet_heads") or rest in _BROADCASTERS for _, rest in prefix_readings(form))


def read_outlet(sheet: Sheet, position: int) -> int:
    """Add the outlet named behind «صحيفة», «قناة» ...; return the token to go on from."""
    following = position + 1
    broadcaster = next(
        (length for length, rest in prefix_readings(sheet.forms[position]) if rest in _BROADCASTERS), None
    )
    if broadcaster is not None:
        end = _past_nation(sheet, position)
        if end > position:
            sheet.take(Candidate(position, end, broadcaster, MentionKind.OUTLET, 0.85))
        return end + 1
    if sheet.forms[position].endswith("وكاله") and sheet.form(following) in ("الانباء", "انباء"):
        end = following
        end = _past_nation(sheet, end)
        if end > following and sheet.taken[following] is None:
            prefix = len(sheet.forms[position]) - len("وكاله")
            sheet.add(Candidate(position, end, prefix, MentionKind.OUTLET, 0.9))
            return end + 1
    while sheet.form(following) in nation_words() and sheet.is_word(following):
        following += 1
    if following >= len(sheet) or sheet.taken[following] is MentionKind.OUTLET:
        return position + 1
    if sheet.form(following) in ('"', "("):
        end = closing_mark(sheet, following)
        if end and not any(sheet.taken[index] is MentionKind.OUTLET for index in range(following, end)):
            sheet.take(Candidate(following + 1, end - 1, 0, MentionKind.OUTLET, 0.88))
            listed = sheet.forms[position].endswith("تي") and sheet.form(end + 1) == "و"
            return read_outlet(sheet, end + 1) if listed and sheet.form(end + 2) == '"' else end + 1
        return following
    end = following
    while end < len(sheet) and end - following < 4 and _is_brand_word(sheet, end):
        end += 1
    while end > following and end - following < 4 and sheet.is_word(end) and sheet.forms[end] in words("initials"):
        end += 1  # «شبكة سي تي في»
    if end > following and following == position + 1:
        sheet.take(Candidate(following, end - 1, 0, MentionKind.OUTLET, 0.75))
    return max(end, position + 1)


def closing_mark(sheet: Sheet, opening: int) -> int:
    """Return the token that closes a short quotation or bracket, 0 where none does within seven words."""
    if sheet.form(opening) not in ('"', "("):
        return 0
    mark = '"' if sheet.forms[opening] == '"' else ")"
    for index in range(opening + 2, min(opening + 8, len(sheet))):
        if sheet.forms[index] == mark:
            return index
    return 0


def _past_nation(sheet: Sheet, end: int) -> int:
    """Return the last token of the nation and the «الرسمية» behind a state's outlet."""
    while sheet.is_word(end + 1) and sheet.same_line(end + 1):
        nation = sheet.taken[end + 1] in (MentionKind.NORP, MentionKind.GPE, MentionKind.LOC)
        if not nation and sheet.form(end + 1) not in words("outlet_adjectives"):
            break
        end += 1
    return end


def _is_brand_word(sheet: Sheet, position: int) -> bool:
    """Return whether a word can only be part of a foreign or invented name."""
    if not sheet.is_word(position) or not sheet.same_line(position) or sheet.taken[position] is not None:
        return False
    form, name = sheet.forms[position], sheet.names[position]
    if form.isascii():
        return True
    return not name.prefix and not form.startswith("ال") and (name.unseen or (name.known and name.common == 0))
