"""Persons of groups of name blocks: wholly where it is the first time or people judged, else only what differs.

A block that was resolved keeps its roster: its persons with their chains. As long as no chain of it changed, the blocks
that go with it need no more of it, and of a block with new chains nothing is written but what came of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.engine.contract import Engine
from riwaya.identify import RESOLVE_BLOCK, Bearer, Block, Chain, Lacking
from riwaya.model import Entity, Link, Stage
from riwaya.model.schema import dump_text, load_text
from riwaya.pipeline.judging import Bench
from riwaya.pipeline.knowing import own_terms
from riwaya.store.contract import BlockEntity, Changes, Evidence, Membership, Pending, Removal, Roster, Store

Bearers = tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Groups of person blocks to be resolved; `changed`: keys of blocks that may have other chains than before."""

    groups: Sequence[tuple[str, ...]]
    changed: Collection[str]
    bench: Bench


def resolve_persons(store: Store, engine: Engine, work: Work, changes: Changes) -> None:
    """Add to `changes` what the groups' chains make of them, and what they were before goes."""
    rosters, resolved = _read_rosters(store, work)
    again: list[tuple[str, ...]] = []
    partly: list[tuple[str, ...]] = []
    for group in work.groups:
        known = any(key in rosters for key in group) and all(key in rosters or key not in resolved for key in group)
        (partly if known and not work.bench.on(set(group)) else again).append(group)
    lacking = _resolve_differences(store, engine, Work(partly, work.changed, work.bench), rosters, changes)
    _resolve_wholly(store, engine, Work([*again, *lacking], work.changed, work.bench), changes)


def _read_rosters(store: Store, work: Work) -> tuple[dict[str, Bearers], set[str]]:
    """Return the rosters of the groups' blocks, and which blocks were ever resolved to anybody."""
    keys = [key for group in work.groups for key in group]
    rosters = {block: load_text(Bearers, data) for block, data in store.packed(Roster, "block", "data", block=keys)}
    return rosters, set(store.values(BlockEntity, "block", block=[key for key in keys if key not in rosters]))


def _resolve_wholly(store: Store, engine: Engine, work: Work, changes: Changes) -> None:
    keys = [key for group in work.groups for key in group]
    if not keys:
        return
    resolved = Changes()
    bearers: list[Bearer] = []
    for outcome in engine.run(RESOLVE_BLOCK, whole_blocks(store, work.groups, work.bench)):
        resolved.records.extend(record for record in outcome.kept if not isinstance(record, (Bearer, Lacking)))
        resolved.records.extend(_homes(outcome.item, outcome.records))
        bearers.extend(record for record in outcome.records if isinstance(record, Bearer))
    _replace(store, resolved, keys)
    changes.removals.extend(resolved.removals)
    changes.records.extend(resolved.records)
    changes.remove(Roster, "block", keys)
    changes.records.extend(_rosters(bearers))


def _resolve_differences(
    store: Store, engine: Engine, work: Work, rosters: Mapping[str, Bearers], changes: Changes
) -> list[tuple[str, ...]]:
    """Add what differs from the rosters; return the groups of which all chains are needed to tell."""
    lacking = []
    group_of = {group[0]: group for group in work.groups}
    for outcome in engine.run(RESOLVE_BLOCK, _partial_blocks(store, work, rosters)):
        if any(isinstance(record, Lacking) for record in outcome.records) or outcome.rejection:
            lacking.append(group_of[outcome.item.key])
            continue
        made = [record for record in outcome.records if isinstance(record, (Entity, Link))]
        bearers = [record for record in outcome.records if isinstance(record, Bearer)]
        changes.records.extend(made)
        _change_rosters(outcome.item.before, bearers, changes)
        articles = {record.article_id for record in made if isinstance(record, Link)}
        changes.records.extend(_stories(store, articles))
    return lacking


def _change_rosters(before: Sequence[Bearer], bearers: Sequence[Bearer], changes: Changes) -> None:
    """Add what differs in the rosters and in what was made of which block."""
    changes.remove(Entity, "id", sorted({old.entity_id for old in before} - {new.entity_id for new in bearers}))
    homes, now = ({(each.block, each.entity_id) for each in side} for side in (before, bearers))
    if gone := sorted(homes - now):
        changes.removals.append(Removal(BlockEntity, ("block", "entity_id"), tuple(gone)))
    changes.records.extend(BlockEntity(*home) for home in sorted(now - homes))
    old, new = _by_block(before), _by_block(bearers)
    changes.remove(Roster, "block", sorted(old.keys() - new.keys()))
    changes.records.extend(Roster(block, dump_text(held)) for block, held in new.items() if old.get(block) != held)


def _rosters(bearers: Iterable[Bearer]) -> Iterator[Roster]:
    yield from (Roster(block, dump_text(held)) for block, held in _by_block(bearers).items())


def _by_block(bearers: Iterable[Bearer]) -> dict[str, list[Bearer]]:
    """Return the bearers of each block in their order."""
    found: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in sorted(bearers, key=lambda bearer: (bearer.block, bearer.number)):
        found[bearer.block].append(bearer)
    return found


def _stories(store: Store, articles: Collection[str]) -> Iterator[Pending]:
    """Yield the work on stories whose articles' entities changed."""
    stories = set(store.values(Membership, "story_id", article_id=articles))
    yield from (Pending(Stage.COMPARE, story) for story in sorted(stories))


def _homes(block: Block, records: Sequence[Any]) -> Iterator[BlockEntity]:
    """Yield of which blocks each entity was made."""
    home = {name: chain.block for chain in block.chains for name in chain.mention_ids}
    held = {(home[record.mention_id], record.entity_id) for record in records if isinstance(record, Link)}
    yield from (BlockEntity(key, entity) for key, entity in sorted(held))


def whole_blocks(store: Store, groups: Sequence[tuple[str, ...]], bench: Bench) -> Iterator[Block]:
    """Yield groups of person blocks with all their chains, as judgements cut them, and the judgements that hold."""
    keys = [key for group in groups for key in group]
    chains: dict[str, list[Chain]] = {key: [] for key in keys}
    for key, data in store.packed(Evidence, "key", "data", stage=Stage.IDENTIFY, key=keys):
        chains[key].extend(bench.cuts.pieces(load_text(Chain, data)))
    known = own_terms(store, keys)
    for group in groups:
        held = tuple(chain for key in group for chain in chains[key])
        own = tuple(dict.fromkeys(term for key in group for term in known.get(key, ())))
        yield Block(group[0], held, own, judged=bench.on(set(group)))


def _partial_blocks(store: Store, work: Work, rosters: Mapping[str, Bearers]) -> Iterator[Block]:
    """Yield the groups with the chains of the blocks that changed, and of the entities that they had a part in."""
    chains: dict[str, list[Chain]] = defaultdict(list)
    wanted: dict[str, set[str]] = {}
    for group in work.groups:
        shared = {bearer.entity_id for key in group if key in work.changed for bearer in rosters.get(key, ())}
        for key in group:
            if key not in work.changed:
                parts = (bearer for bearer in rosters.get(key, ()) if bearer.entity_id in shared)
                wanted[key] = {chain for bearer in parts for chain, _ in bearer.members}
    keys = [key for group in work.groups for key in group if key in work.changed or wanted[key]]
    for key, item, data in store.packed(Evidence, "key", "item", "data", stage=Stage.IDENTIFY, key=keys):
        if key in work.changed or item in wanted[key]:
            chains[key].append(load_text(Chain, data))
    known = own_terms(store, [key for group in work.groups for key in group])
    for group in work.groups:
        held = tuple(chain for key in group for chain in chains[key])
        own = tuple(dict.fromkeys(term for key in group for term in known.get(key, ())))
        before = tuple(bearer for key in group for bearer in rosters.get(key, ()))
        same = tuple(key for key in group if key not in work.changed)
        yield Block(group[0], held, own, before=before, same=same)


def _replace(store: Store, changes: Changes, keys: Sequence[str]) -> None:
    """Take away what the blocks' former entities and links differ in, and note the stories that it concerns.

    Links that stay are not written again: the block of a head of state holds thousands.
    """
    old_entities = sorted({record.entity_id for record in store.select(BlockEntity, block=list(keys))})
    old_links = set(store.rows(Link, "mention_id", "article_id", "entity_id", "score", entity_id=old_entities))
    new_links = {
        (link.mention_id, link.article_id, link.entity_id, link.score): link
        for link in changes.records
        if isinstance(link, Link)
    }
    added = [record for row, record in new_links.items() if row not in old_links]
    gone = [Link(*row) for row in old_links - new_links.keys()]
    changes.records[:] = [record for record in changes.records if not isinstance(record, Link)] + added
    changes.remove(Link, "mention_id", sorted(link.mention_id for link in gone))
    changes.remove(Entity, "id", old_entities)
    changes.remove(BlockEntity, "block", list(keys))
    changes.records.extend(_stories(store, {link.article_id for link in (*added, *gone)}))
