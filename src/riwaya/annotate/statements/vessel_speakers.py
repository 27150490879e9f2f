"""Who speaks in a document, speech or picture that a cue points back at: «تصريحات لفلان قال فيها»."""

from __future__ import annotations

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.topics import gender_of
from riwaya.annotate.statements.turns import turn_at
from riwaya.annotate.statements.vessels import ISSUING, MAKING, PUBLISHING, issuer, vessel_maker, vessel_owner
from riwaya.model import Span

_PUBLISHING = frozenset(("نشر", "اصدار", "توجيه", "بث", "كتابه", "القاء"))
_WITHIN = ("فيه", "فيها", "فيهما", "خلاله", "خلالها")
# Tokens from a vessel to the cue: with «فيها» the cue points back at it.
_VESSEL_WITHIN, _VESSEL_NEAR = 24, 10
# What carries words though it is no text («نشرت صورة قالت فيها»).
_PICTURES = frozenset(("صوره", "صور", "لافته", "قصيده", "اغنيه", "رسم", "عريضه", "عرض"))


def vessel_speaker(reading: Reading, draft: Draft) -> Span | None:
    """Return whose «تصريحات لفلان قال فيها» or «في بيان صادر عن الوزارة قالت» this is."""
    first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
    after = reading.forms[draft.cue_token + 1] if draft.cue_token + 1 < len(reading.forms) else ""
    near = draft.cue_token - first <= 10
    if after not in _WITHIN and not near:
        return None
    if after not in _WITHIN and any(turn_at(reading, place) for place in range(first, min(first + 2, draft.cue_token))):
        return None  # «وتابعت المتحدثة في المؤتمر الصحفي للوزارة، حيث قالت»: somebody speaks there already
    reach = _VESSEL_WITHIN if after in _WITHIN else _VESSEL_NEAR
    for place in range(draft.cue_token - 1, max(first, draft.cue_token - reach) - 1, -1):
        if _is_vessel(reading.forms[place], pointed=after in _WITHIN):
            if after in _WITHIN:
                return _pointed_at(reading, draft, place)
            owner = vessel_owner(reading, place, draft.cue_token) or _publisher(reading, place, first)
            if owner is None and _came_in(reading, place, first):
                # «جاء ذلك في بيان نشرته الوكالة، حيث ذكر ...»
                return reading.span(place, place + 1) if near or after in ("ان", "انه", ":") else None
            return _bare(reading, max(owner.name, owner.first), owner.end) if owner is not None else None
    return None


def vessel_carrier(reading: Reading, draft: Draft) -> Span | None:
    """Return who passes on somebody's words: the outlet in «نقل موقع الغد تصريحات لفلان قال فيها»."""
    after = reading.forms[draft.cue_token + 1] if draft.cue_token + 1 < len(reading.forms) else ""
    first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
    if after not in _WITHIN:
        return None
    for vessel in range(draft.cue_token - 1, max(first, draft.cue_token - _VESSEL_WITHIN) - 1, -1):
        if not _is_vessel(reading.forms[vessel], pointed=True):
            continue
        if vessel_owner(reading, vessel, draft.cue_token) is None:
            return None
        for place in range(vessel - 2, max(first, vessel - _VESSEL_NEAR) - 1, -1):
            if strip_conjunction(reading.forms[place]) in PUBLISHING and begins_phrase(reading, place + 1, vessel):
                phrase = read_phrase(reading, place + 1, vessel, greedy=True)
                return speaker_span(reading, phrase) if phrase.end == vessel else None
        return None
    return None


def _is_vessel(form: str, *, pointed: bool) -> bool:
    """Return whether a word is a text, in the accusative too or a picture where a pronoun points back at it."""
    bare = form.removeprefix("ال")
    if bare in words("vessel"):
        return True
    return pointed and (bare in _PICTURES or (bare.endswith("ا") and bare[:-1] in words("vessel") | _PICTURES))


def _came_in(reading: Reading, vessel: int, first: int) -> bool:
    """Return whether «جاء ذلك في» stands before the text."""
    return vessel > first + 2 and reading.forms[vessel - 2] in ("ذلك", "هذا")


def _pointed_at(reading: Reading, draft: Draft, vessel: int) -> Span | None:
    """Return who speaks in the text that «فيه» points back at: its maker, its owner, who published it."""
    governed = vessel > 0 and reading.forms[vessel - 1] in words("preposition")
    issued = issuer(reading, vessel, MAKING) if not governed else None
    if issued is not None and draft.agrees(issued[1], ""):
        return issued[0]
    first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
    made = vessel_maker(reading, vessel, draft.cue_token)
    owner = vessel_owner(reading, vessel, draft.cue_token) or _publisher(reading, vessel, first)
    if owner is None and made is not None and draft.agrees(made[1] or gender_of(reading, made[0]), ""):
        owner = made[0]
    issued = issuer(reading, vessel, ISSUING | PUBLISHING) if owner is None and made is None else None
    if issued is not None and draft.agrees(issued[1], ""):
        return issued[0]
    if owner is None and _came_in(reading, vessel, first):
        return reading.span(vessel, vessel + 1) if draft.cue_token - first <= _VESSEL_NEAR else None
    return _bare(reading, max(owner.name, owner.first), owner.end) if owner is not None else None


def _publisher(reading: Reading, vessel: int, first: int) -> Phrase | None:
    """Return who publishes in «نشر مجلة السباق تقريرا»: the noun phrase between the act and its object."""
    for place in range(vessel - 2, max(first, vessel - 10) - 1, -1):
        if reading.forms[place] in _PUBLISHING and begins_phrase(reading, place + 1, vessel):
            phrase = read_phrase(reading, place + 1, vessel, greedy=True)
            return phrase if phrase.end == vessel else None
    return None


def _bare(reading: Reading, first: int, end: int) -> Span:
    start = reading.tokens[first].start
    form = reading.forms[first]
    mention = reading.names_by_token.get(first)
    bare = mention is None or mention.offset > 0
    attached = form.startswith("ل") and form not in words("l_word") and bare
    return Span(start + 1 if attached and len(form) > 3 else start, reading.tokens[end - 1].end)
