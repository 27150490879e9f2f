"""A role's words as a title has them: marks in pairs, no fillers, «رئيس فريق X» for «الرئيس | السابق | لفريق X»."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from riwaya.arabic.frequencies import document_frequency
from riwaya.arabic.names import fold_name
from riwaya.knowledge.names import nation_key, without_article
from riwaya.tables import read_table

_QUOTES = re.compile('["“”„«»]')
_PARTED = re.compile(r"(?<!\w)لـ\s+(ال)?(?=\w)")
_PRONOUNS = frozenset(("له", "لها", "لهم", "لنا", "لي", "لك", "لكم"))
_THERE = frozenset(("لدي", "في", "الي"))
# «الرئيس السابق لأربع سنوات»: how long, not of what.
_TIME = frozenset((
    "مده", "فتره", "فترات", "ولايه", "ولايتين", "دوره", "دورات", "عام", "عامين", "اعوام", "سنه", "سنتين", "سنوات",
    "اكثر", "ثلاث", "ثلاثه", "اربع", "اربعه", "خمس", "خمسه", "ست", "سته", "سبع", "سبعه", "ثماني", "تسع", "عشر", "عده",
    "بضع",
))  # fmt: skip
# «رئيس جديد», «مرشح واحد», «المدير الفني الوحيد», «الرئيس بالتزكية»: which of several and how he came is no title.
_COUNTED = frozenset(("جديد", "جديده", "واحد", "واحده", "اخر", "اخري"))
_WHICH = frozenset((
    "الوحيد", "الوحيده", "الاخر", "الاخري", "الموقوف", "الموقوفه", "المصاب", "المصابه", "الغايب", "الغايبه",
    "البارز", "البارزه", "النافذ", "النافذه",
))  # fmt: skip
# «الرئيس الخامس والأربعون», «الرئيس الثالث عشر»; «النائب الأول» is an office.
_ORDINAL = re.compile(
    r"ال(?:حادي|حاديه|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|سادس|سادسه|سابع|سابعه|ثامن|ثامنه|تاسع|تاسعه)"
    r"(?: عشره?| وال(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)(?:ون|ين))|ال\d+"
)
# Indefinite, they govern what «ل» leads as if it were their genitive: «نائب لوزير العمل».
_GOVERNING = frozenset(("رييس", "رييسه", "نايب", "نايبه", "مدير", "مديره", "امين", "امينه", "قايد"))
_ELECTED = "بالتزكيه"
# A state's own nouns in front of its name.
_STATE_NOUNS = frozenset(
    f"{particle}{noun}" for particle in ("", "ب", "ل") for noun in ("دوله", "مملكه", "جمهوريه", "سلطنه")
)


def tidy(text: str) -> str:
    """Return a role's words without hashtags, with quotation marks and brackets in pairs or not at all."""
    text = _PARTED.sub(lambda told: "لل" if told[1] else "ل", text.replace("#", " ").replace("_", " "))
    return balanced(text)


def balanced(text: str) -> str:
    """Return words without a mark whose other half is cut away («لمهرجان كان)»), and none apart from its word."""
    surplus = text.count(")") - text.count("(")
    for _ in range(max(0, surplus)):
        place = text.rindex(")")
        text = text[:place] + text[place + 1 :]
    parts = _QUOTES.split(text)
    marks = _QUOTES.findall(text)
    if len(marks) % 2:
        return " ".join(" ".join(parts).split())
    for place in range(1, len(parts), 2):
        before, inside, behind = parts[place - 1 : place + 2]
        parts[place] = inside.strip()
        parts[place - 1] = before + inside[: len(inside) - len(inside.lstrip())]
        parts[place + 1] = inside[len(inside.rstrip()) :] + behind
    joined = "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))
    return " ".join(joined.split())


def fillers(folded: Sequence[str]) -> set[int]:
    """Return where words stand that are no part of an office: «رئيس | جديد», «المدير الفني | الوحيد»."""
    found = {index for index, word in enumerate(folded) if index and word == _ELECTED}
    found |= {1} if folded[1:2] and folded[1] in _COUNTED else set()
    found |= {len(folded) - 1} if len(folded) > 1 and folded[-1] == "حاليا" else set()
    for index, word in enumerate(folded):
        if not word.startswith("ال"):
            break
        if index and word in _WHICH:
            found.add(index)
    for index in range(1, len(folded)):
        for count in (1, 2):
            if _ORDINAL.fullmatch(" ".join(folded[index : index + count])):
                found |= set(range(index, index + count))
    return found


def close_construct(written: list[str], folded: list[str], kept: Sequence[int], nouns: Container[str]) -> None:
    """Join in place a head noun to its complement behind «ل» where nothing else is between them, or what is taken out.

    «الرئيس | السابق | لفريق مرسيدس», «رئيس لفريق مرسيدس» give «رئيس فريق مرسيدس»; «الرئيس التنفيذي السابق لشركة X»
    needs its «ل».
    """
    if len(kept) < 2:
        return
    head, place = kept[0], kept[1]
    between = folded[head + 1 : place]
    leads = bool(between) or folded[head] in _GOVERNING
    if not leads or not all(between) or "الدوله" in between or without_article(folded[head]) not in nouns:
        return
    whole = genitive(written[place])
    if whole:
        written[place], folded[place] = whole, fold_name(whole)
        written[head] = written[head].removeprefix("ال") if folded[head].startswith("ال") else written[head]
        folded[head] = without_article(folded[head])


def genitive(word: str) -> str:
    """Return the noun behind «ل» on a word («للاتحاد» gives «الاتحاد»), "" where it has none or says how long."""
    folded = fold_name(word)
    if (
        not word.startswith("ل")
        or word.startswith("لـ")
        or folded in _PRONOUNS | _THERE
        or folded.removeprefix("ل") in _TIME
    ):
        return ""
    rest = word[1:]
    closed = f"ال{word[2:]}"
    if word.startswith("لل"):
        # «لليبيا» and «لليفربول» have no article.
        own = (nation_key(rest) and not nation_key(closed)) or document_frequency(fold_name(rest)) > document_frequency(
            fold_name(closed)
        )
        return rest if own else closed
    rarer = document_frequency(fold_name(rest)) < document_frequency(folded)
    return (
        "" if len(rest) < len("بنك") or (rarer and not nation_key(rest) and fold_name(rest) not in _heads()) else rest
    )


def before_state(folded: Sequence[str], start: int) -> int:
    """Return where the words for a state begin that stand in front of its name at `start`: «بمملكة | البحرين»."""
    begin = start
    while begin > 1 and folded[begin - 1] in _STATE_NOUNS:
        begin -= 1
    return begin - 1 if begin > 1 and folded[begin - 1] in _THERE else begin


def governs(word: str, nouns: Container[str]) -> bool:
    """Return whether a folded word cannot end a phrase: «مجلس | الشيوخ», «قائد | اللواء», «إلى | الأمام»."""
    bare = word[1:] if word[:1] in "بلو" and word[1:] in _heads() else word
    return bare in _heads() or bare in nouns or word in ("الي", "في", "من", "علي", "ل", "ب")


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("body_heads.tsv"))
