"""The group part of identify: persons whose name block changed are told apart again, other things named again."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from riwaya.engine.contract import Engine
from riwaya.errors import Reason
from riwaya.identify import (
    NAME_THING,
    NameCount,
    Thing,
    is_person_block,
    thing_id,
)
from riwaya.model import Entity, MentionKind, Rejection, Stage
from riwaya.pipeline.judging import Bench, together
from riwaya.pipeline.judging_things import JudgedThings, concerned
from riwaya.pipeline.knowing import own_bodies
from riwaya.pipeline.progress import Progress
from riwaya.pipeline.resolving import Work, resolve_persons
from riwaya.store.contract import Changes, Naming, Pending, Store

_BLOCKS_A_CHANGE = 400
_JUDGEMENT = "judgement "


def identify(store: Store, engine: Engine, progress: Progress) -> None:
    """Resolve every pending block; stories whose articles' entities changed are then to be compared again."""
    pending = dict.fromkeys(store.values(Pending, "key", stage=Stage.IDENTIFY))
    if not pending:
        return
    bench, total = Bench(store), len(pending)
    while pending:
        keys = list(islice(pending, _BLOCKS_A_CHANGE))
        changes = Changes()
        with _without_collecting():
            groups = together(store, keys, bench)
            resolve_persons(store, engine, Work(groups, pending.keys(), bench), changes)
        _name_things(store, engine, [key for key in keys if not is_person_block(key)], bench, changes)
        # Blocks that go with those of this portion were resolved with them, and need not be again.
        keys = list(dict.fromkeys((*keys, *(key for group in groups for key in group if key in pending))))
        changes.run_again(Stage.IDENTIFY, keys)
        changes.done(Stage.IDENTIFY, keys)
        store.apply(changes)
        for key in keys:
            del pending[key]
        progress("names", total - len(pending), total)
    report_judgements(store, bench)


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


def report_judgements(store: Store, bench: Bench) -> None:
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
