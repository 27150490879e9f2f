"""A component of tied articles to stories and storylines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from riwaya.arabic.names import fold_name
from riwaya.model import Origin, OriginKind, Story, Storyline, content_id
from riwaya.model.interval import Interval, read_interval
from riwaya.stories.evidence import Component, Dossier, StoryGroup
from riwaya.stories.linkage import Tie, link_groups

_STORY_BOND = 0.5
_STORYLINE_BOND = 0.95
_STORY_THRESHOLD = 0.05
_STORYLINE_THRESHOLD = 0.15
_CERTAIN = 1.0
_AGENCY_WORD = re.compile(r"(?:ال)?وكاله|(?:ال|لل)?انباء")


def is_bond(story: float, storyline: float) -> bool:
    """Return whether a tie connects a component; weaker ones only weigh in on what bonds propose."""
    return story >= _STORY_BOND or storyline >= _STORYLINE_BOND


def cluster(component: Component) -> Iterable[Story | Storyline]:
    """Yield the stories of a component, then its storylines; a storyline needs two stories at least."""
    group = group_component(component)
    yield from group.stories
    yield from group.storylines


def group_component(component: Component) -> StoryGroup:
    """Return the stories and storylines of a component; the order of its dossiers and ties is no matter."""
    dossiers = sorted({d.article_id: d for d in component.dossiers}.values(), key=lambda d: d.article_id)
    rows = {dossier.article_id: row for row, dossier in enumerate(dossiers)}
    ties = sorted((rows[tie.first], rows[tie.second], tie.story, tie.storyline) for tie in component.ties)
    joined = [(one, two) for one, two, story, _ in ties if story >= _CERTAIN]
    pairs = [(one, two, story, story >= _STORY_BOND) for one, two, story, _ in ties]
    groups = link_groups(
        len(dossiers), pairs, _STORY_THRESHOLD, joined=joined, days=[_days(dossier) for dossier in dossiers]
    )
    threads = [
        thread for thread in link_groups(len(groups), _between(groups, ties), _STORYLINE_THRESHOLD) if thread[1:]
    ]
    origins = {origin.article_id: origin for origin in component.origins}
    stories = [_story([dossiers[row] for row in group], origins) for group in groups]
    return _assemble(stories, threads)


def _days(dossier: Dossier) -> tuple[int, int] | None:
    if not dossier.first_day:
        return None
    first, last = date.fromisoformat(dossier.first_day), date.fromisoformat(dossier.last_day)
    return first.toordinal(), last.toordinal()


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


def _assemble(stories: list[Story], threads: list[list[int]]) -> StoryGroup:
    storylines = []
    line_of: dict[str, str] = {}
    for thread in threads:
        members = sorted((stories[place] for place in thread), key=lambda story: (story.start or "~", story.id))
        identity = content_id("storyline", members[0].id)
        largest = max(members, key=lambda story: (len(story.article_ids), story.id))
        storylines.append(Storyline(identity, largest.title, tuple(story.id for story in members)))
        line_of |= {story.id: identity for story in members}
    final = [
        Story(s.id, s.title, s.article_ids, s.start, s.end, s.place, line_of.get(s.id, ""), s.independent_origins)
        for s in stories
    ]
    return StoryGroup(tuple(sorted(final, key=lambda s: s.id)), tuple(sorted(storylines, key=lambda s: s.id)))


def _story(dossiers: Sequence[Dossier], origins: dict[str, Origin]) -> Story:
    ordered = sorted(dossiers, key=_moment)
    days = [d.first_day for d in ordered if d.first_day] + [d.last_day for d in ordered if d.last_day]
    return Story(
        id=content_id("story", ordered[0].article_id),
        title=_central_title(ordered),
        article_ids=tuple(dossier.article_id for dossier in ordered),
        start=min(days, default=""),
        end=max(days, default=""),
        place=_place(ordered),
        storyline_id="",
        independent_origins=_independent(ordered, origins),
    )


def _moment(dossier: Dossier) -> tuple[bool, Interval | None, str]:
    """Return what orders accounts in time: instants, since clocks of two zones do not compare; undated ones last."""
    interval = read_interval(dossier.published)
    return interval is None, interval, dossier.article_id


def _central_title(dossiers: Sequence[Dossier]) -> str:
    """Return the headline whose terms the story's leads hold most, the earliest of equals."""
    held: Counter[str] = Counter()
    for dossier in dossiers:
        for term, weight in dossier.lead_terms:
            held[term] += weight  # type: ignore[assignment]
    titled = [dossier for dossier in dossiers if dossier.title.strip()]
    if not titled:
        return ""
    best = max(titled, key=lambda dossier: sum(weight * held[term] for term, weight in dossier.title_terms))
    return best.title


def _place(dossiers: Sequence[Dossier]) -> str:
    """Return the place that most articles name most, as it is most often written."""
    votes: dict[str, float] = defaultdict(float)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for dossier in dossiers:
        for rank, (key, form) in enumerate(dossier.places):
            votes[key] += 1.0 / (rank + 1)
            written[key][form] += 1
    if not votes:
        return ""
    best = min(votes, key=lambda key: (-votes[key], key))
    return min(written[best], key=lambda form: (-written[best][form], form))


def _independent(dossiers: Sequence[Dossier], origins: dict[str, Origin]) -> int:
    """Return how many different origins the accounts have; one of unknown origin counts as its outlet's own."""
    found = set()
    for dossier in dossiers:
        origin = origins.get(dossier.article_id)
        name = origin.origin if origin and origin.kind is not OriginKind.OWN else dossier.outlet
        found.add(_origin_key(name) or dossier.article_id)
    return len(found)


def _origin_key(name: str) -> str:
    """Return a name folded, without what says that it is an agency: its own page and a copy have one origin."""
    return " ".join(word for word in fold_name(name).split() if not _AGENCY_WORD.fullmatch(word))
