"""Statements of a store by who said them, how, where, when and with which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.arabic.names import fold_name
from riwaya.attribution import EntityFinder
from riwaya.errors import UsageError
from riwaya.model import Article, Dating, Link, Mention, Span, Statement, Story, timed
from riwaya.search.excerpts import excerpt_of
from riwaya.search.forms import find_phrases, query_phrases
from riwaya.search.holders import Holders, is_titled_so, read_office
from riwaya.search.latin import is_latin_name
from riwaya.search.queries import find_entities, find_record
from riwaya.search.reading import read_articles, records_by_article
from riwaya.search.spellings import known_spellings, near_spellings, respelled
from riwaya.store.contract import Store

_EVERY = 1_000_000_000
_PORTION = 400
# What tells whether a statement is wanted, without reading all of it.
_COLUMNS = ("id", "article_id", "content_start", "cue_start", "speaker_text", "score", "content_text", "time")


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """Which statements are wanted; what is empty asks for nothing.

    Attributes:
        speaker: a name in any spelling or a part of one, an entity's id, or an office: of whoever held it when an
            article appeared. A Latin name is looked up in the tables, never by sound.
        via: words of an intermediary's name.
        forces, modes, occasions: of which a statement must have one.
        outlet: words of its name.
        after, before: days (YYYY-MM-DD) between which it was said: as the text says beside it, else the publication.
        story: the id of a story, or its beginning.
        words: all must stand in the content, in whatever inflection; those in quotation marks together.
        score: at least so probable; what else is less sure is counted.
        newest: the latest article first; else the earliest. Undated articles come last.
    """

    speaker: str = ""
    via: str = ""
    forces: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    outlet: str = ""
    after: str = ""
    before: str = ""
    story: str = ""
    words: str = ""
    score: float = 0.0
    newest: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its article, what tells its entities, and its source's own words from cue to content."""

    statement: Statement
    article: Article
    entities: EntityFinder
    excerpt: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What a query finds: so many statements in all, the first of them, and how many more are below its score."""

    total: int
    shown: tuple[Said, ...]
    less_sure: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """The light part of a statement."""

    id: str
    article_id: str
    content_start: int
    cue_start: int
    speaker: str
    score: float
    content: str
    time: str


def list_statements(store: Store, query: StatementQuery, *, limit: int = 50) -> Saying:
    """Return the statements that a query asks for.

    Raises:
        UsageError: if there is no such story, or a speaker, outlet or text without a word in it.
    """
    published = _articles(store, query)
    few = query.outlet or query.story
    filters: dict[str, Any] = {"article_id": list(published)} if few else {}
    by_mode = {"force": query.forces, "mode": query.modes, "occasion_kind": query.occasions}
    allowed: set[str] | None = None
    for column, values in by_mode.items():
        if values:
            ids = set(store.values(Statement, "id", **{column: sorted(values)}))
            allowed = ids if allowed is None else allowed & ids
    rows = [_Row(*row) for row in store.rows(Statement, *_COLUMNS, **filters)]
    rows = [row for row in rows if allowed is None or row.id in allowed]
    rows = [row for row in rows if _within(_said(row, published), query.after, query.before)]
    for keep in (_holds_words(store, query.words, rows), _names_via(store, query.via, rows)):
        rows = [row for row in rows if keep(row)]
    rows = _spoken_by(store, query.speaker, rows, published)
    met = len(rows)
    rows = [row for row in rows if row.score >= query.score]
    less_sure = met - len(rows)
    rows.sort(key=lambda row: (row.article_id, row.content_start, row.cue_start))
    dated = sorted((row for row in rows if published[row.article_id]), key=lambda row: published[row.article_id])
    if query.newest:
        dated.sort(key=lambda row: published[row.article_id], reverse=True)
    ordered = [*dated, *(row for row in rows if not published[row.article_id])]
    return Saying(len(ordered), tuple(_read(store, [row.id for row in ordered[:limit]])), less_sure)


def _articles(store: Store, query: StatementQuery) -> dict[str, str]:
    """Return when each article was published, or is derived to have been, that the query's outlet and story allow."""
    filters: dict[str, Any] = {}
    if query.story:
        filters["id"] = list(find_record(store, Story, query.story, word="story").article_ids)
    outlet = _name_words(query.outlet) if query.outlet else set()
    if query.outlet and not outlet:
        raise UsageError("an empty outlet")
    derived = {dating.article_id: dating.published for dating in store.select(Dating)}
    return {
        identity: when or derived.get(identity, "")
        for identity, name, when in store.rows(Article, "id", "outlet", "published", **filters)
        if outlet <= _name_words(name)
    }


def _said(row: _Row, published: dict[str, str]) -> str:
    """Return when a statement was said, as far as is known."""
    return row.time if row.time and not row.time.startswith("X") else published[row.article_id]


def _within(when: str, after: str, before: str) -> bool:
    """Return whether a publication date, or an interval of them, touches the days asked for."""
    if not (after or before):
        return True
    start, _, end = when.partition("/")
    # «2025-03» lies in no day of March alone, but touches each.
    return bool(start) and (not before or start[:10] <= before) and (not after or f"{(end or start)[:10]}~" >= after)


def _holds_words(store: Store, words: str, rows: Sequence[_Row]) -> Callable[[_Row], bool]:
    """Return what tells whether a content holds all the words, in whatever inflection and known spelling."""
    if not words:
        return lambda row: True
    phrases = query_phrases(words)
    if not phrases:
        raise UsageError("no words to look for")
    single = list(dict.fromkeys(word for phrase in phrases for word in phrase))
    spellings = {word: forms for word, forms in known_spellings(store, single).items() if forms}
    queries = respelled(phrases, spellings)
    articles = {name for match in queries for name in store.search(match, _EVERY)}
    broken = _broken_contents(store, sorted(articles & {row.article_id for row in rows}))
    return lambda row: (
        row.article_id in articles
        and any(all(find_phrases(broken.get(row.id, row.content), [phrase]) for phrase in match) for match in queries)
    )


def _broken_contents(store: Store, articles: Sequence[str]) -> dict[str, str]:
    """Return by id the whole content of the statements that are broken in pieces, a line a piece."""
    found: dict[str, str] = {}
    for start in range(0, len(articles), _PORTION):
        part = articles[start : start + _PORTION]
        broken = [statement for statement in store.select(Statement, article_id=part) if statement.content_rest]
        texts = dict(store.rows(Article, "id", "text", id=sorted({statement.article_id for statement in broken})))
        for statement in broken:
            pieces = (piece.of(texts[statement.article_id]) for piece in statement.pieces)
            found[statement.id] = "\n".join(pieces)
    return found


def _names_via(store: Store, name: str, rows: Sequence[_Row]) -> Callable[[_Row], bool]:
    """Return what tells whether one of a statement's intermediaries is named with all the words."""
    if not name:
        return lambda row: True
    wanted = _name_words(name)
    if not wanted:
        raise UsageError("an empty name")
    found: set[str] = set()
    ids = sorted({row.article_id for row in rows})
    for start in range(0, len(ids), _PORTION):
        part = ids[start : start + _PORTION]
        texts = dict(store.rows(Article, "id", "text", id=part))
        for statement in store.select(Statement, article_id=part):
            names = (_name_words(span.of(texts[statement.article_id])) for span in statement.via)
            if any(wanted <= words for words in names):
                found.add(statement.id)
    return lambda row: row.id in found


def _spoken_by(store: Store, speaker: str, rows: list[_Row], published: dict[str, str]) -> list[_Row]:
    """Return the rows whose speaker is an entity of the name or holds the office, or is written with all its words."""
    if not speaker:
        return rows
    asked = read_office(speaker)
    holders = Holders(store, asked) if asked else None
    entities = _entities_of(store, speaker, office=asked is not None)
    wanted = _name_words(speaker)
    if asked:
        # «نائب وزير الخارجية» has all the words of the minister's office.
        named = {row.id for row in rows if is_titled_so(asked, row.speaker)}
    else:
        named = {row.id for row in rows if wanted and wanted <= _name_words(row.speaker)}
    linked = set(store.values(Link, "article_id", entity_id=sorted(entities))) if entities else set()
    if holders:
        linked |= holders.article_ids(store)
    ids = sorted({row.article_id for row in rows} & linked)
    for start in range(0, len(ids), _PORTION):
        part = ids[start : start + _PORTION]
        mentions, links = records_by_article(store, Mention, part), records_by_article(store, Link, part)
        for article_id, statements in records_by_article(store, Statement, part).items():
            finder = EntityFinder(mentions[article_id], links[article_id])
            meant = set(entities)
            if holders:
                meant |= holders.in_article(article_id, published[article_id], links[article_id])
            named |= {each.id for each in statements if finder.find(each.speaker, each.speaker_text) in meant}
    return [row for row in rows if row.id in named]


def _entities_of(store: Store, speaker: str, *, office: bool) -> set[str]:
    """Return the ids of the entities that a name or an id may mean; of an office only those whose name it is in.

    Where nobody is so named, of those that are named nearly so.
    """
    found = find_entities(store, speaker, offices=False)
    if not found and not office and not is_latin_name(speaker):
        words = fold_name(speaker).split()
        near = {word: forms for word, forms in near_spellings(store, words).items() if forms}
        names = (" ".join(part for phrase in way for part in phrase) for way in respelled([words], near))
        found = [entity for name in names for entity in find_entities(store, name, offices=False)] if near else []
    return {entity.id for entity in found}


def _name_words(name: str) -> set[str]:
    return {word.removeprefix("ال") if len(word) > 4 else word for word in fold_name(name).split()}


def _read(store: Store, ids: Sequence[str]) -> list[Said]:
    """Return statements with their articles, in the order of the ids."""
    statements = {statement.id: statement for statement in store.select(Statement, id=list(ids))}
    article_ids = sorted({statement.article_id for statement in statements.values()})
    articles = read_articles(store, article_ids)
    mentions, links = records_by_article(store, Mention, article_ids), records_by_article(store, Link, article_ids)
    finders = {name: EntityFinder(mentions[name], links[name]) for name in article_ids}
    return [
        Said(
            timed(statement, articles[statement.article_id]),
            articles[statement.article_id],
            finders[statement.article_id],
            tuple(excerpt_of(articles[statement.article_id].text, statement)),
        )
        for statement in (statements[identity] for identity in ids)
    ]
