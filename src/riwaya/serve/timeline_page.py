"""A timeline as one HTML page that needs nothing else: a drawing, and below it what stands at each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.errors import UsageError
from riwaya.search.sureness import DEFAULT_SCORE, is_sure
from riwaya.search.timeline import EntryKind, TimelineEntry, read_when
from riwaya.serve.datings import publication_notes
from riwaya.serve.day_chart import DayBlock, Dot, draw_days
from riwaya.serve.highlight import Mark, Segment, cut
from riwaya.serve.moments import moment_text
from riwaya.serve.pages import environment, resource
from riwaya.serve.words import WORDS

_GROUPS = {EntryKind.ACCOUNT: 0, EntryKind.STATEMENT: 1, EntryKind.EVENT: 2}
_MOST_DRAWN = 400
_FIRST_LINE = 120


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    kind: str
    group: int
    when: str
    source: str
    outlet: str
    by: str
    implicit: bool
    excerpts: list[list[Segment]]
    headline: str
    accounts: int
    derived: bool
    unsure: str  # the score of a less sure statement


@dataclass(frozen=True, slots=True)
class _Day:
    heading: str
    first: date | None
    last: date | None
    lines: list[_Line]


def render_timeline(
    entries: Sequence[TimelineEntry], *, title: str, language: str = "ar", least: float = DEFAULT_SCORE
) -> str:
    """Return the page's HTML; statements of a score below `least` are paler and said to be less sure.

    Raises:
        UsageError: if the page does not come in the language.
    """
    if language not in WORDS:
        raise UsageError(f"the timeline comes in {', '.join(WORDS)}, not in {language}")
    words = WORDS[language]
    lines = [_line(number, entry, words, least) for number, entry in enumerate(entries, start=1)]
    days = _days(lines, entries, words)
    blocks = _blocks(days)
    return environment().get_template("timeline.html").render(
        language=language, rtl=language == "ar", words=words, title=title,
        drawing=draw_days(blocks, rtl=language == "ar"),
        left_out=max(0, len(lines) - sum(len(block.dots) for block in blocks)), days=days, style=resource("report.css"),
        groups=[(kind.value, group) for kind, group in _GROUPS.items()],
        derived=any(line.derived for line in lines),
    )  # fmt: skip


def _blocks(days: Sequence[_Day]) -> list[DayBlock]:
    """Return what is drawn: the first days, as many as `_MOST_DRAWN` entries fill."""
    blocks: list[DayBlock] = []
    drawn = 0
    previous: date | None = None
    for day in days:
        if drawn + len(day.lines) > _MOST_DRAWN and blocks:
            break
        lines = day.lines[: _MOST_DRAWN - drawn]
        dots = tuple(Dot(line.number, _hint(line), line.group, line.derived, bool(line.unsure)) for line in lines)
        apart = previous is None or day.first is None or (day.first - previous).days > 1
        blocks.append(DayBlock(day.heading, dots, apart and bool(blocks)))
        drawn += len(lines)
        previous = day.last or previous
    return blocks


def _line(number: int, entry: TimelineEntry, words: dict[str, str], least: float) -> _Line:
    article, statement = entry.article, entry.statement
    marks = [Mark(piece, "content") for piece in statement.pieces] if statement is not None else []
    marks += [Mark(statement.cue, "cue")] if statement is not None else []
    return _Line(
        number=number,
        kind=entry.kind.value,
        group=_GROUPS[entry.kind],
        when=moment_text(entry.when, words),
        source=_source(entry, words) if entry.when else "",
        outlet=article.outlet or article.source.rsplit("/", 1)[-1],
        by=statement.speaker_text if statement else "",
        implicit=bool(statement and statement.implicit),
        excerpts=[cut(article.text, marks, span) for span in entry.excerpt],
        headline=article.title or article.text.split("\n", 1)[0][:_FIRST_LINE],
        accounts=entry.accounts,
        derived=entry.time_from in ("derived", "inferred"),
        unsure=f"{statement.score:.2f}" if statement is not None and not is_sure(statement, least) else "",
    )


def _source(entry: TimelineEntry, words: dict[str, str]) -> str:
    """Return how the time is known, and what is wrong with the publication date where it is that date."""
    known = words[f"{'from' if entry.kind is EntryKind.ACCOUNT else 'time'}_{entry.time_from}"]
    notes = publication_notes(entry.article, words) if entry.is_publication else []
    return words["comma"].join([known, *notes])


def _hint(line: _Line) -> str:
    if line.kind == EntryKind.ACCOUNT.value:
        return f"{line.outlet}: {line.headline}"
    text = " […] ".join("".join(part.text for part in segments) for segments in line.excerpts)
    return " ".join(text.split())[:_FIRST_LINE]


def _days(lines: Sequence[_Line], entries: Sequence[TimelineEntry], words: dict[str, str]) -> list[_Day]:
    """Return the lines under their days; what covers more than a day stands under its whole stretch."""
    days: list[_Day] = []
    for line, entry in zip(lines, entries, strict=True):
        interval = read_when(entry.when)
        if interval is None:
            heading = words["undated"]
        elif interval.first_day == interval.last_day:
            heading = entry.when[:10]
        else:
            heading = moment_text(entry.when, words)
        if not days or days[-1].heading != heading:
            first, last = (interval.first_day, interval.last_day) if interval else (None, None)
            days.append(_Day(heading, first, last, []))
        days[-1].lines.append(line)
    return days
