"""Names into which a reader took the words beside them: «حسن روحاني ليتبرأ», «أبو تريكة يواسيه», «إلزام كارينيو».

A word of the sentence is cut off where its form says what it is: a verb of the present, behind a name or before it,
with ل or a pronoun; an ordinal behind a surname; a noun beside a name that the text has without it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import body_heads, nation_words, reviewed_names, role_words
from riwaya.annotate.mentions.name_ends import ORDINALS
from riwaya.arabic.frequencies import load_frequencies, load_given_names, load_listed_names, load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind, Span

_LISTED = 3  # times in lists of names from which on a word may be part of one
_SELDOM, _HARDLY = 20, 0.02  # articles that hold a word, and a share of them in which it is part of a name
_ATTESTED = 3  # articles that hold a noun with the article
_PRESENT = ("ي", "ت", "سي", "ست", "لي", "لت", "ن")
_OF_VERBS = ("يت", "تت", "يست", "تست")
_SHORTEST = 4  # letters of a verb that is told from a name
# What is done to somebody, named behind it without a particle.
_DEEDS = frozenset(("الزام", "اقاله", "تعيين", "ايقاف", "استبعاد", "تغريم", "معاقبه", "استدعاء", "اعتقال", "اغتيال"))
_TITLE = ["ايه", "الله"]
_WORD = re.compile(r"\S+")


def cut_overruns(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, without the words that belong to no name; nothing is left of words alone.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = [one for one in mentions if one.kind is MentionKind.PER]
    names = {fold(one.text) for one in persons}
    changed: dict[str, Mention | None] = {}
    for one in persons:
        span = _cut(document.text, one.span, names)
        if span is None:
            changed[one.id] = None
        elif span != one.span:
            identity = Mention.make_id(one.article_id, one.field, span, one.kind)
            changed[one.id] = replace(one, id=identity, span=span, text=span.of(document.text))
    if not changed:
        return list(mentions)
    found = []
    for one in mentions:
        kept = changed.get(one.id, one)
        if kept is not None and kept.holder_id in changed:
            holder = changed[kept.holder_id]
            kept = replace(kept, holder_id=holder.id if holder else "")
        if kept is not None:
            found.append(kept)
    return list(dict.fromkeys(found))


def _cut(text: str, span: Span, names: Collection[str]) -> Span | None:
    """Return the span of the name alone, None where there is none in it."""
    places = [Span(span.start + word.start(), span.start + word.end()) for word in _WORD.finditer(span.of(text))]
    forms = [fold(place.of(text)) for place in places]
    first, behind = 0, len(forms)
    if any("_" in form for form in forms):
        return span
    if behind == 1 or forms == _TITLE:
        return None if forms[0] in _DEEDS or forms == _TITLE else span
    while behind - first > 1 and _is_behind(forms[first:behind], names):
        behind -= 1
    if behind > 1 and forms[0] in _DEEDS:
        first = 1
    if behind == 2 and _is_present(forms[0]) and _is_noun(forms[1]):
        return None  # «ترتدي زيا»
    return Span(places[first].start, places[behind - 1].end)


def _is_behind(forms: Sequence[str], names: Collection[str]) -> bool:
    """Return whether the last word of a name is none of it."""
    word = forms[-1]
    if _is_present(word) or (word.startswith("ل") and not _may_be_name(word) and _is_present(word[1:], beside=word)):
        return True
    if word in ORDINALS:
        return len(forms) > 2 and not _may_be_name(forms[-2])  # «فيليب كرايينوفيتش السابع», but «فيليب السادس»
    return len(forms) > 2 and _is_noun(word) and " ".join(forms[:-1]) in names


def _may_be_name(word: str) -> bool:
    listed = load_listed_names().get(word, 0) >= _LISTED or word in load_given_names() or word in reviewed_names()
    return listed or load_name_counts().get(word, 0) > _HARDLY * load_frequencies().get(word, 0)


def _is_present(word: str, beside: str = "") -> bool:
    """Return whether a word is a verb of the present and part of no name: the press has it in two of its forms.

    `beside` is the form in question itself, which proves nothing.
    """
    if len(word) < _SHORTEST or word[0] not in "يت" or word in nation_words():
        return False
    known, stem = load_frequencies(), word[1:]
    forms = [form for start in _PRESENT if (form := start + stem) in known and form != beside]
    if any(_may_be_name(form) for form in (word, *forms)):
        return False  # «يوران» is no verb beside «توران»
    return len(forms) > 1 or (bool(forms) and word.startswith(_OF_VERBS))


def _is_noun(word: str) -> bool:
    """Return whether a word is a noun of the press and part of no name: it stands with the article as well."""
    known = load_frequencies()
    if _may_be_name(word) or known.get(word, 0) < _SELDOM or (word,) in role_words() or word in body_heads():
        return False
    return max(known.get("ال" + word, 0), known.get("ال" + word.removesuffix("ا"), 0)) >= _ATTESTED
