"""Tokens with offsets. `\\w+` splits words at Arabic vowel marks, so words are matched with their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.arabic.normalise import fold

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d"
_TOKEN = re.compile(rf"\d[\d.,٫٬/:]*\d|\d+|[^\W\d_][\w{_MARKS}]*|_|[^\w\s]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or one punctuation mark.

    Attributes:
        start, end: code points of the source.
        text: as written.
        form: folded, for matching.
        kind: word, number or mark.
    """

    start: int
    end: int
    text: str
    form: str
    kind: str


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text` in order; white space and control characters between them are skipped."""
    tokens = []
    for match in _TOKEN.finditer(text):
        written = match.group()
        first = written[0]
        kind = "number" if first.isdigit() else "word" if first.isalpha() else "mark"
        form = fold(written)
        if form:
            tokens.append(Token(match.start(), match.end(), written, form, kind))
    return tokens
