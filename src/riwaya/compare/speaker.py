"""Who speaks: the entity behind a statement, and whether two speakers as written can be the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.names import fold_name, skeleton
from riwaya.arabic.vectors import rarity, term_of
from riwaya.compare.lexicon import words_of
from riwaya.compare.nations import name_nations

# Words that say in what form or by whose mouth a body speaks: a body, its spokesperson and its statement are one
# speaker. Folded, without the article.
_MOUTHPIECE = frozenset(
    ["متحدث", "متحدثه", "ناطق", "ناطقه", "باسم", "باسمها", "بلسان", "بيان", "مصدر", "مصادر", "مسوول", "مسوولون", "رسمي",
     "رسميه", "صحفي", "صحفيه", "صحافي", "صحافيه", "اعلامي", "اعلاميه", "تصريح", "تصريحات", "تقرير", "وقال", "لدي",
     "سيد", "سيده", "دكتور", "عن", "من", "في", "الي", "علي"]
)  # fmt: skip


# Two words for one office or body.
_SAME_OFFICE = {
    "عاهل": "ملك", "دوله": "حكومه", "حكومي": "حكومه", "حكوميه": "حكومه", "سلطات": "حكومه", "رئاسه": "رئيس",
    "مندوب": "سفير", "ادعاء": "نيابه", "وزراء": "حكومه",
}  # fmt: skip
# A state's media carry one text, whichever of them an account names.
_MEDIA = frozenset(skeleton(word) for word in ("اعلام", "وسائل", "تلفزيون", "وكاله", "انباء", "اذاعه"))
_NATION_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Speaker:
    """A statement's speaker: its entity's id if known, and the keys of the words that name it, with weights."""

    entity_id: str
    words: tuple[tuple[str, float], ...]


def weigh_words(texts: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """Return keys of the words that name somebody, spelling variants made one, with their rarity."""
    weights: dict[str, float] = {}
    for text in texts:
        nations, rest = name_nations(fold_name(text))
        weights |= dict.fromkeys(nations, _NATION_WEIGHT)
        for word in rest:
            term = term_of(word)
            if term in _MOUTHPIECE or word in _MOUTHPIECE:
                continue
            weight = rarity(word)
            if weight > 0:
                key = skeleton(_SAME_OFFICE.get(term, term))
                weights[key] = max(weights.get(key, 0.0), weight)
    return tuple(sorted(weights.items()))


def words_in_common(one: Speaker, two: Speaker) -> float:
    """Return what share of the shorter name's weight stands in the other, 0 to 1.

    A state or the head of an office in common makes no speaker of two («وزير الدفاع», «وزير المال»), but a state
    alone is its government, whatever that is called.
    """
    first, second = dict(one.words), dict(two.words)
    common = {key: min(weight, second[key]) for key, weight in first.items() if key in second}
    media = first.keys() & _MEDIA and second.keys() & _MEDIA
    of_one_state = _only_state(common) and not _only_state(first) and not _only_state(second)
    if not media and (of_one_state or (_own(first) and _own(second) and not _own(common))):
        return 0.0
    smaller = min(sum(first.values()), sum(second.values()))
    return sum(common.values()) / smaller if smaller else 0.0


def _only_state(words: dict[str, float]) -> bool:
    return all(key.startswith("@") for key in words)


def _own(words: dict[str, float]) -> bool:
    """Return whether some word is more than a state's name or the head of an office."""
    return any(not key.startswith("@") and key not in _heads() for key in words)


@cache
def _heads() -> frozenset[str]:
    return frozenset(skeleton(word) for word in words_of("head of office"))
