"""Whom the network hears as a speaker, without what no speaker can be, and in whole words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.reader.records import Named, SpeechPart
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, words
from riwaya.annotate.statements.phrase_starts import (
    PRONOUNS,
    RELATIVES,
    holds_b,
    is_circumstance,
    is_owned,
    is_particle,
    noun_of,
)
from riwaya.annotate.statements.reading import is_definite
from riwaya.arabic.frequencies import load_frequencies
from riwaya.arabic.normalise import fold
from riwaya.model import MentionKind, Span

_OTHERS = frozenset(("من", "ما", "يسمي", "تسمي", "هناك", "هنالك", "لي", "لنا", "له", "لها", "لهم", "اياه", "اياها"))
# Verbs and nouns of saying, and of what goes on: a cue beside the cue («وأضاف قوله»), never who speaks.
_NEVER = frozenset(("قال", "قالت", "افاد", "افادت", "قوله", "قولها", "ولا", "لايزال", "النظر", "الانتباه"))
_IN_TURN = frozenset(("بدوره", "بدورها", "بدورهم", "بدورهما"))
_OPENING = ('"', "«", "“")
_QUOTED = re.compile(r"([^\W\d][^\"»”\n،]{1,30})[\"»”]")
_KNOWN = 20  # articles in which a word stands


def speakers_of(document: Document, parts: Iterable[SpeechPart], named: Sequence[Named]) -> list[SpeechPart]:
    """Return the parts that may be speakers, those that begin inside a word's own letters from its beginning.

    Args:
        named: the names that the network finds; a part that begins with a body's or place's is a speaker whatever it
            looks like, while it takes «مازحا» behind a verb for a person.
    """
    found = []
    for part in parts:
        whole = _in_whole_words(document, _in_marks(document, part))
        named_by = whole is not None and any(letter.isalnum() for letter in whole.span.of(document.text))
        if whole is not None and named_by and (_is_named(whole.span, named) or _may_speak(document, whole.span)):
            found.append(whole)
    return found


def _in_marks(document: Document, part: SpeechPart) -> SpeechPart:
    """Return the name in quotation marks of which only the first mark is heard («أكدتها "فيسبوك"»)."""
    if part.span.of(document.text) not in _OPENING:
        return part
    found = _QUOTED.match(document.text, part.span.end)
    return replace(part, span=Span(*found.span(1))) if found else part


def _is_named(span: Span, named: Sequence[Named]) -> bool:
    return any(name.span.start <= span.start < name.span.end and name.kind != MentionKind.PER for name in named)


def _in_whole_words(document: Document, part: SpeechPart) -> SpeechPart | None:
    """Return «والي الجهة» for «الي الجهة», and None for «اخرا» out of «ساخرا» and «أسى» out of «بأسى»."""
    token = document.tokens[max(0, bisect_right(document.token_starts, part.span.start) - 1)]
    before = token.text[: max(0, part.span.start - token.start)]
    if not before or part.span.start >= token.end:
        return part
    if before.startswith("س") or (before == "ب" and _is_adverb(token.form)):
        return None
    whole = noun_of(token.form) is not None and token.text[0] in "وفبكل"
    return replace(part, span=Span(token.start, part.span.end)) if whole else part


def _is_adverb(form: str) -> bool:
    """Return whether a word with «ب» says how or in whose turn it was said («بأسى», «بدوره»)."""
    return form in words("manner") or form in _IN_TURN or holds_b(form)


def _may_speak(document: Document, span: Span) -> bool:
    """Return whether a noun phrase of a speaker may begin with the words of a span."""
    first = max(0, bisect_right(document.token_starts, span.start) - 1)
    token = document.tokens[first]
    form = token.form if token.start == span.start else fold(document.text[span.start : token.end])
    following = document.tokens[first + 1].form if first + 1 < len(document.tokens) else ""
    if (
        form in PRONOUNS
        or form in RELATIVES
        or form in COMPLEMENTISERS
        or form in _OTHERS | _NEVER
        or form in words("manner")
    ):
        return False
    if noun_of(form) is not None:
        return True
    joined = token.form.startswith("وال") and is_definite(token.form[1:])  # «قال والدموع في عينيه»
    circumstance = joined and load_frequencies().get(token.form[1:], 0) >= _KNOWN
    talk = following.startswith("بال") and is_owned(form) and not is_definite(form)
    return not (circumstance or talk or is_particle(form) or holds_b(form) or is_circumstance(form))
