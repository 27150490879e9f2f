"""`riwaya kb`: own rows are kept, count at once, survive another run, and go again."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = """عنوان الخبر الأول

قال وزير الري المصري سليم الكردلي إن السد آمن. وأضاف الكردلي أن الأمر واضح للجميع في هذا اليوم الطويل من الصيف.
وأكد سليم الكردلي وزير الري المصري أن المياه تكفي الجميع، وقال إن الأشغال تنتهي قبل الموعد بأيام قليلة.
"""


def call(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "riwaya.cli", *words], capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kb")
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    path = folder / "s.riwaya"
    done = call("add", str(folder / "one.txt"), "--reader", "rules", "--workers", "1", "-s", str(path))
    assert not done.returncode, done.stderr
    return path


def offices(store: Path) -> list[tuple[str, str, str]]:
    answer = json.loads(call("person", "الكردلي", "-s", str(store), "--json").stdout)
    entity = answer["person"]["entity"]
    return [(entity["name_en"], office["start"], office["end"]) for office in entity["offices"]]


def test_own_rows_count_survive_a_run_and_can_be_removed(store: Path) -> None:
    rows = store.parent / "own.csv"
    rows.write_text(
        "person,office,of,from,to,name_en\nسليم الكردلي,وزير الري,مصر,2024-03-01,,Salim Kurdali\nx,y,,2024,,\n",
        encoding="utf-8",
    )
    assert offices(store)[0][1] == ""
    done = call("kb", "add", str(rows), "-s", str(store))
    assert (done.returncode, done.stdout.strip()) == (0, "1 rows kept")
    assert "own.csv, line 3" in done.stderr
    assert offices(store) == [("Salim Kurdali", "2024-03-01", "")]
    again = call("kb", "add", str(rows), "-s", str(store))
    assert again.returncode == 1
    assert "the store has it from own.csv:2" in again.stderr
    call("add", str(store.parent / "one.txt"), "--reader", "rules", "-s", str(store))
    assert offices(store) == [("Salim Kurdali", "2024-03-01", "")]
    listed = json.loads(call("kb", "list", "-s", str(store), "--json").stdout)
    assert [row["source"] for row in listed] == ["own.csv:2"]
    assert call("kb", "remove", listed[0]["id"][:8], "-s", str(store)).returncode == 0
    assert offices(store)[0][0:2] == ("", "")
    assert call("kb", "remove", "ffff", "-s", str(store)).returncode == 2


def test_list_shows_who_held_an_office(store: Path) -> None:
    answer = json.loads(call("kb", "list", "وزير الدفاع الأميركي", "-s", str(store), "--json").stdout)
    assert "لويد أوستن" in {term["person"] for term in answer}
    assert call("kb", "list", "Gantz").returncode == 0
    assert call("kb", "list", "ملك الغابة").returncode == 1


@pytest.mark.parametrize("wanted", ["سليم الكردلي", "الكردلي", "Kurdali", "وزير الري المصري"])
def test_list_finds_own_rows_by_name_and_office(store: Path, wanted: str) -> None:
    rows = store.parent / "listed.csv"
    rows.write_text(
        "person,office,of,from,to,name_en\nسليم الكردلي,وزير الري,مصر,2024-03-01,,Salim Kurdali\n", encoding="utf-8"
    )
    call("kb", "add", str(rows), "-s", str(store))
    answer = json.loads(call("kb", "list", wanted, "-s", str(store), "--json").stdout)
    assert [(term["person"], term["start"]) for term in answer] == [("سليم الكردلي", "2024-03-01")]
    shown = call("kb", "list", wanted, "-s", str(store)).stdout
    assert "وزير الري مصر" in shown
    assert "own:" not in shown


def test_all_names_of_a_body_of_ones_own_are_one_body_until_the_row_goes(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "عنوان\n\nقال وزارة المياه المصرية إن الأمر واضح. وأكد وزارة الري المصرية في بيان أن وزارة المياه المصرية "
        "لن تشارك في المشروع، وأضاف وزارة الري المصرية أنها تنتظر القرار.\n",
        encoding="utf-8",
    )
    path = tmp_path / "s.riwaya"
    done = call("add", str(tmp_path / "one.txt"), "--reader", "rules", "--workers", "1", "-s", str(path))
    assert not done.returncode, done.stderr

    def bodies() -> set[str]:
        with sqlite3.connect(path) as connection:
            return {entity for entity, name in connection.execute("SELECT id, name FROM entities") if "وزارة" in name}

    assert len(bodies()) == 2
    (tmp_path / "own.csv").write_text(
        "name,name_en,names\nوزارة الري المصرية,Rise,وزارة المياه المصرية\n", encoding="utf-8"
    )
    assert call("kb", "add", str(tmp_path / "own.csv"), "-s", str(path)).returncode == 0
    assert len(bodies()) == 1
    (row,) = {each["id"] for each in json.loads(call("kb", "list", "-s", str(path), "--json").stdout)}
    assert call("kb", "remove", row[:8], "-s", str(path)).returncode == 0
    assert len(bodies()) == 2
