from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pages import PARAGRAPHS, TITLE, reasons, row
from riwaya.errors import BadItem
from riwaya.extract import extract
from riwaya.model import PublishedFrom

TEXT = "\n".join(PARAGRAPHS)


def test_fields_outrank_detection_and_text_stays_as_given() -> None:
    text = f"  {PARAGRAPHS[0]}\n\n {PARAGRAPHS[1]}  \n"
    (article,) = extract(
        row(
            title=TITLE,
            outlet="الميناء",
            url="https://hespress.com/2011/01/02/x",
            published="Sun, 18 Feb 2018 21:35:43 +0400",
            text=text,
        )
    )
    assert article.text == text
    assert (article.title, article.outlet, article.published) == (TITLE, "الميناء", "2018-02-18T21:35:43+04:00")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("للمزيد: حريق في سوق الواحة", "related"),
        ("تابعونا على تويتر", "notice"),
        ("*نقلاً عن الميناء", "credit"),
        ("نبأ 24/ أ ف ب", "credit"),
    ],
)
def test_only_clear_lines_leave_a_row(line: str, reason: str) -> None:
    (article,) = extract(row(title=TITLE, text=f"{TEXT}\n{line}"))
    assert article.text == TEXT
    assert reasons(article)[line] == reason


def test_headlines_and_names_in_a_row_stay() -> None:
    text = f"{PARAGRAPHS[0]}\nرئيس النوار يستقبل وفدا تجاريا من مملكة الساحل بعد قطيعة طويلة\n{TEXT}\nسليم الراوي"
    (article,) = extract(row(title=TITLE, text=text))
    assert article.text == text


def test_author_field_with_city_and_agency() -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, authors="القاهرة - رويترز"))
    assert (article.authors, article.dateline, article.credits) == ((), "القاهرة - رويترز", ("رويترز",))


@pytest.mark.parametrize(
    ("written", "authors", "dateline", "sources"),
    [
        ("غزة (الأراضي الفلسطينية) - فرانس برس", (), "غزة (الأراضي الفلسطينية) - فرانس برس", ("فرانس برس",)),
        ("القاهرة (رويترز)", (), "القاهرة (رويترز)", ("رويترز",)),
        ("بيروت (لبنان) - سهى الموسوي", ("سهى الموسوي",), "بيروت (لبنان) - سهى الموسوي", ()),
        ("(سهى الموسوي)", ("سهى الموسوي",), "", ()),
    ],
)
def test_a_place_with_brackets_is_no_author(
    written: str, authors: tuple[str, ...], dateline: str, sources: tuple[str, ...]
) -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, authors=written))
    assert (article.authors, article.dateline, article.credits) == (authors, dateline, sources)


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("BBC Arabic", "بي بي سي عربي"),
        ("bbcarabic", "بي بي سي عربي"),
        ("BBC", "بي بي سي عربي"),
        ("alarabia", "العربية"),
        ("Al-Arabiya", "العربية"),
        ("france24", "فرانس 24"),
        ("sky_news", "سكاي نيوز عربية"),
        ("CNN", "سي إن إن بالعربية"),
        ("www.hespress.com", "هسبريس"),
        ("https://www.skynewsarabia.com/", "سكاي نيوز عربية"),
        ("m.alarabiya.net", "العربية"),
        ("france24.com", "فرانس 24"),
        ("سكاي نيوز عربية | آخر الأخبار", "سكاي نيوز عربية"),
        ("skynewsarabia.com - سكاي نيوز عربية", "سكاي نيوز عربية"),
        ("www.sunbula.example", "sunbula.example"),
        ("الواحة - نبأ", "الواحة - نبأ"),
        ("Sunbula Post", "Sunbula Post"),
        ("مرآة الواحة", "مرآة الواحة"),
    ],
)
def test_an_outlets_latin_name_becomes_its_own(given_name: str, name: str) -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, outlet=given_name))
    assert article.outlet == name


def test_a_month_alone_is_kept_as_its_days() -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, published="2017-02"))
    assert (article.published, article.published_from) == ("2017-02-01/2017-02-28", PublishedFrom.STATED)


def test_a_month_yields_to_a_day_of_it_in_the_address() -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, published="2017-03", url="https://example.org/2017/03/12/bridge"))
    assert article.published == "2017-03-12"


def test_a_month_contradicted_by_the_address_keeps_both() -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, published="2017-03", url="https://example.org/2018/05/12/bridge"))
    assert (article.published, article.published_other) == ("2017-03-01/2017-03-31", "2018-05-12")


@pytest.mark.parametrize("published", ["2017-13", "1017-03", "2017-3-", "2041-01"])
def test_no_month_gives_no_date(published: str) -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, published=published))
    assert not article.published


@pytest.mark.parametrize("published", ["1526000000", 1526000000, "1526000000000"])
def test_seconds_since_1970(published: object) -> None:
    (article,) = extract(row(title=TITLE, text=TEXT, published=published))
    assert article.published == "2018-05-11T00:53:20Z"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([*PARAGRAPHS, "للمزيد: خبر آخر هنا", "----", ""]),
            st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60),
        ),
        max_size=12,
    )
)
def test_what_stays_of_a_row_is_its_own_lines_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        (article,) = extract(row(text=text, language="ar"))
    except BadItem:
        return
    left = iter(text.replace("\ufeff", "").replace("\ufffe", "").replace("\uffff", "").split("\n"))
    assert all(any(line == other for other in left) for line in article.text.split("\n"))
