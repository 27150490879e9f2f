"""A component of tied articles to groups: which articles tell one story, which stories belong to one thread.

Ties and publication times are all it reads, so that a large component costs one new article little; what a story is
called and where it happened is told of the groups that changed alone (`describe`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from riwaya.model.interval import read_interval
from riwaya.stories.evidence import Component, Thread
from riwaya.stories.linkage import Tie, link_groups

_STORY_BOND = 0.5
_STORYLINE_BOND = 0.95
_STORY_THRESHOLD = 0.05
_STORYLINE_THRESHOLD = 0.15
_CERTAIN = 1.0


def is_bond(story: float, storyline: float) -> bool:
    """Return whether a tie connects a component; weaker ones only weigh in on what bonds propose."""
    return story >= _STORY_BOND or storyline >= _STORYLINE_BOND


def group_component(component: Component) -> Iterable[Thread]:
    """Yield the threads of a component, by their first articles; the order of its articles and ties is no matter."""
    articles = sorted(dict(component.published).items())
    rows = {article_id: row for row, (article_id, _) in enumerate(articles)}
    ties = sorted((rows[tie.first], rows[tie.second], tie.story, tie.storyline) for tie in component.ties)
    joined = [(one, two) for one, two, story, _ in ties if story >= _CERTAIN]
    pairs = [(one, two, story, story >= _STORY_BOND) for one, two, story, _ in ties]
    groups = link_groups(
        len(articles), pairs, _STORY_THRESHOLD, joined=joined, days=[_days(published) for _, published in articles]
    )
    for thread in link_groups(len(groups), _between(groups, ties), _STORYLINE_THRESHOLD):
        yield Thread(tuple(tuple(articles[row][0] for row in groups[place]) for place in thread))


def _days(published: str) -> tuple[int, int] | None:
    interval = read_interval(published)
    return (interval.first_day.toordinal(), interval.last_day.toordinal()) if interval else None


def _between(groups: list[list[int]], ties: list[tuple[int, int, float, float]]) -> list[Tie]:
    """Return the mean tie between each two groups that have one, a bond where two of their articles have one."""
    group_of = {row: place for place, group in enumerate(groups) for row in group}
    sums: dict[tuple[int, int], float] = defaultdict(float)
    bonded = set()
    for one, two, story, storyline in ties:
        first, second = sorted((group_of[one], group_of[two]))
        if first != second:
            sums[first, second] += storyline
            if is_bond(story, storyline):
                bonded.add((first, second))
    return [
        (one, two, total / (len(groups[one]) * len(groups[two])), (one, two) in bonded)
        for (one, two), total in sorted(sums.items())
    ]
