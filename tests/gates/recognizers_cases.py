"""Recognizers-Text's Arabic date-time cases, read from ../shared, and whether found times say what a case expects.

Their conventions are not ours; a time counts as right where it says the same in our spelling:
- a month, day or weekday without its year is given by them as pattern, by us as the day nearest before or after;
- a range is one value there, here its two ends, or the one month, week, quarter or year that it covers;
- a time of the clock bears its day here; «قبل شهر» is the month here (the annotation guide), a day there;
- «ظهرا» is MI here, T12 there; a decade is P1DE here, P10Y there.
Cases left out, with the reason, stand in recognizers_left_out.tsv; docs/times.md tells the reasons.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from riwaya.model import Time

SPECS = (
    Path(__file__).resolve().parents[3]
    / "shared" / "data" / "dates" / "recognizers_ar" / "Specs" / "DateTime" / "Arabic"
)  # fmt: skip
LEFT_OUT = Path(__file__).with_name("recognizers_left_out.tsv")
_HALVES = (("0.5H", "30M"), ("1.5H", "1H30M"), ("2.5H", "2H30M"), ("P0.5Y", "P6M"), ("P3.5Y", "P3Y6M"))
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)? ?(?:(\d\d:\d\d)(:\d\d)?)?")


def cases(name: str) -> Iterator[tuple[int, str, str, dict[str, Any]]]:
    """Yield number, text, reference day and expected value of the cases of a file."""
    for number, case in enumerate(json.loads((SPECS / f"{name}.json").read_text("utf-8-sig"))):
        reference = (case.get("Context") or {}).get("ReferenceDateTime", "2016-11-07")[:10]
        for result in case["Results"]:
            if isinstance(result.get("Value"), dict):
                yield number, case["Input"], reference, result["Value"]


def left_out(name: str) -> dict[int, str]:
    """Return the cases of a file that no figure counts, with the reason."""
    reasons: dict[int, str] = {}
    with LEFT_OUT.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            for part in row["cases"].split() if row["file"] == name else ():
                first, _, last = part.partition("-")
                reasons.update(dict.fromkeys(range(int(first), int(last or first) + 1), row["reason"]))
    return reasons


def is_right(value: dict[str, Any], found: list[Time]) -> bool:
    """Return whether the found times say what a case expects."""
    ours = [_plain(time.value) for time in found if time.value]
    timex = _plain(value.get("Timex", ""))
    if any(_same(one, timex) for one in ours):
        return True
    return any(
        _resolved(timex, [_stamp(str(end)) for end in (value.get(kind) or {}).values()], ours, found)
        for kind in ("FutureResolution", "PastResolution")
    )


def _resolved(timex: str, ends: list[str], ours: list[str], found: list[Time]) -> bool:
    if len(ends) == 1:
        return any(_same(one, ends[0]) for one in ours) or _coarser(ends[0], ours, found)
    if len(ends) != 2:
        return False
    covered = [days for one in ours if (days := _days(one))]
    starts = {days[0].isoformat() for days in covered}
    if all(any(_same(one, end) for one in ours) for end in ends) or (len(ours) > 1 and starts.issuperset(ends)):
        return True
    for first, last in covered:
        behind = (last + timedelta(1)).isoformat()
        if ends[0][:10] == first.isoformat() and ends[1][:10] in (last.isoformat(), behind):
            return True
    part = timex.rpartition("T")[2]
    if part.isalpha() and any(one == f"{ends[0][:10]}T{part}" for one in ours):
        return True
    return timex.startswith("(") and timex.rstrip(")").rpartition(",")[2] in ours


def _coarser(day: str, ours: list[str], found: list[Time]) -> bool:
    """Return whether a day counted back or on by weeks, months or years lies in the week, month or year given."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day) or not found[:1] or not found[0].text.startswith(("قبل", "بعد")):
        return False
    return any(days[0] <= date.fromisoformat(day) <= days[1] for one in ours if (days := _days(one)))


def _same(ours: str, wanted: str) -> bool:
    if wanted.startswith("T") and "T" in ours:
        return re.sub(r"(Z|[-+]\d\d:\d\d)$", "", ours.partition("T")[2]) == wanted[1:]
    if wanted.startswith("XXXX"):
        return re.fullmatch(re.escape(wanted).replace("XXXX", r"\d{4}"), ours) is not None or ours == wanted
    return bool(wanted) and ours == wanted


def _plain(value: str) -> str:
    """Return a value in one of several spellings: T15 is T15:00, PT1.5H is PT1H30M, P2DE is P20Y, TMI is T12:00."""
    value = re.sub(r"^P(\d+)DE$", r"P\g<1>0Y", re.sub(r"TMI$", "T12:00", value))
    value = re.sub(r"T(\d\d)(?=Z|[-+]|$)", r"T\1:00", value)
    for written, same in _HALVES:
        value = value.replace(written, same)
    return value


def _stamp(resolution: str) -> str:
    found = _STAMP.fullmatch(resolution)
    if found is None:
        return resolution
    seconds = found[3] if found[3] not in (None, ":00") else ""
    return (found[1] or "") + (f"T{found[2]}{seconds}" if found[2] else "")


def _days(value: str) -> tuple[date, date] | None:
    """Return the first and the last day that a value covers."""
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        year, number = int(week[1]), int(week[2])
        return date.fromisocalendar(year, number, 6 if week[3] else 1), date.fromisocalendar(year, number, 7)
    if part := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        months = 3 if part[2] == "Q" else 6
        return _months(int(part[1]), months * (int(part[3]) - 1) + 1, months)
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(month[1]), int(month[2]), 1)
    if re.fullmatch(r"\d{3,4}", value):
        return _months(int(value.ljust(4, "0")), 1, 12 * 10 ** (4 - len(value)))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value), date.fromisoformat(value)
    return None


def _months(year: int, month: int, number: int) -> tuple[date, date]:
    years, behind = divmod(month - 1 + number, 12)
    return date(year, month, 1), date(year + years, behind + 1, 1) - timedelta(1)
