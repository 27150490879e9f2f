"""Everything from the pretrained encoder to the shipped weights, one step after the other.

    python -m training.build_reader --out OUT

A step whose result lies in OUT is not done again; a stopped training goes on where it was. The figures of the
held-out parts are printed once, at the end, for the exported model.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from training.corpora import SHARED

_SHIPPED = Path("src/riwaya/models/reader")


def steps(options: argparse.Namespace) -> list[tuple[Path, list[str]]]:
    """Return (what a step makes, its module and arguments) in order."""
    out: Path = options.out
    data = ["--shared", str(options.shared), "--gold", str(options.gold)]
    common = [*data, "--out", str(out), "--threads", str(options.threads)]
    silver = ["--epochs", "3", "--rate", "1.5e-4", "--silver", "6000", "--teacher", str(out / "teacher.pt")]
    student, temperatures = out / "student.pt", out / "temperatures.json"
    return [
        (out / "teacher.done", ["training.train_reader", "teacher", "--layers", "12", "--epochs", "6", *common]),
        (
            out / "student.done",
            ["training.train_reader", "student", "--layers", "9", *silver, *common],
        ),
        (temperatures, ["training.calibrate", str(student), "-o", str(temperatures), *data]),
        (
            _SHIPPED / "reader.onnx",
            ["training.export_reader", str(student), "--to", str(_SHIPPED), "--temperatures", str(temperatures)],
        ),
    ]


def main() -> int:
    """Do what is not done yet, then measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="a folder outside the repository")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for made, command in steps(options):
        if not made.exists():
            subprocess.run([sys.executable, "-m", *command], check=True)
            if made.suffix == ".done":
                made.touch()
    data = ["--shared", str(options.shared), "--gold", str(options.gold)]
    measured = [str(_SHIPPED / "reader.onnx"), "--part", "test", *data]
    subprocess.run([sys.executable, "-m", "training.evaluate_reader", *measured], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
