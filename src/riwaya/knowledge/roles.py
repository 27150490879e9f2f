"""What a role's words say: which office, of which nation, and whether it is held, over, or still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.names import fold_name
from riwaya.knowledge.names import bare_aliases, capitals, find_nation, nation_key, nation_name, without_article
from riwaya.knowledge.owned import trim_role, without_owner
from riwaya.knowledge.role_labels import balanced, before_state, close_construct, fillers, genitive, governs, tidy
from riwaya.knowledge.role_nations import (
    MINISTERS,
    THERE,
    find_own_nation,
    holders_nationality,
    is_bearers,
    is_no_state,
    state_offices,
)
from riwaya.knowledge.role_numbers import Number, number_of, office_words, singular
from riwaya.knowledge.statuses import Status, read_status
from riwaya.tables import read_table

_FILLER = frozenset(("الجديد", "الجديده", "الحالي", "الحاليه", "المعين", "المعينه", "السيد"))
_STATE = ("دوله", "الدوله", "البلاد")
_BY_BODY = frozenset(("نقيب", "نقيبه", "عميد", "عميده"))
_OF_RANK = frozenset(("اطباء", "صيادله", "اشراف", "سلك", "صحافه", "محررات", "صحافيات"))
# «وزير الخارجية والهجرة», «وزير الشؤون الخارجية والتعاون» are their states' foreign ministers.
_FOREIGN = re.compile(r"^(وزيره?) (?:شوون )?خارجيه(?: و.*)?$")


@dataclass(frozen=True, slots=True)
class Role:
    """A role's words read.

    Attributes:
        office: as written, without what tells the status, and without the nation where it is a state's own office.
        of: the nation's words as written where they are no part of the office, "" if none.
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

    @property
    def to_come(self) -> bool:
        """Whether one is called to it and has it not yet."""
        return self.status is Status.DESIGNATE


# Office nouns, folded, that no adjective or complement is written like.
_OPENING = frozenset(("وزير", "وزيره", "رييس", "رييسه", "نايب", "نايبه", "سفير", "سفيره", "قايد", "قايده"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("role_words.tsv") if row["kind"] in ("title", "rank"))


def is_title(form: str) -> bool:
    """Return whether a folded word is a title or rank («اللواء»)."""
    return form in _titles()


@lru_cache(maxsize=1 << 13)
def is_office(key: str) -> bool:
    """Return whether a role's key is an office, as against a rank, a title, a trade or kinship."""
    words = key.split()
    if not words or words[0].startswith("نظير"):
        return False
    if key in _SAYS_NOTHING or (words[0] in ("مساعد", "مساعده") and not _NO_AIDES.isdisjoint(words)):
        return False
    if words[0] in ("ممثل", "ممثله") and (len(words) == 1 or _is_actors(words[1:])):
        return False  # «الممثل التونسي», «الممثلة القديرة» act
    if words[0] == "وكيل" and words[1:] and words[1] in _CLIENTS | _trades():
        return False  # a player's agent
    if words[0] in office_words() or " ".join(words[:2]) in office_words():
        return True
    # «نقيب الأطباء», «عميد كلية الطب»: of a body or a profession the rank or title is an office.
    of = words[1] if len(words) > 1 else ""
    if words[0] in _BY_BODY:
        return of in _body_heads() or of in _OF_RANK or (of.endswith("ين") and of != "متقاعدين")
    return bool(of) and words[0] in ("مفتي", "مفتيه")


# That somebody has an office, not which.
_SAYS_NOTHING = frozenset(("عضو", "عضوه", "مساعد", "مساعده", "مسوول", "مسووله", "كبير", "وكيل"))
_NO_AIDES = frozenset(
    ("صوتي", "صوتيه", "رقمي", "رقميه", "افتراضي", "افتراضيه", "ذكي", "ذكيه", "حكم", "حكام", "مدرب")
)  # telephones' and referees'
_CLIENTS = frozenset(("اعمال", "اعماله", "اعمالها", "لاعبين", "لاعب", "نجم", "فنانين", "فنان"))


def _is_actors(words: Sequence[str]) -> bool:
    """Return whether words behind «ممثل» say that he acts, or who stands for what is named before («ممثلة بوزير»)."""
    if any(word.removesuffix("ه") in _OF_ACTORS for word in words):
        return True
    particle, rest = words[0][:1], words[0][1:]
    if particle == "و":
        return without_article(rest) not in office_words()  # «ممثلة وراقصة», «الممثلة والمخرجة»
    rest = without_article(rest)
    return particle == "ب" and (rest in office_words() or rest in _titles() or rest == "رجل")


_OF_ACTORS = frozenset(
    (
        "معروف",
        "شهير",
        "قدير",
        "كبير",
        "شاب",
        "راحل",
        "كوميدي",
        "شبيه",
        "ناجح",
        "مخضرم",
        "عالمي",
        "ساخر",
        "مسرحي",
        "اباحي",
    )
)
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
    text = _without_accusative(tidy(text))
    written = (singular(text) if number_of(text) is Number.ONE else text).split()
    written = trim_role(without_owner(written, office_words(), state_offices()))
    folded = [fold_name(word) for word in written]
    status, told = read_status(folded)
    # «رئيس الدولة» and «دولة الرئيس» are «الرئيس»; a minister of state is another than the minister.
    of_state = bool(folded) and without_article(folded[0]) in MINISTERS
    filler = _FILLER if of_state else _FILLER | set(_STATE)
    left_out = told | fillers(folded) | {index for index, word in enumerate(folded) if word in filler}
    kept = [index for index, word in enumerate(folded) if word and index not in left_out]
    if len(kept) > 1 and written[kept[1]].startswith("لل") and folded[kept[0]] in _OPENING:
        # «وزيراً للعدل», «وزير سابق للعدل» is «وزير العدل».
        written[kept[1]] = genitive(written[kept[1]]) or written[kept[1]]
        folded[kept[1]] = fold_name(written[kept[1]])
    close_construct(written, folded, kept, office_words())
    while len(kept) > 1 and _is_holders_title(folded[kept[-1]]) and not governs(folded[kept[-2]], office_words()):
        kept.pop()  # «ولي العهد الأمير»
    if _are_two(*(folded[index] for index in kept[:3])):
        kept.pop(0)  # «أقال الرئيس وزير التجارة فلان»: the first is another's, or an office besides
    kept = kept[: holders_nationality([folded[index] for index in kept]) or None]
    start, end, nation = find_own_nation([folded[index] for index in kept])
    if start and is_no_state(folded[kept[start]], [folded[index] for index in kept[:start]]):
        start, end, nation = 0, 0, ""
    for position, index in enumerate(kept):
        if not nation and position and written[index] in unlisted:
            start, end, nation = position, position + 1, unlisted_nation(written[index])
    # «نقيب الأطباء في تونس» is «نقيب الأطباء التونسيين».
    begin = before_state([folded[index] for index in kept], start) if start > 1 else start
    office = [index for position, index in enumerate(kept) if not begin <= position < end]
    key = " ".join(without_article(folded[index]) for index in office)
    canonical = bare_aliases().get(key)
    if canonical is not None:
        key = " ".join(map(without_article, canonical.split()))
    key = _FOREIGN.sub(r"\1 خارجيه", key)
    capital = nation and folded[kept[start]] in capitals()
    state = nation_name(nation) or nation.startswith("?")
    behind = written[kept[end]] if end < len(kept) else ""
    if nation_name(nation) and not capital and is_bearers(key, [written[index] for index in kept[:begin]], behind):
        nation, start, end = "", 0, 0  # «المدير الفني الفرنسي» is a Frenchman
        close_construct(written, folded, office, office_words())
    elif nation and (capital or not state or not _is_states(key, begin, end, len(kept))):
        office, start, end = kept, 0, 0
    shown = {*office, *(index + 1 for index in office[:1] if folded[index + 1 : index + 2] in (["الدوله"], ["البلاد"]))}
    of = [written[index] for index in kept[start:end]]
    label = balanced(" ".join(written[index] for index in sorted(shown)))
    return Role(label, " ".join(of), key, nation, status)


def _is_states(key: str, begin: int, end: int, length: int) -> bool:
    """Return whether an office is a state's own, whose name is no part of it: «وزير الدفاع | الأميركي».

    What a body is called is never parted («رئيس نادي الهلال السعودي»), nor what goes on behind the state's name
    («السفير الأميركي في القاهرة»).
    """
    if end < length or begin == 0:
        return False
    head = key.split(" ", 1)[0]
    return " " not in key or head in MINISTERS or key in state_offices()


_RANKS = {"عام": "عام", "تنفيذي": "تنفيذي", "اول": "أول"}  # «أميناً عاماً»


@cache
def _body_heads() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("body_heads.tsv"))


def _without_accusative(text: str) -> str:
    """Return what somebody becomes as the office itself: «رئيسا لمجلس الشورى» gives «رئيس مجلس الشورى».

    «وزيرا لبنان» are two ministers: what stands behind ل must be a body or a nation.
    """
    words = text.split()
    if len(words) < 2 or fold_name(words[0]) in office_words():
        return text
    if words[0].endswith("ها"):
        return text  # «سفيرها في الأمم المتحدة»
    noun = office_words().get(fold_name(words[0]).removesuffix("ا"), "")
    adjective = fold_name(words[1]).removesuffix("ا")
    if noun and adjective in _RANKS and fold_name(words[1]) != adjective:
        noun, words = f"{noun} {_RANKS[adjective]}", [words[0], *words[2:]]
        if len(words) == 1:
            return noun  # «مديراً عاماً»
    if noun and len(words) > 2 and fold_name(words[1]) in THERE:
        return " ".join((noun, *words[1:]))  # «سفيراً لدى اليابان»
    if not noun or len(words) < 2 or not words[1].startswith("ل"):
        return text
    rest, behind = words[1][1:], [fold_name(word) for word in words[1:4]]
    of_body = fold_name(rest) in _body_heads() and behind[0] not in _body_heads()
    of_nation = find_nation(["", fold_name(rest), *behind[1:]])[0] == 1 and not nation_key(words[1])
    of_body = of_body or f"{fold_name(noun)} {fold_name(rest)}" in office_words()  # «رئيساً لوزراء لبنان»
    if rest.startswith("ل") and not of_body:
        return " ".join((noun, f"ال{rest[1:]}", *words[2:]))
    return " ".join((noun, rest, *words[2:])) if of_body or of_nation else text


def before_second_office(text: str) -> int:
    """Return where the second office begins of a role that opens with another's («الرئيس وزير التجارة»), 0 if none."""
    words = text.split()
    if len(words) < 2 or not _are_two(*(fold_name(word) for word in words[:3])):
        return 0
    return text.index(words[1], len(words[0]))


def _are_two(word: str = "", following: str = "", behind: str = "") -> bool:
    """Return whether a role opens with an office that its article closes, and another that opens behind it.

    An office noun that is a name or an adjective too opens another only where something completes it («الرئيس | كبير
    موظفي البيت الأبيض»).
    """
    if not word.startswith("ال") or without_article(word) not in office_words():
        return False
    return following in _OPENING or bool(behind and _opens(following))


def _opens(word: str) -> bool:
    return word in office_words() and word not in load_given_names() and word not in _QUALIFYING


# «المدير مساعد», «النائب أول»
_QUALIFYING = frozenset(("مرشد", "مراقب", "مساعد", "مساعده"))


def _is_holders_title(word: str) -> bool:
    return word.removeprefix("ال") in _titles() | {"امير", "شيخ", "عماد", "ركن", "طبيب", "طبيبه"}
