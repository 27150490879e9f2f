"""What a statement says, reduced to what can be compared: terms, letter groups, numbers, names, negation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from riwaya.arabic.names import skeleton
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token, tokenise
from riwaya.arabic.vectors import Vector, rarity, scale, term_of, weigh_terms
from riwaya.attribution import EntityFinder, SpanIndex
from riwaya.compare.evidence import StoryAccount
from riwaya.compare.speaker import Speaker, read_speaker
from riwaya.model import Entity, Mention, Quantity, Statement, Time

_MAXIMUM_TERMS = 60
_MAXIMUM_CHARACTERS = 1200
_NEGATORS = frozenset(
    ["لا", "لم", "لن", "ليس", "ليست", "ولا", "ولم", "ولن", "وليس", "وليست", "فلا", "فلن", "فلم", "الا", "بالا"]
)
# Cues that say a proposition is not so; to refuse or reject something is no denial of it.
_DENYING_CUE = re.compile(r"[وف]?(?:نفي|نفت|نفيا|نفوا|[يت]نفي|ينفون|نافي\w*|انكر\w*|[يت]نكر\w*|منكر\w*|فند\w*|[يت]فند)")
# A content that itself denies, refuses or doubts is not the plain assertion that a denial elsewhere could contradict.
_DENYING_WORD = re.compile(
    r"[وف]?(?:نفي\w*|نفت|[يت]نفي|ينفون|رفض\w*|[يت]رفض\w*|رافض\w*|انكر\w*|[يت]نكر\w*|عدم|دون|غير|بدون|منع\w*|كذب\w*|باطل\w*)"
)
_WEEKDAYS = {
    "اثنين": 1, "ثلاثاء": 2, "اربعاء": 3, "خميس": 4, "جمعه": 5, "سبت": 6, "احد": 7,
}  # fmt: skip
# Behind «لا» these say «still», «must», «especially», «only», and deny nothing.
_NO_DENIAL = re.compile(r"(?:[يتن]?زال\w*|بد|سيما|سوي|غني|شك|ريب|الا|[يت]قتصر)")


# What befell those that a number behind it counts; the count may stand without a unit («وإصابة سبعة»).
_HARM = re.compile(
    r"(?<!\w)[وفبل]?(?:(?P<killed>مقتل|قتل\w*|استشهاد|استشهد\w*|مصرع|وفاه|توفي\w*|توفوا|بحياه)|(?P<injured>اصابه|اصيب\w*|جرح\w*))(?!\w)"
)
_HARM_REACH = 25
_RISE = re.compile(r"[وف]?(?:ال)?(?:ارتفع\w*|ارتفاع|[يت]رتفع|ازداد\w*|ازدياد|زياده|زاد|زادت|تصاعد\w*)")
# A length of time in one unit: «ست ساعات» is PT6H.
_LENGTH = re.compile(r"(PT?)(\d+)([A-Z])")
_VERB = re.compile(r"[يتن](?=\w{3})")


_DAY_LENGTH = len("2021-06-03")


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity or a length of time in a content: value, folded unit, and the harm done to those counted, if any."""

    value: float
    unit: str
    modifier: str
    harm: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """One statement made ready for comparison.

    Attributes:
        terms: weighted terms of unit length.
        weights: the terms' rarities, for shares of content.
        grams: letter trigrams of the words, clitics and inflection notwithstanding.
        cue: terms of the cue that say more than that something was said.
        measures: quantities in the content, and how long something lasted.
        rising: the content says that a number has grown.
        named_days: days that the content names by weekday or date, as `_named_day` gives them; «اليوم» and «أمس» name
            none, since each article says them from a day of its own.
        names: keys of the names mentioned in the content.
        proposition: the weights of what is said of the named: without the words of names and of the speaker.
        denied: terms that stand behind a negation, without the letter of a present tense; `asserted`: all others.
        denying: the cue says that the content is not so.
        plain: nothing in the content denies, refuses or excepts.
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
    rising: bool
    named_days: frozenset[tuple[int, str]]
    names: frozenset[str]
    proposition: dict[str, float]
    denied: frozenset[str]
    asserted: frozenset[str]
    denying: bool
    plain: bool
    words: int


def read_account(account: StoryAccount, entities: Mapping[str, Entity]) -> list[Facts]:
    """Return the facts of all statements of an account, in text order, one for each statement id."""
    finder = EntityFinder(account.mentions, account.links)
    unique = {statement.id: statement for statement in account.statements}
    ordered = sorted(unique.values(), key=lambda statement: (statement.content, statement.id))
    places = _Places(SpanIndex(account.mentions), SpanIndex(account.quantities), SpanIndex(account.times))
    facts = []
    for statement in ordered:
        speaker = read_speaker(statement, finder.find(statement.speaker), entities)
        facts.append(_read(statement, account, places, speaker))
    return facts


@dataclass(frozen=True, slots=True)
class _Places:
    mentions: SpanIndex[Mention]
    quantities: SpanIndex[Quantity]
    times: SpanIndex[Time]


def _read(statement: Statement, account: StoryAccount, places: _Places, speaker: Speaker) -> Facts:
    text = statement.content_text[:_MAXIMUM_CHARACTERS]
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    content = statement.content
    denied = _denied(tokens)
    mentions = places.mentions.within(content)
    weights = {term_of(token.form): rarity(token.form) for token in tokens if rarity(token.form) > 0}
    return Facts(
        statement=statement,
        article_id=account.article.id,
        published=account.article.published,
        speaker=speaker,
        terms=weigh_terms(tokens, _MAXIMUM_TERMS),
        weights=weights,
        grams=_grams(text),
        cue=_cue(statement.cue_text),
        measures=_measures(statement, account.article.text, places),
        rising=any(_RISE.fullmatch(token.form) for token in tokens),
        named_days=frozenset(day for time in places.times.within(content) if (day := _named_day(time))),
        names=frozenset(term_of(words[-1]) for mention in mentions if (words := fold(mention.text).split())),
        proposition=_without_names(weights, [statement.speaker_text, *(mention.text for mention in mentions)]),
        denied=denied,
        asserted=frozenset(_verb(token.form) for token in tokens) - denied,
        denying=bool(_DENYING_CUE.fullmatch(fold(statement.cue_text))),
        plain=not denied and not any(_DENYING_WORD.fullmatch(token.form) for token in tokens),
        words=len(tokens),
    )


def _measures(statement: Statement, text: str, places: _Places) -> tuple[Measure, ...]:
    content, measures = statement.content, []
    harms = {match.lastgroup or "" for match in _HARM.finditer(fold(statement.content_text[:_MAXIMUM_CHARACTERS]))}
    only = harms.pop() if len(harms) == 1 else ""
    for quantity in places.quantities.within(content):
        before = fold(text[max(content.start, quantity.span.start - _HARM_REACH) : quantity.span.start])
        named = list(_HARM.finditer(before))
        harm = (named[-1].lastgroup or "") if named else only
        measures.append(Measure(quantity.value, term_of(fold(quantity.unit)), quantity.modifier, harm))
    for time in places.times.within(content):
        length = _LENGTH.fullmatch(time.value) if not time.modifier else None
        if length:
            measures.append(Measure(float(length[2]), length[1] + length[3], ""))
    return tuple(measures)


def _without_names(weights: Mapping[str, float], names: Sequence[str]) -> dict[str, float]:
    named = {term_of(token.form) for name in names for token in tokenise(name)}
    return {term: weight for term, weight in weights.items() if term not in named}


def _named_day(time: Time) -> tuple[int, str] | None:
    """Return the ISO weekday that the expression names (0 if it gives a date) and its ISO day; None for other times."""
    if len(time.value) != _DAY_LENGTH:
        return None
    words = [token.form.removeprefix("ال") for token in tokenise(time.text)]
    weekday = next((_WEEKDAYS[word] for word in words if word in _WEEKDAYS), 0)
    return (weekday, time.value) if weekday or any(character.isdigit() for character in time.text) else None


def _denied(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the terms that follow a negation."""
    return frozenset(
        _verb(token.form)
        for negator, token in pairwise(tokens)
        if negator.form in _NEGATORS and not _NO_DENIAL.fullmatch(token.form)
    )


def _verb(form: str) -> str:
    """Return the term without the letter of a present tense: «لم يتوقف» denies «توقف»."""
    return _VERB.sub("", term_of(form), count=1) if term_of(form)[:1] != "ت" else term_of(form)


def _cue(text: str) -> Vector:
    """Return the cue's stems, cut to the letters that inflection keeps: «أدانت», «إدانة» and «يدين» share most."""
    return scale({skeleton(t.form): rarity(t.form) for t in tokenise(text) if rarity(t.form) > 0}, 4)


def _grams(text: str) -> frozenset[str]:
    words = [term_of(token.form) for token in tokenise(text) if token.kind == "word"]
    padded = " ".join(words)
    return frozenset(padded[start : start + 4] for start in range(len(padded) - 3))
