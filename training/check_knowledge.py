"""What a reviewer of the tables of who is who looks at: gaps between terms of office, places far from another source.

    python training/check_knowledge.py [--places ../shared/data/names/geo_ar_dr5hn/places_ar.tsv]

A gap is no fault: uncertain terms are left out. A place more than half a degree from the other source is worth a look.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from riwaya.arabic.names import fold_name
from riwaya.knowledge.offices import KNOWN_UNTIL, Term, known_offices, terms_of
from riwaya.tables import read_table

_GAP = timedelta(days=120)
_FAR = 0.5  # degrees


def find_gaps() -> Iterator[str]:
    """Yield a line for each stretch of an office without a holder in the table."""
    for office in known_offices():
        last: tuple[date, Term] | None = None
        for term in terms_of(office):
            if last is not None and term.start_days().first > last[0] + _GAP:
                yield f"{office}\t{last[1].person} {last[1].end}\t{term.person} {term.start}"
            end = term.end_days()
            until = end.last if end else KNOWN_UNTIL
            if last is None or until > last[0]:
                last = (until, term)
        if last is not None and last[0] < KNOWN_UNTIL:
            yield f"{office}\t{last[1].person} {last[1].end}\t(nobody after)"


def find_strays(path: Path) -> Iterator[str]:
    """Yield a line for each place that another table has elsewhere in the same country."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    others: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in rows:
        key = (fold_name(row["name_ar"]), row["country"])
        others.setdefault(key, []).append((float(row["lat"]), float(row["lon"])))
    for row in read_table("known_places.tsv"):
        here = (float(row["latitude"]), float(row["longitude"]))
        found = others.get((fold_name(row["name"]), row["country"]), [])
        if found and all(max(abs(here[0] - lat), abs(here[1] - lon)) > _FAR for lat, lon in found):
            yield f"{row['name']}\t{row['name_en']}\t{here}\t{found[0]}"


def main() -> None:
    """Print what is worth a look."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--places", type=Path, help="a table with name_ar, country, lat, lon")
    places = parser.parse_args().places
    for line in find_gaps():
        print(line)
    for line in find_strays(places) if places else ():
        print(line)


if __name__ == "__main__":
    main()
