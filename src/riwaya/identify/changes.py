"""What an article says of an office: that it is over, acting, still to come, and when it began or ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.identify.departures import has_left
from riwaya.identify.earlier import is_told_of_earlier
from riwaya.identify.lives import DIED, SPOKE
from riwaya.identify.records import Chain, SeenChange, SeenRole
from riwaya.identify.role_context import role_in_place, unlisted_words, without_doubtful_holders
from riwaya.identify.term_edges import find_changes
from riwaya.identify.told_over import is_told_over
from riwaya.knowledge.roles import is_office
from riwaya.knowledge.statuses import Status
from riwaya.model import Article, Mention, MentionKind, Time


def add_office_news(
    chains: Sequence[Chain], article: Article, mentions: Sequence[Mention], times: Sequence[Time]
) -> tuple[Chain, ...]:
    """Return the chains with what the article says of offices that are over or to come, and of their edges."""
    mentions = without_doubtful_holders(article, mentions)
    by_id = {mention.id: mention for mention in mentions}
    changes = list(find_changes(article, mentions, times))
    found = []
    for chain in chains:
        if chain.kind is not MentionKind.PER:
            found.append(chain)
            continue
        own = set(chain.mention_ids)
        roles, past = _by_status(article, chain, by_id, mentions, times)
        news = [change for person_id, change in changes if person_id in own]
        ended = {change.key for change in news if change.edge == "end"}
        over = [change for change in news if change.edge == "over" and change.key not in ended]
        past = (*past, *map(_over, over))
        told = tuple(change for change in news if change.edge != "over")
        found.append(replace(chain, roles=roles, past=past, changes=told))
    return tuple(found)


def _by_status(
    article: Article,
    chain: Chain,
    by_id: Mapping[str, Mention],
    mentions: Sequence[Mention],
    times: Sequence[Time],
) -> tuple[tuple[SeenRole, ...], tuple[SeenRole, ...]]:
    """Return a chain's roles with their status, and those that are over."""
    status = {}
    past = []
    named = [by_id[name] for name in chain.mention_ids if name in by_id and by_id[name].kind is MentionKind.PER]
    left = has_left(article, named)
    for mention in (by_id[name] for name in chain.mention_ids if name in by_id):
        if mention.kind is MentionKind.ROLE:
            beside = by_id.get(mention.holder_id)
            role = role_in_place(article, mention, mention.text, unlisted_words(mention, mentions), beside)
            status[mention.id] = role.status
            dead = role.status is Status.HELD and DIED in chain.told and SPOKE not in chain.told
            open_now = role.status in (Status.HELD, Status.CANDIDATE)
            ran = role.status is Status.CANDIDATE and is_told_over(article, mention, beside)
            if dead or (open_now and (left or ran or is_told_of_earlier(article, mention, beside, times))):
                status[mention.id] = Status.EARLIER
            if (role.former or dead) and role.office and is_office(role.key):
                past.append(SeenRole(role.office, role.of, role.key, role.nation, mention.id, Status.FORMER.value))
    roles = tuple(replace(role, status=status.get(role.mention_id, Status.HELD).value) for role in chain.roles)
    return roles, tuple(past)


def _over(change: SeenChange) -> SeenRole:
    """Return the office that somebody else has now."""
    return SeenRole(change.office, change.of, change.key, change.nation, change.mention_id, Status.FORMER.value)
