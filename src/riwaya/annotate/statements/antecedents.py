"""The noun phrase before a relative pronoun: «سامي الحداد، مدير المتحف، الذي قال»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, narration_verbs, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.verbs import verb_at
from riwaya.arabic.normalise import fold
from riwaya.model import MentionKind, Span

_NAME_IN_MARKS = 6  # tokens, marks counted
_OBJECT_REACH = 3  # tokens behind a verb


def antecedent(reading: Reading, relative: int, first: int) -> Phrase | None:
    """Return the noun phrase before a relative pronoun."""
    end = relative
    if end > first + 3 and reading.forms[end - 1] == "," and reading.forms[end - 2] in ("عاما", "سنه", "سنوات"):
        end = max((at for at in range(first, end - 1) if reading.forms[at] == ","), default=end)  # an age
    while end > first and reading.forms[end - 1] == ",":
        end -= 1
    if end > first + 1 and reading.forms[end - 1] in ("هو", "هي", "هم"):
        end -= 1  # «سامي الحداد هو الذي قال»
    start = _before_quoted(reading, end, first)
    while start > first and start > end - 7:
        form = reading.forms[start - 1]
        before = start - 1
        if form in words("preposition") or (not reading.is_word(before) and form != '"'):
            break
        bare = strip_conjunction(form)
        if (
            bare in narration_verbs()
            or bare in cue_forms()
            or form in COMPLEMENTISERS
            or form in words("clause_opener")
            or is_time(form)
            or verb_at(reading, before) is not None
            or bare in words("stop")
            or bare in ("هو", "هي", "هم", "هناك", "هنا")
        ):
            break
        start -= 1
        if form.startswith(("لل", "بال")) or (form[0] in "لبو" and (noun_of(form[1:]) or is_definite(form[1:]))):
            break
    if start == end or is_time(reading.forms[end - 1]) or reading.forms[end - 1] in ("الوقت", "الحين", "الاثناء"):
        return None
    named = reading.person_before(start) if noun_of(reading.forms[start]) is not None else None
    if named is not None and named[0] >= first and not _is_another(reading, named[0], (start, end)):
        return Phrase(named[0], named[1], named[0], "name", "")  # «سامي الحداد مدير المشروع الذي قال»
    wanted = {"الذي": "m", "التي": "f"}.get(reading.forms[relative].removeprefix("و"), "")
    for place in range(start, end):
        noun = noun_of(reading.forms[place])
        if noun is not None and noun[0] != "people" and wanted in ("", noun[1]):
            named = reading.person_before(place) if noun[0] == "person" else None
            if named is not None and named[0] >= first and not _is_another(reading, named[0], (place, end)):
                return Phrase(named[0], named[1], named[0], "name", "")  # «بسامي الحداد منتج المسلسل الذي قال»
            phrase = read_phrase(reading, place, end, greedy=False)
            if phrase.end >= end:
                return phrase
    while noun_of(reading.forms[start]) is not None:
        phrase = read_phrase(reading, start, end, greedy=True)
        if phrase.end >= end:
            return phrase
        start = phrase.end
    return Phrase(start, end, start, "", "")


def _before_quoted(reading: Reading, end: int, first: int) -> int:
    """Return where a short name in quotation marks that ends there begins, whatever its words («"المساواة الآن"»)."""
    if end - 1 <= first or reading.forms[end - 1] != '"':
        return end
    number = reading.quotation_of[end - 1]
    quotation = reading.quotations[number] if number >= 0 else None
    short = quotation is not None and quotation.last == end - 1 and first <= quotation.first >= end - _NAME_IN_MARKS
    return quotation.first if quotation is not None and short else end


def _is_another(reading: Reading, name: int, bounds: tuple[int, int]) -> bool:
    """Return whether a title behind a name is another's: it has a name of its own, or the other gender.

    «حاورت هدى سالم النجم كريم فؤاد، الذي قال ...», «استقبل الشيخ سامي الحداد رئيسة الوزراء، التي قالت ...».
    """
    start, end = bounds
    names = (reading.names_by_token.get(place) for place in range(start + 1, end))
    if any(mention is not None and mention.kind is MentionKind.PER for mention in names):
        return True
    gender = (noun_of(reading.forms[start]) or ("", ""))[1]
    title = noun_of(reading.forms[name - 1]) if name else None
    known = title[1] if title is not None and title[0] == "person" else ""
    if not known and name and (verb := verb_at(reading, name - 1)) is not None:
        known = verb.gender
    return bool(known and gender) and known != gender


def is_named_behind(reading: Reading, span: Span, cue: int) -> bool:
    """Return whether a person or body is named again in the same sentence behind a verb, outside quotations.

    Whom an elided subject stands for is no more named behind it: in «حاول الهلال ضم سامي. وأكد رغبته في البقاء مع مدرب
    الهلال» it is not الهلال who speaks. A state is named again as a place, and a name right behind the verb is its
    subject or object.
    """
    starts = reading.document.token_starts
    first = max(0, bisect_right(starts, span.start) - 1)
    if " و" in span.of(reading.text) or (noun_of(reading.forms[first]) or ("body",))[0] != "body":
        return False  # «متحدث باسم تويتر» may speak of تويتر
    own = {name for _, name in _names(reading, first, bisect_left(starts, span.end))}
    behind = range(cue + _OBJECT_REACH, reading.sentences[reading.sentence_of[cue]][1])
    again = _names(reading, behind.start, behind.stop)
    return any(name in own and reading.quotation_of[place] < 0 for place, name in again)


def _names(reading: Reading, first: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the first token and the folded form of each person's and body's name."""
    for place in range(first, end):
        name = reading.names_by_token.get(place)
        if name is not None and name.kind in (MentionKind.PER, MentionKind.ORG):
            start = reading.tokens[place].start + name.offset
            yield place, fold(reading.text[start : reading.tokens[name.end - 1].end])
