"""What an article's own words say of a name: how it is written in full, whose nickname it is, whose relative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from riwaya.arabic.normalise import fold
from riwaya.identify.person_names import split_name
from riwaya.model import Article, Field, Mention

_REACH = 60  # characters between a name and the nickname behind it
_BY_NAME = r"(?:ب|باسم|بلقب|بكنيه|تحت اسم)"
_MANNER = r"(?:\s+(?:اعلاميا|فنيا|حركيا|شعبيا|سابقا|ايضا|اكثر|عالميا|محليا))?"
_KNOWN_AS = re.compile(
    # «المعروف باسم», «الشهيرة بـ», «الملقب», «المكنى»
    rf"(?:^|\W)و?(?:ال)?(?:معروف|ملقب|شهير|مكني|مكناه|مشهور|مدعو|مسمي|معروفا|ملقبا)(?:ه)?{_MANNER}"
    rf"(?:\s+{_BY_NAME})?\s*:?\s*\W{{0,2}}$"
    # «الذي عرف باسم», «ويلقب بـ», «التي اشتهرت بـ»
    rf"|(?:^|\W)(?:الذي |التي )?و?(?:كان |كانت )?"
    rf"(?:عرف|عرفت|يعرف|تعرف|اشتهر|اشتهرت|يشتهر|يلقب|تلقب|لقب|لقبت|يكني|يدعي|تدعي)"
    rf"{_MANNER}\s+{_BY_NAME}\s*:?\s*\W{{0,2}}$"
)
# The full name follows: «شوكان، واسمه الحقيقي محمود ...»
_REAL_NAME = re.compile(r"(?:^|\W)و?(?:اسمه|اسمها)\s+(?:الحقيقي|الاصلي|الكامل|بالكامل)\s*:?\s*\W?$")
_KUNYA = re.compile(r"^(?:ابو|ام)\s?\w")
_RELATIVE = re.compile(
    r"^\s*[،,]?\s*(?:و?هو |و?هي )?(?:ال)?"
    r"(?:شقيق|شقيقه|اخ|اخت|والد|والده|ابن|ابنه|نجل|عم|خال|زوج|زوجه|صديق|صديقه|جار|قريب|قريبه)(?:ه|ها|هم)?\s"
)


_OF_A_RELATIVE = re.compile(
    r"^\s*[،,]?\s*(?:و?هو |و?هي )?(?:ال)?"
    r"(?:ابن عم|ابن خال|ابن شقيق|ابن شقيقه|ابن اخ|ابن اخت|شقيق|شقيقه|اخ|اخت|والد|والده|ابن|ابنه|"
    r"نجل|عم|خال|زوج|زوجه|صهر|حفيد|ارمله)\s+(?:\w+\s+)?$"
)


def written_name(article: Article, mention: Mention) -> str:
    """Return a mention as a reader would write the name: without hashtag, with the article that «لل» has swallowed."""
    text = _source(article, mention)
    start = mention.span.start
    name = " ".join(mention.text.replace("_", " ").replace("#", " ").split())
    swallowed = text[max(0, start - 2) : start] == "لل" and (start == 2 or not _inside_word(text, start - 3))
    return f"ال{name}" if swallowed and not name.startswith("ال") else name


def _inside_word(text: str, index: int) -> bool:
    """Return whether the letter there belongs to the word, other than «و» and «ف» that words take in front."""
    if not text[index].isalpha():
        return False
    return text[index] not in "وف" or (index > 0 and text[index - 1].isalpha())


def _source(article: Article, mention: Mention) -> str:
    return article.text if mention.field is Field.TEXT else article.title


def find_nicknames(article: Article, persons: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Yield (nickname, named): ids of two mentions of one person, «محمود عباس (أبو مازن)», «X المعروف بـ"Y"»."""
    ordered = sorted(persons, key=lambda mention: (mention.field, mention.span))
    for position, (named, nickname) in enumerate(pairwise(ordered)):
        text = _source(article, named)
        if named.field is not nickname.field or nickname.span.start - named.span.end > _REACH:
            continue
        between = fold(text[named.span.end : nickname.span.start])
        after = text[nickname.span.end : nickname.span.end + 1]
        bracketed = between.strip() == "(" and after == ")" and bool(_KUNYA.match(fold(nickname.text)))
        if bracketed or _KNOWN_AS.search(between):
            bearer = _bearer(text, ordered, position)
            if len(split_name(bearer.text)) > 1:
                yield nickname.id, bearer.id
        elif _REAL_NAME.search(between) and len(split_name(nickname.text)) > 1:
            yield named.id, nickname.id


def _bearer(text: str, ordered: Sequence[Mention], position: int) -> Mention:
    """Return whom a clause behind a name is about: «فلان، ابن عم فلان، المعروف ب» is about the first."""
    named, before = ordered[position], ordered[position - 1]
    if (
        position
        and before.field is named.field
        and _OF_A_RELATIVE.search(fold(text[before.span.end : named.span.start]))
    ):
        return before
    return named


def find_relatives(article: Article, persons: Sequence[Mention]) -> frozenset[str]:
    """Return the first names by which the article calls somebody's relative («محمد، الشقيق الأكبر للمصور»)."""
    found = set()
    for mention in persons:
        end = mention.span.end
        if len(split_name(mention.text)) == 1 and _RELATIVE.match(fold(_source(article, mention)[end : end + 30])):
            found.add(mention.text)
    return frozenset(found)
