"""Days and months that contents name, and whether two contents put one thing on different ones."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.arabic.tokens import tokenise
from riwaya.arabic.vectors import rarity, term_of
from riwaya.compare.lexicon import words_of
from riwaya.compare.stems import stem_of
from riwaya.model import Span, Time

_WEEKDAYS = {
    "اثنين": 1, "ثلاثاء": 2, "اربعاء": 3, "خميس": 4, "جمعه": 5, "سبت": 6, "احد": 7,
}  # fmt: skip
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_BEFORE, _REACH = 60, 7
_FRAME = 2
_DAY_LENGTH = len("2021-06-03")
_ABOUT_DAYS = 7


@dataclass(frozen=True, slots=True, order=True)
class NamedTime:
    """A day or month that a content names by weekday or date.

    «اليوم» and «أمس» name none, since each article says them from a day of its own.

    Attributes:
        value: ISO day, with XXXX for an unknown year, or ISO month.
        weekday: ISO number, 0 where the weekday is not named.
        frame: stems of the telling words before it in its sentence, the nearest last: it is mostly the verb's.
    """

    value: str
    weekday: int
    frame: tuple[str, ...]


def read_named_times(times: Sequence[Time], text: str, within: Span, names: Set[str]) -> tuple[NamedTime, ...]:
    """Return the named days and months among the times, in order of value; names frame none."""
    found, silent = set(), words_of("of time") | names
    for time in times:
        named = _named(time)
        if named is not None:
            before = text[max(within.start, time.span.start - _BEFORE) : time.span.start]
            found.add(NamedTime(*named, _frame(before, silent)))
    return tuple(sorted(found))


def _named(time: Time) -> tuple[str, int] | None:
    if _MONTH.fullmatch(time.value) and time.modifier in ("", "early", "late"):
        return None if "شهر" in time.text else (time.value, 0)  # «الشهر المقبل» is another one a month later
    if not _DAY.fullmatch(time.value) or time.modifier:
        return None
    words = [token.form.removeprefix("ال") for token in tokenise(time.text)]
    weekday = next((_WEEKDAYS[word] for word in words if word in _WEEKDAYS), 0)
    return (time.value, weekday) if weekday or any(character.isdigit() for character in time.text) else None


def _frame(before: str, silent: Set[str]) -> tuple[str, ...]:
    stems: list[str] = []
    for token in reversed(tokenise(before)):
        if token.text in {".", "؛", ":"} or len(stems) == _REACH:
            break
        if (
            token.kind == "word"
            and rarity(token.form) > 0
            and token.form not in silent
            and term_of(token.form) not in silent
        ):
            stems.append(stem_of(token.form))
    return tuple(reversed(stems))


def both_could_tell(ours: Sequence[NamedTime], theirs: Sequence[NamedTime], published: Sequence[str]) -> bool:
    """Return whether the named times are all past, or all to come, for both publications.

    Friday's paper on Friday's raid and Saturday's on Saturday's tell of two raids.
    """
    days = [day[:_DAY_LENGTH] for day in published]
    values = [named.value for named in (*ours, *theirs)]
    if any("/" in day or not _DAY.fullmatch(day) for day in days) or any("X" in value for value in values):
        return True
    past = all(value <= day for value in values for day in days)
    return past or all(value >= day[: len(value)] for value in values for day in days)


def days_conflict(ours: Sequence[NamedTime], theirs: Sequence[NamedTime]) -> bool:
    """Return whether both contents name one day, and not the same one."""
    return len(ours) == len(theirs) == 1 and differ(ours[0], theirs[0])


def framed_days_conflict(ours: Sequence[NamedTime], theirs: Sequence[NamedTime]) -> bool:
    """Return whether the words before two days are alike, and neither content names the other's day at all."""
    for one in ours:
        for two in theirs:
            if not _alike(one.frame, two.frame) or not differ(one, two):
                continue
            if all(differ(one, other) for other in theirs) and all(differ(two, other) for other in ours):
                return True
    return False


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether the word nearest to one day stands before the other too, and another one with it."""
    nearest = bool(ours and theirs) and (ours[-1] in theirs or theirs[-1] in ours)
    return nearest and len({*ours} & {*theirs}) >= _FRAME


def is_about(named: NamedTime, published: str) -> bool:
    """Return whether a named time lies about the day of a publication, so that its text may mean it unsaid."""
    day = published[:_DAY_LENGTH]
    if not _DAY.fullmatch(day) or "/" in published or "X" in named.value:
        return True
    if len(named.value) < _DAY_LENGTH:
        return day.startswith(named.value)
    return abs((date.fromisoformat(day) - date.fromisoformat(named.value)).days) <= _ABOUT_DAYS


def differ(one: NamedTime, two: NamedTime) -> bool:
    """Return whether the two cannot be one day, or one month.

    Two equal weekdays agree even where they were resolved a week apart: the articles may be days apart themselves.
    """
    if len(one.value) != len(two.value):
        return not (one.value.startswith(two.value) or two.value.startswith(one.value)) and not _near(one, two)
    if one.weekday and two.weekday:
        return one.weekday != two.weekday
    if "X" in one.value or "X" in two.value:
        return one.value[5:] != two.value[5:]
    if one.weekday or two.weekday:
        return date.fromisoformat(one.value).isoweekday() != date.fromisoformat(two.value).isoweekday()
    return one.value != two.value


def _near(one: NamedTime, two: NamedTime) -> bool:
    """Return whether a day of an unknown year, or a weekday of a neighbouring week, may lie in the month."""
    if "X" in one.value + two.value:
        return True
    day, month = (one, two) if len(one.value) > len(two.value) else (two, one)
    if not day.weekday or not date.min.year < int(day.value[:4]) < date.max.year:
        return False  # at either end of the calendar there is no day before or behind
    around = (date.fromisoformat(day.value) + timedelta(days=days) for days in (-_ABOUT_DAYS, _ABOUT_DAYS))
    return any(each.isoformat().startswith(month.value) for each in around)
