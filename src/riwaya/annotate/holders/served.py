"""Aides and relatives of who is named with his office: «محامي الرئيس سليم الحداد، كريم سعد، إن» names two.

The owner's name ends his aide's role; the title before it is the owner's, the role the name's that stands in apposition
behind it or before it («كريم سعد، محامي الرئيس سليم الحداد، إن»).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.document import Document
from riwaya.annotate.holders.noun_phrases import is_person_noun
from riwaya.annotate.mentions.lexicon import body_heads, nation_words, role_words, words
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.names import fold_name
from riwaya.arabic.tokens import Token
from riwaya.knowledge.names import without_article
from riwaya.knowledge.offices import is_ever_titled
from riwaya.knowledge.roles import is_office, read_role
from riwaya.knowledge.subordinates import DEPUTIES, apposed_end, goes_with, is_kin, subordinate_before
from riwaya.model import Mention, MentionKind, Span

_LONGEST = 9  # tokens of an owner's office
_REACH = 60  # characters before it in which the aide's noun is looked for
_POST = re.compile(r"(?:منصب|مهام|مهمة) $")
_COMMA = re.compile(r"\s*[،,]\s*[\"«]?")
_BEHIND = re.compile(r"\s*[،,)]?\s*(?P<word>\w+)")


@dataclass(frozen=True, slots=True)
class _Owner:
    """A name with the office before it and the noun of the aide or relative before that.

    Attributes:
        aide: where that noun begins.
        office: the words of the owner's office.
        apposed: whether a comma parts office and name.
        kin: whether it is a relative's noun, which is no role.
        deputy: whether its bearer mostly is named right behind it.
    """

    name: Mention
    aide: int
    office: Span
    apposed: bool
    kin: bool
    deputy: bool


def settle_served(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, aides' roles tied to the aides and the offices in them to their owners.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    roles = [mention for mention in mentions if mention.kind is MentionKind.ROLE]
    made: list[Mention] = []
    dropped: set[str] = set()
    for place, name in enumerate(persons):
        owner = _owner(document, name, roles)
        before = persons[place - 1] if place else None
        behind = persons[place + 1] if place + 1 < len(persons) else None
        holder = _holder(document, owner, before, behind, roles) if owner is not None else None
        if owner is not None and holder is not None:
            met = [role for role in roles if role.span.overlaps(Span(owner.aide, name.span.end))]
            # Without the owner's name, where no reader has it in the role: an office goes by its title.
            whole = Span(owner.aide, max(owner.office.end, *(role.span.end for role in met), 0))
            dropped.update(role.id for role in met)
            named = any(role.span.start == owner.aide for role in met)
            if named or not owner.kin:
                made.append(_role(document, name, whole, holder))
            made.append(_role(document, name, owner.office, name.id))
    if not made:
        return list(mentions)
    kept = [mention for mention in mentions if mention.id not in dropped]
    return sorted([*kept, *made], key=lambda mention: (mention.span, mention.kind))


def _role(document: Document, like: Mention, span: Span, holder: str) -> Mention:
    identity = Mention.make_id(like.article_id, like.field, span, MentionKind.ROLE)
    text = span.of(document.text)
    return replace(like, id=identity, span=span, text=text, kind=MentionKind.ROLE, holder_id=holder)


def _holder(
    document: Document, owner: _Owner, before: Mention | None, behind: Mention | None, roles: Sequence[Mention]
) -> str | None:
    """Return the id of who holds the aide's role, "" of an unnamed one, None where the name may be the aide's own."""
    closed = _is_closed(document, owner.name.span.end)
    office = owner.office.of(document.text)
    definite = document.text[owner.office.start - 2 : owner.office.start] == "لل"
    known = is_ever_titled(owner.name.text, f"ال{office}" if definite else office)
    apposed = apposed_end(document.text, owner.aide)
    if before is not None and (apposed == before.span.end or _is_held(owner, before, roles)):
        sure = known or (closed and (not owner.deputy or not owner.apposed))
        return before.id if sure else None
    if owner.apposed:
        return None
    if behind is not None and _is_apposed(document, owner.name, behind, roles):
        return behind.id if known or not owner.deputy else None
    posted = _POST.search(document.text[max(0, owner.aide - _REACH) : owner.aide]) is not None
    own = (owner.deputy and not posted) or owner.kin
    return "" if known and not own and len(owner.name.text.split()) > 1 else None


def _is_held(owner: _Owner, before: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether a reader ties the aide's role to the name before it («كريم سعد المتحدث باسم الرئيس فلان»)."""
    return any(role.holder_id == before.id and role.span.start == owner.aide for role in roles)


def _is_apposed(document: Document, name: Mention, behind: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether the next name stands behind a comma, alone or with its own role, and no list goes on there."""
    comma = _COMMA.match(document.text, name.span.end)
    if comma is None or comma.end() > behind.span.start:
        return False
    own = [role for role in roles if role.holder_id == behind.id and role.span.start == comma.end()]
    start = max((role.span.end for role in own), default=comma.end())
    if document.text[start : behind.span.start].strip():
        return False
    return _is_closed(document, behind.span.end) or _is_aside(document, behind.span.end, roles)


def _is_aside(document: Document, end: int, roles: Sequence[Mention]) -> bool:
    """Return whether a comma closes an apposition, behind which neither «و» nor another role goes on with a list."""
    comma = _COMMA.match(document.text, end)
    if comma is None:
        return False
    place = bisect_left(document.token_starts, comma.end())
    going = document.tokens[place].form if place < len(document.tokens) else "و"
    return not going.startswith("و") and not any(role.span.start == comma.end() for role in roles)


def _is_closed(document: Document, end: int) -> bool:
    """Return whether a clause goes on behind a name, and no list: «، إن», «، قال», «في»."""
    told = _BEHIND.match(document.text, end)
    if told is None:
        return False
    token = document.tokens[bisect_left(document.token_starts, told.start("word"))]
    form = token.form
    listed = form in COMPLEMENTISERS or form in finite_verbs() or form in words("steps") or form in words("ends")
    return listed or form in ("قد", "الذي", "التي", "كان") or form in words("copulas") or _is_led(token)


def _is_led(token: Token) -> bool:
    return token.form.startswith(("بان", "لل", "بال")) or token.text.startswith(("بأن", "لصحيفة", "لوكالة", "لقناة"))


def _owner(document: Document, name: Mention, roles: Sequence[Mention]) -> _Owner | None:
    """Return a name as that of whose aide or relative the text tells, None where no such noun stands before it."""
    text = document.text
    place = bisect_left(document.token_starts, name.span.start) - 1
    apposed = place >= 0 and document.tokens[place].text in ("،", ",")
    place -= apposed
    end = document.tokens[place].end if place >= 0 else 0
    for index in range(place, max(-1, place - _LONGEST), -1):
        token = document.tokens[index]
        if token.kind != "word" or "\n" in text[token.end : name.span.start]:
            return None
        led = _led_by(token, document.tokens[index + 1].form if index < place else "")
        if led is not None:
            before = token.start + min(led, 1)
            reach = max(0, before - _REACH)
            found = subordinate_before(text[reach:before])
            if found >= 0:
                office = Span(token.start + led, end)
                return _read(document, name, reach + found, office, apposed=apposed)
        if not _is_of_office(token, roles):
            return None
    return None


def _read(document: Document, name: Mention, aide: int, office: Span, *, apposed: bool) -> _Owner:
    token = document.tokens[max(0, bisect_left(document.token_starts, aide + 1) - 1)]
    cut, noun = next(
        ((cut, form) for cut in (0, 1) if goes_with(form := without_article(fold_name(token.text[cut:])))), (0, "")
    )
    deputy = noun in DEPUTIES and is_office(read_role(office.of(document.text)).key)
    kin = is_kin(noun) or is_kin(noun.removesuffix("ا"))  # «ابنا الرئيس»
    return _Owner(name, token.start + cut, office, apposed, kin, deputy)


def _led_by(token: Token, following: str) -> int | None:
    """Return how many letters of «ل» and «لل» lead an office that begins at a token; None where none begins."""
    form = token.form
    if form.startswith("لل") and is_person_noun(f"ال{form[2:]}"):
        return 2
    if is_person_noun(form) or _is_bound(form, following):
        return 0
    return 1 if form.startswith("ل") and _is_bound(form[1:], following) else None


def _is_bound(form: str, following: str) -> bool:
    """Return whether a noun heads an office in the construct («رئيس الحكومة»)."""
    told = role_words().get((form,))
    return told is not None and told.number == "s" and told.kind in ("office", "title") and bool(following)


def _is_of_office(token: Token, roles: Sequence[Mention]) -> bool:
    """Return whether a word may belong to an office before a name."""
    form = token.form
    if any(role.span.start <= token.start and token.end <= role.span.end for role in roles):
        return True
    known = form in nation_words() or form in words("qualifiers") or form in words("parts") or form in body_heads()
    return known or form.startswith("ال") or form in words("inner")
