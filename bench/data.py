"""Where the data beside the project is, and what is done without it."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
ANT = SHARED / "data" / "ant" / "ant_2018_02_07.jsonl.xz"
SEEDS = SHARED / "seeds"
GOLD = SHARED / "gold"


def present(*paths: Path) -> bool:
    """Return whether all paths exist, saying which do not."""
    missing = [path.name for path in paths if not path.exists()]
    if missing:
        print(f"  skipped: {', '.join(missing)} is not beside the project")
    return not missing


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON lines file, compressed or not."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)
