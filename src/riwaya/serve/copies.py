"""The text that a story's accounts share, for the report: by account, and by pair of articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riwaya.model import Passage, Span
from riwaya.search.story_view import StoryView

MOST_PAIRS = 100
"""Pairs of articles that a report prints: n copies of one text make n² / 2 pairs."""
MOST_EXCERPTS = 30
"""Shared passages that it prints of a pair."""


@dataclass(frozen=True, slots=True)
class SharedPair:
    """Two articles with what they share, seen from the account that comes first.

    Attributes:
        words: the number of words of all that they share.
        excerpts: passages with their text, in text order, `MOST_EXCERPTS` at most.
        left_out: how many more there are.
    """

    first: str
    second: str
    words: int
    excerpts: list[tuple[Passage, str]]
    left_out: int


def shared_pairs(view: StoryView, numbers: Mapping[str, int]) -> tuple[list[SharedPair], int]:
    """Return the pairs that share most, `MOST_PAIRS` at most, and the number of pairs left out."""
    texts = {account.article.id: account.article.text for account in view.accounts}
    words: dict[tuple[str, Span], int] = {}  # a text and its copies share the same stretch pair after pair
    pairs: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    totals: dict[tuple[str, str], int] = defaultdict(int)
    for passage in view.passages:
        first, second = passage.article_id, passage.other_article_id
        if numbers[first] >= numbers.get(second, len(numbers) + 1):
            continue
        place = (first, passage.span)
        if place not in words:
            words[place] = len(passage.span.of(texts[first]).split())
        pairs[first, second].append(passage)
        totals[first, second] += words[place]
    ranked = sorted(pairs, key=lambda pair: (-totals[pair], numbers[pair[0]], pair[1]))
    shown = []
    for pair in ranked[:MOST_PAIRS]:
        found = sorted(pairs[pair], key=lambda passage: passage.span)
        excerpts = [(passage, passage.span.of(texts[pair[0]])) for passage in found[:MOST_EXCERPTS]]
        shown.append(SharedPair(*pair, totals[pair], excerpts, len(found) - len(excerpts)))
    return shown, len(ranked) - len(shown)


def copied_spans(passages: Iterable[Passage]) -> dict[str, list[Span]]:
    """Return by each article's id the stretches that it shares with any other, those that overlap made one."""
    spans: dict[str, set[Span]] = defaultdict(set)
    for passage in passages:
        spans[passage.article_id].add(passage.span)
    return {name: _united(sorted(found)) for name, found in spans.items()}


def _united(spans: Iterable[Span]) -> list[Span]:
    united: list[Span] = []
    for span in spans:
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united
