"""Aligned statements to claims: one for each thing said, with every account's part in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from riwaya.compare.facts import Facts
from riwaya.model import Account, Alignment, Claim, Label, content_id


def gather_claims(
    story_id: str, facts: Sequence[Facts], alignments: Sequence[Alignment], article_ids: Sequence[str]
) -> Iterable[Claim]:
    """Yield the story's claims, by id; a statement without a counterpart is a claim of its own."""
    by_id = {fact.statement.id: fact for fact in facts}
    score = {(alignment.statement_id, alignment.other_statement_id): alignment for alignment in alignments}
    claims = []
    for group in _groups(sorted(by_id), alignments):
        members = [by_id[identity] for identity in group]
        claims.append(_claim(story_id, members, score, article_ids))
    return sorted(claims, key=lambda claim: claim.id)


def _groups(identities: Sequence[str], alignments: Sequence[Alignment]) -> list[list[str]]:
    """Return groups of statements: best alignments first, two groups join where most of their pairs are aligned."""
    home = {identity: identity for identity in identities}
    members = {identity: [identity] for identity in identities}
    # Aligned pairs between groups, kept as groups join: counting them anew at each step would grow with their squares.
    ties: dict[str, Counter[str]] = {identity: Counter() for identity in identities}
    for alignment in alignments:
        ties[alignment.statement_id][alignment.other_statement_id] += 1
        ties[alignment.other_statement_id][alignment.statement_id] += 1
    for alignment in sorted(alignments, key=lambda a: (-a.score, a.statement_id, a.other_statement_id)):
        one, two = home[alignment.statement_id], home[alignment.other_statement_id]
        if one == two or 2 * ties[one][two] < len(members[one]) * len(members[two]):
            continue
        if len(members[one]) + len(ties[one]) < len(members[two]) + len(ties[two]):
            one, two = two, one
        for identity in members[two]:
            home[identity] = one
        members[one] += members.pop(two)
        for other, count in ties.pop(two).items():
            del ties[other][two]
            if other != one:
                ties[one][other] += count
                ties[other][one] += count
    return [sorted(group) for _, group in sorted(members.items())]


def _claim(
    story_id: str,
    members: Sequence[Facts],
    alignments: dict[tuple[str, str], Alignment],
    article_ids: Sequence[str],
) -> Claim:
    """Return one claim: its text is the fullest wording, every other statement is related to that one."""
    fullest = max(members, key=lambda fact: (fact.words, fact.statement.id))
    accounts = []
    for fact in sorted(members, key=lambda fact: (fact.article_id, fact.statement.content)):
        accounts.append(Account(fact.article_id, fact.statement.id, _relation(fact, fullest, alignments)))
    entities = Counter(fact.speaker.entity_id for fact in members if fact.speaker.entity_id)
    speaker = min(entities, key=lambda entity: (-entities[entity], entity)) if entities else ""
    present = {fact.article_id for fact in members}
    identity = content_id("claim", story_id, *(fact.statement.id for fact in sorted(members, key=_identity)))
    missing = tuple(article_id for article_id in article_ids if article_id not in present)
    return Claim(identity, story_id, fullest.statement.content_text, speaker, tuple(accounts), missing)


def _identity(fact: Facts) -> str:
    return fact.statement.id


def _relation(fact: Facts, fullest: Facts, alignments: dict[tuple[str, str], Alignment]) -> Label:
    if fact is fullest:
        return Label.SAME
    first, second = sorted((fact.statement.id, fullest.statement.id))
    alignment = alignments.get((first, second))
    return alignment.label if alignment else Label.PART
