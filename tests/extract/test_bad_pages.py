from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pages import PARAGRAPHS, page
from riwaya.errors import BadItem, Reason
from riwaya.extract import EXTRACT, extract
from riwaya.model import Stage

BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
ENGLISH = (
    "The minister of water said on Sunday that the new dam would start to work before the end of next summer. " * 4
)
PERSIAN = (
    "وزیر آب این کشور روز یکشنبه گفت که سد جدید پیش از پایان تابستان آینده به بهره‌برداری خواهد رسید و هزینه آن از بودجه عمومی پرداخت شده است. "  # noqa: E501
    * 3
)
URDU = (
    "وزیر نے اتوار کو کہا کہ نیا ڈیم اگلے موسم گرما کے اختتام سے پہلے کام شروع کر دے گا اور اس کی لاگت حکومت نے ادا کی ہے۔ "  # noqa: E501
    * 3
)
KURDISH = (
    "وەزیری ئاو ڕۆژی یەکشەممە ڕایگەیاند کە بەنداوە نوێیەکە پێش کۆتایی هاوینی داهاتوو دەست بە کار دەکات لە شارەکە. " * 3
)


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"", "text/html", Reason.EMPTY),
        (b" \n\0\0", "text/plain", Reason.EMPTY),
        (b"<b>" * 17_000_000, "text/html", Reason.TOO_LARGE),
        (b"<b>" * 2_000_000, "text/html", Reason.DAMAGED_MARKUP),
        (b"\xd8\xae\n" * 30_000, "text/plain", Reason.TOO_LARGE),
        (b"<html><body><p></p></body></html>", "text/html", Reason.NO_ARTICLE),
        (b"[1, 2]", "application/json", Reason.BAD_ROW),
        (b'{"title": "x"}', "application/json", Reason.EMPTY),
        (ENGLISH.encode(), "text/plain", Reason.NOT_ARABIC),
        (f"<p>{ENGLISH}</p>".encode() * 3, "text/html", Reason.NOT_ARABIC),
    ],
)
def test_bad_pages_are_refused_with_their_reason(content: bytes, media_type: str, reason: Reason) -> None:
    with pytest.raises(BadItem) as caught:
        extract(page(content, media_type))
    assert caught.value.reason is reason


@pytest.mark.parametrize(("text", "language"), [(PERSIAN, "fa"), (URDU, "ur"), (KURDISH, "ckb"), (ENGLISH, "en")])
def test_the_language_found_is_named(text: str, language: str) -> None:
    with pytest.raises(BadItem) as caught:
        extract(page(text))
    assert caught.value.reason is Reason.NOT_ARABIC
    assert language in caught.value.detail.split()


def test_an_english_quotation_stays() -> None:
    quotation = '"We will not delay it again", the minister wrote.'
    (article,) = extract(page("\n".join([*PARAGRAPHS[:2], quotation, *PARAGRAPHS[2:]])))
    assert quotation in article.text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 30_000 + BODY,
        "<ul><li>" * 15_000 + BODY,
        "<div " + " ".join(f"a{number}=1" for number in range(50_000)) + ">" + BODY,
        "<html>\0" + BODY.replace(" ", "\0 ") + "<div",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + BODY,
        BODY + "<" * 50_000,
        f"<html><body><article><h1>عنوان</h1>{BODY}"[:-40],
    ],
    ids=["deep", "lists", "attributes", "nul", "json", "brackets", "truncated"],
)
def test_hostile_markup_gives_its_text_in_time(markup: str) -> None:
    start = time.monotonic()
    (article,) = extract(page(markup, "text/html"))
    assert PARAGRAPHS[0] in article.text
    assert time.monotonic() - start < 20


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "application/json"]))
def test_any_bytes_give_articles_or_a_rejection(content: bytes, media_type: str) -> None:
    try:
        assert extract(page(content, media_type))
    except BadItem as error:
        assert error.reason


PIECES = ["<p>", "</p>", "<div class='related'>", "</div>", "<article>", "</article>", "<h1>", "<table><tr><td>", "</table>", "<!--", "<a href='x'>", "</a>",  # noqa: E501
          "<time datetime='2018-01-01'>", "<script>", "<br>", "<![CDATA[", "&nbsp;", "اقرأ أيضا", *PARAGRAPHS]  # fmt: skip  # noqa: E501


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=40))
def test_any_markup_gives_articles_or_a_rejection(pieces: list[str]) -> None:
    try:
        articles = extract(page("".join(pieces).encode("utf-8", "replace"), "text/html"))
    except BadItem:
        return
    assert all(article.text.strip() for article in articles)


def test_the_stage_names_its_items_by_source() -> None:
    assert EXTRACT.name is Stage.EXTRACT
    assert EXTRACT.name_item(page("x", url="https://a.example/1")) == "https://a.example/1"
    assert list(EXTRACT.run(page("\n".join(PARAGRAPHS))))
