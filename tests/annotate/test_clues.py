"""Clues to the day of writing: what an undated article's words say of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.annotate.clues import find_clues, find_office_clues
from riwaya.annotate.document import Document
from riwaya.model import Article, Bearing, ClueKind, Field, Mention, MentionKind, PublishedFrom, Span


def read(text: str) -> Document:
    article = Article("a", "p", "s", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    return Document.read(article, Field.TEXT)


@pytest.mark.parametrize(
    ("text", "kind", "bearing", "value"),
    [
        ("قال الوزير اليوم الأحد إن السد اكتمل.", ClueKind.WRITTEN_WEEKDAY, Bearing.PAST, "XXXX-WXX-7"),
        ("صرح الوزير أمس السبت بأن السد اكتمل.", ClueKind.WRITTEN_WEEKDAY, Bearing.PAST, "XXXX-WXX-7"),
        ("وصل الوفد أمس الإثنين 10 يونيو 2024 إلى المدينة.", ClueKind.WRITTEN_DAY, Bearing.PAST, "2024-06-11"),
        ("استقال الوزير في 9 حزيران/يونيو الماضي.", ClueKind.DAY_OF_YEAR, Bearing.LAST, "XXXX-06-09"),
        ("ينطلق المعرض في 12 مايو المقبل.", ClueKind.DAY_OF_YEAR, Bearing.NEXT, "XXXX-05-12"),
        ("افتتح الجسر في 3 مارس 2021.", ClueKind.DAY, Bearing.PAST, "2021-03-03"),
        ("الجسر في 3 مارس 2021.", ClueKind.DAY, Bearing.OPEN, "2021-03-03"),
        ("وقع الاتفاق في أبريل 2019.", ClueKind.MONTH, Bearing.PAST, "2019-04"),
        ("أقيم المعرض عام 2017.", ClueKind.YEAR, Bearing.PAST, "2017"),
        ("معرض عام 2017.", ClueKind.YEAR, Bearing.OPEN, "2017"),
    ],
)
def test_a_time_is_a_clue_with_its_bearing(text: str, kind: ClueKind, bearing: Bearing, value: str) -> None:
    (clue,) = find_clues(read(text))
    assert (clue.kind, clue.bearing, clue.value) == (kind, bearing, value)
    assert clue.span.of(text) == clue.text


@pytest.mark.parametrize("day", ["31 ديسمبر 9999", "1 يناير 9999", "1 يناير 1000", "30 ديسمبر 9998"])
@pytest.mark.parametrize("word", ["أمس", "اليوم", "غدا", "أول أمس", "بعد غد"])
def test_a_day_at_the_end_of_the_calendar_is_read_without_harm(word: str, day: str) -> None:
    assert all(clue.text for clue in find_clues(read(f"قتل ثلاثة عمال {word} {day} في حادث.")))


@pytest.mark.parametrize("text", ["أطلق 1400 صاروخ.", "قال أمس إنه بخير.", "يجتمعون كل خميس.", "في 31 فبراير 2020."])
def test_what_tells_nothing_of_the_calendar_is_no_clue(text: str) -> None:
    assert find_clues(read(text)) == []


def test_a_title_that_its_bearer_is_known_to_have_held_is_a_clue() -> None:
    text = "أجرى وزير الدفاع الأميركي لويد أوستن محادثات."
    role, holder = text.index("وزير"), text.index("لويد")
    mentions = [
        Mention("r", "a", Field.TEXT, Span(role, holder - 1), text[role : holder - 1], MentionKind.ROLE, "h", 1.0),
        Mention("h", "a", Field.TEXT, Span(holder, holder + 10), text[holder : holder + 10], MentionKind.PER, "", 1.0),
    ]
    (clue,) = find_office_clues(mentions)
    assert clue.kind is ClueKind.OFFICE
    assert clue.value.startswith("2021-01") and "/2025-01" in clue.value
    assert find_office_clues(mentions[1:]) == []


@given(st.text(alphabet="السبت الأحد 0123456789/يونيو الماضي,.\n", max_size=200))
def test_any_text_gives_clues_that_stand_in_it(text: str) -> None:
    for clue in find_clues(read(text)):
        assert clue.span.of(text) == clue.text


def test_a_chronicle_of_many_dates_is_cut() -> None:
    text = "\n".join(f"وقع حادث في {day} مارس {year}." for year in range(1990, 2020) for day in range(1, 28))
    clues = find_clues(read(text))
    assert len(clues) <= 40
    assert max(clue.value for clue in clues) == "2019-03-27"


def test_a_hijri_month_is_no_day_but_of_its_year() -> None:
    (clue,) = find_clues(read("عُقد اللقاء في رمضان 1439 بالمدينة."))
    assert (clue.kind, clue.value) == (ClueKind.YEAR, "2018")


def test_the_thursday_before_last_is_not_the_last_one() -> None:
    assert [clue.bearing for clue in find_clues(read("اجتمعوا الخميس قبل الماضي في العاصمة."))] == [Bearing.PAST]
    assert [clue.bearing for clue in find_clues(read("اجتمعوا الخميس الماضي في العاصمة."))] == [Bearing.LAST]
