"""How far two spellings of a part of a name are from each other, by what transliterators and typists exchange.

A cost near 0 is what two outlets make of one foreign sound, near 1 another letter. Costs are common knowledge of Arabic
transliteration; how much they tell is fitted to labelled pairs of names (`training/fit_names.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_VOWELS = frozenset("اويء")
# Letters that stand for one foreign sound, with what their exchange costs.
_GROUPS = (
    ("غجق", 0.1), ("قك", 0.15), ("كج", 0.3), ("كغ", 0.3), ("خك", 0.4), ("خح", 0.4), ("خغ", 0.4), ("خش", 0.5),
    ("تط", 0.1), ("تد", 0.5), ("طد", 0.5), ("تث", 0.3), ("ثس", 0.3), ("ثذ", 0.3), ("ذد", 0.3), ("ذز", 0.3),
    ("ضظ", 0.1), ("ضد", 0.3), ("ظز", 0.3), ("سص", 0.15), ("سز", 0.3), ("زص", 0.4), ("شس", 0.4), ("جش", 0.4),
    ("جز", 0.5), ("شز", 0.5), ("وف", 0.3), ("بف", 0.5), ("وب", 0.6), ("هح", 0.5), ("هخ", 0.5), ("يج", 0.5),
    ("چج", 0.2), ("چش", 0.2), ("چك", 0.4), ("چس", 0.4), ("چت", 0.5), ("چز", 0.5),
    ("نم", 0.7), ("هغ", 0.5), ("جه", 0.6), ("عا", 0.4), ("هي", 0.4), ("ها", 0.3),
)  # fmt: skip
_EXCHANGED = {
    frozenset((one, other)): cost for letters, cost in _GROUPS for one in letters for other in letters if one != other
}
_VOWEL = 0.25  # a vowel written or not
_OTHER_VOWEL = 0.3
_DOUBLED = 0.1
_SILENT = {"ه": 0.5, "ع": 0.6, "ت": 0.7, "ن": 0.8, "د": 0.8, "س": 0.8}  # often not written where not heard
_NEIGHBOURS = 0.6  # two letters in the wrong order
_ENDING = {frozenset(("ه", "ا")): 0.05, frozenset(("ه", "ي")): 0.4}
_HARD = 0.7
_LONGEST = 24
_UNIT, _SCALE = 1000, 256  # a sum of costs and a count of hard changes in one whole number


@dataclass(frozen=True, slots=True)
class Distance:
    """What lies between two spellings: `cost` of all changes, `hard` the changes that no sound explains."""

    cost: float
    hard: int


@lru_cache(maxsize=1 << 16)
def distance(one: str, other: str) -> Distance:
    """Return the least costly way from one folded spelling to the other; both are cut at 24 letters."""
    one, other = _sounds(one[:_LONGEST]), _sounds(other[:_LONGEST])
    if one == other:
        return Distance(0.0, 0)
    start = 0
    while start + 1 < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    # One equal letter is kept before the difference: it tells a doubled letter.
    one, other = one[max(start - 1, 0) :], other[max(start - 1, 0) :]
    cost, hard = divmod(_table(one, other), _SCALE)
    return Distance(cost / _UNIT, hard)


def _table(one: str, other: str) -> int:
    """Return the least sum of costs, in one number with the count of hard changes: whole numbers are quick to add."""
    first, second = (
        [_drop(one, place) for place in range(len(one))],
        [_drop(other, place) for place in range(len(other))],
    )
    end, other_end = len(one) - 1, len(other) - 1
    before: list[int] = []
    row = [0]
    for cost in second:
        row.append(row[-1] + cost)
    for i, letter in enumerate(one):
        earlier, before = before, row
        best = before[0] + first[i]
        row = [best]
        for j, against in enumerate(other):
            # Compared by hand: `min` would take half of the time of resolving a large store.
            best += second[j]
            dropped = before[j + 1] + first[i]
            if dropped < best:
                best = dropped
            exchanged = before[j]
            if letter != against:
                exchanged += _exchange(letter, against, i == end and j == other_end)
            if exchanged < best:
                best = exchanged
            if i and j and letter == other[j - 1] and against == one[i - 1]:
                best = min(best, earlier[j - 1] + _pack(_NEIGHBOURS))
            row.append(best)
    return row[-1]


def _pack(cost: float) -> int:
    return round(cost * _UNIT) * _SCALE + (cost >= _HARD)


def _sounds(word: str) -> str:
    """Return a spelling with the pairs of letters that stand for one sound made one letter."""
    return word.replace("تش", "چ").replace("دج", "ج").replace("دز", "ز")


def _drop(word: str, index: int) -> int:
    """Return what it costs that one spelling lacks a letter of the other."""
    letter = word[index]
    if index and word[index - 1] == letter:
        return _pack(_DOUBLED)
    return _pack(_VOWEL if letter in _VOWELS else _SILENT.get(letter, 1.0))


@lru_cache(maxsize=1 << 13)
def _exchange(one: str, other: str, last: bool) -> int:
    pair = frozenset((one, other))
    if last and pair in _ENDING:
        return _pack(_ENDING[pair])
    if one in _VOWELS and other in _VOWELS:
        return _pack(_OTHER_VOWEL)
    return _pack(_EXCHANGED.get(pair, 1.0))
