"""Datelines: where and through whom a report was filed («واشنطن | جو-برس», «بيروت - رويترز», «دبي (CNN)—»)."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.normalise import fold
from riwaya.extract.attributions import split_sources
from riwaya.extract.lines import ends_sentence, word_count
from riwaya.extract.tables import agencies, plain_form, rows

_SEPARATOR = re.compile(r"\s*(?:[|/:،,؛•]|(?<=\s)[-–—]+(?=\s|$)|(?<=[^\W\d_])[–—]|--)\s*")
_MEDIA = re.compile(r"(?:برس|نيوز|نت|وكاله|صحيفه|جريده|قناه|موقع|اونلاين|تايمز|ميديا|بوست)(?!\w)")
_WHEN = re.compile(
    r"^[\d\s/.-]+$|^\d{1,2}\s+\S+(?:\s+\d{4})?$|^(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت)(?!\w)"
)
_OFTEN = 15  # percent: how often a word must be a given name
_DOUBLE = re.compile(r"^\s*([^.\n\"«“؟!:()]{2,30}?\s+[-–—/|]{1,3}\s+[^.\n\"«“؟!:()]{2,30}?\s+[-–—]{1,3})\s+\S")
_LEAD = re.compile(
    r"^\s*(?P<line>[^.\n\"«“؟!:()]{2,30}?\s+[-–—/|]{1,3}\s+[^.\n\"«“؟!:()]{2,30}?\s*:)\s+\S|^\s*(?P<bracketed>[^.\n\"«“؟!]{2,70}?\s*(?:\([^()\n]{2,40}\))\s*(?:[-–—:]{1,3}))\s*\S|^\s*(?P<short>[^.\n\"«“؟!:()]{2,50}?\s+(?:[-–—]{1,3}))\s+\S"
)


@cache
def _places() -> frozenset[str]:
    return frozenset(plain_form(name) for (name,) in rows("dateline_places.tsv", 1))


def _parts(text: str) -> list[str]:
    pieces = [piece for part in _SEPARATOR.split(text) for piece in re.split(r"[()\[\]«»\"“”]", part)]
    return [piece.strip(" .-–—:|") for piece in pieces if piece.strip(" .-–—:|")]


def is_place(text: str) -> bool:
    """Return whether the words are a city (or country) that datelines name."""
    form = plain_form(text)
    return form in _places() or form.removeprefix("مدينه ") in _places()


def is_agency(text: str) -> bool:
    """Return whether the words name a news agency."""
    return plain_form(text) in agencies()


def names_outlet(text: str) -> bool:
    """Return whether words hold what outlets are called («برس», «صحيفة», «نت»)."""
    return bool(_MEDIA.search(fold(text)))


def is_dateline(text: str, *, outlet: str = "") -> bool:
    """Return whether a whole line is a dateline: short, no sentence, a place or agency set off from the rest."""
    if word_count(text) > 12 or len(text) > 90 or "©" in text or ends_sentence(re.sub(r"[أادبشف]\.", "", text)):
        return False
    parts = _parts(text)
    if not parts or any(word_count(part) > 5 for part in parts):
        return False
    if len(parts) > 1 and not all(_files(part, outlet) for part in parts[1:]):
        return False  # «موسكو: عقوبات أميركا "تستهدف شعبنا"» is a headline
    place = is_place(parts[0])
    names = any(is_agency(part) or (outlet and plain_form(part) == plain_form(outlet)) for part in parts)
    if len(parts) == 1:
        return place or (names and not place)
    # An unknown city is one word beside an agency; more words there are a desk or a section.
    agency = any(map(is_agency, parts[1:])) and word_count(parts[0]) == 1
    return place or (agency and word_count(text) <= 8)


def _files(part: str, outlet: str) -> bool:
    """Return whether a part of a dateline says through whom or whence a report came, or when."""
    known = is_place(part) or is_agency(part) or plain_form(part) in outlet_forms(outlet)
    return known or bool(_MEDIA.search(fold(part)) or _WHEN.search(fold(part))) or is_reporter(part)


def is_reporter(text: str) -> bool:
    """Return whether words are a name of two to four parts that begins with a usual given name."""
    words = plain_form(text).split()
    return 2 <= len(words) <= 4 and words[0] in _given_names() and all(word.isalpha() for word in words)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(form for form, given, *_ in rows("name_parts.tsv", 5) if int(given) >= _OFTEN)


def is_dateline_shaped(text: str) -> bool:
    """Return whether a line right under a title has a dateline's shape: two short parts («الواحة | نبأ-برس»)."""
    parts = re.split(r"\s*\|\s*|\s*\(", text.strip().rstrip(")"))
    return (
        len(parts) == 2
        and all(1 <= word_count(part) <= 3 for part in parts)
        and len(text) <= 45
        and not re.search(r"[\d.:؟!]", text)
    )


def inline_dateline(lead: str, *, outlet: str = "") -> str:
    """Return the dateline at the head of a lead paragraph («دبي (CNN)— قال ...»), "" if there is none."""
    for match in _leads(lead[:140]):
        written = match.strip()
        parts = _parts(written)
        shaped = "(" in written and len(parts) == 2 and all(word_count(part) <= 3 for part in parts)
        named = parts and (
            is_place(parts[0]) or any(is_agency(part) or plain_form(part) in outlet_forms(outlet) for part in parts)
        )
        if shaped or (named and word_count(written) <= 12):
            return written.rstrip("-–—: ").strip()
    return ""


def _leads(text: str) -> list[str]:
    """Return what stands before a dash, a colon or a closed bracket at the head of a text, the longest kind first."""
    patterns = (_DOUBLE, _LEAD)
    return [next(filter(None, match.groups())) for pattern in patterns if (match := pattern.match(text))]


@cache
def outlet_forms(outlet: str) -> frozenset[str]:
    """Return the folded names of an outlet: in full, in brackets («وكالة أنباء X (وسن)»), and its bare name."""
    forms = {plain_form(part) for part in re.split(r"[()|]", outlet)} | {plain_form(outlet)}
    short = {
        re.sub(r"^(?:وكاله|صحيفه|جريده|قناه|موقع|شبكه|بوابه|يوميه)\s+|\s+(?:للانباء|نت|اونلاين|نيوز)$", "", form)
        for form in forms
    }
    again = {re.sub(r"\s+(?:للانباء|نت|اونلاين|نيوز)$", "", form) for form in short}
    return frozenset(form for form in forms | short | again if len(form) > 2)


def dateline_sources(dateline: str) -> list[str]:
    """Return the agencies that a dateline names, as written."""
    found = [source for part in _parts(dateline) for source in split_sources(part) if is_agency(source)]
    # «الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس»
    return found or [word for word in dateline.split()[1:][-1:] if is_agency(word)]


def dateline_people(dateline: str) -> list[str]:
    """Return what a dateline names that is neither place nor agency: the reporter."""
    people = []
    for part in _parts(dateline)[1:]:
        if (
            not is_place(part)
            and not is_agency(part)
            and is_person_shaped(part)
            and 2 <= word_count(part) <= 4
            and not re.search(r"[\d.]", part)
        ):
            people.append(part)
    return people


def dateline_outlet(dateline: str) -> str:
    """Return the outlet that a dateline names («الواحة | نبأ-برس»), "" if none is recognisable as one."""
    named = [part for part in dateline.split("|")[1:] if not is_agency(part) and not is_place(part)]
    return next((part.strip() for part in named if _MEDIA.search(fold(part))), "")


def is_person_shaped(text: str) -> bool:
    """Return whether the words can be a reporter's name: two to four words, no digits, no label."""
    return (
        2 <= word_count(text) <= 4
        and not re.search(r"[\d:|/@]", text)
        and not re.search(r"وكال|موقع|صحيف|جريد|قنا[هة]|نيوز|بواب|قسم|مكتب| نت(?!\w)|برس(?!\w)", fold(text))
    )
