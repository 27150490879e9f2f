from __future__ import annotations

import pytest

from extract.pages import PARAGRAPHS, TITLE, html, page, reasons
from riwaya.extract import extract
from riwaya.model import PublishedFrom

TEXT = "\n".join(PARAGRAPHS)


def test_text_title_and_outlet() -> None:
    (article,) = extract(html(head='<meta property="og:site_name" content="صحيفة الميناء">'))
    assert (article.title, article.outlet, article.text) == (TITLE, "صحيفة الميناء", TEXT)


def test_the_heading_mends_a_title_cut_at_a_quotation_mark() -> None:
    title = 'الراوي: "لن نؤجل" تشغيل السد الجديد مرة أخرى'
    markup = f'<html><head><meta property="og:title" content="الراوي: "></head><body><h1>{title}</h1>' + "".join(
        f"<p>{text}</p>" for text in PARAGRAPHS
    )
    (article,) = extract(page(markup, "text/html"))
    assert article.title == title


@pytest.mark.parametrize(
    ("head", "before", "url", "value", "known"),
    [
        ('<meta property="article:published_time" content="2018-05-09T14:30:00+03:00"><meta property="article:modified_time" content="2019-01-01">',  # noqa: E501
         "", "", "2018-05-09T14:30:00+03:00", PublishedFrom.STATED),
        ('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2018-05-09"}]}</script>', "", "",  # noqa: E501
         "2018-05-09", PublishedFrom.STATED),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-05-09",,}</script>', "", "",
         "2018-05-09", PublishedFrom.STATED),
        ("", '<time datetime="2018-05-09T10:00Z">أمس</time>', "", "2018-05-09T10:00:00Z", PublishedFrom.STATED),
        ("", "", "https://example.net/2018/05/09/sadd", "2018-05-09", PublishedFrom.URL),
        ("", "<div class='date'>الأربعاء 9 مايو 2018</div>", "", "2018-05-09", PublishedFrom.STATED),
        ("", "", "https://example.net/news/1234", "", PublishedFrom.UNKNOWN),
        ('<meta property="article:published_time" content="2099-05-09">', "", "", "", PublishedFrom.UNKNOWN),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00">', "", "", "", PublishedFrom.UNKNOWN),
    ],
)  # fmt: skip
def test_publication_dates(head: str, before: str, url: str, value: str, known: PublishedFrom) -> None:
    (article,) = extract(html(head=head, before=before, url=url))
    assert (article.published, article.published_from) == (value, known)


def test_dates_of_related_articles_and_comments_do_not_count() -> None:
    after = (
        "<div class='related'><h3><a href='/1'>حريق في سوق مدينة الواحة</a></h3><time datetime='2017-01-02'>2 يناير 2017</time></div>"  # noqa: E501
        "<div class='comments'><p>سمير - 3 يناير 2017</p></div>"
    )
    (article,) = extract(html(after=after))
    assert article.published == ""
    assert article.text == TEXT


def test_linked_headlines_inside_the_body_go() -> None:
    parts = [f"<p>{text}</p>" for text in PARAGRAPHS]
    parts.insert(2, "<p><strong>خلاف على الكلفة والمواعيد</strong></p>")
    parts.insert(4, "<p><a href='/2'>حريق كبير في سوق مدينة الواحة القديم</a></p>")
    (article,) = extract(html(body="".join(parts)))
    assert "خلاف على الكلفة والمواعيد" in article.text
    assert reasons(article)["حريق كبير في سوق مدينة الواحة القديم"] == "related"


def test_canonical_address_is_the_source() -> None:
    (article,) = extract(
        html(head='<link rel="canonical" href="https://almina.example/a/1">', url="https://almina.example/a/1?ref=x")
    )
    assert article.source == "https://almina.example/a/1"


@pytest.mark.parametrize(
    ("site", "outlet"),
    [
        ("Sky News Arabia", "سكاي نيوز عربية"),
        ("SNA Latest", "سكاي نيوز عربية"),
        ("مرآة الواحة", "مرآة الواحة"),
    ],
)
def test_a_known_address_outranks_a_latin_name_but_no_arabic_one(site: str, outlet: str) -> None:
    head = f'<meta property="og:site_name" content="{site}">'
    (article,) = extract(html(head=head, url="https://www.skynewsarabia.com/world/1"))
    assert article.outlet == outlet


def test_outlet_by_domain() -> None:
    (article,) = extract(
        page("".join(f"<p>{text}</p>" for text in PARAGRAPHS), "text/html", "https://www.hespress.com/a-1.html")
    )
    assert article.outlet == "هسبريس"


def test_several_whole_articles_are_split_and_cards_are_not() -> None:
    other = ["انتخبت نقابة الصيادين في جمهورية النوار، مساء السبت، مجلسا جديدا من تسعة أعضاء برئاسة هيثم البحري بعد يوم طويل.",  # noqa: E501
             "وقال البحري بعد إعلان النتائج إن أولى مهام المجلس ستكون تجديد القوارب القديمة وخفض رسوم الميناء على الصغار.",  # noqa: E501
             "وشارك في الاقتراع أكثر من ستمئة صياد من أصل ثمانمئة مسجلين في النقابة."]  # fmt: skip
    articles = [(TITLE, PARAGRAPHS), ("نقابة الصيادين تنتخب مجلسا جديدا", other)]
    body = "".join(
        f"<article><h2>{title}</h2>{''.join(f'<p>{text}</p>' for text in texts)}</article>" for title, texts in articles
    )
    card = (
        "<article><h3><a href='/3'>حريق في السوق القديم</a></h3><p>اندلع حريق في السوق القديم مساء أمس.</p></article>"
    )
    found = extract(page(f"<html><body>{body}{card}</body></html>", "text/html"))
    assert [(article.position, article.title, article.text) for article in found] == [
        (0, TITLE, TEXT),
        (1, "نقابة الصيادين تنتخب مجلسا جديدا", "\n".join(other)),
    ]


def test_deep_nesting_keeps_the_text() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    (article,) = extract(page("<div>" * 5000 + body, "text/html"))
    assert article.text == TEXT


@pytest.mark.parametrize(
    "markup",
    [
        '<span class="author">سهى الموسوي</span>',
        '<div class="byline">سهى الموسوي</div>',
        '<p class="author">سهى الموسوي</p>',
        '<a rel="author" href="/writers/7">سهى الموسوي</a>',
        '<div class="byline">بقلم <a rel="author" href="/writers/7">سهى الموسوي</a></div>',
        '<div><span class="author-name">سهى الموسوي</span> <span class="date">9 مايو 2018</span></div>',
    ],
)
def test_an_element_that_names_the_author_is_a_byline(markup: str) -> None:
    (article,) = extract(html(before=markup))
    assert (article.authors, article.text) == (("سهى الموسوي",), TEXT)
    assert "byline" in {block.reason for block in article.removed}


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="byline">فريق التحرير</div>',
        '<div class="author">صحيفة الميناء</div>',
        '<div class="related"><span class="author">رامي الحداد</span></div>',
    ],
)
def test_desks_outlets_and_writers_of_other_articles_are_no_authors(markup: str) -> None:
    (article,) = extract(html(before=markup))
    assert article.authors == ()
