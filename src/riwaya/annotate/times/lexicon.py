"""The words that time expressions are made of, read lazily from the reviewed tables."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeAlias

from riwaya.annotate.times.moment import Moment
from riwaya.arabic.normalise import fold
from riwaya.arabic.perfect import is_perfect
from riwaya.tables import read_table

Senses: TypeAlias = MappingProxyType[str, str]

_NO_SENSES: Senses = MappingProxyType({})
_PAST: Senses = MappingProxyType({"past": ""})
# Longest first.
_PREFIXES = (
    "وبال",
    "وكال",
    "فبال",
    "بال",
    "كال",
    "فال",
    "ولل",
    "فلل",
    "لل",
    "وب",
    "ول",
    "فل",
    "فب",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
)
_FIRST_LETTERS = frozenset(prefix[0] for prefix in _PREFIXES)
_MOST_DIGITS = 18
_NIGHT = "TNI"
_FUTURE = re.compile(r"[وف]?س[يتن]\w{2,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one folded word can be in a time expression.

    Attributes:
        cut: folded characters of attached particles before the word proper.
        form: the word without them (and without the article).
        definite: it bears the article.
        senses: kind to value, as in the tables.
        number: its value if it is written in digits.
    """

    cut: int
    form: str
    definite: bool
    senses: Senses
    number: float | None = None
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class MonthName:
    """One name of a month: the folded words behind the first, the number, the calendar, whether it is Levantine."""

    rest: tuple[str, ...]
    month: int
    hijri: bool
    alone: bool
    levantine: bool


@cache
def month_names() -> dict[str, tuple[MonthName, ...]]:
    """Return the month names by their first folded word, longest first."""
    names: defaultdict[str, list[MonthName]] = defaultdict(list)
    for row in read_table("months.tsv"):
        first, *rest = fold(row["form"]).split()
        hijri, levantine = (row["system"] == system for system in ("hijri", "levantine"))
        names[first].append(MonthName(tuple(rest), int(row["month"]), hijri, row["alone"] == "yes", levantine))
    return {form: tuple(sorted(found, key=lambda name: -len(name.rest))) for form, found in names.items()}


@cache
def named_days() -> dict[str, tuple[tuple[tuple[str, ...], Moment], ...]]:
    """Return the named days by their first folded word: (rest, the day), longest first."""
    names: defaultdict[str, list[tuple[tuple[str, ...], Moment]]] = defaultdict(list)
    for row in read_table("named_days.tsv"):
        first, *rest = fold(row["name"]).split()
        names[first].append((tuple(rest), _named_moment(row["calendar"], row["day"])))
    return {form: tuple(sorted(found, key=lambda name: -len(name[0]))) for form, found in names.items()}


def _named_moment(calendar: str, day: str) -> Moment:
    """Return the day of a row: «05-01», «11-W4#4» (the fourth Thursday of November), «+49» (days from Easter)."""
    if calendar not in ("gregorian", "hijri"):
        return Moment(feast=calendar, offset=int(day or 0))
    if day.endswith(_NIGHT):
        return replace(_named_moment(calendar, day.removesuffix(_NIGHT)), part="NI")
    month, _, rest = day.partition("-")
    if rest.startswith("W"):
        weekday, _, nth = rest[1:].partition("#")
        return Moment(month=int(month), weekday=int(weekday), nth=int(nth), hijri=calendar == "hijri")
    return Moment(month=int(month), day=int(rest), hijri=calendar == "hijri")


@cache
def named_events() -> dict[tuple[str, int, int], str]:
    """Return the dates that an event's name fixes («هجمات 11 سبتمبر»), by its word, month and day (0: none)."""
    return {
        (fold(row["word"]), int(row["month"]), int(row["day"] or 0)): row["value"]
        for row in read_table("named_events.tsv")
    }


@cache
def _contexts() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in read_table("time_contexts.tsv"):
        found[row["use"]].add(fold(row["word"]))
    return {use: frozenset(forms) for use, forms in found.items()}


def words(use: str) -> frozenset[str]:
    """Return the folded words of one use in the table of contexts («before-month»: «في», «منذ» ...)."""
    return _contexts()[use]


@cache
def _senses() -> dict[str, Senses]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for table in ("time_words.tsv", "number_forms.tsv"):
        for row in read_table(table):
            found[fold(row["form"])].setdefault(row["kind"], row["value"])
    for first in month_names():
        found[first]["month"] = first
    for first in named_days():
        found[first]["named"] = first
    return {form: MappingProxyType(senses) for form, senses in found.items()}


@lru_cache(maxsize=200_000)
def read_word(form: str) -> Reading | None:
    """Return the reading of a folded word or number token; None where it says nothing about time."""
    if form[0].isdigit():
        return Reading(0, form, False, _NO_SENSES, _number(form))
    bare = _look_up(form, "")
    if bare is not None:
        return bare
    for prefix in _PREFIXES if form[0] in _FIRST_LETTERS else ():
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            found = _look_up(form[len(prefix) :], prefix)
            if found is not None:
                return found
    if _FUTURE.fullmatch(form) and not _is_noun(form.lstrip("وف")):
        return Reading(0, form, False, MappingProxyType({"future": ""}))
    return Reading(0, form, False, _PAST) if is_perfect(form) else None


def _is_noun(form: str) -> bool:
    """Return whether a word of a future verb's shape is a noun or a name: «سيارة», «ستوكهولم»."""
    nouns = words("not-future")
    return form in nouns or any(f"{form[:length]}*" in nouns for length in range(3, len(form) + 1))


def _look_up(rest: str, prefix: str) -> Reading | None:
    senses = _senses()
    article = prefix.endswith(("ال", "لل"))
    found = senses.get(rest)
    if rest.startswith("ال") and not article:
        behind_article = senses.get(rest[2:])
        if behind_article is not None:
            if "past" in behind_article:  # «كرة القدم»: no verb bears the article
                behind_article = MappingProxyType({k: v for k, v in behind_article.items() if k != "past"})
            both = behind_article if found is None else MappingProxyType({**behind_article, **found})
            return Reading(len(prefix), rest[2:], True, both, prefix=prefix)
    named = senses.get(f"ال{rest}", _NO_SENSES).get("named") if article else None
    if named is not None:
        found = MappingProxyType({**(found or {}), "named": named})  # «باليوم العالمي»
    if found is not None:
        # The article after ب or و stays with the word; «لل» has swallowed its alef.
        cut = len(prefix) - (2 if prefix.endswith("ال") else 0)
        return Reading(cut, rest, article, found, prefix=prefix.removesuffix("ال"))
    return None


def _number(digits: str) -> float | None:
    if len(digits) > _MOST_DIGITS:
        return None
    plain = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits) else digits.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None
