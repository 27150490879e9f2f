"""Latin spellings of Arabic names: when the two can be one name.

Both are brought to consonant classes: vowels, and the letters that transliteration drops or adds («ع», «ه», h, w, y),
go, and letters that it exchanges are one («غ», «ق», «ك», «ج», «خ»: g, k, q, j, kh). Equal classes make a candidate;
`riwaya.arabic.sounds` tells whether the two sound alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from riwaya.arabic.names import fold_name

_LATIN = re.compile("[a-z]")
_PLAIN_LATIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "s", "æ": "a", "œ": "o", "ʻ": "", "’": ""})
_LATIN_CLASSES = str.maketrans({
    "b": "b", "p": "b", "t": "t", "d": "d", "z": "s", "s": "s", "c": "k", "g": "k", "j": "k", "k": "k", "q": "k",
    "f": "f", "v": "f", "r": "r", "l": "l", "m": "m", "n": "n",
    "x": "ks", "a": "", "e": "", "i": "", "o": "", "u": "", "h": "", "w": "", "y": "",
})  # fmt: skip
_ARABIC_CLASSES = str.maketrans({
    "ب": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "k", "غ": "k", "ق": "k", "ك": "k", "خ": "k", "د": "d", "ذ": "d",
    "ض": "d", "ظ": "d", "ز": "s", "س": "s", "ص": "s", "ش": "s", "ف": "f", "ر": "r", "ل": "l", "م": "m", "ن": "n",
    "ا": "", "و": "", "ي": "", "ه": "", "ح": "", "ع": "", "ء": "",
})  # fmt: skip
_SOFT_C = re.compile("c(?=[eiy])")
# Letters of one sound in every language, then those that languages sound differently, each way tried.
_SPELLINGS = (("tsch", "s"), ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ph", "f"), ("ck", "k"))
_WAYS = (
    ("ch", ("s", "k")),
    ("v", ("f", "")),
    ("th", ("t", "s")),
    ("gn", ("kn", "n")),
    ("w", ("", "f")),
    ("z", ("s", "d")),
)
_MOST_WAYS = 16
_DOUBLED = re.compile(r"(.)\1+")


def is_latin(text: str) -> bool:
    """Return whether a text holds a Latin letter."""
    return bool(_LATIN.search(plain_latin(text)))


@lru_cache(maxsize=1 << 13)
def plain_latin(text: str) -> str:
    """Return a text in lower case without diacritics («Erdoğan» gives «erdogan»)."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_PLAIN_LATIN)


@lru_cache(maxsize=1 << 14)
def latin_classes(word: str) -> frozenset[str]:
    """Return the consonant classes of a Latin word, in every way in which languages sound its letters."""
    plain = plain_latin(word).removeprefix("al-").removeprefix("el-")
    plain = re.sub("[^a-z]", "", _SOFT_C.sub("s", plain))
    for written, sound in _SPELLINGS:
        plain = plain.replace(written, sound)
    found = [plain]
    for written, sounds in _WAYS:
        if len(found) * len(sounds) <= _MOST_WAYS and written in plain:
            found = [way.replace(written, sound) for way in found for sound in sounds]
    return frozenset(filter(None, (_DOUBLED.sub(r"\1", way.translate(_LATIN_CLASSES)) for way in found)))


@lru_cache(maxsize=1 << 16)
def arabic_classes(word: str) -> str:
    """Return the consonant classes of an Arabic word."""
    folded = _without_article(word).replace("تش", "ش")
    return _DOUBLED.sub(r"\1", re.sub("[^a-z]", "", folded.translate(_ARABIC_CLASSES)))


def _without_article(word: str) -> str:
    """Return the word folded, without the article; «ألدوس» has none."""
    folded = fold_name(word)
    return folded[2:] if word.startswith("ال") and len(folded) > 4 else folded


def may_be_one(latin: str, arabic: str) -> bool:
    """Return whether a Latin and an Arabic word may spell one name."""
    classes = arabic_classes(arabic)
    if classes in latin_classes(latin):
        return True
    glued = arabic.startswith("ال") and plain_latin(latin).startswith(("al", "el")) and len(latin) > 4
    return glued and classes in latin_classes(latin[2:])
