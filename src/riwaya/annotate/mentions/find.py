"""The rule reader: every mention of a document."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.bodies import find_bodies, spread_bodies
from riwaya.annotate.mentions.compound_names import find_compound_names
from riwaya.annotate.mentions.first_names import find_first_names
from riwaya.annotate.mentions.free_names import find_free_names
from riwaya.annotate.mentions.known_names import find_known_names
from riwaya.annotate.mentions.learned import find_learned_places
from riwaya.annotate.mentions.lexicon import words
from riwaya.annotate.mentions.nicknames import find_nicknames
from riwaya.annotate.mentions.places import find_headed_places
from riwaya.annotate.mentions.propagate import collect_names, spread_names
from riwaya.annotate.mentions.roles import find_roles
from riwaya.annotate.mentions.sheet import FULL_NAME, HOLDS_NAME, Candidate, Sheet
from riwaya.annotate.mentions.tables import find_table_mentions
from riwaya.annotate.mentions.titled_names import find_titled_names
from riwaya.model import Mention, MentionKind, Span

_MOST = 0.97  # certainty of any other mention
_CLOSING = frozenset((",", ".", ")", ":", ";", "-", "ان", '"'))
_NESTING = {MentionKind.NORP, MentionKind.GPE, MentionKind.LOC}
_RANK = {
    MentionKind.PER: 3, MentionKind.OUTLET: 2, MentionKind.ORG: 2, MentionKind.MISC: 1, MentionKind.LOC: 1,
    MentionKind.GPE: 1, MentionKind.NORP: 0,
}  # fmt: skip


def find_mentions(document: Document) -> list[Mention]:
    """Return the mentions of a document's text or title, in text order.

    No clitic stays on a name. Mentions of one kind do not overlap; nations and places may lie inside bodies and
    roles, bodies inside roles. Scores are probabilities by kind of evidence.
    """
    sheet = Sheet.lay_out(document)
    find_known_names(sheet)
    find_compound_names(sheet)
    find_first_names(sheet)
    find_table_mentions(sheet)
    find_headed_places(sheet)
    find_learned_places(sheet)
    find_roles(sheet)
    find_titled_names(sheet)
    find_bodies(sheet)
    spread_bodies(sheet)
    find_free_names(sheet)
    find_nicknames(sheet)
    spread_names(sheet, collect_names(sheet))
    return _make_mentions(sheet, _give_apposed_roles(sheet, _choose(sheet)))


def _give_apposed_roles(sheet: Sheet, chosen: list[Candidate]) -> list[Candidate]:
    """Return the candidates with roles between commas given to the name in front («نيلا دارن، سفيرة البلاد، إن»)."""
    names = {found.last: found.first for found in chosen if found.kind is MentionKind.PER}
    given = []
    for found in chosen:
        apposed = found.kind is MentionKind.ROLE and found.holder == -1 and not found.prefix
        closed = sheet.form(found.last + 1) in _CLOSING or found.last + 1 == len(sheet)
        if apposed and closed and sheet.form(found.first - 1) in (",", "(") and found.first - 2 in names:
            found = replace(found, holder=names[found.first - 2])
        given.append(found)
    return given


def _choose(sheet: Sheet) -> list[Candidate]:
    """Return candidates without forbidden overlaps: likelier, then longer ones first."""
    owner: dict[int, Candidate] = {}  # the outermost name over each token
    roles: set[int] = set()
    nested: set[int] = set()
    chosen: list[Candidate] = []
    order = sorted(sheet.found, key=lambda found: (-_RANK.get(found.kind, -1), found.first - found.last, -found.score))
    for found in order:
        tokens = range(found.first, found.last + 1)
        if found.kind is MentionKind.ROLE:
            persons = any(owner.get(index, found).kind is MentionKind.PER for index in tokens)
            if (not persons or found.holder == HOLDS_NAME) and not any(index in roles for index in tokens):
                roles.update(tokens)
                chosen.append(found)
            continue
        over = [owner[index] for index in tokens if index in owner]
        led = found.kind is MentionKind.LOC or sheet.forms[found.first][found.prefix :] in words("held_bodies")
        if over and not _may_nest(found, over, nested) and not (led and _wraps(found, over)):
            continue
        if over:
            nested.update(tokens)
        for index in tokens:
            owner.setdefault(index, found)
        chosen.append(found)
    return chosen


def _may_nest(found: Candidate, over: list[Candidate], nested: set[int]) -> bool:
    outer = over[0]
    return (
        found.kind in _NESTING
        and outer.kind is MentionKind.ORG
        and outer.first <= found.first
        and found.last <= outer.last
        and (found.first, found.last) != (outer.first, outer.last)
        and not any(index in nested for index in range(found.first, found.last + 1))
    )


def _wraps(found: Candidate, over: list[Candidate]) -> bool:
    """Return whether a body is named by who leads it («حكومة X»), a place by whom it honours: both are mentions."""
    place = found.kind is MentionKind.LOC
    return (place or found.kind is MentionKind.ORG) and all(
        inner.kind is MentionKind.PER
        and found.first < inner.first
        and (inner.last == found.last or (place and inner.last < found.last))
        for inner in over
    )


def _make_mentions(sheet: Sheet, chosen: list[Candidate]) -> list[Mention]:
    document = sheet.document
    article_id, field = document.article.id, document.field
    spans = [Span(sheet.start_of(found), sheet.tokens[found.last].end) for found in chosen]
    ids = [Mention.make_id(article_id, field, span, found.kind) for span, found in zip(spans, chosen, strict=True)]
    persons = ((found, each) for found, each in zip(chosen, ids, strict=True) if found.kind is MentionKind.PER)
    starts = {found.first: each for found, each in persons}
    mentions = []
    for mention_id, span, found in zip(ids, spans, chosen, strict=True):
        holder = starts.get(found.holder, "") if found.holder >= 0 else ""
        text = span.of(document.text)
        score = found.score if found.score == FULL_NAME else min(found.score, _MOST)
        mentions.append(Mention(mention_id, article_id, field, span, text, found.kind, holder, score))
    return sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end, mention.kind))
