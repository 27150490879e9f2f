"""What one line of a page is: text of an article, or one of the things that pages put around and into it.

The same rules serve HTML, saved text and table rows. A line is judged by its folded form against the reviewed
table `page_furniture.tsv` and by its shape; what can only be told from its neighbours is in `cleaning`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.arabic.normalise import fold
from riwaya.extract.tables import furniture, plain_form, starts

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"[.!…。]+[\"”»«“'’)\]\s]*$")
_QUESTION = re.compile(r"[؟?][\"”»'’)\s]*$")
_ADDRESS = re.compile(r"^(?:https?://\S+|www\.\S+)$")
_HASHTAGS = re.compile(r"^(?:[#＃][\w_]+[\s,،|]*){2,}$")
_COUNT = re.compile(r"^[(\[]?\s*\d[\d,.]*\s*(?:k|m)?\s*[)\]]?\s*(?:تعليق(?:ات|ا)?|مشاهد[ةه]|مشاهدات|قراء[ةه]|قراءات|زيار[ةه]|مشارك[ةه]|مشاركات|اعجاب|"  # noqa: E501
                    r"دقيق[ةه](?: قراءه)?|دقائق(?: قراءه)?|comments?|shares?|views?|min read|likes?)?\s*[)\]]?$")  # fmt: skip  # noqa: E501
_BREADCRUMB = re.compile(r"^(?:الرييسيه|الصفحه الرييسيه|home)\s*(?:[>»«<›‹/|\\:–-]|\s\S)")
# «تابعوا وكالة ... على تطبيق ...», «انضموا إلى قناة ... عبر تلغرام»
_FOLLOW = re.compile(
    r"^\W*(?:تابعوا|تابعونا|انضموا|اشتركوا|حملوا)(?!\w).*(?<!\w)(?:علي|عبر|في|من)\s+"
    r"(?:تطبيق\w*|منص[هة]\s\S+|صفح\w+|قنا\w+|حساب\w*|فيسبوك|تويتر|اكس|انستغرام|انستجرام|واتساب|تلغرام|"
    r"تيليغرام|تليجرام|يوتيوب|تيك توك|غوغل نيوز|جوجل نيوز|google news)(?!\w)"
)
_SEPARATOR_ONLY = re.compile(r"^[\W_×xX]+$")
_LIST_MARK = re.compile(r"^\s*(?:[-–—•*▪●◾■□>]|\d{1,2}\s*[-.)ـ])\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page with what the markup says of it.

    Attributes:
        text: as written.
        heading: level 1 to 6 of a heading, else 0.
        linked: share of its characters inside links.
        bold: all of it is emphasised.
        zone: the reason to remove it that its place in the page gives ("" for none).
        gap: a blank line stands before it (saved text).
        event: its box on the page has days of its own: an event's, a quoted post's.
    """

    text: str
    heading: int = 0
    linked: float = 0.0
    bold: bool = False
    zone: str = ""
    gap: bool = False
    event: bool = False


def ends_sentence(text: str) -> bool:
    """Return whether the line ends like a sentence or a closed quotation of one."""
    return bool(_STOP.search(text))


def ends_question(text: str) -> bool:
    """Return whether the line ends in a question mark."""
    return bool(_QUESTION.search(text))


def word_count(text: str) -> int:
    """Return the number of blank-separated words."""
    return len(text.split())


def arabic_share(text: str) -> float:
    """Return the share of Arabic-script letters among all letters, 0 where there is none."""
    letters = len(_LETTER.findall(text))
    return len(_ARABIC.findall(text)) / letters if letters else 0.0


def is_separator(text: str) -> bool:
    """Return whether the line holds marks only (dashes, stars, dots)."""
    return bool(_SEPARATOR_ONLY.match(text)) and not any(character.isdigit() for character in text)


def is_headline_shaped(text: str) -> bool:
    """Return whether a line could be a headline: a few words up to a long title, no full stop at its end."""
    return 2 <= word_count(text) <= 24 and len(text) <= 180 and not ends_sentence(text)


def related_marker(text: str) -> str | None:
    """Return what follows a related-articles marker at the start of a line ("" if nothing), None if there is no marker.

    The marker must be the whole line or be set off by a colon, a dash or the like: «شاهد أيضاً: ...».
    """
    if len(text) > 400:
        return None
    folded = fold(text).strip()
    if plain_form(folded) in furniture("marker"):
        return ""
    match = starts("marker", "related").match(folded)
    if match is None:
        return None
    rest = folded[match.end() :]
    set_off = re.match(r"(?:\s*(?:على|عن|في|من)?\s*)?\s*[:|»«>…\-–—]+|\s*\.{2,}|\s*\"", rest)
    return rest[set_off.end() :].strip(" .:|-–") if set_off else None


def furniture_reason(text: str) -> str:
    """Return why a line is no text of an article by its words alone, "" if they do not say so.

    Bylines, dates, credits and captions are not judged here: they need their place (see `attributions` and `cleaning`).
    """
    if len(text) > 400:
        return ""
    folded, plain = fold(text).strip(), plain_form(text)
    whole = furniture("whole").get(plain)
    if whole:
        return whole
    for reason in ("comments", "notice", "tags", "navigation"):
        match = starts("prefix", reason).match(folded)
        if match and _fits(reason, folded, match):
            return reason
    if _FOLLOW.match(folded) and word_count(text) <= 14 and not ends_sentence(text):
        return "notice"
    if _HASHTAGS.match(text.strip()):
        return "tags"
    if _ADDRESS.match(text.strip()):
        return "navigation"
    words = plain.split()
    strong, weak = furniture("word"), furniture("joining-word")
    if words and all(word in strong or word in weak or word.isdigit() for word in words):
        return "share" if any(word in strong for word in words) else ""
    trail = re.split(r"\s[>»›]\s", text)
    if len(trail) >= 3 and all(word_count(part) <= 4 for part in trail):
        return "navigation"
    if _BREADCRUMB.match(folded) and word_count(text) <= 14 and not ends_sentence(text):
        return "navigation"
    return _counter_reason(folded)


def _fits(reason: str, folded: str, match: re.Match[str]) -> bool:
    """Return whether the rest of the line agrees: tag labels and view counts are followed by a colon or by nothing."""
    rest = folded[match.end() :].strip()
    if reason == "tags":
        return not rest or rest[0] in ":#|-" or match["phrase"].isascii()
    if reason == "navigation":
        return not rest or rest[0] in ":>»" or match["phrase"].endswith(":") or bool(re.match(r"\d", rest))
    if reason == "comments":
        return word_count(folded) <= 30
    return True


def _counter_reason(folded: str) -> str:
    match = _COUNT.match(folded)
    if not match or folded.strip("()[] ").replace(",", "").replace(".", "").isdigit():
        return ""
    return "comments" if "تعليق" in folded or "comment" in folded else "navigation"


def strip_list_mark(text: str) -> str:
    """Return the line without a bullet or number at its head."""
    return _LIST_MARK.sub("", text)
