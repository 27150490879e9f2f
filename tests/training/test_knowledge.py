"""The table of office-holders: dates that can be, and no two holders of one office at once without a word on why."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "training" / "knowledge" / "office_holders.tsv"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_row_has_names_in_both_scripts_and_dates_in_order() -> None:
    for row in _rows():
        assert re.search("[ء-ي]", row["person_ar"]), row
        assert re.search("[A-Za-z]", row["person_en"]), row
        assert _DATE.fullmatch(row["from"]), row
        assert not row["to"] or _DATE.fullmatch(row["to"]), row
        # «2014» to «2014-08» is in order: compared at the precision that both have.
        length = min(len(row["from"]), len(row["to"]))
        assert not row["to"] or row["from"][:length] <= row["to"][:length], row


def test_no_row_stands_twice() -> None:
    rows = [tuple(row.values()) for row in _rows()]
    assert len(rows) == len(set(rows))


def test_two_hold_one_office_at_once_only_where_a_note_says_why() -> None:
    offices: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in _rows():
        offices[row["country"], row["office"]].append(row)
    for held in offices.values():
        for one, other in combinations(held, 2):
            assert one["note"] or other["note"] or not (_ends_after(one, other) and _ends_after(other, one)), (
                one,
                other,
            )


def _ends_after(one: dict[str, str], other: dict[str, str]) -> bool:
    """Return whether a term certainly ends after the other begins, at the precision that both dates have."""
    end, start = one["to"] or "9999", other["from"]
    length = min(len(end), len(start))
    return end[:length] > start[:length]
