"""Measuring against annotated articles, as a user does it."""

from __future__ import annotations

import hashlib
import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from cli.test_commands import riwaya
from riwaya.search.sureness import DEFAULT_SCORE

TEXT = "قال الوزير إن الجسر آمن تماما. وأكدت النائبة ريما الحداد أن المياه تكفي المدينة. ونفت الشركة ذلك."


def _said(content: str, cue: str, speaker: str) -> dict[str, Any]:
    return {"content": content, "cue": cue, "speaker": speaker, "via": [], "mode": "indirect", "nth": None}


def _gold(path: Path, *lines: str) -> Path:
    record = {
        "docno": "a", "src": "المدى", "date": "2025-03-01", "text": TEXT,
        "statements": [_said("الجسر آمن تماما", "قال", "الوزير"), _said("المياه تكفي المدينة", "أكدت", "هالة")],
    }  # fmt: skip
    path.write_text("\n".join([json.dumps(record, ensure_ascii=False), *lines]) + "\n", encoding="utf-8")
    return path


def test_figures_are_printed_over_all_by_mode_and_by_outlet(tmp_path: Path) -> None:
    done = riwaya("evaluate", "statements", _gold(tmp_path / "gold.jsonl"), "--reader", "rules")
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert shown.startswith("1 articles, 2 statements in the gold")
    shown_by_default = f"from {DEFAULT_SCORE:g} on (what is shown by default)"
    for words in ("detection", "content by mode", "content by outlet", "المدى", shown_by_default):
        assert words in shown


def test_a_bad_line_is_named_with_its_number_and_the_others_count(tmp_path: Path) -> None:
    bad = json.dumps({"docno": "b", "text": "نص", "statements": [_said("غائب", "قال", "x")]})
    path = _gold(tmp_path / "gold.jsonl", "{", bad)
    with path.open("ab") as stream:
        stream.write(b"\xff\xfe\n")
    done = riwaya("evaluate", "statements", path, "--reader", "rules", "--json")
    assert done.returncode == 0
    lines = done.stderr.decode().splitlines()
    assert [line.split(":")[1] for line in lines] == ["2", "3", "4"]
    assert "b: the content «غائب» does not stand in the text" in lines[1]
    figures = json.loads(done.stdout)
    assert figures["by_score"]["0"]["content"] == figures["all"]["content"]
    assert figures["by_outlet"]["المدى"]["by_mode"] == figures["by_mode"]
    assert (figures["articles"], figures["bad_lines"], figures["all"]["gold"]) == (1, 3, 2)


def test_differences_are_listed_beside_their_text(tmp_path: Path) -> None:
    path, listed, rows = _gold(tmp_path / "gold.jsonl"), tmp_path / "list.txt", tmp_path / "list.jsonl"
    shown = riwaya("evaluate", "statements", path, "--reader", "rules", "--show", "--errors", listed).stdout.decode()
    assert "speaker  a  المدى" in shown
    assert "⟦المياه تكفي المدينة⟧" in listed.read_text("utf-8")
    riwaya("evaluate", "statements", path, "--reader", "rules", "--errors", rows)
    kinds = [json.loads(line)["kind"] for line in rows.read_text("utf-8").splitlines()]
    assert "speaker" in kinds


def test_offsets_are_read_with_their_texts(tmp_path: Path) -> None:
    start = TEXT.index("الجسر")
    record = {
        "docno": "a", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "notes": {},
        "spans": [[0, 3, "CUE", "x"], [4, 10, "SPK", "x"], [start, start + 15, "CNT", "x"]],
    }  # fmt: skip
    gold = tmp_path / "offsets.jsonl"
    gold.write_text(json.dumps(record), encoding="utf-8")
    with lzma.open(tmp_path / "texts.jsonl.xz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps({"docno": "a", "text": TEXT, "src": "المدى"}))
    done = riwaya("evaluate", "statements", gold, "--texts", tmp_path / "texts.jsonl.xz", "--reader", "rules", "--json")
    assert json.loads(done.stdout)["all"]["exact"]["recall"] == 1
    without = riwaya("evaluate", "statements", gold, "--reader", "rules")
    assert without.returncode == 1
    assert "no text of a" in without.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [("statements", "/nowhere.jsonl"), ("colours", "/nowhere.jsonl"), ("statements", "{gold}", "--reader", "oracle"),
     ("statements", "{gold}", "--texts", "/nowhere.jsonl.xz")],
)  # fmt: skip
def test_a_wrong_call_is_one_line_and_status_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    gold = _gold(tmp_path / "gold.jsonl")
    done = riwaya("evaluate", *(part.replace("{gold}", str(gold)) for part in arguments))
    assert done.returncode == 2
    assert len(done.stderr.decode().strip().splitlines()) == 1
