"""In what an undated article and a dated one are alike: what tells whether they were published about the same days.

The tie between them says how likely both tell one story; copies, rare words and names in common tell beyond that
whether the one is of the other's day or of another round of the same affair. Which words those are is kept, so that an
account can be heard by what it shares and accounts of other days do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.arabic.vectors import Vector, scale, specificity
from riwaya.model import ClueKind
from riwaya.stories.evidence import Dossier
from riwaya.stories.features import main_weekday, weekdays

_RARE = 0.55
"""Specificity from which a term counts as rare: a word in about one article of a hundred."""
_TELLING = 0.25
"""Specificity from which a term is among those that are kept."""
_DATES = (ClueKind.DAY, ClueKind.DAY_OF_YEAR, ClueKind.WRITTEN_DAY)
_FIGURE = re.compile(r"(?!(?:19|20)\d\d$).*\d")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an undated dossier has in common with another.

    Attributes:
        text, lead, title, specific, names, weekday, copied: as in `Features`.
        keys: lookup keys in common.
        rare_text, rare_lead: cosines of the terms of the texts and of the leads, the rarer the heavier.
        rare_terms, name_count: rare terms and names in common.
        own_rare: rare terms of the undated one.
        outlet: 1 where both are of one outlet.
        shared: the telling terms in common with their weight; own_weight: that of all telling terms of the undated one.
        their_title: share of the other's title terms that the undated text has.
        missing: weight share of the other's lead terms that the undated text lacks.
        digits, places: figures that are no years, and places, in common.
        same_day: 1 where a weekday is among those that both name, -1 where none is, 0 where either names none.
        dates, length: dates that the undated one's words give, and its words.
    """

    text: float
    lead: float
    title: float
    specific: float
    names: float
    weekday: float
    copied: float
    keys: int
    rare_text: float
    rare_lead: float
    rare_terms: int
    name_count: int
    own_rare: int
    outlet: int
    shared: tuple[tuple[str, float], ...]
    own_weight: float
    their_title: float
    missing: float
    digits: int
    places: int
    same_day: float
    dates: int
    length: int


@dataclass(frozen=True, slots=True)
class _View:
    """A dossier with its terms by name, made once for all that it is compared with."""

    terms: dict[str, float]
    lead: dict[str, float]
    title: dict[str, float]
    specific: dict[str, float]
    names: dict[str, float]
    rare_text: dict[str, float]
    rare_lead: dict[str, float]
    rare: frozenset[str]
    keys: frozenset[str]
    sketch: frozenset[int]
    weekday: int
    outlet: str
    telling: dict[str, float]
    digits: frozenset[str]
    places: frozenset[str]
    weekdays: frozenset[int]
    dates: int
    length: int


def likenesses(undated: Dossier, others: Iterable[Dossier]) -> list[Likeness]:
    """Return in what the undated dossier is like each of the others."""
    own = _view(undated)
    return [_likeness(own, _view(other)) for other in others]


def _view(dossier: Dossier) -> _View:
    return _View(
        terms=dict(dossier.terms),
        lead=dict(dossier.lead_terms),
        title=dict(dossier.title_terms),
        specific=dict(dossier.specific_terms),
        names=dict(dossier.names),
        rare_text=_by_rarity(dossier.terms, 2),
        rare_lead=_by_rarity(dossier.lead_terms, 1),
        rare=frozenset(term for term, _ in dossier.terms if specificity(term) > _RARE),
        keys=frozenset(dossier.keys),
        sketch=frozenset(dossier.sketch),
        weekday=main_weekday(dossier),
        outlet=dossier.outlet,
        telling={term: known**2 for term, _ in dossier.terms if (known := specificity(term)) > _TELLING},
        digits=frozenset(term for term, _ in dossier.terms if _FIGURE.match(term)),
        places=frozenset(key for key, _ in dossier.places),
        weekdays=weekdays(dossier),
        dates=len({clue.value[5:10] for clue in dossier.clues if clue.kind in _DATES}),
        length=dossier.length,
    )


def _by_rarity(vector: Vector, power: int) -> dict[str, float]:
    weighted = {term: weight * specificity(term) ** power for term, weight in vector}
    return dict(scale({term: weight for term, weight in weighted.items() if weight > 0}, len(weighted)))


def _likeness(own: _View, other: _View) -> Likeness:
    days = min(own.weekday, other.weekday) > 0
    return Likeness(
        text=_product(own.terms, other.terms),
        lead=_product(own.lead, other.lead),
        title=max(_product(own.terms, other.title), _product(own.title, other.terms)),
        specific=_product(own.specific, other.specific),
        names=_product(own.names, other.names),
        weekday=(1.0 if own.weekday == other.weekday else -1.0) if days else 0.0,
        copied=len(own.sketch & other.sketch) / max(min(len(own.sketch), len(other.sketch)), 1),
        keys=len(own.keys & other.keys),
        rare_text=_product(own.rare_text, other.rare_text),
        rare_lead=_product(own.rare_lead, other.rare_lead),
        rare_terms=len(own.rare & other.rare),
        name_count=len(own.names.keys() & other.names.keys()),
        own_rare=len(own.rare),
        outlet=int(bool(own.outlet) and own.outlet == other.outlet),
        shared=tuple((term, weight) for term, weight in own.telling.items() if term in other.terms),
        own_weight=sum(own.telling.values()),
        their_title=len(own.terms.keys() & other.title.keys()) / max(len(other.title), 1),
        missing=_missing(own, other),
        digits=len(own.digits & other.digits),
        places=len(own.places & other.places),
        same_day=(1.0 if own.weekdays & other.weekdays else -1.0) if own.weekdays and other.weekdays else 0.0,
        dates=own.dates,
        length=own.length,
    )


def _missing(own: _View, other: _View) -> float:
    whole = sum(other.lead.values())
    return sum(weight for term, weight in other.lead.items() if term not in own.terms) / whole if whole else 0.0


def _product(one: dict[str, float], two: dict[str, float]) -> float:
    return sum(one[term] * two[term] for term in one.keys() & two.keys())
