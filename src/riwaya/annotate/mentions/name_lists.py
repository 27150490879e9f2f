"""Lists of people: where the pieces around one are whole names, that piece is one name too («سليم عون، زياد أسود»).

Teams, casts and deputies stand in lists without a verb or a title, so that the reader hears of a name only what it
knows as one («زياد») or nothing; and half a name is then taken for another person of the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import body_heads, name_shares, nation_words, press_words, role_words, words
from riwaya.annotate.span_set import SpanSet
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.tokens import Token
from riwaya.model import Mention, MentionKind, Span

_LIST = 4  # people whom the text must name
_NEAR, _WHOLE, _FULL = 2, 3, 2  # pieces looked at on each side; whole names among them; of these in two words and more
_LONGEST = 3  # words of a piece that can be one name
_COMMON = 20  # articles that hold a word which is no name
_NAME = 0.3  # share of a form's uses as a name
_OWNED = ("ه", "ها", "هم")  # «ونجله فلان», «وشقيقتها فلانة»
_UNHEARD = 0.8  # certainty of a name that the reader had not heard at all


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a list: its words without «و» in front of the first, and its place.

    `heard`: the persons found in it; `whole`: one of them is all of it, or more; `holds_all`: none is more.
    """

    span: Span
    words: tuple[Token, ...]
    heard: tuple[Mention, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(word.form for word in self.words)

    @property
    def whole(self) -> bool:
        return len(self.heard) == 1 and _holds(self.heard[0].span, self.span)

    @property
    def holds_all(self) -> bool:
        return all(_holds(self.span, part.span) for part in self.heard)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def complete_lists(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with the names whole that stand in lists of whole names.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    if len(persons) < _LIST:
        return list(mentions)
    others = SpanSet(mention.span for mention in mentions if mention.kind is not MentionKind.PER)
    heirs: dict[str, Mention] = {}
    unheard = []
    for pieces in _lists(document, persons):
        for piece in _cut_pieces(pieces):
            if not piece.holds_all or others.overlaps(piece.span):
                continue
            name = _name_of(document, piece)
            heirs |= {part.id: name for part in piece.heard}
            if not piece.heard:
                unheard.append(name)
    if not heirs and not unheard:
        return list(mentions)
    kept = dict.fromkeys([*(heirs.get(mention.id, mention) for mention in mentions), *unheard])
    names = {old: name.id for old, name in heirs.items()}
    completed = [replace(one, holder_id=names.get(one.holder_id, one.holder_id)) for one in kept]
    return sorted(completed, key=lambda one: (one.span, one.kind))


def _name_of(document: Document, piece: _Piece) -> Mention:
    score = max((part.score for part in piece.heard), default=_UNHEARD)
    article, kind = document.article.id, MentionKind.PER
    identity = Mention.make_id(article, document.field, piece.span, kind)
    return Mention(identity, article, document.field, piece.span, piece.span.of(document.text), kind, "", score)


def _cut_pieces(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces of a list that must be names and are not whole."""
    names = [_name_words(piece, opens=not place, closes=piece is pieces[-1]) for place, piece in enumerate(pieces)]
    for place, piece in enumerate(pieces):
        if names[place] or not 2 <= len(piece.words) <= _LONGEST:
            continue
        around = [*names[max(0, place - _NEAR) : place], *names[place + 1 : place + 1 + _NEAR]]
        full = sum(count > 1 for count in around)
        if sum(map(bool, around)) >= _WHOLE and full >= _FULL and _may_be_name(piece):
            yield piece


def _name_words(piece: _Piece, *, opens: bool, closes: bool) -> int:
    """Return how many words the name has that a piece is, 0 where it is none; words may go before or behind a list."""
    if piece.whole:
        return len(piece.words)
    edge = opens and piece.heard and piece.heard[-1].span.end == piece.span.end
    if edge or (closes and piece.heard and piece.heard[0].span.start == piece.span.start):
        return len(piece.heard[-1 if edge else 0].text.split())
    return 0


def _may_be_name(piece: _Piece) -> bool:
    """Return whether nothing in a piece but its place is against its being one name."""
    first, *rest = piece.forms
    if not _is_name(first) and piece.words[0].text.endswith(_OWNED):
        return False
    if len(piece.heard) > 1 and len(rest) > 1 and not any(form in words("particles") for form in piece.forms):
        return False  # «يحيى الشهري مهند»: two people whom a comma has been left out between
    return _may_open(first) and all(_may_follow(form, behind_first=place == 0) for place, form in enumerate(rest))


def _may_open(form: str) -> bool:
    return not form.startswith("ال") and (_is_name(form) or not _is_plain_noun(form))


def _may_follow(form: str, *, behind_first: bool) -> bool:
    """Return whether a word can go on with a name: a surname, an adjective as one, a word that the press hardly has."""
    adjective = form.startswith("ال") and form.endswith("ي") and form not in nation_words()
    return _is_name(form) or (behind_first and adjective) or not _is_plain_noun(form)


def _is_name(form: str) -> bool:
    if form in load_given_names() or form in words("bound") or form in words("particles"):
        return True
    share = name_shares().get(form)
    return share is not None and max(share.given, share.family) >= _NAME


def _is_plain_noun(form: str) -> bool:
    """Return whether the press has a word often, or as a role, a nation, a body's noun or a verb."""
    bare = form.removeprefix("ال")
    if press_words().get(form, 0) > _COMMON or form in finite_verbs():
        return True
    return (bare,) in role_words() or form in nation_words() or bare in body_heads()


def _lists(document: Document, persons: Sequence[Mention]) -> Iterator[list[_Piece]]:
    """Yield the runs of pieces that commas and «و» part, those that hold names enough."""
    starts = {mention.span.start for mention in persons}
    by_span = {mention.span: mention for mention in persons}
    spans = SpanSet(by_span)
    run: list[_Piece] = []
    for piece, goes_on in _pieces(document, starts):
        if piece:
            span = Span(piece[0].start, piece[-1].end)
            heard = tuple(by_span[other] for other in spans.overlapping(span))
            run.append(_Piece(span, tuple(piece), heard))
        if not goes_on:
            if len(run) > _WHOLE:
                yield run
            run = []
    if len(run) > _WHOLE:
        yield run


def _pieces(document: Document, starts: set[int]) -> Iterator[tuple[list[Token], bool]]:
    """Yield the words of each piece, and whether the list goes on behind it."""
    piece: list[Token] = []
    end = 0
    for token in document.tokens:
        if "\n" in document.text[end : token.start]:
            yield piece, False
            piece = []
        end = token.end
        if token.kind != "word" or token.form == "و":
            yield piece, token.form in (",", "و")
            piece = []
            continue
        joined = _without_and(token, starts)
        if joined is not None:
            yield piece, True
            piece = [joined]
        else:
            piece.append(token)
    yield piece, False


def _without_and(token: Token, starts: set[int]) -> Token | None:
    """Return a word without the «و» that joins it to the list, None where it has none («وليد»)."""
    form = token.form
    if not token.text.startswith("و") or len(form) < 3 or token.start in starts or form in load_given_names():
        return None
    return Token(token.start + 1, token.end, token.text[1:], form[1:], token.kind)
