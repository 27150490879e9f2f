"""Roles that a pronoun makes somebody's («رئيس تحريرها», «مستشاره الإعلامي»), and what no role ends with.

Whose the office is the text says elsewhere: it is shown as the office itself, or not at all where nothing else is told.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.knowledge.names import without_article
from riwaya.knowledge.role_nations import THERE
from riwaya.tables import read_table

_OWNER = re.compile(r"^(\w{3,}?)(?:ه|ها|هم)$")
_HAMZA = re.compile(r"[ئؤ]$")
_IN_NAME = frozenset(("باسمه", "باسمها", "باسمهم"))
# Adjectives that say what somebody does: of «رئيسها السلطوي» nothing is left but that he rules.
_FIELDS = frozenset(("ال" + field) for field in (
    "عام", "عامه", "اعلامي", "اعلاميه", "فني", "فنيه", "تنفيذي", "تنفيذيه", "قانوني", "قانونيه", "رياضي", "رياضيه",
    "خاص", "خاصه", "شخصي", "شخصيه", "عسكري", "عسكريه", "سياسي", "سياسيه", "مالي", "ماليه", "اول", "اولي", "اداري",
    "اقتصادي", "اقتصاديه", "دبلوماسي", "صحفي", "صحفيه", "رسمي", "رسميه", "اقليمي", "اقليميه", "دايم", "دايمه",
))  # fmt: skip
_ONCE = frozenset(("السابق", "الاسبق", "الجديد", "الحالي", "الراحل", "المقال", "المستقيل"))
_ENVOYS = frozenset(("سفير", "سفيرة", "مندوب", "مندوبة", "مبعوث", "مبعوثة", "قنصل"))
_NETWORKS = frozenset(("تويتر", "فيسبوك", "انستغرام", "انستجرام", "تلغرام", "يوتيوب", "حسابه", "حسابها", "صفحته"))
_PEOPLES = frozenset(("قوميه", "اصل", "اصول", "عرقيه", "طايفه"))
_HIS = re.compile(r"ل(?!ل)\w{3,}(?:ته|تها|هم|ه|ها)")
# Words that govern another: a role that ends with one has been cut.
_CUT = frozenset(("باللوم", "بدوله", "لدوله", "بشان", "لشان", "لشوون", "بشوون", "بوزاره", "لوزاره", "بمدينه", "لمدينه"))
# What no role ends with, and occasions at which somebody with a role speaks or sits.
_LINKS = frozenset((
    "في", "لدي", "الي", "ل", "لـ", "لل", "من", "علي", "عن", "ب", "و", "باسم", "عند", "ـ", "بـ", "ك", "مع", "بين", "ضمن",
    "فيها", "فيه", "لديها", "لديه",
))  # fmt: skip
_OCCASIONS = frozenset((
    "القمه", "قمه", "الاجتماع", "اجتماع", "الموتمر", "موتمر", "اللقاء", "لقاء", "المنتدي", "الندوه", "الحفل", "الجلسه",
    "جلسه", "مقابله", "تصريح", "تصريحات", "بيان", "حديث", "كلمه", "المباراه", "مباراه",
    "قصر", "مجلسه", "مجلسها", "تغريده", "تدوينه", "رساله", "خطاب", "خطابه", "حوار", "مداخله", "اتصال", "لقاءات",
    "حديثه", "كلمته", "تصريحه", "بيانه",
))  # fmt: skip
# Whom somebody with a role tells something, and whose journalists are part of a body's name.
_PRESS = frozenset(("للصحفيين", "للصحافيين", "للصحفيات", "للصحافه", "للتلفزيون", "للاذاعه"))
_AGENCIES = frozenset(("فرانس", "الصحافه", "الانباء", "انباء", "رويترز", "اسوشيتد", "الاناضول", "سبوتنيك"))
_OF_JOURNALISTS = frozenset((
    "اتحاد", "نقابه", "جمعيه", "رابطه", "مركز", "منتدي", "لجنه", "شبكه", "فيدراليه", "نادي", "هيئه", "مجلس", "ملتقي",
    "معهد", "منظمه", "جايزه", "موسسه",
))  # fmt: skip


def without_owner(words: list[str], nouns: Container[str], offices: Container[str]) -> list[str]:
    """Return a role's words without their owner's pronoun: «وزير الخارجية» for «وزير خارجيته», nothing for «نائبه».

    Args:
        words: as written.
        nouns: office nouns, folded.
        offices: the keys of states' offices.
    """
    if not words:
        return words
    head = _owned_noun(words[0], nouns)
    told = len(words) > 1 and words[1].startswith("ال")
    # «وزيره الصحة» is typed for «وزيرة الصحة».
    # «أمينه العام» is no woman's.
    once = told and fold_name(words[1]) in _ONCE
    masculine = told and (
        once or words[1].endswith("ي") or (fold_name(words[1]) in _FIELDS and not words[1].endswith(("ة", "ه")))
    )
    if head and not (told and fold_name(words[0]) in nouns and not masculine):
        if once and len(words) > 2 and words[2].startswith("ل"):
            return [head, *words[1:]]  # «مستشاره السابق للأمن القومي»
        if head in _ENVOYS and len(words) > 1 and fold_name(words[1]) in THERE:
            return [f"ال{head}", *words[1:]]  # «سفيرها في الأمم المتحدة»
        # «مستشاره الإعلامي» says what he does, «نائبه», «قائده» only for whom.
        return [f"ال{head}", *words[1:]] if told and fold_name(words[1]) in _FIELDS else []
    kept = [word for word in words if fold_name(word) not in _IN_NAME]
    if not kept:
        return kept
    noun = without_article(fold_name(kept[0]))
    behind = [*kept[2:], ""]
    return [kept[0], *(_whole(word, next_, noun, offices) for word, next_ in zip(kept[1:], behind, strict=False))]


def _owned_noun(word: str, nouns: Container[str]) -> str:
    """Return an office noun without the pronoun on it («مستشاره»), "" for any other word."""
    told = _OWNER.match(word)
    if told is None or word.startswith("ال") or fold_name(told[1]) == "نظير":
        return ""
    stem = _HAMZA.sub("ء", told[1])
    forms = (stem, f"{stem.removesuffix('ت')}ة") if stem.endswith("ت") else (stem,)
    return next((form for form in forms if fold_name(form) in nouns), "")


def _whole(word: str, following: str, head: str, offices: Container[str]) -> str:
    """Return a complement as a title has it: «التحرير» for «تحريرها», «الإدارة» for «إدارته»."""
    told = _OWNER.match(word)
    if told is None or word.startswith(("ال", "لل")):
        return word
    stem = _HAMZA.sub("ء", told[1])
    if stem.endswith("ي") and following.startswith("ال") and following.endswith("ين"):
        return f"ال{stem}ن"  # «كبير إدارييها التنفيذيين»
    feminine = f"{stem.removesuffix('ت')}ة"
    for form in (stem, feminine):
        if f"{head.removesuffix('ه')} {fold_name(form)}" in offices and fold_name(form) != fold_name(word):
            return f"ال{form}"
    for form in (feminine, stem) if stem.endswith("ت") else (stem,):
        if fold_name(form) in _heads():
            return f"ال{form}"
    # «مصراته» is a town, «لقائمتها» has its particle on.
    owned = word.endswith(("ها", "هم")) or (word.endswith("ته") and following.startswith("ال"))
    sure = owned and not word.startswith(("ل", "ب"))
    return f"ال{feminine if stem.endswith('ت') else stem}" if sure and len(stem) > len("اب") else word


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold_name(row["form"]) for row in read_table("body_heads.tsv"))


def trim_role(words: list[str]) -> list[str]:
    """Return a role's words without an open bracket, an occasion behind «في», a clause and particles at the end."""
    for index, word in enumerate(words):
        opened = word.count("(") > word.count(")")
        if opened and not any(")" in other for other in words[index:]):
            words = [*words[:index], *filter(None, (word[: word.index("(")],))]
            break
    for index in range(1, len(words) - 1):
        behind = [fold_name(word) for word in words[index + 1 : index + 3]]
        told_on = words[index] == "على" and behind[0] in _NETWORKS
        if told_on or (words[index] == "من" and behind[0] in _PEOPLES):
            words = words[:index]  # «رئيس وزراء من قومية ...», «كتب مرشح الحزب على تويتر»
            break
        # «في مجلس قصر البحر»: a hall
        if words[index] in ("في", "خلال") and (behind[0] in _OCCASIONS or behind == ["مجلس", "قصر"]):
            words = words[:index]
            break
    words = words[: told_press(words) or None]
    if "ما" in words[1:]:
        words = words[: words.index("ما", 1)]  # «رئيس ما يسمى مجلس الإقليم»
        words = words if len(words) > 1 else []
    end = len(words)
    while (
        end > 1
        and (
            fold_name(words[end - 1]) in _LINKS | _CUT
            or (end > 2 and _HIS.fullmatch(words[end - 1]))  # «نائب البرلمان | لدائرته»
            or words[end - 1] in _LINKS
            or _is_cut_body(words[:end])
        )
    ):
        end -= 1
    return words[:end]


def told_press(words: Sequence[str]) -> int:
    """Return where a role ends before whom its holder told something («المتحدث باسم الوزارة | للصحفيين»), else 0.

    A union's or a centre's journalists are part of its name («نقابة الصحفيين», «الاتحاد الدولي للصحفيين»).
    """
    for index in range(1, len(words)):
        form = fold_name(words[index])
        if form in _PRESS and _OF_JOURNALISTS.isdisjoint(_stem(fold_name(word)) for word in words[1:index]):
            return index if index > 1 else 0
        behind = fold_name(words[index + 1]) if index + 1 < len(words) else ""
        if form == "لوكاله" and behind in _AGENCIES and index > 1:
            return index
    return 0


def _stem(word: str) -> str:
    return re.sub("^(?:وال|بال|لل|ال|ل|ب)", "", word) if word not in _OF_JOURNALISTS else word


def _is_cut_body(words: list[str]) -> bool:
    """Return whether a definite role ends with a noun for a body that lacks its name («الرئيس التنفيذي | لشركة»)."""
    last, before = fold_name(words[-1]), fold_name(words[-2])
    return words[0].startswith("ال") and (
        (last[:1] in ("ل", "ب") and last[1:] in _heads() and last not in _heads())
        or (before in ("في", "لدي") and last in _heads())
    )
