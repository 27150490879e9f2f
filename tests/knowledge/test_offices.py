"""The table of office-holders: well-formed, without overlaps, and found by title, name and day."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from riwaya.knowledge.names import nation_name
from riwaya.knowledge.offices import (
    KNOWN_UNTIL,
    Term,
    all_terms,
    find_offices,
    known_offices,
    possible_days,
    terms_named,
    terms_of,
)
from riwaya.knowledge.people import is_name_of, known_people
from riwaya.tables import read_table

# Two of one office at once: each such row says why.
_SEVERAL = {"shared", "rival"}


def sure_days(term: Term) -> tuple[date, date]:
    """Return the first and last day on which the term certainly ran."""
    end = term.end_days()
    return term.start_days().last, end.first if end else KNOWN_UNTIL


def test_every_term_has_a_known_office_both_names_and_possible_dates_in_order() -> None:
    offices = known_offices()
    for term in all_terms():
        assert term.office in offices, term
        assert re.search("[ء-ي]", term.person), term
        assert re.search("[A-Za-z]", term.name_en), term
        assert term.status in ("", "acting", *_SEVERAL), term
        end = term.end_days()
        assert end is not None or not term.end, term
        assert term.start_days().first <= (end.last if end else KNOWN_UNTIL), term
        assert (end.last if end else KNOWN_UNTIL).year >= 2000, term


def test_no_two_hold_one_office_at_once_unless_the_rows_say_so() -> None:
    for office in known_offices():
        for one, other in combinations(terms_of(office), 2):
            if {one.status, other.status} & _SEVERAL:
                continue
            (start, end), (later_start, later_end) = sure_days(one), sure_days(other)
            assert not (start < later_end and later_start < end), (one, other)


def test_every_office_has_holders_and_its_titles_find_it() -> None:
    held = {term.office for term in all_terms()}
    for office in known_offices().values():
        assert office.key in held
        nation = nation_name(office.of)
        title = f"{office.titles[0]} في {nation}" if nation else office.titles[0]
        assert office.key in find_offices(title) or nation, office
    assert len(all_terms()) >= 1_800
    assert len(held) >= 400


def test_no_row_and_no_title_stands_twice() -> None:
    rows = [tuple(row.values()) for row in read_table("office_holders.tsv")]
    assert len(rows) == len(set(rows))
    keys = [row["office"] for row in read_table("offices.tsv")]
    assert len(keys) == len(set(keys))
    titles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for office in known_offices().values():
        for title in office.titles:
            titles[office.of, title].add(office.key)
    assert not {title: keys for title, keys in titles.items() if len(keys) > 1}


def test_other_forms_belong_to_persons_of_the_table() -> None:
    people = known_people()
    for row in read_table("person_forms.tsv"):
        assert row["person"] in people
        assert row["names"] or row["names_en"]


@pytest.mark.parametrize(
    ("title", "person", "office"),
    [
        ("وزير الدفاع الأميركي", "لويد أوستن", "us.defence_minister"),
        ("وزير الدفاع الأمريكي", "أوستن", "us.defence_minister"),
        ("وزير الجيش الإسرائيلي", "يوآف جالانت", "il.defence_minister"),
        ("وزير خارجية الولايات المتحدة", "بلينكين", "us.foreign_minister"),
        ("الرئيس الأمريكي", "ترمب", "us.head_of_state"),
        ("وزيرة الخارجية الألمانية", "بيربوك", "de.foreign_minister"),
        ("رئيس وزراء العراق", "حيدر العبادي", "iq.head_of_government"),
        ("أمين عام حزب الله", "نصرالله", "hezbollah.secretary_general"),
        ("القائم بأعمال وزير الدفاع الأميركي", "شاناهان", "us.defence_minister"),
        ("الأمين العام للأمم المتحدة", "غوتيريس", "un.secretary_general"),
        ("أمير قطر", "تميم بن حمد", "qa.head_of_state"),
    ],
)
def test_a_title_and_a_name_find_the_term(title: str, person: str, office: str) -> None:
    assert {term.office for term in terms_named(title, person)} == {office}


def test_other_persons_and_other_nations_are_not_found() -> None:
    assert not terms_named("وزير الدفاع الأميركي", "غالانت")
    assert not terms_named("وزير الدفاع", "أوستن")
    assert not terms_named("وزير الدفاع الأميركي", "")
    assert not is_name_of("يوآف", "يوآف غالانت")
    assert not is_name_of("بيني غانتس", "يوآف غالانت")


def test_the_days_on_which_a_text_can_speak_so() -> None:
    assert possible_days("وزير الدفاع الأميركي", "أوستن") == ((date(2021, 1, 22), date(2025, 1, 20)),)
    assert possible_days("وزير الدفاع الأميركي السابق", "أوستن") == ((date(2025, 1, 20), None),)
    assert possible_days("الرئيس الأميركي المنتخب", "جو بايدن") == ((None, date(2021, 1, 20)),)
    # «2018-03» is any day of March 2018.
    assert possible_days("وزير الخارجية الأميركي", "ريكس تيلرسون") == ((date(2017, 2, 1), date(2018, 3, 31)),)


def test_the_holder_of_a_day_is_certain_or_not_given() -> None:
    def holders(office: str, day: date) -> list[str]:
        return [term.person for term in terms_of(office) if term.covers(day)]

    assert holders("us.head_of_state", date(2018, 5, 1)) == ["دونالد ترامب"]
    assert not holders("il.defence_minister", date(2024, 11, 20))
    assert not holders("us.head_of_state", date(KNOWN_UNTIL.year + 1, 2, 1))
    term = terms_named("وزير الخارجية الأميركي", "بلينكن")[0]
    assert term.covers(date(2022, 1, 1)) is True
    assert term.covers(date(2026, 1, 1)) is False
