from __future__ import annotations

import pytest

from riwaya.serve.moments import moment_text
from riwaya.serve.words import WORDS

EAST, WEST = "\u2066+3\u2069", "\u2066-3:30\u2069"


@pytest.mark.parametrize(
    ("when", "arabic", "english"),
    [
        ("2024-05-01", "2024-05-01", "2024-05-01"),
        ("2024-05-01T09:30:00", "2024-05-01 09:30 بتوقيت المصدر", "2024-05-01 09:30 source's local time"),
        ("2024-05-01T09:30:00Z", "2024-05-01 09:30 بتوقيت غرينتش", "2024-05-01 09:30 UTC"),
        ("2024-05-01T09:30+03:00", f"2024-05-01 09:30 بتوقيت غرينتش {EAST}", f"2024-05-01 09:30 UTC{EAST}"),
        ("2024-05-01T09:30:10.5-03:30", f"2024-05-01 09:30 بتوقيت غرينتش {WEST}", f"2024-05-01 09:30 UTC{WEST}"),
        ("2024-05-01/2024-05-04", "2024-05-01 – 2024-05-04", "2024-05-01 – 2024-05-04"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_clock_keeps_the_value_of_the_article_and_names_its_zone(when: str, arabic: str, english: str) -> None:
    assert moment_text(when, WORDS["ar"]).replace("\u00a0", " ") == arabic
    assert moment_text(when, WORDS["en"]).replace("\u00a0", " ") == english


def test_a_clock_and_its_zone_never_part_at_the_end_of_a_line() -> None:
    shown = moment_text("2031-04-06T05:28:00+04:00", WORDS["ar"])
    assert shown.count(" ") == 1
