"""Offices in the accusative behind a name are that name's: «كلا من سعد أميناً عاماً وكريم نائباً للرئيس وفؤاد ناطقاً».

Of such a list a reader may tie an office to the name behind it, or to nobody; so with «علي قائماً بأعمال وزير العدل».
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.holders.apposition import is_his_mans, is_made_by
from riwaya.annotate.holders.genitives import is_genitive
from riwaya.annotate.holders.parting import BECOMES
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind

_STANDS_IN = re.compile(r"^\s*[،,]?\s*(?:قايما|قايمه) (?:باعمال|بمهام) $")
_PARTED = re.compile(r"^\s*(?:[،,؛.]\s*و?|و)")  # «نائباً للرئيس | وكريم سعد»
_NEAR = 24  # characters between a name and its office


def settle_made(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of a field in text order, each office that is given behind a name tied to that name."""
    persons = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    ends = {person.span.end: person for person in persons.values()}
    own: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind is MentionKind.ROLE and mention.holder_id:
            own[mention.holder_id].append(mention)
    found = []
    for mention in mentions:
        holder = persons.get(mention.holder_id)
        near = _named_before(document, mention, ends) if mention.kind is MentionKind.ROLE else None
        if near is not None and is_made_by(document, mention, near, own[near.id]):
            near = None
        free = holder is None or _is_next(document, mention, holder)
        found.append(replace(mention, holder_id=near.id) if near is not None and free else mention)
    return found


def _named_before(document: Document, role: Mention, ends: dict[int, Mention]) -> Mention | None:
    """Return the person right behind whose name an office is given, None where there is none."""
    text, start = document.text, role.span.start
    end = next((end for end in range(start, max(0, start - _NEAR), -1) if end in ends), -1)
    if end < 0:
        return None
    if is_genitive(text, ends[end].span.start):
        return None
    if is_his_mans(role) and not text[end:start].strip():
        return None
    gap = fold(text[end:start])
    made = not gap.strip(" ،,") and BECOMES.match(fold(text[start : role.span.end + 3]))
    return ends[end] if made or _STANDS_IN.match(gap) else None


def _is_next(document: Document, role: Mention, holder: Mention) -> bool:
    """Return whether a reader ties an office to a name behind it that «و» or a comma parts from it."""
    behind = document.text[role.span.end : holder.span.start]
    return holder.span.start >= role.span.end and _PARTED.match(behind) is not None
