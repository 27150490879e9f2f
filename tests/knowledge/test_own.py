"""Users' rows: our columns or Wikidata's, bad rows refused with line and reason, the rest kept."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from riwaya.knowledge.offices import Term, terms_of
from riwaya.knowledge.own import Kept, OwnBody, Refused, read_own, uncorrected

HEADER = "person,office,of,from,to,name_en,status\n"


def terms(text: str) -> list[Term]:
    rows = [each.row for each in read_own(text.encode()) if isinstance(each, Kept)]
    return [row for row in rows if isinstance(row, Term)]


def refusals(content: str | bytes) -> list[tuple[int, str]]:
    data = content if isinstance(content, bytes) else content.encode()
    return [(each.line, each.reason) for each in read_own(data) if isinstance(each, Refused)]


def test_a_title_with_its_nation_finds_the_office_of_the_table() -> None:
    found = terms(
        HEADER + "نجيب الفلاني,وزير الدفاع الأمريكي,,2030-01,,Najib,\nسامي الفلاني,us.foreign_minister,,2031,,,acting\n"
    )
    assert [(t.office, t.start, t.own) for t in found] == [
        ("us.defence_minister", "2030-01", True),
        ("us.foreign_minister", "2031", True),
    ]


def test_an_office_of_ones_own_needs_a_nation_or_a_body() -> None:
    found = terms(HEADER + "نجيب الفلاني,وزير الري,Egypt,2024,,,\nسامي الفلاني,رئيس بلدية الرياحين,,2024,,,\n")
    assert [t.office for t in found] == ["own:وزير ري@egypt", "own:رييس بلديه رياحين@"]
    assert refusals(HEADER + "نجيب الفلاني,وزير الري,,2024,,,\n") == [(2, "unknown office وزير الري")]


def test_a_title_is_no_office_for_being_long() -> None:
    assert refusals(HEADER + "نجيب الفلاني,وزير كل شيء,,2024,,,\n") == [(2, "unknown office وزير كل شيء")]


def remarks(text: str) -> list[str]:
    return [each.remark for each in read_own((HEADER + text).encode()) if isinstance(each, Kept)]


def test_an_office_beside_the_tables_is_remarked_on() -> None:
    assert remarks("نجيب الفلاني,وزير الري,Egypt,2024,,,\n") == ["not an office of the tables: وزير الري مصر"]


def test_a_second_holder_of_the_same_days_is_remarked_on_unless_the_row_says_why() -> None:
    row = "نجيب الفلاني,us.foreign_minister,,2019-01-01,2020-01-20,,"
    assert remarks(f"{row}\n") == ["the tables have another holder then: مايك بومبيو (2018-04-26 .. 2021-01-20)"]
    assert remarks(f"{row}rival\n") == [""]
    assert remarks("نجيب الفلاني,us.foreign_minister,,2018-03-31,2018-04-26,,\n") == [""]


def test_bad_rows_are_refused_by_line_and_the_rest_is_kept() -> None:
    text = (
        HEADER
        + "نجيب الفلاني,وزير الدفاع الأميركي,,2021-02-31,,,\n"
        + "نجيب الفلاني,وزير الدفاع الأميركي,,,,,\n"
        + "نجيب الفلاني,ملك الغابة,,2021,,,\n"
        + "Najib,وزير الدفاع الأميركي,,2021,,,\n"
        + "نجيب الفلاني,وزير الدفاع الأميركي,,2021,2019,,\n"
        + "نجيب الفلاني,وزير الدفاع الأميركي,,2021,,,king\n"
        + "يوآف غالانت,il.defence_minister,,2022-12-29,2024-11,,\n"
        + "نجيب الفلاني,وزير الدفاع الأميركي\n"
        + "\n"
        + "نجيب الفلاني,وزير الدفاع الأميركي,,2030,,,\n"
        + "نجيب الفلاني,وزير الدفاع الأميركي,,2030,,,\n"
    )
    assert [line for line, _ in refusals(text)] == [2, 3, 4, 5, 6, 7, 8, 9, 12]
    early = refusals("person,office,name_en,from\nنجيب الفلاني,وزير الدفاع الأميركي,,0024\n")
    assert early and early[0][1].startswith("from: 0024 is before 1800")
    assert refusals(text)[0][1] == "from: 2021-02-31 is no date (YYYY, YYYY-MM or YYYY-MM-DD)"
    assert refusals(text)[-1][1] == "the same as line 11"
    assert [t.start for t in terms(text)] == ["2030"]


def test_a_row_in_another_encoding_is_refused_alone() -> None:
    good = "نجيب الفلاني,وزير الدفاع الأميركي,,2030,,,\n".encode()
    bad = "نجيب الفلاني,وزير الدفاع الأميركي,,2031,,,\n".encode("windows-1256")
    content = HEADER.encode() + bad + good
    assert refusals(content) == [(2, "not UTF-8")]
    assert sum(isinstance(each, Kept) for each in read_own(content)) == 1
    utf16 = (HEADER + good.decode()).encode("utf-16")
    assert sum(isinstance(each, Kept) for each in read_own(utf16)) == 1


def test_an_export_of_wikidata_is_read_and_a_first_of_january_is_but_a_year() -> None:
    text = (
        "person,personLabel,position,positionLabel,countryLabel,start,end\n"
        "http://www.wikidata.org/entity/Q1,نجيب الفلاني,http://www.wikidata.org/entity/Q2,وزير الخارجية,فرنسا,"
        "2030-01-01T00:00:00Z,2031-05-17T00:00:00Z\n"
        "http://www.wikidata.org/entity/Q3,Q3,http://www.wikidata.org/entity/Q2,وزير الخارجية,فرنسا,"
        "2030-01-01T00:00:00Z,\n"
    )
    found = terms(text)
    assert [(t.office, t.start, t.end) for t in found] == [("fr.foreign_minister", "2030", "2031-05-17")]
    assert refusals(text) == [(3, "no Arabic name in person")]


def test_bodies_have_their_own_columns() -> None:
    text = "name;name_en;country;names\nحزب الورد;Rose Party;مصر;الورد|حزب الوردة\nحزب الشوك;Thorn;Nowhere;\n"
    kept = [each.row for each in read_own(text.encode()) if isinstance(each, Kept)]
    assert kept == [OwnBody("حزب الورد", ("الورد", "حزب الوردة"), "Rose Party", "egypt")]
    assert refusals(text) == [(3, "unknown country Nowhere")]


def test_a_file_without_the_columns_is_refused_as_a_whole() -> None:
    assert [line for line, _ in refusals("a,b\n1,2\n")] == [1]
    assert refusals("") == [(1, "no header row")]


@given(st.binary(max_size=400))
def test_any_bytes_are_answered(content: bytes) -> None:
    list(read_own(content))
    list(read_own(HEADER.encode() + content))


def test_dates_in_arabic_digits_are_kept_as_iso() -> None:
    assert [t.start for t in terms(HEADER + "نجيب الفلاني,وزير الري,Egypt,٢٠٢٠-٠١,,,\n")] == ["2020-01"]


def test_a_term_that_is_yet_to_begin_is_remarked_on() -> None:
    row = (HEADER + "نجيب الفلاني,il.army_chief,,2099,,,\n").encode()
    (kept,) = read_own(row, date(2026, 1, 1))
    assert isinstance(kept, Kept)
    assert kept.remark == "from 2099 is yet to come"


def test_other_dates_of_the_tables_holder_stand_in_place_of_theirs() -> None:
    (kept,) = read_own((HEADER + "يوآف غالانت,il.defence_minister,,2022-12-29,2024-10-30,,\n").encode())
    assert isinstance(kept, Kept)
    assert isinstance(kept.row, Term)
    assert kept.remark == "used in place of the tables' 2022-12-29 .. 2024-11"
    shipped = terms_of("il.defence_minister")
    gone = set(shipped) - set(uncorrected(shipped, [kept.row]))
    assert [(each.person, each.start) for each in gone] == [("يوآف غالانت", "2022-12-29")]


def test_one_holder_and_office_with_two_starts_is_remarked_on_unless_the_terms_follow_each_other() -> None:
    row = "نجيب الفلاني,وزير الري,Egypt"
    assert remarks(f"{row},2018,,,\n{row},2019,,,\n")[1].endswith("line 2: the same holder and office, 2018 ..")
    assert "same holder" not in remarks(f"{row},2018,2019-03,,\n{row},2022,,,\n")[1]
