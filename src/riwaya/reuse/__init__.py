"""Articles to passages and origins: what was copied from where, and what an account goes back to.

The pipeline keeps each article's `fingerprint` when it reads it, pairs articles that share at least `MINIMUM_SHARED`
values of it (leaving out values that very many articles hold) and gives each pair to `compare_pair`; then
`trace_origin` runs for every article one of whose passages changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Article, Mention, Origin, Passage, Stage, Statement
from riwaya.reuse.align import equal_runs
from riwaya.reuse.evidence import AccountEvidence, ArticlePair, Neighbour
from riwaya.reuse.fingerprint import SHINGLE, WINDOW, fingerprint
from riwaya.reuse.origin import trace_origin
from riwaya.reuse.passages import compare_pair
from riwaya.stage import StageDefinition

MINIMUM_SHARED = 1


def trace(evidence: AccountEvidence) -> Iterable[Origin]:
    """Yield the account's origin (group: one article with its passages)."""
    yield trace_origin(evidence)


def _pair_name(pair: ArticlePair) -> str:
    return pair.name


def _account_name(evidence: AccountEvidence) -> str:
    return evidence.article.id


COMPARE_PAIR = StageDefinition(Stage.REUSE, 1, "group", (Article,), (Passage,), compare_pair, _pair_name)
TRACE_ORIGIN = StageDefinition(
    Stage.REUSE, 1, "group", (Article, Statement, Mention, Passage), (Origin,), trace, _account_name
)

__all__ = [
    "COMPARE_PAIR", "MINIMUM_SHARED", "SHINGLE", "TRACE_ORIGIN", "WINDOW", "AccountEvidence", "ArticlePair",
    "Neighbour", "compare_pair", "equal_runs", "fingerprint", "trace", "trace_origin",
]  # fmt: skip
