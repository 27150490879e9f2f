"""Articles to passages and origins: what was copied from where, and what an account goes back to.

`fingerprint` is a map over articles; the pipeline pairs articles that share at least `MINIMUM_SHARED` fingerprints
(leaving out values that very many articles hold) and gives each pair to `compare_pair`; then `trace_origin` runs
for every article one of whose passages changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Article, Mention, Origin, Passage, Stage, Statement
from riwaya.reuse.evidence import AccountEvidence, ArticlePair, Neighbour, Signature
from riwaya.reuse.fingerprint import SHINGLE, WINDOW, fingerprint
from riwaya.reuse.origin import trace_origin
from riwaya.reuse.passages import compare_pair
from riwaya.stage import StageDefinition

MINIMUM_SHARED = 1


def sign(article: Article) -> Iterable[Signature]:
    """Yield the article's signature (map)."""
    yield Signature(article.id, fingerprint(article))


def trace(evidence: AccountEvidence) -> Iterable[Origin]:
    """Yield the account's origin (group: one article with its passages)."""
    yield trace_origin(evidence)


def _article_name(article: Article) -> str:
    return article.id


def _pair_name(pair: ArticlePair) -> str:
    return pair.name


def _account_name(evidence: AccountEvidence) -> str:
    return evidence.article.id


SIGN = StageDefinition(Stage.REUSE, 1, "map", (Article,), (Signature,), sign, _article_name)
COMPARE_PAIR = StageDefinition(Stage.REUSE, 1, "group", (Article, Signature), (Passage,), compare_pair, _pair_name)
TRACE_ORIGIN = StageDefinition(
    Stage.REUSE, 1, "group", (Article, Statement, Mention, Passage), (Origin,), trace, _account_name
)

__all__ = [
    "COMPARE_PAIR", "MINIMUM_SHARED", "SHINGLE", "SIGN", "TRACE_ORIGIN", "WINDOW", "AccountEvidence", "ArticlePair",
    "Neighbour", "Signature", "compare_pair", "fingerprint", "sign", "trace", "trace_origin",
]  # fmt: skip
