"""Whose words a noun of saying stands for that completes a verb («أطلق تهديدات باستهداف ...», «سارع إلى نفي أن»)."""

from __future__ import annotations

from riwaya.annotate.statements.drafts import Subject
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, skip_adverbs
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.verbs import verb_at

_WITHIN = 14
_SPEAKING = frozenset(("person", "people", "body", "document"))
# Verbs that only lend a noun of saying its person and tense, by their stem without what marks person and tense.
_LENDING = ("طلق", "وجه", "صدر", "قدم", "تضمن", "جدد", "كرر", "رسل", "بعث", "رفع", "نشر", "عطي", "بدي", "شمل", "سارع")


def subject_of_verb_before(reading: Reading, index: int) -> Subject | None:
    """Return the subject of the verb that a noun completes («اكتفى متحدث باسم الوزارة بالقول إن»)."""
    place = _verb_before(reading, index)
    if place is None or _has_subject_before(reading, place):
        return None
    behind = skip_adverbs(reading, place + 1, index)
    if not begins_phrase(reading, behind, index):
        return None
    phrase = read_phrase(reading, behind, index, greedy=False)
    somebody = phrase.kind in _SPEAKING or phrase.first in reading.names_by_token
    return Subject(phrase, index, "after") if somebody else None


def _has_subject_before(reading: Reading, place: int) -> bool:
    """Return whether a verb that addresses somebody stands behind its subject and names him («الوزير، ناشد الناس»)."""
    item = cue_forms().get(reading.forms[place])
    first = reading.sentences[reading.sentence_of[place]][0]
    if item is None or "target" not in item.cue.frames or place <= first + 1:
        return False
    aside = reading.forms[place - 1] == "," and _ends_person(reading, place - 1)
    return aside or _ends_person(reading, place)


def _ends_person(reading: Reading, place: int) -> bool:
    """Return whether a person's name ends right before the token."""
    return reading.is_word(place - 1) and reading.person_before(place) is not None


def lent_subject(reading: Reading, index: int) -> Subject | None:
    """Return who utters the noun of saying at `index` that is the object of a verb that only lends it a person.

    The subject is written behind the verb, stands right before it, or is elided.
    """
    place = _verb_before(reading, index)
    if place is None or not _lends(reading.forms[place]):
        return None
    after = subject_of_verb_before(reading, index)
    if after is not None:
        return after
    behind = skip_adverbs(reading, place + 1, index)
    if behind < index:
        return None  # another object stands between
    first = reading.sentences[reading.sentence_of[index]][0]
    if place - 1 >= first and begins_phrase(reading, first, place):
        phrase = read_phrase(reading, first, place, greedy=False)
        somebody = phrase.kind in _SPEAKING or phrase.first in reading.names_by_token
        if phrase.end == place and somebody:
            return Subject(phrase, first, "before")
    return Subject(None, place, "elided")


def _verb_before(reading: Reading, index: int) -> int | None:
    """Return the nearest finite verb before the token in its clause and quotation."""
    first = reading.sentences[reading.sentence_of[index]][0]
    for place in range(index - 1, max(first, index - _WITHIN) - 1, -1):
        inside = reading.quotation_of[place]
        if (inside >= 0 and inside != reading.quotation_of[index]) or reading.forms[place] in COMPLEMENTISERS:
            return None
        if verb_at(reading, place) is not None:
            return place
    return None


def _lends(form: str) -> bool:
    bare = form.lstrip("وف")
    for head in ("", "ا", "ي", "ت", "ان", "سي", "ست"):
        for tail in ("", "ت", "وا", "ون", "تا", "ا"):
            if bare.startswith(head) and bare.endswith(tail) and bare[len(head) : len(bare) - len(tail)] in _LENDING:
                return True
    return False
