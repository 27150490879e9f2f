"""What stands beside a person's name of the calling and the life: «المتهم فلان», «توفي فلان», «قال فلان»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from riwaya.arabic.normalise import fold
from riwaya.identify.callings import calling_of, plain
from riwaya.identify.described import AGED
from riwaya.model import Article, Field, Mention

CALLED, DIED, SPOKE = "called ", "died", "spoke"
_BEFORE, _BEHIND = 70, 80
_CUT = re.compile(r"[^\w\s]|\n")
_NOUNS = 4  # words before a name that may hold its noun
# Between the noun and the name: «خطيب المسجد الشيخ فلان», «صاحب متجر في البصرة فلان».
_BETWEEN = re.compile(r"(?:\s+في\s+\w+(?:\s+ال\w+)?|\s+(?:الشيخ|السيد|السيده|الدكتور|الدكتوره|الحاج|الاستاذ))+\s*$")
_SUSPECT = re.compile(r"المشتبه\w* (?:به|بها|فيه|فيها)\b")
# «زوجة المتهم فلان», «محامي المتهم فلان»: the noun or the name may be either's.
_ANOTHERS = frozenset((
    "زوجه", "زوج", "ابن", "ابنه", "نجل", "والد", "والده", "شقيق", "شقيقه", "اخ", "اخت", "شقيقها", "ام", "اب", "محامي",
    "محاميه", "محام", "اسره", "عايله", "قضيه", "صديق", "صديقه", "خليفه", "ضحيه",
))  # fmt: skip
_APPOSITION = re.compile(
    r"^\W{0,3}(?:و?هو|و?هي)\s+(?P<is>\w+(?: \w+)?)|^\s?[،,]\s?(?P<noun>(?:و?ال)?\w+(?: \w+)?)"
    r"|^\s(?P<charged>(?:المتهم|المدان|المحكوم)ه?)\b"
)
_DIES = re.compile(
    r"(?:^|\W)[وف]?(?:توفيت?|وفاه|نع[يت]|تنعي|ينعي|استشهدت?|استشهاد|اغتيلت?|اغتيال|اعدام|جنازه|جثمان|مصرع|مقتل)"
    r"(?: \w+){0,4}\s*$"
)
_LEAVES = re.compile(r"(?:^|\W)[وف]?(?:رحيل|رحلت?)(?: \w+){0,4}\s*$")  # a club too: the age tells
_HAS_DIED = re.compile(
    r"^\W{0,3}(?:الذي|التي)?\s?(?:توفيت?|قضي نحبه|لقيت? مصرعه?ا?|استشهدت?|وافته|وافتها|فارقت? الحياه)\b"
    r"|^\s?(?:مصرعه?ا?|حتفه?ا?)\b|^(?: \w+){0,4} (?:لقيت? حتفه?ا?|وافته المنيه|فارق الحياه)\b"
)
_OUTLIVED = re.compile(
    r"محاوله اغتيال|(?:بعد|قبل|ذكري|منذ|كتاب|عقب|اثر|في)\s+(?:ال\w+ )?(?:وفاه|رحيل|اغتيال|استشهاد|مقتل|مصرع|اعدام)"
)
_SPEAKS = re.compile(
    r"(?:^|\W)[وف]?(?:قالت?|[يت]قول|اكدت?|[يت]وكد|اضافت?|[يت]ضيف|اوضحت?|[يت]وضح|اعلنت?|[يت]علن|صرحت?|كشفت?|[يت]كشف|طالبت?"
    r"|حذرت?|[يت]حذر|[يت]ري|اشارت?|[يت]شير|شددت?|دعا|دعت|ذكرت?|تعهدت?|شكا|شكت|[يت]روي|افتتحت?|استقبلت?|التقيت?|زارت?|تفقدت?"
    r"|فازت?|وقعت?|سجلت?|احرزت?|غنيت?|احيت?|انضمت?|اصدرت?)(?: \w+){0,7}\s*$"
)
# «أدين فلان بقتل زوجته»
_CONDEMNED = re.compile(
    r"^ (?:بقتل|بالقتل|باغتصاب|بسرقه|بتهريب|بالاتجار|بخطف|بطعن|بذبح|بالسجن (?:المؤبد|مدي)|بالاعدام|بالتجسس)(?!\w)"
)
_AT_AGE = re.compile(r"\bعن\s+(?:عمر\s+)?(?:ناهزت?\s+|يناهز\s+|بلغ\s+)?(?:ال)?(?P<age>\d{2,3})\s*(?:عاما|سنه)")


def tell(article: Article, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return what is said beside a person's mentions: `CALLED` with a calling, `DIED`, `SPOKE`, `AGED` at death."""
    return tuple(dict.fromkeys(said for mention in mentions for said in _beside(article, mention)))


def _beside(article: Article, mention: Mention) -> Iterator[str]:
    text = article.text if mention.field is Field.TEXT else article.title
    before = _CUT.split(fold(text[max(0, mention.span.start - _BEFORE) : mention.span.start]))[-1]
    behind = fold(text[mention.span.end : mention.span.end + _BEHIND])
    calling = _before(before) or _apposed(behind) or ("crime" if _CONDEMNED.match(behind) else "")
    if calling:
        yield f"{CALLED}{calling}"
    age = _AT_AGE.search(re.split(r"[.!?؟\n]", behind)[0])
    dies = _DIES.search(before) or (age and _LEAVES.search(before))
    if (dies and not _OUTLIVED.search(before)) or _HAS_DIED.match(behind):
        yield DIED
        if age:
            yield f"{AGED}{int(age['age'])}"
    elif _SPEAKS.search(before):
        yield SPOKE


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


def _apposed(text: str) -> str:
    """Return the calling of a noun behind a name: «فلان، وهو ضابط», «فلان، الباحث في», «فلان المتهم بـ»."""
    found = _APPOSITION.match(text)
    if not found:
        return ""
    noun = found["is"] or found["noun"] or found["charged"]
    calling = calling_of(plain(noun))
    # «فلان، وزير الدفاع علان»: a list of offices is no apposition.
    return "" if calling == "state" and not noun.startswith("ال") and not found["is"] else calling
