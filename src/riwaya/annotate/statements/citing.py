"""Who speaks and who passes on where an adverbial attribution goes with a statement.

«ذكرت رويترز أن السفينة غرقت، بحسب مسؤول»: the official speaks, the agency passes on. «قال الوزير إن ...، بحسب رويترز»:
the minister speaks, the agency passes on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from riwaya.annotate.statements.attributions import Attribution, is_norm
from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import skip_adverbs
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.vessels import passes_on
from riwaya.arabic.normalise import fold
from riwaya.model import MentionKind, Span

_DEEPEST = 6
_LONGEST = 12  # tokens of a source
_NEIGHBOURS = 16
_NO_OUTLET = frozenset(("مصادر",))  # «قالت مصادر إن ...»
_OF_MANY_KINDS = frozenset(("وكاله", "شبكه", "موقع"))  # «وكالة الطاقة», «شبكة حقوقية»
_NEWS = frozenset(("الانباء", "انباء", "اخباريه", "الاخباريه", "اخباري", "الاخباري", "الصحافه", "الاعلام"))


def cite_between(reading: Reading, drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> None:
    """Add, in place, each attribution that stands between a cue and its content («قال، نقلا عن خبراء، إن ...»).

    What is said within the content comes through its source too, so this goes before the chains are made.
    """
    places = [draft.cue_token for draft in drafts]
    for attribution in attributions:
        middle = bisect_left(places, attribution.first)
        for draft in drafts[max(0, middle - _NEIGHBOURS) : middle]:
            if draft.hit is None or draft.structure == "noun":
                continue
            _begin_behind(reading, draft, attribution)
            if interrupts(attribution, draft):
                cite(reading, draft, attribution)


def interrupts(attribution: Attribution, draft: Draft) -> bool:
    """Return whether the attribution stands between the statement's cue and its content."""
    return draft.cue_token < attribution.first and attribution.end <= draft.first and not attribution.leads


def _begin_behind(reading: Reading, draft: Draft, attribution: Attribution) -> None:
    """Move a content's beginning behind the source that speaks («أعلنت الوكالة نقلا عن مصدر التوصل إلى اتفاق»)."""
    if not attribution.first <= draft.first < attribution.end or draft.cue_token >= attribution.first:
        return
    first = skip_adverbs(reading, attribution.end, draft.end)
    while first < draft.end and reading.forms[first] == ",":
        first += 1
    source = attribution.speaker
    if source is not None and first < draft.end and _speaks(reading, draft, attribution, source):
        draft.first, draft.quotation = first, None


def cite(reading: Reading, draft: Draft, attribution: Attribution) -> None:
    """Make the attribution's source the speaker, or an intermediary, of a statement in place."""
    source = attribution.via if attribution.own else attribution.speaker
    if source is None or len(draft.via) >= _DEEPEST:
        return
    carrier = [attribution.via] if attribution.via is not None and not attribution.own else []
    if _speaks(reading, draft, attribution, source):
        draft.via = [*draft.via, *([draft.speaker] if draft.speaker is not None else []), *carrier]
        draft.speaker, draft.elided = source, False
        if not attribution.leads:
            draft.cue = attribution.cue
    elif not _same(reading, draft.speaker, source):
        reporters = 1 if draft.via and _is_outlet(reading, draft.via[0]) and not _is_outlet(reading, source) else 0
        draft.via = [*draft.via[:reporters], *carrier, source, *draft.via[reporters:]]


def _speaks(reading: Reading, draft: Draft, attribution: Attribution, source: Span) -> bool:
    """Return whether the attribution names who spoke, and the cue's subject only passes it on."""
    if attribution.leads or attribution.own or _is_outlet(reading, source) or _same(reading, draft.speaker, source):
        return False
    first = bisect_right(reading.document.token_starts, source.start) - 1
    if is_norm(reading.forms[first]):
        return False
    copied = attribution.cue.of(reading.text).startswith("نقلا") or attribution.via is not None
    between = draft.cue_token < attribution.first <= draft.first
    if copied and (passes_on(reading, draft) or between):
        return True
    # What an outlet thinks of something is its own.
    judges = draft.hit is not None and bool(draft.hit.form.cue.frames & {"describe", "deem"})
    limit = min(first + _LONGEST, len(reading.forms))
    somebody = read_phrase(reading, first, limit, greedy=False).kind in ("person", "people", "name")
    # A document, a figure or a body that an outlet names at the end may be but what its own words rest on.
    return draft.speaker is not None and somebody and not judges and _is_outlet(reading, draft.speaker)


def _is_outlet(reading: Reading, span: Span) -> bool:
    """Return whether the words name an outlet, not another body or a document."""
    starts = reading.document.token_starts
    first, end = bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)
    word = fold(reading.text[span.start : reading.tokens[first].end]).removeprefix("ال")
    named = any(
        name.kind is MentionKind.OUTLET and name.end <= end + 1
        for place in range(first, min(first + 2, end))
        if (name := reading.names_by_token.get(place)) is not None
    )
    if named or word not in words("medium") - _NO_OUTLET:
        return named
    news = end == first + 1 or any(form in _NEWS for form in reading.forms[first + 1 : end])
    return news or word not in _OF_MANY_KINDS


def _same(reading: Reading, speaker: Span | None, other: Span) -> bool:
    """Return whether two spans name one source, as far as words tell."""
    if speaker is None:
        return False
    first, second = fold(speaker.of(reading.text)).split(), fold(other.of(reading.text)).split()
    bare = {word.removeprefix("ال") for word in first}
    return bool(second) and second[0].removeprefix("ال") in bare
