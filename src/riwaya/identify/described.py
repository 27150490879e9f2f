"""What an article says of a person beside the name, other than offices: dead, how old, of what trade and nation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from riwaya.arabic.normalise import fold
from riwaya.identify.gender import finite_forms, noun_gender
from riwaya.identify.person_names import split_name
from riwaya.knowledge.bodies import known_nations
from riwaya.knowledge.names import nation_key
from riwaya.model import Article, Field, Mention

DEAD, AGED = "dead", "age "
_DEAD = re.compile(
    r"(?:^|\W)[وفبلك]{0,2}(?:الفقيد|الفقيده|القتيل|القتيله|الضحيه|المرحوم|المرحومه|المغدور|المغدوره|جثمان|جثه)\s+\W?$"
)
# Whom no office makes known: said before the name with the article, or behind it («وهو مزارع»).
_TRADES = (
    "مزارع|فلاح|عامل|تاجر|سايق|طالب|تلميذ|صياد|نجار|حداد|بايع|موظف|معلم|مدرس|متقاعد|راعي|بناء|سباك|خباز|حلاق|حارس ليلي"
)
_TRADE_BEFORE = re.compile(rf"(?:^|\W)[وفبك]{{0,2}}ال(?P<trade>{_TRADES})ه?\s+\W?$")
_TRADE_BEHIND = re.compile(rf"^\W{{0,3}}(?:و?هو|و?هي)\s+(?P<trade>{_TRADES})ه?\b")
_AGE = re.compile(
    r"^\W{0,3}(?:البالغه?\s+(?:من\s+العمر\s+)?|وعمره[ا]?\s+|يبلغ\s+من\s+العمر\s+)?(?P<age>\d{1,3})\s+(?:عاما|سنه|سنوات|ربيعا)\b"
)
# «المهاجم الكولومبي فلان»: one or two adjectives before a name, and what stands before them.
_ADJECTIVES = re.compile(r"(?:^|\s)(?:(?P<before>\w+)\s+)?(?P<clitics>[وفبلك]{0,2})(?P<words>ال\w+(?:\s+ال\w+)?)\s+$")
_TO_THE = re.compile(r"(^|\s)([وف]?)لل(?=\w)")
_LIGHT = frozenset((
    "من", "الي", "علي", "عن", "مع", "في", "ان", "بان", "بين", "ضد", "امام", "عبر", "لكن", "ثم", "او", "بعد", "قبل",
    "حول", "لدي", "خلف", "سوي", "حتي", "كما", "كان", "كانت", "يدعي", "زميله", "زميلته", "مواطنه", "مواطنته", "نظيره",
    "نظيرته", "غريمه", "منافسه", "منافسته", "خصمه", "مدربه", "شقيقه", "شقيقته", "الدولي",
))  # fmt: skip
# «قضت بسجن فلان 12 عاما»
_SENTENCED = re.compile(r"(?:^|\W)(?:و|ب|ل|ال|بال)?(?:سجن|حبس|حكم|يسجن|حكمت|عقوبه|معاقبه|عاقبت|اعتقال)(?!\w)")
_REACH = 30
_SENTENCE = re.compile(r"[.!?؟\n]")


def describe(article: Article, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return what is said beside a person's mentions: `DEAD`, `AGED` with the years, trades."""
    return tuple(dict.fromkeys(said for mention in mentions for said in _beside(article, mention)))


def find_homes(article: Article, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the states whose adjective stands before a person's name, by nation key («الكولومبي فلان»).

    Not what may be a club's or a body's behind it («مهاجم فريق الوادي الكولومبي فلان»); where the article names the
    person in full, not what stands before the surname alone, which may be another's («البرازيلي رونالدو»).
    """
    full = [mention for mention in mentions if len(split_name(mention.text)) > 1]
    return tuple(dict.fromkeys(nation for mention in full or mentions if (nation := _home(article, mention))))


def _home(article: Article, mention: Mention) -> str:
    text = article.text if mention.field is Field.TEXT else article.title
    start = max(0, mention.span.start - 2 * _REACH)
    pieces = re.split(r"[^\w\s]|\n", fold(text[start : mention.span.start]))
    before = pieces[-1]
    told = _ADJECTIVES.search(_TO_THE.sub(r"\1\2لال", before))
    if told is None:
        return ""
    first, _, last = told["words"].partition(" ")
    if last and (nation := _state(told["words"])):
        noun, clitics = told["before"] or "", told["clitics"]
    elif last and not told["clitics"] and (nation := _state(last)):
        noun, clitics = first, ""
    elif not last and (nation := _state(first)):
        noun, clitics = told["before"] or "", told["clitics"]
    else:
        return ""
    # «نال التونسي فلان»: what opens a sentence without the article is a verb.
    opens = (not start or len(pieces) > 1) and before.split()[:1] == [noun] and not noun.startswith("ال")
    return nation if not noun or clitics or opens or _is_of_person(noun) or _is_anothers(noun, told["words"]) else ""


def _is_anothers(noun: str, words: str) -> bool:
    """Return whether an adjective is not of the noun before it, a feminine nation's: «محكمة ألمانية السوري فلانا»."""
    return noun.endswith("ه") and not words.endswith("ه") and bool(_state(f"ال{noun.removeprefix('ال')}"))


def _is_of_person(word: str) -> bool:
    """Return whether an adjective behind a word is the person's who is named next."""
    plain = re.sub("^[وفبك]?ال|^[وف]?لل", "", word)
    return word in _LIGHT or word.removeprefix("و") in finite_forms() or (plain != word and bool(noun_gender(plain)))


@lru_cache(maxsize=1 << 12)
def _state(words: str) -> str:
    """Return the state that an adjective is of, "" if none; England is one to some and a part of one to others."""
    nation = known_nations().get(nation_key(words))
    return nation.key if nation is not None and nation.iso else ""


def _beside(article: Article, mention: Mention) -> Iterator[str]:
    text = article.text if mention.field is Field.TEXT else article.title
    before = fold(text[max(0, mention.span.start - _REACH) : mention.span.start])
    behind = fold(text[mention.span.end : mention.span.end + 2 * _REACH])
    if _DEAD.search(before):
        yield DEAD
    if trade := _TRADE_BEFORE.search(before) or _TRADE_BEHIND.match(behind):
        yield trade["trade"]
    age = _AGE.match(behind)
    if age and not (age.start("age") == 1 and _SENTENCED.search(before)):
        yield f"{AGED}{int(age['age'])}"


def find_namesakes(
    article: Article, persons: Sequence[Mention], offices: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """Return the mentions of a full name that name another than the office-holder whom the article names so.

    «النائب فلان الفلاني يعزي عائلة الفقيد فلان الفلاني»: one sentence gives the name twice, once to somebody dead;
    or the article calls a bearer a farmer. `offices`: those written beside a mention, by its id.
    """
    bearers: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in persons:
        if len(parts := split_name(mention.text)) > 1:
            bearers[parts].append(mention)
    found = set()
    for named in bearers.values():
        holders = [mention for mention in named if offices.get(mention.id)]
        for mention in named if holders else ():
            said = set() if offices.get(mention.id) else set(_beside(article, mention))
            trade = any(one != DEAD and not one.startswith(AGED) for one in said)
            if trade or (DEAD in said and any(_in_one_sentence(article, mention, holder) for holder in holders)):
                found.add(mention.id)
    return frozenset(found)


def _in_one_sentence(article: Article, one: Mention, other: Mention) -> bool:
    if one.field is not other.field:
        return False
    text = article.text if one.field is Field.TEXT else article.title
    first, second = sorted((one, other), key=lambda mention: mention.span)
    return not _SENTENCE.search(text[first.span.end : second.span.start])
