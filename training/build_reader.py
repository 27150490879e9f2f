"""Everything from the pretrained encoder to the shipped weights, those of the merging included, step after step.

    python -m training.build_reader --out OUT

A step whose result lies in OUT is not done again; a stopped training goes on where it was. The figures of the
held-out parts are printed once, at the end, for the exported model. With `--share .01` every step is gone through with
a hundredth of the text, to see that all of them run: its model is worthless, so do that in a clone to throw away.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from training.corpora import SHARED

from riwaya.annotate.reader import installed_folder

_SHIPPED = installed_folder()


def steps(options: argparse.Namespace) -> list[tuple[Path, list[str]]]:
    """Return (what a step makes, its module and arguments) in order."""
    out: Path = options.out
    data = ["--shared", str(options.shared), "--gold", str(options.gold)]
    machine = [*data, "--threads", str(options.threads)]
    trained = [*machine, "--share", str(options.share)]
    common = [*trained, "--out", str(out)]
    passages, articles = (str(round(options.share * number)) for number in (12000, 11000))
    taught = ["--rate", "1.5e-4", "--silver", passages, "--teacher", str(out / "teacher.pt")]
    both = [*taught, str(out / "student.pt"), "--epochs", "4", "--seed", "2"]
    train, mean = "training.train_reader", "training.mean_weights"
    # Two further trainings, each from what stands before it; the mean of their weights is shipped.
    first, second, begun, third, reader = (
        out / "reader.pt", out / "second/reader.pt", out / "begun.pt", out / "third/reader.pt", out / "third/mean.pt"
    )  # fmt: skip
    further = [train, "reader", "--layers", "12", "--epochs", "3", *trained, "--silver", passages]
    again = [*further, "--rate", "1e-4", "--start", str(first), "--seed", "2"]
    last = [*further, "--rate", "1.2e-4", "--start", str(begun), "--seed", "7"]
    teachers = ["--teacher", str(out / "teacher.pt"), str(out / "student.pt")]
    readers = ["--teacher", str(first), str(second)]
    # What they read together with the rules teaches once more, a head for whole names with it.
    agreed, fourth, last_mean = out / "agreed.pt", out / "fourth/reader.pt", out / "fourth/mean.pt"
    own = ["--rate", "1e-4", "--start", str(reader), "--agreed", str(agreed), "--seed", "29", "--vary", "0.35"]
    lastly = [train, "reader", "--layers", "12", "--epochs", "2", *own, *trained]
    return [
        (out / "teacher.done", [train, "teacher", "--layers", "12", "--epochs", "5", *common]),
        (out / "student.done", [train, "student", "--layers", "9", *taught, "--epochs", "3", *common]),
        (out / "reader.done", [train, "reader", "--layers", "12", *both, *common]),
        (out / "second.done", [*again, *teachers, "--out", str(second.parent)]),
        (begun, [mean, str(first), str(second), "-o", str(begun)]),
        (out / "third.done", [*last, *readers, "--out", str(third.parent)]),
        (reader, [mean, str(third), str(second), "-o", str(reader)]),  # beside the last one's words and tokenizer
        *_shipping(reader, out / "before", data),
        (agreed, ["training.agreement", "--out", str(agreed), "--articles", articles, *machine]),
        (out / "fourth.done", [*lastly, "--out", str(fourth.parent)]),
        (last_mean, [mean, str(fourth), str(reader), "-o", str(last_mean)]),
        *_shipping(last_mean, out / "last", data),
        (out / "statements.done", ["training.fit_statements", "--plot", str(_SHIPPED / "statements.svg"), *data]),
    ]


def _shipping(weights: Path, out: Path, data: list[str]) -> list[tuple[Path, list[str]]]:
    """Return the steps from weights to a network in the package that is merged with the rules."""
    temperatures, export = out.with_name(f"{out.name}.temperatures.json"), out.with_name(f"{out.name}.export")
    exported = ["training.export_reader", str(weights), "--to", str(export), "--temperatures", str(temperatures)]
    return [
        (temperatures, ["training.calibrate", str(weights), "-o", str(temperatures), *data]),
        (export / "reader.onnx", exported),
        (out.with_name(f"{out.name}.shipped.done"), ["training.ship_reader", str(export)]),
        (
            out.with_name(f"{out.name}.mentions.done"),
            ["training.fit_merging", "--plot", str(_SHIPPED / "names.svg"), *data],
        ),
    ]


def main() -> int:
    """Do what is not done yet, then measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="a folder outside the repository")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="of the text to learn from")
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
