"""Which day the words of a quotation and of a copied stretch are counted from, on a page of Thursday, 10 May 2018."""

from __future__ import annotations

import pytest

from .support import times

QUOTED = [
    ('قال الوزير الثلاثاء: "التقينا أمس وسنلتقي غدا".', ["2018-05-08", "2018-05-07", "2018-05-09"]),
    ("قال الوزير الاثنين: «اجتمعنا أمس. سنجتمع غدا».", ["2018-05-07", "2018-05-06", "2018-05-08"]),
    ('قال الوزير الثلاثاء "التقينا أمس"، مضيفا "سنلتقي غدا".', ["2018-05-08", "2018-05-07", "2018-05-09"]),
    ('قال الوزير الأحد "نعود غدا". وأضاف "وصلنا أمس".', ["2018-05-06", "2018-05-07", "2018-05-05"]),
    ('قال الوزير في 3 مايو "سنعود الأسبوع المقبل".', ["2018-05-03", "2018-W19"]),
    ('قال الوزير الأحد "سنعود الثلاثاء المقبل عند الساعة 14:00".', ["2018-05-06", "2018-05-08", "2018-05-08T14:00"]),
    ('كتبت يوم 28 نوفمبر 1829 "سأغادر في الثالث من ديسمبر".', ["1829-11-28", "1829-12-03"]),
]

NOT_OF_THE_DAY = [
    ('قال الأحد "سنعود". وفي بلد آخر جاء في بيان "نبدأ غدا".', ["2018-05-06", "2018-05-11"]),
    ('وصل الوفد الأحد. وقال الوزير "نبدأ غدا".', ["2018-05-06", "2018-05-11"]),
    ('قال الأحد "سنعود" وأضاف أن الوفد يصل غدا.', ["2018-05-06", "2018-05-11"]),
    ('بعد "لقاء الأحد" قال "عدنا" ثم غادر" وأضاف "نعود غدا".', ["2018-05-06", "2018-05-11"]),
]


@pytest.mark.parametrize(("text", "values"), QUOTED)
def test_every_time_of_an_utterance_counts_from_the_day_it_was_spoken(text: str, values: list[str]) -> None:
    assert [time.value for time in times(text)] == values


@pytest.mark.parametrize(("text", "values"), NOT_OF_THE_DAY)
def test_what_is_not_of_the_utterance_counts_from_the_page(text: str, values: list[str]) -> None:
    assert [time.value for time in times(text)] == values


def test_a_stretch_of_days_before_leaves_what_stands_before_it_to_the_page() -> None:
    found = times("غادر الوزير أمس.\nوكان قد أعلن اليوم الاثنين قرارا. ويعود غدا.")
    assert [(time.value, time.anchor) for time in found] == [
        ("2018-05-09", "2018-05-10"),
        ("2018-05-07", "2018-05-07"),
        ("2018-05-08", "2018-05-07"),
    ]


def test_a_page_put_out_again_a_day_later_is_of_one_day() -> None:
    found = times("وصل الوفد أمس. والتقى اليوم الأربعاء الوزير.")
    assert [(time.value, time.anchor) for time in found] == [("2018-05-08", "2018-05-09"), ("2018-05-09", "2018-05-09")]
