"""Quality on annotated data: the gates under tests/gates, with the figures that they print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run() -> None:
    """Print every gate's figures."""
    print("quality (each figure by its gate; a gate without its data is skipped)")
    command = [sys.executable, "-m", "pytest", "tests/gates", "-q", "-s", "-rs", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print("\n".join(f"  {line}" for line in done.stdout.splitlines() if line.strip(" .s")))
