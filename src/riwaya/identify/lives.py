"""What stands beside a person's name of the calling and the life: «المتهم فلان», «توفي فلان», «قال فلان»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from riwaya.arabic.normalise import fold
from riwaya.identify.callings import CALLED, calling_of, plain
from riwaya.identify.deaths import age_at_death, is_dead
from riwaya.identify.described import AGED
from riwaya.model import Article, Field, Mention

DIED, SPOKE = "died", "spoke"
_BEFORE, _BEHIND = 70, 80
_CUT = re.compile(r"[^\w\s]|\n")
_NOUNS = 4  # words before a name that may hold its noun
# Between the noun and the name: «خطيب المسجد الشيخ فلان», «صاحب متجر في البصرة فلان», «المقاتل في فصيل معارض فلان».
_BETWEEN = re.compile(r"(?:\s+في\s+\w+(?:\s+\w+)?|\s+(?:الشيخ|السيد|السيده|الدكتور|الدكتوره|الحاج|الاستاذ))+\s*$")
_SUSPECT = re.compile(r"المشتبه\w* (?:به|بها|فيه|فيها)\b")
# «زوجة المتهم فلان», «محامي المتهم فلان»: the noun or the name may be either's.
_ANOTHERS = frozenset((
    "زوجه", "زوج", "ابن", "ابنه", "نجل", "والد", "والده", "شقيق", "شقيقه", "اخ", "اخت", "شقيقها", "ام", "اب", "محامي",
    "محاميه", "محام", "اسره", "عايله", "قضيه", "صديق", "صديقه", "خليفه", "ضحيه",
))  # fmt: skip
_APPOSITION = re.compile(
    r"^\W{0,3}(?:و?هو|و?هي)\s+(?P<is>\w+(?: \w+)?)|^\s?[،,]\s?(?P<noun>(?:و?ال)?\w+(?: \w+)?)"
    r"|^\s(?P<charged>(?:المتهم|المدان|المحكوم)ه?)\b|^\s(?P<made>\w{3,}ا(?: \w+){0,2})"
)
_NO_ADVERBS = frozenset(("قاضيا", "محاميا", "واليا", "مدعيا"))  # «إعلاميا» is "in the media"
_OF_WHATEVER = frozenset(("رييسا", "نايبا", "امينا", "مستشارا", "مفوضا", "مندوبا", "ممثلا"))
_SPEAKS = re.compile(
    r"(?:^|\W)[وف]?(?:قالت?|[يت]قول|اكدت?|[يت]وكد|اضافت?|[يت]ضيف|اوضحت?|[يت]وضح|اعلنت?|[يت]علن|صرحت?|كشفت?|[يت]كشف|طالبت?"
    r"|حذرت?|[يت]حذر|[يت]ري|اشارت?|[يت]شير|شددت?|دعا|دعت|ذكرت?|تعهدت?|شكا|شكت|[يت]روي|افتتحت?|استقبلت?|التقيت?|زارت?|تفقدت?"
    r"|فازت?|وقعت?|سجلت?|احرزت?|غنيت?|احيت?|انضمت?|اصدرت?)(?: \w+){0,7}\s*$"
)
# «أدين فلان بقتل زوجته»
_CONDEMNED = re.compile(
    r"^ (?:بقتل|بالقتل|باغتصاب|بسرقه|بتهريب|بالاتجار|بخطف|بطعن|بذبح|بالسجن (?:المؤبد|مدي)|بالاعدام|بالتجسس)(?!\w)"
)
# «سجل فلان هدفين»
_SCORES = re.compile(r"(?:^|\W)[وف]?(?:سجل|احرز|[يت]سجل|[يت]حرز)ت?(?: \w+){0,4}\s*$")
_GOALS = re.compile(r"^[^.،؛\n]{0,25}?\b(?:هدف|الهدف|هدفا|هدفين|هدفيه|اهداف|ثناييه|هاتريك|ثلاثيه)\b")


def tell(article: Article, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return what is said beside a person's mentions: `CALLED` with a calling, `DIED`, `SPOKE`, `AGED` at death."""
    return tuple(dict.fromkeys(said for mention in mentions for said in _beside(article, mention)))


def _beside(article: Article, mention: Mention) -> Iterator[str]:
    text = article.text if mention.field is Field.TEXT else article.title
    before = _CUT.split(fold(text[max(0, mention.span.start - _BEFORE) : mention.span.start]))[-1]
    if before[-1:].isalpha():
        before = ""  # «قال القاضي لفلان», «النائب وفلان»: what stands before is another's
    behind = fold(text[mention.span.end : mention.span.end + _BEHIND])
    calling = _before(before) or _apposed(behind) or _by_deed(before, behind)
    if calling:
        yield f"{CALLED}{calling}"
    if is_dead(before, behind):
        yield DIED
        if years := age_at_death(before, behind):
            yield f"{AGED}{years}"
    elif _SPEAKS.search(before):
        yield SPOKE


def _by_deed(before: str, behind: str) -> str:
    """Return the calling of what somebody did: «أدين فلان بقتل زوجته», «سجل فلان هدفين»."""
    if _CONDEMNED.match(behind):
        return "crime"
    return "player" if _SCORES.search(before) and _GOALS.match(behind) else ""


def _before(text: str) -> str:
    """Return the calling of the noun before a name: «المتهم», «بائع الخضار», «الخبير العسكري»."""
    words = _SUSPECT.sub("المتهم", _BETWEEN.sub("", text)).split()[-_NOUNS - 1 :]
    for place in range(max(len(words) - _NOUNS, 0), len(words)):  # «المحلل السياسي» is no politician
        word, rest = words[place], words[place + 1 :]
        bound = rest[1:] if len(rest) > 1 and not word.startswith("ال") else rest  # «صاحب متجر الحلويات»
        if any(not each.startswith("ال") for each in bound):
            continue
        noun = word.lstrip("وف") if word[:2] in ("وا", "فا") else word
        noun = re.sub("^(?:لل|[بكل]ال)", "ال", noun)
        if not noun.startswith("ال") and not rest:
            continue  # «مهندس فلان»
        calling = calling_of(plain(" ".join((noun, *rest))))
        if calling:
            ambiguous = place and words[place - 1].lstrip("وفبل") in _ANOTHERS
            return "" if ambiguous else calling
    return ""


def _of_made(noun: str, rest: str) -> str:
    """Return the calling that somebody is given: «عين فلان سفيرا لدى», «عميدا لكلية الطب»; not of «رئيسا للنصر»."""
    if not noun.endswith("ا") or (noun.endswith("يا") and noun not in _NO_ADVERBS) or noun in _OF_WHATEVER:
        return ""
    return calling_of(plain(f"{noun.removesuffix('ا')} {rest}"))


def _apposed(text: str) -> str:
    """Return the calling of a noun behind a name: «فلان، وهو ضابط», «فلان، الباحث في», «فلان المتهم بـ»."""
    found = _APPOSITION.match(text)
    if not found:
        return ""
    if found["made"]:  # «عين فلان سفيرا لدى»
        return _of_made(*found["made"].partition(" ")[::2])
    noun = found["is"] or found["noun"] or found["charged"]
    calling = calling_of(plain(noun))
    # «فلان، وزير الدفاع علان»: a list of offices is no apposition.
    return "" if calling == "state" and not noun.startswith("ال") and not found["is"] else calling
