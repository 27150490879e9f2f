"""Pages: HTML, plain text and web archives, whatever they are called."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from riwaya.arabic.charsets import MIXED, decode_page
from riwaya.ingest import IngestConfig

from .builders import BODY, HTML, TITLE, URL, read, read_one, reasons, write


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page", "page.csv", "page.json", "page.xml"])
def test_html_is_html_under_any_name(tmp_path: Path, name: str) -> None:
    page = read_one(write(tmp_path / name, HTML))
    assert (page.media_type, page.charset, page.content) == ("text/html", "utf-8", HTML.encode())


@pytest.mark.parametrize("name", ["page.txt", "page.text", "page", "page.html", "page.xml", "page.json"])
def test_text_without_tags_is_plain_text_under_any_name(tmp_path: Path, name: str) -> None:
    page = read_one(write(tmp_path / name, f"{TITLE}\n\n{BODY}"))
    assert (page.media_type, page.charset) == ("text/plain", "utf-8")


def test_text_that_begins_with_a_bracket_is_no_json(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.txt", f"[وكالات] {BODY}")).media_type == "text/plain"
    assert read_one(write(tmp_path / "b.txt", f"{{عاجل}} {BODY}")).media_type == "text/plain"


def test_text_that_mentions_one_tag_stays_plain_text(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.txt", f"{BODY} وسم <p> في لغة الصفحات.")).media_type == "text/plain"


def test_xhtml_with_a_declaration_is_html(tmp_path: Path) -> None:
    page = read_one(write(tmp_path / "a.html", f"<?xml version='1.0'?>\n<!DOCTYPE html>\n<!-- x -->{HTML}"))
    assert page.media_type == "text/html"


@pytest.mark.parametrize(
    "charset", ["windows-1256", "iso-8859-6", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1256"])
@pytest.mark.parametrize("name", ["a.html", "a.txt"])
def test_charset_is_detected_not_trusted(tmp_path: Path, charset: str, declared: str, name: str) -> None:
    text = HTML.replace("<head>", f'<head><meta charset="{declared}">') if name == "a.html" else BODY
    page = read_one(write(tmp_path / name, text, charset))
    assert page.content.decode(page.charset).lstrip("\ufeff") == text
    assert page.media_type == ("text/html" if name == "a.html" else "text/plain")


def test_arabic_far_down_the_page_decides_the_charset(tmp_path: Path) -> None:
    page = read_one(
        write(tmp_path / "a.html", f"<html><script>{'x=1;' * 40_000}</script><p>{BODY}</p>", "windows-1256")
    )
    assert page.charset == "windows-1256"


def test_one_damaged_character_does_not_change_the_charset(tmp_path: Path) -> None:
    content = HTML.encode()
    assert read_one(write(tmp_path / "a.html", content[:400] + b"\xff\xfe" + content[400:])).charset == "utf-8"


def test_a_title_alone_is_enough_for_windows_1256(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.txt", "سالم يلتقي نظيره", "windows-1256")).charset == "windows-1256"


def test_bytes_that_no_charset_reads_are_bad_encoding(tmp_path: Path) -> None:
    junk = bytes(range(0xA1, 0x100)) * 20 + bytes(range(0x80, 0xC0)) * 40
    assert reasons(write(tmp_path / "a.txt", junk)) == ["bad-encoding"]
    assert reasons(write(tmp_path / "b.txt", "\ufffd" * 50 + "نص")) == ["bad-encoding"]


def test_hostile_and_foreign_files_are_rejected_with_their_reason(tmp_path: Path) -> None:
    cases = {
        "empty.html": (b"", "empty"),
        "blank.txt": (b" \r\n\t\xef\xbb\xbf \n", "empty"),
        "zeros.txt": (b"\0" * 1000, "unknown-format"),
        "junk.html": (bytes(range(32)) * 40, "unknown-format"),
        "picture.html": (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "unknown-format"),
        "report.txt": (b"%PDF-1.7\n" + b"x" * 100, "unknown-format"),
        "sitemap.xml": (
            b"<?xml version='1.0'?><urlset><url><loc>https://noor.example/</loc></url></urlset>",
            "unknown-format",
        ),
        "style.css": (b"p { color: red }", "unknown-format"),
        "fake.parquet": (b"PAR1" + b"x" * 100, "damaged-archive"),
        "fake.gz": (b"\x1f\x8b\x08\x00" + b"x" * 100, "damaged-archive"),
        "fake.zip": (b"PK\x03\x04" + b"x" * 100, "damaged-archive"),
        "broken.json": (b'{"title": "a", "text": "b', "damaged-markup"),
        "manifest.json": (b'{"name": "noor", "version": 2}', "missing-field"),
    }
    for name, (content, reason) in cases.items():
        assert reasons(write(tmp_path / name, content)) == [reason], name


def test_a_page_above_the_limit_is_too_large(tmp_path: Path) -> None:
    assert reasons(write(tmp_path / "a.html", HTML * 20), IngestConfig(max_page_bytes=5_000)) == ["too-large"]


def mhtml(part: bytes, encoding: str) -> bytes:
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: x\r\n"
        "Date: Thu, 5 Mar 2026 10:20:30 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--1"\r\n\r\n\r\n'
        "------Boundary--1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n"
        f"------Boundary--1\r\nContent-Type: text/html\r\nContent-ID: <frame@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: {URL}\r\n\r\n"
    ).encode() + part + b"\r\n------Boundary--1--\r\n"  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "encode"), [("quoted-printable", quopri.encodestring), ("base64", base64.encodebytes)]
)
@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.txt"])
def test_a_web_archive_gives_its_page_and_address(tmp_path: Path, encoding: str, encode, name: str) -> None:  # type: ignore[no-untyped-def]
    page = read_one(write(tmp_path / name, mhtml(encode(HTML.encode()), encoding)))
    assert page.content.decode().strip() == HTML
    assert (page.url, page.key, page.source, page.media_type) == (URL, URL, URL, "text/html")
    assert page.captured.startswith("2026-03-05T10:20:30")


def test_a_web_archive_without_a_page_is_rejected(tmp_path: Path) -> None:
    broken = mhtml(b"", "base64").replace(b"text/html", b"image/gif").replace(b'type="image/gif"', b'type="text/html"')
    assert reasons(write(tmp_path / "a.mht", broken)) in (["damaged-markup"], ["empty"])


def test_ids_are_the_same_from_folder_to_folder_and_differ_by_content(tmp_path: Path) -> None:
    first = read_one(write(tmp_path / "x" / "day" / "a.html", HTML))
    second = read_one(write(tmp_path / "y" / "day" / "a.html", HTML))
    changed = read_one(write(tmp_path / "z" / "day" / "a.html", HTML + " "))
    assert first.key == "day/a.html"
    assert first.id == second.id != changed.id


def test_seventy_thousand_spaces_before_the_text_do_no_harm(tmp_path: Path) -> None:
    pages, rejections = read(write(tmp_path / "a.txt", " " * 70_000 + BODY))
    assert len(pages) + len(rejections) == 1


@pytest.mark.parametrize("order", ["new first", "old first", "line by line"])
def test_a_page_half_utf_8_half_windows_1256_is_read_piece_by_piece(tmp_path: Path, order: str) -> None:
    old, new = BODY, BODY.replace("الوزير", "المدير")
    if order == "line by line":
        content = b"\n\n".join((new.encode(), old.encode("cp1256")) * 3)
    else:
        halves = [f"{new}\n\n{new}".encode(), f"{old}\n\n{old}".encode("cp1256")]
        content = b"\n\n".join(halves if order == "new first" else reversed(halves))
    page = read_one(write(tmp_path / "page.txt", content))
    assert page.charset == MIXED
    text = decode_page(page.content, page.charset)
    assert old in text
    assert new in text
    assert set(text) == set(old + new + "\n")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
def test_a_page_in_one_character_set_is_no_mixed_one(tmp_path: Path, charset: str) -> None:
    content = BODY.replace("«", '"').replace("»", '"').encode(charset, "ignore") * 3
    assert read_one(write(tmp_path / "page.txt", content)).charset == charset


def test_damaged_bytes_make_no_mixed_page(tmp_path: Path) -> None:
    content = (BODY * 5).encode()
    damaged = b"".join(b"" if place % 997 == 500 else content[place : place + 1] for place in range(len(content)))
    assert read_one(write(tmp_path / "page.txt", damaged)).charset == "utf-8"
