"""Armed units named after a body or a man: «كتائب حزب الله» is a body of its own, not the party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.model import Mention, MentionKind, Span

_UNIT = re.compile(r"(?<!\w)[وفبلك]?(?P<unit>كتائب|كتيبة|سرايا|سرية|لواء|ألوية)\s$")
_REACH = 12


def join_units(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, those of bodies behind the noun of an armed unit as long as the unit's name.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    ends = {mention.span.end for mention in mentions}
    found = []
    for mention in mentions:
        start = mention.span.start
        told = _UNIT.search(document.text, max(0, start - _REACH), start) if mention.kind is MentionKind.ORG else None
        if told is None or told.end("unit") in ends:
            found.append(mention)
            continue
        span = Span(told.start("unit"), mention.span.end)
        identity = Mention.make_id(mention.article_id, mention.field, span, mention.kind)
        found.append(replace(mention, id=identity, span=span, text=span.of(document.text)))
    return found
