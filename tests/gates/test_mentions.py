"""Floors of the rule reader's mentions (skipped where the data is absent); raise them, never lower them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.arabic.normalise import fold
from riwaya.model import Article, Field, MentionKind, PublishedFrom

_SHARED = Path(__file__).parents[3] / "shared"
_SEED_PEOPLE = (
    {"بيني غانتس", "غانتس", "أنتوني بلينكن", "بلينكن", "أنتوني بلينكين", "لويد أوستن", "جيك سوليفان"},
    {"غانتس", "بيني غانتس", "أويد لوستن", "أنتوني بلينكن", "بنيامين نتنياهو", "بلينكن", "لويد", "أوستن", "جو بايدن",
     "نتنياهو", "جيك سوليفان", "سوليفان", "بايدن"},
    {"يوآف غالانت", "أنتوني بلينكن", "بلينكن", "غالانت", "لويد أوستن", "هاكيم جيفريس", "بنيامين نتنياهو"},
)  # fmt: skip


def _read_people(text: str) -> set[str]:
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    mentions = find_mentions(Document.read(article, Field.TEXT))
    return {fold(mention.text) for mention in mentions if mention.kind is MentionKind.PER}


def test_people_of_the_gold_articles() -> None:
    path = _SHARED / "gold/dev_statements.jsonl"
    if not path.exists():
        pytest.skip("no ../shared/gold")
    hits = listed = found = 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        people = {fold(form) for forms in row["people"].values() for form in forms}
        read = _read_people(f"{row['title']}\n{row['text']}")
        hits, listed, found = hits + len(people & read), listed + len(people), found + len(read)
    print(f"people, development gold: recall {hits / listed:.3f}, precision {hits / found:.3f}")
    assert hits / listed >= 0.91
    assert hits / found >= 0.86


def test_people_of_the_seed_pages() -> None:
    pages = sorted((_SHARED / "seeds").glob("*.txt"))
    if not pages:
        pytest.skip("no ../shared/seeds")
    hits = listed = found = 0
    for page, people in zip(pages, _SEED_PEOPLE, strict=True):
        names = {fold(name) for name in people}
        read = _read_people(page.read_text("utf-8"))
        hits, listed, found = hits + len(names & read), listed + len(names), found + len(read)
    print(f"people, seeds: recall {hits / listed:.3f}, precision {hits / found:.3f}")
    assert hits / listed >= 0.9
    assert hits / found >= 0.9
