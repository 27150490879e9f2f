"""Whose nation a role's words name: its state's, the other's to whom somebody is sent, or the holder's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.knowledge.bodies import named_bodies
from riwaya.knowledge.names import capitals, find_nation, nation_key, nation_name, without_article
from riwaya.tables import read_table

MINISTERS = frozenset(("وزير", "وزيره", "وزراء", "سفير", "سفيره", "قنصل"))
THERE = frozenset(("في", "لدي", "الي"))
# Whoever is sent to a state, or works there for somebody else, is not of it.
_SENT = frozenset((
    "سفير", "سفيره", "قنصل", "مندوب", "مندوبه", "مبعوث", "مبعوثه", "موفد", "موفده", "ممثل", "ممثله", "مراسل", "مراسله",
    "منسق", "منسقه", "ملحق", "قايم",
))  # fmt: skip
_ENVOYS = frozenset(("سفير", "سفيره", "قنصل", "مندوب", "مندوبه"))
_CALLINGS = frozenset(("مدير", "مديره", "مشرف", "مشرفه", "منتج", "منتجه"))
_ADVISERS = frozenset(("مستشار", "مستشاره", "منسق", "منسقه"))  # «المستشار الألماني» heads a government
_CHIEFS = frozenset(("رييس تنفيذي", "رييسه تنفيذيه", "مدير عام", "مديره عامه"))
_PEOPLE = frozenset(("اللاجيين", "لاجيين", "النازحين", "المهاجرين", "المغتربين"))
_QUOTES = re.compile('["“”„«»]')
_REGIONS = frozenset((("الشرق", "الاوسط"), ("شمال", "افريقيا"), ("غرب", "افريقيا"), ("القرن", "الافريقي")))
_PLURALS = frozenset(("الدول", "الشعوب", "المدن", "البلدان"))
_POSTS = frozenset(("مكتب", "بعثه", "سفاره", "قنصليه", "وفد", "وكاله", "قناه", "صحيفه", "فرع"))

# Bodies that are no state's, whatever nation's word stands behind them.
NOT_OF_STATES = frozenset((
    "نادي", "ناد", "فريق", "شركه", "مجموعه", "حزب", "حركه", "كتله", "تيار", "جبهه", "جماعه", "تنظيم", "ايتلاف",
    "تحالف", "جمعيه", "مرصد", "صحيفه", "جريده", "مجله", "قناه", "شبكه", "موقع", "تطبيق", "منصه", "مهرجان", "فرقه",
    "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "متمردين", "عصابه", "عصابات",
))  # fmt: skip
_CLUBS = frozenset(("نادي", "ناد", "فريق"))  # anybody plays and works there
# Of these one may be a state's; «مديرة منظمة X في فرنسا» says where.
_SOCIETIES = frozenset(("منظمه", "رابطه", "موسسه", "مركز", "نقابه", "اتحاد"))
_BANKS = frozenset(("بنك", "مصرف"))
_OF_MANY = frozenset((
    "الدولي", "الدوليه", "العالمي", "العالميه", "الاوروبي", "الاوروبيه", "الاسيوي", "الاسيويه", "الافريقي", "الافريقيه",
    "الاممي", "الامميه", "القاري",
))  # fmt: skip
_ORIGINS = (["من", "اصل"], ["من", "اصول"])  # «نائبة من أصل تركي»
_CLUBS_CHIEFS = frozenset(("فني", "رياضي", "تنفيذي", "تنفيذيه"))


@cache
def state_offices() -> frozenset[str]:
    """Return the keys of the titles that states give, as the table of offices has them."""
    rows = (row for row in read_table("offices.tsv") if nation_name(row["of"]))
    titles = (fold_name(title).split() for row in rows for title in row["titles"].split("|"))
    return frozenset(" ".join(map(without_article, title)) for title in titles)


def is_bearers(key: str, before: Sequence[str], behind: str) -> bool:
    """Return whether a nation's adjective says whence somebody with a calling is, not whose office it is.

    `before`, `behind`: the words around it: «المدير الفني | الفرنسي», «الرئيس التنفيذي | الإسباني | للشركة»,
    «الرئيس | القطري | للنادي».
    """
    if behind and not behind.startswith("ل"):
        return False
    head, *rest = key.split(" ")
    chief = key in _CHIEFS or key.startswith(tuple(f"{title} " for title in _CHIEFS if behind))
    chief = chief or (head in ("رييس", "رييسه") and body_noun(fold_name(behind)) in NOT_OF_STATES)
    calling = head in _CALLINGS or (bool(rest) and head in _ADVISERS) or chief
    return calling and all(word.startswith("ال") for word in before)


def find_own_nation(words: list[str]) -> tuple[int, int, str]:
    """Return what `find_nation` does, of two nations the holder's («السفير المصري في لبنان»), not the other's.

    «سفيرة واشنطن» is her state's.
    """
    if len(words) > 1 and without_article(words[0]) in _ENVOYS and words[1] in capitals():
        return 1, 2, capitals()[words[1]]
    there = next((index for index, word in enumerate(words) if index and word in THERE), len(words))
    own = find_nation(words[:there])
    sent = bool(words) and without_article(words[0]) in _SENT
    sent = sent or not _POSTS.isdisjoint(map(without_article, words[:there]))
    start, end, nation = own if own[2] or sent else find_nation(words)
    if start > 1 and end < len(words) and words[end] in THERE and words[start - 1].endswith("جامعه"):
        return 0, 0, ""  # «الجامعة الأميركية في بيروت»
    if nation and (_is_of_two(words, start, end) or words[max(0, start - 2) : start] in _ORIGINS):
        return 0, 0, ""
    return start, end, nation


def _is_of_two(words: Sequence[str], start: int, end: int) -> bool:
    """Return whether two nations' adjectives stand side by side («مجلس الأعمال السعودي | البريطاني»): it is of both."""
    if not all(map(_is_adjective, words[start:end])):
        return False
    beside = (words[start - 1 : start] if start > 1 else [], words[end : end + 1])
    own = nation_key(" ".join(words[start:end]))
    return any(one and _is_adjective(one[0]) and nation_key(one[0]) not in ("", own) for one in beside)


def is_no_state(word: str, before: Sequence[str]) -> bool:
    """Return whether a nation's word names none («المدير المالي»), or not the office's («وكالة اللاجئين السوريين»)."""
    told = " ".join(map(without_article, before))
    bearer = told in state_offices() or told in MINISTERS
    money = word in ("المالي", "الماليه") and (told in _ADVISERS or not bearer)
    return money or before[-1] in _PEOPLE


def holders_nationality(words: Sequence[str]) -> int:
    """Return where a role's folded words end with the holder's own nationality, 0 where they end with the office.

    «رئيس الاتحاد الأوروبي لكرة القدم | السلوفيني»: a body of many nations, a club, a company or a party gives its
    offices to anybody; «رئيس الاتحاد الألماني لكرة القدم» is a nation's, and of «رئيس نادي روما الإيطالي» it is the
    club's.
    """
    start = next((len(words) - n for n in (3, 2, 1) if len(words) - n > 0 and nation_key(" ".join(words[-n:]))), 0)
    home = nation_name(nation_key(" ".join(words[start:])))  # «التحالف العربي»: nobody is of no country
    if list(words[:1]) == ["القايد"] and start == 1:
        return 1  # a team's captain
    if start == 1:
        return 0
    if not (start and home) or not all(map(_is_adjective, words[start:])) or words[start - 1] in THERE:
        return 0
    feminine = words[0].endswith("ه")
    if words[-1].endswith("ه") != feminine or _is_of_government(words[:start]):
        return 0
    complement = words[1:start]
    if tuple(complement[-2:]) in _REGIONS or (not feminine and _is_womanly(complement)):
        return start
    if without_article(words[0]) in _SENT:
        links = [index for index, word in enumerate(complement) if word in THERE or word.startswith("لل")]
        there = max(links, default=0)
        return start if there and _is_for_somebody(complement[:there]) else 0
    if "وفد" in complement or "الوفد" in complement:
        return 0
    return start if is_international(complement) or _is_private(complement, feminine=feminine) else 0


def _is_adjective(word: str) -> bool:
    return word.startswith("ال") and word.endswith(("ي", "يه"))


def _is_womanly(words: Sequence[str]) -> bool:
    """Return whether no noun of a complement is one that a man's adjective goes with («منظمة الدول الأميركية»)."""
    return bool(body_noun(words[0]) if words else "") and all(word.endswith("ه") or word in _PLURALS for word in words)


def _is_of_government(words: Sequence[str]) -> bool:
    bare = [without_article(word) for word in words]
    return not MINISTERS.isdisjoint(bare) or " ".join(bare) in state_offices()


def _is_for_somebody(words: Sequence[str]) -> bool:
    """Return whether an envoy's words tell who sends him («مبعوث | الأمم المتحدة»), not only how («المندوب الدائم»)."""
    return is_international(words) or "الاممي" in words or "الاوروبي" in words or bool(find_nation(["", *words])[2])


def is_international(words: Sequence[str]) -> bool:
    """Return whether folded words name a body of many nations («الاتحاد الدولي», «صندوق النقد الدولي»)."""
    bare = [body_noun(word) or without_article(word) for word in words]
    text = f" {' '.join(bare)} "
    if any(f" {name} " in text for name in _international()):
        return True
    closed = [word.startswith(("ال", "لل", "بال")) for word in words]
    return any(
        closed[place] and bare[place] in body_nouns() and not _OF_MANY.isdisjoint(words[place + 1 : place + 3])
        for place in range(len(words))
    )


def _is_private(words: Sequence[str], *, feminine: bool) -> bool:
    """Return whether the words end with a club, company or party alone («الفريق», «هذه الكتلة»), or with its name.

    What stands behind a name agrees with the body, where it can: «شركة أبل | الأميركي» is no company's adjective.
    """
    place = next((index for index in reversed(range(len(words))) if body_noun(words[index])), -1)
    noun = body_noun(words[place]) if place >= 0 else ""
    if noun not in NOT_OF_STATES:
        return False
    apart = not feminine and noun.endswith("ه")
    if place == len(words) - 1:
        return apart or noun in _CLUBS  # «مدير المرصد السوري» is the observatory's
    return apart and not words[-1].startswith("ال")


def is_of_state(office: str) -> bool:
    """Return whether the nation of an office is the state whose office it is («قائد الجيش الإيراني»).

    A club's, company's or party's nation is none, nor where a body of many nations has a branch. What stands nearest
    to the nation's word decides.
    """
    words = [fold_name(word) for word in office.split()]
    start, end, nation = find_own_nation(words)
    start, end = (start, end) if nation else (len(words), len(words))
    if _is_quoted(office, start, nation):
        return False
    if is_international(words[1:end]) and without_article(words[0]) not in _ENVOYS:
        return False
    where = start > 1 and words[start - 1] in THERE
    if where and any(mark in office for mark in '"«'):
        return False
    for word in reversed(words[1:start]):
        noun = body_noun(word)
        if noun in _BANKS:
            return "المركزي" in words or without_article(words[0]) in ("محافظ", "محافظه")
        if noun:
            return noun not in NOT_OF_STATES and not (where and noun in _SOCIETIES)
    bare = [without_article(word) for word in words]
    if " ".join(bare[1:start]) in _private_names():
        return False
    return not (len(words) > 2 and bare[0] in (*_CALLINGS, "رييس", "رييسه") and bare[1] in _CLUBS_CHIEFS)


def _is_quoted(office: str, start: int, nation: str) -> bool:
    """Return whether a nation is part of a body's name in quotation marks («منظمة "العدالة من أجل إيران"»)."""
    before = " ".join(office.split()[:start]) + " "
    return bool(nation) and len(_QUOTES.findall(before + office.split()[start][:1])) % 2 == 1


def body_noun(word: str) -> str:
    """Return the noun for a body that a folded word is, without article and particle («للفريق»), "" if none."""
    for prefix in ("", "ال", "لل", "بال", "وال", "ل", "ب", "و"):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and rest in body_nouns() and word != "لتنظيم":  # «المجلس الأعلى لتنظيم الإعلام»
            return rest
    return ""


@cache
def body_nouns() -> frozenset[str]:
    """Return the nouns for bodies, folded."""
    return frozenset(fold_name(row["form"]) for row in read_table("body_heads.tsv")) | NOT_OF_STATES | _SOCIETIES


@cache
def _international() -> frozenset[str]:
    names = (name for body in named_bodies() if not body.country for name in (body.name, *body.names))
    return frozenset(" ".join(without_article(word) for word in fold_name(name).split()) for name in names)


@cache
def _private_names() -> frozenset[str]:
    """Return the names of the clubs and companies of the table, folded, without articles."""
    known = (body for body in named_bodies() if body.kind in ("club", "company"))
    names = (name for body in known for name in (body.name, *body.names))
    return frozenset(" ".join(without_article(word) for word in fold_name(name).split()) for name in names)
