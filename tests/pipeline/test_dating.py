"""Undated pages in a store: dated by what they say and by the accounts that come later, in whatever order."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import add_to
from riwaya.export.tables import TABLES
from riwaya.model import Article, Dating, Entity, PublishedFrom, Statement, Story, Time, TimeFrom
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


@pytest.fixture
def far_ahead(pages: tuple[Path, Path]) -> tuple[Path, Path]:
    """The undated page, and its account under a date that has not come."""
    ahead = DATED | {"published": f"{date.today().year + 9}-06-23", "text": ACCOUNT}
    pages[1].write_text(json.dumps(ahead, ensure_ascii=False), encoding="utf-8")
    return pages


def test_a_date_that_has_not_come_dates_no_other_page(far_ahead: tuple[Path, Path], tmp_path: Path) -> None:
    add_to(tmp_path / "alone.riwaya", far_ahead[0])
    for number, order in enumerate((far_ahead, far_ahead[::-1])):
        path = tmp_path / f"{number}.riwaya"
        for page in order:
            add_to(path, page)
        assert published(path)[""] == published(tmp_path / "alone.riwaya")[""]
        assert published(path)["الواحة"] == (f"{date.today().year + 9}-06-23", PublishedFrom.STATED.value)
        store = open_store(path)
        assert {dating.article_id for dating in store.select(Dating)} == {
            article.id for article in store.select(Article) if not article.published
        }
        (story,) = store.select(Story)
        assert len(story.article_ids) == 2 and story.end < str(date.today().year + 1)
        store.close()


def test_a_date_that_has_not_come_holds_no_office(far_ahead: tuple[Path, Path], tmp_path: Path) -> None:
    add_to(tmp_path / "s.riwaya", *far_ahead)
    store = open_store(tmp_path / "s.riwaya")
    days = [day for entity in store.select(Entity) for one in entity.offices for day in (one.seen_from, one.seen_to)]
    store.close()
    assert not [day for day in days if day > date.today().isoformat()]


def test_no_undated_page_is_of_a_day_that_has_not_come(tmp_path: Path) -> None:
    year = date.today().year
    for words in (f"اليوم الأحد 23 يونيو {year + 9}", f"الأحد، وتستمر إلى نهاية {year + 2}"):
        path = tmp_path / f"{len(words)}.riwaya"
        (tmp_path / "page.txt").write_text(UNDATED.replace("اليوم الأحد", words), encoding="utf-8")
        add_to(path, tmp_path / "page.txt")
        store = open_store(path)
        latest = [dating.latest for dating in store.select(Dating)]
        store.close()
        assert all(day <= (date.today() + timedelta(days=2)).isoformat() for day in latest)


def test_articles_of_far_days_are_told_apart_whatever_ties_them(tmp_path: Path) -> None:
    days = ("2018-05-13", "", f"{date.today().year + 9}-01-01", "", "1990-01-01", "")
    rows = [
        DATED | {"url": f"https://host{place}.example/", "outlet": f"و{place}", "published": day, "text": ACCOUNT}
        for place, day in enumerate(days)
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    add_to(tmp_path / "s.riwaya", tmp_path / "rows.jsonl")
    store = open_store(tmp_path / "s.riwaya")
    assert sorted(one for story in store.select(Story) for one in story.article_ids) == sorted(
        store.values(Article, "id")
    )
    store.close()
