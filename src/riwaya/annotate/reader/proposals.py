"""Statements that rules and network propose: each with the contents of both, and what speaks for it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from riwaya.annotate.document import Document
from riwaya.annotate.reader.agreement import agree, form_of, may_be_subject
from riwaya.annotate.reader.reading import Reading
from riwaya.annotate.reader.records import SpeechPart
from riwaya.annotate.reader.spans import common, length
from riwaya.annotate.reader.speakers import speakers_of
from riwaya.annotate.statements.modes import mode_by_marks
from riwaya.model import Span, Statement

# A cue and a content must both be likelier than this, or a speaker and his tie to the cue.
_HEARD = 0.3
_FAR = 600  # characters from the statement before, whose speaker may go on
_SHORTEST = 2  # words
# «قال إن القوات تقدمت، وإن العملية مستمرة»: such a clause never is the narrator's.
_AND_THAT = re.compile(r"[\"»”]?[،,]?\s*وب?[أإا]ن(?:ه|ها|هم|هما)?\s")
_BEHIND_AND_THAT = re.compile(r"\sوب?[أإا]ن(?:ه|ها|هم|هما)?\s+[\"«“]?$")
_SAME_PIECE = 0.5  # of the longer one: what shares more is one piece


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement that may be one.

    Attributes:
        rule: the rules' score of a statement at its cue, 0 where they have none.
        by_rules: its content is the rules'.
        cue, content: the network's probabilities of its cue and its content, 0 where it hears others or none.
        whole: what is said where the network hears one clause of those that «وأن» joins in it.
    """

    statement: Statement
    rule: float
    by_rules: bool
    cue: float
    content: float
    whole: Statement | None = None


def propose(document: Document, ruled: Sequence[Statement], reading: Reading) -> list[Proposal]:
    """Return the statements of the rules, each as well with the network's content where it has another, and its own.

    Args:
        document: what was read.
        ruled: the statements of the rules.
        reading: what the network found in it.
    """
    heard = {parts["CUE"][0].span: parts for parts in _by_cue(reading.findings.speech)}
    for parts in heard.values():
        parts["SPK"] = speakers_of(document, parts["SPK"], reading.findings.entities)
    cues = sorted(heard)
    starts = [cue.start for cue in cues]
    used: set[Span] = set()
    wholes: dict[Span, Statement] = {}
    found: list[Proposal] = []
    for statement in ruled:
        place = bisect_left(starts, statement.cue.end) - 1
        cue = cues[place] if place >= 0 and cues[place].overlaps(statement.cue) else None
        if cue is None or cue in used:
            found.append(Proposal(statement, statement.score, by_rules=True, cue=0.0, content=0.0))
            continue
        statement = _with_heard_speaker(document.text, statement, heard[cue]["SPK"])
        content = _longest(heard[cue]["CNT"])
        chances = heard[cue]["CUE"][0].score, content.score
        if content.span == statement.content:
            used.add(cue)
            found.append(Proposal(statement, statement.score, True, *chances))
            continue
        found.append(Proposal(statement, statement.score, by_rules=True, cue=0.0, content=0.0))
        if not _is_part(statement, content.span):
            used.add(cue)
            other = _with_content(document, statement, content.span)
            whole = statement if _parts_clauses(document.text, statement.content, content.span) else None
            found.append(Proposal(other, statement.score, False, *chances, whole))
        wholes[cue] = statement
    before = sorted(ruled, key=_place)
    for cue in cues:
        for content in heard[cue]["CNT"]:
            chances = heard[cue]["CUE"][0].score, content.score
            if cue in used and content is _longest(heard[cue]["CNT"]):
                continue
            if min(chances) >= _HEARD and _is_long(reading, content.span):
                made = _make(document, heard[cue], content.span, before)
                insort(before, made, key=_place)
                ruled_too = wholes.get(cue)
                divides = ruled_too is not None and _parts_clauses(document.text, ruled_too.content, content.span)
                found.append(Proposal(made, 0.0, False, *chances, ruled_too if divides else None))
    return found


def _by_cue(speech: Iterable[SpeechPart]) -> Iterator[dict[str, list[SpeechPart]]]:
    """Yield the parts of every cue, of its contents those apart from it, where there are any."""
    parts: dict[Span, dict[str, list[SpeechPart]]] = defaultdict(lambda: defaultdict(list))
    for part in speech:
        if part.cue is not None:
            parts[part.cue][part.kind].append(part)
    for cue, kinds in sorted(parts.items()):
        kinds["CNT"] = [part for part in kinds["CNT"] if not part.span.overlaps(cue)]
        if kinds["CNT"] and kinds["CUE"]:
            yield kinds


def _is_long(reading: Reading, content: Span) -> bool:
    first, behind = reading.words_in(content)
    return behind - first >= _SHORTEST


def _longest(contents: Iterable[SpeechPart]) -> SpeechPart:
    return max(contents, key=lambda part: part.span.end - part.span.start)


def _is_part(statement: Statement, content: Span) -> bool:
    """Return whether a heard content meets another part of the statement."""
    parts = (statement.cue, statement.addressee, *statement.via, None if statement.implicit else statement.speaker)
    return any(part is not None and part.overlaps(content) for part in parts)


def _parts_clauses(text: str, ruled: Span, heard: Span) -> bool:
    """Return whether a content is heard only up to, or from, a clause that «وأن» joins to what is reported."""
    if not ruled.contains(heard):
        return False
    ends = heard.end < ruled.end and _AND_THAT.match(text, heard.end) is not None
    return ends or (heard.start > ruled.start and _BEHIND_AND_THAT.search(text[ruled.start : heard.start]) is not None)


def _with_heard_speaker(text: str, statement: Statement, heard: Sequence[SpeechPart]) -> Statement:
    """Return a statement at whose cue the rules read no speaker with the one whom the network hears there."""
    if statement.speaker is not None and not statement.implicit:
        return statement
    others = [part for part in (statement.cue, *statement.pieces, statement.addressee, *statement.via) if part]
    apart = [part for part in heard if not any(other.overlaps(part.span) for other in others)]
    apart = [part for part in apart if may_be_subject(text, statement.cue, part.span)]
    best = max(apart, key=_chance_of_speaker, default=None)
    if best is None or _chance_of_speaker(best) < _HEARD:
        return statement
    parts = (*statement.pieces, statement.cue, best.span)
    return replace(
        statement,
        span=Span(min(part.start for part in parts), max(part.end for part in parts)),
        speaker=best.span,
        speaker_text=best.span.of(text),
        implicit=False,
    )


def _chance_of_speaker(part: SpeechPart) -> float:
    return min(part.score, part.cue_score)


def _with_content(document: Document, statement: Statement, content: Span) -> Statement:
    text = document.text
    rest = _rest_beside(statement, content)
    parts = [content, statement.cue, *rest]
    if statement.speaker is not None and not statement.implicit:
        parts.append(statement.speaker)
    return replace(
        statement,
        id=Statement.make_id(statement.article_id, content, statement.cue),
        span=Span(min(part.start for part in parts), max(part.end for part in parts)),
        content=content,
        content_text=content.of(text),
        mode=mode_by_marks(text, content),
        distance=tuple(span for span in statement.distance if content.contains(span) or statement.cue.contains(span)),
        content_rest=rest,
    )


def _rest_beside(statement: Statement, content: Span) -> tuple[Span, ...]:
    """Return the pieces that a statement keeps beside another content: all but the one that this is, if it is one."""
    met = [piece for piece in statement.pieces if piece.overlaps(content)]
    if len(met) != 1 or common(met[0], content) <= _SAME_PIECE * max(length(met[0]), length(content)):
        return ()
    return tuple(piece for piece in statement.pieces if piece != met[0])


def _make(
    document: Document, parts: dict[str, list[SpeechPart]], content: Span, others: Sequence[Statement]
) -> Statement:
    """Return a statement that the network alone hears; `others` are in order of their cues."""
    text, cue = document.text, parts["CUE"][0].span
    written = [span for span in _apart(parts["SPK"], content) if may_be_subject(text, cue, span)]
    known = form_of(cue.of(text))
    speaker = written[0] if written else _last_speaker(text, cue, others)
    spans = [content, cue, *written[:1]]
    addressee = next(iter(_apart(parts["ADR"], *spans)), None)
    carriers = _apart(parts["VIA"], *spans, *([addressee] if addressee is not None else []))
    return Statement(
        id=Statement.make_id(document.article.id, content, cue),
        article_id=document.article.id,
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        content=content,
        content_text=content.of(text),
        cue=cue,
        cue_text=cue.of(text),
        speaker=speaker,
        speaker_text=speaker.of(text) if speaker else "",
        implicit=not written,
        via=tuple(carriers),
        addressee=addressee,
        mode=mode_by_marks(text, content),
        distance=(),
        force=known.cue.force if known else "assert",
        score=0.0,
        found_by="reader",
    )


def _apart(parts: Iterable[SpeechPart], *others: Span) -> list[Span]:
    """Return the spans of parts that overlap none of the others."""
    return [part.span for part in parts if not any(part.span.overlaps(other) for other in others)]


def _place(statement: Statement) -> int:
    return statement.cue.start


def _last_speaker(text: str, cue: Span, before: Sequence[Statement]) -> Span | None:
    """Return who spoke last before a cue whose verb may be his, near enough to go on."""
    for last in reversed(before[: bisect_left(before, cue.start, key=_place)]):
        if cue.start - last.span.end >= _FAR:
            return None
        agreed = agree(form_of(cue.of(text)), form_of(last.cue_text), last.speaker_text)
        if last.speaker is not None and agreed:
            return last.speaker
    return None
