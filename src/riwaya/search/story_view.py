"""A story as its readers want it: accounts in order of time, statements against outlets, copies, names."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    Statement,
    Story,
    Storyline,
)
from riwaya.search.reading import Account, read_accounts
from riwaya.store.contract import Store

_NAMED_KINDS = (MentionKind.PER, MentionKind.ORG)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of a claim; `statement` is None where the claim is not found in its text."""

    article_id: str
    relation: Label | None
    statement: Statement | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim against all accounts of its story, one cell an account, in the order of the accounts.

    `speaker` and `cue` are as written in the account whose wording the claim shows: one outlet's name for somebody is
    not everybody's, and without «نفى» a denied proposition would read like an asserted one.
    """

    claim: Claim
    speaker: str
    cue: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What each outlet calls one entity: form and count, roles included."""

    entity: Entity
    by_article: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story with everything that is shown of it."""

    story: Story
    storyline: Storyline | None
    accounts: tuple[Account, ...]
    origins: dict[str, Origin]
    claims: tuple[ClaimRow, ...]
    passages: tuple[Passage, ...]
    alignments: tuple[Alignment, ...]
    namings: tuple[Naming, ...]
    entities: dict[str, Entity]
    others: dict[str, Article]  # articles outside the story that share a passage with one inside


def view_story(store: Store, story: Story) -> StoryView:
    """Read everything about a story."""
    accounts = tuple(read_accounts(store, story.article_ids))
    ids = [account.article.id for account in accounts]
    entity_ids = {link.entity_id for account in accounts for link in account.links}
    entities = {entity.id: entity for entity in store.select(Entity, id=entity_ids)}
    passages = tuple(sorted(store.select(Passage, article_id=ids), key=lambda p: (p.article_id, p.span)))
    outside = {passage.other_article_id for passage in passages} - set(ids)
    storylines = list(store.select(Storyline, id=story.storyline_id)) if story.storyline_id else []
    return StoryView(
        story=story,
        storyline=storylines[0] if storylines else None,
        accounts=accounts,
        origins={origin.article_id: origin for origin in store.select(Origin, article_id=ids)},
        claims=tuple(_claim_rows(store, story, accounts)),
        passages=passages,
        alignments=tuple(store.select(Alignment, story_id=story.id)),
        namings=tuple(_namings(accounts, entities)),
        entities=entities,
        others={article.id: article for article in store.select(Article, id=outside)},
    )


def _claim_rows(store: Store, story: Story, accounts: tuple[Account, ...]) -> list[ClaimRow]:
    """Return the claims, those that most accounts hold first, then in the order of the text."""
    statements = {s.id: s for account in accounts for s in account.statements}
    order = {account.article.id: number for number, account in enumerate(accounts)}
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
        shown = next((s for s in said if s.content_text == claim.text), said[0] if said else None)
        speaker, cue = (shown.speaker_text, shown.cue_text) if shown else ("", "")
        first = min(((order[s.article_id], s.content.start) for s in said), default=(0, 0))
        rows.append((-len(held), first, ClaimRow(claim, speaker, cue, cells)))
    return [row for _, _, row in sorted(rows, key=lambda item: (item[0], item[1], item[2].claim.id))]


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
