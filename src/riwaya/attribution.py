"""What stands at a span of an article, and which entity a span names, by the mentions and links found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from riwaya.model import Field, Link, Mention, MentionKind, Span

# A named speaker outranks the office before the name, and that one the body or nation inside the office's title.
_RANK = {MentionKind.PER: 0, MentionKind.ROLE: 1, MentionKind.OUTLET: 2, MentionKind.ORG: 3, MentionKind.GPE: 4}
_COVERING = 0.5
_CLITICS = 2  # characters of particles before a word


class Located(Protocol):
    """A record with a span in one field of an article."""

    @property
    def field(self) -> Field:
        """The field that the span points into."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Found = TypeVar("Found", bound=Located)


class SpanIndex(Generic[Found]):
    """What was found in a text, by position: those at a span are reached without reading all of a long text's."""

    def __init__(self, records: Iterable[Found]) -> None:
        in_text = [record for record in records if record.field is Field.TEXT]
        self._records = sorted(in_text, key=lambda record: record.span)
        self._starts = [record.span.start for record in self._records]
        self._longest = max((record.span.end - record.span.start for record in self._records), default=0)

    def overlapping(self, span: Span) -> list[Found]:
        """Return those that share a character with the span, in text order."""
        first = bisect_left(self._starts, span.start - self._longest)
        near = self._records[first : bisect_left(self._starts, span.end)]
        return [record for record in near if record.span.overlaps(span)]

    def within(self, span: Span) -> list[Found]:
        """Return those that the span contains, in text order."""
        return [record for record in self.overlapping(span) if span.contains(record.span)]


class EntityFinder:
    """Finds the entity of any span of one article's text."""

    def __init__(self, mentions: Iterable[Mention], links: Iterable[Link]) -> None:
        self._mentions = SpanIndex(mentions)
        self._linked = {link.mention_id: link.entity_id for link in links}

    def find(self, span: Span | None) -> str:
        """Return the id of the entity that the span names, "" where none is known.

        A person inside the span is it; else an office whose holder is known and with which the span begins («نجل
        الرئيس» is not he); else a body, outlet or place that makes up most of the span. A nation inside an office's
        title never is.
        """
        if span is None:
            return ""
        near = self._mentions.overlapping(span)
        has_role = any(mention.kind is MentionKind.ROLE for mention in near)
        ranked = []
        for mention in near:
            entity = self._entity_of(mention)
            rank = _RANK.get(mention.kind)
            if not entity or rank is None:
                continue
            if mention.kind is MentionKind.ROLE and mention.span.start > span.start + _CLITICS:
                continue
            covered = min(mention.span.end, span.end) - max(mention.span.start, span.start)
            if rank < _RANK[MentionKind.OUTLET] or not (has_role or covered < _COVERING * (span.end - span.start)):
                ranked.append((rank, mention.span.start, entity))
        return min(ranked)[2] if ranked else ""

    def _entity_of(self, mention: Mention) -> str:
        """Return a mention's entity; a role's is its holder's."""
        return self._linked.get(mention.holder_id or mention.id, "")
