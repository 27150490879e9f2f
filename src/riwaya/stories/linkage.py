"""Average linkage over a sparse graph: pairs without a tie count as zero, and only bonds bring groups together."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

FREE_DAYS = 1
"""Days beyond the first that a group may reach over at no cost: the next morning's round-up."""
_MOST_DOUBLINGS = 64
"""No mean reaches a demand so often doubled, and beyond a thousand it would leave the range of numbers."""

Tie = tuple[int, int, float, bool]
"""Two nodes, the weight between them, and whether it is a bond; each pair once."""


@dataclass(slots=True)
class _Groups:
    """The groups while they grow, each named by its first node: members, summed weights and bonds between them."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, float]]
    bonds: dict[int, set[int]]
    days: dict[int, tuple[int, int] | None]
    home: list[int] = field(default_factory=list)

    @staticmethod
    def start(count: int, ties: Iterable[Tie], days: Sequence[tuple[int, int] | None]) -> _Groups:
        groups = _Groups(
            {node: [node] for node in range(count)},
            {node: {} for node in range(count)},
            {node: set() for node in range(count)},
            dict(enumerate(days)) if days else dict.fromkeys(range(count)),
            list(range(count)),
        )
        for one, two, weight, bond in ties:
            groups.sums[one][two] = groups.sums[two][one] = weight
            if bond:
                groups.bonds[one].add(two)
                groups.bonds[two].add(one)
        return groups

    def mean(self, one: int, two: int) -> float:
        return self.sums[one][two] / (len(self.members[one]) * len(self.members[two]))

    def joint_days(self, one: int, two: int) -> tuple[int, int] | None:
        ours, theirs = self.days[one], self.days[two]
        if ours is None or theirs is None:
            return ours or theirs
        return min(ours[0], theirs[0]), max(ours[1], theirs[1])

    def demand(self, one: int, two: int) -> float:
        """Return by what factor the demanded mean grows with the days over which the two groups reach together."""
        days = self.joint_days(one, two)
        return 1.0 if days is None else 2.0 ** min(max(days[1] - days[0] - FREE_DAYS, 0), _MOST_DOUBLINGS)

    def merge(self, one: int, two: int) -> int:
        """Join two groups and return the name of the result."""
        keep, drop = min(one, two), max(one, two)
        for node in self.members[drop]:
            self.home[node] = keep
        self.days[keep] = self.joint_days(one, two)
        del self.days[drop]
        self.members[keep] += self.members.pop(drop)
        for other, weight in self.sums.pop(drop).items():
            del self.sums[other][drop]
            if other != keep:
                self.sums[keep][other] = self.sums[other][keep] = self.sums[keep].get(other, 0.0) + weight
        for other in self.bonds.pop(drop):
            self.bonds[other].discard(drop)
            if other != keep:
                self.bonds[keep].add(other)
                self.bonds[other].add(keep)
        return keep


def link_groups(
    count: int,
    ties: Iterable[Tie],
    threshold: float,
    *,
    joined: Sequence[tuple[int, int]] = (),
    days: Sequence[tuple[int, int] | None] = (),
) -> list[list[int]]:
    """Return groups of the nodes 0..count-1, each ascending, in order of their first nodes.

    Of the groups that a bond connects, the two with the highest mean weight over all pairs of their members merge
    first, while that mean is at least `threshold`. Equal means are settled by the groups' first nodes, so that the
    result depends on nothing but the numbering; and as nothing merges without a bond, it is for each bonded component
    the same whether or not others are given with it.

    Args:
        count: number of nodes.
        ties: the weights between nodes; a bond needs a positive one.
        threshold: lowest mean at which groups merge.
        joined: pairs that belong together from the start.
        days: first and last day of each node, None where unknown; the demanded mean doubles with each day more than
            `FREE_DAYS` that a group reaches over, so that a long campaign does not become one event.
    """
    groups = _Groups.start(count, ties, days)
    for one, two in joined:
        if groups.home[one] != groups.home[two]:
            groups.merge(groups.home[one], groups.home[two])
    heap = [
        (-groups.mean(one, two), one, two)
        for one, bonded in groups.bonds.items()
        for two in bonded
        if one < two and two in groups.sums[one]
    ]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= threshold:
        mean, one, two = heapq.heappop(heap)
        if one not in groups.members or two not in groups.members or -groups.mean(one, two) != mean:
            continue
        if -mean < threshold * groups.demand(one, two):
            continue
        group = groups.merge(one, two)
        for other in groups.bonds[group]:
            heapq.heappush(heap, (-groups.mean(group, other), min(group, other), max(group, other)))
    return sorted((sorted(group) for group in groups.members.values()), key=lambda group: group[0])
