"""Quotation spans over tokens: mixed kinds, nested, reversed, broken over lines, never closed. Linear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.statements.lexicon import cue_forms, strip_conjunction
from riwaya.arabic.tokens import Token

_MARK = '"'
_DEEPEST = 3
_LINES_KEPT = 3
_SHORTEST = 2  # tokens from one single mark to the other: less is a name or a term
_BEFORE_OPEN = "([{«“ـ:،,؛-–—/"
_AFTER_CLOSE = ")]}»”.,،؛:؟!-–—/…"


@dataclass(slots=True)
class Quotation:
    """A quotation.

    Attributes:
        first, last: token indices of its marks; of one that is never closed, `last` is its last token.
        closed: whether a closing mark was found.
    """

    first: int
    last: int
    closed: bool


def _looks_opening(text: str, token: Token) -> bool:
    before = text[token.start - 1] if token.start else " "
    particle = before in "ولبفك" and (token.start < 2 or text[token.start - 2].isspace())
    return before.isspace() or before in _BEFORE_OPEN or particle


def _looks_closing(text: str, token: Token) -> bool:
    after = text[token.end] if token.end < len(text) else " "
    return after.isspace() or after in _AFTER_CLOSE


class _Scanner:
    """The state of one pass: marks still open on this line, and one left open on an earlier line."""

    def __init__(self, text: str, tokens: Sequence[Token], line_ends: Mapping[int, int]) -> None:
        self.text, self.tokens, self.line_ends = text, tokens, line_ends
        self.found: list[Quotation] = []
        self.open: list[int] = []
        self.kept: tuple[int, int] | None = None  # (place in `found`, its line)
        self.resumed = -1  # the mark that opens this line anew within the kept one

    def read(self, index: int, line: int) -> None:
        token = self.tokens[index]
        written = token.text
        opening, closing = _looks_opening(self.text, token), _looks_closing(self.text, token)
        if self.resumed >= 0:
            self._end_resumed(index, line)
        elif opening and not closing and self._resumes(index, line):
            self.resumed = index
        elif written == "«" and self.open and closing and not opening and self.tokens[self.open[-1]].text == "»":
            self.found.append(Quotation(self.open.pop(), index, True))  # »...«, as some keyboards mirror them
        elif written == "«" or (self.open and opening and not closing and written != "»"):
            self._open(index)
        elif self.open:
            self.found.append(Quotation(self.open.pop(), index, True))
        elif (written == "»" and not opening) or (closing and not opening):
            self._close_earlier(index, line)
        else:
            self._open(index)

    def _open(self, index: int) -> None:
        if len(self.open) == _DEEPEST:
            self.open.pop(0)
        self.open.append(index)

    def _close_earlier(self, index: int, line: int) -> None:
        if self.kept and line - self.kept[1] <= _LINES_KEPT and not self.new_speech(self.kept[1], line):
            earlier = self.found[self.kept[0]]
            earlier.last, earlier.closed = index, True
        self.kept = None

    def _resumes(self, index: int, line: int) -> bool:
        """Return whether a paragraph of a quotation left open in the one before begins here, with a mark anew."""
        begins = self.kept is not None and line == self.kept[1] + 1 and self.line_ends[line - 1] == index - 1
        return begins and not self.new_speech(line - 1, line)

    def _end_resumed(self, index: int, line: int) -> None:
        """Close the kept quotation where its last paragraph ends; a mark within the line opened another one."""
        ends = self.line_ends[line]
        if self.kept is not None and index in (ends, ends - 1):
            earlier = self.found[self.kept[0]]
            earlier.last, earlier.closed = index, True
        else:
            self.found.append(Quotation(self.resumed, index, True))
        self.kept, self.resumed = None, -1

    def new_speech(self, first: int, last: int) -> bool:
        """Return whether a line behind `first` begins with a cue of its own, so that no quotation runs into it."""
        for line in range(first + 1, last + 1):
            before = self.line_ends.get(line - 1)
            if before is not None and strip_conjunction(self.tokens[before + 1].form) in cue_forms():
                return True
        return False

    def end_line(self, line: int) -> None:
        if self.resumed >= 0 and self.kept is not None:
            self.found[self.kept[0]].last = self.line_ends[line]
            self.kept, self.resumed = (self.kept[0], line), -1
        if self.open:
            self.found.append(Quotation(self.open[0], self.line_ends[line], False))
            self.kept = (len(self.found) - 1, line)
            self.open = []


def double_single_marks(text: str, tokens: Sequence[Token], line_of: Sequence[int]) -> tuple[Token, ...]:
    """Return the tokens, single marks that quote («قال: ’لست مذنباً‘») with the form of double ones.

    They quote where one stands before a word, another behind one on the same line, and nothing else is quoted there.
    """
    found = list(tokens)
    opened, inside, line = -1, False, -1
    for index, token in enumerate(tokens):
        if line_of[index] != line:
            opened, inside, line = -1, False, line_of[index]
        if token.form == _MARK:
            inside = not inside
        if token.form != "'" or inside:
            continue
        if opened < 0 and _looks_opening(text, token) and not text[token.end : token.end + 1].isspace():
            opened = index
        elif opened >= 0 and _looks_closing(text, token) and not text[token.start - 1].isspace():
            if index - opened > _SHORTEST:
                found[opened], found[index] = replace(found[opened], form=_MARK), replace(token, form=_MARK)
            opened = -1
    return tuple(found)


def find_quotations(text: str, tokens: Sequence[Token], line_of: Sequence[int]) -> list[Quotation]:
    """Return the quotations of a text in order of their first mark.

    Args:
        tokens: all tokens of the text.
        line_of: the line number of each token; a quotation left open ends with its line, unless one of the
            next lines closes it.
    """
    line_ends: dict[int, int] = {line: index for index, line in enumerate(line_of)}
    scanner = _Scanner(text, tokens, line_ends)
    previous = 0
    for index, token in enumerate(tokens):
        if line_of[index] != previous:
            scanner.end_line(previous)
            previous = line_of[index]
        if token.form == _MARK:
            scanner.read(index, previous)
    if tokens:
        scanner.end_line(previous)
    return sorted(scanner.found, key=lambda quotation: (quotation.first, -quotation.last))
