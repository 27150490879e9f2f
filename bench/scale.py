"""Speed, memory and growth on many articles; one page more in a large store; start-up; size of the install."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from bench.data import ANT, present, read_lines
from bench.measure import Run, run_riwaya

SIZES = (1_000, 5_000, 25_822)
ROOT = Path(__file__).resolve().parents[1]


def run() -> None:
    """Print the figures of scale."""
    print("scale (two workers)")
    if not present(ANT):
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = sorted(read_lines(ANT), key=lambda row: (row["date"], row["docno"]))
        runs = {size: _add(folder, rows[:size], size) for size in SIZES}
        for size, done in runs.items():
            _show("rules", size, done)
        _show("neural", SIZES[0], _add(folder, rows[: SIZES[0]], SIZES[0], reader="neural"))
        small, large = SIZES[0], SIZES[-1]
        exponent = math.log(runs[large].seconds / runs[small].seconds) / math.log(large / small)
        print(f"  time grows as n^{exponent:.2f} from {small} to {large}")
        print(f"  store: {(folder / f'rules-{large}.riwaya').stat().st_size / 2**20:.0f} MB")
        page = folder / "one.txt"
        page.write_text(_one_page(rows), encoding="utf-8")
        more = run_riwaya("add", page, "--store", folder / f"rules-{large}.riwaya", "--reader", "rules", "--json")
        print(f"  one page more in the store of {large}: {more.seconds:.2f} s ({more.output.split()!s:.60})")


def _show(reader: str, size: int, done: Run) -> None:
    print(
        f"  {size:6} articles, {reader}: {done.seconds:7.1f} s, {size / done.seconds:5.1f} articles/s, "
        f"peak {done.peak / 2**20:5.0f} MB, status {done.status}"
    )


def _add(folder: Path, rows: list[dict[str, object]], size: int, *, reader: str = "rules") -> Run:
    lines, store = folder / f"{size}.jsonl", folder / f"{reader}-{size}.riwaya"
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return run_riwaya("add", lines, "--store", store, "--workers", "2", "--reader", reader, "--json")


def _one_page(rows: list[dict[str, object]]) -> str:
    """Return a page that touches a story already there: another wording of nothing, a copy of a late article."""
    row = rows[len(rows) // 2]
    return f"{row['title']}\n\nالوسيلة المضافة | {row['date']}\n\n{row['text']}\n"


def startup() -> None:
    """Print how long `riwaya --help` takes."""
    print("start-up")
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "riwaya.cli", "--help"], capture_output=True, check=True)
        seconds.append(time.perf_counter() - start)
    print(f"  riwaya --help: {sorted(seconds)[2]:.2f} s (median of 5)")


def install() -> None:
    """Print the size of a core install in an environment of its own."""
    print("install")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "environment"
        venv.create(folder, with_pip=True)
        before = _size(folder)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", ROOT]
        subprocess.run([str(part) for part in pip], check=True, stderr=subprocess.DEVNULL)
        print(f"  core install: {(_size(folder) - before) / 2**20:.0f} MB (without pip itself)")


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
