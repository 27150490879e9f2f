"""When statements were said and events were: by the words beside them, else by the publication."""

from __future__ import annotations

import pytest

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.model import Article, Event, PublishedFrom, Statement, TimeFrom, dated, timed, timed_event
from riwaya.model.dating import Dating


def read(text: str, published: str = "2024-06-12") -> list[Statement | Event]:
    article = Article("a", "p", "s", 0, "", "", "", (), "", (), published, PublishedFrom.STATED, "ar", text, ())
    found = annotate(article, AnnotateConfig(reader="rules"))
    return [record for record in found if isinstance(record, (Statement, Event))]


@pytest.mark.parametrize(
    ("text", "time", "source"),
    [
        ("قال وزير الري سليم الحداد أمس الثلاثاء إن السد اكتمل.", "2024-06-11", TimeFrom.STATED),
        ("قال سليم الحداد، في مؤتمر صحفي عقده الاثنين، إن السد سيفتتح الخميس المقبل.", "2024-06-10", TimeFrom.STATED),
        ("«السد اكتمل قبل موعده المقرر»، قال سليم الحداد مساء الاثنين.", "2024-06-10TEV", TimeFrom.STATED),
        ("وفي عام 2019 قال سليم الحداد إن السد لن يكتمل.", "2019", TimeFrom.STATED),
        ("قال سليم الحداد إن السد اكتمل يوم الأحد.", "2024-06-12", TimeFrom.PUBLISHED),
        ("قال سليم الحداد تعليقا على هجوم الأحد إن البلاد بخير.", "2024-06-12", TimeFrom.PUBLISHED),
        ("«السد اكتمل يوم الأحد»، قال سليم الحداد، «ولن ينهار أبدا».", "2024-06-12", TimeFrom.PUBLISHED),
        ("«السد اكتمل يوم الأحد»، قال سليم الحداد أمس، «ولن ينهار أبدا».", "2024-06-11", TimeFrom.STATED),
        ("وكان وزير الري سليم الحداد قد قال إن السد اكتمل.", "", TimeFrom.EARLIER),
    ],
)
def test_a_statement_has_the_day_of_its_cue(text: str, time: str, source: TimeFrom) -> None:
    (statement,) = (record for record in read(text) if isinstance(record, Statement))
    assert (statement.time, statement.time_from) == (time, source)
    assert (statement.time_span is not None) == (source is TimeFrom.STATED)


def test_a_speaker_who_goes_on_does_so_on_the_same_day() -> None:
    first, second = read("قال سليم الحداد أمس الثلاثاء إن السد اكتمل. وأضاف أن العمل انتهى.")
    assert first.time == second.time == "2024-06-11"


def test_of_an_undated_article_a_statement_has_the_derived_day() -> None:
    text = "قال سليم الحداد إن السد اكتمل."
    article = Article("a", "p", "s", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    (statement,) = (record for record in read(text, "") if isinstance(record, Statement))
    assert (statement.time, statement.time_from) == ("", TimeFrom.UNKNOWN)
    found = dated(article, Dating("a", "2024-06-11", "2024-06-12", (), PublishedFrom.INFERRED, ()))
    assert (found.published, found.published_from) == ("2024-06-11/2024-06-12", PublishedFrom.INFERRED)
    said = timed(statement, found)
    assert (said.time, said.time_from) == ("2024-06-11/2024-06-12", TimeFrom.DERIVED)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("قال سليم الحداد اليوم الأحد إن السد اكتمل.", "2024-06-02/2024-06-24"),
        ("قال سليم الحداد أمس الأحد إن السد اكتمل.", "2024-06-01/2024-06-23"),
        ("قال سليم الحداد الأحد إن السد اكتمل.", "2024-05-26/2024-06-24"),
    ],
)
def test_of_an_article_dated_to_weeks_what_was_said_on_a_weekday_has_its_interval(text: str, time: str) -> None:
    article = Article("a", "p", "s", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    (statement,) = (record for record in read(text, "") if isinstance(record, Statement))
    assert (statement.time, statement.time_from) == ("XXXX-WXX-7", TimeFrom.STATED)
    said = timed(statement, dated(article, Dating("a", "2024-06-02", "2024-06-24", (), PublishedFrom.INFERRED, ())))
    assert (said.time, said.time_from) == (time, TimeFrom.DERIVED)


def test_an_event_on_a_weekday_of_no_known_week_has_the_interval_and_the_week_before() -> None:
    text = "قتل ثلاثة جنود في قصف الأحد."
    article = Article("a", "p", "s", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    found = dated(article, Dating("a", "2024-06-02", "2024-06-24", (), PublishedFrom.INFERRED, ()))
    (event,) = (timed_event(record, found) for record in read(text, "") if isinstance(record, Event))
    assert (event.time, event.time_from) == ("2024-05-26/2024-06-24", TimeFrom.DERIVED)


def test_what_was_written_before_its_page_was_said_then() -> None:
    # The page is of Wednesday 12 June.
    first, second = read("أعلن سليم الحداد أن العمال عادوا أمس الاثنين. وأضاف أن العمل انتهى.")
    assert {(one.time, one.time_from) for one in (first, second)} == {("2024-06-11", TimeFrom.WRITTEN)}


def test_an_event_of_the_lead_is_of_the_day_and_a_stated_time_outranks_it() -> None:
    lead = [one for one in read("التقى الرئيس نادر العتيق رئيس الوزراء سليم الحداد.") if isinstance(one, Event)]
    stated = [one for one in read("التقى الرئيس نادر العتيق أمس سليم الحداد.") if isinstance(one, Event)]
    assert {(one.time, one.time_from) for one in lead} <= {("2024-06-12", TimeFrom.PUBLISHED)}
    assert {(one.time, one.time_from) for one in stated} <= {("2024-06-11", TimeFrom.STATED)}
    assert lead or stated


def test_a_page_of_many_times_and_cues_takes_no_long() -> None:
    text = " ".join("قال سليم الأحد إن السد اكتمل يوم الاثنين، وأكد الثلاثاء أن العمل انتهى." for _ in range(400))
    assert read(text)


AGAIN = "أعلنت وزارة الصحة أن ثمانية قتلوا أمس الاثنين."


def test_of_a_page_put_out_again_a_statement_is_of_the_day_its_words_were_written_on() -> None:
    said = [one for one in read(AGAIN, "2018-05-10") if isinstance(one, Statement)]
    assert [(one.time, one.time_from) for one in said] == [("2018-05-08", TimeFrom.WRITTEN)]
    said = [one for one in read(AGAIN, "2018-05-08") if isinstance(one, Statement)]
    assert [(one.time, one.time_from) for one in said] == [("2018-05-08", TimeFrom.PUBLISHED)]


def test_what_stands_before_a_stretch_of_another_day_is_of_the_page_and_what_follows_is_of_the_stretch() -> None:
    before, there, behind = (
        one
        for one in read(
            f"قال وزير الري سليم الحداد إن السد اكتمل.\n{AGAIN}\nوقال سليم الحداد إن البلاد بخير.", "2018-05-12"
        )
        if isinstance(one, Statement)
    )
    assert (before.time, before.time_from) == ("2018-05-12", TimeFrom.PUBLISHED)
    assert (there.time, there.time_from) == (behind.time, behind.time_from) == ("2018-05-08", TimeFrom.WRITTEN)


def test_an_event_of_a_page_put_out_again_is_of_the_day_its_words_were_written_on() -> None:
    text = f"التقى الرئيس نادر العتيق رئيس الوزراء سليم الحداد.\n{AGAIN}"
    found = [one for one in read(text, "2018-05-09") if isinstance(one, Event) and one.span.end < text.index("\n")]
    assert found and {(one.time, one.time_from) for one in found} == {("2018-05-08", TimeFrom.WRITTEN)}
