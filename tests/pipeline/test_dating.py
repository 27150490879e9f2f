"""Undated pages in a store: dated by what they say and by the accounts that come later, in whatever order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import add_to
from riwaya.export.tables import TABLES
from riwaya.model import Article, Dating, PublishedFrom, Statement, Story, Time, TimeFrom
from riwaya.search.reading import read_accounts
from riwaya.store.contract import TABLES as STORED
from riwaya.store.sqlite import open_store

# The talks are invented; who held the office is public.
UNDATED = """وزير الدفاع الإسرائيلي يبحث في واشنطن ملف الذخائر

أجرى وزير الدفاع الإسرائيلي يوآف غالانت اليوم الأحد مباحثات في واشنطن مع مسؤولين أميركيين تناولت شحنات الذخائر والحدود الشمالية، وكان عضو في المجلس قد استقال في 9 حزيران/يونيو الماضي.
وقال غالانت إن المحادثات مهمة لمستقبل الحرب على الجبهات كلها وإنه سيلتقي نظيره لاحقا.
"""  # noqa: E501
ACCOUNT = (
    "أجرى وزير الدفاع الإسرائيلي يوآف غالانت الأحد مباحثات في واشنطن مع مسؤولين أميركيين تناولت شحنات الذخائر والحدود "
    "الشمالية.\nوقال غالانت إن المحادثات مهمة لمستقبل الحرب على الجبهات كلها، مضيفا أنه سيلتقي نظيره لاحقا."
)
DATED = {"title": "غالانت في واشنطن لبحث شحنات الذخائر", "outlet": "الواحة", "published": "2024-06-23T15:00:00+00:00"}


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    undated, account = tmp_path / "undated.txt", tmp_path / "account.jsonl"
    undated.write_text(UNDATED, encoding="utf-8")
    account.write_text(json.dumps(DATED | {"text": ACCOUNT}, ensure_ascii=False), encoding="utf-8")
    return undated, account


def published(path: Path) -> dict[str, tuple[str, str]]:
    store = open_store(path)
    try:
        return {row["outlet"]: (row["published"], row["published_from"]) for row in TABLES["articles"].rows(store)}
    finally:
        store.close()


def records(path: Path) -> dict[str, list[object]]:
    store = open_store(path)
    try:
        return {spec.name: list(store.select(spec.record_type)) for spec in STORED if spec.name != "settings"}
    finally:
        store.close()


def test_an_office_and_a_sunday_leave_some_sundays_and_a_later_account_one_day(
    pages: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "s.riwaya"
    add_to(path, pages[0])
    first, source = published(path)[""]
    assert source == PublishedFrom.INFERRED.value
    earliest, latest = first.split("/")
    assert "2022-12" <= earliest <= "2024-06-23" <= latest <= "2024-12"
    add_to(path, pages[1])
    assert published(path) == {
        "": ("2024-06-23", PublishedFrom.INFERRED.value),
        "الواحة": (DATED["published"], PublishedFrom.STATED.value),
    }
    store = open_store(path)
    (dating,) = store.select(Dating)
    (story,) = store.select(Story)
    assert (story.start, story.end) == ("2024-06-23", "2024-06-23")
    account = next(one for one in read_accounts(store, story.article_ids) if one.dating)
    assert account.dating == dating and account.article.published == "2024-06-23"
    assert {statement.time_from for statement in account.statements} == {TimeFrom.DERIVED}
    assert all(evidence.span is None or evidence.span.of(account.article.text) for evidence in dating.evidence)
    assert not [one for one in store.select(Statement) if one.time_from is TimeFrom.DERIVED]
    store.close()


def test_the_order_of_adding_is_no_matter(pages: tuple[Path, Path], tmp_path: Path) -> None:
    add_to(tmp_path / "one.riwaya", *pages)
    for page in reversed(pages):
        add_to(tmp_path / "two.riwaya", page)
    assert records(tmp_path / "one.riwaya") == records(tmp_path / "two.riwaya")


def test_an_undated_page_whose_words_tell_its_day_dates_another(tmp_path: Path) -> None:
    words = UNDATED.replace("اليوم الأحد", "اليوم الأحد 23 يونيو 2024")
    (tmp_path / "dated.txt").write_text(words, encoding="utf-8")
    (tmp_path / "undated.txt").write_text(UNDATED, encoding="utf-8")
    add_to(tmp_path / "s.riwaya", tmp_path / "dated.txt", tmp_path / "undated.txt")
    store = open_store(tmp_path / "s.riwaya")
    datings = list(store.select(Dating))
    store.close()
    assert len(datings) == 2
    assert all(dating.earliest <= "2024-06-23" <= dating.latest < "2024-07-01" for dating in datings)


def test_times_inside_a_page_that_gets_its_day_are_counted_from_it(pages: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "s.riwaya"
    add_to(path, pages[0])
    store = open_store(path)
    before = {time.text: time.value for time in store.select(Time)}
    store.close()
    assert "XXXX-WXX-7" in before.values()
    add_to(path, pages[1])
    store = open_store(path)
    undated = next(article.id for article in store.select(Article) if not article.published)
    after = {time.text: (time.value, time.anchor) for time in store.select(Time, article_id=undated)}
    store.close()
    assert set(after) == set(before)
    assert ("2024-06-23", "2024-06-23") in after.values() and not [v for v, _ in after.values() if v.startswith("X")]


def test_an_undated_page_is_dated_by_the_numbers_of_addresses_whichever_comes_first(tmp_path: Path) -> None:
    matters = "افتتاح مدرسة", "سباق الخيل", "معرض الكتب", "ترميم القلعة", "موسم الزيتون", "جسر النهر", "مهرجان المسرح"
    rows = [
        {
            "url": f"https://nakhla.example/news/{104400 + 10 * number}",
            "title": f"{matter} في حي {number}",
            "outlet": f"النخلة {number}",
            "text": f"تابع أهل الحي {matter} الذي أعد له القائمون عليه منذ مدة، وشارك فيه كثيرون من الزوار.",
            "published": "" if number == 3 else f"2024-06-0{1 + number}T10:00:00+00:00",
        }
        for number, matter in enumerate(matters)
    ]
    found = []
    for order in (rows, rows[3:4] + rows[:3] + rows[4:], rows[::-1]):
        path = tmp_path / f"{len(found)}.riwaya"
        for place, row in enumerate(order):
            source = tmp_path / f"{len(found)}-{place}.jsonl"
            source.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
            add_to(path, source)
        found.append(published(path)["النخلة 3"])
    assert found == [("2024-06-01/2024-06-07", PublishedFrom.INFERRED.value)] * 3


def test_a_page_that_is_dated_in_the_future_dates_no_other(pages: tuple[Path, Path], tmp_path: Path) -> None:
    ahead = tmp_path / "ahead.jsonl"
    row = DATED | {"published": "2039-06-26T15:00:00+00:00", "text": ACCOUNT}
    ahead.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    add_to(tmp_path / "alone.riwaya", pages[0])
    add_to(tmp_path / "both.riwaya", pages[0])
    add_to(tmp_path / "both.riwaya", ahead)
    assert published(tmp_path / "both.riwaya")[""] == published(tmp_path / "alone.riwaya")[""]
