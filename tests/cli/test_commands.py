"""The command line as a user meets it: a process, its output and its status."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import DEMO

COMMANDS = (
    "add",
    "stories",
    "story",
    "article",
    "person",
    "search",
    "report",
    "export",
    "evaluate",
    "demo",
    "status",
    "rejections",
)


def riwaya(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "riwaya.cli", *map(str, arguments)], input=stdin, capture_output=True, check=False,
        env=os.environ | {"RIWAYA_ENGINE_WORKERS": "1"} | environment,
    )  # fmt: skip


def test_help_lists_every_command() -> None:
    done = riwaya("--help")
    assert done.returncode == 0
    assert all(command in done.stdout.decode() for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = riwaya(command, "--help")
    assert done.returncode == 0
    assert f"riwaya {command}" in done.stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("nothing",), ("add", "--nothing"), ("stories", "--limit", "x"), ("story",),
        ("add", "/nowhere/at/all.html", "--store", "unused.riwaya"), ("export", "nothing"), ("story", "ffff"),
        ("add", "x", "--map", "headline"),
    ],
)  # fmt: skip
def test_a_wrong_call_gives_one_line_and_status_2(demo_path: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = riwaya(*arguments, RIWAYA_STORE=str(demo_path if arguments[:1] != ("add",) else tmp_path / "s.riwaya"))
    assert done.returncode == 2
    if arguments:
        assert len(done.stderr.decode().strip().splitlines()) == 1
        assert done.stderr.decode().startswith("riwaya: ")


def test_add_tells_what_it_did_and_the_second_time_that_it_knew(tmp_path: Path) -> None:
    store = tmp_path / "s.riwaya"
    first = json.loads(riwaya("add", DEMO / "rawasi", "--store", store, "--json").stdout)
    assert (first["pages"], first["articles"], first["known"]) == (4, 4, 0)
    second = json.loads(riwaya("add", DEMO / "rawasi", "--store", store, "--json").stdout)
    assert (second["pages"], second["known"]) == (0, 4)


def test_nothing_usable_is_status_1_and_leaves_no_new_store(tmp_path: Path) -> None:
    done = riwaya("add", DEMO / "rejected", "--store", tmp_path / "s.riwaya")
    assert done.returncode == 1
    assert "nothing usable" in done.stderr.decode()
    assert "not-arabic" in done.stderr.decode()
    assert not list(tmp_path.iterdir())


def test_an_empty_file_leaves_no_new_store(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = riwaya("add", empty, "--store", tmp_path / "s.riwaya", "--json")
    assert done.returncode == 1
    assert [row["reason"] for row in json.loads(done.stdout)["rejections"]] == ["empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["empty.txt"]


def test_a_wrong_source_leaves_no_new_store(tmp_path: Path) -> None:
    assert riwaya("add", tmp_path / "nowhere", "--store", tmp_path / "s.riwaya").returncode == 2
    assert riwaya("add", "--store", tmp_path / "s.riwaya").returncode == 1
    assert not list(tmp_path.iterdir())


def test_nothing_usable_leaves_a_store_that_was_there(tmp_path: Path) -> None:
    store = tmp_path / "s.riwaya"
    riwaya("add", DEMO / "rawasi", "--store", store)
    assert riwaya("add", DEMO / "rejected", "--store", store).returncode == 1
    listed = json.loads(riwaya("rejections", "--store", store, "--json").stdout)
    assert {row["reason"] for row in listed} == {"no-article", "not-arabic"}
    assert json.loads(riwaya("status", "--store", store, "--json").stdout)["article"] == 4


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    page = next((DEMO / "rawasi").glob("*.html")).read_bytes()
    done = riwaya("add", "-", "--store", tmp_path / "s.riwaya", "--json", stdin=page)
    assert json.loads(done.stdout)["articles"] == 1


def test_a_table_is_read_by_its_map(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    body = "أعلنت وزارة الري في تمارا أن منسوب النهر ارتفع مترين خلال يومين. وقال الوزير سليم الحداد إن السد آمن."
    table.write_text(f'rubric,story_body\nفيضان,"{body}"\n', encoding="utf-8")
    store = tmp_path / "s.riwaya"
    assert riwaya("add", table, "--map", "title=rubric,text=story_body", "--store", store).returncode == 0
    row = json.loads(riwaya("export", "articles", "--store", store).stdout)
    assert (row["title"], row["text"]) == ("فيضان", body)
    missing = riwaya("add", table, "--map", "title=headline,text=story_body", "--store", store)
    assert missing.returncode == 2
    assert "headline" in missing.stderr.decode()


@pytest.mark.parametrize("command", ["stories", "status", "rejections"])
def test_reading_commands_print_json(demo_path: Path, command: str) -> None:
    done = riwaya(command, "--store", demo_path, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)


def test_the_list_of_stories_says_whose_headline_a_title_is(demo_path: Path) -> None:
    shown = riwaya("stories", "--accounts", "7", "--store", demo_path).stdout.decode()
    assert "[وكالة رواسي للأنباء]" in shown
    assert riwaya("stories", "--from", "2025-03", "--store", demo_path).returncode == 2


def test_a_story_is_found_by_the_beginning_of_its_id(demo_path: Path) -> None:
    largest = max(
        json.loads(riwaya("stories", "--store", demo_path, "--json").stdout), key=lambda s: len(s["article_ids"])
    )
    shown = json.loads(riwaya("story", largest["id"][:8], "--store", demo_path, "--json").stdout)
    assert shown["story"]["id"] == largest["id"]
    assert len(shown["accounts"]) == len(largest["article_ids"])
    assert largest["title"] in riwaya("story", largest["id"], "--store", demo_path).stdout.decode()


def test_an_article_shows_its_statements_in_its_text(demo_path: Path) -> None:
    rows = [json.loads(line) for line in riwaya("export", "statements", "--store", demo_path).stdout.splitlines()]
    done = riwaya(
        "article", rows[0]["article_id"], "--store", demo_path, "--layers", "statements,mentions,times,removed"
    )
    assert done.returncode == 0
    assert rows[0]["cue"] in done.stdout.decode()


def test_a_person_is_found_by_surname_and_by_id(demo_path: Path) -> None:
    shown = json.loads(riwaya("person", "الرشواني", "--store", demo_path, "--json").stdout)
    assert "الرشواني" in shown["person"]["entity"]["name"]
    assert shown["person"]["statements"]
    by_id = riwaya("person", shown["person"]["entity"]["id"][:8], "--store", demo_path, "--json")
    assert json.loads(by_id.stdout)["person"] == shown["person"]
    nobody = riwaya("person", "لا أحد بهذا الاسم", "--store", demo_path)
    assert nobody.returncode == 1


def test_search_finds_a_word_behind_its_clitics(demo_path: Path) -> None:
    hits = json.loads(riwaya("search", "هضبة", "--store", demo_path, "--json").stdout)
    words = {hit["article"]["text"][span["start"] : span["end"]] for hit in hits for span in hit["spans"]}
    assert {"هضبة", "الهضبة"} <= words


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    done = riwaya("stories", "--store", tmp_path / "none.riwaya")
    assert done.returncode == 1
    assert "no store at" in done.stderr.decode()


def test_a_locked_store_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "s.riwaya"
    riwaya("add", DEMO / "hasad", "--store", store)
    blocker = sqlite3.connect(store, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    done = riwaya("add", DEMO / "rawasi", "--store", store, RIWAYA_STORE_WAIT_SECONDS="0.1")
    blocker.execute("ROLLBACK")
    blocker.close()
    assert done.returncode == 1
    assert "locked" in done.stderr.decode()


def test_an_interrupt_stops_cleanly_and_the_next_run_goes_on(tmp_path: Path) -> None:
    store = tmp_path / "s.riwaya"
    process = subprocess.Popen(
        [sys.executable, "-m", "riwaya.cli", "add", str(DEMO), "--store", str(store)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"RIWAYA_ENGINE_WORKERS": "2"},
    )  # fmt: skip
    time.sleep(2.0)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode in (130, 0)
    assert b"Traceback" not in errors
    assert riwaya("add", DEMO, "--store", store).returncode == 0
    assert json.loads(riwaya("status", "--store", store, "--json").stdout)["pending"] == 0


@pytest.mark.parametrize("delay", [0.0, 0.03, 0.08, 0.15, 0.25, 0.4, 0.7])
def test_an_interrupt_from_the_first_moment_on_gives_one_line(tmp_path: Path, delay: float) -> None:
    program = (
        "import os, signal, sys, threading\n"
        "from riwaya.cli import main, interrupts\n"
        "interrupts.leave_at_once()\n"
        f"threading.Timer({delay}, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "add", str(DEMO), "--store", str(tmp_path / "s.riwaya"), "--workers", "1"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 130
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(b"riwaya: stopped")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", [("export", "articles"), ("report",)])
def test_an_interrupt_while_a_file_is_written_leaves_no_part_of_it(
    demo_path: Path, tmp_path: Path, command: tuple[str, ...], number: signal.Signals
) -> None:
    [story, *_] = json.loads(riwaya("stories", "--store", demo_path, "--json").stdout)
    target = [story["id"]] if command == ("report",) else []
    # What stands aside is given its mode last of all, before it takes its place.
    program = (
        "import os, pathlib\n"
        "from riwaya.cli import main\n"
        f"pathlib.Path.chmod = lambda path, mode: os.kill(os.getpid(), {int(number)})\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command, *target, "--store", str(demo_path), "-o", str(tmp_path / "out")],
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (130, "riwaya: stopped\n")
    assert not list(tmp_path.iterdir())


def test_demo_prints_the_path_of_its_report(tmp_path: Path) -> None:
    done = riwaya("demo", "--folder", tmp_path / "out", "--json")
    assert done.returncode == 0
    assert Path(json.loads(done.stdout)["report"]).stat().st_size > 20_000


def test_output_that_nobody_reads_on_is_no_error(demo_path: Path) -> None:
    command = f"{sys.executable} -m riwaya.cli export mentions --store {demo_path} | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
