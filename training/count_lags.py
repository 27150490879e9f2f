"""Counts how far the times that articles name lie from their publication, for `dating_lags.tsv`.

    python -m training.count_lags CORPUS.jsonl.xz FIRST_MONTH LAST_MONTH > src/riwaya/resources/dating_lags.tsv

The corpus has a JSON object a line with title, text and date (YYYY-MM-DD).
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from riwaya.annotate.clues import find_clues
from riwaya.annotate.document import Document
from riwaya.model import Article, Clue, Field, PublishedFrom
from riwaya.stories.dating.choosing import chosen_clues
from riwaya.stories.dating.lags import FIRST_DAY, lag_name, lag_place, lags, whole_axis

_ENOUGH = 0.5  # added to each bin
_FAR = 40000
_DAYS = [-_FAR, -3650, -1100, -366, -183, -92, -31, -14, -7, -3, -2, -1, 0, 1, 2, 3, 4, 8, 15, 32, 93, 184, 367, 1101,
         3651, _FAR]  # fmt: skip
_YEARLY = [-345, -183, -92, -31, -14, -7, -3, -2, -1, 0, 1, 2, 3, 4, 8, 15, 32, 93, 184, 346]
_MONTHS = [-600, -120, -36, -12, -6, -3, -2, -1, 0, 1, 2, 3, 4, 7, 13, 37, 121, 601, 12000]
_CYCLE = [-10, -6, -3, -2, -1, 0, 1, 2, 3, 4, 7, 11]
_YEARS = [-60, -20, -10, -5, -2, -1, 0, 1, 2, 3, 6, 11, 21, 51, 101, 1001]
_EDGES = {
    "weekday": list(range(8)), "written-weekday": list(range(8)), "day": _DAYS, "written-day": _DAYS,
    "day-of-year": _YEARLY, "month": _MONTHS, "month-of-year": _CYCLE, "year": _YEARS,
}  # fmt: skip


def count(rows: Iterable[dict[str, str]]) -> dict[tuple[str, str, str], Counter[int]]:
    """Return by kind, direction and place in the article how often each lag was met."""
    axis = whole_axis()
    found: dict[tuple[str, str, str], Counter[int]] = defaultdict(Counter)
    for row in rows:
        place = date.fromisoformat(row["date"]).toordinal() - FIRST_DAY.toordinal()
        for clue in chosen_clues(_clues(row)):
            found[*lag_name(clue), lag_place(clue)][int(lags(clue, axis)[place])] += 1
    return found


def _clues(row: dict[str, str]) -> list[Clue]:
    article = Article("", "", "", 0, "", row["title"], "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", row["text"], ())
    return [clue for field in (Field.TITLE, Field.TEXT) for clue in find_clues(Document.read(article, field))]


def main() -> None:
    """Print the table."""
    path, first, last = sys.argv[1:4]
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if first <= row["date"][:7] <= last]
    print("kind\tdirection\tplace\tfrom\tto\tshare")
    for (kind, direction, place), counts in sorted(count(rows).items()):
        edges = _YEARLY if direction == "yearless" else _EDGES[kind]
        total = sum(counts.values()) + _ENOUGH * (len(edges) - 1)
        for start, end in pairwise(edges):
            inside = sum(number for lag, number in counts.items() if start <= lag < end)
            print(f"{kind}\t{direction}\t{place}\t{start}\t{end - 1}\t{(inside + _ENOUGH) / total:.5f}")


if __name__ == "__main__":
    main()
