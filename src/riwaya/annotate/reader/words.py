"""Text to the words that the reader sees: attached particles off, offsets kept. Training reads by this module too.

A word's particles are no tokens of their own, which would cost a third more time: the encoder adds an embedding of
them to the word's. «للحكومة» is read as «الحكومة» with the particle ل, and stands where «حكومة» does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from riwaya.arabic.clitics import Segmentation, split_clitics
from riwaya.arabic.normalise import CONTROLS, MARKS, fold, fold_with_offsets
from riwaya.arabic.sentences import split_sentences
from riwaya.arabic.tokens import DOUBLED, Token, tokenise
from riwaya.model import Span

PREFIXES = tuple(first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك", "س"))
PRONOUNS = ("", "ها", "هم", "هما", "ه", "نا", "هن", "كم", "ني", "ك")
# Bits of position, above those of the lexicon.
LINE_START, GLUED, QUOTE = 27, 28, 29
_PREFIX_IDS = {prefix: index for index, prefix in enumerate(PREFIXES)}
_LONGEST = 40  # characters of a word that are encoded
_LONGEST_KNOWN = 64  # characters: a longer run of letters is no word with particles, and is not worth remembering
_DELETED = re.compile(f"[{MARKS}{CONTROLS}]+")


@dataclass(slots=True)  # not frozen: each of a text's words would take four times as long to make
class Word:
    """One token of a text as the encoder sees it.

    Attributes:
        outer: where the token begins, particles included.
        start, end: where the word itself stands, particles taken off.
        text: what is encoded: the written word without vowel marks, the article restored behind «لل».
        form: the folded text, the lexicon's key.
        prefix: index into PREFIXES.
        article: 1 where the rules read an article, else 0.
        pronoun: index into PRONOUNS of what the rules read at its end.
        place: bits of position (LINE_START, GLUED, QUOTE).
    """

    outer: int
    start: int
    end: int
    text: str
    form: str
    prefix: int
    article: int
    pronoun: int
    place: int


def read_words(text: str, tokens: Iterable[Token] | None = None) -> list[Word]:
    """Return the words of a text in order; vowel marks and controls are not encoded.

    Args:
        text: the text.
        tokens: its tokens, where the caller has them.
    """
    words: list[Word] = []
    end = 0
    for token in tokenise(text) if tokens is None else tokens:
        written = token.text
        if len(written) > _LONGEST_KNOWN and token.kind != "address":
            read = _Read(0, 0, 0, 0, *_encode(written[: 4 * _LONGEST], token.form[:_LONGEST]))
        else:
            read = _read_token(written[:_LONGEST_KNOWN], token.kind)
        place = 1 << LINE_START if not words or "\n" in text[end : token.start] else 0
        place |= 1 << GLUED if words and end == token.start else 0
        place |= 1 << QUOTE if token.form == '"' else 0
        start = token.start + read.offset
        words.append(
            Word(token.start, start, token.end, read.text, read.form, read.prefix, read.article, read.pronoun, place)
        )
        end = token.end
    return words


class _Read(NamedTuple):
    """What is known of a token wherever it stands; `offset`: how many characters its particles take."""

    prefix: int
    article: int
    pronoun: int
    offset: int
    text: str
    form: str


@lru_cache(maxsize=1 << 16)
def _read_token(written: str, kind: str) -> _Read:
    if kind == "address":
        return _Read(0, 0, 0, 0, "www", "www")
    if kind != "word":
        written = '"' if written in DOUBLED else written
        return _Read(0, 0, 0, 0, *_encode(written, fold(written)[:_LONGEST]))
    found = split_clitics(written)
    article = int("ال" in found.prefixes)
    pronoun = PRONOUNS.index(found.suffixes[0]) if found.suffixes and found.suffixes[0] in PRONOUNS else 0
    prefix, offset, word = _take_off(written, found)
    return _Read(prefix, article, pronoun, offset, *_encode(word, fold(written)[:_LONGEST]))


def _take_off(written: str, found: Segmentation) -> tuple[int, int, str]:
    """Return the particles' number, how many characters they take, and what is left to encode."""
    particles = [piece for piece in found.prefixes if piece != "ال"]
    prefix = "".join(particles)
    if not prefix or prefix not in _PREFIX_IDS:
        return 0, 0, written
    folded = fold_with_offsets(written)
    # «لل» stands for ل and the article: the word itself begins behind both.
    doubled = particles[-1] == "ل" and "ال" in found.prefixes and folded.text.startswith("لل", len(prefix) - 1)
    begin = len(prefix) + 1 if doubled else len(prefix)
    if begin >= len(folded.text):
        return 0, 0, written
    offset = folded.to_source(begin, len(folded.text))[0]
    return _PREFIX_IDS[prefix], offset, ("ال" if doubled else "") + written[offset:]


def _encode(word: str, bare: str) -> tuple[str, str]:
    encoded = _DELETED.sub("", word[:_LONGEST]) or bare
    return encoded, fold(encoded)


def pack_sentences(text: str, words: Sequence[Word], sizes: Sequence[int], *, most: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of words that are read together: whole sentences of `text`, at most `most` subtokens."""
    yield from pack_words(split_sentences(text), words, sizes, most=most)


def pack_words(
    sentences: Iterable[Span], words: Sequence[Word], sizes: Sequence[int], *, most: int
) -> Iterator[tuple[int, int]]:
    """Yield ranges of words (first, behind the last): whole sentences, at most `most` subtokens.

    A longer sentence is cut between words. `sizes` holds the subtokens of each word.
    """
    first, taken, last = 0, 0, 0
    for end in _sentence_ends(sentences, words):
        size = sum(sizes[last:end])
        if taken and taken + size > most:
            yield first, last
            first, taken = last, 0
        if size <= most:
            taken += size
        else:
            for position in range(last, end):
                if taken and taken + sizes[position] > most:
                    yield first, position
                    first, taken = position, 0
                taken += sizes[position]
        last = end
    if first < last:
        yield first, last


def _sentence_ends(sentences: Iterable[Span], words: Sequence[Word]) -> Iterator[int]:
    """Yield the index behind each sentence's last word; the last one is the number of words."""
    index, yielded = 0, 0
    for sentence in sentences:
        while index < len(words) and words[index].outer < sentence.end:
            index += 1
        if index > yielded:
            yield index
            yielded = index
    if yielded < len(words):
        yield len(words)
