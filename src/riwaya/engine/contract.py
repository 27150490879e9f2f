"""What every engine offers: run one stage over any number of items, in order, with rejections beside records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from riwaya.errors import BadItem
from riwaya.model import Rejection
from riwaya.stage import StageDefinition

Item = TypeVar("Item")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Record]):
    """What became of one item: its records, or why there are none."""

    item: Item
    records: tuple[Record, ...]
    rejection: Rejection | None


class Engine(Protocol):
    """Runs stages; knows none."""

    def run(self, stage: StageDefinition[Item, Record], items: Iterable[Item]) -> Iterator[Outcome[Item, Record]]:
        """Yield the outcome of every item, in the order of the items."""

    def close(self) -> None:
        """Release workers."""


def run_item(stage: StageDefinition[Item, Record], item: Item) -> tuple[tuple[Record, ...], Rejection | None]:
    """Run a stage on one item; the only place where a BadItem becomes a Rejection. A bug passes through."""
    try:
        return tuple(stage.run(item)), None
    except BadItem as bad:
        return (), Rejection(bad.item, stage.name, bad.reason, bad.detail)
    except Exception as error:
        error.add_note(f"stage {stage.name.value}, item {stage.name_item(item)}")
        raise
