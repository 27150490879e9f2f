"""The local engine: a pool of processes, bounded work in flight, results in order.

A few items are run in this process, since starting workers costs more than they save. A worker that dies (out of
memory, a crash in a parser) takes the items in flight with it: they are run again one at a time, each in a worker of
its own, and the one that kills its worker is rejected.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

from riwaya.engine.contract import Outcome, run_item
from riwaya.engine.garbage import collect_seldom
from riwaya.errors import Reason
from riwaya.model import Rejection
from riwaya.stage import StageDefinition

Item = TypeVar("Item")
Record = TypeVar("Record")

_LARGE_AHEAD = 2

_Result = tuple[tuple[Any, ...], Rejection | None]


@dataclass(frozen=True, slots=True)
class LocalConfig:
    """How the local engine works.

    Attributes:
        workers: processes; 1 runs everything in this process.
        chunk: items handed over at a time.
        ahead: chunks in flight for each worker; bounds memory.
        serial_below: up to so many items are run in this process.
        item_seconds: an item that takes longer is rejected.
    """

    workers: int = 2
    chunk: int = 16
    ahead: int = 3
    serial_below: int = 64
    item_seconds: float = 120.0


class LocalEngine:
    """An `Engine` on this machine's processors."""

    def __init__(self, config: LocalConfig | None = None) -> None:
        self._config = config or LocalConfig()
        self._pool: ProcessPoolExecutor | None = None

    def run(self, stage: StageDefinition[Item, Record], items: Iterable[Item]) -> Iterator[Outcome[Item, Record]]:
        """Yield the outcome of every item, in the order of the items."""
        source = iter(items)
        first = list(islice(source, self._config.serial_below + 1))
        if self._config.workers < 2 or len(first) <= self._config.serial_below:
            for item in chain(first, source):
                records, rejection = run_item(stage, item, self._config.item_seconds)
                yield Outcome(item, records, rejection)
            return
        yield from self._run_pool(stage, chain(first, source))

    def _run_pool(self, stage: StageDefinition[Item, Record], items: Iterator[Item]) -> Iterator[Outcome[Item, Record]]:
        flying: deque[tuple[list[Item], Future[list[_Result]]]] = deque()
        limit = self._config.workers * (_LARGE_AHEAD if stage.large else max(1, self._config.ahead))
        size = 1 if stage.large else max(1, self._config.chunk)
        while True:
            while len(flying) < limit and (chunk := list(islice(items, size))):
                flying.append((chunk, self._submit(stage, chunk)))
            if not flying:
                return
            chunk, future = flying.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                self.close()
                broken = [chunk, *(waiting for waiting, _ in flying)]
                flying.clear()
                for waiting in broken:
                    yield from self._run_alone(stage, waiting)
                continue
            for item, (records, rejection) in zip(chunk, results, strict=True):
                yield Outcome(item, records, rejection)

    def _submit(self, stage: StageDefinition[Item, Record], chunk: list[Item]) -> Future[list[_Result]]:
        try:
            with _signals_held():
                return self._workers().submit(_run_chunk, stage, chunk, self._config.item_seconds)
        except BrokenProcessPool as broken:
            # The pool may break between two submissions; the chunk then counts among those in flight.
            failed: Future[list[_Result]] = Future()
            failed.set_exception(broken)
            return failed

    def _run_alone(self, stage: StageDefinition[Item, Record], items: list[Item]) -> Iterator[Outcome[Item, Record]]:
        for item in items:
            try:
                records, rejection = (
                    self._workers().submit(_run_chunk, stage, [item], self._config.item_seconds).result()[0]
                )
            except BrokenProcessPool:
                self.close()
                records = ()
                rejection = Rejection(stage.name_item(item), stage.name, Reason.WORKER_DIED, "the worker process died")
            yield Outcome(item, records, rejection)

    def _workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Spawned, not forked: parsers and databases loaded here may hold threads.
            self._pool = ProcessPoolExecutor(
                self._config.workers, mp_context=get_context("spawn"), initializer=_begin_worker
            )
        return self._pool

    def close(self) -> None:
        """Release the workers; chunks not begun are dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _run_chunk(stage: StageDefinition[Any, Any], chunk: list[Any], seconds: float) -> list[_Result]:
    return [run_item(stage, item, seconds) for item in chunk]


@contextmanager
def _signals_held() -> Iterator[None]:
    """Hold interrupts back while workers may be starting: they inherit it, and would print how they died."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker() -> None:
    # Ctrl-C reaches the whole process group; only the main process decides how to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()  # a spawned process knows nothing of how its parent was set
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the main process is gone: killed, it leaves its workers waiting for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
