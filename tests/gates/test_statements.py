"""Quality of statements on the development gold; skipped where the shared data are absent.

The floors may be raised only. `HELD` are events that no rule was developed on.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.annotate.statements.scoring import Counts, Judged, count
from riwaya.model import Article, Field, Mode, PublishedFrom, Span

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
HELD = frozenset(("baghdad-ballot-warehouse-fire", "us-china-tariffs-take-effect"))
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold is not on this machine")


def _article(record: dict[str, str]) -> Article:
    return Article(
        id=Article.make_id(record["docno"], 0),
        page_id=record["docno"],
        source=record["docno"],
        position=0,
        outlet=record["src"],
        title=record["title"],
        standfirst="",
        authors=(),
        dateline="",
        credits=(),
        published=record["date"],
        published_from=PublishedFrom.STATED,
        language="ar",
        text=record["text"],
        removed=(),
    )


def _measure(*, held: bool) -> Counts:
    counts = Counts()
    offsets = {}
    for line in (GOLD / "dev_statement_offsets.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        offsets[record["docno"]] = [Span(*pair) for pair in record["content"]]
    for line in (GOLD / "dev_statements.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if (record["event"] in HELD) != held:
            continue
        text = record["text"]
        gold = [
            Judged(span, item["speaker"], tuple(item["via"]), Mode(item["mode"]))
            for item, span in zip(record["statements"], offsets[record["docno"]], strict=True)
        ]
        document = Document.read(_article(record), Field.TEXT)
        found = [
            Judged(item.content, item.speaker_text, tuple(span.of(text) for span in item.via), item.mode)
            for item in find_statements(document, find_mentions(document))
        ]
        count(text, gold, found, counts)
    return counts


def _show(name: str, counts: Counts) -> None:
    shares = ", ".join(f"{part} {counts.share(part):.3f}" for part in ("speaker", "chain", "mode"))
    print(f"{name}: content F1 {counts.f1:.3f} (P {counts.precision:.3f}), exact {counts.exact_f1:.3f}, {shares}")


def test_statements_of_the_development_events() -> None:
    counts = _measure(held=False)
    _show("statements, events worked on", counts)
    assert counts.f1 >= 0.91
    assert counts.precision >= 0.92
    assert counts.exact_f1 >= 0.88
    assert counts.share("speaker") >= 0.96
    assert counts.share("chain") >= 0.96
    assert counts.share("mode") >= 0.97


def test_statements_of_events_kept_aside() -> None:
    counts = _measure(held=True)
    _show("statements, events kept aside", counts)
    assert counts.f1 >= 0.80
    assert counts.precision >= 0.80
    assert counts.share("speaker") >= 0.93
    assert counts.share("chain") >= 0.90
    assert counts.share("mode") >= 0.94
