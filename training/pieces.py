"""Text to the words the reader sees: clitics off, offsets kept. The reader at run time does the same.

A word's attached particles are no tokens of their own (that would cost a third more time): the encoder adds an
embedding of them to the word's. «للحكومة» is read as «الحكومة» with the particle ل, and stands where «حكومة» does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.arabic.clitics import split_clitics
from riwaya.arabic.normalise import CONTROLS, MARKS, fold, fold_with_offsets
from riwaya.arabic.sentences import split_sentences
from riwaya.arabic.tokens import tokenise

PREFIXES = tuple(first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك", "س"))
PRONOUNS = ("", "ها", "هم", "هما", "ه", "نا", "هن", "كم", "ني", "ك")
_PREFIX_IDS = {prefix: index for index, prefix in enumerate(PREFIXES)}
_LONGEST = 40
# Bits of position, above those of the lexicon.
LINE_START, GLUED, QUOTE = 27, 28, 29


@dataclass(frozen=True, slots=True)
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


@lru_cache(maxsize=1 << 16)
def _take_off(written: str) -> tuple[int, int, int, int, str]:
    """Return prefix, article, pronoun, how many characters the prefix takes, and what is encoded of a written word."""
    found = split_clitics(written)
    article = int("ال" in found.prefixes)
    pronoun = PRONOUNS.index(found.suffixes[0]) if found.suffixes and found.suffixes[0] in PRONOUNS else 0
    particles = [piece for piece in found.prefixes if piece != "ال"]
    prefix = "".join(particles)
    if not prefix or prefix not in _PREFIX_IDS:
        return 0, article, pronoun, 0, written
    folded = fold_with_offsets(written)
    # «لل» stands for ل and the article: the word itself begins behind both.
    doubled = particles[-1] == "ل" and "ال" in found.prefixes and folded.text.startswith("لل", len(prefix) - 1)
    begin = len(prefix) + 1 if doubled else len(prefix)
    if begin >= len(folded.text):
        return 0, article, pronoun, 0, written
    offset = folded.to_source(begin, len(folded.text))[0]
    return _PREFIX_IDS[prefix], article, pronoun, offset, ("ال" if doubled else "") + written[offset:]


def read_words(text: str) -> list[Word]:
    """Return the words of a text in order; vowel marks and controls are not encoded."""
    words: list[Word] = []
    end = 0
    for token in tokenise(text):
        word = token.kind == "word"
        prefix, article, pronoun, offset, encoded = _take_off(token.text) if word else (0, 0, 0, 0, token.text)
        if token.kind == "address":
            encoded = "www"
        gap = text[end : token.start]
        place = 1 << LINE_START if not words or "\n" in gap else 0
        place |= 1 << GLUED if words and not gap else 0
        place |= 1 << QUOTE if token.form == '"' else 0
        encoded = strip_marks(encoded[:_LONGEST]) or token.form[:_LONGEST]
        form = fold(encoded)
        start = token.start + offset
        words.append(Word(token.start, start, token.end, encoded, form, prefix, article, pronoun, place))
        end = token.end
    return words


@lru_cache(maxsize=1 << 16)
def strip_marks(written: str) -> str:
    """Return a word without vowel marks, tatweel and control characters."""
    return "".join(character for character in written if character not in _DELETED)


def _expand(ranges: str) -> frozenset[str]:
    found, index = set(), 0
    while index < len(ranges):
        if ranges[index + 1 : index + 2] == "-":
            found |= {chr(code) for code in range(ord(ranges[index]), ord(ranges[index + 2]) + 1)}
            index += 3
        else:
            found.add(ranges[index])
            index += 1
    return frozenset(found)


_DELETED = _expand(MARKS) | _expand(CONTROLS)


def pack_sentences(text: str, words: list[Word], sizes: list[int], *, most: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of words (first, behind the last) that are read together: whole sentences, at most `most` subtokens.

    A longer sentence is cut between words.
    """
    ends: list[int] = []
    index = 0
    for sentence in split_sentences(text):
        while index < len(words) and words[index].outer < sentence.end:
            index += 1
        if index > (ends[-1] if ends else 0):
            ends.append(index)
    if index < len(words):
        ends.append(len(words))
    first, taken, last = 0, 0, 0
    for end in ends:
        size = sum(sizes[last:end])
        if taken and taken + size > most:
            yield first, last
            first, taken = last, 0
        if size > most:
            for position in range(last, end):
                if taken and taken + sizes[position] > most:
                    yield first, position
                    first, taken = position, 0
                taken += sizes[position]
        else:
            taken += size
        last = end
    if first < last:
        yield first, last
