"""The best set of mentions: names that do not overlap, names inside bodies and other things, roles beside persons."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from riwaya.annotate.reader.evidence import Candidate
from riwaya.model import MentionKind, Span

# A name must be likelier than this, and a role. F1 of the dev parts is nearly flat from .35 to .5, precision rises
# by three points; from here on as many are right as the scores say.
THRESHOLD = 0.45
ROLE_THRESHOLD = 0.43
_PLACES = {MentionKind.GPE, MentionKind.LOC}
_HOLDERS = {MentionKind.ORG, MentionKind.OUTLET, MentionKind.MISC, MentionKind.LOC}
_HELD = {
    MentionKind.NORP, MentionKind.GPE, MentionKind.LOC, MentionKind.PER, MentionKind.ORG, MentionKind.OUTLET,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate and its probability."""

    candidate: Candidate
    chance: float

    @property
    def span(self) -> Span:
        """The candidate's span."""
        return self.candidate.span


@dataclass(frozen=True, slots=True)
class _Choice:
    weighed: Weighed
    gain: float
    inside: tuple[Weighed, ...] = ()


def settle_senses(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return the names with one sense each: what a text calls a place is no person in it, nor the other way round.

    Whoever is named in full is a person. Elsewhere the side with the stronger evidence, summed over the text, takes
    the other one's.
    """
    by_words: dict[str, list[Weighed]] = defaultdict(list)
    for one in weighed:
        if one.candidate.seen and (one.candidate.kind in _PLACES or one.candidate.kind is MentionKind.PER):
            by_words[one.candidate.words].append(one)
    settled: dict[tuple[Span, MentionKind], float] = {}
    for names in by_words.values():
        persons = [one for one in names if one.candidate.kind is MentionKind.PER]
        places = [one for one in names if one.candidate.kind in _PLACES]
        if not persons or not places:
            continue
        in_full = any(one.candidate.longer > THRESHOLD for one in persons)
        if in_full and any(one.candidate.rule for one in places):
            continue  # «جورج واشنطن» and «واشنطن»
        # The rules take whatever stands behind a role for its holder («مفتي عكا»), a place only by tables and cues.
        person = in_full or sum(one.chance for one in persons) > sum(
            max(one.chance, one.candidate.rule) for one in places
        )
        winners, losers = (persons, places) if person else (places, persons)
        lost: dict[Span, float] = {}
        for one in losers:
            lost[one.span] = max(one.chance, lost.get(one.span, 0.0))
        settled |= {(one.span, one.candidate.kind): 0.0 for one in losers}
        for one in sorted(winners, key=lambda one: -one.chance):  # of a place's kinds the likeliest takes it
            settled[one.span, one.candidate.kind] = max(one.chance, lost.pop(one.span, 0.0))
    if not settled:
        return list(weighed)
    return [replace(one, chance=settled.get((one.span, one.candidate.kind), one.chance)) for one in weighed]


def choose_names(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return the likeliest set of names, in order; what lies in a chosen name counts with it."""
    likely = sorted((one for one in weighed if one.chance > THRESHOLD), key=lambda one: (one.span.start, -one.span.end))
    starts = [one.span.start for one in likely]
    choices = []
    for outer in likely:
        first, behind = bisect_left(starts, outer.span.start), bisect_right(starts, outer.span.end - 1)
        held = [_Choice(one, one.chance - THRESHOLD) for one in likely[first:behind] if _may_hold(outer, one)]
        inside = _schedule(held)
        gain = outer.chance - THRESHOLD + sum(choice.gain for choice in inside)
        choices.append(_Choice(outer, gain, tuple(choice.weighed for choice in inside)))
    chosen = [one for choice in _schedule(choices) for one in (choice.weighed, *choice.inside)]
    return sorted(chosen, key=lambda one: (one.span.start, -one.span.end))


def _may_hold(outer: Weighed, inner: Weighed) -> bool:
    """Return whether the one may lie inside the other («وزارة الخارجية الأميركية»)."""
    kinds = outer.candidate.kind, inner.candidate.kind
    return (
        outer.span != inner.span
        and outer.span.contains(inner.span)
        and kinds[0] in _HOLDERS
        and kinds[1] in _HELD
        and (kinds[0] is not kinds[1] or inner.candidate.nested)
    )


def choose_roles(weighed: Sequence[Weighed], names: Sequence[Weighed]) -> list[Weighed]:
    """Return the likeliest roles that overlap neither each other nor a person, unless one belongs to the role."""
    persons = [one.span for one in names if one.candidate.kind is MentionKind.PER]
    choices = [
        _Choice(one, one.chance - ROLE_THRESHOLD)
        for one in weighed
        if one.chance > ROLE_THRESHOLD and not _crosses_person(one, persons)
    ]
    return [choice.weighed for choice in _schedule(choices)]


def _crosses_person(role: Weighed, persons: Sequence[Span]) -> bool:
    first = bisect_left(persons, role.span.start + 1, key=lambda span: span.end)
    crossed = takewhile(role.span.overlaps, (persons[place] for place in range(first, len(persons))))
    # «محامي سليم الحداد»: whose lawyer he is belongs to the role; only the network tells that from a holder's name.
    return any(not (role.candidate.found and role.span.contains(person)) for person in crossed)


def _schedule(choices: Sequence[_Choice]) -> list[_Choice]:
    """Return the choices with the greatest sum of gains that do not overlap; of equal ones the longer, earlier ones."""
    order = sorted(choices, key=lambda choice: (choice.weighed.span.end, choice.weighed.span.start))
    ends = [choice.weighed.span.end for choice in order]
    best = [0.0]
    taken = []
    for index, choice in enumerate(order):
        before = bisect_right(ends, choice.weighed.span.start, 0, index)
        total = best[before] + choice.gain
        taken.append(total > best[-1])
        best.append(max(total, best[-1]))
    chosen: list[_Choice] = []
    index = len(order)
    while index > 0:
        if taken[index - 1]:
            chosen.append(order[index - 1])
            index = bisect_right(ends, order[index - 1].weighed.span.start, 0, index - 1)
        else:
            index -= 1
    return chosen[::-1]
