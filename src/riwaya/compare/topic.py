"""What a story is about: words that stand in one statement after the other make no two of them alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from riwaya.compare.facts import Facts


def read_topic(facts: Sequence[Facts]) -> dict[str, float]:
    """Return in how many statements of one article a stem stands, in the mean over the articles that have it.

    A claim stands once in every account, however many there are; a topic stands in all claims of each.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        for stem in fact.said:
            counts[stem][fact.article_id] += 1
    return {stem: count.total() / len(count) for stem, count in counts.items()}


def specific_weights(fact: Facts, topic: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of what a content says of the named, less for the words of the topic; figures are specific."""
    return {stem: weight if stem.isdigit() else weight / topic.get(stem, 1.0) for stem, weight in fact.said.items()}
