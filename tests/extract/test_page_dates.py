"""Publication dates on pages as the usual systems of Arab outlets make them, and what is no publication date."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.pages import PARAGRAPHS, TITLE, html
from extract.pages import page as plain_page
from riwaya.extract import extract
from riwaya.extract.dates import DateBounds, find_dates, parse_published
from riwaya.model import Page, PublishedFrom


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def drawn(data: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script>'


ARTICLE = {"id": 7, "title": TITLE, "publishedAt": "2022-05-03T14:20:00.000Z", "updatedAt": "2022-06-03T14:20:00.000Z"}
OTHER = {"id": 8, "title": "خبر آخر عن سوق السمك في الميناء", "publishedAt": "2021-01-01T00:00:00Z"}
WORDPRESS = (
    '<div class="entry-meta"><span class="posted-on"><time class="entry-date published" '
    'datetime="2022-05-03T14:20:00+00:00">3 مايو، 2022</time><time class="updated" '
    'datetime="2023-01-01T10:00:00+00:00">1 يناير 2023</time></span></div>'
)
YOAST = {
    "@graph": [
        {"@type": "WebPage", "dateModified": "2022-06-01"},
        {"@type": "Article", "datePublished": "2022-05-03T10:00:00+00:00"},
    ]
}
DRUPAL = '<span property="dc:date dc:created" content="2022-05-03T14:20:00+03:00">مساء</span>'
HEADER = '<div class="breaking"><time datetime="2021-01-01">1 يناير</time><a href="/z">عاجل: خبر آخر</a></div>'
UPDATED = "<div>آخر تحديث: 5 مايو 2022 - 11:00</div><div>تاريخ النشر: 3 مايو 2022 - 10:00</div>"


def dated(text: str) -> Page:
    return html(before=f'<div class="date">{text}</div>')


@pytest.mark.parametrize(
    ("page", "value"),
    [
        (html(before=WORDPRESS), "2022-05-03T14:20:00+00:00"),
        (html(linked(YOAST)), "2022-05-03T10:00:00+00:00"),
        (html(before=DRUPAL), "2022-05-03T14:20:00+03:00"),
        (html(before='<div class="field--name-created">الثلاثاء, 05/03/2022 - 14:20</div>'), "2022-05-03T14:20:00"),
        (html(before="<h2 class='date-header'><span>الثلاثاء، 3 مايو 2022</span></h2>"), "2022-05-03"),
        (html(after=drawn({"props": {"related": [OTHER], "article": ARTICLE}})), "2022-05-03T14:20:00Z"),
        (html('<meta property="article:published_time" content="5/3/2022 2:20:00 PM">'), "2022-05-03T14:20:00"),
        (html(before='<span class="date" data-timestamp="1651587600">قبل سنتين</span>'), "2022-05-03T14:20:00Z"),
        (html(before=HEADER + '<time datetime="2022-05-03T14:20:00Z">3 مايو</time>'), "2022-05-03T14:20:00Z"),
        (html(before=UPDATED), "2022-05-03T10:00:00"),
        (html(before="<div>تاريخ النشر: 3rd, May 2022 GMT</div>"), "2022-05-03"),
        (dated("14-09-2023 06:15 PM"), "2023-09-14T18:15:00"),
        (dated("٣ مايو ٢٠٢٢ - ٠٢:٢٠ م"), "2022-05-03T14:20:00"),
        (dated("02:20 م | الثلاثاء 03 مايو 2022"), "2022-05-03T14:20:00"),
        (dated("14:20 - 2022/05/03"), "2022-05-03T14:20:00"),
        (dated("27 جويلية 2022 - 09:05"), "2022-07-27T09:05:00"),
        (dated("May 3, 2022 2:20 PM GMT+3"), "2022-05-03T14:20:00+03:00"),
        (dated("3 مايو 2022 - 02:20 م بتوقيت مكة المكرمة"), "2022-05-03T14:20:00+03:00"),
        (dated("3 مايو 2022 - 14:20 بتوقيت أبوظبي"), "2022-05-03T14:20:00+04:00"),
        (dated("3 مايو 2022 - 14:20 بتوقيت القاهرة"), "2022-05-03T14:20:00"),
        (dated("3 مايو 2022 الساعة 14:20 بتوقيت غرينتش"), "2022-05-03T14:20:00Z"),
        (dated("15/09/1445 هـ 25/03/2024 م 10:30 ص"), "2024-03-25T10:30:00"),
        (dated("الاثنين 14 رمضان 1445هـ - 25 مارس 2024م"), "2024-03-25"),
        (dated("15 رمضان 1445 هـ"), "2024-03-25"),
    ],
)
def test_a_page_states_its_publication(page: Page, value: str) -> None:
    article = extract(page)[0]
    assert (article.published, article.published_from) == (value, PublishedFrom.STATED)
    assert article.text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "page",
    [
        dated("قبل 3 ساعات"),
        dated("31 فبراير 2022"),
        dated("3 مايو 99999"),
        html(after=drawn({"props": {"related": [OTHER]}})),
        html(after=drawn({"a": ARTICLE, "b": ARTICLE | {"publishedAt": "2020-02-02"}})),
        html(after='<section id="comments"><time datetime="2021-02-02T10:00Z">2 فبراير 2021</time><p>خبر مهم</p></section>'),  # noqa: E501
        html(after='<aside class="widget"><li><a href="/a">خبر آخر</a> <span class="post-date">1 يناير 2020</span></li></aside>'),  # noqa: E501
        html(after="<div>جميع الحقوق محفوظة 2020</div>"),
        html('<meta name="date" content="2022">'),
    ],
)  # fmt: skip
def test_what_is_no_publication_gives_none(page: Page) -> None:
    article = extract(page)[0]
    assert (article.published, article.published_from) == ("", PublishedFrom.UNKNOWN)


def test_a_year_given_as_its_first_day_yields_to_a_day_that_the_page_tells() -> None:
    meta = '<meta name="pubdate" content="2022-01-01">'
    assert extract(html(meta))[0].published == "2022-01-01"
    assert extract(html(meta, before='<div class="date">3 مايو 2022</div>'))[0].published == "2022-05-03"
    url = "https://example.org/2022/01/01/dam"
    assert extract(html(url=url))[0].published == "2022-01-01"
    assert extract(html(before='<div class="date">3 مايو 2022</div>', url=url))[0].published == "2022-05-03"


def test_metadata_outrank_the_address_and_the_address_a_date_beside_it() -> None:
    url = "https://example.org/2019/01/02/dam"
    stated = extract(html('<meta property="article:published_time" content="2022-05-03">', url=url))[0]
    assert (stated.published, stated.published_from) == ("2022-05-03", PublishedFrom.STATED)
    beside = extract(html(before='<div class="date">3 مايو 2022</div>', url=url))[0]
    assert (beside.published, beside.published_from) == ("2019-01-02", PublishedFrom.URL)


def test_a_date_after_the_capture_is_none() -> None:
    body = html(before='<div class="date">3 مايو 2030</div>').content
    captured = plain_page(body, "text/html", captured="2024-05-03T10:00:00Z")
    assert extract(captured)[0].published == ""


@given(st.text(alphabet="0123456789:/-|،. مصAPM+GTUCبتوقيتمكةيوليو", max_size=80))
def test_any_text_gives_possible_dates_or_none(text: str) -> None:
    bounds = DateBounds()
    for found in find_dates(text, bounds):
        assert 0 <= found.start < found.end
        assert parse_published(found.value, bounds)[:10] == found.value[:10]


def test_a_line_of_many_numbers_is_read_in_no_time() -> None:
    assert find_dates("12:30 | " * 20_000, DateBounds()) == []
    assert find_dates("توقيت مكة 10/" * 20_000, DateBounds()) == []
    start = time.process_time()
    assert len(find_dates("2022/05/03 " * 20_000, DateBounds())) == 20_000
    assert time.process_time() - start < 6
