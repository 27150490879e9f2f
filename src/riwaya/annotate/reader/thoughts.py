"""What the network hears as said, though it was only thought, felt or announced for later."""

from __future__ import annotations

import re

from riwaya.annotate.reader.agreement import form_of
from riwaya.annotate.reader.proposals import Proposal
from riwaya.annotate.statements.lexicon import BEING, past_forms, strip_conjunction
from riwaya.arabic.normalise import fold
from riwaya.model import Mode, Statement

# «يعتقد» and «يرى» tell an opinion that somebody gave as well; their past tells what nobody heard.
_PASTS = ("شعر", "اعتقد", "ظن", "تخيل", "توهم")
_FEELINGS = ("يشعر", "تشعر", "يشعرون", "يظن", "تظن", "يظنون")
_THOUGHTS = frozenset(form for past in _PASTS for form, _, _ in past_forms(past)) | frozenset(_FEELINGS)
_AWAITED = "(?:المنتظر|المقرر|المرتقب|المتوقع|المزمع)"
_ANNOUNCED = re.compile(rf"(?<!\w)و?من {_AWAITED} أن\s+[^.؛:\n]*$")
_TAKEN_UP = re.compile(r"\s+(?:في|خلال)(?:ه|ها)(?!\w)")  # «كلمة يؤكد فيها»
# «لم يقل», «هل قال», «لو قال», «كان سيقول», «من المتوقع أن يقول»: nobody is said to have said it.
_UNREAL_WORDS = ("لم", "لن", "لا", "لو", "هل", "سوف")
_UNREAL = re.compile(rf"(?<!\w)[وف]?(?:{'|'.join(_UNREAL_WORDS)}|{_AWAITED} أن)\s+$")
_UNREAL_CUES = tuple(f"{word} " for word in _UNREAL_WORDS)
# «كان لافتا أن الوزير غاب»: an adjective, of the outlet's own judgement.
_BEING = re.compile(rf"(?<!\w)[وف]?(?:{'|'.join(BEING)})\s+$")
_COMING = ("سي", "ست")
_BEFORE = 20  # characters before a cue
_WITHIN = 150  # characters between «من المنتظر أن» and the cue
_PRESENT = ("ي", "ت")


def _is_unreal(text: str, statement: Statement) -> bool:
    """Return whether a negation, a question, a condition or the future stands before the verb of saying, or in it."""
    form = form_of(statement.cue_text)
    cue = strip_conjunction(fold(statement.cue_text))
    if cue.startswith(_UNREAL_CUES):
        return True
    finite = form is None or form.part in ("past", "present")
    if form is None and cue.startswith(_COMING) and form_of(cue[1:]) is not None:
        return True  # «كان سيقول»
    return finite and _UNREAL.search(text, max(0, statement.cue.start - _BEFORE), statement.cue.start) is not None


def _is_predicate(text: str, statement: Statement) -> bool:
    """Return whether a participle stands right behind a verb of being."""
    form = form_of(statement.cue_text)
    of_being = _BEING.search(text, max(0, statement.cue.start - _BEFORE), statement.cue.start)
    return form is not None and form.part == "participle" and of_being is not None


def is_unsaid(text: str, proposal: Proposal) -> bool:
    """Return whether a statement tells a thought that nobody uttered, or what somebody is still to say.

    Args:
        text: the document's.
        proposal: the statement, and whether the rules propose it, too.
    """
    statement = proposal.statement
    cue = fold(statement.cue_text)
    if (
        statement.mode is Mode.INDIRECT
        and not proposal.rule
        and not _THOUGHTS.isdisjoint((cue, strip_conjunction(cue)))
    ):
        return True
    if not proposal.rule and (_is_unreal(text, statement) or _is_predicate(text, statement)):
        return True
    before = _ANNOUNCED.search(text, max(0, statement.cue.start - _WITHIN), statement.cue.start)
    if before is None or not cue.startswith(_PRESENT):
        return False
    alone = statement.speaker is None and "،" not in before.group()
    return alone or _TAKEN_UP.match(text, statement.cue.end) is not None
