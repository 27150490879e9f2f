"""What two dossiers have in common, for one dossier against all of a window at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from riwaya.arabic.vectors import Array, SparseIndex
from riwaya.stories.evidence import Dossier

REACH_DAYS = 4
"""Days between two articles at which they may still be tied."""
MINIMUM_SHARED_KEYS = 2
"""Keys that two dossiers share at least, where one of them is undated."""
_MINIMUM_COSINE = 0.05
_NO_WEEKDAY = -1
_UNRESOLVED = "XXXX-WXX-"


@dataclass(frozen=True, slots=True)
class Features:
    """Features of the pairs (one dossier, row): arrays of equal length.

    Attributes:
        rows: the other dossiers' rows in the window.
        text, lead: cosines of the terms of the whole texts and of the leads.
        title: cosine of either title's terms with the other's text, the larger.
        specific: cosine of the most specific terms.
        names: cosine of the name keys.
        weekday: 1 where both name a weekday for what they report and it is the same, -1 where it is another.
        gap: whole days between the publication ranges, 0 where one is undated.
        dated: 1 where both are dated.
        copied: share of the smaller sketch in common.
    """

    rows: npt.NDArray[np.int64]
    text: Array
    lead: Array
    title: Array
    specific: Array
    names: Array
    weekday: Array
    gap: Array
    dated: Array
    copied: Array


class WindowIndex:
    """The dossiers of a window, indexed by each kind of evidence."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self.dossiers = dossiers
        self._text = SparseIndex([dossier.terms for dossier in dossiers])
        self._title = SparseIndex([dossier.title_terms for dossier in dossiers])
        self._lead = SparseIndex([dossier.lead_terms for dossier in dossiers])
        self._specific = SparseIndex([dossier.specific_terms for dossier in dossiers])
        self._names = SparseIndex([dossier.names for dossier in dossiers])
        self._sketch = SparseIndex([[(value, 1.0) for value in dossier.sketch] for dossier in dossiers])
        self._keys = SparseIndex([[(key, 1.0) for key in dossier.keys] for dossier in dossiers])
        self._weekday = np.array([main_weekday(dossier) for dossier in dossiers], dtype=np.int64)
        self._sizes = np.array([len(dossier.sketch) for dossier in dossiers], dtype=np.float64)
        self._first = np.array([_ordinal(dossier.first_day) for dossier in dossiers], dtype=np.float64)
        self._last = np.array([_ordinal(dossier.last_day) for dossier in dossiers], dtype=np.float64)

    def _agree(self, row: int) -> Array:
        own = self._weekday[row]
        both = (self._weekday != _NO_WEEKDAY) & (own != _NO_WEEKDAY)
        return np.where(both, np.where(self._weekday == own, 1.0, -1.0), 0.0)

    def features(self, row: int) -> Features:
        """Return the features of the pairs of one dossier with all others that are worth scoring."""
        dossier = self.dossiers[row]
        text = self._text.product(dossier.terms)
        sketch = self._sketch.product([(value, 1.0) for value in dossier.sketch])
        copied = sketch / np.maximum(np.minimum(self._sizes, max(len(dossier.sketch), 1)), 1)
        gap = np.maximum(np.maximum(self._first - self._last[row], self._first[row] - self._last), 0)
        dated = np.isfinite(self._first) & np.isfinite(self._first[row])
        gap = np.where(dated, gap, 0.0)
        # Whether a pair is scored at all must not depend on what else the window holds.
        keyed = self._keys.product([(key, 1.0) for key in dossier.keys]) >= MINIMUM_SHARED_KEYS
        near = (text >= _MINIMUM_COSINE) & np.where(dated, gap <= REACH_DAYS, keyed)
        near[row] = False
        rows = np.flatnonzero(near)
        return Features(
            rows=rows,
            text=text[rows],
            lead=self._lead.product(dossier.lead_terms)[rows],
            title=np.maximum(self._title.product(dossier.terms), self._text.product(dossier.title_terms))[rows],
            specific=self._specific.product(dossier.specific_terms)[rows],
            names=self._names.product(dossier.names)[rows],
            weekday=self._agree(row)[rows],
            gap=gap[rows],
            dated=dated[rows].astype(np.float64),
            copied=copied[rows],
        )


def _ordinal(day: str) -> float:
    return float(date.fromisoformat(day).toordinal()) if day else float("nan")


def main_weekday(dossier: Dossier) -> int:
    """Return the weekday, Monday 1, that the article names most for what it reports, -1 if none.

    Of an undated article it is all that is known of the day («يوم الخميس», XXXX-WXX-4).
    """
    return next((day for day in map(_weekday, dossier.days) if day != _NO_WEEKDAY), _NO_WEEKDAY)


def weekdays(dossier: Dossier) -> frozenset[int]:
    """Return all weekdays that the article names for what it reports, Monday 1."""
    return frozenset(map(_weekday, dossier.days)) - {_NO_WEEKDAY}


def _weekday(day: str) -> int:
    if day.startswith(_UNRESOLVED) and day[len(_UNRESOLVED) :].isdigit():
        return int(day[len(_UNRESOLVED) :])
    return date.fromisoformat(day).isoweekday() if len(day) == len("2021-06-03") else _NO_WEEKDAY
