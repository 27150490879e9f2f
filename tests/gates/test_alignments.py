"""Floor of alignments between gold statements of eight events (skipped where the data is absent)."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from riwaya.compare import StoryAccount, StoryBundle, compare_story
from riwaya.model import Alignment, Article, Mode, PublishedFrom, Span, Statement

_GOLD = Path(__file__).parents[3] / "shared/gold"
_FLOOR, _LABEL_FLOOR = 0.73, 0.70


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_GOLD / name).read_text("utf-8").splitlines()]


def _account(row: dict[str, Any], offsets: dict[str, Any]) -> StoryAccount:
    article = Article(
        row["docno"], "p", "", 0, row["src"], row["title"], "", (), "", (), row["date"], PublishedFrom.STATED, "ar",
        row["text"], (),
    )  # fmt: skip
    statements = []
    for place, said in enumerate(row["statements"]):
        content, cue = Span(*offsets["content"][place]), Span(*offsets["cue"][place])
        whole = Span(min(content.start, cue.start), max(content.end, cue.end))
        statements.append(
            Statement(
                f"{row['docno']}#{place}", row["docno"], whole, content, said["content"], cue, said["cue"], None,
                said.get("resolved") or said["speaker"], said["implicit"], (), None, Mode(said["mode"]), (), "", 1.0,
            )
        )  # fmt: skip
    return StoryAccount(article, tuple(statements))


def test_alignments_of_gold_statements() -> None:
    if not _GOLD.exists():
        pytest.skip("no ../shared/gold")
    gold = {tuple(sorted((row["a"], row["b"]))): row["label"] for row in _rows("dev_alignments.jsonl")}
    events: dict[str, list[StoryAccount]] = defaultdict(list)
    for row, offsets in zip(_rows("dev_statements.jsonl"), _rows("dev_statement_offsets.jsonl"), strict=True):
        events[row["event"]].append(_account(row, offsets))
    found = {
        (record.statement_id, record.other_statement_id): record.label.value
        for event, accounts in events.items()
        for record in compare_story(StoryBundle(event, tuple(accounts)))
        if isinstance(record, Alignment)
    }
    right = found.keys() & gold.keys()
    score = 2 * len(right) / (len(found) + len(gold))
    labels = sum(found[pair] == gold[pair] for pair in right) / len(right)
    precision, recall = len(right) / len(found), len(right) / len(gold)
    print(f"alignments: F1 {score:.3f} (P {precision:.3f}, R {recall:.3f}), labels {labels:.3f}")
    assert score >= _FLOOR
    assert labels >= _LABEL_FLOOR
