"""Which way a weekday lies by what it belongs to: what is put off, prepared or called for, and who is quoted of it."""

from __future__ import annotations

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import SENTENCE_MARKS, Line
from riwaya.annotate.times.outlook import Outlook

_UNTIL = frozenset(("الي", "حتي", "لغايه", "وحتي"))
_AS_LONG_AS = frozenset(("حتي", "وحتي", "لغايه"))
_BY = frozenset(("بحلول", "وبحلول"))
_TO = frozenset(("الي", "لغايه"))
_WHO = frozenset(("الذي", "التي"))
_BEFORE = frozenset(("قبل", "قبيل"))
_REACH = 10
_REACH_OF_SOURCE = 7
_REACH_OF_EVENT = 6
_MOST_OF_EVENT = 3
_REACH_BEHIND = 3


def read_plan(line: Line, start: int, end: int) -> Outlook | None:
    """Return the direction that the words before a weekday give it whatever the verb, None where they give none.

    «أرجأت الجلسة إلى الأحد», «استعدادا لمباراة السبت», «قبل لقاء الجمعة», «دعا إلى إضراب الخميس» lie ahead;
    «وفق بيان الوزارة الاثنين» behind, though what the source tells may lie ahead.
    """
    if _is_source_of(line, start) or _was_played(line, start, end):
        return Outlook.OVER
    if line.definite(start - 1) and line.sense(start - 1, "relative") == "1":
        return Outlook.AHEAD  # «مباراته المقبلة الثلاثاء»
    if line.form(start - 1) in _UNTIL and _finds(line, start - 2, "put-off", _REACH):
        return Outlook.DUE
    if line.form(start - 1) in _BY:
        return Outlook.DUE
    if line.form(start - 1) in _AS_LONG_AS and not _is_end_of_range(line, start):
        return Outlook.DUE if _runs_on(line, start, end) else Outlook.BEHIND
    if _finds(line, start - 1, "prepared", _REACH_OF_EVENT) or _is_called_for(line, start):
        return Outlook.DUE
    if line.form(start - 1).removeprefix("ل") in words("comes-up") and line.form(start - 1).startswith("ل"):
        return Outlook.DUE  # «جاهز لمباراة السبت»
    return Outlook.SCHEDULED if _is_eve(line, start) else None


def _is_source_of(line: Line, start: int) -> bool:
    """Return whether the weekday tells when a source spoke: «بحسب الوكالة الاثنين», «وفقا لبيان صدر الجمعة»."""
    return _finds(line, start - 1, "attributes", _REACH_OF_SOURCE)


def _finds(line: Line, last: int, use: str, reach: int) -> bool:
    """Return whether a word of a use stands in the same clause, so many words before."""
    for index in range(last, max(-1, last - reach), -1):
        form = line.form(index)
        if form in words(use) or (form[:1] in ("و", "ف") and form[1:] in words(use)):
            return True
        if form in SENTENCE_MARKS or form in words("inner-clause") or form in (",", ":", '"'):
            return False
        reading = line.readings[index]
        if reading is not None and "future" in reading.senses:
            return False
    return False


def _is_end_of_range(line: Line, start: int) -> bool:
    """Return whether a day stands before «حتى»: the range tells where it ends."""
    for index in range(start - 2, max(-1, start - 2 - _REACH_OF_SOURCE), -1):
        reading = line.readings[index]
        if reading is not None and not reading.senses.keys().isdisjoint(("weekday", "day", "relative")):
            return True
        if line.form(index) in SENTENCE_MARKS:
            return False
    return False


def _runs_on(line: Line, start: int, end: int) -> bool:
    """Return whether what lasts until a weekday runs on: «أغلقت المدارس حتى الاثنين», no «استمرت المعارك حتى السبت».

    What had not happened until then («لم يصل حتى السبت») tells of the past.
    """
    for index in range(start - 2, max(-1, start - 2 - _REACH), -1):
        form = line.form(index)
        if form in SENTENCE_MARKS:
            break
        if form in words("not-ended") or form.removeprefix("و") in words("lasted"):
            return False
    return all(line.form(index) not in words("not-ended") for index in range(end, end + _REACH_BEHIND))


def _was_played(line: Line, start: int, end: int) -> bool:
    """Return whether a match is told of as over: «مباراة السبت التي خسرها», «عقب لقاء الجمعة»."""
    if line.form(start - 1) not in words("comes-up"):
        return False
    if line.form(start - 2) in words("after-what-was"):
        return True
    behind = end + (line.form(end) == ",")
    verb = line.form(behind + 1)
    return line.form(behind) in _WHO and bool(verb) and not verb.startswith(("ي", "س", "ت", "لن", "لم"))


def _is_called_for(line: Line, start: int) -> bool:
    """Return whether somebody calls to what takes place then: «دعت النقابات إلى إضراب عام الخميس»."""
    for index in range(start - 1, max(-1, start - 1 - _REACH_OF_EVENT), -1):
        if line.form(index) in words("called-for"):
            to = line.form(index - 1) in _TO or line.form(index).startswith("لل")
            return to and _finds(line, index - 2, "calls", _REACH)
        if not line.form(index).isalpha() or line.form(index) in words("inner-clause"):
            return False
    return False


def _is_eve(line: Line, start: int) -> bool:
    """Return whether what takes place then is only looked for: «قبل لقاء الجمعة», «عشية مباراته الخميس»."""
    for index in range(start - 1, max(-1, start - 1 - _MOST_OF_EVENT), -1):
        if line.form(index) in words("comes-up"):
            before = index - 1
            if line.form(before) == "من":  # «قبل يومين من اجتماع الجمعة»
                before = next(
                    (back for back in range(before - 1, before - 4, -1) if line.form(back) in _BEFORE), before
                )
            return line.form(before) in words("before-what-comes")
        if not line.form(index).isalpha():
            return False
    return False
