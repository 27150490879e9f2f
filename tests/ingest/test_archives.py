"""Compressed files, archives and web crawls; what they may do at worst."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
from hashlib import sha512
from pathlib import Path

import pytest

from riwaya.ingest import IngestConfig

from .builders import BODY, HTML, TITLE, URL, read, read_one, reasons, warc_gz, warc_record, write, zipped


def hash_of(number: int) -> str:
    """Return text that does not compress."""
    return sha512(str(number).encode()).hexdigest()


PACKERS = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


@pytest.mark.parametrize("method", PACKERS)
@pytest.mark.parametrize("named", [True, False])
def test_compressed_pages_are_read_by_their_bytes(tmp_path: Path, method: str, named: bool) -> None:
    path = write(tmp_path / "day" / (f"a.html.{method}" if named else "a.html"), PACKERS[method](HTML.encode()))
    page = read_one(path)
    assert (page.content, page.media_type) == (HTML.encode(), "text/html")
    assert page.source == str(path)
    assert page.key == f"day/{path.name}"


@pytest.mark.parametrize("method", PACKERS)
def test_compressed_tables_keep_their_format(tmp_path: Path, method: str) -> None:
    table = f'title\ttext\n{TITLE}\t"{BODY}"\n'
    assert (
        json.loads(read_one(write(tmp_path / f"a.tsv.{method}", PACKERS[method](table.encode()))).content)["text"]
        == BODY
    )
    lines = json.dumps({"text": BODY}) + "\n"
    pages, _ = read(
        write(tmp_path / f"b.jsonl.{method}", PACKERS[method](lines.encode()) + PACKERS[method](lines.encode()))
    )
    assert len(pages) == 2


def test_a_zip_archive_gives_each_member(tmp_path: Path) -> None:
    members = {
        "a/one.html": HTML.encode(),
        "a/two.txt": BODY.encode("windows-1256"),
        "rows.csv": f'title,text\nأ,"{BODY}"\n'.encode(),
        "three.html.gz": gzip.compress(HTML.encode()),
        "inner.zip": zipped({"x.txt": BODY.encode()}),
        ".hidden": b"x",
        "__MACOSX/a": b"x",
        "صورة.png": b"\x89PNG....",
    }
    path = write(tmp_path / "day" / "a.zip", zipped(members))
    pages, rejections = read(path)
    assert [page.source.removeprefix(str(path)) for page in pages] == [
        "!a/one.html", "!a/two.txt", "", "!three.html.gz", "!inner.zip!x.txt",
    ]  # fmt: skip
    assert pages[0].key == "day/a.zip!a/one.html"
    assert [(r.item.removeprefix(str(path)), r.reason.value) for r in rejections] == [("!صورة.png", "unknown-format")]


def test_a_zip_archive_within_gzip_is_read(tmp_path: Path) -> None:
    assert (
        read_one(write(tmp_path / "a.zip.gz", gzip.compress(zipped({"a.html": HTML.encode()})))).media_type
        == "text/html"
    )


def test_a_third_layer_is_refused(tmp_path: Path) -> None:
    assert reasons(write(tmp_path / "a.gz", gzip.compress(gzip.compress(gzip.compress(b"x"))))) == ["expansion-limit"]
    nested = zipped({"b.zip": zipped({"c.zip": zipped({"d.html": HTML.encode()})})})
    assert reasons(write(tmp_path / "a.zip", nested)) == ["expansion-limit"]


SMALL = IngestConfig(max_page_bytes=300_000, free_expansion_bytes=400_000, max_expansion_ratio=100)


@pytest.mark.parametrize("method", PACKERS)
@pytest.mark.parametrize("filling", [b"\0", b"a", b"<p>", b'{"a":'])
def test_a_bomb_is_stopped(tmp_path: Path, method: str, filling: bytes) -> None:
    bomb = PACKERS[method](filling * (4_000_000 // len(filling)))
    assert reasons(write(tmp_path / f"a.{method}", bomb), SMALL) == ["expansion-limit"]


def test_a_zip_bomb_is_stopped_and_the_other_files_are_read(tmp_path: Path) -> None:
    write(tmp_path / "a.zip", zipped({f"{n}.html": b" <p>" * 60_000 for n in range(200)}))
    write(tmp_path / "b.html", HTML)
    pages, rejections = read(tmp_path, config=SMALL)
    assert [r.reason.value for r in rejections] == ["expansion-limit"]
    assert len(pages) < 10
    assert pages[-1].source.endswith("b.html")


def test_ordinary_compression_is_no_bomb(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"title": f"{TITLE} {n}", "text": f"{hash_of(n)} {BODY}"}) + "\n" for n in range(2_000))
    pages, rejections = read(write(tmp_path / "a.jsonl.gz", gzip.compress(rows.encode())), config=SMALL)
    assert (len(pages), rejections) == (2_000, [])


def test_a_truncated_compressed_page_is_rejected_and_a_table_keeps_its_good_rows(tmp_path: Path) -> None:
    assert reasons(write(tmp_path / "a.html.gz", gzip.compress(HTML.encode())[:-20])) == ["damaged-archive"]
    rows = "".join(json.dumps({"title": str(n), "text": f"{hash_of(n)} {BODY}"}) + "\n" for n in range(3_000))
    pages, rejections = read(write(tmp_path / "b.jsonl.gz", gzip.compress(rows.encode())[:-20_000]))
    assert 500 < len(pages) < 3_000
    assert [r.reason.value for r in rejections][-1:] == ["damaged-archive"]
    assert len(rejections) == 1


def test_damaged_and_locked_members_do_not_stop_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": HTML.encode(), "b.html": HTML.encode() * 2}, zipfile.ZIP_STORED))
    data[data.index(b"<body>") + 20] ^= 0xFF
    pages, rejections = read(write(tmp_path / "a.zip", bytes(data)))
    assert [page.source[-6:] for page in pages] == ["b.html"]
    assert [r.reason.value for r in rejections] == ["damaged-archive"]
    locked = bytearray(zipped({"a.html": HTML.encode()}, zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    assert reasons(write(tmp_path / "b.zip", bytes(locked))) == ["unreadable"]


def test_office_documents_and_empty_archives(tmp_path: Path) -> None:
    word = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert reasons(write(tmp_path / "a.docx", word)) == ["unknown-format"]
    assert reasons(write(tmp_path / "b.zip", zipped({}))) == ["empty"]


def test_responses_of_a_crawl(tmp_path: Path) -> None:
    page = HTML.encode()
    records = [
        warc_record("https://a.example/", page),
        warc_record("https://b.example/", b"x", kind="request"),
        warc_record("https://c.example/", gzip.compress(page), headers=["Content-Encoding: gzip"]),
        warc_record("https://d.example/", page, status="404 Not Found"),
        warc_record("https://e.example/", b"\x89PNG", content_type="image/png"),
        warc_record("https://f.example/", BODY.encode("windows-1256"), content_type="text/plain; charset=utf-8"),
        warc_record(
            "https://g.example/", b"%x\r\n%b\r\n0\r\n\r\n" % (len(page), page), headers=["Transfer-Encoding: chunked"]
        ),
        warc_record("https://h.example/", page, headers=["Content-Encoding: gzip"]),
        warc_record("https://i.example/", b""),
        warc_record("https://j.example/", b"%PDF-1.7 x"),
    ]
    for name, content in {
        "a.warc": b"".join(records),
        "a.warc.gz": warc_gz(*records),
        "a.txt": b"".join(records),
    }.items():
        pages, rejections = read(write(tmp_path / name, content))
        assert [page.url[8] for page in pages] == list("acfgh")
        assert {pages[index].content for index in (0, 1, 3, 4)} == {page}
        assert pages[2].charset == "windows-1256"
        assert {page.captured for page in pages} == {"2026-03-05T10:20:30Z"}
        assert [(r.item[8], r.reason.value) for r in rejections] == [("i", "empty"), ("j", "unknown-format")]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [10, 300])
def test_a_truncated_crawl_gives_its_good_records(tmp_path: Path, packed: bool, cut: int) -> None:
    records = [warc_record(f"https://a.example/{n}", HTML.encode()) for n in range(5)]
    content = warc_gz(*records) if packed else b"".join(records)
    pages, rejections = read(write(tmp_path / "a.warc.gz", content[:-cut]))
    assert len(pages) == (5 if packed and cut == 10 else 4)  # only the checksum is cut off
    assert [r.reason.value for r in rejections] == ["damaged-archive"]


def test_junk_within_a_crawl_costs_one_record(tmp_path: Path) -> None:
    record = warc_record(URL, HTML.encode())
    pages, rejections = read(write(tmp_path / "a.warc", record + b"junk\r\nmore junk\r\n" * 9 + record + record))
    assert (len(pages), [r.reason.value for r in rejections]) == (3, ["damaged-archive"])


def test_a_bomb_within_a_crawl_costs_one_record(tmp_path: Path) -> None:
    bomb = warc_record("https://b.example/", gzip.compress(b"a" * 5_000_000), headers=["Content-Encoding: gzip"])
    pages, rejections = read(write(tmp_path / "a.warc", bomb + warc_record(URL, HTML.encode())), config=SMALL)
    assert (len(pages), [r.reason.value for r in rejections]) == (1, ["expansion-limit"])


def test_two_captures_of_one_address_are_two_pages(tmp_path: Path) -> None:
    records = warc_record(URL, HTML.encode()) + warc_record(URL, HTML.replace("الخميس", "الجمعة").encode())
    pages, _ = read(write(tmp_path / "a.warc", records))
    assert len({page.id for page in pages}) == 2
    assert {page.key for page in pages} == {URL}


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(gzip.compress(zipped({"a.html": HTML.encode()})))

    monkeypatch.setattr("sys.stdin", Piped)
    page = read_one("-")
    assert (page.media_type, page.source) == ("text/html", "-!a.html")
