"""Whether the words around an expression look back or ahead."""

from __future__ import annotations

import re

from riwaya.annotate.times.lexicon import Reading, read_word, words
from riwaya.annotate.times.line import SENTENCE_MARKS, Line
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.plans import read_plan

_REACH_BACK = 14
_REACH_FAR = 30  # of a weekday, which hangs on its verb alone; months and feasts are named in passing
_REACH_AHEAD = 3
_OBJECTS = ("ها", "ه", "هم", "هما")
_LETTERS_OF_ROOT = 3
_REACH_OF_PERFECT = 4  # in words: a verb, its doer, an object
_REACH_OF_OPENING = 17
# «تحدث» may be past, «يحدث» and «تجري» hardly.
_PRESENT = re.compile(r"[وف]?(?:ي\w{2,}|ت\w{2,}ي)")
_OPENERS = frozenset(("فيما", "بينما", "كما", ",", '"'))
_WHO = frozenset(("الذي", "التي", "الذين"))
_IF = frozenset(("اذا", "واذا", "فاذا", "لو", "ان"))
_CLAUSES = frozenset(
    (
        "ان",
        "بان",
        "انه",
        "انها",
        "بانه",
        "بانها",
        "انهم",
        "وانه",
        "وانها",
        "وان",
        ",",
        ";",
        ":",
        '"',
        "لكن",
        "فيما",
        "بينما",
    )
)


def read_outlook(line: Line, start: int, end: int, *, far: bool = False) -> Outlook:
    """Return which way the verbs near an expression look.

    The nearest marker before the expression decides («أعلنت السبت أنها ستطرد»: behind, for «السبت»). Without one,
    a future verb right behind it counts («السبت سيلتقي»). `far` looks further back.
    """
    plan = read_plan(line, start, end) if far else None
    if plan is not None:
        return plan
    if far and _is_plural_perfect(line.form(start - 1)):
        return Outlook.BEHIND
    if not far and _is_month_of_delivery(line, start):
        return Outlook.AHEAD
    reach = _REACH_FAR if far else _REACH_BACK
    for index in range(start - 1, max(-1, start - 1 - reach), -1):
        if line.tokens[index].form in SENTENCE_MARKS:
            break
        if line.form(index) == "علي" and line.form(index + 1) == "ان":
            return Outlook.AHEAD  # «وصلا الجمعة، على أن يعودا السبت»
        reading = line.readings[index] or (_with_object(line.form(index)) if far else None)
        if reading is None or _is_measure(line, index):
            continue
        if far and "sets-day" in reading.senses:
            return Outlook.REPORTED if line.form(index - 1) == "لم" or _is_past(line, index) else Outlook.DUE
        if "future" in reading.senses:
            # «هدنة تبدأ السبت», «اعتبارا من الخميس»: no name, whatever verb stands before.
            if line.form(index - 1) == "ان" and _is_plan(line, index - 2):
                return Outlook.AHEAD  # «من المقرر أن تعقد في 25 مارس»
            surely = reading.senses["future"] == Outlook.AHEAD and not _was_planned(line, index)
            return (
                Outlook.BEHIND if not surely and _is_past(line, index) else Outlook(reading.senses["future"] or "ahead")
            )
        if reading.form in ("قد", "وقد") and _may(line, index):
            return Outlook.SCHEDULED  # «قد يقصي الاثنين»: it may
        if "past" in reading.senses:
            return Outlook.REPORTED if far and start - index > _REACH_OF_PERFECT else Outlook.BEHIND
        if "break" in reading.senses:
            who = far and line.form(index).removeprefix("و") in _WHO
            return _in_clause(line, index, start) if who else Outlook.OPEN
    for index in range(end, min(len(line), end + _REACH_AHEAD)):
        reading = line.readings[index]
        if line.tokens[index].form in SENTENCE_MARKS or line.tokens[index].form in _CLAUSES:
            break
        if reading is not None and ("future" in reading.senses or "past" in reading.senses):
            ahead = "future" in reading.senses and not reading.prefix
            return Outlook(reading.senses["future"] or "ahead") if ahead else Outlook.OPEN
    return _announced(line, start) if far else Outlook.OPEN


def _is_month_of_delivery(line: Line, start: int) -> bool:
    """Return whether oil or gold is to be delivered then: «الخام تسليم يونيو», «العقود الآجلة لشهر يناير»."""
    if line.form(start - 1) in words("delivered"):
        return True
    if line.form(start - 1) == "في" and line.form(start - 2) in words("delivered"):
        return True
    reading = line.readings[start]
    futures = reading is not None and reading.prefix == "ل"
    return futures and any(line.form(index) in words("futures") for index in range(max(0, start - _REACH_AHEAD), start))


def _in_clause(line: Line, index: int, start: int) -> Outlook:
    """Return what a relative clause says of a weekday right behind its verb: «الهجوم الذي أثار جدلا السبت»."""
    verb = line.form(index + 1)
    present = verb.startswith(("ي", "ت", "ن")) or not verb.isalpha()
    return Outlook.OPEN if present or start - index >= _REACH_OF_PERFECT else Outlook.BEHIND


def _is_plural_perfect(form: str) -> bool:
    """Return whether a word is a perfect with the ending of two or of many: «وصلا الجمعة», «غادروا الأحد»."""
    stem = form.removesuffix("وا") if form.endswith("وا") else form.removesuffix("ا")
    reading = read_word(stem) if len(form) > len(stem) >= _LETTERS_OF_ROOT else None
    return reading is not None and "past" in reading.senses


def _with_object(form: str) -> Reading | None:
    """Return the reading of a verb that announces, its object behind it: «التي يخوضها الأحد»."""
    verb = next((form.removesuffix(ending) for ending in _OBJECTS if form.endswith(ending)), "")
    reading = read_word(verb) if verb.startswith(("ي", "ت")) and len(verb) > _LETTERS_OF_ROOT else None
    if reading is None or (reading.senses.get("future") != Outlook.DUE and "sets-day" not in reading.senses):
        return None
    return reading


def _is_measure(line: Line, index: int) -> bool:
    """Return whether «المتوقع» is what something is held against, no plan: «أكبر من المتوقع», «على غير المتوقع»."""
    if line.form(index).removeprefix("لل").removeprefix("ال") not in words("expected"):
        return False
    before = line.form(index - 1)
    if before in words("unlike") or line.form(index).startswith("لل"):
        return True
    more = line.form(index - 2).removeprefix("ال")
    return before in ("من", "عن") and more.startswith("ا") and len(more) > _LETTERS_OF_ROOT


def _is_plan(line: Line, index: int) -> bool:
    """Return whether «المقرر», «يعتزم» or the like stands there, and is no plan of the past."""
    reading = line.readings[index] if index >= 0 else None
    return reading is not None and reading.senses.get("future") in ("", "ahead") and not _was_planned(line, index)


def _may(line: Line, index: int) -> bool:
    """Return whether «قد» says that something may happen («قد يقصي»), not that it has («كان قد ترك»)."""
    verb = line.form(index + 1)
    return verb.startswith(("ي", "ن")) or (verb.startswith("ت") and len(verb) > 3 and not _was_planned(line, index))


def _announced(line: Line, start: int) -> Outlook:
    """Return DUE where the clause before a weekday opens with a present verb («يؤدي الرئيس، السبت، اليمين»), else OPEN.

    News of the past opens with the past; a few presents that only report («يذكر», «يأتي») are set aside, and «تبنى»,
    «تلقى», which are more often a perfect.
    """
    for index in range(start - 1, max(-1, start - 1 - _REACH_OF_OPENING), -1):
        form = line.form(index)
        if form in SENTENCE_MARKS or form in words("inner-clause"):
            return Outlook.OPEN
        before = line.form(index - 1)
        opens = not before or before in SENTENCE_MARKS or before in _OPENERS
        if opens and (_PRESENT.fullmatch(form) or form.removeprefix("و") in words("announces")):
            perfect = form.lstrip("وف").startswith("ت") and line.tokens[index].text.endswith("ى")
            return Outlook.OPEN if perfect or form.lstrip("وف") in words("no-announcement") else Outlook.DUE
    return Outlook.OPEN


def _is_past(line: Line, index: int) -> bool:
    """Return whether what looks like a future verb is a plan of the past or a name behind a past verb.

    «كان من المقرر أن يبدأ الأحد»; «قالت سيسيل الأحد»: no «أن», relative or comma parts the verb from the name.
    """
    if _was_planned(line, index):
        return True
    for before in range(index - 1, max(-1, index - 1 - _REACH_BACK), -1):
        form = line.tokens[before].form
        reading = line.readings[before]
        if form in SENTENCE_MARKS or form in _CLAUSES or (reading is not None and "break" in reading.senses):
            return False
        if reading is not None and "past" in reading.senses:
            return reading.form not in ("لم", "قد", "كان", "كانت")
    return False


def _was_planned(line: Line, index: int) -> bool:
    """Return whether «كان» makes a plan of the past; «ما إذا كان سيحضر» is none."""
    return any(
        line.form(before).removeprefix("و") in ("كان", "كانت") and line.form(before - 1) not in _IF
        for before in range(max(0, index - 5), index)
    )
