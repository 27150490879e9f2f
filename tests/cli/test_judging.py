"""riwaya judge."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def store(demo_path: Path, tmp_path: Path) -> Path:
    path = tmp_path / "judged.riwaya"
    shutil.copy(demo_path, path)
    return path


def call(store: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "riwaya.cli", *words, "--store", str(store)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_judgement_is_made_listed_exchanged_and_taken_back(store: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.riwaya"
    shutil.copy(store, fresh)
    done = call(store, "judge", "merge", "فيكتور هالدن", "إيلينا ساندفيك", "--note", "تجربة")
    assert done.returncode == 0, done.stderr
    (listed,) = json.loads(call(store, "judge", "list", "--json").stdout)
    assert (listed["state"], listed["judgement"]["note"]) == ("applied", "تجربة")
    shown = json.loads(call(store, "person", "فيكتور هالدن", "--json").stdout)["person"]["entity"]
    assert "إيلينا ساندفيك" in shown["names"]
    assert f"one by judgement {listed['judgement']['id'][:8]}" in call(store, "judge", "why", "إيلينا ساندفيك").stdout
    file = tmp_path / "judgements.jsonl"
    assert call(store, "judge", "export", "-o", str(file)).returncode == 0
    assert call(fresh, "judge", "import", str(file)).stdout.startswith("1 new")
    assert len(json.loads(call(fresh, "judge", "list", "--json").stdout)) == 1
    assert call(store, "judge", "undo", listed["judgement"]["id"][:8]).returncode == 0
    assert json.loads(call(store, "judge", "list", "--json").stdout) == []


def test_wrong_calls_are_told_in_one_line(store: Path) -> None:
    for words in (
        ("merge", "فيكتور هالدن", "لا أحد هنا"),
        ("merge", "فيكتور هالدن", "هالدن"),
        ("split", "فيكتور هالدن"),
        ("split", "فيكتور هالدن", "--articles", "zzzz"),
        ("split", "فيكتور هالدن", "--passage", "كلام لا يوجد هنا"),
        ("split", "الضفاف", "--passage", "الضفاف"),
        ("rename", "فيكتور هالدن", "  "),
        ("undo", "0000"),
        ("export", "-o", "/no/such/folder/judgements.jsonl"),
    ):
        done = call(store, "judge", *words)
        assert done.returncode == 2, words
        assert done.stderr.count("\n") == 1
        assert not done.stdout


def test_why_always_answers(store: Path) -> None:
    for name in ("فيكتور هالدن", "إيلينا ساندفيك"):
        done = call(store, "judge", "why", name)
        assert (done.returncode, bool(done.stdout.strip())) == (0, True), name


def test_why_names_what_the_score_saw(store: Path) -> None:
    done = call(store, "judge", "why", "فيكتور هالدن", "فيكتور هولدن")
    assert "by the names alone: 0." in done.stdout, done.stderr
    apart = json.loads(call(store, "judge", "why", "فيكتور هالدن", "إيلينا ساندفيك", "--json").stdout)
    assert apart[0]["probability"] < 0.1


def test_bodies_and_places_are_judged_too(store: Path) -> None:
    import sqlite3

    with sqlite3.connect(store) as connection:
        query = "SELECT id, name FROM entities WHERE kind = ? ORDER BY id LIMIT 2"
        (one, _), (other, _) = connection.execute(query, ("GPE",)).fetchall()
        (person,) = connection.execute("SELECT id FROM entities WHERE kind = 'PER' LIMIT 1").fetchone()
    assert "no person" in call(store, "judge", "merge", one, person).stderr
    assert call(store, "judge", "merge", one, other).returncode == 0
    done = call(store, "judge", "rename", one if call(store, "judge", "why", one).returncode == 0 else other, "الاسم")
    assert done.returncode == 0, done.stderr
    reasons = json.loads(call(store, "judge", "why", "الاسم", "--json").stdout)
    assert "a judgement" in {each["reason"] for each in reasons}


def test_why_says_what_decided_also_of_two_forms_of_one_person_and_of_a_judgement(store: Path) -> None:
    alone = call(store, "judge", "why", "فيكتور هالدن", "هالدن")
    assert "one person" in alone.stdout and "joined" in alone.stdout, alone.stderr
    apart = call(store, "judge", "why", "فيكتور هالدن", "إيلينا ساندفيك")
    assert "two persons" in apart.stdout and "no candidate pair" in apart.stdout
    call(store, "judge", "merge", "فيكتور هالدن", "إيلينا ساندفيك")
    joined = call(store, "judge", "why", "فيكتور هالدن", "إيلينا ساندفيك")
    assert "one person" in joined.stdout and "joined by a judgement" in joined.stdout


def test_why_of_a_role_says_for_each_article_who_was_meant(store: Path) -> None:
    import sqlite3

    with sqlite3.connect(store) as connection:
        query = "SELECT text FROM mentions WHERE kind = 'ROLE' GROUP BY text ORDER BY count(*) DESC LIMIT 1"
        ((role,),) = connection.execute(query).fetchall()
    found = json.loads(call(store, "judge", "why", role, "--json").stdout)
    assert found and all(each["cause"] for each in found)
    assert {bool(each["name"]) for each in found} == {bool(each["entity_id"]) for each in found}


def test_a_person_and_a_place_are_said_never_to_be_compared(store: Path) -> None:
    import sqlite3

    with sqlite3.connect(store) as connection:
        (place,) = connection.execute("SELECT id FROM entities WHERE kind = 'GPE' LIMIT 1").fetchone()
    done = call(store, "judge", "why", "فيكتور هالدن", place)
    assert done.returncode == 2 and "never compared" in done.stderr


def test_a_file_saved_by_an_editor_is_read_like_the_one_written(store: Path, tmp_path: Path) -> None:
    fresh, file = tmp_path / "fresh.riwaya", tmp_path / "judgements.jsonl"
    shutil.copy(store, fresh)
    call(store, "judge", "rename", "فيكتور هالدن", "فيكتور\u2028هالدن الأول", "--note", "سطر\u2028آخر")
    call(store, "judge", "export", "-o", str(file))
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    done = call(fresh, "judge", "import", str(file))
    assert (done.stdout, done.stderr) == ("1 new judgements\n", "")


def test_a_line_that_is_no_utf_8_is_refused_with_its_number_and_the_rest_kept(store: Path, tmp_path: Path) -> None:
    fresh, file = tmp_path / "fresh.riwaya", tmp_path / "judgements.jsonl"
    shutil.copy(store, fresh)
    call(store, "judge", "rename", "فيكتور هالدن", "فيكتور الثاني", "--note", "سبب")
    call(store, "judge", "export", "-o", str(file))
    written = file.read_bytes().splitlines(keepends=True)
    damaged = written[-1].replace("سبب".encode(), b"\xd3\xc8\xc8")
    escaped = written[-1].replace("سبب".encode(), b"\\udce9")
    file.write_bytes(b"".join([written[0], damaged, escaped, written[-1]]))
    done = call(fresh, "judge", "import", str(file))
    assert (done.returncode, done.stdout) == (0, "1 new judgements\n")
    reasons = [line.partition(", ")[2] for line in done.stderr.splitlines()]
    assert reasons[0] == "line 2: not UTF-8"
    assert reasons[1].startswith("line 3: no judgement (JSON is malformed: invalid utf-16 surrogate pair")
