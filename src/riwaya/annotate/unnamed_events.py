"""Events whose parties bear no name: «قتل خمسة أشخاص في تفجير», «تظاهر المئات», «هز انفجار سيارة مفخخة العاصمة».

Only where the words leave no doubt of the kind: deaths without an attack may be an accident's, an explosion without
a bomb a leak's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.events import cues, mode_of
from riwaya.arabic.tokens import Token
from riwaya.model import Event, Mention, MentionKind, Span, TimeFrom

_REACH_OF_ATTACK = 12  # words behind the victims
_MOST_COUNTED = 6  # words of «ما لا يقل عن خمسة»
_SCORE = 0.5
_PLACES = (MentionKind.GPE, MentionKind.LOC)
_IN = frozenset(("في", "وسط", "شمال", "جنوب", "شرق", "غرب"))


def find_unnamed_events(document: Document, mentions: Sequence[Mention], known: Sequence[Event]) -> list[Event]:
    """Return the events without a named party, in text order; none in a sentence that tells one of its type already."""
    found: list[Event] = []
    named = sorted(known, key=lambda event: event.span)
    here = [one.span for one in mentions if one.field is document.field and one.kind in _PLACES]
    places = sorted(span for span in here if _is_led(document, span))
    for sentence in document.sentences:
        tokens = document.tokens_in(sentence)
        told = {event.type for event in _starting_in(named, sentence)}
        for index, token in enumerate(tokens):
            event = next(_read(document, tokens, index), None)
            if event is None or event[0] in told:
                continue
            kind, end, actors, targets = event
            span = Span(token.start, tokens[end - 1].end)
            behind = places[bisect_left(places, span) : bisect_left(places, Span(sentence.end, sentence.end + 1))]
            mode = mode_of(document, bisect_left(document.token_starts, token.start))
            made = Event(
                Event.make_id(document.article.id, span, kind), document.article.id, span, kind, mode,
                actors, targets, next(iter(behind), None), "", _SCORE, TimeFrom.UNKNOWN,
            )  # fmt: skip
            told.add(kind)
            found.append(made)
    return found


_Reading = tuple[str, int, tuple[Span, ...], tuple[Span, ...]]


def _read(document: Document, tokens: Sequence[Token], index: int) -> Iterator[_Reading]:
    """Yield type, end, actors and targets of an event that starts at a token."""
    form = tokens[index].form
    known = form in cues("harmed_verbs") or form in cues("struck_verbs")
    bare = form[1:] if form[:1] in ("و", "ف") and not known else form
    if bare in cues("harmed_verbs"):
        people = _people(tokens, index + 1)
        attack = _attack(tokens, people[1]) if people else None
        if people and attack is not None:
            yield "ASSAULT", attack, (), (Span(tokens[people[0]].start, tokens[people[1] - 1].end),)
    elif bare in cues("crowd_verbs") and index + 1 < len(tokens) and tokens[index + 1].form in cues("crowds"):
        yield "PROTEST", index + 2, (Span(tokens[index + 1].start, tokens[index + 1].end),), ()
    elif bare in cues("struck_verbs") and index + 1 < len(tokens) and tokens[index + 1].form in cues("attacks"):
        yield "ASSAULT", index + 2, (), ()
    elif bare.removeprefix("ب") in cues("exploded"):
        bomb = _bomb(tokens, index + 1)
        if bomb is not None:
            yield "ASSAULT", bomb, (), ()


def _bomb(tokens: Sequence[Token], index: int) -> int | None:
    """Return the index behind what was laid to explode: «سيارة مفخخة», «عبوة ناسفة»."""
    forms = [token.form for token in tokens[index : index + 2]]
    laid = len(forms) == 2 and forms[0] in cues("bombs") and forms[1] in cues("attacks")
    return index + 2 if laid else None


def _people(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Return where people who are counted stand: «خمسة أشخاص», «ما لا يقل عن 10 مدنيين», «شخصان»."""
    for place in range(index, min(len(tokens), index + _MOST_COUNTED + 1)):
        form = tokens[place].form
        if form in cues("people"):
            return (index, place + 1)
        if not (form.isdigit() or form in cues("numbers") or form in cues("at_least")):
            return None
    return None


def _attack(tokens: Sequence[Token], start: int) -> int | None:
    """Return the index behind a word of attack in the victims' clause."""
    for place in range(start, min(len(tokens), start + _REACH_OF_ATTACK)):
        form = tokens[place].form
        if form in cues("breaks") or form in cues("accidents") or form == "منذ":
            return None
        if form in cues("attacks") or form[1:] in cues("attacks"):
            return place + 1
    return None


def _starting_in(events: Sequence[Event], sentence: Span) -> Sequence[Event]:
    """Return the events, in text order, that start in a sentence."""
    low = bisect_left(events, sentence.start, key=lambda event: event.span.start)
    return events[low : bisect_left(events, sentence.end, key=lambda event: event.span.start)]


def _is_led(document: Document, place: Span) -> bool:
    """Return whether «في» or «ب» leads to a place."""
    first = bisect_left(document.token_starts, place.start + 1) - 1
    before = document.tokens[first - 1].form if first > 0 else ""
    return before in _IN or document.text[document.tokens[first].start : place.start] == "ب"
