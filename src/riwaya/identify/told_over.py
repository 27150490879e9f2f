"""Whether the words around an office beside its holder's name say that it is over.

«المدير فلان، الذي أقاله الرئيس», «استقالة رئيس الوزراء فلان», «خلفاً للمدير فلان», «في عهد الرئيس فلان».
"""

from __future__ import annotations

import re

from riwaya.arabic.normalise import fold
from riwaya.identify.given import is_bounded, words_before
from riwaya.knowledge.giving_words import Tense, read_giving
from riwaya.knowledge.names import without_article
from riwaya.knowledge.roles import is_title
from riwaya.model import Article, Field, Mention

_REACH = 60  # characters looked at on either side
_SENTENCE_WORDS = 12  # before the office, that may deny or wish what it says
_NEGATED = frozenset((
    "ليس", "ليست", "لم", "لن", "لا", "دون", "عدم", "بدون", "غير", "اجراءات", "مساءله", "تصويت", "صوت", "صوتت",
    "موامره", "مخطط", "محاوله", "نجا", "نجت", "دعوه", "مطالب", "بصدد",
))  # fmt: skip
_OPEN_NOUNS = (["لاغتيال"], ["لعزل"], ["لاقاله"], ["لاعفاء"])
_NEAR = 5  # words before the office in which they stand
_NOT_SO = frozenset(("denying", "wanting", "failing"))
_ENDS = re.compile(
    r"(?:^|\W)[وفبل]?(?:استقاله|اقاله|عزل|اعفاء|تنحي|خلع|رحيل|وفاه|مقتل|اغتيال|اعدام|اطاحه|ازاحه|فرار|هروب) $"
    r"|(?:^|\W)[وفبل]?(?:اقيلت?|اعفيت?|ازيحت?|اغتيلت?|استقالت?|تنحت|احيلت? (?:الي|علي) التقاعد) $"
    # «أقالت الحكومة | مدير الشرطة فلان»; «أقال الرئيس فلان» dismisses himself.
    r"|(?:^|\W)[وف]?(?:اقال|عزل|اعفي|اطاح|طرد|اقصي)ت?(?: (?!ان |انه |انها )\w+){1,5}[،,]? (?:ب|بال)?$"
    r"|(?:^|\W)[وفبل]?(?:اقاله|عزل|اعفاء)(?: \w+){1,5} لل?$"  # «إقالة ترامب ل| مدير المكتب فلان»
    r"|(?:^|\W)[وف]?(?:اغتال|اغتالت)(?: \w+){0,4} $"  # «اغتال مسلحون | مدير الإذاعة فلان»
    r"|(?:^|\W)[وف]?(?:الاطاحه|(?:اطاح|اطاحت)(?: \w+){0,4}) (?:ب|بال)$"
    r"|(?:^|\W)[وف]?(?:خلفا لل?|خليفه لل?|بديلا (?:لل?|عن )|بدلا من |عوضا عن )$"
)
_LEAVES = re.compile(
    r"(?:^|\W)[وفبل]?(?:رحيل|وفاه|مقتل|اغتيال|اعدام|جنازه|تشييع) $"
    r"|(?:^|\W)[وف]?(?:[تي]نهي|انهيت|انهاء|انتهت) خدم(?:ه|ات)(?: ال\w+){0,4} $"  # «تنهى خدمة الفريق الركن فلان»
)
_ERA = re.compile(
    r"(?:^|\W)[وف]?(?:في|منذ|خلال|ابان|طوال|طيله|ايام|اثناء|اواخر|اوايل|مطلع)"
    r" (?:(?:فتره|سنوات) )?(?:عهد|حكم|زمن|ولايه|رياسه|فتره) $"
)
_THEN = re.compile(
    r"^[ ،,(]*(?:انذاك|حينها|حينذاك|حينيذ|وقتيذ|انيذ|يوميذ|وقتها|وقتذاك|يومها|في (?:ذلك|ذاك) (?:الوقت|الحين)"
    r"|في حينه|في تلك (?:الفتره|الحقبه|المرحله))(?!\w)"
)
_DIES = re.compile(r"(?:^|\W)[وف]?(?:استشهدت?|توفيت?|ماتت?) $")
_IS_KILLED = re.compile(r"(?:^|\W)[وف]?قتلت? $")
_WHERE = re.compile(r"^[،, ]*(?:في|خلال|برصاص|بنيران|بغاره|بقصف|اثر|مع|امس|اليوم|متاثرا|علي يد)(?!\w)|^\W*$")
_RESIGNS = re.compile(r"(?:^|\W)[وف]?(?:اعلن|قدم|سلم)ت? (?:\w+ ){0,2}$")
_RESIGNATION = re.compile(r"^[^.\n]{0,30}?(?: عن)? استقالت(?:ه|ها)(?!\w)")
_RESIGN = re.compile(r"(?:^|[.\n])\W*[وف]?(?:استقال|استقالت|اقيل|اقيلت|اعفي|اعفيت) [^.\n]*$")
_FROM_POSTS = re.compile(r"^[^.،\n]{0,30} من (?:منصب|مناصب|مهام)(?:ه|ها|هم|هما)(?!\w)")
_FOUND = re.compile(r"(?:^|\W)عثر علي $")
_DEAD = re.compile(r"^[^.\n]{0,20}? (?:ميتا|ميته|متوفيا|متوفاه|مقتولا|مقتوله|جثه)(?!\w)")
_HONOURS = frozenset(("الاخ", "السيد", "السيده", "الدكتور", "الدكتوره", "المهندس", "الشيخ"))
_NOW = re.compile(r" (?:الحالي|الحاليه)(?!\w)")
_WHO_LEFT = re.compile(
    r"^[ ،,)]*(?:(?:الذي|التي) (?:(?:كان|كانت) )?(?:قد )?|قد )(?:اقيل|اقيلت|استقال|استقالت|تنحي|تنحت|اطيح ب(?:ه|ها)"
    r"|(?:اقال|اقالت|عزل|عزلت|اعفا|اعفت|طرد|طردت)(?:ه|ها))(?!\w)(?! من (?!منصب|مهام|رياس))"
)


def is_told_over(article: Article, role: Mention, holder: Mention | None) -> bool:
    """Return whether a clause or an adverb beside an office, or beside its holder's name behind it, says it is over.

    Args:
        article: that both stand in.
        role: the office.
        holder: the person who is given it, None where nobody is.
    """
    text = article.text if role.field is Field.TEXT else article.title
    ahead = _plain(text[max(0, role.span.start - _REACH) : role.span.start])
    after = fold(text[role.span.end : role.span.end + _REACH])
    if _NOW.search(fold(role.text)):
        return False  # «خلفاً لرئيس حكومته الحالي»
    if any(words.match(after) for words in (_THEN, _WHO_LEFT)) or is_bounded(after, article.published):
        return True
    if holder is None or holder.field is not role.field:
        return False
    if role.span.end > holder.span.start:
        before = text[max(0, holder.span.start - _REACH) : holder.span.start]
        beside = not text[holder.span.end : role.span.start].strip(" ،,")
        return beside and _LEAVES.search(_plain(before)) is not None
    between = fold(text[role.span.end : holder.span.start]).strip(" ،,#")
    if between and not is_title(without_article(between)) and between not in _HONOURS:
        return False  # others between them
    behind = fold(text[holder.span.end : holder.span.end + _REACH])
    if _THEN.match(behind) or _WHO_LEFT.match(behind) or is_bounded(behind, article.published) or _ERA.search(ahead):
        return True
    if _DIES.search(ahead) or (_IS_KILLED.search(ahead) and _WHERE.match(behind)):
        return True
    if _RESIGNS.search(ahead) and _RESIGNATION.match(behind):
        return True
    if _FROM_POSTS.match(behind) and _RESIGN.search(fold(text[max(0, role.span.start - 2 * _REACH) : role.span.start])):
        return True
    if _FOUND.search(ahead) and (_DEAD.match(behind) or _DEAD.match(f" {fold(holder.text).split()[-1]}")):
        return True
    return _ENDS.search(ahead) is not None and not is_open(words_before(text, role.span.start))


def _plain(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", fold(text).replace("#", ""))


def is_open(words: list[str]) -> bool:
    """Return whether what a sentence tells is denied, wished or still to come."""
    if not _NEGATED.isdisjoint(words[-_NEAR:]) or words[-1:] in _OPEN_NOUNS:
        return True  # «ليس بصدد إقالة المدير», «مؤامرة لاغتيال الرئيس»
    told = [read_giving(word) for word in words[-_SENTENCE_WORDS:]]
    return any(each is not None and (each.sort in _NOT_SO or each.tense is Tense.FUTURE) for each in told)
