"""The character set of bytes, detected: what a page declares is only one guess among others.

Bytes that are valid UTF-8 are UTF-8. Otherwise each single-byte candidate is tried and judged by how much common
Arabic (the article, prepositions, relative pronouns) comes out; a wrong Arabic code page gives letters, but no words.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

SAMPLE = 65_536
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARABIC_CANDIDATES = ("windows-1256", "iso8859-6", "mac-arabic", "cp720")
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset({
    "في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "إن", "مع", "التي", "الذي", "هذا", "هذه", "ذلك", "ما", "لا",
    "كان", "قد", "بين", "بعد", "قبل", "كما", "حيث", "خلال", "كل", "أو", "او", "لم", "ولم", "هو", "هي", "قال", "وقال",
    "وفي", "ومن", "وأن", "وان", "عند", "غير", "حول", "منذ", "يوم", "اليوم", "وزير", "رئيس",
})  # fmt: skip
_ARTICLE = re.compile(r"[ولبفك]?ال[\u0621-\u064a]{2,}|لل[\u0621-\u064a]{2,}")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_REPLACEMENT = "\ufffd"
_MOST_UNDEFINED = 0.02  # share of bytes that a right guess of a code page may leave undefined
_MOST_ERRORS = 0.1  # share of the non-ASCII characters; above it another guess is tried, and in the end none is right


@dataclass(frozen=True, slots=True)
class _Guess:
    charset: str
    words: float  # share of common Arabic words among all words with non-ASCII letters
    letters: float  # share of letters among the non-ASCII characters


def detect_charset(data: bytes, declared: str = "") -> str:
    """Return the Python name of the character set of `data`, "" if no set makes text of it.

    Args:
        data: a whole page, or the beginning of a stream (a character cut at its end does no harm).
        declared: what a protocol said ("" for nothing); a declaration within the data is found here.
    """
    if boms := [charset for mark, charset in _BOMS if data.startswith(mark)]:
        charset = boms[0]
        return charset if charset == "utf-8-sig" or error_share(data, charset) <= _MOST_ERRORS else ""
    if wide := _without_bom(data):
        return wide
    if _HIGH.search(data) is None or is_utf8(data):
        return "utf-8"
    if error_share(data, "utf-8") <= _MOST_ERRORS:
        return "utf-8"  # a page of UTF-8 with one damaged or foreign piece
    charset = _single_byte(_sample(data), declared or declared_charset(data))
    return charset.replace("cp125", "windows-125").replace("iso8859", "iso-8859")


def is_utf8(data: bytes) -> bool:
    """Return whether `data` is UTF-8, a character cut at its end allowed."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def declared_charset(data: bytes) -> str:
    """Return the character set that the beginning of a page declares, as a Python name; "" if none or unknown."""
    found = _DECLARED.search(data, 0, 4096)
    return _known(found[1].decode("ascii")) if found else ""


def error_share(data: bytes, charset: str) -> float:
    """Return the share of replacement characters among the non-ASCII characters of `data` read as `charset`."""
    text = data[:1_000_000].decode(charset, "replace")
    foreign = sum(1 for character in text if character >= "\x80") if not text.isascii() else 0
    return text.count(_REPLACEMENT) / foreign if foreign else 0.0


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _without_bom(data: bytes) -> str:
    """Return utf-16-le or utf-16-be for text in it without a mark: every other byte is a zero or an Arabic block."""
    sample = data[:4096]
    if len(sample) < 8 or not 4 * sample.count(0) >= len(sample) // 8:
        return ""
    for charset, pages in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        likely = sum(pages.count(page) for page in (0x00, 0x06, 0x20, 0xFB, 0xFC, 0xFD, 0xFE))
        other = sample[0::2] if charset == "utf-16-le" else sample[1::2]
        if likely >= 0.97 * len(pages) and other.count(0) <= 0.02 * len(other) and error_share(sample, charset) < 0.01:
            return charset
    return ""


def _sample(data: bytes) -> bytes:
    """Return a piece of `data` that begins at its first non-ASCII byte: Arabic stands far down in many pages."""
    first = _HIGH.search(data)
    return data[first.start() : first.start() + SAMPLE] if first else data[:SAMPLE]


def _single_byte(sample: bytes, declared: str) -> str:
    detected = _known(detect_encoding(sample, SAMPLE, False, False) or "")
    names = list(dict.fromkeys(_known(name) for name in (*_ARABIC_CANDIDATES, declared, detected) if name))
    guesses = [_judge(sample, name) for name in names if name and not name.startswith(("utf", "ascii"))]
    arabic = [guess for guess in guesses if guess.words >= 0.08]
    if arabic:
        return max(arabic, key=lambda guess: guess.words).charset
    # Too short for words, or another language: the detector's guess, then the declaration, then Western.
    for name in dict.fromkeys((detected, declared, "cp1256", "cp1252")):
        guess = next((guess for guess in guesses if guess.charset == name), None) or _judge(sample, name or "cp1252")
        if name and not name.startswith(("utf", "ascii")) and guess.letters >= 0.7:
            return guess.charset
    return ""


def _judge(sample: bytes, charset: str) -> _Guess:
    try:
        text = sample.decode(charset, "replace")
    except (LookupError, ValueError):  # a codec that is no character set (base64, idna)
        return _Guess(charset, 0.0, 0.0)
    foreign = [character for character in text if character >= "\x80"]
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    common = sum(1 for word in words if word in _COMMON or _ARTICLE.fullmatch(word))
    letters = sum(1 for character in foreign if character.isalpha() or character in "،؛؟«»“”–—…’‘\xa0٠١٢٣٤٥٦٧٨٩")
    errors = text.count(_REPLACEMENT)
    return _Guess(
        charset,
        common / len(words) if words and errors <= _MOST_UNDEFINED * len(foreign) else 0.0,
        letters / len(foreign) if foreign and errors == 0 else 0.0,
    )
