"""What every engine offers: run one stage over any number of items, in order, with rejections beside records."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Generic, Protocol, TypeVar

from riwaya.errors import BadItem, Reason
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

    @property
    def kept(self) -> tuple[Record | Rejection, ...]:
        """The records, and the rejection if there is one: all that is to be stored."""
        return (*self.records, self.rejection) if self.rejection else self.records


class Engine(Protocol):
    """Runs stages; knows none."""

    def run(self, stage: StageDefinition[Item, Record], items: Iterable[Item]) -> Iterator[Outcome[Item, Record]]:
        """Yield the outcome of every item, in the order of the items."""

    def close(self) -> None:
        """Release workers."""


def run_item(
    stage: StageDefinition[Item, Record], item: Item, seconds: float
) -> tuple[tuple[Record, ...], Rejection | None]:
    """Run a stage on one item; the only place where a BadItem becomes a Rejection. A bug passes through.

    An item that takes longer than `seconds` is rejected: one page must not hold up all the others.
    """
    try:
        with _time_limit(seconds):
            return tuple(stage.run(item)), None
    except BadItem as bad:
        return (), Rejection(bad.item, stage.name, bad.reason, bad.detail)
    except _OutOfTime:
        detail = f"not done after {seconds:g} seconds"
        return (), Rejection(stage.name_item(item), stage.name, Reason.TOO_SLOW, detail)
    except Exception as error:
        error.add_note(f"stage {stage.name.value}, item {stage.name_item(item)}")
        raise


class _OutOfTime(BaseException):
    """Raised inside a stage whose time is up; no stage may catch it."""


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise `_OutOfTime` in the block after so many seconds, where the system and the thread allow an alarm."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
