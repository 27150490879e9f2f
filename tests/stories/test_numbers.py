"""Undated articles between dated ones by the numbers in their addresses."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Bearing, Clue, ClueKind, Dating, Field, PublishedFrom, Span
from riwaya.stories.dating import NumberedPage, Undated, address_number, derive_dating, pages_around

FIRST = date(2021, 3, 1)


def pages(days: list[int]) -> tuple[NumberedPage, ...]:
    """Return dated pages, half of them before and half behind an undated one's number, on these days of March 2021."""
    half = len(days) // 2
    return tuple(
        NumberedPage(f"n{place}", str(FIRST + timedelta(day - 1)), "عنوان", 7 * (place - half) + 3)
        for place, day in enumerate(days)
    )


def derive(numbered: tuple[NumberedPage, ...], *clues: Clue) -> Dating | None:
    return next(iter(derive_dating(Undated("a", clues, (), numbered=numbered))), None)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://www.nakhla.example/world/1044435", ("nakhla.example", 1044435)),
        ("https://m.nakhla.example/sport/1044435-فوز-نادي-الكوكب", ("nakhla.example", 1044435)),
        ("http://waha.example/arabic/world-43193332", ("waha.example", 43193332)),
        ("http://waha.example/article.php?id=43193332", ("waha.example", 43193332)),
        ("http://waha.example/ar/20180530-خبر", None),
        ("http://waha.example/2018/05/30/خبر", None),
        ("http://waha.example/مقتل-12000-شخص-1044435", None),
        ("http://waha.example/a1044435b", None),
        ("http://waha.example/%D9%88%D9%81%D8%A7%D8%A9", None),
        ("pages/1044435.html", None),
        ("http://[bad/1044435", None),
        ("", None),
    ],
)
def test_an_address_has_a_number_where_it_holds_one_of_five_digits_that_is_no_date(
    address: str, found: tuple[str, int] | None
) -> None:
    assert address_number(address) == found


def test_a_page_is_of_the_days_of_those_numbered_before_and_behind_it() -> None:
    found = derive(pages([3, 3, 4, 4, 4, 4, 5, 5, 5, 6]))
    assert found is not None and found.published_from is PublishedFrom.INFERRED
    assert (found.earliest, found.latest) == ("2021-03-03", "2021-03-06")
    assert [(one.kind, one.says) for one in found.evidence] == [
        (ClueKind.NUMBER, "2021-03-04"), (ClueKind.NUMBER, "2021-03-04"),
    ]  # fmt: skip


def test_one_page_out_of_order_is_not_believed() -> None:
    found = derive(pages([3, 3, 4, 4, 30, 4, 5, 5, 5, 6]))
    assert found is not None and found.latest <= "2021-03-07"


def test_a_weekday_narrows_what_numbers_leave() -> None:
    thursday = Clue(ClueKind.WRITTEN_WEEKDAY, Bearing.PAST, "XXXX-WXX-4", 0, Field.TEXT, Span(0, 12), "اليوم الخميس")
    found = derive(pages([1, 1, 1, 1, 1, 8, 8, 8, 8, 8]), thursday)
    assert found is not None and found.days == ("2021-03-04",)
    assert {one.kind for one in found.evidence} == {ClueKind.WRITTEN_WEEKDAY, ClueKind.NUMBER}


def test_numbers_that_do_not_follow_the_days_give_nothing() -> None:
    days = list(range(1, 300, 30))
    shuffled = (random.Random(seed).sample(days, len(days)) for seed in range(40))
    assert not [one for one in shuffled if derive(pages(one)) is not None]


def test_numbers_of_one_side_or_of_few_pages_give_nothing() -> None:
    assert derive(pages([4, 4, 5, 5])) is None
    assert derive(tuple(page for page in pages([3, 4, 4, 4, 4, 5, 5, 5]) if page.ahead < 0)) is None


def test_pages_numbered_months_apart_leave_a_long_interval() -> None:
    found = derive(pages([1, 20, 40, 60, 130, 160, 190, 250]))
    assert found is not None and (date.fromisoformat(found.latest) - date.fromisoformat(found.earliest)).days > 60


def test_the_nearest_numbers_on_either_side_are_heard_without_the_page_itself_and_each_once() -> None:
    series = [(10 * place, f"a{place}{copy}", "2021-03-01", "") for place in range(40) for copy in "xy"]
    found = pages_around(200, "a20x", series)
    assert [page.ahead for page in found] == [-40, -30, -20, -10, 0, 10, 20, 30, 40, 50]
    assert found[4].article_id == "a20y"


def test_numbers_that_many_pages_bear_are_those_of_sections() -> None:
    series = [(1000 * section, f"a{section}-{page}", "2021-03-01", "") for section in range(9) for page in range(5)]
    assert pages_around(4000, "a4-2", series) == ()


@given(st.lists(st.integers(1, 400), max_size=10), st.randoms())
def test_the_order_in_which_pages_are_given_is_no_matter(days: list[int], chance: random.Random) -> None:
    given_pages = list(pages(sorted(days)))
    shuffled = chance.sample(given_pages, len(given_pages))
    assert derive(tuple(given_pages)) == derive(tuple(shuffled))
