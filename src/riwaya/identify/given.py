"""Whether a clause that tells what somebody is made, becomes or was says that he is it.

«نفى الديوان تعيين فلان وزيراً», «قد يصبح فلان وزيراً», «لم يعين فلان وزيراً» give nobody an office; «كان فلان وزيراً»
tells one that is over. The words are read from the office backwards: the nearest verb or verbal noun gives it, and its
form and what governs it say how.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.arabic.normalise import fold
from riwaya.knowledge.giving_words import GivingWord, Tense, read_giving
from riwaya.knowledge.names import without_article
from riwaya.knowledge.roles import is_title
from riwaya.model import Article, Field, Mention
from riwaya.tables import read_table

_REACH = 240  # characters of a sentence before an office
_AFTER = 48  # characters behind an office in which it is bounded
_MONTH_WORDS = (
    "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول"
    "|(?:كانون|تشرين) (?:الاول|الثاني)"
)
_YEARS = re.compile(
    r"^[ ،,(]*(?:(?:خلال |في )?(?:الفتره )?(?:من|بين|ما بين|منذ) (?:عام |عامي |سنه )?\d{4}\W+(?:و?(?:حتي|الي)|و)|و?حتي"
    r"|(?<=\()(?:19|20)\d\d ?[-–])"  # «(1988-1990)»
    r" ?(?:(?:عام|سنه|نهايه|مطلع|اواخر|شهر|\d{1,2}|"
    rf"{_MONTH_WORDS})[ /]+){{0,4}}(?P<year>(?:19|20)\d\d)(?!\d)"  # «حتى 31 مارس/آذار 2017»
)
_MOST = 24  # words of it that may govern
_ASIDE = 3  # words between a condition and its verb
_HOUSE = frozenset(("وكاله", "وكالات"))  # «وكالة الأنباء» spreads no rumours
_SENTENCE = re.compile(r"[.؟?!؛\n]")
_WORD = re.compile(r"\w+")
_ACCUSATIVE = re.compile(r"^(?!ال)\w{2,}(?:ا(?: |$)|ه (?:(?!ال)\w+ه )?ل(?:ل?\w|ـ? ?[\"«“]))")
_POST = frozenset(("منصب", "حقيبه", "مهام", "وظيفه", "موقع"))
_NEGATED = frozenset(("لم", "لن", "لا", "ليس", "غير"))
_PERHAPS = frozenset(("قد", "ربما", "هل", "كي", "لكي", "سوف", "عساه", "لعل"))
_IF = frozenset(("لو", "لولا", "اذا", "هل"))
_IS_NOT = frozenset(("ليس", "ليست"))
_THAT = frozenset(("ان", "لان", "بان"))
# «تولى» or «تولي»: a verbal noun has something that governs it.
_EITHER = frozenset(("تولي", "تسلم"))
_LEADING = frozenset(("الي", "علي", "عن", "من", "في", "قبل", "بعد", "منذ", "قبول", "مع"))
_TOWARDS = frozenset(("نحو", "قبيل", "قرب", "لقرب"))
_WHO = frozenset(("الذي", "التي"))
_EARLIER = frozenset(("سبق",))
_BEFORE_NOW = frozenset(("كان", "كانت", "سبق"))
_SUBJECT = 6  # words between «كان» and the verb it makes past
_NOT_GIVEN = frozenset(("denying", "wanting", "failing"))
_GIVES = frozenset(("giving", "putting_forward", "deciding", "having"))


class Manner(StrEnum):
    """How a clause gives somebody an office."""

    GIVEN = "given"
    FORWARD = "put forward"
    PAST = "past"
    OPEN = "open"  # wished, doubted, denied, refused, still to come


def manner_of(article: Article, role: Mention, holder: Mention) -> Manner | None:
    """Return how a clause gives the holder the office behind the name, None where it is a plain apposition."""
    text = article.text if role.field is Field.TEXT else article.title
    if holder.field is not role.field:
        return None
    if role.span.start < holder.span.end:
        ahead = words_before(text, role.span.start)  # «رشح نفسه لمنصب رئيس البلدية فلان»
        return read_manner(ahead) if ahead and ahead[-1].lstrip("لب") in _POST else None
    gap = fold(text[holder.span.end : role.span.start])
    if _SENTENCE.search(gap):
        return None
    behind = _WORD.findall(gap)
    served_as = behind[-1:] == ["ك"]  # «عملت كمستشارة»
    if served_as:
        behind.pop()
    if behind and _is_one(behind[-1], _IS_NOT):
        return Manner.OPEN
    if behind[-2:] in (["لم", "يعد"], ["لم", "تعد"]):
        return Manner.PAST
    ahead = words_before(text, holder.span.start)
    if not served_as and not _is_made(behind, ahead, made=tells_what_is_made(role)):
        return None
    if _is_quoted(text, holder) and tells_what_is_made(role) and not any(map(_gives, (*ahead, *behind))):
        return Manner.OPEN  # they chant «فلان رئيساً للجمهورية»
    manner = read_manner([*ahead, *behind])
    after = fold(text[role.span.end : role.span.end + _AFTER])
    if manner is Manner.GIVEN and is_bounded(after, article.published):
        return Manner.PAST  # «ظل سفيراً في باريس حتى عام 2018»
    if manner is Manner.PAST and after.split()[:1] == ["منذ"] and not any(_is_one(word, _BEFORE_NOW) for word in ahead):
        return Manner.GIVEN  # «كان يشغل منصب السفير منذ 2015» is over
    return manner


def is_bounded(after: str, published: str) -> bool:
    """Return whether folded words behind an office or name bound it by years that are over («بين ... و1995»)."""
    bounded = _YEARS.match(after)
    return bounded is not None and bounded["year"] < published[:4]


def words_before(text: str, end: int) -> list[str]:
    """Return the folded words of a sentence before `end`."""
    before = text[max(0, end - _REACH) : end]
    breaks = [told.end() for told in _SENTENCE.finditer(before)]
    return _WORD.findall(fold(before[breaks[-1] if breaks else 0 :]))[-_MOST:]


def _is_made(behind: list[str], ahead: list[str], *, made: bool) -> bool:
    """Return whether an office is what somebody is made or was, not his title: by its case or by the word before it.

    `made`: its case tells so.
    """
    if made or (behind and (behind[-1].lstrip("لب") in _POST or behind[-1] in _POST)):
        return True
    if behind:
        return read_giving(behind[-1]) is not None
    while ahead and (ahead[-1].startswith("ال") or is_title(without_article(fold_name(ahead[-1])))):
        ahead = ahead[:-1]
    told = read_giving(ahead[-1]) if ahead else None
    # «كان فلان وزير العدل قد قال» has a plain apposition.
    return told is not None and told.sort == "giving" and told.tense is not Tense.PAST


def _is_quoted(text: str, holder: Mention) -> bool:
    before = text[text.rfind("\n", 0, holder.span.start) + 1 : holder.span.start]
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")


def _gives(word: str) -> bool:
    told = read_giving(word)
    return told is not None and told.sort not in ("facts", "telling", "taken_as_fact")


def tells_what_is_made(role: Mention) -> bool:
    """Return whether an office's case tells that it is what somebody becomes («ويعين | قائدا للجيش»), no title."""
    return _ACCUSATIVE.match(fold(role.text)) is not None


def read_manner(words: list[str]) -> Manner:
    """Return how the words before an office give it."""
    forward = noun = False
    for index in range(len(words) - 1, -1, -1):
        told = _read_at(words, index)
        if told is None:
            continue
        if told.sort in _NOT_GIVEN:
            return Manner.OPEN
        if told.sort == "facts" and not noun:
            continue  # «لم تعين بعد»
        if told.sort in ("facts", "taken_as_fact"):
            break
        if told.sort == "leaving":
            if _POST.isdisjoint(word.lstrip("ل") for word in words[index:]):
                continue  # another's, before somebody is given the office
            return Manner.GIVEN if _stays(words, index, told) else Manner.PAST
        if told.sort == "giving" and told.tense is Tense.NONE and _is_one(words[max(0, index - 1)], _TOWARDS):
            return Manner.OPEN
        forward = forward or told.sort == "putting_forward"
        if told.tense is Tense.NONE:
            noun = True
            continue  # what governs the verbal noun says more
        if told.sort == "going_on":
            return Manner.PAST if words[index - 1 : index] == ["لم"] else Manner.GIVEN
        if _is_open(words, index, told):
            return Manner.OPEN
        if told.tense is Tense.PURPOSE and told.sort in _GIVES:
            continue  # «اختار فلاناً ليكون وزيراً»
        if told.sort == "reaching" and told.tense is not Tense.PAST:
            return Manner.OPEN
        if told.sort == "having":
            return _had(words, index, told)
        if told.sort in _GIVES and (_was(words, index) if told.tense is Tense.PRESENT else _once(words, index)):
            return Manner.PAST
        if _is_doubted(words, index):
            return Manner.OPEN
        break
    return Manner.FORWARD if forward else Manner.GIVEN


def _read_at(words: list[str], index: int) -> GivingWord | None:
    told, before = read_giving(words[index]), words[max(0, index - 1)]
    if told is not None and told.sort == "denying" and before in _HOUSE:
        return None
    if told is not None and _is_one(words[index], _EITHER):
        governed = before in _LEADING or _is_one(before, _TOWARDS) or (index and read_giving(before) is not None)
        return told if governed else GivingWord(told.sort, Tense.PAST)
    return told


def _stays(words: list[str], index: int, told: GivingWord) -> bool:
    """Return whether an end of somebody's office is only wished, refused or still to come."""
    if told.tense is not Tense.NONE:
        return told.tense is not Tense.PAST or _is_open(words, index, told)
    governing = (_read_at(words, place) for place in range(index))
    return any(word is not None and word.sort in _NOT_GIVEN for word in governing)


def _had(words: list[str], index: int, told: GivingWord) -> Manner:
    if told.tense is Tense.PAST or _was(words, index):
        return Manner.OPEN if _is_doubted(words, index) else Manner.PAST
    return Manner.GIVEN


def _was(words: list[str], index: int) -> bool:
    """Return whether «كان» or «سبق» makes a verb past: «كان فلان يشغل منصب ...», «سبق له أن تولى»."""
    return any(_is_one(word, _BEFORE_NOW) for word in words[max(0, index - _SUBJECT) : index])


def _once(words: list[str], index: int) -> bool:
    """Return whether «سبق» says of what a verb tells that it was before what one has now («سبق أن تولى منصب ...»)."""
    return any(_is_one(word, _EARLIER) for word in words[max(0, index - _ASIDE) : index])


def _is_open(words: list[str], index: int, told: GivingWord) -> bool:
    """Return whether a verb's own form or the word before it leaves open what it says."""
    if told.tense in (Tense.FUTURE, Tense.THEN):
        return True
    before = words[max(0, index - _ASIDE) : index]
    last = before[-1] if before else ""
    if _is_one(last, _NEGATED) or any(word in _IF for word in before):
        return True
    if told.tense is Tense.PAST:
        return last == "ما" and told.sort in ("giving", "having")
    if _is_one(last, _PERHAPS):
        return True
    if any((other := read_giving(word)) is not None and other.sort == "failing" for word in before):
        return True  # «كاد فلان يصبح وزيراً»
    if _is_one(last, _THAT):  # the subjunctive
        return not any(read_reaching(word) for word in words[max(0, index - 1 - _ASIDE) : index - 1])
    return told.tense is Tense.PRESENT and words[index].endswith("كون")


def _is_one(word: str, closed: frozenset[str]) -> bool:
    """Return whether a word, or what is left without «و», is one of a few: «ولن»."""
    return word in closed or (word[:1] == "و" and word[1:] in closed)


def read_reaching(word: str) -> bool:
    """Return whether what follows a word with «أن» has come about («قبل أن يصبح», «نجح في أن يصبح»)."""
    told = read_giving(word)
    return told is not None and told.sort == "reaching"


def _is_doubted(words: list[str], index: int) -> bool:
    """Return whether what a verb tells is denied by whom the sentence cites («نفى أنه عُين», «لم يعلن»)."""
    if index and words[index - 1] in _WHO:
        return False  # what a relative clause tells is taken as known
    clause = words[index].startswith("و") and words[index][1:] in _verbs()
    for place in range(index - 1, -1, -1):
        if clause:
            return False
        word = words[place]
        told = _read_at(words, place)
        if told is not None and told.sort == "denying":
            return True
        if told is not None and told.sort == "telling" and _is_open(words, place, told):
            return True
        clause = word.startswith("و") and word[1:] in _verbs()
    return False


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("finite_verbs.tsv"))
