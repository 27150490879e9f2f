"""The character set of bytes, detected: what a page declares is only one guess among others.

Bytes that are valid UTF-8 are UTF-8. Otherwise each single-byte candidate is tried and judged by how much common
Arabic (the article, prepositions, relative pronouns) comes out; a wrong Arabic code page gives letters, but no words.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from resiliparse.parse.encoding import detect_encoding

from riwaya.arabic.charsets import mixed_runs

SAMPLE = 16_384
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARABIC_CANDIDATES = ("cp1256", "iso8859-6", "cp720")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_FOREIGN_WORD = re.compile(r"[^\W\d_a-zA-Z]+")
_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
_USUAL_MARKS = frozenset("،؛؟«»“”–—…’‘\xa0٠١٢٣٤٥٦٧٨٩")
_COMMON = frozenset({
    "في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "إن", "مع", "التي", "الذي", "هذا", "هذه", "ذلك", "ما", "لا",
    "كان", "قد", "بين", "بعد", "قبل", "كما", "حيث", "خلال", "كل", "أو", "او", "لم", "ولم", "هو", "هي", "قال", "وقال",
    "وفي", "ومن", "وأن", "وان", "عند", "غير", "حول", "منذ", "يوم", "اليوم", "وزير", "رئيس",
})  # fmt: skip
_ARTICLE = re.compile(r"[ولبفك]?ال[\u0621-\u064a]{2,}|لل[\u0621-\u064a]{2,}")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_ARABIC = re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){3,}")  # three letters running: in a code page never
_MIXED_SAMPLE = 1_000_000  # bytes
_FEWEST_RUNS = 10  # words in either character set that make a page a mixed one
_REPLACEMENT = "\ufffd"
_MOST_UNDEFINED = 0.02  # share of bytes that a right guess of a code page may leave undefined
_FEWEST_WORDS = 0.08  # share of common words in running Arabic text: a third; in a wrong code page next to none
_FEWEST_LETTERS = 0.7
_MOST_ERRORS = 0.1  # share of the non-ASCII characters; above it another guess is tried, and in the end none is right


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
    charset = "cp1252" if charset == "iso8859-1" else charset  # which has everything that the other has, and quotes
    return charset.replace("cp125", "windows-125").replace("iso8859", "iso-8859")


def is_mixed(data: bytes) -> bool:
    """Return whether `data` holds Arabic in UTF-8 and as surely Arabic in windows-1256, each in whole words."""
    if is_utf8(data) or len(_UTF8_ARABIC.findall(data)) < _FEWEST_RUNS:
        return False
    runs = [(text, old) for text, old in mixed_runs(data[:_MIXED_SAMPLE]) if not text.isascii()]
    old_words = " ".join(text for text, old in runs if old)
    new_words = " ".join(text for text, old in runs if not old)
    return all(
        _common_share(words) >= _FEWEST_WORDS and words.count(" ") >= _FEWEST_RUNS for words in (old_words, new_words)
    )


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
    errors = text.count(_REPLACEMENT)
    return errors / len(_FOREIGN.findall(text)) if errors else 0.0


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
    declared = _known(declared)
    candidates = [name for name in dict.fromkeys((*_ARABIC_CANDIDATES, declared)) if _is_code_page(name)]
    best = max(candidates, key=lambda name: _word_share(sample, name))
    if _word_share(sample, best) >= _FEWEST_WORDS:
        return best
    # Too short for words, or another language: the detector's guess, then the declaration, then Western.
    detected = _known(detect_encoding(sample, SAMPLE, False, False) or "")
    for name in dict.fromkeys((detected, declared, "cp1256", "cp1252")):
        if _is_code_page(name) and _letter_share(sample, name) >= _FEWEST_LETTERS:
            return name
    return ""


def _is_code_page(charset: str) -> bool:
    """Return whether a Python codec is a code page, rather than a Unicode form or no character set at all."""
    return re.match(r"cp\d|iso8859|koi8|mac-|gb|big5|euc|shift|tis", charset) is not None


def _word_share(sample: bytes, charset: str) -> float:
    """Return the share of common Arabic words among the words that are not ASCII, less what looks wrong."""
    text = sample.decode(charset, "replace")
    if text.count(_REPLACEMENT) > _MOST_UNDEFINED * len(_FOREIGN.findall(text)):
        return 0.0
    return _common_share(text)


def _common_share(text: str) -> float:
    """Return the share of common Arabic words among the words of a text that are not ASCII, less what looks wrong."""
    words = Counter(_FOREIGN_WORD.findall(text))
    common = sum(count for word, count in words.items() if word in _COMMON or _ARTICLE.fullmatch(word))
    if not common:
        return 0.0
    # A wrong code page also strews accented Latin letters and rare marks.
    letters = len(_ARABIC_LETTER.findall(text)) / len(_FOREIGN.findall(text))
    return letters * common / words.total()


def _letter_share(sample: bytes, charset: str) -> float:
    """Return the share of letters and usual marks among the non-ASCII characters, 0 if the set leaves any undefined."""
    foreign = Counter(_FOREIGN.findall(sample.decode(charset, "replace")))
    if not foreign or _REPLACEMENT in foreign:
        return 0.0
    return sum(count for mark, count in foreign.items() if mark.isalpha() or mark in _USUAL_MARKS) / foreign.total()
