"""Tokens with offsets. `\\w+` splits words at Arabic vowel marks, so words are matched with their marks.

Two single marks («''قال''») are one token, with the form of a double one. A hashtag gives its mark and one word
(«#عاصي_الحلاني»: «#», «عاصي_الحلاني»); an address (link, e-mail) is one token; letters and the digits written onto
them come apart («و500», «الـ20») except in Latin names («MH370»).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from riwaya.arabic.normalise import CONTROLS, MARKS, fold

_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>«»“”\"،؛]{1,2000}"
    r"|(?<![\w.+-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
    r"|(?<![\w.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,10}/[^\s<>«»“”\"،؛]{0,2000}"
)
_NUMBER = r"\d+(?:[.,٫٬/:]\d+)*"
_LATIN = r"[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]*(?:_\w+)*"
_WORD = rf"[^\W\d_][^\W\d_A-Za-z]*(?:[{MARKS}{CONTROLS}]+[^\W\d_A-Za-z]+)*[{MARKS}]*(?:_[\w{MARKS}]+)*"
# An address needs one of these; looking for them first keeps the usual text on the fast expression.
_HINT = re.compile(r"@|://|www\.|[A-Za-z]/", re.ASCII)
DOUBLED = frozenset(("''", "‘‘", "’’", "``", "´´"))  # typed for double marks
_REST = rf"{_NUMBER}|{_LATIN}|{_WORD}|_|{'|'.join(sorted(DOUBLED))}|[^\w\s]"
_PLAIN = re.compile(_REST)
_WITH_ADDRESSES = re.compile(rf"(?P<address>{_ADDRESS})|{_REST}")
_TRAILING = ".,:;!?؟)]}'’…"


@dataclass(slots=True, unsafe_hash=True)  # not frozen: each of a text's tokens would take four times as long to make
class Token:
    """A word, a number, an address or one punctuation mark.

    Attributes:
        start, end: code points of the source.
        text: as written.
        form: folded, for matching.
        kind: word, number, address or mark.
    """

    start: int
    end: int
    text: str
    form: str
    kind: str


@lru_cache(maxsize=1 << 16)
def _read(written: str) -> tuple[str, str]:
    """Return form and kind of a written token; news repeats its words, so most come from the cache."""
    first = written[0]
    if written in DOUBLED:
        return '"', "mark"
    return fold(written), "number" if first.isdigit() else "word" if first.isalpha() else "mark"


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text` in order; white space and control characters between them are skipped."""
    if _HINT.search(text):
        return list(_tokenise_with_addresses(text))
    tokens = []
    for match in _PLAIN.finditer(text):
        written = match.group()
        form, kind = _read(written)
        if form:
            start = match.start()
            tokens.append(Token(start, start + len(written), written, form, kind))
    return tokens


def _tokenise_with_addresses(text: str) -> list[Token]:
    tokens: list[Token] = []
    position = 0
    while match := _WITH_ADDRESSES.search(text, position):
        written = match.group()
        address = match.lastgroup == "address"
        if address:
            written = written.rstrip(_TRAILING) or written[0]
        position = match.start() + len(written)
        form, kind = (fold(written), "address") if address else _read(written)
        if form:
            tokens.append(Token(match.start(), position, written, form, kind))
    return tokens
