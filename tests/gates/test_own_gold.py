"""Floors on our own gold (bench/gold): entities, roles and statements of news that nobody tuned on.

The texts are read from `../shared`; skipped where they are absent. `test` is for counting only.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.annotate.statements.scoring import Counts, Judged, count
from riwaya.model import Article, Field, Mention, MentionKind, Mode, PublishedFrom, Span

_GOLD = Path(__file__).parents[2] / "bench" / "gold"
_TEXTS = Path(__file__).parents[3] / "shared" / "data" / "ant" / "ant_2018_02_07.jsonl.xz"
pytestmark = pytest.mark.skipif(not _TEXTS.exists(), reason="the texts of the gold are not on this machine")
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')


@dataclass(frozen=True, slots=True)
class _Labelled:
    """One gold article: its text and labels, and what the product finds."""

    document: Document
    labels: dict[str, Any]
    mentions: tuple[Mention, ...]


@cache
def _read() -> tuple[_Labelled, ...]:
    labels = {row["docno"]: row for row in map(json.loads, (_GOLD / "test.jsonl").read_text("utf-8").splitlines())}
    with lzma.open(_TEXTS, "rt", encoding="utf-8") as lines:
        return tuple(_labelled(row, labels[row["docno"]]) for row in map(json.loads, lines) if row["docno"] in labels)


def _labelled(row: dict[str, str], labels: dict[str, Any]) -> _Labelled:
    assert hashlib.sha256(row["text"].encode()).hexdigest() == labels["sha256"]
    article = Article(
        row["docno"], "p", "", 0, row["src"], row["title"], "", (), "", (), row["date"], PublishedFrom.STATED, "ar",
        row["text"], (),
    )  # fmt: skip
    document = Document.read(article, Field.TEXT)
    return _Labelled(document, labels, tuple(find_mentions(document)))


def _gold_statements(text: str, labels: dict[str, Any]) -> Iterator[Judged]:
    parts: dict[str, dict[str, list[Span]]] = {}
    for start, end, kind, key in labels["spans"]:
        if kind in ("CUE", "CNT", "SPK", "VIA"):
            parts.setdefault(key, {}).setdefault(kind, []).append(Span(start, end))
    for key, spans in parts.items():
        if "CNT" not in spans:
            continue
        # A content in pieces is judged by its longest one, since a found content is one span.
        content = max(spans["CNT"], key=lambda span: span.end - span.start)
        notes = labels["notes"].get(key, {})
        speaker = spans["SPK"][0].of(text) if "SPK" in spans else notes.get("implicit", "")
        listed = notes["via"].split("|") if "via" in notes else [span.of(text) for span in spans.get("VIA", [])]
        yield Judged(content, speaker, tuple(name.strip() for name in listed), _mode(text, content))


def _mode(text: str, content: Span) -> Mode:
    before, after = text[: content.start].rstrip()[-1:], text[content.end :].lstrip(" .،")[:1]
    if before in _OPENING and (after in _CLOSING or text[content.start : content.end].count('"') % 2):
        return Mode.DIRECT
    return Mode.MIXED if set(content.of(text)) & (_OPENING | _CLOSING) else Mode.INDIRECT


def test_statements_of_news_nobody_tuned_on() -> None:
    counts = Counts()
    for item in _read():
        text = item.document.text
        found = [
            Judged(each.content, each.speaker_text, tuple(span.of(text) for span in each.via), each.mode)
            for each in find_statements(item.document, item.mentions)
        ]
        count(text, list(_gold_statements(text, item.labels)), found, counts)
    shares = ", ".join(f"{part} {counts.share(part):.3f}" for part in ("speaker", "chain", "mode"))
    print(
        f"statements, own gold, test part: content F1 {counts.f1:.3f} (P {counts.precision:.3f}), "
        f"exact {counts.exact_f1:.3f}, {shares}"
    )
    assert counts.f1 >= 0.765
    assert counts.precision >= 0.795
    assert counts.share("speaker") >= 0.89
    assert counts.share("chain") >= 0.94


_ENTITIES = frozenset(("PER", "ORG", "OUTLET", "GPE", "LOC", "NORP", "MISC", "EVENT"))
_MERGED = {"OUTLET": "ORG", "LOC": "GPE", "EVENT": "MISC"}


def _outermost(spans: list[tuple[int, int, str]]) -> set[tuple[int, int, str]]:
    """Return the spans that lie in no other, with the kinds merged that a rule reader does not part."""
    return {
        (start, end, _MERGED.get(kind, kind))
        for start, end, kind in spans
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in spans)
    }


def test_entities_and_roles_of_news_nobody_tuned_on() -> None:
    hits: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for item in _read():
        rows = [(start, end, kind) for start, end, kind, _ in item.labels["spans"]]
        gold = _outermost([row for row in rows if row[2] in _ENTITIES])
        gold |= {row for row in rows if row[2] == "ROLE"}
        own = [(m.span.start, m.span.end, m.kind.value) for m in item.mentions if m.kind is not MentionKind.ROLE]
        read = _outermost(own)
        read |= {(m.span.start, m.span.end, "ROLE") for m in item.mentions if m.kind is MentionKind.ROLE}
        for counts, spans in ((hits, gold & read), (listed, gold), (found, read)):
            counts.update(kind for _, _, kind in spans)
    for kind in listed:
        recall, precision = hits[kind] / listed[kind], hits[kind] / max(found[kind], 1)
        f1 = 2 * hits[kind] / (listed[kind] + found[kind])
        print(f"own gold, test part, {kind}: F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f})")
        assert f1 >= _FLOORS.get(kind, 0.0), kind


_FLOORS = {"PER": 0.83, "GPE": 0.86, "ORG": 0.62, "NORP": 0.84, "ROLE": 0.69}
