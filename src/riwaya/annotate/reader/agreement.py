"""Whether a verb may have a speaker whom the network hears beside it or who spoke before: gender, number, topics."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.statements.lexicon import CueForm, cue_forms, strip_conjunction
from riwaya.annotate.statements.phrase_starts import noun_of
from riwaya.annotate.statements.reading import is_definite
from riwaya.annotate.statements.subject_checks import is_accusative
from riwaya.arabic.normalise import fold
from riwaya.model import Span

_EDGE = re.compile(r"[\n.؟?!،,؛;:«»\"“”]")
_TOPIC = re.compile(r"(?:واما |اما |و)?(?:عن|حول|بشان|بخصوص|فيما يخص|في ما يخص|فيما يتعلق|بالنسبه) ")
_AS_FOR = re.compile(r"و?اما ")
_ABOUT_IT = frozenset(("عنه", "عنها", "عنهم", "عنهما", "فيه", "فيها", "بشانه", "بشانها"))
_LEAST_PLURAL = 5


def form_of(cue: str) -> CueForm | None:
    """Return what is known of a cue's form, with «و» before it or not."""
    forms = cue_forms()
    folded = fold(cue)
    found = forms.get(folded) or forms.get(strip_conjunction(folded))
    if found is not None or not folded.endswith("ا"):
        return found
    one = forms.get(folded[:-1]) or forms.get(strip_conjunction(folded)[:-1])
    if strip_conjunction(folded)[1:2] == "ا":
        return None  # «طالبا من المحكمة» may be one who asks
    two = one is not None and one.part == "past" and one.third and one.number == "s" and not one.pronoun
    return replace(one, number="d") if one is not None and two else None  # «شددا»


def agree(one: CueForm | None, other: CueForm | None, speaker: str) -> bool:
    """Return whether a cue may go on with the speaker of another: no verb has a subject of other gender or number.

    Args:
        one: the form of the cue that goes on, where it is known.
        other: that of the cue before it.
        speaker: whom that one names.
    """
    if one is None or other is None:
        return True
    several = other.number in ("d", "p") or is_several(speaker)
    if one.number == "d" and not several and " و" not in speaker:
        return False
    if one.number == "s" and one.gender == "m" and several:
        return False
    return "" in (one.gender, other.gender) or one.gender == other.gender or "p" in (one.number, other.number)


def is_several(speaker: str) -> bool:
    """Return whether a speaker's first word is a noun of two or more («الجانبان», «محللون»)."""
    word = fold(speaker).split(" ")[0]
    noun = noun_of(word)
    if noun is not None:
        return noun[0] == "people"
    two = word.endswith("ان") and noun_of(word[:-2]) is not None  # «المحاميان»
    return two or (is_definite(word) and len(word) > _LEAST_PLURAL and word.endswith(("ون", "ين")))


def _is_told(text: str, cue: Span, speaker: Span) -> bool:
    """Return whether «ل» right behind the cue makes the noun the one who is told («ليقول للمحلفين إن»)."""
    before = text[cue.end : speaker.start].strip()
    word = fold(speaker.of(text)).split(" ")[0]
    inside = before in ("ل", "لل") and not text[speaker.start - 1].isspace()
    whole = not before and word.startswith("لل") and noun_of(word) is None and noun_of(word[2:]) is not None
    return inside or whole


def may_be_subject(text: str, cue: Span, speaker: Span) -> bool:
    """Return whether a speaker heard at a cue may be the verb's subject: no topic, and not of the other gender.

    «وعن حياته الخاصة قالت», «أما التأشيرات فقال إنها», «سأل النائب الوزيرة، فأجابت», «مؤكدا لعائلته».
    """
    form = form_of(cue.of(text))
    if form is None or not form.third or form.part == "noun" or form.pronoun:
        return True
    if speaker.start > cue.start:
        return not (_is_told(text, cue, speaker) or is_accusative(speaker.of(text).split(" ")[0]))
    if form.part == "participle":
        return True
    edges = [found.end() for found in _EDGE.finditer(text, max(0, cue.start - 200), speaker.start)]
    clause = fold(text[edges[-1] if edges else max(0, cue.start - 200) : cue.start]).lstrip()
    if _TOPIC.match(clause):
        return False
    word = fold(speaker.of(text)).split(" ")[0]
    noun = noun_of(word)
    behind = fold(text[cue.end : cue.end + 20]).split()
    if _AS_FOR.match(clause) and behind:
        other = {"m": ("انها", "بانها"), "f": ("انه", "بانه")}.get(form.gender, ())
        if behind[0] in _ABOUT_IT or (noun is None and is_definite(word) and behind[0] in other):
            return False
    if noun is not None and noun[0] == "people":
        return True
    gender = noun[1] if noun is not None else "f" if is_definite(word) and word.endswith(("ه", "ات")) else ""
    return not (gender and form.gender and form.number == "s") or gender == form.gender
