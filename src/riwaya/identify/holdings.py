"""A person's name with an office beside it, or a ministry that a verb gives to it, as the text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.arabic.normalise import fold
from riwaya.identify import term_words as words
from riwaya.identify.given import Manner, read_manner, words_before
from riwaya.knowledge.names import nation_key
from riwaya.knowledge.roles import Role, before_second_office, is_office, read_role
from riwaya.model import Article, Field, Mention, MentionKind

_BEFORE = 60  # characters before a name in which the verb stands
_BEHIND = 90
_FEMININE = "ت"


@dataclass(frozen=True, slots=True)
class Holding:
    """A role beside its holder's name, as the text has them.

    Attributes:
        post: a verb gives the name the office behind it: "served" (شغل), "began" (تولى, عُيّن), "" where none does.
    """

    role: Role
    mention: Mention
    person: Mention
    end: int
    post: str = ""

    @property
    def start(self) -> int:
        """Return where the holding begins: behind an office of somebody else in one mention with it."""
        return min(self.mention.span.start + before_second_office(self.mention.text), self.person.span.start)


def portfolios(article: Article, persons: Sequence[Mention]) -> Iterator[Holding]:
    """Yield the offices of whom a verb gives a ministry or a presidency: «تولى فلان وزارة المالية»."""
    for person in persons:
        told = words.PORTFOLIO.match(article.text[person.span.end : person.span.end + _BEHIND])
        if told is None:
            continue
        took = words.TOOK_OVER.search(fold(told["took"])) if told["took"] else None
        if not told["took"]:
            took = words.TAKES_OVER.search(plain(article.text[max(0, person.span.start - _BEFORE) : person.span.start]))
        if took is None:
            continue
        if read_manner(words_before(article.text, person.span.end + len(told["took"] or ""))) is Manner.OPEN:
            continue
        role, end = _office_of(told, feminine=took[0].rstrip().endswith(_FEMININE))
        if is_office(role.key):
            yield Holding(role, person, person, person.span.end + end, "served" if took["serves"] else "began")


def appointments(article: Article, persons: Sequence[Mention], mentions: Sequence[Mention]) -> Iterator[Holding]:
    """Yield the offices at a body that a verb gives to a name, of which a reader saw the body alone.

    «عُين فلان مديراً عاماً لسلطة المياه»
    """
    roles = {mention.span.start for mention in mentions if mention.kind is MentionKind.ROLE}
    ends = {person.span.end: person for person in persons}
    for body in mentions:
        if body.kind is not MentionKind.ORG or body.field is not Field.TEXT:
            continue
        reach = max(0, body.span.start - _BEFORE)
        person = next((ends[end] for end in range(body.span.start, reach, -1) if end in ends), None)
        if person is None or person.span.end + 1 in roles:
            continue
        told = words.MADE_HEAD_OF.match(plain(article.text[person.span.end : body.span.start]))
        before = plain(article.text[max(0, person.span.start - _BEFORE) : person.span.start])
        if told is None or not _is_made(told["noun"]) or not words.APPOINTS.search(before):
            continue
        role = read_role(article.text[person.span.end : body.span.end].strip())
        if read_manner(words_before(article.text, person.span.start)) is not Manner.GIVEN:
            continue
        if is_office(role.key):
            yield Holding(role, person, person, body.span.end, "began")


def _is_made(noun: str) -> bool:
    """Return whether a noun is an office's in the accusative («مديرا»)."""
    return noun.endswith(("ا", "ه")) and (is_office(noun) or is_office(noun[:-1]))


def _office_of(told: re.Match[str], *, feminine: bool) -> tuple[Role, int]:
    """Return the office of a ministry's or presidency's head, and where its words end."""
    noun = "رئيس" if told["head"].startswith("رئاسة") else "وزير"
    nation = told["nation"] if told["nation"] and nation_key(fold(told["nation"])) else ""
    own = f" {nation}" if feminine else f" {nation.removesuffix('ة')}"
    title = f"{noun}{'ة' if feminine else ''} {told['of']}{own if nation else ''}"
    return read_role(title), told.end("nation") if nation else told.end("of")


def plain(text: str) -> str:
    """Return a stretch of text folded, without commas, with single spaces; of two paragraphs nothing that matches."""
    return re.sub(r"[\s,]+", " ", fold(text)) if "\n" not in text.strip() else "\n"
