"""What a statement says, reduced to what can be compared: terms, letter groups, numbers, names, negation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import tokenise
from riwaya.arabic.vectors import Vector, rarity, term_of, weigh_terms
from riwaya.compare.evidence import StoryAccount
from riwaya.compare.speaker import Speaker, read_speaker, speaker_entity
from riwaya.model import Entity, Field, Statement

_MAXIMUM_TERMS = 60
_MAXIMUM_CHARACTERS = 1200
_NEGATIONS = frozenset(["لا", "لم", "لن", "ليس", "ليست", "ما", "عدم", "دون", "غير", "نفي", "ينفي", "تنفي"])


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity in a content: value and folded unit."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One statement made ready for comparison.

    Attributes:
        terms: weighted terms of unit length.
        weights: the terms' rarities, for shares of content.
        grams: letter trigrams of the words, clitics and inflection notwithstanding.
        measures: quantities in the content.
        days: ISO days in the content.
        names: keys of the names mentioned in the content.
        negated: whether the content or its cue denies.
        words: number of words of the content.
    """

    statement: Statement
    article_id: str
    published: str
    speaker: Speaker
    terms: Vector
    weights: dict[str, float]
    grams: frozenset[str]
    measures: tuple[Measure, ...]
    days: frozenset[str]
    names: frozenset[str]
    negated: bool
    words: int


def read_account(account: StoryAccount, entities: Mapping[str, Entity]) -> list[Facts]:
    """Return the facts of all statements of an account, in text order, one for each statement id."""
    entity_of = {link.mention_id: link.entity_id for link in account.links}
    unique = {statement.id: statement for statement in account.statements}
    ordered = sorted(unique.values(), key=lambda statement: (statement.content, statement.id))
    return [_read(statement, account, entity_of, entities) for statement in ordered]


def _read(
    statement: Statement, account: StoryAccount, entity_of: Mapping[str, str], entities: Mapping[str, Entity]
) -> Facts:
    text = statement.content_text[:_MAXIMUM_CHARACTERS]
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    content = statement.content
    entity = speaker_entity(statement, account.mentions, entity_of)
    return Facts(
        statement=statement,
        article_id=account.article.id,
        published=account.article.published,
        speaker=read_speaker(statement, entity, entities),
        terms=weigh_terms(tokens, _MAXIMUM_TERMS),
        weights={term_of(token.form): rarity(token.form) for token in tokens if rarity(token.form) > 0},
        grams=_grams(text),
        measures=tuple(
            Measure(quantity.value, term_of(fold(quantity.unit)))
            for quantity in account.quantities
            if quantity.field is Field.TEXT and content.contains(quantity.span)
        ),
        days=frozenset(
            time.value
            for time in account.times
            if time.field is Field.TEXT and content.contains(time.span) and time.value
        ),
        names=frozenset(
            term_of(fold(mention.text).split()[-1])
            for mention in account.mentions
            if mention.field is Field.TEXT and content.contains(mention.span) and mention.text.strip()
        ),
        negated=statement.force == "deny" or any(token.form in _NEGATIONS for token in tokens),
        words=len(tokens),
    )


def _grams(text: str) -> frozenset[str]:
    words = [term_of(token.form) for token in tokenise(text) if token.kind == "word"]
    padded = " ".join(words)
    return frozenset(padded[start : start + 4] for start in range(len(padded) - 3))
