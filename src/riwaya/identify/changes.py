"""What an article says of an office's beginning and end: «الذي عُين في الثاني من نيسان خلفاً لفلان», «استقال الأحد».

Only statements with a date of their own are taken, and only where the words stand side by side: a wrong date harms more
than a gap.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from riwaya.arabic.normalise import fold
from riwaya.identify.records import Chain, SeenChange, SeenRole
from riwaya.knowledge.dates import read_days
from riwaya.knowledge.roles import Role, Status, is_office, read_role, unlisted_nation
from riwaya.model import Article, Field, Mention, MentionKind, Time

_CLAUSE = 90  # characters between a role's holder and the date of the change
_BEGAN = r"(?:عين|عينت|تولي|تولت|تسلم|تسلمت|انتخب|انتخبت|نصب|نصبت)"
_ENDED = r"(?:استقال|استقالت|اقيل|اقيلت|اعفي|اعفيت|عزل|عزلت|تنحي|تنحت|ترك منصبه|تركت منصبها|غادر منصبه|غادرت منصبها)"
_POST = r"(?: (?:منصبه|منصبها|مهامه|مهامها|المنصب|مهام منصبه|مهام منصبها|رسميا|من منصبه|من منصبها))*"
_PLACE_OF_TIME = r"(?: (?:في|يوم|منذ|من|خلال|مساء|صباح|بعد ظهر|قبل ظهر|بتاريخ|شهر|عام|سنه|مطلع|نهايه|اواخر|اوايل))*"
_WHO_BEGAN = re.compile(rf"^\W*(?:الذي|التي) (?:كان قد |كانت قد )?{_BEGAN}{_POST}{_PLACE_OF_TIME} $")
_WHO_ENDED = re.compile(rf"^\W*(?:الذي|التي) (?:كان قد |كانت قد )?{_ENDED}{_POST}{_PLACE_OF_TIME} $")
_SINCE = re.compile(
    rf"^\W*(?:وذلك )?منذ (?:توليه|توليها|تعيينه|تعيينها|تسلمه|تسلمها|انتخابه|انتخابها){_POST}{_PLACE_OF_TIME} $"
)
_LEFT = re.compile(rf"(?:^|[^\w])[وف]?{_ENDED} $")
_LEFT_WHEN = re.compile(rf"^{_POST}{_PLACE_OF_TIME} $")
_OFFERS = re.compile(r"(?:^|[^\w])[وف]?(?:قدم|قدمت|اعلن|اعلنت) $")
_RESIGNATION = re.compile(rf"^\W*(?:عن )?استقالت(?:ه|ها){_POST}{_PLACE_OF_TIME} $")
_RESIGNED = re.compile(rf"^\W*(?:قد )?(?:قدم|قدمت|اعلن|اعلنت) (?:عن )?استقالت(?:ه|ها){_POST}{_PLACE_OF_TIME} $")
_WHO_DIED = re.compile(rf"^\W*(?:الذي|التي) (?:قتل|قتلت|اغتيل|اغتيلت|توفي|توفيت){_PLACE_OF_TIME} $")
_INSTEAD = re.compile(r"^\W*خلفا (?:ل|لل)?$")


@dataclass(frozen=True, slots=True)
class _Holding:
    """A role beside its holder's name, as the text has them."""

    role: Role
    mention: Mention
    person: Mention
    end: int

    @property
    def start(self) -> int:
        return min(self.mention.span.start, self.person.span.start)


def add_office_news(
    chains: Sequence[Chain], article: Article, mentions: Sequence[Mention], times: Sequence[Time]
) -> tuple[Chain, ...]:
    """Return the chains with what the article says of offices that are over or to come, and of their edges."""
    by_id = {mention.id: mention for mention in mentions}
    changes = list(_find_changes(article, mentions, times)) if times else []
    found = []
    for chain in chains:
        if chain.kind is not MentionKind.PER:
            found.append(chain)
            continue
        own = set(chain.mention_ids)
        roles, past = _by_status(chain, [by_id[name] for name in chain.mention_ids if name in by_id], mentions)
        news = tuple(change for person_id, change in changes if person_id in own)
        found.append(replace(chain, roles=roles, past=past, changes=news))
    return tuple(found)


def _by_status(
    chain: Chain, own: Sequence[Mention], mentions: Sequence[Mention]
) -> tuple[tuple[SeenRole, ...], tuple[SeenRole, ...]]:
    """Return a chain's roles with their status, and those that are over."""
    status = {}
    past = []
    for mention in own:
        if mention.kind is MentionKind.ROLE:
            role = read_role(mention.text, _unlisted(mention, mentions))
            status[mention.id] = role.status
            if role.former and role.office and is_office(role.key):
                past.append(SeenRole(role.office, role.of, role.key, role.nation, mention.id, role.status.value))
    roles = tuple(replace(role, status=status.get(role.mention_id, Status.HELD).value) for role in chain.roles)
    return roles, tuple(past)


def _unlisted(role: Mention, mentions: Sequence[Mention]) -> tuple[str, ...]:
    inside = (
        each
        for each in mentions
        if each.kind in (MentionKind.NORP, MentionKind.GPE)
        and each.field == role.field
        and role.span.contains(each.span)
    )
    return tuple(each.text for each in inside if unlisted_nation(each.text))


def _find_changes(
    article: Article, mentions: Sequence[Mention], times: Sequence[Time]
) -> Iterator[tuple[str, SeenChange]]:
    """Yield (a person's mention id, the change) for every dated beginning and end that the text tells."""
    dated = sorted(
        (time for time in times if time.field is Field.TEXT and read_days(time.value[:10]) is not None),
        key=lambda time: time.span,
    )
    starts = [time.span.start for time in dated]
    persons = sorted(
        (mention for mention in mentions if mention.kind is MentionKind.PER and mention.field is Field.TEXT),
        key=lambda mention: mention.span,
    )
    for holding in _holdings(mentions, persons):
        first, last = bisect_left(starts, holding.end), bisect_right(starts, holding.end + _CLAUSE)
        for time in dated[first:last]:
            between = _plain(article.text[holding.end : time.span.start])
            if _WHO_BEGAN.match(between) or _SINCE.match(between):
                yield holding.person.id, _change(holding, "start", time)
                yield from _predecessor(article, holding, time, persons)
            elif _WHO_ENDED.match(between) or _has_left(article, holding, between) or _has_died(holding, between):
                yield holding.person.id, _change(holding, "end", time)


def _holdings(mentions: Sequence[Mention], persons: Sequence[Mention]) -> Iterator[_Holding]:
    by_id = {mention.id: mention for mention in persons}
    for mention in mentions:
        person = by_id.get(mention.holder_id)
        if mention.kind is not MentionKind.ROLE or person is None or mention.field is not Field.TEXT:
            continue
        role = read_role(mention.text, _unlisted(mention, mentions))
        if is_office(role.key):
            yield _Holding(role, mention, person, max(mention.span.end, person.span.end))


def _has_left(article: Article, holding: _Holding, between: str) -> bool:
    """Return whether a verb of leaving stands right before the role, and only the post between it and the date."""
    before = _plain(article.text[max(0, holding.start - 20) : holding.start])
    if _LEFT.search(before):
        return bool(_LEFT_WHEN.match(between))
    if _RESIGNED.match(between):
        return True
    return bool(_OFFERS.search(before)) and bool(_RESIGNATION.match(between))


def _has_died(holding: _Holding, between: str) -> bool:
    """Return whether the holder died that day; one who was called former by then had left before."""
    return not holding.role.former and bool(_WHO_DIED.match(between))


def _predecessor(
    article: Article, holding: _Holding, time: Time, persons: Sequence[Mention]
) -> Iterator[tuple[str, SeenChange]]:
    """Yield the end of the term of the one whom the new holder follows («خلفاً لفلان»)."""
    after = bisect_left(persons, time.span.end, key=lambda person: person.span.start)
    for person in persons[after : after + 1]:
        if _INSTEAD.match(_plain(article.text[time.span.end : min(person.span.start, time.span.end + _CLAUSE)])):
            yield person.id, _change(holding, "end", time)


def _change(holding: _Holding, edge: str, time: Time) -> SeenChange:
    role = holding.role
    return SeenChange(role.office, role.of, role.key, role.nation, edge, time.value[:10], holding.mention.id)


def _plain(text: str) -> str:
    """Return a stretch of text folded, without commas, with single spaces; of two paragraphs nothing that matches."""
    return re.sub(r"[\s,]+", " ", fold(text)) if "\n" not in text.strip() else "\n"
