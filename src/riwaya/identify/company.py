"""The company in which a person appears: whom and what else the same article names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.identify.records import Chain
from riwaya.model import MentionKind

_MOST = 16  # enough to know somebody by, and what a store of many articles can hold
_ORDER = {
    MentionKind.PER: 0, MentionKind.ORG: 1, MentionKind.OUTLET: 4, MentionKind.MISC: 2, MentionKind.LOC: 3,
    MentionKind.GPE: 3, MentionKind.NORP: 4,
}  # fmt: skip


def keep_company(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """Return an article's chains, those of persons with the blocks of the others, persons first."""
    ranked = sorted((chain for chain in chains if " in " not in chain.block), key=_rank)
    return tuple(
        replace(chain, company=_others(chain, ranked)) if chain.kind is MentionKind.PER else chain for chain in chains
    )


def _rank(chain: Chain) -> tuple[int, int, str]:
    return _ORDER.get(chain.kind, 5), -len(chain.mention_ids), chain.block


def _others(chain: Chain, ranked: Sequence[Chain]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for other in ranked:
        if other.block != chain.block:
            found.setdefault(other.block)
        if len(found) == _MOST:
            break
    return tuple(found)
