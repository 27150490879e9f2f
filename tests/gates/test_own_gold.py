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
from training.standoff import behind_lam

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.reader import is_installed
from riwaya.annotate.statements.evaluation import evaluate
from riwaya.annotate.statements.gold import GoldArticle, gold_names, read_gold, read_texts
from riwaya.model import Article, Field, Mention, MentionKind, Statement
from riwaya.search.sureness import DEFAULT_SCORE

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


READERS = ["rules", pytest.param("neural", marks=pytest.mark.skipif(not is_installed(), reason="no reader is shipped"))]


@cache
def _read(article: Article, reader: str) -> tuple[list[Mention], list[Statement]]:
    found = list(annotate(article, AnnotateConfig(reader=reader)))
    mentions = [one for one in found if isinstance(one, Mention) and one.field is Field.TEXT]
    return mentions, [one for one in found if isinstance(one, Statement)]


_STATEMENT_FLOORS = {
    "rules": {"f1": 0.795, "precision": 0.825, "speaker": 0.924, "chain": 0.972},
    "neural": {"f1": 0.849, "precision": 0.88, "speaker": 0.934, "chain": 0.969},
}


@pytest.mark.parametrize("reader", READERS)
def test_statements_of_news_nobody_tuned_on(reader: str) -> None:
    counts = evaluate(_articles(), lambda article: _read(article, reader)[1]).total
    shares = ", ".join(f"{part} {counts.share(part):.3f}" for part in ("speaker", "chain", "mode"))
    print(
        f"statements, own gold, test part, {reader}: content F1 {counts.f1:.3f} (P {counts.precision:.3f}), "
        f"exact {counts.exact_f1:.3f}, {shares}"
    )
    floors = _STATEMENT_FLOORS[reader]
    assert counts.f1 >= floors["f1"]
    assert counts.precision >= floors["precision"]
    assert counts.share("speaker") >= floors["speaker"]
    assert counts.share("chain") >= floors["chain"]


@pytest.mark.skipif(not is_installed(), reason="no reader is shipped")
def test_statements_shown_by_default() -> None:
    levels = evaluate(_articles(), lambda article: _read(article, "neural")[1], levels=(0.7, DEFAULT_SCORE)).levels
    for least, counts in levels.items():
        print(
            f"statements from {least} on, neural: P {counts.precision:.3f}, R {counts.recall:.3f}, F1 {counts.f1:.3f}"
        )
    assert levels[0.7].precision >= 0.935
    assert levels[DEFAULT_SCORE].precision >= 0.945
    assert levels[DEFAULT_SCORE].recall >= 0.635


_ENTITIES = frozenset(("PER", "ORG", "OUTLET", "GPE", "LOC", "NORP", "MISC", "EVENT"))
_MERGED = {"OUTLET": "ORG", "LOC": "GPE", "EVENT": "MISC"}
Found = set[tuple[int, int, str]]


def _outermost(spans: Iterable[tuple[int, int, str]]) -> Found:
    """Return the spans that lie in no other, with the kinds merged that a rule reader does not part."""
    spans = list(spans)
    return {
        (start, end, _MERGED.get(kind, kind))
        for start, end, kind in spans
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in spans)
    }


def _gold(item: GoldArticle, ours: Found) -> tuple[Found, Found, Found]:
    """Return entities, roles, and roles tied to holders as (start of role, start of holder, "tie").

    A person's mentions share a number: any of them is right, so of each role the tie counts that was found, or one.
    """
    rows = [(behind_lam(item.article.text, start), end, kind, key) for start, end, kind, key in item.spans]
    entities = _outermost((start, end, kind) for start, end, kind, _ in rows if kind in _ENTITIES)
    roles = {(start, end, kind) for start, end, kind, _ in rows if kind == "ROLE"}
    holders = [(start, key) for start, _, kind, key in rows if kind == "PER" and key]
    ties: Found = set()
    for start, _, kind, key in rows:
        named = {(start, holder, "tie") for holder, number in holders if number == key}
        if kind == "ROLE" and key and named:
            ties.add(min(named & ours or named))
    return entities, roles, ties


def _found(mentions: list[Mention]) -> tuple[Found, Found, Found]:
    starts = {one.id: one.span.start for one in mentions}
    roles = [one for one in mentions if one.kind is MentionKind.ROLE]
    return (
        _outermost((one.span.start, one.span.end, one.kind.value) for one in mentions if one not in roles),
        {(one.span.start, one.span.end, "ROLE") for one in roles},
        {(one.span.start, starts[one.holder_id], "tie") for one in roles if one.holder_id},
    )


@pytest.mark.parametrize("reader", READERS)
def test_entities_and_roles_of_news_nobody_tuned_on(reader: str) -> None:
    hits: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for item in _articles():
        mentions, _ = _read(item.article, reader)
        read = _found(mentions)
        for gold, ours in zip(_gold(item, read[2]), read, strict=True):
            for counts, spans in ((hits, gold & ours), (listed, gold), (found, ours)):
                counts.update(kind for _, _, kind in spans)
                counts.update("entities" for _, _, kind in spans if kind not in ("ROLE", "tie"))
    for kind in listed:
        recall, precision = hits[kind] / listed[kind], hits[kind] / max(found[kind], 1)
        f1 = 2 * hits[kind] / (listed[kind] + found[kind])
        print(f"own gold, test part, {reader}, {kind}: F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f})")
        assert f1 >= _FLOORS[reader].get(kind, 0.0), kind


_FLOORS = {
    "rules": {
        "PER": 0.82,
        "GPE": 0.90,
        "ORG": 0.74,
        "NORP": 0.88,
        "ROLE": 0.71,
        "MISC": 0.44,
        "entities": 0.82,
        "tie": 0.74,
    },
    "neural": {
        "PER": 0.95,
        "GPE": 0.935,
        "ORG": 0.865,
        "NORP": 0.93,
        "ROLE": 0.863,
        "MISC": 0.7,
        "entities": 0.91,
        "tie": 0.915,
    },
}
