"""Why a store holds two names for one person or for two: its blocks decided again, with what people judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from riwaya.arabic.names import fold_name
from riwaya.identify import Chain, Judged
from riwaya.identify.causes import Cause, RoleCause
from riwaya.identify.chains import role_causes
from riwaya.identify.explain import Decided, Explanation, explain
from riwaya.identify.person import Person
from riwaya.identify.resolve import find_persons
from riwaya.model import Article, Entity, Link, Mention, MentionKind, Statement
from riwaya.model.judgements import Judgement, Verdict
from riwaya.pipeline.judgement_book import chains_of
from riwaya.pipeline.judging import Bench, together
from riwaya.pipeline.resolving import whole_blocks
from riwaya.store.contract import BlockEntity, Store


@dataclass(frozen=True, slots=True)
class Side:
    """Some articles' chains of an entity."""

    entity: Entity
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """An explanation with the entities that the store has for either name, and the judgements that decided it."""

    one: Entity
    other: Entity
    explanation: Explanation
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class RoleWhy:
    """Whom a role was taken to mean in one place of an article, "" and None for nobody, and why."""

    article_id: str
    text: str
    start: int
    entity_id: str
    name: str
    cause: RoleCause | None


def explain_pairs(store: Store, pairs: Sequence[tuple[Side, Side]]) -> list[Why]:
    """Return what decided of each pair of persons' articles whether they are one person's."""
    if not pairs:
        return []
    bench = Bench(store)
    entities = {side.entity.id: side.entity for pair in pairs for side in pair}
    persons = _unjudged(store, bench, sorted(entities))
    held = {name: {chain.id for chain in chains_of(store, entity)} for name, entity in entities.items()}
    by_id = {each.id: each for each in bench.judgements}
    found = []
    for one, other in pairs:
        same = one.entity.id == other.entity.id
        judged = [each for each in bench.settlement.applied if each.id in by_id]
        ids = (one.entity.id, other.entity.id)
        touching = [each for each in judged if _decides(each, held[ids[0]], held[ids[1]], same=same)]
        decided = Decided(same, bool(touching), persons)
        explanation = explain(one.chains, other.chains, decided)
        told = explanation.reason.cause in (Cause.JUDGED, Cause.SPLIT)
        own = tuple(by_id[each.id] for each in touching if told)
        found.append(Why(one.entity, other.entity, explanation, own))
    return found


def _decides(judged: Judged, one: set[str], other: set[str], *, same: bool) -> bool:
    """Return whether a judgement joins chains of one entity, or parts those of two."""
    if same:
        return judged.verdict is Verdict.MERGE and not one.isdisjoint((*judged.one, *judged.other))
    if judged.verdict is not Verdict.SPLIT:
        return False
    return any(
        not left.isdisjoint(judged.one) and not right.isdisjoint(judged.other)
        for left, right in ((one, other), (other, one))
    )


def _unjudged(store: Store, bench: Bench, entities: Sequence[str]) -> list[Person]:
    """Return the persons of the blocks that hold some entities, as they are without judgements."""
    keys = sorted(set(store.values(BlockEntity, "block", entity_id=list(entities))))
    groups = together(store, keys, bench)
    return [
        person
        for block in whole_blocks(store, groups, bench)
        for person in find_persons(replace(block, judged=()))
    ]  # fmt: skip


def called(side: Side, name: str) -> Side:
    """Return the articles that call somebody just so; where none does, those that have it among the words of a name."""
    wanted = fold_name(name)
    own = [chain for chain in side.chains if wanted in map(fold_name, _forms(chain))]
    if not own:
        own = [chain for chain in side.chains if any(f" {wanted} " in f" {fold_name(form)} " for form in _forms(chain))]
    return Side(side.entity, tuple(own))


def _forms(chain: Chain) -> list[str]:
    return [chain.name, *(surface.form for surface in chain.surfaces)]


def spelled(side: Side) -> list[Side]:
    """Return the articles by the fullest name that each has, the most used first."""
    forms: dict[str, list[Chain]] = defaultdict(list)
    for chain in side.chains:
        forms[fold_name(chain.name)].append(chain)
    ranked = sorted(forms.values(), key=lambda held: (-len(held), held[0].name))
    return [Side(side.entity, tuple(held)) for held in ranked]


def explain_roles(store: Store, text: str, *, articles: Sequence[str] = ()) -> list[RoleWhy]:
    """Return whom a role's words were taken to mean wherever articles, or some of them, write just these."""
    wanted = fold_name(text)
    columns = ("article_id", "text")
    found = {article for article, words in store.rows(Mention, *columns, kind=MentionKind.ROLE.value)
             if fold_name(words) == wanted}  # fmt: skip
    kept = sorted(found & set(articles) if articles else found)
    return [why for article in store.select(Article, id=kept) for why in _roles(store, article, wanted)]


def _roles(store: Store, article: Article, wanted: str) -> Iterator[RoleWhy]:
    mentions = list(store.select(Mention, article_id=article.id))
    statements = list(store.select(Statement, article_id=article.id))
    causes = role_causes(article, mentions, statements)
    home = dict(store.rows(Link, "mention_id", "entity_id", article_id=article.id))
    names = dict(store.rows(Entity, "id", "name", id=sorted(set(home.values()))))
    for mention in sorted(mentions, key=lambda mention: (mention.field, mention.span)):
        if mention.kind is MentionKind.ROLE and fold_name(mention.text) == wanted:
            entity = home.get(mention.id, "")
            yield RoleWhy(article.id, mention.text, mention.span.start, entity, names.get(entity, ""),
                          causes.get(mention.id))  # fmt: skip
