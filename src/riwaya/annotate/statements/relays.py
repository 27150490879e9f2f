"""Sources behind «عن» and «على لسان», one behind the other: «نقلت رويترز عن التلفزيون عن مصدر عسكري أن»."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.model import Span

SOURCE_MARKS = ("عن", "لسان")
FROM_HIM = {"عنه": ("m", "s"), "عنها": ("f", "s"), "عنهم": ("m", "p")}  # with the gender and number of whom it means
_ASCRIBING = frozenset(("نسب", "نسبت", "نسبوا", "ينسب", "تنسب"))
_BETWEEN = 14  # tokens of one source of a chain
_DEEPEST = 4


def read_sources(reading: Reading, index: int, limit: int) -> tuple[Phrase, list[Span]]:
    """Return the last of the sources that stand one behind the other from `index` on, and those before it in order."""
    phrase = read_phrase(reading, index, limit, greedy=False)
    before: list[Span] = []
    while (
        len(before) < _DEEPEST
        and phrase.end + 1 < limit
        and reading.forms[phrase.end] == "عن"
        and begins_phrase(reading, phrase.end + 1, limit)
    ):
        before.append(speaker_span(reading, phrase))
        phrase = read_phrase(reading, phrase.end + 1, limit, greedy=False)
    return phrase, before


def sources_before(reading: Reading, place: int, first: int) -> tuple[int, list[Span]]:
    """Return where the first «عن» of a chain stands whose last one is at `place`, and the sources before the last."""
    before: list[Span] = []
    for at in range(place - 2, max(first, place - _DEEPEST * _BETWEEN) - 1, -1):
        if reading.forms[at] != "عن" or not begins_phrase(reading, at + 1, place):
            continue
        phrase = read_phrase(reading, at + 1, place, greedy=False)
        if phrase.end != place:
            break
        before.insert(0, speaker_span(reading, phrase))
        place = at
    return place, before


def ascriber(reading: Reading, index: int, first: int) -> tuple[Phrase, Span] | None:
    """Return to whom words are ascribed and by whom: «نسبت صحيفة الغد إلى الوزير قوله».

    Args:
        index: the token of «قوله».
        first: of the sentence.
    """
    for place in range(index - 1, max(first, index - _BETWEEN) - 1, -1):
        if reading.forms[place] != "الي" or not begins_phrase(reading, place + 1, index):
            continue
        phrase = read_phrase(reading, place + 1, index, greedy=False)
        for verb in range(place - 1, max(first, place - _BETWEEN) - 1, -1):
            if strip_conjunction(reading.forms[verb]) in _ASCRIBING and begins_phrase(reading, verb + 1, place):
                source = read_phrase(reading, verb + 1, place, greedy=True)
                return (phrase, speaker_span(reading, source)) if source.end == place else None
        return None
    return None
