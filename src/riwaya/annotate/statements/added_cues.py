"""Cues that users add: rows with the columns of speech_cues.tsv; a wrong row is refused, the others are used."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from riwaya.arabic.normalise import fold
from riwaya.errors import UsageError
from riwaya.tables import read_table

COLUMNS = ("lemma", "past", "present", "participle", "nouns", "frames", "force", "prior")
_ARABIC = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويء")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A line of a users' table that is left out, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class AddedCues:
    """What a users' table holds.

    Attributes:
        rows: the usable ones, their values in the order of speech_cues.tsv.
        version: changes with every usable row; "" without any.
    """

    rows: tuple[tuple[str, ...], ...]
    refused: tuple[RefusedRow, ...]
    version: str


@lru_cache(maxsize=8)
def read_added_cues(text: str) -> AddedCues:
    """Return the cues of a table: tab-separated, a header row, empty lines and lines that begin with # passed over.

    Raises:
        UsageError: if the header has other columns than speech_cues.tsv.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if _counts(line)]
    if not lines:
        return AddedCues((), (), "")
    header = tuple(name.strip() for name in lines[0][1].removeprefix("\ufeff").split("\t"))
    if sorted(header) != sorted(COLUMNS):
        raise UsageError(
            f"a table of cues has the columns {', '.join(COLUMNS)} (tabs between), not {', '.join(header)}"
        )
    rows: dict[str, tuple[str, ...]] = {}
    refused: list[RefusedRow] = []
    for number, line in lines[1:]:
        values = [value.strip() for value in line.split("\t")]
        row = dict(zip(header, values, strict=False))
        reason = _wrong_with(row) if len(values) == len(header) else f"{len(values)} columns, not {len(header)}"
        if not reason and row["lemma"] in rows:
            reason = f"{row['lemma']} stands in an earlier line already"
        if reason:
            refused.append(RefusedRow(number, reason))
        else:
            rows[row["lemma"]] = tuple(row[name] for name in COLUMNS)
    return AddedCues(tuple(rows.values()), tuple(refused), _version(tuple(rows.values())))


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip("\ufeff ").startswith("#")


def _version(rows: tuple[tuple[str, ...], ...]) -> str:
    text = "\n".join("\t".join(row) for row in rows)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8] if rows else ""


def _wrong_with(row: Mapping[str, str]) -> str:
    """Return what is wrong with a row, or ""."""
    if not row["lemma"]:
        return "no lemma"
    for name in ("past", "present", "participle"):
        if row[name] and not _is_word(row[name]):
            return f"{name} must be one Arabic word, not «{row[name]}»"
    for noun in row["nouns"].split():
        if not _is_word(noun):
            return f"nouns must be Arabic words, not «{noun}»"
    if not (row["past"] or row["present"] or row["participle"] or row["nouns"]):
        return "no form: past, present, participle and nouns are all empty"
    if row["present"] and not fold(row["present"]).startswith("ي"):
        return f"present is the third person masculine, which begins with ي, not «{row['present']}»"
    frames, forces = _known()
    unknown = [frame for frame in row["frames"].split() if fold(frame) not in map(fold, frames)]
    if unknown or not row["frames"]:
        return f"frames must be of {' '.join(sorted(frames))}, not «{' '.join(unknown)}»"
    if row["force"] not in forces:
        return f"force must be one of {' '.join(sorted(forces))}, not «{row['force']}»"
    try:
        prior = float(row["prior"])
    except ValueError:
        prior = -1.0
    return "" if 0 < prior <= 1 else f"prior must be a number above 0 and up to 1, not «{row['prior']}»"


def _is_word(text: str) -> bool:
    folded = fold(text)
    return len(folded) > 1 and _ARABIC.issuperset(folded)


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Return the frames and the forces that the shipped table uses, which are those that the rules know."""
    rows = read_table("speech_cues.tsv")
    return frozenset(frame for row in rows for frame in row["frames"].split()), frozenset(row["force"] for row in rows)
