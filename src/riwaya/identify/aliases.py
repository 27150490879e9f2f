"""Keys of bodies, places and nations: one key for all the names of one thing, and what a role's words say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.arabic.names import fold_name
from riwaya.tables import read_table

_HEADS = ("وزاره", "دوله", "مدينه", "وكاله", "صحيفه", "قناه", "موقع", "جريده", "حركه", "حزب", "شبكه", "منظمه", "محافظه")
# What stands for a body that only the article's context names.
_COMMON = frozenset((
    "اتحاد", "اداره", "استخبارات", "اعلي", "امن", "برلمان", "بلديه", "بنك", "جامعه", "جمعيه", "جمهوريه", "جيش",
    "حركه", "حزب", "حكومه", "خارجيه", "داخليه", "دفاع", "رياسه", "سفاره", "سلطات", "شرطه", "شركه", "شيوخ",
    "صحه", "صحيفه", "عام", "عامه", "عدل", "فريق", "قناه", "قوات", "لجنه", "ماليه", "مجلس", "محكمه", "مخابرات",
    "مركزي", "مفوضيه", "منتخب", "منظمه", "نادي", "نواب", "نيابه", "هيءه", "هييه", "وزاره", "وزراء", "وطني",
    "وطنيه", "وكاله",
))  # fmt: skip
_FORMER = frozenset(("السابق", "السابقه", "الاسبق", "سابقا", "المقال", "الراحل", "المستقيل", "السابقين"))
_FILLER = frozenset(("الجديد", "الجديده", "الحالي", "الحاليه", "المعين", "المنتخب", "السيد", "دوله", "الدوله"))
# Outlets' own names for a ministry of defence, of whatever nation.
_DEFENCE = frozenset(("جيش", "حرب"))
# «الأمن الفلسطيني» are forces, «وزارة الأمن» is a ministry: without its head it would be another body.
_HEADED = frozenset(("امن", "شرطه"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role's words read: `office` and `of` as written, `key` and `nation` folded, `former` where it is over."""

    office: str
    of: str
    key: str
    nation: str
    former: bool


@cache
def _aliases() -> dict[str, str]:
    """Return the folded name that a folded alias stands for."""
    return {fold_name(row["alias"]): fold_name(row["name"]) for row in read_table("aliases.tsv")}


@cache
def nation_words() -> dict[str, str]:
    """Return nation keys by folded words, without the article: names of the country, adjectives, plurals."""
    words: dict[str, str] = {}
    for row in read_table("nations.tsv"):
        for name in row["country"].split("|"):
            words.setdefault(fold_name(name), row["nation"])
            words.setdefault(fold_name(name).removeprefix("ال"), row["nation"])
        for adjective in filter(None, row["adjective"].split("|")):
            stem = fold_name(adjective)
            for ending in ("", "ه", "ين", "ون", "ات", "ان", "تان", "تين"):
                words.setdefault(stem + ending, row["nation"])
        for plural in filter(None, row["plural"].split("|")):
            words.setdefault(fold_name(plural), row["nation"])
    words.pop("", None)
    return words


@cache
def nation_key(name: str) -> str:
    """Return the nation that a name or adjective stands for, "" if none."""
    folded = fold_name(name)
    folded = _aliases().get(folded, folded)
    words = nation_words()
    found = words.get(folded) or words.get(folded.removeprefix("ال"), "")
    if not found and folded.startswith("ل"):
        # What is left of «لليونان» behind its particle.
        found = words.get("ال" + folded[1:], "")
    return found


def adherents(name: str) -> str:
    """Return what «الحوثيون», «الحوثيين» and «الحوثية» have in common: their singular without the article."""
    words = [word.removeprefix("ال") if len(word) > 4 else word for word in fold_name(name).split()]
    for place, word in enumerate(words):
        ending = next((end for end in ("يون", "يين", "يات", "يه", "يا", "يان") if word.endswith(end)), "")
        if ending and len(word) - len(ending) >= 2:
            words[place] = word.removesuffix(ending) + "ي"
    return " ".join(words)


@cache
def _labels() -> dict[str, str]:
    """Return the name behind every label that takes a side, by the label folded, with and without articles."""
    names: dict[str, str] = {}
    for row in read_table("aliases.tsv"):
        if row["label"]:
            folded = fold_name(row["alias"])
            names[folded] = row["name"]
            names[" ".join(map(_without_article, folded.split()))] = row["name"]
    return names


def plain_name(form: str) -> str:
    """Return the name behind an outlet's own label («جيش الاحتلال»), any other form as it is.

    Outlets' labels are shown as theirs, among an entity's names; the product's own name for it takes no side.
    """
    folded = fold_name(form)
    if folded.startswith("وزاره ") and _without_article(folded.split()[1]) in _DEFENCE and folded not in _labels():
        words = form.split()
        return " ".join([words[0], "الدفاع", *words[2:]])
    return _labels().get(folded) or _labels().get(" ".join(map(_without_article, folded.split())), form)


@cache
def _bare_aliases() -> dict[str, str]:
    """Return the aliases without articles, as keys look before nations are taken out."""
    bare = {" ".join(map(_without_article, alias.split())): name for alias, name in _aliases().items()}
    return {alias: name for alias, name in bare.items() if alias}


@lru_cache(maxsize=1 << 14)
def thing_key(name: str, *, place: bool = False) -> str:
    """Return the key of a body, place or outlet: its words without articles and head noun, its nation as one word.

    «وزارة الخارجية الأميركية», «الخارجية الأمريكية» and «وزارة خارجية الولايات المتحدة» have one key. `place`: a word
    that names or describes a nation alone is that nation.
    """
    folded = fold_name(name)
    folded = _aliases().get(folded, folded)
    if place and (nation := nation_key(folded)):
        return f"@{nation}"
    words = [_without_article(word) for word in folded.split()]
    folded = _bare_aliases().get(" ".join(words), folded)
    words, nation = _without_nation(folded.split())
    words = [_without_article(word) for word in words]
    if len(words) + bool(nation) > 1 and words and words[0] in _HEADS:
        words = _without_head(words)
    key = " ".join(words)
    return f"{key} @{nation}" if nation else key


def _without_head(words: list[str]) -> list[str]:
    """Return a name's words without its head noun, a ministry of the army as that of defence."""
    rest = words[1:]
    if words[0] == "وزاره" and rest and rest[0] in _DEFENCE:
        return ["دفاع", *rest[1:]]
    return words if not rest or rest[0] in _HEADED else rest


def is_common(key: str) -> bool:
    """Return whether a body's key names no particular body («الوزارة», «وزارة الداخلية»)."""
    return "@" not in key and all(word in _COMMON for word in key.split())


@cache
def nation_name(key: str) -> str:
    """Return the usual name of a nation's country, "" where it has none.

    The shortest of a country's names is the plain one; the others are official or an outlet's own label.
    """
    for row in read_table("nations.tsv"):
        if row["nation"] == key and row["country"]:
            names = row["country"].split("|")
            usual = [name for name in names if fold_name(name) in set(_aliases().values())]
            return usual[0] if usual else min(names, key=len)
    return ""


@cache
def _office_words() -> frozenset[str]:
    rows = read_table("role_words.tsv")
    forms = [row["form"] for row in rows if row["kind"] == "office" and row["number"] == "s"]
    return frozenset(" ".join(map(_without_article, fold_name(form).split())) for form in forms)


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("role_words.tsv") if row["kind"] in ("title", "rank"))


def is_office(key: str) -> bool:
    """Return whether a role's key is an office, as against a rank, a title, a trade or kinship."""
    words = key.split()
    if not words or words[0].startswith("نظير"):
        return False
    return words[0] in _office_words() or " ".join(words[:2]) in _office_words()


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
    written = text.replace("_", " ").split()
    folded = [fold_name(word) for word in written]
    former = any(word in _FORMER for word in folded)
    kept = [index for index, word in enumerate(folded) if word and word not in _FORMER and word not in _FILLER]
    while len(kept) > 1 and folded[kept[-1]].removeprefix("ال") in _titles() | {"امير", "شيخ"}:
        kept.pop()  # «ولي العهد الأمير»
    start, end, nation = _find_nation([folded[index] for index in kept])
    for position, index in enumerate(kept):
        if not nation and position and written[index] in unlisted:
            start, end, nation = position, position + 1, unlisted_nation(written[index])
    office = [index for position, index in enumerate(kept) if not start <= position < end]
    of = [written[index] for index in kept[start:end]]
    key = " ".join(_without_article(folded[index]) for index in office)
    canonical = _bare_aliases().get(key)
    if canonical is not None:
        key = " ".join(map(_without_article, canonical.split()))
    return Role(" ".join(written[index] for index in office), " ".join(of), key, nation, former)


def _without_article(word: str) -> str:
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _find_nation(words: list[str]) -> tuple[int, int, str]:
    """Return (start, end, nation) of the words that name a nation, the longest from the end, (0, 0, "") if none."""
    for length in (4, 3, 2, 1):
        for start in range(len(words) - length, -1, -1):
            nation = nation_key(" ".join(words[start : start + length]))
            if nation and (start or length < len(words)):
                return start, start + length, nation
    return 0, 0, ""


def _without_nation(words: list[str]) -> tuple[list[str], str]:
    start, end, nation = _find_nation(words)
    return (words[:start] + words[end:], nation) if nation else (words, "")
