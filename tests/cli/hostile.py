"""Makers of hostile files: what a crawl, a careless export or an attacker hands in."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

SENTENCE = "وقال الوزير سليم الحداد يوم الثلاثاء إن منسوب النهر ارتفع مترين، مؤكدا أن السد آمن. "
# What the longest texts begin with, so that they are no accounts of the event of all the others.
APART = "وصل قطار البضائع إلى محطة الميناء بعد توقف دام شهرين، وفق ما ذكرت شركة السكك الحديدية. "
BODY = "\n".join(
    f"<p>أعلنت وزارة الري في تمارا أن فرقها فحصت {number} سدا خلال الأسبوع الماضي. {SENTENCE}</p>"
    for number in range(3, 9)
)


def page(body: str, *, title: str = "وزير الري: السد آمن", head: str = '<meta charset="utf-8">') -> str:
    """Return an article's page around a body."""
    return f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"


def paragraphs(text: str) -> str:
    """Return a text as an article's paragraphs of HTML."""
    return "<article>" + "".join(f"<p>{line}</p>" for line in text.split("\n")) + "</article>"


def noise(size: int, seed: int = 1) -> bytes:
    """Return bytes without any sense, the same ones for a seed."""
    return random.Random(seed).randbytes(size)


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def warc(count: int) -> bytes:
    """Return a WARC file of `count` captured pages."""
    records = []
    for number in range(count):
        body = page(f"<p>{number}</p>{BODY}").encode()
        response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        header = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Target-URI: https://marsad.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
        )
        records.append(header.encode() + response + b"\r\n\r\n")
    return b"".join(records)


def rows(*values: dict[str, object]) -> bytes:
    """Return JSON lines."""
    return "".join(json.dumps(value) + "\n" for value in values).encode()


def row(body: str, **more: object) -> dict[str, object]:
    """Return one article as a row."""
    return {"title": "وزير الري: السد آمن", "outlet": "مرصد تمارا", "published": "2024-05-01", "text": body, **more}


def cut_letter(data: bytes) -> bytes:
    """Return the first two thirds of a page, its last letter cut in two."""
    end = len(data) * 2 // 3
    while data[end] < 0xC0:
        end += 1
    return data[: end + 1]


ENGLISH = "The minister said on Tuesday that the river had risen by two metres and that the dam was safe. " * 12
PERSIAN = "وزیر نیرو روز سه‌شنبه گفت که سطح آب رودخانه دو متر بالا آمده است و سد برای مردم خطری ندارد. " * 12
URDU = "وزیر آبپاشی نے منگل کو کہا کہ دریا کی سطح دو میٹر بلند ہو گئی ہے اور ڈیم کو کوئی خطرہ نہیں ہے۔ " * 12
KURDISH = "وەزیری ئاودێری ڕۆژی سێشەممە گوتی کە ئاستی ڕووبارەکە دوو مەتر بەرز بووەتەوە و بەنداوەکە مەترسی نییە. " * 12
LINKS = "".join(f'<li><a href="/n/{number}">خبر رقم {number} عن السد والنهر</a></li>' for number in range(3000))
DATES = ("0000-00-00", "99999-12-31", "2024-02-31", "-1", "9" * 400, "0001-01-01", "31/31/2024", "١٤٤٥/١٣/٤٥")

# Small files: name → content. Each is read alone and all of them together.
FILES: dict[str, Callable[[], bytes]] = {
    "empty.html": lambda: b"",
    "blank.txt": lambda: b" \n\t\r\n" * 500,
    "nuls.html": lambda: b"\0" * 10_000,
    "bytes.html": lambda: noise(40_000),
    "picture.html": lambda: b"\x89PNG\r\n\x1a\n" + noise(5_000),
    "program.txt": lambda: b"\x7fELF" + noise(5_000),
    "truncated.html": lambda: cut_letter(page(BODY).encode()),
    "cut_in_tag.html": lambda: page(BODY).encode() + b'<p class="',
    "says_utf8_is_1256.html": lambda: page(BODY).encode("cp1256"),
    "says_1256_is_utf8.html": lambda: page(BODY, head='<meta charset="windows-1256">').encode(),
    "says_nonsense.html": lambda: page(BODY, head='<meta charset="x-no-such-set">').encode("cp1256"),
    "utf16.html": lambda: page(BODY).encode("utf-16"),
    "mixed_sets.html": lambda: page(BODY).encode() + paragraphs(SENTENCE * 9).encode("cp1256"),
    "deep.html": lambda: page("<div>" * 20_000 + BODY + "</div>" * 20_000).encode(),
    "deep_inline.html": lambda: page("<b><i><font>" * 7_000 + BODY).encode(),
    "deep_lists.html": lambda: page("<ul><li>" * 10_000 + BODY).encode(),
    "deep_tables.html": lambda: page("<table><tr><td>" * 3_000 + BODY).encode(),
    "unclosed_comment.html": lambda: page("<!-- " * 20_000 + BODY).encode(),
    "unclosed_script.html": lambda: page("<script>" + "<!--<script>" * 20_000 + BODY).encode(),
    "open_brackets.html": lambda: page("<" * 100_000 + BODY).encode(),
    "attributes.html": lambda: page("<p " + " ".join(f'a{n}="{n}"' for n in range(30_000)) + ">" + BODY).encode(),
    "entities.html": lambda: page("<p>" + "&amp;" * 60_000 + "&#1234567890;&#xD800;&#0;</p>" + BODY).encode(),
    "one_long_address.html": lambda: page(f'<a href="http://{"a" * 300_000}">x</a>' + BODY).encode(),
    "links.html": lambda: page(f"<ul>{LINKS}</ul>").encode(),
    "links_and_article.html": lambda: page(f"<article>{BODY}</article><ul>{LINKS}</ul>").encode(),
    "only_markup.html": lambda: page("<div><span></span></div>" * 3_000, title="").encode(),
    "english.html": lambda: page(paragraphs(ENGLISH), title="The dam is safe").encode(),
    "persian.html": lambda: page(paragraphs(PERSIAN), title="وزیر نیرو: سد خطری ندارد").encode(),
    "urdu.html": lambda: page(paragraphs(URDU), title="ڈیم کو کوئی خطرہ نہیں").encode(),
    "kurdish.html": lambda: page(paragraphs(KURDISH), title="بەنداوەکە مەترسی نییە").encode(),
    "diacritics.txt": lambda: ("ًٌٍَُِّْ" * 2_000).encode(),
    "emoji.txt": lambda: ("😀🏽‍👩‍👧🇱🇧 " * 3_000).encode(),
    "controls.txt": lambda: bytes(range(1, 32)) * 500,
    "controls_in_text.html": lambda: page(BODY.replace(" ", "\x0b\x07 \x01").replace("ا", "ا\u202e\u2066")).encode(),
    "nuls_in_text.html": lambda: page(BODY.replace("السد", "ال\0سد")).encode(),
    "stacked_marks.txt": lambda: (SENTENCE * 3 + "ا" + "ّ" * 60_000 + SENTENCE * 3).encode(),
    "no_space.txt": lambda: ("وقالالوزيرإنالسدآمن" * 11_000).encode()[:400_000],
    "no_space_in_article.html": lambda: page(BODY + "<p>" + "والسدود" * 15_000 + "</p>" + BODY).encode(),
    "open_quotes.html": lambda: page(paragraphs(APART * 6 + "وقال: «وصل القطار " * 5_000)).encode(),
    "mixed_quotes.html": lambda: page(paragraphs(APART * 6 + "قال \"السد» 'آمن“ ”" * 800)).encode(),
    "one_sentence.html": lambda: page(paragraphs(APART * 4 + "الذي قال إنه " * 1_500)).encode(),
    "commas.txt": lambda: (SENTENCE * 4 + "، " * 60_000 + SENTENCE * 4).encode(),
    "digits.txt": lambda: (APART * 4 + "١٢٣٤٥٦٧٨٩0/" * 15_000 + APART * 4).encode(),
    "numerals.txt": lambda: (APART * 4 + "ألف ومئة وعشرون مليونا " * 3_000 + APART * 4).encode(),
    "and_and.txt": lambda: (SENTENCE * 4 + "و" * 100_000 + " " + "ال" * 50_000).encode(),
    "titles.txt": lambda: (APART * 4 + "وزير الخارجية " * 4_000).encode(),
    "days.txt": lambda: (APART * 4 + "يوم الثلاثاء الماضي " * 3_000).encode(),
    "lines.txt": lambda: (SENTENCE * 4 + "\n" * 50_000 + "قال\n" * 20_000).encode(),
    "unpaired.json": lambda: json.dumps(row("\ud800 " + SENTENCE * 9 + "\udfff\x00", title="\udc00")).encode(),
    "nested.json": lambda: b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "nested_array.json": lambda: b"[" * 100_000,
    "nested_objects.jsonl": lambda: b'{"a":' * 100_000 + b"\n" + rows(row(SENTENCE * 9)),
    "not_json.json": lambda: b'{"title": "x", "text": ',
    "huge_numbers.json": lambda: json.dumps(row(SENTENCE * 9)).encode()[:-1] + b', "n": ' + b"9" * 9_000 + b"}",
    "dates.jsonl": lambda: rows(*(row(f"{n} " + SENTENCE * 9, published=d) for n, d in enumerate(DATES))),
    "wrong_types.jsonl": lambda: rows(
        row("x", text=7), row("x", text=None), row("x", text=[[[[]]]]), row(SENTENCE * 9, title={"a": 1}, outlet=[3]),
    ),
    "one_bad_row.jsonl": lambda: rows(row("1" + SENTENCE * 9)) + b"{no\n" + rows(row("2" + SENTENCE * 9)),
    "bad_rows.csv": lambda: b"title,text,outlet\n" + b"a\n" * 300 + b"a,b,c,d,e\n" * 300,
    "no_text_column.csv": lambda: b"colour,size\nred,3\n" * 10,
    "columns.csv": lambda: (
        ",".join(["title", "text", *(f"c{n}" for n in range(10_000))]) + "\n"
        + ",".join(["العنوان", SENTENCE.replace("،", " ") * 9, *["x"] * 10_000]) + "\n"
    ).encode(),
    "open_quote.csv": lambda: ('title,text\nا,"' + f"ب,{SENTENCE.replace('،', ' ')}\n" * 400).encode(),
    "commas.csv": lambda: b"title,text" + b"," * 100_000 + b"\n" + b"," * 100_000,
    "not_parquet.parquet": lambda: b"PAR1" + noise(4_000) + b"PAR1",
    "feed.xml": lambda: b"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY %c '%b'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><rss version='2.0'><channel><item><title>&j;</title><description>&j;</description></item></channel></rss>",
    "cut_feed.xml": lambda: b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>a</title><descr",
    "cut.warc": lambda: warc(3)[: len(warc(1)) + len(warc(1)) // 2],
    "cut.warc.gz": lambda: gzip.compress(warc(3))[:-60],
    "noise.warc": lambda: b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" + noise(2_000),
    "three_layers.html.gz": lambda: gzip.compress(gzip.compress(gzip.compress(page(BODY).encode()))),
    "cut.html.gz": lambda: gzip.compress(page(BODY).encode() + noise(5_000))[:-2_000],
    "noise.html.gz": lambda: b"\x1f\x8b\x08" + noise(2_000),
    "bomb.html.gz": lambda: gzip.compress(b"<p>" * 30_000_000, 9),
    "bomb.zip": lambda: zipped({"sound.html": page(BODY).encode(), "bomb.html": b" " * 90_000_000}),
    "cut.zip": lambda: zipped({"a.html": page(BODY).encode()})[:-60],
    "climbing.zip": lambda: zipped({"../../../escaped.html": page(BODY).encode()}),
    "many.zip": lambda: zipped({f"{number}.html": b"" for number in range(500)}),
    "saved.mhtml": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    + b"--x\r\n" * 9_000,
}  # fmt: skip

# Beyond the limits, or as large as the limits let in.
LARGE: dict[str, Callable[[], bytes]] = {
    "tag_50mb.html": lambda: b"<html><body><div " + b"a" * 50_000_000,
    "tags_50mb.html": lambda: b"<html><body>" + b"<div>" * 10_000_000,
    "text_50mb.txt": lambda: b"a b " * 12_500_000,
    "tag_11mb.html": lambda: b"<html><body><div " + b"a" * 11_500_000,
    "attributes_11mb.html": lambda: b"<html><body><div " + b"a=b " * 2_900_000,
    "tags_11mb.html": lambda: b"<html><body>" + b"<div>" * 2_300_000,
    "tags_at_the_limit.html": lambda: page(BODY + "<p>x</p>" * 49_000).encode(),
    "links_at_the_limit.html": lambda: page(BODY + "<li><a href=/x>خبر عاجل</a></li>" * 24_000).encode(),
    "article_11mb.html": lambda: page(BODY * 7_000).encode(),
    "text_11mb.txt": lambda: (SENTENCE * 75_000).encode(),
    "word_11mb.txt": lambda: ("والسدود" * 820_000).encode(),
    "row_5mb.jsonl": lambda: rows(row(SENTENCE * 33_000), row("2" + SENTENCE * 9)),
    "lines_11mb.txt": lambda: ("قال\n" * 1_600_000).encode(),
}


def write_files(folder: Path, makers: dict[str, Callable[[], bytes]]) -> Path:
    """Write every file of a table of makers into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in makers.items():
        (folder / name).write_bytes(make())
    return folder
