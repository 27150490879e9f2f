"""`--reader`: a wrong name is a wrong call; a missing model is one line that says which file and what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import DEMO
from riwaya.annotate.reader import is_installed
from riwaya.cli.adding import load_settings


def _add(store: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "riwaya.cli", "add", str(DEMO / "hasad"), "--store", str(store), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_an_unknown_reader_is_a_wrong_call(tmp_path: Path) -> None:
    store = tmp_path / "a.riwaya"
    outcome = _add(store, "--reader", "magic")
    assert outcome.returncode == 2
    assert outcome.stderr == "riwaya: there is no reader magic; there are auto, neural, rules\n"
    assert not store.exists()


def test_the_rules_need_no_model(tmp_path: Path) -> None:
    outcome = _add(tmp_path / "a.riwaya", "--reader", "rules")
    assert outcome.returncode == 0
    assert outcome.stdout


def test_a_missing_model_is_one_line(tmp_path: Path) -> None:
    if is_installed():
        pytest.skip("a model is installed")
    outcome = _add(tmp_path / "a.riwaya", "--reader", "neural")
    assert outcome.returncode == 1
    assert outcome.stderr.count("\n") == 1
    assert "is missing; restore it" in outcome.stderr
    assert not (tmp_path / "a.riwaya").exists()


def test_reading_without_the_trained_reader_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("riwaya.annotate.is_installed", lambda: False)
    load_settings(None)
    assert "not installed" in capsys.readouterr().err
    load_settings(None, reader="rules")
    assert capsys.readouterr().err == ""
