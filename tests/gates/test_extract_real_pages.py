"""Extraction on real pages that are not part of the project; skipped where they are absent."""

from __future__ import annotations

import json
import lzma
import random
import time
from pathlib import Path

import pytest

from riwaya.errors import BadItem
from riwaya.extract import extract
from riwaya.model import Article, Page

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the shared data are not on this machine")


def _page(path: Path, media_type: str, url: str = "") -> Page:
    content = path.read_bytes()
    return Page(Page.make_id(path.name, content), path.name, url or path.name, url, "", media_type, "utf-8", content)


@needs_shared
def test_saved_pages_keep_no_furniture() -> None:
    articles = [extract(_page(path, "text/plain")) for path in sorted((SHARED / "seeds").glob("*.txt"))]
    assert [len(found) for found in articles] == [1, 1, 1]
    flat = [found[0] for found in articles]
    assert [bool(article.title) for article in flat] == [False, True, False]
    assert [bool(article.dateline) for article in flat] == [False, True, False]
    assert [bool(article.credits) for article in flat] == [False, True, False]
    assert [[block.reason for block in article.removed] for article in flat] == [
        ["comments"],
        ["title", "dateline", "related", "credit"],
        [],
    ]


@needs_shared
def test_gold_dates_of_real_html_are_found_and_none_is_invented() -> None:
    folder = SHARED / "data" / "html_ar"
    gold = json.loads((folder / "htmldate" / "gold_dates.json").read_text("utf-8"))
    for url, entry in gold.items():
        (article,) = extract(_page(folder / "htmldate" / entry["file"], "text/html", url))
        assert article.published[:10] == entry["date"], url
    for path in sorted((folder / "jawhara").glob("*.html")):
        (article,) = extract(_page(path, "text/html"))
        record = path.with_suffix(".txt").read_text("utf-8")
        assert article.published[:10] == record.split("<TIME>")[1][:10], path.name
        assert _words(record.split("<TEXT>")[1].split("</TEXT>")[0]) == _words(article.text), path.name
        assert article.title == record.split("<TITLE>")[1].split("</TITLE>")[0]
    (article,) = extract(_page(folder / "assabah" / "assabah.com.tn.article.html", "text/html"))
    assert article.published == ""
    right = len(gold) + len(list((folder / "jawhara").glob("*.html")))
    print(f"\npublication dates of real pages: {right} of {right} right, none invented on 1 without a date")


def _words(text: str) -> list[str]:
    return text.split()


@needs_shared
def test_rows_lose_only_whole_lines_at_speed() -> None:
    with lzma.open(SHARED / "data" / "ant" / "ant_2018_02_07.jsonl.xz", "rt", encoding="utf-8") as file:
        rows = random.Random(7).sample([json.loads(line) for line in file], 1500)
    start, read, same_date = time.monotonic(), 0, 0
    for row in rows:
        fields = {"url": row["url"], "title": row["title"], "published": row["time"], "text": row["text"]}
        content = json.dumps(fields).encode()
        page = Page("p", row["url"], row["url"], row["url"], "", "application/json", "utf-8", content)
        try:
            (article,) = extract(page)
        except BadItem:
            continue
        read += 1
        same_date += article.published[:10] == row["date"]
        _assert_only_lines_left(row["text"], article)
    assert read >= 0.998 * len(rows)
    assert same_date >= 0.998 * len(rows)
    print(f"{len(rows) / (time.monotonic() - start):,.0f} rows/s")


def _assert_only_lines_left(text: str, article: Article) -> None:
    left = iter(text.split("\n"))
    assert all(any(line == other for other in left) for line in article.text.split("\n"))
