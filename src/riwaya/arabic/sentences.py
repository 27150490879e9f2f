"""Sentence spans. A newline always ends one; no stop inside a closed quotation, brackets, a number or an initial does.

Quotation marks are paired a line at a time, each kind apart: « » and “ ” nest, straight marks alternate unless
white space shows that one opens or closes. One that is never closed protects nothing. An ellipsis («..», «...») is a
pause in the Arabic press and ends a sentence only with its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from riwaya.model import Span

_STOP = re.compile(r"[.!?؟۔…]+")
_CLOSERS = "\"”»›'’)]"
_QUOTE = re.compile('[«»‹›“”„‟"]')
_PAIRS = {"«": "»", "‹": "›", "“": "”", "„": "”"}
# A particle stands before titles alone («ود. محمد»): «له.», «به.», «كم.» end sentences.
_ABBREVIATION = re.compile(r"(?:^|[^\w.])(?:[^\W\d_]|[وبلفك][دأ]|وم|بي|Mr|Mrs|Ms|Dr|St|vs|No|[وبلفك]?(?:أد|إلخ))$")
# The names of Latin letters, with a stop behind each: «بي. بي. سي».
_LETTER = r"(?:[بتدسجكف]ي|[أإ][فلنسر]|آ[يرل]|أو|يو|إكس|إتش)"
_LETTER_BEFORE = re.compile(rf"(?:^|\W){_LETTER}$")
_LETTERS_BEFORE = re.compile(rf"(?:^|\W){_LETTER}\.\s?{_LETTER}$")  # «إتش. آر. ماكماستر»
_LETTER_AFTER = re.compile(rf"\s{_LETTER}(?:\W|$)")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){1,5}[^\W\d_]{1,2}$")
_AFTER_YEAR = re.compile(r"\d\s?(?:م|هـ|ه|ق\.م|ق)$")
_ERA = re.compile(r"(?:^|[\s\d])[قب]\.م$")
_FIRM = re.compile(r"[^\W\d_]\s(?:Inc|Ltd|Corp|Co)$")
_WHEN = re.compile(r"[وف]?(?:في|عام|سنة|القرن|حوالي|نحو|منذ|قبل|بعد)\s")
_BRACKET = re.compile(r"[()\[\]]")
_BRACKETED = 200  # characters in brackets, at most: longer ones hold sentences of their own
_NUMBERING = re.compile(r"\d{1,3}$")
_WORD_BEFORE = re.compile(r"[^\W\d_]{3,}$")
_WORD_AFTER = re.compile(r"[^\W\d_A-Za-z]{3,}")
_HOSTS = ("نت", "كوم", "أورغ", "تي", "أونلاين")
_TITLE_WORDS = 4
_TIME_WORDS, _LONGEST_TIME = 5, 40
_CONTEXT = 24
_LONGEST = 2000  # characters


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`, without white space at their ends."""
    spans: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        spans.extend(_split_line(line, start))
        start += len(line)
    return spans


def _split_line(line: str, offset: int) -> list[Span]:
    spans: list[Span] = []
    begin = 0
    stop = _STOP.search(line)
    if stop is None:
        _append(spans, line, (0, len(line)), offset)
        return spans
    quotations, brackets = _pair_quotes(line), _pair_brackets(line)
    while stop is not None:
        end = stop.end()
        while end < len(line) and line[end] in _CLOSERS:
            end += 1
        if (
            _ends_sentence(line, stop, end, begin)
            and not _inside(quotations, stop.start(), end, line)
            and not _bracketed(brackets, stop.start(), end, begin)
        ):
            _append(spans, line, (begin, end), offset)
            begin = end
        stop = _STOP.search(line, end)
    _append(spans, line, (begin, len(line)), offset)
    return spans


def _ends_sentence(line: str, stop: re.Match[str], end: int, begin: int) -> bool:
    """Return whether the stop before `end` can end a sentence, quotations apart."""
    rest = line[end : end + 1]
    if not rest or rest in "\r\n":
        return True
    marks = stop.group()
    if "…" in marks or ".." in marks:
        return False
    before = line[max(begin, stop.start() - _CONTEXT) : stop.start()]
    if not rest.isspace():
        return _is_run_on(before, line, stop, end)
    if marks != ".":
        return True
    goes_on = line[end + 1 : end + 2] == "و"
    if _ERA.search(before):  # its own stop and a sentence's are one: «في عام 580 ق.م. بنيت»
        said = line[begin : min(stop.start(), begin + _LONGEST_TIME)].strip()
        alone = stop.start() - begin < _LONGEST_TIME and len(said.split()) <= _TIME_WORDS
        return not (alone and _WHEN.match(said)) and (goes_on or _AFTER_YEAR.search(before) is not None)
    if _FIRM.search(before):
        return goes_on
    if _AFTER_YEAR.search(before):
        return True
    if _ABBREVIATION.search(before) or _DOTTED.search(before):
        return False
    if _LETTERS_BEFORE.search(before) or (_LETTER_BEFORE.search(before) and _LETTER_AFTER.match(line, end)):
        return False
    # «1. » at the beginning numbers a paragraph.
    return not (_NUMBERING.fullmatch(before.strip()) and stop.start() - begin <= len(before))


def _is_run_on(before: str, line: str, stop: re.Match[str], end: int) -> bool:
    """Return whether the space behind the stop was forgotten («القطاع.وقال»), as against «العربية.نت»."""
    if not _WORD_BEFORE.search(before):
        return False
    if end > stop.end():  # «قال: "نعم".وأضاف»
        return bool(_WORD_AFTER.match(line, end))
    word = _WORD_AFTER.match(line, end)
    return word is not None and word.group() not in _HOSTS


def _pair_quotes(line: str) -> list[tuple[int, int]]:
    """Return the closed quotations of a line as (opening, closing) positions, outermost only, in order.

    Where marks of two kinds cross, the later pair is dropped: one of its marks belongs elsewhere.
    """
    pairs: list[tuple[int, int]] = []
    open_marks: dict[str, list[int]] = {}
    for match in _QUOTE.finditer(line):
        mark, position = match.group(), match.start()
        if mark in _PAIRS:
            open_marks.setdefault(_PAIRS[mark], []).append(position)
            continue
        opened = open_marks.setdefault(mark, [])
        if mark in '"‟':
            opens, closes = _leaning(line, position)
            if opened and not opens:
                pairs.append((opened.pop(), position))
            elif not closes:
                opened[:] = [position]
        elif opened:
            pairs.append((opened.pop(), position))
    pairs.sort()
    outermost: list[tuple[int, int]] = []
    for pair in pairs:
        if not outermost or pair[0] > outermost[-1][1]:
            outermost.append(pair)
    return outermost


def _pair_brackets(line: str) -> list[tuple[int, int]]:
    """Return the closed brackets of a line as (opening, closing) positions, outermost only, in order."""
    pairs: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for match in _BRACKET.finditer(line):
        mark, position = match.group(), match.start()
        if mark in "([":
            opened[mark] = position
        elif (start := opened.pop("(" if mark == ")" else "[", None)) is not None and position - start <= _BRACKETED:
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, position))
    return pairs


def _bracketed(brackets: list[tuple[int, int]], start: int, end: int, begin: int) -> bool:
    """Return whether the stop at `start` stands in brackets that go on behind `end`, or opened within the sentence."""
    index = bisect_right(brackets, (start,)) - 1
    if index < 0 or brackets[index][1] < start:
        return False
    opening, closing = brackets[index]
    return closing >= end or opening > begin + 1


def _leaning(line: str, position: int) -> tuple[bool, bool]:
    """Return whether white space shows that a straight mark opens, and that it closes."""
    before = line[position - 1 : position]
    after = line[position + 1 : position + 2]
    blank_before, blank_after = not before or before.isspace(), not after or after.isspace()
    return blank_before and not blank_after, blank_after and not blank_before


def _inside(quotations: list[tuple[int, int]], start: int, end: int, line: str) -> bool:
    """Return whether the stop at `start` stands inside a quotation that goes on behind `end`.

    A stop that a closing mark follows ends the sentence too, except in a title («من يخاف؟»).
    """
    index = bisect_right(quotations, (start, len(line))) - 1
    if index < 0:
        return False
    opening, closing = quotations[index]
    if closing < start:
        return False
    if closing >= end:
        return True
    return closing - opening < 60 and len(line[opening:closing].split()) <= _TITLE_WORDS and line[start] != "."


def _append(spans: list[Span], line: str, bounds: tuple[int, int], offset: int) -> None:
    start, end = bounds
    while end - start > _LONGEST:
        # Nobody writes such a sentence: cut between words, so that what works within a sentence stays quick.
        cut = line.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
        _append_trimmed(spans, line, (start, cut), offset)
        start = cut
    _append_trimmed(spans, line, (start, end), offset)


def _append_trimmed(spans: list[Span], line: str, bounds: tuple[int, int], offset: int) -> None:
    start, end = bounds
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(offset + start, offset + end))
