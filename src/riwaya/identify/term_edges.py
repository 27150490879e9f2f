"""Sentences that date an office's beginning and end: «الذي عُين في الثاني من نيسان خلفاً لفلان», «استقال الأحد».

Only statements with a date of their own are taken, and only where the words stand side by side: a wrong date harms more
than a gap.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from riwaya.arabic.normalise import fold
from riwaya.identify import term_words as words
from riwaya.identify.given import Manner, manner_of
from riwaya.identify.holdings import Holding, appointments, plain, portfolios
from riwaya.identify.records import SeenChange
from riwaya.identify.role_context import role_in_place, unlisted_words
from riwaya.identify.successions import Succession, displaced, predecessor
from riwaya.knowledge.dates import read_days
from riwaya.knowledge.roles import is_office, read_role
from riwaya.model import Article, Field, Mention, MentionKind, Time

_CLAUSE = 90  # characters between a role's holder and the date of the change
_NEAR = 20  # characters before a role in which a verb of leaving stands
_BEFORE = 60  # and one with a subject of its own
_FEW_WORDS = 3  # between a date and the name behind the verb
_INAUGURATED = frozenset(("رييس", "رييسه", "رييس جمهوريه", "رييسه جمهوريه", "رييس بلاد", "رييس دوله"))
_GOES_ON = 4  # characters between a date and the object of the sentence


def find_changes(
    article: Article, mentions: Sequence[Mention], times: Sequence[Time]
) -> Iterator[tuple[str, SeenChange]]:
    """Yield (a person's mention id, the change) for every beginning and end that the text tells.

    All are dated, but that an office is over because another has it ("over").
    """
    dated = sorted(
        (time for time in times if time.field is Field.TEXT and read_days(time.value[:10]) is not None),
        key=lambda time: time.span,
    )
    starts = [time.span.start for time in dated]
    persons, roles = _in_order(mentions, MentionKind.PER), _in_order(mentions, MentionKind.ROLE)
    named = {mention.span.start for mention in (*persons, *roles)}
    posts = [*_posts(article, mentions, [*persons, *roles]), *appointments(article, persons, mentions)]
    yield from _calls(article, persons, dated)
    for holding in (*_holdings(article, mentions, persons), *posts, *portfolios(article, persons)):
        ahead = dated[max(0, bisect_left(starts, holding.start) - 1) : bisect_left(starts, holding.start)]
        for time in ahead:
            if _is_day_of(article, holding, time):
                yield holding.person.id, _change(holding, "start", time)
                yield from _left(holding, time, predecessor(article, holding, holding.end, persons))
            if _is_dismissed_on(article, holding, time):
                yield holding.person.id, _change(holding, "end", time)
                yield from _replaced(article, holding, time, persons)
        followed = predecessor(article, holding, holding.end, persons) or displaced(article, holding, persons)
        # «خلفاً لفلان» of a woman's office would call him by its feminine.
        over = followed and (holding.post == "began" or followed.verb) and not followed.stays
        if followed and over and not holding.role.key.split(" ", 1)[0].endswith("ه"):
            yield followed.person.id, _change(holding, "over", None)
        end = followed.end if followed else holding.end
        first, last = bisect_left(starts, holding.end), bisect_right(starts, end + _CLAUSE)
        for index in range(first, last):
            time, following = dated[index], dated[index + 1 : index + 2]
            since = end if time.span.start >= end else holding.end
            between = plain(article.text[since : time.span.start])
            if _begins(article, holding, between, time) or (followed and followed.verb and words.ON_DAY.match(between)):
                yield holding.person.id, _change(holding, "start", time)
                after = predecessor(article, holding, time.span.end, persons)
                yield from _left(holding, time, after or (followed if time.span.start >= end else None))
                ends = (words.AND_LEFT, words.UNTIL, words.AND_STAYED)
                yield from _end_behind(article, holding, time, following, ends)
            elif _is_spell(holding, between):
                ended = list(_end_behind(article, holding, time, following, (words.UNTIL_OR_AND,)))
                if ended:
                    yield holding.person.id, _change(holding, "start", time)
                    yield from ended
            elif not followed and _ends(article, holding, between, time, named):
                yield holding.person.id, _change(holding, "end", time)


def _calls(article: Article, persons: Sequence[Mention], dated: Sequence[Time]) -> Iterator[tuple[str, SeenChange]]:
    """Yield the days on which somebody is called to form a government."""
    starts = [time.span.start for time in dated]
    for person in persons:
        for time in dated[bisect_left(starts, person.span.end) :][:1]:
            between = plain(article.text[person.span.end : min(time.span.start, person.span.end + _CLAUSE)])
            before = plain(article.text[max(0, person.span.start - _BEFORE) : person.span.start])
            if (words.TO_FORM.match(between) and words.CALLS.search(before)) or words.WHO_IS_CALLED.match(between):
                government = Holding(read_role("رئيس الحكومة"), person, person, person.span.end)
                yield person.id, _change(government, "called", time)


def _in_order(mentions: Sequence[Mention], kind: MentionKind) -> list[Mention]:
    found = (mention for mention in mentions if mention.kind is kind and mention.field is Field.TEXT)
    return sorted(found, key=lambda mention: mention.span)


def _holdings(article: Article, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Iterator[Holding]:
    by_id = {mention.id: mention for mention in persons}
    for mention in mentions:
        person = by_id.get(mention.holder_id)
        if mention.kind is not MentionKind.ROLE or person is None or mention.field is not Field.TEXT:
            continue
        role = role_in_place(article, mention, mention.text, unlisted_words(mention, mentions), person)
        if is_office(role.key):
            yield Holding(role, mention, person, max(mention.span.end, person.span.end))


def _posts(article: Article, mentions: Sequence[Mention], named: Sequence[Mention]) -> Iterator[Holding]:
    """Yield the offices that a verb gives to the name before them: «تولى فلان منصب ...», «عُين فلان وزيراً ل...»."""
    for person, mention in pairwise(sorted(named, key=lambda mention: mention.span)):
        if person.kind is not MentionKind.PER or mention.kind is not MentionKind.ROLE:
            continue
        manner = manner_of(article, mention, person)
        if manner in (Manner.OPEN, Manner.FORWARD):
            continue
        post = "served" if manner is Manner.PAST else _given_post(article, person, mention)
        role = role_in_place(article, mention, mention.text, unlisted_words(mention, mentions)) if post else None
        if role is not None and is_office(role.key) and not role.former:
            yield Holding(role, mention, person, mention.span.end, post)


def _given_post(article: Article, person: Mention, role: Mention) -> str:
    before = plain(article.text[max(0, person.span.start - _BEFORE) : person.span.start])
    between = plain(article.text[person.span.end : role.span.start])
    takes = words.WHO_TAKES.match(between) or (words.THE_POST.match(between) and words.TAKES.search(before))
    if takes:
        return "served" if takes["serves"] else "began"
    as_one = words.AS_ONE.match(fold(role.text))
    if words.WHO_BECAME.match(between):
        return "began"
    if as_one and between == " " and words.SWORN_AS.search(before):
        return "began"
    enters, entered = words.ENTERS.search(before), words.ENTERED.match(between)
    if as_one and enters and entered and bool(enters["oath"]) == bool(entered["oath"]):
        return "began"
    appointed = words.APPOINTS.search(before) and ((as_one and between == " ") or words.IN_THE_POST.match(between))
    return "began" if appointed else ""


def _begins(article: Article, holding: Holding, between: str, time: Time) -> bool:
    """Return whether what stands between the holding and a date makes the date the first of the term."""
    if _is_only_elected(article, holding, between):
        return False
    if holding.post:
        opens = between == " " and words.OPENS_DATE.match(fold(time.text))  # «عام» is in the date itself
        began = holding.post == "began" and (opens or words.POST_FROM.match(between))
        return bool(began or words.POST_SINCE.match(between))
    if words.SWORN.match(between):
        return bool(words.SWEARS.search(plain(article.text[max(0, holding.start - _NEAR) : holding.start])))
    if words.ENTERED_ON.match(between):
        return bool(words.TAKES_POST.search(plain(article.text[max(0, holding.start - _NEAR) : holding.start])))
    patterns = (words.WHO_BEGAN, words.SINCE, words.TAKES_UP, words.IS_APPOINTED)
    return any(pattern.match(between) for pattern in patterns)


def _is_day_of(article: Article, holding: Holding, time: Time) -> bool:
    """Return whether a date stands before the verb that gives the office («وفي 30 نيسان أدى فلان اليمين رئيساً»)."""
    between = plain(article.text[time.span.end : holding.person.span.start])
    if holding.post != "began" or len(between.split()) > _FEW_WORDS or _is_only_elected(article, holding, ""):
        return False
    told = (verb.search(between) for verb in (words.APPOINTS, words.ENTERS, words.SWORN_AS, words.TAKES))
    return any(found is not None and found.start() == 0 for found in told)


def _is_dismissed_on(article: Article, holding: Holding, time: Time) -> bool:
    """Return whether a date stands between who dismisses and whom («أقال الرئيس، الأربعاء، وزير النقل فلاناً»)."""
    if holding.post or holding.role.former or plain(article.text[time.span.end : holding.start]) != " ":
        return False
    before = plain(article.text[max(0, time.span.start - _CLAUSE) : time.span.start])
    return bool(words.DISMISSES_ON.search(before))


def _replaced(
    article: Article, holding: Holding, time: Time, persons: Sequence[Mention]
) -> Iterator[tuple[str, SeenChange]]:
    """Yield the beginning of whoever is put in place of somebody dismissed («وعين خلفاً له فلاناً»)."""
    following = [person for person in persons if person.span.start >= holding.end][:1]
    for person in following:
        between = plain(article.text[holding.end : person.span.start])
        behind = plain(article.text[person.span.end : person.span.end + _NEAR])
        if words.AND_SEATS_INSTEAD.match(between) or (words.AND_SEATS.match(between) and words.INSTEAD.match(behind)):
            yield person.id, _change(holding, "start", time)


def _is_only_elected(article: Article, holding: Holding, between: str) -> bool:
    """Return whether a head of state is but elected on a day, whose term begins when the oath is sworn."""
    before = plain(article.text[max(0, holding.person.span.start - _NEAR) : holding.person.span.start])
    beside = plain(article.text[holding.person.span.end : holding.mention.span.start])
    told = any(words.ELECTED.search(part) for part in (between, before, beside))
    return told and holding.role.key in _INAUGURATED


def _is_spell(holding: Holding, between: str) -> bool:
    """Return whether a date opens «من ... حتى ...» of the term; behind a name alone it may be a journey's."""
    return bool(words.SPELL.match(between)) and bool(holding.post or words.BEHIND_NAME.match(between))


def _end_behind(
    article: Article, holding: Holding, time: Time, following: Sequence[Time], patterns: Sequence[re.Pattern[str]]
) -> Iterator[tuple[str, SeenChange]]:
    """Yield the end that the next date is («... وغادره في 3 أيار», «من ... حتى ...»)."""
    for other in following:
        between = plain(article.text[time.span.end : other.span.start])
        if any(pattern.match(between) for pattern in patterns):
            yield holding.person.id, _change(holding, "end", other)


def _ends(article: Article, holding: Holding, between: str, time: Time, named: set[int]) -> bool:
    """Return whether what stands around the holding makes a date the last of the term."""
    if holding.post:
        return holding.post == "served" and bool(words.UNTIL.match(between))
    if words.WHO_ENDED.match(between) or words.IS_DISMISSED.match(between) or words.RESIGNED.match(between):
        return True
    if words.WHO_DIED.match(between):
        return not holding.role.former  # one who was called former by then had left before
    before = plain(article.text[max(0, holding.start - _NEAR) : holding.start])
    if words.TERM_ENDS.search(before):
        return bool(words.LEFT_WHEN.match(between))
    if words.LEFT.search(before):
        sends = words.MAY_SEND_AWAY.search(before) and not named.isdisjoint(
            range(time.span.end, time.span.end + _GOES_ON)
        )
        return bool(words.LEFT_WHEN.match(between)) and not sends
    if words.LEFT_WHEN.match(between) and named.isdisjoint(range(time.span.end, time.span.end + _GOES_ON)):
        return bool(words.DISMISSES.search(plain(article.text[max(0, holding.start - _BEFORE) : holding.start])))
    if words.RETIRED.match(between):
        return bool(words.RETIRES.search(plain(article.text[max(0, holding.start - _BEFORE) : holding.start])))
    return bool(words.OFFERS.search(before)) and bool(words.RESIGNATION.match(between))


def _left(holding: Holding, time: Time, followed: Succession | None) -> Iterator[tuple[str, SeenChange]]:
    """Yield the end of the term of the one whom the new holder follows («خلفاً لفلان»)."""
    if followed is not None:
        yield followed.person.id, _change(holding, "end", time)


def _change(holding: Holding, edge: str, time: Time | None) -> SeenChange:
    role, day = holding.role, time.value[:10] if time else ""
    return SeenChange(role.office, role.of, role.key, role.nation, edge, day, holding.mention.id)
