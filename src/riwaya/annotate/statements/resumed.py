"""A cue whose «أن» stands far behind, set off by a comma: «أكد التقرير، الذي نشرته المنظمة على موقعها، أن ...»."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, strip_conjunction
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.targets import Target, behind

_WITHIN = 40
_NOMINAL = ("object", "attached", "preposition")
# «إن» behind these only restates or asks.
_OTHERWISE = frozenset(("كان", "كانت", "لم"))


def resumed(reading: Reading, target: Target | None, limit: int) -> Target | None:
    """Return the clause that a comma and «أن» open behind a supposed noun phrase, else the target as it is.

    Between the cue and its «أن» may stand what qualifies the speaker, and a noun in it is no content.
    """
    if target is None or target.kind not in _NOMINAL or target.quotation is not None:
        return target
    place = target.first
    end = min(limit - 1, target.first + _WITHIN)
    while place < end:
        form = reading.forms[place]
        if form == '"':
            quotation = reading.opens_quotation(place)
            place = quotation.last + 1 if quotation is not None and quotation.closed else place + 1
            continue
        if place > target.first and _speaks(reading, place):
            return target
        if form == "," and resumes(reading, place + 1):
            return behind(reading, "that", place + 1, place + 2, limit) or target
        place += 1
    return target


def resumes(reading: Reading, index: int) -> bool:
    """Return whether «أن» or «إنه» opens a clause here, so that a cue before a comma goes on."""
    form = reading.forms[index] if index < len(reading.forms) else ""
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    return form in COMPLEMENTISERS and not form.startswith("ب") and following not in _OTHERWISE


def _speaks(reading: Reading, place: int) -> bool:
    """Return whether another cue stands here that may govern the «أن»."""
    item = cue_forms().get(strip_conjunction(reading.forms[place]))
    if item is None or place in reading.names_by_token or item.pronoun:
        return False
    return item.part == "participle" or (item.part in ("past", "present") and item.third and "that" in item.cue.frames)
