"""Judgements on bodies, places and other things in a store: their chains found, their links moved and moved back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from riwaya.identify import Chain, NameCount, Surface, Thing, is_person_block, thing_id
from riwaya.identify.judged_things import Parts, ThingChain, ThingJudgements
from riwaya.knowledge.own import OwnBody
from riwaya.model import Article, Entity, Link, Mention, MentionKind, Stage, content_id
from riwaya.store.contract import BlockEntity, Changes, Membership, MovedLink, Naming, Pending, Store

NO_THINGS = (MentionKind.PER, MentionKind.ROLE)
_SCORE = 0.9


def thing_mentions(store: Store, articles: Iterable[str]) -> dict[str, ThingChain]:
    """Return the chains of the articles' mentions that name no person, by mention."""
    wanted = sorted(set(articles))
    block_of = {thing_id(block): block for block in store.values(Naming, "block", article_id=wanted)}
    homes = {
        mention: (article, block_of[entity])
        for mention, article, entity in store.rows(Link, "mention_id", "article_id", "entity_id", article_id=wanted)
        if entity in block_of
    }
    moved = store.rows(MovedLink, "mention_id", "article_id", "block", article_id=wanted)
    return homes | {mention: (article, block) for mention, article, block in moved}


def thing_chains(store: Store, entity: Entity) -> list[Chain]:
    """Return what articles call a body, place or other thing, one chain an article and block."""
    linked = dict(store.rows(Link, "mention_id", "article_id", entity_id=entity.id))
    homes = thing_mentions(store, linked.values())
    articles = sorted(set(linked.values()))
    outlets = {row[0]: row[1:] for row in store.rows(Article, "id", "outlet", "published", id=articles)}
    held: dict[ThingChain, list[str]] = defaultdict(list)
    for mention in sorted(linked):
        if mention in homes:
            held[homes[mention]].append(mention)
    words = dict(store.rows(Mention, "id", "text", article_id=articles))
    chains = []
    for (article, block), mentions in sorted(held.items()):
        forms = Counter(words[mention] for mention in mentions)
        surfaces = tuple(Surface(form, count) for form, count in sorted(forms.items(), key=lambda pair: -pair[1]))
        outlet, published = outlets[article]
        chains.append(
            Chain(
                f"{article} {block}", article, outlet, published, entity.kind, surfaces[0].form,
                tuple(mentions), surfaces, (), block,
            )
        )  # fmt: skip
    return chains


def concerned(store: Store, keys: Sequence[str], judgements: ThingJudgements) -> set[str]:
    """Return the blocks of things that judgements on any of `keys` concern, or did before they were taken back."""
    found = {key for group in judgements.together(keys) for key in group}
    moved = set(store.values(MovedLink, "block", block=sorted({*keys, *found})))
    known = found | moved
    while True:
        # What was one entity before is looked at together, also where no judgement holds it together any more.
        made = set(store.values(BlockEntity, "entity_id", block=sorted({*keys, *known})))
        made |= {thing_id(key) for key in (*keys, *known)}
        shared = set(store.select(BlockEntity, entity_id=sorted(made)))
        more = {key for record in shared for key in (record.block, *_own_block(record.entity_id, {*keys, *known}))}
        more = {key for key in more if not is_person_block(key)} - known
        if not more:
            return known
        known |= more


def _own_block(entity: str, keys: set[str]) -> Iterator[str]:
    """Yield the block that an entity's id is made of, if it is one of these."""
    yield from (key for key in keys if thing_id(key) == entity)


@dataclass(frozen=True, slots=True)
class _Made:
    """An entity that judgements make: its parts, the block by which it is known, its id."""

    parts: Parts
    key: str
    identity: str


class JudgedThings:
    """Blocks of things as judgements part and join them."""

    def __init__(self, store: Store, keys: set[str], judgements: ThingJudgements) -> None:
        self._store = store
        self._keys = sorted(keys)
        self._taken = judgements.taken
        self._totals = self._count()
        whole = [Parts((key,), (), "", False) for key in self._keys]
        judged = [parts for parts in judgements.parts if self._holds(parts, judgements)]
        named = {key for parts in judged for key in parts.blocks}
        self._made = [
            self._make(parts) for parts in (*judged, *(each for each in whole if each.blocks[0] not in named))
        ]
        self._of_block = {key: made for made in self._made for key in made.parts.blocks}
        self._of_split = {split: made for made in self._made for split in made.parts.splits}

    def _holds(self, parts: Parts, judgements: ThingJudgements) -> bool:
        split = {block for name in parts.splits for block in judgements.blocks[name]}
        return not {*parts.blocks, *split}.isdisjoint(self._keys)

    def _count(self) -> dict[tuple[str, str], list[NameCount]]:
        """Return how often each form is used, by block and split ("" for what stays with the block)."""
        totals: Counter[tuple[str, str, str, str]] = Counter()
        for block, kind, form, count in self._store.totals(
            Naming, ("block", "kind", "form"), "count", block=self._keys
        ):
            totals[(block, "", kind, form)] = count
        keys = set(self._keys)
        articles = sorted({article for article, block in self._taken if block in keys})
        columns = ("block", "kind", "form", "article_id", "count")
        for block, kind, form, article, count in self._store.rows(Naming, *columns, article_id=articles):
            split = self._taken.get((article, block), "")
            if split and (block, "", kind, form) in totals:
                totals[(block, "", kind, form)] -= count
                totals[(block, split, kind, form)] += count
        found: dict[tuple[str, str], list[NameCount]] = defaultdict(list)
        for (block, split, kind, form), count in sorted(totals.items()):
            if count > 0:
                found[(block, split)].append(NameCount(MentionKind(kind), form, count))
        return found

    def _make(self, parts: Parts) -> _Made:
        weights = {key: sum(name.count for name in self._totals[(key, "")]) for key in parts.blocks}
        if not weights:
            return _Made(parts, "", content_id("entity", "split", *parts.splits[:1]))
        key = min(weights, key=lambda key: (-weights[key], key))
        return _Made(parts, key, thing_id(key))

    def things(self, own: Mapping[str, OwnBody]) -> list[Thing]:
        """Return the entities to be named."""
        found = []
        for made in self._made:
            if made.parts.rejected:
                continue
            names: Counter[tuple[MentionKind, str]] = Counter()
            for (block, split), counted in self._totals.items():
                if self._target(block, split) is made:
                    names.update({(name.kind, name.form): name.count for name in counted})
            counts = tuple(NameCount(kind, form, count) for (kind, form), count in sorted(names.items()))
            found.append(Thing(made.key, counts, own.get(made.key), made.identity, made.parts.shown))
        return found

    def _target(self, block: str, split: str) -> _Made | None:
        return self._of_split.get(split) if split else self._of_block.get(block)

    def move(self, changes: Changes) -> None:
        """Note the links as they have to be, what was moved, and the stories that it concerns."""
        ids = sorted({thing_id(key) for key in self._keys} | set(self._former()))
        old = self._links(ids)
        touched = set()
        changes.remove(MovedLink, "block", self._keys)
        for mention, (article, block) in self._homes(old).items():
            made = self._target(block, self._taken.get((article, block), ""))
            target = made.identity if made is not None and not made.parts.rejected else ""
            if target != thing_id(block):
                changes.records.append(MovedLink(mention, article, block))
            if target == (old[mention][2] if mention in old else ""):
                continue
            touched.add(article)
            changes.remove(Link, "mention_id", [mention])
            if target:
                changes.records.append(Link(mention, article, target, _SCORE))
        stories = sorted(set(self._store.values(Membership, "story_id", article_id=touched)))
        changes.records.extend(Pending(Stage.COMPARE, story) for story in stories)
        changes.remove(Entity, "id", ids)
        changes.remove(BlockEntity, "block", self._keys)
        changes.records.extend(self._made_of())

    def _links(self, ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        rows = self._store.rows(Link, "mention_id", "article_id", "entity_id", entity_id=ids)
        return {row[0]: row for row in rows}

    def _homes(self, old: Mapping[str, tuple[str, str, str]]) -> dict[str, ThingChain]:
        """Return of which block each mention is whose link may change."""
        block_of = {thing_id(key): key for key in self._keys}
        moved = {record.mention_id: record for record in self._store.select(MovedLink, mention_id=sorted(old))}
        moved |= {record.mention_id: record for record in self._store.select(MovedLink, block=self._keys)}
        homes = {name: (record.article_id, record.block) for name, record in moved.items()}
        for name, (_, article, entity) in old.items():
            if name not in homes and entity in block_of:
                homes[name] = (article, block_of[entity])
        keys = set(self._keys)
        return {name: home for name, home in homes.items() if home[1] in keys}

    def _former(self) -> list[str]:
        return list(self._store.values(BlockEntity, "entity_id", block=self._keys))

    def _made_of(self) -> list[BlockEntity]:
        """Return of which blocks each entity was made that is not simply its block's."""
        found = set()
        for block, split in self._totals:
            made = self._target(block, split)
            if made is not None and made.identity != thing_id(block):
                found.add(BlockEntity(block, made.identity))
        return sorted(found, key=lambda record: (record.block, record.entity_id))
