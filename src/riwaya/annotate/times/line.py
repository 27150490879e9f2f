"""A line of a document as the grammar sees it: tokens with their readings, and questions about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from types import MappingProxyType

from riwaya.annotate.document import Document
from riwaya.annotate.times.lexicon import Reading, read_word, words
from riwaya.arabic.normalise import fold_with_offsets
from riwaya.arabic.tokens import Token

_ARTICLES = ("ال", "وال", "بال", "فال", "كال")
SENTENCE_MARKS = frozenset(".!?…")
# «سأعود»: folding hides the hamza that tells it from «ساعة»; «سأل» and «سئم» are no future.
_I_SHALL = re.compile(r"[وف]?سأ(?![لم])\w{2,}|[وف]?سأ[لم]\w{3,}")
_PAST = Reading(0, "لامس", False, MappingProxyType({"past": ""}))
_MISREAD = ("لامس", "بعده")
_FUTURE = Reading(0, "سا", False, MappingProxyType({"future": ""}))


@lru_cache(maxsize=1 << 16)
def _read_token(form: str, written: str) -> Reading | None:
    """Return the reading of a token; folding hides what the hamza of a few words tells."""
    if form == "واحد" and written != form:
        one = read_word("احد")  # «وأحد», not «واحد»
        return None if one is None else replace(one, cut=1, prefix="و")
    if form.endswith(_MISREAD):
        return _read_misread(form, written)
    if form.endswith("باب") and "آ" not in written:
        return None  # «باب المندب», not «بآب»
    return read_word(form) or _first_person(form, written)


def _read_misread(form: str, written: str) -> Reading | None:
    """Return «لامس» as the verb (touched) and «بعدة أيام» as several; «لأمس» and «بعده» are what they look like."""
    if form.lstrip("وف") == "لامس" and "أ" not in written:
        return _PAST
    if form.endswith("بعده") and written.endswith("ة"):
        several = read_word("عده")
        return None if several is None else replace(several, cut=len(form) - 3, prefix="ب")
    return read_word(form)


def _first_person(form: str, written: str) -> Reading | None:
    # Few words begin so; the folded form tells cheaply which are worth a look.
    return _FUTURE if form.startswith(("سا", "وسا", "فسا")) and _I_SHALL.match(written) else None


class Line:
    """Tokens between two line breaks.

    Particles may stand before the first word of an expression only («وأمس»), so every question about a word
    knows where the expression starts: `origin`, which the scanner sets.
    """

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.readings = [_read_token(token.form, token.text) for token in tokens]
        self.origin = 0

    @cached_property
    def quotes(self) -> list[int]:
        """Where the quotation marks stand."""
        return [index for index, token in enumerate(self.tokens) if token.form == '"']

    def __len__(self) -> int:
        return len(self.tokens)

    def read(self, index: int) -> Reading | None:
        """Return the reading at an index; None outside the line, or where a particle stands inside an expression."""
        if not 0 <= index < len(self.readings):
            return None
        reading = self.readings[index]
        return reading if reading is None or index == self.origin or not reading.prefix else None

    def sense(self, index: int, kind: str) -> str | None:
        """Return the value of the word as a word of this kind, None if it is none."""
        reading = self.read(index)
        return None if reading is None else reading.senses.get(kind)

    def led(self, index: int, use: str) -> bool:
        """Return whether the word before is one of a use in the table of contexts, «و» or «ف» attached or not."""
        form = self.form(index - 1)
        return bool(form) and (form in words(use) or (form[0] in "وف" and form[1:] in words(use)))

    def led_by(self, index: int, kind: str) -> bool:
        """Return whether the word before is one of a kind, a comma or an opening bracket between or not."""
        before = index - 1 - (self.form(index - 1) in (",", "("))
        reading = self.readings[before] if before >= 0 else None
        return reading is not None and kind in reading.senses

    def relation(self, index: int) -> tuple[int, int] | None:
        """Return what «الماضي», «الجاري», «المقبل», «قبل الماضي» says, in periods from now, and the index behind."""
        start = self.skip(index, "ما")
        twice = self.form(start) in ("قبل", "بعد")
        value = self.sense(start + twice, "relative")
        if value is None or not self.definite(start + twice) or (start > index and not twice):
            return None
        if twice and (self.form(start) == "قبل") != (value == "-1"):
            return None
        return int(value) * (2 if twice else 1), start + twice + 1

    def joined(self, index: int, kind: str) -> str | None:
        """Return the value of a word of this kind that «و» joins to what stands before it."""
        reading = self.readings[index] if 0 <= index < len(self.readings) else None
        return reading.senses.get(kind) if reading is not None and reading.prefix == "و" else None

    def lists_weekday(self, index: int) -> bool:
        """Return whether «و» or a comma joins a further weekday to what stands before it («الأحد، الاثنين»)."""
        start = index + 1 if self.form(index) == "," else index
        reading = self.readings[start] if 0 <= start < len(self.readings) else None
        if reading is None or "weekday" not in reading.senses or not reading.definite:
            return False
        return reading.prefix == "و" if start == index else reading.prefix in ("", "و")

    def definite(self, index: int) -> bool:
        """Return whether the word bears the article."""
        reading = self.readings[index] if 0 <= index < len(self.readings) else None
        return reading is not None and reading.definite

    def form(self, index: int) -> str:
        """Return the folded token, "" outside the line."""
        return self.tokens[index].form if 0 <= index < len(self.tokens) else ""

    def bare(self, index: int) -> str:
        """Return the folded token without an attached particle."""
        form = self.form(index)
        reading = self.readings[index] if form else None
        return form if reading is None else form[len(reading.prefix) :]

    def adjacent(self, index: int) -> bool:
        """Return whether a token touches the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def skip(self, index: int, *forms: str) -> int:
        """Return the index behind the token if it is one of the forms, else the index itself."""
        return index + 1 if self.form(index) in forms else index

    def word_start(self, index: int) -> int:
        """Return where the word proper starts in the text, behind attached particles, with its article («الـ24»)."""
        token, reading = self.tokens[index], self.readings[index]
        if token.kind == "number" and self.adjacent(index) and self.form(index - 1) in _ARTICLES:
            article = self.tokens[index - 1]
            return (
                article.start + fold_with_offsets(article.text).to_source(len(article.form) - 2, len(article.form))[0]
            )
        if reading is None or not reading.cut:
            return token.start
        return token.start + fold_with_offsets(token.text).to_source(reading.cut, reading.cut + 1)[0]


def lines_of(document: Document) -> Iterator[Line]:
    """Yield the lines of a document that hold tokens."""
    first = 0
    tokens, text = document.tokens, document.text
    for index in range(1, len(tokens) + 1):
        if index == len(tokens) or "\n" in text[tokens[index - 1].end : tokens[index].start]:
            yield Line(text, tokens[first:index])
            first = index
