"""What every rule about statements looks at: folded forms, quotations and sentences of one document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from riwaya.annotate.document import Document
from riwaya.annotate.statements.initials import forms_of
from riwaya.annotate.statements.lexicon import cue_forms, words
from riwaya.annotate.statements.quotations import Quotation, double_single_marks, find_quotations
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.model import Field, Mention, MentionKind, Span


class Name(NamedTuple):
    """A named mention in tokens: one past its last token, its kind, and the letters of a clitic before it."""

    end: int
    kind: MentionKind
    offset: int


@dataclass(frozen=True)
class Reading:
    """One document prepared for the rules.

    Attributes:
        forms: folded form of each token.
        quotations: in order of their first mark.
        quotation_of: index of the innermost quotation that encloses each token (marks included), or -1.
        sentences: first and one-past-last token of each sentence; a quotation is never cut.
        sentence_of: index of each token's sentence.
    """

    document: Document
    text: str
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    quotation_of: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    sentence_of: tuple[int, ...]
    mentions: tuple[Mention, ...]
    passed_on: frozenset[int] = frozenset()  # tokens of adverbial attributions

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The folded forms that occur in the document."""
        return frozenset(self.forms)

    @cached_property
    def short_names(self) -> frozenset[str]:
        """First words of persons' names that are also function words («لي», «لو»)."""
        persons = (first for first, name in self.names_by_token.items() if name.kind is MentionKind.PER)
        return frozenset(self.forms[first] for first in persons) & {"لي", "لو"}

    @cached_property
    def _persons_by_end(self) -> dict[int, int]:
        """One past the last token of a person's name → its first token."""
        return {name.end: first for first, name in self.names_by_token.items() if name.kind is MentionKind.PER}

    def person_before(self, index: int) -> tuple[int, int] | None:
        """Return the tokens of a person's name that ends right before the token, a comma between them or none."""
        end = index - 1 if index and self.forms[index - 1] == "," else index
        first = self._persons_by_end.get(end)
        return (first, end) if first is not None else None

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Last words of persons' names of two words or more: such a word alone names the same person."""
        names = self.names_by_token.items()
        return frozenset(
            self.forms[name.end - 1] for first, name in names if name.kind is MentionKind.PER and name.end > first + 1
        )

    @cached_property
    def other_persons(self) -> frozenset[int]:
        """First tokens of persons, or of their titles, right behind a whole office that is not theirs.

        «حذر رئيس الجامعة | الباحث سليم الحداد من», but «محامي | الحداد» is one phrase.
        """
        starts = {each.span.start for each in self.mentions if each.kind is MentionKind.PER or each.holder_id}
        nations = {each.span.end for each in self.mentions if each.kind in (MentionKind.NORP, MentionKind.GPE)}
        found = set()
        for role in self.mentions:
            if role.field is not Field.TEXT or role.kind is not MentionKind.ROLE or role.holder_id:
                continue
            whole = role.span.end in nations or is_definite(fold(role.text.split()[-1]))
            if whole and role.span.end + 1 in starts:
                found.add(bisect_right(self.document.token_starts, role.span.end + 1) - 1)
        return frozenset(found)

    @cached_property
    def names_by_token(self) -> dict[int, Name]:
        """First token of a named mention → where it ends and what it names."""
        starts = self.document.token_starts
        found: dict[int, Name] = {}
        for mention in self.mentions:
            if mention.field is Field.TEXT and mention.kind is not MentionKind.ROLE:
                first = bisect_right(starts, mention.span.start) - 1
                if self.forms[first][0] == "و" and self.forms[first][1:] in cue_forms():
                    first += 1
                offset = max(0, mention.span.start - starts[first])
                found[first] = Name(bisect_left(starts, mention.span.end), mention.kind, offset)
        return found

    def span(self, first: int, end: int) -> Span:
        """Return the characters from token `first` to before token `end`."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def is_word(self, index: int) -> bool:
        """Return whether the token is a word."""
        return self.tokens[index].kind == "word"

    def opens_quotation(self, index: int) -> Quotation | None:
        """Return the quotation whose first mark is this token; none behind the last one."""
        if index >= len(self.forms) or self.forms[index] != '"':
            return None
        at = bisect_left(self.quotations, index, key=lambda quotation: quotation.first)
        if at < len(self.quotations) and self.quotations[at].first == index:
            return self.quotations[at]
        return None


def read_document(document: Document, mentions: Sequence[Mention]) -> Reading:
    """Return the document prepared for the rules."""
    lines = _line_numbers(document.text, document.tokens)
    tokens = double_single_marks(document.text, document.tokens, lines)
    quotations = tuple(find_quotations(document.text, tokens, lines))
    quotation_of = [-1] * len(tokens)
    for number, quotation in enumerate(quotations):
        if quotation.last - quotation.first < _LONGEST_QUOTATION:
            quotation_of[quotation.first : quotation.last + 1] = [number] * (quotation.last + 1 - quotation.first)
    sentences = _sentences(document, quotations)
    sentence_of = [0] * len(tokens)
    for number, (first, end) in enumerate(sentences):
        sentence_of[first:end] = [number] * (end - first)
    forms = forms_of(tokens)
    return Reading(
        document,
        document.text,
        tokens,
        forms,
        quotations,
        tuple(quotation_of),
        sentences,
        tuple(sentence_of),
        tuple(mentions),
    )


_LONGEST_QUOTATION = 2000


def _line_numbers(text: str, tokens: Sequence[Token]) -> list[int]:
    numbers: list[int] = []
    line, seen = 0, 0
    for token in tokens:
        line += text.count("\n", seen, token.start)
        seen = token.start
        numbers.append(line)
    return numbers


def _sentences(document: Document, quotations: Sequence[Quotation]) -> tuple[tuple[int, int], ...]:
    """Return token ranges of sentences, joined where a boundary falls inside a closed quotation."""
    starts = document.token_starts
    found: list[tuple[int, int]] = []
    inside_until = -1
    following = iter(quotations)
    quotation = next(following, None)
    for sentence in document.sentences:
        first, end = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first == end:
            continue
        joined = bool(found) and first <= inside_until
        while quotation is not None and quotation.first < end:
            if quotation.last - quotation.first < _LONGEST_QUOTATION:
                inside_until = max(inside_until, quotation.last)
            quotation = next(following, None)
        if joined:
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
    return tuple(found)


def is_definite(form: str) -> bool:
    """Return whether a folded word carries the article."""
    return form.startswith("ال") and len(form) > 3


def is_time(form: str) -> bool:
    """Return whether a folded word is an adverb of time or manner that may stand between cue and speaker."""
    return form in words("time")
