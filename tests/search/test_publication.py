"""A page dated in the future, or in two ways, is kept as written, and marked wherever its date is shown."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conftest import add_to
from riwaya.cli.dating import publication_line, refused_publication
from riwaya.cli.output import moment
from riwaya.export.formats import export_table
from riwaya.extract import extract
from riwaya.model import Article, OtherDate, Page, PublishedFrom
from riwaya.search.publication import publication_flag
from riwaya.serve.datings import publication_source
from riwaya.serve.words import WORDS
from riwaya.store.sqlite import SQLiteStore, open_store

TODAY = date(2024, 5, 3)
AHEAD = "2039-12-30"
TEXT = "افتتحت بلدية المدينة سوق السمك الجديد في الميناء بعد عام من العمل، وقال رئيسها إن السوق يتسع لمئة بائع."
# A response without a clock of its own is a page without a capture date.
SAVED = (
    '<html lang="ar"><head><meta charset="utf-8"><title>سوق السمك</title>'
    '<meta property="article:published_time" content="{day}T10:00:00Z"></head>'
    "<body><article><h1>سوق السمك الجديد في الميناء</h1><p>{text}</p></article></body></html>"
)


def article(published: str, known: PublishedFrom = PublishedFrom.STATED) -> Article:
    return Article("a", "p", "s", 0, "", "", "", (), "", (), published, known, "ar", TEXT, ())


def row(published: str, **more: str) -> str:
    return json.dumps({"title": "سوق السمك", "text": TEXT, "published": published} | more, ensure_ascii=False)


@pytest.fixture
def store(tmp_path: Path, request: pytest.FixtureRequest) -> SQLiteStore:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "ahead.html").write_text(SAVED.format(day=AHEAD, text=TEXT), "utf-8")
    (pages / "past.html").write_text(SAVED.format(day="2022-05-03", text=TEXT.replace("سوق", "مسلخ")), "utf-8")
    (pages / "late.jsonl").write_text(row(AHEAD, captured="2024-05-03T10:00:00Z") + "\n", "utf-8")
    add_to(tmp_path / "store.riwaya", pages)
    opened = open_store(tmp_path / "store.riwaya")
    request.addfinalizer(opened.close)
    return opened


@pytest.mark.parametrize(
    ("published", "flag"),
    [
        ("2024-05-03", ""),
        ("2024-05-04T01:00:00+12:00", ""),  # tomorrow already, east of the date line
        ("2024-05-05", "future"),
        ("2031-01-01T10:00:00Z", "future"),
        ("", ""),
    ],
)
def test_a_day_after_tomorrow_is_in_the_future(published: str, flag: str) -> None:
    assert publication_flag(article(published), TODAY) == flag


def test_a_derived_interval_is_no_written_date() -> None:
    assert publication_flag(article("2024-05-01/2024-05-09", PublishedFrom.INFERRED), TODAY) == ""


def test_the_date_is_kept_as_written_and_flagged_in_exports_and_shown(store: SQLiteStore) -> None:
    stream = io.StringIO()
    export_table(store, "articles", "jsonl", stream)
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    flags = {row["published"][:10]: row["published_flag"] for row in rows if row["published_from"] == "stated"}
    assert flags == {AHEAD: "future", "2022-05-03": ""}
    ahead = next(one for one in store.select(Article) if one.published.startswith(AHEAD))
    assert publication_line(ahead) == f"{moment(ahead.published)} (stated: meta, in the future)"


def test_a_date_after_the_capture_is_not_taken_and_said_to_be_there(store: SQLiteStore) -> None:
    late = next(one for one in store.select(Article) if not one.published)
    assert late.published_from is PublishedFrom.UNKNOWN
    line = refused_publication(store, late)
    assert AHEAD in line
    assert "2024-05-03" in line
    known = replace(late, published_from=PublishedFrom.STATED)
    assert refused_publication(store, known) == ""


DATED_TWICE = (
    '<html lang="ar"><head><meta charset="utf-8"><title>سوق السمك</title>{meta}'
    '<link rel="canonical" href="https://alwaha.example/{path}"></head>'
    "<body><article><h1>سوق السمك الجديد في الميناء</h1>{visible}<p>{text}</p></article></body></html>"
)
VISIBLE = '<div class="date">تاريخ النشر: {day}</div>'
META = '<meta property="article:published_time" content="{day}">'


@pytest.mark.parametrize(
    ("meta", "path", "visible", "published", "known", "other"),
    [
        ("", "2018/05/04/market", "11 مايو 2018", "2018-05-04", "url", "2018-05-11"),
        ("2018-05-11T10:00:00Z", "ar/20180504-market", "", "2018-05-11T10:00:00Z", "stated", "2018-05-04"),
        ("", "2018/05/04/market", "4 مايو 2018", "2018-05-04", "stated", ""),
        ("2018-05-11T23:30:00+03:00", "2018/05/12/market", "", "2018-05-11T23:30:00+03:00", "stated", ""),
    ],
)
def test_a_page_whose_address_gives_another_day_keeps_both(
    meta: str, path: str, visible: str, published: str, known: str, other: str
) -> None:
    html = DATED_TWICE.format(
        meta=META.format(day=meta) if meta else "",
        path=path,
        visible=VISIBLE.format(day=visible) if visible else "",
        text=TEXT,
    )
    (found,) = extract(Page("p", "p.html", "p.html", "", "", "text/html", "utf-8", html.encode()))
    assert (found.published, found.published_from.value, found.published_other) == (published, known, other)
    assert publication_flag(found) == ("dates-differ" if other else "")


def test_what_contradicts_the_date_is_said_beside_it() -> None:
    other = {"published_other": "2018-05-11", "published_other_from": OtherDate.PAGE}
    by_address = replace(article("2018-05-04", PublishedFrom.URL), **other)
    assert publication_line(by_address) == "2018-05-04 (url, the page says 2018-05-11)"
    other = {"published_other": "2018-05-04", "published_other_from": OtherDate.ADDRESS}
    stated = replace(article("2018-05-11"), **other)
    assert publication_line(stated) == "2018-05-11 (stated, the address says 2018-05-04)"
    assert publication_source(stated, WORDS["en"]) == "as the page states, the address says \u20682018-05-04\u2069"


JSON_LD = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{day}"}}</script>'
TIME = '<time datetime="{day}">قبل يومين</time>'


@pytest.mark.parametrize(
    ("meta", "visible", "source"),
    [
        (JSON_LD.format(day="2018-05-10T10:00:00Z") + META.format(day="2018-05-10T10:00:00Z"), "", "json-ld"),
        (META.format(day="2018-05-10T10:00:00Z"), VISIBLE.format(day="10 مايو 2018"), "meta"),
        ("", TIME.format(day="2018-05-10T10:00:00Z") + VISIBLE.format(day="10 مايو 2018"), "time"),
        ("", VISIBLE.format(day="10 مايو 2018"), "text"),
        ('<meta property="article:modified_time" content="2018-05-10">', "", "meta-update"),
    ],
)
def test_the_place_that_states_the_date_is_named(meta: str, visible: str, source: str) -> None:
    html = DATED_TWICE.format(meta=meta, path="market", visible=visible, text=TEXT)
    (found,) = extract(Page("p", "p.html", "p.html", "", "", "text/html", "utf-8", html.encode()))
    assert (found.published[:10], found.published_from.value, found.published_source) == (
        "2018-05-10",
        "stated",
        source,
    )


def test_a_date_of_the_address_has_it_as_its_source() -> None:
    html = DATED_TWICE.format(meta="", path="2018/05/10/market", visible="", text=TEXT)
    (found,) = extract(Page("p", "p.html", "p.html", "", "", "text/html", "utf-8", html.encode()))
    assert (found.published_from.value, found.published_source) == ("url", "address")


@pytest.mark.parametrize(
    ("visible", "other", "flag"),
    [
        ("الأحد 10 مايو 2018", "2018-05-13", "weekday-mismatch"),
        ("10/05/2018 - الأربعاء", "2018-05-09", "weekday-mismatch"),
        ("الخميس 10 مايو 2018", "", ""),
        ("الخميس 10 مايو 2018 (من أعداد الأحد)", "", ""),
    ],
)
@pytest.mark.parametrize("meta", ["", META.format(day="2018-05-10T10:00:00Z")])
def test_a_weekday_that_does_not_fit_the_date_of_a_head_is_flagged(
    meta: str, visible: str, other: str, flag: str
) -> None:
    html = DATED_TWICE.format(meta=meta, path="market", visible=VISIBLE.format(day=visible), text=TEXT)
    (found,) = extract(Page("p", "p.html", "p.html", "", "", "text/html", "utf-8", html.encode()))
    assert (found.published[:10], found.published_other, publication_flag(found)) == ("2018-05-10", other, flag)


def test_what_the_weekday_says_is_said_beside_the_date() -> None:
    found = replace(article("2018-05-10"), published_other="2018-05-13", published_other_from=OtherDate.WEEKDAY)
    assert publication_line(found) == "2018-05-10 (stated, the weekday beside it says 2018-05-13)"
    assert publication_source(found, WORDS["en"]).endswith("the weekday beside it says \u20682018-05-13\u2069")
