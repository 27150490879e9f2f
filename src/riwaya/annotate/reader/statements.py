"""Of the statements that rules and network propose, those that are said: the likeliest first, none said twice.

The weights are fitted by `training/fit_statements.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log1p

from riwaya.annotate.reader.evidence import log_odds
from riwaya.annotate.reader.hearing import Heard, hear
from riwaya.annotate.reader.learnt import chance, learnt
from riwaya.annotate.reader.proposals import Proposal
from riwaya.annotate.reader.reading import Reading
from riwaya.annotate.reader.spans import SpanIndex, common, length
from riwaya.annotate.statements.pieces import without_rest
from riwaya.model import Mode, Statement

# A content must be likelier than this to be one: F1 of articles that the weights are not fitted on is flat from .3
# (.868) to .4 (.867), while precision rises.
LEAST = 0.4
_HEARD = 0.5  # from here on the network hears a cue and a content too
_SAME = 0.5  # of the longer one: contents that share more are one


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal with what is multiplied with the weights."""

    proposal: Proposal
    heard: Heard
    values: tuple[float, ...]


def choose_statements(proposals: Sequence[Proposal], reading: Reading) -> list[Statement]:
    """Return the statements that are likely enough, with the scores that rules and network give them together.

    What the network has not read keeps the score of the rules.
    """
    read = [one for one in proposals if reading.is_read(one.statement.content)]
    weights = learnt()
    likely = [
        (chance(weights.contents, one.values), one)
        for one in weigh(read, reading)
        if chance(weights.contents, one.values) >= LEAST
    ]
    said: SpanIndex[Statement] = SpanIndex()
    contents: SpanIndex[Statement] = SpanIndex()
    found = [one.statement for one in proposals if one.rule and not reading.is_read(one.statement.content)]
    for _, one in sorted(likely, key=lambda pair: (-pair[0], pair[1].proposal.statement.content)):
        statement = one.proposal.statement
        if said.meeting(statement.cue) or any(
            common(statement.content, other) > _SAME * max(length(statement.content), length(other))
            for other, _ in contents.meeting(statement.content)
        ):
            continue
        statement = one.proposal.whole or statement
        said.add(statement.cue, statement)
        contents.add(statement.content, statement)
        score = round(chance(weights.statements, one.values), 4)
        found.append(replace(statement, score=score, found_by=_found_by(one)))
    return [_with_own_rest(each, contents) for each in found]


def _with_own_rest(statement: Statement, contents: SpanIndex[Statement]) -> Statement:
    """Return a statement without its rest where another says a piece of it."""
    repeated = any(
        common(piece, other) > _SAME * max(length(piece), length(other))
        for piece in statement.content_rest
        for other, _ in contents.meeting(piece)
    )
    return without_rest(statement) if repeated else statement


def weigh(proposals: Sequence[Proposal], reading: Reading) -> list[Weighed]:
    """Return proposals, which the network has read, with their features."""
    by_cue = SpanIndex((one.statement.cue, one) for one in proposals)
    by_content = SpanIndex((one.statement.content, one) for one in proposals)
    weighed = []
    for one in proposals:
        cue, content = one.statement.cue, one.statement.content
        rivals = [other for _, other in by_cue.meeting(cue) if other is not one]
        covered = any(
            common(content, span) > _SAME * length(content)
            for span, other in by_content.meeting(content)
            if not other.statement.cue.overlaps(cue)
        )
        beside = any(other.rule for other in rivals), any(other.content for other in rivals), covered
        heard = hear(reading, one.statement)
        weighed.append(Weighed(one, heard, features(one, heard, beside)))
    return weighed


def features(proposal: Proposal, heard: Heard, rivals: tuple[bool, bool, bool]) -> tuple[float, ...]:
    """Return what the weights are multiplied with, in the order of `SpeechWeights`.

    Args:
        proposal: what is weighed.
        heard: what the network says of its parts.
        rivals: whether the rules, and the network, propose another content at its cue, and whether another statement
            says most of its content.
    """
    statement, direct = proposal.statement, float(proposal.statement.mode is Mode.DIRECT)
    rule = log_odds(proposal.rule) if proposal.rule else 0.0
    return (
        1.0,
        float(bool(proposal.rule)),
        rule,
        float(bool(proposal.content)),
        log_odds(proposal.cue) if proposal.content else 0.0,
        log_odds(proposal.content) if proposal.content else 0.0,
        float(proposal.by_rules and bool(proposal.content)),
        float(bool(proposal.rule) and not proposal.by_rules),
        log_odds(heard.cue),
        log_odds(heard.opens),
        heard.within,
        log_odds(heard.closes),
        log_odds(heard.whole),
        float(heard.whole >= _HEARD),
        log_odds(heard.speaker),
        float(statement.implicit),
        float(statement.speaker is None),
        direct,
        float(statement.mode is Mode.MIXED),
        direct * rule,
        *map(float, rivals),
        log1p(len(statement.content_text.split())),
    )


def _found_by(one: Weighed) -> str:
    if not one.proposal.rule:
        return "reader"
    return "both" if one.proposal.content or min(one.heard.cue, one.heard.within) >= _HEARD else "rules"
