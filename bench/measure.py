"""Running the program as a user does, with the time and the memory of all its processes."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One finished command: wall seconds, peak of the summed resident memory (bytes), status, standard output."""

    seconds: float
    peak: int
    status: int
    output: str


def run_riwaya(*arguments: str | Path) -> Run:
    """Run `riwaya` in a process of its own and watch it and its workers."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "riwaya.cli", *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )
    peak = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.2):
            peak = max(peak, _resident(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    output, _ = process.communicate()
    done.set()
    watcher.join()
    return Run(time.perf_counter() - start, peak, process.returncode, output)


def _resident(root: int) -> int:
    """Return the proportional set size of a process and all below it: shared pages count once."""
    total = 0
    waiting = [root]
    while waiting:
        process = waiting.pop()
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
            for task in Path(f"/proc/{process}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
        except (OSError, StopIteration):
            continue
    return total
