"""Offices' words that are names or bodies: «في رسالته إلى المعلم» of وليد المعلم, «أمير داود», «اللواء 22 ميكا»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind, Span

_FIRST_NAMES = frozenset(("امير", "رايد", "عميد", "امام", "سيد", "مالك", "امين"))
_BOUND = "عبد"
_UNITS = frozenset(("اللواء", "لواء", "الفرقه", "الفوج"))
_NUMBER = re.compile(r" ?(?:رقم )?\d{1,3}(?!\d| مرة| مرات)")  # «اللواء 2011» tells a year
# Of whom these are surnames («خليل الوزير», «محمد الشيخ») they are still told as offices and honours.
_TITLES = frozenset(("وزير", "رييس", "شيخ", "ملك", "امير", "امام", "حاج", "دكتور"))
_MOST = 0.6  # certainty of a surname that the reader took for an office


def settle_role_names(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with the names that were read as offices, without numbered units of an army.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = {one.id: one for one in mentions if one.kind is MentionKind.PER}
    roles = [one for one in mentions if one.kind is MentionKind.ROLE and " " not in one.text]
    held = {_bare(role) for role in roles if role.holder_id}
    names = [fold(one.text).split() for one in persons.values()]
    # «محمد عبد الملك» is never called «الملك»
    surnames = {parts[-1] for parts in names if len(parts) > 1 and parts[-2] != _BOUND}
    changed: dict[str, Mention | None] = {}
    for role in roles:
        holder = persons.get(role.holder_id)
        if holder is not None and _is_first_name(document.text, role, holder):
            changed[role.id] = None
            changed[holder.id] = _person(document, Span(role.span.start, holder.span.end), holder, holder.score)
        elif holder is None and _is_unit(document.text, role):
            changed[role.id] = None
        elif holder is None and _is_surname(document.text, role, surnames) and _bare(role) not in held:
            changed[role.id] = _person(document, role.span, role, min(role.score, _MOST))
    if not changed:
        return list(mentions)
    found = [changed.get(one.id, one) for one in mentions]
    heirs = {one.id: whole.id for one in persons.values() if (whole := changed.get(one.id)) is not None}
    kept = [replace(one, holder_id=heirs.get(one.holder_id, one.holder_id)) for one in found if one is not None]
    return sorted(kept, key=lambda one: (one.span.start, one.span.end, one.kind))


def _person(document: Document, span: Span, mention: Mention, score: float) -> Mention:
    identity = Mention.make_id(mention.article_id, mention.field, span, MentionKind.PER)
    text = span.of(document.text)
    return replace(mention, id=identity, span=span, text=text, kind=MentionKind.PER, holder_id="", score=score)


def _bare(role: Mention) -> str:
    return fold(role.text).removeprefix("ال")


def _is_first_name(text: str, role: Mention, holder: Mention) -> bool:
    """Return whether an indefinite rank before one word is its bearer's first name («وأمير | داود»)."""
    if fold(role.text) not in _FIRST_NAMES or text[: role.span.start].endswith("لل"):
        return False
    parts = fold(holder.text).split()
    whole = parts[1:] if parts[0] == _BOUND else parts
    return len(whole) == 1 and text[role.span.end : holder.span.start] == " "


def _is_unit(text: str, role: Mention) -> bool:
    return fold(role.text) in _UNITS and _NUMBER.match(text, role.span.end) is not None


def _is_surname(text: str, role: Mention, surnames: set[str]) -> bool:
    """Return whether somebody named in full has the word for a surname («المعلم», «لل | معلم»)."""
    form = f"ال{fold(role.text)}" if text[: role.span.start].endswith("لل") else fold(role.text)
    return form.startswith("ال") and form in surnames and _bare(role) not in _TITLES
