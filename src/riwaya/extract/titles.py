"""Which line is a title, and what a title loses: the site's name before or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from riwaya.arabic.clitics import split_clitics
from riwaya.arabic.normalise import fold
from riwaya.extract.lines import Line, arabic_share, ends_sentence, word_count
from riwaya.extract.tables import plain_form

_AFFIX = re.compile(r"\s+[|\-–—•::»«/~]+\s+|\s*[|»]\s*")
# Headlines may call out or leave off («... في ربوع جدة!», «أين نحن ..»), but do not end in a full stop.
_CALLS = re.compile(r"(?:!|\.{2,}|…)[\"”»\s]*$")
_CONTINUES = re.compile(
    r"^\W*(?:كما|لكن|ولكن|غير ان|بيد ان|الا ان|في حين|بينما|فيما|من جهته|من جهتها|من جانبه|من جانبها|بدوره|بدورها|يذكر|"
    r"يشار|الي ذلك|في المقابل|وبحسب|ووفق|حيث|اذ|ثم|هذا و|هذا وقد|يشير|يضيف|تابع|اضاف|اوضح|اشار|جاء ذلك)(?!\w)"
)
_FIRST_WORD = re.compile(r"[\W_]*([\w\u064b-\u0652]+)")  # \w alone ends at vowel marks


def same_title(first: str, second: str) -> bool:
    """Return whether two titles are one, marks and spelling variants apart."""
    if not 0.5 < (len(first) + 12) / (len(second) + 12) < 2:
        return False
    one, two = plain_form(first[:400]), plain_form(second[:400])
    if not one or not two:
        return False
    return one == two or (min(len(one), len(two)) > 20 and fuzz.ratio(one, two) >= 92)


def title_affixes(title: str, known: Sequence[str]) -> tuple[str, str]:
    """Return a page title without the site's name, and that name ("" if none was found).

    What goes must equal a name in `known`, or else be the last part, short, and leave a title behind it.
    """
    parts = [part for part in _AFFIX.split(title) if part.strip()]
    if len(parts) < 2:
        return title.strip(), ""
    names = {plain_form(name) for name in known if name}
    for index in (-1, 0):
        if plain_form(parts[index]) in names and word_count(title) - word_count(parts[index]) >= 2:
            return _without(title, parts[index], last=index == -1), parts[index].strip()
    return title.strip(), ""


def _without(title: str, part: str, *, last: bool) -> str:
    place = title.rfind(part) if last else title.find(part) + len(part)
    rest = title[:place] if last else title[place:]
    return re.sub(r"^[\s|\-–—•:»«/~]+|[\s|\-–—•:»«/~]+$", "", rest).strip()


def split_page_title(title: str, heading: str) -> tuple[str, str]:
    """Return title and site name of a page's <title> by the page's own heading: what exceeds the heading is the name."""  # noqa: E501
    if heading and plain_form(heading) in plain_form(title) and plain_form(heading) != plain_form(title):
        parts = [part.strip() for part in _AFFIX.split(title) if part.strip()]
        rest = [part for part in parts if plain_form(part) not in plain_form(heading)]
        if len(rest) == 1 and word_count(rest[0]) <= 5:
            return heading, rest[0].strip(" |-–—•:»«/~")
    return title, ""


def continues(text: str) -> bool:
    """Return whether a line begins by joining on to what stands before it (وأضاف، كما، من جهته)."""
    if _CONTINUES.match(fold(text[:60])):
        return True
    first = _FIRST_WORD.match(text[:60])
    return first is not None and split_clitics(first[1]).prefixes[:1] in (("و",), ("ف",))


def is_title_line(line: Line, after: Sequence[Line]) -> bool:
    """Return whether the first line of a text is its title, by shape: short, no stop, and longer text behind it."""
    text = line.text
    if line.heading in (1, 2):
        return word_count(text) >= 2
    words = word_count(text)
    stops = ends_sentence(text) and not _CALLS.search(text)
    if not 3 <= words <= 22 or len(text) > 150 or stops or text.rstrip().endswith((":", "،", "؛", ",")):
        return False
    if continues(text) or arabic_share(text) < 0.4 or not after:
        return False
    following = [other.text for other in after[:4]]
    longer = any(
        len(other) > max(len(text), 70) or (ends_sentence(other) and len(other) > len(text)) for other in following
    )
    return longer or (after[0].gap and any(ends_sentence(other) for other in following))
