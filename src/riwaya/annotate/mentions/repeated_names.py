"""Names that a reader knows in one place of a text and passes over in another: «سجن بيتروس غونسالفوس داخل القلعة».

Added is what stands there letter by letter: a name of two words and more, or a surname that is no word of the press,
with the first name before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import arabic_names, gazetteer
from riwaya.annotate.span_set import SpanSet
from riwaya.arabic.frequencies import load_frequencies, load_given_names, load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind, Span

_PARTICLES = "[ول]?"
_SHORTEST = 4  # letters of a surname
_SELDOM = 20  # articles that hold a word
_AS_NAME, _MOSTLY = 0.6, 0.5  # shares of them in which it is part of a name
_CERTAINTY = 0.6
_MOST = 400  # names that are looked for
_WORD_BEFORE = re.compile(r"(?<!\w)(?:[وفلب](?=\w{3}))?(\w+) $")
# What stands right before a firm's name, a family's, a place's or a prize's.
_OF_THINGS = re.compile(r"(?<!\w)[ولب]?(?:شركة|وكالة|موقع|تطبيق|صندوق|جائزة|جوائز|مؤشر|المؤشر|عائلة|أسرة|اسم|في)\s$")
_REACH = 20
_LINKED = frozenset(("بن", "ابن", "ابو", "ام", "ال", "عبد"))


def add_repeated(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with the further places of people's names where nothing was read.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    people = [one for one in mentions if one.kind is MentionKind.PER and _stands_free(document.text, one.span.start)]
    persons = {one.text: one for one in reversed(people)}
    others = {one.text for one in mentions if one.kind not in (MentionKind.PER, MentionKind.ROLE)}
    sought = {name: one for name, one in _sought(persons) if name not in others}
    if not sought:
        return list(mentions)
    read = SpanSet(one.span for one in mentions)
    longest_first = sorted(sought, key=lambda name: (-len(name), name))[:_MOST]
    names = re.compile(rf"(?<!\w){_PARTICLES}({'|'.join(map(re.escape, longest_first))})(?!\w)")
    added: dict[str, list[Mention]] = defaultdict(list)
    things: set[str] = set()
    for match in names.finditer(document.text):
        if _OF_THINGS.search(document.text, max(0, match.start() - _REACH), match.start()):
            things.add(match[1])
        span = _with_first_name(document.text, Span(match.start(1), match.end(1)))
        if not read.overlaps(span) and not _goes_on(document.text, span):
            model = sought[match[1]]
            identity = Mention.make_id(model.article_id, model.field, span, model.kind)
            made = replace(model, id=identity, span=span, text=span.of(document.text), score=_CERTAINTY)
            added[match[1]].append(made)
    # What the reader passes over more often than not is no person's name («بلاك كيوب»).
    known = Counter(text for one in people for text in {one.text, one.text.split()[-1]})
    found = [
        *mentions,
        *(one for name in added if name not in things and len(added[name]) <= known[name] for one in added[name]),
    ]
    return sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind))


def _stands_free(text: str, start: int) -> bool:
    """Return whether nothing but «و» or «ل» is attached to a name: «ب|لوك تشين» may have been cut."""
    before = text[max(0, start - 1) : start]
    return not before.isalpha() or before in "ول"


def _sought(persons: dict[str, Mention]) -> Iterator[tuple[str, Mention]]:
    for text, one in persons.items():
        words = text.split()
        if len(words) < 2 or "_" in text or not _is_first_name(words[0]):
            continue  # «بلاك كيوب»: what was read there may be no person at all
        yield text, one
        if words[-2] not in _LINKED and _is_surname(words[-1]):
            yield words[-1], one


def _is_surname(word: str) -> bool:
    """Return whether a surname is hardly anything else in the press."""
    form = fold(word)
    seen = load_frequencies().get(form, 0)
    named = load_name_counts().get(form, 0)
    if len(form) < _SHORTEST or not form.isalpha() or form in arabic_names() or form in gazetteer():
        return False  # «صلاح», «كوستا ريكا»
    return (named >= _AS_NAME * seen and named > 0) or (seen < _SELDOM and not form.startswith("ال"))


def _is_first_name(word: str) -> bool:
    """Return whether a word is a first name and hardly anything else («من» and «صيام» are listed too)."""
    form = fold(word)
    named = load_name_counts().get(form, 0) >= _MOSTLY * load_frequencies().get(form, 0)
    return form in load_given_names() and (named or form in arabic_names())


def _with_first_name(text: str, span: Span) -> Span:
    """Return the span of a surname with the first name that stands before it («محبوب دييغو | مارادونا»)."""
    before = _WORD_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if before is None or " " in span.of(text) or before[1] == "على" or not _is_first_name(before[1]):
        return span
    return Span(before.start(1), span.end)


def _goes_on(text: str, span: Span) -> bool:
    """Return whether a letter, a hyphen or an underscore parts the name from nothing: it is part of another word."""
    return text[span.start - 1 : span.start] in ("_", "#", "-", ".") or text[span.end : span.end + 1] in ("_", "-")
