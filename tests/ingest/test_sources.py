"""Files, folders and globs; and that no bytes whatever raise."""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.errors import UsageError
from riwaya.ingest import IngestConfig, read_sources
from riwaya.model import Page

from .builders import HTML, read, write


def test_folders_are_walked_in_order_without_hidden_entries(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.html", "a.html", "c/d/e.html", ".git/x.html", "b/.x.html", "z.html"):
        write(tmp_path / name, f"{HTML}<!-- {name} -->")
    pages, rejections = read(tmp_path)
    found = [page.source.removeprefix(f"{tmp_path}/") for page in pages]
    assert found == ["a.html", "z.html", "b/1.html", "b/2.html", "c/d/e.html"]
    assert not rejections
    assert read(tmp_path)[0] == pages


def test_globs_and_repeated_sources_give_each_file_once(tmp_path: Path) -> None:
    for name in ("x/1.html", "x/2.html", "x/3.txt"):
        write(tmp_path / name, HTML)
    assert len(read(f"{tmp_path}/x/*.html")[0]) == 2
    assert len(read(f"{tmp_path}/**/*")[0]) == 3
    assert len(read(f"{tmp_path}/x/*", tmp_path, tmp_path / "x" / "1.html")[0]) == 3


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tmp_path: Path) -> None:
    assert len(read(write(tmp_path / "a[1]*.html", HTML))[0]) == 1


@pytest.mark.parametrize("source", ["nowhere.html", "nothing/*.html", "", "\0"])
def test_a_source_that_matches_nothing_is_a_usage_error_at_once(source: str) -> None:
    with pytest.raises(UsageError):
        read_sources([source], IngestConfig())
    with pytest.raises(UsageError):
        read_sources([], IngestConfig())


def test_links_in_a_circle_pipes_and_dangling_links(tmp_path: Path) -> None:
    write(tmp_path / "f" / "a.html", HTML)
    (tmp_path / "f" / "again").symlink_to(tmp_path / "f")
    (tmp_path / "f" / "gone.html").symlink_to(tmp_path / "nowhere")
    (tmp_path / "f" / "self").symlink_to(tmp_path / "f" / "self")
    os.mkfifo(tmp_path / "f" / "pipe")
    pages, rejections = read(tmp_path / "f")
    assert len(pages) == 1
    assert [r.reason.value for r in rejections] == ["unreadable"] * 3
    assert [r.reason.value for r in read(tmp_path / "f" / "gone.html")[1]] == ["unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    write(tmp_path / "a.html", HTML).chmod(0)
    write(tmp_path / "b.html", HTML)
    pages, rejections = read(tmp_path)
    assert (len(pages), [r.reason.value for r in rejections]) == (1, ["unreadable"])


def test_a_file_that_fails_while_being_read_is_unreadable(tmp_path: Path) -> None:
    pages, rejections = read("/proc/self/mem") if Path("/proc/self/mem").exists() else ([], [])
    assert not pages
    assert {r.reason.value for r in rejections} <= {"unreadable"}


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert [r.reason.value for r in read(tmp_path)[1]] == ["empty"]


def test_names_that_are_no_text_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe1\xe2.html"
    with open(path, "wb") as handle:  # noqa: PTH123
        handle.write(HTML.encode())
    (page,), _ = read(tmp_path)
    assert (page.source + page.key).encode()


PIECES = [
    b"<html>", b"<p>", b'{"text":', b"[{", b"}", b",", b'"', b"\n", b"url,title,text\n", b"\xe1\xe1", b"\xd8\xa7",
    b"\0", b"WARC/1.0\r\n", b"Content-Length: 5\r\n\r\n", b"WARC-Type: response\r\n", b"HTTP/1.1 200 OK\r\n",
    b"Content-Encoding: br\r\n", b"<rss><channel><item><title>x</title><description>y</description></item>", 
    b"\xff\xfe", b"<?xml version='1.0'?>",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n", b"]", b"&a;",
    b"\x1f\x8b\x08\0", b"PK\x03\x04", b"PAR1", b"BZh91AY&SY", b"\xfd7zXZ\0", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
]  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=300),
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=10)), max_size=25).map(b"".join),
)
NAMES = st.sampled_from(
    [
        "html",
        "htm",
        "mhtml",
        "txt",
        "json",
        "jsonl",
        "csv",
        "tsv",
        "parquet",
        "warc",
        "xml",
        "rss",
        "atom",
        "gz",
        "zip",
        "xz",
        "bz2",
        "dat",
    ]
)


@given(content=BYTES, name=NAMES, packed=st.booleans())
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes_give_pages_and_rejections_only(content: bytes, name: str, packed: bool) -> None:
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        outcomes = []
        for folder in (first, second):
            path = write(Path(folder) / "day" / f"a.{name}", gzip.compress(content, mtime=0) if packed else content)
            pages, rejections = read(path)
            outcomes.append([page.id for page in pages])
            assert pages or rejections
            for page in pages:
                page.content.decode(page.charset or "utf-8", "strict" if not page.charset else "replace")
                (page.key + page.source + page.url).encode()
                assert page.id == Page.make_id(page.key, page.content)
        assert outcomes[0] == outcomes[1]
