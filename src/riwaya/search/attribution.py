"""Which entity a span of an article names, by the mentions and links found in it."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Field, Link, Mention, MentionKind, Span

# A named speaker outranks the office before the name, and that one the body or nation inside the office's title.
_RANK = {MentionKind.PER: 0, MentionKind.ROLE: 1, MentionKind.OUTLET: 2, MentionKind.ORG: 3, MentionKind.GPE: 4}
_COVERING = 0.5


class EntityFinder:
    """Finds the entity of any span of one article's text."""

    def __init__(self, mentions: Iterable[Mention], links: Iterable[Link]) -> None:
        linked = {link.mention_id: link.entity_id for link in links}
        self._mentions = sorted(
            (mention for mention in mentions if mention.field is Field.TEXT), key=lambda mention: mention.span
        )
        self._entity_of = {mention.id: linked.get(mention.id, "") for mention in self._mentions}
        self._entity_of |= {
            mention.id: self._entity_of.get(mention.holder_id, "") for mention in self._mentions if mention.holder_id
        }

    def find(self, span: Span | None) -> str:
        """Return the id of the entity that the span names, "" where none is known.

        A person inside the span is it; else an office whose holder is known; else a body, outlet or place that
        makes up most of the span. A nation inside an office's title never is.
        """
        if span is None:
            return ""
        best: tuple[int, int] | None = None
        entity = ""
        has_role = any(m.kind is MentionKind.ROLE and m.span.overlaps(span) for m in self._mentions)
        for mention in self._mentions:
            found = self._entity_of[mention.id]
            if not found or mention.kind not in _RANK or not mention.span.overlaps(span):
                continue
            covered = min(mention.span.end, span.end) - max(mention.span.start, span.start)
            rank = _RANK[mention.kind]
            if rank >= 2 and (has_role or covered < _COVERING * (span.end - span.start)):
                continue
            if best is None or (rank, mention.span.start) < best:
                best, entity = (rank, mention.span.start), found
        return entity
