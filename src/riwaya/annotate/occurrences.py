"""When what is reported was said or done: by the words beside it, else by the publication.

«قال الوزير أمس»: the day stands in the cue's own clause, outside what is said. Without one, news is of the day on which
its words were written, the page's or an earlier one whose words it keeps; not what a pluperfect tells («كان قد قال»),
nor events told far down in a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.document import Document
from riwaya.annotate.times import Written
from riwaya.arabic.tokens import Token
from riwaya.model import Event, EventMode, Span, Statement, Time, TimeFrom, TimeType

_USABLE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T.*)?|XXXX-WXX-[1-7](?:T.*)?|XXXX-\d{2}-\d{2}(?:T.*)?")
_DAY_LENGTH = 10
_REACH_BEHIND, _REACH_BEFORE = 14, 8  # words between a cue and its time
_PLUPERFECT_REACH, _MARKED_REACH = 2, 14  # words back to «كان»; where «قد» stands before the cue
_MOST_TRIED = 4  # times on either side
_STOPS = frozenset((".", "?", "!", ";", "الذي", "التي", "الذين", "اللذين", "اللذان", "حيث", "فيما", "بينما", "لكن"))
# What stands behind these tells when something else is or was.
_OTHERS = frozenset((
    "علي", "بشان", "حول", "قبل", "قبيل", "منذ", "حتي", "عن", "ضد", "بعد", "اثر", "الي", "لزياره", "بزياره", "تعليقا",
    "ردا", "بان", "ان", "مع",
))  # fmt: skip
_WERE = frozenset(("كان", "كانت", "كانوا", "وكان", "وكانت", "وكانوا"))
_LEAD_SENTENCES = 2
_OF_THE_DAY = (TimeFrom.PUBLISHED, TimeFrom.WRITTEN)


@dataclass(frozen=True, slots=True)
class _Clock:
    """An article's times that can say when something was said or done, in text order, and when its parts were written.

    Attributes:
        published: the day of publication, "" where it is not known to the day.
        written: the parts that were written on another day.
    """

    times: tuple[Time, ...]
    starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    published: str
    written: Written

    @staticmethod
    def read(document: Document, times: Iterable[Time], written: Written) -> _Clock:
        kept = [
            time
            for time in times
            if time.field is document.field
            and time.type in (TimeType.DATE, TimeType.TIME)
            and _USABLE.fullmatch(time.value)
        ]
        kept.sort(key=lambda time: time.span)
        published = document.article.published
        day = published[:_DAY_LENGTH] if "/" not in published else ""
        sentence_starts = tuple(sentence.start for sentence in document.sentences)
        return _Clock(tuple(kept), tuple(time.span.start for time in kept), sentence_starts, day, written)

    def day(self, span: Span) -> tuple[str, TimeFrom]:
        """Return the day of which the words at a span are news, and how it is known; "" where it is not."""
        if day := self.written.day(span.start):
            return day, TimeFrom.WRITTEN
        return self.published, TimeFrom.PUBLISHED

    def sentence_of(self, document: Document, span: Span) -> Span:
        """Return the sentence in which a span starts."""
        place = bisect_right(self.sentence_starts, span.start) - 1
        return document.sentences[place] if place >= 0 else span

    def between(self, start: int, end: int) -> Sequence[Time]:
        """Return the times that start in a stretch, none of a day to come."""
        return self.passed(self.times[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def passed(self, times: Iterable[Time]) -> list[Time]:
        """Return the times that lie no later than the words that name them were written."""
        days = ((time, self.day(time.span)[0]) for time in times)
        return [time for time, day in days if not day or time.value[:_DAY_LENGTH] <= day + "~"]


def time_statements(
    document: Document, statements: Iterable[Statement], times: Iterable[Time], written: Written
) -> list[Statement]:
    """Return the statements with the time at which each was said, whatever time they had."""
    found = list(statements)
    clock = _Clock.read(document, times, written)
    cues = sorted({statement.cue.start for statement in found})
    timed = [_timed(document, statement, clock, cues) for statement in sorted(found, key=_place)]
    for place in range(1, len(timed)):
        before, one = timed[place - 1 : place + 1]
        # «وأضاف»: the same speaker goes on.
        goes_on = one.implicit and one.speaker_text == before.speaker_text and one.time_from in _OF_THE_DAY
        if goes_on and before.time_from in (TimeFrom.STATED, TimeFrom.EARLIER):
            timed[place] = replace(one, time=before.time, time_from=before.time_from, time_span=before.time_span)
    position = {statement.id: statement for statement in timed}
    return [position[statement.id] for statement in found]


def _place(statement: Statement) -> tuple[Span, Span]:
    return statement.cue, statement.content


def _timed(document: Document, statement: Statement, clock: _Clock, cues: Sequence[int]) -> Statement:
    stated = _stated(document, statement, clock, cues)
    if stated is not None:
        return replace(statement, time=stated.value, time_from=TimeFrom.STATED, time_span=stated.span)
    if _is_pluperfect(document, statement.cue):
        return replace(statement, time="", time_from=TimeFrom.EARLIER, time_span=None)
    day, known = clock.day(statement.cue)
    return replace(statement, time=day, time_from=known if day else TimeFrom.UNKNOWN, time_span=None)


def _stated(document: Document, statement: Statement, clock: _Clock, cues: Sequence[int]) -> Time | None:
    """Return the time in the cue's clause: behind the cue and before what is said, else before the cue, else behind."""
    sentence = clock.sentence_of(document, statement.cue)
    content = statement.content
    if content.start >= statement.cue.end:
        behind = _nearest(document, statement.cue, clock.between(statement.cue.end, content.start), cues)
        if behind is not None:
            return behind
    before = _outside(statement, clock.between(sentence.start, statement.cue.start))
    found = _nearest(document, statement.cue, before[-1:], cues)
    if found is None and content.end <= statement.cue.start:
        found = _nearest(
            document, statement.cue, _outside(statement, clock.between(statement.cue.end, sentence.end)), cues
        )
    return found


def _outside(statement: Statement, times: Sequence[Time]) -> list[Time]:
    """Return the times that no piece of what is said holds."""
    return [time for time in times if not any(piece.overlaps(time.span) for piece in statement.pieces)]


def _nearest(document: Document, cue: Span, times: Sequence[Time], cues: Sequence[int]) -> Time | None:
    """Return the first of the times that belongs to the cue: near, in its clause, and not another thing's time."""
    for time in times[:_MOST_TRIED]:
        start, end = sorted((cue, time.span))
        if bisect_left(cues, end.start) - bisect_left(cues, start.end) > 0 or start.end > end.start:
            continue
        words = [token.form for token in _tokens_between(document, start.end, end.start)]
        forms = {form.removeprefix("و") for form in words}
        if time.span.start < cue.start:
            if len(words) <= _REACH_BEFORE and not forms & _STOPS and not _is_governed(document, time):
                return time
        elif len(words) <= _REACH_BEHIND and not forms & (_STOPS | _OTHERS):
            return time
    return None


def _tokens_between(document: Document, start: int, end: int) -> Sequence[Token]:
    return document.tokens_in(Span(start, end)) if start < end else ()


def _is_governed(document: Document, time: Time) -> bool:
    """Return whether a word of another thing stands right before a time («منذ الأحد», «قبل الأحد»)."""
    place = bisect_left(document.token_starts, time.span.start + 1) - 2
    return place >= 0 and document.tokens[place].form.removeprefix("و") in _OTHERS


def _is_pluperfect(document: Document, cue: Span) -> bool:
    """Return whether «كان» stands before a cue: what was said before the time of the news («كان قد قال»)."""
    place = bisect_left(document.token_starts, cue.start + 1) - 1
    marked = place > 0 and document.tokens[place - 1].form == "قد"
    reach = _MARKED_REACH if marked else _PLUPERFECT_REACH
    before = [token.form for token in document.tokens[max(0, place - reach) : place]]
    return any(form in _WERE for form in before[_last_stop(before) :])


def _last_stop(forms: Sequence[str]) -> int:
    return max((place + 1 for place, form in enumerate(forms) if form in (".", "?", "!")), default=0)


def time_events(document: Document, events: Iterable[Event], times: Iterable[Time], written: Written) -> list[Event]:
    """Return the events with the nearest time of their sentence; those of the lead without one are of the day."""
    clock = _Clock.read(document, [time for time in times if time.value], written)
    lead_end = document.sentences[:_LEAD_SENTENCES][-1].end if document.sentences else 0
    return [_timed_event(document, event, clock, lead_end) for event in events]


def _timed_event(document: Document, event: Event, clock: _Clock, lead_end: int) -> Event:
    sentence = clock.sentence_of(document, event.span)
    middle = bisect_left(clock.starts, event.span.start)
    low = max(bisect_left(clock.starts, sentence.start), middle - _MOST_TRIED)
    high = min(bisect_left(clock.starts, sentence.end), middle + _MOST_TRIED)
    near = [time for time in clock.times[low:high] if _is_open(document, event.span, time.span)]
    ahead = event.mode in (EventMode.PLANNED, EventMode.THREATENED)
    if not ahead:
        near = clock.passed(near)
    if near:
        chosen = min(near, key=lambda time: (_distance(event.span, time.span), time.span))
        return replace(event, time=chosen.value, time_from=TimeFrom.STATED)
    day, known = clock.day(event.span)
    if event.mode is EventMode.HAPPENED and day and event.span.start < lead_end:
        return replace(event, time=day, time_from=known)
    return replace(event, time="", time_from=TimeFrom.UNKNOWN)


def _distance(one: Span, two: Span) -> int:
    return 0 if one.overlaps(two) else max(two.start - one.end, one.start - two.end)


def _is_open(document: Document, event: Span, time: Span) -> bool:
    """Return whether no clause of another subject parts an event and a time."""
    first, second = sorted((event, time))
    return not any(token.form in _STOPS for token in _tokens_between(document, first.end, second.start))
