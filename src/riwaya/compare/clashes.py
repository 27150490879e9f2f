"""Whether two contents clash: another number, another day, a no against a yes; or one brings the other up to date."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from riwaya.compare.counts import Measure, compatible, counterparts, is_sum
from riwaya.compare.days import both_could_tell, days_conflict, differ, framed_days_conflict, is_about
from riwaya.compare.facts import Facts
from riwaya.compare.moments import same_moment, share_a_figure
from riwaya.compare.polarity import contradicts

_FRAME = 2
# Who calls for a day or warns of an act reports none; a call and a decision do not contradict.
_TOLD = frozenset(["assert", "deny", ""])
# Versions of one number are of one size; 150 million and 20 billion count two things.
_NEAR = 3


class Clash(StrEnum):
    """How two contents of one speaker differ in what can be checked."""

    NONE = "none"
    APART = "apart"  # other numbers of other days: two incidents
    LOOSE = "loose"  # so for dollars or percent, which may be said of anything: only where all else agrees
    UPDATE = "update"  # a toll, price or speed of another hour: both can have been right
    CONFLICT = "conflict"  # both cannot be right, if they speak of one matter
    FRAMED = "framed"  # the same, and the words around say that they do


def find_clash(one: Facts, two: Facts) -> Clash:
    """Return the gravest clash between two contents."""
    if one.ordinals and two.ordinals and not one.ordinals & two.ordinals:
        return Clash.NONE  # the second round is not the third
    if one.names and two.names and not one.names & two.names:
        return Clash.NONE  # what is said of one place or person is not said of another
    pairs = [pair for pair in counterparts(one.measures, two.measures) if not compatible(*pair)]
    if pairs and days_conflict(one.named_times, two.named_times):
        told = both_could_tell(one.named_times, two.named_times, (one.published, two.published))
        if not told or any(ours.fate for ours, _ in pairs):
            return Clash.APART
    found = [_counts_clash(one, two, ours, theirs) for ours, theirs in pairs]
    if one.statement.force in _TOLD and two.statement.force in _TOLD:
        found += _days_and_denials(one, two)
    return next(
        (clash for clash in (Clash.FRAMED, Clash.CONFLICT, Clash.LOOSE, Clash.UPDATE) if clash in found), Clash.NONE
    )


def _days_and_denials(one: Facts, two: Facts) -> Iterator[Clash]:
    if both_could_tell(one.named_times, two.named_times, (one.published, two.published)):
        if framed_days_conflict(one.named_times, two.named_times) and _one_matter(one, two):
            yield Clash.FRAMED
        elif days_conflict(one.named_times, two.named_times):
            yield Clash.CONFLICT
    if contradicts(one.polarity, two.polarity):
        yield Clash.FRAMED if _one_matter(one, two) else Clash.CONFLICT


def _counts_clash(one: Facts, two: Facts, ours: Measure, theirs: Measure) -> Clash:
    """Return how two numbers clash that cannot both be right of one thing at one time."""
    if not _of_one_time(one, two):
        return Clash.NONE
    if is_sum(ours, two.measures) or is_sum(theirs, one.measures):
        return Clash.NONE
    changes = ours.fate or "measured" in one.changing | two.changing
    if changes:
        if "running" in one.changing | two.changing:
            return Clash.UPDATE
        bulletin = bool(ours.fate) and share_a_figure(one.told, two.told, ours.fate)
        if not same_moment(one.published, two.published, one_bulletin=bulletin):
            return Clash.UPDATE
    if ours.common and not ours.fate:
        return Clash.LOOSE
    low, high = sorted((abs(ours.value), abs(theirs.value)))
    framed = ours.unit == theirs.unit and not ours.common and high <= _NEAR * low and bool(ours.frame & theirs.frame)
    return Clash.FRAMED if framed and _one_matter(one, two) else Clash.CONFLICT


def _of_one_time(one: Facts, two: Facts) -> bool:
    """Return whether neither content names a time that the other, or the other's day of publication, contradicts."""
    if one.years and two.years and not one.years & two.years:
        return False
    alone = one.years ^ two.years
    if alone and not one.years & two.years and not alone & {one.published[:4], two.published[:4]}:
        return False
    ours, theirs = one.named_times, two.named_times
    if ours and theirs:
        return not all(differ(first, second) for first in ours for second in theirs)
    if ours:
        return any(is_about(named, two.published) for named in ours)
    return not theirs or any(is_about(named, one.published) for named in theirs)


def _one_matter(one: Facts, two: Facts) -> bool:
    """Return whether two contents share telling words."""
    return len(one.stems & two.stems) >= _FRAME
