"""Which characters of a noun phrase name the speaker."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import cue_forms, strip_conjunction
from riwaya.annotate.statements.phrase_starts import Phrase, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.speaker_ends import whole_end
from riwaya.model import MentionKind, Span

_DATIVES = ("لي", "لنا", "له", "لها", "لهم")


def _is_joined(form: str) -> bool:
    """Return whether a noun stands behind «و» or «ف», with which no noun of its own begins («والدها», «فريق»)."""
    return noun_of(form) is None and (noun_of(form[1:]) is not None or is_definite(form[1:]))


def _before_title(reading: Reading, first: int, end: int) -> int:
    """Return where a person's name ends that a bare title follows («ليلى حداد وزيرة النقل»), else `end`."""
    name = reading.names_by_token.get(first)
    if name is None or name.kind is not MentionKind.PER or name.offset or not first + 1 < name.end < end:
        return end
    noun = noun_of(reading.forms[name.end])
    titled = noun is not None and noun[0] == "person" and not is_definite(reading.forms[name.end])
    return name.end if titled else end


def speaker_span(reading: Reading, phrase: Phrase) -> Span:
    """Return the characters that name the speaker: a personal name without its title, no attached particle."""
    first, end = (phrase.name, phrase.end) if phrase.name > phrase.first else (phrase.first, phrase.end)
    while end > first + 1 and reading.forms[end - 1] in (",", "-", "(", "#", "."):
        end -= 1
    end = whole_end(reading, first, _before_title(reading, first, end))
    start = reading.tokens[first].start
    form = reading.forms[first]
    quotation = reading.opens_quotation(first)
    if quotation is not None and quotation.last == end - 1 and end - first > 2:
        return reading.span(first + 1, end - 1)
    mention = reading.names_by_token.get(first)
    whole = mention is not None and mention.offset == 0  # «فالفيردي» is a name, whatever its letters look like
    before = first - 1 - (first > 1 and reading.forms[first - 1] in _DATIVES)
    # «قال والتر», «قالت ليسا حداد», «قال لي والدي»: nothing is joined there.
    behind_cue = before >= 0 and strip_conjunction(reading.forms[before]) in cue_forms()
    tagged = first > 0 and reading.forms[first - 1] == "#"  # «#وادي»
    foreign = form[0] == "ل" and mention is not None and mention.offset == 1 and noun_of(form[1:]) is None
    if not (whole or tagged or (behind_cue and (form[0] in "وف" or foreign))) and (
        (mention is not None and mention.offset == 1)
        or (form[0] in "وف" and _is_joined(form))
        or (phrase.kind == "" and form[0] in "لب" and (noun_of(form[1:]) or is_definite(form[1:])))
        or (form.startswith("لل") and len(form) > 4)
        or (form[0] == "ل" and noun_of(form) is None and noun_of(form[1:]) is not None)
    ):
        start += 1
    return Span(start, reading.tokens[end - 1].end)
