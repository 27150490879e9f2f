"""Calendar units told by one that the text has named: «اليوم نفسه», «نفس الشهر», «العام التالي», «الليلة السابقة»."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line

_UNITS = frozenset(("D1", "W1", "M1", "Y1"))
_OWN_CLAUSE = frozenset(("الذي", "التي", "حيث", "علي"))
_WHO = frozenset(("الذي", "التي"))
_ADJECTIVES = (("same-time", 0), ("next-time", 1), ("previous-time", -1))
_CLAUSES = (("next-clause", 1), ("previous-clause", -1))


@dataclass(frozen=True, slots=True)
class Step:
    """So many units behind the one named before, and the index behind the words that say so."""

    unit: str
    number: int
    end: int


def read_step(line: Line, index: int) -> Step | None:
    """Return the unit that starts here if it is told by the one named before it.

    What its own clause tells is none: «في اليوم نفسه الذي», «في اليوم التالي للهجوم».
    """
    same = line.sense(index, "same") is not None
    noun = index + same
    unit = line.sense(noun, "unit")
    if unit not in _UNITS or not line.definite(noun) or _is_epithet(line, noun, unit):
        return None
    told = (0, noun + 1) if same else read_place(line, noun + 1)
    if told is None or _tells_itself(line, told[1], away=told[0] != 0):
        return None
    return Step(unit[:-1], told[0], told[1])


def read_place(line: Line, index: int) -> tuple[int, int] | None:
    """Return the steps that «نفسه», «التالي», «الذي يليه», «السابق» say, and the index behind them."""
    who = line.form(index) in _WHO
    form = line.form(index + who)
    for use, number in _CLAUSES if who else _ADJECTIVES:
        if form in words(use):
            return number, index + who + 1
    return None


def _is_epithet(line: Line, noun: int, unit: str) -> bool:
    """Return whether «العام» means general here, or «اليوم» ends a name («الأمين العام السابق», «المصري اليوم»)."""
    before = line.readings[noun - 1] if noun else None
    if unit == "Y1":
        return before is not None and "head" in before.senses
    return unit == "D1" and line.form(noun - 1) in words("before-outlet-today")


def _tells_itself(line: Line, end: int, *, away: bool) -> bool:
    """Return whether the words behind tell which one is meant: a relative clause, «للهجوم», «لإعلان القرار»."""
    form = line.form(end)
    if form in _OWN_CLAUSE:
        return True
    return away and form.startswith("ل") and form not in words("no-genitive") and not form.startswith("لي")
