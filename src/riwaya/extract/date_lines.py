"""Lines that hold nothing but the day of publication, and those that look so: events, deadlines, today's day."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.extract.datelines import is_agency, is_place, is_reporter
from riwaya.extract.dates import DateBounds, blank_dates, find_dates
from riwaya.extract.lines import ends_sentence, word_count
from riwaya.extract.tables import canonical_outlet, outlet_domains, plain_form, starts

_LONGEST = 140
_MOST_WORDS, _MOST_LABELLED = 3, 6
_SHORT = 12
_PARTS = re.compile(r"[|•·/–—\-()\[\]>»«]+")
_COMMA = re.compile(r"[،,؛;]+")
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
# What may stand beside a date without saying of what it is the date.
_COMMON = re.compile(
    r"\d+\w{0,2}|(?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"gmt|utc|ksa|am|pm|a|p|m|at|on|in|ص|م|ه|و|ب|د|س|الساعه|ساعه|تمام|عند|علي|في|يوم|بتاريخ|الموافق|الموافقه|ل|"
    r"بتوقيت|توقيت|المحلي|غرينتش|جرينتش|مكه|المكرمه|القاهره|صباحا|مساء|مساءا|ظهرا|عصرا|ليلا|فجرا|زوالا|دقيقه|دقايق|"
    r"نشر|نشرت|منشور|حرر|اضيف|كتب|تحديث|العدد|عدد|رقم|السنه|ميلادي|ميلاديه|هجري|هجريه|واحده|دقيقتان|دقيقتين|ثوان|قراءه|"
    r"للقراءه|مشاهده|مشاهدات|زيارات|تعليق|تعليقات|views?|min|read|comments?|§"
)
# Parts of an outlet, as its menu has them, word by word.
_SECTION = re.compile(
    r"و?(?:ال)?(?:(?:سياس|ثقاف|رياض|اقتصاد|محلي|دولي|عالمي|عربي|وطني|اقليمي|امني|صح|علم|فني|برلماني|تعليمي|اجتماعي|"
    r"اسلامي|ديني|تقني|تكنولوجي|جهوي|مغاربي)(?:ه|ات|يه|يا|ا)?|مجتمع|حوادث|فن|فنون|متفرقات|منوعات|مال|اعمال|راي|اراء|مقالات|"
    r"تقارير|تحقيقات|حوارات|علوم|سياحه|بييه|تعليم|محافظات|اخبار|ملفات|قضايا|عاجل)|و|"
    r"news|politics|sports?|business|culture|world|local|opinion"
)
# Whose date it is then: of what is to come, of what is remembered, of a picture, of the day of reading.
_OTHERS = re.compile(
    r"(?<!\w)(?:و?(?:ال|لل|ب|ل)?(?:موعد|مواعيد|مهله|ذكري|ميلاد|مولد|مواليد|ولد|ولدت|وفاه|توفي|رحيل|انتهاء|صلاحيه|ارشفه|ارشيف|"
    r"ارشيفيه|طباعه|اطلع|استرجاع|اسعار|سعر|طقس|درجات|مباراه|مباريات|فعاليه|افتتاح|انطلاق|صوره|صور|فيديو|تصوير|التقطت|عضو|انضم|"
    r"تسجيل|مناسبه|حدث)|منذ|حتي|لغايه|ابتداء|اعتبارا)(?!\w)|[°%$€℃]|archived|printed|retrieved|deadline|expires|"
    r"joined|since|until|born|died"
)
_TODAY = re.compile(
    r"(?<!\w)(?:اليوم|today)(?:\s+is)?\s*(?:[:،,|–-]|§|ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)(?!\w)|\w+day\s*[،,]?\s*§)"
)
_ISSUE = re.compile(r"(?<!\w)العدد\s*(?:رقم)?\s*[:(]?\s*\d{2,}")
_OF_SITE = re.compile(r"تحديث\s+(?:لل|ال|ل)(?:موقع|صفحه|بيانات|اسعار|بوابه)")
_UPDATE = re.compile(
    r"\W*(?:اخر (?:تحديث|تعديل)|تاريخ (?:اخر )?(?:ال)?تحديث|تم التحديث|تحديث|last updated|updated|modified)"
)


def date_line(text: str, bounds: DateBounds) -> str | None:
    """Return the date of a line that holds nothing else but a label, a weekday, a clock or a section; None for others.

    Words that are joined to the date must be known: «قانون 4 يناير 2015» is no date line, «سياسة | 4 يناير 2015» is.
    "" means that the line is labelled as one but holds no usable date.
    """
    if len(text) > _LONGEST or text.rstrip().endswith(":"):
        return None
    folded = fold(text).strip()
    label = starts("prefix", "date").match(folded)
    found = find_dates(text, bounds)
    if not found:
        bare = bool(label) and word_count(text) <= 8
        return "" if bare and label and label["phrase"] not in ("نشر في", "كتب في", "نشر:") else None
    if ends_sentence(text) or _OF_SITE.search(folded):
        return None
    marked = blank_dates(text, bounds)
    if label:
        fits = len(_unknown(marked)) <= _MOST_LABELLED
    else:
        fits = not (_OTHERS.search(marked) or _TODAY.search(marked)) and _stands_apart(marked)
    return found[0].value if fits else None


def _unknown(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+|§", text) if not _COMMON.fullmatch(word)]


def _stands_apart(marked: str) -> bool:
    """Return whether nothing is said of the date itself: what is unknown stands in parts of its own, and is little."""
    strange = 0
    for part in _PARTS.split(marked):
        if "§" not in part:
            strange += len(_unknown(part))
        elif not all(map(_is_bare, _COMMA.split(part))):
            return False
    return strange <= _MOST_WORDS


def _is_bare(piece: str) -> bool:
    """Return whether a piece with a date, or beside one, holds no more than a label of it, or says who or where."""
    before, _, behind = piece.partition("§") if "§" in piece else (piece, "", "")
    *labels, words = _COLON.split(before)
    if any(_unknown(label) and not _says_who(label) and not is_labelled_date(label) for label in labels):
        return False
    if labels and _unknown(words):
        return False
    sides = [" ".join(_unknown(side)) for side in (words, behind)]
    return not (sides[1] and _COLON.search(behind)) and all(not side or _says_who(side) for side in sides)


def _says_who(words: str) -> bool:
    """Return whether words say where, through whom or by whom, as may stand before a date without any mark."""
    name = starts("prefix", "byline").sub("", plain_form(words), count=1).strip()
    if not name or name != plain_form(words):
        return word_count(name) <= 4
    if is_place(words) or is_agency(words) or is_reporter(words) or all(map(_SECTION.fullmatch, name.split())):
        return True
    return name in _outlets() or canonical_outlet(words) in outlet_domains().values()


@cache
def _outlets() -> frozenset[str]:
    return frozenset(plain_form(name) for name in outlet_domains().values())


def names_other_date(text: str) -> bool:
    """Return whether a line is the label of a date that is no publication: «الموعد», «تاريخ المباراة:»."""
    folded = fold(text).strip()
    if word_count(text) > 5 or ends_sentence(text) or starts("prefix", "date").match(folded):
        return False
    if plain_form(text) in ("تاريخ", "بتاريخ", "date"):
        return False
    return bool(folded.endswith(":") or re.match(r"تاريخ\s", folded) or _OTHERS.search(folded))


def holds_day(text: str, bounds: DateBounds) -> bool:
    """Return whether a line is short and holds a full date, whatever it is the date of."""
    return word_count(text) <= _SHORT and len(text) <= _LONGEST and bool(find_dates(text, bounds))


def names_issue(text: str) -> bool:
    """Return whether a line names the number of a paper's issue, whose day is then that of what stands below."""
    return bool(_ISSUE.search(fold(text)))


def is_labelled_date(text: str) -> bool:
    """Return whether a line begins with a label of publication dates."""
    return bool(starts("prefix", "date").match(fold(text).strip()))


def is_update_line(text: str) -> bool:
    """Return whether a date line tells of an update, not of the publication."""
    return bool(_UPDATE.match(fold(text)))
