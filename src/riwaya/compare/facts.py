"""What a statement says, reduced to what can be compared: terms, letter groups, numbers, times, names, polarity."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.arabic.names import skeleton
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import tokenise
from riwaya.arabic.vectors import Vector, rarity, scale, term_of, weigh_terms
from riwaya.attribution import SpanIndex
from riwaya.compare.counts import Measure, read_lengths, read_measures
from riwaya.compare.days import NamedTime, read_named_times
from riwaya.compare.evidence import StoryAccount
from riwaya.compare.lexicon import is_of, words_of
from riwaya.compare.polarity import Polarity, read_polarity
from riwaya.compare.referents import SpeakerFinder
from riwaya.compare.speaker import Speaker, weigh_words
from riwaya.compare.stems import stem_of
from riwaya.model import Field, Mention, MentionKind, Quantity, Span, Statement, Time

_MAXIMUM_TERMS = 60
_MAXIMUM_CHARACTERS = 1200
_NAMING = frozenset(MentionKind) - {MentionKind.ROLE, MentionKind.MISC}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MAXIMUM_TIMES = 30
_MAXIMUM_FIGURES = 500


@dataclass(frozen=True, slots=True)
class Facts:
    """One statement made ready for comparison.

    Attributes:
        terms: weighted terms of unit length.
        weights: the terms' rarities, for shares of content.
        grams: letter trigrams of the words, clitics and inflection notwithstanding.
        cue: terms of the cue that say more than that something was said.
        measures: quantities in the content, and how long something lasted.
        told: fates and numbers of all that the article counts, to know one bulletin by.
        changing: «measured» if the content gives what changes by the hour, «running» if it says that a number grows.
        ordinals: «الأولى», «الثانية»: which of several things alike.
        named_times: days and months that the content names by weekday or date.
        years: years that the content names.
        names: keys of the names mentioned in the content.
        proposition: the weights of what is said of the named: without the words of names and of the speaker.
        stems: stems of the content's telling words.
        said: the weights of those that are in no name.
        polarity: what the content says yes and no to.
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
    told: frozenset[tuple[str, float]]
    changing: frozenset[str]
    ordinals: frozenset[str]
    named_times: tuple[NamedTime, ...]
    years: frozenset[str]
    names: frozenset[str]
    proposition: dict[str, float]
    stems: frozenset[str]
    said: dict[str, float]
    polarity: Polarity
    words: int


def read_account(account: StoryAccount) -> list[Facts]:
    """Return the facts of all statements of an account, in text order, one for each statement id."""
    finder = SpeakerFinder(account)
    unique = {statement.id: statement for statement in account.statements}
    ordered = sorted(unique.values(), key=lambda statement: (statement.content, statement.id))
    places = _Places(
        SpanIndex(account.mentions), SpanIndex(account.quantities), SpanIndex(account.times), _told(account)
    )
    facts = []
    for statement in ordered:
        entity_id, names = finder.find(statement)
        facts.append(_read(statement, account, places, Speaker(entity_id, weigh_words(names))))
    return facts


@dataclass(frozen=True, slots=True)
class _Places:
    mentions: SpanIndex[Mention]
    quantities: SpanIndex[Quantity]
    times: SpanIndex[Time]
    told: frozenset[tuple[str, float]]


def _told(account: StoryAccount) -> frozenset[tuple[str, float]]:
    text = account.article.text
    if not text:
        return frozenset()
    quantities = sorted(
        (quantity for quantity in account.quantities if quantity.field is Field.TEXT), key=lambda each: each.span
    )[:_MAXIMUM_FIGURES]
    measures = read_measures(quantities, text, Span(0, len(text)))
    return frozenset((measure.fate, measure.value) for measure in measures if measure.fate)


def _read(statement: Statement, account: StoryAccount, places: _Places, speaker: Speaker) -> Facts:
    text, article = statement.content_text[:_MAXIMUM_CHARACTERS], account.article
    marked = tokenise(text)
    tokens = [token for token in marked if token.kind != "mark"]
    content = Span(statement.content.start, min(statement.content.end, statement.content.start + _MAXIMUM_CHARACTERS))
    mentions, times = places.mentions.within(content), places.times.within(content)[:_MAXIMUM_TIMES]
    weights = {term_of(token.form): rarity(token.form) for token in tokens if rarity(token.form) > 0}
    named = {term_of(token.form) for mention in mentions if mention.kind in _NAMING for token in tokenise(mention.text)}
    return Facts(
        statement=statement,
        article_id=article.id,
        published=article.published,
        speaker=speaker,
        terms=weigh_terms(tokens, _MAXIMUM_TERMS),
        weights=weights,
        grams=_grams(text),
        cue=_cue(statement.cue_text),
        measures=(
            *read_measures(places.quantities.within(content), article.text, content, named),
            *read_lengths(times),
        ),
        told=places.told,
        changing=frozenset(
            kind for kind in ("measured", "running") if any(is_of(kind, token.form) for token in tokens)
        ),
        ordinals=frozenset(term_of(token.form) for token in tokens) & words_of("ordinal"),
        named_times=read_named_times(times, article.text, content, named),
        years=frozenset(_YEAR.findall(text)),
        names=frozenset(term_of(words[-1]) for mention in mentions if (words := fold(mention.text).split())),
        proposition=_without_names(weights, [statement.speaker_text, *(mention.text for mention in mentions)]),
        stems=frozenset(stem_of(token.form) for token in tokens if rarity(token.form) > 0),
        said={stem_of(t.form): rarity(t.form) for t in tokens if rarity(t.form) > 0 and term_of(t.form) not in named},
        polarity=read_polarity(marked, statement.cue_text, named),
        words=len(tokens),
    )


def _without_names(weights: Mapping[str, float], names: Sequence[str]) -> dict[str, float]:
    named = {term_of(token.form) for name in names for token in tokenise(name)}
    return {term: weight for term, weight in weights.items() if term not in named}


def _cue(text: str) -> Vector:
    """Return the cue's stems, cut to the letters that inflection keeps: «أدانت», «إدانة» and «يدين» share most."""
    return scale({skeleton(t.form): rarity(t.form) for t in tokenise(text) if rarity(t.form) > 0}, 4)


def _grams(text: str) -> frozenset[str]:
    words = [term_of(token.form) for token in tokenise(text) if token.kind == "word"]
    padded = " ".join(words)
    return frozenset(padded[start : start + 4] for start in range(len(padded) - 3))
