"""What contents count: numbers with what befell those counted, and whether two of them can both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token, tokenise
from riwaya.arabic.vectors import rarity, term_of
from riwaya.compare.lexicon import fate_of, words_of
from riwaya.compare.nations import nation_of
from riwaya.compare.stems import stem_of
from riwaya.model import Quantity, Span, Time
from riwaya.tables import read_table

_BEFORE, _AFTER = 60, 30
_REACH = 6
_LENGTH = re.compile(r"(PT?)(\d+)([A-Z])")
# Before one end of a range or a change: no other count clashes with it.
_RANGE = re.compile(r"(?:(?<!\w)(?:من|بين)\s+\S+(?:\s+\S+){0,2}\s+(?:الي|و)|\d\s*[-–])\s*$")
_SUBSET_BEFORE = re.compile(r"(?<!\w)و?(?:(?:من )?بينهم|(?:من )?بينهن|(?:من )?بينها|منهم|منها|منهن)\s*(?:\w+\s*)?$")
_SUBSET_BEHIND = re.compile(r"\s*(?:منهم|منها|منهن|من بينهم)(?!\w)")
_FURTHER_BEFORE = re.compile(r"(?<!\w)(?:اخر|اخري|اخرين|اضافي\w*|جديد\w*)\s+(?:\S+\s+)?$")
_FURTHER_BEHIND = re.compile(r"\s*(?:اخر|اخري|اخرين|اخرون|اخرا|اضافي\w*)(?!\w)")
_JOINED = re.compile(r"\s*(?:و|،)?\s*")
_ROUNDING, _APPROXIMATION = 0.05, 0.1
_COUNTED_ONE_BY_ONE = 100
_MAXIMUM_PARTS = 12


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in a content with what it counts.

    Attributes:
        unit: folded; a length of time has its letters («PTH»).
        modifier: "", more, less, about or range.
        fate: what befell those counted: killed, injured, missing, held, rescued, displaced; "" for anything else.
        scope: "some" of others counted («بينهم خمسة أطفال»), "further" ones («31 آخرين»), "" for all.
        nation: the nation of those counted, where the next word says it.
        frame: stems of the words before the number in its clause.
        exact: a small count, which nobody rounds without saying so.
        common: dollars, percent, kilometres, persons: the unit alone does not say what is counted.
    """

    value: float
    unit: str
    modifier: str
    fate: str = ""
    scope: str = ""
    nation: str = ""
    frame: frozenset[str] = frozenset()
    exact: bool = False
    common: bool = False


@cache
def _kinds_of_units() -> dict[str, str]:
    return {term_of(fold(row["unit"])): row["kind"] for row in read_table("counted_units.tsv")}


def read_measures(
    quantities: Sequence[Quantity], text: str, within: Span, names: Set[str] = frozenset()
) -> list[Measure]:
    """Return the measures of quantities in text order; no word outside of `within` is looked at, nor frames names."""
    measures: list[Measure] = []
    end = within.start
    for quantity in quantities:
        start = max(end, quantity.span.start - _BEFORE)
        before, behind = text[start : quantity.span.start], text[quantity.span.end : quantity.span.end + _AFTER]
        fate = _fate(quantity, before, behind[: max(within.end - quantity.span.end, 0)])
        folded = fold(before)
        if not fate and measures and (_JOINED.fullmatch(before) or _SUBSET_BEFORE.search(folded)):
            fate = measures[-1].fate  # «قُتل عشرة مدنيين وخمسة جنود، بينهم ضابط»
        frame = _frame(text[max(within.start, quantity.span.start - _BEFORE) : quantity.span.start], names)
        measures.append(_measure(quantity, fate, folded, fold(behind), frame))
        end = quantity.span.end
    return measures


def read_lengths(times: Sequence[Time]) -> list[Measure]:
    """Return the lengths of time that are given in one unit: «ست ساعات» is PT6H."""
    found = [_LENGTH.fullmatch(time.value) for time in times if not time.modifier]
    return [Measure(float(length[2]), length[1] + length[3], "") for length in found if length]


def _measure(quantity: Quantity, fate: str, before: str, behind: str, frame: frozenset[str]) -> Measure:
    unit = term_of(fold(quantity.unit))
    counted = _kinds_of_units().get(unit, "noun") in ("noun", "kind") and quantity.unit != "%"
    following = re.match(r"\s*(\w+)", behind)
    return Measure(
        value=quantity.value,
        unit=unit,
        modifier="range" if _RANGE.search(before) else quantity.modifier,
        fate=fate,
        scope=_scope(before, behind),
        nation=nation_of(following[1]) if following else "",
        frame=frame,
        exact=counted and quantity.value < _COUNTED_ONE_BY_ONE and quantity.value == int(quantity.value),
        common=not counted or not unit or unit in words_of("anybody"),
    )


def _scope(before: str, behind: str) -> str:
    if _SUBSET_BEFORE.search(before) or _SUBSET_BEHIND.match(behind):
        return "some"
    return "further" if _FURTHER_BEFORE.search(before) or _FURTHER_BEHIND.match(behind) else ""


def _fate(quantity: Quantity, before: str, behind: str) -> str:
    """Return what befell those counted: by their own name, the nearest word before, or a verb right behind."""
    if own := fate_of(fold(quantity.unit)):
        return own
    following = tokenise(behind)[:3]
    if following and following[0].form.endswith("وا") and (fate := fate_of(following[0].form)):
        return fate
    for token in reversed(_last_clause(before)):
        if fate := fate_of(token.form):
            return fate
    for token in following:
        if token.kind == "mark" or token.text.startswith("و"):
            break
        if fate := fate_of(token.form):
            return fate
    return ""


def _last_clause(text: str) -> list[Token]:
    """Return the last words of a text that no punctuation, but quotation marks, parts from its end."""
    tokens: list[Token] = []
    for token in reversed(tokenise(text)):
        if token.text in {".", "،", "؛", ":", "!", "؟", ","} or len(tokens) == _REACH:
            break
        if token.kind == "word":
            tokens.append(token)
    return tokens[::-1]


def _frame(before: str, names: Set[str]) -> frozenset[str]:
    telling = (token.form for token in _last_clause(before) if term_of(token.form) not in names)
    stems = (stem_of(form) for form in telling if rarity(form) > 0)
    return frozenset(stem for stem in stems if len(stem) > 1)


def counterparts(ours: Sequence[Measure], theirs: Sequence[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """Yield the measures that are the only ones of their unit and fate, or of their fate, on both sides."""
    for keys in (_by_unit, _by_fate):
        first, second = keys(ours), keys(theirs)
        for key in sorted(first.keys() & second.keys()):
            if len(first[key]) == len(second[key]) == 1:
                one, two = first[key][0], second[key][0]
                if not (one.nation and two.nation and one.nation != two.nation):
                    yield one, two


def is_sum(number: Measure, parts: Sequence[Measure]) -> bool:
    """Return whether a number is what two others of its sort, or all of them, make together."""
    values = [part.value for part in parts if part.common == number.common and bool(part.fate) == bool(number.fate)]
    pairs = (one + two for one, two in combinations(values[:_MAXIMUM_PARTS], 2))
    return len(values) > 1 and (sum(values) == number.value or number.value in pairs)


def _by_unit(measures: Sequence[Measure]) -> dict[tuple[str, ...], list[Measure]]:
    found: dict[tuple[str, ...], list[Measure]] = {}
    for measure in measures:
        if measure.unit:
            found.setdefault((measure.unit, measure.fate, measure.scope), []).append(measure)
    return found


def _by_fate(measures: Sequence[Measure]) -> dict[tuple[str, ...], list[Measure]]:
    found: dict[tuple[str, ...], list[Measure]] = {}
    for measure in measures:
        if measure.fate:
            found.setdefault((measure.fate, measure.scope), []).append(measure)
    return found


def compatible(one: Measure, two: Measure) -> bool:
    """Return whether both numbers can be right: equal, one rounded, a range, or a bound that the other keeps."""
    low, high = (one, two) if one.value <= two.value else (two, one)
    gap = high.value - low.value
    if gap == 0 or "range" in (one.modifier, two.modifier):
        return True
    if low.modifier == "more" or high.modifier == "less":
        return True
    if "about" in (one.modifier, two.modifier):
        return gap <= _APPROXIMATION * abs(high.value)
    if one.exact and two.exact:
        return False
    return gap <= _ROUNDING * abs(high.value) and max(_precision(one.value), _precision(two.value)) >= 2 * gap


def _precision(value: float) -> float:
    """Return the power of ten to which a number is given: 1300 to a hundred, 4.1 to a tenth."""
    step = 0.01
    while step < abs(value) and abs(value / (10 * step) - round(value / (10 * step))) < 1e-9:
        step *= 10
    return step
