"""Where the main clause begins behind a fronted one that holds the cue («بعد أن أعلنت ...، خرج»)."""

from __future__ import annotations

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.going_on import is_finite
from riwaya.annotate.statements.lexicon import cue_forms, strip_conjunction
from riwaya.annotate.statements.reading import Reading

_FRONTED_WITHIN = 14
_WHEN = frozenset(("بعدما", "عندما", "حينما", "حين", "فيما", "بينما", "لما", "وبعدما"))
_MAIN = frozenset(
    ("فان", "فانه", "فانها", "فقد", "الا", "قد", "لم", "لا", "كان", "كانت", "عاد", "عادت", "خرج", "خرجت", "تم")
)


def main_clause(reading: Reading, draft: Draft, limit: int) -> int:
    """Return where the main clause begins behind a fronted one («بعد أن أعلنت ...، خرج»), else `limit`."""
    sentence = reading.sentence_of[draft.cue_token]
    first = reading.sentences[sentence][0]
    if draft.cue_token - first > _FRONTED_WITHIN or not _is_fronted(reading, first, draft.cue_token):
        return limit
    place = draft.first
    while place + 1 < limit:
        quotation = reading.opens_quotation(place)
        if quotation is not None and quotation.closed and quotation.last < limit:
            place = quotation.last + 1
            continue
        following = reading.forms[place + 1]
        if reading.forms[place] == "," and (is_finite(following) or following in _MAIN or _is_cue(following)):
            return place
        place += 1
    return limit


def _is_cue(form: str) -> bool:
    """Return whether letters that also spell a verbal noun are the main clause's past («، رفض زميله الجواب»)."""
    item = cue_forms().get(form)
    return item is not None and item.part == "past" and item.third


def _is_fronted(reading: Reading, first: int, cue: int) -> bool:
    """Return whether the sentence begins with a subordinate clause that holds the cue."""
    opening = strip_conjunction(reading.forms[first])
    following = reading.forms[first + 1] if first + 1 < cue else ""
    subordinate = opening in _WHEN or (opening in ("بعد", "قبل", "منذ", "رغم", "مع") and following == "ان")
    if opening == "في":
        subordinate = following == "حين" or reading.forms[first + 1 : first + 3] == ("الوقت", "الذي")
    if opening == "علي" and following == "الرغم":
        subordinate = "ان" in reading.forms[first + 2 : first + 4]
    return subordinate and "," not in reading.forms[first:cue]
