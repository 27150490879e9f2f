"""Lines that hold nothing but the day of publication; `other_days` tells what only looks so."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.extract.datelines import is_agency, is_place, is_reporter
from riwaya.extract.dates import DateBounds, blank_dates, find_dates
from riwaya.extract.lines import ends_sentence, word_count
from riwaya.extract.other_days import is_of_other, is_section
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
    r"mon|tues?|wed|thu|thur|thurs|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"gmt|utc|ksa|am|pm|a|p|m|at|on|in|ص|م|ه|و|ب|د|س|الساعه|ساعه|تمام|عند|علي|في|يوم|بتاريخ|الموافق|الموافقه|ل|"
    r"بتوقيت|توقيت|المحلي|غرينتش|جرينتش|مكه|المكرمه|القاهره|صباحا|مساء|مساءا|ظهرا|عصرا|ليلا|فجرا|زوالا|دقيقه|دقايق|"
    r"نشر|نشرت|منشور|حرر|اضيف|كتب|تحديث|العدد|عدد|رقم|السنه|ميلادي|ميلاديه|هجري|هجريه|واحده|دقيقتان|دقيقتين|ثوان|قراءه|"
    r"للقراءه|مشاهده|مشاهدات|زيارات|تعليق|تعليقات|views?|min|read|comments?|§"
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
    if is_of_other(text, bounds, labelled=bool(label)):
        return None
    fits = len(_unknown(marked)) <= _MOST_LABELLED if label else _stands_apart(marked)
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
    sides = [" ".join(_unknown(side)) for side in (words, behind)]
    if labels and starts("prefix", "byline").match(f"{labels[-1].strip()}:"):
        # «كتب بواسطة: فلان بتاريخ ...»: whom the label names needs not be known.
        labels, sides = [], sides[1:] if word_count(sides[0]) <= 4 else sides
    if any(_unknown(label) and not _says_who(label) and not is_labelled_date(label) for label in labels):
        return False
    if (labels and _unknown(words)) or (sides[-1] and _COLON.search(behind)):
        return False
    return all(not side or _says_who(side) for side in sides)


def _says_who(words: str) -> bool:
    """Return whether words say where, through whom or by whom, as may stand before a date without any mark."""
    name = starts("prefix", "byline").sub("", plain_form(words), count=1).strip()
    if not name or name != plain_form(words):
        return word_count(name) <= 4
    if is_place(words) or is_agency(words) or is_reporter(words) or all(map(is_section, name.split())):
        return True
    return name in _outlets() or canonical_outlet(words) in outlet_domains().values()


@cache
def _outlets() -> frozenset[str]:
    return frozenset(plain_form(name) for name in outlet_domains().values())


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
