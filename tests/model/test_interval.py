"""Publications as intervals of days."""

from __future__ import annotations

import pytest

from riwaya.model.interval import read_interval, touches


@pytest.mark.parametrize(
    ("published", "after", "before", "expected"),
    [
        ("2025-03-04", "", "", True),
        ("2025-03-04", "2025-03-04", "2025-03-04", True),
        ("2025-03-04", "2025-03-05", "", False),
        ("2025-03-04", "", "2025-03-03", False),
        ("2025-03-01/2025-03-31", "2025-03-31", "", True),
        ("2025-03-01/2025-03-31", "", "2025-03-01", True),
        ("2025-03-01/2025-03-31", "2025-03-10", "2025-03-12", True),
        ("2025-03-01/2025-03-31", "2025-04-01", "2025-04-30", False),
    ],
)
def test_an_interval_touches_the_days_that_it_shares_one_with(
    published: str, after: str, before: str, expected: bool
) -> None:
    interval = read_interval(published)
    assert interval is not None
    assert touches(interval, after, before) is expected
