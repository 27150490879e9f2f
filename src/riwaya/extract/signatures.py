"""Who signs an article at its foot: «كتب: ...», «(إعداد ... - تحرير ...)», a reporter's name alone."""

from __future__ import annotations

import re

from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.normalise import fold
from riwaya.extract.attributions import initials
from riwaya.extract.datelines import is_agency, is_person_shaped, is_place
from riwaya.extract.lines import ends_sentence, word_count
from riwaya.extract.tables import starts

_LONGEST = 110
_PIECES = re.compile(r"\s+[-–—|]\s+|\s*[|؛;]\s*|\s*[،,/]\s*|\s+-|-\s+")
_EDITION = re.compile(r"\s+(?:لل|في ال|من ال|ل)(?:نشرة|خدمة|موقع|قسم)\S*(?:\s+\S+){0,2}$")
_FROM = re.compile(r"\s+(?:من|في)\s+\S+(?:\s+\S+)?$")
_AND = re.compile(r"(?<=\S)\s+و(?=\w{3,})")
# An indefinite accusative, a preposition or a particle: no name holds one.
_OF_SENTENCES = re.compile(
    r"ًا?(?!\w)|اً|(?<!\S)(?:في|من|إلى|الى|على|عن|أن|ان|إن|قد|لن|لا|له|لها|مع|هو|هي|بعد|قبل)(?!\S)"
)
_DESK = re.compile(r"^(?:ال)?(?:قسم|مكتب|فريق|هييه|غرفه|وحده|وكاله|وكالات|محرر|موقع|صحيفه|جريده|قناه|شبكه|بوابه)(?!\w)")


def signature(text: str, *, bare: bool = True) -> tuple[str, ...] | None:
    """Return the people that a line at an article's foot names as its makers, () for a desk; None for any other line.

    Args:
        text: the line.
        bare: whether a name counts without a label, alone or beside its town («بيروت - سليم الحداد»).
    """
    line = text.strip()
    if not line or len(line) > _LONGEST:
        return None
    bracketed = line[0] in "([" and line.rstrip(".")[-1:] in (")", "]")
    inner = line.rstrip(".").strip("()[]*- –—") if bracketed else line.strip(" *-–—")
    if starts("prefix", "byline").match(fold(inner)):
        return _labelled(inner.rstrip("."), stopped=inner.endswith("."))
    if not bare or (ends_sentence(line) and not bracketed):
        return None
    pieces = [piece.strip() for piece in _PIECES.split(inner) if piece.strip()]
    people = [piece for piece in pieces if _is_reporter(piece)]
    return tuple(people) if people and all(_is_frame(piece) for piece in pieces if piece not in people) else None


def _labelled(line: str, *, stopped: bool) -> tuple[str, ...] | None:
    """Return the names behind the labels of a line; None where something else follows («تحرير المدينة من الحصار»)."""
    names: list[str] = []
    understood = False
    apart = awaited = False
    for piece in _PIECES.split(line):
        label = starts("prefix", "byline").match(fold(piece).lstrip())
        rest = piece.lstrip()[len(label.group()) :] if label is not None else piece
        if label is not None:
            apart = label["phrase"].endswith(":") or bool(re.match(r"\s*(?:[:*]|$)", rest))
        rest = _FROM.sub("", _EDITION.sub("", rest.strip(" :*()"))).strip()
        named = apart and (label is not None or awaited)
        awaited = label is not None and not rest
        if rest and (_is_desk(rest) or _is_reporter(rest) or initials(rest) or (named and _may_be_name(rest))):
            understood = True
            names.extend(_people(rest))
        elif label is not None and rest:
            return None
    return tuple(dict.fromkeys(names)) if understood and (apart or not stopped) else None


def _people(text: str) -> list[str]:
    """Return the single names of «هالة المنذري ورامي الكرمي»; none of a desk or an agency."""
    parts = _AND.split(text)
    whole = parts if len(parts) > 1 and all(2 <= word_count(part) <= 4 for part in parts) else [text]
    return [name for name in whole if not _is_desk(name)]


def _is_desk(text: str) -> bool:
    return bool(_DESK.match(fold(text))) or is_agency(text)


def _may_be_name(text: str) -> bool:
    """Return whether what follows a label and a colon can be a name, or two: a few words, none of a sentence."""
    words = fold(text).split()
    named = words[0] in load_given_names() or not words[0].startswith("ال")
    return 2 <= len(words) <= 7 and named and not re.search(r"[\d:؟?!\"«»]", text) and not _OF_SENTENCES.search(text)


def _is_reporter(text: str) -> bool:
    """Return whether words without a label are a person's name, or two joined: the first word is a known given name."""
    if "(" in text:
        return False
    for part in _AND.split(text):
        words = fold(part).split()
        if not 2 <= len(words) <= 3 or words[0] not in load_given_names() or not is_person_shaped(part):
            return False
        if is_place(part) or _OF_SENTENCES.search(part):
            return False
    return True


def _is_frame(text: str) -> bool:
    """Return whether a piece beside a reporter's name is his town, agency or desk."""
    return is_place(text) or _is_desk(text)
