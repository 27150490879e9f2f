"""Passages that two articles share, word for word or lightly edited, and which way they went."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from riwaya.arabic.tokens import Token, tokenise
from riwaya.model import Article, Direction, Passage, PassageKind, Span
from riwaya.model.interval import read_interval
from riwaya.reuse.align import Chain, align
from riwaya.reuse.credit import names_outlet
from riwaya.reuse.evidence import ArticlePair
from riwaya.reuse.quotes import quoted_spans
from riwaya.reuse.third import credits_third, is_statement, shared_agency

MINIMUM_WORDS = 8
MINIMUM_DISTINCT = 6
MINIMUM_DENSITY = 0.6
_FORMULA_WORDS = 16
# A long title («ولي عهد ... نائب القائد الأعلى للقوات المسلحة») is shared by everybody who writes it out in full.
# It has no particle in it, which a clause of that length never lacks. Folded, without و and ف.
_PARTICLES = frozenset(
    [
        "في", "من", "علي", "الي", "عن", "ان", "انه", "انها", "التي", "الذي", "الذين", "بعد", "قبل",
        "خلال", "مع", "كما", "حيث", "قد", "لم", "لن", "لا", "ما", "كان", "كانت", "يكون", "تكون",
        "او", "ثم", "حتي", "عند", "منذ", "هذا", "هذه", "ذلك", "تلك", "وان", "وفي", "ومن", "وقد",
        "وعلي", "لان", "لكن", "اذا", "اي", "كل", "عبر", "دون", "ضد", "نحو", "بان", "فيها", "فيه",
        "عليه", "عليها", "منها", "منه", "له", "لها", "به", "بها", "داخل", "بسبب", "غير", "بعض",
        "ليس", "سوف",
    ]
)  # fmt: skip
_CERTAIN_WORDS = 12.0  # words outside quotations at which copying is as likely as not to be the explanation: half
# A page carries the minute of its last change; of two that came within so short a time neither is known to be first.
_HEAD_START = timedelta(minutes=15)
_QUOTED_WEIGHT = 0.25  # two reporters who attended one speech share its words without sharing a text


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one article's text and which of them stand inside quotation marks."""

    article: Article
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]

    @staticmethod
    def read(article: Article) -> _Words:
        tokens = tuple(token for token in tokenise(article.text) if token.kind != "mark")
        spans = quoted_spans(article.text)
        starts = [span.start for span in spans]
        quoted = []
        for token in tokens:
            place = bisect_left(starts, token.end) - 1
            quoted.append(place >= 0 and token.start < spans[place].end)
        return _Words(article, tokens, tuple(quoted))

    def span(self, start: int, end: int) -> Span:
        return Span(self.tokens[start].start, self.tokens[end - 1].end)


@lru_cache(maxsize=32)
def _read_words(article: Article) -> _Words:
    """Return the words of an article; pairs come sorted by their first article, so most are found here."""
    return _Words.read(article)


def compare_pair(pair: ArticlePair) -> Iterable[Passage]:
    """Yield the passages that the two articles share, each from both sides; none for an article and itself.

    Passages of one article pair overlap in neither text. Which article is called first makes no difference.
    """
    if pair.first.id == pair.second.id:
        return
    ordered = sorted((pair.first, pair.second), key=lambda article: article.id)
    first, second = _read_words(ordered[0]), _read_words(ordered[1])
    direction = judge_direction(ordered[0], ordered[1])
    credited = names_outlet(ordered[0], ordered[1].outlet) != names_outlet(ordered[1], ordered[0].outlet)
    chains = align([t.form for t in first.tokens], [t.form for t in second.tokens], MINIMUM_WORDS)
    chains = [chain for chain in chains if _is_reuse(chain, first)]
    # Two reporters who heard one speech share its words whichever page came first, but not each other's narration.
    narrated = credited or not all(_is_spoken(chain, first, second) for chain in chains)
    for chain in chains:
        known = credited or (narrated and not _has_third_source(chain, first, second))
        yield from _passages(chain, first, second, direction if known else Direction.UNKNOWN)


def judge_direction(article: Article, other: Article) -> Direction:
    """Return which way shared text went, seen from `article`.

    An article that credits the other's outlet took it from there, whatever the hours say, because an outlet's page
    may carry the time of its last change. Where both credit one agency nothing is known; else the one that was
    certainly published earlier gave it.
    """
    credits_other, credited = names_outlet(article, other.outlet), names_outlet(other, article.outlet)
    if credits_other != credited:
        return Direction.FROM if credits_other else Direction.TO
    if shared_agency(article, other):
        return Direction.UNKNOWN
    ours, theirs = read_interval(article.published), read_interval(other.published)
    if ours is None or theirs is None:
        return Direction.UNKNOWN
    if abs(ours.start - theirs.start) < _HEAD_START:
        return Direction.UNKNOWN
    if ours.before(theirs):
        return Direction.TO
    return Direction.FROM if theirs.before(ours) else Direction.UNKNOWN


def _is_reuse(chain: Chain, words: _Words) -> bool:
    """Return whether a chain is dense enough, and more than one short formula repeated."""
    start, end = chain.first
    other_start, other_end = chain.second
    if chain.matched < MINIMUM_DENSITY * max(end - start, other_end - other_start):
        return False
    forms = {token.form for token in words.tokens[start:end]}
    return len(forms) >= MINIMUM_DISTINCT and (chain.matched >= _FORMULA_WORDS or not forms.isdisjoint(_PARTICLES))


def _is_spoken(chain: Chain, first: _Words, second: _Words) -> bool:
    """Return whether a chain is one speaker's words and, besides, only who said them."""
    for words, (start, end) in ((first, chain.first), (second, chain.second)):
        quoted = sum(words.quoted[start:end])
        if quoted >= max(end - start - 5, 0.6 * (end - start)):
            return True
        if is_statement(words.article.text, words.span(start, end)):
            return True
    return False


def _has_third_source(chain: Chain, first: _Words, second: _Words) -> bool:
    """Return whether either text names another medium at or next to the chain, from which both may have it."""
    return credits_third(first.article, first.span(*chain.first), second.article) or credits_third(
        second.article, second.span(*chain.second), first.article
    )


def _passages(chain: Chain, first: _Words, second: _Words, direction: Direction) -> Iterable[Passage]:
    span, other = first.span(*chain.first), second.span(*chain.second)
    whole = chain.matched == chain.first[1] - chain.first[0] == chain.second[1] - chain.second[0]
    kind = PassageKind.VERBATIM if whole else PassageKind.EDITED
    score = _score(chain, first, second)
    for article, own, counterpart, theirs, way in (
        (first.article, span, second.article, other, direction),
        (second.article, other, first.article, span, _reverse(direction)),
    ):
        identity = Passage.make_id(article.id, own, counterpart.id, theirs)
        yield Passage(identity, article.id, own, counterpart.id, theirs, way, kind, score)


def _reverse(direction: Direction) -> Direction:
    if direction is Direction.UNKNOWN:
        return direction
    return Direction.TO if direction is Direction.FROM else Direction.FROM


def _score(chain: Chain, first: _Words, second: _Words) -> float:
    """Return how likely it is that one text was copied: grows with the equal words, those quoted by both less."""
    weight = 0.0
    for run in chain.runs:
        for step in range(run.length):
            both = first.quoted[run.first + step] and second.quoted[run.second + step]
            weight += _QUOTED_WEIGHT if both else 1.0
    return round(1.0 / (1.0 + math.exp(-(weight - _CERTAIN_WORDS) / 3.0)), 4)
