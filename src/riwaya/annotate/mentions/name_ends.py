"""Where names end: «بوش الأب», «رمسيس الثاني», «#نادر_الوادي» are whole, «أردوغان العسكري» goes too far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import arabic_names, body_heads, nation_words, role_words, words
from riwaya.annotate.mentions.wishes import GOD
from riwaya.annotate.span_set import SpanSet
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_frequencies, load_given_names, load_listed_names, load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind, Span
from riwaya.tables import read_table

_MARKS = frozenset(("الاب", "الابن", "جونيور"))
ORDINALS = frozenset(
    ("الاول", "الاولي", "الثاني", "الثانيه", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
)
_CROWNED = re.compile(
    r"(?:^|\W)[وفبلك]{0,2}(?:ا?ل)?(?:ملك|ملكه|بابا|سلطان|قيصر|امبراطور|امبراطوره|شاه|خديوي|فرعون|بطريرك)\s+$"
)
_BEHIND = re.compile(r" (\w+)(?: (\w+))?")
# «خامنه إي»: the Persian ending of a name is written apart too, behind a blank or a character without width.
_APART_ENDING = re.compile(r"ه[ \u200c](?:[إا][يی]|ئ[يی]|[يی]{2})(?!\w)")
_REACH = 15
_UNFINISHED = frozenset(("عبد", "ابو", "بن", "بنت", "بيت"))  # no «ابي»: «شينزو أبي»
_MOST = 3  # parts of a hashtag that is but a name
_AS_NAME = 0.3  # share of a word's articles in which it is part of a name
_SELDOM = 20
_HARDLY = 0.1  # a share from which down a word that is not seldom is none of a name
# First names that read like verbs of the feminine; where a verb stands before them they are none.
_LIKE_VERBS = frozenset((
    "رفعت", "طلعت", "مدحت", "صفوت", "شوكت", "نشات", "ثروت", "عصمت", "رافت", "حكمت", "جودت", "عزت", "بهجت", "امل",
))  # fmt: skip
_VERB_BEFORE = re.compile(r"(?:^|\s)[وف]?(?P<verb>\w+) (?P<first>\w+) $")
_RARE = 60
_LISTED = 5  # times in lists of names from which on a word may be a first name


def complete_names(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with each person's name as far as the text carries it and no farther.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    known = {fold(word) for mention in persons for word in mention.text.replace("_", " ").split()}
    taken = sorted(mention.span.start for mention in persons if fold(mention.text) not in _MARKS)
    surnames = {words[-1] for mention in persons if len(words := fold(mention.text).split()) > 1}
    grown: dict[str, Mention] = {}
    for mention in persons:
        span = _without_word_behind(mention, surnames)
        span = _with_surname(document.text, span, taken)
        span = _with_first_name(document.text, _in_hashtag(document, span, known))
        span = Span(span.start, _end_of_bound(document.text, span))
        span = Span(span.start, _end_of_mark(document.text, span, taken))
        if ending := _APART_ENDING.match(document.text, span.end - 1):
            span = Span(span.start, ending.end())
        if span != mention.span:
            identity = Mention.make_id(mention.article_id, mention.field, span, mention.kind)
            grown[mention.id] = replace(mention, id=identity, span=span, text=span.of(document.text))
    if not grown:
        return list(mentions)
    spans = SpanSet(mention.span for mention in grown.values())
    found = []
    for mention in mentions:
        if mention.id in grown:
            found.append(grown[mention.id])
        elif not (mention.kind is not MentionKind.ROLE and spans.overlaps(mention.span)):
            holder = grown.get(mention.holder_id)
            found.append(replace(mention, holder_id=holder.id) if holder else mention)
    return found


def _without_word_behind(mention: Mention, surnames: Collection[str]) -> Span:
    """Return the span of a surname alone where an ordinary word was read with it («هولبيك يود», «هولبيك العسكري»)."""
    words = mention.text.split()
    if len(words) != 2 or fold(words[0]) not in surnames or fold(words[1]) in (*_MARKS, *ORDINALS):
        return mention.span
    word = fold(words[1])
    seen = load_frequencies().get(word, 0)
    if seen < _SELDOM or word in load_given_names() or load_name_counts().get(word, 0) >= _HARDLY * seen:
        return mention.span
    return Span(mention.span.start, mention.span.start + len(words[0]))


def _with_surname(text: str, span: Span, taken: Sequence[int]) -> Span:
    """Return the span with a surname that is a word as well behind a first name alone («كارول سماحة»).

    Before a definite noun it is the word («كارول | سماحة الشيخ»).
    """
    first = fold(text[span.start : span.end])
    behind = _BEHIND.match(text, span.end)
    if behind is None or first not in load_given_names() or " " in first:
        return span
    form, following = fold(behind[1]), fold(behind[2] or "")
    place = bisect_left(taken, behind.start(1))
    if (place < len(taken) and taken[place] < behind.end(1)) or following.startswith("ال"):
        return span
    seen = load_frequencies().get(form, 0)
    surname = load_listed_names().get(form, 0) >= _LISTED and seen <= _SELDOM and form not in load_given_names()
    word = (form,) in role_words() or form in nation_words() or form in body_heads() or form in finite_verbs()
    return Span(span.start, behind.end(1)) if surname and not word and not form.startswith("ال") else span


def _with_first_name(text: str, span: Span) -> Span:
    """Return the span with the first name that was read as a verb behind a verb («قال رفعت الوادي»)."""
    start = max(0, span.start - 2 * _REACH)
    told = _VERB_BEFORE.search(text, start, span.start)
    if told is None:
        return span
    first, verb = fold(told["first"]), fold(told["verb"])
    if (first in _LIKE_VERBS and verb in speech_verbs()) or _is_woman(first, verb, text[span.start : span.end]):
        return Span(told.start("first"), span.end)
    return span


def _is_woman(first: str, verb: str, name: str) -> bool:
    """Return whether a rare word is the first name of a woman of whom a verb tells («قالت دنيا سمير غانم»).

    What was read is her father's name.
    """
    form = finite_verbs().get(verb)
    if form is None or form.gender != "f" or " " not in name or fold(name.split()[0]) not in arabic_names():
        return False
    listed = load_listed_names().get(first, 0) >= _LISTED and load_frequencies().get(first, 0) <= _RARE
    return listed and (first,) not in role_words() and first not in body_heads()


@cache
def speech_verbs() -> frozenset[str]:
    """Return folded past forms of the third person of verbs of saying."""
    past = [fold(form) for row in read_table("speech_cues.tsv") for form in row["past"].split()]
    return frozenset(past) | {(form[:-1] if form.endswith(("ي", "ا")) else form) + "ت" for form in past}


def _end_of_bound(text: str, span: Span) -> int:
    """Return the end of a name with the word that its last one cannot do without («كمال عبد | المعروف»)."""
    last = fold(text[max(span.start, span.end - _REACH) : span.end].rpartition(" ")[2])
    if last not in _UNFINISHED and last not in words("din_heads") and last not in words("servants"):
        return span.end
    behind = _BEHIND.match(text, span.end)
    following = fold(behind[1]) if behind else ""
    if behind is None or following in words("never"):
        return span.end
    if last in _UNFINISHED:
        whole = following.startswith("ال") if last in ("عبد", "بيت") else True
    else:
        whole = following == ("الدين" if last in words("din_heads") else GOD)
        whole = whole or (following == GOD and last in words("servants"))
    return behind.end(1) if whole else span.end


def _end_of_mark(text: str, span: Span, taken: Sequence[int]) -> int:
    """Return the end of the name with the mark that tells it from a relative's or a forebear's, if one stands behind.

    «الابن الأكبر» is whose son he is, and «الأب يوسف» a priest.
    """
    behind = _BEHIND.match(text, span.end)
    if behind is None:
        return span.end
    word, following = fold(behind[1]), behind[2] or ""
    place = bisect_left(taken, behind.end(1))
    if place < len(taken) and taken[place] == behind.start(2):
        return span.end
    if word in _MARKS and not following.startswith(("ال", "لل")):
        return behind.end(1)
    before = fold(text[max(0, span.start - _REACH) : span.start])
    return behind.end(1) if word in ORDINALS and _CROWNED.search(before) else span.end


def _in_hashtag(document: Document, span: Span, known: Collection[str]) -> Span:
    """Return the span of the whole name in a hashtag of which a part was read («#نادر_الوادي» read as «الوادي»)."""
    tokens = document.tokens_in(Span(max(0, span.start - 3 * _REACH), span.end))
    if not tokens or "_" not in tokens[-1].text or not tokens[-1].start <= span.start < span.end <= tokens[-1].end:
        return span
    token = tokens[-1]
    parts = token.text.split("_")
    whole = Span(token.start, token.end)
    if document.text[token.start - 1 : token.start] != "#" or len(parts) > _MOST or span == whole:
        return span
    first, *others = (fold(part) for part in parts)
    return whole if _opens_name(first) and all(_is_of_name(part, known) for part in others) else span


def _opens_name(part: str) -> bool:
    return part in load_given_names() or load_listed_names().get(part, 0) >= _LISTED


def _is_of_name(part: str, known: Collection[str]) -> bool:
    seen = load_frequencies().get(part, 0)
    return seen < _SELDOM or part in known or load_name_counts().get(part, 0) >= _AS_NAME * seen
