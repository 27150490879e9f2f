"""Lines that say by whom and from where an article is: bylines, captions, credits."""

from __future__ import annotations

import re

from riwaya.arabic.normalise import fold, fold_with_offsets
from riwaya.extract.lines import ends_sentence, word_count
from riwaya.extract.tables import agencies, plain_form, starts

_CAPTION_END = re.compile(
    r"(?:\((?:[^()]{0,30}[-–/:،]\s*)?(?:ارشيفي[هة]?|ارشيف|الارشيف|صوره|getty(?: images)?|غيتي(?: ايمجز)?|جيتي(?: ايمجز)?|انترنت|الانترنت|مواقع التواصل[^()]{0,20}|"  # noqa: E501
    r"تويتر|فيسبوك|اكس)\)|(?:getty images|غيتي ايمجز|shutterstock|شاترستوك|istock|©\s*\S.{0,30}))\s*\.?$"
)
_DESK = re.compile(r"^(?:ال)?(?:قسم|مكتب)(?:\s+\S+){1,2}\s+(?:عن|نقلا عن)\s+")
_INITIALS = re.compile(r"^\(?[\u0621-\u064a](?:\s?[./]\s?[\u0621-\u064a]){1,3}\s?[./]?\)?$")
_VERB = re.compile(r"\s(?:قال|قالت|ان|انه|انها|اكد|اكدت|اعلن|اعلنت|فان|التي|الذي|مساء|صباح|بان)\s")


def byline(text: str) -> str | None:
    """Return the name behind a byline label («كتب: ...», «بقلم ...»), None for any other line."""
    folded = fold(text).strip()
    match = starts("prefix", "byline").match(folded)
    if match is None or word_count(text) > 9 or ends_sentence(text) or len(text) > 90:
        return None
    rest = folded[match.end() :]
    if (
        not match["phrase"].endswith(":")
        and not re.search(r"[:\-–/|]", rest)
        and (word_count(rest) > 4 or _VERB.search(rest + " "))
    ):
        return None
    parts = re.split(r"[:\-–/|]", text, maxsplit=1)
    name = parts[1] if len(parts) == 2 and parts[1].strip() else " ".join(text.split()[1:])
    return name.strip(" :-–|/*.")


def caption(text: str) -> bool:
    """Return whether a line is a picture's caption or credit."""
    if word_count(text) > 30 or len(text) > 220:
        return False
    folded = fold(text).strip()
    match = starts("prefix", "caption").match(folded)
    if match and (
        not folded[match.end() :].strip()
        or re.match(r"\s*[:،,\-–/|©(]", folded[match.end() :])
        or match["phrase"].endswith(":")
    ):
        return True
    return bool(_CAPTION_END.search(folded)) and not ends_sentence(re.sub(r"\([^()]*\)\s*$", "", text))


def credit(text: str) -> tuple[str, ...] | None:
    """Return the sources that a credit line names («المصدر: ...», «(رويترز)», «وكالات»), None for any other line."""
    if len(text) > 140 or word_count(text) > 14:
        return None
    stripped = re.sub(r"^[\s*+\-–—•|/]+|[\s.|]+$", "", text)
    folded = fold_with_offsets(stripped)
    label = starts("prefix", "credit").match(folded.text)
    if label is None:
        inner = _DESK.sub("", stripped.strip('()[]«» -–—"'))
        return tuple(split_sources(inner)) if inner and _all_agencies(inner) else None
    rest = stripped[folded.to_source(label.end(), len(folded.text))[0] :]
    names = rest.strip(" :/|–-\u064b")
    if not names or len(names) > 90:
        return None
    separated = re.match(r"[\s\u064b]*[:/|–\-]", rest) or label["phrase"].endswith((":", "/", "-"))
    quoted = label["phrase"].startswith("نقلا") and word_count(names) <= 5 and not _VERB.search(fold(names) + " ")
    return tuple(split_sources(names)) if separated or quoted or _all_agencies(names) else None


def initials(text: str) -> bool:
    """Return whether a line is nothing but a reporter's initials («ق.ر», «م / ع»)."""
    return bool(_INITIALS.match(text.strip()))


def split_sources(names: str) -> list[str]:
    """Return the single sources of «فرانس24/ أ ف ب» or «رويترز + وكالات», as written."""
    parts = re.split(r"\s*[/+،,|&]\s*|\s+[-–—]\s+|\s+و(?=الوكالات|وكالات|رويترز|أ\s?ف\s?ب|أ ب)", names)
    return [name for part in parts if (name := _bare_name(part))]


def _bare_name(text: str) -> str:
    name = re.sub(r"^(?:عن|من)\s+", "", text.strip(" ()[]«»“”.*"))
    if re.match(r"(?:ال)?(?:قسم|مكتب|فريق)(?!\w)", name):
        return ""
    return name.replace('"', "") if name.count('"') % 2 or name.startswith('"') else name


def _all_agencies(names: str) -> bool:
    parts = split_sources(names)
    known = [part for part in parts if plain_form(part) in agencies()]
    return bool(known) and len(known) * 2 >= len(parts) and all(word_count(part) <= 4 for part in parts)
