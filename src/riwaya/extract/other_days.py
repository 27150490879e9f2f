"""Days on a page that are no publication: periods, events, deadlines, matches, embedded posts, the day of reading."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.extract.attributions import byline
from riwaya.extract.datelines import is_agency, is_dateline, is_place, is_reporter, names_outlet
from riwaya.extract.dates import DateBounds, blank_dates, find_dates, month_names
from riwaya.extract.lines import ends_sentence, word_count
from riwaya.extract.tables import plain_form, starts

# Whose date it is then: of what is to come, of what is remembered, of a picture, of the day of reading.
_OTHERS = re.compile(
    r"(?<!\w)(?:و?(?:ال|لل|ب|ل)?(?:موعد|مواعيد|مهله|ذكري|ميلاد|مولد|مواليد|ولد|ولدت|وفاه|توفي|رحيل|انتهاء|صلاحيه|ارشفه|ارشيف|"
    r"ارشيفيه|طباعه|اطلع|استرجاع|اسعار|سعر|طقس|درجات|مباراه|مباريات|فعاليه|افتتاح|انطلاق|صوره|صور|فيديو|تصوير|التقطت|عضو|انضم|"
    r"تسجيل|مناسبه|حدث|اغلاق|اقفال|استحقاق|مظاريف|مظروف|عطاء|عطاءات|مناقصه|مزايده|جلسه|جوله|ملعب|استاد|ستاد|نهايي|"
    r"مكان|قاعه|صاله|فندق|مسرح|دورته|نهايه|بدايه|بدء|نتيجه|نتايج|اقتراع|تصويت|اصدار|صدور)|عيد\s+ال\w+|ينتهي|تنتهي|يبدا|تبدا|الان|حاليا|حتي|منذ|لغايه|ابتداء|اعتبارا|ضد)(?!\w)|"
    r"(?<!\w)vs?(?!\w)|[°%$€℃×]|\(\s*@|archived|printed|retrieved|deadline|expires|joined|since|until|born|died"
)
_TODAY = re.compile(
    r"(?<!\w)(?:اليوم|today)(?:\s+is)?\s*(?:[:،,|–-]|§|ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)(?!\w)|\w+day\s*[،,]?\s*§)"
)
# Parts of an outlet, as its menu has them, word by word.
_SECTION = re.compile(
    r"و?(?:ال)?(?:(?:سياس|ثقاف|رياض|اقتصاد|محلي|دولي|عالمي|عربي|وطني|اقليمي|امني|صح|علم|فني|برلماني|تعليمي|اجتماعي|"
    r"اسلامي|ديني|تقني|تكنولوجي|جهوي|مغاربي)(?:ه|ات|يه|يا|ا)?|مجتمع|حوادث|فن|فنون|متفرقات|منوعات|مال|اعمال|راي|اراء|مقالات|"
    r"تقارير|تحقيقات|حوارات|علوم|سياحه|بييه|تعليم|محافظات|اخبار|ملفات|قضايا|عاجل)|و|"
    r"news|politics|sports?|business|culture|world|local|opinion"
)
# Who files or where on a site a report stands, beside a dash.
_DESK = re.compile(
    r"(?:ال)?(?:خاص|حصري|متابعه|متابعات|محرر|تحرير|هييه|فريق|غرفه|ديسك|رصد|ترجمه|كره|قدم|سله|اقلام)|مراسل\w*"
)
_JOINED = r"\s*(?:[-–—~]+|الي|حتي|to)\s*"
# «4-6 يناير 2015», «19 و20 ديسمبر 2015», «1931 - 20 ديسمبر 2013»; «العدد 12 - 14 مارس 2023» counts issues.
_SPAN = re.compile(
    rf"(?<![\d:])(?:(?P<day>0?[1-9]|[12]\d|3[01])|(?:1[89]|20)\d\d|13\d\d|140\d)\s*[مه]?(?:{_JOINED}|\s*و\s*)§"
)
_COUNTED = re.compile(
    r"(?<!\w)(?:ال)?(?:عدد|رقم|حلقه|سنه|صفحه|ص|مشاهدات|مشاهده|قراءات|زيارات|تعليقات|تعليق|ساعه|views?|no)\W{0,3}$"
)
_TWO_DAYS = re.compile(rf"§(?:{_JOINED}|\s*/?\s*)(?:\w*(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)\s*)?§")
_HOURS = re.compile(r"(?:(?<![\d:])\d{1,2}:\d{2}|§)\s*(?:[-–—]+|الي|حتي)\s*\d{1,2}:\d{2}(?![\d:])")
_SCORE = re.compile(r"[^\W\d_]\s+\d{1,2}\s*[-–—]\s*\d{1,2}\s+[^\W\d_]")
_BETWEEN = re.compile(r"\d{1,2}\s*[-–—]\s*\d{1,2}|×|x|vs?\.?|ضد")
_UNTIL = re.compile(r"[-–—~]+|الي|حتي|to")
_OPPONENTS = re.compile(r"\s+[-–—]\s+")
_PLACE_LABEL = re.compile(r"\W*(?:ال)?(?:مكان|زمان|ملعب|قاعه|عنوان|توقيت|ساعه|حضور|دخول)\s*:")
# What is announced for a day, at the head of its own line.
_GATHERING = re.compile(r"(?:ندوه|محاضره|معرض|موتمر|ورشه|حفل|حفله|امسيه|مهرجان|دوره|جلسه|اجتماع|عزاء|جنازه)(?!\w)")
# Labels of any date, and of publications without a word for it.
_LABELS = frozenset(
    ("تاريخ", "بتاريخ", "date", "في", "يوم", "نشر", "النشر", "وقت النشر", "الوقت", "اضيف", "on", "time")
)
# Labels so short that events have them too.
_WEAK_LABEL = re.compile(r"\W*(?:التاريخ|date)\s*:")


def is_of_other(text: str, bounds: DateBounds, *, labelled: bool) -> bool:
    """Return whether words beside a line's date make it another thing's; a label of publications allows most words."""
    marked = blank_dates(text, bounds)
    if is_period(text, bounds):
        return True
    if labelled and not _WEAK_LABEL.match(marked):
        return False
    return any(kind.search(marked) for kind in (_OTHERS, _TODAY, _HOURS, _SCORE))


def is_period(text: str, bounds: DateBounds) -> bool:
    """Return whether a line tells from when to when something was: a life, an exhibition, a conference's days."""
    marked = blank_dates(text, bounds)
    if _month_span().search(marked) or any(_begins(match, marked) for match in _SPAN.finditer(marked)):
        return True
    days = {found.value[:10] for found in find_dates(text, bounds)}
    return len(days) > 1 and bool(_TWO_DAYS.search(marked))


def _begins(match: re.Match[str], marked: str) -> bool:
    """Return whether a number before a date begins a period: a day or a date's year, no count and no name's year."""
    before = marked[: match.start()]
    return not _COUNTED.search(before) if match["day"] else bool(_date_goes_on().search(before))


@cache
def _date_goes_on() -> re.Pattern[str]:
    """Return what matches the part of a date before its year."""
    return re.compile(rf"(?:^|[(\[،,:|]|(?<!\w)(?:{month_names()}|{month_names(hijri=True)})|\d\s?[-/.])\s*$")


@cache
def _month_span() -> re.Pattern[str]:
    """Return what matches the first day of «4 يناير - 6 فبراير 2015»."""
    return re.compile(rf"(?<![^\W\d])(?:{month_names()})(?!\w)\s*(?:[-–—]+|الي|حتي)\s*§")


def names_other_date(text: str) -> bool:
    """Return whether a line is the label of a date that is no publication: «الموعد», «تاريخ المباراة:», or a match."""
    folded = fold(text).strip()
    if ends_sentence(text) or starts("prefix", "date").match(folded):
        return False
    if is_match(text):
        return True
    if word_count(text) > 5 or plain_form(text) in _LABELS or starts("prefix", "byline").match(folded):
        return False
    return bool(folded.endswith(":") or _GATHERING.match(folded) or is_column_label(text))


def is_column_label(text: str) -> bool:
    """Return whether a table's cell names dates that are no publication: «تاريخ الإغلاق», «آخر موعد»."""
    folded = fold(text).strip()
    if word_count(text) > 5 or starts("prefix", "date").match(folded):
        return False
    return bool(re.match(r"تاريخ\s", folded) or _OTHERS.search(folded))


def names_place_label(text: str) -> bool:
    """Return whether a line goes on with an event: «المكان: قاعة البلدية»."""
    return word_count(text) <= 8 and bool(_PLACE_LABEL.match(fold(text)))


def is_match(text: str) -> bool:
    """Return whether a short line sets two sides against each other: «الأهلي × الزمالك», «الواحة 2 - 1 الساحل».

    Two names with a dash are such where neither is a place, an outlet or a person: those file reports.
    """
    folded = fold(text).strip()
    if word_count(text) > 8 or ends_sentence(text) or byline(text):
        return False
    if re.search(r"\w\s*×\s*\w|\s(?:x|vs?\.?|ضد)\s", folded) or _SCORE.search(folded):
        return True
    sides = _OPPONENTS.split(text.strip(" -–—"))
    if len(sides) != 2 or max(map(word_count, sides)) > 3 or re.search(r"[\d:|/]", text) or is_dateline(text):
        return False
    return not any(map(_files, sides))


def is_between_days(text: str) -> bool:
    """Return whether a piece of a page is all that stands between the two ends of a period: «-», «إلى»."""
    return len(text) <= 12 and bool(_UNTIL.fullmatch(fold(text).strip()))


def is_between_sides(text: str) -> bool:
    """Return whether a piece of a page is all that stands between two sides of a match: «×», «2 - 1»."""
    return len(text) <= 12 and bool(_BETWEEN.fullmatch(fold(text).strip()))


def _files(side: str) -> bool:
    known = is_place(side) or is_agency(side) or is_reporter(side) or names_outlet(side)
    return known or any(is_section(word) or _DESK.fullmatch(word) for word in plain_form(side).split())


def is_section(word: str) -> bool:
    """Return whether a folded word names a part of an outlet, as its menu has it."""
    return bool(_SECTION.fullmatch(word))
