"""Clubs that a reader takes for people: «باوك», «تغلب على ويست هام 3-1», «حارس شفيليد», «تورينو سالفاتوري سيريجو».

In accounts of sport a club is called like a player, by a word that is nothing else. A name that the table of clubs
has is the club, and so is what stands right behind «فريق», «ضيفه», «صفوف» or what the text elsewhere calls a body,
unless something says that it is a person: a longer name, a title before it, a first name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import nation_words, reviewed_names, role_words
from riwaya.annotate.mentions.sport import tells_of_sport
from riwaya.annotate.span_set import SpanSet
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_given_names, load_listed_names
from riwaya.arabic.normalise import fold
from riwaya.knowledge.bodies import known_clubs
from riwaya.model import Mention, MentionKind, Span

# What stands right before a club and never right before a person: «حارس شفيليد» keeps its goal, «ضيفه» comes to play.
_HEADS = frozenset(("نادي", "فريق", "ضيفه", "مضيفه", "مستضيفه", "صفوف", "لاعبي", "لاعبو", "حارس", "جماهير", "مشجعي"))
_PLAYED = frozenset(("مباراه", "المباراه", "مباريات", "الدوري", "دوري", "هدف", "اهداف", "الملعب", "ملعب", "مرمي"))
_PARTICLES = ("و", "ف", "ل", "ب")
_PEER = "نظير"
_LONGEST = 2  # words of a club that no table has
_UNREAD = 0.6  # certainty of a club of the table that the reader did not hear of


def settle_clubs(document: Document, mentions: Sequence[Mention], listed: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, in accounts of sport with the clubs that were read as people or not at all.

    A role before a club goes as far as the club.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
        listed: what the rules alone found there.
    """
    if not tells_of_sport(document):
        return list(mentions)
    of_table = [one for one in listed if one.kind is MentionKind.ORG and fold(one.text) in club_names()]
    read = [*mentions, *_unread(document, mentions, of_table)]
    clubs = _clubs_among(document, read)
    whole = {one.span.start: one.span for one in of_table}
    wide = [one.span for one in of_table if " " in one.text and fold(one.text).split()[0] not in _HEADS]
    settled: dict[str, list[Mention]] = {}
    for one in read:
        if (club := _club_around(one, wide)) is not None:
            settled[one.id] = [_made(document.text, one, club, MentionKind.ORG)]
        elif one.kind is MentionKind.PER and (parts := _parted(document.text, one, clubs, whole)) is not None:
            settled[one.id] = parts
    found = []
    for one in read:
        found.extend(settled[one.id] if one.id in settled else _without_club(one, settled))
    return sorted(dict.fromkeys(found), key=lambda one: (one.span.start, one.span.end, one.kind))


def _club_around(one: Mention, wide: Sequence[Span]) -> Span | None:
    """Return the span of the club of which a part was read («سان | أنطونيو سبيرز», «سبارتاك | موسكو»).

    Args:
        one: what was read.
        wide: the spans of the table's clubs of several words, in order and apart.
    """
    place = bisect_right(wide, one.span.start, key=lambda span: span.start) - 1
    named = one.kind in (MentionKind.PER, MentionKind.ORG) and place >= 0
    return wide[place] if named and wide[place].contains(one.span) and wide[place] != one.span else None


@dataclass(frozen=True, slots=True)
class _Clubs:
    """Folded names: those of clubs in this text, and those that it gives to people."""

    here: Collection[str]
    people: Collection[str]


def _unread(document: Document, mentions: Sequence[Mention], of_table: Sequence[Mention]) -> list[Mention]:
    """Return the clubs of the table where the reader read nothing; behind a name a town is a surname («سرجيو ليون»)."""
    read = SpanSet(one.span for one in mentions)
    ends = {one.span.end for one in mentions if one.kind is MentionKind.PER}
    missed = (one for one in of_table if not read.overlaps(one.span))
    return [
        replace(one, score=_UNREAD)
        for one in missed
        if fold(one.text) in _sure_names() or not (one.span.start - 1 in ends or _goes_on(document, one.span))
    ]


def _goes_on(document: Document, span: Span) -> bool:
    before = _before(document, span)
    return before == "دي" or (before in load_given_names() and before != "علي")  # «على» folds alike


def _clubs_among(document: Document, mentions: Sequence[Mention]) -> _Clubs:
    """Return the names read as people that are clubs in this text."""
    places: dict[str, list[Mention]] = defaultdict(list)
    parts, bodies = set(), set()
    for one in mentions:
        form = fold(one.text)
        if one.kind is MentionKind.PER:
            places[form].append(one)
            if form not in club_names():
                parts.update(form.split()[1:])
        elif one.kind is MentionKind.ORG:
            bodies.add(form)
    here, people = set(), set()
    for form, ones in places.items():
        if form in _sure_names():
            here.add(form)
        elif form in parts or any(_is_titled(document, one) for one in ones):
            people.add(form)
        elif form in club_names() or _is_like_club(document, form, ones, bodies):
            here.add(form)
    return _Clubs(here, people)


@cache
def club_names() -> frozenset[str]:
    """Return the folded names of the clubs of the table, without those that their home's adjective is a part of."""
    names = (name for club in known_clubs() for name in (club.name, *club.names, *club.in_sport))
    return frozenset(form for form in map(fold, names) if form.split()[-1] not in nation_words())


@cache
def _sure_names() -> frozenset[str]:
    """Return those that are no first names and no towns («ميلان باديج» is one man)."""
    towns = {fold(name) for club in known_clubs() for name in club.in_sport}
    return frozenset(form for form in club_names() - towns if form.split()[0] not in load_given_names())


def _is_like_club(document: Document, form: str, places: Sequence[Mention], bodies: Collection[str]) -> bool:
    """Return whether a name that no table has is a club's; it does not begin like a person's."""
    words = form.split()
    if len(words) > _LONGEST or words[0] in load_given_names() or words[0] in reviewed_names():
        return False
    if form in bodies:
        return True
    # Singers on television have a «فريق» and a «مدرب» too, but no match.
    played = any(token.form in _PLAYED for token in document.tokens)
    return played and not load_listed_names().get(form, 0) and any(_is_headed(document, one) for one in places)


def _before(document: Document, span: Span) -> str:
    """Return the form of the word right before a span that begins one, "" where something stands between."""
    index = bisect_left(document.token_starts, span.start + 1) - 1
    if index < 1 or document.token_starts[index] != span.start:
        return ""
    before = document.tokens[index - 1]
    return before.form if document.text[before.end : span.start] == " " else ""


def _is_headed(document: Document, one: Mention) -> bool:
    form = _before(document, one.span)
    return form in _HEADS or (form[:1] in _PARTICLES and form[1:] in _HEADS)


def _is_titled(document: Document, one: Mention) -> bool:
    """Return whether a title or a man's origin stands before a name («المدرب بارما», «الإنجليزي ويغان»)."""
    form = strip_conjunction(_before(document, one.span))
    form = "ال" + form[2:] if form.startswith("لل") else form
    return form.startswith("ال") and ((form[2:],) in role_words() or form in nation_words())


def _parted(text: str, one: Mention, clubs: _Clubs, whole: Mapping[int, Span]) -> list[Mention] | None:
    """Return what a name is made of: the club that it is, or a person and the club beside him; None for a person."""
    form = fold(one.text)
    if form in clubs.here:
        span = whole.get(one.span.start, one.span)  # «سيسكا | موسكو»
        return [_made(text, one, span if span.end > one.span.end else one.span, MentionKind.ORG)]
    words = one.text.split()
    if form in clubs.people or " ".join(words) != one.text:
        return None
    for size in range(len(words) - 1, 0, -1):
        first, rest = " ".join(words[:size]), " ".join(words[size:])
        middle = one.span.start + len(first)
        before, behind = Span(one.span.start, middle), Span(middle + 1, one.span.end)
        if fold(first) in _sure_names():
            club = _made(text, one, before, MentionKind.ORG)
            return [club] if fold(rest) in nation_words() else [club, _made(text, one, behind, MentionKind.PER)]
        if fold(rest) in _sure_names():
            club = _made(text, one, behind, MentionKind.ORG)
            return [club] if fold(first) in finite_verbs() else [_made(text, one, before, MentionKind.PER), club]
    return None


def _made(text: str, one: Mention, span: Span, kind: MentionKind) -> Mention:
    identity = Mention.make_id(one.article_id, one.field, span, kind)
    return replace(one, id=identity, span=span, text=span.of(text), kind=kind)


def _without_club(role: Mention, settled: Mapping[str, list[Mention]]) -> list[Mention]:
    """Return a role that no club holds: one right before a club is the role in it («مدرب باوك»), a peer is none."""
    parts = settled.get(role.holder_id)
    if parts is None:
        return [role]
    person = next((part for part in parts if part.kind is MentionKind.PER), None)
    club = next(part for part in parts if part.kind is MentionKind.ORG)
    role = replace(role, holder_id=person.id if person else "")
    if not role.span.start < club.span.start <= role.span.end + 1:
        return [role]
    if role.text.startswith(_PEER):
        return []
    span = Span(role.span.start, club.span.end)
    identity = Mention.make_id(role.article_id, role.field, span, role.kind)
    head = role.text[: club.span.start - role.span.start].rstrip()  # «حارس | نفط» of «نفط ميسان»
    return [replace(role, id=identity, span=span, text=f"{head} {club.text}")]
