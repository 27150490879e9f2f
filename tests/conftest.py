"""What several parts of the tests share: the demo newsroom, read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import settings

from riwaya.config import Config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.ingest import read_sources
from riwaya.pipeline import run
from riwaya.store.sqlite import SQLiteStore, open_store

# No deadlines: a busy machine is no failure. In CI the examples are always the same, so a failure is the change's.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

DEMO = Path(str(files("riwaya"))) / "resources" / "demo"


def add_to(path: Path, *sources: Path, config: Config | None = None) -> None:
    """Add sources to a store in this process."""
    config = config or Config()
    store, engine = open_store(path, write=True), LocalEngine(LocalConfig(workers=1))
    try:
        run(store, engine, read_sources([str(source) for source in sources], config.ingest), config=config)
    finally:
        engine.close()
        store.close()


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a store that holds the demo newsroom; not to be written."""
    path = tmp_path_factory.mktemp("demo") / "demo.riwaya"
    add_to(path, DEMO)
    return path


@pytest.fixture
def demo_store(demo_path: Path) -> Iterator[SQLiteStore]:
    """The demo newsroom, opened for reading."""
    store = open_store(demo_path)
    yield store
    store.close()
