"""Sources behind «عن» and «على لسان», one behind the other: «نقلت رويترز عن التلفزيون عن مصدر عسكري أن»."""

from __future__ import annotations

from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.model import Span

SOURCE_MARKS = ("عن", "لسان")
FROM_HIM = {"عنه": ("m", "s"), "عنها": ("f", "s"), "عنهم": ("m", "p")}  # with the gender and number of whom it means
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
