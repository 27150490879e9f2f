"""Dating undated articles: those whose own evidence or whose ties to dated articles may have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from riwaya.engine.contract import Engine
from riwaya.model import Article, Dating, Page, Stage
from riwaya.model.schema import load_text
from riwaya.pipeline.numbering import Numbering, undated_beside
from riwaya.pipeline.retiming import resolve_times
from riwaya.search.publication import lies_ahead
from riwaya.store.contract import Changes, Evidence, Membership, Pending, Store, Tie
from riwaya.stories import DATE_ARTICLE, DatedNeighbour, Dossier, Undated, derive_dating, likenesses

DATE_PREFIX = "date:"
_ARTICLES_A_CHANGE = 200
_LEAST_TIE = 0.03  # what a tie is worth is decided by the stage
_NARROW_DAYS = 7
_MOST_NEAR = 100  # of the ties of an article; more of them are of one affair and say the same again
_MOST_KEPT = 5000
_DAY_LENGTH = len("2018-02-07")


def date_item(article_id: str) -> Pending:
    """Return the work of dating an article; it shares its stage with grouping, so has a prefix."""
    return Pending(Stage.STORIES, DATE_PREFIX + article_id)


def date_work(store: Store, article_ids: Sequence[str]) -> list[Pending]:
    """Return the work of dating the undated ones among the articles, those tied to them and those numbered beside."""
    near = set(article_ids)
    for column, other in (("article_id", "other_article_id"), ("other_article_id", "article_id")):
        near |= set(store.values(Tie, other, **{column: list(article_ids)}))
    undated = set(store.values(Evidence, "article_id", stage=Stage.STORIES, key="", article_id=near))
    return [date_item(article_id) for article_id in sorted(undated | undated_beside(store, article_ids))]


def date_articles(store: Store, engine: Engine) -> Iterator[list[str]]:
    """Date every pending article and yield, a portion at a time, those whose interval is another than before.

    What was yielded stays pending until the next portion is asked for, so that a kill in between loses nothing.
    """
    pending = [key for key in store.values(Pending, "key", stage=Stage.STORIES) if key.startswith(DATE_PREFIX)]
    numbering = Numbering(store, [key.removeprefix(DATE_PREFIX) for key in pending], latest_day())
    for start in range(0, len(pending), _ARTICLES_A_CHANGE):
        keys = pending[start : start + _ARTICLES_A_CHANGE]
        ids = [key.removeprefix(DATE_PREFIX) for key in keys]
        old = {dating.article_id: dating for dating in store.select(Dating, article_id=ids)}
        new: dict[str, Dating] = {}
        changes = Changes()
        for outcome in engine.run(DATE_ARTICLE, _undated(store, ids, numbering)):
            new |= {dating.article_id: dating for dating in outcome.records}
            changes.records.extend([outcome.rejection] if outcome.rejection else [])
        changed = [article_id for article_id in ids if old.get(article_id) != new.get(article_id)]
        yield changed
        changes.remove(Dating, "article_id", [article_id for article_id in changed if article_id not in new])
        changes.records.extend(new[article_id] for article_id in changed if article_id in new)
        near = {name: one for name, one in new.items() if _width(one) <= _NARROW_DAYS}
        resolve_times(store, {name: near.get(name) for name in ids}, changes)
        stories = set(store.values(Membership, "story_id", article_id=changed))
        changes.records.extend(Pending(Stage.COMPARE, story_id) for story_id in sorted(stories))
        changes.done(Stage.STORIES, keys)
        store.apply(changes)


def _undated(store: Store, ids: Sequence[str], numbering: Numbering) -> Iterator[Undated]:
    """Yield the evidence of the undated articles among `ids`."""
    without = {name for name, published in store.rows(Article, "id", "published", id=list(ids)) if not published}
    found = store.select(Evidence, stage=Stage.STORIES, key="", article_id=without)
    dossiers = {evidence.article_id: load_text(Dossier, evidence.data) for evidence in found}
    ties: dict[str, dict[str, float]] = defaultdict(dict)
    for side, other in (("article_id", "other_article_id"), ("other_article_id", "article_id")):
        for one, two, story in store.rows(Tie, side, other, "story", **{side: list(dossiers)}):
            if story >= _LEAST_TIE:
                ties[one][two] = story
    near = {other for others in ties.values() for other in others}
    kept: dict[str, Dossier] = {}
    dated = {
        identity: (published, title)
        for identity, published, title in store.rows(Article, "id", "published", "title", id=near)
        if published
    }
    dated |= _dated_by_words(store, near - dated.keys())
    latest = latest_day()
    # A page that is dated ahead of its reader is doubted, and dates no other.
    dated = {identity: known for identity, known in dated.items() if known[0][:_DAY_LENGTH] <= latest}
    captured = _captured(store, list(dossiers))
    for article_id, dossier in dossiers.items():
        heard = _strongest(ties[article_id], dated)
        _read_dossiers(store, heard, kept)
        alike = likenesses(dossier, [kept[other] for other in heard])
        neighbours = tuple(
            DatedNeighbour(other, *dated[other], ties[article_id][other], likeness)
            for other, likeness in zip(heard, alike, strict=True)
        )
        numbered = numbering.around(article_id)
        last = min(captured.get(article_id, latest), latest)
        yield Undated(article_id, dossier.clues, neighbours, last, numbered)


def _strongest(ties: Mapping[str, float], dated: Container[str]) -> list[str]:
    """Return the dated ones that an article is tied to most strongly."""
    return sorted((other for other in ties if other in dated), key=lambda other: (-ties[other], other))[:_MOST_NEAR]


def _read_dossiers(store: Store, article_ids: Sequence[str], kept: dict[str, Dossier]) -> None:
    """Add the dossiers of articles to those kept; all go when they are many, so that memory stays bounded."""
    if len(kept) > _MOST_KEPT:
        kept.clear()
    missing = [article_id for article_id in article_ids if article_id not in kept]
    for evidence in store.select(Evidence, stage=Stage.STORIES, article_id=missing) if missing else ():
        kept[evidence.article_id] = load_text(Dossier, evidence.data)


def _dated_by_words(store: Store, ids: set[str]) -> dict[str, tuple[str, str]]:
    """Return interval and title of undated articles whose own words leave a week at most: they date their neighbours.

    What their own neighbours tell of them does not count, so that no article dates itself through others.
    """
    found: dict[str, tuple[str, str]] = {}
    for evidence in store.select(Evidence, stage=Stage.STORIES, key="", article_id=ids):
        dossier = load_text(Dossier, evidence.data)
        for dating in derive_dating(Undated(dossier.article_id, dossier.clues, (), latest_day())):
            if _width(dating) <= _NARROW_DAYS:
                found[dossier.article_id] = (dating.published, dossier.title)
    return found


def latest_day() -> str:
    """Return the day after today's (UTC): nothing that is read now was published later, wherever the reader is."""
    return (datetime.now(UTC).date() + timedelta(days=1)).isoformat()


def _width(dating: Dating) -> int:
    return (date.fromisoformat(dating.latest) - date.fromisoformat(dating.earliest)).days + 1


def _captured(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """Return the day of capture of each article whose page tells it."""
    page_of = dict(store.rows(Article, "id", "page_id", id=list(ids)))
    days = dict(store.rows(Page, "id", "captured", id=set(page_of.values())))
    return {name: days[page][:10] for name, page in page_of.items() if _is_day(days.get(page, "")[:10])}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def published_of(store: Store, ids: Sequence[str]) -> dict[str, str]:
    """Return by article id the publication, of undated ones the derived interval where it is a week at most.

    A wider one would say of a story that it lasts for months. A day that has not come is none.
    """
    rows = store.rows(Article, "id", "published", id=list(ids))
    published = {name: "" if lies_ahead(day) else day for name, day in rows}
    for dating in store.select(Dating, article_id=list(ids)):
        if not published.get(dating.article_id) and _width(dating) <= _NARROW_DAYS:
            published[dating.article_id] = dating.published
    return published
