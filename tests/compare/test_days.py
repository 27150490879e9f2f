"""Days that accounts name: which of them cannot both be meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from riwaya.compare.days import NamedTime, differ

_DAYS = st.dates().map(lambda day: NamedTime(day.isoformat(), day.isoweekday(), ()))
_MONTHS = st.dates().map(lambda day: NamedTime(day.isoformat()[:7], 0, ()))


@given(_DAYS | _MONTHS, _DAYS | _MONTHS)
def test_any_two_days_or_months_of_the_calendar_are_compared_and_either_way_alike(
    one: NamedTime, two: NamedTime
) -> None:
    assert differ(one, two) == differ(two, one)


def test_at_the_ends_of_the_calendar_there_is_no_week_before_or_behind() -> None:
    assert differ(NamedTime("9999-12-31", 5, ()), NamedTime("2018-05", 0, ()))
    assert differ(NamedTime("0001-01-01", 1, ()), NamedTime("2018-05", 0, ()))
