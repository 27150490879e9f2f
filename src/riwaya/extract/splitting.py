"""Several articles in one page: «اقرأ أيضاً» followed by a whole article, not by mere headlines."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.extract.attributions import byline, credit
from riwaya.extract.cleaning import Rules
from riwaya.extract.config import ExtractConfig
from riwaya.extract.date_lines import date_line
from riwaya.extract.datelines import inline_dateline, is_dateline
from riwaya.extract.lines import Line, arabic_share, ends_sentence, is_headline_shaped, related_marker, word_count
from riwaya.extract.tables import plain_form
from riwaya.extract.titles import continues

_ENDINGS = frozenset(("credit", "comments", "share", "tags", "notice"))


def split_places(lines: Sequence[Line], reasons: list[str], rules: Rules) -> list[int]:
    """Return where further articles begin (index of their title line); `reasons` loses the marks on their titles.

    What stands before the first title and is no article by itself («اقرأ أيضا», a number) is marked as navigation.

    A title begins an article only where two independent signs agree: the text before is closed (source line, share
    bar, comment form), the title has its own dateline, date or byline, or it tells what the paragraph behind it tells
    and not what stands before it.
    """
    places: list[int] = []
    start = 0
    for index in range(2, len(lines)):
        title = _candidate(lines, reasons, index)
        if title is None or title - start < 3:
            continue
        behind = _paragraphs(lines, reasons, title + 1)
        if len(behind) < 2 or sum(map(len, behind)) < 200:
            continue
        if _signs(lines, reasons, (start, index, title), rules) >= 2:
            reasons[title] = ""
            if _holds_article(lines[start:title], reasons[start:title]):
                places.append(title)
            else:
                reasons[start:title] = [reason or "navigation" for reason in reasons[start:title]]
            start = title
    return places


def _holds_article(lines: Sequence[Line], reasons: Sequence[str]) -> bool:
    """Return whether lines hold as much Arabic text as the shortest article has."""
    texts = [line.text for line, reason in zip(lines, reasons, strict=True) if not reason]
    return sum(len(text) for text in texts if arabic_share(text) > 0) >= ExtractConfig().min_characters


def _candidate(lines: Sequence[Line], reasons: Sequence[str], index: int) -> int | None:
    """Return the title that a marker (or a closing source line) at `index` may announce: the last headline before text."""  # noqa: E501
    marker = reasons[index] == "related" and related_marker(lines[index].text) == ""
    closing = credit(lines[index].text) is not None and reasons[index] in ("", "credit")
    if not marker and not closing:
        return None
    title = None
    for place in range(index + 1, min(index + 18, len(lines))):
        text = lines[place].text
        if (
            reasons[place] in ("", "related")
            and is_headline_shaped(text)
            and word_count(text) >= 4
            and related_marker(text) is None
        ):
            if title is None or marker:
                title = place if not is_dateline(text) and date_line(text, Rules().bounds) is None else title
        elif not reasons[place] and len(text) > 60:
            return title
    return None


def _paragraphs(lines: Sequence[Line], reasons: Sequence[str], start: int) -> list[str]:
    """Return the paragraphs from `start` to the next marker."""
    found = []
    for place in range(start, len(lines)):
        if reasons[place] == "related" and related_marker(lines[place].text) is not None:
            break
        if (
            not reasons[place]
            and len(lines[place].text) > 60
            and (ends_sentence(lines[place].text) or word_count(lines[place].text) > 15)
        ):
            found.append(lines[place].text)
    return found


def _signs(lines: Sequence[Line], reasons: Sequence[str], places: tuple[int, int, int], rules: Rules) -> int:
    start, index, title = places
    before = range(max(start, index - 3), index + 1)
    closed = any(reasons[place] in _ENDINGS or credit(lines[place].text) is not None for place in before)
    head = lines[title + 1 : title + 4]
    own_head = any(
        is_dateline(line.text) or date_line(line.text, rules.bounds) is not None or byline(line.text) is not None
        for line in head
    )
    lead = next(
        (
            lines[place].text
            for place in range(title + 1, len(lines))
            if not reasons[place] and len(lines[place].text) > 60
        ),
        "",
    )
    if continues(lead):
        return 0
    own_head = own_head or bool(inline_dateline(lead))
    earlier = " ".join(lines[place].text for place in range(start, index) if not reasons[place])
    near, far = _shared(lines[title].text, lead), _shared(lines[title].text, earlier[:6000])
    return closed + 2 * own_head + (near >= 0.4) + (near >= far + 0.25)


def _words(text: str) -> set[str]:
    stems = set()
    for word in plain_form(text).split():
        for prefix in ("وال", "بال", "لل", "ال", "و", "ب", "ل"):
            if word.startswith(prefix) and len(word) - len(prefix) >= 3:
                word = word[len(prefix) :]
                break
        if len(word) >= 3:
            stems.add(word[:5])
    return stems


def _shared(title: str, text: str) -> float:
    """Return the share of the title's content words that the text has too."""
    words = _words(title)
    return len(words & _words(text)) / len(words) if words else 0.0
