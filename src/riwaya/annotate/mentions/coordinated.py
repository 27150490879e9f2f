"""Two people read as one or in part: those whom «و» joins, and a verb's subject with its object."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.clause_verbs import verb_before
from riwaya.annotate.mentions.lexicon import full_names, name_shares, press_words, reviewed_names, words
from riwaya.annotate.mentions.readings import read_name
from riwaya.annotate.span_set import SpanSet
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind, Span

_JOINED = re.compile(r"\s+(و)(?=(\w{3,}))")
_MOST = 6  # words of a name that may be two
_GIVEN, _FAMILY, _NEVER = 0.5, 0.6, 0.2  # shares of a form's uses in the press
_COMMON, _SELDOM = 20, 5  # articles that hold a word which is no name
_LETTERS, _SHORTEST = 4, 3  # of a surname, of a first name
_SEEN = 20  # articles that hold a surname


def part_joined(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with each person by himself whom «و» or a verb's frame tells from another.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    roles = sorted((one for one in mentions if one.kind is MentionKind.ROLE), key=lambda one: -one.span.start)
    heads = {role.holder_id: role.span.start for role in roles}  # where the first of each person's titles begins
    found: list[Mention] = []
    heirs: dict[str, str] = {}
    for mention in mentions:
        cut = _cut(document, mention, heads.get(mention.id)) if mention.kind is MentionKind.PER else None
        if cut is None:
            found.append(mention)
            continue
        parts = [_with_span(document, mention, span) for span in cut]
        heirs[mention.id] = parts[0].id  # a role before both names is the first one's
        found.extend(parts)
    found.extend(_missed(document, found))
    parted = [replace(one, holder_id=heirs[one.holder_id]) if one.holder_id in heirs else one for one in found]
    return sorted(parted, key=lambda one: (one.span.start, one.span.end, one.kind))


def _with_span(document: Document, mention: Mention, span: Span) -> Mention:
    identity = Mention.make_id(mention.article_id, mention.field, span, mention.kind)
    return replace(mention, id=identity, span=span, text=span.of(document.text), holder_id="")


def _cut(document: Document, mention: Mention, title: int | None) -> tuple[Span, Span] | None:
    """Return the two names that a mention holds, None where it is one; `title` is where its first role begins."""
    start, text = mention.span.start, mention.text
    if len(text.split()) > _MOST:
        return None
    for joint in _JOINED.finditer(text):
        bare = joint[2].startswith("ا")  # «كريستوفر وايلي», not «وإيلي»
        if not bare and _is_joined_name(fold(text[joint.start(1) :].split()[0])):
            return Span(start, start + joint.start()), Span(start + joint.end(1), mention.span.end)
    parts = text.split(" ")
    two = len(parts) == 2 and _are_two_surnames(document, mention, parts, titled=title is not None)
    first = start if title is None else min(title, start)
    if two or (len(parts) > 2 and _is_known_and_object(document, parts, first)):
        cut = start + len(text) - len(parts[-1])
        return Span(start, cut - 1), Span(cut, mention.span.end)
    return None


def _is_known_and_object(document: Document, parts: Sequence[str], start: int) -> bool:
    """Return whether a known person is a verb's subject before another's surname («انتقد سيرغي لافروف | بلينكن»).

    Args:
        document: the field.
        parts: the words of what was read as one name, three or more.
        start: where the name begins, or its title.
    """
    forms = tuple(fold(part) for part in parts)
    if _is_full_name(forms) or forms[-1] not in _known_surnames():
        return False
    definite = forms[-1].startswith("ال")
    if not _is_full_name(forms[:-1]) and (definite or not _closes_name(forms[:-1])):
        return False
    if forms[-2] in load_given_names() and definite:
        return False  # «محمد علي الحسيني»
    return bool(verb_before(document, bisect_left(document.token_starts, start) - 1))


def _is_full_name(forms: tuple[str, ...]) -> bool:
    return forms in full_names().get(forms[0], ())


def _closes_name(forms: tuple[str, ...]) -> bool:
    """Return whether a name ends in a surname with the article («سليم الحداد»), behind which no part of it stands."""
    bound = forms[-2] in words("bound") or forms[-1] in words("din")
    return forms[-1].startswith("ال") and not bound and forms[-1] not in load_given_names()


@cache
def _known_surnames() -> frozenset[str]:
    """Return what the names of known office-holders end with and hardly a first name is."""
    ends = {name[-1] for names in full_names().values() for name in names}
    return frozenset(end for end in ends if len(end) >= _LETTERS and end not in load_given_names() | reviewed_names())


def _is_joined_name(form: str) -> bool:
    """Return whether a word is «و» and a first name («وطارق»), and no name by itself («وليد», «وهبة»)."""
    reading = read_name(form)
    return reading.prefix == 1 and form not in name_shares() and form[1:] in load_given_names()


def _are_two_surnames(document: Document, mention: Mention, parts: Sequence[str], *, titled: bool) -> bool:
    """Return whether a name is a verb's subject and its object («كلف الرئيس عون الحريري», «التقى ماكرون ميركل»)."""
    forms = tuple(fold(part) for part in parts)
    if any(form in words("bound") or form in words("particles") for form in forms):
        return False  # «بن لادن»
    if any(name[-2:] == forms for name in full_names().get(forms[0], ())) or not all(map(_is_surname, forms)):
        return False
    place = bisect_left(document.token_starts, mention.span.start) - 1
    before = document.tokens[place].form if place >= 0 else ""
    if titled and before.startswith("ال"):
        place -= 1
    return bool(verb_before(document, place, groups=("person_verbs", "seating_verbs")))


def _is_surname(form: str) -> bool:
    share = name_shares().get(form)
    return share is not None and share.family >= _FAMILY and share.given < _NEVER and share.seen >= _SEEN


def _missed(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the persons beside a found one whom «و» joins to him («محمود وإبراهيم الوادي»)."""
    taken = SpanSet(mention.span for mention in mentions)
    for mention in mentions:
        if mention.kind is not MentionKind.PER:
            continue
        for span in (_before(document, mention), _behind(document, mention) or _lone_behind(document, mention)):
            if span is not None and not taken.overlaps(span):
                yield _with_span(document, mention, span)


def _before(document: Document, mention: Mention) -> Span | None:
    """Return the lone first name in front of «و» and a full name."""
    first = mention.span.start
    if document.text[first - 1 : first] != "و" or len(mention.text.split()) < 2:
        return None
    place = bisect_left(document.token_starts, first - 1) - 1
    token = document.tokens[place] if place >= 0 else None
    if token is None or document.text[token.end : first] != " و" or not _is_first_name(token.form):
        return None
    ahead = document.tokens[place - 1].form if place else ""
    near = place > 0 and document.text[document.tokens[place - 1].end : token.start] == " "
    inside = any(ahead in words(group) for group in ("bound", "particles", "place_heads"))
    bound = near and (inside or _is_name(strip_conjunction(ahead)))
    share = name_shares().get(fold(mention.text).split()[0])
    return None if bound or share is None or share.given < _NEVER else Span(token.start, token.end)


def _behind(document: Document, mention: Mention) -> Span | None:
    """Return the first name and surname behind a full name and «و»."""
    place = bisect_left(document.token_starts, mention.span.end)
    if place + 1 >= len(document.tokens) or len(mention.text.split()) < 2:
        return None
    first, last = document.tokens[place : place + 2]
    joined = document.text[mention.span.end : first.start] == " " and document.text[first.end : last.start] == " "
    if not joined or not first.text.startswith("و") or not _is_first_name(first.form[1:], listed=True):
        return None
    share = name_shares().get(last.form)
    surname = share is not None and share.family >= _FAMILY and press_words().get(last.form, 0) <= _COMMON
    return Span(first.start + 1, last.end) if surname else None


def _lone_behind(document: Document, mention: Mention) -> Span | None:
    """Return the first name behind a lone name and «و», of which nothing more follows («أسرة عمر ومريم»)."""
    place = bisect_left(document.token_starts, mention.span.end)
    if place >= len(document.tokens) or " " in mention.text:
        return None
    token = document.tokens[place]
    form = token.form.removeprefix("و")
    if document.text[mention.span.end : token.start] != " " or form == token.form or len(form) < _SHORTEST:
        return None
    if not _is_first_name(form) or token.form in name_shares() or press_words().get(token.form, 0) > _SELDOM:
        return None
    behind = document.tokens[place + 1] if place + 1 < len(document.tokens) else None
    if behind is not None and document.text[token.end : behind.start] == " " and _may_go_on(behind.form):
        return None  # «وتوني كروس»
    return Span(token.start + 1, token.end)


def _may_go_on(form: str) -> bool:
    share = name_shares().get(form)
    known = share is not None and max(share.given, share.family) >= _NEVER
    return known or not press_words().get(strip_conjunction(form), 0)


def _is_first_name(form: str, *, listed: bool = False) -> bool:
    """Return whether a form is hardly anything but a first name; `listed`: a surname behind it lets it be a word."""
    share = name_shares().get(form)
    if form not in load_given_names() or form.startswith("ال"):
        return False
    common = press_words().get(form, 0)
    return listed or (share is not None and share.given >= _GIVEN and common <= _COMMON)


def _is_name(form: str) -> bool:
    return form in load_given_names() or _is_surname(form)
