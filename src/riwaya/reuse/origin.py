"""What an account goes back to: an agency, a body's own statement, another outlet, or the outlet's own reporting.

The strongest evidence decides: a credit line, then text copied from an article that is certainly earlier or
credited, then what most of the account's statements are attributed to, then the lead's attribution. With none of
them an account counts as the outlet's own, with a low score, because absence of a credit is weak evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.arabic.names import fold_name
from riwaya.arabic.sentences import split_sentences
from riwaya.model import Direction, MentionKind, Origin, OriginKind, Passage, Span, Statement
from riwaya.reuse.agencies import agencies_in_text, agency_in_credit, is_generic, named_agency
from riwaya.reuse.credit import outlet_key
from riwaya.reuse.evidence import AccountEvidence, Neighbour

COPIED_SHARE = 0.4
NEAR_COPY_SHARE = 0.6
MOST = 0.5
_LEAD_SENTENCES = 2
_STATEMENT_NOUN = re.compile(r"\b[وفبل]{0,2}(?:ال)?بيان(?:ات|ا|ها|ه|هم)?\b")
_RELAY = re.compile(
    r"\b[وف]?(?:نقل|نقلت|نقلا|نقله|نقلته|ذكر|ذكرت|ذكرته|افاد|افادت|اوردت|اوردته|وفق|وفقا|بحسب|حسب|حسبما|طبقا|قالت|قال)\b"
)


@dataclass(frozen=True, slots=True)
class _Finding:
    origin: str
    kind: OriginKind
    evidence: tuple[Span, ...]
    score: float


def trace_origin(evidence: AccountEvidence) -> Origin:
    """Return what the account goes back to; `evidence` is empty where it is a credit line or an absence."""
    findings = [
        finding
        for search in (_from_credit, _from_copy, _from_undated_copy, _from_statements, _from_lead)
        if (finding := search(evidence)) is not None
    ]
    own = evidence.article.outlet
    best = max(findings, key=lambda finding: finding.score, default=_Finding(own, OriginKind.OWN, (), 0.6))
    return Origin(evidence.article.id, best.origin, best.kind, best.evidence, best.score)


def _from_credit(evidence: AccountEvidence) -> _Finding | None:
    """Judge credits, byline and dateline: an agency, another outlet or, where they name only itself, the outlet."""
    article = evidence.article
    own = outlet_key(article.outlet)
    for line in (*article.credits, *article.authors, article.dateline):
        agency = agency_in_credit(line)
        if agency and outlet_key(agency) != own:
            # «وكالات» says least: whoever's text was copied says more.
            return _Finding(agency, OriginKind.AGENCY, (), 0.66 if is_generic(agency) else 0.9)
    for line in article.credits:
        key = outlet_key(line)
        same = key and (f" {key} " in f" {own} " or f" {own} " in f" {key} " or key in outlet_key(article.dateline))
        if key and not same:
            return _Finding(line.strip(), OriginKind.OUTLET, (), 0.85)
        if same:
            return _Finding(article.outlet or line.strip(), OriginKind.OWN, (), 0.75)
    return None


def _from_copy(evidence: AccountEvidence) -> _Finding | None:
    """Judge what share of the text stands in one neighbour that gave it."""
    given: dict[str, list[Passage]] = {}
    for passage in evidence.passages:
        if passage.direction is Direction.FROM and passage.score >= 0.5:
            given.setdefault(passage.other_article_id, []).append(passage)
    neighbours = {neighbour.article_id: neighbour for neighbour in evidence.neighbours}
    best: tuple[float, str] | None = None
    for identity in sorted(given):
        share = _covered(given[identity]) / max(len(evidence.article.text), 1)
        if identity in neighbours and (best is None or share > best[0]):
            best = (share, identity)
    if best is None or best[0] < COPIED_SHARE:
        return None
    share, identity = best
    name, kind = _giver(neighbours[identity], evidence.article.outlet)
    spans = tuple(sorted(passage.span for passage in given[identity]))
    return _Finding(name, kind, spans, round(min(0.5 + share / 2, 0.95), 4))


def _from_undated_copy(evidence: AccountEvidence) -> _Finding | None:
    """Judge an account without a date most of whose text stands in a dated article of another outlet.

    Which was first is not known, so the other counts only where it is an agency's text or the one dated article.
    """
    article = evidence.article
    if article.published:
        return None
    shared: dict[str, list[Passage]] = {}
    for passage in evidence.passages:
        if passage.direction is not Direction.TO and passage.score >= 0.5:
            shared.setdefault(passage.other_article_id, []).append(passage)
    near = [
        neighbour
        for neighbour in sorted(evidence.neighbours, key=lambda neighbour: neighbour.article_id)
        if neighbour.published
        and outlet_key(neighbour.outlet) not in ("", outlet_key(article.outlet))
        and _covered(shared.get(neighbour.article_id, [])) >= NEAR_COPY_SHARE * max(len(article.text), 1)
    ]
    givers = [(_giver(neighbour, article.outlet), neighbour) for neighbour in near]
    agencies = [giver for giver in givers if giver[0][1] is OriginKind.AGENCY]
    if not agencies and len({outlet_key(neighbour.outlet) for neighbour in near}) != 1:
        return None
    (name, kind), neighbour = (agencies or givers)[0]
    spans = tuple(sorted(passage.span for passage in shared[neighbour.article_id]))
    return _Finding(name, kind, spans, 0.55)


def _giver(neighbour: Neighbour, outlet: str) -> tuple[str, OriginKind]:
    """Return whom a copied text goes back to: the neighbour's own agency, itself, or the same outlet's earlier page."""
    for line in (neighbour.outlet, *neighbour.credits, neighbour.dateline):
        agency = agency_in_credit(line)
        if agency:
            return agency, OriginKind.AGENCY
    same = outlet_key(neighbour.outlet) == outlet_key(outlet)
    return neighbour.outlet, OriginKind.OWN if same else OriginKind.OUTLET


def _covered(passages: list[Passage]) -> int:
    """Return how many characters the passages cover together."""
    covered = reached = 0
    for span in sorted(passage.span for passage in passages):
        covered += max(span.end - max(span.start, reached), 0)
        reached = max(reached, span.end)
    return covered


def _from_statements(evidence: AccountEvidence) -> _Finding | None:
    """Judge what most of the account's statements are attributed to."""
    statements = sorted(evidence.statements, key=lambda statement: statement.span)
    if len(statements) < 2:
        return None
    votes: dict[tuple[OriginKind, str], list[Span]] = {}
    last: tuple[OriginKind, str] | None = None
    outlets = [mention.text for mention in evidence.mentions if mention.kind is MentionKind.OUTLET]
    for statement in statements:
        found = _source_of(statement, evidence, outlets)
        if found is None and statement.implicit:
            found = last
        last = found
        if found is not None:
            votes.setdefault(found, []).append(statement.span)
    if not votes:
        return None
    (kind, name), spans = max(votes.items(), key=lambda vote: (len(vote[1]), vote[0][1]))
    share = len(spans) / len(statements)
    if share < MOST:
        return None
    return _Finding(name, kind, tuple(spans), round(0.4 + 0.45 * share, 4))


def _source_of(
    statement: Statement, evidence: AccountEvidence, outlets: Sequence[str]
) -> tuple[OriginKind, str] | None:
    """Return the agency, outlet or body's statement that one statement came through."""
    text = evidence.article.text
    around = statement.span.of(text)
    pieces = statement.pieces
    starts, ends = (
        (statement.span.start, *(piece.end for piece in pieces)),
        (*(p.start for p in pieces), statement.span.end),
    )
    outside = " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    sources = [span.of(text) for span in statement.via] + [statement.speaker_text]
    for source in sources:
        agency = named_agency(source)
        if agency:
            return OriginKind.AGENCY, agency
    own = outlet_key(evidence.article.outlet)
    for outlet in outlets:
        # «مراسل سكاي نيوز عربية» on that outlet's own page is its own reporting.
        if outlet_key(outlet) and f" {outlet_key(outlet)} " in f" {own} ":
            continue
        if any(fold_name(outlet) and fold_name(outlet) in fold_name(source) for source in sources):
            return OriginKind.OUTLET, outlet
    if around and _STATEMENT_NOUN.search(fold_name(outside)):
        body = sources[0] if statement.via else statement.speaker_text
        return OriginKind.READOUT, _body_name(body)
    return None


def _body_name(source: str) -> str:
    """Return a body's name without «بيان» and the like before it."""
    words = [word for word in source.split() if not _STATEMENT_NOUN.fullmatch(fold_name(word))]
    return " ".join(words) or source


def _from_lead(evidence: AccountEvidence) -> _Finding | None:
    """Judge an agency that the first sentences name with a relaying cue, or that the text names again and again."""
    text = evidence.article.text
    mentions = [
        mention for mention in agencies_in_text(text) if mention.name != agency_in_credit(evidence.article.outlet)
    ]
    if not mentions:
        return None
    lead = list(_lead(text))
    relayed = [
        mention
        for mention in mentions
        if any(span.contains(mention.span) and _RELAY.search(fold_name(span.of(text))) for span in lead)
    ]
    if relayed:
        return _Finding(relayed[0].name, OriginKind.AGENCY, (relayed[0].span,), 0.65)
    name, count = Counter(mention.name for mention in mentions).most_common(1)[0]
    if count >= 3:
        spans = tuple(mention.span for mention in mentions if mention.name == name)
        return _Finding(name, OriginKind.AGENCY, spans, 0.62)
    return None


def _lead(text: str) -> Iterator[Span]:
    head = text[:1500]
    for span, _ in zip(split_sentences(head), range(_LEAD_SENTENCES), strict=False):
        yield span
