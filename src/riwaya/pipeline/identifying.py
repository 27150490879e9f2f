"""The group part of identify: persons whose name block changed are told apart again, other things named again."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from riwaya.engine.contract import Engine
from riwaya.errors import Reason
from riwaya.identify import (
    NAME_THING,
    RESOLVE_BLOCK,
    Block,
    Chain,
    NameCount,
    Thing,
    is_person_block,
    thing_id,
)
from riwaya.model import Entity, Link, MentionKind, Rejection, Stage
from riwaya.model.schema import load_text
from riwaya.pipeline.judging import Bench, together
from riwaya.pipeline.judging_things import JudgedThings, concerned
from riwaya.pipeline.knowing import own_bodies, own_terms
from riwaya.pipeline.progress import Progress
from riwaya.store.contract import BlockEntity, Changes, Evidence, Membership, Naming, Pending, Store

_BLOCKS_A_CHANGE = 400
_JUDGEMENT = "judgement "


def identify(store: Store, engine: Engine, progress: Progress) -> None:
    """Resolve every pending block; stories whose articles' entities changed are then to be compared again."""
    total = store.count(Pending, stage=Stage.IDENTIFY)
    done = 0
    bench = Bench(store) if total else None
    for keys in pending_portions(store, Stage.IDENTIFY, _BLOCKS_A_CHANGE):
        assert bench is not None
        changes = Changes()
        with _without_collecting():
            _resolve_persons(store, engine, together(store, keys, bench), bench, changes)
        _name_things(store, engine, [key for key in keys if not is_person_block(key)], bench, changes)
        changes.run_again(Stage.IDENTIFY, keys)
        changes.done(Stage.IDENTIFY, keys)
        store.apply(changes)
        done += len(keys)
        progress("names", done, total)
    if bench is not None:
        _report(store, bench)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Put the search for cyclic garbage off: tens of thousands of chains and links at a time, and no cycles in them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _report(store: Store, bench: Bench) -> None:
    """Say which judgements cannot be applied, and why; what was said before goes."""
    said = [item for item in store.values(Rejection, "item", stage=Stage.IDENTIFY) if item.startswith(_JUDGEMENT)]
    changes = Changes()
    changes.run_again(Stage.IDENTIFY, sorted(set(said)))
    for identity, trouble in sorted(bench.settlement.troubled.items()):
        changes.records.append(Rejection(_JUDGEMENT + identity, Stage.IDENTIFY, Reason.UNSETTLED, trouble))
    if said or changes.records:
        store.apply(changes)


def pending_portions(store: Store, stage: Stage, size: int) -> Iterator[list[str]]:
    """Yield the keys pending for a stage, `size` at a time; each portion must be done before the next is asked."""
    keys = list(store.values(Pending, "key", stage=stage))
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def _name_things(store: Store, engine: Engine, keys: Sequence[str], bench: Bench, changes: Changes) -> None:
    """Add the entities of blocks that hold no persons; one that no article names any more goes."""
    judged = concerned(store, keys, bench.things) if keys else set()
    plain = [key for key in keys if key not in judged]
    changes.remove(Entity, "id", [thing_id(key) for key in plain])
    things = list(_things(store, plain))
    if judged:
        made = JudgedThings(store, judged, bench.things)
        made.move(changes)
        things += made.things(own_bodies(store, sorted(judged)))
    for outcome in engine.run(NAME_THING, things):
        changes.records.extend(outcome.kept)


def _things(store: Store, keys: Sequence[str]) -> Iterator[Thing]:
    names: dict[str, list[NameCount]] = defaultdict(list)
    for block, kind, form, count in store.totals(Naming, ("block", "kind", "form"), "count", block=list(keys)):
        names[block].append(NameCount(MentionKind(kind), form, count))
    own = own_bodies(store, keys)
    for key in keys:
        yield Thing(key, tuple(names[key]), own.get(key))


def _resolve_persons(
    store: Store, engine: Engine, groups: Sequence[tuple[str, ...]], bench: Bench, changes: Changes
) -> None:
    resolved = Changes()
    for outcome in engine.run(RESOLVE_BLOCK, _blocks(store, groups, bench)):
        resolved.records.extend(outcome.kept)
        resolved.records.extend(_homes(outcome.item, outcome.records))
    _replace(store, resolved, [key for group in groups for key in group])
    changes.removals.extend(resolved.removals)
    changes.records.extend(resolved.records)


def _homes(block: Block, records: Sequence[Entity | Link]) -> Iterator[BlockEntity]:
    """Yield of which blocks each entity was made."""
    home = {name: chain.block for chain in block.chains for name in chain.mention_ids}
    held = {(home[record.mention_id], record.entity_id) for record in records if isinstance(record, Link)}
    yield from (BlockEntity(key, entity) for key, entity in sorted(held))


def _blocks(store: Store, groups: Sequence[tuple[str, ...]], bench: Bench) -> Iterator[Block]:
    keys = [key for group in groups for key in group]
    chains: dict[str, list[Chain]] = {key: [] for key in keys}
    for key, data in store.rows(Evidence, "key", "data", stage=Stage.IDENTIFY, key=keys):
        chains[key].append(load_text(Chain, data))
    known = own_terms(store, keys)
    for group in groups:
        held = tuple(chain for key in group for chain in chains[key])
        own = tuple(dict.fromkeys(term for key in group for term in known.get(key, ())))
        yield Block(group[0], held, own, judged=bench.on(set(group)))


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
    stories = set(store.values(Membership, "story_id", article_id={link.article_id for link in (*added, *gone)}))
    changes.records.extend(Pending(Stage.COMPARE, story) for story in sorted(stories))
