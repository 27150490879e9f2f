"""Cues that what stands beside them decides: «ليقول: "..."» tells, «لفت الأنظار» does not."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, CueForm, words_said
from riwaya.annotate.statements.reading import Reading

_SURE = 0.92
_QUOTED_WITHIN = 6
_SAID_WITHIN = 10  # tokens: «ليرد عليه المتحدث باسم وزارة الخارجية سامي الحداد قائلا»
_QUOTED_TOKENS = 4  # marks counted


def ensues(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether «ليؤكد» or «لتعلن» tells what came next.

    It does so at the head of a clause, where its verb only attributes or «قائلا» follows, and wherever the words
    themselves stand near.
    """
    if item.part != "present" or not item.third:
        return False
    heads = index == 0 or reading.forms[index - 1] in (",", ".", '"')
    if heads and _says_near(reading, index, item):
        return True  # also «ليجيبه الوزير قائلا»
    return not item.pronoun and ((heads and item.cue.prior >= _SURE) or _words_near(reading, index, item))


def _says_near(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether «قائلا» or «بالقول» stands in the clause of a verb that quotes («ليرد عليه الوزير قائلا إن»)."""
    if "quote" not in item.cue.frames:
        return False
    for place in range(index + 1, min(index + _SAID_WITHIN, len(reading.forms))):
        if not reading.is_word(place):
            return False
        if reading.forms[place] in words_said():
            return True
    return False


def _words_near(reading: Reading, index: int, item: CueForm) -> bool:
    """Return whether a quotation stands behind a verb that quotes and whom it names («ليرد عليه الوزير "..."»)."""
    if "quote" not in item.cue.frames:
        return False
    near = range(index + 1, min(index + _QUOTED_WITHIN, len(reading.forms) - 1))
    place = next((at for at in near if not reading.is_word(at)), index)
    opens = place + (reading.forms[place] == ":")
    quotation = reading.opens_quotation(opens) if place > index else None
    return quotation is not None and quotation.last - quotation.first >= _QUOTED_TOKENS


def draws_attention(following: tuple[str, ...]) -> bool:
    """Return whether «لفت» takes «الأنظار» or «الانتباه», and not to what somebody says («لفت الانتباه إلى أن»)."""
    drawn = next((at for at, form in enumerate(following[:5]) if form in ("الانظار", "الانتباه", "النظر")), None)
    if drawn is None:
        return False
    to, that = following[drawn + 1 : drawn + 2], following[drawn + 2 : drawn + 3]
    return to != ("الي",) or not (that and that[0] in COMPLEMENTISERS)
