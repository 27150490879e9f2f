"""Lines that are the day of publication, lines that only look so, and where on a page they stand."""

from __future__ import annotations

import pytest

from extract.pages import PARAGRAPHS, TITLE, html
from extract.pages import page as plain_page
from riwaya.extract import extract
from riwaya.extract.addresses import date_in_address
from riwaya.extract.date_lines import date_line
from riwaya.extract.dates import DateBounds
from riwaya.extract.masthead import dated_dateline
from riwaya.extract.other_days import names_other_date
from riwaya.model import OtherDate, Page, PublishedFrom
from riwaya.search.publication import DATES_DIFFER, publication_flag

BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def headed(above: str, between: str = "") -> Page:
    """Return a page whose head stands apart from its article."""
    markup = (
        f"<html><head><title>{TITLE} - صحيفة الميناء</title></head><body>{above}"
        f'<div class="content"><h1>{TITLE}</h1>{between}{BODY}</div></body></html>'
    )
    return plain_page(markup, "text/html")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("ثقافة 2017/02/25 13:39", "2017-02-25T13:39:00"),
        ("الأخبار المحلية 14 مارس 2023", "2023-03-14"),
        ("أخبار عربية ودولية - 14 مارس 2023", "2023-03-14"),
        ("القاهرة 14 مارس 2023", "2023-03-14"),
        ("كتبت سارة محمود الثلاثاء، 14 مارس 2023 10:30 ص", "2023-03-14T10:30:00"),
        ("أحمد سالم - 14 مارس 2023", "2023-03-14"),
        ("تاريخ النشر: 14 مارس 2023 - عدد المشاهدات: 100", "2023-03-14"),
        ("الثلاثاء ٢٢ شعبان ١٤٤٤هـ الموافق ١٤ مارس ٢٠٢٣م", "2023-03-14"),
        ("العدد 4321 - الثلاثاء 14 مارس 2023", "2023-03-14"),
        ("14 مارس 2023 - دقيقتان للقراءة", "2023-03-14"),
        ("14 مارس 2023 | آخر تحديث: 15 مارس 2023", "2023-03-14"),
        ("نشر هذا المقال في 14 مارس 2023", "2023-03-14"),
        ("نشر في 03 جوان 2021 الساعة 09 و 15 دقيقة", "2021-06-03T09:15:00"),
        ("نشر في 03 جوان 2021 على الساعة 14h30", "2021-06-03T14:30:00"),
        ("14 مارس 2023 على الساعة 03:15 زوالا", "2023-03-14T15:15:00"),
        ("الثلاثاء 14 مارس 2023 06:10 ص بتوقيت القدس", "2023-03-14T06:10:00"),
        ("تم إنشاؤه بتاريخ الأحد, 20 كانون1/ديسمبر 2015 14:32", "2015-12-20T14:32:00"),
        ("كتب بواسطة: ناجي العامري بتاريخ 14-03-2023", "2023-03-14"),
        ("Tue, 14 Mar 2023 14:32", "2023-03-14T14:32:00"),
        ("العدد: 12 - 14 مارس 2023", "2023-03-14"),
        ("10:30 - 14 مارس 2023", "2023-03-14T10:30:00"),
        ("كأس العالم 2022 - 14 مارس 2023", "2023-03-14"),
    ],
)
def test_a_date_line_holds_a_label_a_section_a_name_or_a_clock_beside_its_date(line: str, value: str) -> None:
    assert date_line(line, DateBounds()) == value


@pytest.mark.parametrize(
    "line",
    [
        "اليوم: الأحد 22 نوفمبر 2026", "اليوم الأحد 22 نوفمبر 2026", "الواحة 22° الأحد 22 نوفمبر 2026",
        "آخر موعد للتقديم: 20 ديسمبر 2023", "موعد المباراة: 20 ديسمبر 2023", "بداية الدورة: 4 يناير 2015",
        "أسعار الصرف ليوم 4 يناير 2015", "مواقيت الصلاة الأحد 22 نوفمبر 2026", "تاريخ الأرشفة: 4 يناير 2025",
        "تاريخ الطباعة: 4 يناير 2025", "اطلع عليه بتاريخ 4 يناير 2025", "فيديو من 4 يناير 2015", "عضو منذ 4 يناير 2015",
        "قانون 4 يناير 2015", "ثورة 25 يناير 2011", "4 يناير 2015: توقف العمل", "جلسة المجلس، 4 يناير 2015",
        "صورة من الأرشيف، 5 مايو 2015", "تأسست في 4 يناير 2015", "القرار رقم 15 بتاريخ 4 يناير 2015",
        "آخر تحديث للموقع: 22 نوفمبر 2026", "تاريخ الميلاد: 4 يناير 1970", "حقوق النشر 4 يناير 2015",
    ],
)  # fmt: skip
def test_what_a_line_says_of_its_date_may_make_it_no_publication(line: str) -> None:
    assert date_line(line, DateBounds()) is None


@pytest.mark.parametrize(
    "line",
    [
        "4 يناير 1931 - 20 ديسمبر 2013",
        "(1931 – 20 ديسمبر 2013)", "12 رجب 1350 - 20 ديسمبر 2013", "4/1/1931 - 20/12/2013",
        "4 يناير 2015 - 20 يناير 2015", "4 يناير 2015 إلى 20 يناير 2015", "4 يناير - 6 فبراير 2015",
        "الواحة، 4-6 يناير 2015",
        "4-6/1/2015", "11-10-1436هـ 15-10-1436هـ",
        "19 و20 ديسمبر 2015", "4 يناير 2015 - الآن", "التاريخ: 4-6 يناير 2015",
    ],
)  # fmt: skip
def test_two_days_joined_are_a_period_no_publication(line: str) -> None:
    assert date_line(line, DateBounds()) is None


@pytest.mark.parametrize(
    "line",
    [
        "نسور الواحة × فرسان الساحل 20 ديسمبر 2015", "نسور الواحة 2 - 1 فرسان الساحل | 20 ديسمبر 2015",
        "ملعب الواحة | 20 ديسمبر 2015",
        "20 ديسمبر 2015 - 20:00 - 22:00", "التاريخ: 20 ديسمبر 2015 | المكان: قاعة البلدية",
        "عيد الواحة: 20 ديسمبر 2015", "النتيجة: 2 - 1 (20 ديسمبر 2015)",
        "تاريخ الإغلاق: 20/12/2015", "— ناجي (@naji) 20 ديسمبر 2015",
    ],
)  # fmt: skip
def test_days_of_matches_events_deadlines_and_posts_are_no_publication(line: str) -> None:
    assert date_line(line, DateBounds()) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("نسور الواحة × فرسان الساحل", True), ("نسور الواحة - فرسان الساحل", True),
        ("تاريخ الإغلاق", True), ("الموعد", True), ("ندوة عن الطرق", True),
        ("القاهرة - رويترز", False), ("سمير خالد - محرر", False), ("رياضة - كرة قدم", False),
        ("الواحة نيوز - خاص", False),
        ("بقلم:", False), ("بتاريخ:", False), ("تاريخ النشر:", False),
    ],
)  # fmt: skip
def test_a_line_above_a_date_says_of_what_it_is(line: str, told: bool) -> None:
    assert names_other_date(line) is told


@pytest.mark.parametrize(
    "page",
    [
        headed("<header><span>الأحد 22 نوفمبر 2026</span></header>"),
        headed("<header><ul><li>الأحد 22 نوفمبر 2026</li><li>الفجر 4:50</li></ul></header>"),
        headed('<header><time datetime="2026-11-22">الأحد 22 نوفمبر 2026</time></header>'),
        headed('<div class="top"><span id="date">Sunday, November 22, 2026</span></div>'),
        headed('<div id="header"><p>12 جمادى الآخرة 1448هـ - 22 نوفمبر 2026م</p></div>'),
        headed("", "<figure><img src='a.jpg'><figcaption>الواحة، 5 مايو 2015</figcaption></figure>"),
        headed("", '<p class="caption">السد في 5 مايو 2015</p>'),
        headed("", "<dl><dt>الموعد</dt><dd>20 ديسمبر 2023</dd></dl>"),
        headed("", "<h2>قانون 4 يناير 2015</h2>"),
        html(after="<dl><dt>تاريخ المباراة</dt><dd>20 ديسمبر 2023</dd></dl>"),
        html(after="<ul><li>20 ديسمبر 2013: وضع حجر الأساس</li><li>4 يناير 2015: توقف العمل</li></ul>"),
        html(after='<div class="more"><a href="/x">السد يتوقف</a><span>4 يناير 2015</span></div>'),
        html(before='<time itemprop="startDate" datetime="2023-12-20">20 ديسمبر</time>'),
        html(before='<div class="event-date">20 ديسمبر 2023</div>'),
        html(before='<div class="weather">الأحد 22 نوفمبر 2026</div>'),
        html(before='<span class="countdown" data-time="1678800000">بعد يومين</span>'),
        html(before="<div>نسور الواحة × فرسان الساحل<br>20 ديسمبر 2023 - 20:00</div>"),
        html(before="<div><b>نسور الواحة</b></div><div>2 - 1</div><div>فرسان الساحل</div><div>20 ديسمبر 2023</div>"),
        html(before='<div class="event-card"><time datetime="2019-04-11">11 أبريل 2019</time><span>ندوة</span></div>'),
        html(before='<div class="life">20 ديسمبر 2013</div>'),
        html(before="<div>20 ديسمبر 2023</div><div>المكان: قاعة البلدية</div>"),
        html(before="<h2>25 يناير 2011</h2>"),
        html(before="<table><tr><th>الرقم</th><th>الإغلاق</th></tr><tr><td>15</td><td>20/12/2015</td></tr></table>"),
        html(before="<table><tr><td>الرقم</td><td>آخر موعد</td></tr><tr><td>15</td><td>20/12/2015</td></tr></table>"),
        html(after='<ul class="timeline"><li><time datetime="2009-04-11">11 أبريل 2009</time> حجر الأساس</li></ul>'),
        html(after='<blockquote class="tweet"><a href="https://x.com/n/1">20 ديسمبر 2015</a></blockquote>'),
        html(before='<div><abbr class="dtstart" title="2019-12-20">20 ديسمبر 2019</abbr></div>'),
        html(before='<div><time itemprop="uploadDate" datetime="2019-12-20">20 ديسمبر 2019</time></div>'),
        html(before="<div>4 يناير 2015</div><div>إلى</div><div>20 يناير 2015</div>"),
        html(before="<div>ينتهي في</div><div>20 ديسمبر 2019</div>"),
        html(
            body=BODY.replace(
                "</p>",
                '</p><p><a href="/x">سوق جديد</a> <time class="post-date" datetime="2019-01-01">اليوم</time></p>',
                1,
            )
        ),
        html(after='<p><a href="https://twitter.com/n/status/1">20 ديسمبر 2015</a></p>'),
        html(body=BODY.replace("</p>", ' <time datetime="2019-04-11">11 أبريل 2019</time></p>', 1)),
        html(body=BODY.replace("<p>", '<p>في <time datetime="2019-04-11">11 أبريل</time> ', 1)),
        html(body=BODY.replace("</p>", "</p><ul><li><time>11 أبريل 2009</time></li><li>حجر الأساس</li></ul>", 1)),
    ],
)
def test_the_day_in_a_pages_head_a_pictures_and_an_events_day_are_no_publication(page: Page) -> None:
    (article,) = extract(page)
    assert (article.published, article.published_from) == ("", PublishedFrom.UNKNOWN)


@pytest.mark.parametrize(
    "page",
    [
        headed("<header><span>الأحد 22 نوفمبر 2026</span></header>", "<div>14 مارس 2023</div>"),
        headed("<header><span>الأحد 22 نوفمبر 2026</span></header><div class='meta'>14 مارس 2023</div>"),
        headed("<h2 class='date-header'><span>الثلاثاء، 14 مارس 2023</span></h2>"),
        headed("<div class='top'>تاريخ النشر: 14 مارس 2023</div>"),
        plain_page(
            f"<html><body><article><div>14 مارس 2023</div><h1>{TITLE}</h1>{BODY}</article></body></html>", "text/html"
        ),
        headed("<div class='article-header'><div><span>14 مارس 2023</span></div></div>"),
        html(before='<span class="when" data-time="1678800000">قبل يوم</span>'),
        html(before="<h3 class='date'>14 مارس 2023</h3>"),
        html(before='<div>كتب ناجي من الواحة في <time datetime="2023-03-14">14 مارس 2023</time></div>'),
        html(before='<div>بواسطة:</div><div><time datetime="2023-03-14">14 مارس 2023</time></div>'),
        html(before='<time class="entry-date published updated" datetime="2023-03-14T10:00Z">14 مارس 2023</time>'),
        html(before='<time class="updated" datetime="2023-03-14T10:00Z">14 مارس 2023</time>'),
        html(before="<table><tr><td>ناجي العامري</td><td>14 مارس 2023</td></tr></table>"),
        plain_page(
            f"<html><body><div class='event'><h1>{TITLE}</h1><div>14 مارس 2023</div>{BODY}</div></body></html>",
            "text/html",
        ),
    ],
)
def test_an_articles_own_date_counts_above_its_title_and_below(page: Page) -> None:
    (article,) = extract(page)
    assert (article.published[:10], article.published_from) == ("2023-03-14", PublishedFrom.STATED)
    assert article.text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("above", "below", "published"),
    [
        ("الأحد 22 نوفمبر 2026", "14 مارس 2023", "2023-03-14"),
        ("الأحد 22 نوفمبر 2026", "", ""),
        ("تاريخ النشر: 14 مارس 2023", "", "2023-03-14"),
    ],
)
def test_of_a_saved_text_the_day_above_its_headline_counts_with_a_label_alone(
    above: str, below: str, published: str
) -> None:
    lines = [above, TITLE, below, *PARAGRAPHS]
    (article,) = extract(plain_page("\n".join(line for line in lines if line)))
    assert (article.title, article.published) == (TITLE, published)
    assert article.text.split("\n") == list(PARAGRAPHS)


def test_of_two_calendars_that_differ_the_gregorian_counts_and_the_other_is_kept() -> None:
    (article,) = extract(html(before="<div>1 جمادى الآخرة 1446هـ - 22 نوفمبر 2024م</div>"))
    assert article.published == "2024-11-22"
    assert (article.published_other, article.published_other_from) == ("2024-12-02", OtherDate.CALENDAR)
    assert publication_flag(article) == DATES_DIFFER


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("news/2023/03/14/dam", "2023-03-14"),
        ("politics/2023-03-14-dam-opens", "2023-03-14"),
        ("ar/20230314-السد-الجديد-2011-01-25", "2023-03-14"),
        ("14-03-2023/dam", "2023-03-14"),
        ("issues/20230314/art20230314-12.htm", "2023-03-14"),
        ("2023/3/14/remembering-2011-01-25-revolution", "2023-03-14"),
        ("news/202303141044893040", "2023-03-14"),
        ("news/remembering-2011-01-25-revolution", ""),
        ("story/حرب-7-10-2023", ""),
        ("6-10-1973-war", ""),
        ("gaza-2023-10-07", ""),
        ("story/%D8%AD%D8%B1%D8%A8-7-10-2023", ""),
    ],
)
def test_an_address_holds_the_day_in_its_own_part_not_among_the_words_of_a_slug(path: str, day: str) -> None:
    assert date_in_address(f"https://example.org/{path}", DateBounds()) == day


@pytest.mark.parametrize(
    "head",
    [
        "القاهرة - 14 مارس 2023 (رويترز) - ", "القاهرة 14 مارس 2023 (أ ش أ) - ", "القاهرة في 14 مارس 2023 /أ ش أ/ ",
        "بيروت، الثلاثاء 14 مارس 2023 (أ ف ب) - ", "بغداد/ 14 مارس 2023/ واع – ",
        "الرياض 22 شعبان 1444 هـ الموافق 14 مارس 2023 م واس",
    ],
)  # fmt: skip
def test_a_dateline_may_have_its_agency_behind_the_date(head: str) -> None:
    text = head if head.endswith("واس") else head + PARAGRAPHS[0]
    found = dated_dateline(text, DateBounds())
    assert found is not None and (found[1], found[2]) == ("2023-03-14", len(head))


@pytest.mark.parametrize(
    "text",
    [
        "الواحة 14 مارس 2023 – حين ", "دمشق، 14 مارس 2023 (يوم المباراة) - كانت ", "القاهرة في 14 مارس 2023 ",
        "بغداد 14 مارس 2023 - كانت الدبابات تعبر الجسر ",
        "الدوحة، 12-14 مارس 2023 - اجتمعت ",
    ],
)  # fmt: skip
def test_a_place_and_a_day_without_an_agency_are_no_dateline(text: str) -> None:
    assert dated_dateline(text + PARAGRAPHS[0], DateBounds()) is None


def test_of_a_place_that_is_known_a_dash_and_a_verb_behind_the_day_make_a_dateline() -> None:
    found = dated_dateline("الخرطوم 14 مارس 2023 — بدأت البلدية تعبيد الطريق الدائري", DateBounds())
    assert found is not None and found[:2] == ("الخرطوم", "2023-03-14")


def test_the_date_of_a_dateline_at_the_head_of_the_lead_is_the_publication() -> None:
    lead = "القاهرة - 14 مارس 2023 (رويترز) - "
    (article,) = extract(headed("", f"<p>{lead}{PARAGRAPHS[3]}</p>"))
    assert article.published == "2023-03-14" and article.credits == ("رويترز",)
    assert article.text.split("\n")[0] == PARAGRAPHS[3]
