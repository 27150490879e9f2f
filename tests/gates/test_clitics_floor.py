"""Floors of the clitic splitter on segmented news (skipped where the data is absent).

The counts behind the splitter come from news without segmentation; no rule was written by the last third of the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from training.corpora import join_segments, read_segments

from riwaya.arabic.clitics import split_clitics

_GOLD = Path(__file__).parents[3] / "shared/data/wikinews/WikiNews_dev.pos.ref"


def _share_right(lines: Sequence[str]) -> float:
    right = total = 0
    for line in lines:
        written, _, tagged = line.partition("\t")
        segments, tags = written.split("+"), tagged.split("+")
        if len(segments) != len(tags) or {"PUNC", "NUM", "FOREIGN"} & set(tags):
            continue
        found = split_clitics(join_segments(written))
        total += 1
        right += (found.prefixes, found.suffixes) == read_segments(segments, tags)
    print(f"clitics fully right: {right / total:.4f} of {total}")
    return right / total


@pytest.mark.skipif(not _GOLD.exists(), reason="no ../shared/data/wikinews")
def test_clitics_of_segmented_news() -> None:
    lines = _GOLD.read_text("utf-8").splitlines()[1:]
    assert _share_right(lines) >= 0.987
    assert _share_right(lines[len(lines) * 2 // 3 :]) >= 0.985
