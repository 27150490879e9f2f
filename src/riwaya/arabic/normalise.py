"""Folding Arabic text for comparison, with exact offsets both ways.

Folding removes what writers vary freely: vowel marks, tatweel, alef and hamza seats, ى/ي, ة/ه, presentation
forms, Persian letters and digits, bidi and zero-width controls, quotation marks of all kinds. The result is for
matching only; every span that leaves this package counts code points of the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08e1\u08e3-\u08ff\u0640"
)
CONTROLS = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_DELETED = re.compile(f"[{MARKS}{CONTROLS}]")
# Every character whose folded form may be longer or shorter than one character; all others keep their position.
_IRREGULAR = re.compile(f"[{MARKS}{CONTROLS}\ufb50-\ufdff\ufe70-\ufefc]")
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ئ": "ي", "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ھ": "ه", "ہ": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف",
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-",
    "\t": " ",
}  # fmt: skip
_LETTERS |= {chr(0x660 + i): str(i) for i in range(10)} | {chr(0x6F0 + i): str(i) for i in range(10)}
_LETTERS |= dict.fromkeys("“”„‟«»‹›＂〝〞❝❞", '"') | dict.fromkeys("‘’‚‛`´", "'")
_LETTERS |= dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f", " ")
_LETTERS |= dict.fromkeys("\u205f\u3000", " ")


def _fold_character(character: str) -> str:
    """Return what one character folds to: "" for a deleted one, several for a ligature."""
    if _DELETED.match(character):
        return ""
    if character in _LETTERS:
        return _LETTERS[character]
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
        parts = unicodedata.normalize("NFKC", character)
        if parts == character:  # ornate brackets, spacing marks, unassigned: nothing to decompose
            return character
        # An isolated vowel mark decomposes to a blank and the mark.
        return "".join(_fold_character(part) for part in (parts.strip() if len(parts) < 3 else parts))
    if "\uff01" <= character <= "\uff5e":
        return _fold_character(unicodedata.normalize("NFKC", character))
    return character.lower() if len(character.lower()) == 1 else character


class _Table(dict[int, str]):
    """A translate table that fills itself, so that any script costs one look-up a distinct character."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return `text` folded for comparison; its length may differ from the source's."""
    return text.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with its offset map.

    Attributes:
        text: the folded text.
        offsets: for every folded character the index of the source character it comes from, then the
            source's length; None where folding kept every position (the usual case).
        source_length: length of the source.
    """

    text: str
    offsets: tuple[int, ...] | None
    source_length: int

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source range of the folded range, marks that follow its last letter included."""
        if self.offsets is None:
            return start, end
        if start == end:
            return self.offsets[start], self.offsets[start]
        last = self.offsets[end - 1]
        # A range that ends inside a ligature takes the whole of it.
        while end < len(self.offsets) - 1 and self.offsets[end] == last:
            end += 1
        return self.offsets[start], self.offsets[end]

    def to_folded(self, start: int, end: int) -> tuple[int, int]:
        """Return the folded range that covers the source range (empty where all of it was deleted)."""
        if self.offsets is None:
            return start, end
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)


def fold_with_offsets(text: str) -> Folded:
    """Return `text` folded, with the map between folded and source positions."""
    folded = text.translate(_TABLE)
    irregular = _IRREGULAR.search(text)
    if irregular is None:
        return Folded(folded, None, len(text))
    offsets: list[int] = []
    seen = 0
    while irregular is not None:
        index = irregular.start()
        offsets.extend(range(seen, index))
        offsets.extend([index] * len(_TABLE[ord(text[index])]))
        seen = index + 1
        irregular = _IRREGULAR.search(text, seen)
    offsets.extend(range(seen, len(text) + 1))
    return Folded(folded, tuple(offsets), len(text))
