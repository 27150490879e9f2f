"""Weekdays whose direction follows from what they belong to; ranges; days told behind hours, weekdays and feasts."""

from __future__ import annotations

import pytest

from .support import pairs

PLANS = [  # a page of Thursday, 10 May 2018
    ("أرجأت المحكمة النطق بالحكم إلى الأحد", "2018-05-13"),
    ("تستمر الفعاليات حتى السبت", "2018-05-12"),
    ("تدرب الفريق استعدادا لمباراة السبت", "2018-05-12"),
    ("تحدث المدرب قبل لقاء الجمعة", "2018-05-11"),
    ("جاء ذلك قبل يومين من اجتماع السبت", "2018-05-12"),
    ("دعت النقابات إلى إضراب عام السبت", "2018-05-12"),
    ("خسر الفريق قبل مباراته المقبلة الأربعاء", "2018-05-16"),
    ("تفتتح الوزيرة المعرض الأحد", "2018-05-13"),
    ("يخوض المنتخب الثلاثاء مباراته", "2018-05-15"),
    ("لم يعلن ما إذا كان سيحضر الاثنين", "2018-05-14"),
]

OVER = [
    ("سيزور الوفد العاصمة، بحسب بيان صدر الجمعة", "2018-05-04"),
    ("من المقرر أن يسافر، وفقا لمصدر مطلع الأحد", "2018-05-06"),
    ("دعت الوزارة إلى الهدوء الثلاثاء", "2018-05-08"),
    ("أمهلته المحكمة حتى الأربعاء", "2018-05-09"),
]

RANGES = [
    ("من ظهر غد وحتى مساء الأربعاء", ["2018-05-11TMI", "2018-05-16TEV"]),
    ("حظر التجول من الثامنة مساء حتى السادسة صباحا", ["2018-05-10T20:00", "2018-05-11T06:00"]),
    ("من الأول من ديسمبر حتى 15 مارس", ["2017-12-01", "2018-03-15"]),
]

BEHIND = [
    (
        "عند الساعة 19,00 بالتوقيت المحلي (16,00 ت غ) من مساء الأحد",
        ["2018-05-06T19:00", "2018-05-06T16:00Z", "2018-05-06TEV"],
    ),
    (
        "الساعة 1:17 فجرا بالتوقيت المحلي (22:17 بتوقيت غرينتش) يوم 6 مايو",
        ["2018-05-06T01:17", "2018-05-05T22:17Z", "2018-05-06"],
    ),
    ("تعطيل العمل يومي الأحد والاثنين 20 و21 مايو", ["2018-05-20", "2018-05-21", "2018-05-20", "2018-05-21"]),
    ("يوم الاثنين الموافق للسادس من فبراير 2017", ["2017-02-06"]),
    ("احتفال الكنيسة بعيد الميلاد في السابع من يناير", ["2018-01-07", "2018-01-07"]),
]


@pytest.mark.parametrize(("text", "day"), PLANS)
def test_what_is_put_off_prepared_or_called_for_lies_ahead(text: str, day: str) -> None:
    assert pairs(text)[-1][1] == day


@pytest.mark.parametrize(("text", "day"), OVER)
def test_the_day_of_a_source_and_a_call_in_general_are_over(text: str, day: str) -> None:
    assert pairs(text)[-1][1] == day


@pytest.mark.parametrize(("text", "values"), RANGES)
def test_a_range_never_ends_before_it_begins(text: str, values: list[str]) -> None:
    assert [value for _, value in pairs(text)] == values


@pytest.mark.parametrize(("text", "values"), BEHIND)
def test_hours_weekdays_and_feasts_take_the_day_told_behind_them(text: str, values: list[str]) -> None:
    assert [value for _, value in pairs(text)] == values
