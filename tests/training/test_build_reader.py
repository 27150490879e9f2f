"""The one command that makes the shipped weights: every step finds what it needs among what was made before it."""

from __future__ import annotations

from argparse import Namespace
from itertools import pairwise
from pathlib import Path

from training.build_reader import steps

OUT = Path("out")


def options(share: float = 1.0) -> Namespace:
    """Return the settings of a run."""
    return Namespace(out=OUT, shared=Path("shared"), gold=Path("gold"), threads=2, share=share)


def test_every_step_reads_only_what_an_earlier_step_makes() -> None:
    made: set[Path] = {OUT}
    for result, command in steps(options()):
        targets = {Path(value) for flag, value in pairwise(command) if flag in ("--out", "-o", "--to")}
        used = {Path(argument) for argument in command if argument.startswith("out/")} - targets
        assert used <= made, command
        # A training writes its weights, named by its second word, into the folder of --out.
        made |= {result, *targets, *(target / f"{command[1]}.pt" for target in targets)}


def test_the_weights_that_are_exported_are_the_mean_of_the_last_two_trainings() -> None:
    commands = [command for _, command in steps(options())]
    exports = [command for command in commands if command[0] == "training.export_reader"]
    means = [command for command in commands if command[0] == "training.mean_weights"]
    assert [export[1] for export in exports] == [mean[-1] for mean in means[-2:]]


def test_a_share_of_the_text_is_a_share_of_each_kind_of_it() -> None:
    def told(share: float) -> list[tuple[str, float]]:
        commands = [command for _, command in steps(options(share))]
        sizes = ("--silver", "--articles", "--share")
        return [(flag, float(value)) for command in commands for flag, value in pairwise(command) if flag in sizes]

    assert {flag for flag, _ in told(1.0)} == {"--silver", "--articles", "--share"}
    assert told(0.01) == [(flag, value / 100) for flag, value in told(1.0)]
