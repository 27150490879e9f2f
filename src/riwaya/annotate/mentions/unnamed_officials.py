"""Officials who speak without a name: «قال مسؤول عراقي إن», «أفاد ضابط في الشرطة»."""

from __future__ import annotations

from riwaya.annotate.mentions.bodies import read_extent
from riwaya.annotate.mentions.lexicon import body_heads, nation_words, press_words, words
from riwaya.annotate.mentions.name_ends import speech_verbs
from riwaya.annotate.mentions.role_extent import Head
from riwaya.annotate.mentions.sheet import Sheet
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, strip_conjunction
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.model import MentionKind

_SOURCED = frozenset(("عن", "بحسب", "حسب", "وفق", "لسان"))
_ADJECTIVES = 3  # behind an official
_OFTEN = 20  # articles that hold an adjective


def spoken_official_end(sheet: Sheet, head: Head, end: int) -> int | None:
    """Return the last token of the role of an official without a name behind a verb of saying, None where it is none.

    Args:
        sheet: the document.
        head: the role's noun.
        end: how far its complements were read.
    """
    if head.definite or sheet.forms[head.last][head.prefix :] not in words("officials") or not head.first:
        return None
    before = strip_conjunction(sheet.forms[head.first - 1])
    if not sheet.same_line(head.first) or (before not in speech_verbs() and before not in _SOURCED):
        return None
    if end > head.last and not sheet.is_word(end):
        return None
    last = _past_adjectives(sheet, head, end)
    last = _past_body(sheet, last)
    return last if last > head.last else None


def _past_adjectives(sheet: Sheet, head: Head, end: int) -> int:
    feminine = sheet.forms[head.last].endswith("ه")
    while end - head.last < _ADJECTIVES and sheet.is_word(end + 1) and sheet.same_line(end + 1):
        form = sheet.forms[end + 1]
        if form.endswith("ه") != feminine or form.startswith("ال") or form in COMPLEMENTISERS:
            break
        nisba = form.endswith(("ي", "يه")) and press_words().get(form, 0) >= _OFTEN
        plain = form in words("ranking") and end >= head.last
        if not (form in nation_words() or nisba or plain) or sheet.tokens[end + 1].text.endswith("ى"):
            break
        if form in words("never") or form in words("links") or form in finite_verbs():
            break
        end += 1
    return end


def _past_body(sheet: Sheet, end: int) -> int:
    """Return the last token of the body that «في» or «ب» leads to, `end` where none does."""
    first = end + 1
    if not sheet.is_word(first) or not sheet.same_line(first):
        return end
    form = sheet.forms[first]
    if form == "في":
        first += 1
        bare = sheet.form(first)
    elif form.startswith("ب") and len(form) > 3:
        bare = form[1:]
    else:
        return end
    if not sheet.is_word(first) or not sheet.same_line(first):
        return end
    if sheet.taken[first] is MentionKind.ORG:
        while first + 1 < len(sheet) and sheet.inside[first + 1]:
            first += 1
        return first
    noun = bare.removeprefix("ال")
    if noun not in body_heads() or sheet.taken[first] is not None:
        return end
    return read_extent(sheet, first, definite=bare.startswith("ال"))[0]
