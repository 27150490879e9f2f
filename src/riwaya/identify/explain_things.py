"""Why the names of a body, place or other thing are one, or two things are two: their keys and what gave them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.arabic.names import fold_name
from riwaya.identify.aliases import thing_key
from riwaya.identify.records import Chain
from riwaya.knowledge.bodies import body_aliases
from riwaya.knowledge.names import aliases

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class NameReason:
    """Why a body or place is called so.

    Attributes:
        key: what the names of one thing have in common: words without articles and head noun, the nation.
        reason: how the form leads to the key.
    """

    form: str
    count: int
    key: str
    reason: str
    articles: tuple[str, ...]


def explain_names(chains: Sequence[Chain]) -> tuple[NameReason, ...]:
    """Return why the names of a body, place or other thing are one, the most used first."""
    counts: Counter[tuple[str, str]] = Counter()
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for chain in chains:
        for surface in chain.surfaces:
            counts[(surface.form, chain.block)] += surface.count
            articles[(surface.form, chain.block)].add(chain.article_id)
    keys = Counter(block for (_, block), count in counts.items() for _ in range(count))
    usual = min(keys, key=lambda key: (-keys[key], key), default="")
    return tuple(
        NameReason(
            form, count, key.partition(" ")[2], _reason(form, key, usual), tuple(sorted(articles[form, key])[:_SHOWN])
        )
        for (form, key), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )  # fmt: skip


def _reason(form: str, block: str, usual: str) -> str:
    if block != usual:
        return "a judgement"
    group, _, key = block.partition(" ")
    folded = fold_name(form)
    if folded in aliases() or folded in body_aliases():
        return f"the table of names: {aliases().get(folded) or body_aliases()[folded]}"
    if key.startswith("@") or group == "nation":
        return "the table of nations"
    if "/" in key:
        return "two places have the name; the company that the article names tells"
    if thing_key(form, place=group == "place") == key or key.startswith(fold_name(form)):
        return "the words without article, head noun and nation"
    return "what the sentence says of it (a capital for its state), or the words of another name in the article"
