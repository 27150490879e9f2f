"""Which of a page's days are its article's: by what they are called, where they stand and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from riwaya.arabic.normalise import fold
from riwaya.extract.blocks import Block
from riwaya.extract.cleaning import Rules
from riwaya.extract.date_lines import date_line, holds_day, is_labelled_date
from riwaya.extract.dates import find_dates, parse_published
from riwaya.extract.headings import HeadFinds
from riwaya.extract.lines import ends_sentence, word_count
from riwaya.extract.mainpart import is_paragraph
from riwaya.extract.other_days import (
    is_between_days,
    is_between_sides,
    is_column_label,
    is_of_other,
    names_other_date,
    names_place_label,
)
from riwaya.extract.tables import starts
from riwaya.extract.titles import same_title

_LONGEST = 140
_TABLE_REACH, _CELL = 12, 60
_SCORE_REACH, _MOST_FACTS = 3, 25


class Place(Enum):
    """Where a block stands to the article's text."""

    HEAD = "head"
    TEXT = "text"
    FOOT = "foot"

    @classmethod
    def of(cls, index: int, lead: int, last: int) -> Place:
        """Return the place of a block of a text that begins at `lead` and ends at `last`."""
        return cls.HEAD if index < lead else cls.TEXT if index <= last else cls.FOOT


def is_bare_heading(block: Block) -> bool:
    """Return whether a block is a subheading whose day nothing calls the article's: «25 يناير 2011»."""
    return block.heading in (2, 3) and not (block.dated or block.posted or is_labelled_date(block.text))


def is_told_of(blocks: Sequence[Block], index: int, titles: Sequence[int], rules: Rules) -> bool:
    """Return whether the blocks beside one or its column say that its day is no publication."""
    block = blocks[index]
    if len(block.text) > _LONGEST and not (block.moment or block.update):
        return False  # running text dates nothing
    for step in (-1, 1):
        end = index + 2 * step
        joined = 0 <= end < len(blocks) and is_between_days(blocks[index + step].text)
        if joined and holds_day(blocks[end].text, rules.bounds):
            return True
    if index + 1 < len(blocks) and names_place_label(blocks[index + 1].text):
        return True
    if index > 0 and index - 1 not in titles and names_other_date(blocks[index - 1].text):
        return True
    if any(is_between_sides(other.text) for other in blocks[max(0, index - _SCORE_REACH) : index]):
        return True
    row = blocks[max(0, index - _TABLE_REACH) : index] if block.table and len(block.text) <= _CELL else ()
    return any(other.table == block.table and is_column_label(other.text) for other in row)


def read_moment(block: Block, finds: HeadFinds, rules: Rules, *, told: bool, place: Place) -> None:
    """Keep the time that a block states for machines where it is the article's.

    In its head what stands there is, among its text and behind it only what is called so: a time in a paragraph, a
    list or an event's card is that of what is told.
    """
    called = place is Place.FOOT and (block.posted or is_labelled_date(block.text))
    fits = called or (place is Place.HEAD and _is_of_head(block, rules))
    named = block.named and (place is not Place.TEXT or _is_date_alone(block, rules))
    if not told and (named or (fits and not _is_running(block))):
        value = parse_published(block.moment, rules.bounds) if block.moment else ""
        finds.moments.extend([value] if value else [])
    update = parse_published(block.update, rules.bounds) if block.update and not told else ""
    finds.updated.extend([update] if update else [])


def _is_date_alone(block: Block, rules: Rules) -> bool:
    return not block.linked and date_line(block.text, rules.bounds) is not None


def _is_of_head(block: Block, rules: Rules) -> bool:
    """Return whether what a block of the head says beside its time lets it be the article's."""
    if date_line(block.text, rules.bounds) is not None or not find_dates(block.text, rules.bounds):
        return True
    called = block.posted or block.dated or starts("prefix", "byline").match(fold(block.text).strip())
    return bool(called) and not is_of_other(block.text, rules.bounds, labelled=False)


def _is_running(block: Block) -> bool:
    """Return whether a block is running text: a long line of facts of the article has no full stop."""
    facts = block.posted and word_count(block.text) <= _MOST_FACTS and not ends_sentence(block.text)
    return is_paragraph(block) and not facts


def is_day_of_text(block: Block, index: int, lead: int, rules: Rules) -> bool:
    """Return whether a date line among the text is a day of what is told: neither label nor name says otherwise."""
    if block.dated or block.posted or is_labelled_date(block.text):
        return False
    among = index > lead + 1 or (index > lead and block.tag == "li")
    return among and date_line(block.text, rules.bounds) is not None


def is_day_of_update(block: Block, rules: Rules) -> bool:
    """Return whether a block's date is that of the update which it states for machines, with its hour."""
    day = date_line(block.text, rules.bounds) if not (block.moment or is_labelled_date(block.text)) else None
    return bool(day) and parse_published(block.update, rules.bounds)[:10] == str(day)[:10]


def is_day_above(block: Block, rules: Rules) -> bool:
    """Return whether a block above the title is a line with a day in it."""
    if same_title(block.text, rules.title) or (ends_sentence(block.text) and not block.dated):
        return False
    return holds_day(block.text, rules.bounds)


def is_of_article(block: Block, heading: Block) -> bool:
    """Return whether a block above the title is of the article by its names or its place, not of the page's head."""
    if block.posted or (block.article >= 0 and block.article == heading.article):
        return True
    return heading.container > 0 and block.tag != "header" and heading.container in (block.container, block.around)


def read_above(block: Block, finds: HeadFinds, rules: Rules) -> None:
    """Keep the date of a line above the title for the case that nothing else tells it."""
    value = date_line(block.text, rules.bounds)
    count = len(finds.dated)
    finds.note_date(block.text, value or "", rules.bounds)
    finds.late.extend(finds.dated[count:])
    del finds.dated[count:]
