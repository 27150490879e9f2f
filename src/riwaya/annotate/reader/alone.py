"""Statements that the network hears where the rules find none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.reader.evidence import log_odds
from riwaya.annotate.reader.learnt import chance, learnt
from riwaya.annotate.reader.reading import Reading
from riwaya.annotate.reader.records import SpeechPart
from riwaya.annotate.reader.taken import Taken
from riwaya.annotate.statements.lexicon import CueForm, cue_forms, strip_conjunction
from riwaya.annotate.statements.modes import mode_by_marks
from riwaya.arabic.normalise import fold
from riwaya.model import Span, Statement

# A cue and a content must both be likelier than this.
_HEARD = 0.3
# A statement must be likelier than this: what is rarer right adds more falsehood than it finds.
LEAST = 0.4
_FAR = 600  # characters from the statement before, whose speaker may go on
_SHORTEST = 2  # words
_NAMES = 0.3
_SAME = 0.5  # of the longer one: contents that share more are one


def heard_alone(
    document: Document, reading: Reading, statements: Sequence[Statement], *, least: float = LEAST
) -> list[Statement]:
    """Return the statements that the network alone hears, in order of their cues.

    Args:
        document: what was read.
        reading: what the network found in it.
        statements: those of the rules, which go before: no cue and no content is used twice.
        least: score from which on they are returned.
    """
    cues, contents = Taken(each.cue for each in statements), Taken(each.content for each in statements)
    # What names the speaker of a statement is no content: «كشف الموقع أن الحداد أبلغ ... أن» is one chain.
    speakers = Taken(each.speaker for each in statements if each.speaker is not None and not each.implicit)
    found: list[Statement] = []
    for parts in _by_cue(reading.findings.speech):
        cue, content = parts["CUE"][0], max(parts["CNT"], key=lambda part: part.span.end - part.span.start)
        first, behind = reading.words_in(content.span)
        likely = min(cue.score, content.score) >= _HEARD and behind - first >= _SHORTEST
        used = cues.shared(cue.span) or contents.shared(content.span) > _SAME or speakers.shared(content.span) > _NAMES
        written = bool(_apart(parts["SPK"], content.span))
        score = chance(learnt().alone, features(cue.score, content.score, written=written))
        if likely and not used and score >= least:
            found.append(_make(document, parts, content, [*statements, *found], score))
    return found


def features(cue: float, content: float, *, written: bool) -> tuple[float, ...]:
    """Return what the weights are multiplied with, in the order of `AloneWeights`."""
    return 1.0, log_odds(cue), log_odds(content), float(written)


def _by_cue(speech: Iterable[SpeechPart]) -> Iterator[dict[str, list[SpeechPart]]]:
    """Yield the parts of every cue that has a content apart from it."""
    parts: dict[Span, dict[str, list[SpeechPart]]] = defaultdict(lambda: defaultdict(list))
    for part in speech:
        if part.cue is not None:
            parts[part.cue][part.kind].append(part)
    for cue, kinds in sorted(parts.items()):
        if kinds["CNT"] and kinds["CUE"] and not any(part.span.overlaps(cue) for part in kinds["CNT"]):
            yield kinds


def _make(
    document: Document,
    parts: dict[str, list[SpeechPart]],
    content: SpeechPart,
    statements: Sequence[Statement],
    score: float,
) -> Statement:
    text, cue = document.text, parts["CUE"][0]
    written = _apart(parts["SPK"], content.span)
    known = _form_of(cue.span.of(text))
    speaker = written[0] if written else _last_speaker(text, cue.span, statements)
    spans = [content.span, cue.span, *written[:1]]
    return Statement(
        id=Statement.make_id(document.article.id, content.span, cue.span),
        article_id=document.article.id,
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        content=content.span,
        content_text=content.span.of(text),
        cue=cue.span,
        cue_text=cue.span.of(text),
        speaker=speaker,
        speaker_text=speaker.of(text) if speaker else "",
        implicit=not written,
        via=tuple(_apart(parts["VIA"], *spans)),
        addressee=next(iter(_apart(parts["ADR"], *spans)), None),
        mode=mode_by_marks(text, content.span),
        distance=(),
        force=known.cue.force if known else "assert",
        score=round(score, 4),
        found_by="reader",
    )


def _apart(parts: Iterable[SpeechPart], *others: Span) -> list[Span]:
    """Return the spans of parts that overlap none of the others."""
    return [part.span for part in parts if not any(part.span.overlaps(other) for other in others)]


def _last_speaker(text: str, cue: Span, statements: Sequence[Statement]) -> Span | None:
    """Return who spoke last before a cue whose verb may be his, near enough to go on."""
    before = [each for each in statements if each.cue.start < cue.start and each.speaker is not None]
    for last in sorted(before, key=lambda each: each.cue.start, reverse=True):
        if cue.start - last.span.end >= _FAR:
            return None
        if _agree(_form_of(cue.of(text)), _form_of(last.cue_text)):
            return last.speaker
    return None


def _form_of(cue: str) -> CueForm | None:
    """Return what is known of a cue's form, with «و» before it or not."""
    forms = cue_forms()
    folded = fold(cue)
    return forms.get(folded) or forms.get(strip_conjunction(folded))


def _agree(one: CueForm | None, other: CueForm | None) -> bool:
    """Return whether two cues may have one subject: no masculine verb has a woman's, where both tell."""
    if one is None or other is None:
        return True
    return "" in (one.gender, other.gender) or one.gender == other.gender or "p" in (one.number, other.number)
