from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from training.standoff import behind_lam, read_articles, stand_off  # noqa: E402

MARKED = """### D-1
{CUE:a|قال} {SPK:a|{ROLE:1|الوزير} {PER:1|سليم الحداد}} إن {CNT:a|السد آمن}.
و{CUE:b|أضاف} أن {CNT:b|المياه تكفي}.
@b implicit: سليم الحداد
= سليم الحداد: سليم الحداد
"""
TEXT = "\n قال الوزير سليم الحداد إن السد آمن.\nوأضاف أن المياه تكفي."


def test_labels_are_offsets_into_the_articles_own_text(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MARKED, "utf-8")
    (article,) = read_articles(tmp_path / "m.txt")
    labels = stand_off(article, TEXT)
    found = {(TEXT[start:end], kind, key) for start, end, kind, key in labels["spans"]}
    assert ("السد آمن", "CNT", "a") in found
    assert ("أضاف", "CUE", "b") in found
    assert labels["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert labels["notes"] == {"b": {"implicit": "سليم الحداد"}}
    assert labels["people"] == {"سليم الحداد": ["سليم الحداد"]}


def test_a_text_that_was_changed_while_marking_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MARKED, "utf-8")
    (article,) = read_articles(tmp_path / "m.txt")
    with pytest.raises(ValueError, match="D-1: differs at"):
        stand_off(article, TEXT.replace("السد", "الجسر"))


def test_a_note_on_no_statement_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MARKED + "@c implicit: الوزير\n", "utf-8")
    with pytest.raises(ValueError, match="statement c"):
        list(read_articles(tmp_path / "m.txt"))


@pytest.mark.parametrize(
    ("text", "start", "moved"), [("وفقا للقناة", 6, 7), ("وللقناة", 2, 3), ("الملل", 3, 3), ("قناة", 0, 0)]
)
def test_a_span_behind_lam_begins_behind_the_article_written_with_it(text: str, start: int, moved: int) -> None:
    assert behind_lam(text, start) == moved
