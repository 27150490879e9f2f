"""Offices before a lone surname that the article or the table gives to somebody else: «حذر رئيس وزراء إسرائيل ماكرون».

Nothing in the sentence parts a subject's office from the object behind it where the object is a surname alone, which
elsewhere is the office's holder («حذر رئيس الوزراء نتنياهو من»); but who holds which office is often known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from riwaya.annotate.document import Document
from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.names import fold_name
from riwaya.knowledge.offices import Term, all_terms, is_ever_titled, known_offices
from riwaya.knowledge.people import bearers
from riwaya.knowledge.roles import Role, is_office, read_role
from riwaya.model import Mention, MentionKind
from riwaya.model.interval import read_interval

# Who holds one of these is called by no other office.
_HEADS = frozenset(("head_of_state", "head_of_government", "supreme_leader", "president", "secretary_general"))
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Held:
    """A role that a name in two words or more holds: the name folded, and the role read."""

    name: tuple[str, ...]
    role: Role


def without_refuted_ties(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions in which no office is tied to a lone surname behind it that is known to be somebody else's.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    doubted = [mention for mention in mentions if _is_before_surname(mention, persons)]
    if not doubted:
        return list(mentions)
    full = {one.id: words for one in persons.values() if len(words := tuple(fold_name(one.text).split())) > 1}
    held = [_Held(full[one.holder_id], read_role(one.text)) for one in mentions if one.holder_id in full]
    names = sorted(set(full.values()))
    day = read_interval(document.article.published)
    cut = {
        role.id
        for role in doubted
        if _is_refuted(role, persons[role.holder_id].text, names, held, day.first_day if day else None)
    }
    return [replace(mention, holder_id="") if mention.id in cut else mention for mention in mentions]


def _is_before_surname(role: Mention, persons: dict[str, Mention]) -> bool:
    holder = persons.get(role.holder_id) if role.kind is MentionKind.ROLE else None
    return holder is not None and role.span.end + 1 == holder.span.start and " " not in holder.text.strip()


def _is_refuted(
    mention: Mention, surname: str, names: Sequence[tuple[str, ...]], held: Sequence[_Held], day: date | None
) -> bool:
    """Return whether a role cannot be that of who bears a surname.

    Args:
        mention: the role.
        surname: of the person behind it.
        names: those of the article in two words and more, folded.
        held: their roles.
        day: of the publication.
    """
    role = read_role(mention.text)
    if not is_office(role.key) or role.former or is_ever_titled(surname, mention.text):
        return False
    form = fold_name(surname)
    own = [name for name in names if form in (name[0], name[-1])]
    if any(is_ever_titled(" ".join(name), mention.text) for name in own):
        return False
    own_roles = [one.role for one in held if one.name in own]
    if any(one.key == role.key and one.nation in ("", role.nation) for one in own_roles):
        return False
    if role.nation and any(one.nation not in ("", role.nation) and is_office(one.key) for one in own_roles):
        return True
    others = (one.role for one in held if form not in one.name)
    if role.nation and any(one.key == role.key and one.nation == role.nation and not one.former for one in others):
        return True
    return _holds_another(form, own, role, day)


def _holds_another(form: str, own: Sequence[tuple[str, ...]], role: Role, day: date | None) -> bool:
    """Return whether the table knows the bearer of a surname, and only in offices of other states.

    A lone surname is known where it is foreign and its one bearer in the table leads a state on that day; he is then
    called by no office that names no state either.
    """
    terms = [term for name in own for term in _terms_named(" ".join(name))]
    leads = [term for term in _terms_named(form) if _leads(term, day)] if _is_telling(form) else []
    if len({term.person for term in leads}) != 1:
        leads = []
    if leads and not role.nation:
        return True
    known = terms or leads
    nations = {known_offices()[term.office].of for term in known}
    return bool(known) and bool(role.nation) and role.nation not in nations


def _leads(term: Term, day: date | None) -> bool:
    return known_offices()[term.office].kind in _HEADS and day is not None and term.covers(day) is True


def _is_telling(form: str) -> bool:
    return len(form) >= _LETTERS and form not in load_given_names() and not form.startswith("ال")


@lru_cache(maxsize=1 << 12)
def _terms_named(name: str) -> tuple[Term, ...]:
    named = bearers(name)
    return tuple(term for term in all_terms() if term.person in named) if named else ()
