"""What a stage is: a pure function of its items and its frozen config, with what it requires and adds declared.

Two kinds, so that one definition runs on every engine: a `map` stage takes one item, a `group` stage takes
all items under one key (a name block, a time window, a story). Either way an engine hands it one value and
gets records; a `BadItem` raised on the way becomes a Rejection, in the engine and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from riwaya.model import Stage

Item = TypeVar("Item")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class StageDefinition(Generic[Item, Record]):
    """One stage.

    Attributes:
        name: its name.
        version: raised whenever the same item may give other records; the pipeline then runs it again.
        kind: map or group.
        requires: record types that must exist before it runs.
        adds: record types that it adds.
        run: picklable, pure: one item (or one group) in, records out; raises BadItem for an unusable one.
        name_item: what to call the item in a rejection or a crash report.
        large: an item may be many articles; engines hand such items over one at a time, to bound memory.
    """

    name: Stage
    version: int | str
    kind: Literal["map", "group"]
    requires: tuple[type, ...]
    adds: tuple[type, ...]
    run: Callable[[Item], Iterable[Record]]
    name_item: Callable[[Item], str]
    large: bool = False
