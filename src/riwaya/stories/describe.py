"""A group of articles to a story: its accounts in order, its title, time and place, and how many origins it has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.arabic.names import fold_name
from riwaya.model import Dating, Origin, OriginKind, Story, Storyline, content_id
from riwaya.model.interval import Interval, read_interval
from riwaya.stories.evidence import Dossier, StoryEvidence

_AGENCY_WORD = re.compile(r"(?:ال)?وكاله|(?:ال|لل)?انباء")


def describe_story(evidence: StoryEvidence) -> Iterable[Story]:
    """Yield the story that the articles tell, as yet in no storyline; the order of the articles is no matter."""
    datings = {dating.article_id: dating for dating in evidence.datings}
    ordered = sorted(evidence.dossiers, key=lambda dossier: _moment(dossier, datings.get(dossier.article_id)))
    origins = {origin.article_id: origin for origin in evidence.origins}
    days = [d.first_day for d in ordered if d.first_day] + [d.last_day for d in ordered if d.last_day]
    # What is derived bounds a story only where nothing is stated: an interval of months is no story's length.
    days = days or [day for dating in evidence.datings for day in (dating.earliest, dating.latest)]
    first = next((dossier for dossier in ordered if dossier.first_day), ordered[0])
    yield Story(
        id=content_id("story", first.article_id),
        title=_central_title(ordered),
        article_ids=tuple(dossier.article_id for dossier in ordered),
        start=min(days, default=""),
        end=max(days, default=""),
        place=_place(ordered),
        storyline_id="",
        independent_origins=_independent(ordered, origins),
    )


def join_thread(stories: Sequence[Story]) -> tuple[list[Story], list[Storyline]]:
    """Return the stories of a thread with their storyline, which needs two of them at least; the order is no matter."""
    members = sorted(stories, key=lambda story: (story.start or "~", story.id))
    if len(members) < 2:
        return [replace(story, storyline_id="") for story in members], []
    identity = content_id("storyline", members[0].id)
    largest = max(members, key=lambda story: (len(story.article_ids), story.id))
    storyline = Storyline(identity, largest.title, tuple(story.id for story in members))
    return [replace(story, storyline_id=identity) for story in members], [storyline]


def _moment(dossier: Dossier, dating: Dating | None) -> tuple[bool, Interval | None, str]:
    """Return what orders accounts in time: instants, since clocks of two zones do not compare; undated ones last.

    A derived interval stands where its middle is.
    """
    interval = read_interval(dossier.published or (dating.published if dating else ""))
    if interval is not None and not dossier.published:
        middle = interval.start + (interval.end - interval.start) / 2
        interval = Interval(middle, interval.end)
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
