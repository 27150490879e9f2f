"""The documents against the code."""

from __future__ import annotations

import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from riwaya.cli.commands import app

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])


def test_the_reference_is_what_the_code_makes() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_reference.py"))["pages"]()
    for name, text in made.items():
        assert (ROOT / "docs" / "reference" / name).read_text("utf-8") == text, "run docs/make_reference.py"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_shown_exists_with_its_options(document: Path) -> None:
    group = typer.main.get_command(app)
    for line in re.findall(r"^ {4}(?:\$ )?(riwaya .*)$", document.read_text("utf-8"), re.MULTILINE):
        words = shlex.split(line)
        command = group.commands[words[1]]
        if hasattr(command, "commands"):
            command = command.commands[words[2]]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        used = {word.partition("=")[0] for word in words[2:] if word.startswith("-") and word != "-"}
        assert used <= known, line


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
        assert (document.parent / target).exists(), target


def test_the_contributing_page_lists_what_ci_runs() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
    for command in re.findall(r"^ {4}(.+)$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE):
        assert f"$(BIN)/{command}" in makefile


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_on_the_demo_works(document: Path, demo_path: Path, tmp_path: Path) -> None:
    for line in re.findall(r"^ {4}(riwaya .*demo-out/demo\.riwaya)$", document.read_text("utf-8"), re.MULTILINE):
        words = [str(demo_path) if word == "demo-out/demo.riwaya" else word for word in shlex.split(line)[1:]]
        command = [sys.executable, "-m", "riwaya.cli", *words]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, (line, done.stderr.decode())
