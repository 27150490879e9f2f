"""Bad input, bad places and sudden ends, as a user meets them: real processes and real files."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli import hostile
from conftest import DEMO
from riwaya.engine.contract import run_item
from riwaya.export.tables import TABLES
from riwaya.extract import ExtractConfig
from riwaya.ingest import IngestConfig, read_sources
from riwaya.model import Article, Field, Rejection, Span
from riwaya.pipeline.reading import read_page_stage
from riwaya.store.sqlite import open_store

GIGABYTE = 1 << 30
GOOD = DEMO / "rawasi"  # four pages


@dataclass(frozen=True)
class Ended:
    """A process that has ended: what it wrote, its status and the most memory it or a worker held."""

    status: int
    out: str
    errors: str
    peak: int


def run(*arguments: object, workers: int = 1, limits: dict[int, int] | None = None, stdout: IO[bytes] | None = None,
        **environment: str) -> Ended:  # fmt: skip
    """Run the command line within limits of its resources."""
    process = subprocess.Popen(
        [sys.executable, "-m", "riwaya.cli", *map(str, arguments)],
        stdin=subprocess.DEVNULL, stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"RIWAYA_ENGINE_WORKERS": str(workers), "RIWAYA_STORE_WAIT_SECONDS": "0.2"} | environment,
        preexec_fn=partial(_limit, limits or {resource.RLIMIT_AS: 3 * GIGABYTE}),
    )  # fmt: skip
    out, errors = process.communicate(timeout=100)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return Ended(process.returncode, (out or b"").decode(), errors.decode("utf-8", "replace"), peak)


def _limit(limits: dict[int, int]) -> None:
    for which, value in limits.items():
        resource.setrlimit(which, (value, value))


def assert_one_line(ended: Ended, status: int, words: str) -> None:
    assert (ended.status, len(ended.errors.strip().splitlines())) == (status, 1), ended.errors
    assert ended.errors.startswith("riwaya: ")
    assert words in ended.errors


def exported(store: Path, table: str) -> list[dict[str, Any]]:
    ended = run("export", table, "--store", store)
    assert ended.status == 0, ended.errors
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.fixture(scope="module")
def good_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small store; tests that write take a copy."""
    path = tmp_path_factory.mktemp("good") / "good.riwaya"
    assert run("add", GOOD, "--store", path).status == 0
    return path


@pytest.fixture
def store(good_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(good_store, tmp_path / "copy.riwaya"))


def assert_unharmed(store: Path) -> None:
    connection = sqlite3.connect(store)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    articles = exported(store, "articles")
    assert sum("rawasi" in article["source"] for article in articles) == 4


# What becomes of each file: the reasons of its rejections, and whether an article comes out ("+").
_NAMES_BY_OUTCOME = {
    "empty": "empty.html blank.txt commas.csv many.zip saved.mhtml",
    "unknown-format": "nuls.html bytes.html picture.html program.txt controls.txt controls_in_text.html",
    "+": (
        "truncated.html cut_in_tag.html says_utf8_is_1256.html says_1256_is_utf8.html says_nonsense.html "
        "utf16.html deep.html deep_inline.html deep_lists.html deep_tables.html attributes.html entities.html "
        "one_long_address.html links_and_article.html nuls_in_text.html stacked_marks.txt no_space.txt "
        "no_space_in_article.html open_quotes.html mixed_quotes.html one_sentence.html commas.txt digits.txt "
        "numerals.txt and_and.txt titles.txt days.txt unpaired.json huge_numbers.json dates.jsonl columns.csv "
        "climbing.zip mixed_sets.html"
    ),
    "not-arabic": "english.html persian.html urdu.html kurdish.html",
    "no-article": (
        "unclosed_comment.html unclosed_script.html links.html only_markup.html diacritics.txt emoji.txt feed.xml"
    ),
    "damaged-markup": "open_brackets.html nested.json not_json.json",
    "too-large": "lines.txt",
    "bad-row damaged-markup": "nested_array.json",
    "+ bad-row": "nested_objects.jsonl one_bad_row.jsonl open_quote.csv",
    "+ missing-field no-article": "wrong_types.jsonl",
    "bad-row": "bad_rows.csv",
    "missing-field": "no_text_column.csv cut_feed.xml",
    "damaged-archive": "not_parquet.parquet cut.warc cut.warc.gz noise.warc cut.html.gz noise.html.gz cut.zip",
    "expansion-limit": "three_layers.html.gz bomb.html.gz",
    "+ expansion-limit": "bomb.zip",
}
OUTCOMES = {name: outcome for outcome, names in _NAMES_BY_OUTCOME.items() for name in names.split()}


@pytest.fixture(scope="module")
def hostile_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, Path, float]:
    """All hostile files and some good pages in one run."""
    folder = tmp_path_factory.mktemp("hostile")
    files = hostile.write_files(folder / "files", hostile.FILES)
    start = time.monotonic()
    ended = run("add", files, GOOD, "--store", folder / "h.riwaya", "--json", workers=2)
    return ended, folder / "h.riwaya", time.monotonic() - start


def outcomes(store: Path) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for article in exported(store, "articles"):
        found[_file_name(article["source"])].add("+")
    for rejection in exported(store, "rejections"):
        found[_file_name(rejection["item"])].add(rejection["reason"])
    return {name: " ".join(sorted(reasons)) for name, reasons in found.items()}


def _file_name(item: str) -> str:
    return Path(item.split("!")[0].split("#")[0]).name


def test_every_hostile_file_has_its_outcome_and_the_good_pages_are_read(hostile_run: tuple[Ended, Path, float]) -> None:
    ended, store, _ = hostile_run
    assert (ended.status, "Traceback" in ended.errors) == (0, False), ended.errors[-2000:]
    found = outcomes(store)
    assert {name: found.get(name, "nothing") for name in hostile.FILES} == OUTCOMES
    assert_unharmed(store)


def test_all_spans_of_hostile_files_lie_inside_their_texts(hostile_run: tuple[Ended, Path, float]) -> None:
    texts = {article["id"]: article["text"] for article in exported(hostile_run[1], "articles")}
    for table in ("mentions", "times", "statements"):
        for row in exported(hostile_run[1], table):
            if row.get("field", "text") == "text":
                assert 0 <= row["start"] < row["end"] <= len(texts[row["article_id"]])


def test_hostile_files_cost_neither_memory_nor_time(hostile_run: tuple[Ended, Path, float]) -> None:
    ended, _, seconds = hostile_run
    assert ended.peak < GIGABYTE
    assert seconds < 90  # alone on two processors about 20


def test_large_files_are_refused_within_bounded_memory(tmp_path: Path) -> None:
    names = ("tag_50mb.html", "tags_50mb.html", "tag_11mb.html", "tags_11mb.html", "row_5mb.jsonl")
    files = hostile.write_files(tmp_path / "large", {name: hostile.LARGE[name] for name in names})
    ended = run("add", files, GOOD, "--store", tmp_path / "s.riwaya")
    assert ended.status == 0, ended.errors
    assert ended.peak < GIGABYTE
    found = outcomes(tmp_path / "s.riwaya")
    assert {name: found[name] for name in names} == {
        "tag_50mb.html": "too-large", "tags_50mb.html": "too-large", "tag_11mb.html": "no-article",
        "tags_11mb.html": "damaged-markup", "row_5mb.jsonl": "+ too-large",
    }  # fmt: skip


def test_links_in_circles_pipes_and_unreadable_files_are_passed_over(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(GOOD, tmp_path / "f" / "rawasi"))
    (folder / "again").symlink_to(folder)
    (folder / "circle.html").symlink_to("circle.html")
    (folder / "gone.html").symlink_to("/nowhere/at/all")
    os.mkfifo(folder / "pipe.html")
    if Path("/proc/self/mem").exists():
        (folder / "mem.html").symlink_to("/proc/self/mem")
    ended = run("add", folder, "--store", tmp_path / "s.riwaya", "--json")
    assert ended.status == 0, ended.errors
    tally = json.loads(ended.out)
    assert tally["articles"] == 4
    assert {rejection["reason"] for rejection in tally["rejections"]} == {"unreadable"}


def test_very_many_tiny_files_are_one_rejection_each(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.html").write_text(f"<p>{number}", encoding="utf-8")
    ended = run("add", tmp_path, "--store", tmp_path / "s.riwaya", "--json", workers=2)
    assert ended.status == 1
    assert len([r for r in json.loads(ended.out)["rejections"] if r["reason"] == "no-article"]) == 300


@pytest.mark.parametrize(
    ("place", "words"),
    [("", "is not a file"), ("none/s.riwaya", "no folder"), ("/dev/full", "is not a file"), ("junk", "not a Riwaya"),
     ("circle", "cannot open")],
)  # fmt: skip
def test_a_place_that_holds_no_store_is_named_and_left_as_it_is(tmp_path: Path, place: str, words: str) -> None:
    (tmp_path / "junk").write_bytes(hostile.noise(5_000))
    (tmp_path / "circle").symlink_to("circle")
    assert_one_line(run("add", GOOD, "--store", tmp_path / place), 1, words)
    assert (tmp_path / "junk").read_bytes() == hostile.noise(5_000)
    assert Path("/dev/full").is_char_device()


def test_a_damaged_store_is_named_by_every_command(store: Path) -> None:
    data = bytearray(store.read_bytes())
    for start in range(9_000, len(data), 4096):
        data[start : start + 600] = b"\xff" * 600
    store.write_bytes(data)
    for command in (("add", GOOD), ("stories",), ("export", "mentions")):
        assert_one_line(run(*command, "--store", store), 1, "damaged")


def test_a_full_file_system_leaves_what_was_stored(store: Path, small_disk: Path) -> None:
    place = Path(shutil.copy(store, small_disk / "s.riwaya"))
    assert_one_line(run("add", DEMO, "--store", place), 1, "no space left")
    shutil.copy(place, store)
    assert_unharmed(store)


def test_an_export_onto_a_full_file_system_leaves_the_old_file(store: Path, small_disk: Path) -> None:
    for name, form in (("m.jsonl", "jsonl"), ("m.parquet", "parquet")):
        (small_disk / name).write_text("old", encoding="utf-8")
        fill = small_disk / "fill"
        fill.write_bytes(b"x" * (os.statvfs(small_disk).f_bavail * 4096 - 8192))
        ended = run("export", "mentions", "--store", store, "--format", form, "-o", small_disk / name)
        assert_one_line(ended, 1, "cannot write")
        assert (small_disk / name).read_text(encoding="utf-8") == "old"
        fill.unlink()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte; skips where none may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=520k", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small file system needs rights that this user lacks")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_limit_on_the_size_of_files_leaves_what_was_stored(store: Path) -> None:
    limit = store.stat().st_size + 100_000
    assert_one_line(run("add", DEMO, "--store", store, limits={resource.RLIMIT_FSIZE: limit}), 1, "the store")
    assert_unharmed(store)


@pytest.mark.parametrize("command", [("report", "-o"), ("export", "-o"), ("export", "--format", "parquet", "-o")])
@pytest.mark.parametrize("place", ["/dev/full", "", "none/x"])
def test_an_output_that_cannot_be_written_is_named(
    good_store: Path, tmp_path: Path, command: tuple[str, ...], place: str
) -> None:
    what = "mentions" if command[0] == "export" else exported(good_store, "stories")[0]["id"]
    ended = run(command[0], what, *command[1:], tmp_path / place, "--store", good_store)
    wrong_call = "parquet" in command and place == "/dev/full"
    assert_one_line(ended, 2 if wrong_call else 1, "needs a file" if wrong_call else "cannot write")
    assert Path("/dev/full").is_char_device()


def test_output_onto_a_full_device_is_one_line(good_store: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        assert_one_line(run("export", "mentions", "--store", good_store, stdout=full), 1, "No space left")


def test_closed_standard_streams_do_no_harm(tmp_path: Path) -> None:
    store = tmp_path / "s.riwaya"
    command = f"exec {sys.executable} -m riwaya.cli add {GOOD} --store {store} <&- >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 0
    assert_unharmed(store)


@pytest.mark.parametrize(
    "text",
    ["x = [", "x = 1", "[nothing]\na = 1", "[ingest]\nnothing = 1", "[ingest]\nmax_page_bytes = 'x'", "\0",
     "[engine]\nchunk = inf", "[engine]\nworkers = -1", "[store]\nwait_seconds = nan", "[engine]\nworkers = [1]"],
)  # fmt: skip
def test_a_wrong_configuration_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.toml").write_text(text, encoding="utf-8")
    ended = run("add", GOOD, "--store", tmp_path / "s.riwaya", "--config", tmp_path / "c.toml")
    assert_one_line(ended, 2, "")
    assert not (tmp_path / "s.riwaya").exists()


def test_a_chunk_of_nothing_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("[engine]\nchunk = 0\nahead = 0\nserial_below = 0", encoding="utf-8")
    ended = run("add", GOOD, "--store", tmp_path / "s.riwaya", "--config", tmp_path / "c.toml", "--json", workers=2)
    assert json.loads(ended.out)["articles"] == 4


def test_an_identifier_that_fits_several_is_a_wrong_call(good_store: Path) -> None:
    for command in ("article", "story"):
        assert_one_line(run(command, "", "--store", good_store), 2, "")


def test_a_run_stopped_again_and_again_ends_like_one_that_was_not(demo_path: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.riwaya"
    stops = [signal.SIGINT, signal.SIGKILL, signal.SIGTERM, signal.SIGKILL]
    for number, stop in enumerate(stops):
        status, errors = _run_and_stop(store, stop, 1.2 + 0.7 * number)
        assert status in (0, -signal.SIGKILL if stop == signal.SIGKILL else 130), errors
        # Killed outright, nothing of ours can keep Python's own half-started worker from saying so.
        assert stop == signal.SIGKILL or not errors or errors.startswith(("riwaya: stopped", "2 rejected"))
    assert run("add", DEMO, "--store", store, workers=2).status == 0
    for table in ("articles", "mentions", "entities", "statements", "passages", "origins", "stories", "claims"):
        assert _rows(store, table) == _rows(demo_path, table), table


def _rows(path: Path, table: str) -> list[dict[str, Any]]:
    opened = open_store(path)
    try:
        return list(TABLES[table].rows(opened))
    finally:
        opened.close()


def _run_and_stop(store: Path, stop: signal.Signals, seconds: float) -> tuple[int, str]:
    """Begin a run, send its whole process group a signal after some seconds, and wait for its end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "riwaya.cli", "add", str(DEMO), "--store", str(store)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
        env=os.environ | {"RIWAYA_ENGINE_WORKERS": "2"},
    )  # fmt: skip
    time.sleep(seconds)
    if stop == signal.SIGKILL:
        process.kill()  # the main process alone: its workers must find out for themselves, and let go of stderr
    else:
        os.killpg(process.pid, stop)
    errors = process.communicate(timeout=30)[1].decode()
    return process.returncode, errors


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_mutated_pages_give_records_inside_their_texts_or_a_rejection(tmp_path: Path, data: st.DataObject) -> None:
    pages = sorted(path for path in DEMO.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(pages))
    content = data.draw(st.one_of(st.binary(max_size=400), _mutated(path.read_bytes())))
    copy = tmp_path / f"page{path.suffix}"
    copy.write_bytes(content)
    stage = read_page_stage(ExtractConfig())
    for item in read_sources([str(copy)], IngestConfig()):
        if isinstance(item, Rejection):
            continue
        records, rejection = run_item(stage, item, 60.0)
        assert rejection or any(isinstance(record, Article) for record in records)
        _assert_spans_inside(records)


@st.composite
def _mutated(draw: st.DrawFn, content: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 3_000)))
        middle = draw(st.one_of(st.binary(max_size=40), st.just(content[start:end] * 3), st.sampled_from(_PIECES)))
        content = content[:start] + middle + content[end:]
    return content


_PIECE_TEXTS = [
    "«",
    '"',
    "قال إن ",
    "\u202e",
    "<p>",
    "</div>",
    "ّّّ",
    "يوم الثلاثاء الماضي ",
    "\0",
    "<!--",
    "]]>",
    "و",
    "٫١٢",
]
_PIECES = [*(piece.encode() for piece in _PIECE_TEXTS), b"\xff\xfe", b"\xd8", b"&#x0;"]


def _assert_spans_inside(records: tuple[Any, ...]) -> None:
    articles = {record.id: record for record in records if isinstance(record, Article)}
    for record in records:
        article = articles.get(getattr(record, "article_id", ""))
        if article is None:
            continue
        text = article.title if getattr(record, "field", Field.TEXT) is Field.TITLE else article.text
        for name in getattr(type(record), "__slots__", ()):
            value = getattr(record, name)
            for span in value if isinstance(value, tuple) else (value,):
                if isinstance(span, Span):
                    assert 0 <= span.start < span.end <= len(text), (name, record)
