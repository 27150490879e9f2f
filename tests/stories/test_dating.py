"""Undated articles: the interval that their words, offices and dated accounts leave."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.extract import extract
from riwaya.model import Bearing, Clue, ClueKind, Dating, Field, Page, PublishedFrom, Span
from riwaya.stories import ArticleReading, Dossier, make_dossier
from riwaya.stories.dating import DatedNeighbour, Likeness, Undated, derive_dating, likenesses
from riwaya.stories.dating.accounts import FEATURES, account_features, heard_accounts
from riwaya.stories.dating.coverage import COVERAGE, coverage_features
from riwaya.stories.dating.derive import narrowest, shortest_stretch
from riwaya.stories.dating.lags import lags, likelihood, whole_axis


def clue(kind: ClueKind, value: str, bearing: Bearing = Bearing.PAST, weekday: int = 0) -> Clue:
    return Clue(kind, bearing, value, weekday, Field.TEXT, Span(0, 4), "كلمة")


SUNDAY = clue(ClueKind.WRITTEN_WEEKDAY, "XXXX-WXX-7")
LAST_JUNE = clue(ClueKind.DAY_OF_YEAR, "XXXX-06-09", Bearing.LAST)
OFFICE = clue(ClueKind.OFFICE, "2024-01-10/2024-11-05", Bearing.OPEN)


def like(story: float) -> Likeness:
    """Return what two articles have in common of whose tie this is the probability."""
    share = min(max((math.log(max(story, 1e-4) / max(1.0001 - story, 1e-4)) + 7.3) / 20.7, 0.0), 0.95)
    copied = 1.0 if story >= 1.0 else 0.0
    counts = round(12 * share)
    return Likeness(
        text=share, lead=share, title=share, specific=share, names=share, weekday=0.0, copied=copied, keys=counts,
        rare_text=share, rare_lead=share, rare_terms=2 * counts, name_count=counts // 2, own_rare=25, outlet=0,
        shared=tuple((f"term{place}", 0.5) for place in range(2 * counts)), own_weight=15.0, their_title=share,
        missing=1.0 - share, digits=counts // 4, places=counts // 6, same_day=0.0, dates=0, length=200,
    )  # fmt: skip


def derive(*clues: Clue, near: tuple[tuple[str, float], ...] = (), captured: str = "") -> Dating | None:
    neighbours = tuple(
        DatedNeighbour(f"n{place}", day, "عنوان", story, like(story)) for place, (day, story) in enumerate(near)
    )
    return next(iter(derive_dating(Undated("a", clues, neighbours, captured))), None)


def test_a_minister_a_sunday_and_a_day_of_june_leave_some_sundays() -> None:
    found = derive(SUNDAY, LAST_JUNE, OFFICE)
    assert found is not None and found.published_from is PublishedFrom.INFERRED
    assert found.days and all(date.fromisoformat(day).isoweekday() == 7 for day in found.days)
    assert "2024-06-23" in found.days and found.earliest >= "2024-01-10" and found.latest <= "2024-11-05"
    assert {evidence.kind for evidence in found.evidence} == {
        ClueKind.WRITTEN_WEEKDAY, ClueKind.DAY_OF_YEAR, ClueKind.OFFICE,
    }  # fmt: skip


@pytest.mark.parametrize("days", [10, 49, 179, 700])
@pytest.mark.parametrize("others", [(), (clue(ClueKind.WRITTEN_WEEKDAY, "XXXX-WXX-3"),)])
def test_a_term_of_any_length_under_two_years_bounds_the_interval(days: int, others: tuple[Clue, ...]) -> None:
    first, last = date(2022, 9, 6), date(2022, 9, 6) + timedelta(days=days)
    found = derive(clue(ClueKind.OFFICE, f"{first}/{last}", Bearing.OPEN), *others)
    assert found is not None and f"{first}" <= found.earliest <= found.latest <= f"{last}"
    assert not others or {date.fromisoformat(day).isoweekday() for day in found.days} <= {3, 4}
    assert ClueKind.OFFICE in {evidence.kind for evidence in found.evidence}


def test_a_term_of_three_years_a_sunday_and_a_day_of_june_leave_the_sundays_of_its_summers() -> None:
    found = derive(SUNDAY, LAST_JUNE, clue(ClueKind.OFFICE, "2018-04-26/2021-01-20", Bearing.OPEN))
    assert found is not None and found.earliest > "2018-06-09" and found.latest < "2021-01-20"
    assert {"2018-06-17", "2019-06-16", "2020-06-14"} <= set(found.days)
    assert {date.fromisoformat(day).isoweekday() for day in found.days} == {7}
    assert {evidence.kind for evidence in found.evidence} == {
        ClueKind.WRITTEN_WEEKDAY, ClueKind.DAY_OF_YEAR, ClueKind.OFFICE,
    }  # fmt: skip


@pytest.mark.parametrize("others", [(), (SUNDAY,), (LAST_JUNE,)])
def test_a_term_of_three_years_gives_no_date_where_many_of_its_days_fit(others: tuple[Clue, ...]) -> None:
    assert derive(clue(ClueKind.OFFICE, "2018-04-26/2021-01-20", Bearing.OPEN), *others) is None


def test_days_that_hold_little_of_the_weight_are_not_named() -> None:
    found = derive(clue(ClueKind.DAY, "2018-05-05"), clue(ClueKind.OFFICE, "2018-04-26/2020-01-20", Bearing.OPEN))
    assert found is not None and found.days == ()


def test_a_dated_page_of_the_story_narrows_them_to_one_day() -> None:
    found = derive(SUNDAY, LAST_JUNE, OFFICE, near=(("2024-06-23T15:00:00Z", 0.999),))
    assert found is not None and (found.days or (found.published,)) == ("2024-06-23",)
    assert found.latest <= "2024-06-24"
    assert found.evidence[-1].other_article_id == "n0" and found.evidence[-1].kind is ClueKind.ACCOUNT


def test_a_copy_dates_a_page_without_any_clue() -> None:
    found = derive(near=(("2021-03-04", 1.0),))
    assert found is not None and found.earliest <= "2021-03-04" <= found.latest
    assert date.fromisoformat(found.latest) - date.fromisoformat(found.earliest) <= timedelta(days=3)


def test_the_date_of_writing_in_the_words_is_derived_and_nothing_else_is_needed() -> None:
    found = derive(clue(ClueKind.WRITTEN_DAY, "2024-06-11"))
    assert found is not None and found.published_from is PublishedFrom.DERIVED
    assert found.earliest <= "2024-06-11" <= found.latest <= "2024-06-20"


def test_a_coming_day_named_twice_is_no_day_past() -> None:
    day = "2018-09-01"
    twice = derive(clue(ClueKind.DAY, day, Bearing.OPEN), clue(ClueKind.DAY, day, Bearing.AHEAD))
    assert twice == derive(clue(ClueKind.DAY, day, Bearing.AHEAD))


@pytest.mark.parametrize(
    "clues", [(SUNDAY,), (LAST_JUNE,), (clue(ClueKind.YEAR, "2017"),), (clue(ClueKind.DAY, "2017-05-05"),), ()]
)
def test_what_bounds_nothing_gives_no_date(clues: tuple[Clue, ...]) -> None:
    assert derive(*clues) is None


def test_a_weak_tie_gives_no_date_and_accounts_that_do_not_settle_it_no_narrow_one() -> None:
    assert derive(near=(("2021-03-04", 0.2),)) is None
    one = derive(near=(("2021-03-04", 0.75), ("2021-11-20", 0.75)))
    assert one is None or (one.latest > "2021-11-15" and one.earliest < "2021-03-08")


def test_accounts_of_one_day_add_up() -> None:
    one = derive(near=(("2021-03-04", 0.8),))
    three = derive(near=tuple(("2021-03-04", story) for story in (0.8, 0.79, 0.81)))
    assert three is not None and three.earliest <= "2021-03-04" <= three.latest
    assert one is None or three.latest <= one.latest


def test_a_text_that_is_kept_twice_is_heard_once() -> None:
    twice = [DatedNeighbour(name, "2021-03-04", "", 0.8, like(0.8)) for name in ("b", "a")]
    other_day = DatedNeighbour("c", "2021-03-05", "", 0.8, like(0.8))
    assert [one.article_id for one in heard_accounts([*twice, other_day])] == ["a", "c"]


def test_terms_that_only_one_day_shares_tell_it_from_the_other_rounds() -> None:
    round_one, round_two = (
        replace(like(0.8), shared=(("affair", 0.5),)),
        replace(like(0.8), shared=(("affair", 0.5), ("detail", 0.5))),
    )
    found = coverage_features([round_one, round_one, round_two], np.array([1.0, 5.0, 9.0]))
    assert found.shape == (3, len(COVERAGE)) and np.isfinite(found).all()
    contrast, alone = COVERAGE.index("contrast"), COVERAGE.index("cover_of_day_alone")
    assert found[2, contrast] > found[0, contrast] == found[1, contrast]
    assert found[2, alone] > found[0, alone] == found[1, alone]


def test_accounts_that_share_no_telling_term_have_features_too() -> None:
    bare = replace(like(0.3), shared=(), own_weight=0.0)
    assert np.isfinite(coverage_features([bare, bare], np.array([1.0, 2.0]))).all()
    assert coverage_features([], np.array([])).shape == (0, len(COVERAGE))


def test_a_week_keeps_the_days_that_hold_nearly_all_of_what_it_holds() -> None:
    weight = np.full(1000, 0.13 / 1000)
    weight[500:503] += 0.8, 0.06, 0.01
    low, high = narrowest(weight)
    assert low <= 500 and 502 <= high < low + 7
    sure = np.full(1000, 0.001 / 1000)
    sure[500] += 0.999
    assert narrowest(sure) == (500, 500)
    even = np.full(1000, 0.1 / 1000)
    even[500:507] += 0.9 / 7
    assert narrowest(even) == (500, 506)


def test_a_weekday_picks_its_day_beside_an_account() -> None:
    thursday = clue(ClueKind.WRITTEN_WEEKDAY, "XXXX-WXX-4")
    found = derive(thursday, near=(("2021-03-04", 0.992), ("2021-03-05", 0.96)))
    assert found is not None and found.days == ("2021-03-04",)


def test_a_weekday_of_the_lead_is_that_of_the_day_or_of_the_one_before_and_one_further_down_may_be_days_back() -> None:
    axis, wednesday = whole_axis(), clue(ClueKind.WEEKDAY, "XXXX-WXX-3")
    week = slice(*(date(2021, 3, day).toordinal() - axis.first for day in (3, 10)))  # from a Wednesday on
    lead, late = (likelihood(replace(wednesday, span=Span(start, start + 8)), axis)[week] for start in (12, 2000))
    lead, late = lead / lead.sum(), late / late.sum()
    assert lead[:2].sum() > 0.95 and 0.5 < late[:2].sum() < 0.8
    assert lead[0] > lead[1] and late[1] > late[0]


def test_a_week_is_cut_to_the_days_that_hold_all_but_fifteen_in_a_thousand() -> None:
    weight = np.full(1000, 1e-9)
    weight[500:503] = 0.9, 0.08, 0.02
    assert narrowest(weight) == (500, 502)


def test_nothing_is_published_after_its_capture() -> None:
    found = derive(SUNDAY, LAST_JUNE, OFFICE, captured="2024-07-01")
    assert found is not None and found.latest <= "2024-07-02"


def test_order_of_evidence_is_no_matter() -> None:
    near = (("2024-06-23", 0.99), ("2024-06-24", 0.9))
    one = derive(SUNDAY, LAST_JUNE, OFFICE, near=near)
    two = derive(OFFICE, SUNDAY, LAST_JUNE, near=near)
    assert one is not None and two is not None and (one.earliest, one.latest) == (two.earliest, two.latest)


_CLUES = st.one_of(
    st.builds(
        lambda day, bearing: clue(ClueKind.DAY, day.isoformat(), bearing),
        st.dates(date(1700, 1, 1), date(2200, 1, 1)), st.sampled_from(Bearing),
    ),
    st.builds(
        lambda day, bearing, weekday: clue(ClueKind.DAY_OF_YEAR, f"XXXX{day.isoformat()[4:]}", bearing, weekday),
        st.dates(date(2000, 1, 1), date(2000, 12, 31)), st.sampled_from(Bearing), st.integers(0, 7),
    ),
    st.builds(lambda number: clue(ClueKind.WEEKDAY, f"XXXX-WXX-{number}"), st.integers(1, 7)),
    st.builds(lambda year, bearing: clue(ClueKind.YEAR, f"{year:04d}", bearing), st.integers(1, 2999),
              st.sampled_from(Bearing)),
)  # fmt: skip


@given(st.lists(_CLUES, max_size=6), st.lists(st.tuples(st.dates(date(1980, 1, 1), date(2060, 1, 1)),
                                                        st.floats(0, 1)), max_size=4))  # fmt: skip
def test_any_evidence_gives_an_interval_or_none(clues: list[Clue], near: list[tuple[date, float]]) -> None:
    found = derive(*clues, near=tuple((day.isoformat(), story) for day, story in near))
    if found is not None:
        assert found.earliest <= found.latest and found.evidence
        assert list(found.days) == sorted(day for day in found.days if found.earliest <= day <= found.latest)


def test_accounts_have_a_row_of_features_each_and_the_nearest_is_first() -> None:
    near = [DatedNeighbour(f"n{place}", f"2021-03-0{place + 1}", "", story, like(story))
            for place, story in enumerate((0.2, 0.95, 0.6))]  # fmt: skip
    heard = heard_accounts(near)
    assert [one.article_id for one in heard] == ["n1", "n2", "n0"]
    assert account_features(heard).shape == (3, len(FEATURES))
    assert account_features([]).shape == (0, len(FEATURES))


def test_a_page_whose_own_date_is_years_is_no_account_of_a_day() -> None:
    assert not heard_accounts([DatedNeighbour("n", "2010-01-01/2020-01-01", "", 0.9, like(0.9))])


@given(_CLUES)
def test_a_clue_never_rules_a_day_out(one: Clue) -> None:
    axis = whole_axis()
    assert len(lags(one, axis)) == len(axis.ordinal) and (likelihood(one, axis) > 0).all()


def dossier(article_id: str, text: str, outlet: str = "الواحة") -> Dossier:
    page = Page("p", article_id, article_id, "", "", "text/plain", "utf-8", text.encode())
    return replace(make_dossier(next(iter(extract(page))), ArticleReading()), article_id=article_id, outlet=outlet)


def test_a_text_is_most_like_itself_and_unlike_one_of_another_matter() -> None:
    flood = "فيضان نهر المرجان\n\nغمرت مياه نهر المرجان أحياء مدينة السنديان وأجلت فرق الإنقاذ عشرات العائلات."
    match = "فوز نادي الكوكب\n\nتغلب نادي الكوكب على ضيفه بهدفين في افتتاح البطولة أمام جمهور كبير ملأ مدرجات الملعب."
    own, other = likenesses(dossier("a", flood), [dossier("b", flood), dossier("c", match, "الميناء")])
    assert own.text == pytest.approx(1.0, abs=0.01) and own.copied == 1.0 and own.outlet == 1
    assert other.text < 0.2 and other.copied == 0.0 and other.outlet == 0 and other.rare_terms == 0
    assert own.their_title == 1.0 and own.missing == 0.0 and other.missing > 0.5
    assert sum(weight for _, weight in own.shared) == pytest.approx(own.own_weight)
    assert not {term for term, _ in other.shared} - {term for term, _ in own.shared}


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=40), st.floats(0.1, 0.99))
def test_the_shortest_stretch_holds_its_share(weights: list[float], share: float) -> None:
    weight = np.array(weights) / sum(weights)
    low, high = shortest_stretch(weight, share)
    assert weight[low : high + 1].sum() >= share - 1e-9
    width = high - low
    assert all(weight[start : start + width].sum() < share + 1e-9 for start in range(len(weights) - width + 1))
