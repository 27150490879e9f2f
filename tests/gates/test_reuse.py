"""Floor of finding copies between papers by fingerprints, against exact shingles (skipped where the data is absent)."""

from __future__ import annotations

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, islice
from pathlib import Path

import pytest

from riwaya.arabic.tokens import tokenise
from riwaya.model import Article, PublishedFrom
from riwaya.reuse import MINIMUM_SHARED, ArticlePair, compare_pair, fingerprint

_TEXTS = Path(__file__).parents[3] / "shared/data/saudinewsnet/saudinewsnet.jsonl.xz"
_DAY = "2015-08-01"
_SHINGLE, _COMMON = 8, 50


def _articles() -> list[Article]:
    with lzma.open(_TEXTS, "rt", encoding="utf-8") as lines:
        rows = (row for line in lines if (row := json.loads(line))["date_extracted"].startswith(_DAY))
        return [
            Article(
                str(place), "p", "", 0, row["source"], row["title"], "", (), "", (), _DAY, PublishedFrom.STATED, "ar",
                row["content"], (),
            )
            for place, row in enumerate(islice(rows, 2000))
        ]  # fmt: skip


def _shared(values: list[Iterable[int]]) -> Counter[tuple[int, int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for place, held in enumerate(values):
        for value in held:
            holders[value].append(place)
    return Counter(pair for places in holders.values() if len(places) <= _COMMON for pair in combinations(places, 2))


def _shingles(article: Article) -> set[int]:
    forms = [token.form for token in tokenise(article.text) if token.kind != "mark"]
    return {hash(tuple(forms[start : start + _SHINGLE])) for start in range(len(forms) - _SHINGLE + 1)}


def test_copies_between_papers_of_one_day() -> None:
    if not _TEXTS.exists():
        pytest.skip("no ../shared/data/saudinewsnet")
    articles = _articles()
    shingles = [_shingles(article) for article in articles]
    copies = {
        (one, two)
        for (one, two), count in _shared(list(shingles)).items()
        if articles[one].outlet != articles[two].outlet
        and min(len(shingles[one]), len(shingles[two])) >= _SHINGLE
        and 2 * count >= min(len(shingles[one]), len(shingles[two]))
    }
    assert copies, "the day holds no copies"
    found = {p for p, n in _shared([fingerprint(a) for a in articles]).items() if n >= MINIMUM_SHARED}
    recall = len(copies & found) / len(copies)
    sample = sorted(copies)[:200]
    verified = sum(any(True for _ in compare_pair(ArticlePair(articles[a], articles[b]))) for a, b in sample) / len(
        sample
    )
    print(f"reuse: recall of copies {recall:.4f} of {len(copies)}, with passages {verified:.3f}")
    assert recall >= 0.995
    assert verified >= 0.99
