"""What a statement says, reduced to what can be compared: terms, letter groups, numbers, names, negation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from riwaya.arabic.names import skeleton
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token, tokenise
from riwaya.arabic.vectors import Vector, rarity, scale, term_of, weigh_terms
from riwaya.compare.evidence import StoryAccount
from riwaya.compare.speaker import Speaker, read_speaker, speaker_entity
from riwaya.model import Entity, Field, Mention, Quantity, Span, Statement, Time

Found = TypeVar("Found", bound=Mention | Quantity | Time)

_MAXIMUM_TERMS = 60
_MAXIMUM_CHARACTERS = 1200
_NEGATORS = frozenset(["لا", "لم", "لن", "ليس", "ليست", "ولا", "ولم", "ولن", "وليس", "وليست", "فلا", "فلن", "فلم"])
# Behind «لا» these say «still», «must», «especially», «only», and deny nothing.
_NO_DENIAL = re.compile(r"(?:[يتن]?زال\w*|بد|سيما|سوي|غني|شك|ريب|الا|[يت]قتصر)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity in a content: value and folded unit."""

    value: float
    unit: str
    modifier: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One statement made ready for comparison.

    Attributes:
        terms: weighted terms of unit length.
        weights: the terms' rarities, for shares of content.
        grams: letter trigrams of the words, clitics and inflection notwithstanding.
        cue: terms of the cue that say more than that something was said.
        measures: quantities in the content.
        days: ISO days in the content.
        names: keys of the names mentioned in the content.
        denied: terms that stand behind a negation; `asserted`: all others.
        words: number of words of the content.
    """

    statement: Statement
    article_id: str
    published: str
    speaker: Speaker
    terms: Vector
    weights: dict[str, float]
    grams: frozenset[str]
    cue: Vector
    measures: tuple[Measure, ...]
    days: frozenset[str]
    names: frozenset[str]
    denied: frozenset[str]
    asserted: frozenset[str]
    words: int


def read_account(account: StoryAccount, entities: Mapping[str, Entity]) -> list[Facts]:
    """Return the facts of all statements of an account, in text order, one for each statement id."""
    entity_of = {link.mention_id: link.entity_id for link in account.links}
    unique = {statement.id: statement for statement in account.statements}
    ordered = sorted(unique.values(), key=lambda statement: (statement.content, statement.id))
    places = _Places(_InOrder(account.mentions), _InOrder(account.quantities), _InOrder(account.times))
    facts = []
    for statement in ordered:
        near = places.mentions.near(statement.speaker) if statement.speaker is not None else []
        entity = speaker_entity(statement, near, entity_of)
        facts.append(_read(statement, account, places, read_speaker(statement, entity, entities)))
    return facts


class _InOrder(Generic[Found]):
    """What was found in a text, by position: those at a span are reached without reading all of a long text's."""

    def __init__(self, records: Iterable[Found]) -> None:
        in_text = [record for record in records if record.field is Field.TEXT]
        self._records = sorted(in_text, key=lambda record: record.span)
        self._starts = [record.span.start for record in self._records]
        self._longest = max((record.span.end - record.span.start for record in self._records), default=0)

    def near(self, span: Span) -> list[Found]:
        """Return those that may overlap the span, none left out that does."""
        first = bisect_left(self._starts, span.start - self._longest)
        return self._records[first : bisect_left(self._starts, span.end)]

    def within(self, span: Span) -> list[Found]:
        """Return those that the span contains."""
        return [record for record in self.near(span) if span.contains(record.span)]


@dataclass(frozen=True, slots=True)
class _Places:
    mentions: _InOrder[Mention]
    quantities: _InOrder[Quantity]
    times: _InOrder[Time]


def _read(statement: Statement, account: StoryAccount, places: _Places, speaker: Speaker) -> Facts:
    text = statement.content_text[:_MAXIMUM_CHARACTERS]
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    content = statement.content
    denied = _denied(tokens)
    return Facts(
        statement=statement,
        article_id=account.article.id,
        published=account.article.published,
        speaker=speaker,
        terms=weigh_terms(tokens, _MAXIMUM_TERMS),
        weights={term_of(token.form): rarity(token.form) for token in tokens if rarity(token.form) > 0},
        grams=_grams(text),
        cue=_cue(statement.cue_text),
        measures=tuple(
            Measure(quantity.value, term_of(fold(quantity.unit)), quantity.modifier)
            for quantity in places.quantities.within(content)
        ),
        days=frozenset(time.value for time in places.times.within(content) if time.value),
        names=frozenset(
            term_of(words[-1]) for mention in places.mentions.within(content) if (words := fold(mention.text).split())
        ),
        denied=denied,
        asserted=frozenset(term_of(token.form) for token in tokens) - denied,
        words=len(tokens),
    )


def _denied(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the terms that follow a negation."""
    return frozenset(
        term_of(token.form)
        for negator, token in pairwise(tokens)
        if negator.form in _NEGATORS and not _NO_DENIAL.fullmatch(token.form)
    )


def _cue(text: str) -> Vector:
    """Return the cue's stems, cut to the letters that inflection keeps: «أدانت», «إدانة» and «يدين» share most."""
    return scale({skeleton(t.form): rarity(t.form) for t in tokenise(text) if rarity(t.form) > 0}, 4)


def _grams(text: str) -> frozenset[str]:
    words = [term_of(token.form) for token in tokenise(text) if token.kind == "word"]
    padded = " ".join(words)
    return frozenset(padded[start : start + 4] for start in range(len(padded) - 3))
