"""Whom a speaker's words refer to: a name in apposition, or the one person or body that a bare noun stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from riwaya.arabic.clitics import bare_form
from riwaya.arabic.tokens import Token, tokenise
from riwaya.attribution import EntityFinder, SpanIndex
from riwaya.compare.evidence import StoryAccount
from riwaya.compare.lexicon import words_of
from riwaya.model import Field, Mention, MentionKind, Span, Statement

# Between an office and the name of its holder: a comma, and titles («، الدكتورة»).
_TITLES = re.compile(r"\s*[،,]?\s*(?:ال\w+\s+){0,2}")
_OFFICE = re.compile(r"\s*(?:(?:ال\w+|باسم|لشؤون)\s+){0,5}")
_MOST = 0.6
_LONGEST_GAP = 30
_LONGEST_TITLE = 60
_MAXIMUM_HOLDERS = 200


class SpeakerFinder:
    """Finds the entity and the names of the speakers of one article."""

    def __init__(self, account: StoryAccount) -> None:
        self._text = account.article.text
        self._entities = EntityFinder(account.mentions, account.links)
        self._mentions = SpanIndex(account.mentions)
        self._persons = [m for m in account.mentions if m.field is Field.TEXT and m.kind is MentionKind.PER]
        self._persons.sort(key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._persons]

    def find(self, statement: Statement) -> tuple[str, list[str]]:
        """Return the speaker's entity, "" where unknown, and the texts that name it."""
        entity, texts = self._entities.find(statement.speaker, statement.speaker_text), [statement.speaker_text]
        if entity or statement.speaker is None or not self._is_office(statement.speaker):
            return entity, texts
        other = self._in_apposition(statement.speaker, statement.cue) or self._meant(statement)
        if other is None:
            return entity, texts
        return self._entities.find(other.span, other.text), [*texts, other.text]

    def _is_office(self, span: Span) -> bool:
        """Return whether the words name an office, and nobody in it."""
        near = self._mentions.overlapping(span)
        length = _MOST * (span.end - span.start)
        offices = [m for m in near if m.kind is MentionKind.ROLE and m.span.end - m.span.start >= length]
        return bool(offices) and all(mention.kind is not MentionKind.PER for mention in near)

    def _next_person(self, start: int) -> Mention | None:
        index = bisect_left(self._starts, start)
        return self._persons[index] if index < len(self._persons) else None

    def _in_apposition(self, speaker: Span, cue: Span) -> Mention | None:
        person = self._next_person(speaker.end)
        if person is None or person.span.start - speaker.end > _LONGEST_GAP:
            return None
        gap = Span(speaker.end, person.span.start)
        if gap.start == gap.end or gap.overlaps(cue) or not _TITLES.fullmatch(gap.of(self._text)):
            return None
        return person

    def _meant(self, statement: Statement) -> Mention | None:
        """Return the person whom «الوزيرة» stands for: the only one so called before it, None where there are two."""
        tokens = tokenise(statement.speaker_text)
        if len(tokens) != 1 or not tokens[0].form.startswith("ال") or statement.speaker is None:
            return None
        head = bare_form(tokens[0].text)
        if head in words_of("vague speaker"):
            return None
        holders: dict[str, Mention] = {}
        for token in self._heads.get(head, ()):
            if token.start >= statement.speaker.start:
                break
            person = self._next_person(token.end)
            if person is None or person.span.start - token.end > _LONGEST_TITLE:
                continue
            if person.span.start > token.end and _OFFICE.fullmatch(self._text, token.end, person.span.start):
                holders[self._entities.find(person.span, person.text) or person.text] = person
        return next(iter(holders.values())) if len(holders) == 1 else None

    @cached_property
    def _heads(self) -> dict[str, Sequence[Token]]:
        """The words of the text by their term, in order, the first of each."""
        found: dict[str, list[Token]] = {}
        for token in tokenise(self._text):
            if token.kind == "word" and len(held := found.setdefault(bare_form(token.text), [])) < _MAXIMUM_HOLDERS:
                held.append(token)
        return dict(found)
