"""From the lines of a page to drafts of its articles. Every line ends up in exactly one place, in page order.

A line is judged first by itself (`lines`), then by its neighbours: what stands under a related-articles marker, in
a comment form, alone between sentences, at the head or at the foot. Table rows are judged by the clearest rules only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from riwaya.extract.attributions import caption, credit, initials
from riwaya.extract.date_lines import date_line
from riwaya.extract.datelines import is_dateline
from riwaya.extract.dates import DateBounds
from riwaya.extract.headings import HeadFinds, read_head
from riwaya.extract.lines import (
    Line,
    arabic_share,
    ends_question,
    ends_sentence,
    furniture_reason,
    is_headline_shaped,
    is_separator,
    related_marker,
    strip_list_mark,
    word_count,
)
from riwaya.extract.masthead import dated_dateline
from riwaya.extract.other_days import names_other_date, names_place_label
from riwaya.extract.signatures import signature
from riwaya.extract.tables import plain_form
from riwaya.extract.titles import continues

_FINAL_CREDIT = re.compile(r"[.!؟\"”»]\s*[(\[](?P<names>[^()\[\]]{2,40})[)\]]\s*\.?\s*$")
_ROW_REASONS = frozenset(("related", "notice", "tags", "share", "comments", "advert"))


@dataclass(frozen=True, slots=True)
class Rules:
    """How boldly lines are judged.

    Attributes:
        bounds: what publication dates are possible.
        title: the title where metadata gives it, "" to look for it in the lines.
        outlet: the outlet's name where known.
        row: a table's row: only whole lines that say themselves what they are go.
    """

    bounds: DateBounds = field(default_factory=DateBounds)
    title: str = ""
    outlet: str = ""
    row: bool = False


@dataclass(slots=True)
class Draft:
    """One article in the making: its lines with the reason to remove each ("" for text), and what they told.

    Attributes:
        lines, reasons: all lines of the article in page order, and why each goes.
        finds: what head and foot told.
    """

    lines: list[Line]
    reasons: list[str]
    finds: HeadFinds

    def body(self) -> list[str]:
        """Return the lines that are text."""
        return [line.text for line, reason in zip(self.lines, self.reasons, strict=True) if not reason]


def judge(lines: Sequence[Line], rules: Rules) -> list[str]:
    """Return for every line why it is no text, "" for text, by the line itself and its neighbours."""
    reasons = [line.zone or _own_reason(line, rules) for line in lines]
    _mark_related(lines, reasons, rules)
    if not rules.row:
        _mark_comments(lines, reasons)
        _mark_bare_headlines(lines, reasons)
    _mark_separators(lines, reasons, rules)
    return reasons


def _own_reason(line: Line, rules: Rules) -> str:
    reason = furniture_reason(line.text)
    if rules.row:
        return reason if reason in _ROW_REASONS and word_count(line.text) > 1 else ""
    if reason:
        return reason
    if line.linked >= 0.9 and 4 <= word_count(line.text) <= 30 and not rules_title(line, rules):
        return "related"
    return "caption" if caption(line.text) else ""


def rules_title(line: Line, rules: Rules) -> bool:
    """Return whether the line is the known title."""
    return bool(rules.title) and plain_form(line.text) == plain_form(rules.title)


def _mark_related(lines: Sequence[Line], reasons: list[str], rules: Rules) -> None:
    index = 0
    while index < len(lines):
        marker = None if reasons[index] not in ("", "related") else related_marker(lines[index].text)
        if marker is None:
            index += 1
            continue
        reasons[index] = "related"
        end = index + 1
        if not marker or not rules.row:
            end = _related_end(lines, reasons, index, announced=not marker)
            for place in range(index + 1, end):
                reasons[place] = reasons[place] or "related"
        index = end


def _related_end(lines: Sequence[Line], reasons: Sequence[str], marker: int, *, announced: bool) -> int:
    """Return the end of the headlines that a marker announces; a short subheading before a sentence is not one."""
    end = marker + 1
    while end < len(lines) and end - marker <= 15 and (not reasons[end] or reasons[end] == "related"):
        item = lines[end]
        truncated = item.text.rstrip().endswith(("...", "…")) and word_count(item.text) <= 24
        listed = bool(strip_list_mark(item.text) != item.text) or item.linked >= 0.8
        if not (truncated or (is_headline_shaped(item.text) and (announced or listed))):
            break
        if item.heading and item.linked < 0.5 and end > marker + 1:
            break
        end += 1
    found = end - marker - 1
    if found >= 2 and end < len(lines) and word_count(lines[end - 1].text) <= 4 < word_count(lines[end - 2].text):
        return end - 1
    return end


def _mark_comments(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark what stands behind a comment form's heading at the foot of a page: readers' comments."""
    seen, inside = 0, False
    for index, line in enumerate(lines):
        if inside and not reasons[index]:
            if line.heading in (1, 2) or (
                line.zone == "" and seen * 2 < len(lines) - index and ends_sentence(line.text) and len(line.text) > 400
            ):
                inside = False
            else:
                reasons[index] = "comments"
        elif reasons[index] == "comments" and seen >= 2:
            inside = True
        elif inside and reasons[index] == "related":
            inside = False
        elif not reasons[index] and len(line.text) > 60:
            seen += 1


def _mark_bare_headlines(lines: Sequence[Line], reasons: list[str]) -> None:
    """Mark headlines of other articles that stand unannounced between the sentences of this one.

    Only in a text whose paragraphs end in full stops, and only a line as long as a headline: shorter ones are
    subheadings, which belong to the article; a run of several such lines is a list, which does too.
    """
    places = [index for index, reason in enumerate(reasons) if not reason]
    long_ones = [lines[index].text for index in places[1:] if word_count(lines[index].text) > 8]
    if len(long_ones) < 4 or sum(map(ends_sentence, long_ones)) < 0.7 * len(long_ones):
        return
    for place in range(2, len(places) - 1):
        line = lines[places[place]]
        before, after = lines[places[place - 1]], lines[places[place + 1]]
        if line.heading or line.bold or not _is_foreign_headline(line.text):
            continue
        if not (ends_sentence(before.text) and word_count(before.text) > 6):
            continue
        follows = after
        if not ends_sentence(after.text) and word_count(after.text) <= 6 and place + 2 < len(places):
            follows = lines[places[place + 2]]
        if ends_sentence(follows.text) and word_count(follows.text) > 6:
            reasons[places[place]] = "related"


def _is_foreign_headline(text: str) -> bool:
    # A colon inside (who: what) makes a headline of fewer words.
    least = 5 if ":" in text.strip()[1:-1] else 7
    if not least <= word_count(text) <= 18 or not is_headline_shaped(text) or ends_question(text) or continues(text):
        return False
    stripped = text.strip()
    if stripped[-1] in ":،؛,;-–" or strip_list_mark(text) != text or stripped[0] in '"“«(' or arabic_share(text) < 0.6:
        return False
    return not (stripped[-1] in '"”»' and stripped.count(":") == 1)


def _mark_separators(lines: Sequence[Line], reasons: list[str], rules: Rules) -> None:
    for index, line in enumerate(lines):
        if reasons[index] or not is_separator(line.text):
            continue
        beside = (reasons[index - 1] if index else "", reasons[index + 1] if index + 1 < len(lines) else "")
        if any(beside):
            reasons[index] = beside[1] or beside[0]
        elif not rules.row:
            reasons[index] = "navigation"


def make_draft(lines: Sequence[Line], reasons: Sequence[str], rules: Rules) -> Draft:
    """Return one article's draft: head and foot read, the rest judged already."""
    draft = Draft(list(lines), list(reasons), HeadFinds())
    if not rules.row:
        draft.finds = read_head(draft.lines, draft.reasons, title=rules.title, outlet=rules.outlet, bounds=rules.bounds)
        _part_inline_dateline(draft, rules)
        _mark_inner(draft, rules)
    _read_foot(draft, rules)
    return draft


def _part_inline_dateline(draft: Draft, rules: Rules) -> None:
    """Make a dateline at the head of the first paragraph («بيروت (رويترز) - قال ...») a line of its own."""
    place = next((index for index, reason in enumerate(draft.reasons) if not reason), None)
    if place is None or not draft.finds.dateline or not draft.lines[place].text.startswith(draft.finds.dateline):
        return
    text = draft.lines[place].text
    if is_dateline(text, outlet=rules.outlet):  # behind a stray mark, which hid it from the head
        draft.finds.dateline, draft.reasons[place] = text, "dateline"
        return
    cut = re.match(r"\s*[-–—:]+\s*", text[len(draft.finds.dateline) :])
    placed = dated_dateline(text, rules.bounds, outlet=rules.outlet)
    if placed or cut:
        end = placed[2] if placed else len(draft.finds.dateline) + (cut.end() if cut else 0)
        draft.lines[place : place + 1] = [Line(text[:end].strip()), replace(draft.lines[place], text=text[end:])]
        draft.reasons[place : place + 1] = ["dateline", ""]


def _mark_inner(draft: Draft, rules: Rules) -> None:
    """Mark labelled sources, dates and repeated titles wherever they stand, and foreign lines behind the last Arabic one."""  # noqa: E501
    title = plain_form(draft.finds.title or rules.title)
    for index, line in enumerate(draft.lines):
        if draft.reasons[index]:
            continue
        if title and len(title) > 12 and plain_form(line.text) == title:
            draft.reasons[index] = "title"
        elif "المصدر" in line.text and (sources := credit(line.text)):
            draft.reasons[index] = "credit"
            draft.finds.credits.extend(sources)
    if not any(arabic_share(line) > 0 for line in draft.body()):
        return
    for index in range(len(draft.lines) - 1, -1, -1):
        if draft.reasons[index]:
            continue
        if arabic_share(draft.lines[index].text) > 0 or word_count(draft.lines[index].text) < 2:
            break
        draft.reasons[index] = "other-language"


def _read_foot(draft: Draft, rules: Rules) -> None:
    """Read credits, bylines and dates off the last lines, and the credit in brackets behind the last sentence."""
    places = [index for index, reason in enumerate(draft.reasons) if not reason]
    for index in reversed(places[1:][-4:]):
        text = draft.lines[index].text
        sources = credit(text)
        if sources is not None:
            draft.reasons[index] = "credit"
            draft.finds.credits[:0] = [source for source in sources if source not in draft.finds.credits]
        elif not rules.row and (value := date_line(text, rules.bounds)) is not None and not _is_told_of(draft, index):
            draft.reasons[index] = "date"
            draft.finds.note_date(text, value, rules.bounds)
        elif not rules.row and initials(text):
            draft.reasons[index] = "byline"
        elif (names := signature(text, bare=not rules.row and _follows_sentence(draft, index))) is not None:
            draft.reasons[index] = "byline"
            draft.finds.authors.extend(name for name in names if name not in draft.finds.authors)
        else:
            final = _FINAL_CREDIT.search(text[-60:])
            if final and (sources := credit(f"({final['names']})")):
                draft.finds.credits.extend(source for source in sources if source not in draft.finds.credits)
            break


def _is_told_of(draft: Draft, index: int) -> bool:
    """Return whether its box or the lines beside it say of what else a date is («الموعد»)."""
    before = next((draft.lines[place].text for place in range(index - 1, -1, -1) if not draft.reasons[place]), "")
    behind = next((line.text for line in draft.lines[index + 1 : index + 2]), "")
    return draft.lines[index].event or names_other_date(before) or names_place_label(behind)


def _follows_sentence(draft: Draft, index: int) -> bool:
    """Return whether the text's line before this one is a whole sentence: a list of names goes on with names."""
    before = next((draft.lines[place].text for place in range(index - 1, -1, -1) if not draft.reasons[place]), "")
    return ends_sentence(before) and word_count(before) > 6
