"""Ties between articles: for each pair within reach, how likely both tell one story or one longer thread.

Every figure is a function of the two dossiers alone, so that a tie does not change when other articles come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import numpy as np

from riwaya.stories.evidence import ArticleTie, Dossier, Window
from riwaya.stories.features import MINIMUM_SHARED_KEYS, REACH_DAYS, Features, WindowIndex
from riwaya.stories.weights import story_probability, storyline_probability

MINIMUM_STORY = 0.03
MINIMUM_STORYLINE = 0.3
COPY = 0.7
"""Share of sketch in common from which two texts count as copies of one page."""


def reach(dossier: Dossier) -> tuple[str, ...]:
    """Return the days (ISO) whose articles may be tied to this one; empty for an undated one."""
    if not dossier.first_day:
        return ()
    first = date.fromisoformat(dossier.first_day) - timedelta(days=REACH_DAYS)
    last = date.fromisoformat(dossier.last_day) + timedelta(days=REACH_DAYS)
    return tuple((first + timedelta(days=step)).isoformat() for step in range((last - first).days + 1))


def shares_keys(dossier: Dossier, other: Dossier) -> bool:
    """Return whether two dossiers, at least one of them undated, are near enough to be scored."""
    return len(set(dossier.keys) & set(other.keys)) >= MINIMUM_SHARED_KEYS


def link_window(window: Window) -> Iterable[ArticleTie]:
    """Yield the ties between fresh dossiers and all of the window, each pair once, in order of ids."""
    dossiers = sorted({d.article_id: d for d in (*window.known, *window.fresh)}.values(), key=lambda d: d.article_id)
    fresh = {dossier.article_id for dossier in window.fresh}
    if len(dossiers) < 2:
        return
    index = WindowIndex(dossiers)
    for row, dossier in enumerate(dossiers):
        if dossier.article_id in fresh:
            yield from _ties(index, row, fresh)


def _ties(index: WindowIndex, row: int, fresh: set[str]) -> Iterator[ArticleTie]:
    """Yield the ties of one fresh dossier: with every known one, and with the fresh ones behind it."""
    features = index.features(row)
    story, storyline = _probabilities(features)
    for place in np.flatnonzero((story >= MINIMUM_STORY) | (storyline >= MINIMUM_STORYLINE)):
        other_row = int(features.rows[place])
        one, two = index.dossiers[row].article_id, index.dossiers[other_row].article_id
        if two in fresh and other_row <= row:
            continue
        first, second = min(one, two), max(one, two)
        yield ArticleTie(first, second, round(float(story[place]), 4), round(float(storyline[place]), 4))


def _probabilities(features: Features) -> tuple[np.ndarray, np.ndarray]:
    story, storyline = story_probability(features), storyline_probability(features)
    copies = features.copied >= COPY
    return np.where(copies, 1.0, story), np.where(copies, 1.0, np.maximum(story, storyline))
