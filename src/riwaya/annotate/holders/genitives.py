"""Names that belong to the noun before them and hold no office about it: «في حكومة فلان», «في عهد الملك فلان»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.annotate.holders.noun_phrases import is_person_noun
from riwaya.annotate.mentions.lexicon import words
from riwaya.arabic.normalise import fold
from riwaya.model import Mention

_REACH = 24  # characters before a name
_WORD = re.compile(r"\w+")
_LED = frozenset(("ل", "لـ", "محل", "مكان", "من", "عن", "مع", "الي", "علي"))
_PARTICLES = "بلكفو"


def is_genitive(text: str, start: int) -> bool:
    """Return whether a name belongs to the noun or particle before it («عينت في حكومة فلان وزيرة», «خلفاً لفلان»).

    Args:
        text: the field's.
        start: where the name begins.
    """
    before = fold(text[max(0, start - _REACH) : start])
    if before and not before[-1].isspace():
        return before[-1].isalpha() and before[-1] != "و"
    forms = before.split()
    while len(forms) > 1 and is_person_noun(forms[-1]):
        forms.pop()  # «محل الجنرال | فلان»
    last = (forms or [""])[-1]
    return _is_held(last) or last in _LED


def is_of_holders(text: str, role: Mention, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether the words of an office, or those behind it, end with a noun that the name behind it owns.

    «مساعد في حملة | الرئيس فلان» and «قائد الجيش في عهد | الملك فلان» are somebody else.

    Args:
        text: the field's.
        role: a role before the name.
        holder: the person behind it.
        roles: all roles before the name.
    """
    behind = [other.span.start for other in roles if other.span.start >= role.span.end]
    between = _WORD.findall(fold(text[role.span.end : min([*behind, holder.span.start])]))
    while between and is_person_noun(between[-1]):
        between.pop()  # «الملك», where no reader has it
    return _is_held((between or fold(role.text).split())[-1])


def _is_held(form: str) -> bool:
    nouns = words("held_bodies") | words("held_times")
    return form in nouns or (form[:1] in _PARTICLES and form[1:] in nouns)
