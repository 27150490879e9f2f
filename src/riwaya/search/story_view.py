"""A story as its readers want it: accounts in order of time, statements against outlets, copies, names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.model import (
    Alignment,
    Article,
    Claim,
    Entity,
    Label,
    Mention,
    MentionKind,
    Origin,
    Passage,
    Span,
    Statement,
    Story,
    Storyline,
)
from riwaya.search.excerpts import excerpt_of
from riwaya.search.reading import Account, read_accounts
from riwaya.search.sureness import DEFAULT_SCORE, is_sure
from riwaya.store.contract import Store

_NAMED_KINDS = (MentionKind.PER, MentionKind.ORG)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of a claim; `statement` is None where the claim is not found in its text."""

    article_id: str
    relation: Label | None
    statement: Statement | None

    def is_sure(self, least: float) -> bool:
        """Return whether the account says something of the claim that is sure enough to be shown."""
        return self.statement is not None and is_sure(self.statement, least)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim against all accounts of its story, one cell an account, in the order of the accounts.

    `shown` is the statement whose wording stands for the claim, with its own cue and its own name for the speaker: one
    outlet's name for somebody is not everybody's, and without «نفى» a denied proposition would read like an asserted
    one. It is a sure one where any is. `excerpt` is where it stands in its article's text.
    """

    claim: Claim
    shown: Statement | None
    excerpt: tuple[Span, ...]
    cells: tuple[Cell, ...]

    def is_sure(self, least: float) -> bool:
        """Return whether at least one account's report of it is sure enough to be shown."""
        return any(cell.is_sure(least) for cell in self.cells)

    def is_doubtful(self, cell: Cell, least: float) -> bool:
        """Return whether a cell's contradiction rests on a less sure statement: its own, or all that it contradicts."""
        if cell.relation is not Label.CONTRADICT:
            return False
        held = any(each.relation is not Label.CONTRADICT and each.is_sure(least) for each in self.cells)
        return not (held and cell.is_sure(least))


@dataclass(frozen=True, slots=True)
class Naming:
    """What each outlet calls one entity: form and count, roles included."""

    entity: Entity
    by_article: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story with everything that is shown of it.

    `titled_by` is the article whose headline stands as the story's title; `storyline` is None where it has no other
    story to tell of.
    """

    story: Story
    titled_by: Article | None
    storyline: Storyline | None
    accounts: tuple[Account, ...]
    origins: dict[str, Origin]
    claims: tuple[ClaimRow, ...]
    passages: tuple[Passage, ...]
    alignments: tuple[Alignment, ...]
    namings: tuple[Naming, ...]
    entities: dict[str, Entity]
    others: dict[str, Article]  # articles outside the story that share a passage with one inside

    def parted(self, least: float) -> tuple[list[ClaimRow], list[ClaimRow]]:
        """Return the claims that are shown, and the less sure ones, each in their order."""
        return [row for row in self.claims if row.is_sure(least)], [r for r in self.claims if not r.is_sure(least)]


def view_story(store: Store, story: Story, *, least: float = DEFAULT_SCORE) -> StoryView:
    """Read everything about a story; statements from the score `least` on stand for their claims before others."""
    accounts = tuple(read_accounts(store, story.article_ids))
    ids = [account.article.id for account in accounts]
    entity_ids = {link.entity_id for account in accounts for link in account.links}
    entities = {entity.id: entity for entity in store.select(Entity, id=entity_ids)}
    passages = tuple(sorted(store.select(Passage, article_id=ids), key=lambda p: (p.article_id, p.span)))
    outside = {passage.other_article_id for passage in passages} - set(ids)
    storylines = list(store.select(Storyline, id=story.storyline_id)) if story.storyline_id else []
    longer = [storyline for storyline in storylines if len(storyline.story_ids) > 1]
    return StoryView(
        story=story,
        titled_by=title_source(story, [account.article for account in accounts]),
        storyline=longer[0] if longer else None,
        accounts=accounts,
        origins={origin.article_id: origin for origin in store.select(Origin, article_id=ids)},
        claims=tuple(_claim_rows(store, story, accounts, least)),
        passages=passages,
        alignments=tuple(store.select(Alignment, story_id=story.id)),
        namings=tuple(_namings(accounts, entities)),
        entities=entities,
        others={article.id: article for article in store.select(Article, id=outside)},
    )


def title_source(story: Story, articles: Iterable[Article]) -> Article | None:
    """Return the first of the articles whose headline is the story's title: a story's title is one outlet's words."""
    return next((article for article in articles if article.title.strip() and article.title == story.title), None)


def _claim_rows(store: Store, story: Story, accounts: tuple[Account, ...], least: float) -> list[ClaimRow]:
    """Return the claims, those that most accounts hold first, then in the order of the text."""
    statements = {s.id: s for account in accounts for s in account.statements}
    order = {account.article.id: number for number, account in enumerate(accounts)}
    texts = {account.article.id: account.article.text for account in accounts}
    rows = []
    for claim in store.select(Claim, story_id=story.id):
        held = {part.article_id: part for part in claim.accounts}
        cells = tuple(
            Cell(name, held[name].relation, statements.get(held[name].statement_id))
            if name in held
            else Cell(name, None, None)
            for name in order
        )
        said = [cell.statement for cell in cells if cell.statement]
        shown = _shown(claim, said, least)
        excerpt = tuple(excerpt_of(texts[shown.article_id], shown)) if shown else ()
        first = min(((order[s.article_id], s.content.start) for s in said), default=(0, 0))
        rows.append((-len(held), first, ClaimRow(claim, shown, excerpt, cells)))
    return [row for _, _, row in sorted(rows, key=lambda item: (item[0], item[1], item[2].claim.id))]


def _shown(claim: Claim, said: list[Statement], least: float) -> Statement | None:
    """Return the statement that stands for a claim: a sure one if there is any, then one in the claim's own words."""
    return min(said, key=lambda each: (not is_sure(each, least), each.content_text != claim.text), default=None)


def _namings(accounts: tuple[Account, ...], entities: dict[str, Entity]) -> list[Naming]:
    """Return the persons and bodies that more than one form or account names, the most named first."""
    forms: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for account in accounts:
        linked = {link.mention_id: link.entity_id for link in account.links}
        for mention in account.mentions:
            entity_id = linked.get(mention.id) or linked.get(mention.holder_id, "")
            if entity_id in entities and entities[entity_id].kind in _NAMED_KINDS:
                forms[entity_id][account.article.id][_label(mention)] += 1
    namings = [
        Naming(entities[entity_id], {name: dict(counts.most_common()) for name, counts in by_article.items()})
        for entity_id, by_article in forms.items()
        if len(by_article) > 1 or len({form for counts in by_article.values() for form in counts}) > 1
    ]
    return sorted(namings, key=lambda n: (-sum(sum(counts.values()) for counts in n.by_article.values()), n.entity.id))


def _label(mention: Mention) -> str:
    return " ".join(mention.text.split())
