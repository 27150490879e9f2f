"""Where a content begins and ends: the rules say, unless the network is sure of other ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from riwaya.annotate.document import Document
from riwaya.annotate.reader.decode import Floats
from riwaya.annotate.reader.reading import Reading
from riwaya.annotate.reader.records import SpeechPart
from riwaya.annotate.reader.taken import Taken
from riwaya.annotate.statements.modes import mode_by_marks
from riwaya.model import Span, Statement

# The network's content must be this likely, and its ends likelier than the rules' by this much (log odds). Of 194 own
# articles that nothing was learnt from: 28 contents become exact, 13 are no longer.
_SURE = 0.7
_MARGIN = 5.0
_LEAST = -6.0  # no word's label is less likely than this (log)


def settle_contents(document: Document, statements: Iterable[Statement], reading: Reading) -> list[Statement]:
    """Return the rules' statements with the network's contents where those are clearly likelier."""
    ruled = list(statements)
    contents = _contents_by_cue(reading.findings.speech)
    cues = sorted(contents)
    starts = [cue.start for cue in cues]
    scores = np.maximum(reading.scores["cnt"], np.float32(_LEAST))
    others = Taken(span for each in ruled for span in (each.cue, each.content))
    found = []
    for statement in ruled:
        place = bisect_left(starts, statement.cue.end) - 1
        heard = contents.get(cues[place]) if place >= 0 and cues[place].overlaps(statement.cue) else None
        if (
            heard is not None
            and _is_better(statement, heard, others)
            and _gain(scores, reading, statement.content, heard.span) > _MARGIN
        ):
            del contents[cues[place]]  # one content is said once
            statement = _with_content(document, statement, heard.span)
        found.append(statement)
    return found


def _is_better(statement: Statement, heard: SpeechPart, others: Taken) -> bool:
    """Return whether a heard content may be the statement's: likely, and nobody's else, nor one of its other parts."""
    parts = (statement.cue, statement.addressee, *statement.via, None if statement.implicit else statement.speaker)
    if heard.score < _SURE or any(part is not None and part.overlaps(heard.span) for part in parts):
        return False
    return others.meeting(heard.span) <= others.meeting(statement.content)


def _contents_by_cue(speech: Iterable[SpeechPart]) -> dict[Span, SpeechPart]:
    """Return the longest content of every cue that has any."""
    found: dict[Span, SpeechPart] = {}
    for part in speech:
        if part.kind == "CNT" and part.cue is not None:
            before = found.get(part.cue)
            if before is None or part.span.end - part.span.start > before.span.end - before.span.start:
                found[part.cue] = part
    return found


def _gain(scores: Floats, reading: Reading, ruled: Span, heard: Span) -> float:
    """Return how much likelier the network finds its own content than the rules', 0 where they do not meet."""
    one, other = reading.words_in(ruled), reading.words_in(heard)
    if one == other or not ruled.overlaps(heard):
        return 0.0
    first, behind = min(one[0], other[0]), max(one[1], other[1])
    return _likelihood(scores, other, first, behind) - _likelihood(scores, one, first, behind)


def _likelihood(scores: Floats, content: tuple[int, int], first: int, behind: int) -> float:
    """Return the log probability that of the words from `first` on just those of the content are content."""
    start, end = content
    total = float(scores[first:start, 0].sum() + scores[start, 1] + scores[start + 1 : end, 2].sum())
    if end < len(scores):
        total += float(np.log(max(1e-6, 1 - float(np.exp(scores[end, 2])))))
    return total + float(scores[end:behind, 0].sum())


def _with_content(document: Document, statement: Statement, content: Span) -> Statement:
    text = document.text
    parts = [content, statement.cue]
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
    )
