"""One contract for all engines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.errors import BadItem, Reason
from riwaya.model import Stage
from riwaya.stage import StageDefinition


def square(item: int) -> Iterable[int]:
    if item == 13:
        raise BadItem("13", Reason.EMPTY, "unlucky")
    if item == -1:
        raise ZeroDivisionError("a bug")
    if item == -5:
        while True:
            item -= 1
    if item == -9:
        os._exit(9)
    return (item * item,)


STAGE: StageDefinition[int, int] = StageDefinition(
    name=Stage.EXTRACT, version=1, kind="map", requires=(int,), adds=(int,), run=square, name_item=str
)


@pytest.fixture(params=["serial", "pool"])
def engine(request: pytest.FixtureRequest) -> Iterator[LocalEngine]:
    workers = 1 if request.param == "serial" else 2
    engine = LocalEngine(LocalConfig(workers=workers, chunk=4, serial_below=2))
    yield engine
    engine.close()


def test_outcomes_come_in_the_order_of_the_items_with_rejections_beside_records(engine: LocalEngine) -> None:
    outcomes = list(engine.run(STAGE, range(40)))
    assert [outcome.item for outcome in outcomes] == list(range(40))
    assert [outcome.records for outcome in outcomes if not outcome.rejection][-1] == (39 * 39,)
    rejected = [outcome.rejection for outcome in outcomes if outcome.rejection]
    assert [(r.item, r.stage, r.reason) for r in rejected] == [("13", Stage.EXTRACT, Reason.EMPTY)]


def test_a_bug_raises_and_names_stage_and_item(engine: LocalEngine) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        list(engine.run(STAGE, [1, 2, 3, 4, -1]))
    assert "item -1" in "".join(raised.value.__notes__)


def test_a_worker_that_dies_costs_its_own_item_only() -> None:
    engine = LocalEngine(LocalConfig(workers=2, chunk=4, serial_below=2))
    outcomes = list(engine.run(STAGE, [*range(10), -9, *range(20, 30)]))
    engine.close()
    assert [outcome.item for outcome in outcomes] == [*range(10), -9, *range(20, 30)]
    dead = [outcome.rejection for outcome in outcomes if outcome.rejection]
    assert [(r.item, r.reason) for r in dead] == [("-9", Reason.WORKER_DIED)]


def test_large_items_are_read_only_a_few_ahead() -> None:
    read = 0

    def source() -> Iterator[int]:
        nonlocal read
        for number in range(100, 200):
            read += 1
            yield number

    engine = LocalEngine(LocalConfig(workers=2, chunk=16, ahead=3, serial_below=2))
    running = engine.run(replace(STAGE, large=True), source())
    next(running)
    assert read <= 3 + 2 * 2 + 1
    running.close()
    engine.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_takes_too_long_is_rejected_and_the_others_go_on(workers: int) -> None:
    engine = LocalEngine(LocalConfig(workers=workers, chunk=4, serial_below=2, item_seconds=0.3))
    outcomes = list(engine.run(STAGE, [1, 2, -5, 3, 4]))
    engine.close()
    assert [outcome.records for outcome in outcomes] == [(1,), (4,), (), (9,), (16,)]
    assert [(r.item, r.reason) for o in outcomes if (r := o.rejection)] == [("-5", Reason.TOO_SLOW)]


def test_the_source_is_read_only_as_far_ahead_as_the_work_in_flight_allows() -> None:
    read = 0

    def source() -> Iterator[int]:
        nonlocal read
        for number in range(100, 1100):
            read += 1
            yield number

    engine = LocalEngine(LocalConfig(workers=2, chunk=4, ahead=2, serial_below=2))
    running = engine.run(STAGE, source())
    next(running)
    assert read <= 3 + 4 * 2 * 2 + 4
    running.close()
    engine.close()
