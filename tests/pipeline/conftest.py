from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.store.sqlite import SQLiteStore, open_store


@pytest.fixture
def store(demo_path: Path, tmp_path: Path) -> Iterator[SQLiteStore]:
    """A copy of the demo newsroom's store, to be judged."""
    path = tmp_path / "judged.riwaya"
    shutil.copy(demo_path, path)
    opened = open_store(path, write=True)
    yield opened
    opened.close()
