"""What the network hears as said, though it was only thought, felt or announced for later."""

from __future__ import annotations

import re

from riwaya.annotate.reader.proposals import Proposal
from riwaya.annotate.statements.lexicon import past_forms, strip_conjunction
from riwaya.arabic.normalise import fold
from riwaya.model import Mode

# «يعتقد» and «يرى» tell an opinion that somebody gave as well; their past tells what nobody heard.
_PASTS = ("شعر", "اعتقد", "ظن", "تخيل", "توهم")
_FEELINGS = ("يشعر", "تشعر", "يشعرون", "يظن", "تظن", "يظنون")
_THOUGHTS = frozenset(form for past in _PASTS for form, _, _ in past_forms(past)) | frozenset(_FEELINGS)
_ANNOUNCED = re.compile(r"(?<!\w)و?من (?:المنتظر|المقرر|المرتقب|المتوقع|المزمع) أن\s+[^.؛:\n]*$")
_TAKEN_UP = re.compile(r"\s+(?:في|خلال)(?:ه|ها)(?!\w)")  # «كلمة يؤكد فيها»
_WITHIN = 150  # characters between «من المنتظر أن» and the cue
_PRESENT = ("ي", "ت")


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
    before = _ANNOUNCED.search(text, max(0, statement.cue.start - _WITHIN), statement.cue.start)
    if before is None or not cue.startswith(_PRESENT):
        return False
    alone = statement.speaker is None and "،" not in before.group()
    return alone or _TAKEN_UP.match(text, statement.cue.end) is not None
