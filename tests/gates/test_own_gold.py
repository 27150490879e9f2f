"""Floors on our own gold (bench/gold): entities, roles and statements of news that nobody tuned on.

The texts are read from `../shared`; skipped where they are absent. `test` is for counting only.
"""

from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.annotate.statements.evaluation import evaluate
from riwaya.annotate.statements.gold import GoldArticle, gold_names, read_gold, read_texts
from riwaya.model import Article, Field, Mention, MentionKind, Statement

_GOLD = Path(__file__).parents[2] / "bench" / "gold" / "test.jsonl"
_TEXTS = Path(__file__).parents[3] / "shared" / "data" / "ant" / "ant_2018_02_07.jsonl.xz"
pytestmark = pytest.mark.skipif(not _TEXTS.exists(), reason="the texts of the gold are not on this machine")


@cache
def _articles() -> tuple[GoldArticle, ...]:
    lines = _GOLD.read_text("utf-8").splitlines()
    with lzma.open(_TEXTS, "rt", encoding="utf-8") as texts:
        read = list(read_gold(lines, dict(read_texts(texts, gold_names(lines)))))
    articles = tuple(item for item in read if isinstance(item, GoldArticle))
    assert len(articles) == len(read)
    return articles


@cache
def _document(article: Article) -> tuple[Document, tuple[Mention, ...]]:
    document = Document.read(article, Field.TEXT)
    return document, tuple(find_mentions(document))


def _find(article: Article) -> Iterable[Statement]:
    return find_statements(*_document(article))


def test_statements_of_news_nobody_tuned_on() -> None:
    counts = evaluate(_articles(), _find).total
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
    for item in _articles():
        _, mentions = _document(item.article)
        rows = [(start, end, kind) for start, end, kind, _ in item.spans]
        gold = _outermost([row for row in rows if row[2] in _ENTITIES])
        gold |= {row for row in rows if row[2] == "ROLE"}
        own = [(m.span.start, m.span.end, m.kind.value) for m in mentions if m.kind is not MentionKind.ROLE]
        read = _outermost(own)
        read |= {(m.span.start, m.span.end, "ROLE") for m in mentions if m.kind is MentionKind.ROLE}
        for counts, spans in ((hits, gold & read), (listed, gold), (found, read)):
            counts.update(kind for _, _, kind in spans)
    for kind in listed:
        recall, precision = hits[kind] / listed[kind], hits[kind] / max(found[kind], 1)
        f1 = 2 * hits[kind] / (listed[kind] + found[kind])
        print(f"own gold, test part, {kind}: F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f})")
        assert f1 >= _FLOORS.get(kind, 0.0), kind


_FLOORS = {"PER": 0.83, "GPE": 0.86, "ORG": 0.62, "NORP": 0.84, "ROLE": 0.69}
