"""Which words of an article stand in an earlier one already: their times are counted from the day of that one.

«قتلوا أمس», copied word for word three days later, still tells of the day before the first page. Who copies a stretch
mends in it what no longer fits his day, so words that fit the copy's own day stay its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from riwaya.annotate.document import Document
from riwaya.annotate.times import Anchor, Written, anchor_of, read_times
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.model import Article, Direction, Field, Passage, Span, Time
from riwaya.reuse import equal_runs
from riwaya.search.publication import publication_flag

_LEAST_WORDS = 16
"""Words in a row from which they are copied, and no turn that reports of many days share."""
_LEAST_SCORE = 0.5
_WEEKDAY = re.compile(r"ال(?:احد|اثنين|ثلاثا|اربعا|خميس|جمعه|سبت)")
_NEAR = 1  # days from the page at which a weekday fits it: whoever wrote «الأحد» on a Sunday or Monday looked at it
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_LENGTH = 10


@dataclass(frozen=True, slots=True)
class TimedText:
    """An article's text with its times and the parts of it that were written on another day than the page."""

    document: Document
    times: tuple[Time, ...]
    written: Written

    @staticmethod
    def read(article: Article, anchor: Anchor) -> TimedText:
        """Return an article's text as it stands alone."""
        document = Document.read(article, Field.TEXT)
        times, written = read_times(document, anchor)
        return TimedText(document, tuple(times), written)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in a row of an article and the same words in an earlier one."""

    own: tuple[Token, ...]
    theirs: tuple[Token, ...]
    earlier: TimedText

    @property
    def span(self) -> Span:
        return Span(self.own[0].start, self.own[-1].end)

    def place(self, position: int) -> int | None:
        """Return where in the earlier text the same word stands, None where the words do not reach."""
        index = bisect_right(self.own, position, key=lambda token: token.start) - 1
        if index < 0 or position >= self.own[index].end:
            return None
        return self.theirs[index].start + position - self.own[index].start

    def written_on(self, position: int) -> str:
        """Return the day on which the words at a position of the article were written."""
        place = self.place(position)
        day = "" if place is None else self.earlier.written.day(place)
        return day or self.earlier.document.article.published[:_DAY_LENGTH]


def sources(article: Article, passages: Iterable[Passage], others: Mapping[str, Article]) -> list[Article]:
    """Return the earlier articles that stretches of an article are surely copied from, the earliest first.

    Args:
        others: by their ids the articles with which it shares passages.
    """
    day = anchor_of(article).day
    given = {one.other_article_id for one in passages if _is_given(one)} & others.keys()
    earlier = [other for other in map(others.__getitem__, given) if day is not None and _is_before(other, day)]
    return sorted(earlier, key=lambda other: (other.published[:_DAY_LENGTH], other.id))


def _is_given(passage: Passage) -> bool:
    """Return whether the other article may have given a passage: where both had it from a third, it was no later."""
    return passage.direction is not Direction.TO and passage.score >= _LEAST_SCORE


def _is_before(other: Article, day: date) -> bool:
    """Return whether an article was surely published before a day."""
    known = anchor_of(other).day
    return known is not None and known < day and not publication_flag(other)


def keep_days(text: TimedText, passages: Sequence[Passage], earlier: Mapping[str, TimedText]) -> TimedText:
    """Return a text with the times of its copied stretches as the earlier texts have them.

    Args:
        text: as it stands alone.
        passages: what it shares with others.
        earlier: by article id the texts that `sources` names, the earliest first.
    """
    runs = [run for name, there in earlier.items() for run in _runs(text, passages, name, there)]
    times = tuple(_kept(time, text, runs) for time in text.times)
    return replace(text, times=times, written=text.written.besides(_stretches(text, runs)))


def _runs(text: TimedText, passages: Sequence[Passage], name: str, there: TimedText) -> Iterator[_Run]:
    for passage in sorted((one for one in passages if one.other_article_id == name), key=lambda one: one.span):
        own, theirs = _words(text.document, passage.span), _words(there.document, passage.other_span)
        for run in (
            equal_runs([t.form for t in own], [t.form for t in theirs], _LEAST_WORDS) if _is_given(passage) else ()
        ):
            yield _Run(own[run.first : run.first_end], theirs[run.second : run.second_end], there)


def _words(document: Document, span: Span) -> tuple[Token, ...]:
    return tuple(token for token in document.tokens_in(span) if token.kind != "mark")


def _kept(time: Time, text: TimedText, runs: Sequence[_Run]) -> Time:
    """Return a time as the earliest text has it that holds its words, or as it is."""
    if not time.anchor or text.written.day(time.span.start) or _fits(time, text.document.article):
        return time
    for run in runs:
        start = run.place(time.span.start) if run.span.contains(time.span) else None
        found = next((one for one in run.earlier.times if one.span.start == start and one.text == time.text), None)
        if found is not None and found.anchor and found.value:
            return replace(found, id=time.id, article_id=time.article_id, span=time.span)
    return time


def _fits(time: Time, article: Article) -> bool:
    """Return whether a time names a weekday that the page's own day, or one beside it, has."""
    page, named = anchor_of(article).day, _DAY.match(time.value)
    if page is None or named is None or not _WEEKDAY.search(fold(time.text)):
        return False
    return abs((date.fromisoformat(named.group()) - page).days) <= _NEAR


def _stretches(text: TimedText, runs: Sequence[_Run]) -> Iterator[tuple[Span, str]]:
    """Yield the sentences that stand in an earlier text as they are, with the day they were written on.

    What is said is of that day only where cue and content are copied alike, so half a sentence tells nothing.
    """
    article = text.document.article
    fitting = [time.span for time in text.times if _fits(time, article)]
    for sentence in text.document.sentences:
        words = _words(text.document, sentence)
        if not words or any(sentence.contains(span) for span in fitting):
            continue
        whole = Span(words[0].start, words[-1].end)
        day = next((run.written_on(whole.start) for run in runs if run.span.contains(whole)), "")
        if day and day < article.published[:_DAY_LENGTH]:
            yield sentence, day
