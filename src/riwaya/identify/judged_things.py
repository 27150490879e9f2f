"""What people decided about bodies, places and other things: which blocks, or parts of one, are one entity.

A thing's chain is the mentions of one block in one article. A block is a node; the chains that a split takes out are
another. Merges join nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riwaya.identify.judged import Settlement, settle, splits_behind
from riwaya.identify.records import Judged
from riwaya.model.judgements import Judgement, Verdict

ThingChain = tuple[str, str]  # article, block
_SPLIT = "split "


@dataclass(frozen=True, slots=True)
class Parts:
    """Nodes that are one entity.

    Attributes:
        blocks: whole blocks, less what splits take out of them.
        splits: ids of the judgements whose chains belong here.
        shown: the name that people chose, "" if none.
        rejected: it is no entity at all.
    """

    blocks: tuple[str, ...]
    splits: tuple[str, ...]
    shown: str
    rejected: bool


@dataclass(frozen=True, slots=True)
class ThingJudgements:
    """Judgements on things, settled.

    Attributes:
        judged: with the nodes that each names.
        settlement: which can be applied, and why others cannot.
        taken: the split that a chain belongs to.
        parts: the entities that they make; a block in none of them is an entity by itself.
        blocks: the blocks that each judgement concerns, by its id.
    """

    judged: tuple[Judged, ...]
    settlement: Settlement
    taken: Mapping[ThingChain, str]
    parts: tuple[Parts, ...]
    blocks: Mapping[str, frozenset[str]]

    def together(self, keys: Iterable[str]) -> list[frozenset[str]]:
        """Return the sets of blocks that hold one of `keys` and belong together."""
        groups: list[set[str]] = []
        for each in self.settlement.applied:
            held = set(self.blocks[each.id])
            for group in [group for group in groups if group & held]:
                held |= group
                groups.remove(group)
            groups.append(held)
        wanted = set(keys)
        return [frozenset(group) for group in groups if group & wanted]


def settle_things(
    judgements: Sequence[Judgement], sides: Mapping[str, tuple[Sequence[ThingChain], Sequence[ThingChain]]]
) -> ThingJudgements:
    """Return judgements on things as nodes joined, named and rejected; `sides` are the chains that each names."""
    left = sorted(judgements, key=lambda each: (each.made, each.id))
    blocks = {each.id: frozenset(block for side in sides[each.id] for _, block in side) for each in left}
    troubled: dict[str, str] = {}
    while True:
        taken = {
            chain: each.id
            for each in left
            if each.verdict is Verdict.SPLIT and all(sides[each.id])
            for chain in sides[each.id][0]
        }
        judged = tuple(_as_nodes(each, sides[each.id], taken) for each in left)
        settlement = settle(judged)
        troubled |= settlement.troubled
        if not settlement.troubled:
            break
        # Without a split that cannot hold, its chains stay where they were.
        left = [each for each in left if each.id not in settlement.troubled]
    every = tuple(_as_nodes(each, sides[each.id], taken) for each in judgements)
    final = Settlement(settlement.applied, troubled)
    return ThingJudgements(every, final, taken, tuple(_join(settlement.applied)), blocks)


def _as_nodes(
    judgement: Judgement, sides: tuple[Sequence[ThingChain], Sequence[ThingChain]], taken: Mapping[ThingChain, str]
) -> Judged:
    one, other = ({_node(chain, taken) for chain in side} for side in sides)
    if judgement.verdict is Verdict.SPLIT and one:
        one = {_SPLIT + judgement.id}
        other -= one
    sorted_sides = tuple(sorted(one)), tuple(sorted(other))
    return Judged(
        judgement.id, judgement.verdict, *sorted_sides, judgement.name, splits_behind(judgement), judgement.made
    )


def _node(chain: ThingChain, taken: Mapping[ThingChain, str]) -> str:
    return _SPLIT + taken[chain] if chain in taken else chain[1]


def _join(applied: Sequence[Judged]) -> list[Parts]:
    groups: list[set[str]] = []
    for each in applied:
        joined = {*each.one, *each.other} if each.verdict is Verdict.MERGE else set()
        for held in [joined] if joined else [{node} for node in (*each.one, *each.other)]:
            for group in [group for group in groups if group & held]:
                held |= group
                groups.remove(group)
            groups.append(held)
    groups.sort(key=min)
    renames = [each for each in applied if each.verdict is Verdict.RENAME]
    named = [(_most_of(each, groups), each.name) for each in renames]
    return [_parts(group, applied, [name for place, name in named if place == here])
            for here, group in enumerate(groups)]  # fmt: skip


def _most_of(rename: Judged, groups: Sequence[set[str]]) -> int:
    """Return which group a name is of: of what was one thing, the part of which it names most."""
    return max(range(len(groups)), key=lambda place: (len(groups[place].intersection(rename.one)), -place))


def _parts(group: set[str], applied: Sequence[Judged], names: Sequence[str]) -> Parts:
    return Parts(
        tuple(sorted(node for node in group if not node.startswith(_SPLIT))),
        tuple(sorted(node.removeprefix(_SPLIT) for node in group if node.startswith(_SPLIT))),
        names[-1] if names else "",
        any(each.verdict is Verdict.REJECT and group & {*each.one} for each in applied),
    )
