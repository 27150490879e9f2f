"""Floor of the clitic splitter on segmented news (skipped where the data is absent)."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.arabic.clitics import split_clitics

_GOLD = Path(__file__).parents[3] / "shared/data/wikinews/WikiNews_dev.pos.ref"
_PARTICLES = {"و", "ف", "ب", "ل", "ك", "ال", "س"}
_PRONOUNS = {"ها", "هم", "هما", "ه", "نا", "هن", "كم", "ني", "ك"}
_JOINS = (("ل+ال+ل", "لل"), ("ل+ال+", "لل"), ("ة+ه", "ته"), ("ة+ك", "تك"), ("ة+ن", "تن"), ("ى+ه", "اه"), ("+", ""))


def _read_gold(segments: list[str], tags: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return prefixes and pronouns; verb endings belong to the stem, a preposition before a pronoun is the stem."""
    first = 0
    while first < len(segments) - 1 and segments[first] in _PARTICLES and tags[first] not in ("NOUN", "V", "ADJ"):
        first += 1
    pronoun = len(segments) > 1 and tags[-1] == "PRON" and segments[-1] in _PRONOUNS
    pronoun = pronoun and not (segments[-1] == "نا" and tags[0] == "V")
    stem_end = len(segments) - pronoun
    prefixes = segments[: first - 1] if first >= stem_end else segments[:first]
    return tuple(prefixes), tuple(segments[-1:] if pronoun else ())


def test_clitics_of_segmented_news() -> None:
    if not _GOLD.exists():
        pytest.skip("no ../shared/data/wikinews")
    right = total = 0
    for line in _GOLD.read_text("utf-8").splitlines()[1:]:
        written, _, tagged = line.partition("\t")
        segments, tags = written.split("+"), tagged.split("+")
        if len(segments) != len(tags) or {"PUNC", "NUM", "FOREIGN"} & set(tags):
            continue
        for parts, joined in _JOINS:
            written = written.replace(parts, joined)
        found = split_clitics(written)
        total += 1
        right += (found.prefixes, found.suffixes) == _read_gold(segments, tags)
    print(f"clitics fully right: {right / total:.4f} of {total}")
    assert right / total >= 0.985
