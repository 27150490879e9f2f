"""What a role's words say: which office, of which nation, and whether it is held, over, or still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.names import fold_name
from riwaya.knowledge.names import bare_aliases, find_nation, nation_key, without_article
from riwaya.tables import read_table

_FORMER = frozenset((
    "السابق", "السابقه", "الاسبق", "الاسبقه", "سابقا", "المقال", "المقاله", "الراحل", "الراحله", "المستقيل",
    "المستقيله", "المخلوع", "المعزول", "السابقين", "السابقان", "الراحلان", "الراحلين",
))  # fmt: skip
# Behind an office noun without the article: «وزير سابق للطاقة».
_ONCE = frozenset(("سابق", "سابقه", "اسبق", "سابقا", "مستقيل", "مستقيله", "راحل", "راحله"))
# Of a government these make its head no former one: it goes on until the next is formed.
_GOING = frozenset(("المستقيله", "المقاله"))
_CARETAKER = ("تصريف", "الاعمال")
_LEAVING = frozenset(("المنصرف", "المنصرفه"))
_DESIGNATE = frozenset(("المكلف", "المنتخب", "المقبل"))
_CANDIDATE = frozenset(("المرشح", "المرشحه"))
# «المرشح لمنصب وزير الدفاع» stands for the office behind it, «المرشح الوحيد» for none.
_FOR_OFFICE = (("لمنصب",), ("لتولي", "منصب"), ("لشغل", "منصب"), ("لتولي", "حقيبه"))
_SORT = frozenset((
    "الوحيد", "الوحيده", "المحتمل", "المحتمله", "المفضل", "المفضله", "الاوفر", "الابرز", "الاقرب", "الاوحد", "الاول",
    "الثاني", "الثالث", "الفايز", "الفايزه", "الخاسر", "الخاسره",
))  # fmt: skip
_ACTING = frozenset(("بالوكاله", "بالانابه", "الموقت", "الموقته"))
_FILLER = frozenset(("الجديد", "الجديده", "الحالي", "الحاليه", "المعين", "السيد", "دوله", "الدوله"))
_TERM_OVER = ("المنتهيه", "المنتهي")
_THERE = frozenset(("في", "لدي", "الي"))
_STANDING_IN = ("القايم", "قايم", "القايمه", "قايمه")


# Plurals that no ending makes of their singular.
_BROKEN = {
    "وزراء": "وزير", "روساء": "رييس", "نواب": "نايب", "امناء": "امين", "سفراء": "سفير", "قناصل": "قنصل",
    "مدراء": "مدير", "قاده": "قايد", "زعماء": "زعيم", "حكام": "حاكم", "ولاه": "والي", "اعضاء": "عضو", "وكلاء": "وكيل",
}  # fmt: skip
_DUAL, _PLURAL = ("ان", "ين", "ا", "ي"), ("ون", "ين", "و", "ي")


class Number(StrEnum):
    """How many persons a role's noun counts."""

    ONE = "one"
    TWO = "two"
    MANY = "many"


class Status(StrEnum):
    """How a person stands to the office that a role names."""

    HELD = "held"
    ACTING = "acting"
    OUTGOING = "outgoing"
    DESIGNATE = "designate"
    CANDIDATE = "candidate"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Role:
    """A role's words read.

    Attributes:
        office: as written, without the nation and without what tells the status.
        of: the nation's words as written, "" if none.
        key: the office folded, one for all wordings of it.
        nation: the nation's key of nations.tsv, "" if none.
        status: held, acting, outgoing («المنتهية ولايته»), designate («المكلف»), candidate («المرشح»), former
            («السابق»).
    """

    office: str
    of: str
    key: str
    nation: str
    status: Status

    @property
    def former(self) -> bool:
        """Whether it is over."""
        return self.status is Status.FORMER


# Office nouns, folded, that no adjective or complement is written like.
_OPENING = frozenset(("وزير", "وزيره", "رييس", "رييسه", "نايب", "نايبه", "سفير", "سفيره", "قايد", "قايده"))


@cache
def _office_words() -> dict[str, str]:
    """Return the office nouns in the singular as they are written, by their folded form without articles."""
    rows = read_table("role_words.tsv")
    forms = [row["form"] for row in rows if row["kind"] == "office" and row["number"] == "s"]
    return {" ".join(map(without_article, fold_name(form).split())): form for form in reversed(forms)}


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("role_words.tsv") if row["kind"] in ("title", "rank"))


@cache
def _singulars() -> dict[str, tuple[Number, str]]:
    """Return the number and the singular of office nouns in the dual and plural, by their folded form."""
    found: dict[str, tuple[Number, str]] = {}
    for row in read_table("role_words.tsv"):
        form = fold_name(row["form"])
        if row["kind"] != "office" or row["number"] == "s" or " " in form or form in _office_words():
            continue
        number, endings = (Number.TWO, _DUAL) if row["number"] == "d" else (Number.MANY, _PLURAL)
        stems = [form.removesuffix(ending) for ending in endings if form.endswith(ending)]
        stem = next((stem for stem in stems if stem in _office_words()), _BROKEN.get(form, ""))
        if stem:
            found[form] = (number, _office_words()[stem])
    # The dual in every case, also of nouns that the table has only in one.
    for word, written in _office_words().items():
        if " " not in word:
            for ending in _DUAL[:2]:
                found.setdefault(f"{word}{ending}", (Number.TWO, written))
    return found


def number_of(text: str) -> Number:
    """Return how many persons a role's first word counts."""
    return _number(text)[0]


def singular(text: str) -> str:
    """Return a role with its noun in the singular («وزير الخارجية» of «وزيرا الخارجية»), any other as it is."""
    _, noun = _number(text)
    return " ".join((noun, *text.split()[1:])) if noun else text


@lru_cache(maxsize=1 << 12)
def _number(text: str) -> tuple[Number, str]:
    words = text.split()
    if not words:
        return Number.ONE, ""
    form = fold_name(words[0])
    bare = without_article(form)
    number, noun = _singulars().get(bare, (Number.ONE, ""))
    if len(words) > 1 and fold_name(words[1]).startswith("لل") and bare.endswith("ا"):
        return Number.ONE, noun  # «وزيراً للخارجية» is one
    return number, f"ال{noun}" if noun and bare != form else noun


def is_office(key: str) -> bool:
    """Return whether a role's key is an office, as against a rank, a title, a trade or kinship."""
    words = key.split()
    if not words or words[0].startswith("نظير"):
        return False
    return words[0] in _office_words() or " ".join(words[:2]) in _office_words()


# What an office-holder may be called besides.
_PUBLIC = frozenset((
    "سياسي", "سياسيه", "قيادي", "قياديه", "دبلوماسي", "دبلوماسيه", "معارض", "معارضه", "عسكري", "عميل", "عميله", "ناشط",
    "ناشطه", "مسوول", "مسووله", "خبير", "خبيره", "محامي", "محاميه", "اقتصادي", "رجل",
))  # fmt: skip


@cache
def _trades() -> frozenset[str]:
    rows = read_table("role_words.tsv")
    return frozenset(fold_name(row["form"]) for row in rows if row["kind"] == "occupation") - _PUBLIC


def is_trade(key: str) -> bool:
    """Return whether a role's key is a trade («مدرب»), which tells namesakes of office-holders from them."""
    return key.split(" ")[0] in _trades()


def unlisted_nation(name: str) -> str:
    """Return the key of a nation that no table holds: what its country and its adjective have in common.

    «فالدورا» and «الفالدورية» give «فالدور»; "" where the words are more than one or a listed nation.
    """
    word = fold_name(name)
    if not word or " " in word or nation_key(word):
        return ""
    word = word.removeprefix("ال") if len(word) > 5 else word
    word = word.removesuffix("ه").removesuffix("ا") if len(word) > 4 else word
    word = word.removesuffix("ي") if len(word) > 4 else word
    return f"?{word}"


@lru_cache(maxsize=1 << 14)
def read_role(text: str, unlisted: tuple[str, ...] = ()) -> Role:
    """Return what a role's words say; `unlisted` are nations' words in it that the table does not know."""
    text = _without_accusative(text)
    written = (singular(text) if number_of(text) is Number.ONE else text).replace("_", " ").split()
    folded = [fold_name(word) for word in written]
    status, told = _read_status(folded)
    kept = [index for index, word in enumerate(folded) if word and index not in told and word not in _FILLER]
    if len(kept) > 1 and written[kept[1]].startswith("لل") and folded[kept[0]] in _OPENING:
        # «وزيراً للعدل», «وزير سابق للعدل» is «وزير العدل».
        written[kept[1]] = f"ال{written[kept[1]][2:]}"
        folded[kept[1]] = fold_name(written[kept[1]])
    while len(kept) > 1 and folded[kept[-1]].removeprefix("ال") in _titles() | {"امير", "شيخ"}:
        kept.pop()  # «ولي العهد الأمير»
    if _are_two(*(folded[index] for index in kept[:2])):
        kept.pop(0)  # «أقال الرئيس وزير التجارة فلان»: the first is another's, or an office besides
    start, end, nation = _find_own_nation([folded[index] for index in kept])
    for position, index in enumerate(kept):
        if not nation and position and written[index] in unlisted:
            start, end, nation = position, position + 1, unlisted_nation(written[index])
    office = [index for position, index in enumerate(kept) if not start <= position < end]
    of = [written[index] for index in kept[start:end]]
    key = " ".join(without_article(folded[index]) for index in office)
    canonical = bare_aliases().get(key)
    if canonical is not None:
        key = " ".join(map(without_article, canonical.split()))
    return Role(" ".join(written[index] for index in office), " ".join(of), key, nation, status)


_RANKS = {"عام": "عام", "تنفيذي": "تنفيذي", "اول": "أول"}  # «أميناً عاماً»


@cache
def _body_heads() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("body_heads.tsv"))


def _without_accusative(text: str) -> str:
    """Return what somebody becomes as the office itself: «رئيسا لمجلس الشورى» gives «رئيس مجلس الشورى».

    «وزيرا لبنان» are two ministers: what stands behind ل must be a body or a nation.
    """
    words = text.split()
    if len(words) < 2 or fold_name(words[0]) in _office_words():
        return text
    noun = _office_words().get(fold_name(words[0]).removesuffix("ا"), "")
    adjective = fold_name(words[1]).removesuffix("ا")
    if noun and adjective in _RANKS and fold_name(words[1]) != adjective:
        noun, words = f"{noun} {_RANKS[adjective]}", [words[0], *words[2:]]
    if not noun or len(words) < 2 or not words[1].startswith("ل"):
        return text
    rest, behind = words[1][1:], [fold_name(word) for word in words[1:4]]
    of_body = fold_name(rest) in _body_heads() and behind[0] not in _body_heads()
    of_nation = find_nation(["", fold_name(rest), *behind[1:]])[0] == 1 and not nation_key(words[1])
    if rest.startswith("ل") and not of_body:
        return " ".join((noun, f"ال{rest[1:]}", *words[2:]))
    return " ".join((noun, rest, *words[2:])) if of_body or of_nation else text


def before_second_office(text: str) -> int:
    """Return where the second office begins of a role that opens with another's («الرئيس وزير التجارة»), 0 if none."""
    words = text.split()
    if len(words) < 2 or not _are_two(*(fold_name(word) for word in words[:2])):
        return 0
    return text.index(words[1], len(words[0]))


def _find_own_nation(words: list[str]) -> tuple[int, int, str]:
    """Return what `find_nation` does, of two nations the holder's («السفير المصري في لبنان»), not the other's."""
    there = next((index for index, word in enumerate(words) if index and word in _THERE), len(words))
    own = find_nation(words[:there])
    return own if own[2] else find_nation(words)


def _are_two(word: str = "", following: str = "") -> bool:
    """Return whether a role opens with an office that its article closes, and another that opens behind it."""
    return word.startswith("ال") and without_article(word) in _office_words() and following in _OPENING


def _read_status(folded: list[str]) -> tuple[Status, set[int]]:
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
        index for index, word in enumerate(folded) if index and word in wanted and not is_charge(folded[index + 1 :])
    }
    if designate:
        return Status.DESIGNATE, designate | _to_be_formed(folded)
    nominated = {index for index, word in enumerate(folded) if index and word in _CANDIDATE}
    if nominated:
        return Status.CANDIDATE, nominated  # «وزير الدفاع المرشح»
    acting = {index for index, word in enumerate(folded) if index and word in _ACTING}
    if len(folded) > 2 and folded[0] in _STANDING_IN and folded[1] in ("باعمال", "بمهام"):
        acting |= {0, 1}
    return (Status.ACTING, acting) if acting else (Status.HELD, set())


def is_charge(words: Sequence[str]) -> bool:
    """Return whether folded words behind «المكلف» say with what, if no government: «بملف المياه», but no «بنيامين»."""
    word = words[0] if words else ""
    return word.startswith("ب") and word != "بتشكيل" and word not in load_given_names()


def _outgoing(folded: list[str]) -> set[int]:
    """Return the words that say that an office is held for some days more, its term or its government being over."""
    for index, word in enumerate(folded[1:], start=1):
        following = _next(folded, index)
        if word in _TERM_OVER and following.startswith("ولايت"):
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
