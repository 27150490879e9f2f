"""Offices as clues: who is given a title writes of the days on which it was theirs."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.knowledge.offices import possible_days
from riwaya.model import Bearing, Clue, ClueKind, Field, Mention, MentionKind

_MOST = 6


def find_office_clues(mentions: Sequence[Mention]) -> list[Clue]:
    """Return one clue for each title of a person whose term the table of offices has, in text order, at most six."""
    holders = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    found: dict[str, Clue] = {}
    for role in sorted(mentions, key=lambda mention: (mention.field is Field.TEXT, mention.span)):
        holder = holders.get(role.holder_id)
        if role.kind is not MentionKind.ROLE or holder is None or len(found) >= _MOST:
            continue
        stretches = possible_days(role.text, holder.text)
        if not stretches:
            continue
        value = "|".join(
            f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}" for first, last in stretches
        )
        text = f"{role.text} {holder.text}" if role.span.start < holder.span.start else role.text
        found.setdefault(value, Clue(ClueKind.OFFICE, Bearing.OPEN, value, 0, role.field, role.span, text))
    return list(found.values())
