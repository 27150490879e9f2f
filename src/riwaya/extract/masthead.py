"""The name of an outlet that stands above the headline of a saved text, and datelines that end in a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.arabic.normalise import fold_with_offsets
from riwaya.arabic.perfect import is_perfect
from riwaya.extract.datelines import is_dateline, is_place, outlet_forms
from riwaya.extract.dates import DateBounds, find_dates
from riwaya.extract.lines import Line, ends_sentence, related_marker, word_count
from riwaya.extract.other_days import is_period
from riwaya.extract.tables import agencies, canonical_outlet, furniture, outlet_domains, plain_form
from riwaya.extract.titles import is_title_line

_LAST_WORD = re.compile(r"(?:نيوز|نت|برس|اونلاين|ميديا|بوست|تايمز|الاخباريه|الاخباري)$")
_FIRST_WORD = re.compile(r"^(?:صحيفه|جريده|وكاله|قناه|موقع|شبكه|بوابه|مجله|اذاعه|تلفزيون)\s+\S")
_WEEKDAY = re.compile(r"(?:^|[\s،,–-])(?:يوم\s+)?(?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)\s*[،,]?\s*$")
# «15 شوال 1436 هـ الموافق» before the same day in the other calendar.
_HIJRI = re.compile(r"\d{1,2}\s*[^\W\d]+(?:\s[^\W\d]+)?\s*1[34]\d{2}\s*ه?ـ?\s*(?:الموافق|[-/،])?\s*$")
_TOWN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?")
_FILED = (
    re.compile(r"\s*م?\s*[،,]?\s*[(/\[]\s*(?P<by>[^()/\[\]\n]{2,40}?)\s*[)/\]]\s*(?:[-–—:|]+\s*)?"),
    re.compile(r"\s*م?\s*[/|–—-]+\s*(?P<by>\w+(?:[ .]\w+){0,3}?)\s*[-–—:|/]+\s*"),
    re.compile(r"\s*م?\s*(?P<by>\w+(?:[ .]\w+){0,3}?)\s*$"),
)
_WAS = ("كان", "كانت", "كانوا")
_NEAR_LINES = 6
_LEAD_REACH = 110


def masthead(lines: Sequence[Line], reasons: Sequence[str]) -> tuple[int, str]:
    """Return the place and text of an outlet's name that stands right above a headline, (-1, "") if there is none."""
    places = [index for index, reason in enumerate(reasons) if not reason][: _NEAR_LINES + 2]
    if len(places) < 3:
        return -1, ""
    first, after = lines[places[0]], [lines[place] for place in places[1:]]
    name = first.text.strip(" |-–—:")
    if not 1 <= word_count(name) <= 4 or re.search(r"[\d.:؟!،«»\"|]", name) or ends_sentence(first.text):
        return -1, ""
    if is_place(name) or plain_form(name) in furniture("whole") or related_marker(first.text) is not None:
        return -1, ""
    if not is_title_line(after[0], after[1:]):
        return -1, ""
    return (places[0], name) if _is_outlet_name(name, [*after[1:], lines[-1]]) else (-1, "")


def _is_outlet_name(name: str, others: Sequence[Line]) -> bool:
    """Return whether words are an outlet's: by what they are, a table, or a dateline or credit that repeats them."""
    folded = plain_form(name)
    if (_LAST_WORD.search(folded) and " " in folded) or (_FIRST_WORD.match(folded) and word_count(name) <= 3):
        return True
    if word_count(name) > 1 and (canonical_outlet(name) != name or name in outlet_domains().values()):
        return True
    if folded in agencies():
        return True
    forms = outlet_forms(name)
    return any(
        word_count(part) <= 5 and plain_form(part) in forms
        for line in others
        for part in re.split(r"[-–—|/:()\[\]،©]", line.text[:_LEAD_REACH])
    )


def dated_dateline(text: str, bounds: DateBounds, *, outlet: str = "") -> tuple[str, str, int] | None:
    """Return the dateline, its date and where both end in «عمّان – السنبلة – 11 يوليو 2018 – قال ...», None for others.

    What stands before the date must be a dateline by itself; behind it may stand nothing, or a dash and the text. A
    place is enough where the agency stands behind the date: «الواحة 11 يوليو 2018 (رويترز) - قال ...».
    """
    head = text[:_LEAD_REACH]
    found = find_dates(head, bounds)
    if not found:
        return None
    folded = fold_with_offsets(head)
    start, end = folded.to_source(found[0].start, found[0].end)
    if is_period(head[:end], bounds):
        return None
    before = _without_weekday(_HIJRI.sub("", head[:start]))
    line = before.strip(" -–—|/:،,(")
    filed = _filed_by(text[end:], outlet)
    if filed:
        place = re.sub(r"\s+في$", "", line)
        # Of what agency a report is, says that the words before its date are a place, however small.
        known = (
            is_place(place) or _TOWN.fullmatch(place) or (line != before.strip() and is_dateline(place, outlet=outlet))
        )
        return (text[: end + filed].strip(" -–—|:\n"), found[0].value, end + filed) if known else None
    behind = re.match(r"\s*م?\s*\)?\s*(?:$|[-–—:|]+\s*)", text[end:])
    if not line or behind is None or not is_dateline(line, outlet=outlet):
        return None
    if line == before.strip() and not (is_place(line) and _opens_report(text[end:])):
        return None
    return line, found[0].value, end + behind.end()


def _opens_report(behind: str) -> bool:
    """Return whether a dash and a verb follow a dateline's date («الخرطوم 3 سبتمبر 2023 — بدأت ...»)."""
    match = re.match(r"\s*م?\s*(?:[–—]|-+)\s*(\w+)", behind)
    return match is not None and is_perfect(plain_form(match[1])) and plain_form(match[1]) not in _WAS


def _without_weekday(before: str) -> str:
    folded = fold_with_offsets(before)
    weekday = _WEEKDAY.search(folded.text)
    return before[: folded.to_source(*weekday.span())[0]] if weekday else before


def _filed_by(behind: str, outlet: str) -> int:
    """Return where the agency (or the outlet itself) that stands right behind a dateline's date ends, 0 for none."""
    for pattern in _FILED:
        match = pattern.match(behind[:_LEAD_REACH])
        if match and (plain_form(match["by"]) in agencies() or plain_form(match["by"]) in outlet_forms(outlet)):
            return match.end()
    return 0
