"""Questions to the store: by id, by name, by words, by dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from itertools import zip_longest
from typing import TypeVar

from riwaya.arabic.names import fold_name
from riwaya.attribution import EntityFinder
from riwaya.errors import UsageError
from riwaya.model import Article, Dating, Entity, Link, Mention, MentionKind, Span, Statement, Story
from riwaya.model.interval import read_interval, touches
from riwaya.search.evidence import OfficeEvidence, office_evidence
from riwaya.search.excerpts import excerpt_text
from riwaya.search.forms import find_phrases, query_phrases
from riwaya.search.holders import read_office
from riwaya.search.latin import (
    is_called,
    is_heard,
    is_latin_name,
    is_named,
    latin_spellings,
    latin_words,
    stands_for,
)
from riwaya.search.reading import read_articles, records_by_article
from riwaya.search.spellings import known_spellings, near_spellings, respelled
from riwaya.store.contract import Membership, Store

RecordType = TypeVar("RecordType")

_SPELLINGS = {"امريك": "اميرك", "انكليز": "انجليز"}
_SHORTEST_PREFIX = 4
_ALL = 1_000_000_000
_NAMED = 8  # entities in a message


def find_record(store: Store, record_type: type[RecordType], identity: str, *, word: str) -> RecordType:
    """Return the record with this id, or the only one whose id begins with it.

    Raises:
        UsageError: if there is none, or several begin so.
    """
    for record in store.select(record_type, id=identity):
        return record
    matching = []
    if len(identity) >= _SHORTEST_PREFIX:
        matching = [name for name in store.values(record_type, "id") if name.startswith(identity)]
    if len(matching) == 1:
        return next(iter(store.select(record_type, id=matching[0])))
    raise UsageError(f"no {word} {identity}" if not matching else f"{len(matching)} {word} ids begin with {identity}")


def list_stories(store: Store, *, after: str = "", before: str = "", accounts: int = 1) -> list[Story]:
    """Return stories with at least so many articles that touch the days asked for, latest first."""
    stories = [
        story
        for story in store.select(Story)
        if len(story.article_ids) >= accounts
        and (not after or (story.end or "") >= after)
        and (not before or (story.start and story.start <= before))
    ]
    return sorted(stories, key=lambda story: (story.end, len(story.article_ids), story.id), reverse=True)


def headline_outlets(store: Store, stories: Sequence[Story]) -> dict[str, str]:
    """Return by each story's id the outlet whose headline is its title, "" where the outlet is not known."""
    ids = [article_id for story in stories for article_id in story.article_ids]
    titles = dict(store.rows(Article, "id", "title", id=ids))
    named = {
        story.id: next((name for name in story.article_ids if story.title and titles.get(name) == story.title), "")
        for story in stories
    }
    outlets = {article.id: article.outlet for article in store.select(Article, id=sorted(set(named.values())))}
    return {story_id: outlets.get(name, "") for story_id, name in named.items()}


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a query, with the spans of its title and text that do."""

    article: Article
    title_spans: tuple[Span, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds: the articles, best first, and which other spellings of its words were looked for too."""

    hits: tuple[Hit, ...]
    spellings: dict[str, list[str]]


def search_articles(store: Store, query: str, *, limit: int = 20, after: str = "", before: str = "") -> Found:
    """Return the articles that hold all words of the query, in whatever inflection, best first.

    With days asked for, those whose publication, known or derived, touches them.

    A name is found in every spelling that the store knows for the same entity. Where nothing holds the words, names of
    the store that are spelled nearly so are looked for.

    Raises:
        UsageError: if the query has no words.
    """
    phrases = query_phrases(query)
    if not phrases:
        raise UsageError("an empty query")
    words = list(dict.fromkeys(word for phrase in phrases for word in phrase))
    for find_spellings in (_all_spellings, near_spellings):
        spellings = {word: forms for word, forms in find_spellings(store, words).items() if forms}
        queries = respelled(phrases, spellings)
        if after or before:
            ids = _of_days(store, _search_all(store, queries, _ALL), after, before)[:limit]
        else:
            ids = _search_all(store, queries, limit)
        if ids:
            break
    every_phrase = [phrase for match in queries for phrase in match]
    articles = read_articles(store, ids)
    hits = (
        Hit(
            articles[name],
            tuple(find_phrases(articles[name].title, every_phrase)),
            tuple(find_phrases(articles[name].text, every_phrase)),
        )
        for name in ids
    )
    return Found(tuple(hits), spellings)


def _of_days(store: Store, ids: Sequence[str], after: str, before: str) -> list[str]:
    """Return the articles whose publication touches the days, in their order; of an unknown day none is known to."""
    published = dict(store.rows(Article, "id", "published", id=ids))  # texts of a frequent word would fill the memory
    derived = {dating.article_id: dating.published for dating in store.select(Dating, article_id=ids)}
    kept = []
    for name in ids:
        interval = read_interval(published.get(name) or derived.get(name, ""))
        if interval is not None and touches(interval, after, before):
            kept.append(name)
    return kept


def _all_spellings(store: Store, words: Sequence[str]) -> dict[str, list[str]]:
    """Return the known spellings of each word; of a Latin one also what it may spell by sound."""
    known, heard = known_spellings(store, words), latin_spellings(store, words)
    return {word: list(dict.fromkeys((*known[word], *heard[word]))) for word in words}


def _search_all(store: Store, queries: Sequence[Sequence[Sequence[str]]], limit: int) -> list[str]:
    """Return the articles that answer any of the queries: the best of each, then the second best of each, ..."""
    ranked = [store.search(match, limit) for match in queries]
    in_turn = (name for rank in zip_longest(*ranked) for name in rank if name is not None)
    return list(dict.fromkeys(in_turn))[:limit]


@dataclass(frozen=True, slots=True)
class PersonView:
    """An entity with what outlets call it, what it is reported to have said, and the stories it is in.

    `excerpts` has each statement's source words, from cue to content, by the statement's id; `evidence` the words that
    give an office, by the mention's id among the office's evidence.
    """

    entity: Entity
    labels: dict[str, dict[str, int]]
    statements: tuple[Statement, ...]
    excerpts: dict[str, str]
    evidence: dict[str, OfficeEvidence]
    story_ids: tuple[str, ...]
    article_count: int


class Fit(IntEnum):
    """How what is asked for names an entity, the best first."""

    LISTED = auto()  # the whole of a name, of what the tables know
    CALLED = auto()  # the whole of a name, or of a Latin name what it is called by
    PART = auto()  # whole words of a name
    OFFICE = auto()  # words of an office


def find_entities(store: Store, name: str, *, offices: bool = True) -> list[Entity]:
    """Return entities one of whose names or offices is, or holds as whole words, what is asked for; or those of an id.

    As `rank_entities` orders them.

    Args:
        store: where to look.
        name: what is asked for.
        offices: look for the name among offices too.
    """
    return [entity for _, entity in rank_entities(store, name, offices=offices)]


def rank_entities(store: Store, name: str, *, offices: bool = True) -> list[tuple[Fit, Entity]]:
    """Return what `find_entities` does, each with how it is named, in the order of that.

    An id may be cut short, as lists show it. A Latin name is looked up in the tables; whatever only sounds like it is
    not found (`sounding_like`). What an abbreviation stands for comes first, then what is called just so, what the
    tables know before all else: «السعودية» is the state before it is somebody's surname. Then persons, the most named.
    """
    wanted = fold_name(name)
    if not wanted:
        raise UsageError("an empty name")
    if meant := _with_id(store, name.strip().lower()):
        return [(Fit.CALLED, entity) for entity in meant]
    latin = is_latin_name(name)
    fits = {
        entity.id: (fit, entity)
        for entity in store.select(Entity)
        if (fit := _latin_fit(name, entity) if latin else _fit(wanted, entity, offices=offices)) is not None
    }
    if (
        fits
        and min(fits.values(), key=lambda pair: pair[0])[0] > Fit.CALLED
        and latin
        and any(entity.id not in fits or not _is_person(entity) for entity in sounding_like(store, name))
    ):
        return []  # no more than a word of their names: any of those that it sounds like may be meant
    short = {identity for identity, (_, entity) in fits.items() if latin and stands_for(name, entity)}

    def rank(entity: Entity) -> tuple[bool, Fit, bool]:
        fit = fits[entity.id][0]
        return entity.id not in short, fit, not _is_person(entity) and (latin or fit > Fit.CALLED)

    ordered = sorted(_by_weight(store, [entity for _, entity in fits.values()]), key=rank)
    return [fits[entity.id] for entity in ordered]


def _latin_fit(name: str, entity: Entity) -> Fit | None:
    """Return how a Latin query names an entity, None if it does not."""
    if not is_named(name, entity):
        return None
    if not is_called(name, entity):
        return Fit.PART
    return Fit.LISTED if latin_words(name) == latin_words(entity.name_en) else Fit.CALLED


def _fit(wanted: str, entity: Entity, *, offices: bool) -> Fit | None:
    """Return how folded words name an entity, None if they do not."""
    wanted = _in_one_spelling(wanted)
    forms = [_in_one_spelling(fold_name(form)) for form in (*entity.names, entity.name, entity.name_en)]
    if wanted in forms:
        return Fit.LISTED if entity.name_en else Fit.CALLED
    if any(f" {wanted} " in f" {form} " for form in forms):
        return Fit.PART
    held = (fold_name(f"{office.office} {office.of}") for office in entity.offices) if offices else ()
    return Fit.OFFICE if any(f" {wanted} " in f" {form} " for form in held) else None


def _in_one_spelling(folded: str) -> str:
    """Return folded words with the nations that the press writes in two ways in one («الأمريكية», «الأميركية»)."""
    for other, one in _SPELLINGS.items():
        folded = folded.replace(other, one)
    return folded


def find_entity(store: Store, text: str) -> Entity:
    """Return the person, body or place of an id, of its beginning, or of a name that only one bears.

    It is the first of `find_entities`; where others may be meant as well, none is chosen.

    Raises:
        UsageError: if there is none, or more than one.
    """
    ranked = rank_entities(store, text, offices=False)
    meant = [entity for fit, entity in ranked if fit is ranked[0][0]]
    if meant and _is_person(meant[0]):
        # Whom the table knows is not the only one of the name, nor whom the articles call by a surname alone.
        persons = [(fit, entity) for fit, entity in ranked if _is_person(entity) and entity not in meant]
        alone = len(text.split()) == 1
        meant += [each for fit, each in persons if fit is Fit.CALLED or (alone and _ends_with(each, text))]
    if len(meant) != 1:
        shown = "; ".join(f"{each.id[:8]} {each.name} ({each.kind})" for each in meant[:_NAMED])
        if not meant and read_office(text) is not None:
            raise UsageError(f"none called {text}: an office is nobody's name; `riwaya person` lists who held it")
        raise UsageError(f"{len(meant) or 'none'} called {text}" + (f": {shown}; say which by its id" if meant else ""))
    return meant[0]


def _ends_with(person: Entity, word: str) -> bool:
    wanted = fold_name(word)
    return any(wanted == fold_name(name).rpartition(" ")[2] for name in (person.name, *person.names))


def sounding_like(store: Store, name: str) -> list[Entity]:
    """Return entities whose names hold or sound like a Latin name that nobody is called by, persons first."""
    if not is_latin_name(name):
        return []
    found = [entity for entity in store.select(Entity) if is_heard(name, entity) or is_named(name, entity)]
    return sorted(_by_weight(store, found), key=lambda entity: not _is_person(entity))


def _by_weight(store: Store, entities: Sequence[Entity]) -> list[Entity]:
    weight = {entity.id: store.count(Link, entity_id=entity.id) for entity in entities}
    return sorted(entities, key=lambda entity: (-weight[entity.id], entity.id))


def _is_person(entity: Entity) -> bool:
    return entity.kind is MentionKind.PER


def _with_id(store: Store, beginning: str) -> list[Entity]:
    """Return the entities whose id begins so. «Abed» is a name too: where no id does, names are looked up."""
    if len(beginning) < _SHORTEST_PREFIX or not set(beginning) <= set("0123456789abcdef"):
        return []
    ids = sorted(name for name in store.values(Entity, "id") if name.startswith(beginning))
    return list(store.select(Entity, id=ids))


def view_person(store: Store, entity: Entity) -> PersonView:
    """Return what is known of an entity."""
    links = list(store.select(Link, entity_id=entity.id))
    mention_ids = {link.mention_id for link in links}
    article_ids = sorted({link.article_id for link in links})
    articles = read_articles(store, article_ids)
    mentions = records_by_article(store, Mention, article_ids)
    all_links = records_by_article(store, Link, article_ids)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    statements: list[Statement] = []
    for article_id, records in records_by_article(store, Statement, article_ids).items():
        outlet = articles[article_id].outlet  # "" for the many pages of a folder that name none, taken together
        for mention in mentions[article_id]:
            if mention.id in mention_ids or (mention.kind is MentionKind.ROLE and mention.holder_id in mention_ids):
                labels[outlet][mention.text] += 1
        finder = EntityFinder(mentions[article_id], all_links[article_id])
        statements.extend(s for s in records if finder.find(s.speaker, s.speaker_text) == entity.id)
    when = {article_id: articles[article_id].published for article_id in article_ids}
    ordered = sorted(statements, key=lambda s: (when[s.article_id], s.article_id, s.content))
    stories = set(store.values(Membership, "story_id", article_id=article_ids))
    return PersonView(
        entity=entity,
        labels={outlet: dict(counts.most_common()) for outlet, counts in sorted(labels.items())},
        statements=tuple(ordered),
        excerpts={s.id: excerpt_text(articles[s.article_id].text, s) for s in ordered},
        evidence=office_evidence(entity, articles, mentions, {link.mention_id: link.score for link in links}),
        story_ids=tuple(sorted(stories)),
        article_count=len(article_ids),
    )
