"""Whom a new holder of an office follows: «خلفاً لفلان», «بدلاً من اللواء فلان», «الذي خلف فلاناً»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.arabic.names import fold_name
from riwaya.identify.holdings import Holding, plain
from riwaya.knowledge.names import without_article
from riwaya.knowledge.roles import is_office, is_title
from riwaya.knowledge.statuses import is_over
from riwaya.model import Article, Mention

_REACH = 60  # characters between the office and the predecessor's name
_INSTEAD = re.compile(r"^\W*(?:وذلك )?(?:خلفا|بدلا|عوضا)(?: من| عن)?(?P<who>(?: [^\W\d]+){0,4}) ?(?P<lam>ل|لل)? ?$")
_FOLLOWED = re.compile(r"^\W*(?:الذي|التي) (?:خلف|خلفت|حل محل|حلت محل)(?P<who>(?: \w+){0,3}) $")
_PLACE_OF = re.compile(r"^ محل(?P<who>(?: \w+){0,3}) $")
_COMES = re.compile(r"(?:^|\W)[وف]?(?:حل|حلت) $")
_OWN = frozenset(("سلفه", "سلفها", "زميله", "زميلها", "السيد", "السيده"))
_STAYS = re.compile(r"^\W*(?:الذي|التي) (?:س\w{3,}|تنتهي|ينتهي|لا يزال|لا تزال)(?!\w)")  # «الذي سيرحل بنهاية الموسم»
# What is told of the predecessor before the day: «خلفاً لفلان الذي استقال، في ...».
_ASIDE = re.compile(r"^ (?:الذي|التي) (?:استقال|استقالت|اقيل|اقيلت|توفي|توفيت|تقاعد|تقاعدت)(?=\W)")


@dataclass(frozen=True, slots=True)
class Succession:
    """The name of whom somebody follows in an office.

    Attributes:
        end: where what is said of the name ends.
        verb: «الذي خلف فلاناً» says that the office is taken, «خلفاً لفلان» only whose it was.
        stays: the office is still the predecessor's.
    """

    person: Mention
    end: int
    verb: bool
    stays: bool


def predecessor(article: Article, holding: Holding, start: int, persons: Sequence[Mention]) -> Succession | None:
    """Return whom the holder of an office follows, named right behind `start`, None where nobody is."""
    index = bisect_left(persons, start, key=lambda person: person.span.start)
    if index == len(persons) or persons[index].span.start > start + _REACH or persons[index].id == holding.person.id:
        return None
    person = persons[index]
    between = plain(article.text[start : person.span.start])
    told, verb = _INSTEAD.match(between), False
    if told is None and not holding.post:
        told, verb = _FOLLOWED.match(between), True
    if told is None or not all(map(_is_title, told["who"].split())):
        return None
    return _succession(article, person, verb=verb)


def displaced(article: Article, holding: Holding, persons: Sequence[Mention]) -> Succession | None:
    """Return whose place the holder takes in an office named behind both: «حل فلان محل فلان في منصب ...»."""
    index = bisect_left(persons, holding.person.span.end, key=lambda person: person.span.start)
    if index == len(persons) or persons[index].span.end > holding.mention.span.start:
        return None
    person = persons[index]
    told = _PLACE_OF.match(plain(article.text[holding.person.span.end : person.span.start]))
    before = plain(article.text[max(0, holding.person.span.start - _REACH) : holding.person.span.start])
    behind = plain(article.text[person.span.end : holding.mention.span.start])
    if told is None or not all(map(_is_title, told["who"].split())) or not _COMES.search(before):
        return None
    return Succession(person, holding.mention.span.end, True, False) if behind.strip() in ("في منصب", "في") else None


def _succession(article: Article, person: Mention, *, verb: bool) -> Succession:
    behind = plain(article.text[person.span.end : person.span.end + _REACH])
    aside = re.match(r"\W*\w+\W+\w+", article.text[person.span.end :]) if _ASIDE.match(behind) else None
    end = person.span.end + (aside.end() if aside else 0)
    return Succession(person, end, verb, bool(_STAYS.match(behind)))


def _is_title(word: str) -> bool:
    """Return whether a word may stand between «خلفاً لـ» and a name: a rank, an office, a nation, or what is over."""
    form = fold_name(word)
    forms = {form, without_article(form)}
    forms |= {without_article(form[1:]), form[1:]} if form.startswith("ل") and len(form) > 2 else set()
    return any(one in _OWN or is_over(one) or is_title(one) or is_office(one) for one in forms) or form in ("ل", "لل")
