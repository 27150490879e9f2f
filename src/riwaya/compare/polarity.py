"""Yes against no: what a content denies, what it asserts, and whether one content denies what another says."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.arabic.vectors import rarity, term_of
from riwaya.compare.lexicon import words_of
from riwaya.compare.stems import stem_of

_PARTICLES = frozenset(["لا", "لم", "لن", "ليس", "ليست", "ليسوا"])
_NOUNS = frozenset(["عدم", "دون", "بدون", "غير", "انعدام"])
# Cues that say a proposition is not so; to refuse or reject something is no denial of it.
_DENYING_CUE = re.compile(
    r"[وف]?(?:نفي|نفت|نفيا|نفوا|[يت]نفي|ينفون|نافي\w*|انكر\w*|[يت]نكر\w*|منكر\w*|فند\w*|[يت]فند|كذب|كذبت)"
)
# A content that itself denies, refuses or doubts is not the plain assertion that a denial elsewhere could contradict.
_DENYING_WORD = re.compile(
    r"[وف]?(?:نفي\w*|نفت|[يت]نفي|ينفون|رفض\w*|[يت]رفض\w*|رافض\w*|انكر\w*|[يت]نكر\w*|"
    r"ب?عدم|دون|غير|بدون|منع\w*|كذب\w*|باطل\w*|مزاعم|مزعوم\w*|شائعات|استبعد\w*|[يت]ستبعد\w*)"
)
_FUTURE = re.compile(r"[وف]?(?:س[يتنا]\w{2,}|سوف)")
_BREAKS = frozenset([".", "،", "؛", ":", "!", "؟", ",", ";"])
_TURN = re.compile(r"[وف]?(?:بقول\w*|قائل\w*|مؤكد\w*|موكد\w*|مضيف\w*|لكن\w*|بل|مشير\w*|موضح\w*|معتبر\w*)")
_MAYBE = frozenset(["قد", "وقد", "ربما"])
_REACH = 14
_MOST, _SOME, _DENSE = 0.65, 0.4, 0.6
_SHARED = _HEAD = 2


@dataclass(frozen=True, slots=True)
class Denial:
    """A word denied: its stem, the weights of its clause's stems, names aside, and the word that denies it."""

    stem: str
    clause: dict[str, float]
    negator: str


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a content says yes and no to.

    Attributes:
        denials: the words that stand behind a negation.
        asserted: stems of all other words, with «future» or «» for the tense they are written in.
        opening: weights of the first clause's stems, which a denying cue denies.
        denying: the cue says that the content is not so.
        plain: nothing in the content denies, refuses or excepts.
        real: no condition or wish makes it other than a fact told.
        words: the telling stems in order, names aside.
        bounded: an exception or a term bounds what is denied.
    """

    denials: tuple[Denial, ...]
    asserted: dict[str, str]
    opening: dict[str, float]
    denying: bool
    plain: bool
    real: bool
    bounded: bool
    words: tuple[str, ...]

    @property
    def denied(self) -> frozenset[str]:
        """The stems denied."""
        return frozenset(denial.stem for denial in self.denials)


def read_polarity(tokens: Sequence[Token], cue: str, names: Set[str]) -> Polarity:
    """Return the polarity of a content, given its tokens and the words of its names, and of its cue."""
    denials, places = [], set()
    for place, token in enumerate(tokens):
        target = _target(tokens, place) if _negates(token) else None
        if target is None or (place and tokens[place - 1].form in _MAYBE):
            continue
        stem = stem_of(tokens[target].form)
        places.add(target)
        denials.append(Denial(stem, _weights(_clause(tokens, place), names), _bare(token)))
    words = [token for place, token in enumerate(tokens) if token.kind == "word" and place not in places]
    denied = {denial.stem for denial in denials}
    asserted = {stem_of(token.form): "future" * bool(_FUTURE.fullmatch(token.form)) for token in words}
    return Polarity(
        denials=tuple(denials),
        asserted={stem: tense for stem, tense in asserted.items() if stem not in denied},
        opening=_weights(_opening(tokens), names),
        denying=bool(_DENYING_CUE.fullmatch(fold(cue))),
        plain=not denials and not any(_DENYING_WORD.fullmatch(token.form) for token in words),
        real=not any(token.form in words_of("unreal") for token in words),
        bounded=any(token.form in words_of("bound") and "أ" not in token.text for token in words),
        words=tuple(stem_of(token.form) for token in words if _is_telling(token, names)),
    )


def _bare(token: Token) -> str:
    form = token.form
    return form if form in _PARTICLES or form in _NOUNS else form[1:]


def _negates(token: Token) -> bool:
    if token.form in ("الا", "بالا"):
        return "أ" in token.text  # «ألا»; «إلا» excepts
    bare = _bare(token)
    if bare in _PARTICLES:
        return token.form == bare or token.form[0] in "وف"
    return bare in _NOUNS and (token.form == bare or token.form[0] in "وفبل")


def _target(tokens: Sequence[Token], place: int) -> int | None:
    """Return the place of the word that a negation denies, None where it denies nothing."""
    following = range(place + 1, min(place + 4, len(tokens)))
    for index in following:
        token = tokens[index]
        if token.kind != "word" or (index == place + 1 and token.form in words_of("not denied")):
            return None
        if token.form not in words_of("auxiliary"):
            return index
    return None


def _clause(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Return the tokens around a place, up to the next punctuation on both sides."""
    start = place
    while start > 0 and place - start < _REACH and tokens[start - 1].text not in _BREAKS:
        start -= 1
    end = place + 1
    while end < len(tokens) and end - place < _REACH and tokens[end].text not in _BREAKS:
        end += 1
    return tokens[start:end]


def _opening(tokens: Sequence[Token]) -> Sequence[Token]:
    for place, token in enumerate(tokens):
        if place and (token.text in _BREAKS or _TURN.fullmatch(token.form)):
            return tokens[:place]
    return tokens


def _weights(tokens: Sequence[Token], names: Set[str]) -> dict[str, float]:
    """Return the weights of the telling stems, without those of names, which both contents have whatever they say."""
    return {stem_of(token.form): rarity(token.form) for token in tokens if _is_telling(token, names)}


def _is_telling(token: Token, names: Set[str]) -> bool:
    silent = token.kind == "mark" or term_of(token.form) in names or token.form in words_of("auxiliary")
    return not silent and rarity(token.form) > 0


def contradicts(one: Polarity, two: Polarity) -> bool:
    """Return whether one content denies just what the other says; both are taken to tell facts."""
    return _denied_by_word(one, two) or _denied_by_word(two, one) or _denied_by_cue(one, two)


def _denied_by_word(denial: Polarity, other: Polarity) -> bool:
    """Return whether the only denial of the one is of what the other plainly says, most of its clause with it."""
    if denial.denying or other.denying or len(denial.denials) != 1 or not _set_against(denial, other):
        return False
    denied = denial.denials[0]
    tense = other.asserted.get(denied.stem)
    if tense is None or (denied.negator == "لم" and tense == "future"):
        return False
    return _covers(denied.clause, other)


def _denied_by_cue(one: Polarity, two: Polarity) -> bool:
    """Return whether one account has a content denied that the other has asserted."""
    if one.denying == two.denying:
        return False
    denial, other = (one, two) if one.denying else (two, one)
    return denial.plain and _set_against(denial, other) and _covers(denial.opening, other) and _has_head(denial, other)


def _has_head(denial: Polarity, other: Polarity) -> bool:
    """Return whether the act denied, which is told by the first words of the denial, is asserted."""
    return all(stem in other.asserted for stem in tuple(denial.opening)[:_HEAD])


def _set_against(denial: Polarity, other: Polarity) -> bool:
    return other.plain and other.real and denial.real and not denial.bounded


def _covers(clause: dict[str, float], other: Polarity) -> bool:
    shared = sum(stem in other.asserted for stem in clause)
    return shared >= _SHARED and _share(clause, other) >= _MOST and _is_together(clause, other)


def _is_together(clause: dict[str, float], other: Polarity) -> bool:
    """Return whether the words denied stand together in the other content, and are not scattered over all of it."""
    places = [place for place, stem in enumerate(other.words) if stem in clause]
    return bool(places) and len(places) >= _DENSE * (places[-1] - places[0] + 1)


def _share(clause: dict[str, float], other: Polarity) -> float:
    """Return what share of a clause's weight the other content asserts."""
    shared = sum(weight for stem, weight in clause.items() if stem in other.asserted)
    return shared / (sum(clause.values()) or 1.0)


def opposite(one: Polarity, two: Polarity) -> bool:
    """Return whether one content denies what the other has, and two denials do not cancel out."""
    if len(one.denied) % 2 == len(two.denied) % 2:
        return False
    return any(
        denial.stem in other.asserted and other.real and _share(denial.clause, other) >= _SOME
        for own, other in ((one, two), (two, one))
        for denial in own.denials
    )
