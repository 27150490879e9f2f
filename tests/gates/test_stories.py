"""Floor of story grouping on two days of news that people grouped (skipped where the data is absent)."""

from __future__ import annotations

import json
import lzma
from collections import defaultdict
from pathlib import Path

import pytest

from riwaya.annotate import annotate
from riwaya.model import Article, Mention, PublishedFrom, Quantity, Statement, Time
from riwaya.stories import ArticleReading, Component, Window, group_component, link_window, make_dossier

_SHARED = Path(__file__).parents[3] / "shared"
_GOLD = _SHARED / "gold/dev_stories.jsonl"
_TEXTS = _SHARED / "data/ant/ant_2018_02_07.jsonl.xz"
_FLOOR = 0.86


def _article(row: dict[str, str]) -> Article:
    return Article(
        row["docno"], "p", row["url"], 0, row["src"], row["title"], "", (), "", (), row["date"], PublishedFrom.STATED,
        "ar", row["text"], (),
    )  # fmt: skip


def _reading(article: Article) -> ArticleReading:
    records = list(annotate(article))
    return ArticleReading(
        *(tuple(r for r in records if isinstance(r, kind)) for kind in (Mention, Time, Statement, Quantity))  # type: ignore[arg-type]
    )


def b_cubed(found: dict[str, str], gold: dict[str, str]) -> tuple[float, float]:
    """Return B-cubed precision and recall of a grouping (Bagga and Baldwin 1998)."""
    members: tuple[dict[str, set[str]], dict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for item in gold:
        members[0][found[item]].add(item)
        members[1][gold[item]].add(item)
    shared = [(members[0][found[i]] & members[1][gold[i]], found[i], gold[i]) for i in gold]
    precision = sum(len(both) / len(members[0][group]) for both, group, _ in shared) / len(gold)
    recall = sum(len(both) / len(members[1][story]) for both, _, story in shared) / len(gold)
    return precision, recall


def test_stories_of_two_days() -> None:
    if not (_GOLD.exists() and _TEXTS.exists()):
        pytest.skip("no ../shared/gold or ../shared/data/ant")
    gold = {row["docno"]: row["story"] for row in map(json.loads, _GOLD.read_text("utf-8").splitlines())}
    with lzma.open(_TEXTS, "rt", encoding="utf-8") as lines:
        rows = {row["docno"]: row for line in lines if (row := json.loads(line))["docno"] in gold}
    articles = [_article(row) for row in rows.values()]
    dossiers = tuple(make_dossier(article, _reading(article)) for article in articles)
    published = tuple((dossier.article_id, dossier.published) for dossier in dossiers)
    threads = group_component(Component(published, tuple(link_window(Window("all", dossiers, ())))))
    groups = [group for thread in threads for group in thread.groups]
    found = {article_id: group[0] for group in groups for article_id in group}
    precision, recall = b_cubed(found, gold)
    score = 2 * precision * recall / (precision + recall)
    print(f"stories: B3 {score:.3f} (P {precision:.3f}, R {recall:.3f}), {len(groups)} stories")
    assert score >= _FLOOR
