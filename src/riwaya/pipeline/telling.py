"""The group part of stories: ties between articles of near days, then the components that the ties touch.

A component can hold thousands of articles. Its grouping reads their ties alone; dossiers are read of the stories that
changed, so that one article more costs a large component little.

Undated articles are dated by their ties before components are grouped.

Three kinds of work, each kept in the store until it is done, so that a run that is killed between any two changes goes
on where it was: articles to be tied, (with `DATE_PREFIX`) undated ones to be dated, and (with `GROUP_PREFIX`) articles
whose component is to be grouped again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from riwaya.engine.contract import Engine
from riwaya.model import Alignment, Claim, Dating, Origin, Stage, Story, Storyline
from riwaya.model.schema import load_text
from riwaya.pipeline.dating import DATE_PREFIX, date_articles, date_item, date_work, published_of
from riwaya.pipeline.progress import Progress
from riwaya.store.contract import Changes, Evidence, LookupKey, Membership, Pending, Store, Tie
from riwaya.stories import (
    DESCRIBE_STORY,
    GROUP_COMPONENT,
    LINK_WINDOW,
    MINIMUM_SHARED_KEYS,
    ArticleTie,
    Component,
    Dossier,
    StoryEvidence,
    Thread,
    Window,
    is_bond,
    join_thread,
    reach,
)

GROUP_PREFIX = "group:"
_COMPONENTS_A_CHANGE = 200
_STORIES_A_READING = 200
_COMMON_KEY = 1000


def tell(store: Store, engine: Engine, progress: Progress) -> None:
    """Tie every pending article to its neighbours and group again whatever its ties touch."""
    pending = [key for key in _pending(store) if not key.startswith((GROUP_PREFIX, DATE_PREFIX))]
    if pending:
        _tie(store, engine, pending, progress)
    for changed in date_articles(store, engine):
        store.apply(Changes(records=[*group_work(store, changed)]))
    touched = {key.removeprefix(GROUP_PREFIX) for key in _pending(store)}
    components = _components(store, touched)
    done = 0
    for start in range(0, len(components), _COMPONENTS_A_CHANGE):
        portion = components[start : start + _COMPONENTS_A_CHANGE]
        ids = sorted({article_id for component in portion for article_id in component})
        changes = Changes()
        _group(store, engine, portion, touched, changes)
        changes.done(Stage.STORIES, [GROUP_PREFIX + article_id for article_id in ids])
        store.apply(changes)
        done += len(portion)
        progress("stories", done, len(components))
    # What is left names articles that are no more.
    left = Changes()
    left.done(Stage.STORIES, _pending(store))
    store.apply(left)


def _pending(store: Store) -> list[str]:
    return list(store.values(Pending, "key", stage=Stage.STORIES))


def group_work(store: Store, article_ids: Sequence[str]) -> list[Pending]:
    """Return the work of grouping the components that change with the ties or the dossiers of the articles."""
    return [Pending(Stage.STORIES, GROUP_PREFIX + article_id) for article_id in sorted(_touched(store, article_ids))]


def _touched(store: Store, article_ids: Sequence[str]) -> set[str]:
    """Return the articles, those bound to them, and those now in one story with them.

    A tie that is no bond weighs in within a component only, so the components of others do not depend on it.
    """
    touched = set(article_ids)
    for column, other in (("article_id", "other_article_id"), ("other_article_id", "article_id")):
        touched |= set(store.values(Tie, other, bond=1, **{column: list(article_ids)}))
    stories = set(store.values(Membership, "story_id", article_id=list(article_ids)))
    return touched | set(store.values(Membership, "article_id", story_id=stories))


def _tie(store: Store, engine: Engine, pending: Sequence[str], progress: Progress) -> None:
    """Replace the ties of all pending articles, a day at a time; they stay pending until all days are done."""
    changes = Changes(records=[*group_work(store, pending), *date_work(store, pending)])
    changes.remove(Tie, "article_id", pending)
    changes.remove(Tie, "other_article_id", pending)
    store.apply(changes)
    days = len(set(store.values(Evidence, "key", stage=Stage.STORIES, article_id=list(pending))))
    for done, outcome in enumerate(engine.run(LINK_WINDOW, _windows(store, pending)), start=1):
        changes = Changes()
        changes.records.extend(
            Tie(tie.first, tie.second, tie.story, tie.storyline, int(is_bond(tie.story, tie.storyline)))
            for tie in outcome.records
        )
        undated = {d.article_id for d in (*outcome.item.fresh, *outcome.item.known) if not d.first_day}
        tied = {article_id for tie in outcome.records for article_id in (tie.first, tie.second)}
        changes.records.extend(date_item(article_id) for article_id in sorted(tied & undated))
        changes.records.extend([outcome.rejection] if outcome.rejection else [])
        store.apply(changes)
        progress("days", done, days)
    changes = Changes()
    changes.done(Stage.STORIES, pending)
    store.apply(changes)


def _windows(store: Store, pending: Sequence[str]) -> Iterator[Window]:
    """Yield one window for each day with pending articles, the undated ones first; days are kept while in reach."""
    fresh_ids = set(pending)
    days = sorted(set(store.values(Evidence, "key", stage=Stage.STORIES, article_id=list(pending))))
    kept: dict[str, list[Dossier]] = {}
    for day in days:
        in_day = _of_day(store, day, kept) if day else _undated(store, pending)
        fresh = tuple(dossier for dossier in in_day if dossier.article_id in fresh_ids)
        near = sorted({other for dossier in fresh for other in reach(dossier)})
        known = [dossier for other in near for dossier in _of_day(store, other, kept)]
        for passed in [other for other in kept if not near or other < near[0]]:
            del kept[passed]
        yield Window(day, fresh, (*known, *_sharing_keys(store, fresh)))


def _undated(store: Store, article_ids: Sequence[str]) -> list[Dossier]:
    found = store.select(Evidence, stage=Stage.STORIES, key="", article_id=list(article_ids))
    return [load_text(Dossier, evidence.data) for evidence in found]


def _of_day(store: Store, day: str, kept: dict[str, list[Dossier]]) -> list[Dossier]:
    if day not in kept:
        found = store.select(Evidence, stage=Stage.STORIES, key=day)
        kept[day] = [load_text(Dossier, evidence.data) for evidence in found]
    return kept[day]


def _sharing_keys(store: Store, fresh: Sequence[Dossier]) -> list[Dossier]:
    """Return the dossiers that days do not lead to: any for undated fresh ones, undated ones for the dated."""
    counts: Counter[tuple[str, str]] = Counter()
    for undated in (0, 1):
        asking = [d for d in fresh if undated or not d.first_day]
        askers: dict[str, list[str]] = defaultdict(list)
        for dossier in asking:
            for key in dossier.keys:
                askers[key].append(dossier.article_id)
        holders: dict[str, list[str]] = defaultdict(list)
        for found in store.select(LookupKey, undated=undated, key=list(askers)):
            holders[found.key].append(found.article_id)
        for key, articles in holders.items():
            # A key that very many articles hold tells nothing, and pairs of them would be without bound.
            if len(articles) <= _COMMON_KEY:
                counts.update((asker, other) for asker in askers[key] for other in articles)
    ids = {other for (asker, other), count in counts.items() if count >= MINIMUM_SHARED_KEYS and other != asker}
    found_evidence = store.select(Evidence, stage=Stage.STORIES, article_id=ids)
    return [load_text(Dossier, evidence.data) for evidence in found_evidence]


def _components(store: Store, seeds: Iterable[str]) -> list[list[str]]:
    """Return the connected components of ties that hold the seeds, each sorted, in the order of their first ids."""
    seen: set[str] = set()
    components = []
    neighbours = _neighbours(store, seeds)
    for seed in sorted(seeds):
        if seed in seen or seed not in neighbours:
            continue
        component, frontier = {seed}, [seed]
        while frontier:
            grown = {other for article_id in frontier for other in neighbours[article_id]} - component
            component |= grown
            frontier = sorted(grown)
        seen |= component
        components.append(sorted(component))
    return components


def _neighbours(store: Store, seeds: Iterable[str]) -> dict[str, set[str]]:
    """Return the bound articles of every article that can be reached from the seeds; unknown seeds are left out."""
    neighbours: dict[str, set[str]] = {}
    frontier = set(store.values(Evidence, "article_id", stage=Stage.STORIES, article_id=set(seeds)))
    while frontier:
        found: dict[str, set[str]] = defaultdict(set)
        for side in ("article_id", "other_article_id"):
            for one, two in store.rows(Tie, "article_id", "other_article_id", bond=1, **{side: frontier}):
                found[one].add(two)
                found[two].add(one)
        neighbours |= {article_id: found.get(article_id, set()) for article_id in frontier}
        frontier = {other for article_id in frontier for other in neighbours[article_id]} - neighbours.keys()
    return neighbours


def _group(
    store: Store, engine: Engine, components: Sequence[Sequence[str]], fresh: set[str], changes: Changes
) -> None:
    """Add to `changes` the stories of the components in place of those their articles were in.

    A story that holds the same articles as before, none of them fresh, is not described again.
    """
    ids = sorted({article_id for component in components for article_id in component})
    old_ids = set(store.values(Membership, "story_id", article_id=ids))
    old = {story.id: story for story in store.select(Story, id=old_ids)}
    threads: list[Thread] = []
    for outcome in engine.run(GROUP_COMPONENT, _component_evidence(store, components, ids)):
        threads.extend(outcome.records)
        changes.records.extend([outcome.rejection] if outcome.rejection else [])
    kept = {frozenset(story.article_ids): story for story in old.values() if fresh.isdisjoint(story.article_ids)}
    told = {group: kept[group] for thread in threads for group in map(frozenset, thread.groups) if group in kept}
    unknown = [group for thread in threads for group in thread.groups if frozenset(group) not in told]
    for description in engine.run(DESCRIBE_STORY, _story_evidence(store, unknown)):
        told |= {frozenset(story.article_ids): story for story in description.records}
        changes.records.extend([description.rejection] if description.rejection else [])
    new: dict[str, Story] = {}
    for thread in threads:
        stories, storylines = join_thread([told[frozenset(g)] for g in thread.groups if frozenset(g) in told])
        new |= {story.id: story for story in stories}
        changes.records.extend((*stories, *storylines))
    _replace(old, new, ids, changes)


def _replace(old: dict[str, Story], new: dict[str, Story], ids: Sequence[str], changes: Changes) -> None:
    """Take the old stories of the articles away, with what was compared of those that are no more."""
    changes.records.extend(
        Membership(article_id, story.id) for story in new.values() for article_id in story.article_ids
    )
    changes.remove(Membership, "article_id", ids)
    changes.remove(Story, "id", sorted(old))
    changes.remove(Storyline, "id", sorted({story.storyline_id for story in old.values()} - {""}))
    gone = sorted(old.keys() - new.keys())
    for record_type in (Alignment, Claim):
        changes.remove(record_type, "story_id", gone)
    changes.done(Stage.COMPARE, gone)
    changed = sorted(story.id for story in new.values() if old.get(story.id) != story)
    changes.records.extend(Pending(Stage.COMPARE, story_id) for story_id in changed)


def _component_evidence(store: Store, components: Sequence[Sequence[str]], ids: Sequence[str]) -> Iterator[Component]:
    published = published_of(store, ids)
    ties: dict[str, list[ArticleTie]] = defaultdict(list)
    for first, second, story, storyline in store.rows(
        Tie, "article_id", "other_article_id", "story", "storyline", article_id=list(ids)
    ):
        ties[first].append(ArticleTie(first, second, story, storyline))
    for component in components:
        members = set(component)
        yield Component(
            tuple((article_id, published[article_id]) for article_id in component),
            tuple(tie for article_id in component for tie in ties[article_id] if tie.second in members),
        )


def _story_evidence(store: Store, groups: Sequence[Sequence[str]]) -> Iterator[StoryEvidence]:
    for start in range(0, len(groups), _STORIES_A_READING):
        portion = groups[start : start + _STORIES_A_READING]
        ids = [article_id for group in portion for article_id in group]
        found = store.select(Evidence, stage=Stage.STORIES, article_id=ids)
        dossiers = {evidence.article_id: load_text(Dossier, evidence.data) for evidence in found}
        origins = {origin.article_id: origin for origin in store.select(Origin, article_id=ids)}
        datings = {dating.article_id: dating for dating in store.select(Dating, article_id=ids)}
        for group in portion:
            yield StoryEvidence(
                tuple(dossiers[article_id] for article_id in group),
                tuple(origins[article_id] for article_id in group if article_id in origins),
                tuple(datings[article_id] for article_id in group if article_id in datings),
            )
