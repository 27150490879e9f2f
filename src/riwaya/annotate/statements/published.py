"""Who carries a text that is spoken in: «قال في بيان بثه التلفزيون إن», «جاء في تقرير للجنة نقلته رويترز أن»."""

from __future__ import annotations

from bisect import bisect_left

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.topics import agrees
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import Span

_CARRYING = frozenset(
    verb + pronoun
    for verb in ("نقل", "نقلت", "نشر", "نشرت", "بث", "بثت", "اورد", "اوردت", "تناقل", "تناقلت", "تنقل", "تنشر")
    for pronoun in ("ه", "ها", "هم")
)
_OPENS = frozenset(("في", "وفي", "ففي", "خلال", "وخلال"))
_CHANNELS = frozenset(("خطاب", "كلمه", "مقابله", "حوار", "لقاء", "حديث", "برنامج", "لبرنامج"))
_LONGEST = 24  # tokens from the text to who carries it


def carriers(reading: Reading, draft: Draft, mark: int) -> list[Span]:
    """Return who carries the text that a statement is said in, where the sentence says so.

    Args:
        mark: token that points at the content; between the cue and it, or before the cue, the text stands.
    """
    behind = _carrier(reading, draft.cue_token + 1, mark)
    if behind is None:
        first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
        begins = draft.begins
        fronted = reading.forms[first] in _OPENS and begins - first <= _LONGEST
        behind = _carrier(reading, first, begins) if fronted else None
        if behind is not None and not _ends_at(reading, behind, begins):
            behind = None
    own = draft.speaker is not None and behind is not None and _are_one(reading, behind, draft.speaker)
    return [] if own or behind is None else [behind]


def _is_own(reading: Reading, first: int, verb: int) -> bool:
    """Return whether publishing makes the text, or to broadcast lends it only a channel, so that nobody passes it on.

    «قال تقرير نشرته الصحيفة إن» is the newspaper's, «في خطاب بثه التلفزيون», «في مقابلة نشرتها الصحيفة» are said there.
    """
    texts = [reading.forms[place].removeprefix("ال") for place in range(first, verb)]
    passed = strip_conjunction(reading.forms[verb]).startswith(("نق", "تنق", "تناقل", "اورد"))
    noun = noun_of(texts[0]) if texts else None
    subject = noun is not None and noun[0] == "document"
    return not passed and (subject or not _CHANNELS.isdisjoint(texts))


def _are_one(reading: Reading, carrier: Span, speaker: Span) -> bool:
    """Return whether the speaker carries the text («قالت الوزارة في بيان نشرته الوزارة»)."""
    names = carrier.of(reading.text), speaker.of(reading.text)
    return carrier.overlaps(speaker) or names[0] in names[1] or names[1] in names[0]


def _carrier(reading: Reading, first: int, limit: int) -> Span | None:
    for place in range(first, min(limit - 1, first + _LONGEST)):
        noun = reading.tokens[place].text.endswith("نشرة")  # «في مداخلة مع نشرة الأخبار»
        if strip_conjunction(reading.forms[place]) not in _CARRYING or reading.quotation_of[place] >= 0 or noun:
            continue
        if _is_own(reading, first, place):
            return None
        behind, verb = skip_adverbs(reading, place + 1, limit), verb_at(reading, place)
        # What stands behind a comma is no subject: «في تقرير نشرته الاثنين، الجيش المصري بفرض قيود».
        if behind >= limit or reading.forms[behind - 1] == "," or not begins_phrase(reading, behind, limit):
            return None
        phrase = read_phrase(reading, behind, limit, greedy=False)
        fits = verb is None or agrees(reading, phrase, verb)
        return speaker_span(reading, phrase) if fits else None
    return None


def _ends_at(reading: Reading, span: Span, index: int) -> bool:
    """Return whether nothing but adverbs and a comma parts the carrier from the clause that begins at the token."""
    end = skip_adverbs(reading, bisect_left(reading.document.token_starts, span.end), index)
    return end >= index or (end == index - 1 and reading.forms[end] in (",", '"'))
