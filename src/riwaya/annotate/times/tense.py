"""Whether the words around an expression look back or ahead."""

from __future__ import annotations

import re

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import SENTENCE_MARKS, Line
from riwaya.annotate.times.outlook import Outlook
from riwaya.annotate.times.plans import read_plan

_REACH_BACK = 14
_REACH_FAR = 30  # of a weekday, which hangs on its verb alone; months and feasts are named in passing
_REACH_AHEAD = 3
_REACH_OF_OPENING = 17
# «تحدث» may be past, «يحدث» and «تجري» hardly.
_PRESENT = re.compile(r"[وف]?(?:ي\w{2,}|ت\w{2,}ي)")
_OPENERS = frozenset(("فيما", "بينما", "كما", ",", '"'))
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
    plan = read_plan(line, start) if far else None
    if plan is not None:
        return plan
    reach = _REACH_FAR if far else _REACH_BACK
    for index in range(start - 1, max(-1, start - 1 - reach), -1):
        if line.tokens[index].form in SENTENCE_MARKS:
            break
        if line.form(index) == "علي" and line.form(index + 1) == "ان":
            return Outlook.AHEAD  # «وصلا الجمعة، على أن يعودا السبت»
        reading = line.readings[index]
        if reading is None:
            continue
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
            return Outlook.BEHIND
        if "break" in reading.senses:
            return Outlook.OPEN
    for index in range(end, min(len(line), end + _REACH_AHEAD)):
        reading = line.readings[index]
        if line.tokens[index].form in SENTENCE_MARKS or line.tokens[index].form in _CLAUSES:
            break
        if reading is not None and ("future" in reading.senses or "past" in reading.senses):
            ahead = "future" in reading.senses and not reading.prefix
            return Outlook(reading.senses["future"] or "ahead") if ahead else Outlook.OPEN
    return Outlook.SCHEDULED if far and _announced(line, start) else Outlook.OPEN


def _is_plan(line: Line, index: int) -> bool:
    """Return whether «المقرر», «يعتزم» or the like stands there, and is no plan of the past."""
    reading = line.readings[index] if index >= 0 else None
    return reading is not None and reading.senses.get("future") in ("", "ahead") and not _was_planned(line, index)


def _may(line: Line, index: int) -> bool:
    """Return whether «قد» says that something may happen («قد يقصي»), not that it has («كان قد ترك»)."""
    verb = line.form(index + 1)
    return verb.startswith(("ي", "ن")) or (verb.startswith("ت") and len(verb) > 3 and not _was_planned(line, index))


def _announced(line: Line, start: int) -> bool:
    """Return whether the clause before a weekday opens with a present verb: «يؤدي الرئيس، السبت، اليمين».

    News of the past opens with the past; a few presents that only report («يذكر», «يأتي») are set aside.
    """
    for index in range(start - 1, max(-1, start - 1 - _REACH_OF_OPENING), -1):
        form = line.form(index)
        if form in SENTENCE_MARKS or form in words("inner-clause"):
            return False
        before = line.form(index - 1)
        opens = not before or before in SENTENCE_MARKS or before in _OPENERS
        if opens and (_PRESENT.fullmatch(form) or form.removeprefix("و") in words("announces")):
            return form.lstrip("وف") not in words("no-announcement")
    return False


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
