"""The language of a text: by script and typical letters where these settle it, else by py3langid.

py3langid takes long to load, so nothing of it is touched for text that is plainly Arabic.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SAMPLE = 6000
_ARABIC_SCRIPT = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_KURDISH = re.compile(r"[ەێۆڵڕۊ]")
_URDU = re.compile(r"[ٹڈڑںےہھۓ]")
_PASHTO = re.compile(r"[ټډړښږڼۍېڅځ]")
_PERSIAN = re.compile(r"[پچژگکی]")
_ARTICLE = re.compile(r"(?<!\w)(?:[وف]?[بك]?ال|[وف]?لل)\w{2,}")
_ONLY_ARABIC = re.compile(r"[ةإأؤئ]|ى(?!\w)")
_PERSIAN_WORDS = re.compile(
    r"(?<!\w)(?:است|این|اين|که|كه|در|از|را|می|مي|شد|برای|براي|با|آن|است|خود|های|هاي|شده|کرد|كرد|گفت|بود|تا)(?!\w)"
)
_CANDIDATES = (
    "ar",
    "fa",
    "ur",
    "ku",
    "ps",
    "ug",
    "en",
    "fr",
    "es",
    "de",
    "it",
    "tr",
    "ru",
    "he",
    "pt",
    "id",
    "zh",
    "el",
)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_CANDIDATES))
    return identifier


def detect_language(text: str) -> str:
    """Return the ISO 639 code of the text's main language, "" where there are no letters to tell by.

    Quotations in another script do not matter as long as the Arabic letters are the greater part.
    """
    sample = (
        text
        if len(text) <= 3 * _SAMPLE
        else text[:_SAMPLE] + text[len(text) // 2 : len(text) // 2 + _SAMPLE] + text[-_SAMPLE:]
    )
    letters = len(_LETTER.findall(sample))
    if not letters:
        return ""
    script = len(_ARABIC_SCRIPT.findall(sample))
    if script * 2 < letters:
        return _identify(sample) if letters >= 12 else ("en" if _LATIN.search(sample) else "")
    return _of_arabic_script(sample, script)


def _of_arabic_script(sample: str, script: int) -> str:
    """Return which language of the Arabic script the text is in."""
    words = max(1, len(re.findall(r"[^\W\d_]{2,}", sample)))
    if len(_KURDISH.findall(sample)) > 0.04 * script:
        return "ckb"
    if len(_PASHTO.findall(sample)) > 0.02 * script:
        return "ps"
    if len(_URDU.findall(sample)) > 0.04 * script:
        return "ur"
    articles, persian = len(_ARTICLE.findall(sample)) / words, len(_PERSIAN.findall(sample)) / script
    function_words = len(_PERSIAN_WORDS.findall(sample)) / words
    if function_words > 0.08 and articles < 0.08:
        return "fa"
    if articles >= 0.05 or (persian < 0.02 and _ONLY_ARABIC.search(sample)):
        return "ar"
    if persian > 0.05:
        return "fa" if words < 8 or function_words > 0.04 else _identify(sample)
    if words < 12:
        return "ar"
    return _identify(sample)


def _identify(sample: str) -> str:
    code = str(_identifier().classify(sample[:_SAMPLE])[0])
    return {"ku": "ckb"}.get(code, code) if _ARABIC_SCRIPT.search(sample) else code
