"""What words beside an office say of its being held: held, acting, outgoing, still to come, run for, or over."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from riwaya.arabic.frequencies import load_given_names
from riwaya.knowledge.names import capitals, nation_key, without_article

_FORMER = frozenset((
    "السابق", "السابقه", "الاسبق", "الاسبقه", "سابقا", "المقال", "المقاله", "الراحل", "الراحله", "المستقيل",
    "المستقيله", "المخلوع", "المخلوعه", "المعزول", "المعزوله", "المتنحي", "المتنحيه", "السابقين", "السابقان",
    "الراحلان", "الراحلين", "المنحل", "المنحله", "انذاك", "حينذاك", "وقتذاك", "حينها", "وقتها",
    "حينيذ", "وقتيذ", "يوميذ",
))  # fmt: skip
# Behind an office noun without the article: «وزير سابق للطاقة».
_ONCE = frozenset(("سابق", "سابقه", "اسبق", "سابقا", "مستقيل", "مستقيله", "راحل", "راحله"))
# Of a government these make its head no former one: it goes on until the next is formed.
_GOING = frozenset(("المستقيله", "المقاله"))
_RESIGNED = frozenset(("المستقيل", "المستقيله"))  # so does a head who has resigned, but for a dismissed one
_CARETAKER = ("تصريف", "الاعمال")
_LEAVING = frozenset(("المنصرف", "المنصرفه", "المتخلي", "المتخليه", "المغادر", "المغادره"))
_CHARGED = "المكلف"
_ELECTED = "المنتخب"
_DESIGNATE = frozenset((_CHARGED, _ELECTED, "المقبل"))
# «رئيس الوزراء المعين» is still to come, «النائب المعين» and «المدير المعين حديثاً» are in their posts.
_NAMED = ("المعين", "المعينه")
_SENT = frozenset(("وزير", "وزيره", "سفير", "سفيره"))
_DONE = frozenset(("حديثا", "موخرا", "من", "قبل", "منذ", "في", "بقرار", "بمرسوم"))
_GOVERNMENT = frozenset(("وزراء", "الوزراء", "حكومه", "الحكومه"))
_CANDIDATE = frozenset(("المرشح", "المرشحه"))
_LIKELY = frozenset(("المحتمل", "المحتمله", "المرتقب", "المرتقبه"))
# «المرشح لمنصب وزير الدفاع» stands for the office behind it, «المرشح الوحيد» for none.
_FOR_OFFICE = (("لمنصب",), ("لتولي", "منصب"), ("لشغل", "منصب"), ("لتولي", "حقيبه"))
_SORT = frozenset((
    "الوحيد", "الوحيده", "المحتمل", "المحتمله", "المفضل", "المفضله", "الاوفر", "الابرز", "الاقرب", "الاوحد", "الاول",
    "الثاني", "الثالث", "الفايز", "الفايزه", "الخاسر", "الخاسره",
))  # fmt: skip
_ACTING = frozenset(("بالوكاله", "بالانابه", "بالنيابه", "الموقت", "الموقته"))
TERM_OVER = frozenset(("المنتهيه", "المنتهي", "منتهي", "منتهيه"))
_TERM = ("ولايت", "الولايه", "عهدت", "مدت", "رياست")
_STANDING_IN = ("القايم", "قايم", "القايمه", "قايمه")


class Status(StrEnum):
    """How a person stands to the office that a role names."""

    HELD = "held"
    ACTING = "acting"
    OUTGOING = "outgoing"
    DESIGNATE = "designate"
    CANDIDATE = "candidate"
    FORMER = "former"
    EARLIER = "earlier"  # held on a day long before the article's, of which nothing is said; no office has it


def read_status(folded: list[str]) -> tuple[Status, set[int]]:
    """Return how the office is held, and the indexes of the words that tell it."""
    outgoing = _outgoing(folded)
    former = {index for index, word in enumerate(folded) if word in _FORMER or (index and word in _ONCE)}
    if former - outgoing:
        return Status.FORMER, former | outgoing
    if outgoing:
        return Status.OUTGOING, outgoing
    if folded and without_article(folded[0]) in ("مرشح", "مرشحه"):
        return Status.CANDIDATE, _read_candidate(folded)
    feminine = bool(folded) and folded[0].endswith("ه")
    wanted = {f"{word}ه" for word in _DESIGNATE} if feminine else _DESIGNATE
    # «رئيس الحكومة المكلفة من البرلمان» heads a government that is appointed: the adjective is not the person's.
    # «الوزير المكلف بملف المياه» is in charge of it, «المكلف بتشكيل الحكومة» is still to come.
    designate = {
        index
        for index, word in enumerate(folded)
        if index
        and word in wanted
        and not (is_charge(folded[index + 1 :]) or _has_task(folded, index) or _is_team(folded, index))
    }
    designate |= _named(folded)
    if designate:
        told = designate | _to_be_formed(folded)
        if all(folded[index].startswith(_CHARGED) for index in designate) and not _forms_government(folded):
            return Status.ACTING, told  # «مدير الجامعة المكلف» runs it until another is named
        return Status.DESIGNATE, told
    nominated = {index for index, word in enumerate(folded) if index and word in _CANDIDATE}
    nominated |= _likely(folded)
    if nominated:
        return Status.CANDIDATE, nominated  # «وزير الدفاع المرشح»
    acting = {index for index, word in enumerate(folded) if index and word in _ACTING}
    if len(folded) > 2 and folded[0] in _STANDING_IN and folded[1] in ("باعمال", "بمهام"):
        acting |= {0, 1}
    return (Status.ACTING, acting) if acting else (Status.HELD, set())


def _likely(folded: Sequence[str]) -> set[int]:
    """Return where «المحتمل» says of an office's holder that he may get it («المدير الفني المحتمل لنادي X»)."""
    found = set()
    for index, word in enumerate(folded):
        closed = all(each.startswith("ال") for each in folded[:index])
        agrees = word.endswith("ه") == folded[0].endswith("ه")
        if index and word in _LIKELY and agrees and (closed or (index == 2 and len(folded) == 3)):
            found.add(index)
    return found


def is_over(word: str) -> bool:
    """Return whether a folded word says that an office is over («المستقيل»)."""
    return word in _FORMER


def is_charge(words: Sequence[str]) -> bool:
    """Return whether folded words behind «المكلف» say with what, if no government: «بملف المياه», but no «بنيامين»."""
    word = words[0] if words else ""
    return word.startswith("ب") and word != "بتشكيل" and word not in load_given_names()


def _has_task(folded: Sequence[str], index: int) -> bool:
    """Return whether a minister is charged with what the next word says («الوزير المكلف شؤون الشرق الأوسط»)."""
    rest = [word for word in folded[index + 1 :] if not nation_key(word)]
    minister = without_article(folded[0]) in ("وزير", "وزيره")
    return minister and folded[index].startswith(_CHARGED) and bool(rest) and rest[0] != "من"


def _is_team(folded: Sequence[str], index: int) -> bool:
    """Return whether «المنتخب» is a team («قائد المنتخب الأرجنتيني»), no adjective («رئيس فرنسا المنتخب»)."""
    before = folded[index - 1]
    return folded[index] == _ELECTED and not (before.startswith("ال") or nation_key(before) or before in capitals())


def _named(folded: Sequence[str]) -> set[int]:
    """Return where «المعين» stands of a minister, an ambassador or the head of a government."""
    index = next((place for place, word in enumerate(folded) if place and word in _NAMED), 0)
    if not index:
        return set()
    head, *rest = (without_article(word) for word in folded[:index])
    government = head in ("رييس", "رييسه") and not _GOVERNMENT.isdisjoint(rest)
    fits = folded[index] == _NAMED[head.endswith("ه")] and _next(list(folded), index) not in _DONE
    return {index} if fits and (head in _SENT or government) else set()


def _forms_government(folded: Sequence[str]) -> bool:
    """Return whether an office «المكلف» is the head of a government's, who is called to form it."""
    head, *rest = (without_article(word) for word in folded)
    closed = len(rest) == 1 or "بتشكيل" in rest or folded[0].startswith("ال")  # «الرئيس اللبناني المكلف»
    return head in ("رييس", "رييسه") and (closed or not _GOVERNMENT.isdisjoint(rest))


def _outgoing(folded: list[str]) -> set[int]:
    """Return the words that say that an office is held for some days more, its term or its government being over."""
    for index, word in enumerate(folded[1:], start=1):
        following = _next(folded, index)
        if word in TERM_OVER and following.startswith(_TERM):
            return {index, index + 1}
        if (word, following) == _CARETAKER:
            # «رئيس حكومة تصريف الأعمال», «وزير الري في حكومة تصريف الأعمال», «رئيس وزراء حكومة تصريف الأعمال»
            told = {index, index + 1}
            if index > 2 and folded[index - 1] == "حكومه":
                told |= {index - 1, *([index - 2] if folded[index - 2] == "في" else [])}
            return told
        if word in _LEAVING:
            return {index}
        if word in _GOING and "حكومه" in without_article(folded[1]) and not folded[0].endswith("ه"):
            return {index}
        if word in _RESIGNED and folded[1] in _GOVERNMENT and without_article(folded[0]) in ("رييس", "رييسه"):
            return {index}
    return set()


def _to_be_formed(folded: list[str]) -> set[int]:
    """Return the words behind «المكلف» that say with what: «بتشكيل الحكومة الجديدة»."""
    start = next((index for index, word in enumerate(folded) if word == "بتشكيل"), len(folded))
    words = ("بتشكيل", "الحكومه", "حكومه", "الجديده", "جديده", "المقبله")
    end = next((index for index in range(start, len(folded)) if folded[index] not in words), len(folded))
    return set(range(start, end))


def _read_candidate(folded: list[str]) -> set[int]:
    """Return the words in front of the office that a candidate runs for, and those that name no office at all."""
    for words in _FOR_OFFICE:
        if tuple(folded[1 : 1 + len(words)]) == words:
            return set(range(1 + len(words)))
    return {index for index, word in enumerate(folded) if word in _SORT}


def _next(words: list[str], index: int) -> str:
    return words[index + 1] if index + 1 < len(words) else ""
