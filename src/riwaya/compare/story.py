"""A story's statements compared: alignments between pairs, claims over groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riwaya.arabic.vectors import SparseIndex
from riwaya.compare.claims import gather_claims
from riwaya.compare.evidence import StoryBundle
from riwaya.compare.facts import Facts, read_account
from riwaya.compare.pairs import ALIGNED, aligned_probability, is_aligned, judge_label, measure
from riwaya.compare.topic import read_topic
from riwaya.model import Alignment, Claim

MINIMUM_COSINE = 0.08
MAXIMUM_CANDIDATES = 60
MAXIMUM_PER_ARTICLE = 8


@dataclass(frozen=True, slots=True)
class _Candidate:
    one: Facts
    two: Facts
    cosine: float


def compare_story(bundle: StoryBundle) -> Iterable[Alignment | Claim]:
    """Yield the alignments of a story's statements, then its claims; the order of the accounts is no matter."""
    accounts = sorted({account.article.id: account for account in bundle.accounts}.values(), key=lambda a: a.article.id)
    facts = [fact for account in accounts for fact in read_account(account)]
    alignments = align_statements(bundle.story_id, facts)
    yield from alignments
    yield from gather_claims(bundle.story_id, facts, alignments, [account.article.id for account in accounts])


def align_statements(story_id: str, facts: Sequence[Facts]) -> list[Alignment]:
    """Return the aligned pairs, smaller statement id first, in order of ids."""
    alignments, topic = [], read_topic(facts)
    for candidate in _candidates(facts):
        likeness = measure(candidate.one, candidate.two, candidate.cosine, topic)
        score = aligned_probability(likeness)
        if score < ALIGNED:
            continue
        first, second = sorted((candidate.one.statement.id, candidate.two.statement.id))
        label = judge_label(candidate.one, candidate.two, likeness)
        if not is_aligned(candidate.one, candidate.two, likeness, label):
            continue
        alignments.append(Alignment(story_id, first, second, label, round(score, 4)))
    return sorted(alignments, key=lambda a: (a.statement_id, a.other_statement_id))


def _candidates(facts: Sequence[Facts]) -> Iterable[_Candidate]:
    """Yield pairs of different articles whose terms overlap.

    Of a statement the best `MAXIMUM_CANDIDATES` partners count, `MAXIMUM_PER_ARTICLE` of one article, so
    that a story of thousands stays affordable.
    """
    index = SparseIndex([fact.terms for fact in facts])
    articles = np.array([fact.article_id for fact in facts])
    chosen: set[tuple[int, int]] = set()
    for row, fact in enumerate(facts):
        cosine = index.product(fact.terms)
        cosine[articles == fact.article_id] = 0.0
        near = np.flatnonzero(cosine >= MINIMUM_COSINE)
        if len(near) > MAXIMUM_PER_ARTICLE:
            near = near[np.lexsort((near, -np.round(cosine[near], 6)))]
        for other in _best(near, articles):
            pair = (min(row, int(other)), max(row, int(other)))
            if pair not in chosen:
                chosen.add(pair)
                yield _Candidate(facts[pair[0]], facts[pair[1]], min(float(cosine[other]), 1.0))


def _best(ranked: NDArray[np.intp], articles: NDArray[np.str_]) -> list[int]:
    """Return the first of the ranked statements, so many of one article and so many in all."""
    taken: Counter[str] = Counter()
    best: list[int] = []
    for other in ranked:
        article = str(articles[other])
        if taken[article] < MAXIMUM_PER_ARTICLE:
            taken[article] += 1
            best.append(int(other))
        if len(best) == MAXIMUM_CANDIDATES:
            break
    return best
