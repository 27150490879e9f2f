"""«الأب» and «الابن» behind a name: they tell father from son, and a son from a leader whom the bare name means."""

from __future__ import annotations

from riwaya.identify.person_names import are_near, surname
from riwaya.knowledge.people import is_leader

Name = tuple[str, ...]
_ELDER, _YOUNGER = "الاب", "الابن"


def mark_of(name: Name) -> str:
    """Return the mark behind a name, "" if it has none."""
    return name[-1] if len(name) > 1 and name[-1] in (_ELDER, _YOUNGER) else ""


def is_marked_surname(name: Name) -> bool:
    """Return whether a name is a surname and a mark («بوش الابن»)."""
    return len(name) == 2 and bool(mark_of(name))


def differ_by_mark(one: Name, other: Name) -> bool:
    """Return whether marks make two names two people's: both differ, or one alone tells somebody from a leader.

    «جورج بوش الابن» is the «جورج بوش» of the table, «دونالد ترامب الابن» no «دونالد ترامب».
    """
    marks = mark_of(one), mark_of(other)
    if all(marks):
        return marks[0] != marks[1]
    if not any(marks):
        return False
    marked, plain = (one, other) if marks[0] else (other, one)
    return is_leader(" ".join(plain)) and not is_leader(" ".join(marked))


def is_leaders_son(name: Name) -> bool:
    """Return whether a name is that of a leader's son of one name with him, whom the surname alone does not mean."""
    return mark_of(name) == _YOUNGER and len(name) > 2 and differ_by_mark(name, name[:-1])


def are_one_marked(one: Name, other: Name) -> bool:
    """Return whether two names with one mark, of which one is but a surname, may be one person's."""
    return mark_of(one) == mark_of(other) != "" and are_near(surname(one), surname(other))
