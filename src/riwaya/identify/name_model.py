"""How likely two full names are one name, by their parts: a small network fitted to labelled pairs.

The weights are in `resources/name_model.tsv`, made by `training/fit_names.py` from the train half of
`bench/gold/name_pairs.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from riwaya.errors import ResourceError
from riwaya.identify.marks import are_one_marked, differ_by_mark, is_marked_surname
from riwaya.identify.person_names import bare, given, is_known, is_nisba, is_short_for, skeleton_of, surname
from riwaya.identify.spelling import distance
from riwaya.tables import read_table

Name = tuple[str, ...]
FEATURES = (
    "bias", "surname", "surname_share", "surname_hard", "surname_known", "surname_same", "surname_bones",
    "given", "given_share", "given_hard", "given_known", "given_gender", "unmatched", "unmatched_first", "short",
    "whole", "whole_same", "whole_hard", "swapped", "initials", "native", "no_given", "marked",
    "surname_slip", "given_slip", "surname_native", "given_native", "native_first", "rare_same",
    "beginning", "surname_slip_long", "surname_hard_short", "surname_hard_long",
)  # fmt: skip
_MOST = 3.0
_CERTAIN = 0.99  # two people may have one name
_MARKED = 0.9  # of «بوش الابن» beside «جورج بوش الابن»
_LONG = 6
_ALIKE, _SURNAMES_ALIKE, _MUCH_ALIKE = 50.0, 60.0, 84.0  # per cent of letters in common
_MARKS = frozenset(("الاب", "الابن", "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن"))
_TITLES = frozenset(("الامير", "الاميره", "الملك", "الملكه", "الشيخ", "الشيخه", "السلطان"))


@dataclass(frozen=True, slots=True)
class Match:
    """Given names of the shorter list laid beside those of the longer one, in order.

    Attributes:
        cost: of the worst pair; `share` of it by length, `hard` changes in it that no sound explains.
        known: both parts of the worst pair are names of their own.
        gender: a pair differs by the feminine ending alone.
        unmatched: parts of the longer list that nothing stands beside; `first` if its first name is among them.
        short: a pair is a name and its usual short form.
        slip: one slip of the hand makes the worst pair equal.
        native: both parts of the worst pair are Arabic names, whose vowels tell them apart.
    """

    cost: float = 0.0
    share: float = 0.0
    hard: int = 0
    known: bool = False
    gender: bool = False
    unmatched: int = 0
    first: bool = False
    short: bool = False
    slip: bool = False
    native: bool = False


@lru_cache(maxsize=1 << 16)
def name_probability(one: Name, other: Name) -> float:
    """Return how likely two names, split into parts, name one person, nothing else being known of the bearers."""
    if one == other:
        return _CERTAIN
    marked = is_marked_surname(one) or is_marked_surname(other)
    if not (marked or may_be_near(one, other)) or differ_by_mark(one, other):
        return 0.0
    if marked:
        return _MARKED if are_one_marked(one, other) else 0.0
    if _differ_in_a_syllable(one, other) or is_nisba(surname(one), surname(other)):
        return 0.0
    model = _load()
    values = (np.array(features(one, other)) - model.mean) / model.spread
    hidden = np.tanh(values @ model.inner + model.offset)
    return min(float(1 / (1 + np.exp(-(hidden @ model.outer + model.bias)))), _CERTAIN)


def _differ_in_a_syllable(one: Name, other: Name) -> bool:
    """Return whether two names that open with the family's have first names of two syllables with one unlike.

    «كيم دونغ شول» and «كيم يونغ تشول»: each syllable is a word of its own, however like the whole is.
    """
    if any(len(given(name)) < 2 or surname(name) != name[0] for name in (one, other)):
        return False
    if len(one) != len(other) or _initials_exchanged(one, other):
        return False
    return match_given(given(one), given(other)).hard > 0


def may_be_near(one: Name, other: Name) -> bool:
    """Return whether two names are worth comparing: a quick look drops those that share few letters."""
    first, last, joined, letters, parts = _look(one)
    second, end, other_joined, other_letters, other_parts = _look(other)
    whole = fuzz.ratio(joined, other_joined)
    if not first or not second or whole >= _MUCH_ALIKE:
        return True
    # An initial and a name that opens so.
    if not letters.isdisjoint([part[0] for part in second]) or not other_letters.isdisjoint(
        [part[0] for part in first]
    ):
        return True
    if parts == other_parts:
        return True
    if whole < _ALIKE and fuzz.ratio(last, end) < _SURNAMES_ALIKE:
        return False
    pairs = [(a, b) for a in first for b in second]
    return any(fuzz.ratio(a, b) >= _ALIKE or is_short_for(a, b) for a, b in pairs)


@lru_cache(maxsize=1 << 14)
def _look(name: Name) -> tuple[Name, str, str, frozenset[str], frozenset[str]]:
    """Return the given names, the surname and the whole of a name, the given names that are initials, and all parts."""
    initials = frozenset(part for part in given(name) if len(part) == 1)
    return given(name), surname(name), "".join(name), initials, frozenset(name)


@dataclass(frozen=True, slots=True)
class _Model:
    """One hidden layer: features (less `mean`, by `spread`) to units, units to one score."""

    mean: NDArray[np.float64]
    spread: NDArray[np.float64]
    inner: NDArray[np.float64]
    offset: NDArray[np.float64]
    outer: NDArray[np.float64]
    bias: float


@cache
def _load() -> _Model:
    rows = {row["row"]: row["values"] for row in read_table("name_model.tsv")}
    try:
        table = {name: np.array([float(value) for value in text.split()]) for name, text in rows.items()}
        inner = np.array([table[name] for name in FEATURES])
        return _Model(
            table["mean"], table["spread"], inner, table["offset"], table["outer"], float(table["threshold"][0])
        )  # fmt: skip
    except (KeyError, ValueError) as error:
        raise ResourceError(f"resources/name_model.tsv cannot be read ({error}); reinstall riwaya") from error


def features(one: Name, other: Name) -> tuple[float, ...]:
    """Return the values of `FEATURES`; the order of the two names does not matter."""
    one, other = sorted((_untitled(one), _untitled(other)), key=lambda name: (len(name), name))
    last, end = surname(one), surname(other)
    family = distance(bare(last), bare(end))
    first_names = match_given(given(one), given(other))
    joined, whole = "".join(one).replace(" ", ""), "".join(other).replace(" ", "")
    between = distance(joined, whole)
    native = is_native(one[0]) and is_native(other[0])
    differ = bare(last) != bare(end)
    shortest = min(len(last), len(end))
    return (
        1.0,
        min(family.cost, _MOST),
        family.cost / max(len(last), len(end), 1),
        min(family.hard, 3),
        float(differ and is_known(last) and is_known(end)),
        float(family.cost == 0),
        float(skeleton_of(last) == skeleton_of(end)),
        min(first_names.cost, _MOST),
        first_names.share,
        min(first_names.hard, 3),
        float(first_names.known),
        float(first_names.gender),
        min(first_names.unmatched, 3),
        float(first_names.first),
        float(first_names.short),
        between.cost / max(len(joined), len(whole), 1),
        float(joined == whole),
        min(between.hard, 3),
        float(len(one) > 1 and sorted(one) == sorted(other) and not native),
        float(_initials_exchanged(one, other)),
        float(native and len(one) > 1),
        float(not given(one) or not given(other)),
        float(bool(({*one} & _MARKS) ^ ({*other} & _MARKS))),
        float(differ and _is_slip(last, end)),
        float(first_names.slip),
        float(differ and is_arabic(last) and is_arabic(end)),
        float(first_names.native),
        float(first_names.first and native),
        float(not differ and not is_known(last)),
        float(1 < len(one) < len(other) and one == other[: len(one)]),
        float(differ and shortest >= _LONG and _is_slip(last, end)),
        float(family.hard > 0 and shortest < _LONG),
        family.hard / max(shortest, 1) if shortest >= _LONG else 0.0,
    )


def _is_slip(one: str, other: str) -> bool:
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1


@lru_cache(maxsize=1 << 16)
def match_given(one: Name, other: Name) -> Match:
    """Return the best way to lay the parts of the shorter list beside parts of the longer one, in order."""
    short, long = sorted((one, other), key=len)
    if not short:
        return Match(unmatched=len(long))
    best: tuple[float, tuple[int, ...]] | None = None
    for places in _placements(len(short), len(long)):
        cost = sum(_part_cost(part, long[place]) for part, place in zip(short, places, strict=True))
        if best is None or cost < best[0]:
            best = (cost, places)
    assert best is not None
    pairs = [(part, long[place]) for part, place in zip(short, best[1], strict=True)]
    left, right = max(pairs, key=lambda pair: _part_cost(*pair))
    if len(short) < len(long) and _part_cost("".join(short), "".join(long)) < _part_cost(left, right) / 2:
        return match_given(("".join(short),), ("".join(long),))  # «جينبينغ» for «جين بينغ»
    worst = distance(bare(left), bare(right))
    cost = _part_cost(left, right)
    return Match(
        cost=cost,
        share=cost / max(len(left), len(right)),
        hard=worst.hard if cost else 0,
        known=cost > 0 and is_known(left) and is_known(right) and bare(left) != bare(right),
        gender=any(_differ_by_gender(*pair) for pair in pairs),
        unmatched=len(long) - len(short),
        first=best[1][0] > 0 and long[0] != "محمد",
        short=any(is_short_for(*pair) for pair in pairs),
        slip=cost > 0 and _is_slip(left, right),
        native=cost > 0 and bare(left) != bare(right) and is_arabic(left) and is_arabic(right),
    )


def _placements(short: int, long: int) -> list[tuple[int, ...]]:
    """Return ascending choices of `short` among `long` places; names of many parts are laid from the start alone."""
    if long > 5:
        return [tuple(range(short))]
    found: list[tuple[int, ...]] = [()]
    for _ in range(short):
        found = [(*places, place) for places in found for place in range(places[-1] + 1 if places else 0, long)]
    return found


def _part_cost(one: str, other: str) -> float:
    if is_short_for(one, other) or _is_initial(one, other) or _is_initial(other, one):
        return 0.0
    return distance(bare(one), bare(other)).cost


def _is_initial(short: str, full: str) -> bool:
    return len(short) == 1 and full.startswith(short)


def _differ_by_gender(one: str, other: str) -> bool:
    """Return whether two parts are «كريم» and «كريمة»."""
    short, long = sorted((one, other), key=len)
    return long == f"{short}ه" and (is_native(short) or is_native(long) or is_known(short))


@cache
def _arabic_names() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("arabic_names.tsv"))


def is_native(part: str) -> bool:
    """Return whether a part is an Arabic first name, or a compound that opens like one."""
    return part in _arabic_names() or part.startswith(("عبد ", "ابو ", "بن ", "ام "))


def is_arabic(part: str) -> bool:
    """Return whether a part is an Arabic name: a first name, compound, or with the article."""
    return is_native(part) or (part.startswith("ال") and len(part) > 4)


def _untitled(name: Name) -> Name:
    return name[1:] if len(name) > 1 and name[0] in _TITLES else name


def _initials_exchanged(one: Name, other: Name) -> bool:
    """Return whether two words have exchanged their first letters («أويد لوستن»), a slip of the hand."""
    left, right = " ".join(one).split(), " ".join(other).split()
    if len(left) != len(right) or len(left) < 2 or left == right:
        return False
    wrong = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(wrong) != 2 or any(len(word) < 3 for pair in wrong for word in pair):
        return False
    (a, b), (c, d) = wrong
    mended = (a[0] + d[1:], c[0] + b[1:])
    return max(distance(c[0] + a[1:], b).cost, distance(a[0] + c[1:], d).cost) < 0.6 and mended != (b, d)
