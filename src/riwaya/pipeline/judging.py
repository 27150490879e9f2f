"""Judgements in a store: marks found again, blocks that belong together, what holds and what does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from riwaya.identify import Chain, Judged, Settlement, are_one_name, is_person_block, settle
from riwaya.identify.judged import splits_behind
from riwaya.identify.judged_things import ThingChain, settle_things
from riwaya.model import Article, Mention, MentionKind, Stage
from riwaya.model.judgements import Judgement, MentionMark, Verdict
from riwaya.model.schema import load_text
from riwaya.pipeline.cutting import Cuts, find_cuts
from riwaya.pipeline.judging_things import NO_THINGS, thing_mentions
from riwaya.pipeline.knowing import own_joins
from riwaya.store.contract import BlockEntity, Evidence, NameKey, Pending, Store

Found = TypeVar("Found", str, ThingChain)


class Bench:
    """A store's judgements with the chains that they name; the user's own rows join blocks of bodies as merges do."""

    def __init__(self, store: Store, judgements: Sequence[Judgement] | None = None) -> None:
        """Find the marks of the store's judgements, or of those given."""
        self.judgements = tuple(store.select(Judgement)) if judgements is None else tuple(judgements)
        self.block_of: dict[str, str] = {}
        self.judged: tuple[Judged, ...] = ()
        self.settlement = Settlement((), {})
        self.things = settle_things((), {})
        self.cuts = Cuts()
        joins = own_joins(store)
        if self.judgements or joins:
            self._find(store, joins)

    def _find(self, store: Store, joins: Mapping[str, Sequence[str]]) -> None:
        persons = [each for each in self.judgements if is_on_persons(each)]
        things = [each for each in self.judgements if not is_on_persons(each)]
        marks = {mark for each in self.judgements for mark in (*each.one, *each.other)}
        articles = _articles_of(store, marks)
        self._find_things(store, things, articles, joins)
        marks = {mark for each in persons for mark in (*each.one, *each.other)}
        places = {_place(mark) for mark in marks}
        articles = {key: found for key, found in articles.items() if key in places}
        ground = _Ground(store, {article for found in articles.values() for article in found}, articles)
        judged, settled = self._settle(store, persons, ground)
        self.judged = (*judged, *(each for each in self.things.judged if each.id not in joins))
        self.settlement = Settlement(settled.applied, settled.troubled | self.things.settlement.troubled)
        self.block_of |= ground.blocks(self.cuts)
        named = {chain for each in judged for chain in (*each.one, *each.other)}
        self.block_of = {chain: block for chain, block in self.block_of.items() if chain in named}

    def _settle(self, store: Store, persons: Sequence[Judgement], ground: _Ground) -> tuple[list[Judged], Settlement]:
        """Return the judgements on persons and which hold; a split that does not hold cuts no article's mentions."""
        failed: dict[str, str] = {}
        while True:
            holding = [each for each in persons if each.id not in failed]
            ordered = sorted(holding, key=lambda each: (each.made, each.id))
            sides = [
                (each.id, ground.mentions(each.one), ground.mentions(each.other))
                for each in ordered
                if each.verdict is Verdict.SPLIT
            ]
            self.cuts = find_cuts(store, sides, ground.home)
            judged = {each.id: self._judged(each, ground) for each in persons}
            settled = settle([judged[each.id] for each in holding])
            if self.cuts.splits().isdisjoint(settled.troubled):
                return list(judged.values()), Settlement(settled.applied, settled.troubled | failed)
            failed |= settled.troubled

    def _judged(self, judgement: Judgement, ground: _Ground) -> Judged:
        one, other = (
            tuple(sorted({self.cuts.piece_of(ground.home[name], name) for name in ground.mentions(side)}))
            for side in (judgement.one, judgement.other)
        )
        return Judged(
            judgement.id, judgement.verdict, one, other, judgement.name, splits_behind(judgement), judgement.made
        )

    def _find_things(
        self,
        store: Store,
        things: Sequence[Judgement],
        articles: dict[tuple[str, str, int], tuple[str, ...]],
        joins: Mapping[str, Sequence[str]],
    ) -> None:
        if not things and not joins:
            return
        marks = {mark for each in things for mark in (*each.one, *each.other)}
        wanted = {article for mark in marks for article in articles[_place(mark)]}
        homes = thing_mentions(store, wanted)
        chain_of = {}
        for place, mention in number_mentions(store, wanted, person=False):
            if mention.id in homes:
                chain_of[place] = homes[mention.id]
        sides: dict[str, tuple[tuple[ThingChain, ...], tuple[ThingChain, ...]]] = {
            each.id: (_found_at(each.one, articles, chain_of), _found_at(each.other, articles, chain_of))
            for each in things
        }
        # A row of names takes whole blocks, so no article has to be named.
        sides |= {
            row: ((("", blocks[0]),), tuple(("", block) for block in blocks[1:])) for row, blocks in joins.items()
        }
        rows = [Judgement(row, Verdict.MERGE, (), (), "", "", "") for row in joins]
        self.things = settle_things([*things, *rows], sides)

    def blocks(self, judged: Iterable[Judged]) -> set[str]:
        """Return the blocks whose chains judgements name."""
        found: set[str] = set()
        for each in judged:
            if each.id in self.things.blocks:
                found |= self.things.blocks[each.id]
            else:
                found |= {self.block_of[chain] for chain in (*each.one, *each.other)}
        return found

    def parts(self) -> dict[str, str]:
        """Return the split that each chain was taken out by, the latest one, by the chain's id."""
        made = {each.id: (each.made, each.id) for each in self.judgements}
        splits = [each for each in self.settlement.applied if each.verdict is Verdict.SPLIT]
        found = {f"{article} {block}": split for (article, block), split in self.things.taken.items()}
        for split in sorted(splits, key=lambda each: made[each.id]):
            found |= dict.fromkeys(split.one, split.id)
        return found

    def on(self, blocks: set[str]) -> tuple[Judged, ...]:
        """Return the judgements that hold and name chains of the blocks, by id."""
        found = [each for each in self.settlement.applied if self.blocks([each]) & blocks]
        return tuple(sorted(found, key=lambda each: each.id))


def is_on_persons(judgement: Judgement) -> bool:
    """Return whether a judgement is on persons, as against bodies, places and other things."""
    return all(mark.person for mark in (*judgement.one, *judgement.other))


def _place(mark: MentionMark) -> tuple[str, str, int]:
    return mark.article_id, mark.source, mark.position


def number_mentions(
    store: Store, articles: Iterable[str], *, person: bool
) -> Iterator[tuple[tuple[str, str, str, int], Mention]]:
    """Yield the mentions of persons, or of everything but persons and roles, with article, field, words and number."""
    seen: Counter[tuple[str, str, str]] = Counter()
    wanted = sorted(set(articles))
    if person:
        mentions = store.select(Mention, article_id=wanted, kind=MentionKind.PER.value)
    else:
        mentions = (each for each in store.select(Mention, article_id=wanted) if each.kind not in NO_THINGS)
    for mention in _in_order(mentions):
        place = (mention.article_id, mention.field.value, mention.text)
        seen[place] += 1
        yield (*place, seen[place]), mention


def _articles_of(store: Store, marks: set[MentionMark]) -> dict[tuple[str, str, int], tuple[str, ...]]:
    """Return the articles of marks, by what names the article: the same page, else all captures of its URL."""
    wanted = {(mark.article_id, mark.source, mark.position) for mark in marks}
    there = set(store.values(Article, "id", id=sorted({article for article, _, _ in wanted})))
    missing = {(source, position) for article, source, position in wanted if article not in there}
    captured: dict[tuple[str, int], list[str]] = defaultdict(list)
    if missing:
        columns = ("id", "source", "position")
        for identity, source, position in store.rows(Article, *columns, source=sorted({s for s, _ in missing})):
            captured[(source, position)].append(identity)
    return {key: (key[0],) if key[0] in there else tuple(sorted(captured[key[1:]])) for key in wanted}


class _Ground:
    """The persons' mentions of some articles, by what marks name them, and the chains in which they are."""

    def __init__(self, store: Store, articles: set[str], places: Mapping[tuple[str, str, int], Sequence[str]]) -> None:
        """Read them; `places`: the articles of each mark's place."""
        self.home: dict[str, str] = {}
        self._block_of: dict[str, str] = {}
        self._places = places
        for evidence in store.select(Evidence, stage=Stage.IDENTIFY, article_id=sorted(articles)):
            chain = load_text(Chain, evidence.data)
            self._block_of[chain.id] = chain.block
            self.home |= dict.fromkeys(chain.mention_ids, chain.id)
        self._at = {
            place: mention.id
            for place, mention in number_mentions(store, articles, person=True)
            if mention.id in self.home
        }

    def mentions(self, side: Sequence[MentionMark]) -> set[str]:
        """Return the mentions that marks name."""
        return set(_found_at(side, self._places, self._at))

    def blocks(self, cuts: Cuts) -> dict[str, str]:
        """Return the block of each chain and of each piece of one."""
        pieces = {
            cuts.piece_of(chain, name): self._block_of[chain] for chain, taken in cuts.owners.items() for name in taken
        }
        return self._block_of | pieces


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda mention: (mention.article_id, mention.field, mention.span))


def _found_at(
    side: Sequence[MentionMark],
    articles: Mapping[tuple[str, str, int], Sequence[str]],
    at: Mapping[tuple[str, str, str, int], Found],
) -> tuple[Found, ...]:
    """Return what stands at the marks' places."""
    found = set()
    for mark in side:
        for article in articles[_place(mark)]:
            place = (article, mark.field.value, mark.form, mark.nth)
            if place in at:
                found.add(at[place])
    return tuple(sorted(found))


def mark_chains(
    store: Store, chains: Sequence[Chain], parts: Mapping[str, str], *, wholly: Collection[str] = ()
) -> tuple[MentionMark, ...]:
    """Return one mark for each chain: its first mention, of a person the fullest name first.

    Args:
        store: where the mentions are.
        chains: those to be marked.
        parts: their splits.
        wholly: articles of whose chains all mentions are marked.
    """
    articles = sorted({chain.article_id for chain in chains})
    person = all(chain.kind is MentionKind.PER for chain in chains)
    sources = {row[0]: row[1:] for row in store.rows(Article, "id", "source", "position", id=articles)}
    mentions = {
        mention.id: (mention, place[3]) for place, mention in number_mentions(store, articles, person=person)
    }  # fmt: skip
    marks = []
    for chain in chains:
        own = [mentions[name] for name in chain.mention_ids if name in mentions]
        if not own:
            continue
        best = max(own, key=lambda pair: (len(pair[0].text.split()), -pair[1], pair[0].id))
        for mention, number in own if chain.article_id in wholly else [best]:
            source, position = sources[chain.article_id]
            place = (chain.article_id, source, position, mention.field)
            marks.append(MentionMark(*place, mention.text, number, person, parts.get(chain.id, "")))
    return tuple(sorted(marks, key=lambda mark: (mark.article_id, mark.field, mark.form, mark.nth)))


def together(store: Store, keys: Sequence[str], bench: Bench) -> list[tuple[str, ...]]:
    """Return person blocks in groups that must be resolved as one, those of `keys` and all that belong to them.

    Blocks belong together that a judgement joins, that held one entity before, or whose full names have the same
    letters and are surely one name.
    """
    groups = _Groups()
    fresh = {key for key in keys if is_person_block(key)}
    known: set[str] = set()
    while fresh:
        known |= fresh
        for key in fresh:
            groups.join([key])
        for linked in (*_judged(bench, fresh), *_shared(store, fresh), *_named_alike(store, fresh)):
            groups.join(linked)
        fresh = groups.members() - known
    return groups.all()


def _judged(bench: Bench, fresh: set[str]) -> Iterator[set[str]]:
    for each in bench.settlement.applied:
        blocks = bench.blocks([each])
        if blocks & fresh:
            yield blocks


def _shared(store: Store, fresh: set[str]) -> Iterator[set[str]]:
    """Yield the blocks of every entity that was made of several."""
    entities = set(store.values(BlockEntity, "entity_id", block=sorted(fresh)))
    blocks: dict[str, set[str]] = defaultdict(set)
    for record in store.select(BlockEntity, entity_id=sorted(entities)):
        blocks[record.entity_id].add(record.block)
    yield from (held for held in blocks.values() if len(held) > 1)


def _named_alike(store: Store, fresh: set[str]) -> Iterator[set[str]]:
    columns = ("key", "block", "name")  # thousands of articles have one name
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, block, name in store.distinct(NameKey, *columns, block=sorted(fresh)):
        names[key][block].add(name)
    if not names:
        return
    for key, block, name in sorted(store.distinct(NameKey, *columns, key=sorted(names))):
        for own, others in names[key].items():
            if block != own and any(are_one_name(other, name) for other in others):
                yield {own, block}


class _Groups:
    """Keys that belong together."""

    def __init__(self) -> None:
        self._group: dict[str, set[str]] = {}

    def join(self, keys: Iterable[str]) -> None:
        keys = list(keys)
        merged = set().union(keys, *(self._group.get(key, set()) for key in keys))
        for key in merged:
            self._group[key] = merged

    def members(self) -> set[str]:
        return set(self._group)

    def all(self) -> list[tuple[str, ...]]:
        return sorted({tuple(sorted(group)) for group in self._group.values()})


def work_of(store: Store, judgements: Sequence[Judgement]) -> list[Pending]:
    """Return the blocks that judgements touch, to be resolved again."""
    bench = Bench(store, judgements)
    return [Pending(Stage.IDENTIFY, block) for block in sorted(bench.blocks(bench.judged))]
