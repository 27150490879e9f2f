"""The head of an article: title, standfirst, dateline, byline, date and credit lines before the first paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.extract.attributions import byline, caption, credit, initials
from riwaya.extract.date_lines import date_line, is_labelled_date, is_update_line
from riwaya.extract.datelines import (
    dateline_outlet,
    dateline_people,
    dateline_sources,
    inline_dateline,
    is_agency,
    is_dateline,
    is_dateline_shaped,
    is_person_shaped,
)
from riwaya.extract.dates import DateBounds, day_of_hijri, day_of_weekday
from riwaya.extract.lines import Line, ends_sentence, is_headline_shaped, word_count
from riwaya.extract.masthead import dated_dateline
from riwaya.extract.other_days import names_other_date, names_place_label
from riwaya.extract.titles import continues, is_title_line, same_title
from riwaya.model import OtherDate

_HEAD_LINES = 14


@dataclass(slots=True)
class HeadFinds:
    """What the lines of an article told of it besides its text.

    Attributes:
        dated: publication dates as ISO values, in page order; updated: dates of updates.
        moments: dates stated for machines beside the text; late: dates that count only where nothing else does.
        beside: by the day of a date line, the day that its weekday or its Hijri date says where that is another.
    """

    title: str = ""
    standfirst: str = ""
    dateline: str = ""
    authors: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    dated: list[str] = field(default_factory=list)
    outlet: str = ""
    updated: list[str] = field(default_factory=list)
    moments: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    beside: dict[str, tuple[str, OtherDate]] = field(default_factory=dict)

    def note_date(self, text: str, value: str, bounds: DateBounds) -> None:
        """Keep the value of a date line, by whether it tells of an update, and what in it does not fit."""
        if value:
            (self.updated if is_update_line(text) else self.dated).append(value)
            weekday, hijri = day_of_weekday(text, value), day_of_hijri(text, value, bounds)
            if weekday or hijri:
                other = (weekday, OtherDate.WEEKDAY) if weekday else (hijri, OtherDate.CALENDAR)
                self.beside[value[: len("2021-06-03")]] = other

    def note_dateline(self, text: str) -> None:
        """Keep a dateline with the agencies and people it names."""
        self.dateline = self.dateline or text.strip(" .-–—:")
        self.outlet = self.outlet or dateline_outlet(text)
        self.credits.extend(source for source in dateline_sources(text) if source not in self.credits)
        self.authors.extend(
            name for name in dateline_people(text) if is_person_shaped(name) and name not in self.authors
        )


def read_head(lines: Sequence[Line], reasons: list[str], *, title: str, outlet: str, bounds: DateBounds) -> HeadFinds:
    """Read the head of an article off its lines and mark in `reasons` what is not text.

    `title` is the title if metadata gave it; else a first line shaped like one is taken.
    """
    finds = HeadFinds(title=title)
    titled = False
    unlabelled: list[str] = []
    places = [index for index, reason in enumerate(reasons) if not reason][: _HEAD_LINES + 1]
    for order, index in enumerate(places[:_HEAD_LINES]):
        line, after = lines[index], [lines[place] for place in places[order + 1 :]]
        if not titled and _is_title(line, after, title, bounds):
            titled, finds.title, reasons[index] = True, finds.title or line.text.strip(), "title"
            if not title:
                # The day above a headline in a saved text may be that on which it was opened.
                finds.dated = [value for value in finds.dated if value not in unlabelled]
            continue
        told = line.event or _is_told_of(lines, reasons, index)
        reason = "" if told else _head_reason(line, finds, outlet=outlet, bounds=bounds)
        unlabelled.extend(finds.dated[-1:] if reason == "date" and not is_labelled_date(line.text) else [])
        if not reason and finds.title and not finds.standfirst and _is_standfirst(line, after, lines):
            finds.standfirst, reason = line.text.strip(), "title"
        if not reason and _title_follows(after, title) and word_count(line.text) <= 5 and not ends_sentence(line.text):
            reason = "navigation"
        if not reason:
            break
        reasons[index] = reason
    lead = next((lines[index].text for index, reason in enumerate(reasons) if not reason), "")
    placed = dated_dateline(lead, bounds, outlet=outlet)
    if not finds.dateline and placed is not None:
        finds.note_dateline(placed[0])
        finds.note_date(lead[: placed[2]], placed[1], bounds)
    elif not finds.dateline and (written := inline_dateline(lead, outlet=outlet)):
        finds.note_dateline(written)
    return finds


def _is_title(line: Line, after: Sequence[Line], title: str, bounds: DateBounds) -> bool:
    if title:
        return same_title(line.text, title)
    return is_title_line(line, after) and not is_dateline(line.text) and date_line(line.text, bounds) is None


def _is_told_of(lines: Sequence[Line], reasons: Sequence[str], index: int) -> bool:
    """Return whether a line beside this one says that its day is no publication."""
    if index + 1 < len(lines) and names_place_label(lines[index + 1].text):
        return True
    return index > 0 and reasons[index - 1] != "title" and names_other_date(lines[index - 1].text)


def _title_follows(after: Sequence[Line], title: str) -> bool:
    return bool(title) and any(same_title(line.text, title) for line in after)


def _head_reason(line: Line, finds: HeadFinds, *, outlet: str, bounds: DateBounds) -> str:
    """Return what a line before the first paragraph is, and keep what it tells; "" if it is none of these."""
    text = line.text
    placed = dated_dateline(text, bounds, outlet=outlet)
    if placed is not None and placed[2] == len(text):
        finds.note_dateline(placed[0])
        finds.note_date(text, placed[1], bounds)
        return "dateline"
    value = date_line(text, bounds)
    if value is not None:
        finds.note_date(text, value, bounds)
        return "date"
    name = byline(text)
    if name is not None:
        finds.authors.extend([name] if name and not is_agency(name) else [])
        return "byline"
    if (is_dateline(text, outlet=outlet) or (finds.title and is_dateline_shaped(text))) and not (
        is_agency(text.strip(" ()[]-–"))
    ):
        finds.note_dateline(text)
        return "dateline"
    sources = credit(text)
    if sources is not None:
        finds.credits.extend(sources)
        return "credit"
    if initials(text):
        return "byline"
    return "caption" if caption(text) else ""


def _is_standfirst(line: Line, after: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Return whether a line between title and text sums the article up: a headline's shape in a text of full sentences."""  # noqa: E501
    if not after or not is_headline_shaped(line.text) or word_count(line.text) < 6 or continues(line.text):
        return False
    long_ones = [other.text for other in lines if word_count(other.text) > 15]
    regular = len(long_ones) >= 3 and sum(map(ends_sentence, long_ones)) >= 0.75 * len(long_ones)
    return (regular or line.heading > 1) and ends_sentence(after[0].text) and line.text.rstrip()[-1] not in ":،؛"
