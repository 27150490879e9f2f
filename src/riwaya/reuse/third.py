"""Signs that shared words need not have gone from one text to the other: a third source, or one speaker's words."""

from __future__ import annotations

import re

from riwaya.arabic.names import fold_name
from riwaya.model import Article, Span
from riwaya.reuse.agencies import agencies_in_text, agency_in_credit
from riwaya.reuse.credit import outlet_key

_REACH = 160
_LONGEST = 4000
# A medium named as the source («نقلت صحيفة الشاطئ عن ...», «بحسب قناة ...»), with its name.
_RELAYED = re.compile(
    r"\b[وف]?(?:نقل|نقلت|نقلا|نقله|ذكر|ذكرت|افاد|افادت|اورد|اوردت|وفق|وفقا|بحسب|حسب|حسبما|طبقا|قالت|قال)"
    r"(?: (?:عن|ل|في|ما|ذكرت|به|نقلت|افادت|اوردت))*"
    r" ل?(?:وكال(?:ه|ات)|صحيف[هت]|جريد[هت]|قنا[هت]|موقع|شبك[هت]|لوكال(?:ه|ات)"
    r"|تلفزيون|اذاع[هت]|وسايل اعلام)\b(?P<name>(?: \w+){0,3})"
)
_SPEECH = re.compile(
    r"\b[وف]?(?:قال|قالت|اكد|اكدت|اضاف|اضافت|اوضح|اوضحت|صرح|صرحت|اعلن|اعلنت|اشار|اشارت|ذكر|ذكرت|شدد|شددت|تابع|تابعت|بين|بينت|لفت|لفتت)\b"
    r"(?: \S+){0,8}? (?:ان|انه|انها|انهم|اننا|بان|بانه|بانها|الي ان|علي ان)\b"
)
_STOP = re.compile(r"[.!؟\n](?!\d)")


def shared_agency(article: Article, other: Article) -> bool:
    """Return whether both articles credit one agency in credits, bylines or dateline: both may be copies of it."""
    return bool(_credited(article) & _credited(other))


def credits_third(article: Article, span: Span, other: Article) -> bool:
    """Return whether the text at or next to `span` says that it comes from a medium that is neither of the two."""
    text = article.text
    own = {outlet_key(article.outlet), outlet_key(other.outlet)} - {""}
    end = min(span.end, span.start + _LONGEST)
    around = text[max(span.start - _REACH, 0) : end] + (text[end : span.end + _REACH] if end == span.end else "")
    if any(_is_third(mention.name, own) for mention in agencies_in_text(around)):
        return True
    return any(_is_third(match["name"], own) for match in _RELAYED.finditer(fold_name(around)))


def is_statement(text: str, span: Span) -> bool:
    """Return whether a passage lies within one sentence that reports what a speaker said, or after its cue."""
    if span.end - span.start > 600 or _STOP.search(text, span.start, span.end - 1):
        return False
    before = text[max(span.start - _REACH, 0) : span.start]
    stop = max((match.end() for match in _STOP.finditer(before)), default=0)
    sentence = fold_name(before[stop:] + text[span.start : span.end])
    cue = _SPEECH.match(sentence) or (_SPEECH.search(fold_name(before[stop:])) if stop < len(before) else None)
    return cue is not None


def _is_third(name: str, own: set[str]) -> bool:
    key = _bare(name)
    return not any(f" {one} " in f" {key} " or (key and f" {key} " in f" {one} ") for one in map(_bare, own) if one)


def _bare(name: str) -> str:
    """Return an outlet's key without «للأنباء», which texts add and leave out."""
    return re.sub(r"\b(?:لل|ال)?انباء\b", " ", outlet_key(name)).strip()


def _credited(article: Article) -> set[str]:
    lines = (*article.credits, *article.authors, article.dateline)
    return {agency for line in lines if line and (agency := agency_in_credit(line))}
