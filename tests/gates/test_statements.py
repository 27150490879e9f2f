"""Quality of statements on the development gold; skipped where the shared data are absent.

The floors may be raised only. `HELD` are events that no rule was developed on.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from bench.data import SEEDS
from bench.statements import seed_articles

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.annotate.statements.evaluation import evaluate
from riwaya.annotate.statements.gold import GoldArticle, read_gold
from riwaya.annotate.statements.scoring import Counts
from riwaya.model import Article, Field, Statement

BARE = AnnotateConfig(reader="rules")
GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev_statements.jsonl"
HELD = frozenset(("baghdad-ballot-warehouse-fire", "us-china-tariffs-take-effect"))
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the shared gold is not on this machine")
needs_seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the saved pages are not on this machine")


@cache
def _articles() -> tuple[GoldArticle, ...]:
    read = list(read_gold(GOLD.read_text("utf-8").splitlines(), {}))
    articles = tuple(item for item in read if isinstance(item, GoldArticle))
    assert len(articles) == len(read)
    return articles


def _find(article: Article) -> list[Statement]:
    document = Document.read(article, Field.TEXT)
    return find_statements(document, find_mentions(document))


def _measure(*, held: bool) -> Counts:
    return evaluate((item for item in _articles() if (item.event in HELD) == held), _find).total


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


@needs_seeds
def test_statements_of_the_saved_pages() -> None:
    def find(article: Article) -> list[Statement]:
        return [record for record in annotate(article, BARE) if isinstance(record, Statement)]

    counts = evaluate(seed_articles(), find).total
    _show("statements, three saved pages, rules", counts)
    assert counts.f1 >= 0.84
    assert counts.share("speaker") >= 0.88
    assert counts.share("chain") >= 0.92
    assert counts.share("mode") >= 0.97
