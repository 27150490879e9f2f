"""Average linkage over a sparse graph: pairs without a tie count as zero."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence


def link_groups(
    count: int, ties: Iterable[tuple[int, int, float]], joined: Sequence[tuple[int, int]], threshold: float
) -> list[list[int]]:
    """Return groups of the nodes 0..count-1, each ascending, in order of their first node.

    The two groups with the highest mean tie are merged while that mean is at least `threshold`; equal means are
    settled by the groups' first nodes, so that the result depends on nothing but the numbering.

    Args:
        count: number of nodes.
        ties: (node, node, weight), each pair once.
        joined: pairs that belong together from the start.
        threshold: lowest mean of the ties between all members of two groups.
    """
    label = list(range(count))
    members = {node: [node] for node in range(count)}
    sums: dict[int, dict[int, float]] = {node: {} for node in range(count)}
    for one, two, weight in ties:
        sums[one][two] = sums[one].get(two, 0.0) + weight
        sums[two][one] = sums[two].get(one, 0.0) + weight
    for one, two in joined:
        keep, drop = sorted((_find(label, one), _find(label, two)))
        if keep != drop:
            _merge(keep, drop, label, members, sums)
    heap = [
        (-weight / (len(members[one]) * len(members[two])), one, two)
        for one in sums
        for two, weight in sums[one].items()
        if one < two
    ]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= threshold:
        mean, one, two = heapq.heappop(heap)
        if one not in members or two not in members:
            continue
        if -sums[one][two] / (len(members[one]) * len(members[two])) != mean:
            continue
        _merge(one, two, label, members, sums)
        for other, weight in sums[one].items():
            low, high = min(one, other), max(one, other)
            heapq.heappush(heap, (-weight / (len(members[one]) * len(members[other])), low, high))
    return sorted((sorted(group) for group in members.values()), key=lambda group: group[0])


def _find(label: list[int], node: int) -> int:
    while label[node] != node:
        label[node] = label[label[node]]
        node = label[node]
    return node


def _merge(
    keep: int, drop: int, label: list[int], members: dict[int, list[int]], sums: dict[int, dict[int, float]]
) -> None:
    label[drop] = keep
    members[keep] += members.pop(drop)
    for other, weight in sums.pop(drop).items():
        if other == keep:
            continue
        sums[keep][other] = sums[keep].get(other, 0.0) + weight
        sums[other][keep] = sums[keep][other]
        del sums[other][drop]
    sums[keep].pop(drop, None)
